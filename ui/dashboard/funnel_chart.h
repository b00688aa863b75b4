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
    qint64 count = 0;
    QString amount; ///< ready text, 万元
    QString stay; ///< ready text of the mean stay
    QString conversion; ///< to the next stage; empty: not known
    bool slowest = false; ///< the longest stay: the bar is in the warning colour
    bool won = false;
};

/// The sales funnel: centred bars strictly proportional to their counts, the rate between stages on
/// the connectors, amount and stay beside them. Click or Enter on a bar drills down. Qt Charts has
/// no funnel, so an invisible pad centres each bar and the connectors are polygons placed by the
/// chart's own positions.
class FunnelChart : public QChartView {
    Q_OBJECT
public:
    explicit FunnelChart(QWidget* parent = nullptr);
    void setBars(std::vector<FunnelBar> bars);
    void setHeadings(const QString& amount, const QString& stay);

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
    QRectF barRect(int row) const;
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
