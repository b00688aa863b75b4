// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/settings.h"
#include "core/exchange/company.h"
#include "core/pipeline/stage_presets.h"
#include "core/storage/store.h"
#include "core/sync/join.h"
#include "core/sync/server_install.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/support/catch.h"
#include "tests/support/pg_session.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

CtlRun serverCommand(const PgDatabase& database, const QStringList& words)
{
    return ctl(QStringList{QStringLiteral("server")} + words
        + QStringList{QStringLiteral("--dsn"), database.dsn(), QStringLiteral("--json")});
}

qint64 counted(storage::Database& database, const char* table)
{
    return schema::toInteger(database.reader().scalar(
        QStringLiteral("SELECT count(*) FROM %1 WHERE deleted = 0").arg(QLatin1String(table))));
}

} // namespace

TEST_CASE("somebody who joins a server installed from nothing finds what a new company has",
    "[server][install][seed]")
{
    const auto database = PgFixture::instance().database();
    REQUIRE(
        serverCommand(*database,
            {QStringLiteral("install"), QStringLiteral("--company"), QStringLiteral("宁波甬澄")})
            .exit
        == 0);
    const auto link = value(sync::ServerLink::open(database->dsn()));
    const auto boss = value(sync::addServerUser(*link,
        {{QStringLiteral("login"), QStringLiteral("boss")},
            {QStringLiteral("name"), QStringLiteral("周敏")}},
        R"([{"role": "administrator", "scope": "all"}, {"role": "sales_manager", "scope": "all"},
            {"role": "costing", "scope": "all"}])",
        QStringLiteral("first-password")));
    CHECK(boss.password == QStringLiteral("first-password"));

    const QTemporaryDir folder;
    const SystemClock clock;
    const auto joined = value(sync::joinServer(folder.filePath(QStringLiteral("boss.chengdan")),
        exchange::companyRecordTypes(),
        clock,
        {database->tlsDsn(), boss.login, boss.password}));
    exchange::NewCompany company;
    company.companyName = QStringLiteral("x");
    const auto own = value(
        exchange::createCompany(folder.filePath(QStringLiteral("own.chengdan")), company, clock));
    for (const char* table : {"stage", "price_policy", "float_authority"}) {
        CAPTURE(table);
        CHECK(counted(*joined, table) > 0);
        CHECK(counted(*joined, table) == counted(*own, table));
    }
    const auto settings = access::readSettings(joined->reader());
    CHECK(settings.companyName == QStringLiteral("宁波甬澄"));
    CHECK(settings.taxRate == access::readSettings(own->reader()).taxRate);
    CHECK(counted(*joined, "person") == 1); // the file's owner stays behind
    for (const auto key : {access::SettingKey::OwnerLogin, access::SettingKey::DeviceCode}) {
        CHECK(schema::isNull(joined->reader().scalar(
            QStringLiteral("SELECT 1 FROM company_setting WHERE key = ?"), {access::keyOf(key)})));
    }
    // a chain that stands is not laid twice
    const auto before = pipeline::loadStages(joined->reader()).size();
    CHECK(before == pipeline::presetStages(pipeline::StagePreset::Manufacturing).size());
}

TEST_CASE("a server whose company is brought along from a file is installed bare",
    "[server][install][seed]")
{
    const auto database = PgFixture::instance().database();
    REQUIRE(
        serverCommand(*database, {QStringLiteral("install"), QStringLiteral("--bare")}).exit == 0);
    CHECK(database->scalar(QStringLiteral("SELECT count(*) FROM app.stage")).toInt() == 0);
    CHECK(
        database->scalar(QStringLiteral("SELECT count(*) FROM app.company_setting")).toInt() == 0);
}

TEST_CASE("a server whose company has no name yet begins with the rest", "[server][install][seed]")
{
    const auto database = PgFixture::instance().database();
    REQUIRE(serverCommand(*database, {QStringLiteral("install")}).exit == 0);
    CHECK(database->scalar(QStringLiteral("SELECT count(*) FROM app.stage")).toInt() > 0);
    CHECK(database
              ->scalar(QStringLiteral(
                  "SELECT count(*) FROM app.company_setting WHERE key = 'company.name'"))
              .toInt()
        == 0);
}
