// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_health.h"

#include "core/storage/backup_native.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace chengdan::storage {

namespace {

constexpr int kStepsBetweenQuestions = 100'000; // some milliseconds of work

int askWhetherCancelled(void* cancelled)
{
    return (*static_cast<const std::function<bool()>*>(cancelled))() ? 1 : 0;
}

constexpr int kProblemsTold = 20;

// The whole file, or one table with its indexes.
void look(NativeFile& file, const QString& table, FileHealth& health)
{
    const QStringList answer =
        file.texts(table.isEmpty() ? QStringLiteral("PRAGMA quick_check(%1)").arg(kProblemsTold)
                                   : QStringLiteral("PRAGMA quick_check('%1')").arg(table));
    if (answer != QStringList{QStringLiteral("ok")})
        health.problems += answer;
}

// The library hears no interruption while it walks the pages of what it was asked for, so it is
// asked for little at a time. All tables are seen as they were at one moment.
bool lookByTable(NativeFile& file, const std::function<bool()>& cancelled, FileHealth& health)
{
    file.execute(QStringLiteral("BEGIN"));
    QStringList tables{QStringLiteral("sqlite_schema")};
    tables += file.texts(QStringLiteral(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"));
    for (const QString& table : tables) {
        if (cancelled())
            return false;
        if (health.problems.size() < kProblemsTold)
            look(file, table, health);
    }
    file.execute(QStringLiteral("ROLLBACK"));
    return true;
}

} // namespace

Result<FileHealth> examineFile(const QString& path, const std::function<bool()>& cancelled)
{
    if (!QFileInfo(path).isFile())
        return chengdan::fail("FILE_MISSING", {}, {{QStringLiteral("path"), path}});
    FileHealth health;
    try {
        NativeFile file(path, NativeFile::Access::Write, 2000); // a reader could not recover a log
        if (cancelled) {
            sqlite3_progress_handler(file.handle(),
                kStepsBetweenQuestions,
                askWhetherCancelled,
                const_cast<std::function<bool()>*>(&cancelled));
        }
        if (!cancelled)
            look(file, QString(), health);
        else if (!lookByTable(file, cancelled, health))
            return chengdan::fail("CANCELLED");
    } catch (const StorageFault& fault) {
        if (fault.error().code != QLatin1String("FILE_DAMAGED"))
            return chengdan::fail(fault.error());
        health.problems += fault.error().arg(QStringLiteral("detail"));
    }
    return health;
}

bool wasLeftOpen(const QString& path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

} // namespace chengdan::storage
