// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_people.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace chengdan::sync {

namespace {

QString placeTable(PlaceKind kind)
{
    return kind == PlaceKind::Team ? QStringLiteral("team") : QStringLiteral("region");
}

QString jsonWords(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<QJsonObject> serverAct(ServerLink& link, const QString& call, const QVariantList& values)
{
    const auto answered = link.scalar(QStringLiteral("SELECT ") + call,
        QVariantList{QUuid::createUuid().toString(QUuid::WithoutBraces)} + values);
    if (!answered)
        return fail(answered.error());
    const QJsonObject answer = QJsonDocument::fromJson(answered->toByteArray()).object();
    const QJsonObject result = answer.value(QLatin1String("result")).toObject();
    if (answer.value(QLatin1String("status")).toString() == QLatin1String("done"))
        return result;
    Error refused =
        Error::make(answer.value(QLatin1String("code")).toString().toLatin1().constData());
    for (auto it = result.begin(); it != result.end(); ++it)
        refused.args.append({it.key(), it.value().toVariant().toString()});
    return fail(refused);
}

Error atPersonField(Error error)
{
    static const QHash<QString, QString> kFields{
        {QStringLiteral("LOGIN_TAKEN"), QStringLiteral("login")},
        {QStringLiteral("PERSON_LOGIN"), QStringLiteral("login")},
        {QStringLiteral("PERSON_LEVEL"), QStringLiteral("quote_level")},
        {QStringLiteral("PERSON_LIMIT"), QStringLiteral("approval_limit")},
        {QStringLiteral("PLACE_IN_USE"), QStringLiteral("closed")},
        {QStringLiteral("DUPLICATE"), QStringLiteral("code")}};
    if (!error.field.isEmpty())
        return error;
    error.field = kFields.value(error.code, error.arg(QStringLiteral("column")));
    const QString table = error.arg(QStringLiteral("table"));
    if (error.code == QLatin1String("REFERENCE_UNKNOWN"))
        error.field = table == QLatin1String("person") ? QStringLiteral("boss") : table;
    return error;
}

Result<PersonState> serverPersonState(ServerLink& link, int number)
{
    const auto answered = link.scalar(QStringLiteral("SELECT srv.person_state(?)::text"), {number});
    if (!answered)
        return fail(answered.error());
    const QJsonObject json = QJsonDocument::fromJson(answered->toByteArray()).object();
    const auto moment = [](const QJsonValue& value) {
        return Instant::fromMilliseconds(static_cast<qint64>(value.toDouble()));
    };
    PersonState state;
    state.login = json.value(QLatin1String("login")).toString();
    state.active = json.value(QLatin1String("active")).toBool();
    state.maySignIn = json.value(QLatin1String("may_sign_in")).toBool();
    if (json.value(QLatin1String("last_seen")).isDouble())
        state.lastSeen = moment(json.value(QLatin1String("last_seen")));
    state.customers = json.value(QLatin1String("customers")).toInt();
    state.undecided = json.value(QLatin1String("undecided")).toInt();
    state.grants = json.value(QLatin1String("grants")).toInt();
    state.delegations = json.value(QLatin1String("delegations")).toInt();
    const QJsonArray devices = json.value(QLatin1String("devices")).toArray();
    for (const QJsonValue& one : devices) {
        ServerDevice device;
        device.id = one[QLatin1String("id")].toString();
        device.person = number;
        device.code = one[QLatin1String("code")].toString();
        device.host = one[QLatin1String("host")].toString();
        device.revoked = one[QLatin1String("revoked")].toBool();
        device.lastSeen = moment(one[QLatin1String("last_seen")]);
        state.devices.push_back(std::move(device));
    }
    return state;
}

Result<void> changeServerUser(ServerLink& link, int number, const QJsonObject& columns)
{
    const auto done = serverAct(link,
        QStringLiteral("srv.change_person(?::uuid, ?, ?::jsonb)"),
        {number, jsonWords(columns)});
    return done ? Result<void>() : fail(atPersonField(done.error()));
}

Result<void> setServerRoles(ServerLink& link, int number, const QByteArray& rolesJson)
{
    const auto done = serverAct(link,
        QStringLiteral("srv.set_roles(?::uuid, ?, ?::jsonb)"),
        {number, QString::fromUtf8(rolesJson)});
    return done ? Result<void>() : fail(atPersonField(done.error()));
}

Result<void> endServerAccess(ServerLink& link, const QString& customer, int person)
{
    const auto done = serverAct(
        link, QStringLiteral("srv.revoke_access(?::uuid, ?::uuid, ?)"), {customer, person});
    return done ? Result<void>() : fail(done.error());
}

Result<std::vector<ServerPlace>> serverPlaces(ServerLink& link, PlaceKind kind)
{
    const auto installed =
        link.scalar(QStringLiteral("SELECT to_regclass('sync.meta') IS NOT NULL"));
    if (!installed)
        return fail(installed.error());
    if (!installed->toBool())
        return fail("SERVER_NOT_INSTALLED");
    const bool team = kind == PlaceKind::Team;
    auto rows = link.rows(
        QStringLiteral("SELECT t.id, %1, t.name, t.closed, (SELECT count(*) FROM app.person p "
                       "WHERE p.%2 = t.id AND p.active AND NOT p.deleted) FROM app.%2 t WHERE NOT "
                       "t.deleted ORDER BY t.id")
            .arg(team ? QStringLiteral("'', coalesce(t.boss, 0), coalesce(t.region, 0)")
                      : QStringLiteral("t.code, 0, 0"),
                placeTable(kind)));
    if (!rows)
        return fail(rows.error());
    std::vector<ServerPlace> places;
    for (const QVariantList& row : *rows) {
        places.push_back({row[0].toInt(),
            row[1].toString(),
            row[4].toString(),
            row[2].toInt(),
            row[3].toInt(),
            row[5].toBool(),
            row[6].toInt()});
    }
    return places;
}

Result<int> addServerPlace(ServerLink& link, PlaceKind kind, const QJsonObject& columns)
{
    const auto done = serverAct(link,
        QStringLiteral("srv.add_%1(?::uuid, ?::jsonb)").arg(placeTable(kind)),
        {jsonWords(columns)});
    if (!done)
        return fail(atPersonField(done.error()));
    return done->value(QLatin1String("id")).toInt();
}

Result<void> changeServerPlace(
    ServerLink& link, PlaceKind kind, int number, const QJsonObject& columns)
{
    const auto done = serverAct(link,
        QStringLiteral("srv.change_%1(?::uuid, ?, ?::jsonb)").arg(placeTable(kind)),
        {number, jsonWords(columns)});
    return done ? Result<void>() : fail(atPersonField(done.error()));
}

} // namespace chengdan::sync
