// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quoting/quote_records.h"

#include "core/quoting/price_policy.h"
#include "core/quoting/quote.h"
#include "core/quoting/quote_line.h"
#include "core/quoting/quote_line_cost.h"

namespace chengdan::quoting {

schema::RecordTypes recordTypes()
{
    return {&schema::describe<PricePolicyRow>(),
        &schema::describe<FloatAuthorityRow>(),
        &schema::describe<Quote>(),
        &schema::describe<QuoteRevision>(),
        &schema::describe<QuoteLine>(),
        &schema::describe<QuoteTier>(),
        &schema::describe<CostSnapshot>(),
        &schema::describe<QuoteLineCost>()};
}

} // namespace chengdan::quoting
