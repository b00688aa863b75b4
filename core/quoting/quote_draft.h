// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_choices.h"

namespace chengdan::quoting {

/// One row of a tier table as a person fills it.
struct DraftTier {
    Quantity from;
    Quantity lot; ///< zero: the same as `from`
    std::optional<UnitPrice> price; ///< typed; empty: the guide price
};

/// One line of a quote as a person fills it.
struct DraftLine {
    std::optional<QuoteLineId> uid; ///< of a line that is already stored; keeps its costing
    QuoteLineType type = QuoteLineType::Product;
    std::optional<ItemId> item; ///< empty: words and a typed price, no cost
    QString name; ///< for a line without item
    QString description;
    Quantity qty;
    QString uom; ///< empty: the item's base unit
    Quantity annualQty; ///< zero: price breaks go by the lot
    TierType tierType = TierType::Range;
    std::vector<DraftTier> tiers; ///< ascending; with tiers the reached one gives the price
    std::optional<UnitPrice> price; ///< typed, of a line without tiers; empty: the guide price
    std::optional<Rate> tax; ///< empty: that of the quote
    QString leadTime;
    QString customerPartNo;
    bool optional = false;
    QString altGroup;
    QString internalNote;
};

/// A quote as a person fills it; empty fields take the company's settings or the customer's terms.
struct QuoteDraft {
    CustomerId customer;
    std::optional<ContactId> contact;
    std::optional<OpportunityId> opportunity;
    QString title;
    QDate quotedOn; ///< the costing date; invalid: today
    std::optional<Currency> currency; ///< empty: the base currency
    std::optional<ExchangeRate> exchangeRate; ///< empty: the newest of the rate table
    Rate fxBuffer;
    TaxMode taxMode = TaxMode::Net;
    std::optional<Rate> taxRate; ///< empty: the setting
    std::optional<int> priceDecimals; ///< empty: the setting
    QDate validUntil; ///< invalid: by the setting of days
    std::optional<QString> paymentTerms; ///< empty: the customer's
    QString deliveryTerms;
    QString freight;
    QString remarks;
    QString internalNote;
    std::vector<DraftLine> lines;
    /// When the stored quote was last changed as this draft was taken from it (draftOf): saving
    /// over somebody else's newer edit is refused. Empty: not checked.
    std::optional<Instant> readAt;
};

} // namespace chengdan::quoting
