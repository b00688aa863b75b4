// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_install.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("people, teams and regions of a server are kept from the command line", "[server][cli]")
{
    Team team;
    const auto run = [&](const char* words) {
        return ctl(
            QStringLiteral("server ").append(QString::fromUtf8(words)).split(QLatin1Char(' '))
            + QStringList{
                QStringLiteral("--dsn"), team.database().dsn(), QStringLiteral("--json")});
    };
    const auto text = [&](const char* query) {
        return team.database().scalar(QString::fromLatin1(query)).toString().toStdString();
    };
    CHECK(run("region add HD --name 华东").exit == 0);
    CHECK(run("region add HD --name 华东").firstError() == QStringLiteral("DUPLICATE"));
    CHECK(run("team add 一组 --boss 1 --region HD").exit == 0);
    CHECK(run("team add 二组 --region XX").firstError() == QStringLiteral("VALUE_RANGE"));
    CHECK(run("user set 2 --team 1 --region HD --level 3 --limit 5000.50 --title 代表").exit == 0);
    CHECK(text("SELECT team || ' ' || region || ' ' || quote_level || ' ' || approval_limit FROM "
               "app.person WHERE id = 2")
        == "1 1 3 500050");
    CHECK(run("user set 2 --level 9").firstError() == QStringLiteral("PERSON_LEVEL"));
    CHECK(run("team close 1").firstError() == QStringLiteral("PLACE_IN_USE"));
    CHECK(run("user set 2 --team=").exit == 0);
    CHECK(run("team close 1").exit == 0);
    CHECK(run("team reopen 1").exit == 0);
    const QJsonArray teams =
        run("team list").json()[QStringLiteral("result")][QStringLiteral("places")].toArray();
    REQUIRE(teams.size() == 1);
    CHECK(teams[0][QStringLiteral("name")].toString() == QStringLiteral("一组"));
    CHECK_FALSE(teams[0][QStringLiteral("closed")].toBool(true));

    CHECK(run("user roles 2 sales:team,costing").exit == 0);
    CHECK(text("SELECT string_agg(role || ':' || scope, ',' ORDER BY role) FROM app.person_role "
               "WHERE person = 2 AND NOT deleted")
        == "costing:own,sales:team");
    CHECK(run("user roles 2 wizard").firstError() == QStringLiteral("VALUE_RANGE"));
    CHECK(run("user roles 1 sales").firstError() == QStringLiteral("LAST_ADMINISTRATOR"));
    CHECK(run("user disable 2").exit == 0);
    CHECK(run("user enable 2").exit == 0);
    CHECK(PgSession::opens(team.database(), QStringLiteral("u2")));
    CHECK(run("team demolish 1").exit == 2);
}

TEST_CASE("a first password is long enough and typed on any keyboard, or made", "[server][admin]")
{
    Team team;
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    const auto refusal = [&](const char* password) {
        const auto set = sync::resetServerUser(*link, 2, QString::fromUtf8(password));
        return set ? std::string() : set.error().code.toStdString();
    };
    CHECK(refusal("short") == "PASSWORD_SHORT");
    CHECK(refusal("密码密码密码密码密码") == "PASSWORD_ASCII");
    CHECK(refusal("with a blank in it") == "PASSWORD_ASCII");
    const auto typed = value(sync::resetServerUser(*link, 2, QStringLiteral("typed-by-me")));
    CHECK(typed.password == QStringLiteral("typed-by-me"));
    CHECK(sync::ServerLink::open(
        team.database().tlsDsn(), QStringLiteral("u2"), QStringLiteral("typed-by-me")));
    CHECK(sync::ServerLink::open(
              team.database().tlsDsn(), QStringLiteral("u2"), QStringLiteral("typed-by-you"))
              .error()
              .code
        == QStringLiteral("SERVER_PASSWORD"));
    const auto made = value(sync::resetServerUser(*link, 2));
    CHECK(made.password.size() >= sync::kShortestServerPassword);
    CHECK(sync::checkServerPassword(made.password));
}
