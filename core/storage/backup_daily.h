// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/backup_file.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace chengdan::storage {

/// Where the backups of every day lie: "<company file>.backups".
QString dailyBackupFolder(const QString& path);

/// The backups made of that file, the newest first.
QStringList dailyBackups(const QString& path);

/// Makes the backup of `today` unless there is one, then removes all but the newest `keep`.
/// Attachments are not copied each day: they never change and lie beside the file. Errors: as
/// backUpFile.
Result<std::optional<BackupReport>> backUpDaily(
    const QString& path, QDate today, int keep, const BackupProgress& progress = {});

} // namespace chengdan::storage
