// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QHash>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace chengdan::ui {

struct CellLook;
class WindowedModel;

inline constexpr int kListSide = 8; ///< padding of a cell at both sides
inline constexpr int kListFirstSide = 16; ///< and at the left of the first column
inline int listLeftSide(int column)
{
    return column == 0 ? kListFirstSide : kListSide;
}

/// Paints the rows of read-only lists: tag with dot and word, initials badge, icon before an
/// overdue date, right-aligned figures, elided text with a tool tip. Works on any model that gives
/// WindowedModel::LookRole; other cells are painted from DisplayRole. The heading of a group runs
/// across its row.
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
    /// A text as it stands in a cell of this width: elided and shaped once for the painter's font.
    struct Word {
        QString text;
        int width = 0;
        bool strong = false;
        friend bool operator==(const Word&, const Word&) = default;
        friend size_t qHash(const Word& word, size_t seed = 0)
        {
            return qHashMulti(seed, word.text, word.width, word.strong);
        }
    };
    const QStaticText& shaped(const QPainter& painter, const Word& word) const;
    void paintContent(QPainter* painter,
        const QRect& cell,
        const QModelIndex& index,
        const WindowedModel* model,
        const CellLook& look) const;
    void paintHeading(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index,
        const WindowedModel& model) const;
    mutable QHash<Word, QStaticText> m_shaped;
};

} // namespace chengdan::ui
