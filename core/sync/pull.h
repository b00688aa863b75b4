// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/replica.h"
#include "core/sync/server_link.h"

#include <map>
#include <set>

namespace chengdan::sync {

/// A customer that somebody is shown for a while, as those are told who may end it.
struct GivenAccess {
    QString customer; ///< its id as text
    PersonId person; ///< who is shown it
    Instant until;
    PersonId by;
    QString reason;
};

/// What the server answers at the beginning of a pull about who asks.
struct Reach {
    PersonId person;
    QString snapshot;
    QString epoch;
    std::set<int> owners; ///< whose rows are seen; 0 is the pool
    bool pool = false; ///< customers of nobody are seen, without how to reach them
    std::set<QString> rights;
    std::map<QString, Instant> grants; ///< customers shown for a while
    std::vector<GivenAccess> given; ///< of others, to customers this person may show
};

/// Brings the copy to the state of one snapshot of the server: rows that changed since the last
/// one, rows that came into reach or left it. Everything is asked for in one read-only transaction
/// of the server and applied in pieces; a copy that dies in between asks for the same again.
///
/// A copy without a cursor is not read here: its tables are queued for loading (first_load.h), and
/// the cursor is set to the snapshot from before it.
class Pull {
public:
    Pull(storage::Database& database, ServerLink& server);
    ~Pull();

    struct Done {
        qint64 received = 0;
        qint64 evicted = 0;
        bool reconciled = false; ///< everything was compared: the cursor was of no use any more
    };
    Result<Done> run();

private:
    class Run;
    storage::Database& m_database;
    ServerLink& m_server;
};

/// Compares what this copy holds with what the server shows, table by table and owner by owner;
/// what differs is asked for again by the next pull. Answers how many rows differ: 0 means that the
/// copy is right. Edits that were not delivered do not count.
Result<qint64> verifyReplica(storage::Database& database, ServerLink& server);

} // namespace chengdan::sync
