// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// Who sells materials and services to us.
struct Supplier {
    SupplierId id;
    schema::RowMeta meta;
    QString code;
    QString name;
    QString contact;
    QString phone;
    QString note;
};

/// What a supplier asks for an item from a quantity on, between two dates. Never changed in place:
/// a new row closes the old one.
struct PriceRow {
    PriceRowId id;
    schema::RowMeta meta;
    ItemId item;
    std::optional<SupplierId> supplier;
    QString code; ///< what a cost trace calls the row
    Currency currency;
    UnitPrice price;
    Quantity pricePer = Quantity::fromWhole(1); ///< the price is for so many units
    std::optional<UomId> uom; ///< empty: the item's base unit
    Quantity minQty; ///< in the row's unit
    bool taxIncluded = false;
    Rate tax;
    QDate validFrom;
    QDate validTo;
    QString source;
    PersonId confirmedBy;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::Supplier>();
template <>
const schema::RecordType& schema::describe<catalog::PriceRow>();
} // namespace chengdan
