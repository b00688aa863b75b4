// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item_cost.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::ItemCost>()
{
    using R = catalog::ItemCost;
    static const RecordType type = recordType<R>({.table = "item_cost",
        .number = 63,
        .label = QT_TRANSLATE_NOOP("schema", "Item cost"),
        .plural = QT_TRANSLATE_NOOP("schema", "Item costs"),
        .scope = Scope::Cost,
        .columns = {
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .required = true,
                .unique = true,
                .references = "item"}),
            column<&R::fixedCost>({.name = "fixed_cost",
                .label = QT_TRANSLATE_NOOP("schema", "Fixed cost"),
                .hint = QT_TRANSLATE_NOOP("schema", "per base unit, without tax"),
                .group = "fixed"}),
            column<&R::fixedCurrency>({.name = "fixed_currency",
                .label = QT_TRANSLATE_NOOP("schema", "Fixed cost currency"),
                .group = "fixed"}),
            column<&R::fixedDate>({.name = "fixed_date",
                .label = QT_TRANSLATE_NOOP("schema", "Fixed cost of"),
                .group = "fixed"}),
            column<&R::costSource>(
                {.name = "cost_source", .label = QT_TRANSLATE_NOOP("schema", "Cost source")}),
            column<&R::preferredSupplier>({.name = "preferred_supplier",
                .label = QT_TRANSLATE_NOOP("schema", "Preferred supplier"),
                .references = "supplier"}),
        }});
    return type;
}

} // namespace chengdan::schema
