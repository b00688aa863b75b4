// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/content_store.h"
#include "core/storage/database.h"

namespace chengdan::attachments {

/// A copy of a team's data keeps contents that were brought from the server up to this many bytes,
/// unless this PC says otherwise.
inline constexpr qint64 kContentLimit = 2LL * 1024 * 1024 * 1024;

/// Whether the file is a copy of a team's data. A single-user file is the only place its contents
/// lie: nothing is ever taken from it for room.
bool isCopyOfTeam(storage::Connection& connection);

/// The limit of this PC, in bytes. Throws StorageFault.
qint64 contentLimit(storage::Connection& connection);
/// Error: NUMBER_RANGE (below 16 MB).
Result<void> setContentLimit(storage::Database& database, qint64 bytes);

/// What trimming looks at, one for each content in the store.
struct CachedContent {
    QString hash;
    qint64 bytes = 0;
    Instant used; ///< last; zero: never
    bool pinned = false; ///< stays whatever the limit
};
/// Which contents go so that all of them fit into `limit`: those used longest ago first, pinned
/// ones never, no more than needed. A kernel: no file, no clock.
std::vector<QString> contentsToDrop(std::vector<CachedContent> contents, qint64 limit);

/// Makes room in a copy of a team's data. What was not sent, and what belongs to customers with an
/// open opportunity of one's own, stays; so does `inUse`. Answers how many contents went; 0 in a
/// single-user file.
Result<int> trimContent(storage::Database& database, const QString& inUse = {});

/// What is wrong with the contents of a file: CONTENT_DAMAGED (a content is not what its name
/// says), CONTENT_LOST (a row's content is neither here nor, in a single-user file, anywhere else),
/// each with the name of the attachment. Damaged ones that a server has too are removed when
/// `mend`, to be brought again. Reads all of them: for a job. Errors: CANCELLED, STORAGE_*.
Result<std::vector<Error>> examineContent(
    storage::Database& database, bool mend, const storage::ContentProgress& progress = {});

} // namespace chengdan::attachments
