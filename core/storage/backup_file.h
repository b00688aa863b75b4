// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

namespace chengdan::storage {

/// A finished and verified copy.
struct BackupReport {
    QString path;
    qint64 bytes = 0;
    qint64 rows = 0; ///< of all tables
    int attachments = 0; ///< files copied into "<path>.files"
};

/// Told now and then how far the copy is; false ends it, leaving nothing behind.
using BackupProgress = std::function<bool(qint64 pagesDone, qint64 pages)>;

enum class WhenExists { Refuse, Replace };
enum class WhatToCopy { RowsAndAttachments, RowsOnly };

/// Copies a company file, which may be in use by any number of programs, as it stands at one
/// moment, with its attachments. The copy is reopened, its structure checked and every table
/// counted against the original before it gets its name. Any thread. Errors: FILE_MISSING,
/// FILE_EXISTS, FOLDER_MISSING, FILE_NOT_OURS, FILE_WRITE, BACKUP_DIFFERS, CANCELLED, STORAGE_*.
Result<BackupReport> backUpFile(const QString& source,
    const QString& target,
    WhenExists whenExists = WhenExists::Refuse,
    WhatToCopy what = WhatToCopy::RowsAndAttachments,
    const BackupProgress& progress = {});

/// Where the attachments of a company file lie.
QString attachmentFolder(const QString& path);

/// Copies the attachments `to` lacks; their names are the SHA-256 of their content, which is
/// compared. Answers how many `to` has of them. Errors: FILE_WRITE, BACKUP_ATTACHMENT.
Result<int> copyAttachments(const QString& from, const QString& to);

} // namespace chengdan::storage
