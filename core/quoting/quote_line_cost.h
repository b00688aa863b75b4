// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_type.h"

namespace chengdan::quoting {

/// The side of a quote line, or of one of its tiers, that only people with the cost right receive.
/// Written when the line is priced and never again from today's prices.
struct QuoteLineCost {
    QuoteLineCostId id;
    schema::RowMeta meta;
    QuoteLineId line;
    std::optional<QuoteTierId> tier; ///< empty: the line itself
    Quantity lot; ///< the quantity that was costed, in the unit of the line
    UnitCost cost; ///< C4, per unit of the line, base currency
    schema::JsonText elements; ///< {"MAT": "7.68000000", …} per unit of the line
    UnitPrice floorPrice; ///< in the terms of unit_price
    std::optional<Rate> margin;
    QString snapshotHash; ///< CostSnapshot::hash; empty when it could not be costed
    QString trace; ///< one formula a line
    schema::JsonText problems; ///< errors and warnings of the costing
};

/// All inputs and the result of one costing as canonical text, compressed; equal ones are kept
/// once.
struct CostSnapshot {
    CostSnapshotId id;
    schema::RowMeta meta;
    QString hash; ///< SHA-256 of the text, lower-case hexadecimal
    QByteArray content; ///< qCompress of the UTF-8 text
    int engine = 1;
};

} // namespace chengdan::quoting

namespace chengdan {
template <>
const schema::RecordType& schema::describe<quoting::QuoteLineCost>();
template <>
const schema::RecordType& schema::describe<quoting::CostSnapshot>();
} // namespace chengdan
