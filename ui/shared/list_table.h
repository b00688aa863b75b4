// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

namespace chengdan::ui {

class ListHeader;

/// The table of a list: blocks of cells are selected as in Excel, the row of the current cell is
/// shown as a whole, the leading columns may stay in place while the rest is scrolled sideways.
/// Keeps no widget and no geometry for a row; row heights are equal.
class ListTable : public QTableView {
    Q_OBJECT
public:
    explicit ListTable(QWidget* parent = nullptr);
    ListHeader* header() const { return m_header; }
    void setFrozen(int columns);
    /// Whether the current cell shows its frame: after a key was used here, not after a click.
    bool showsCell() const { return m_byKeyboard; }

    QModelIndex indexAt(const QPoint& position) const override;
    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    /// Letters typed into a list mean nothing: searching through a million rows would stop it.
    void keyboardSearch(const QString& search) override;

    /// Makes the cell current; a row that was out of sight comes to the middle.
    void goTo(const QModelIndex& index);
    /// How many rows have a selected cell, without a list of them.
    qint64 selectedRowCount() const;

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(
        const QItemSelection& selected, const QItemSelection& deselected) override;
    void dataChanged(
        const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    /// With Ctrl the arrows, Home and End select as they do in Excel.
    QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex& index, const QEvent* event) const override;
    /// From cell to cell: points in the viewport would hit the frozen column that covers a cell.
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;

private:
    QItemSelection block(const QModelIndex& from, const QModelIndex& to) const;
    bool covers() const;
    void centre();
    void updateFrozen();
    void updateRow(int row);
    ListHeader* m_header;
    bool m_byKeyboard = false;
    bool m_centreWhenShown = false; ///< goTo was called before there was a height
    bool m_inEvent = false; ///< a key or the mouse is moving the current cell
    QPersistentModelIndex m_anchor; ///< where a block drawn with Shift or the mouse begins
    mutable QPersistentModelIndex m_target; ///< the cell the last key or mouse event meant
};

} // namespace chengdan::ui
