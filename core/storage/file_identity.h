// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace chengdan::storage {

/// PRAGMA application_id of a company file: "CDN1", which tells ours from other SQLite files.
inline constexpr qint64 kCompanyFileId = 0x43444E31;

/// Whether a file with these pragmas (application_id, user_version) is a company file that a
/// program of schema version `ours` can work with. Errors: FILE_NOT_OURS, FILE_NEWER.
Result<void> checkIdentity(qint64 application, qint64 version, int ours, const QString& path);

} // namespace chengdan::storage
