// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_people.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

#include <thread>

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct AdminAttempt {
    int person; // 1 the boss, 2 Amy, sales, 4 Dan, finance, who sees everything
    const char* text;
    const char* refusal;
};

// clang-format off
constexpr AdminAttempt kAdminCalls[] = {
    {2, R"(SELECT srv.change_person('{new}', 2, '{"approval_limit": 100000000}'))", "PERMISSION"},
    {2, R"(SELECT srv.change_person('{new}', 3, '{"title": "x"}'))", "PERMISSION"},
    {4, R"(SELECT srv.change_person('{new}', 4, '{"quote_level": 4}'))", "PERMISSION"},
    {2, "SELECT srv.change_person(NULL, NULL, NULL)", "PERMISSION"},
    {2, R"(SELECT srv.set_roles('{new}', 2, '[{"role": "administrator"}]'))", "PERMISSION"},
    {4, R"(SELECT srv.set_roles('{new}', 3, '[]'))", "PERMISSION"},
    {2, "SELECT srv.set_roles('{amy's request}', 2, NULL)", "PERMISSION"},
    {2, R"(SELECT srv.add_team('{new}', '{"name": "mine", "boss": 2}'))", "PERMISSION"},
    {2, R"(SELECT srv.change_team('{new}', 1, '{"boss": 2}'))", "PERMISSION"},
    {2, R"(SELECT srv.add_region('{new}', '{"code": "x", "name": "x"}'))", "PERMISSION"},
    {4, R"(SELECT srv.change_region('{new}', 1, '{"name": "x"}'))", "PERMISSION"},
    {4, "SELECT srv.register_customers('[]')", "PERMISSION"},
    {2, "SELECT srv.register_customers(NULL)", "BATCH_SIZE"},
    {2, "SELECT srv.register_customers('{}')", "BATCH_SIZE"},
    {2, "SELECT srv.register_customers((SELECT jsonb_agg(i) FROM generate_series(1, 501) i))", "BATCH_SIZE"},
    {2, "SELECT srv.register_customers(to_jsonb(ARRAY[repeat('x', 17000000)]))", "BATCH_SIZE"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"login": "boss"}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"active": false}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"deleted": true}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"custom": "x"}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"id": 1}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"name = '''', owner": 1}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"name": " "}'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"title": null}'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"team": 9}'))", "REFERENCE_UNKNOWN"},
    {1, R"(SELECT srv.change_person('{new}', 2, '{"team": "x"}'))", "REFERENCE_UNKNOWN"},
    {1, "SELECT srv.change_person('{new}', 2, NULL)", "VALUE_INVALID"},
    {1, "SELECT srv.change_person('{new}', 2, '[1]')", "VALUE_INVALID"},
    {1, "SELECT srv.change_person(NULL, 2, '{}')", "23502"},
    {1, R"(SELECT srv.set_roles('{new}', 2, '[{"role": "superuser"}]'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.set_roles('{new}', 2, '[{"role": "sales", "scope": "world"}]'))", "VALUE_INVALID"},
    {1, "SELECT srv.set_roles('{new}', 2, '[5]')", "VALUE_INVALID"},
    {1, "SELECT srv.set_roles('{new}', 2, NULL)", "VALUE_INVALID"},
    {1, R"(SELECT srv.set_roles('{new}', 1, '[{"role": "sales"}]'))", "LAST_ADMINISTRATOR"},
    {1, R"(SELECT srv.add_team('{new}', '{"name": ""}'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.add_team('{new}', '{"boss": 1}'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.add_team('{new}', '{"name": "x", "boss": 99}'))", "REFERENCE_UNKNOWN"},
    {1, R"(SELECT srv.add_team('{new}', '{"name": "x", "id": 1}'))", "ACT_ONLY"},
    {1, R"(SELECT srv.add_region('{new}', '{"name": "x"}'))", "VALUE_INVALID"},
    {1, R"(SELECT srv.add_region('{amy's request}', '{"code": "x", "name": "x"}'))", "REQUEST_OF_ANOTHER"},
    {2, "SELECT srv.put_small('person', 2, '{\"approval_limit\": 9}', 1)", "42501"},
    {2, "SELECT srv.put_place('{new}', 'x', 'person', 2, '{}', '{}')", "42501"},
    {2, "SELECT srv.administrator()", "42501"},
    {1, R"(BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.set_roles('{new}', 2, '[]'))", "TRANSACTION_STALE"},
    {1, R"(BEGIN ISOLATION LEVEL SERIALIZABLE;; SELECT srv.change_person('{new}', 2, '{"title": "x"}'))", "TRANSACTION_STALE"},
    {1, R"(BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.add_team('{new}', '{"name": "x"}'))", "TRANSACTION_STALE"},
    {2, "BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.register_customers('[]')", "TRANSACTION_STALE"},
    {1, R"(BEGIN READ ONLY;; SELECT srv.change_person('{new}', 2, '{"title": "x"}'))", "25006"},
};
// clang-format on

QString statusOf(const QJsonObject& answer)
{
    const QString code = answer.value(QLatin1String("code")).toString();
    return code.isEmpty() ? answer.value(QLatin1String("status")).toString() : code;
}

QJsonObject act(AttackedTeam& attacked, int person, const char* call)
{
    return attacked.session(person).json(QStringLiteral("SELECT ") + attacked.filled(call));
}

} // namespace

TEST_CASE("people, teams and regions are kept by administrators alone, within what their acts may "
          "write",
    "[server][admin][attack]")
{
    AttackedTeam attacked;
    // a request of Amy's, for somebody else to answer with
    act(attacked, 2, "srv.claim('{amy's request}', '{pool}')");
    const qint64 before = attacked.traces();
    for (const AdminAttempt& attempt : kAdminCalls) {
        CAPTURE(attempt.person, attempt.text);
        CHECK(attacked.refusal(attempt.person, attacked.filled(attempt.text)).toStdString()
            == attempt.refusal);
    }
    CHECK(attacked.traces() == before);
}

TEST_CASE("an administrator changes what a person is and may, and each act counts once",
    "[server][admin]")
{
    AttackedTeam attacked;
    const QString call = QStringLiteral("SELECT srv.change_person('%1', 2, '{\"title\": \"经理\", "
                                        "\"quote_level\": 2, \"approval_limit\": 50000}')")
                             .arg(attacked.team().newId());
    CHECK(statusOf(attacked.session(1).json(call)) == QStringLiteral("done"));
    CHECK(statusOf(attacked.session(1).json(call)) == QStringLiteral("done"));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT title || quote_level || ' ' || approval_limit || ' ' "
                                     "|| rev || ' ' || changed_by FROM app.person WHERE id = 2"))
              .toString()
        == QStringLiteral("经理2 50000 2 1"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_person('{new}', 2, '{"quote_level": 5}'))"))
        == QStringLiteral("PERSON_LEVEL"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_person('{new}', 2, '{"approval_limit": -1}'))"))
        == QStringLiteral("PERSON_LIMIT"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_person('{new}', 99, '{"title": "x"}'))"))
        == QStringLiteral("RECEIVER_UNKNOWN"));

    CHECK(
        statusOf(act(attacked,
            1,
            R"(srv.set_roles('{new}', 2, '[{"role": "costing"}, {"role": "sales", "scope": "team"}]'))"))
        == QStringLiteral("done"));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT string_agg(role || ':' || scope, ',' ORDER BY role) "
                                     "FROM app.person_role WHERE person = 2 AND NOT deleted"))
              .toString()
        == QStringLiteral("costing:own,sales:team"));
    CHECK(attacked.session(2)
              .json(QStringLiteral("SELECT sync.pull_begin()"))
              .value(QLatin1String("rights"))
              .toArray()
              .contains(QStringLiteral("cost.view")));
    CHECK(statusOf(act(attacked, 1, "srv.set_roles('{new}', 2, '[]')")) == QStringLiteral("done"));
    CHECK(attacked.session(2)
              .json(QStringLiteral("SELECT sync.pull_begin()"))
              .value(QLatin1String("rights"))
              .toArray()
              .isEmpty());
}

TEST_CASE("a company keeps an administrator, whichever way a role goes", "[server][admin]")
{
    AttackedTeam attacked;
    const QString role =
        attacked.database()
            .scalar(QStringLiteral("SELECT id FROM app.person_role WHERE role = 'administrator'"))
            .toString();
    // by an ordinary edit as well
    CHECK(attacked.team().pushed(attacked.session(1),
              1,
              updateOf(QStringLiteral("person_role"), role, 1, QStringLiteral("\"deleted\": true")))
        == QStringLiteral("LAST_ADMINISTRATOR"));
    CHECK(attacked.team().pushed(attacked.session(1),
              1,
              updateOf(QStringLiteral("person"),
                  QStringLiteral("1"),
                  1,
                  QStringLiteral("\"deleted\": true")))
        == QStringLiteral("LAST_ADMINISTRATOR"));
    // Two who take each other's role at once: one stays.
    act(attacked, 1, R"(srv.set_roles('{new}', 2, '[{"role": "administrator"}]'))");
    std::vector<QString> answers(2);
    std::vector<std::thread> people;
    for (const int person : {1, 2}) {
        const QString call = QStringLiteral("SELECT srv.set_roles('%1', %2, '[]')")
                                 .arg(attacked.team().newId())
                                 .arg(3 - person);
        people.emplace_back([&attacked, &answers, person, call] {
            PgSession session(attacked.database(), QStringLiteral("u%1").arg(person));
            answers.at(static_cast<std::size_t>(person - 1)) = session.refusal(call);
        });
    }
    for (std::thread& person : people)
        person.join();
    CHECK((answers[0].isEmpty() != answers[1].isEmpty()));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT count(*) FROM app.usr WHERE 'admin' = ANY(rights)"))
              .toInt()
        == 1);
}

TEST_CASE("teams and regions get the next number, and close once they are empty", "[server][admin]")
{
    AttackedTeam attacked;
    const auto number = [](const QJsonObject& answer) {
        return answer.value(QLatin1String("result")).toObject().value(QLatin1String("id")).toInt();
    };
    CHECK(number(act(attacked, 1, R"(srv.add_region('{new}', '{"code": "HD", "name": "华东"}'))"))
        == 1);
    CHECK(number(act(attacked, 1, R"(srv.add_region('{new}', '{"code": "HN", "name": "华南"}'))"))
        == 2);
    CHECK(attacked.refusal(1,
              attacked.filled(R"(SELECT srv.add_region('{new}', '{"code": "HD", "name": "x"}'))"))
        == QStringLiteral("DUPLICATE"));
    CHECK(
        number(act(attacked, 1, R"(srv.add_team('{new}', '{"name": "一组", "region": 1}'))")) == 1);
    CHECK(statusOf(act(attacked, 1, R"(srv.change_person('{new}', 2, '{"team": 1}'))"))
        == QStringLiteral("done"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_team('{new}', 1, '{"closed": true}'))"))
        == QStringLiteral("PLACE_IN_USE"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_region('{new}', 1, '{"closed": true}'))"))
        == QStringLiteral("PLACE_IN_USE"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_person('{new}', 2, '{"team": null}'))"))
        == QStringLiteral("done"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_team('{new}', 1, '{"closed": true}'))"))
        == QStringLiteral("done"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_region('{new}', 1, '{"closed": true}'))"))
        == QStringLiteral("done"));
    CHECK(statusOf(act(attacked, 1, R"(srv.change_region('{new}', 7, '{"name": "x"}'))"))
        == QStringLiteral("REFERENCE_UNKNOWN"));
}

TEST_CASE("of many registrations in one call each is answered by itself", "[server][admin]")
{
    AttackedTeam attacked;
    const QString call = attacked.filled(
        R"(SELECT srv.register_customers('[{"request": "{new}", "customer": "{new}", "v": {"name": "一"}},
            5,
            {"request": "{quote}", "customer": "{quote}", "v": {"name": "二", "owner": 3}},
            {"request": "{amy's contact}", "customer": "{new}", "v": {"name": "三", "credit_code": "91330200MA2BBBBB1X"}},
            {"request": "nobody", "customer": "{new}", "v": {"name": "四"}},
            {"request": "{bob's contact}", "customer": "{bob's contact}", "v": {"name": "五"}}]'))");
    const auto asked = [&] {
        QStringList codes;
        const QJsonArray answers =
            QJsonDocument::fromJson(attacked.session(2).scalar(call).toByteArray()).array();
        for (const QJsonValue& answer : answers)
            codes += statusOf(answer.toObject());
        return codes.join(QLatin1Char(' ')).toStdString();
    };
    const char* expected = "done VALUE_INVALID ACT_ONLY REGISTERED_ALREADY VALUE_INVALID done";
    CHECK(asked() == expected);
    CHECK(asked() == expected);
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT count(*) FROM app.customer WHERE owner = 2"))
              .toInt()
        == 3);
}

TEST_CASE(
    "an act that the server refuses becomes an error with what the answer says", "[server][admin]")
{
    Team team;
    const auto link = value(sync::ServerLink::open(team.database().dsn()));
    CHECK(value(sync::addServerPlace(
              *link, sync::PlaceKind::Team, {{QStringLiteral("name"), QStringLiteral("一组")}}))
        == 1);
    value(sync::changeServerUser(*link, 2, {{QStringLiteral("team"), 1}}));
    const auto places = value(sync::serverPlaces(*link, sync::PlaceKind::Team));
    REQUIRE(places.size() == 1);
    CHECK(places[0].name == QStringLiteral("一组"));
    CHECK(places[0].people == 1);
    const auto closed = sync::changeServerPlace(
        *link, sync::PlaceKind::Team, 1, {{QStringLiteral("closed"), true}});
    REQUIRE_FALSE(closed);
    CHECK(closed.error().code == QStringLiteral("PLACE_IN_USE"));
    REQUIRE(closed.error().args.size() == 1);
    CHECK(closed.error().args[0].second == QStringLiteral("1"));
    CHECK(sync::setServerRoles(*link, 99, "[]").error().code == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(
        sync::setServerRoles(*link, 1, "[]").error().code == QStringLiteral("LAST_ADMINISTRATOR"));
}
