// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/schema/record_type.h"
#include "core/storage/backup_file.h"

namespace chengdan::storage {

/// What a restore did.
struct RestoreReport {
    QString setAside; ///< where the company file as it was before now lies; empty: there was none
    qint64 rows = 0;
    int attachments = 0;
};

/// Puts a backup in the place of a company file. The backup is checked, and brought up to the
/// program's version, before anything is touched. A sound company file may be in use: it is copied
/// aside and then gets the backup's content in one transaction, which open windows see as a change
/// made elsewhere. A damaged one is moved aside; nobody may have it open. Attachments are added,
/// never removed. Errors: as backUpFile, and FILE_NEWER, FILE_DAMAGED (the backup is), STORAGE_*.
Result<RestoreReport> restoreFile(const QString& backup,
    const QString& path,
    const schema::RecordTypes& types,
    const Clock& clock,
    const BackupProgress& progress = {});

/// Moves a company file and what lies beside it to "<path>.<word>-<date>-<time>"; answers that
/// name. Nobody may have it open. Error: FILE_WRITE.
Result<QString> moveAside(const QString& path, const char* word, Instant at);

} // namespace chengdan::storage
