// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/attack_fixture.h"
#include "tests/support/catch.h"

using namespace chengdan;
using namespace chengdan::tests;

namespace {

// What a sales person with psql may not do at all, whoever the rows belong to: SQLSTATE 42501.
// clang-format off
constexpr const char* kDenied[] = {
    "SELECT name FROM app.customer",
    "SELECT * FROM sync.history",
    "SELECT * FROM sync.device",
    "SELECT * FROM sync.history_other",
    "INSERT INTO sync.history (tbl, op, row_id, rev) VALUES ('customer', 'U', 'x', 1)",
    "UPDATE app.customer SET owner = 2",
    "UPDATE sync.history SET uid = 3",
    "DELETE FROM sync.conflict",
    "TRUNCATE sync.history",
    "TRUNCATE app.customer",
    "COPY app.customer TO STDOUT",
    "COPY sync.history TO STDOUT",
    "COPY app.usr FROM STDIN",
    "BEGIN;; LOCK TABLE app.customer IN ACCESS SHARE MODE",
    "BEGIN;; LOCK TABLE sync.history IN SHARE MODE",
    "CREATE TABLE public.mine () INHERITS (app.customer)",
    "CREATE TABLE sync.mine () INHERITS (sync.device)",
    "CREATE TRIGGER mine BEFORE UPDATE ON sync.device FOR EACH ROW EXECUTE FUNCTION sync.note()",
    "CREATE RULE mine AS ON INSERT TO sync.device DO NOTHING",
    "CREATE POLICY mine ON sync.device USING (true)",
    "ALTER TABLE sync.history DISABLE TRIGGER ALL",
    "ALTER TABLE sync.history DISABLE ROW LEVEL SECURITY",
    "ALTER FUNCTION sync.push(uuid, bigint, jsonb) SET search_path = public",
    "ALTER FUNCTION sync.pull_begin() SECURITY INVOKER",
    "DROP FUNCTION sync.pull_begin()",
    "CREATE FUNCTION sync.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION srv.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE TEMP TABLE mine (x integer)",
    "SELECT 1 AS x INTO TEMP mine",
    "CREATE SCHEMA mine",
    "CREATE TABLE public.mine (x integer)",
    "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION sync.never()",
    "CREATE ROLE mine SUPERUSER",
    "CREATE DATABASE mine",
    "DROP DATABASE postgres",
    "ALTER ROLE u2 SUPERUSER",
    "ALTER ROLE u2 BYPASSRLS",
    "ALTER ROLE u2 CONNECTION LIMIT 100",
    "ALTER ROLE u3 PASSWORD 'mine'",
    "ALTER ROLE u3 SET search_path = pg_temp",
    "ALTER ROLE u2 SET session_replication_role = replica",
    "ALTER SYSTEM SET work_mem = '1GB'",
    "GRANT cd_door TO u2",
    "GRANT cd_user TO u2 WITH ADMIN OPTION",
    "GRANT u3 TO u2",
    "GRANT EXECUTE ON FUNCTION sync.note() TO u2",
    "SET ROLE cd_owner",
    "SET ROLE cd_door",
    "SET ROLE cd_hist",
    "SET ROLE cd_admin",
    "SET ROLE u3",
    "SET SESSION AUTHORIZATION u3",
    "SET SESSION AUTHORIZATION postgres",
    "SET session_replication_role = replica",
    "SELECT set_config('role', 'cd_owner', false)",
    "SELECT set_config('session_authorization', 'u3', false)",
    "SELECT app.me()",
    "SELECT app.may('admin')",
    "SELECT sync.known_table('customer')",
    "SELECT sync.push_group('{amy's pc}', 1, 3, '{}')",
    "SELECT sync.push_insert(NULL, 3, '{}', 1)",
    "SELECT sync.push_op('{amy's pc}', 1, 3, '{}', 1)",
    "SELECT sync.keep_conflict('{amy's pc}', 1, 3, '{}', 'refused', '', NULL)",
    "SELECT srv.hand('{bob}', 2, 2)",
    "SELECT srv.answer('{new}', 3, 'claim', '{}', NULL, '{}')",
    "SELECT srv.close_login(3)",
    "SELECT srv.count_probe(3)",
    "SELECT sync.seal_up()",
    "SELECT sync.broken_seals()",
    "SELECT sync.make_partitions()",
    "SELECT sync.end_idle_writers()",
    "SELECT sync.my_channel()",
    "SELECT sync.wake_readers()",
    "SELECT nextval('sync.history_seq_seq')",
    "SELECT setval('sync.history_seq_seq', 1)",
    "SELECT last_value FROM sync.history_seq_seq",
    "SELECT last_value FROM app.probes_2",
    "SELECT * FROM pg_stat_activity",
    "SELECT pg_stat_get_activity(NULL)",
    "SELECT * FROM pg_locks",
    "SELECT pg_lock_status()",
    "SELECT pg_blocking_pids(1)",
    "SELECT * FROM pg_stat_user_tables",
    "SELECT * FROM pg_stat_database",
    "SELECT * FROM pg_stat_progress_vacuum",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_statistic_ext_data",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_shadow",
    "SELECT * FROM pg_roles",
    "SELECT * FROM pg_user",
    "SELECT * FROM pg_group",
    "SELECT pg_database_size(current_database())",
    "SELECT pg_table_size(c.oid) FROM pg_class c WHERE c.relname = 'customer'",
    "SELECT pg_total_relation_size(c.oid) FROM pg_class c WHERE c.relname = 'history'",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT loread(0, 1)",
    "SELECT pg_advisory_lock(7305, 1)",
    "SELECT pg_advisory_xact_lock(7305, 1)",
    "SELECT pg_try_advisory_lock(1)",
    "SELECT pg_advisory_lock_shared(1)",
    "SELECT pg_logical_emit_message(false, 'x', 'y')",
    "SELECT pg_export_snapshot()",
    "DO 'BEGIN END'",
    "DO LANGUAGE plpgsql 'BEGIN END'",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/chengdan-attack'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()",
    "CHECKPOINT",
    "SHOW hba_file",
    "LOAD 'auto_explain'",
    "CREATE FOREIGN DATA WRAPPER mine",
    "CREATE PUBLICATION mine",
    "CREATE SUBSCRIPTION mine CONNECTION '' PUBLICATION mine",
    "REASSIGN OWNED BY cd_owner TO u2",
    "DROP OWNED BY cd_owner",
    "ALTER DEFAULT PRIVILEGES FOR ROLE cd_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
    "ALTER SCHEMA sync OWNER TO u2",
    "GRANT cd_admin TO u2",
    "COMMENT ON ROLE u2 IS 'x'",
    "SELECT srv.make_probe_counter()",
    "SELECT sync.note()",
    "SELECT query_to_xml('SELECT * FROM app.customer', true, false, '')",
    "SELECT table_to_xml('app.customer', true, false, '')",
    "SELECT ts_stat('SELECT name FROM app.customer')",
    "PREPARE p AS SELECT * FROM app.customer",
    "DECLARE c CURSOR WITH HOLD FOR SELECT * FROM app.customer",
    "EXPLAIN SELECT * FROM app.customer",
    "CREATE VIEW sync.mine AS SELECT 1",
    "CREATE TYPE sync.mine AS ENUM ()",
    "CREATE OPERATOR sync.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)",
    "CREATE CAST (integer AS boolean) WITH INOUT",
    "CREATE SEQUENCE sync.mine",
    "ANALYZE app.customer",
    "ALTER ROLE u2 SET cd.device = '{bob's pc}'",
    "GRANT u2 TO u3",
    "SELECT * FROM app.probes_2",
    "SELECT currval('app.probes_2')",
    "SELECT setval('app.probes_2', 0)",
    "SELECT srv.may_probe(3)",
    "SELECT srv.probes_today(3)",
    "SELECT srv.shows(2, 2)",
    "SELECT sync.must_be_now()",
    "SELECT sync.reaches(NULL, 3)",
};
// clang-format on

} // namespace

TEST_CASE(
    "a rep with psql is denied everything but the functions of the protocol", "[server][attack]")
{
    AttackedTeam attacked;
    const qint64 before = attacked.traces();
    for (const char* statement : kDenied) {
        CAPTURE(statement);
        CHECK(attacked.refusal(2, attacked.filled(statement)).toStdString() == "42501");
    }
    CHECK(attacked.traces() == before);
}

TEST_CASE("a rep ends nobody else's session", "[server][attack]")
{
    AttackedTeam attacked;
    const QString pid =
        attacked.session(3).scalar(QStringLiteral("SELECT pg_backend_pid()")).toString();
    for (const char* function : {"pg_terminate_backend", "pg_cancel_backend"}) {
        CHECK(attacked.refusal(
                  2, QStringLiteral("SELECT %1(%2)").arg(QString::fromLatin1(function), pid))
            == QStringLiteral("42501"));
    }
    CHECK(attacked.session(3).scalar(QStringLiteral("SELECT 1")).toInt() == 1);
}

TEST_CASE("a rep opens four sessions at most", "[server][attack]")
{
    AttackedTeam attacked; // has one
    const auto second = attacked.team().session(2);
    const auto third = attacked.team().session(2);
    const auto fourth = attacked.team().session(2);
    CHECK_FALSE(PgSession::opens(attacked.database(), QStringLiteral("u2")));
}
