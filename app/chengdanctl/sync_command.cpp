// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a team's data: made, brought in step with its server, looked at, and left again.
#include "app/chengdanctl/sync_command.h"

#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/password_prompt.h"
#include "app/chengdanctl/stop_signal.h"
#include "app/chengdanctl/text_table.h"
#include "core/attachments/content_cache.h"
#include "core/exchange/company.h"
#include "core/sync/engine_lock.h"
#include "core/sync/sync_runner.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace chengdan::ctl {

namespace {

constexpr const char* kSyncUsage =
    "sync join --dsn DSN --login uN [--with-data FILE [--dry-run] [--people add|mine]] | --once | "
    "--watch | status | tray [take N [COLUMN…] | keep N] "
    "| requests [again ID | drop ID] | claim CUSTOMER | transfer CUSTOMER… --to LOGIN|pool "
    "--reason T | grant CUSTOMER --to LOGIN --until DATE --reason T | revoke CUSTOMER --to LOGIN | "
    "verify | leave --to FILE";

QString syncWords(const Call& call, const char* chinese, const char* english)
{
    return QString::fromUtf8(call.language == Language::Chinese ? chinese : english);
}

QJsonObject statusJson(const sync::SyncStatus& status)
{
    return {{QStringLiteral("unsent"), status.unsent},
        {QStringLiteral("waiting"), status.waiting},
        {QStringLiteral("tray"), status.tray},
        {QStringLiteral("last_contact"), syncMoment(status.lastContact)}};
}

// The server is met before anything else is said to it: it may be another one by now.
Result<std::unique_ptr<sync::ServerLink>> meetServer(Replica& replica, IdSource& ids)
{
    const auto account = syncAccount(replica.link.dsn, replica.link.login);
    if (!account)
        return fail(account.error());
    auto server = sync::ServerLink::open(account->dsn, account->login, account->password);
    if (!server)
        return server;
    if (auto greeted = sync::greet(*replica.database, **server, ids); !greeted)
        return fail(greeted.error());
    return server;
}

Outcome join(const Call& call)
{
    if (call.arguments.has("with-data"))
        return joinWithData(call);
    const auto dsn = call.arguments.needed("dsn");
    const auto login = call.arguments.needed("login");
    if (!dsn || !login)
        return Outcome::refused(dsn ? login.error() : dsn.error(), call.language);
    if (QFileInfo::exists(call.database)) {
        const auto existing = openReplica(call);
        const bool unfinished = existing && !existing->link.loaded;
        if (!unfinished) {
            return Outcome::refused(Error::make("FILE_EXISTS",
                                        QStringLiteral("--db"),
                                        {{QStringLiteral("path"), call.database}}),
                call.language);
        }
    }
    const auto account = syncAccount(*dsn, *login);
    if (!account)
        return Outcome::refused(account.error(), call.language);
    const StopSignal stop;
    qint64 rows = 0;
    const auto shown = syncProgress();
    const auto database = sync::joinServer(call.database,
        exchange::companyRecordTypes(),
        *call.clock,
        *account,
        [&](const sync::LoadProgress& progress) {
            rows = progress.rows;
            return shown(progress);
        });
    if (!database) {
        const bool stopped = database.error().code == QLatin1String("CANCELLED");
        return Outcome::refused(
            stopped ? Error::make("SYNC_JOIN_STOPPED") : database.error(), call.language);
    }
    const auto link = sync::linkOf(**database);
    if (!link)
        return Outcome::refused(link.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("db"), call.database},
                             {QStringLiteral("company"), (*link)->company},
                             {QStringLiteral("person"), (*link)->person.number()},
                             {QStringLiteral("device_code"), (*link)->deviceCode},
                             {QStringLiteral("loaded"), rows}},
        syncWords(call, "已加入 %1，收到 %2 行，本机代号 %3", "Joined %1: %2 rows, this PC is %3")
            .arg((*link)->company, QString::number(rows), (*link)->deviceCode));
}

Outcome once(const Call& call)
{
    auto replica = openReplica(call);
    if (!replica)
        return Outcome::refused(replica.error(), call.language);
    const auto lock = sync::EngineLock::take(replica->database->path());
    if (!lock)
        return Outcome::refused(lock.error(), call.language);
    IdSource ids(*call.clock);
    const StopSignal stop;
    const auto server = meetServer(*replica, ids);
    if (!server)
        return Outcome::refused(server.error(), call.language);
    const auto round = sync::runRound(*replica->database, **server, ids, syncProgress());
    if (!round)
        return Outcome::refused(round.error(), call.language);
    const auto status = sync::storedStatus(*replica->database);
    if (!status)
        return Outcome::refused(status.error(), call.language);
    QJsonObject result = statusJson(*status);
    result.insert(QStringLiteral("sent"), round->sent);
    result.insert(QStringLiteral("received"), round->pulled.received);
    result.insert(QStringLiteral("evicted"), round->pulled.evicted);
    result.insert(QStringLiteral("loaded"), round->loaded);
    result.insert(QStringLiteral("reconciled"), round->pulled.reconciled);
    const QString text = syncWords(call,
        "发送 %1，收到 %2，移除 %3；未发送 %4，等待答复 %5，待处理 %6",
        "Sent %1, received %2, taken away %3; unsent %4, waiting %5, in the tray %6");
    return Outcome::done(result,
        text.arg(round->sent)
            .arg(round->pulled.received + round->loaded)
            .arg(round->pulled.evicted)
            .arg(status->unsent)
            .arg(status->waiting)
            .arg(status->tray));
}

Outcome status(const Call& call)
{
    const auto replica = openReplica(call);
    if (!replica)
        return Outcome::refused(replica.error(), call.language);
    const auto status = sync::storedStatus(*replica->database);
    if (!status)
        return Outcome::refused(status.error(), call.language);
    const bool stale = !sync::requireFresh(*replica->database, call.clock->now());
    const sync::Link& link = replica->link;
    QJsonObject result = statusJson(*status);
    result.insert(QStringLiteral("server"), link.dsn);
    result.insert(QStringLiteral("login"), link.login);
    result.insert(QStringLiteral("person"), link.person.number());
    result.insert(QStringLiteral("company"), link.company);
    result.insert(QStringLiteral("device_code"), link.deviceCode);
    result.insert(QStringLiteral("loaded"), link.loaded);
    result.insert(QStringLiteral("stale"), stale);
    const auto line = [&](const char* chinese, const char* english, const QString& value) {
        return QStringList{syncWords(call, chinese, english), value};
    };
    return Outcome::done(result,
        alignedTable({QString(), QString()},
            {line("服务器", "server", link.dsn),
                line("公司", "company", link.company),
                line("登录名", "login", link.login),
                line("本机代号", "device code", link.deviceCode),
                line("未发送", "unsent", QString::number(status->unsent)),
                line("等待答复", "waiting", QString::number(status->waiting)),
                line("待处理", "tray", QString::number(status->tray)),
                line("上次联系 (UTC)", "last contact (UTC)", syncMoment(status->lastContact)),
                line("状态",
                    "state",
                    !link.loaded ? syncWords(call, "尚未读完", "not read completely yet")
                        : stale  ? syncWords(call, "过期，请先联网", "stale: connect first")
                                 : QString())},
            200)
            .trimmed());
}

Outcome verify(const Call& call)
{
    auto replica = openReplica(call);
    if (!replica)
        return Outcome::refused(replica.error(), call.language);
    const auto lock = sync::EngineLock::take(replica->database->path());
    if (!lock)
        return Outcome::refused(lock.error(), call.language);
    IdSource ids(*call.clock);
    const auto server = meetServer(*replica, ids);
    if (!server)
        return Outcome::refused(server.error(), call.language);
    // What merely has not been received yet is no difference.
    if (auto pulled = sync::pullAll(*replica->database, **server, syncProgress()); !pulled)
        return Outcome::refused(pulled.error(), call.language);
    const auto rows = sync::verifyReplica(*replica->database, **server);
    if (!rows)
        return Outcome::refused(rows.error(), call.language);
    // What is damaged here and whole on the server goes, to be fetched again.
    const auto contents = attachments::examineContent(*replica->database, true);
    if (!contents)
        return Outcome::refused(contents.error(), call.language);
    const QJsonObject result{{QStringLiteral("differ"), *rows},
        {QStringLiteral("damaged_contents"), static_cast<qint64>(contents->size())}};
    if (*rows == 0) {
        Outcome outcome = Outcome::done(
            result, syncWords(call, "与服务器逐行一致", "Every row is as the server has it"));
        for (const Error& damaged : *contents) {
            outcome.errors.append(errorJson(damaged, call.language));
            outcome.exit = Exit::Refused;
        }
        return outcome;
    }
    Outcome outcome = Outcome::refused(
        Error::make("SYNC_DIFFERS", {}, {{QStringLiteral("count"), QString::number(*rows)}}),
        call.language);
    outcome.result = result;
    return outcome;
}

Outcome leave(const Call& call)
{
    const auto path = call.arguments.needed("to");
    if (!path)
        return Outcome::refused(path.error(), call.language);
    const auto file = CompanyFile::open(call, CopyAge::Any);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const auto status = sync::storedStatus((*file)->database());
    if (!status)
        return Outcome::refused(status.error(), call.language);
    const QString target = QFileInfo(*path).absoluteFilePath();
    const auto without = sync::leaveWithCopy((*file)->database(), target);
    if (!without)
        return Outcome::refused(without.error(), call.language);
    QJsonObject result = statusJson(*status);
    result.insert(QStringLiteral("attachments_without_content"), *without);
    result.insert(QStringLiteral("file"), target);
    return Outcome::done(result, target);
}

} // namespace

Outcome syncUsage(const Call& call)
{
    return Outcome::misused(kSyncUsage, call.language);
}

QString syncMoment(Instant at)
{
    if (at == Instant())
        return {};
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds(), Qt::UTC).toString(Qt::ISODate);
}

Result<Replica> openReplica(const Call& call)
{
    auto database = exchange::openCompany(call.database, *call.clock);
    if (!database)
        return fail(database.error());
    const auto link = sync::linkOf(**database);
    if (!link)
        return fail(link.error());
    if (!*link)
        return fail("SYNC_NOT_JOINED");
    if (auto own = requireLinkPerson(**database, **link, call.user); !own)
        return fail(own.error());
    return Replica{std::move(*database), **link};
}

Result<sync::ServerAccount> syncAccount(const QString& dsn, const QString& login)
{
    static const QRegularExpression kPassword(
        QStringLiteral("\\bpassword\\s*=|^\\s*postgres(ql)?://[^/@]*:[^/@]*@"),
        QRegularExpression::CaseInsensitiveOption);
    if (dsn.contains(kPassword))
        return fail("SYNC_PASSWORD_SHOWN", QStringLiteral("--dsn"));
    sync::ServerAccount account{dsn, login, {}};
    if (!canAskPassword() || !qEnvironmentVariableIsEmpty("PGPASSWORD"))
        return account;
    const auto without = sync::ServerLink::open(dsn, login, {});
    if (without || without.error().code != QLatin1String("SERVER_PASSWORD"))
        return account; // nothing to ask for, or nobody to tell it to
    account.password = askPassword(QStringLiteral("Password of %1: ").arg(login));
    return account;
}

sync::OnLoad syncProgress()
{
    bool terminal = false;
#ifdef Q_OS_UNIX
    terminal = isatty(STDERR_FILENO) != 0;
#endif
    return [terminal](const sync::LoadProgress& progress) {
        if (terminal) {
            std::fprintf(stderr,
                progress.partsDone < progress.parts ? "\r%d / %d  %lld " : "\r%d / %d  %lld\n",
                progress.partsDone,
                progress.parts,
                static_cast<long long>(progress.rows));
        }
        return !StopSignal::wanted();
    };
}

Outcome runSync(const Call& call)
{
    const QStringList words = call.words();
    const QString act = words.value(0);
    if (auto outcome = runSyncRequest(call))
        return *outcome;
    if (words.isEmpty()) {
        if (call.arguments.has("once") == call.arguments.has("watch"))
            return syncUsage(call);
        return call.arguments.has("once") ? once(call) : watchReplica(call);
    }
    if (words.size() > 1)
        return syncUsage(call);
    if (act == QLatin1String("join"))
        return join(call);
    if (act == QLatin1String("status"))
        return status(call);
    if (act == QLatin1String("verify"))
        return verify(call);
    return act == QLatin1String("leave") ? leave(call) : syncUsage(call);
}

} // namespace chengdan::ctl
