// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quoting/quote_basis.h"

namespace chengdan::quoting {

/// Fills a revision and the head figures of its quote from priced work.
void fillRevision(
    Quote& quote, QuoteRevision& revision, const QuoteWork& work, const PricedQuote& priced);

/// Writes the lines of a revision with tiers, cost side and snapshots: rows that match a stored
/// line by uid are changed where they differ, new ones added, vanished ones marked deleted. Errors:
/// TOO_LONG, REQUIRED with the argument line.
Result<void> writeLines(storage::Transaction& transaction,
    IdSource& ids,
    const QuoteRevision& revision,
    const QuoteWork& work,
    const PricedQuote& priced,
    std::vector<QuoteLineView> stored);

/// Copies the lines of one revision to another with costs, tiers and uids as they are.
void copyLines(storage::Transaction& transaction,
    IdSource& ids,
    const std::vector<QuoteLineView>& lines,
    const QuoteRevision& target);

} // namespace chengdan::quoting
