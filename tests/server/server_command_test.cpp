// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/chengdanctl_process.h"
#include "tests/support/catch.h"
#include "tests/support/pg_session.h"

using namespace chengdan;
using namespace chengdan::tests;

TEST_CASE("a server is laid, looked at and given people from the command line", "[server][cli]")
{
    const auto database = PgFixture::instance().database();
    const QStringList dsn{QStringLiteral("--dsn"), database->dsn()};
    const auto run = [&](const QStringList& words) {
        return ctl(QStringList{QStringLiteral("server")} + words + dsn
            + QStringList{QStringLiteral("--json")});
    };

    CHECK(ctl("server install").exit == 2); // where?
    CHECK(run({QStringLiteral("demolish")}).exit == 2);
    const CtlRun early = run({QStringLiteral("user"), QStringLiteral("list")});
    CHECK(early.exit == 3);
    CHECK(early.firstError() == QStringLiteral("SERVER_NOT_INSTALLED"));
    CHECK(run({QStringLiteral("install"), QStringLiteral("--company"), QStringLiteral("宁波甬澄")})
              .exit
        == 0);
    CHECK(run({QStringLiteral("install")}).firstError() == QStringLiteral("SERVER_INSTALLED"));

    const CtlRun added = run({QStringLiteral("user"),
        QStringLiteral("add"),
        QStringLiteral("amy"),
        QStringLiteral("--role"),
        QStringLiteral("sales:own,costing")});
    REQUIRE(added.exit == 0);
    const QJsonObject amy = added.json().value(QLatin1String("result")).toObject();
    CHECK(amy.value(QLatin1String("login")).toString() == QStringLiteral("u1"));
    CHECK(amy.value(QLatin1String("password")).toString().size() >= 12);
    CHECK(PgSession::opens(*database, QStringLiteral("u1")));
    CHECK(run({QStringLiteral("user"),
                  QStringLiteral("add"),
                  QStringLiteral("bob"),
                  QStringLiteral("--role"),
                  QStringLiteral("wizard")})
              .firstError()
        == QStringLiteral("VALUE_RANGE"));

    const CtlRun checked = run({QStringLiteral("check")});
    CHECK(checked.exit == 1); // a test's server lets anybody in by its socket
    CHECK(checked.firstError() == QStringLiteral("SERVER_CHECK_HBA"));

    CHECK(run({QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("1")}).exit == 0);
    CHECK_FALSE(PgSession::opens(*database, QStringLiteral("u1")));
    const QJsonArray users = run({QStringLiteral("user"), QStringLiteral("list")})
                                 .json()
                                 .value(QLatin1String("result"))
                                 .toObject()
                                 .value(QLatin1String("users"))
                                 .toArray();
    REQUIRE(users.size() == 1);
    CHECK(users.at(0).toObject().value(QLatin1String("roles")).toString()
        == QStringLiteral("costing:own,sales:own"));
    CHECK_FALSE(users.at(0).toObject().value(QLatin1String("active")).toBool(true));
}
