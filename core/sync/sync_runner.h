// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join.h"

#include <functional>
#include <memory>

namespace chengdan::sync {

/// How a copy and its server stand, for a person to see.
struct SyncStatus {
    enum class Phase {
        Offline, ///< tried again by itself; `trouble` says why
        Connecting,
        Working, ///< a round is under way
        Loading, ///< rows that came into reach are being read; see `load`
        Current, ///< everything sent, everything received
        Stopped, ///< not tried again before somebody does something: see `trouble`
    };
    Phase phase = Phase::Offline;
    qint64 unsent = 0; ///< edits in the journal
    qint64 waiting = 0; ///< requests for acts the server decides
    qint64 tray = 0; ///< edits that need a person
    Instant lastContact; ///< of this PC's clock; zero: never
    LoadProgress load;
    std::optional<Error> trouble;
    bool clockDiffers = false; ///< from the server's by more than five minutes
};

/// What stands in the file now, without asking the server.
Result<SyncStatus> storedStatus(storage::Database& database);

/// Keeps a copy in step with its server: on a thread and a connection of its own, after every local
/// edit, when the server calls (LISTEN), and every minute. When the server is out of reach it tries
/// again after a second, then ever more seldom, five minutes at most. While another program keeps
/// the same file in step (EngineLock) it is Offline with SYNC_ELSEWHERE, and takes over when that
/// one ends.
class SyncRunner {
public:
    /// Called on the runner's thread whenever something changed; must not wait for that thread.
    using Told = std::function<void(const SyncStatus&)>;
    /// The database and the clock must outlive it. An empty password is looked up by libpq.
    SyncRunner(
        storage::Database& database, const Clock& clock, const ServerAccount& account, Told told);
    /// Ends after the round under way; never waits for the network longer than a few seconds.
    ~SyncRunner();
    SyncRunner(const SyncRunner&) = delete;
    SyncRunner& operator=(const SyncRunner&) = delete;

    /// Any thread: a round now, whatever the clock says.
    void syncNow();
    SyncStatus status() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace chengdan::sync
