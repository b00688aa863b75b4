// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_header.h"

#include "ui/shared/list_delegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

namespace chengdan::ui {

namespace {

constexpr int kHeaderArrow = 12;

QFont headerFont()
{
    QFont font = themeFont(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ListHeader::ListHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false); // the name stays first
    setHighlightSections(false);
    setSortIndicatorShown(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(48);
}

QSize ListHeader::sizeHint() const
{
    return {length(), themePx(metric::kHeader)}; // the style would measure every title
}

void ListHeader::setSorts(const QList<QPair<int, bool>>& columnAndDescending)
{
    m_sorts = columnAndDescending;
    viewport()->update();
}

void ListHeader::setFrozen(int sections)
{
    m_frozen = sections;
    viewport()->update();
}

int ListHeader::frozenWidth() const
{
    int width = 0;
    for (int visual = 0; visual < qMin(m_frozen, count()); ++visual)
        width += sectionSize(logicalIndex(visual)); // 0 for a hidden one
    return width;
}

bool ListHeader::isFrozen(int logical) const
{
    return visualIndex(logical) < m_frozen;
}

int ListHeader::leftOf(int logical) const
{
    if (!isFrozen(logical))
        return sectionViewportPosition(logical);
    int left = 0;
    for (int visual = 0; visual < visualIndex(logical); ++visual)
        left += sectionSize(logicalIndex(visual));
    return left;
}

bool ListHeader::coversAt(int x) const
{
    return offset() > 0 && x < frozenWidth();
}

int ListHeader::sectionAt(int x) const
{
    if (!coversAt(x))
        return logicalIndexAt(x);
    int left = 0;
    for (int visual = 0; visual < m_frozen; ++visual) {
        left += sectionSize(logicalIndex(visual));
        if (x < left)
            return logicalIndex(visual);
    }
    return -1;
}

int ListHeader::titleWidth(int logical) const
{
    const QString word = model()->headerData(logical, Qt::Horizontal).toString();
    return QFontMetrics(headerFont()).horizontalAdvance(word) + listLeftSide(logical) + kListSide
        + themePx(kHeaderArrow) + 3;
}

void ListHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    if (offset() <= 0 || m_frozen == 0)
        return;
    QPainter painter(viewport());
    int left = 0;
    for (int visual = 0; visual < qMin(m_frozen, count()); ++visual) {
        const int logical = logicalIndex(visual);
        if (isSectionHidden(logical))
            continue;
        paintSection(&painter, QRect(left, 0, sectionSize(logical), height()), logical);
        left += sectionSize(logical);
    }
    painter.fillRect(QRect(left - 1, 0, 1, height()), themeColor(Token::Border));
}

void ListHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, themeColor(Token::Surface));
    painter->fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), 1), themeColor(Token::Border));
    painter->setFont(headerFont());
    int rank = -1;
    for (int i = 0; i < m_sorts.size(); ++i) {
        if (m_sorts[i].first == section)
            rank = i;
    }
    const bool sorted = rank >= 0;
    painter->setPen(themeColor(sorted ? Token::Text : Token::Text2));
    const QRect cell = rect.adjusted(listLeftSide(section), 0, -kListSide, -1);
    const bool right = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()
        & Qt::AlignRight;
    const QString word = model()->headerData(section, Qt::Horizontal).toString();
    const int arrow = themePx(kHeaderArrow);
    const QString number = sorted && m_sorts.size() > 1 ? QString::number(rank + 1) : QString();
    const int mark = sorted ? arrow + 3 + painter->fontMetrics().horizontalAdvance(number) : 0;
    const QString shown =
        painter->fontMetrics().elidedText(word, Qt::ElideRight, cell.width() - mark);
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    QRect text = cell;
    if (right)
        text.setRight(cell.right() - mark);
    painter->drawText(text, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown);
    if (sorted) {
        const int x = right ? cell.right() - mark + 3 : cell.left() + width + 3;
        paintIcon(painter,
            QRectF(x, cell.center().y() - arrow / 2.0 + 1, arrow, arrow),
            m_sorts[rank].second ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"),
            Token::AccentText);
        painter->setPen(themeColor(Token::AccentText));
        painter->drawText(QRect(x + arrow, cell.top(), cell.width(), cell.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            number);
    }
    painter->restore();
}

// Where a frozen section covers others, the mouse means the one that is seen.
void ListHeader::mousePressEvent(QMouseEvent* event)
{
    m_modifiers = event->modifiers();
    const int x = event->position().toPoint().x();
    m_pressed = coversAt(x) && event->button() == Qt::LeftButton ? sectionAt(x) : -1;
    if (m_pressed >= 0)
        return;
    QHeaderView::mousePressEvent(event);
}

void ListHeader::mouseReleaseEvent(QMouseEvent* event)
{
    m_modifiers = event->modifiers();
    if (m_pressed < 0) {
        QHeaderView::mouseReleaseEvent(event);
        return;
    }
    const int section = m_pressed;
    m_pressed = -1;
    if (sectionAt(event->position().toPoint().x()) == section)
        Q_EMIT sectionClicked(section);
}

void ListHeader::contextMenuEvent(QContextMenuEvent* event)
{
    if (const int section = sectionAt(event->pos().x()); section >= 0)
        Q_EMIT menuRequested(section, event->globalPos());
}

} // namespace chengdan::ui
