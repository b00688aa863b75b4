// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::quoting {

/// One line of a revision. Code, name, drawing and unit are copies, so that a quote reads the same
/// after the item was renamed.
struct QuoteLine {
    QuoteLineId id;
    schema::RowMeta meta;
    QuoteRevisionId revision;
    int seq = 0;
    QuoteLineId uid; ///< id of the line it was first; matches lines of two revisions
    QuoteLineType type = QuoteLineType::Product;
    std::optional<ItemId> item;
    QString itemCode;
    QString itemName;
    QString spec;
    QString description; ///< printed below the name; the whole of a text line
    QString drawingNo;
    QString drawingRev;
    QString customerPartNo;
    Quantity qty;
    QString uom;
    Quantity annualQty; ///< 0: price breaks go by the lot
    TierType tierType = TierType::Range;
    std::optional<UnitPrice>
        unitPrice; ///< net or gross, as the revision's tax mode says; empty: not priced yet
    bool typedPrice = false; ///< false: it follows the guide price
    std::optional<UnitPrice> guidePrice;
    int neededLevel = 1; ///< whose approval the price needs
    Rate taxRate;
    QString leadTime;
    bool optional = false; ///< not part of the total
    QString altGroup; ///< of one group only the first line counts
    schema::MinorUnits netAmount;
    schema::MinorUnits taxAmount;
    schema::MinorUnits grossAmount;
    QString internalNote; ///< never printed
};

/// From this quantity on the line costs this much; each tier is costed with its own lot.
struct QuoteTier {
    QuoteTierId id;
    schema::RowMeta meta;
    QuoteLineId line;
    Quantity fromQty;
    Quantity lot;
    std::optional<UnitPrice> unitPrice;
    bool typedPrice = false;
    std::optional<UnitPrice> guidePrice;
    int neededLevel = 1;
};

} // namespace chengdan::quoting

namespace chengdan {
template <>
const schema::RecordType& schema::describe<quoting::QuoteLine>();
template <>
const schema::RecordType& schema::describe<quoting::QuoteTier>();
} // namespace chengdan
