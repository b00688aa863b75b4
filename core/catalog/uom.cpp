// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/uom.h"

namespace chengdan::schema {

template <>
const RecordType& describe<catalog::Uom>()
{
    using R = catalog::Uom;
    static const RecordType type = recordType<R>({.table = "uom",
        .number = 50,
        .label = QT_TRANSLATE_NOOP("schema", "Unit of measure"),
        .plural = QT_TRANSLATE_NOOP("schema", "Units of measure"),
        .scope = Scope::Catalogue,
        .title = "code",
        .columns = {
            column<&R::code>({.name = "code",
                .label = QT_TRANSLATE_NOOP("schema", "Unit"),
                .hint = QT_TRANSLATE_NOOP("schema", "short, as printed: pcs, kg, m"),
                .required = true,
                .unique = true,
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::name>({.name = "name",
                .label = QT_TRANSLATE_NOOP("schema", "Unit name"),
                .searchable = true,
                .inList = InList::Yes}),
            column<&R::category>({.name = "category",
                .label = QT_TRANSLATE_NOOP("schema", "Unit category"),
                .hint = QT_TRANSLATE_NOOP("schema",
                    "only units of one category convert into each other: mass, length, count"),
                .required = true,
                .inList = InList::Yes}),
            column<&R::num>({.name = "num",
                .label = QT_TRANSLATE_NOOP("schema", "Factor numerator"),
                .required = true,
                .group = "factor",
                .inList = InList::Yes}),
            column<&R::den>({.name = "den",
                .label = QT_TRANSLATE_NOOP("schema", "Factor denominator"),
                .required = true,
                .group = "factor",
                .inList = InList::Yes}),
        }});
    return type;
}

template <>
const RecordType& describe<catalog::ItemUom>()
{
    using R = catalog::ItemUom;
    static const RecordType type = recordType<R>({.table = "item_uom",
        .number = 52,
        .label = QT_TRANSLATE_NOOP("schema", "Item unit"),
        .plural = QT_TRANSLATE_NOOP("schema", "Item units"),
        .scope = Scope::Catalogue,
        .columns = {
            column<&R::item>({.name = "item",
                .label = QT_TRANSLATE_NOOP("schema", "Item"),
                .required = true,
                .references = "item"}),
            column<&R::uom>({.name = "uom",
                .label = QT_TRANSLATE_NOOP("schema", "Unit"),
                .required = true,
                .references = "uom"}),
            column<&R::num>({.name = "num",
                .label = QT_TRANSLATE_NOOP("schema", "Factor numerator"),
                .required = true,
                .group = "factor"}),
            column<&R::den>({.name = "den",
                .label = QT_TRANSLATE_NOOP("schema", "Factor denominator"),
                .required = true,
                .group = "factor"}),
        }});
    return type;
}

} // namespace chengdan::schema
