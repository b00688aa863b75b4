// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/text.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <vector>

class QAction;
class QWidget;

namespace chengdan::ui {

/// Something a person can do, named once: menus, the palette, the list on Ctrl+/ and tool tips all
/// take title and shortcut from here.
struct CommandSpec {
    QString id = {}; ///< "page.customers", "quote.new"
    LiveText title = {};
    LiveText group = {}; ///< heading in the shortcut list
    QList<QKeySequence> shortcuts = {}; ///< the first one is shown
    QString icon = {};
    std::function<void()> run = {};
    bool inNewMenu = false; ///< offered by the primary "New" button
    bool inPalette = true;
};

/// All commands of the window; owns one QAction per command, added to the window so that its
/// shortcut works everywhere in it.
class CommandRegistry : public QObject {
    Q_OBJECT
public:
    explicit CommandRegistry(QWidget* window);
    /// A second command with the same id or an already taken shortcut is a bug (asserted).
    QAction* add(CommandSpec command);
    const std::vector<CommandSpec>& commands() const { return m_commands; }
    QAction* action(const QString& id) const;
    void run(const QString& id) const;
    void setInPalette(const QString& id, bool shown);
    void retranslate();

private:
    QWidget* m_window;
    std::vector<CommandSpec> m_commands;
    QHash<QString, QAction*> m_actions;
};

} // namespace chengdan::ui
