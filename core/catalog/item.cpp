// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::Item>()
{
    using R = catalog::Item;
    static const RecordType type = recordType<R>({.table = "item",
        .number = 51,
        .label = QT_TRANSLATE_NOOP("schema", "Item"),
        .plural = QT_TRANSLATE_NOOP("schema", "Items"),
        .scope = Scope::Catalogue,
        .title = "code",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Item code"),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Item name"),
                .required = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::spec>({.name = "spec",
                .label = QT_TRANSLATE_NOOP("schema", "Specification"),
                .hint = QT_TRANSLATE_NOOP("schema", "size, material, grade"),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::drawingNo>({.name = "drawing_no",
                .label = QT_TRANSLATE_NOOP("schema", "Drawing no."),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::drawingRev>({.name = "drawing_rev",
                .label = QT_TRANSLATE_NOOP("schema", "Drawing revision"),
                .inList = InList::LowPriority}),
            column<&R::kind>({.name = "kind",
                .label = QT_TRANSLATE_NOOP("schema", "Kind"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::baseUom>({.name = "base_uom",
                .label = QT_TRANSLATE_NOOP("schema", "Base unit"),
                .required = true,
                .references = "uom",
                .inList = InList::Yes}),
            column<&R::itemGroup>({.name = "item_group",
                .label = QT_TRANSLATE_NOOP("schema", "Item group"),
                .hint = QT_TRANSLATE_NOOP(
                    "schema", "price policies and overheads may hold for a group"),
                .searchable = true,
                .indexed = true,
                .inList = InList::Yes}),
            column<&R::element>({.name = "element",
                .label = QT_TRANSLATE_NOOP("schema", "Counts as"),
                .inList = InList::LowPriority}),
            column<&R::lotPolicy>({.name = "lot_policy",
                .label = QT_TRANSLATE_NOOP("schema", "Lot policy"),
                .inList = InList::LowPriority}),
            column<&R::costingLot>({.name = "costing_lot",
                .label = QT_TRANSLATE_NOOP("schema", "Costing lot"),
                .hint = QT_TRANSLATE_NOOP(
                    "schema", "in the base unit; the lot a standard item is always costed with")}),
            column<&R::moq>({.name = "moq",
                .label = QT_TRANSLATE_NOOP("schema", "Minimum order"),
                .inList = InList::LowPriority}),
            column<&R::orderMultiple>(
                {.name = "order_multiple", .label = QT_TRANSLATE_NOOP("schema", "Order multiple")}),
            column<&R::salesItem>({.name = "sales_item",
                .label = QT_TRANSLATE_NOOP("schema", "For sale"),
                .inList = InList::LowPriority}),
            column<&R::note>({.name = "note", .label = QT_TRANSLATE_NOOP("schema", "Note")}),
        }});
    return type;
}

} // namespace chengdan::schema
