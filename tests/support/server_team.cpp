// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_team.h"

#include "core/exchange/company.h"
#include "core/sync/server_schema.h"

namespace chengdan::tests {

std::unique_ptr<PgDatabase> serverWithTeam()
{
    static const QStringList kInstallation = sync::serverSchema(exchange::companyRecordTypes());
    auto database = PgFixture::instance().database(kInstallation);
    struct Member {
        const char* login;
        const char* roles;
    };
    static constexpr Member kMembers[] = {
        {"boss",
            R"([{"role": "sales_manager", "scope": "all"}, {"role": "administrator", "scope": "all"}])"},
        {"amy", R"([{"role": "sales", "scope": "own"}])"},
        {"bob", R"([{"role": "sales", "scope": "own"}])"},
        {"dan", R"([{"role": "finance", "scope": "all"}])"},
    };
    int number = 0;
    for (const Member& member : kMembers) {
        ++number;
        database->scalar(
            QStringLiteral("SELECT srv.add_person('{\"login\": \"%1\", \"name\": "
                           "\"%1\"}', '%2')")
                .arg(QString::fromLatin1(member.login), QString::fromLatin1(member.roles)));
        database->scalar(QStringLiteral("SELECT srv.set_login(%1, "
                                        "'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')")
                             .arg(number));
    }
    return database;
}

} // namespace chengdan::tests
