// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/team_fixture.h"
#include "tests/support/catch.h"

#include <thread>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

QString status(const QJsonObject& answer)
{
    return answer.value(QLatin1String("status")).toString();
}

} // namespace

TEST_CASE("of ten who claim the same customer at once exactly one gets it (I9)", "[server][acts]")
{
    constexpr int kPeople = 10;
    Team team;
    for (int person = 5; person <= kPeople; ++person) {
        team.database().scalar(
            QStringLiteral("SELECT srv.add_person('{\"login\": \"p%1\", \"name\": "
                           "\"p\"}', '[{\"role\": \"sales\"}]')")
                .arg(person));
        team.database().scalar(
            QStringLiteral("SELECT srv.set_login(%1, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')")
                .arg(person));
    }
    const auto boss = team.client(1);
    for (int round = 0; round < 5; ++round) {
        const QString id = team.customer(*boss, QStringLiteral("公海 %1").arg(round));
        boss->scalar(QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], 0, 'x')")
                         .arg(team.newId(), id));
        std::vector<int> won(kPeople + 1, 0);
        std::vector<std::thread> people;
        for (const int person : {2, 3, 5, 6, 7, 8, 9, 10}) {
            const QString request = team.newId();
            people.emplace_back([&won, &team, person, request, id] {
                PgSession session(team.database(), QStringLiteral("u%1").arg(person));
                const QString call =
                    QStringLiteral("SELECT srv.claim('%1', '%2')").arg(request, id);
                const bool first = status(session.json(call)) == QStringLiteral("done");
                const bool again = status(session.json(call)) == QStringLiteral("done");
                won[static_cast<std::size_t>(person)] = first && again ? 1
                    : first == again                                   ? 0
                                                                       : 99;
            });
        }
        for (std::thread& person : people)
            person.join();
        int winner = 0;
        int winners = 0;
        for (std::size_t i = 0; i < won.size(); ++i) {
            winners += won[i];
            winner = won[i] == 1 ? static_cast<int>(i) : winner;
        }
        CHECK(winners == 1);
        CHECK(team.database()
                  .scalar(QStringLiteral("SELECT owner FROM app.customer WHERE id = '%1'").arg(id))
                  .toInt()
            == winner);
    }
}

TEST_CASE("a credit code is registered once, and whose it is stays unsaid", "[server][acts]")
{
    Team team;
    const auto amy = team.client(2);
    const auto bob = team.client(3);
    const QString code = QStringLiteral(R"(, "credit_code": "91330200MA2AAAAA1X")");
    team.customer(*amy, QStringLiteral("甲"), code);
    const auto tried = [&] {
        return bob->json(QStringLiteral("SELECT srv.register_customer('%1', '%2', '{\"name\": "
                                        "\"甲\"%3}')")
                             .arg(team.newId(), team.newId(), code));
    };
    const QJsonObject answer = tried();
    CHECK(status(answer) == QStringLiteral("refused"));
    CHECK(answer.value(QLatin1String("code")).toString() == QStringLiteral("REGISTERED_ALREADY"));
    CHECK(answer.value(QLatin1String("result")).isNull());
    for (int i = 1; i < 30; ++i)
        tried();
    CHECK(bob->refusal(QStringLiteral("SELECT srv.register_customer('%1', '%2', '{\"name\": "
                                      "\"甲\"%3}')")
                           .arg(team.newId(), team.newId(), code))
        == QStringLiteral("PROBES_SPENT"));
}

TEST_CASE(
    "a handover goes through a leader, within the own reach, to somebody else", "[server][acts]")
{
    Team team;
    const auto amy = team.client(2);
    const auto boss = team.client(1);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    const auto call = [&](const char* receiver, const char* reason) {
        return QStringLiteral("SELECT srv.transfer('%1', ARRAY['%2']::uuid[], %3, '%4')")
            .arg(team.newId(), id, QString::fromLatin1(receiver), QString::fromLatin1(reason));
    };
    CHECK(amy->refusal(call("3", "x")) == QStringLiteral("PERMISSION"));
    CHECK(boss->json(call("77", "x")).value(QLatin1String("code")).toString()
        == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(boss->json(call("3", " ")).value(QLatin1String("code")).toString()
        == QStringLiteral("REASON_MISSING"));
    CHECK(status(boss->json(call("3", "x"))) == QStringLiteral("done"));
}

TEST_CASE("somebody switched off sees nothing and writes nothing, at once (I18)", "[server][acts]")
{
    Team team;
    const auto boss = team.client(1);
    const auto amy = team.client(2);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    const QString rows =
        QStringLiteral("SELECT id FROM sync.fetch_customer(ARRAY['%1']::uuid[])").arg(id);
    REQUIRE(amy->column(rows).size() == 1);
    SECTION("in the session that was open")
    {
        // As the rows are switched off, before the session itself is ended.
        team.database().execute(
            QStringLiteral("UPDATE app.person SET active = false WHERE id = 2"));
        CHECK(amy->column(rows).isEmpty());
        CHECK(amy->column(QStringLiteral("SELECT tbl FROM sync.feed('1:1:')")).isEmpty());
        CHECK(amy->refusal(QStringLiteral("SELECT sync.pull_begin()"))
            == QStringLiteral("PERSON_INACTIVE"));
        CHECK(amy->refusal(QStringLiteral("SELECT sync.push('%1', 1, '{\"groups\": []}')")
                               .arg(Team::device(2)))
            == QStringLiteral("PERSON_INACTIVE"));
    }
    SECTION("by one act: the session ends, the login is closed, the copy revoked")
    {
        boss->scalar(QStringLiteral("SELECT srv.disable_person(2)"));
        CHECK_FALSE(amy->refusal(QStringLiteral("SELECT 1")).isEmpty());
        CHECK_FALSE(PgSession::opens(team.database(), QStringLiteral("u2")));
        CHECK(team.database()
                  .scalar(QStringLiteral("SELECT revoked FROM sync.device WHERE uid = 2"))
                  .toBool());
        CHECK(boss->refusal(QStringLiteral("SELECT srv.disable_person(1)"))
            == QStringLiteral("NOT_YOURSELF"));
    }
}

TEST_CASE("a copy of a program too old or too new is told so (I17)", "[server][acts]")
{
    Team team;
    const auto amy = team.session(2);
    const auto hello = [&](int schema) {
        return QStringLiteral("SELECT sync.hello('%1', 'pc', %2)").arg(Team::device(2)).arg(schema);
    };
    CHECK(amy->refusal(hello(0)) == QStringLiteral("CLIENT_OLD"));
    CHECK(amy->refusal(hello(999)) == QStringLiteral("SERVER_OLD"));
    team.database().execute(
        QStringLiteral("UPDATE sync.meta SET schema_version = 7, min_client = 6"));
    CHECK(amy->refusal(hello(5)) == QStringLiteral("CLIENT_OLD"));
    CHECK(amy->refusal(hello(6)).isEmpty());
    CHECK(amy->refusal(hello(7)).isEmpty());
}

TEST_CASE("history is added to and sealed, never changed (I10)", "[server][history]")
{
    Team team;
    const auto amy = team.client(2);
    const QString id = team.customer(*amy, QStringLiteral("甲"));
    PgDatabase& database = team.database();
    CHECK(database.refusal(QStringLiteral("UPDATE sync.history SET uid = 9"))
        == QStringLiteral("CD001"));
    CHECK(database.refusal(QStringLiteral("DELETE FROM sync.history")) == QStringLiteral("CD001"));
    CHECK(database.refusal(QStringLiteral("TRUNCATE sync.history")) == QStringLiteral("CD001"));
    CHECK(database.scalar(QStringLiteral("SELECT (sync.seal_up()).no")).toInt() == 1);
    CHECK(team.pushed(*amy,
              2,
              updateOf(QStringLiteral("customer"), id, 2, QStringLiteral(R"("remark": "x")")))
        == QStringLiteral("ok"));
    CHECK(database.scalar(QStringLiteral("SELECT (sync.seal_up()).no")).toInt() == 2);
    const QString broken =
        QStringLiteral("SELECT coalesce(string_agg(n::text, ','), '') FROM sync.broken_seals() n");
    CHECK(database.scalar(broken).toString().isEmpty());
    SECTION("an administrator of the machine who rewrites it is found out")
    {
        database.execute(QStringLiteral("SET session_replication_role = replica"));
        database.execute(QStringLiteral("UPDATE sync.history SET new = '{}' WHERE row_id = '%1' "
                                        "AND rev = 1")
                             .arg(id));
        CHECK(database.scalar(broken).toString() == QStringLiteral("1"));
        database.execute(QStringLiteral("SET session_replication_role = DEFAULT"));
    }
}
