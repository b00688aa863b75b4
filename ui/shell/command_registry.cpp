// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_registry.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QWidget>

namespace chengdan::ui {

CommandRegistry::CommandRegistry(QWidget* window)
    : QObject(window)
    , m_window(window)
{
}

QAction* CommandRegistry::add(CommandSpec command)
{
    Q_ASSERT(!m_actions.contains(command.id));
    for (const CommandSpec& other : m_commands) {
        for (const QKeySequence& keys : command.shortcuts)
            Q_ASSERT_X(!other.shortcuts.contains(keys), "CommandRegistry", qPrintable(command.id));
    }
    auto* action = new QAction(this);
    action->setObjectName(command.id);
    action->setShortcuts(command.shortcuts);
    if (!command.icon.isEmpty())
        action->setIcon(icon(command.icon));
    action->setText(command.title());
    connect(action, &QAction::triggered, this, [run = command.run] { run(); });
    m_window->addAction(action);
    m_actions.insert(command.id, action);
    m_commands.push_back(std::move(command));
    return action;
}

QAction* CommandRegistry::action(const QString& id) const
{
    return m_actions.value(id);
}

void CommandRegistry::run(const QString& id) const
{
    if (QAction* found = action(id))
        found->trigger();
}

void CommandRegistry::setInPalette(const QString& id, bool shown)
{
    for (CommandSpec& command : m_commands) {
        if (command.id == id)
            command.inPalette = shown;
    }
}

void CommandRegistry::retranslate()
{
    for (const CommandSpec& command : m_commands)
        m_actions.value(command.id)->setText(command.title());
}

} // namespace chengdan::ui
