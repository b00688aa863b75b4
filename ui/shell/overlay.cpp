// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlay.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

namespace chengdan::ui {

namespace {

class CommandRowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, themePx(index.data(CommandHeadingRole).toBool() ? 30 : 38)};
    }
    void paint(QPainter* painter,
        const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        painter->save();
        const QRect row = option.rect.adjusted(8, 1, -8, -1);
        if (index.data(CommandHeadingRole).toBool()) {
            painter->setFont(themeFont(TextRole::Label));
            painter->setPen(themeColor(Token::Text3));
            painter->drawText(row.adjusted(12, 4, 0, 0),
                Qt::AlignLeft | Qt::AlignVCenter,
                index.data().toString());
            painter->restore();
            return;
        }
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state & QStyle::State_Selected;
        if (current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(themeColor(Token::Selected));
            painter->drawRoundedRect(row, metric::kRadiusControl, metric::kRadiusControl);
        }
        const int size = themePx(18);
        paintIcon(painter,
            QRectF(row.left() + 12, row.top() + (row.height() - size) / 2.0, size, size),
            index.data(CommandIconRole).toString(),
            current ? Token::AccentText : Token::Text2);
        QRect right = row.adjusted(0, 0, -12, 0);
        right.setRight(
            right.right() - paintKeyCaps(painter, right, index.data(CommandKeysRole).toString()));
        const QString detail = index.data(CommandDetailRole).toString();
        painter->setFont(themeFont(TextRole::Caption));
        painter->setPen(themeColor(Token::Text2));
        painter->drawText(right, Qt::AlignRight | Qt::AlignVCenter, detail);
        const int taken = painter->fontMetrics().horizontalAdvance(detail) + 12;
        const QRect text(row.left() + 12 + size + 12,
            row.top(),
            right.right() - taken - row.left() - 24 - size,
            row.height());
        painter->setFont(themeFont(current ? TextRole::Strong : TextRole::Body));
        painter->setPen(themeColor(Token::Text));
        painter->drawText(text,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

} // namespace

QStyledItemDelegate* newCommandRowDelegate(QObject* parent)
{
    return new CommandRowDelegate(parent);
}

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::PortableText);
    text.replace(QStringLiteral("Left"), QString(QChar(0x2190)));
    text.replace(QStringLiteral("Right"), QString(QChar(0x2192)));
    return text;
}

int paintKeyCaps(QPainter* painter, const QRect& within, const QString& keys)
{
    if (keys.isEmpty())
        return 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = themeFont(TextRole::Label);
    font.setPixelSize(themePx(11));
    painter->setFont(font);
    QString rest = keys;
    QStringList caps;
    // "Ctrl++" ends in the plus key itself.
    if (rest.endsWith(QStringLiteral("++"))) {
        rest.chop(2);
        caps = rest.split(QLatin1Char('+'));
        caps.append(QStringLiteral("+"));
    } else {
        caps = rest.split(QLatin1Char('+'));
    }
    const int height = themePx(20);
    int right = within.right() + 1;
    for (qsizetype i = caps.size() - 1; i >= 0; --i) {
        const int width =
            qMax(height, painter->fontMetrics().horizontalAdvance(caps[i]) + themePx(10));
        const QRectF box(right - width + 0.5,
            within.top() + (within.height() - height) / 2 + 0.5,
            width - 1,
            height - 1);
        painter->setPen(themeColor(Token::Border));
        painter->setBrush(themeColor(Token::Subtle));
        painter->drawRoundedRect(box, metric::kRadiusKeyCap, metric::kRadiusKeyCap);
        painter->setPen(themeColor(Token::Text2));
        painter->drawText(box, Qt::AlignCenter, caps[i]);
        right -= width + 4;
    }
    painter->restore();
    return within.right() + 1 - right + 4;
}

Overlay::Overlay(const QString& name, QWidget* window)
    : QWidget(window)
    , m_card(new QFrame(this))
{
    setObjectName(name);
    m_card->setObjectName(name + QStringLiteral("Card"));
    setKind(m_card, "popup");
    window->installEventFilter(this);
    hide();
}

void Overlay::setCardSize(QSize size)
{
    m_size = size;
    place();
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void Overlay::place()
{
    setGeometry(parentWidget()->rect());
    const QSize size(qMin(themePx(m_size.width()), width() - 80),
        qMin(themePx(m_size.height()), height() - 140));
    m_card->setGeometry(QRect(QPoint((width() - size.width()) / 2, qMax(40, height() / 10)), size));
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor dim = Theme::instance().scheme() == Scheme::Dark ? themeColor(Token::App)
                                                            : themeColor(Token::Text);
    dim.setAlphaF(Theme::instance().scheme() == Scheme::Dark ? 0.62F : 0.34F);
    painter.fillRect(rect(), dim);
    // The popup's own soft shadow: a few rounded frames, cheap at any scale.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shade = QColor::fromRgb(tokenRgb(Token::App, Scheme::Dark));
    for (int i = 8; i > 0; --i) {
        shade.setAlphaF(0.025F);
        painter.setBrush(shade);
        painter.drawRoundedRect(m_card->geometry().adjusted(-i, -i + 3, i, i + 3),
            metric::kRadiusPopup + i,
            metric::kRadiusPopup + i);
    }
}

void Overlay::mousePressEvent(QMouseEvent*)
{
    close();
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chengdan::ui
