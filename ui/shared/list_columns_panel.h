// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_arrangement.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace chengdan::ui {

/// The column settings of a list: tick to show, drag or Alt+Up/Down to move, freeze the first
/// column, height of the rows. Every change takes effect at once. A pop-up; Esc closes it.
class ListColumnsPanel : public QFrame {
    Q_OBJECT
public:
    explicit ListColumnsPanel(const QString& name, QWidget* parent = nullptr);
    void setColumns(const std::vector<ColumnSpec>& columns, const ListArrangement& arrangement);
    /// Opens below this widget, inside the screen.
    void openAt(QWidget* anchor);

Q_SIGNALS:
    void arrangementChanged(const chengdan::ui::ListArrangement& arrangement);
    void resetWanted();
    /// Another row height was chosen; it holds already.
    void densityChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void tell();
    void move(int step);
    ListArrangement m_arrangement;
    bool m_filling = false;
    QLabel* m_title;
    QListWidget* m_list;
    QCheckBox* m_freeze;
    QLabel* m_densityLabel;
    QComboBox* m_density;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_reset;
};

} // namespace chengdan::ui
