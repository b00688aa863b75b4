// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/blob_upload.h"
#include "core/sync/first_load.h"
#include "core/sync/pull.h"

namespace chengdan::sync {

/// What the server says to a copy that connects.
struct Welcome {
    QString channel; ///< LISTEN on it: a message says that there is something to pull
    Instant serverTime;
};
/// The first words on a new connection: registers this copy, learns its device code, and notices
/// when this file is a copy of a copy (its batches do not follow the server's), in which case it
/// becomes a device of its own. Errors: CLIENT_OLD, SERVER_OLD, PERSON_INACTIVE, DEVICE_REVOKED,
/// SERVER_*.
Result<Welcome> greet(storage::Database& database, ServerLink& server, IdSource& ids);

/// What one round brought about.
struct Round {
    qint64 sent = 0; ///< edits that were answered
    Pull::Done pulled;
    qint64 loaded = 0; ///< rows of parts that came into reach
    qint64 uploaded = 0; ///< pieces of attachments
    std::optional<Error> paused; ///< why the server takes no more attachments for now
};
/// One round over an open connection: requests and edits up, changes down, then what came into
/// reach. An error of sending does not keep the pull from happening; it is answered after it.
/// Contents of attachments come last and in slices, between which new edits and changes go.
Result<Round> runRound(storage::Database& database,
    ServerLink& server,
    IdSource& ids,
    const OnLoad& goOn = {},
    const OnUpload& onUpload = {});

/// Hears of each batch that was answered, with the edits sent so far and those left; answers
/// whether to go on.
using OnPush = std::function<bool(qint64 sent, qint64 left)>;
/// Only the way up, contents of attachments included, and only the way down.
Result<qint64> pushAll(
    storage::Database& database, ServerLink& server, IdSource& ids, const OnPush& goOn = {});
Result<Round> pullAll(storage::Database& database, ServerLink& server, const OnLoad& goOn = {});

} // namespace chengdan::sync
