// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_choices.h"
#include "core/schema/record_type.h"

namespace chengdan::quoting {

/// How a guide price is made from a cost. The most specific scope wins, then the grade, then the
/// dates; see choosePolicy.
struct PricePolicyRow {
    PricePolicyId id;
    schema::RowMeta meta;
    PolicyScope scope = PolicyScope::All;
    QString scopeKey; ///< empty for PolicyScope::All
    QString grade; ///< empty: every customer
    QDate validFrom;
    QDate validTo;
    PriceMethod method = PriceMethod::Markup;
    Rate rate;
    Rate minMarkup; ///< of the floor price
    UnitPrice step;
    int priceDecimals = 2;
};

/// How far below the guide price a level may go without asking the next one.
struct FloatAuthorityRow {
    FloatAuthorityId id;
    schema::RowMeta meta;
    QString grade; ///< empty: every grade without a row of its own
    int level = 1; ///< 1 sales, 2 manager, 3 director, 4 general manager
    Rate maxDepth;
    QDate validFrom;
    QDate validTo;
};

} // namespace chengdan::quoting

namespace chengdan {
template <>
const schema::RecordType& schema::describe<quoting::PricePolicyRow>();
template <>
const schema::RecordType& schema::describe<quoting::FloatAuthorityRow>();
} // namespace chengdan
