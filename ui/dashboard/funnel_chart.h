// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QChartView>

#include <vector>

class QGraphicsPolygonItem;
class QGraphicsSimpleTextItem;

namespace chengdan::ui {

/// One stage of the funnel as shown.
struct FunnelBar {
    QString stage;
    qint64 count = 0; ///< rows behind the bar
    QString amount; ///< ready text, 万元
    QString stay; ///< ready text of the mean stay
    QString conversion; ///< to the next stage; empty: not known
    bool slowest = false; ///< the longest stay: the bar is in the warning colour
    bool won = false; ///< shown as a figure without a bar: the end of the chain, not part of it
};

/// The sales funnel: centred bars strictly proportional to what stands in each stage now, the rate
/// between stages on the connectors, amount and stay beside them. Click or Enter on a bar drills
/// down to exactly the rows it counts. Qt Charts has
/// no funnel, so an invisible pad centres each bar and the connectors are polygons placed by the
/// chart's own positions.
class FunnelChart : public QChartView {
    Q_OBJECT
public:
    explicit FunnelChart(QWidget* parent = nullptr);
    void setBars(std::vector<FunnelBar> bars);
    void setHeadings(const QString& amount, const QString& stay);
    const std::vector<FunnelBar>& bars() const { return m_bars; }
    /// Where the bar of a row is drawn, in the chart's own coordinates.
    QRectF barRect(int row) const;

Q_SIGNALS:
    void stageChosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void placeOverlay();
    int rowAt(const QPointF& position) const;
    Token colourOf(const FunnelBar& bar) const;
    std::vector<FunnelBar> m_bars;
    QString m_amountHeading;
    QString m_stayHeading;
    std::vector<QGraphicsItem*> m_overlay;
    qint64 m_most = 1;
    int m_current = 0;
};

} // namespace chengdan::ui
