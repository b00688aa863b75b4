// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_delegation.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

#include <thread>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct StandInAttempt {
    int person; // 1 the boss, 2 Amy, sales, 3 Bob, sales, 4 Dan, finance, who sees everything
    const char* text;
    const char* refusal;
};

// {ours} is a delegation from Bob to Dan.
// clang-format off
constexpr StandInAttempt kStandInCalls[] = {
    // giving oneself what is another's, in every disguise
    {2, "SELECT srv.delegate('{new}', 3, 2, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {2, "SELECT srv.delegate('{new}', 1, 2, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {2, "SELECT srv.delegate('{new}', 3, 4, NULL, now() + interval '1 day', true, true, 'theirs')", "PERMISSION"},
    {4, "SELECT srv.delegate('{new}', 1, 4, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {2, "SELECT srv.delegate('{new}', NULL, 2, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {2, "SELECT srv.delegate('{new}', 0, 2, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {2, "SELECT srv.delegate('{new}', -1, 2, NULL, now() + interval '1 day', true, true, 'mine')", "PERMISSION"},
    {1, "SELECT srv.delegate('{new}', 2, 1, NULL, now() + interval '1 day', true, true, 'even an administrator')", "DELEGATION_SELF"},
    {2, "SELECT srv.delegate('{new}', 2, 2, NULL, now() + interval '1 day', true, true, 'x')", "DELEGATION_SELF"},
    {1, "SELECT srv.delegate('{new}', 2, 2, NULL, now() + interval '1 day', true, true, 'x')", "DELEGATION_SELF"},
    {1, "SELECT srv.delegate('{new}', NULL, NULL, NULL, now() + interval '1 day', true, true, 'x')", "DELEGATION_SELF"},
    {3, "SELECT srv.delegate('{amy's request}', 3, 2, NULL, now() + interval '1 day', true, true, 'x')", "REQUEST_OF_ANOTHER"},
    {2, "SELECT srv.delegate(NULL, 2, 3, NULL, now() + interval '1 day', true, true, 'x')", "23502"},
    {2, "SELECT srv.delegate('{new}', 2, 3, 'tomorrow; DROP TABLE app.delegation', now(), true, true, 'x')", "22007"},
    {2, "BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.delegate('{new}', 2, 3, NULL, now() + interval '1 day', true, true, 'x')", "TRANSACTION_STALE"},
    {2, "BEGIN READ ONLY;; SELECT srv.delegate('{new}', 2, 3, NULL, now() + interval '1 day', true, true, 'x')", "25006"},
    // ending what is another's; the same words for what is not there
    {2, "SELECT srv.withdraw_delegation('{new}', '{ours}')", "NOT_VISIBLE"},
    {2, "SELECT srv.withdraw_delegation('{new}', '{new}')", "NOT_VISIBLE"},
    {2, "SELECT srv.withdraw_delegation('{new}', NULL)", "NOT_VISIBLE"},
    {4, "SELECT srv.withdraw_delegation('{amy's request}', '{ours}')", "REQUEST_OF_ANOTHER"},
    // around the acts
    {2, "SELECT * FROM app.delegation", "42501"},
    {2, "INSERT INTO app.delegation VALUES ('{new}', 3, 2, now(), now() + interval '1 day', true, true, 'x', 3)", "42501"},
    {3, "UPDATE app.delegation SET until = 'infinity'", "42501"},
    {4, "UPDATE app.delegation SET taker = 2", "42501"},
    {3, "DELETE FROM app.delegation", "42501"},
    {2, "SELECT app.givers('sight')", "42501"},
    {2, "SELECT app.acting_for(3)", "42501"},
    {2, "SELECT app.own_reach()", "42501"},
    {2, "SELECT srv.somebody_or_keeper()", "42501"},
    {2, "SELECT sync.wake_people('{1,3,4}')", "42501"},
    {2, R"({"n": 1, "t": "delegation", "k": "I", "id": "{new}", "v": {"giver": 3, "taker": 2}})", "TABLE_UNKNOWN"},
    // what an administrator alone is told
    {2, "SELECT srv.person_state(3)", "PERMISSION"},
    {4, "SELECT srv.person_state(4)", "PERMISSION"},
    {2, "SELECT srv.person_state(NULL)", "PERMISSION"},
    {1, "SELECT srv.person_state(99)", "RECEIVER_UNKNOWN"},
    {1, R"(SELECT srv.add_person('{"login": "Eve", "name": "x"}', '[]'))", "PERSON_LOGIN"},
    {1, R"(SELECT srv.add_person('{"login": "", "name": "x"}', '[]'))", "PERSON_LOGIN"},
    {1, R"(SELECT srv.add_person('{"name": "x"}', '[]'))", "PERSON_LOGIN"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": " "}', '[]'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.add_person('{"login": "eve"}', '[]'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "x", "team": 9}', '[]'))", "REFERENCE_UNKNOWN"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "x", "quote_level": 9}', '[]'))", "PERSON_LEVEL"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "x", "approval_limit": -1}', '[]'))", "PERSON_LIMIT"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "x", "deleted": true}', '[]'))", "ACT_ONLY"},
};
// clang-format on

QString standInOutcome(const QJsonObject& answer)
{
    const QString code = answer.value(QLatin1String("code")).toString();
    return code.isEmpty() ? answer.value(QLatin1String("status")).toString() : code;
}

/// Two customers, one of Amy's and one of Bob's, and what people may do with them.
struct StandInTeam : AttackedTeam {
    /// Answer of `from` asking that `taker` stands in for `giver`; times as SQL.
    QString delegates(int from,
        int giver,
        int taker,
        const char* since = "NULL",
        const char* until = "now() + interval '1 day'",
        const char* what = "true, true")
    {
        last = team().newId();
        return standInOutcome(session(from).json(
            QStringLiteral("SELECT srv.delegate('%1', %2, %3, %4, %5, %6, '休假')")
                .arg(last)
                .arg(giver)
                .arg(taker)
                .arg(QLatin1String(since), QLatin1String(until), QLatin1String(what))));
    }
    QString withdraws(int person, const QString& id)
    {
        return standInOutcome(session(person).json(
            QStringLiteral("SELECT srv.withdraw_delegation('%1', '%2')").arg(team().newId(), id)));
    }
    bool sees(int person, const char* customer)
    {
        return session(person)
                   .column(
                       QStringLiteral("SELECT name FROM sync.fetch_customer(ARRAY['%1']::uuid[])")
                           .arg(filled(customer)))
                   .size()
            == 1;
    }
    /// Whether the approvals of `giver` may be decided by this person, as the server's rule says.
    bool decides(int person, int giver)
    {
        database().execute(QStringLiteral("GRANT EXECUTE ON FUNCTION app.acting_for(integer) TO "
                                          "cd_user; GRANT USAGE ON SCHEMA app TO cd_user"));
        const bool may =
            session(person).scalar(QStringLiteral("SELECT app.acting_for(%1)").arg(giver)).toBool();
        database().execute(QStringLiteral("REVOKE EXECUTE ON FUNCTION app.acting_for(integer) FROM "
                                          "cd_user; REVOKE USAGE ON SCHEMA app FROM cd_user"));
        return may;
    }
    QString owners(int person)
    {
        QStringList list;
        const QJsonArray reach = session(person)
                                     .json(QStringLiteral("SELECT sync.pull_begin()"))
                                     .value(QLatin1String("owners"))
                                     .toArray();
        for (const QJsonValue& owner : reach)
            list += QString::number(owner.toInt());
        list.sort();
        return list.join(QLatin1Char(' '));
    }
    QString last; ///< of the newest delegation
};

} // namespace

TEST_CASE("nobody gives himself what is another's, nor ends what is, by any way",
    "[server][delegation][attack]")
{
    StandInTeam attacked;
    attacked.session(2).json(attacked.filled("SELECT srv.claim('{amy's request}', '{pool}')"));
    REQUIRE(attacked.delegates(3, 3, 4) == QStringLiteral("done"));
    const QString ours = attacked.last;
    const qint64 before = attacked.traces();
    for (const StandInAttempt& attempt : kStandInCalls) {
        CAPTURE(attempt.person, attempt.text);
        QString text = QString::fromUtf8(attempt.text).replace(QStringLiteral("{ours}"), ours);
        text = attacked.filled(text.toUtf8().constData());
        if (text.startsWith(QLatin1Char('{')))
            text = QStringLiteral("SELECT sync.push_op('%1', 1, 2, '%2', 1)")
                       .arg(Team::device(2), text);
        const QString expected = text.contains(QLatin1String("push_op"))
            ? QStringLiteral("42501")
            : QString::fromLatin1(attempt.refusal);
        CHECK(attacked.refusal(attempt.person, text).toStdString() == expected.toStdString());
    }
    CHECK(attacked.traces() == before);
    // not by the general way in either
    const QString edit = insertOf(
        QStringLiteral("delegation"), attacked.team().newId(), QStringLiteral("\"giver\": 3"));
    CHECK(attacked.team().pushed(attacked.session(2), 2, edit) == QStringLiteral("TABLE_UNKNOWN"));
}

TEST_CASE("a substitute sees what the giver sees by own roles, for the time agreed and no longer",
    "[server][delegation]")
{
    StandInTeam team;
    CHECK_FALSE(team.sees(2, "{bob}"));
    REQUIRE(team.delegates(3, 3, 2) == QStringLiteral("done"));
    CHECK(team.sees(2, "{bob}"));
    CHECK(team.decides(2, 3));
    CHECK_FALSE(team.decides(3, 2)); // not the other way round
    CHECK(team.owners(2) == QStringLiteral("2 3"));
    CHECK(team.owners(3) == QStringLiteral("3"));
    CHECK(team.session(2).scalar(QStringLiteral("SELECT n FROM sync.digest('customer', 3)")).toInt()
        == 1);

    SECTION("nobody has to end it")
    {
        team.database().execute(
            QStringLiteral("UPDATE app.delegation SET until = now() - interval '1 second'"));
        CHECK_FALSE(team.sees(2, "{bob}"));
        CHECK_FALSE(team.decides(2, 3));
        CHECK(team.withdraws(3, team.last) == QStringLiteral("DELEGATION_OVER"));
        // an open transaction does not hold it either
        team.database().execute(QStringLiteral(
            "UPDATE app.delegation SET until = clock_timestamp() + interval '1500 ms'"));
        PgSession& amy = team.session(2);
        amy.execute(QStringLiteral("BEGIN"));
        CHECK(team.sees(2, "{bob}"));
        team.database().scalar(QStringLiteral("SELECT pg_sleep(1.6)"));
        CHECK_FALSE(team.sees(2, "{bob}"));
        amy.execute(QStringLiteral("ROLLBACK"));
    }
    SECTION("withdrawn by the giver, it ends at once, and once")
    {
        CHECK(team.withdraws(3, team.last) == QStringLiteral("done"));
        CHECK_FALSE(team.sees(2, "{bob}"));
        CHECK(team.withdraws(3, team.last) == QStringLiteral("DELEGATION_OVER"));
    }
    SECTION("the taker may give it back, and an administrator may end it")
    {
        CHECK(team.withdraws(2, team.last) == QStringLiteral("done"));
        REQUIRE(team.delegates(3, 3, 2) == QStringLiteral("done"));
        CHECK(team.withdraws(1, team.last) == QStringLiteral("done"));
        CHECK_FALSE(team.sees(2, "{bob}"));
    }
    SECTION("it ends with the giver's own access, and with the taker's")
    {
        team.database().scalar(QStringLiteral("SELECT srv.disable_person(3)"));
        CHECK_FALSE(team.sees(2, "{bob}"));
        CHECK_FALSE(team.decides(2, 3));
        team.database().scalar(QStringLiteral("SELECT srv.enable_person(3)"));
        CHECK_FALSE(team.sees(2, "{bob}")); // and is not back with the person
        team.database().execute(
            QStringLiteral("ALTER ROLE u3 LOGIN")); // of the cluster, for the other tests
    }
    SECTION("rights are one's own: costs stay hidden")
    {
        team.database().execute(QStringLiteral(
            "INSERT INTO app.person_role (id, owner, person, role, scope, created_at, changed_at) "
            "VALUES (gen_random_uuid(), 3, 3, 'costing', 'own', 1, 1)"));
        CHECK_FALSE(team.session(2)
                        .json(QStringLiteral("SELECT sync.pull_begin()"))
                        .value(QLatin1String("rights"))
                        .toArray()
                        .contains(QStringLiteral("cost.view")));
    }
    SECTION("what the giver sees for somebody else or for a while is not handed on")
    {
        // Amy leads nobody: neither handing over nor showing is hers to do with Bob's customer
        CHECK(team.refusal(2,
                  team.filled("SELECT srv.grant_access('{new}', '{bob}', 4, now() + interval '1 "
                              "day', 'x')"))
            == QStringLiteral("NOT_VISIBLE"));
        team.database().execute(
            QStringLiteral("UPDATE app.person_role SET role = 'sales_manager' WHERE person = 2"));
        CHECK(team.refusal(2,
                  team.filled("SELECT srv.grant_access('{new}', '{bob}', 4, now() + interval '1 "
                              "day', 'x')"))
            == QStringLiteral("NOT_VISIBLE"));
        CHECK(team.refusal(2, team.filled("SELECT srv.transfer('{new}', '{{bob}}', 4, 'x')"))
            == QStringLiteral("PERMISSION"));
        CHECK(team.delegates(2, 2, 4) == QStringLiteral("DELEGATION_LOOP"));
    }
    SECTION("what changes reaches the substitute's copy")
    {
        CHECK(team.session(2)
                  .column(QStringLiteral("SELECT row_id FROM sync.feed('1:1:') WHERE tbl = "
                                         "'contact'"))
                  .size()
            == 2);
    }
}

TEST_CASE("without sight nothing more is seen, without approvals nothing more decided",
    "[server][delegation]")
{
    StandInTeam team;
    REQUIRE(team.delegates(3, 3, 2, "NULL", "now() + interval '1 day'", "false, true")
        == QStringLiteral("done"));
    CHECK_FALSE(team.sees(2, "{bob}"));
    CHECK(team.decides(2, 3));
    REQUIRE(team.withdraws(3, team.last) == QStringLiteral("done"));
    REQUIRE(team.delegates(3, 3, 2, "NULL", "now() + interval '1 day'", "true, NULL")
        == QStringLiteral("done"));
    CHECK(team.sees(2, "{bob}"));
    CHECK_FALSE(team.decides(2, 3));
}

TEST_CASE("a delegation has a time, a reason, something given, and two who are there",
    "[server][delegation]")
{
    StandInTeam team;
    const QString bad = QStringLiteral("DELEGATION_TIME");
    CHECK(team.delegates(3, 3, 2, "NULL", "NULL") == bad);
    CHECK(team.delegates(3, 3, 2, "NULL", "now()") == bad);
    CHECK(team.delegates(3, 3, 2, "NULL", "'infinity'") == bad);
    CHECK(team.delegates(3, 3, 2, "NULL", "'-infinity'") == bad);
    CHECK(team.delegates(3, 3, 2, "'infinity'", "'infinity'") == bad);
    CHECK(team.delegates(3, 3, 2, "NULL", "now() + interval '367 days'") == bad);
    CHECK(team.delegates(3, 3, 2, "now() + interval '2 days'", "now() + interval '1 day'") == bad);
    CHECK(team.delegates(3, 3, 2, "now() + interval '400 days'", "now() + interval '401 days'")
        == bad);
    CHECK(team.delegates(3, 3, 2, "NULL", "now() + interval '1 day'", "false, false")
        == QStringLiteral("DELEGATION_EMPTY"));
    CHECK(team.delegates(3, 3, 99) == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(team.delegates(1, 99, 2) == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(
        standInOutcome(team.session(3).json(team.filled(
            "SELECT srv.delegate('{new}', 3, 2, NULL, now() + interval '1 day', true, true, ' ')")))
        == QStringLiteral("REASON_MISSING"));

    SECTION("what was to begin in the past begins now, and what is to come waits")
    {
        REQUIRE(team.delegates(3, 3, 2, "now() - interval '9 days'") == QStringLiteral("done"));
        CHECK(team.database()
                  .scalar(QStringLiteral(
                      "SELECT since > now() - interval '1 minute' FROM app.delegation"))
                  .toBool());
        REQUIRE(team.withdraws(3, team.last) == QStringLiteral("done"));
        REQUIRE(team.delegates(3, 3, 2, "now() + interval '1 day'", "now() + interval '2 days'")
            == QStringLiteral("done"));
        CHECK_FALSE(team.sees(2, "{bob}"));
        CHECK_FALSE(team.decides(2, 3));
    }
    SECTION("no chain, no circle, nobody twice, at one time")
    {
        REQUIRE(team.delegates(3, 3, 2) == QStringLiteral("done"));
        CHECK(team.delegates(3, 3, 2) == QStringLiteral("DELEGATION_TWICE"));
        CHECK(team.delegates(2, 2, 3) == QStringLiteral("DELEGATION_LOOP"));
        CHECK(team.delegates(2, 2, 4) == QStringLiteral("DELEGATION_LOOP"));
        CHECK(team.delegates(4, 4, 3) == QStringLiteral("DELEGATION_LOOP"));
        CHECK(team.delegates(1, 4, 3) == QStringLiteral("DELEGATION_LOOP"));
        CHECK(team.delegates(2, 2, 4, "now() + interval '2 days'", "now() + interval '3 days'")
            == QStringLiteral("done")); // after it
        CHECK(team.delegates(3, 3, 4) == QStringLiteral("done")); // a second substitute
    }
    SECTION("asked twice under one number it is made once")
    {
        const QString call =
            QStringLiteral("SELECT srv.delegate('%1', 3, 2, NULL, now() + interval '1 day', true, "
                           "true, 'x')")
                .arg(team.team().newId());
        CHECK(standInOutcome(team.session(3).json(call)) == QStringLiteral("done"));
        CHECK(standInOutcome(team.session(3).json(call)) == QStringLiteral("done"));
        CHECK(team.database().scalar(QStringLiteral("SELECT count(*) FROM app.delegation")).toInt()
            == 1);
    }
    SECTION("of two that would make a circle together, one is made")
    {
        std::vector<QString> outcomes(2);
        std::vector<std::thread> people;
        for (const int person : {2, 3}) {
            const QString request = team.team().newId();
            people.emplace_back([&team, &outcomes, person, request] {
                PgSession session(team.database(), QStringLiteral("u%1").arg(person));
                outcomes[static_cast<std::size_t>(person - 2)] = standInOutcome(
                    session.json(QStringLiteral("SELECT srv.delegate('%1', %2, %3, NULL, now() + "
                                                "interval '1 day', true, true, 'x')")
                                     .arg(request)
                                     .arg(person)
                                     .arg(5 - person)));
            });
        }
        for (std::thread& person : people)
            person.join();
        CHECK((outcomes[0] == QStringLiteral("done")) != (outcomes[1] == QStringLiteral("done")));
    }
}

TEST_CASE("everybody lists the own delegations, an administrator all, and the audit has each act",
    "[server][delegation]")
{
    StandInTeam team;
    REQUIRE(team.delegates(3, 3, 2) == QStringLiteral("done"));
    REQUIRE(team.delegates(1, 4, 2) == QStringLiteral("done"));
    REQUIRE(team.withdraws(2, team.last) == QStringLiteral("done"));
    const auto listed = [&](int person) {
        return team.session(person)
            .column(QStringLiteral(
                "SELECT giver || '>' || taker || ' ' || state || ' ' || made_by_name FROM "
                "srv.delegations()"))
            .join(QStringLiteral(", "))
            .toStdString();
    };
    CHECK(listed(1) == "3>2 active bob, 4>2 withdrawn boss");
    CHECK(listed(2) == "3>2 active bob, 4>2 withdrawn boss");
    CHECK(listed(3) == "3>2 active bob");
    CHECK(listed(4) == "4>2 withdrawn boss");
    CHECK(team.session(1)
              .column(QStringLiteral("SELECT (changes #>> '{act,new}') || ' ' || uid FROM "
                                     "srv.audit('{\"table\": \"_delegation\"}', NULL, 10) ORDER BY "
                                     "seq"))
              .join(QStringLiteral(", "))
              .toStdString()
        == "delegate 3, delegate 1, withdraw 2");
}

TEST_CASE("what ending somebody's access will do and leave is told beforehand", "[server][admin]")
{
    StandInTeam team;
    REQUIRE(team.delegates(3, 3, 2) == QStringLiteral("done"));
    const QString refusedEdit = updateOf(
        QStringLiteral("customer"), team.filled("{amy}"), 1, QStringLiteral("\"city\": 1"));
    team.team().pushed(team.session(3), 3, refusedEdit);
    const QJsonObject state = team.session(1).json(QStringLiteral("SELECT srv.person_state(3)"));
    CHECK(state.value(QLatin1String("login")).toString() == QStringLiteral("u3"));
    CHECK(state.value(QLatin1String("may_sign_in")).toBool());
    CHECK(state.value(QLatin1String("customers")).toInt() == 1);
    CHECK(state.value(QLatin1String("undecided")).toInt() == 1);
    CHECK(state.value(QLatin1String("delegations")).toInt() == 1);
    CHECK(state.value(QLatin1String("devices")).toArray().size() == 1);
    team.database().scalar(QStringLiteral("SELECT srv.disable_person(3)"));
    const QJsonObject left = team.session(1).json(QStringLiteral("SELECT srv.person_state(3)"));
    CHECK_FALSE(left.value(QLatin1String("active")).toBool(true));
    CHECK_FALSE(left.value(QLatin1String("may_sign_in")).toBool(true));
    CHECK(left.value(QLatin1String("delegations")).toInt() == 0);
    CHECK(left.value(QLatin1String("devices")).toArray().at(0)[QLatin1String("revoked")].toBool());
    team.database().execute(QStringLiteral("ALTER ROLE u3 LOGIN")); // of the cluster
}

TEST_CASE("standing in is arranged from the command line", "[server][delegation][cli]")
{
    StandInTeam team;
    const auto run = [&](const char* words) {
        return ctl(QStringLiteral("server delegate ")
                       .append(QString::fromUtf8(words))
                       .split(QLatin1Char(' '))
            + QStringList{
                QStringLiteral("--dsn"), team.database().dsn(), QStringLiteral("--json")});
    };
    const QString day = team.database()
                            .scalar(QStringLiteral("SELECT (now() + interval '10 days')::date"))
                            .toString();
    const auto until = [&](const char* words) {
        return run((QString::fromUtf8(words) + QStringLiteral(" --until ") + day).toUtf8());
    };
    CHECK(until("add 3 2").firstError() == QStringLiteral("REASON_MISSING"));
    CHECK(run("add 3 2 --until soon --reason 休假").firstError() == QStringLiteral("VALUE_RANGE"));
    CHECK(until("add 3 2 --what all --reason 休假").firstError() == QStringLiteral("VALUE_RANGE"));
    CHECK(until("add 3 3 --reason 休假").firstError() == QStringLiteral("DELEGATION_SELF"));
    const CtlRun made = until("add 3 2 --what sight --reason 休假");
    REQUIRE(made.exit == 0);
    CHECK(team.sees(2, "{bob}"));
    const QJsonArray listed =
        run("list").json()[QStringLiteral("result")][QStringLiteral("delegations")].toArray();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0][QStringLiteral("what")].toString() == QStringLiteral("sight"));
    CHECK(listed[0][QStringLiteral("state")].toString() == QStringLiteral("active"));
    CHECK(listed[0][QStringLiteral("reason")].toString() == QStringLiteral("休假"));
    const QString id = made.json()[QStringLiteral("result")][QStringLiteral("id")].toString();
    CHECK(run((QStringLiteral("withdraw ") + id).toUtf8()).exit == 0);
    CHECK_FALSE(team.sees(2, "{bob}"));
    CHECK(run("demolish").exit == 2);
}
