// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/document_total.h"
#include "core/quoting/pricing.h"

namespace chengdan::quoting {

/// In which terms a quote states its prices. Costs, policies and authorities stay net and in base
/// currency; the figures below are brought into these terms once and compared there.
struct QuoteTerms {
    Currency base;
    Currency currency;
    ExchangeRate rate = ExchangeRate::fromWhole(1); ///< base units per one unit of currency
    Rate buffer; ///< on top of the rate, against its moving until payment
    TaxMode taxMode = TaxMode::Net;
    int decimals = 2; ///< of a unit price, 2 to 6
    friend bool operator==(const QuoteTerms&, const QuoteTerms&) = default;
};

/// Guide and floor of one line in the terms of its quote.
struct GuideFigures {
    UnitPrice guide;
    UnitPrice floor;
    QStringList trace;
};

/// From the cost (base currency, without tax) by the policy to guide and floor. A foreign currency
/// converts the price, never the cost; prices with tax are the rounded net price × (1 + tax),
/// rounded once more, the floor always up. Errors: as guidePrice and foreignPrice.
Result<GuideFigures> guideInTerms(
    UnitCost c4, const PricePolicy& policy, const QuoteTerms& terms, Rate tax);

/// What a price means against its guide and its cost.
struct PriceCheck {
    std::optional<Rate> depth;
    std::optional<Rate> margin; ///< of the price without tax in base currency; nothing without c4
    int level = 1;
    bool belowFloor = false;
    QStringList trace;
};
PriceCheck checkPrice(UnitPrice price,
    const GuideFigures& figures,
    std::optional<UnitCost> c4,
    const QuoteTerms& terms,
    Rate tax,
    std::span<const FloatAuthority> authority,
    const QString& grade,
    PricedLine line);

/// The price without tax in base currency, at six places.
Result<UnitPrice> netBasePrice(UnitPrice price, const QuoteTerms& terms, Rate tax);

} // namespace chengdan::quoting
