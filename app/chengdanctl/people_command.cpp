// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// People, teams and regions from the command line: what the administration pages do.
#include "app/chengdanctl/commands.h"
#include "app/chengdanctl/company_file.h"
#include "app/chengdanctl/role_option.h"
#include "app/chengdanctl/text_table.h"
#include "core/access/password.h"
#include "core/access/people.h"
#include "core/access/teams.h"
#include "core/storage/store.h"

#include <QJsonArray>

namespace chengdan::ctl {

namespace {

using access::Context;
using access::Person;
using access::PersonRole;

Result<Person> personCalled(storage::Connection& connection, const QString& login)
{
    auto person = storage::selectOne<Person>(connection, QStringLiteral("login = ?"), {login});
    if (!person)
        return fail("PERSON_UNKNOWN", {}, {{QStringLiteral("login"), login}});
    return std::move(*person);
}

Result<access::Team> teamCalled(storage::Connection& connection, const QString& name)
{
    auto team = storage::selectOne<access::Team>(connection, QStringLiteral("name = ?"), {name});
    if (!team)
        return fail("NOT_FOUND",
            QStringLiteral("--team"),
            {{QStringLiteral("what"), QStringLiteral("team")}});
    return std::move(*team);
}

Result<access::Region> regionCalled(storage::Connection& connection, const QString& code)
{
    auto region = storage::selectOne<access::Region>(
        connection, QStringLiteral("(code = ? OR name = ?)"), {code, code});
    if (!region)
        return fail("NOT_FOUND",
            QStringLiteral("--region"),
            {{QStringLiteral("what"), QStringLiteral("region")}});
    return std::move(*region);
}

Error valueError(const char* option, const QString& text)
{
    return Error::make(
        "VALUE_RANGE", QString::fromLatin1(option), {{QStringLiteral("text"), text.left(40)}});
}

/// Takes over the options that were given; an empty text empties a field.
Result<void> readPersonOptions(const Call& call, storage::Connection& connection, Person& person)
{
    const Arguments& given = call.arguments;
    const auto text = [&](const char* option, QString& field) {
        if (given.has(option))
            field = given.value(option);
    };
    text("name", person.name);
    text("title", person.title);
    text("email", person.email);
    text("phone", person.phone);
    text("login", person.login);
    if (given.has("team")) {
        person.team.reset();
        if (const QString name = given.value("team"); !name.isEmpty()) {
            const auto team = teamCalled(connection, name);
            if (!team)
                return fail(team.error());
            person.team = team->id;
        }
    }
    if (given.has("region")) {
        person.region.reset();
        if (const QString code = given.value("region"); !code.isEmpty()) {
            const auto region = regionCalled(connection, code);
            if (!region)
                return fail(region.error());
            person.region = region->id;
        }
    }
    if (given.has("level")) {
        const auto level = parseDecimal(given.value("level"), 0);
        if (!level || *level < 1 || *level > 4)
            return fail(valueError("--level", given.value("level")));
        person.quoteLevel = static_cast<int>(*level);
    }
    if (given.has("limit")) {
        const auto limit = parseDecimal(given.value("limit"), 2);
        if (!limit)
            return fail(valueError("--limit", given.value("limit")));
        person.approvalLimit.minor = *limit;
    }
    return {};
}

QString rolesText(const std::vector<PersonRole>& roles)
{
    QStringList parts;
    for (const PersonRole& role : roles)
        parts += schema::codeOf(role.role) + QLatin1Char(':') + schema::codeOf(role.scope);
    return parts.join(QLatin1Char(','));
}

template <typename T>
QString titleOf(storage::Connection& connection, const std::optional<decltype(T::id)>& id)
{
    const auto row = id ? storage::find<T>(connection, *id) : std::nullopt;
    return row ? row->name : QString();
}

QJsonObject personJson(storage::Connection& connection, const Person& person)
{
    QJsonArray roles;
    for (const PersonRole& role : access::rolesOf(connection, person.id)) {
        roles.append(QJsonObject{{QStringLiteral("role"), schema::codeOf(role.role)},
            {QStringLiteral("scope"), schema::codeOf(role.scope)}});
    }
    return {{QStringLiteral("id"), person.id.number()},
        {QStringLiteral("login"), person.login},
        {QStringLiteral("name"), person.name},
        {QStringLiteral("title"), person.title},
        {QStringLiteral("email"), person.email},
        {QStringLiteral("phone"), person.phone},
        {QStringLiteral("team"), titleOf<access::Team>(connection, person.team)},
        {QStringLiteral("region"), titleOf<access::Region>(connection, person.region)},
        {QStringLiteral("active"), person.active},
        {QStringLiteral("quote_level"), person.quoteLevel},
        {QStringLiteral("approval_limit"), formatDecimal(person.approvalLimit.minor, 2, 2)},
        {QStringLiteral("roles"), roles}};
}

QStringList personCells(storage::Connection& connection, const Person& person)
{
    return {person.login,
        person.name,
        titleOf<access::Team>(connection, person.team),
        QString::number(person.quoteLevel),
        formatDecimal(person.approvalLimit.minor, 2, 2),
        rolesText(access::rolesOf(connection, person.id)),
        person.active ? QString() : QStringLiteral("inactive")};
}

Outcome peopleOutcome(const Call& call, const Context& context, const std::vector<Person>& people)
{
    QJsonArray json;
    std::vector<QStringList> rows;
    const auto read = context.database.read([&](storage::Connection& connection) -> Result<void> {
        for (const Person& person : people) {
            json.append(personJson(connection, person));
            rows.push_back(personCells(connection, person));
        }
        return {};
    });
    if (!read)
        return Outcome::refused(read.error(), call.language);
    const QString text = alignedTable({QStringLiteral("login"),
                                          QStringLiteral("name"),
                                          QStringLiteral("team"),
                                          QStringLiteral("level"),
                                          QStringLiteral("limit"),
                                          QStringLiteral("roles"),
                                          QStringLiteral("state")},
        rows);
    return Outcome::done(QJsonObject{{QStringLiteral("people"), json}}, text);
}

Result<Person> addPerson(const Call& call, const Context& context, const QString& login)
{
    Person person;
    person.login = login;
    auto read = context.database.read([&](storage::Connection& connection) {
        return readPersonOptions(call, connection, person);
    });
    if (!read)
        return fail(read.error());
    const auto roles = readRoles(call.arguments.value("role"));
    if (!roles)
        return fail(roles.error());
    return access::PeopleService(context).create(person, *roles);
}

Result<Person> changePerson(const Call& call, const Context& context, Person person)
{
    auto read = context.database.read([&](storage::Connection& connection) {
        return readPersonOptions(call, connection, person);
    });
    if (!read)
        return fail(read.error());
    const auto roles = readRoles(call.arguments.value("role"));
    if (!roles)
        return fail(roles.error());
    return context.database.write(
        context.session.id(), [&](storage::Transaction&) -> Result<Person> {
            auto saved = access::PeopleService(context).update(person);
            if (!saved || !call.arguments.has("role"))
                return saved;
            if (auto set = access::RoleService(context).set(person.id, *roles); !set)
                return fail(set.error());
            return saved;
        });
}

Result<Person> actOnPerson(
    const Call& call, const Context& context, const QString& act, const QString& login)
{
    if (act == QLatin1String("add"))
        return addPerson(call, context, login);
    auto person = context.database.read(
        [&](storage::Connection& connection) { return personCalled(connection, login); });
    if (!person || act == QLatin1String("show"))
        return person;
    if (act == QLatin1String("set"))
        return changePerson(call, context, std::move(*person));
    if (act == QLatin1String("clear-password")) {
        if (auto cleared = access::PasswordService(context).clear(person->id); !cleared)
            return fail(cleared.error());
        return person;
    }
    return access::PeopleService(context).setActive(person->id, act == QLatin1String("activate"));
}

constexpr const char* kPersonUsage =
    "person list | person show|add|set|deactivate|activate|clear-password LOGIN";
constexpr const char* kTeamUsage = "team list | team add|set|close|reopen NAME";
constexpr const char* kRegionUsage = "region list | region add|set|close|reopen CODE";

Result<access::Team> actOnTeam(
    const Call& call, const Context& context, const QString& act, const QString& name)
{
    access::Team team;
    const auto read = context.database.read([&](storage::Connection& connection) -> Result<void> {
        if (act != QLatin1String("add")) {
            auto stored = teamCalled(connection, name);
            if (!stored)
                return fail(stored.error());
            team = std::move(*stored);
        }
        team.name = call.arguments.value("name", name);
        if (call.arguments.has("boss")) {
            const auto boss = personCalled(connection, call.arguments.value("boss"));
            if (!boss)
                return fail(boss.error());
            team.boss = boss->id;
        }
        if (call.arguments.has("region")) {
            const auto region = regionCalled(connection, call.arguments.value("region"));
            if (!region)
                return fail(region.error());
            team.region = region->id;
        }
        return {};
    });
    if (!read)
        return fail(read.error());
    if (act == QLatin1String("add"))
        return access::TeamService(context).create(team);
    if (act == QLatin1String("close") || act == QLatin1String("reopen"))
        team.closed = act == QLatin1String("close");
    return access::TeamService(context).update(team);
}

Result<access::Region> actOnRegion(
    const Call& call, const Context& context, const QString& act, const QString& code)
{
    if (act == QLatin1String("add")) {
        access::Region region;
        region.code = code;
        region.name = call.arguments.value("name", code);
        return access::RegionService(context).create(region);
    }
    auto region = context.database.read(
        [&](storage::Connection& connection) { return regionCalled(connection, code); });
    if (!region)
        return region;
    region->name = call.arguments.value("name", region->name);
    if (act == QLatin1String("close") || act == QLatin1String("reopen"))
        region->closed = act == QLatin1String("close");
    return access::RegionService(context).update(*region);
}

Outcome placeOutcome(const char* kind, const QStringList& names, const QStringList& closed)
{
    QJsonArray json;
    std::vector<QStringList> rows;
    for (qsizetype i = 0; i < names.size(); ++i) {
        json.append(QJsonObject{
            {QStringLiteral("name"), names[i]}, {QStringLiteral("closed"), !closed[i].isEmpty()}});
        rows.push_back({names[i], closed[i]});
    }
    return Outcome::done(QJsonObject{{QString::fromLatin1(kind), json}},
        alignedTable({QStringLiteral("name"), QStringLiteral("state")}, rows));
}

template <typename T>
Outcome placeList(const Call& call, const Context& context, const char* kind)
{
    const auto places =
        context.database.read([](storage::Connection& connection) -> Result<std::vector<T>> {
            return storage::select<T>(connection, QStringLiteral("ORDER BY id"));
        });
    if (!places)
        return Outcome::refused(places.error(), call.language);
    QStringList names;
    QStringList closed;
    for (const T& place : *places) {
        names += place.name;
        closed += place.closed ? QStringLiteral("closed") : QString();
    }
    return placeOutcome(kind, names, closed);
}

} // namespace

Outcome runPerson(const Call& call)
{
    static const QStringList acts{QStringLiteral("show"),
        QStringLiteral("add"),
        QStringLiteral("set"),
        QStringLiteral("deactivate"),
        QStringLiteral("activate"),
        QStringLiteral("clear-password")};
    const QStringList words = call.words();
    const bool list = words == QStringList{QStringLiteral("list")};
    if (!list && (words.size() != 2 || !acts.contains(words[0])))
        return Outcome::misused(kPersonUsage, call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    const Context& context = (*file)->context();
    if (list) {
        const auto people = context.database.read(
            [](storage::Connection& connection) -> Result<std::vector<Person>> {
                return storage::select<Person>(connection, QStringLiteral("ORDER BY id"));
            });
        return people ? peopleOutcome(call, context, *people)
                      : Outcome::refused(people.error(), call.language);
    }
    const auto person = actOnPerson(call, context, words[0], words[1]);
    return person ? peopleOutcome(call, context, {*person})
                  : Outcome::refused(person.error(), call.language);
}

Outcome runTeam(const Call& call)
{
    static const QStringList acts{QStringLiteral("add"),
        QStringLiteral("set"),
        QStringLiteral("close"),
        QStringLiteral("reopen")};
    const QStringList words = call.words();
    const bool list = words == QStringList{QStringLiteral("list")};
    if (!list && (words.size() != 2 || !acts.contains(words[0])))
        return Outcome::misused(kTeamUsage, call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    if (!list) {
        const auto team = actOnTeam(call, (*file)->context(), words[0], words[1]);
        if (!team)
            return Outcome::refused(team.error(), call.language);
    }
    return placeList<access::Team>(call, (*file)->context(), "teams");
}

Outcome runRegion(const Call& call)
{
    static const QStringList acts{QStringLiteral("add"),
        QStringLiteral("set"),
        QStringLiteral("close"),
        QStringLiteral("reopen")};
    const QStringList words = call.words();
    const bool list = words == QStringList{QStringLiteral("list")};
    if (!list && (words.size() != 2 || !acts.contains(words[0])))
        return Outcome::misused(kRegionUsage, call.language);
    const auto file = CompanyFile::open(call);
    if (!file)
        return Outcome::refused(file.error(), call.language);
    if (!list) {
        const auto region = actOnRegion(call, (*file)->context(), words[0], words[1]);
        if (!region)
            return Outcome::refused(region.error(), call.language);
    }
    return placeList<access::Region>(call, (*file)->context(), "regions");
}

} // namespace chengdan::ctl
