// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/tray.h"

namespace chengdan::sync {

/// One field a person decides about. Values as stored, with the titles of rows they name.
struct TrayField {
    QString name; ///< a column, or custom.<key>
    schema::Value mine;
    schema::Value theirs; ///< what the server holds; where that was not told, what stands here
    QString mineTitle;
    QString theirsTitle;
    bool theirsKnown = false; ///< the server told it
    QString by; ///< name of whoever changed it; empty when unknown
    Instant at; ///< 0: unknown
};

/// An entry of the tray as a person knows it.
struct TrayDetail {
    TrayEntry entry;
    qint64 rid = 0; ///< of the row in this copy; 0: it is not there
    QString title; ///< what the row is called, or was to be called
    std::vector<TrayField> fields;
};

/// The oldest first.
Result<std::vector<TrayDetail>> trayDetails(storage::Database& database);

/// Everything of one entry, so that dropping it can be taken back.
struct TrayCopy {
    schema::Row cells;
};
/// Error: NOT_FOUND.
Result<TrayCopy> copyOfTrayEntry(storage::Database& database, qint64 n);
/// Puts a dropped entry back, under its old number.
Result<void> putTrayEntryBack(storage::Database& database, PersonId actor, const TrayCopy& copy);

/// What a customer of a request is called; empty when this copy does not have it.
QString customerTitle(storage::Connection& connection, const QString& id);

} // namespace chengdan::sync
