// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/replica.h"
#include "core/sync/server_link.h"

#include <functional>

namespace chengdan::sync {

/// How far the contents of attachments are on their way up.
struct UploadProgress {
    qint64 bytes = 0; ///< of the content under way
    qint64 allBytes = 0;
    qint64 contents = 0; ///< that wait, this one among them
};
/// Told after each piece; false ends the work after it, to be gone on with later.
using OnUpload = std::function<bool(const UploadProgress&)>;

/// Whether rows of this batch entry have to wait: contents they name lie here and are not on the
/// server yet. Rows whose content is gone do not wait; the server refuses them, with the reason.
/// Inside a write; throws StorageFault.
bool waitsForContent(storage::Database& database,
    storage::Connection& connection,
    const schema::RecordType& type,
    qint64 firstRid,
    qint64 lastRid);

/// What some uploading came to.
struct Uploaded {
    qint64 pieces = 0; ///< sent
    qint64 contents = 0; ///< complete on the server now: their rows may go
    bool more = false; ///< time was up, or something else is to be sent first
    bool stopped = false; ///< the progress wanted no more
    std::optional<Error> paused; ///< the server takes no more for now (CONTENT_DAY, CONTENT_OPEN)
};
/// Brings contents that rows of the journal wait for to the server, the oldest first, piece by
/// piece and only those it lacks; ends after a few seconds, or as soon as there is a new edit,
/// which goes first. Errors: SERVER_*, STORAGE_*.
Result<Uploaded> uploadSome(
    storage::Database& database, ServerLink& server, const OnUpload& goOn = {});

} // namespace chengdan::sync
