// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/funnel_chart.h"

#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLineItem>
#include <QGraphicsPolygonItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>

namespace chengdan::ui {

namespace {
constexpr int kFunnelLabelWidth = 96;
constexpr int kFunnelAmountWidth = 108;
constexpr int kFunnelStayWidth = 78;
constexpr int kFunnelHeadHeight = 24;
// A word on a filled bar: white or near-black, whichever reads better there.
Token wordOn(Token fill)
{
    const QRgb under = themeColor(fill).rgb();
    const auto contrast = [&](Token word) { return contrastRatio(themeColor(word).rgb(), under); };
    return contrast(Token::OnAccent) >= 4.5 || contrast(Token::OnAccent) >= contrast(Token::App)
        ? Token::OnAccent
        : Token::App;
}

constexpr qreal kBarPart = 0.62; ///< of a row's height; the rest carries the connector

QString barCount(const FunnelBar& bar)
{
    return grouped(QString::number(bar.count));
}
} // namespace

FunnelChart::FunnelChart(QWidget* parent)
    : QChartView(parent)
{
    setObjectName(QStringLiteral("funnelChart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, 0, 0, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    setMinimumHeight(themePx(220));
    connect(chart(), &QChart::plotAreaChanged, this, &FunnelChart::placeOverlay);
    connect(&Theme::instance(), &Theme::themeChanged, this, &FunnelChart::rebuild);
}

void FunnelChart::setBars(std::vector<FunnelBar> bars)
{
    m_bars = std::move(bars);
    m_current = 0;
    QStringList spoken;
    for (const FunnelBar& bar : m_bars)
        spoken += QStringLiteral("%1 %2").arg(bar.stage, barCount(bar));
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    rebuild();
}

void FunnelChart::setHeadings(const QString& amount, const QString& stay)
{
    m_amountHeading = amount;
    m_stayHeading = stay;
    placeOverlay();
}

Token FunnelChart::colourOf(const FunnelBar& bar) const
{
    return bar.slowest ? Token::Warn : Token::Accent;
}

void FunnelChart::rebuild()
{
    chart()->removeAllSeries();
    const auto axes = chart()->axes();
    for (QAbstractAxis* axis : axes) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_most = 1;
    for (const FunnelBar& bar : m_bars) {
        if (!bar.won)
            m_most = std::max(m_most, bar.count);
    }
    // The length of a bar in the chart; won has none.
    const auto length = [](const FunnelBar& bar) { return bar.won ? qint64{0} : bar.count; };
    // One set per bar, so that each may have its colour; categories run bottom-up.
    auto* series = new QHorizontalStackedBarSeries;
    series->setBarWidth(kBarPart);
    const auto rows = static_cast<qsizetype>(m_bars.size());
    auto* pad = new QBarSet(QString());
    pad->setBrush(Qt::NoBrush);
    pad->setPen(Qt::NoPen);
    for (qsizetype row = rows - 1; row >= 0; --row)
        *pad << static_cast<qreal>(m_most - length(m_bars[static_cast<std::size_t>(row)])) / 2;
    series->append(pad);
    for (const Token token : {Token::Accent, Token::Warn}) {
        auto* set = new QBarSet(QString());
        set->setBrush(themeColor(token));
        set->setPen(Qt::NoPen);
        for (qsizetype row = rows - 1; row >= 0; --row) {
            const FunnelBar& bar = m_bars[static_cast<std::size_t>(row)];
            *set << (colourOf(bar) == token ? static_cast<qreal>(length(bar)) : 0.0);
        }
        series->append(set);
    }
    chart()->addSeries(series);
    auto* values = new QValueAxis;
    values->setRange(0, static_cast<qreal>(m_most));
    values->setVisible(false);
    auto* names = new QBarCategoryAxis;
    for (qsizetype row = rows - 1; row >= 0; --row)
        names->append(QString::number(row));
    names->setVisible(false);
    chart()->addAxis(values, Qt::AlignBottom);
    chart()->addAxis(names, Qt::AlignLeft);
    series->attachAxis(values);
    series->attachAxis(names);
    resizeEvent(nullptr);
    placeOverlay();
}

QRectF FunnelChart::barRect(int row) const
{
    const QRectF plot = chart()->plotArea();
    const qreal height = plot.height() / std::max<qreal>(1, static_cast<qreal>(m_bars.size()));
    const FunnelBar& bar = m_bars[static_cast<std::size_t>(row)];
    const qreal width = bar.won
        ? QFontMetrics(themeFont(TextRole::Strong)).horizontalAdvance(barCount(bar)) + themePx(20)
        : plot.width() * static_cast<qreal>(bar.count) / static_cast<qreal>(m_most);
    return {plot.center().x() - width / 2,
        plot.top() + height * row + height * (1 - kBarPart) / 2,
        width,
        height * kBarPart};
}

void FunnelChart::placeOverlay()
{
    for (QGraphicsItem* item : m_overlay)
        delete item;
    m_overlay.clear();
    const auto text = [this](const QString& words,
                          TextRole role,
                          Token colour,
                          const QPointF& anchor,
                          int alignment) {
        auto* item = new QGraphicsSimpleTextItem(words, chart());
        item->setFont(themeFont(role));
        item->setBrush(themeColor(colour));
        item->setZValue(20);
        const QSizeF size = item->boundingRect().size();
        const qreal x = (alignment & Qt::AlignRight) ? anchor.x() - size.width()
            : (alignment & Qt::AlignHCenter)         ? anchor.x() - size.width() / 2
                                                     : anchor.x();
        item->setPos(x, anchor.y() - size.height() / 2);
        m_overlay.push_back(item);
        return item;
    };
    const QRectF plot = chart()->plotArea();
    if (m_bars.empty() || plot.isEmpty())
        return;
    const qreal amountX = plot.right() + themePx(kFunnelAmountWidth);
    const qreal stayX = amountX + themePx(kFunnelStayWidth);
    text(m_amountHeading,
        TextRole::Caption,
        Token::Text3,
        {amountX, plot.top() - themePx(10)},
        Qt::AlignRight);
    text(m_stayHeading,
        TextRole::Caption,
        Token::Text3,
        {stayX, plot.top() - themePx(10)},
        Qt::AlignRight);
    for (int row = 0; row < static_cast<int>(m_bars.size()); ++row) {
        const FunnelBar& bar = m_bars[static_cast<std::size_t>(row)];
        const QRectF rect = barRect(row);
        const qreal middle = rect.center().y();
        text(bar.stage,
            TextRole::Body,
            Token::Text,
            {plot.left() - themePx(12), middle},
            Qt::AlignRight);
        const QString count = barCount(bar);
        if (bar.won) { // no shape whose length could be taken for a share: a line and the figure
            const qreal above = rect.top() - themePx(2); // below the rate that leads here
            auto* line = new QGraphicsLineItem(plot.left(), above, stayX, above, chart());
            line->setPen(QPen(themeColor(Token::Border), 1));
            line->setZValue(9);
            m_overlay.push_back(line);
        }
        const bool fits =
            QFontMetrics(themeFont(TextRole::Strong)).horizontalAdvance(count) + 8 < rect.width();
        if (bar.won)
            text(count, TextRole::Strong, Token::Ok, rect.center(), Qt::AlignHCenter);
        else if (fits)
            text(count, TextRole::Strong, wordOn(colourOf(bar)), rect.center(), Qt::AlignHCenter);
        else
            text(count,
                TextRole::Strong,
                Token::Text,
                {rect.right() + themePx(6), middle},
                Qt::AlignLeft);
        text(bar.amount, TextRole::Body, Token::Text, {amountX, middle}, Qt::AlignRight);
        text(bar.stay,
            bar.slowest ? TextRole::Strong : TextRole::Body,
            bar.slowest ? Token::Warn : Token::Text2,
            {stayX, middle},
            Qt::AlignRight);
        if (hasFocus() && row == m_current) {
            auto* ring = new QGraphicsRectItem(rect.adjusted(-3, -3, 3, 3), chart());
            ring->setPen(QPen(themeColor(Token::AccentText), 2));
            ring->setZValue(21);
            m_overlay.push_back(ring);
        }
        if (row + 1 == static_cast<int>(m_bars.size()))
            continue;
        const QRectF next = barRect(row + 1);
        if (!m_bars[static_cast<std::size_t>(row) + 1].won) {
            auto* link = new QGraphicsPolygonItem(
                QPolygonF({rect.bottomLeft(), rect.bottomRight(), next.topRight(), next.topLeft()}),
                chart());
            link->setBrush(themeColor(Token::Subtle));
            link->setPen(Qt::NoPen);
            link->setZValue(10);
            m_overlay.push_back(link);
        }
        if (!bar.conversion.isEmpty())
            text(bar.conversion,
                TextRole::Caption,
                Token::Text2,
                {plot.center().x(), (rect.bottom() + next.top()) / 2},
                Qt::AlignHCenter);
    }
}

int FunnelChart::rowAt(const QPointF& position) const
{
    const QRectF plot = chart()->plotArea();
    if (m_bars.empty() || position.y() < plot.top() || position.y() >= plot.bottom())
        return -1;
    return static_cast<int>(
        (position.y() - plot.top()) / plot.height() * static_cast<qreal>(m_bars.size()));
}

void FunnelChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (row >= 0) {
        m_current = row;
        Q_EMIT stageChosen(row);
    }
}

void FunnelChart::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (row < 0)
        return;
    const FunnelBar& bar = m_bars[static_cast<std::size_t>(row)];
    QToolTip::showText(event->globalPosition().toPoint(),
        QStringLiteral("%1: %2 · %3 · %4").arg(bar.stage, barCount(bar), bar.amount, bar.stay),
        this);
}

void FunnelChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    if (event->key() == Qt::Key_Down && m_current < last)
        ++m_current;
    else if (event->key() == Qt::Key_Up && m_current > 0)
        --m_current;
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && last >= 0)
        Q_EMIT stageChosen(m_current);
    else
        return QChartView::keyPressEvent(event);
    placeOverlay();
}

void FunnelChart::resizeEvent(QResizeEvent* event)
{
    if (event != nullptr)
        QChartView::resizeEvent(event);
    const QRectF all(QPointF(0, 0), QSizeF(viewport()->size()));
    chart()->setPlotArea(all.adjusted(themePx(kFunnelLabelWidth),
        themePx(kFunnelHeadHeight),
        -themePx(kFunnelAmountWidth + kFunnelStayWidth + 4),
        -themePx(4)));
    placeOverlay();
}

void FunnelChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        rebuild();
}

void FunnelChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    placeOverlay();
}

void FunnelChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    placeOverlay();
}

} // namespace chengdan::ui
