// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/session.h"

#include "core/access/local_keys.h"
#include "core/access/settings.h"
#include "core/access/team_copy.h"
#include "core/storage/store.h"

namespace chengdan::access {

Session::Session(Person person, Rights rights, bool reachesAll, std::set<PersonId> owners)
    : m_person(std::move(person))
    , m_rights(rights)
    , m_reachesAll(reachesAll)
    , m_owners(std::move(owners))
{
    m_owners.insert(m_person.id);
}

Result<void> Session::require(Right right) const
{
    if (has(right))
        return {};
    return fail(
        "PERMISSION", {}, {{QStringLiteral("right"), QString::fromLatin1(nameOf(right).code)}});
}

bool Session::reaches(PersonId owner) const
{
    return m_reachesAll || owner == PersonId() || m_owners.contains(owner);
}

Result<void> Session::requireReach(PersonId owner) const
{
    if (reaches(owner))
        return {};
    return fail("NOT_YOURS");
}

std::vector<PersonId> Session::visibleOwners() const
{
    if (m_reachesAll)
        return {};
    std::vector<PersonId> owners{PersonId()};
    owners.insert(owners.end(), m_owners.begin(), m_owners.end());
    return owners;
}

bool Session::allowsSameAs(const Session& other) const
{
    const Person& a = m_person;
    const Person& b = other.m_person;
    return a.id == b.id && a.active == b.active && a.name == b.name && a.title == b.title
        && a.quoteLevel == b.quoteLevel && a.approvalLimit == b.approvalLimit
        && m_rights == other.m_rights && m_reachesAll == other.m_reachesAll
        && m_owners == other.m_owners;
}

namespace {

// The people a role of this scope reaches, beside the person.
std::vector<Person> peopleInScope(
    storage::Connection& connection, const Person& person, RoleScope scope)
{
    if (scope == RoleScope::Team && person.team)
        return storage::select<Person>(
            connection, QStringLiteral("team = ?"), {storage::bind(*person.team)});
    if (scope == RoleScope::Region && person.region)
        return storage::select<Person>(connection,
            QStringLiteral("(region = ? OR team IN (SELECT id FROM team WHERE region = ? AND "
                           "deleted = 0))"),
            {storage::bind(*person.region), storage::bind(*person.region)});
    return {};
}

// Who acts when nobody is named: the person whose copy of a team's data this is, in a single-user
// file its owner.
QString usualLogin(storage::Connection& connection)
{
    const QString own = schema::toText(
        connection.scalar(QStringLiteral("SELECT p.login FROM _ui u JOIN person p ON p.id = "
                                         "CAST(u.value AS INTEGER) WHERE u.key = ?"),
            {QString::fromLatin1(kActingPersonKey)}));
    return own.isEmpty() ? settingText(connection, SettingKey::OwnerLogin) : own;
}

Result<Session> sessionOf(storage::Connection& connection, const QString& login)
{
    const QString wanted = login.isEmpty() ? usualLogin(connection) : login;
    auto person = storage::selectOne<Person>(connection, QStringLiteral("login = ?"), {wanted});
    if (!person)
        return fail("PERSON_UNKNOWN", {}, {{QStringLiteral("login"), wanted}});
    if (!person->active)
        return fail("PERSON_INACTIVE", {}, {{QStringLiteral("login"), wanted}});
    Rights rights;
    // In a copy of a team's data all is within reach, customers shown for a while and those of
    // somebody represented among it; the server decides again about every edit.
    bool all = isTeamCopy(connection);
    std::set<PersonId> owners;
    for (const PersonRole& row : storage::select<PersonRole>(
             connection, QStringLiteral("person = ?"), {storage::bind(person->id)})) {
        rights |= rightsOf(row.role);
        all = all || row.scope == RoleScope::All;
        for (const Person& reached : peopleInScope(connection, *person, row.scope))
            owners.insert(reached.id);
    }
    return Session(std::move(*person), rights, all, std::move(owners));
}

} // namespace

Result<Session> openSession(storage::Database& database, const QString& login)
{
    return database.read(
        [&](storage::Connection& connection) { return sessionOf(connection, login); });
}

} // namespace chengdan::access
