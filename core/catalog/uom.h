// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// A unit of measure: 1 of it = num/den of its category's base.
struct Uom {
    UomId id;
    schema::RowMeta meta;
    QString code;
    QString name;
    QString category;
    qint64 num = 1;
    qint64 den = 1;
};

/// For one item only: 1 of the unit = num/den of the item's base unit (1 m of this bar = 2.47 kg).
struct ItemUom {
    ItemUomId id;
    schema::RowMeta meta;
    ItemId item;
    UomId uom;
    qint64 num = 1;
    qint64 den = 1;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::Uom>();
template <>
const schema::RecordType& schema::describe<catalog::ItemUom>();
} // namespace chengdan
