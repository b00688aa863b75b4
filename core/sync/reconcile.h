// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/pull.h"

#include <map>
#include <set>

namespace chengdan::sync {

/// Rows of which this copy and the server hold different revisions, or only one of them holds any:
/// by table, as ids of the protocol. Rows made here that were never sent are left out. Inside a
/// read transaction of the server.
using DifferingRows = std::map<const schema::RecordType*, std::set<QString>>;
Result<void> compareAll(
    storage::Database& database, ServerLink& server, const Reach& reach, DifferingRows& differing);

/// After a server came back from a backup: edits it had taken and lacks now go to the tray, for a
/// person to send again. Inside a write; throws StorageFault.
void offerLost(storage::Transaction& transaction, const schema::RecordTypes& types);

} // namespace chengdan::sync
