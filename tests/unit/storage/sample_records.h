// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

// Two small record types, parent and part, with one field of each storage class; the tests of this
// room use them so that a change to the business's own records cannot break the store's tests.
namespace chengdan::tests {

enum class Colour { Red, Green };
inline std::span<const schema::Choice> choices(Colour)
{
    static constexpr schema::Choice kList[] = {{"red", "Red"}, {"green", "Green"}};
    return kList;
}

using BoxId = Id<struct BoxTag>;
using PegId = Id<struct PegTag>;

struct Box {
    BoxId id;
    schema::RowMeta meta;
    QString name;
    QString code;
    Colour colour = Colour::Red;
    schema::MinorUnits worth;
    Currency currency;
    std::optional<Rate> share;
    QDate due;
    QByteArray picture;
    QString remark; ///< came with schema version 2
};

struct Peg {
    PegId id;
    schema::RowMeta meta;
    BoxId box;
    Quantity quantity;
};

/// The description of a box as version 1 or 2 of the program knew it.
schema::RecordType boxType(int version);

} // namespace chengdan::tests

template <>
const chengdan::schema::RecordType& chengdan::schema::describe<chengdan::tests::Box>();
template <>
const chengdan::schema::RecordType& chengdan::schema::describe<chengdan::tests::Peg>();
