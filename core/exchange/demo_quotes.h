// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/demo_deals.h"

#include <QStringList>

namespace chengdan::exchange {

/// One quote for each of these deals, the newest first, costed and priced by QuoteService at the
/// date it was made: drafts and submitted ones for those still open, sent, accepted, lost and
/// expired ones for the others. Call it last inside the filling transaction.
Result<void> insertDemoQuotes(storage::Database& database,
    storage::Transaction& transaction,
    IdSource& ids,
    const Clock& clock,
    const QStringList& products,
    const std::vector<DemoDeal>& deals,
    const DemoRows& rows);

} // namespace chengdan::exchange
