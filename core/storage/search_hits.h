// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/list_query.h"

namespace chengdan::storage {

/// How well a row fits a searched text, the best first.
enum class SearchRank {
    ExactNumber, ///< a document number, code or phone number is the text
    Prefix, ///< a name or number begins with it
    Initials, ///< the pinyin of a name begins with it
    Text, ///< it stands anywhere
};

struct SearchHit {
    qint64 rid = 0;
    SearchRank rank = SearchRank::Text;
    bool mine = false; ///< owned by who asks
    qint64 changedAt = 0; ///< milliseconds
};

struct SearchAsk {
    ListQuery query; ///< type, types, text and owners count
    PersonId self;
    bool numbersOnly = false; ///< the text must stand in a number: business key, phone, tax number
    qsizetype most = 6;
};

/// The best rows for a text: by rank, then one's own, then the latest changed. Every lookup comes
/// from an index and stops early, so the time does not grow with the table; what is not among the
/// newest few hundred rows that hold the text, nor begins with it, may give way to those.
std::vector<SearchHit> bestFound(Connection& connection, const SearchAsk& ask);

} // namespace chengdan::storage
