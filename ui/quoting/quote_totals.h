// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace chengdan::quoting {
struct PricedQuote;
}

namespace chengdan::ui {

/// The totals of a quote below its lines: the amount in words, net, tax and total in one row, or,
/// where that is too narrow or the text too large, the words in a row of their own. No figure is
/// ever cut.
class QuoteTotals : public QWidget {
    Q_OBJECT
public:
    explicit QuoteTotals(QWidget* parent = nullptr);
    void showTotals(const quoting::PricedQuote& priced);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    QGridLayout* m_grid;
    QLabel* m_capitals;
    QLabel* m_net;
    QLabel* m_tax;
    QLabel* m_gross;
};

} // namespace chengdan::ui
