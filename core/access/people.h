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

/// Keeps people, teams, regions and roles. Every act needs Right::Administer.
class PeopleService {
public:
    explicit PeopleService(const Context& context)
        : m_context(context)
    {
    }
    /// Errors: REQUIRED, DUPLICATE (login), PERSON_LOGIN, PERSON_LEVEL.
    Result<Person> create(Person person, const std::vector<PersonRole>& roles);
    Result<Person> update(Person person);
    Result<Team> createTeam(Team team);
    Result<Region> createRegion(Region region);
    /// Replaces all roles of a person. LAST_ADMINISTRATOR when nobody active could administer the
    /// company afterwards.
    Result<void> setRoles(PersonId person, const std::vector<PersonRole>& roles);

private:
    const Context& m_context;
};

} // namespace chengdan::access
