// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/context.h"
#include "core/access/people.h"
#include "core/storage/store.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

namespace chengdan::tests {

/// A real company file in a folder of its own, with fixed time and ids, and its owner's session.
/// `types` are the record types the test needs beside people and settings.
class CompanyFixture {
public:
    explicit CompanyFixture(const schema::RecordTypes& types = {})
    {
        schema::RecordTypes all{&schema::describe<access::Region>(),
            &schema::describe<access::Team>(),
            &schema::describe<access::Person>(),
            &schema::describe<access::PersonRole>(),
            &schema::describe<access::CompanySetting>()};
        all.insert(all.end(), types.begin(), types.end());
        database =
            value(storage::Database::open(folder.filePath(QStringLiteral("company.chengdan")),
                all,
                clock,
                storage::Database::Open::Create));
        access::CompanyStart start;
        start.companyName = QStringLiteral("宁波精密机械有限公司");
        start.ownerName = QStringLiteral("王雪");
        value(access::startCompany(*database, ids, start));
        owner.emplace(value(access::openSession(*database)));
    }

    access::Context as(const access::Session& session) { return {*database, session, clock, ids}; }
    access::Context asOwner() { return as(*owner); }
    storage::Connection& reader() { return database->reader(); }

    /// A new person with these roles, and the session of that person.
    access::Session join(const char* login, const std::vector<access::PersonRole>& roles)
    {
        const access::Context context = asOwner();
        access::Person person;
        person.login = QString::fromLatin1(login);
        person.name = person.login;
        value(access::PeopleService(context).create(person, roles));
        return value(access::openSession(*database, person.login));
    }

    static access::PersonRole role(access::Role role, access::RoleScope scope)
    {
        access::PersonRole row;
        row.role = role;
        row.scope = scope;
        return row;
    }

    qint64 count(const char* sql, const schema::Row& values = {})
    {
        return schema::toInteger(reader().scalar(QString::fromLatin1(sql), values));
    }

    /// Moves the clock on by whole days.
    void passDays(int days)
    {
        clock.set(Instant::fromMilliseconds(clock.now().milliseconds() + days * 86400000LL),
            clock.today().addDays(days));
    }

    QTemporaryDir folder;
    ManualClock clock{Instant::fromMilliseconds(1773280800000), QDate(2026, 3, 12)};
    IdSource ids{clock, 7};
    std::unique_ptr<storage::Database> database;
    std::optional<access::Session> owner;
};

} // namespace chengdan::tests
