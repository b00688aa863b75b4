// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/company_file.h"

#include "core/base/log.h"
#include "core/exchange/company.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace chengdan::ctl {

namespace {

/// Acts on a company file leave a trace, an export above all. The window may be writing its own log
/// at the same time, so this one lies beside it. Without a log the command still runs.
void startCommandLog()
{
    const QString folder = QFileInfo(defaultCompanyPath()).absolutePath();
    (void)startLog({.folder = folder + QStringLiteral("/log/ctl"), .alsoToStderr = true});
}

} // namespace

Result<std::unique_ptr<CompanyFile>> CompanyFile::open(const Call& call)
{
    auto database = exchange::openCompany(call.database, *call.clock);
    if (!database)
        return fail(database.error());
    auto session = access::openSession(**database, call.user);
    if (!session)
        return fail(session.error());
    startCommandLog();
    std::unique_ptr<CompanyFile> file(new CompanyFile);
    file->m_database = std::move(*database);
    file->m_session.emplace(std::move(*session));
    file->m_ids.emplace(*call.clock);
    file->m_context.emplace(
        access::Context{*file->m_database, *file->m_session, *call.clock, *file->m_ids});
    return file;
}

CompanyFile::~CompanyFile()
{
    stopLog();
}

QString defaultCompanyPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/chengdan/company.chengdan");
}

} // namespace chengdan::ctl
