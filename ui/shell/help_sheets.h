// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/text.h"
#include "ui/shell/overlay.h"

class QLabel;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace chengdan::ui {

class CommandRegistry;
class IconButton;

/// Every command with its shortcut, by group (Ctrl+/).
class ShortcutSheet : public Overlay {
    Q_OBJECT
public:
    ShortcutSheet(const CommandRegistry& commands, QWidget* window);
    void fill();

protected:
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const CommandRegistry& m_commands;
    QLabel* m_heading;
    QListView* m_list;
    QStandardItemModel* m_model;
    IconButton* m_close;
};

/// How this program is used, in a few sentences (F1).
class HelpSheet : public Overlay {
    Q_OBJECT
public:
    HelpSheet(LiveText more, QWidget* window);
    void fill();

Q_SIGNALS:
    void shortcutsWanted();

protected:
    QWidget* firstFocus() override;

private:
    LiveText m_more;
    QLabel* m_heading;
    QLabel* m_text;
    QPushButton* m_shortcuts;
    IconButton* m_close;
};

} // namespace chengdan::ui
