// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/company_file.h"

#include "core/access/password.h"
#include "core/base/log.h"
#include "core/exchange/company.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace chengdan::ctl {

namespace {

/// Acts on a company file leave a trace, an export above all. The window may be writing its own log
/// at the same time, so this one lies beside it. Without a log the command still runs.
void startCommandLog()
{
    const QString folder = QFileInfo(defaultCompanyPath()).absolutePath();
    (void)startLog({.folder = folder + QStringLiteral("/log/ctl"), .alsoToStderr = true});
}

/// A line from the terminal that does not show what is typed; empty without a terminal.
QString askPassword()
{
#ifdef Q_OS_UNIX
    termios shown{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &shown) != 0)
        return {};
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    std::fputs("Password: ", stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    QByteArray line(512, '\0');
    const char* read = std::fgets(line.data(), static_cast<int>(line.size()), stdin);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    return read == nullptr ? QString() : QString::fromLocal8Bit(read).remove(QLatin1Char('\n'));
#else
    return {};
#endif
}

/// Never on the command line, where other people's process lists show it: from CHENGDAN_PASSWORD,
/// else asked for.
Result<access::Session> signIn(storage::Database& database, IdSource& ids, const QString& login)
{
    access::SignInService service(database, ids);
    auto session = service.signIn(login, qEnvironmentVariable("CHENGDAN_PASSWORD"));
    if (session || session.error().code != QLatin1String("PASSWORD_NEEDED"))
        return session;
    const QString typed = askPassword();
    return typed.isEmpty() ? std::move(session) : service.signIn(login, typed);
}

} // namespace

Result<std::unique_ptr<CompanyFile>> CompanyFile::open(const Call& call)
{
    auto database = exchange::openCompany(call.database, *call.clock);
    if (!database)
        return fail(database.error());
    IdSource signInIds(*call.clock);
    auto session = signIn(**database, signInIds, call.user);
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
