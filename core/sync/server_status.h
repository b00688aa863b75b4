// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// How a team's server stands, for whoever installs it.
struct ServerStatus {
    QString company;
    QString version; ///< of PostgreSQL
    int schema = 0; ///< of the tables; a newer program upgrades them
    QString epoch; ///< another one after it was restored
    Instant installedAt;
    Instant lastSeen; ///< when a copy was last in contact; zero: never
    int people = 0;
    int activePeople = 0;
    int devices = 0; ///< copies that may connect
    int revokedDevices = 0;
    int sessions = 0; ///< of people, at this moment
    qint64 customers = 0;
    qint64 pool = 0; ///< customers of nobody
    qint64 history = 0; ///< changes on record
    qint64 openConflicts = 0; ///< edits that wait for their author's decision
    qint64 bytes = 0; ///< of the database
    qint64 seal = 0; ///< number of the newest; 0: nothing sealed yet
    Instant sealedAt;
};
/// Error: SERVER_NOT_INSTALLED.
Result<ServerStatus> serverStatus(ServerLink& link);

} // namespace chengdan::sync
