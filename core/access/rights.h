// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/person.h"

#include <bitset>
#include <span>

namespace chengdan::access {

/// Everything that can be allowed or refused. The list is fixed in code; services ask for one of
/// these before they act, windows only to leave out what would be refused.
enum class Right {
    CustomerEdit,
    OpportunityEdit,
    ActivityEdit,
    QuoteEdit,
    QuoteApprove,
    ItemEdit, ///< items, BOMs, routings, price rows
    CostView, ///< costs, floors and price rows; without it only guide prices are shown
    PolicyEdit, ///< price policies and price authorities
    Import,
    ExportLarge, ///< lists of more than 100 rows
    Administer, ///< people, roles, stages, settings
    Count
};

using Rights = std::bitset<static_cast<std::size_t>(Right::Count)>;

/// The code in messages and settings, such as "cost.view", and the English label (context
/// "schema").
schema::Choice nameOf(Right right);

/// The rights a role brings.
Rights rightsOf(Role role);

} // namespace chengdan::access
