// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chengdanctl/command.h"
#include "core/sync/join.h"

#include <memory>
#include <optional>

namespace chengdan::ctl {

/// The form of `sync`, refused.
Outcome syncUsage(const Call& call);

/// A moment as JSON writes it: UTC, ISO; empty for never.
QString syncMoment(Instant at);

/// A copy of a team's data, whoever asks: what it sends and receives is decided by its server.
struct Replica {
    std::unique_ptr<storage::Database> database;
    sync::Link link;
};
/// Errors: as exchange::openCompany, SYNC_NOT_JOINED, SYNC_OTHER_PERSON.
Result<Replica> openReplica(const Call& call);

/// `sync join --with-data FILE [--dry-run] [--people add|mine]`.
Outcome joinWithData(const Call& call);

/// Who signs in at the server. The password comes from PGPASSWORD or from libpq's password file,
/// else it is asked for on the terminal. Error: SYNC_PASSWORD_SHOWN when the DSN holds one.
Result<sync::ServerAccount> syncAccount(const QString& dsn, const QString& login);

/// Rows and parts so far, on a terminal only; stops where StopSignal says so.
sync::OnLoad syncProgress();

/// `sync --watch`: until Ctrl-C, SIGTERM or a refusal that only a person can do something about.
Outcome watchReplica(const Call& call);

/// `sync tray|requests|claim|transfer|grant|revoke`: what needs a person, and what the server
/// decides; nothing when it is no such act.
std::optional<Outcome> runSyncRequest(const Call& call);

} // namespace chengdan::ctl
