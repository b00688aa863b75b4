// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shared/cards.h"
#include "ui/shared/toast.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_sheets.h"
#include "ui/shell/language_switch.h"
#include "ui/shell/navigation.h"
#include "ui/shell/overlay.h"
#include "ui/shell/rail.h"
#include "ui/shell/task_panel.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

constexpr std::size_t kHistoryKept = 200;

QString pageKey(const QString& id)
{
    return QStringLiteral("pages/") + id;
}

} // namespace

MainWindow::MainWindow(ShellOptions options, QWidget* parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_languages(std::make_unique<LanguageSwitch>())
    , m_commands(new CommandRegistry(this))
    , m_navigator(new WindowNavigator(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    if (!m_options.settingsFile.isEmpty())
        m_settings = std::make_unique<QSettings>(m_options.settingsFile, QSettings::IniFormat);
    setMinimumSize(metric::kMinimumWidth, metric::kMinimumHeight);
    resize(1440, 900);
    // The language comes first, so that every text is made once.
    const QString saved =
        m_settings ? m_settings->value(QStringLiteral("language")).toString() : QString();
    m_languages->use(languageOf(saved));
    // Nothing has a text yet that would have to be made anew.
    QCoreApplication::removePostedEvents(this, QEvent::LanguageChange);
    setLocale(language() == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                              : QLocale(QLocale::English, QLocale::UnitedStates));
    buildFrame();
    buildPageCommands();
    buildViewCommands();
    buildHelpCommands();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto* centre = new QWidget(this);
    centre->setObjectName(QStringLiteral("centralArea"));
    m_rail = new Rail(centre);
    m_rail->setPerson(m_options.personName, m_options.personRole);
    m_bar = new TopBar(centre);
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName(QStringLiteral("pageStack"));
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(centre);

    m_toast = new Toast(this);
    m_newMenu = new QMenu(this);
    m_newMenu->setObjectName(QStringLiteral("newMenu"));
    m_settingsMenu = menuFilledWhenOpened("settingsMenu", &MainWindow::fillSettingsMenu);
    m_rail->settingsButton()->setMenu(m_settingsMenu);
    m_noticeMenu = menuFilledWhenOpened("noticeMenu", &MainWindow::fillNoticeMenu);
    m_bar->notices()->setPopupMode(QToolButton::InstantPopup);
    m_bar->notices()->setMenu(m_noticeMenu);

    connectJobs();
    connectUndo();

    connect(m_rail, &Rail::pageChosen, this, [this](const QString& id) { visit({id, {}, 0}); });
    connect(m_bar->search(), &QPushButton::clicked, this, [this] { openPalette(); });
    connect(m_bar->help(), &QAbstractButton::clicked, this, [this] { showHelp(); });
    connect(m_bar->state(), &QAbstractButton::clicked, this, [this] {
        if (m_openSync)
            m_openSync();
    });
}

QMenu* MainWindow::menuFilledWhenOpened(const char* name, void (MainWindow::*fill)())
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QString::fromLatin1(name));
    connect(menu, &QMenu::aboutToShow, this, fill);
    return menu;
}

void MainWindow::setPerson(const QString& name, const QString& role)
{
    m_rail->setPerson(name, role);
}

void MainWindow::addPage(PageSpec page)
{
    const QString id = page.id;
    if (page.inRail)
        m_rail->addPage(id, page.icon, page.group);
    CommandSpec open;
    open.id = QStringLiteral("open.") + id;
    open.title = [title = page.title] { return tr("Go to %1").arg(title()); };
    open.group = [] { return tr("Pages"); };
    if (!page.shortcut.isEmpty())
        open.shortcuts = {page.shortcut};
    open.icon = page.icon;
    open.run = [this, id] { visit({id, {}, 0}); };
    m_commands->add(std::move(open));
    m_rail->setPageText(id, page.title(), keyText(page.shortcut));
    m_pages.push_back(std::move(page));
}

QAction* MainWindow::addCommand(CommandSpec command)
{
    const bool isNew = command.inNewMenu;
    QAction* action = m_commands->add(std::move(command));
    if (isNew)
        fillNewMenu();
    return action;
}

void MainWindow::addScene(GalleryScene scene)
{
    m_scenes.push_back(std::move(scene));
}

void MainWindow::start()
{
    restoreState();
    if (m_pages.empty())
        return;
    QString first = m_pages.front().id;
    if (m_settings) {
        const QString last = m_settings->value(QStringLiteral("page")).toString();
        for (const PageSpec& page : m_pages) {
            if (page.id == last)
                first = last;
        }
    }
    visit({first, {}, 0});
}

Navigator& MainWindow::navigator()
{
    return *m_navigator;
}

QWidget* MainWindow::pageArea() const
{
    return m_stack;
}

Page* MainWindow::currentPage() const
{
    const auto found = m_open.find(m_currentPage);
    return found == m_open.end() ? nullptr : found->second;
}

Page* MainWindow::page(const QString& id)
{
    if (const auto found = m_open.find(id); found != m_open.end())
        return found->second;
    for (const PageSpec& spec : m_pages) {
        if (spec.id != id)
            continue;
        Page* made = spec.factory(*m_navigator);
        made->setParent(m_stack);
        m_stack->addWidget(made);
        m_open.emplace(id, made);
        connect(made, &Page::titleChanged, this, [this, made] {
            if (made == currentPage())
                m_bar->setTitle(made->title());
        });
        if (m_settings)
            made->restoreState(m_settings->value(pageKey(id)).toMap());
        return made;
    }
    return nullptr;
}

bool MainWindow::present(const Visit& visit)
{
    Page* shown = page(visit.page);
    if (!shown)
        return false;
    m_currentPage = visit.page;
    m_stack->setCurrentWidget(shown);
    m_rail->setCurrent(visit.page);
    m_bar->setTitle(shown->title());
    shown->activated();
    const Result<void> allowed = visit.kind.isEmpty() || !m_recordGuard
        ? Result<void>()
        : m_recordGuard(visit.kind, visit.key);
    if (!allowed)
        showRefusal(allowed.error());
    else if (!visit.kind.isEmpty())
        shown->showRecord(visit.kind, visit.key);
    m_bar->setTitle(shown->title());
    setWindowTitle(shown->title() + QStringLiteral(" - ") + tr("Chengdan"));
    Q_EMIT m_navigator->pageChanged(visit.page);
    return true;
}

void MainWindow::setRecordGuard(std::function<Result<void>(const QString& kind, qint64 key)> guard)
{
    m_recordGuard = std::move(guard);
}

void MainWindow::showRefusal(const Error& error)
{
    if (m_refusal == nullptr) {
        m_refusal = new EmptyState(QStringLiteral("recordRefused"));
        m_stack->addWidget(m_refusal);
        connect(m_refusal, &EmptyState::actionTriggered, this, [this] { walk(-1); });
    }
    m_refusal->setContent(
        QStringLiteral("shield-alert"), sentence(error, language()), tr("Go back"));
    m_stack->setCurrentWidget(m_refusal);
}

// Like a browser: a new step drops what lay ahead.
void MainWindow::visit(const Visit& visit)
{
    if (!present(visit))
        return;
    if (!m_history.empty() && m_history[m_at] == visit)
        return;
    if (!m_history.empty())
        m_history.resize(m_at + 1);
    m_history.push_back(visit);
    if (m_history.size() > kHistoryKept)
        m_history.erase(m_history.begin());
    m_at = m_history.size() - 1;
}

void MainWindow::walk(int step)
{
    if (m_history.empty() || (step < 0 && m_at == 0) || (step > 0 && m_at + 1 >= m_history.size()))
        return;
    m_at = std::size_t(std::ptrdiff_t(m_at) + step);
    present(m_history[m_at]);
}

Language MainWindow::language() const
{
    return m_languages->language();
}

void MainWindow::setLanguage(Language language)
{
    if (language == m_languages->language())
        return;
    m_languages->use(language);
    setLocale(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                            : QLocale(QLocale::English, QLocale::UnitedStates));
    // Installing a translator tells every widget at the next turn; without a file nothing is
    // installed and the sources show, so the window asks for its own texts either way.
    retranslate();
}

void MainWindow::setSync(
    std::function<SyncState()> state, std::function<void()> open, std::function<void()> now)
{
    m_syncState = std::move(state);
    m_openSync = std::move(open);
    m_syncNow = std::move(now);
    showSyncState();
}

void MainWindow::showSyncState()
{
    const SyncState state = m_syncState ? m_syncState() : SyncState();
    m_bar->setState(state.icon, state.tone, state.text, state.tip);
}

QWidget* MainWindow::showHelp()
{
    if (m_helpSheet == nullptr) {
        m_helpSheet = new HelpSheet(m_options.helpText, this);
        connect(m_helpSheet, &HelpSheet::shortcutsWanted, this, [this] { showShortcuts(); });
    }
    m_helpSheet->fill();
    m_helpSheet->open();
    return m_helpSheet;
}

QWidget* MainWindow::showShortcuts()
{
    if (m_shortcuts == nullptr)
        m_shortcuts = new ShortcutSheet(*m_commands, this);
    m_shortcuts->fill();
    m_shortcuts->open();
    return m_shortcuts;
}

bool MainWindow::isRailNarrow() const
{
    return m_rail->isNarrow();
}

void MainWindow::setRailNarrow(bool narrow)
{
    m_rail->setNarrow(narrow);
}

void MainWindow::addNotice(const QString& text, Tone tone)
{
    constexpr std::size_t kKept = 20;
    m_notices.insert(m_notices.begin(), Notice{text, tone});
    if (m_notices.size() > kKept)
        m_notices.pop_back();
    if (m_noticeMenu->isVisible())
        fillNoticeMenu();
}

void MainWindow::setTextSize(int percent)
{
    Theme::instance().setTextSize(percent);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_bar)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveState()
{
    if (!m_settings)
        return;
    const Theme& theme = Theme::instance();
    m_settings->setValue(QStringLiteral("geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("railNarrow"), isRailNarrow());
    m_settings->setValue(QStringLiteral("theme"), int(theme.mode()));
    m_settings->setValue(QStringLiteral("textSize"), theme.textSize());
    m_settings->setValue(QStringLiteral("language"),
        language() == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    m_settings->setValue(QStringLiteral("page"), m_currentPage);
    for (const auto& [id, open] : m_open)
        m_settings->setValue(pageKey(id), open->saveState());
    m_settings->sync();
}

void MainWindow::restoreState()
{
    if (!m_settings)
        return;
    Theme& theme = Theme::instance();
    const int mode = m_settings->value(QStringLiteral("theme"), int(Theme::Mode::System)).toInt();
    theme.setMode(mode == int(Theme::Mode::Light) ? Theme::Mode::Light
            : mode == int(Theme::Mode::Dark)      ? Theme::Mode::Dark
                                                  : Theme::Mode::System);
    theme.setTextSize(m_settings->value(QStringLiteral("textSize"), 100).toInt());
    setRailNarrow(m_settings->value(QStringLiteral("railNarrow"), false).toBool());
    restoreGeometry(m_settings->value(QStringLiteral("geometry")).toByteArray());
}

} // namespace chengdan::ui
