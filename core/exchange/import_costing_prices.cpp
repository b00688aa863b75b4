// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cost_rules.h"
#include "core/catalog/price_row.h"
#include "core/exchange/import_costing_writer.h"

namespace chengdan::exchange {

void CostTableWriter::writePrices()
{
    KeyedRows<catalog::PriceRow> rows(m_transaction, m_ids, [](const catalog::PriceRow& row) {
        return row.code.isEmpty() ? idKey(row.id) : row.code;
    });
    for (const quoting::PriceRow& row : m_tables.prices) {
        const auto item = reference(m_items, row.itemCode, "price_row", row.priceId);
        const auto supplier =
            optionalReference(m_suppliers, row.supplier, "price_row", row.priceId);
        const auto uom = optionalReference(m_uoms, row.uom, "price_row", row.priceId);
        if (!item)
            continue;
        const auto fill = [&](catalog::PriceRow& price) {
            price.item = *item;
            price.supplier = supplier;
            price.code = row.priceId;
            price.currency = currencyOr(row.currency);
            price.price = row.price;
            price.pricePer = row.pricePer;
            price.uom = uom;
            price.minQty = row.minQty;
            price.taxIncluded = row.taxIncluded;
            price.tax = row.tax;
            price.validFrom = row.valid.from;
            price.validTo = row.valid.to;
            keepFilled(price.source, m_notes.priceSource);
            if (price.confirmedBy == PersonId())
                price.confirmedBy = m_transaction.actor();
        };
        if (const catalog::PriceRow* stored = rows.find(row.priceId)) {
            catalog::PriceRow changed = *stored;
            fill(changed);
            changed.validTo = stored->validTo; // closing a row is how a newer one takes over
            changed.source = stored->source;
            if (KeyedRows<catalog::PriceRow>::differs(*stored, changed)) {
                refuse("PRICE_ROW_FIXED", "price_row", row.priceId);
                continue;
            }
        }
        rows.put(row.priceId, fill);
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeRules()
{
    writeFx();
    writeOverheads();
    writeTools();
}

void CostTableWriter::writeFx()
{
    const auto keyOf = [](const QString& from, const QString& to, QDate date) {
        return datedKey(joinedKey(from, to), date);
    };
    KeyedRows<catalog::FxRate> rows(m_transaction, m_ids, [&](const catalog::FxRate& row) {
        return keyOf(row.fromCurrency.code(), row.toCurrency.code(), row.onDate);
    });
    for (const quoting::FxRow& row : m_tables.fx) {
        rows.put(keyOf(row.from, row.to, row.date), [&](catalog::FxRate& fx) {
            fx.fromCurrency = currencyOr(row.from);
            fx.toCurrency = currencyOr(row.to);
            fx.onDate = row.date;
            fx.rate = row.rate;
            keepFilled(fx.source, m_notes.priceSource);
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeOverheads()
{
    KeyedRows<catalog::OverheadRule> rows(
        m_transaction, m_ids, [](const catalog::OverheadRule& row) { return row.code; });
    for (const quoting::OverheadRow& row : m_tables.overheads) {
        rows.put(row.ruleId, [&](catalog::OverheadRule& rule) {
            rule.code = row.ruleId;
            rule.seq = row.seq;
            rule.level = sameChoice<catalog::OverheadLevel>(row.level);
            rule.base = quoting::elementSetText(row.base);
            rule.pct = row.pct;
            rule.amount = row.amount;
            rule.target = sameChoice<catalog::CostElement>(row.target);
            rule.scope = sameChoice<catalog::OverheadScope>(row.scope);
            rule.scopeKey = row.scopeKey;
            rule.validFrom = row.valid.from;
            rule.validTo = row.valid.to;
        });
    }
    m_result.tables.push_back(rows.count());
}

void CostTableWriter::writeTools()
{
    KeyedRows<catalog::Tool> rows(
        m_transaction, m_ids, [](const catalog::Tool& row) { return row.code; });
    for (const quoting::ToolRow& row : m_tables.tools) {
        const auto item = reference(m_items, row.itemCode, "tool", row.toolId);
        if (!item)
            continue;
        rows.put(row.toolId, [&](catalog::Tool& tool) {
            tool.code = row.toolId;
            keepFilled(tool.name, m_notes.toolNames.value(row.toolId));
            if (tool.name.isEmpty())
                tool.name = row.toolId;
            tool.item = *item;
            tool.cost = row.cost;
            tool.currency = currencyOr(row.currency);
            tool.prepaid = row.prepaid;
            tool.amortQty = row.amortQty;
            tool.mode = sameChoice<catalog::ToolMode>(row.mode);
            if (!row.shipped.isZero())
                tool.shipped = row.shipped;
        });
    }
    m_result.tables.push_back(rows.count());
}

} // namespace chengdan::exchange
