// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_sheets.h"

#include "ui/shared/cards.h"
#include "ui/shell/command_registry.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

QVBoxLayout* sheetLayout(QFrame* card, QLabel* heading, IconButton* close)
{
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(metric::kSpace6, metric::kSpace4, metric::kSpace4, metric::kSpace4);
    layout->setSpacing(metric::kSpace2);
    auto* head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(close);
    layout->addLayout(head);
    setRole(heading, "subtitle");
    return layout;
}

} // namespace

ShortcutSheet::ShortcutSheet(const CommandRegistry& commands, QWidget* window)
    : Overlay(QStringLiteral("shortcuts"), window)
    , m_commands(commands)
    , m_heading(new QLabel(card()))
    , m_list(new QListView(card()))
    , m_model(new QStandardItemModel(this))
    , m_close(new IconButton(QStringLiteral("x"), {}, QStringLiteral("shortcutsClose"), card()))
{
    setCardSize(QSize(560, 640));
    m_heading->setObjectName(QStringLiteral("shortcutsHeading"));
    m_list->setObjectName(QStringLiteral("shortcutsList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(newCommandRowDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    sheetLayout(card(), m_heading, m_close)->addWidget(m_list, 1);
    connect(m_close, &QToolButton::clicked, this, &Overlay::close);
}

void ShortcutSheet::fill()
{
    m_heading->setText(tr("Keyboard shortcuts"));
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_close->setTexts(tr("Close"), QStringLiteral("Esc"));
    m_model->clear();
    // Groups in the order their first command was registered.
    QStringList groups;
    for (const CommandSpec& command : m_commands.commands()) {
        if (!command.shortcuts.isEmpty() && !groups.contains(command.group()))
            groups.append(command.group());
    }
    for (const QString& group : groups) {
        auto* heading = new QStandardItem(group);
        heading->setFlags(Qt::NoItemFlags);
        heading->setData(true, CommandHeadingRole);
        m_model->appendRow(heading);
        for (const CommandSpec& command : m_commands.commands()) {
            if (command.shortcuts.isEmpty() || command.group() != group)
                continue;
            const QString keys = keyText(command.shortcuts.front());
            auto* row = new QStandardItem(command.title());
            row->setData(
                command.icon.isEmpty() ? QStringLiteral("command") : command.icon, CommandIconRole);
            row->setData(keys, CommandKeysRole);
            row->setData(
                QString(command.title() + QStringLiteral(", ") + keys), Qt::AccessibleTextRole);
            m_model->appendRow(row);
        }
    }
}

QWidget* ShortcutSheet::firstFocus()
{
    return m_list;
}

bool ShortcutSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return Overlay::eventFilter(watched, event);
}

HelpSheet::HelpSheet(LiveText more, QWidget* window)
    : Overlay(QStringLiteral("help"), window)
    , m_more(std::move(more))
    , m_heading(new QLabel(card()))
    , m_text(new QLabel(card()))
    , m_shortcuts(new QPushButton(card()))
    , m_close(new IconButton(QStringLiteral("x"), {}, QStringLiteral("helpClose"), card()))
{
    setCardSize(QSize(560, 420));
    m_heading->setObjectName(QStringLiteral("helpHeading"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shortcuts->setObjectName(QStringLiteral("helpShortcuts"));
    auto* layout = sheetLayout(card(), m_heading, m_close);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_shortcuts, 0, Qt::AlignLeft);
    connect(m_close, &QToolButton::clicked, this, &Overlay::close);
    connect(m_shortcuts, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT shortcutsWanted();
    });
}

void HelpSheet::fill()
{
    m_heading->setText(tr("How to work here"));
    m_close->setTexts(tr("Close"), QStringLiteral("Esc"));
    m_shortcuts->setText(tr("All keyboard shortcuts"));
    QStringList lines{
        tr("Ctrl+K finds customers, opportunities, quotes and commands; type part of a name, a "
           "number or pinyin initials."),
        tr("Ctrl+F filters the list you are in. Enter opens the row, Space shows its details at "
           "the "
           "right, Alt+Left goes back."),
        tr("In forms Enter moves to the next field. F7 or Alt+Down opens a list of choices. "
           "Amounts "
           "may be typed as 1.2万, 12,000 or 3*4500."),
        tr("Every price can be opened down to its formula, price row and date.")};
    if (m_more)
        lines.append(m_more());
    m_text->setText(lines.join(QStringLiteral("\n\n")));
}

QWidget* HelpSheet::firstFocus()
{
    return m_shortcuts;
}

} // namespace chengdan::ui
