// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/server_audit.h"
#include "tests/cli/chengdanctl_process.h"
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct AuditAttempt {
    int person; // 1 the boss, 2 Amy, sales, 4 Dan, finance, who sees everything
    const char* text;
    const char* refusal;
};

// clang-format off
constexpr AuditAttempt kAuditCalls[] = {
    {2, "SELECT * FROM srv.audit('{}', NULL, 10)", "PERMISSION"},
    {2, R"(SELECT * FROM srv.audit('{"person": 2}', NULL, 10))", "PERMISSION"},
    {4, "SELECT * FROM srv.audit('{}', NULL, 10)", "PERMISSION"},
    {2, "SELECT * FROM srv.devices()", "PERMISSION"},
    {2, "SELECT srv.verify_seals()", "PERMISSION"},
    {2, "SELECT srv.revoke_device('{new}', '{bob's pc}')", "PERMISSION"},
    {2, "SELECT srv.revoke_device('{new}', '{amy's pc}')", "PERMISSION"},
    {1, "SELECT srv.revoke_device('{new}', '{new}')", "DEVICE_UNKNOWN"},
    {1, "SELECT srv.revoke_device('{new}', NULL)", "DEVICE_UNKNOWN"},
    {1, "SELECT srv.revoke_device(NULL, '{bob's pc}')", "23502"},
    {1, "BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.revoke_device('{new}', '{bob's pc}')", "TRANSACTION_STALE"},
    {1, "BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT * FROM srv.audit('{}', NULL, 10)", "TRANSACTION_STALE"},
    {1, "SELECT * FROM srv.audit(NULL, NULL, 10)", "VALUE_INVALID"},
    {1, "SELECT * FROM srv.audit('[]', NULL, 10)", "VALUE_INVALID"},
    {1, R"(SELECT * FROM srv.audit('{"person": "2 OR true"}', NULL, 10))", "22P02"},
    {2, "SELECT sync.note_act('login', 'x', '{}')", "42501"},
    {2, "SELECT sync.seal_sometimes()", "42501"},
    {2, "SELECT sync.seal_up(1)", "42501"},
    {2, "SELECT srv.title_of('customer', '{bob}')", "42501"},
    {2, "SELECT * FROM sync.first_broken()", "42501"},
};
// clang-format on

std::vector<sync::ServerAuditEntry> audited(
    AttackedTeam& attacked, const sync::ServerAuditFilter& filter)
{
    const auto link = value(sync::ServerLink::open(attacked.database().dsn()));
    return value(sync::serverAudit(*link, filter));
}

void tamperWith(PgDatabase& database, const char* change)
{
    database.execute(QStringLiteral("SET session_replication_role = replica"));
    database.execute(QString::fromLatin1(change));
    database.execute(QStringLiteral("SET session_replication_role = DEFAULT"));
}

} // namespace

TEST_CASE(
    "the audit is read by administrators, copies are ended by them", "[server][audit][attack]")
{
    AttackedTeam attacked;
    const qint64 before = attacked.traces();
    for (const AuditAttempt& attempt : kAuditCalls) {
        CAPTURE(attempt.person, attempt.text);
        CHECK(attacked.refusal(attempt.person, attacked.filled(attempt.text)).toStdString()
            == attempt.refusal);
    }
    CHECK(attacked.traces() == before);
    // A filter is values, never SQL.
    CHECK(attacked.session(1)
              .scalar(QStringLiteral("SELECT count(*) FROM srv.audit('{\"table\": \"x'' OR true "
                                     "--\", \"op OR true\": 1}', NULL, 10)"))
              .toInt()
        == 0);
    CHECK(attacked.session(1)
              .json(attacked.filled("SELECT srv.revoke_device('{new}', '{bob's pc}')"))
              .value(QLatin1String("status"))
              .toString()
        == QStringLiteral("done"));
    CHECK(attacked.refusal(
              3, attacked.filled("SELECT sync.push('{bob's pc}', 1, '{\"groups\": []}')"))
        == QStringLiteral("DEVICE_REVOKED"));
}

TEST_CASE("the audit tells who changed what, from what to what, where, and when it was typed",
    "[server][audit]")
{
    AttackedTeam attacked;
    const QString bob = attacked.filled("{bob}");
    CHECK(attacked.team().pushed(attacked.session(3),
              3,
              updateOf(QStringLiteral("customer"), bob, 2, QStringLiteral(R"("city": "宁波")")))
        == QStringLiteral("ok"));
    auto newest = audited(attacked, {});
    REQUIRE_FALSE(newest.empty());
    const sync::ServerAuditEntry& edit = newest.front();
    CHECK(edit.personName == QStringLiteral("bob"));
    CHECK(edit.person == 3);
    CHECK(edit.login == QStringLiteral("u3"));
    CHECK(edit.host == QStringLiteral("pc"));
    CHECK(edit.device == Team::device(3));
    CHECK_FALSE(edit.deviceCode.isEmpty());
    CHECK(edit.table == QStringLiteral("customer"));
    CHECK(edit.operation == QStringLiteral("U"));
    CHECK(edit.row == bob);
    CHECK(edit.title == QStringLiteral("Bob 1"));
    CHECK(edit.revision == 3);
    REQUIRE(edit.done);
    CHECK(edit.done->milliseconds() == 1000); // as the batch said
    CHECK(edit.arrived.milliseconds() > 1000);
    REQUIRE(edit.changes.size() == 1);
    CHECK(edit.changes[QStringLiteral("city")][QStringLiteral("old")].toString().isEmpty());
    CHECK(edit.changes[QStringLiteral("city")][QStringLiteral("new")].toString()
        == QStringLiteral("宁波"));

    SECTION("by person, table, row, act and page")
    {
        sync::ServerAuditFilter filter;
        filter.person = 3;
        filter.table = QStringLiteral("customer");
        CHECK(audited(attacked, filter).size() == 3); // new, active, edited
        filter.operation = QStringLiteral("U");
        filter.row = bob;
        CHECK(audited(attacked, filter).size() == 2);
        filter.limit = 1;
        const auto first = audited(attacked, filter);
        REQUIRE(first.size() == 1);
        filter.before = first.front().number;
        const auto second = audited(attacked, filter);
        REQUIRE(second.size() == 1);
        CHECK(second.front().revision == 2);
        filter = {};
        filter.from = edit.arrived;
        CHECK(audited(attacked, filter).size() == 1);
        filter.from = {};
        filter.to = Instant::fromMilliseconds(1);
        CHECK(audited(attacked, filter).empty());
    }
    SECTION("signing in, new passwords, copies and access to a customer stand in it")
    {
        attacked.session(3).json(attacked.filled(
            "SELECT srv.grant_access('{new}', '{bob}', 2, now() + interval '1 day', 'help')"));
        for (const char* table : {"_login", "_password", "_device", "_access"}) {
            sync::ServerAuditFilter filter;
            filter.table = QString::fromLatin1(table);
            CAPTURE(table);
            CHECK_FALSE(audited(attacked, filter).empty());
        }
        // and reach nobody's copy
        CHECK(attacked.session(1)
                  .column(QStringLiteral("SELECT tbl FROM sync.feed('1:1:') WHERE tbl LIKE '\\_%'"))
                  .isEmpty());
    }
    SECTION("of costs an administrator without the right to them reads that they changed")
    {
        attacked.session(1).json(
            attacked.filled(R"(SELECT srv.set_roles('{new}', 1, '[{"role": "administrator"}]'))"));
        attacked.database().execute(attacked.filled(
            "INSERT INTO app.quote_line_cost (id, line, created_at, changed_at) VALUES "
            "('cccccccc-0000-7000-8000-000000000032', '{line}', 1, 1)"));
        const QString changes =
            attacked.session(1)
                .scalar(QStringLiteral("SELECT changes FROM srv.audit('{\"table\": "
                                       "\"quote_line_cost\"}', NULL, 1)"))
                .toString();
        CHECK(changes.contains(QStringLiteral("\"line\": {}")));
        CHECK_FALSE(changes.contains(QStringLiteral("new")));
    }
}

TEST_CASE("whoever rewrites history is found out, and the first altered entry is named (I10)",
    "[server][audit]")
{
    AttackedTeam attacked;
    PgDatabase& database = attacked.database();
    const auto link = value(sync::ServerLink::open(database.dsn()));
    database.execute(QStringLiteral("SELECT sync.seal_up(5)"));
    database.execute(QStringLiteral("SELECT sync.seal_up()"));
    const auto whole = value(sync::verifySeals(*link));
    CHECK_FALSE(whole.broken);
    CHECK(whole.seals == 2);
    CHECK(whole.rows > 10);
    CHECK(whole.newestHash.size() == 64);
    CHECK(attacked.session(2).scalar(QStringLiteral("SELECT sync.seal_hash(2)")).toString()
        == whole.newestHash);
    const auto run = [&](const char* act) {
        return ctl({QStringLiteral("audit"),
            QString::fromLatin1(act),
            QStringLiteral("--dsn"),
            database.dsn(),
            QStringLiteral("--json")});
    };
    CHECK(run("verify").exit == 0);
    CHECK(run("tail").json()[QStringLiteral("result")][QStringLiteral("entries")].toArray().size()
        == 20);
    CHECK(run("lose").exit == 2);
    SECTION("a value was changed")
    {
        tamperWith(database, "UPDATE sync.history SET new = '{}' WHERE seq IN (9, 11)");
        const auto state = value(sync::verifySeals(*link));
        REQUIRE(state.broken);
        CHECK(state.broken->number == 9);
        CHECK(state.broken->expected == state.broken->found);
        const CtlRun verified = run("verify");
        CHECK(verified.exit == 1);
        CHECK(verified.firstError() == QStringLiteral("SEAL_BROKEN"));
        CHECK(verified.firstError("number") == QStringLiteral("9"));
    }
    SECTION("an entry was taken out: the one behind it shows")
    {
        tamperWith(database, "DELETE FROM sync.history WHERE seq = 2");
        const auto state = value(sync::verifySeals(*link));
        REQUIRE(state.broken);
        CHECK(state.broken->seal == 1);
        CHECK(state.broken->number == 3);
        CHECK(state.broken->found == state.broken->expected - 1);
    }
    SECTION("who did it was changed")
    {
        tamperWith(database, "UPDATE sync.history SET login = 'u3' WHERE seq = 10");
        CHECK(value(sync::verifySeals(*link)).broken->number == 10);
    }
}

TEST_CASE("history is sealed on the way of a hello, by one, ten minutes apart", "[server][audit]")
{
    Team team;
    PgDatabase& database = team.database();
    const auto seals = [&] {
        return database.scalar(QStringLiteral("SELECT count(*) FROM sync.seal")).toInt();
    };
    team.client(2);
    CHECK(seals() == 0); // installed just now
    database.execute(
        QStringLiteral("UPDATE sync.meta SET installed_at = now() - interval '11 minutes'"));
    // While somebody else seals, a hello goes its way.
    const auto sealing = std::make_unique<PgSession>(database, QStringLiteral("postgres"));
    sealing->execute(QStringLiteral("BEGIN"));
    sealing->execute(QStringLiteral("SELECT pg_advisory_xact_lock(7305, 1)"));
    team.client(2);
    CHECK(seals() == 0);
    sealing->execute(QStringLiteral("ROLLBACK"));
    team.client(2);
    CHECK(seals() == 1);
    team.client(3);
    CHECK(seals() == 1);
}
