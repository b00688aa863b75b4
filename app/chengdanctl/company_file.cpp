// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/company_file.h"

#include "core/exchange/company.h"

#include <QStandardPaths>

namespace chengdan::ctl {

Result<std::unique_ptr<CompanyFile>> CompanyFile::open(const Call& call)
{
    auto database = exchange::openCompany(call.database, *call.clock);
    if (!database)
        return fail(database.error());
    auto session = access::openSession(**database, call.user);
    if (!session)
        return fail(session.error());
    std::unique_ptr<CompanyFile> file(new CompanyFile);
    file->m_database = std::move(*database);
    file->m_session.emplace(std::move(*session));
    file->m_ids.emplace(*call.clock);
    file->m_context.emplace(
        access::Context{*file->m_database, *file->m_session, *call.clock, *file->m_ids});
    return file;
}

QString defaultCompanyPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/chengdan/company.chengdan");
}

} // namespace chengdan::ctl
