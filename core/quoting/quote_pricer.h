// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/costing.h"
#include "core/quoting/quote_draft.h"
#include "core/quoting/quote_pricing.h"

#include <memory>

namespace chengdan::quoting {

/// Cost and price of one quantity of a line: the line itself, or one of its tiers. Everything cost
/// is per unit of the line, in base currency, without tax; prices are in the quote's terms.
struct PricedQuantity {
    Quantity from;
    Quantity lot; ///< what was costed
    std::optional<UnitCost> c4; ///< nothing: no item, errors, or the reader may not see costs
    std::optional<UnitCost> c8;
    ElementVector elements{};
    std::optional<UnitPrice> guide;
    std::optional<UnitPrice> floor;
    std::optional<UnitPrice> price; ///< the typed one, else the guide
    bool typed = false;
    std::optional<Rate> depth;
    std::optional<Rate> margin;
    int level = 1; ///< whose approval the price needs
    bool belowFloor = false;
    QStringList trace;
    std::vector<CostNote> errors; ///< why there is no cost
    std::vector<CostNote> warnings;
    std::optional<Error> priceError; ///< why a cost gave no guide price: NO_PRICE_POLICY, …
    QByteArray snapshot; ///< canonical text; empty when taken from a stored costing
    QString snapshotHash;
    bool stored = false; ///< the cost was read from the quote, not computed
    /// The tree behind a computed cost, for the cost panel; with the input it was computed from.
    std::shared_ptr<const CostResult> result;
};

struct QuotedLine {
    PricedQuantity own; ///< of the line's quantity; with tiers a copy of the reached one
    std::vector<PricedQuantity> tiers;
    int reachedTier = -1;
    Rate tax;
    LineTotal total; ///< zeros while there is no price
    std::vector<TierWarning> warnings;
    bool counts = false; ///< in the totals: priced, not optional, first of its alternatives
};

struct PricedQuote {
    std::vector<QuotedLine> lines;
    Money net;
    Money tax;
    Money gross;
    Money baseNet; ///< net in base currency, for lists and limits
    int level = 1; ///< the highest any counting line needs
    bool complete = true; ///< every line that has an amount has a price
    std::shared_ptr<const CostInput> input; ///< what the costs were computed from
};

/// A costing that the quote already holds; used instead of a new one when item, unit, annual volume
/// and lot are the same, so that editing a draft never reprices it silently.
struct StoredCosting {
    QuoteLineId uid;
    ItemId item;
    QString uom;
    Quantity annualQty;
    Quantity lot;
    std::optional<UnitCost> c4;
    ElementVector elements{};
    std::optional<GuideFigures> guide; ///< set when the terms have not changed either
    std::vector<CostNote> errors;
    std::vector<CostNote> warnings;
    QString snapshotHash;
};

/// What pricing needs beside the draft.
struct PricingBasis {
    std::shared_ptr<const CostInput> input;
    std::vector<PricePolicy> policies;
    std::vector<FloatAuthority> authority;
    QString grade;
    QDate on;
    QuoteTerms terms;
    Rate taxRate;
    QHash<ItemId, QString> itemCodes; ///< of the draft's items, with their code in the input
    std::vector<StoredCosting> stored;
};

/// Costs and prices every line of a draft: a pure function. Each tier is costed with its own lot;
/// with tiers the reached one prices the line. What a line cannot be costed or priced for stands in
/// the line, so that a draft can be kept; refused is only what makes no sense as input:
/// QTY_POSITIVE, PRICE_NEGATIVE, RATE_RANGE, PRICE_DECIMALS, TIER_ORDER, TIER_NONE, ITEM_MISSING,
/// OVERFLOW_GUARD, each with the argument "line", counted from 1.
Result<PricedQuote> priceQuote(const QuoteDraft& draft, const PricingBasis& basis);

/// The same without what people without the cost right may not see: costs, floors, margins, traces,
/// snapshots and messages that tell of them.
void hideCosts(PricedQuote& quote);

} // namespace chengdan::quoting
