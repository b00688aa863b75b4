// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/join_plan.h"

namespace chengdan::sync {

/// Every row of every table, deleted ones too. Throws StorageFault.
TableRows readRows(storage::Connection& connection, const schema::RecordTypes& types);

/// All that a company file holds, and who worked with it.
Result<OwnFile> readOwnFile(storage::Database& file);

/// Whose copy this is and what its server last let that person do. Throws StorageFault.
Joiner readJoiner(storage::Connection& connection);

} // namespace chengdan::sync
