// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/content_store.h"
#include "core/sync/replica.h"
#include "core/sync/server_link.h"

namespace chengdan::sync {

/// Brings the content of an attachment from the server into the store beside this copy, unless it
/// is there. Goes on where an earlier one was cut off. A connection of one's own is best (a job's),
/// so that edits and changes do not wait. Errors: NOT_FOUND, NOT_VISIBLE (no longer one's to see),
/// CONTENT_DAMAGED (what came is not what it should be: all of it is thrown away), FILE_WRITE,
/// CANCELLED, SERVER_*.
Result<void> fetchContent(storage::Database& database,
    ServerLink& server,
    const RawId& attachment,
    const storage::ContentProgress& progress = {});

} // namespace chengdan::sync
