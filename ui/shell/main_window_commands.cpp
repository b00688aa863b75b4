// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own commands, its menus and their texts.
#include "ui/shared/cards.h"
#include "ui/shared/undo_stack.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/overlay.h"
#include "ui/shell/rail.h"
#include "ui/shell/task_panel.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>

namespace chengdan::ui {

namespace {

QKeySequence keySequence(const char* keys)
{
    return QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText);
}

} // namespace

void MainWindow::command(const char* id,
    const char* group,
    LiveText title,
    QList<QKeySequence> keys,
    const char* icon,
    std::function<void()> run)
{
    CommandSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.title = std::move(title);
    spec.group = [group] { return tr(group); };
    spec.shortcuts = std::move(keys);
    spec.icon = QString::fromLatin1(icon);
    spec.run = std::move(run);
    m_commands->add(std::move(spec));
}

void MainWindow::onPage(const std::function<void(Page&)>& act)
{
    if (Page* shown = currentPage())
        act(*shown);
}

void MainWindow::buildPageCommands()
{
    const char* search = QT_TR_NOOP("Find and go");
    const char* work = QT_TR_NOOP("On this page");
    command(
        "palette",
        search,
        [] { return tr("Search and commands"); },
        {keySequence("Ctrl+K")},
        "search",
        [this] { openPalette(); });
    m_commands->setInPalette(QStringLiteral("palette"), false);
    command(
        "go.back",
        search,
        [] { return tr("Back"); },
        {keySequence("Alt+Left")},
        "arrow-left",
        [this] { m_navigator->back(); });
    command(
        "go.forward",
        search,
        [] { return tr("Forward"); },
        {keySequence("Alt+Right")},
        "arrow-right",
        [this] { m_navigator->forward(); });
    command(
        "page.find",
        work,
        [] { return tr("Filter this view"); },
        {keySequence("Ctrl+F")},
        "list-filter",
        [this] { onPage([](Page& page) { page.findInPage(); }); });
    command(
        "page.new",
        work,
        [] { return tr("New record of this list"); },
        {keySequence("Ctrl+N")},
        "plus",
        [this] { onPage([](Page& page) { page.newRecord(); }); });
    command(
        "edit.undo",
        work,
        [] { return tr("Undo"); },
        {keySequence("Ctrl+Z")},
        "undo-2",
        [this] { undoLast(); });
    command(
        "edit.redo",
        work,
        [] { return tr("Redo"); },
        {keySequence("Ctrl+Y"), keySequence("Ctrl+Shift+Z")},
        "redo-2",
        [this] { m_navigator->undoStack().redo(); });
    command(
        "page.save",
        work,
        [] { return tr("Save"); },
        {keySequence("Ctrl+S")},
        "save",
        [this] { onPage([](Page& page) { page.savePage(); }); });
    command(
        "page.print",
        work,
        [] { return tr("Print preview"); },
        {keySequence("Ctrl+P")},
        "printer",
        [this] { onPage([](Page& page) { page.printPage(); }); });
    command(
        "page.refresh",
        work,
        [] { return tr("Refresh"); },
        {keySequence("F5")},
        "refresh-cw",
        [this] {
            if (m_syncNow)
                m_syncNow();
            onPage([](Page& page) { page.refreshPage(); });
        });
    command(
        "new.menu",
        work,
        [] { return tr("New menu"); },
        {keySequence("Ctrl+Shift+N")},
        "plus",
        [this] { m_bar->newButton()->click(); });
}

void MainWindow::buildViewCommands()
{
    const char* view = QT_TR_NOOP("View");
    command(
        "view.rail",
        view,
        [] { return tr("Rail wide or narrow"); },
        {keySequence("Ctrl+B")},
        "panel-left",
        [this] { setRailNarrow(!isRailNarrow()); });
    command(
        "view.tasks",
        view,
        [] { return tr("Tasks"); },
        {keySequence("Ctrl+Shift+K")},
        "list-checks",
        [this] { toggleTasks(); });
    command(
        "view.theme",
        view,
        [] { return tr("Switch light and dark"); },
        {keySequence("Ctrl+Shift+T")},
        "moon",
        [] {
            Theme& theme = Theme::instance();
            theme.setMode(theme.scheme() == Scheme::Dark ? Theme::Mode::Light : Theme::Mode::Dark);
        });
    command(
        "view.light",
        view,
        [] { return tr("Light"); },
        {},
        "sun",
        [] { Theme::instance().setMode(Theme::Mode::Light); });
    command(
        "view.dark",
        view,
        [] { return tr("Dark"); },
        {},
        "moon",
        [] { Theme::instance().setMode(Theme::Mode::Dark); });
    command(
        "view.system",
        view,
        [] { return tr("As the system"); },
        {},
        "monitor",
        [] { Theme::instance().setMode(Theme::Mode::System); });
    command(
        "view.language",
        view,
        [] { return tr("Switch Chinese and English"); },
        {keySequence("Ctrl+Shift+L")},
        "languages",
        [this] {
            setLanguage(language() == Language::Chinese ? Language::English : Language::Chinese);
        });
    command(
        "view.chinese",
        view,
        [] { return QStringLiteral("\u4e2d\u6587"); },
        {},
        "languages",
        [this] { setLanguage(Language::Chinese); });
    command(
        "view.english",
        view,
        [] { return QStringLiteral("English"); },
        {},
        "languages",
        [this] { setLanguage(Language::English); });
    command(
        "view.larger",
        view,
        [] { return tr("Larger text"); },
        {keySequence("Ctrl+="), keySequence("Ctrl++")},
        "a-large-small",
        [this] { setTextSize(Theme::instance().textSize() + 10); });
    command(
        "view.smaller",
        view,
        [] { return tr("Smaller text"); },
        {keySequence("Ctrl+-")},
        "a-large-small",
        [this] { setTextSize(Theme::instance().textSize() - 10); });
    command(
        "view.normal",
        view,
        [] { return tr("Normal text"); },
        {keySequence("Ctrl+0")},
        "a-large-small",
        [this] { setTextSize(100); });
}

void MainWindow::buildHelpCommands()
{
    const char* help = QT_TR_NOOP("Help");
    command(
        "help",
        help,
        [] { return tr("Help"); },
        {keySequence("F1")},
        "circle-help",
        [this] { showHelp(); });
    command(
        "help.shortcuts",
        help,
        [] { return tr("Keyboard shortcuts"); },
        {keySequence("Ctrl+/")},
        "keyboard",
        [this] { showShortcuts(); });
    command(
        "quit", help, [] { return tr("Quit"); }, {keySequence("Ctrl+Q")}, "x", [this] { close(); });
}

void MainWindow::fillNewMenu()
{
    m_newMenu->clear();
    for (const CommandSpec& spec : m_commands->commands()) {
        if (spec.inNewMenu)
            m_newMenu->addAction(m_commands->action(spec.id));
    }
    m_bar->newButton()->setMenu(m_newMenu);
    m_bar->newButton()->setVisible(!m_newMenu->isEmpty());
}

void MainWindow::fillSettingsMenu()
{
    m_settingsMenu->clear();
    const Theme& theme = Theme::instance();
    const auto choice = [this](QActionGroup* group, const char* id, bool on) {
        const QString name = QString::fromLatin1(id);
        QAction* entry = m_settingsMenu->addAction(m_commands->action(name)->text());
        entry->setObjectName(QStringLiteral("settings.") + name);
        entry->setCheckable(true);
        entry->setChecked(on);
        entry->setActionGroup(group);
        connect(entry, &QAction::triggered, this, [this, name] { m_commands->run(name); });
    };
    m_settingsMenu->addSection(tr("Appearance"));
    auto* looks = new QActionGroup(m_settingsMenu);
    choice(looks, "view.light", theme.mode() == Theme::Mode::Light);
    choice(looks, "view.dark", theme.mode() == Theme::Mode::Dark);
    choice(looks, "view.system", theme.mode() == Theme::Mode::System);
    m_settingsMenu->addSection(tr("Language"));
    auto* languages = new QActionGroup(m_settingsMenu);
    choice(languages, "view.chinese", language() == Language::Chinese);
    choice(languages, "view.english", language() == Language::English);
    m_settingsMenu->addSection(tr("Text size %1%").arg(theme.textSize()));
    for (const char* id : {"view.larger", "view.smaller", "view.normal"})
        m_settingsMenu->addAction(m_commands->action(QString::fromLatin1(id)));
    m_settingsMenu->addSeparator();
    for (const PageSpec& page : m_pages) {
        if (page.inSettings)
            m_settingsMenu->addAction(m_commands->action(QStringLiteral("open.") + page.id));
    }
    m_settingsMenu->addAction(m_commands->action(QStringLiteral("help.shortcuts")));
}

void MainWindow::fillNoticeMenu()
{
    m_noticeMenu->clear();
    for (const Notice& notice : m_notices) {
        const bool warns = notice.tone == Tone::Warn || notice.tone == Tone::Danger;
        m_noticeMenu->addAction(
            icon(warns ? QStringLiteral("circle-alert") : QStringLiteral("circle-check"),
                wordToken(notice.tone)),
            notice.text);
    }
    if (m_notices.empty())
        m_noticeMenu->addAction(tr("No notices since the start"))->setEnabled(false);
}

void MainWindow::retranslate()
{
    m_commands->retranslate();
    for (const PageSpec& page : m_pages)
        m_rail->setPageText(page.id, page.title(), keyText(page.shortcut));
    m_rail->setProductName(tr("Chengdan"));
    m_rail->list()->setAccessibleName(tr("Pages"));
    m_rail->setSettingsText(tr("Settings"));
    m_bar->search()->setHint(tr("Search customers, numbers or commands"));
    m_bar->notices()->setTexts(tr("Notices"));
    m_bar->help()->setTexts(tr("Help"), QStringLiteral("F1"));
    m_bar->newButton()->setText(tr("New"));
    m_bar->newButton()->setToolTip(tr("New") + QStringLiteral("  Ctrl+Shift+N"));
    showSyncState();
    showTasks();
    if (m_tasks != nullptr)
        m_tasks->retranslate();
    if (m_palette != nullptr)
        m_palette->retranslate();
    fillNewMenu();
    if (Page* shown = currentPage()) {
        m_bar->setTitle(shown->title());
        setWindowTitle(shown->title() + QStringLiteral(" - ") + tr("Chengdan"));
    } else {
        setWindowTitle(tr("Chengdan"));
    }
}

} // namespace chengdan::ui
