// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"

#include "core/access/team_copy.h"
#include "core/access/validation.h"
#include "core/storage/store.h"

#include <algorithm>

namespace chengdan::access {

namespace {

using storage::Transaction;

constexpr Role kAllRoles[] = {
    Role::Sales, Role::SalesManager, Role::Costing, Role::Finance, Role::Administrator};

bool isLogin(const QString& login)
{
    return !login.isEmpty() && std::all_of(login.begin(), login.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.')
            || c == QLatin1Char('-') || c == QLatin1Char('_');
    });
}

Error missingPlace(const char* table)
{
    const QString name = QString::fromLatin1(table);
    return Error::make("NOT_FOUND", name, {{QStringLiteral("what"), name}});
}

Result<void> checkPerson(storage::Connection& connection, const Person& person)
{
    Findings findings;
    checkRecord(connection, person, findings);
    if (!person.login.isEmpty() && !isLogin(person.login))
        findings.add(Error::make(
            "PERSON_LOGIN", QStringLiteral("login"), {{QStringLiteral("login"), person.login}}));
    if (person.quoteLevel < 1 || person.quoteLevel > 4)
        findings.add(Error::make("PERSON_LEVEL", QStringLiteral("quote_level")));
    if (person.approvalLimit.minor < 0)
        findings.add(Error::make("PERSON_LIMIT", QStringLiteral("approval_limit")));
    if (person.team && !storage::find<Team>(connection, *person.team))
        findings.add(missingPlace("team"));
    if (person.region && !storage::find<Region>(connection, *person.region))
        findings.add(missingPlace("region"));
    return findings.result();
}

void insertRoles(
    Transaction& transaction, IdSource& ids, PersonId person, const std::vector<PersonRole>& roles)
{
    for (PersonRole role : roles) {
        role.id = PersonRoleId::make(ids);
        role.person = person;
        role.meta = {};
        role.meta.owner = person;
        storage::insert(transaction, role);
    }
}

Result<void> checkAdministratorLeft(storage::Connection& connection)
{
    const qint64 left = schema::toInteger(connection.scalar(
        QStringLiteral("SELECT count(*) FROM person_role r JOIN person p ON p.id = r.person "
                       "WHERE r.role = ? AND r.deleted = 0 AND p.deleted = 0 AND p.active = 1"),
        {schema::codeOf(Role::Administrator)}));
    if (left == 0)
        return fail("LAST_ADMINISTRATOR");
    return {};
}

bool sameRole(const PersonRole& a, const PersonRole& b)
{
    return a.role == b.role && a.scope == b.scope;
}

bool holds(const std::vector<PersonRole>& roles, const PersonRole& wanted)
{
    return std::any_of(
        roles.begin(), roles.end(), [&](const PersonRole& role) { return sameRole(role, wanted); });
}

// The owner of the file acts when nobody is named; a file whose owner cannot act would not open.
Result<void> keepOwnerActing(
    Transaction& transaction, IdSource& ids, const Person& before, const Person& now)
{
    storage::Connection& connection = transaction.connection();
    if (settingText(connection, SettingKey::OwnerLogin) != before.login)
        return {};
    if (now.active) {
        return now.login == before.login
            ? Result<void>()
            : writeSetting(transaction, ids, SettingKey::OwnerLogin, now.login);
    }
    const QString next = schema::toText(connection.scalar(
        QStringLiteral("SELECT p.login FROM person p JOIN person_role r ON r.person = p.id WHERE "
                       "r.role = ? AND r.deleted = 0 AND p.deleted = 0 AND p.active = 1 ORDER BY "
                       "p.id LIMIT 1"),
        {schema::codeOf(Role::Administrator)}));
    return writeSetting(transaction, ids, SettingKey::OwnerLogin, next);
}

Result<Person> updatePerson(Transaction& transaction, IdSource& ids, Person person)
{
    storage::Connection& connection = transaction.connection();
    if (auto own = requireOwnStaff(connection); !own)
        return fail(own.error());
    const auto stored = storage::load<Person>(connection, person.id);
    if (!stored)
        return fail(stored.error());
    if (stored->meta.changedAt != person.meta.changedAt
        || stored->meta.changedBy != person.meta.changedBy)
        return fail("CHANGED_MEANWHILE");
    person.meta = stored->meta;
    if (auto checked = checkPerson(connection, person); !checked)
        return fail(checked.error());
    storage::update(transaction, person);
    if (auto left = checkAdministratorLeft(connection); !left)
        return fail(left.error());
    if (auto kept = keepOwnerActing(transaction, ids, *stored, person); !kept)
        return fail(kept.error());
    return person;
}

} // namespace

qint32 nextSmallId(storage::Connection& connection, const schema::RecordType& type)
{
    return static_cast<qint32>(schema::toInteger(
               connection.scalar(QStringLiteral("SELECT coalesce(max(id), 0) FROM %1")
                                     .arg(QString::fromLatin1(type.table)))))
        + 1;
}

Result<PersonId> startCompany(storage::Database& database, IdSource& ids, const CompanyStart& start)
{
    const PersonId owner = PersonId::fromNumber(1);
    return database.write(owner, [&](Transaction& transaction) -> Result<PersonId> {
        storage::Connection& connection = transaction.connection();
        if (!schema::isNull(connection.scalar(QStringLiteral("SELECT 1 FROM person LIMIT 1"))))
            return fail("COMPANY_EXISTS");
        const QPair<SettingKey, QString> settings[] = {
            {SettingKey::CompanyName, start.companyName},
            {SettingKey::OwnerLogin, start.ownerLogin},
            {SettingKey::TimeZone, start.timeZone},
            {SettingKey::BaseCurrency, start.baseCurrency.code()},
            {SettingKey::TaxRate, start.taxRate.toString()},
            {SettingKey::DeviceCode, start.deviceCode},
        };
        for (const auto& [key, value] : settings) {
            if (auto written = writeSetting(transaction, ids, key, value); !written)
                return fail(written.error());
        }
        Person person;
        person.id = owner;
        person.meta.owner = owner;
        person.login = start.ownerLogin;
        person.name = start.ownerName.isEmpty() ? start.ownerLogin : start.ownerName;
        person.quoteLevel = 4;
        if (auto checked = checkPerson(connection, person); !checked)
            return fail(checked.error());
        storage::insert(transaction, person);
        std::vector<PersonRole> roles;
        for (const Role role : kAllRoles) {
            roles.emplace_back();
            roles.back().role = role;
            roles.back().scope = RoleScope::All;
        }
        insertRoles(transaction, ids, owner, roles);
        return owner;
    });
}

Result<Person> PeopleService::create(Person person, const std::vector<PersonRole>& roles)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Person> {
            storage::Connection& connection = transaction.connection();
            if (auto own = requireOwnStaff(connection); !own)
                return fail(own.error());
            person.id = PersonId::fromNumber(nextSmallId(connection, schema::describe<Person>()));
            person.meta = {};
            person.meta.owner = person.id;
            if (auto checked = checkPerson(connection, person); !checked)
                return fail(checked.error());
            storage::insert(transaction, person);
            insertRoles(transaction, m_context.ids, person.id, roles);
            return person;
        });
}

Result<Person> PeopleService::update(Person person)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Person> {
            return updatePerson(transaction, m_context.ids, std::move(person));
        });
}

Result<Person> PeopleService::setActive(PersonId id, bool active)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<Person> {
            auto person = storage::load<Person>(transaction.connection(), id);
            if (!person)
                return person;
            person->active = active;
            return updatePerson(transaction, m_context.ids, std::move(*person));
        });
}

std::vector<PersonRole> rolesOf(storage::Connection& connection, PersonId person)
{
    auto roles = storage::select<PersonRole>(
        connection, QStringLiteral("person = ?"), {storage::bind(person)});
    std::sort(roles.begin(), roles.end(), [](const PersonRole& a, const PersonRole& b) {
        return std::pair(a.role, a.scope) < std::pair(b.role, b.scope);
    });
    return roles;
}

Result<void> RoleService::set(PersonId person, const std::vector<PersonRole>& roles)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            storage::Connection& connection = transaction.connection();
            if (auto own = requireOwnStaff(connection); !own)
                return own;
            if (auto stored = storage::load<Person>(connection, person); !stored)
                return fail(stored.error());
            std::vector<PersonRole> present = rolesOf(connection, person);
            for (PersonRole& old : present) {
                if (!holds(roles, old))
                    storage::remove(transaction, old);
            }
            std::vector<PersonRole> added;
            for (const PersonRole& role : roles) {
                if (!holds(present, role) && !holds(added, role))
                    added.push_back(role);
            }
            insertRoles(transaction, m_context.ids, person, added);
            return checkAdministratorLeft(connection);
        });
}

} // namespace chengdan::access
