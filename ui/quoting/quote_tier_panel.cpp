// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quoting/quote_tier_panel.h"

#include "ui/quoting/quote_side_panel.h"
#include "ui/quoting/quote_tier_table.h"
#include "ui/shared/cards.h"
#include "ui/shared/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chengdan::ui {

QuoteTierPanel::QuoteTierPanel(QWidget* parent)
    : QWidget(parent)
    , m_card(new Card(QStringLiteral("quoteTiersCard")))
    , m_table(new QuoteTierTable)
{
    setObjectName(QStringLiteral("quoteTiersPanel"));
    m_table->setObjectName(QStringLiteral("quoteTiers"));
    m_table->setColumnCount(Count);
    m_table->setTabKeyNavigation(false); // Tab goes on through the window; arrows walk the cells
    m_table->verticalHeader()->hide();
    const auto fit = [this] { m_table->verticalHeader()->setDefaultSectionSize(themePx(28)); };
    connect(&Theme::instance(), &Theme::themeChanged, this, fit);
    fit();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_card->body()->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_table, &QTableWidget::cellChanged, this, &QuoteTierPanel::take);
    connect(m_table, &QuoteTierTable::enterTaken, this, &QuoteTierPanel::goOn);
    connect(m_table, &QuoteTierTable::removeAsked, this, &QuoteTierPanel::removeTier);
    connect(m_table, &QuoteTierTable::left, this, &QuoteTierPanel::left);
    retranslate();
}

// Cells that say the same are left alone, so that what is being typed into one stays there.
void QuoteTierPanel::setText(int row, int column, const QString& text, bool editable)
{
    QTableWidgetItem* item = m_table->item(row, column);
    if (item == nullptr) {
        item = new QTableWidgetItem;
        item->setTextAlignment(
            (column == Level ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    if (item->text() != text)
        item->setText(text);
    if (item->flags().testFlag(Qt::ItemIsEditable) != editable)
        item->setFlags(item->flags() ^ Qt::ItemIsEditable);
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
        // Figures of an earlier pricing belong to other quantities.
        const auto* tier = priced != nullptr && at < priced->tiers.size()
                && priced->tiers[at].from == m_tiers[at].from
            ? &priced->tiers[at]
            : nullptr;
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
    m_filling = false;
    if (m_table->rowCount() > rows)
        showEntryRow();
}

void QuoteTierPanel::showEntryRow()
{
    m_filling = true;
    const int row = static_cast<int>(m_tiers.size());
    m_table->setRowCount(row + 1);
    for (int column = From; column < Count; ++column)
        setText(row, column, {}, column == From);
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
    m_wasNew = row >= static_cast<int>(m_tiers.size());
    m_refused = column == From ? !takeQuantity(row, typed) : !takePrice(row, typed);
    // The row below is there before Enter goes on to it; the figures follow with the pricing.
    if (!m_refused && column == From)
        showEntryRow();
    Q_EMIT tiersEdited(m_tiers); // when refused, shows what stood there before
}

bool QuoteTierPanel::takeQuantity(int row, const QString& typed)
{
    const auto plain = plainNumber(typed);
    const auto from =
        plain ? Quantity::parse(*plain) : Result<Quantity>(chengdan::fail(plain.error()));
    if (typed.isEmpty() && !m_wasNew)
        m_tiers.erase(m_tiers.begin() + row);
    else if (!from || from->raw() <= 0)
        return false;
    else if (m_wasNew)
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
    return true;
}

bool QuoteTierPanel::takePrice(int row, const QString& typed)
{
    if (m_wasNew)
        return false;
    auto& price = m_tiers[static_cast<std::size_t>(row)].price;
    if (typed.isEmpty()) {
        price.reset();
        return true;
    }
    const auto plain = plainNumber(typed);
    const auto value =
        plain ? UnitPrice::parse(*plain) : Result<UnitPrice>(chengdan::fail(plain.error()));
    if (!value || value->raw() < 0)
        return false;
    price = *value;
    return true;
}

// Enter: take() has had what was typed.
void QuoteTierPanel::goOn(int row, int column)
{
    const bool wasNew = std::exchange(m_wasNew, false);
    if (std::exchange(m_refused, false))
        return;
    const int entry = static_cast<int>(m_tiers.size());
    const int next = wasNew ? entry : std::min(row + 1, entry);
    if (next < m_table->rowCount())
        m_table->setCurrentCell(next, next == entry ? int(From) : column);
}

void QuoteTierPanel::removeTier(int row)
{
    if (!m_editable || row < 0 || row >= static_cast<int>(m_tiers.size()))
        return;
    m_tiers.erase(m_tiers.begin() + row);
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
    for (int column = From; column < Count; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(
            (column == Level ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void QuoteTierPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace chengdan::ui
