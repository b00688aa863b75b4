// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shared database of a team: laid down, looked at, and who may sign in.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/server_audit_command.h"
#include "app/chengdanctl/server_delegate_command.h"
#include "app/chengdanctl/server_people_command.h"
#include "app/chengdanctl/server_status_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/exchange/company.h"
#include "core/sync/server_checkup.h"
#include "core/sync/server_install.h"
#include "core/sync/server_seed.h"
#include "core/sync/server_upgrade.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace chengdan::ctl {

namespace {

constexpr const char* kServerUsage =
    "server install|upgrade|check|checkup|status|user|team|region|device|delegate … --dsn DSN; "
    "server user "
    "list | add LOGIN --name N --role ROLE:REACH[,…] | roles NUMBER ROLE:REACH[,…] | set NUMBER "
    "[--name "
    "N] [--title T] [--team NUMBER] [--region CODE] [--level 1-4] [--limit AMOUNT] | "
    "enable|reset|disable NUMBER; server team list | add NAME [--boss NUMBER] [--region CODE] | "
    "set|close|reopen NUMBER; server region list | add CODE --name N | set|close|reopen CODE; "
    "server device list | revoke ID; server delegate list | add GIVER TAKER [--from DATE] --until "
    "DATE [--what sight,approvals] --reason T | withdraw ID";

Outcome serverUsage(const Call& call)
{
    return Outcome::misused(kServerUsage, call.language);
}

bool inChinese(const Call& call)
{
    return call.language == Language::Chinese;
}

// What a new company file begins with, a team begins with as well: without stages nobody could
// write down an opportunity, without a price policy nobody could quote.
Result<int> layCompany(const Clock& clock, sync::ServerLink& link, const QString& name)
{
    const QTemporaryDir folder;
    exchange::NewCompany company;
    const bool named = !name.trimmed().isEmpty();
    company.companyName = named ? name : QStringLiteral("-"); // a file is never without one
    const auto file =
        exchange::createCompany(folder.filePath(QStringLiteral("new.chengdan")), company, clock);
    if (!file)
        return fail(file.error());
    return sync::layBeginnings(link, **file, named);
}

Outcome install(const Call& call, sync::ServerLink& link)
{
    const QString company = call.arguments.value("company");
    if (auto laid = sync::installServer(link, exchange::companyRecordTypes(), company); !laid)
        return Outcome::refused(laid.error(), call.language);
    const auto rows =
        call.arguments.has("bare") ? Result<int>(0) : layCompany(*call.clock, link, company);
    if (!rows)
        return Outcome::refused(rows.error(), call.language);
    return Outcome::done(
        QJsonObject{{QStringLiteral("company"), company}, {QStringLiteral("laid"), *rows}},
        inChinese(call)
            ? QStringLiteral("服务器已就绪。下一步：server user add，再用 server check 核对设置")
            : QStringLiteral("The server is ready. Next: server user add, and server "
                             "check for its settings"));
}

Outcome upgrade(const Call& call, sync::ServerLink& link)
{
    const auto done = sync::upgradeServer(link, exchange::companyRecordTypes());
    if (!done)
        return Outcome::refused(done.error(), call.language);
    const bool same = done->from == done->to;
    const QString words = inChinese(call) ? same
            ? QStringLiteral("数据结构已是版本 %1，函数已重新安装")
            : QStringLiteral("服务器已从版本 %2 升级到版本 %1")
        : same ? QStringLiteral("The tables are of version %1 already; functions were laid anew")
               : QStringLiteral("The server was brought from version %2 to version %1");
    return Outcome::done(
        QJsonObject{{QStringLiteral("from"), done->from}, {QStringLiteral("to"), done->to}},
        same ? words.arg(done->to) : words.arg(done->to).arg(done->from));
}

Outcome check(const Call& call, sync::ServerLink& link)
{
    const auto findings = sync::checkServer(link, exchange::companyRecordTypes());
    if (!findings)
        return Outcome::refused(findings.error(), call.language);
    Outcome outcome;
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::ServerFinding& finding : *findings) {
        const QString what =
            sentence(Error::make(finding.code.toLatin1().constData()), call.language);
        json.append(QJsonObject{
            {QStringLiteral("check"), finding.code}, {QStringLiteral("holds"), finding.holds}});
        if (finding.holds)
            continue;
        rows.push_back({finding.code, what});
        outcome.errors.append(
            QJsonObject{{QStringLiteral("code"), finding.code}, {QStringLiteral("message"), what}});
    }
    const QString count = inChinese(call)
        ? QStringLiteral("检查 %1 项，未通过 %2 项").arg(findings->size()).arg(rows.size())
        : QStringLiteral("%1 checks, %2 failed").arg(findings->size()).arg(rows.size());
    outcome.result = QJsonObject{{QStringLiteral("checks"), json}};
    outcome.exit = rows.empty() ? Exit::Done : Exit::Refused;
    outcome.text = count;
    return outcome;
}

Outcome checkup(const Call& call, sync::ServerLink& link)
{
    const auto found = sync::checkPermissions(link);
    if (!found)
        return Outcome::refused(found.error(), call.language);
    QJsonArray json;
    QStringList lines{inChinese(call) ? QStringLiteral("得分 %1").arg(found->score)
                                      : QStringLiteral("Score %1").arg(found->score)};
    for (const sync::CheckupFinding& finding : found->findings) {
        const QString what = sentence(finding.problem, call.language);
        json.append(QJsonObject{{QStringLiteral("code"), finding.problem.code},
            {QStringLiteral("person"), finding.person},
            {QStringLiteral("points"), finding.points},
            {QStringLiteral("detail"), finding.detail},
            {QStringLiteral("message"), what}});
        lines += QStringLiteral("-%1  %2").arg(finding.points).arg(what);
    }
    return Outcome::done(
        QJsonObject{{QStringLiteral("score"), found->score}, {QStringLiteral("findings"), json}},
        lines.join(QLatin1Char('\n')));
}

Outcome listUsers(const Call& call, sync::ServerLink& link)
{
    const auto users = sync::serverUsers(link);
    if (!users)
        return Outcome::refused(users.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::ServerUser& user : *users) {
        json.append(QJsonObject{{QStringLiteral("number"), user.number},
            {QStringLiteral("login"), user.login},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("active"), user.active},
            {QStringLiteral("roles"), user.roles},
            {QStringLiteral("last_seen"), user.lastSeen}});
        rows.push_back({QString::number(user.number),
            user.login,
            user.name,
            user.roles,
            user.lastSeen,
            user.active ? QString() : QStringLiteral("disabled")});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("users"), json}},
        alignedTable({QStringLiteral("number"),
                         QStringLiteral("login"),
                         QStringLiteral("name"),
                         QStringLiteral("roles"),
                         QStringLiteral("last seen (UTC)"),
                         QStringLiteral("state")},
            rows));
}

Outcome newLogin(const Call& call, const Result<sync::NewServerUser>& user)
{
    if (!user)
        return Outcome::refused(user.error(), call.language);
    const QString words = inChinese(call)
        ? QStringLiteral("登录名 %1，初始密码 %2（只显示这一次）")
        : QStringLiteral("Login %1, first password %2 (told only this once)");
    return Outcome::done(QJsonObject{{QStringLiteral("number"), user->number},
                             {QStringLiteral("login"), user->login},
                             {QStringLiteral("password"), user->password}},
        words.arg(user->login, user->password));
}

Outcome addUser(const Call& call, sync::ServerLink& link, const QString& login)
{
    const auto roles = rolesForServer(call.arguments.value("role"));
    if (!roles)
        return Outcome::refused(roles.error(), call.language);
    return newLogin(call,
        sync::addServerUser(link,
            {{QStringLiteral("login"), login},
                {QStringLiteral("name"), call.arguments.value("name", login)}},
            *roles));
}

Outcome user(const Call& call, sync::ServerLink& link)
{
    const QStringList words = call.words().mid(1);
    if (words == QStringList{QStringLiteral("list")})
        return listUsers(call, link);
    if (auto changed = changeServerPerson(call, link))
        return *changed;
    if (words.size() != 2)
        return serverUsage(call);
    if (words[0] == QLatin1String("add"))
        return addUser(call, link, words[1]);
    bool isNumber = false;
    const int number = words[1].toInt(&isNumber);
    if (!isNumber)
        return serverUsage(call);
    // Who comes back gets a new password: the old one may have been told to others meanwhile.
    if (words[0] == QLatin1String("reset") || words[0] == QLatin1String("enable"))
        return newLogin(call, sync::resetServerUser(link, number));
    if (words[0] != QLatin1String("disable"))
        return serverUsage(call);
    if (auto disabled = sync::disableServerUser(link, number); !disabled)
        return Outcome::refused(disabled.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("number"), number}},
        inChinese(call) ? QStringLiteral("已停用，会话已断开")
                        : QStringLiteral("Disabled; open sessions ended"));
}

} // namespace

Outcome runServer(const Call& call)
{
    const QString act = call.words().value(0);
    const bool place = act == QLatin1String("team") || act == QLatin1String("region");
    const bool device = act == QLatin1String("device");
    const bool standIn = act == QLatin1String("delegate");
    const bool known = act == QLatin1String("install") || act == QLatin1String("check")
        || act == QLatin1String("checkup") || act == QLatin1String("upgrade")
        || act == QLatin1String("status") || act == QLatin1String("user") || place || device
        || standIn;
    if (!known)
        return serverUsage(call);
    const auto dsn = call.arguments.needed("dsn");
    if (!dsn)
        return Outcome::refused(dsn.error(), call.language);
    const auto link = sync::ServerLink::open(*dsn);
    if (!link)
        return Outcome::refused(link.error(), call.language);
    if (act == QLatin1String("install"))
        return install(call, **link);
    if (place)
        return runServerPlace(call, **link).value_or(serverUsage(call));
    if (act == QLatin1String("upgrade"))
        return upgrade(call, **link);
    if (act == QLatin1String("checkup"))
        return checkup(call, **link);
    if (act == QLatin1String("status"))
        return runServerStatus(call, **link);
    if (standIn)
        return runServerDelegate(call, **link).value_or(serverUsage(call));
    if (device)
        return runServerDevice(call, **link).value_or(serverUsage(call));
    return act == QLatin1String("check") ? check(call, **link) : user(call, **link);
}

} // namespace chengdan::ctl
