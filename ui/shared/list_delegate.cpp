// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/list_delegate.h"

#include "ui/shared/cards.h"
#include "ui/shared/list_density.h"
#include "ui/shared/list_table.h"
#include "ui/shared/windowed_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace chengdan::ui {

namespace {

constexpr int kListIcon = 15;
constexpr int kListBadge = 20;
constexpr qsizetype kShapedKept = 2048; ///< a few pages of 20 columns; about 2 MB

CellKind kindOf(const WindowedModel* model, const QModelIndex& index)
{
    return model ? model->columns()[std::size_t(index.column())].kind : CellKind::Text;
}

Token wordColour(const WindowedModel* model, const QModelIndex& index, const CellLook& look)
{
    if (look.toned)
        return wordToken(look.tone);
    if (!model)
        return Token::Text;
    if (index.column() == 0)
        return model->isMuted(index.row()) ? Token::Text3 : Token::Text;
    return model->columns()[std::size_t(index.column())].subdued ? Token::Text2 : Token::Text;
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

QStaticText shapedText(const QPainter& painter, QString text)
{
    QStaticText shaped(text.replace(QLatin1Char('\n'), QLatin1Char(' ')));
    shaped.setTextFormat(Qt::PlainText);
    // Painting leaves a shift aside, so a text shaped with one would be shaped again.
    const QTransform& shift = painter.deviceTransform();
    shaped.prepare(
        QTransform(shift.m11(), shift.m12(), shift.m21(), shift.m22(), 0, 0), painter.font());
    return shaped;
}

// Of a text that will hardly fit the elided one is shaped at once. Chinese characters are as wide
// as they are high, others about half.
bool seemsToFit(const QPainter& painter, const QString& text, int width)
{
    int halves = 0;
    for (const QChar character : text)
        halves += character.unicode() < 0x2E80 ? 1 : 2;
    return halves * painter.font().pixelSize() / 2 <= width;
}

// Setting a font costs looking it up; most cells have that of the table.
void setListFont(QPainter* painter, const QFont& font)
{
    if (painter->font() != font)
        painter->setFont(font);
}

} // namespace

ListDelegate::ListDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
    connect(&Theme::instance(), &Theme::themeChanged, this, [this] { m_shaped.clear(); });
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {listLeftSide(index.column()) + kListSide + 40, ListDensity::instance().rowHeight()};
}

// Shaping Chinese text is most of the cost of painting a page; a list repeats its words a lot.
const QStaticText& ListDelegate::shaped(const QPainter& painter, const Word& word) const
{
    const auto found = m_shaped.constFind(word);
    if (found != m_shaped.cend())
        return *found;
    if (m_shaped.size() > kShapedKept)
        m_shaped.clear();
    const QString whole = word.text.left(word.width + 1); // no pixel is left for more
    const auto elided = [&] {
        return shapedText(
            painter, painter.fontMetrics().elidedText(whole, Qt::ElideRight, word.width));
    };
    const bool seems = seemsToFit(painter, whole, word.width);
    QStaticText text = seems ? shapedText(painter, whole) : elided();
    if (seems && text.size().width() > word.width)
        text = elided();
    return *m_shaped.insert(word, text);
}

void ListDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const WindowedModel*>(index.model());
    const auto* table = qobject_cast<const ListTable*>(option.widget);
    const bool current = table && table->currentIndex().row() == index.row();
    const bool selected = option.state & QStyle::State_Selected;
    const bool heading = model && model->isHeading(index.row());
    painter->save();
    if (selected || current || heading) // the others stand on the table's own ground
        painter->fillRect(
            option.rect, themeColor(selected || current ? Token::Selected : Token::Subtle));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        themeColor(Token::Border));
    if ((current || (selected && !table)) && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            themeColor(Token::Accent));
    if (heading) {
        paintHeading(painter, option, index, *model);
    } else {
        const QRect cell = option.rect.adjusted(listLeftSide(index.column()), 0, -kListSide, -1);
        // A page of cells asks the model directly: a QVariant each would cost as much as painting.
        if (const CellLook* look = model ? model->lookAt(index.row(), index.column()) : nullptr)
            paintContent(painter, cell, index, model, *look);
        else if (!model)
            paintContent(painter, cell, index, model, lookAt(index));
    }
    if (table && table->showsCell() && (option.state & QStyle::State_HasFocus)) {
        painter->setPen(QPen(themeColor(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

// The words run across the cells without a sum; each cell paints its own piece of them.
void ListDelegate::paintHeading(QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index,
    const WindowedModel& model) const
{
    painter->setFont(themeFont(TextRole::Strong));
    painter->setPen(themeColor(Token::Text));
    if (const QString sum =
            index.column() == 0 ? QString() : model.headingSum(index.row(), index.column());
        !sum.isEmpty()) {
        painter->drawText(option.rect.adjusted(kListSide, 0, -kListSide, -1),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            sum);
        return;
    }
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const QRect first = table ? table->visualRect(index.siblingAtColumn(0)) : option.rect;
    const int icon = themePx(kListIcon);
    const int left = first.left() + kListFirstSide - themePx(4);
    painter->setClipRect(option.rect.adjusted(0, 0, 0, -1));
    paintIcon(painter,
        QRectF(left, option.rect.top() + (option.rect.height() - icon) / 2.0, icon, icon),
        model.isFolded(index.row()) ? QStringLiteral("chevron-right")
                                    : QStringLiteral("chevron-down"),
        Token::Text3);
    const int text = left + icon + themePx(6);
    painter->drawText(
        QRect(text, option.rect.top(), qMax(0, option.rect.right() - text), option.rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        model.headingText(index.row()));
}

void ListDelegate::paintContent(QPainter* painter,
    const QRect& cell,
    const QModelIndex& index,
    const WindowedModel* model,
    const CellLook& look) const
{
    if (look.text.isEmpty() && look.icon.isEmpty())
        return;
    const CellKind kind = kindOf(model, index);
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
    const Token colour = wordColour(model, index, look);
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
    setListFont(painter, themeFont(look.strong ? TextRole::Strong : TextRole::Body));
    painter->setPen(themeColor(colour));
    const Qt::Alignment align = model ? (alignsRight(kind) ? Qt::AlignRight : Qt::AlignLeft)
                                      : Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QStaticText& words = shaped(*painter, {look.text, qMax(0, text.width()), look.strong});
    const QSizeF size = words.size();
    const int x = align.testFlag(Qt::AlignRight) ? text.right() + 1 - qCeil(size.width())
        : align.testFlag(Qt::AlignHCenter) ? text.left() + qRound((text.width() - size.width()) / 2)
                                           : text.left();
    painter->drawStaticText(x, text.top() + qRound((text.height() - size.height()) / 2), words);
}

bool ListDelegate::helpEvent(QHelpEvent* event,
    QAbstractItemView* view,
    const QStyleOptionViewItem& option,
    const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const CellLook look = lookAt(index);
    const auto* model = qobject_cast<const WindowedModel*>(index.model());
    const int room = option.rect.width() - listLeftSide(index.column()) - kListSide;
    const int needed = QFontMetrics(themeFont(TextRole::Body)).horizontalAdvance(look.text)
        + (kindOf(model, index) == CellKind::Person || !look.icon.isEmpty() ? themePx(26) : 0);
    if (needed > room)
        QToolTip::showText(event->globalPos(), look.text, view);
    else
        QToolTip::hideText();
    return true;
}

} // namespace chengdan::ui
