// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup_daily.h"

#include <QDir>
#include <QFileInfo>

namespace chengdan::storage {

QString dailyBackupFolder(const QString& path)
{
    return path + QStringLiteral(".backups");
}

QStringList dailyBackups(const QString& path)
{
    const QDir folder(dailyBackupFolder(path));
    QStringList found;
    // Named by ISO dates: the order of the names is that of the days.
    const QStringList names = folder.entryList(
        {QStringLiteral("*-*-*.chengdan")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : names)
        found += folder.filePath(name);
    return found;
}

Result<std::optional<BackupReport>> backUpDaily(
    const QString& path, QDate today, int keep, const BackupProgress& progress)
{
    const QString folder = dailyBackupFolder(path);
    const QString target =
        QDir(folder).filePath(today.toString(Qt::ISODate) + QStringLiteral(".chengdan"));
    if (QFileInfo::exists(target))
        return std::nullopt;
    if (!QDir().mkpath(folder))
        return chengdan::fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), folder}, {QStringLiteral("reason"), QString()}});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto made = backUpFile(path, target, WhenExists::Refuse, WhatToCopy::RowsOnly, progress);
    if (!made)
        return chengdan::fail(made.error());
    // Only after the new one stands: a full disk must not cost the old ones.
    const QStringList all = dailyBackups(path);
    for (qsizetype i = std::max(keep, 1); i < all.size(); ++i)
        QFile::remove(all[i]);
    return *made;
}

} // namespace chengdan::storage
