// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/replica.h"

#include <QJsonObject>

namespace chengdan::sync {

/// Takes the journal of a copy to its server: numbers edits into batches, keeps each batch until it
/// was answered, and settles every edit by the answer. Every edit ends exactly once: delivered
/// (kept in `_acked` for 30 days), in the tray for a person (tray.h), or still in the journal.
///
/// The new values of an edit are worked out when it is numbered, and the batch keeps its bytes:
/// what is sent again is the same. An edit keeps as base the revision its author saw, however many
/// of this copy's own edits came before it; the server counts only what other copies changed since.
class Outbox {
public:
    explicit Outbox(storage::Database& database)
        : m_database(database)
    {
    }

    /// A batch on its way: its number, and the groups and operations sync.push() takes.
    struct Batch {
        qint64 number = 0;
        QByteArray payload;
        qsizetype groups = 0;
    };
    /// The batch that still waits for its answer, else a new one of the oldest edits; nothing when
    /// there is nothing to send. What hangs on a customer the server has not registered waits.
    Result<std::optional<Batch>> next(qsizetype mostGroups = kMostGroups);
    /// Settles a batch by what the server answered; one that is settled already stays so.
    Result<void> settle(const Batch& batch, const QJsonObject& answer);
    /// The server refused the batch as a whole and did nothing: its edits are to be numbered anew.
    Result<void> takeBack(const Batch& batch);
    /// The server refuses this batch whatever is tried: its edits go to the tray.
    Result<void> giveUp(const Batch& batch, const Error& why);

    /// One subtransaction each on the server, which keeps 64 of them at hand.
    static constexpr qsizetype kMostGroups = 50;

private:
    class Numbering;
    storage::Database& m_database;
};

/// How many edits wait, a range counted by its rows.
qint64 unsentEdits(storage::Connection& connection);

} // namespace chengdan::sync
