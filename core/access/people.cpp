// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"

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

Result<void> checkPerson(storage::Connection& connection, const Person& person)
{
    Findings findings;
    checkRecord(connection, person, findings);
    if (!person.login.isEmpty() && !isLogin(person.login))
        findings.add(Error::make(
            "PERSON_LOGIN", QStringLiteral("login"), {{QStringLiteral("login"), person.login}}));
    if (person.quoteLevel < 1 || person.quoteLevel > 4)
        findings.add(Error::make("PERSON_LEVEL", QStringLiteral("quote_level")));
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

template <typename T>
Result<T> insertSmall(const Context& context, T record)
{
    if (auto allowed = context.session.require(Right::Administer); !allowed)
        return fail(allowed.error());
    return context.database.write(context.session.id(), [&](Transaction& transaction) -> Result<T> {
        record.id = decltype(T::id)::fromNumber(
            nextSmallId(transaction.connection(), schema::describe<T>()));
        record.meta = {};
        Findings findings;
        checkRecord(transaction.connection(), record, findings);
        if (auto checked = findings.result(); !checked)
            return fail(checked.error());
        storage::insert(transaction, record);
        return record;
    });
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
            storage::Connection& connection = transaction.connection();
            auto stored = storage::load<Person>(connection, person.id);
            if (!stored)
                return fail(stored.error());
            person.meta = stored->meta;
            if (auto checked = checkPerson(connection, person); !checked)
                return fail(checked.error());
            storage::update(transaction, person);
            if (auto left = checkAdministratorLeft(connection); !left)
                return fail(left.error());
            return person;
        });
}

Result<Team> PeopleService::createTeam(Team team)
{
    return insertSmall(m_context, std::move(team));
}

Result<Region> PeopleService::createRegion(Region region)
{
    return insertSmall(m_context, std::move(region));
}

Result<void> PeopleService::setRoles(PersonId person, const std::vector<PersonRole>& roles)
{
    if (auto allowed = m_context.session.require(Right::Administer); !allowed)
        return allowed;
    return m_context.database.write(
        m_context.session.id(), [&](Transaction& transaction) -> Result<void> {
            storage::Connection& connection = transaction.connection();
            if (auto stored = storage::load<Person>(connection, person); !stored)
                return fail(stored.error());
            for (PersonRole& old : storage::select<PersonRole>(
                     connection, QStringLiteral("person = ?"), {storage::bind(person)}))
                storage::remove(transaction, old);
            insertRoles(transaction, m_context.ids, person, roles);
            return checkAdministratorLeft(connection);
        });
}

} // namespace chengdan::access
