// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup_restore.h"

#include "core/base/file_rename.h"
#include "core/storage/backup_native.h"
#include "core/storage/database.h"
#include "core/storage/file_health.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

// "<path>.before-restore-20260312-140301", and a further number when two fall into one second.
QString asideName(const QString& path, const char* word, Instant at)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(at.milliseconds())
                             .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = QStringLiteral("%1.%2-%3").arg(path, QString::fromLatin1(word), time);
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = QStringLiteral("%1-%2").arg(name).arg(i);
    return free;
}

// A checked copy of the backup at the program's version, beside the company file; goes with its
// owner.
struct Incoming {
    explicit Incoming(const QString& target)
        : path(target + QStringLiteral(".restoring"))
    {
        remove();
    }
    ~Incoming() { remove(); }
    void remove() const
    {
        QFile::remove(path);
        for (const QString& side : sideFiles(path))
            QFile::remove(side);
    }
    QString path;
};

Result<qint64> prepareIncoming(const QString& backup,
    const Incoming& incoming,
    const schema::RecordTypes& types,
    const Clock& clock,
    const BackupProgress& progress)
{
    const auto health = examineFile(backup);
    if (!health)
        return chengdan::fail(health.error());
    if (!health->isSound())
        return chengdan::fail("BACKUP_DAMAGED", {}, {{QStringLiteral("path"), backup}});
    auto copied =
        backUpFile(backup, incoming.path, WhenExists::Refuse, WhatToCopy::RowsOnly, progress);
    if (!copied)
        return chengdan::fail(copied.error());
    const auto opened = Database::open(incoming.path, types, clock); // brings it up to date
    if (!opened)
        return chengdan::fail(opened.error());
    return copied->rows;
}

// Everything of `from` takes the place of everything in `to`, or nothing does.
void pourInto(const QString& from, const QString& to)
{
    NativeFile source(from, NativeFile::Access::Write);
    NativeFile live(to, NativeFile::Access::Write, 10'000);
    live.execute(QStringLiteral("PRAGMA synchronous = FULL"));
    sqlite3_backup* copy = sqlite3_backup_init(live.handle(), "main", source.handle(), "main");
    if (copy == nullptr)
        throw nativeFileFault(live.handle(), QStringLiteral("restore"));
    int step = SQLITE_BUSY;
    // Another program's save is waited for, as any of our own would wait.
    for (int attempt = 0; step == SQLITE_BUSY || step == SQLITE_LOCKED; ++attempt) {
        step = sqlite3_backup_step(copy, -1);
        if (attempt >= 3)
            break;
    }
    const int end = sqlite3_backup_finish(copy);
    if (step != SQLITE_DONE) {
        throw storageFault(end != SQLITE_OK ? end : step,
            QString::fromUtf8(sqlite3_errstr(step)),
            QStringLiteral("restore"));
    }
}

// A company file that still can be copied whole is kept as such a copy.
Result<QString> replaceSound(const QString& incoming, const QString& path, Instant at)
{
    const QString aside = asideName(path, "before-restore", at);
    // The attachments stay where they are: a restore only adds to them.
    if (auto kept = backUpFile(path, aside, WhenExists::Refuse, WhatToCopy::RowsOnly); !kept)
        return chengdan::fail(kept.error());
    pourInto(incoming, path);
    return aside;
}

Result<QString> replaceDamaged(const QString& incoming, const QString& path, Instant at)
{
    const auto aside = moveAside(path, "damaged", at);
    if (!aside)
        return aside;
    if (auto placed = renameFile(incoming, path); !placed)
        return chengdan::fail(placed.error());
    return aside;
}

} // namespace

Result<QString> moveAside(const QString& path, const char* word, Instant at)
{
    const QString aside = asideName(path, word, at);
    if (auto moved = renameFile(path, aside); !moved)
        return chengdan::fail(moved.error());
    const QStringList from = sideFiles(path);
    const QStringList to = sideFiles(aside);
    for (qsizetype i = 0; i < from.size(); ++i) {
        if (QFileInfo::exists(from[i])) { // a log left lying would be taken for the next file's
            if (auto moved = renameFile(from[i], to[i]); !moved)
                return chengdan::fail(moved.error());
        }
    }
    return aside;
}

Result<RestoreReport> restoreFile(const QString& backup,
    const QString& path,
    const schema::RecordTypes& types,
    const Clock& clock,
    const BackupProgress& progress)
{
    if (QFileInfo(backup).canonicalFilePath() == QFileInfo(path).canonicalFilePath()
        && QFileInfo::exists(path))
        return chengdan::fail("FILE_EXISTS", {}, {{QStringLiteral("path"), path}});
    try {
        const Incoming incoming(path);
        const auto rows = prepareIncoming(backup, incoming, types, clock, progress);
        if (!rows)
            return chengdan::fail(rows.error());
        const auto attachments = copyAttachments(attachmentFolder(backup), attachmentFolder(path));
        if (!attachments)
            return chengdan::fail(attachments.error());
        RestoreReport report{{}, *rows, *attachments};
        if (!QFileInfo::exists(path)) {
            if (auto placed = renameFile(incoming.path, path); !placed)
                return chengdan::fail(placed.error());
            return report;
        }
        const auto present = examineFile(path);
        if (!present)
            return chengdan::fail(present.error());
        const auto aside = present->isSound() ? replaceSound(incoming.path, path, clock.now())
                                              : replaceDamaged(incoming.path, path, clock.now());
        if (!aside)
            return chengdan::fail(aside.error());
        report.setAside = *aside;
        return report;
    } catch (const StorageFault& fault) {
        return chengdan::fail(fault.error());
    }
}

} // namespace chengdan::storage
