// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/list_source.h"

#include <QHeaderView>

namespace chengdan::ui {

/// Header of a list: semi-bold 12 px words with the padding of the cells, an arrow in the sorted
/// columns (and its rank where there are several), a line below. Numbers stand right as their
/// columns do. The leading frozen columns stay where they are while the others are scrolled.
class ListHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ListHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    /// Which columns show an arrow, the first one most important.
    void setSorts(const QList<QPair<int, bool>>& columnAndDescending);
    /// How many leading sections do not scroll.
    void setFrozen(int sections);
    int frozen() const { return m_frozen; }
    /// Width of the frozen sections in px.
    int frozenWidth() const;
    /// Left edge of a section in the viewport, frozen or not.
    int leftOf(int logicalIndex) const;
    bool isFrozen(int logicalIndex) const;
    /// The section at a place in the viewport; -1 none.
    int sectionAt(int x) const;
    /// The width a section needs for its own title.
    int titleWidth(int logicalIndex) const;
    /// Held while the last click was made.
    Qt::KeyboardModifiers clickModifiers() const { return m_modifiers; }

Q_SIGNALS:
    /// The menu of a column is wanted at a global position.
    void menuRequested(int logicalIndex, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool coversAt(int x) const;
    QList<QPair<int, bool>> m_sorts;
    int m_frozen = 0;
    int m_pressed = -1;
    Qt::KeyboardModifiers m_modifiers;
};

} // namespace chengdan::ui
