// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_pricer.h"

#include <QWidget>

class QFormLayout;

namespace chengdan::ui {

class Card;
class ElementBars;
class MessageBar;

/// Beside the grid: what the current line costs by element, guide price and floor, and whose
/// approval the price needs, with the reason in words.
class QuoteSidePanel : public QWidget {
    Q_OBJECT
public:
    explicit QuoteSidePanel(QWidget* parent = nullptr);
    void showLine(const QString& name, const quoting::QuotedLine* line, bool costVisible);

private:
    void addFigure(const QString& label, const QString& figure, bool strong = false);
    MessageBar* m_notice;
    Card* m_card;
    ElementBars* m_bars;
    QFormLayout* m_figures;
    class QLabel* m_trace;
};

/// 1 … 4 → 业务员, 销售经理, 销售总监, 总经理.
QString levelName(int level);

} // namespace chengdan::ui
