// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "core/base/job.h"
#include "core/base/pinyin_query.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chengdan::ui {

CommandPalette::CommandPalette(MainWindow& window)
    : Overlay(QStringLiteral("palette"), &window)
    , m_window(window)
    , m_edit(new QLineEdit(card()))
    , m_list(new QListView(card()))
    , m_model(new QStandardItemModel(this))
    , m_hint(new QLabel(card()))
    , m_none(new QLabel(card()))
    , m_timer(new QTimer(this))
    , m_slow(new QTimer(this))
{
    setCardSize(QSize(640, 472));
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setFrame(false);
    setKind(m_edit, "palette");
    m_searchMark = m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(newCommandRowDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setObjectName(QStringLiteral("paletteNone"));
    m_none->setAlignment(Qt::AlignCenter);
    setRole(m_none, "body2");
    m_hint->setObjectName(QStringLiteral("paletteHint"));
    setRole(m_hint, "cap");
    m_hint->setContentsMargins(18, 8, 18, 8);

    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 12, 8);
    top->addWidget(m_edit);
    layout->addLayout(top);
    for (int i = 0; i < 2; ++i) {
        auto* rule = new QFrame(card());
        rule->setObjectName(QStringLiteral("paletteRule%1").arg(i));
        setKind(rule, "rule");
        layout->addWidget(rule);
        if (i == 0) {
            layout->addSpacing(6);
            layout->addWidget(m_list, 1);
            layout->addWidget(m_none, 1);
        }
    }
    layout->addWidget(m_hint);

    m_timer->setSingleShot(true);
    m_timer->setInterval(40);
    connect(m_timer, &QTimer::timeout, this, &CommandPalette::fill);
    m_slow->setSingleShot(true);
    m_slow->setInterval(150);
    connect(m_slow, &QTimer::timeout, this, &CommandPalette::showState);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (!m_composing)
            m_timer->start();
    });
    connect(m_list, &QListView::clicked, this, [this] {
        runCurrent(
            QApplication::keyboardModifiers() & Qt::ControlModifier ? Way::Panel : Way::Open);
    });
    retranslate();
}

CommandPalette::~CommandPalette()
{
    m_token.cancel();
}

void CommandPalette::retranslate()
{
    m_edit->setPlaceholderText(tr("Search customers, opportunities, numbers or commands"));
    m_edit->setAccessibleName(tr("Search and commands"));
    m_searchMark->setText(tr("Search and commands"));
    m_list->setAccessibleName(tr("Results"));
    showState();
}

// A search that takes long says so; one that could not look through everything does as well.
void CommandPalette::showState()
{
    const bool slow = isSearching() && !m_slow->isActive();
    if (!isSearching() || slow) {
        m_none->setText(slow ? tr("Searching …")
                : m_wholeIndex
                ? tr("Nothing found")
                : tr("Not among the records of the search index, which is still being made"));
        m_none->setVisible(m_model->rowCount() == 0);
    } else if (m_model->rowCount() > 0) {
        m_none->hide();
    } // else what was found before stays said until there is an answer, or until that takes long
    m_hint->setText(slow && m_model->rowCount() > 0 ? tr("Searching …")
            : m_wholeIndex
            ? tr("↑↓ choose    Enter opens    Ctrl+Enter in the panel    > commands    # numbers")
            : tr("The search index is still being made: older records are found in lists only"));
}

void CommandPalette::setRecordSearch(PaletteSearch search)
{
    m_recordSearch = std::move(search);
    m_runner = std::make_unique<JobRunner>(std::function<void(const JobStatus&)>(), 1);
}

void CommandPalette::openWith(const QString& text)
{
    m_edit->setText(text);
    m_none->hide();
    fill();
    open();
    m_edit->setCursorPosition(int(text.size()));
}

QWidget* CommandPalette::firstFocus()
{
    return m_edit;
}

void CommandPalette::addHeading(const QString& text)
{
    auto* heading = new QStandardItem(text);
    heading->setFlags(Qt::NoItemFlags);
    heading->setData(true, CommandHeadingRole);
    m_model->appendRow(heading);
}

void CommandPalette::addRecords()
{
    QString group;
    for (const PaletteHit& hit : m_hits) {
        const QString heading = hit.group ? hit.group() : QString();
        if (heading != group || m_model->rowCount() == 0)
            addHeading(heading);
        group = heading;
        auto* row = new QStandardItem(hit.text);
        row->setData(hit.icon, CommandIconRole);
        row->setData(hit.detail, CommandDetailRole);
        row->setData(int(m_actions.size()), CommandIndexRole);
        m_actions.push_back([this, kind = hit.kind, key = hit.key](Way way) {
            if (way == Way::Panel)
                m_window.previewRecord(kind, key);
            else
                m_window.navigator().openRecord(kind, key);
        });
        m_model->appendRow(row);
    }
}

void CommandPalette::addCommands(const QString& text)
{
    // What makes something new comes first, then the pages, then the rest.
    const auto rank = [](const CommandSpec& command) {
        return command.inNewMenu ? 0 : command.id.startsWith(QStringLiteral("open.")) ? 1 : 2;
    };
    const PinyinQuery pinyin(text);
    const auto fits = [&](const QString& title) {
        return title.contains(text, Qt::CaseInsensitive) || pinyin.matches(title);
    };
    std::vector<CommandSpec> found;
    for (const CommandSpec& command : m_window.commands().commands()) {
        if (command.inPalette && fits(command.title()))
            found.push_back(command);
    }
    std::stable_sort(found.begin(), found.end(), [&](const CommandSpec& a, const CommandSpec& b) {
        return rank(a) < rank(b);
    });
    bool headed = false;
    for (const CommandSpec& command : found) {
        if (!headed)
            addHeading(tr("Commands"));
        headed = true;
        auto* row = new QStandardItem(command.title());
        row->setData(
            command.icon.isEmpty() ? QStringLiteral("command") : command.icon, CommandIconRole);
        if (!command.shortcuts.isEmpty())
            row->setData(keyText(command.shortcuts.front()), CommandKeysRole);
        row->setData(int(m_actions.size()), CommandIndexRole);
        m_actions.push_back([this, id = command.id](Way) { m_window.commands().run(id); });
        m_model->appendRow(row);
    }
}

CommandPalette::Typed CommandPalette::typed() const
{
    Typed typed{m_edit->text().trimmed()};
    typed.records = !typed.text.startsWith(QLatin1Char('>'));
    typed.numbersOnly = typed.text.startsWith(QLatin1Char('#'));
    typed.commands = !typed.numbersOnly;
    if (!typed.records || typed.numbersOnly)
        typed.text = typed.text.mid(1).trimmed();
    return typed;
}

// Commands stand there at once; records follow, and until then those of the text before stay.
void CommandPalette::fill()
{
    m_timer->stop();
    m_enter.reset();
    const Typed now = typed();
    if (!now.records)
        m_hits.clear();
    ask(now);
    show(now);
    if (!isSearching())
        Q_EMIT settled();
}

void CommandPalette::ask(const Typed& typed)
{
    m_token.cancel();
    if (m_runner)
        m_runner->cancel(m_job);
    m_answered = ++m_asked;
    const std::vector<PaletteVisit> recent = m_window.recentRecords();
    const bool nothing = typed.text.isEmpty() && (typed.numbersOnly || recent.empty());
    if (!typed.records || nothing || !m_recordSearch) {
        m_hits.clear();
        return;
    }
    m_answered = m_asked - 1;
    m_slow->start();
    m_token = CancelToken();
    const PaletteQuestion question{typed.text, typed.numbersOnly, recent, m_token};
    for (const JobStatus& job : m_runner->jobs()) {
        if (job.hasEnded())
            m_runner->forget(job.id);
    }
    m_job = m_runner->start(
        {},
        [this, question, number = m_asked](JobControl&) -> Result<JobResult> {
            auto answer = m_recordSearch(question);
            if (!question.token.isCancelled())
                QMetaObject::invokeMethod(
                    this,
                    [this, number, found = std::move(answer)]() mutable {
                        take(number, std::move(found));
                    },
                    Qt::QueuedConnection);
            return JobResult{};
        },
        JobRunner::Listed::No);
}

void CommandPalette::take(quint64 question, PaletteAnswer answer)
{
    if (question != m_asked)
        return;
    m_answered = question;
    m_hits = std::move(answer.hits);
    m_wholeIndex = answer.wholeIndex;
    show(typed());
    Q_EMIT settled();
    if (const auto way = std::exchange(m_enter, std::nullopt))
        runCurrent(*way);
}

void CommandPalette::show(const Typed& typed)
{
    m_model->clear();
    m_actions.clear();
    // Without a text the commands come first, as a reminder of what there is.
    const bool recentLast = typed.text.isEmpty();
    if (typed.records && !recentLast)
        addRecords();
    if (typed.commands)
        addCommands(typed.text);
    if (typed.records && recentLast)
        addRecords();
    m_list->setVisible(m_model->rowCount() > 0);
    showState();
    move(1);
}

// Headings are stepped over; the ends do not wrap.
void CommandPalette::move(int step)
{
    for (int row = m_list->currentIndex().row() + step; row >= 0 && row < m_model->rowCount();
         row += step) {
        const QModelIndex at = m_model->index(row, 0);
        if (!at.data(CommandHeadingRole).toBool()) {
            m_list->setCurrentIndex(at);
            if (row == 1)
                m_list->scrollToTop();
            return;
        }
    }
}

void CommandPalette::runCurrent(Way way)
{
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid() || at.data(CommandHeadingRole).toBool())
        return;
    const std::function<void(Way)> run = m_actions[std::size_t(at.data(CommandIndexRole).toInt())];
    close();
    run(way);
}

bool CommandPalette::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    const Way way = modifiers & Qt::ControlModifier ? Way::Panel : Way::Open;
    switch (key) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_timer->isActive())
            fill();
        if (isSearching())
            m_enter = way;
        else
            runCurrent(way);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_composing) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        if (onKey(pressed->key(), pressed->modifiers()))
            return true;
    }
    return Overlay::eventFilter(watched, event);
}

void CommandPalette::hideEvent(QHideEvent* event)
{
    m_token.cancel(); // nobody reads the answer any more
    m_enter.reset();
    Overlay::hideEvent(event);
}

} // namespace chengdan::ui
