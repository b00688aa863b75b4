// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/company_file.h"

#include "app/chengdanctl/password_prompt.h"
#include "core/access/password.h"
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

/// Never on the command line, where other people's process lists show it: from CHENGDAN_PASSWORD,
/// else asked for.
Result<access::Session> signIn(storage::Database& database, IdSource& ids, const QString& login)
{
    access::SignInService service(database, ids);
    auto session = service.signIn(login, qEnvironmentVariable("CHENGDAN_PASSWORD"));
    if (session || session.error().code != QLatin1String("PASSWORD_NEEDED"))
        return session;
    const QString typed = askPassword(QStringLiteral("Password: "));
    return typed.isEmpty() ? std::move(session) : service.signIn(login, typed);
}

/// Who acts. A copy of a team's data is one person's: it holds what that person may see, and what
/// is written into it goes to the server under that name.
Result<QString> loginOfCall(storage::Database& database, const Call& call, CopyAge age)
{
    const auto link = sync::linkOf(database);
    if (!link)
        return fail(link.error());
    if (!*link)
        return call.user;
    if (!(*link)->loaded)
        return fail("SYNC_UNFINISHED", {}, {{QStringLiteral("login"), (*link)->login}});
    if (auto own = requireLinkPerson(database, **link, call.user); !own)
        return fail(own.error());
    if (age == CopyAge::Fresh) {
        if (auto fresh = sync::requireFresh(database, call.clock->now()); !fresh)
            return fail(fresh.error());
    }
    return QString(); // whose copy it is
}

} // namespace

Result<void> requireLinkPerson(
    storage::Database& database, const sync::Link& link, const QString& login)
{
    if (login.isEmpty() || login == link.login)
        return {};
    const auto own = access::openSession(database);
    if (own ? own->person().login == login : own.error().arg(QStringLiteral("login")) == login)
        return {};
    return fail("SYNC_OTHER_PERSON",
        QStringLiteral("--user"),
        {{QStringLiteral("login"), own ? own->person().login : link.login}});
}

Result<std::unique_ptr<CompanyFile>> CompanyFile::open(const Call& call, CopyAge age)
{
    auto database = exchange::openCompany(call.database, *call.clock);
    if (!database)
        return fail(database.error());
    const auto login = loginOfCall(**database, call, age);
    if (!login)
        return fail(login.error());
    IdSource signInIds(*call.clock);
    auto session = signIn(**database, signInIds, *login);
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
