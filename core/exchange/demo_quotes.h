// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/opportunity.h"
#include "core/storage/database.h"

#include <QStringList>

namespace chengdan::exchange {

/// Quotes for the newest opportunities that have come as far as a quote, costed and priced by
/// QuoteService at the date they were made: drafts and submitted ones for those still open, sent,
/// accepted, lost and expired ones for the others. Call it last inside the filling transaction.
Result<void> insertDemoQuotes(storage::Database& database,
    storage::Transaction& transaction,
    IdSource& ids,
    const Clock& clock,
    const QStringList& products,
    const std::vector<pipeline::Opportunity>& deals,
    int count);

} // namespace chengdan::exchange
