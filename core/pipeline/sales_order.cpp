// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/sales_order.h"

namespace chengdan {

template <>
const schema::RecordType& schema::describe<pipeline::SalesOrder>()
{
    using pipeline::SalesOrder;
    static const RecordType
        type =
            recordType<SalesOrder>(
                {
                    .table = "sales_order",
                    .number = 40,
                    .label = QT_TRANSLATE_NOOP("schema", "Sales order"),
                    .plural = QT_TRANSLATE_NOOP("schema", "Sales orders"),
                    .scope = Scope::Root,
                    .title = "number",
                    .columns =
                        {
                            column<&SalesOrder::number>({.name = "number",
                                .label = QT_TRANSLATE_NOOP("schema", "Order number"),
                                .required = true,
                                .unique = true,
                                .searchable = true,
                                .inList = InList::Yes}),
                            column<&SalesOrder::customerOrder>({.name = "customer_order",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer order number"),
                                .searchable = true,
                                .inList = InList::LowPriority}),
                            column<&SalesOrder::customer>({.name = "customer",
                                .label = QT_TRANSLATE_NOOP("schema", "Customer"),
                                .required = true,
                                .references = "customer",
                                .inList = InList::Yes}),
                            column<&SalesOrder::orderedOn>({.name = "ordered_on",
                                .label = QT_TRANSLATE_NOOP("schema", "Ordered on"),
                                .indexed = true,
                                .inList = InList::Yes}),
                            column<&SalesOrder::dueOn>({.name = "due_on",
                                .label = QT_TRANSLATE_NOOP("schema", "Due on"),
                                .inList = InList::Yes}),
                            column<&SalesOrder::shippedOn>({.name = "shipped_on",
                                .label = QT_TRANSLATE_NOOP("schema", "Shipped on"),
                                .inList = InList::Yes}),
                            column<&SalesOrder::region>({.name = "region",
                                .label = QT_TRANSLATE_NOOP("schema", "Region of the order"),
                                .references = "region",
                                .inList = InList::LowPriority}),
                            column<&SalesOrder::salesPerson>(
                                {.name = "sales_person",
                                    .label = QT_TRANSLATE_NOOP("schema", "Sales person"),
                                    .references = "person",
                                    .inList = InList::Yes}),
                            column<&SalesOrder::online>(
                                {.name = "online",
                                    .label = QT_TRANSLATE_NOOP("schema", "Ordered online")}),
                            column<&SalesOrder::subtotal>(
                                {.name = "subtotal",
                                    .label = QT_TRANSLATE_NOOP("schema", "Net amount")}),
                            column<
                                &SalesOrder::
                                    tax>({.name = "tax", .label = QT_TRANSLATE_NOOP("schema", "Tax")}),
                            column<
                                &SalesOrder::
                                    freight>({.name = "freight", .label = QT_TRANSLATE_NOOP("schema", "Freight")}),
                            column<&SalesOrder::total>(
                                {.name = "total",
                                    .label = QT_TRANSLATE_NOOP("schema", "Total as ordered")}),
                            column<
                                &SalesOrder::
                                    receivable>({.name = "receivable", .label = QT_TRANSLATE_NOOP("schema", "Order amount"), .inList = InList::Yes}),
                            column<&SalesOrder::currency>(
                                {.name = "currency",
                                    .label = QT_TRANSLATE_NOOP("schema", "Currency")}),
                        },
                });
    return type;
}

template <>
const schema::RecordType& schema::describe<pipeline::SalesOrderLine>()
{
    using pipeline::SalesOrderLine;
    static const RecordType type = recordType<SalesOrderLine>({
        .table = "sales_order_line",
        .number = 41,
        .label = QT_TRANSLATE_NOOP("schema", "Order line"),
        .plural = QT_TRANSLATE_NOOP("schema", "Order lines"),
        .scope = Scope::Root,
        .columns =
            {
                column<&SalesOrderLine::order>({.name = "sales_order",
                    .label = QT_TRANSLATE_NOOP("schema", "Sales order"),
                    .required = true,
                    .references = "sales_order",
                    .owned = true}),
                column<&SalesOrderLine::lineNo>({.name = "line_no",
                    .label = QT_TRANSLATE_NOOP("schema", "Line"),
                    .inList = InList::Yes}),
                column<&SalesOrderLine::item>({.name = "item",
                    .label = QT_TRANSLATE_NOOP("schema", "Item"),
                    .references = "item"}),
                column<&SalesOrderLine::itemCode>({.name = "item_code",
                    .label = QT_TRANSLATE_NOOP("schema", "Item code"),
                    .searchable = true,
                    .inList = InList::Yes}),
                column<&SalesOrderLine::itemName>({.name = "item_name",
                    .label = QT_TRANSLATE_NOOP("schema", "Item name"),
                    .searchable = true,
                    .inList = InList::Yes}),
                column<&SalesOrderLine::quantity>({.name = "quantity",
                    .label = QT_TRANSLATE_NOOP("schema", "Quantity"),
                    .inList = InList::Yes}),
                column<&SalesOrderLine::unitPrice>({.name = "unit_price",
                    .label = QT_TRANSLATE_NOOP("schema", "Unit price"),
                    .inList = InList::Yes}),
                column<&SalesOrderLine::discount>({.name = "discount",
                    .label = QT_TRANSLATE_NOOP("schema", "Discount"),
                    .inList = InList::Yes}),
                column<&SalesOrderLine::lineTotal>({.name = "line_total",
                    .label = QT_TRANSLATE_NOOP("schema", "Line total"),
                    .inList = InList::Yes}),
            },
    });
    return type;
}

} // namespace chengdan
