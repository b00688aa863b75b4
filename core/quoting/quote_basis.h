// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/item.h"
#include "core/quoting/quote_pricer.h"
#include "core/quoting/quote_view.h"

namespace chengdan::quoting {

/// A draft with every empty field filled from settings and customer, and what is needed to price
/// and to store it.
struct QuoteWork {
    QuoteDraft draft;
    PricingBasis basis;
    customers::Customer customer;
    QDate rateDate; ///< of the exchange rate used
    QHash<ItemId, catalog::Item> items;
    QHash<ItemId, QString> baseUoms; ///< codes
};

/// Gathers that from the file. `edited` is the stored quote whose costings are to be kept, if any.
/// Errors: REQUIRED (customer), NOT_FOUND, NOT_YOURS, OTHER_CUSTOMER, QUOTE_NO_FX.
Result<QuoteWork> quoteWork(const access::Context& context,
    storage::Connection& connection,
    std::shared_ptr<const CostInput> input,
    const QuoteDraft& draft,
    const QuoteView* edited);

/// Base units for one `currency` by the newest rate on or before the date, in either direction.
struct FoundRate {
    ExchangeRate rate;
    QDate date;
};
std::optional<FoundRate> newestRate(
    const std::vector<FxRow>& rows, Currency currency, Currency base, QDate on);

} // namespace chengdan::quoting
