// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/sync/join_plan.h"
#include "core/sync/server_link.h"

#include <functional>

namespace chengdan::sync {

/// How far a file's own data has come. Kept in the copy's own table `_join`, with the path of the
/// untouched copy it is read from; what became of each record stands in `_carried`.
struct JoinState {
    enum class Stage {
        Prepared, ///< the source is known, nothing was written
        Carried, ///< every record is in this copy or laid aside; the rest is ordinary sending
        Done, ///< all of it was sent once
    };
    QString original; ///< the file that joins
    QString source; ///< the copy of it that is read
    Stage stage = Stage::Prepared;
};
/// Nothing in a copy that joined without data of its own. Throws StorageFault.
std::optional<JoinState> readJoinState(storage::Connection& connection);
/// Makes both tables when they are not there. Inside a write; throws StorageFault.
void writeJoinState(storage::Connection& connection, const JoinState& state);

/// Writes a whole plan into the copy in this one transaction: new rows with their journal entries
/// in the order of references, differences and what may not be sent into the tray, and for each
/// record what became of it. `told` hears of rows written and answers whether to go on. Throws
/// StorageFault; error CANCELLED.
Result<void> carryPlan(storage::Transaction& transaction,
    const schema::RecordTypes& types,
    const JoinPlan& plan,
    const std::function<bool(qint64 done, qint64 total)>& told);

/// Registers the customers that joining brought along, some hundreds a call, with when, by whom and
/// for whom they were made. What the server refuses becomes a refused request; what hangs on it
/// waits in the journal. Does nothing in other copies. Answers how many were asked for.
Result<qint64> bringCustomers(storage::Database& database, ServerLink& server);

} // namespace chengdan::sync
