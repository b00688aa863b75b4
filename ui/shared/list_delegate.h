// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QHash>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace chengdan::ui {

struct CellLook;

/// Paints the rows of read-only lists: tag with dot and word, initials badge, icon before an
/// overdue date, right-aligned figures, elided text with a tool tip. Works on any model that gives
/// WindowedModel::LookRole; other cells are painted from DisplayRole. Side padding 8, first column
/// 16.
class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ListDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event,
        QAbstractItemView* view,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    QString elided(const QString& text, int width, bool strong) const;
    void paintContent(
        QPainter* painter, const QRect& cell, const QModelIndex& index, const CellLook& look) const;
    mutable QHash<QString, QString> m_elided;
};

/// Header of a list: semi-bold 12 px words with the padding of the cells, an arrow in the sorted
/// column, a line below. Numbers stand right as their columns do.
class ListHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ListHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    /// Which column shows the arrow; -1 none.
    void setSort(int column, bool descending);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    int m_sortColumn = -1;
    bool m_descending = false;
};

} // namespace chengdan::ui
