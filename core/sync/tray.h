// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

namespace chengdan::sync {

/// Why an edit lies in the tray.
enum class TrayReason {
    Conflict, ///< somebody else changed the same; theirs stands, mine is kept here
    Refused, ///< the server does not take it
    Evicted, ///< the row left this copy before the edit was sent
    Restored, ///< the server was restored from a backup that lacks it
};

/// One column of an edit that a person has to decide about. Values as the protocol writes them.
struct TrayColumn {
    QString name; ///< custom fields as custom.<key>
    QJsonValue mine;
    QJsonValue theirs; ///< undefined where only mine is known
    int by = 0; ///< who changed it meanwhile; 0: unknown
    Instant at; ///< when the server took that
};

/// An edit that could not be delivered, with everything that was typed. Stays until a person takes
/// it up again or drops it.
struct TrayEntry {
    qint64 n = 0;
    const schema::RecordType* type = nullptr;
    schema::Value id; ///< of the row
    bool isInsert = false;
    schema::Value root; ///< of a row that was to be made: the customer it hangs on
    TrayReason reason = TrayReason::Refused;
    Error why; ///< ready for sentence()
    std::vector<TrayColumn> columns;
    Instant madeAt;
};

/// The oldest first.
Result<std::vector<TrayEntry>> trayEntries(storage::Database& database);
qint64 trayCount(storage::Connection& connection);

/// Lays an edit aside. `operation` is the edit as it was or would have been sent. Inside a write;
/// throws StorageFault.
void layInTray(storage::Connection& connection,
    const schema::RecordType& type,
    const schema::Value& id,
    const QJsonObject& operation,
    TrayReason reason,
    const Error& why,
    const QJsonObject& columns,
    Instant madeAt);

/// Writes mine over what stands in the row now, as a new edit of the person who decides, for the
/// named columns (all of them when none is named), and takes the entry away. A row that was to be
/// made is made again. Errors: NOT_FOUND, TRAY_ROW_GONE (a changed row is no longer in this copy),
/// STORAGE_*.
Result<void> takeMine(
    storage::Database& database, PersonId actor, qint64 n, const QStringList& columns = {});
/// What stands is right: the entry goes.
Result<void> keepTheirs(storage::Database& database, PersonId actor, qint64 n);

} // namespace chengdan::sync
