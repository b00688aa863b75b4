// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/replica.h"
#include "core/sync/server_link.h"

#include <functional>

namespace chengdan::sync {

struct LoadProgress {
    qint64 rows = 0; ///< received in this call
    int partsDone = 0; ///< tables, or one owner's rows of a table
    int parts = 0;
};
/// Hears of every commit, of some pages each, and answers whether to go on.
using OnLoad = std::function<bool(const LoadProgress&)>;

/// Reads the parts of tables that a pull has queued in `_load`, page by page; pages and their
/// places are written together, so that a load that was stopped or killed goes on where it was. No
/// transaction is held on the server: what changes meanwhile comes with the next pull. While a page
/// is written the server is asked for the next one: until this returns nobody uses the link.
///
/// Until the first load of a copy is complete its secondary indexes are left away, search too; they
/// are made at the end. Errors: CANCELLED, SERVER_*, STORAGE_*.
Result<void> runLoads(storage::Database& database, ServerLink& server, const OnLoad& goOn = {});

/// Parts that are still queued.
qint64 queuedLoads(storage::Connection& connection);

} // namespace chengdan::sync
