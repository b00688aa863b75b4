// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/server_link.h"

#include <QJsonObject>

#include <optional>

namespace chengdan::sync {

/// What the server's history is asked for; everything that is set must fit.
struct ServerAuditFilter {
    std::optional<int> person;
    QString table; ///< of a record type, or _login, _password, _device, _access
    QString row; ///< its id as text
    QString operation; ///< I new, U changed, A an act that changed no record
    std::optional<Instant> from; ///< arrival, from here on …
    std::optional<Instant> to; ///< … and before this
    qint64 before = 0; ///< the page before this number; 0: the newest
    int limit = 100; ///< at most 1000
};

/// One change. `arrived` is the server's clock; `done` is that of the PC it was typed on, where it
/// came from one. Of a table whose rows the reader may not see only the names of the columns come.
struct ServerAuditEntry {
    qint64 number = 0;
    Instant arrived;
    std::optional<Instant> done;
    int person = 0; ///< 0: whoever keeps the machine
    QString personName;
    QString login;
    QString address; ///< IP; empty over a local socket
    QString device; ///< its id; empty for acts
    QString deviceCode;
    QString host;
    QString table;
    QString operation;
    QString row;
    QString title; ///< what the row is called now
    QString customer; ///< whom it hangs on
    qint64 revision = 0;
    QJsonObject changes; ///< {"column": {"old": …, "new": …}}
};

/// The newest first. For administrators; error: PERMISSION.
Result<std::vector<ServerAuditEntry>> serverAudit(
    ServerLink& link, const ServerAuditFilter& filter);

/// A copy of the data on somebody's PC.
struct ServerDevice {
    QString id;
    int person = 0;
    QString personName;
    QString code; ///< what numbers made there carry
    QString host;
    bool revoked = false;
    Instant firstSeen;
    Instant lastSeen;
    qint64 lastBatch = 0;
};
/// The last seen first. For administrators; error: PERMISSION.
Result<std::vector<ServerDevice>> serverDevices(ServerLink& link);
/// Ends a copy: it may neither send nor fetch any more. Errors: DEVICE_UNKNOWN, PERMISSION.
Result<void> revokeServerDevice(ServerLink& link, const QString& id);

/// Whether history is what it was when it was sealed.
struct SealState {
    qint64 seals = 0;
    qint64 rows = 0; ///< under seals
    qint64 unsealed = 0; ///< newer than the newest seal
    qint64 newest = 0;
    QString newestHash; ///< hexadecimal; worth writing down elsewhere
    /// The first block that differs. `transaction` and `number` name the first row in it that was
    /// altered, or that stands behind one that was taken out; empty and 0 when the last ones were.
    struct Broken {
        qint64 seal = 0;
        Instant sealedAt;
        qint64 expected = 0; ///< rows it had
        qint64 found = 0;
        QString transaction;
        qint64 number = 0;
        QString table;
        QString row;
    };
    std::optional<Broken> broken;
};
/// Reads the whole history. For administrators; error: PERMISSION.
Result<SealState> verifySeals(ServerLink& link);

} // namespace chengdan::sync
