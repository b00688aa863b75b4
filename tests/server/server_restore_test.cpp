// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/company.h"
#include "core/sync/server_audit.h"
#include "core/sync/server_install.h"
#include "core/sync/server_upgrade.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

#include <QJsonDocument>
#include <QProcess>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QStringList into(const PgDatabase& database)
{
    return {QStringLiteral("-d"), database.dsn()};
}

QByteArray ran(const char* program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString epochOf(PgSession& session)
{
    const QJsonObject answer =
        session.json(QStringLiteral("SELECT sync.hello('%1', 'pc', 2)").arg(Team::device(2)));
    const QString epoch = answer.value(QLatin1String("epoch")).toString();
    CHECK(session.json(QStringLiteral("SELECT sync.pull_begin()"))
              .value(QLatin1String("epoch"))
              .toString()
        == epoch);
    return epoch;
}

bool holds(sync::ServerLink& link, const char* code)
{
    for (const auto& finding : value(sync::checkServer(link, exchange::companyRecordTypes()))) {
        if (finding.code == QLatin1String(code))
            return finding.holds;
    }
    FAIL("no check " << code);
    return false;
}

} // namespace

TEST_CASE("a dump that is restored has its data, its history and its seals, and another epoch",
    "[server][restore]")
{
    AttackedTeam attacked;
    PgDatabase& database = attacked.database();
    database.execute(QStringLiteral("SELECT sync.seal_up()"));
    const QByteArray dump = ran("pg_dump", into(database));
    const QString history = QStringLiteral("SELECT count(*) FROM sync.history");
    const auto dumped = database.scalar(history);
    const QString epoch = epochOf(attacked.session(2));
    CHECK(epoch.size() == 36);
    CHECK(epochOf(attacked.session(2)) == epoch);

    // Work goes on, and is lost.
    const QString lost = attacked.team().customer(attacked.session(2), QStringLiteral("丢失"));
    CHECK(database.scalar(history).toLongLong() > dumped.toLongLong());

    const auto restored = PgFixture::instance().database();
    ran("psql",
        QStringList{QStringLiteral("-q"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1")}
            + into(*restored),
        dump);
    const auto link = value(sync::ServerLink::open(restored->dsn()));
    CHECK_FALSE(holds(*link, "SERVER_CHECK_WALL"));
    value(sync::upgradeServer(*link, exchange::companyRecordTypes()));
    CHECK(holds(*link, "SERVER_CHECK_WALL"));
    CHECK(holds(*link, "SERVER_CHECK_PUBLIC"));
    CHECK(holds(*link, "SERVER_CHECK_TRANSACTIONS"));

    CHECK(restored->scalar(history) == dumped);
    CHECK_FALSE(value(sync::verifySeals(*link)).broken);
    PgSession amy(*restored, QStringLiteral("u2"));
    CHECK(epochOf(amy) != epoch);
    const QStringList names =
        amy.column(QStringLiteral("SELECT name FROM sync.load_customer(2, NULL, 10)"));
    CHECK(names == QStringList{QStringLiteral("Amy 1")});
    CHECK(
        amy.column(
               QStringLiteral("SELECT id FROM sync.fetch_customer(ARRAY['%1']::uuid[])").arg(lost))
            .isEmpty());
    // and goes on under the same chain
    amy.json(QStringLiteral("SELECT srv.register_customer('%1', '%1', '{\"name\": \"x\"}')")
                 .arg(attacked.team().newId()));
    restored->execute(QStringLiteral("SELECT sync.seal_up()"));
    CHECK_FALSE(value(sync::verifySeals(*link)).broken);
}

TEST_CASE("a database made from another has another epoch, and what it is made of stays hidden",
    "[server][restore]")
{
    Team one;
    Team other;
    CHECK(epochOf(*one.client(2)) != epochOf(*other.client(2)));
    const auto amy = one.client(2);
    one.database().execute(QStringLiteral("UPDATE sync.meta SET epoch = gen_random_uuid()"));
    for (const char* sql : {"SELECT sync.epoch()",
             "SELECT * FROM pg_control_system()",
             "SELECT * FROM pg_control_checkpoint()",
             "SELECT sync.must_be_ahead()"}) {
        CAPTURE(sql);
        AttackedTeam attacked;
        CHECK(attacked.refusal(2, QString::fromLatin1(sql)) == QStringLiteral("42501"));
    }
}

TEST_CASE(
    "a server whose history lies ahead of its transactions lets nobody work", "[server][restore]")
{
    Team team;
    const auto amy = team.client(2);
    team.database().execute(
        QStringLiteral("INSERT INTO sync.history (xid, tbl, op, row_id, rev) VALUES "
                       "('4294967296000', 'customer', 'U', 'x', 1)"));
    CHECK(amy->refusal(QStringLiteral("SELECT sync.hello('%1', 'pc', 2)").arg(Team::device(2)))
        == QStringLiteral("SERVER_BEHIND"));
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    CHECK_FALSE(holds(*link, "SERVER_CHECK_TRANSACTIONS"));
}

TEST_CASE("one person keeps copies on at most twenty PCs", "[server][limits]")
{
    Team team;
    const auto amy = team.client(2);
    const auto hello = [](int pc) {
        return QStringLiteral("SELECT sync.hello('eeeeeeee-0000-7000-8000-%1', 'pc', 2)")
            .arg(pc, 12, 10, QLatin1Char('0'));
    };
    for (int pc = 2; pc <= 20; ++pc)
        CHECK(amy->refusal(hello(pc)).isEmpty());
    CHECK(amy->refusal(hello(21)) == QStringLiteral("DEVICES_SPENT"));
    CHECK(amy->refusal(hello(20)).isEmpty());
    team.database().execute(QStringLiteral("UPDATE sync.device SET revoked = true WHERE id = "
                                           "'eeeeeeee-0000-7000-8000-000000000002'"));
    CHECK(amy->refusal(hello(21)).isEmpty());
    CHECK(team.client(3) != nullptr); // somebody else has room
}

TEST_CASE("of what was refused at most 64 KiB are kept, with a mark", "[server][limits]")
{
    AttackedTeam attacked;
    const auto refused = [&](int size) {
        const QString name(size, QLatin1Char('x'));
        CHECK(attacked.team().pushed(attacked.session(2),
                  2,
                  attacked.filled(R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": )")
                      + attacked.filled(R"({"customer": "{bob}", "name": ")") + name
                      + QStringLiteral("\"}}"))
            == QStringLiteral("NOT_VISIBLE"));
        return attacked.database()
            .scalar(QStringLiteral("SELECT coalesce(mine ->> 'cut', 'whole') || ' ' || "
                                   "(octet_length(mine::text) <= 65536) FROM sync.conflict ORDER "
                                   "BY ts DESC LIMIT 1"))
            .toString()
            .toStdString();
    };
    CHECK(refused(60000) == "whole true");
    CHECK(refused(70000) == "true true");
}

TEST_CASE("a row names only rows of its own customer, and learns nothing of others'",
    "[server][limits][attack]")
{
    AttackedTeam attacked;
    attacked.database().execute(
        QStringLiteral("INSERT INTO app.stage (id, name, created_at, changed_at) VALUES "
                       "('cccccccc-0000-7000-8000-000000000041', 'x', 1, 1)"));
    const auto pushed = [&](const char* contact) {
        const QString values = attacked.filled(R"("customer": "{amy}", "name": "x", )")
            + QStringLiteral(R"("stage": "cccccccc-0000-7000-8000-000000000041", "contact": "%1")")
                  .arg(attacked.filled(contact));
        const QJsonArray results = attacked.team().push(attacked.session(2),
            2,
            insertOf(QStringLiteral("opportunity"), attacked.team().newId(), values));
        QJsonObject result = results.first().toObject();
        result.remove(QStringLiteral("rev"));
        return QJsonDocument(result).toJson(QJsonDocument::Compact).toStdString();
    };
    const std::string anothers = pushed("{bob's contact}");
    CHECK(anothers.find("REFERENCE_UNKNOWN") != std::string::npos);
    CHECK(anothers == pushed("{new}")); // word for word
    CHECK(pushed("{amy's contact}").find("ok") != std::string::npos);
    // nor by changing one that is there
    const QString mine =
        attacked.database().scalar(QStringLiteral("SELECT id FROM app.opportunity")).toString();
    CHECK(attacked.team().pushed(attacked.session(2),
              2,
              updateOf(QStringLiteral("opportunity"),
                  mine,
                  1,
                  attacked.filled(R"("contact": "{bob's contact}")")))
        == QStringLiteral("REFERENCE_UNKNOWN"));
}
