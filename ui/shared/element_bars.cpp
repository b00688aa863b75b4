// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/element_bars.h"

#include "core/base/arithmetic.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace chengdan::ui {

namespace {
constexpr int kBarRowHeight = 34;
}

ElementBars::ElementBars(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElementBars::setBars(std::vector<Bar> bars)
{
    m_bars = std::move(bars);
    QStringList spoken;
    for (const Bar& bar : m_bars)
        spoken += bar.label + QLatin1Char(' ') + bar.figure;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ElementBars::sizeHint() const
{
    return {themePx(240), themePx(kBarRowHeight) * static_cast<int>(m_bars.size())};
}

void ElementBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 most = 0;
    for (const Bar& bar : m_bars)
        most = std::max(most, bar.amount);
    const int row = themePx(kBarRowHeight);
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRect line(0, i * row, width(), row - themePx(12));
        painter.setFont(themeFont(TextRole::Strong));
        const int figureWidth = painter.fontMetrics().horizontalAdvance(bar.figure) + themePx(8);
        painter.setPen(bar.amount < 0 ? themeColor(Token::Danger) : themeColor(Token::Text));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, bar.figure);
        painter.setFont(themeFont(TextRole::Body));
        painter.setPen(themeColor(Token::Text));
        painter.drawText(line.adjusted(0, 0, -figureWidth, 0),
            Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(
                bar.label, Qt::ElideRight, line.width() - figureWidth));
        const QRectF track(0, i * row + row - themePx(11), width(), themePx(4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColor(Token::Subtle));
        painter.drawRoundedRect(track, 2, 2);
        if (bar.amount <= 0 || most <= 0)
            continue;
        const auto length = mulDiv(bar.amount, width(), most, Rounding::HalfUp).value_or(0);
        painter.setBrush(themeColor(bar.colour));
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), static_cast<qreal>(length), track.height()), 2, 2);
    }
}

} // namespace chengdan::ui
