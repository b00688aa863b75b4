// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// From this date on 1 of one currency is `rate` of the other.
struct FxRate {
    FxRateId id;
    schema::RowMeta meta;
    Currency fromCurrency;
    Currency toCurrency;
    QDate onDate;
    ExchangeRate rate;
    QString source;
};

/// A percentage of some elements, an amount per unit, or both, added to one element.
struct OverheadRule {
    OverheadRuleId id;
    schema::RowMeta meta;
    QString code;
    int seq = 0;
    OverheadLevel level = OverheadLevel::Each;
    QString base; ///< elements: "MAT+LAB", "ALL"
    Rate pct;
    UnitPrice amount; ///< base currency
    CostElement target = CostElement::Moh;
    OverheadScope scope = OverheadScope::All;
    QString scopeKey;
    QDate validFrom;
    QDate validTo;
};

/// A mould or fixture whose cost is spread over the quantity agreed in the contract.
struct Tool {
    ToolId id;
    schema::RowMeta meta;
    QString code;
    QString name;
    ItemId item;
    UnitPrice cost;
    Currency currency;
    Rate prepaid;
    Quantity amortQty; ///< of the contract, base unit of the item
    ToolMode mode = ToolMode::Amortise;
    Quantity shipped;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::FxRate>();
template <>
const schema::RecordType& schema::describe<catalog::OverheadRule>();
template <>
const schema::RecordType& schema::describe<catalog::Tool>();
} // namespace chengdan
