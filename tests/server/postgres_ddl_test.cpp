// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/schema/ddl.h"
#include "tests/support/catch.h"
#include "tests/support/pg_fixture.h"

using namespace chengdan;
using chengdan::tests::PgFixture;

namespace {

QStringList serverSchema()
{
    return schema::postgresSchema(exchange::companyRecordTypes());
}

QString informationOf(
    const schema::RecordType& type, const schema::Column& column, const char* what)
{
    return QStringLiteral("SELECT %1 FROM information_schema.columns WHERE table_schema = 'app' "
                          "AND table_name = '%2' AND column_name = '%3'")
        .arg(QString::fromLatin1(what),
            QString::fromLatin1(type.table),
            QString::fromLatin1(column.name));
}

} // namespace

TEST_CASE("a real PostgreSQL accepts every statement of the server's schema", "[server][schema]")
{
    const auto database = PgFixture::instance().database(serverSchema());
    CHECK(database->scalar(QStringLiteral("SHOW server_version_num")).toInt() >= 150000);
    const auto tables = database->scalar(
        QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'app' "
                       "AND table_type = 'BASE TABLE'"));
    CHECK(tables.toInt() >= static_cast<int>(exchange::companyRecordTypes().size()));
}

TEST_CASE("each described column stands on the server, empty allowed only where described",
    "[server][schema]")
{
    const auto database = PgFixture::instance().database(serverSchema());
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        for (const schema::Column& column : type->columns) {
            CAPTURE(type->table, column.name);
            const auto nullable = database->scalar(informationOf(*type, column, "is_nullable"));
            CHECK((nullable.toString() == QStringLiteral("YES")) == column.nullable);
        }
    }
}

TEST_CASE("money and quantities are whole numbers on the server", "[server][schema]")
{
    const auto database = PgFixture::instance().database(serverSchema());
    const auto inexact = database->scalar(
        QStringLiteral("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'app' "
                       "AND data_type IN ('real', 'double precision', 'numeric', 'money')"));
    CHECK(inexact.toInt() == 0);
}

TEST_CASE("the server holds every reference that a description names", "[server][schema]")
{
    const auto database = PgFixture::instance().database(serverSchema());
    int references = 0;
    for (const schema::RecordType* type : exchange::companyRecordTypes()) {
        for (const schema::Column& column : type->columns)
            references += column.references != nullptr ? 1 : 0;
    }
    const auto keys = database->scalar(QStringLiteral(
        "SELECT count(*) FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace "
        "WHERE n.nspname = 'app' AND c.contype = 'f'"));
    CHECK(references > 10);
    CHECK(keys.toInt() >= references);
}

TEST_CASE(
    "the server's schema can be laid twice in two databases, not twice in one", "[server][schema]")
{
    const auto first = PgFixture::instance().database(serverSchema());
    const auto second = PgFixture::instance().database(serverSchema());
    CHECK(first->dsn() != second->dsn());
    CHECK_FALSE(first->refusal(serverSchema().last()).isEmpty());
}
