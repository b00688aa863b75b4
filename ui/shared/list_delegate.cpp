// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_delegate.h"

#include "ui/shared/cards.h"
#include "ui/shared/windowed_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace chengdan::ui {

namespace {

constexpr int kListSide = 8;
constexpr int kListFirstSide = 16;
constexpr int kListIcon = 15;
constexpr int kListBadge = 20;
constexpr qsizetype kElidedKept = 4096;

int leftSide(const QModelIndex& index)
{
    return index.column() == 0 ? kListFirstSide : kListSide;
}

CellKind kindOf(const QModelIndex& index)
{
    const auto* model = qobject_cast<const WindowedModel*>(index.model());
    return model ? model->columns()[std::size_t(index.column())].kind : CellKind::Text;
}

Token wordColour(const QModelIndex& index, const CellLook& look)
{
    if (look.toned)
        return wordToken(look.tone);
    if (index.column() == 0)
        return index.data(WindowedModel::MutedRole).toBool() ? Token::Text3 : Token::Text;
    const auto* model = qobject_cast<const WindowedModel*>(index.model());
    return model && model->columns()[std::size_t(index.column())].subdued ? Token::Text2
                                                                          : Token::Text;
}

CellLook lookAt(const QModelIndex& index)
{
    const QVariant look = index.data(WindowedModel::LookRole);
    if (look.isValid())
        return look.value<CellLook>();
    CellLook plain;
    plain.text = index.data().toString();
    return plain;
}

} // namespace

ListDelegate::ListDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
    connect(&Theme::instance(), &Theme::themeChanged, this, [this] { m_elided.clear(); });
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {leftSide(index) + kListSide + 40, themePx(metric::kRow)};
}

// Shaping Chinese text is most of the cost of painting a page; a list repeats its words a lot.
QString ListDelegate::elided(const QString& text, int width, bool strong) const
{
    const QString key =
        text + QChar(0x1F) + QString::number(width) + (strong ? QChar(0x1E) : QChar(0x1D));
    const auto found = m_elided.constFind(key);
    if (found != m_elided.cend())
        return *found;
    if (m_elided.size() > kElidedKept)
        m_elided.clear();
    const QFontMetrics metrics(themeFont(strong ? TextRole::Strong : TextRole::Body));
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width);
    m_elided.insert(key, shown);
    return shown;
}

void ListDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, themeColor(selected ? Token::Selected : Token::Surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        themeColor(Token::Border));
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            themeColor(Token::Accent));
    const QRect cell = option.rect.adjusted(leftSide(index), 0, -kListSide, -1);
    paintContent(painter, cell, index, lookAt(index));
    painter->restore();
}

void ListDelegate::paintContent(
    QPainter* painter, const QRect& cell, const QModelIndex& index, const CellLook& look) const
{
    if (look.text.isEmpty() && look.icon.isEmpty())
        return;
    const CellKind kind = kindOf(index);
    if (kind == CellKind::Tag && look.text != QString(QChar(0x2014))) {
        paintTag(painter, cell, look.text, look.tone);
        return;
    }
    QRect text = cell;
    if (kind == CellKind::Person && look.text != QString(QChar(0x2014))) {
        const int size = themePx(kListBadge);
        paintInitials(painter,
            QRectF(cell.left(), cell.top() + (cell.height() - size) / 2.0, size, size),
            look.text);
        text.setLeft(cell.left() + size + 6);
    }
    const Token colour = wordColour(index, look);
    if (!look.icon.isEmpty()) {
        const int size = themePx(kListIcon);
        paintIcon(painter,
            QRectF(text.left(), text.top() + (text.height() - size) / 2.0, size, size),
            look.icon,
            look.toned || look.tone != Tone::Neutral ? wordToken(look.tone) : Token::Text3);
        text.setLeft(text.left() + size + 5);
    }
    if (!look.badge.isEmpty()) {
        const int size = themePx(16);
        const QRectF box(
            text.left() + 0.5, text.top() + (text.height() - size) / 2.0 + 0.5, size, size);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(themeColor(wordToken(look.tone)), 1.2));
        painter->drawRoundedRect(box, 3, 3);
        QFont font = themeFont(TextRole::Strong);
        font.setPixelSize(themePx(10));
        painter->setFont(font);
        painter->drawText(box, Qt::AlignCenter, look.badge);
        text.setLeft(text.left() + size + 7);
    }
    painter->setFont(themeFont(look.strong ? TextRole::Strong : TextRole::Body));
    painter->setPen(themeColor(colour));
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(text,
        int(align ? align : Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        elided(look.text, text.width(), look.strong));
}

bool ListDelegate::helpEvent(QHelpEvent* event,
    QAbstractItemView* view,
    const QStyleOptionViewItem& option,
    const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const CellLook look = lookAt(index);
    const int room = option.rect.width() - leftSide(index) - kListSide;
    const int needed = QFontMetrics(themeFont(TextRole::Body)).horizontalAdvance(look.text)
        + (kindOf(index) == CellKind::Person || !look.icon.isEmpty() ? themePx(26) : 0);
    if (needed > room)
        QToolTip::showText(event->globalPos(), look.text, view);
    else
        QToolTip::hideText();
    return true;
}

ListHeader::ListHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(48);
}

QSize ListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), themePx(metric::kHeader)};
}

void ListHeader::setSort(int column, bool descending)
{
    m_sortColumn = column;
    m_descending = descending;
    viewport()->update();
}

void ListHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, themeColor(Token::Surface));
    painter->fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), 1), themeColor(Token::Border));
    QFont font = themeFont(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const bool sorted = section == m_sortColumn;
    painter->setPen(themeColor(sorted ? Token::Text : Token::Text2));
    const QRect cell = rect.adjusted(section == 0 ? kListFirstSide : kListSide, 0, -kListSide, -1);
    const bool right = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()
        & Qt::AlignRight;
    const QString word = model()->headerData(section, Qt::Horizontal).toString();
    const int arrow = themePx(12);
    const int room = cell.width() - (sorted ? arrow + 3 : 0);
    const QString shown = painter->fontMetrics().elidedText(word, Qt::ElideRight, room);
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    QRect text = cell;
    if (right && sorted)
        text.setRight(cell.right() - arrow - 3);
    painter->drawText(text, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown);
    if (sorted) {
        const int x = right ? cell.right() - arrow + 1 : cell.left() + width + 3;
        paintIcon(painter,
            QRectF(x, cell.center().y() - arrow / 2.0 + 1, arrow, arrow),
            m_descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"),
            Token::AccentText);
    }
    painter->restore();
}

} // namespace chengdan::ui
