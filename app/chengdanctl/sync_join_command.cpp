// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sync join --with-data`: a single-user file joins a team's server with everything in it.
#include "app/chengdanctl/stop_signal.h"
#include "app/chengdanctl/sync_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/base/error_catalogue.h"
#include "core/base/error_words.h"
#include "core/exchange/company.h"
#include "core/sync/engine_lock.h"
#include "core/sync/join_data.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

namespace chengdan::ctl {

namespace {

QString joinWords(const Call& call, const char* chinese, const char* english)
{
    return QString::fromUtf8(call.language == Language::Chinese ? chinese : english);
}

QString fateCode(sync::PersonMatch::Fate fate)
{
    switch (fate) {
    case sync::PersonMatch::Fate::Myself:
        return QStringLiteral("me");
    case sync::PersonMatch::Fate::Known:
        return QStringLiteral("known");
    case sync::PersonMatch::Fate::Create:
        return QStringLiteral("add");
    case sync::PersonMatch::Fate::BecomesMine:
        break;
    }
    return QStringLiteral("mine");
}

QJsonArray peopleJson(const sync::PeoplePlan& plan)
{
    QJsonArray people;
    for (const sync::PersonMatch& match : plan.people)
        people.append(QJsonObject{{QStringLiteral("local"), match.local},
            {QStringLiteral("login"), match.login},
            {QStringLiteral("name"), match.name},
            {QStringLiteral("becomes"), fateCode(match.fate)},
            {QStringLiteral("person"),
                match.server == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(match.server)}});
    return people;
}

QJsonArray kindsJson(const std::vector<sync::JoinKind>& kinds)
{
    QJsonArray rows;
    for (const sync::JoinKind& kind : kinds)
        rows.append(QJsonObject{{QStringLiteral("table"), QString::fromLatin1(kind.type->table)},
            {QStringLiteral("records"), kind.records},
            {QStringLiteral("matched"), kind.matched},
            {QStringLiteral("sent"), kind.sent},
            {QStringLiteral("edits"), kind.edits},
            {QStringLiteral("registered"), kind.registered},
            {QStringLiteral("differs"), kind.differs},
            {QStringLiteral("held"), kind.held},
            {QStringLiteral("local"), kind.local}});
    return rows;
}

QJsonArray heldJson(const Call& call, const std::vector<sync::JoinHeld>& held)
{
    QJsonArray rows;
    for (const sync::JoinHeld& each : held)
        rows.append(QJsonObject{{QStringLiteral("table"), QString::fromLatin1(each.type->table)},
            {QStringLiteral("title"), each.title},
            {QStringLiteral("code"), each.why.code},
            {QStringLiteral("message"), sentence(each.why, call.language)}});
    return rows;
}

QString kindsText(const Call& call, const std::vector<sync::JoinKind>& kinds)
{
    std::vector<QStringList> rows;
    for (const sync::JoinKind& kind : kinds) {
        QStringList row{errorWord(QString::fromLatin1(kind.type->table), call.language)};
        for (const qint64 count : {kind.records,
                 kind.matched,
                 kind.sent + kind.edits,
                 kind.registered,
                 kind.differs,
                 kind.held,
                 kind.local})
            row += count == 0 ? QStringLiteral("-") : QString::number(count);
        rows.push_back(row);
    }
    return alignedTable({joinWords(call, "类型", "kind"),
                            joinWords(call, "记录", "records"),
                            joinWords(call, "已有", "there already"),
                            joinWords(call, "发送", "sent"),
                            joinWords(call, "登记", "registered"),
                            joinWords(call, "不同", "differs"),
                            joinWords(call, "留下", "held"),
                            joinWords(call, "仅本机", "this PC only")},
        rows);
}

// On the standard error stream, one line that is written over.
sync::OnJoin joinProgress()
{
    const auto shown = syncProgress();
    return [shown](const sync::JoinProgress& progress) {
        sync::LoadProgress load;
        load.rows = progress.done;
        load.partsDone = static_cast<int>(progress.step);
        load.parts = 4;
        return shown(load);
    };
}

Outcome previewed(
    const Call& call, storage::Database& copy, const QString& own, std::optional<bool> creating)
{
    const auto preview = sync::DataJoin(copy).preview(own, creating);
    if (!preview)
        return Outcome::refused(preview.error(), call.language);
    const QJsonObject result{{QStringLiteral("db"), call.database},
        {QStringLiteral("file"), preview->original},
        {QStringLiteral("backup"), preview->backup},
        {QStringLiteral("people"), peopleJson(preview->people)},
        {QStringLiteral("kinds"), kindsJson(preview->kinds)},
        {QStringLiteral("held"), heldJson(call, preview->held)},
        {QStringLiteral("renumbered"), preview->renumbered}};
    return Outcome::done(result,
        kindsText(call, preview->kinds).trimmed() + QLatin1Char('\n')
            + joinWords(call,
                "尚未发送任何数据。再次运行同一条命令（不带 --dry-run）即可加入",
                "Nothing was sent. Run the same command without --dry-run to join"));
}

Outcome joined(const Call& call,
    storage::Database& copy,
    const sync::ServerAccount& account,
    const QString& own,
    std::optional<bool> creating)
{
    const auto lock = sync::EngineLock::take(copy.path());
    if (!lock)
        return Outcome::refused(lock.error(), call.language);
    const auto server = sync::ServerLink::open(account.dsn, account.login, account.password);
    if (!server)
        return Outcome::refused(server.error(), call.language);
    IdSource ids(*call.clock);
    const auto report = sync::DataJoin(copy).run(**server, ids, own, creating, joinProgress());
    if (!report) {
        const bool stopped = report.error().code == QLatin1String("CANCELLED");
        return Outcome::refused(
            stopped ? Error::make("SYNC_JOIN_STOPPED") : report.error(), call.language);
    }
    const QJsonObject result{{QStringLiteral("db"), call.database},
        {QStringLiteral("file"), report->state.original},
        {QStringLiteral("backup"), report->state.source},
        {QStringLiteral("kinds"), kindsJson(report->kinds)},
        {QStringLiteral("held"), heldJson(call, report->held)},
        {QStringLiteral("unsent"), report->unsent}};
    return Outcome::done(result, kindsText(call, report->kinds).trimmed());
}

} // namespace

Outcome joinWithData(const Call& call)
{
    const auto dsn = call.arguments.needed("dsn");
    const auto login = call.arguments.needed("login");
    if (!dsn || !login)
        return Outcome::refused(dsn ? login.error() : dsn.error(), call.language);
    const QString people = call.arguments.value("people");
    if (!people.isEmpty() && people != QLatin1String("add") && people != QLatin1String("mine"))
        return syncUsage(call);
    const std::optional<bool> creating =
        people.isEmpty() ? std::nullopt : std::optional(people == QLatin1String("add"));
    const QString own = QFileInfo(call.arguments.value("with-data")).absoluteFilePath();
    if (!QFileInfo(own).isFile())
        return Outcome::refused(
            Error::make(
                "FILE_MISSING", QStringLiteral("--with-data"), {{QStringLiteral("path"), own}}),
            call.language);
    const auto account = syncAccount(*dsn, *login);
    if (!account)
        return Outcome::refused(account.error(), call.language);
    const StopSignal stop;
    const auto copy = sync::joinServer(
        call.database, exchange::companyRecordTypes(), *call.clock, *account, syncProgress());
    if (!copy) {
        const bool stopped = copy.error().code == QLatin1String("CANCELLED");
        return Outcome::refused(
            stopped ? Error::make("SYNC_JOIN_STOPPED") : copy.error(), call.language);
    }
    return call.arguments.has("dry-run") ? previewed(call, **copy, own, creating)
                                         : joined(call, **copy, *account, own, creating);
}

} // namespace chengdan::ctl
