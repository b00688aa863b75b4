// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// People, teams and regions of a shared database. People and teams go by number, regions by code.
#include "app/chengdanctl/server_people_command.h"

#include "app/chengdanctl/role_option.h"
#include "app/chengdanctl/text_table.h"
#include "core/sync/server_people.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengdan::ctl {

namespace {

using sync::PlaceKind;
using sync::ServerPlace;

Error badOption(const QString& option, const QString& text)
{
    return Error::make("VALUE_RANGE", option, {{QStringLiteral("text"), text.left(40)}});
}

Outcome changedNumber(const Call& call, int number)
{
    return Outcome::done(QJsonObject{{QStringLiteral("number"), number}},
        call.language == Language::Chinese ? QStringLiteral("已保存") : QStringLiteral("Saved"));
}

Result<int> regionByCode(sync::ServerLink& link, const QString& code)
{
    const auto regions = sync::serverPlaces(link, PlaceKind::Region);
    if (!regions)
        return fail(regions.error());
    for (const ServerPlace& region : *regions) {
        if (region.code == code)
            return region.number;
    }
    return fail(badOption(QStringLiteral("region"), code));
}

// Options that hold a number, or nothing to clear the column.
Result<void> takeNumber(const Call& call, const char* option, const char* column, QJsonObject& into)
{
    if (!call.arguments.has(option))
        return {};
    const QString text = call.arguments.value(option);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber && !text.isEmpty())
        return fail(badOption(QString::fromLatin1(option), text));
    into.insert(QLatin1String(column), isNumber ? QJsonValue(number) : QJsonValue());
    return {};
}

Result<QJsonObject> columnsOf(const Call& call, sync::ServerLink& link)
{
    QJsonObject columns;
    for (const char* text : {"name", "title", "email", "phone"}) {
        if (call.arguments.has(text))
            columns.insert(QLatin1String(text), call.arguments.value(text));
    }
    struct Number {
        const char* option;
        const char* column;
    };
    static constexpr Number kNumbers[] = {
        {"team", "team"}, {"boss", "boss"}, {"level", "quote_level"}};
    for (const Number& number : kNumbers) {
        if (auto taken = takeNumber(call, number.option, number.column, columns); !taken)
            return fail(taken.error());
    }
    if (call.arguments.has("limit")) {
        const QString text = call.arguments.value("limit");
        const auto limit = parseDecimal(text, 2);
        if (!limit)
            return fail(badOption(QStringLiteral("limit"), text));
        columns.insert(QLatin1String("approval_limit"), *limit);
    }
    if (call.arguments.has("region")) {
        const QString code = call.arguments.value("region");
        if (code.isEmpty()) {
            columns.insert(QLatin1String("region"), QJsonValue());
        } else {
            const auto region = regionByCode(link, code);
            if (!region)
                return fail(region.error());
            columns.insert(QLatin1String("region"), *region);
        }
    }
    return columns;
}

Outcome listPlaces(const Call& call, sync::ServerLink& link, PlaceKind kind)
{
    const auto places = sync::serverPlaces(link, kind);
    if (!places)
        return Outcome::refused(places.error(), call.language);
    QJsonArray json;
    std::vector<QStringList> rows;
    for (const ServerPlace& place : *places) {
        json.append(QJsonObject{{QStringLiteral("number"), place.number},
            {QStringLiteral("code"), place.code},
            {QStringLiteral("name"), place.name},
            {QStringLiteral("boss"), place.boss},
            {QStringLiteral("region"), place.region},
            {QStringLiteral("closed"), place.closed},
            {QStringLiteral("people"), place.people}});
        rows.push_back({QString::number(place.number),
            place.code,
            place.name,
            QString::number(place.people),
            place.closed ? QStringLiteral("closed") : QString()});
    }
    return Outcome::done(QJsonObject{{QStringLiteral("places"), json}},
        alignedTable({QStringLiteral("number"),
                         QStringLiteral("code"),
                         QStringLiteral("name"),
                         QStringLiteral("people"),
                         QStringLiteral("state")},
            rows));
}

Outcome addPlace(const Call& call, sync::ServerLink& link, PlaceKind kind, const QString& name)
{
    auto columns = columnsOf(call, link);
    if (!columns)
        return Outcome::refused(columns.error(), call.language);
    if (kind == PlaceKind::Team)
        columns->insert(QLatin1String("name"), name);
    else
        columns->insert(QLatin1String("code"), name);
    if (!columns->contains(QLatin1String("name")))
        columns->insert(QLatin1String("name"), name);
    const auto number = sync::addServerPlace(link, kind, *columns);
    return number ? changedNumber(call, *number) : Outcome::refused(number.error(), call.language);
}

Outcome setPlace(const Call& call,
    sync::ServerLink& link,
    PlaceKind kind,
    const QString& act,
    const QString& name)
{
    bool isNumber = false;
    Result<int> number = name.toInt(&isNumber);
    if (kind == PlaceKind::Region)
        number = regionByCode(link, name);
    else if (!isNumber)
        number = fail(badOption(QStringLiteral("team"), name));
    auto columns = columnsOf(call, link);
    if (!number || !columns)
        return Outcome::refused(number ? columns.error() : number.error(), call.language);
    if (act != QLatin1String("set"))
        columns->insert(QLatin1String("closed"), act == QLatin1String("close"));
    const auto changed = sync::changeServerPlace(link, kind, *number, *columns);
    return changed ? changedNumber(call, *number)
                   : Outcome::refused(changed.error(), call.language);
}

} // namespace

Result<QByteArray> rolesForServer(const QString& text)
{
    const auto roles = readRoles(text);
    if (!roles)
        return fail(roles.error());
    QJsonArray json;
    for (const access::PersonRole& role : *roles) {
        json.append(QJsonObject{{QStringLiteral("role"), schema::codeOf(role.role)},
            {QStringLiteral("scope"), schema::codeOf(role.scope)}});
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Outcome> changeServerPerson(const Call& call, sync::ServerLink& link)
{
    const QStringList words = call.words().mid(1);
    bool isNumber = false;
    const int number = words.value(1).toInt(&isNumber);
    if (!isNumber)
        return {};
    if (words[0] == QLatin1String("roles") && words.size() == 3) {
        const auto roles = rolesForServer(words[2]);
        if (!roles)
            return Outcome::refused(roles.error(), call.language);
        const auto set = sync::setServerRoles(link, number, *roles);
        return set ? changedNumber(call, number) : Outcome::refused(set.error(), call.language);
    }
    if (words[0] == QLatin1String("set") && words.size() == 2) {
        const auto columns = columnsOf(call, link);
        if (!columns)
            return Outcome::refused(columns.error(), call.language);
        const auto changed = sync::changeServerUser(link, number, *columns);
        return changed ? changedNumber(call, number)
                       : Outcome::refused(changed.error(), call.language);
    }
    return {};
}

std::optional<Outcome> runServerPlace(const Call& call, sync::ServerLink& link)
{
    const QStringList words = call.words();
    const PlaceKind kind = words[0] == QLatin1String("team") ? PlaceKind::Team : PlaceKind::Region;
    const QString act = words.value(1);
    if (act == QLatin1String("list") && words.size() == 2)
        return listPlaces(call, link, kind);
    if (words.size() != 3)
        return {};
    if (act == QLatin1String("add"))
        return addPlace(call, link, kind, words[2]);
    if (act == QLatin1String("set") || act == QLatin1String("close")
        || act == QLatin1String("reopen"))
        return setPlace(call, link, kind, act, words[2]);
    return {};
}

} // namespace chengdan::ctl
