// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_totals.h"

#include "core/base/capital.h"
#include "ui/quoting/quote_editor.h"
#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace chengdan::ui {

QuoteTotals::QuoteTotals(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_capitals(new QLabel(this))
    , m_net(new QLabel(this))
    , m_tax(new QLabel(this))
    , m_gross(new QLabel(this))
{
    m_capitals->setObjectName(QStringLiteral("quoteCapitals"));
    m_net->setObjectName(QStringLiteral("quoteNet"));
    m_tax->setObjectName(QStringLiteral("quoteTax"));
    m_gross->setObjectName(QStringLiteral("quoteGross"));
    setRole(m_capitals, "cap");
    setRole(m_gross, "num");
    m_capitals->setWordWrap(true);
    m_grid->setContentsMargins(metric::kSpace4, metric::kSpace2, metric::kSpace4, metric::kSpace2);
    m_grid->setHorizontalSpacing(metric::kPageSide);
    m_grid->setVerticalSpacing(metric::kSpace1);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_net, 0, 1);
    m_grid->addWidget(m_tax, 0, 2);
    m_grid->addWidget(m_gross, 0, 3);
    m_grid->addWidget(m_capitals, 1, 0, 1, 4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void QuoteTotals::showTotals(const quoting::PricedQuote& priced)
{
    m_net->setText(QuoteEditor::tr("Net  %1").arg(moneyText(priced.net)));
    m_tax->setText(QuoteEditor::tr("Tax  %1").arg(moneyText(priced.tax)));
    m_gross->setText(QuoteEditor::tr("Total  %1").arg(moneyText(priced.gross)));
    const bool yuan = priced.gross.currency() == Currency::cny();
    const auto capitals = rmbCapitals(priced.gross.minor());
    m_capitals->setText(yuan && capitals ? *capitals : priced.gross.currency().code());
    place();
}

// The label wraps, so its own hint says nothing about the length of its words.
void QuoteTotals::place()
{
    const int words =
        QFontMetrics(themeFont(TextRole::Caption)).horizontalAdvance(m_capitals->text());
    const QMargins margins = m_grid->contentsMargins();
    const int needed = words + m_net->sizeHint().width() + m_tax->sizeHint().width()
        + m_gross->sizeHint().width() + 4 * m_grid->horizontalSpacing() + margins.left()
        + margins.right();
    const bool beside = needed <= width();
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(m_capitals), &row, &column, &rows, &columns);
    if (beside == (row == 0))
        return;
    m_grid->removeWidget(m_capitals);
    if (beside)
        m_grid->addWidget(m_capitals, 0, 0);
    else
        m_grid->addWidget(m_capitals, 1, 0, 1, 4);
}

void QuoteTotals::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void QuoteTotals::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

} // namespace chengdan::ui
