// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/join_data.h"
#include "tests/sync/sync_fixture.h"

#include <QHash>

namespace chengdan::tests {

/// A server as installation leaves it: nobody but its administrator, who is number 1.
std::unique_ptr<PgDatabase> freshServer(const QString& login);

/// A copy of a team's data that takes a file along.
struct Joining {
    Joining(const PgDatabase& server, int person, const QString& copy, const QString& original);
    Result<sync::JoinReport> run(std::optional<bool> creating = {});

    const PgDatabase& server;
    int person;
    QString original;
    ManualClock clock;
    IdSource ids;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<sync::ServerLink> link;
};

/// What became of every record of a file, looked up in the server's own tables: each is there with
/// equal values, or matched to a named row there, or kept with a reason. Any other ends the test.
struct Fates {
    int there = 0;
    int matched = 0;
    int kept = 0;
    int local = 0;
    QHash<QString, int> reasons; ///< by code
};
Fates checkNothingLost(PgDatabase& server, const QString& original, storage::Database& copy);

} // namespace chengdan::tests
