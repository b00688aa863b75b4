// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/access/settings.h"

namespace chengdan::access {

/// What a new company file starts with.
struct CompanyStart {
    QString companyName;
    QString ownerLogin = QStringLiteral("owner");
    QString ownerName; ///< shown beside everything the owner writes
    QString timeZone = QStringLiteral("Asia/Shanghai");
    Currency baseCurrency;
    Rate taxRate = Rate::fromRaw(130000);
    QString deviceCode = QStringLiteral("A1");
};

/// Makes an empty file a company: settings, and its owner with every role over the whole company.
/// The one act that needs no session, therefore refused with COMPANY_EXISTS once there is a person.
Result<PersonId> startCompany(
    storage::Database& database, IdSource& ids, const CompanyStart& start);

/// The next free number of a table with small ids (person, team, region).
qint32 nextSmallId(storage::Connection& connection, const schema::RecordType& type);

/// Keeps people. Nobody is ever deleted: who left is deactivated and stays beside what he did.
/// Every act needs Right::Administer; in a copy of a team's data all are refused with
/// STAFF_ON_SERVER. Roles are RoleService's, teams and regions those of teams.h.
class PeopleService {
public:
    explicit PeopleService(const Context& context)
        : m_context(context)
    {
    }
    /// Errors: REQUIRED, DUPLICATE (login), PERSON_LOGIN, PERSON_LEVEL, PERSON_LIMIT, NOT_FOUND
    /// (team, region).
    Result<Person> create(Person person, const std::vector<PersonRole>& roles);
    /// Errors: as create, CHANGED_MEANWHILE, LAST_ADMINISTRATOR. When the file's owner gets another
    /// login the setting follows.
    Result<Person> update(Person person);
    /// Who is deactivated cannot act any more; if it was the file's owner, the first active
    /// administrator becomes it. Errors: NOT_FOUND, LAST_ADMINISTRATOR.
    Result<Person> setActive(PersonId person, bool active);

private:
    const Context& m_context;
};

/// Says what people may do. Needs Right::Administer.
class RoleService {
public:
    explicit RoleService(const Context& context)
        : m_context(context)
    {
    }
    /// Makes these the roles of a person; what stays is not touched, so the audit tells the
    /// difference. Errors: NOT_FOUND, LAST_ADMINISTRATOR when nobody active could administer the
    /// company afterwards.
    Result<void> set(PersonId person, const std::vector<PersonRole>& roles);

private:
    const Context& m_context;
};

/// The roles of a person, in the order of the list of roles.
std::vector<PersonRole> rolesOf(storage::Connection& connection, PersonId person);

} // namespace chengdan::access
