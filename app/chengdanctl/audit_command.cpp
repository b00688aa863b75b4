// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/server_audit_command.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/audit.h"
#include "core/storage/store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace chengdan::ctl {

namespace {

Result<access::AuditFilter> readAuditFilter(const Call& call, storage::Connection& connection)
{
    access::AuditFilter filter;
    const auto limit = call.arguments.count("limit", 20);
    if (!limit)
        return fail(limit.error());
    filter.limit = *limit;
    if (call.arguments.has("act")) {
        filter.act = schema::fromCode<access::AuditAct>(call.arguments.value("act"));
        if (!filter.act) {
            return fail("VALUE_RANGE",
                QStringLiteral("--act"),
                {{QStringLiteral("text"), call.arguments.value("act").left(40)}});
        }
    }
    if (call.arguments.has("person")) {
        const QString login = call.arguments.value("person");
        const auto person =
            storage::selectOne<access::Person>(connection, QStringLiteral("login = ?"), {login});
        if (!person)
            return fail("PERSON_UNKNOWN", {}, {{QStringLiteral("login"), login}});
        filter.person = person->id;
    }
    return filter;
}

QString utcMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds(), QTimeZone::utc())
        .toString(Qt::ISODate);
}

QJsonObject valuesObject(const schema::JsonText& json)
{
    return QJsonDocument::fromJson(json.text.toUtf8()).object();
}

} // namespace

Outcome runAudit(const Call& call)
{
    if (call.arguments.has("dsn"))
        return runServerAudit(call);
    if (call.words() != QStringList{QStringLiteral("tail")}) {
        return Outcome::misused("audit tail [--limit N] [--act ACT] [--person LOGIN]; audit "
                                "verify|tail --dsn DSN",
            call.language);
    }
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const access::Context& context = (*file)->context();
    const auto filter = context.database.read(
        [&](storage::Connection& connection) { return readAuditFilter(call, connection); });
    if (!filter)
        return Outcome::refused(filter.error(), call.language);
    auto entries = access::AuditService(context).entries(*filter);
    if (!entries)
        return Outcome::refused(entries.error(), call.language);
    std::reverse(entries->begin(), entries->end()); // the last one last, as tail does
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const access::AuditEntry& entry : *entries) {
        json.append(QJsonObject{{QStringLiteral("at"), utcMoment(entry.at)},
            {QStringLiteral("device_at"), utcMoment(entry.deviceAt)},
            {QStringLiteral("device"), entry.device},
            {QStringLiteral("person"), entry.person.number()},
            {QStringLiteral("act"), schema::codeOf(entry.act)},
            {QStringLiteral("table"), entry.recordTable},
            {QStringLiteral("record"), entry.record},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("old"), valuesObject(entry.before)},
            {QStringLiteral("new"), valuesObject(entry.after)}});
        rows.push_back({utcMoment(entry.at),
            QString::number(entry.person.number()),
            schema::codeOf(entry.act),
            entry.recordTable,
            entry.title,
            entry.before.text,
            entry.after.text});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("entries"), json}},
        alignedTable({QStringLiteral("at"),
                         QStringLiteral("person"),
                         QStringLiteral("act"),
                         QStringLiteral("table"),
                         QStringLiteral("title"),
                         QStringLiteral("old"),
                         QStringLiteral("new")},
            rows));
}

} // namespace chengdan::ctl
