// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "core/exchange/company.h"
#include "core/storage/backup_restore.h"
#include "core/storage/file_health_salvage.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace chengdan::ctl {

namespace {

/// Copying or replacing everything is an administrator's act. Of a file that cannot be opened at
/// all nobody can be asked; it is its owner's, who alone may read it on this PC.
Result<void> mayHandleWholeFile(const Call& call)
{
    const auto file = CompanyFile::open(call, CopyAge::Any);
    if (file)
        return (*file)->context().session.require(access::Right::Administer);
    if (file.error().code == QLatin1String("FILE_DAMAGED"))
        return {};
    return fail(file.error());
}

/// How far a long copy is, on a terminal only.
storage::BackupProgress progressOnTerminal()
{
#ifdef Q_OS_UNIX
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return [last = -1](qint64 done, qint64 all) mutable {
        const int percent = all > 0 ? static_cast<int>(done * 100 / all) : 100;
        if (percent != last)
            std::fprintf(stderr, percent < 100 ? "\r%d %%" : "\r%d %%\n", percent);
        last = percent;
        return true;
    };
#else
    return {};
#endif
}

} // namespace

Outcome runBackup(const Call& call)
{
    if (call.words().size() != 1)
        return Outcome::misused("backup FILE", call.language);
    if (auto allowed = mayHandleWholeFile(call); !allowed)
        return Outcome::refused(allowed.error(), call.language);
    const QString target = QFileInfo(call.words().first()).absoluteFilePath();
    const auto made = storage::backUpFile(call.database,
        target,
        call.arguments.has("force") ? storage::WhenExists::Replace : storage::WhenExists::Refuse,
        storage::WhatToCopy::RowsAndAttachments,
        progressOnTerminal());
    if (!made)
        return Outcome::refused(made.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("file"), made->path},
                             {QStringLiteral("bytes"), made->bytes},
                             {QStringLiteral("rows"), made->rows},
                             {QStringLiteral("attachments"), made->attachments}},
        made->path);
}

Outcome runRestore(const Call& call)
{
    if (call.words().size() != 1)
        return Outcome::misused("restore FILE", call.language);
    if (QFileInfo::exists(call.database)) {
        if (auto allowed = mayHandleWholeFile(call); !allowed)
            return Outcome::refused(allowed.error(), call.language);
    } else if (!call.arguments.has("db")) {
        QDir().mkpath(QFileInfo(call.database).absolutePath());
    }
    const auto done = storage::restoreFile(QFileInfo(call.words().first()).absoluteFilePath(),
        QFileInfo(call.database).absoluteFilePath(),
        exchange::companyRecordTypes(),
        *call.clock,
        progressOnTerminal());
    if (!done)
        return Outcome::refused(done.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("db"), call.database},
                             {QStringLiteral("rows"), done->rows},
                             {QStringLiteral("attachments"), done->attachments},
                             {QStringLiteral("set_aside"), done->setAside}},
        call.database);
}

Outcome runSalvage(const Call& call)
{
    if (call.words().size() != 1)
        return Outcome::misused("salvage FILE", call.language);
    if (auto allowed = mayHandleWholeFile(call); !allowed)
        return Outcome::refused(allowed.error(), call.language);
    const QString target = QFileInfo(call.words().first()).absoluteFilePath();
    const auto report =
        storage::salvageFile(call.database, target, exchange::companyRecordTypes(), *call.clock);
    if (!report)
        return Outcome::refused(report.error(), call.language);
    QJsonObject tables;
    for (const auto& table : report->tables) {
        tables.insert(table.table,
            QJsonObject{{QStringLiteral("kept"), table.kept},
                {QStringLiteral("lost"), table.lost},
                {QStringLiteral("may_lack_more"), table.mayLackMore}});
    }
    QJsonArray rows;
    for (const auto& row : report->rows) {
        rows.append(QJsonObject{{QStringLiteral("table"), row.table},
            {QStringLiteral("rid"), row.rid},
            {QStringLiteral("id"), row.id}});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("file"), target},
                             {QStringLiteral("kept"), report->kept()},
                             {QStringLiteral("lost"), report->lost()},
                             {QStringLiteral("tables"), tables},
                             {QStringLiteral("lost_rows"), rows}},
        storage::salvageText(*report));
}

} // namespace chengdan::ctl
