// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_audit.h"

#include "core/sync/server_people.h"

#include <QJsonDocument>

namespace chengdan::sync {

namespace {

Instant serverInstant(const QVariant& milliseconds)
{
    return Instant::fromMilliseconds(milliseconds.toLongLong());
}

QString filterWords(const ServerAuditFilter& filter)
{
    QJsonObject words;
    if (filter.person)
        words.insert(QLatin1String("person"), *filter.person);
    if (!filter.table.isEmpty())
        words.insert(QLatin1String("table"), filter.table);
    if (!filter.row.isEmpty())
        words.insert(QLatin1String("row"), filter.row);
    if (!filter.operation.isEmpty())
        words.insert(QLatin1String("op"), filter.operation);
    if (filter.from)
        words.insert(QLatin1String("from"), filter.from->milliseconds());
    if (filter.to)
        words.insert(QLatin1String("to"), filter.to->milliseconds());
    return QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

} // namespace

Result<std::vector<ServerAuditEntry>> serverAudit(ServerLink& link, const ServerAuditFilter& filter)
{
    const auto rows = link.rows(
        QStringLiteral(
            "SELECT seq, ts, at, uid, person, login, ip, device, device_code, host, tbl, "
            "op, row_id, title, customer, rev, changes FROM srv.audit(?::jsonb, ?::bigint, ?)"),
        {filterWords(filter),
            filter.before > 0 ? QVariant(filter.before) : QVariant(QMetaType(QMetaType::LongLong)),
            filter.limit});
    if (!rows)
        return fail(rows.error());
    std::vector<ServerAuditEntry> entries;
    entries.reserve(rows->size());
    for (const QVariantList& row : *rows) {
        ServerAuditEntry& entry = entries.emplace_back();
        entry.number = row[0].toLongLong();
        entry.arrived = serverInstant(row[1]);
        if (!row[2].isNull())
            entry.done = serverInstant(row[2]);
        entry.person = row[3].toInt();
        entry.personName = row[4].toString();
        entry.login = row[5].toString();
        entry.address = row[6].toString();
        entry.device = row[7].toString();
        entry.deviceCode = row[8].toString();
        entry.host = row[9].toString();
        entry.table = row[10].toString();
        entry.operation = row[11].toString();
        entry.row = row[12].toString();
        entry.title = row[13].toString();
        entry.customer = row[14].toString();
        entry.revision = row[15].toLongLong();
        entry.changes = QJsonDocument::fromJson(row[16].toByteArray()).object();
    }
    return entries;
}

Result<std::vector<ServerDevice>> serverDevices(ServerLink& link)
{
    const auto rows = link.rows(
        QStringLiteral("SELECT id, uid, person, code, host, revoked, first_seen, last_seen, "
                       "last_batch FROM srv.devices()"));
    if (!rows)
        return fail(rows.error());
    std::vector<ServerDevice> devices;
    for (const QVariantList& row : *rows) {
        devices.push_back({row[0].toString(),
            row[1].toInt(),
            row[2].toString(),
            row[3].toString(),
            row[4].toString(),
            row[5].toBool(),
            serverInstant(row[6]),
            serverInstant(row[7]),
            row[8].toLongLong()});
    }
    return devices;
}

Result<void> revokeServerDevice(ServerLink& link, const QString& id)
{
    const auto done = serverAct(link, QStringLiteral("srv.revoke_device(?::uuid, ?::uuid)"), {id});
    return done ? Result<void>() : fail(done.error());
}

Result<SealState> verifySeals(ServerLink& link)
{
    const auto answered = link.scalar(QStringLiteral("SELECT srv.verify_seals()"));
    if (!answered)
        return fail(answered.error());
    const QJsonObject answer = QJsonDocument::fromJson(answered->toByteArray()).object();
    const auto number = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toInteger();
    };
    const auto text = [](const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    };
    const QJsonObject newest = answer.value(QLatin1String("newest")).toObject();
    SealState state{number(answer, "seals"),
        number(answer, "rows"),
        number(answer, "unsealed"),
        number(newest, "no"),
        text(newest, "hash"),
        {}};
    if (answer.contains(QLatin1String("broken"))) {
        const QJsonObject broken = answer.value(QLatin1String("broken")).toObject();
        state.broken = SealState::Broken{number(broken, "no"),
            Instant::fromMilliseconds(number(broken, "sealed_at")),
            number(broken, "expected"),
            number(broken, "found"),
            text(broken, "xid"),
            number(broken, "seq"),
            text(broken, "table"),
            text(broken, "row")};
    }
    return state;
}

} // namespace chengdan::sync
