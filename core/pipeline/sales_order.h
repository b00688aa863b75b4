// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::pipeline {

/// An order as history: brought in from another system with its own amounts, which may have four
/// decimals. `total` is what that system says; `receivable` is it rounded half up to the minor unit
/// once, and the only figure added up in money.
struct SalesOrder {
    SalesOrderId id;
    schema::RowMeta meta;
    QString number;
    QString customerOrder; ///< the customer's own order number
    CustomerId customer;
    QDate orderedOn;
    QDate dueOn;
    QDate shippedOn;
    std::optional<RegionId> region; ///< of the order, which may differ from the customer's today
    std::optional<PersonId> salesPerson;
    bool online = false; ///< placed by the customer without a sales person
    UnitPrice subtotal;
    UnitPrice tax;
    UnitPrice freight;
    UnitPrice total;
    schema::MinorUnits receivable;
    Currency currency;
};

/// One line of an order, with the words and figures of its day. `lineTotal` keeps six decimals.
struct SalesOrderLine {
    SalesOrderLineId id;
    schema::RowMeta meta;
    SalesOrderId order;
    int lineNo = 0;
    std::optional<ItemId> item;
    QString itemCode;
    QString itemName;
    Quantity quantity;
    UnitPrice unitPrice;
    Rate discount;
    UnitPrice lineTotal;
};

} // namespace chengdan::pipeline

namespace chengdan {
template <>
const schema::RecordType& schema::describe<pipeline::SalesOrder>();
template <>
const schema::RecordType& schema::describe<pipeline::SalesOrderLine>();
} // namespace chengdan
