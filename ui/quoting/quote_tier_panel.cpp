// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_tier_panel.h"

#include "ui/quoting/quote_side_panel.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chengdan::ui {

QuoteTierPanel::QuoteTierPanel(QWidget* parent)
    : QWidget(parent)
    , m_card(new Card(QStringLiteral("quoteTiersCard")))
    , m_table(new QTableWidget)
{
    setObjectName(QStringLiteral("quoteTiersPanel"));
    m_table->setObjectName(QStringLiteral("quoteTiers"));
    m_table->setColumnCount(Count);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(themePx(28));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_card->body()->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_table, &QTableWidget::cellChanged, this, &QuoteTierPanel::take);
    retranslate();
}

void QuoteTierPanel::setText(int row, int column, const QString& text, bool editable)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment((column == Level ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (!editable)
        item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    m_table->setItem(row, column, item);
}

void QuoteTierPanel::showLine(const quoting::DraftLine* draft,
    const quoting::QuotedLine* priced,
    bool costVisible,
    bool editable)
{
    m_filling = true;
    m_editable = editable;
    m_tiers = draft != nullptr ? draft->tiers : std::vector<quoting::DraftTier>();
    const int rows = static_cast<int>(m_tiers.size());
    m_table->setRowCount(draft != nullptr && editable ? rows + 1 : rows);
    for (int row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        setText(row, From, quantityText(m_tiers[at].from), editable);
        const auto* tier =
            priced != nullptr && at < priced->tiers.size() ? &priced->tiers[at] : nullptr;
        const auto figure = [&](int column, const QString& text, bool typed = false) {
            setText(row, column, tier != nullptr ? text : noValue(), typed && editable);
        };
        figure(Cost,
            tier != nullptr && tier->c4 && costVisible ? unitCostText(*tier->c4, 4) : noValue());
        figure(Guide, tier != nullptr && tier->guide ? unitPriceText(*tier->guide) : noValue());
        figure(
            Price, tier != nullptr && tier->price ? unitPriceText(*tier->price) : noValue(), true);
        figure(Margin,
            tier != nullptr && tier->margin && costVisible ? rateText(*tier->margin) : noValue());
        figure(Level, tier != nullptr ? levelName(tier->level) : QString());
    }
    if (m_table->rowCount() > rows) {
        setText(rows, From, {}, true);
        for (int column = Cost; column < Count; ++column)
            setText(rows, column, {}, false);
    }
    m_filling = false;
}

void QuoteTierPanel::focusEntry()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    m_table->setCurrentCell(m_table->rowCount() - 1, From);
}

void QuoteTierPanel::take(int row, int column)
{
    if (m_filling || !m_editable)
        return;
    const QString typed = m_table->item(row, column)->text().trimmed();
    const auto plain = plainNumber(typed);
    const bool isNew = row >= static_cast<int>(m_tiers.size());
    if (column == From) {
        const auto from =
            plain ? Quantity::parse(*plain) : Result<Quantity>(chengdan::fail(plain.error()));
        if (typed.isEmpty() && !isNew)
            m_tiers.erase(m_tiers.begin() + row);
        else if (!from || from->raw() <= 0)
            return Q_EMIT tiersEdited(m_tiers); // shows what stood there before
        else if (isNew)
            m_tiers.push_back({*from, Quantity(), std::nullopt});
        else
            m_tiers[static_cast<std::size_t>(row)].from = *from;
        std::sort(m_tiers.begin(), m_tiers.end(), [](const auto& a, const auto& b) {
            return a.from < b.from;
        });
        m_tiers.erase(std::unique(m_tiers.begin(),
                          m_tiers.end(),
                          [](const auto& a, const auto& b) { return a.from == b.from; }),
            m_tiers.end());
    } else if (column == Price && !isNew) {
        auto& price = m_tiers[static_cast<std::size_t>(row)].price;
        if (typed.isEmpty()) {
            price.reset();
        } else if (plain) {
            if (const auto value = UnitPrice::parse(*plain); value && value->raw() >= 0)
                price = *value;
        }
    }
    Q_EMIT tiersEdited(m_tiers);
}

void QuoteTierPanel::retranslate()
{
    m_card->setHeading(
        tr("Quantity tiers"), tr("of the current line; each costed with its own lot"));
    m_table->setAccessibleName(tr("Quantity tiers"));
    m_table->setToolTip(tr("Quantity tiers") + QStringLiteral("  Ctrl+T"));
    m_table->setHorizontalHeaderLabels({tr("From quantity"),
        tr("Cost"),
        tr("Guide price"),
        tr("Price"),
        tr("Margin"),
        tr("Approval by")});
}

void QuoteTierPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
