// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/storage/sample_records.h"

namespace chengdan::tests {

schema::RecordType boxType(int version)
{
    using schema::column;
    auto type = schema::recordType<Box>({.table = "box",
        .number = 901,
        .label = "Box",
        .plural = "Boxes",
        .title = "name",
        .columns = {
            column<&Box::name>(
                {.name = "name", .label = "Name", .required = true, .searchable = true}),
            column<&Box::code>(
                {.name = "code", .label = "Code", .unique = true, .searchable = true}),
            column<&Box::colour>({.name = "colour", .label = "Colour"}),
            column<&Box::worth>(
                {.name = "worth", .label = "Worth", .indexed = true, .group = "money"}),
            column<&Box::currency>({.name = "currency", .label = "Currency", .group = "money"}),
            column<&Box::share>({.name = "share", .label = "Share"}),
            column<&Box::due>({.name = "due", .label = "Due"}),
            column<&Box::picture>({.name = "picture", .label = "Picture"}),
        }});
    if (version >= 2)
        type.columns.push_back(
            column<&Box::remark>({.name = "remark", .label = "Remark", .since = 2}));
    return type;
}

} // namespace chengdan::tests

template <>
const chengdan::schema::RecordType& chengdan::schema::describe<chengdan::tests::Box>()
{
    static const RecordType type = tests::boxType(2);
    return type;
}

template <>
const chengdan::schema::RecordType& chengdan::schema::describe<chengdan::tests::Peg>()
{
    using tests::Peg;
    static const RecordType type = recordType<Peg>({.table = "peg",
        .number = 902,
        .label = "Peg",
        .plural = "Pegs",
        .columns = {
            column<&Peg::box>({.name = "box_id",
                .label = "Box",
                .required = true,
                .searchable = true,
                .references = "box",
                .owned = true}),
            column<&Peg::quantity>({.name = "quantity", .label = "Quantity"}),
        }});
    return type;
}
