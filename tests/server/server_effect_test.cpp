// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct Question {
    const char* query;
    const char* answer;
};

// Asked by Amy; Bob's rows, the pool's phone and everything else that is not hers stay unknown.
// clang-format off
constexpr Question kQuestions[] = {
    {"SELECT count(*) FROM sync.fetch_customer('{\"{bob}\"}')", "0"},
    {"SELECT count(*) FROM sync.fetch_customer(NULL)", "0"},
    {"SELECT count(*) FROM sync.fetch_contact('{\"{bob's contact}\"}')", "0"},
    {"SELECT count(*) FROM sync.load_customer(3, NULL, 10000)", "0"},
    {"SELECT count(*) FROM sync.load_customer(NULL, NULL, NULL)", "0"},
    {"SELECT count(*) FROM sync.load_customer(2, NULL, -5)", "1"},
    {"SELECT count(*) FROM sync.load_contact(0, NULL, 10000)", "0"},
    {"SELECT count(*) FROM sync.root_contact('{bob}')", "0"},
    {"SELECT count(*) FROM sync.root_customer('{bob}')", "0"},
    {"SELECT count(*) FROM sync.root_contact(NULL)", "0"},
    {"SELECT n || ' ' || hash FROM sync.digest('customer', 3)", "0 0"},
    {"SELECT n FROM sync.digest('contact', NULL)", "1"},
    {"SELECT count(*) FROM sync.revs('customer', 3)", "0"},
    {"SELECT count(*) FROM sync.revs('audit_entry', NULL)", "0"},
    {"SELECT count(*) FROM sync.feed('1:1:') WHERE row_id IN ('{bob}', '{bob's contact}')", "0"},
    {"SELECT count(*) FROM sync.feed(NULL)", "0"},
    {"SELECT string_agg(phone, '') FROM sync.load_customer(0, NULL, 10)", ""},
    {"SELECT count(*) FROM pg_stats WHERE schemaname IN ('app', 'sync')", "0"},
    {"SELECT count(*) FROM pg_stats_ext", "0"},
    {"SELECT count(*) FROM information_schema.tables WHERE table_schema IN ('app', 'sync', 'srv')", "0"},
    {"SELECT count(*) FROM information_schema.columns WHERE table_schema IN ('app', 'sync')", "0"},
    {"SELECT count(last_value) FROM pg_sequences", "0"},
    {"SELECT count(*) FROM pg_listening_channels()", "0"},
    {"SET search_path = app, pg_temp;; SELECT sync.pull_begin() ->> 'uid'", "2"},
    {"SET ROLE cd_user;; SELECT sync.pull_begin() ->> 'uid'", "2"},
    {"RESET ROLE;; SET cd.device = '{bob's pc}';; SELECT sync.pull_begin() ->> 'uid'", "2"},
};
// clang-format on

QString contactOf(const char* customer, const char* more)
{
    return QStringLiteral(R"("customer": "%1", "name": "Zhou")").arg(QString::fromLatin1(customer))
        + QString::fromLatin1(more);
}

QString registered(AttackedTeam& attacked, const QString& id, const char* creditCode)
{
    return QStringLiteral("SELECT srv.register_customer('%1', '%2', '{\"name\": \"x\", "
                          "\"credit_code\": \"%3\"}') ->> 'code'")
        .arg(attacked.team().newId(), id, QString::fromLatin1(creditCode));
}

} // namespace

TEST_CASE("no question that Amy may ask tells her of Bob's customers", "[server][attack]")
{
    AttackedTeam attacked;
    for (const Question& question : kQuestions) {
        CAPTURE(question.query);
        QStringList statements = attacked.filled(question.query).split(QStringLiteral(";; "));
        const QString last = statements.takeLast();
        for (const QString& statement : statements)
            attacked.session(2).execute(statement);
        CHECK(attacked.session(2).scalar(last).toString().toStdString() == question.answer);
    }
}

TEST_CASE("EXPLAIN does not count the rows that somebody else has", "[server][attack]")
{
    AttackedTeam attacked;
    attacked.database().execute(
        QStringLiteral("INSERT INTO app.customer (id, owner, name, created_at, changed_at) SELECT "
                       "gen_random_uuid(), 3, 'x' || i, 1, 1 FROM generate_series(1, 2000) i"));
    // The third time, when nothing is looked up in the catalog any more.
    const auto cost = [&](const char* query, int owner) {
        const QString explain =
            QStringLiteral("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, COSTS OFF) SELECT "
                           "* FROM ")
            + QString::fromLatin1(query).arg(owner);
        attacked.session(2).column(explain);
        attacked.session(2).column(explain);
        return attacked.session(2).column(explain).join(QLatin1Char('\n')).toStdString();
    };
    for (const char* query : {"sync.load_customer(%1, NULL, 10000)",
             "sync.load_contact(%1, NULL, 10000)",
             "sync.digest('customer', %1)",
             "sync.revs('customer', %1)"})
        CHECK(cost(query, 3) == cost(query, 77)); // 77 is nobody
}

TEST_CASE("settings of the session and of the login dress up no act", "[server][attack]")
{
    AttackedTeam attacked;
    const QString here = attacked.database().name();
    for (const char* setting : {"search_path = app, pg_temp",
             "standard_conforming_strings = off",
             "DateStyle = 'SQL, DMY'",
             "timezone = 'Asia/Shanghai'",
             "transform_null_equals = on",
             "role = cd_user"}) {
        attacked.session(2).execute(QStringLiteral("ALTER ROLE u2 IN DATABASE %1 SET %2")
                                        .arg(here, QString::fromLatin1(setting)));
    }
    const auto fresh = attacked.team().session(2);
    CHECK(fresh->scalar(QStringLiteral("SELECT current_user")).toString()
        == QStringLiteral("cd_user"));
    fresh->execute(attacked.filled("SET cd.device = '{bob's pc}'"));
    fresh->execute(QStringLiteral("SET cd.batch = '77'"));
    const QString id = attacked.team().newId();
    fresh->scalar(registered(attacked, id, ""));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT bool_and(device IS NULL AND batch IS NULL AND uid = 2 "
                                     "AND login = 'u2' AND owner_new = 2) FROM sync.history WHERE "
                                     "row_id = '%1'")
                          .arg(id))
              .toBool());
    attacked.database().scalar(QStringLiteral("SELECT (sync.seal_up()).no"));
    attacked.database().execute(QStringLiteral("SET DateStyle = 'SQL, DMY'"));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT count(*) FROM sync.broken_seals()"))
              .toInt()
        == 0);
}

TEST_CASE(
    "dropping what the group of all logins owns takes nothing from anybody", "[server][attack]")
{
    AttackedTeam attacked;
    attacked.session(2).execute(QStringLiteral("SET client_min_messages = error"));
    attacked.session(2).execute(QStringLiteral("DROP OWNED BY cd_user"));
    CHECK(attacked.session(3).scalar(QStringLiteral("SELECT sync.pull_begin() ->> 'uid'")).toInt()
        == 3);
    CHECK(PgSession::opens(attacked.database(), QStringLiteral("u3")));
}

TEST_CASE("a grant ends at its hour also inside a transaction begun before", "[server][attack]")
{
    AttackedTeam attacked;
    const QString seen =
        attacked.filled("SELECT count(*) FROM sync.fetch_customer(ARRAY['{bob}']::uuid[])");
    attacked.session(3).scalar(
        attacked.filled("SELECT srv.grant_access('{new}', '{bob}', 2, now() + interval '1 day', "
                        "'fair')"));
    attacked.session(2).execute(QStringLiteral("BEGIN"));
    CHECK(attacked.session(2).scalar(seen).toInt() == 1);
    attacked.database().execute(QStringLiteral("UPDATE app.grant_ SET until = clock_timestamp()"));
    CHECK(attacked.session(2).scalar(seen).toInt() == 0);
}

TEST_CASE(
    "probing for customers of others is counted through every rollback and in every time zone",
    "[server][attack]")
{
    AttackedTeam attacked;
    PgSession& amy = attacked.session(2);
    for (int i = 0; i < 28; ++i) {
        amy.execute(QStringLiteral("BEGIN"));
        amy.execute(QStringLiteral("SET LOCAL timezone = '<+99>%1'").arg(i));
        CHECK(amy.scalar(registered(attacked, attacked.team().newId(), "91330200MA2BBBBB1X"))
                  .toString()
            == QStringLiteral("REGISTERED_ALREADY"));
        amy.execute(QStringLiteral("ROLLBACK"));
    }
    const auto edit = [&](const char* values) {
        return attacked.team().push(amy,
            2,
            updateOf(QStringLiteral("customer"),
                attacked.filled("{amy}"),
                2,
                QString::fromLatin1(values)));
    };
    const QJsonObject hit = edit(R"("credit_code": "91330200MA2BBBBB1X")").first().toObject();
    CHECK(hit.value(QLatin1String("code")).toString() == QStringLiteral("DUPLICATE"));
    CHECK(hit.value(QLatin1String("detail")).toObject().keys()
        == QStringList{QStringLiteral("column"), QStringLiteral("constraint")});
    CHECK(edit(R"("number": "C-2")").first().toObject().value(QLatin1String("code")).toString()
        == QStringLiteral("DUPLICATE"));
    // Thirty are spent: now hits and misses sound alike.
    for (const char* code : {"91330200MA2BBBBB1X", "91330200MA2ZZZZZ1X"}) {
        CHECK(amy.refusal(registered(attacked, attacked.team().newId(), code))
            == QStringLiteral("PROBES_SPENT"));
        const QByteArray values = QByteArrayLiteral("\"credit_code\": \"") + code + '"';
        CHECK(edit(values.constData()).first().toObject().value(QLatin1String("code")).toString()
            == QStringLiteral("PROBES_SPENT"));
    }
    CHECK(edit(R"("city": "Ningbo")").first().toObject().value(QLatin1String("s")).toString()
        == QStringLiteral("ok"));
}

TEST_CASE("nobody writes in another's name", "[server][attack]")
{
    AttackedTeam attacked;
    const QString id = attacked.team().newId();
    QString edit = insertOf(
        QStringLiteral("contact"), id, contactOf("aaaaaaaa-0000-7000-8000-000000000001", ""));
    edit.replace(
        QStringLiteral("\"v\":"), QStringLiteral("\"made\": {\"by\": 1, \"at\": 5}, \"v\":"));
    CHECK(attacked.team().pushed(attacked.session(2), 2, edit) == QStringLiteral("ok"));
    CHECK(attacked.database()
              .scalar(QStringLiteral("SELECT created_by FROM app.contact WHERE id = '%1'").arg(id))
              .toInt()
        == 2);
}

TEST_CASE("a batch sent again with other edits gets the first answer and applies nothing",
    "[server][attack]")
{
    AttackedTeam attacked;
    const auto sent = [&](const char* city) {
        return attacked.session(2)
            .scalar(
                attacked
                    .filled("SELECT sync.push('{amy's pc}', 1, '{\"groups\": [{\"at\": 1, \"ops\": "
                            "[{\"n\": 1, \"t\": \"customer\", \"k\": \"U\", \"id\": \"{amy}\", "
                            "\"base\": 2, \"v\": {\"city\": \"%1\"}}]}]}')")
                    .arg(QString::fromLatin1(city)))
            .toString();
    };
    const QString first = sent("Ningbo");
    CHECK(sent("Shanghai") == first);
    CHECK(attacked.database()
              .scalar(attacked.filled("SELECT city || rev FROM app.customer WHERE id = '{amy}'"))
              .toString()
        == QStringLiteral("Ningbo3"));
}

TEST_CASE("a handover to nobody is refused and ends no grant", "[server][attack]")
{
    AttackedTeam attacked;
    attacked.session(3).scalar(
        attacked.filled("SELECT srv.grant_access('{new}', '{bob}', 2, now() + interval '1 day', "
                        "'fair')"));
    CHECK(attacked.session(1)
              .scalar(attacked.filled("SELECT srv.transfer('{new}', ARRAY['{bob}']::uuid[], NULL, "
                                      "'x') ->> 'code'"))
              .toString()
        == QStringLiteral("RECEIVER_UNKNOWN"));
    CHECK(
        attacked.database().scalar(QStringLiteral("SELECT count(*) FROM app.grant_")).toInt() == 1);
}

TEST_CASE("a quote that was sent stays as it was, whoever edits it (I12)", "[server][attack]")
{
    AttackedTeam attacked;
    const auto edited =
        [&](int person, const char* table, const char* id, int base, const char* values) {
            return attacked.team()
                .pushed(attacked.session(person),
                    person,
                    updateOf(QString::fromLatin1(table),
                        attacked.filled(id),
                        base,
                        QString::fromLatin1(values)))
                .toStdString();
        };
    REQUIRE(edited(1, "quote_revision", "{revision}", 1, R"("state": "sent")") == "ok");
    for (const int person : {1, 2}) {
        CHECK(edited(person, "quote_revision", "{revision}", 2, R"("remarks": "x")")
            == "QUOTE_FROZEN");
        CHECK(edited(person, "quote_revision", "{revision}", 2, R"("state": "draft")")
            == "QUOTE_FROZEN");
        CHECK(edited(person, "quote_revision", "{revision}", 2, R"("deleted": true)")
            == "QUOTE_FROZEN");
        CHECK(edited(person, "quote_line", "{line}", 1, R"("unit_price": 1)") == "QUOTE_FROZEN");
        CHECK(edited(person, "quote_line", "{line}", 1, R"("deleted": true)") == "QUOTE_FROZEN");
        const QString id = attacked.team().newId();
        CHECK(attacked.team().pushed(attacked.session(person),
                  person,
                  insertOf(QStringLiteral("quote_line"),
                      id,
                      attacked.filled(R"("revision": "{revision}", "seq": 2, "uid": "{line}")")))
            == QStringLiteral("QUOTE_FROZEN"));
    }
    CHECK(edited(2, "quote_revision", "{revision}", 2, R"("internal_note": "x")") == "ok");
    CHECK(edited(1, "quote_revision", "{revision}", 3, R"("state": "accepted")") == "ok");
}

TEST_CASE(
    "no line is moved into a quote that was sent, none changed in one that was approved (I12)",
    "[server][attack]")
{
    AttackedTeam attacked;
    const auto edited =
        [&](int person, const char* table, const char* id, int base, const QString& values) {
            return attacked.team()
                .pushed(attacked.session(person),
                    person,
                    updateOf(QString::fromLatin1(table), attacked.filled(id), base, values))
                .toStdString();
        };
    REQUIRE(edited(1, "quote_revision", "{revision}", 1, QStringLiteral(R"("state": "approved")"))
        == "ok");
    CHECK(
        edited(2, "quote_line", "{line}", 1, QStringLiteral(R"("unit_price": 1)")) == "PERMISSION");
    CHECK(edited(2, "quote_revision", "{revision}", 2, QStringLiteral(R"("remarks": "x")"))
        == "PERMISSION");
    REQUIRE(
        edited(1, "quote_revision", "{revision}", 2, QStringLiteral(R"("state": "sent")")) == "ok");
    const QString draft = attacked.team().newId();
    const QString line = attacked.team().newId();
    REQUIRE(attacked.team().pushed(attacked.session(2),
                2,
                insertOf(QStringLiteral("quote_revision"),
                    draft,
                    attacked.filled(R"("quote": "{quote}", "revision_no": 2)")))
        == QStringLiteral("ok"));
    REQUIRE(attacked.team().pushed(attacked.session(2),
                2,
                insertOf(QStringLiteral("quote_line"),
                    line,
                    QStringLiteral(R"("revision": "%1", "seq": 1, "uid": "%2")").arg(draft, line)))
        == QStringLiteral("ok"));
    CHECK(edited(2,
              "quote_line",
              line.toLatin1().constData(),
              1,
              attacked.filled(R"("revision": "{revision}")"))
        == "ROOT_FIXED");
}

TEST_CASE("a session that keeps others waiting is ended", "[server][attack]")
{
    AttackedTeam attacked;
    PgSession& amy = attacked.session(2);
    amy.execute(QStringLiteral("BEGIN"));
    amy.scalar(attacked.filled("SELECT srv.claim('{new}', '{pool}')"));
    const auto ended = [&](const char* longest) {
        return attacked.database()
            .scalar(QStringLiteral("SELECT sync.end_idle_writers('%1')")
                        .arg(QString::fromLatin1(longest)))
            .toInt();
    };
    CHECK(ended("1 hour") == 0);
    CHECK(ended("1 microsecond") == 1);
    CHECK_FALSE(amy.refusal(QStringLiteral("SELECT 1")).isEmpty());
    CHECK(attacked.database()
              .scalar(attacked.filled("SELECT owner FROM app.customer WHERE id = '{pool}'"))
              .toInt()
        == 0);
}
