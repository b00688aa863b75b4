// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdanctl/server_audit_command.h"

#include "app/chengdanctl/text_table.h"
#include "core/sync/server_audit.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace chengdan::ctl {

namespace {

QString serverMoment(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds(), QTimeZone::utc())
        .toString(Qt::ISODate);
}

Error brokenSeal(const sync::SealState::Broken& broken)
{
    return Error::make("SEAL_BROKEN",
        {},
        {{QStringLiteral("seal"), QString::number(broken.seal)},
            {QStringLiteral("sealed"), serverMoment(broken.sealedAt)},
            {QStringLiteral("expected"), QString::number(broken.expected)},
            {QStringLiteral("found"), QString::number(broken.found)},
            {QStringLiteral("transaction"), broken.transaction},
            {QStringLiteral("number"), QString::number(broken.number)},
            {QStringLiteral("table"), broken.table},
            {QStringLiteral("row"), broken.row}});
}

Outcome verifyServer(const Call& call, sync::ServerLink& link)
{
    const auto state = sync::verifySeals(link);
    if (!state)
        return Outcome::refused(state.error(), call.language);
    if (state->broken)
        return Outcome::refused(brokenSeal(*state->broken), call.language);
    const QString words = call.language == Language::Chinese
        ? QStringLiteral("历史记录完好：%1 条在 %2 个封条之下，另有 %3 条待封。最新封条 %4：%5")
        : QStringLiteral("The history holds: %1 entries under %2 seals, %3 not sealed yet. Newest "
                         "seal %4: %5");
    return Outcome::done(QJsonObject{{QStringLiteral("rows"), state->rows},
                             {QStringLiteral("seals"), state->seals},
                             {QStringLiteral("unsealed"), state->unsealed},
                             {QStringLiteral("newest"), state->newest},
                             {QStringLiteral("hash"), state->newestHash}},
        words.arg(state->rows)
            .arg(state->seals)
            .arg(state->unsealed)
            .arg(state->newest)
            .arg(state->newestHash));
}

Result<sync::ServerAuditFilter> readServerFilter(const Call& call)
{
    sync::ServerAuditFilter filter;
    filter.table = call.arguments.value("table");
    filter.row = call.arguments.value("row");
    filter.operation = call.arguments.value("act");
    const auto limit = call.arguments.count("limit", 20);
    const auto before = call.arguments.count("before", 0);
    const auto person = call.arguments.count("person", 0, std::numeric_limits<int>::max());
    for (const auto* number : {&limit, &before, &person}) {
        if (!*number)
            return fail(number->error());
    }
    filter.limit = static_cast<int>(std::min<qint64>(*limit, 1000));
    filter.before = *before;
    if (call.arguments.has("person"))
        filter.person = static_cast<int>(*person);
    return filter;
}

Outcome tailServer(const Call& call, sync::ServerLink& link)
{
    const auto filter = readServerFilter(call);
    if (!filter)
        return Outcome::refused(filter.error(), call.language);
    auto entries = sync::serverAudit(link, *filter);
    if (!entries)
        return Outcome::refused(entries.error(), call.language);
    std::reverse(entries->begin(), entries->end()); // the last one last, as tail does
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::ServerAuditEntry& entry : *entries) {
        json.append(QJsonObject{{QStringLiteral("number"), entry.number},
            {QStringLiteral("at"), serverMoment(entry.arrived)},
            {QStringLiteral("device_at"), entry.done ? serverMoment(*entry.done) : QString()},
            {QStringLiteral("person"), entry.person},
            {QStringLiteral("name"), entry.personName},
            {QStringLiteral("login"), entry.login},
            {QStringLiteral("ip"), entry.address},
            {QStringLiteral("device"), entry.deviceCode},
            {QStringLiteral("host"), entry.host},
            {QStringLiteral("act"), entry.operation},
            {QStringLiteral("table"), entry.table},
            {QStringLiteral("record"), entry.row},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("customer"), entry.customer},
            {QStringLiteral("changes"), entry.changes}});
        rows.push_back({QString::number(entry.number),
            serverMoment(entry.arrived),
            entry.personName.isEmpty() ? entry.login : entry.personName,
            entry.address,
            entry.operation,
            entry.table,
            entry.title.isEmpty() ? entry.customer : entry.title,
            QString::fromUtf8(QJsonDocument(entry.changes).toJson(QJsonDocument::Compact))});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("entries"), json}},
        alignedTable({QStringLiteral("number"),
                         QStringLiteral("at"),
                         QStringLiteral("person"),
                         QStringLiteral("ip"),
                         QStringLiteral("act"),
                         QStringLiteral("table"),
                         QStringLiteral("title"),
                         QStringLiteral("changes")},
            rows));
}

Outcome listDevices(const Call& call, sync::ServerLink& link)
{
    const auto devices = sync::serverDevices(link);
    if (!devices)
        return Outcome::refused(devices.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const sync::ServerDevice& device : *devices) {
        json.append(QJsonObject{{QStringLiteral("id"), device.id},
            {QStringLiteral("person"), device.person},
            {QStringLiteral("name"), device.personName},
            {QStringLiteral("code"), device.code},
            {QStringLiteral("host"), device.host},
            {QStringLiteral("revoked"), device.revoked},
            {QStringLiteral("last_seen"), serverMoment(device.lastSeen)}});
        rows.push_back({device.id,
            device.personName,
            device.code,
            device.host,
            serverMoment(device.lastSeen),
            device.revoked ? QStringLiteral("revoked") : QString()});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("devices"), json}},
        alignedTable({QStringLiteral("id"),
                         QStringLiteral("person"),
                         QStringLiteral("code"),
                         QStringLiteral("host"),
                         QStringLiteral("last seen (UTC)"),
                         QStringLiteral("state")},
            rows));
}

} // namespace

Outcome runServerAudit(const Call& call)
{
    const QString act = call.words().value(0);
    const bool known = call.words().size() == 1
        && (act == QLatin1String("verify") || act == QLatin1String("tail"));
    if (!known) {
        return Outcome::misused("audit verify --dsn DSN | tail --dsn DSN [--limit N] [--person "
                                "NUMBER] [--table T] [--row ID] [--act I|U|A] [--before N]",
            call.language);
    }
    const auto link = sync::ServerLink::open(call.arguments.value("dsn"));
    if (!link)
        return Outcome::refused(link.error(), call.language);
    return act == QLatin1String("verify") ? verifyServer(call, **link) : tailServer(call, **link);
}

std::optional<Outcome> runServerDevice(const Call& call, sync::ServerLink& link)
{
    const QStringList words = call.words().mid(1);
    if (words == QStringList{QStringLiteral("list")})
        return listDevices(call, link);
    if (words.size() != 2 || words[0] != QLatin1String("revoke"))
        return {};
    const auto revoked = sync::revokeServerDevice(link, words[1]);
    if (!revoked)
        return Outcome::refused(revoked.error(), call.language);
    return Outcome::done(QJsonObject{{QStringLiteral("id"), words[1]}},
        call.language == Language::Chinese ? QStringLiteral("已收回") : QStringLiteral("Revoked"));
}

} // namespace chengdan::ctl
