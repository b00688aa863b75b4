// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <chrono>

namespace chengdan::storage {

/// A large table whose search index is missing or outdated (a file of an older program, a salvaged
/// one) is not indexed while the file is opened: the opening makes an empty index and notes in
/// `_search_rest` that all rows below a row number are missing. They are put in later, the newest
/// first, part by part, each part in a short write of its own, so that edits go between. Rows saved
/// meanwhile are right whichever side they are on: the store leaves a missing row to its part.
/// Stopped at any moment, even by a crash, the work goes on where it was.

/// Row numbers below this are not in the index of the table yet; 0 when all are.
qint64 searchFedFrom(Connection& connection, const schema::RecordType& type);

/// "WHERE ? >= …": bound to a row number, whether that row is fed when it is saved; a missing one
/// is put in, as it then is, by the part it belongs to.
QString whereFed(const schema::RecordType& type);

/// How many row numbers are missing in all indexes together: an upper bound of the rows, 0 when
/// every index is whole.
qint64 searchRowsMissing(Connection& connection);

/// How much of the work is done at a time.
struct FillPace {
    qint64 rows = 0; ///< in one part; 0: as many as fit into `most`
    std::chrono::milliseconds most{120}; ///< an edit waits that long for a part
    std::chrono::milliseconds pause{15}; ///< between parts, for the edits of other programs
};

/// Puts all missing rows in, then makes one segment of a large index. `goOn` hears, before each
/// part, how many row numbers are done and how many there were at the beginning, and answers
/// whether to continue; error: CANCELLED, STORAGE_*. Not inside a write. Two programs may do it at
/// the same time.
Result<void> fillSearch(Database& database,
    const std::function<bool(qint64 done, qint64 total)>& goOn = {},
    FillPace pace = {});

} // namespace chengdan::storage
