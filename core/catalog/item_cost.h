// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// The side of an item that only people with the cost right receive; at most one row an item. An
/// item without one has no fixed cost and no preferred supplier.
struct ItemCost {
    ItemCostId id;
    schema::RowMeta meta;
    ItemId item;
    std::optional<UnitPrice> fixedCost; ///< per base unit, net of tax
    Currency fixedCurrency;
    QDate fixedDate;
    CostSource costSource = CostSource::Normal;
    std::optional<SupplierId> preferredSupplier; ///< empty: any
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::ItemCost>();
} // namespace chengdan
