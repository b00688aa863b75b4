// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/price_row.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::Supplier>()
{
    using R = catalog::Supplier;
    static const RecordType type = recordType<R>({.table = "supplier",
        .number = 58,
        .label = QT_TRANSLATE_NOOP("schema", "Supplier"),
        .plural = QT_TRANSLATE_NOOP("schema", "Suppliers"),
        .scope = Scope::Cost,
        .title = "name",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Supplier code"),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Supplier name"),
                .required = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::contact>({.name = "contact",
                .label = QT_TRANSLATE_NOOP("schema", "Contact"),
                .inList = InList::LowPriority}),
            column<&R::phone>({.name = "phone",
                .label = QT_TRANSLATE_NOOP("schema", "Phone"),
                .inList = InList::LowPriority}),
            column<&R::note>({.name = "note", .label = QT_TRANSLATE_NOOP("schema", "Note")}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::PriceRow>()
{
    using R = catalog::PriceRow;
    static const RecordType type = recordType<R>({.table = "price_row",
        .number = 59,
        .label = QT_TRANSLATE_NOOP("schema", "Purchase price"),
        .plural = QT_TRANSLATE_NOOP("schema", "Purchase prices"),
        .scope = Scope::Cost,
        .title = "code",
        .columns = {
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .required = true,
                .references = "item",
                .inList = InList::Yes}),
            column<&R::supplier>({.name = "supplier",
                .label = QT_TRANSLATE_NOOP("schema", "Supplier"),
                .references = "supplier",
                .inList = InList::Yes}),
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Price no."),
                .searchable = true,
                .inList = InList::LowPriority}),
            column<&R::currency>({.name = "currency",
                .label = QT_TRANSLATE_NOOP("schema", "Currency"),
                .group = "price",
                .inList = InList::Yes}),
            column<&R::price>({.name = "price",
                .label = QT_TRANSLATE_NOOP("schema", "Price"),
                .required = true,
                .group = "price",
                .inList = InList::Yes}),
            column<&R::pricePer>({.name = "price_per",
                .label = QT_TRANSLATE_NOOP("schema", "Price per"),
                .hint = QT_TRANSLATE_NOOP("schema", "1, 100 or 1000 units"),
                .group = "price",
                .inList = InList::Yes}),
            column<&R::uom>({.name = "uom",
                .label = QT_TRANSLATE_NOOP("schema", "Unit"),
                .references = "uom",
                .group = "price",
                .inList = InList::Yes}),
            column<&R::minQty>({.name = "min_qty",
                .label = QT_TRANSLATE_NOOP("schema", "From quantity"),
                .group = "price",
                .inList = InList::Yes}),
            column<&R::taxIncluded>({.name = "tax_included",
                .label = QT_TRANSLATE_NOOP("schema", "Tax included"),
                .group = "price",
                .inList = InList::Yes}),
            column<&R::tax>({.name = "tax",
                .label = QT_TRANSLATE_NOOP("schema", "Tax rate"),
                .group = "price",
                .inList = InList::Yes}),
            column<&R::validFrom>({.name = "valid_from",
                .label = QT_TRANSLATE_NOOP("schema", "Valid from"),
                .group = "valid",
                .inList = InList::Yes}),
            column<&R::validTo>({.name = "valid_to",
                .label = QT_TRANSLATE_NOOP("schema", "Valid to"),
                .hint = QT_TRANSLATE_NOOP("schema", "the first day it no longer holds"),
                .group = "valid",
                .inList = InList::Yes}),
            column<&R::source>({.name = "source",
                .label = QT_TRANSLATE_NOOP("schema", "Source"),
                .hint = QT_TRANSLATE_NOOP("schema", "inquiry or contract no."),
                .searchable = true,
                .inList = InList::LowPriority}),
            column<&R::confirmedBy>({.name = "confirmed_by",
                .label = QT_TRANSLATE_NOOP("schema", "Confirmed by"),
                .references = "person"}),
        }});
    return type;
}

} // namespace chengdan::schema
