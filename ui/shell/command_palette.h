// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"
#include "ui/shell/overlay.h"

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;
class QTimer;

namespace chengdan::ui {

/// Search and commands in one box (Ctrl+K). ">" shows commands only, "#" records only; Up and Down
/// choose, Enter opens. Records come from the window's search, commands from the registry.
class CommandPalette : public Overlay {
    Q_OBJECT
public:
    explicit CommandPalette(MainWindow& window);
    void openWith(const QString& text);
    void setSearch(std::function<std::vector<PaletteHit>(const QString& text)> search);
    void retranslate();

protected:
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addHeading(const QString& text);
    void addRecords(const QString& text);
    void addCommands(const QString& text);
    void move(int step);
    void runCurrent();

    MainWindow& m_window;
    std::function<std::vector<PaletteHit>(const QString&)> m_search;
    std::vector<std::function<void()>> m_actions;
    QLineEdit* m_edit;
    QAction* m_searchMark = nullptr;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_hint;
    QLabel* m_none;
    QTimer* m_timer;
    bool m_composing = false;
};

} // namespace chengdan::ui
