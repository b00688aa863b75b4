// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/pg_fixture.h"

#include <QDir>

using namespace chengdan;
using chengdan::tests::PgFixture;

TEST_CASE("a case's database is its own", "[server][fixture]")
{
    const QStringList statements{QStringLiteral("CREATE TABLE t (x integer UNIQUE)"),
        QStringLiteral("INSERT INTO t VALUES (1)")};
    const auto first = PgFixture::instance().database(statements);
    const auto second = PgFixture::instance().database(statements);
    first->execute(QStringLiteral("INSERT INTO t VALUES (2)"));
    CHECK(first->scalar(QStringLiteral("SELECT count(*) FROM t")).toInt() == 2);
    CHECK(second->scalar(QStringLiteral("SELECT count(*) FROM t")).toInt() == 1);
    CHECK(first->refusal(QStringLiteral("INSERT INTO t VALUES (1)")) == QStringLiteral("23505"));
}

TEST_CASE(
    "the test server listens on this machine only, and lets in over TCP only people, under TLS",
    "[server][fixture]")
{
    const auto database = PgFixture::instance().database();
    CHECK(database->scalar(QStringLiteral("SHOW listen_addresses")).toString()
        == QStringLiteral("127.0.0.1"));
    CHECK(database->scalar(QStringLiteral("SHOW ssl")).toString() == QStringLiteral("on"));
    const auto rules = database->scalar(QStringLiteral(
        "SELECT string_agg(concat_ws(' ', type, database[1], user_name[1], address, auth_method), "
        "'; ' ORDER BY line_number) FROM pg_hba_file_rules"));
    CHECK(rules.toString()
        == QStringLiteral("local all all trust; hostssl all +cd_user 127.0.0.1 scram-sha-256"));
    CHECK(QDir(PgFixture::instance().folder()).exists());
}
