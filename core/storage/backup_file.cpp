// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup_file.h"

#include "core/storage/backup_native.h"
#include "core/storage/file_health.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <filesystem>
#include <limits>

namespace chengdan::storage {

namespace {

constexpr int kPagesAtOnce = 256; // 1 MB between two questions to the progress

QList<QPair<QString, QString>> namedPath(const QString& path)
{
    return {{QStringLiteral("path"), path}};
}

Error cannotWrite(const QString& path, const QString& reason)
{
    return Error::make("FILE_WRITE",
        {},
        {{QStringLiteral("path"), QDir::toNativeSeparators(path)},
            {QStringLiteral("reason"), reason}});
}

// Removes what an ended copy left, unless it has got its name.
struct UnfinishedCopy {
    explicit UnfinishedCopy(const QString& target)
        : path(target + QStringLiteral(".unfinished"))
    {
        remove();
    }
    ~UnfinishedCopy() { remove(); }
    void remove() const
    {
        QFile::remove(path);
        for (const QString& side : sideFiles(path))
            QFile::remove(side);
    }
    QString path;
};

// Copies page by page inside one read transaction of the source: writers go on meanwhile, and the
// copy neither sees them nor begins anew.
Result<void> copyPages(NativeFile& source, NativeFile& target, const BackupProgress& progress)
{
    sqlite3_backup* copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (copy == nullptr)
        throw nativeFileFault(target.handle(), QStringLiteral("backup"));
    int step = SQLITE_OK;
    bool goOn = true;
    while (goOn && (step = sqlite3_backup_step(copy, kPagesAtOnce)) == SQLITE_OK) {
        const qint64 pages = sqlite3_backup_pagecount(copy);
        goOn = !progress || progress(pages - sqlite3_backup_remaining(copy), pages);
    }
    const int end = sqlite3_backup_finish(copy);
    if (!goOn)
        return chengdan::fail("CANCELLED");
    if (step != SQLITE_DONE) {
        throw storageFault(end != SQLITE_OK ? end : step,
            QString::fromUtf8(sqlite3_errstr(step)),
            QStringLiteral("backup"));
    }
    return {};
}

// Counts every table on both sides; the number of rows when all agree.
Result<qint64> compareCounts(NativeFile& source, NativeFile& copy)
{
    const QStringList tables = plainTables(source);
    if (tables != plainTables(copy)) {
        return chengdan::fail(
            "BACKUP_DIFFERS", {}, {{QStringLiteral("table"), QStringLiteral("sqlite_schema")}});
    }
    qint64 rows = 0;
    for (const QString& table : tables) {
        const QString count = QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table);
        const qint64 here = source.integer(count);
        if (here != copy.integer(count))
            return chengdan::fail("BACKUP_DIFFERS", {}, {{QStringLiteral("table"), table}});
        rows += here;
    }
    return rows;
}

Result<qint64> copyAndCompare(
    const QString& from, const QString& to, const BackupProgress& progress)
{
    NativeFile source(from, NativeFile::Access::Write); // a reader could not recover a log
    if (auto ours = checkIdentity(source, from, std::numeric_limits<int>::max()); !ours)
        return chengdan::fail(ours.error());
    source.execute(QStringLiteral("BEGIN"));
    (void)source.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema")); // begins the view
    {
        NativeFile copy(to, NativeFile::Access::Create);
        if (auto copied = copyPages(source, copy, progress); !copied)
            return chengdan::fail(copied.error());
        // A copy is one file: it must not need a log beside it on a read-only disk.
        copy.execute(QStringLiteral("PRAGMA journal_mode = DELETE"));
    }
    const auto health = examineFile(to);
    if (!health)
        return chengdan::fail(health.error());
    if (!health->isSound()) {
        return chengdan::fail(
            "BACKUP_DIFFERS", {}, {{QStringLiteral("table"), health->problems.first()}});
    }
    NativeFile copy(to, NativeFile::Access::Read);
    auto rows = compareCounts(source, copy);
    source.execute(QStringLiteral("COMMIT"));
    return rows;
}

bool isContentOf(const QString& path, const QString& name)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QFile::ReadOnly) && hash.addData(&file)
        && QString::fromLatin1(hash.result().toHex()) == name;
}

} // namespace

QString attachmentFolder(const QString& path)
{
    return path + QStringLiteral(".files");
}

Result<int> copyAttachments(const QString& from, const QString& to)
{
    const QStringList names = QDir(from).entryList(QDir::Files | QDir::NoDotAndDotDot);
    if (names.isEmpty())
        return 0;
    if (!QDir().mkpath(to))
        return chengdan::fail(cannotWrite(to, {}));
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    int held = 0;
    for (const QString& name : names) {
        if (name.size() != 64)
            continue; // one that is still being written
        const QString target = QDir(to).filePath(name);
        if (!QFileInfo::exists(target)) {
            const UnfinishedCopy unfinished(target);
            QFile file(QDir(from).filePath(name));
            if (!file.copy(unfinished.path))
                return chengdan::fail(cannotWrite(target, file.errorString()));
            if (!isContentOf(unfinished.path, name))
                return chengdan::fail("BACKUP_ATTACHMENT", {}, namedPath(file.fileName()));
            if (!QFile::rename(unfinished.path, target))
                return chengdan::fail(cannotWrite(target, {}));
        }
        ++held;
    }
    return held;
}

Result<BackupReport> backUpFile(const QString& source,
    const QString& target,
    WhenExists whenExists,
    WhatToCopy what,
    const BackupProgress& progress)
{
    const QFileInfo targetFile(target);
    if (!QFileInfo(source).isFile())
        return chengdan::fail("FILE_MISSING", {}, namedPath(source));
    if (targetFile.exists()
        && (whenExists == WhenExists::Refuse
            || targetFile.canonicalFilePath() == QFileInfo(source).canonicalFilePath()))
        return chengdan::fail("FILE_EXISTS", {}, namedPath(target));
    if (!targetFile.absoluteDir().exists())
        return chengdan::fail("FOLDER_MISSING", {}, namedPath(targetFile.absolutePath()));
    const UnfinishedCopy unfinished(target);
    {
        // Cost data lies in the copy too: nobody else on this PC may read it, from the first byte.
        QFile file(unfinished.path);
        if (!file.open(QFile::WriteOnly))
            return chengdan::fail(cannotWrite(target, file.errorString()));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    try {
        const auto rows = copyAndCompare(source, unfinished.path, progress);
        if (!rows)
            return chengdan::fail(rows.error());
        // After the rows: an attachment is there before a row speaks of it.
        const auto attachments = what == WhatToCopy::RowsOnly
            ? Result<int>(0)
            : copyAttachments(attachmentFolder(source), attachmentFolder(target));
        if (!attachments)
            return chengdan::fail(attachments.error());
        // One step, whether or not an older copy stands there.
        std::error_code refused;
        std::filesystem::rename(unfinished.path.toStdU16String(), target.toStdU16String(), refused);
        if (refused)
            return chengdan::fail(cannotWrite(target, QString::fromStdString(refused.message())));
        return BackupReport{target, QFileInfo(target).size(), *rows, *attachments};
    } catch (const StorageFault& fault) {
        return chengdan::fail(fault.error());
    }
}

} // namespace chengdan::storage
