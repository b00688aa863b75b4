// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::catalog {

/// Something that is made, bought or done: what quotes, BOMs and price lists are about. What it
/// costs stands in ItemCost and the price rows, which not everybody may see.
struct Item {
    ItemId id;
    schema::RowMeta meta;
    QString code;
    QString name;
    QString spec;
    QString drawingNo;
    QString drawingRev;
    ItemKind kind = ItemKind::Buy;
    UomId baseUom;
    QString itemGroup;
    CostElement element = CostElement::Mat; ///< of its price when bought
    LotPolicy lotPolicy = LotPolicy::Order;
    Quantity costingLot; ///< base unit; needed by LotPolicy::Standard
    Quantity moq; ///< base unit; a warning, never a cost
    Quantity orderMultiple; ///< base unit; a warning, never a cost
    bool salesItem = false; ///< offered in the quote editor before others
    QString note;
};

} // namespace chengdan::catalog

namespace chengdan {
template <>
const schema::RecordType& schema::describe<catalog::Item>();
} // namespace chengdan
