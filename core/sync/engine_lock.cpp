// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine_lock.h"

#include <QFileInfo>

namespace chengdan::sync {

EngineLock::EngineLock(const QString& path)
    : m_file(path)
{
    m_file.setStaleLockTime(0); // a copy is kept in step for days; only a dead holder loses it
}

Result<std::unique_ptr<EngineLock>> EngineLock::take(const QString& companyFile)
{
    // The same file by another name is the same file.
    const QFileInfo file(companyFile);
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    std::unique_ptr<EngineLock> lock(new EngineLock(path + QStringLiteral(".sync-lock")));
    if (lock->m_file.tryLock(0))
        return lock;
    if (lock->m_file.error() != QLockFile::LockFailedError) {
        return fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), path + QStringLiteral(".sync-lock")},
                {QStringLiteral("reason"), QStringLiteral("QLockFile")}});
    }
    qint64 process = 0;
    QString host;
    QString program;
    lock->m_file.getLockInfo(&process, &host, &program);
    return fail("SYNC_ELSEWHERE",
        {},
        {{QStringLiteral("program"), program.isEmpty() ? QStringLiteral("chengdan") : program},
            {QStringLiteral("process"), QString::number(process)},
            {QStringLiteral("host"), host}});
}

} // namespace chengdan::sync
