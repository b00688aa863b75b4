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
        const QStringList answer = file.texts(QStringLiteral("PRAGMA quick_check(20)"));
        if (answer != QStringList{QStringLiteral("ok")})
            health.problems = answer;
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
