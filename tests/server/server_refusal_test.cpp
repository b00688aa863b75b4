// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

struct Attempt {
    int person; // 1 the boss, 2 Amy, sales, 4 Dan, finance, who sees everything
    const char* text;
    const char* refusal;
};

// clang-format off
constexpr Attempt kCalls[] = {
    {2, "SELECT srv.claim(NULL, '{pool}')", "23502"},
    {2, "SELECT srv.transfer('{new}', '{{bob}}', 2, 'mine')", "PERMISSION"},
    {2, "SELECT srv.transfer('{new}', '{{amy}}', 3, 'yours')", "PERMISSION"},
    {2, "SELECT srv.transfer('{new}', NULL, NULL, 'x')", "PERMISSION"},
    {2, "SELECT srv.transfer('{new}', '{}', NULL, 'x')", "PERMISSION"},
    {4, "SELECT srv.transfer('{new}', '{{bob}}', 2, 'x')", "PERMISSION"},
    {1, "SELECT srv.transfer('{new}', '{{bob},NULL}', 2, 'x')", "NOT_VISIBLE"},
    {2, "SELECT srv.grant_access('{new}', '{bob}', 2, now() + interval '1 day', 'mine')", "NOT_VISIBLE"},
    {2, "SELECT srv.grant_access('{new}', '{amy}', 2, now() + interval '1 day', 'mine')", "NOT_VISIBLE"},
    {2, "SELECT srv.grant_access('{new}', '{bob}', 4, now() + interval '1 day', 'x')", "NOT_VISIBLE"},
    {2, "SELECT srv.grant_access('{new}', NULL, NULL, NULL, NULL)", "NOT_VISIBLE"},
    {4, "SELECT srv.grant_access('{new}', '{bob}', 2, now() + interval '1 day', 'x')", "NOT_VISIBLE"},
    {4, "SELECT srv.revoke_access('{new}', '{bob}', 2)", "NOT_VISIBLE"},
    {2, "SELECT srv.revoke_access('{new}', '{bob}', 3)", "NOT_VISIBLE"},
    {4, "SELECT srv.claim('{new}', '{pool}')", "PERMISSION"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"name": "x", "owner": 3}'))", "ACT_ONLY"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"name": "x", "created_by": 3}'))", "ACT_ONLY"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"name": "x", "root_id": "{bob}"}'))", "ACT_ONLY"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"name\") SELECT 1; --": "x"}'))", "ACT_ONLY"},
    {4, R"(SELECT srv.register_customer('{new}', '{new}', '{"name": "x"}'))", "PERMISSION"},
    {2, R"(SELECT srv.register_customer('{new}', NULL, '{"name": "x"}'))", "23502"},
    {2, R"(SELECT srv.register_customer(NULL, '{new}', '{"name": "x"}'))", "23502"},
    {2, "SELECT srv.register_customer('{new}', '{new}', NULL)", "VALUE_INVALID"},
    {2, "SELECT srv.register_customer('{new}', '{new}', '[]')", "22023"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"name": null}'))", "VALUE_INVALID"},
    {2, R"(SELECT srv.register_customer('{new}', '{new}', '{"custom": null, "name": "x"}'))", "VALUE_INVALID"},
    {3, "SELECT srv.claim('{amy's request}', '{pool}')", "REQUEST_OF_ANOTHER"},
    {2, R"(SELECT srv.add_person('{"login": "eve", "name": "eve"}', '[{"role": "administrator"}]'))", "PERMISSION"},
    {2, "SELECT srv.add_person(NULL, NULL)", "PERMISSION"},
    {2, "SELECT srv.set_login(2, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')", "PERMISSION"},
    {2, "SELECT srv.set_login(NULL, NULL)", "PERMISSION"},
    {2, "SELECT srv.disable_person(3)", "PERMISSION"},
    {2, "SELECT srv.disable_person(NULL)", "PERMISSION"},
    {2, "SELECT srv.enable_person(3)", "PERMISSION"},
    {1, "SELECT srv.disable_person(1)", "NOT_YOURSELF"},
    {1, "SELECT srv.disable_person(NULL)", "RECEIVER_UNKNOWN"},
    {1, "SELECT srv.set_login(3, 'secret')", "PASSWORD_FORM"},
    {1, "SELECT srv.set_login(3, NULL)", "PASSWORD_FORM"},
    {1, "SELECT srv.set_login(99, 'SCRAM-SHA-256$4096:c2FsdA==$a2V5:a2V5')", "RECEIVER_UNKNOWN"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "eve", "id": 1}', '[]'))", "ACT_ONLY"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "active": true}', '[]'))", "ACT_ONLY"},
    {1, R"(SELECT srv.add_person('{"login": "amy", "name": "x"}', '[]'))", "LOGIN_TAKEN"},
    {1, R"(SELECT srv.add_person('{"login": "eve", "name": "x"}', '[{"role": "superuser"}]'))", "23514"},
    {2, "SELECT sync.hello('{bob's pc}', 'pc', 2)", "DEVICE_OF_ANOTHER"},
    {2, "SELECT sync.hello('{amy's pc}', 'pc', NULL)", "CLIENT_OLD"},
    {2, "SELECT sync.hello('{amy's pc}', 'pc', 99)", "SERVER_OLD"},
    {2, "SELECT sync.hello('{amy's pc}', 'pc', -1)", "CLIENT_OLD"},
    {2, "SELECT sync.hello(NULL, 'pc', 2)", "23502"},
    {2, "SELECT sync.hello('{amy's pc}', NULL, 2)", "23502"},
    {2, R"(SELECT sync.push('{bob's pc}', 1, '{"groups": []}'))", "DEVICE_UNKNOWN"},
    {2, R"(SELECT sync.push(NULL, 1, '{"groups": []}'))", "DEVICE_UNKNOWN"},
    {2, R"(SELECT sync.push('{amy's pc}', NULL, '{"groups": []}'))", "BATCH_GAP"},
    {2, R"(SELECT sync.push('{amy's pc}', 7, '{"groups": []}'))", "BATCH_GAP"},
    {2, R"(SELECT sync.push('{amy's pc}', -1, '{"groups": []}'))", "BATCH_GAP"},
    {2, R"(SELECT sync.push('{amy's pc}', 9223372036854775807, '{"groups": []}'))", "BATCH_GAP"},
    {2, "SELECT sync.push('{amy's pc}', 1, NULL)", "BATCH_SIZE"},
    {2, "SELECT sync.push('{amy's pc}', 1, 'null')", "BATCH_SIZE"},
    {2, R"(SELECT sync.push('{amy's pc}', 1, '{"groups": {}}'))", "BATCH_SIZE"},
    {2, "SELECT sync.push('{amy's pc}', 1, '[]')", "BATCH_SIZE"},
    {2, "SELECT sync.push('{amy's pc}', 1, jsonb_build_object('groups', (SELECT jsonb_agg(i) FROM generate_series(1, 51) i)))", "BATCH_SIZE"},
    {2, "SELECT sync.push('{amy's pc}', 1, jsonb_build_object('groups', jsonb_build_array(repeat('x', 17000000))))", "BATCH_SIZE"},
    {2, R"(SELECT sync.push('{new}', 1, '{"groups": []}'))", "DEVICE_UNKNOWN"},
    {2, "SELECT * FROM sync.digest('customer; DROP TABLE app.customer', 2)", "TABLE_UNKNOWN"},
    {2, "SELECT * FROM sync.digest('usr', 2)", "TABLE_UNKNOWN"},
    {2, "SELECT * FROM sync.digest('pg_authid', NULL)", "TABLE_UNKNOWN"},
    {2, "SELECT * FROM sync.digest(NULL, NULL)", "TABLE_UNKNOWN"},
    {2, "SELECT * FROM sync.revs('history', NULL)", "TABLE_UNKNOWN"},
    {2, "SELECT * FROM sync.revs('Customer', 2)", "TABLE_UNKNOWN"},
    {2, "SELECT sync.feed('garbage')", "22P02"},
    {2, R"(BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT sync.push('{amy's pc}', 1, '{"groups": []}'))", "TRANSACTION_STALE"},
    {2, "BEGIN ISOLATION LEVEL SERIALIZABLE;; SELECT srv.claim('{new}', '{pool}')", "TRANSACTION_STALE"},
    {1, "BEGIN ISOLATION LEVEL REPEATABLE READ;; SELECT srv.enable_person(3)", "TRANSACTION_STALE"},
    {2, "BEGIN READ ONLY;; SELECT srv.claim('{new}', '{pool}')", "25006"},
    {2, "SET row_security = off;; SELECT * FROM sync.fetch_customer('{{bob}}')", "42501"},
    {2, "SET row_security = off;; SELECT * FROM sync.feed('1:1:')", "42501"},
    {2, "SET row_security = off;; SELECT * FROM sync.digest('customer', 2)", "42501"},
    {2, "BEGIN;; PREPARE TRANSACTION 'mine'", "55000"},
};

constexpr Attempt kEdits[] = {
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{bob}", "base": 2, "v": {"city": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{BOB}", "base": 2, "v": {"city": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{pool}", "base": 1, "v": {"city": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{new}", "base": 1, "v": {"city": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "nobody", "base": 1, "v": {"city": "x"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": null, "base": 1, "v": {"city": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "U", "id": "{bob's contact}", "base": 1, "v": {"name": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "U", "id": "{bob's contact}", "base": 1, "v": {"customer": "{amy}"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "U", "id": "{amy's contact}", "base": 1, "v": {"customer": "{bob}"}})", "ROOT_FIXED"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{bob}", "name": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "root": "{amy}", "v": {"customer": "{bob}", "name": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{pool}", "name": "x"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"name": "x"}})", "REFERENCE_UNKNOWN"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{bob's contact}", "v": {"customer": "{amy}", "name": "x"}})", "DUPLICATE"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": null, "v": {"customer": "{amy}", "name": "x"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "quote_line", "k": "U", "id": "{line}", "base": 1, "v": {"qty": 99999999999999999999}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "quote_line", "k": "U", "id": "{line}", "base": 1, "v": {"qty": "many"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "quote_line", "k": "U", "id": "{line}", "base": 1, "v": {"type": "gift"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "quote_line", "k": "U", "id": "{line}", "base": 1, "v": {"net_amount": null}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "quote_revision", "k": "U", "id": "{revision}", "base": 1, "v": {"state": "approved"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "quote_revision", "k": "U", "id": "{revision}", "base": 1, "v": {"state": "sent"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "quote", "k": "U", "id": "{quote}", "base": 1, "v": {"state": "accepted"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "quote_revision", "k": "I", "id": "{new}", "v": {"quote": "{quote}", "revision_no": 2, "state": "approved"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"owner": 3}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"id": "{new}"}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"rev": 9}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"root_id": "{bob}"}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"created_by": 3}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"changed_at": 1}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"name = '', owner": 3}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 9, "v": {"city": "x"}})", "BASE_UNKNOWN"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 0, "v": {"city": "x"}})", "BASE_UNKNOWN"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": null, "v": {"city": "x"}})", "BASE_UNKNOWN"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": "x", "v": {"city": "x"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"city": null}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": [1]})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": "x"})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"status": "bought"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"custom": "x"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"custom": null}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"custom": [1]}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"deleted": "maybe"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "customer", "k": "D", "id": "{amy}", "base": 2, "v": {}})", "OPERATION_UNKNOWN"},
    {2, R"({"n": 1, "t": "customer", "k": null, "id": "{amy}", "base": 2, "v": {}})", "OPERATION_UNKNOWN"},
    {2, R"({"n": 1, "t": "customer", "k": "I", "id": "{new}", "v": {"name": "x"}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"credit_code": "91330200MA2BBBBB1X"}})", "DUPLICATE"},
    {2, R"({"n": 1, "t": "customer", "k": "U", "id": "{amy}", "base": 2, "v": {"number": "C-2"}})", "DUPLICATE"},
    {2, R"({"n": 1, "t": "customer\"; DROP TABLE app.customer; --", "k": "U", "id": "{amy}", "base": 2, "v": {}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": "usr", "k": "U", "id": "2", "base": 1, "v": {"rights": []}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": "history", "k": "I", "id": "{new}", "v": {}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": "grant_", "k": "I", "id": "{new}", "v": {}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": null, "k": "I", "id": "{new}", "v": {}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": "person", "k": "U", "id": "2", "base": 1, "v": {"approval_limit": 100000000}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "person_role", "k": "I", "id": "{new}", "v": {"person": 2, "role": "administrator", "scope": "all"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "item", "k": "I", "id": "{new}", "v": {"code": "x"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "price_policy", "k": "I", "id": "{new}", "v": {}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "float_authority", "k": "I", "id": "{new}", "v": {}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "company_setting", "k": "I", "id": "{new}", "v": {"key": "x"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "stage", "k": "I", "id": "{new}", "v": {}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "field_definition", "k": "I", "id": "{new}", "v": {}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "quote_line_cost", "k": "I", "id": "{new}", "v": {"line": "{line}"}})", "PERMISSION"},
    {2, R"({"n": 1, "t": "cost_snapshot", "k": "I", "id": "{new}", "root": "{bob}", "v": {"hash": "x"}})", "PERMISSION"},
    {4, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{bob}", "name": "x"}})", "PERMISSION"},
    {4, R"({"n": 1, "t": "cost_snapshot", "k": "I", "id": "{new}", "root": "{bob}", "v": {"hash": "x"}})", "PERMISSION"},
    {1, R"({"n": 1, "t": "cost_snapshot", "k": "I", "id": "{new}", "root": "{new}", "v": {"hash": "x"}})", "REFERENCE_UNKNOWN"},
    {1, R"({"n": 1, "t": "person", "k": "U", "id": "2", "base": 1, "v": {"active": false}})", "ACT_ONLY"},
    {1, R"({"n": 1, "t": "person", "k": "U", "id": "2", "base": 1, "v": {"login": "u1"}})", "ACT_ONLY"},
    {1, R"({"n": 1, "t": "person", "k": "I", "id": "9", "v": {"name": "x"}})", "ACT_ONLY"},
    {2, R"({"n": 1, "t": "audit_entry", "k": "I", "id": "{new}", "v": {"person": 1, "act": "transfer"}})", "NOT_VISIBLE"},
    {2, R"({"n": 1, "t": "stage_change", "k": "U", "id": "{new}", "base": 1, "v": {"reason": "x"}})", "APPEND_ONLY"},
    {2, R"({"n": 1, "t": "audit_entry", "k": "U", "id": "{new}", "base": 1, "v": {"title": "x"}})", "APPEND_ONLY"},
    {2, "5", "TABLE_UNKNOWN"},
    {2, "null", "TABLE_UNKNOWN"},
    {2, R"("x")", "TABLE_UNKNOWN"},
    {2, R"({"n": "x", "t": "usr"})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1.5, "t": "usr"})", "TABLE_UNKNOWN"},
    {2, R"({"n": {"a": null}, "t": {"a": null}, "k": [], "v": {}})", "TABLE_UNKNOWN"},
    {2, R"({"n": 1, "t": "opportunity", "k": "I", "id": "{new}", "v": {"customer": "{amy}", "stage": "{new}", "name": "x"}})", "REFERENCE_UNKNOWN"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{amy}", "name": "x", "custom": "x"}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{amy}", "name": "x", "custom": [1]}})", "VALUE_INVALID"},
    {2, R"({"n": 1, "t": "contact", "k": "I", "id": "{new}", "v": {"customer": "{amy}", "name": "x", "custom": null}})", "VALUE_INVALID"},
};
// clang-format on

} // namespace

TEST_CASE("a doctored client that calls functions with any arguments is refused, each time in the "
          "right words",
    "[server][attack]")
{
    AttackedTeam attacked;
    const qint64 before = attacked.traces();
    for (const Attempt& attempt : kCalls) {
        CAPTURE(attempt.person, attempt.text);
        CHECK(attacked.refusal(attempt.person, attacked.filled(attempt.text)).toStdString()
            == attempt.refusal);
    }
    CHECK(attacked.traces() == before);
}

TEST_CASE(
    "an edit that is not the sender's to make is refused and changes no row", "[server][attack]")
{
    AttackedTeam attacked;
    const qint64 before = attacked.traces();
    for (const Attempt& attempt : kEdits) {
        CAPTURE(attempt.person, attempt.text);
        QString edit = attacked.filled(attempt.text);
        edit.replace(QLatin1Char('\''), QStringLiteral("''"));
        CHECK(attacked.team()
                  .pushed(attacked.session(attempt.person), attempt.person, edit)
                  .toStdString()
            == attempt.refusal);
    }
    CHECK(attacked.traces() == before);
    const auto kept = attacked.database().scalar(
        QStringLiteral("SELECT count(*) FROM sync.conflict WHERE kind = 'refused'"));
    CHECK(kept.toUInt() == std::size(kEdits)); // what was typed is not lost (I13)
}
