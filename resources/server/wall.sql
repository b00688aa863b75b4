-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who owns each function and who may call it. Last, over everything that stands: a function that is named nowhere here
-- belongs to cd_owner and is called by nobody. Runs again after every change of the server, and on a copy of its database,
-- which does not bring along who may connect.
DO $$
DECLARE
  f record;
  doors constant text[] := ARRAY['hello', 'pull_begin', 'feed', 'cursor_known', 'digest', 'revs', 'push', 'push_group', 'push_op',
    'push_insert', 'push_update', 'blob_get'];
  historians constant text[] := ARRAY['note', 'seal_up', 'broken_seals', 'block_hash', 'history_bytes', 'make_partitions', 'never',
    'mark_of', 'note_act', 'note_access', 'note_device', 'first_broken', 'chain_state', 'seal_hash', 'seal_sometimes',
    'must_be_ahead', 'note_delegation'];
  administrators constant text[] := ARRAY['set_login', 'close_login', 'end_idle_writers', 'login_states'];
  for_people constant text[] := ARRAY['hello', 'pull_begin', 'feed', 'cursor_known', 'digest', 'revs', 'push', 'seal_hash',
    'blob_have', 'blob_put', 'blob_done', 'blob_get'];
  acts constant text[] := ARRAY['claim', 'transfer', 'register_customer', 'grant_access', 'revoke_access', 'add_person', 'set_login',
    'disable_person', 'enable_person', 'change_person', 'set_roles', 'add_team', 'change_team', 'add_region', 'change_region',
    'register_customers', 'audit', 'devices', 'revoke_device', 'verify_seals', 'checkup', 'checkup_scores',
    'person_state', 'delegate', 'withdraw_delegation', 'delegations'];
  owner_ text;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name, n.nspname AS place, p.proname AS short FROM pg_proc p
           JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'sync', 'srv') LOOP
    owner_ := CASE
      WHEN f.place = 'sync' AND (f.short = ANY(doors) OR f.short ~ '^(fetch|load|root)_') THEN 'cd_door'
      WHEN f.place = 'sync' AND f.short = ANY(historians) THEN 'cd_hist'
      WHEN f.short = ANY(administrators) THEN 'cd_admin'
      ELSE 'cd_owner' END;
    EXECUTE format('ALTER FUNCTION %s OWNER TO %I', f.name, owner_);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC, cd_user', f.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_owner, cd_door, cd_hist, cd_admin', f.name);
    IF f.place = 'sync' AND (f.short = ANY(for_people) OR f.short ~ '^(fetch|load|root)_') OR f.place = 'srv' AND f.short = ANY(acts) THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_user', f.name);
    END IF;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA app, sync, srv FROM cd_door, cd_admin;
REVOKE CREATE ON SCHEMA app, srv FROM cd_hist; -- in sync it makes the partitions of history
GRANT USAGE ON SCHEMA srv TO cd_door, cd_admin;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO cd_door;
REVOKE ALL ON app.usr, app.scope, app.grant_, app.delegation FROM cd_door;
GRANT SELECT ON sync.meta, sync.tbl, sync.col, sync.history TO cd_door;
GRANT SELECT, INSERT, UPDATE ON sync.device TO cd_door;
GRANT SELECT ON sync.history TO cd_owner;
GRANT SELECT ON sync.tbl TO cd_hist;
DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT tbl FROM sync.tbl WHERE edit <> 'act' LOOP
    EXECUTE format('GRANT INSERT, UPDATE ON app.%I TO cd_door', t.tbl);
  END LOOP;
END $$;
ALTER TABLE app.usr ENABLE ROW LEVEL SECURITY; -- with no policy: only their owner reads these four
ALTER TABLE app.scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.grant_ ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.delegation ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.history ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS seen ON sync.history;
DROP POLICY IF EXISTS all_ ON sync.history;
CREATE POLICY seen ON sync.history FOR SELECT TO cd_door USING (
  tbl <> ALL((SELECT app.hidden_tables())::text[]) AND (
    owner_new = ANY((SELECT app.my_owners())::integer[])
    OR owner_old = ANY((SELECT app.my_owners())::integer[])
    OR root_id = ANY((SELECT app.my_grants())::uuid[])
    OR tbl = ANY((SELECT app.common_tables())::text[])
    OR tbl = 'customer' AND (owner_new = 0 OR owner_old = 0) AND (SELECT app.may('customer.edit'))));
CREATE POLICY all_ ON sync.history FOR SELECT TO cd_owner USING (true);

-- What every login could otherwise do on a stock server.
DO $$
DECLARE
  f record;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cd_user', current_database());
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND (p.proname ~ '^(lo_|pg_advisory_|pg_try_advisory_|pg_stat_get_|pg_logical_|pg_replication_|pg_control_)'
             OR p.proname IN ('loread', 'lowrite', 'pg_database_size', 'pg_relation_size', 'pg_table_size', 'pg_indexes_size',
               'pg_total_relation_size', 'pg_tablespace_size', 'pg_lock_status', 'pg_blocking_pids',
               'pg_safe_snapshot_blocking_pids', 'pg_isolation_test_session_is_blocked', 'pg_export_snapshot')) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND p.proname IN ('pg_advisory_xact_lock', 'pg_try_advisory_xact_lock', 'pg_control_system', 'pg_control_checkpoint') LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_owner, cd_door, cd_hist', f.name);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND p.proname ~ '^pg_stat_get_' LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_admin', f.name);
  END LOOP;
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO cd_owner, cd_door, cd_hist, cd_admin;
GRANT pg_read_all_stats TO cd_admin;
REVOKE SELECT ON pg_stat_activity, pg_locks, pg_stat_all_tables, pg_stat_user_tables, pg_stat_sys_tables, pg_stat_xact_all_tables,
  pg_stat_xact_user_tables, pg_stat_xact_sys_tables, pg_stat_all_indexes, pg_stat_user_indexes, pg_statio_all_tables,
  pg_statio_user_tables, pg_stat_database, pg_roles, pg_user, pg_group FROM PUBLIC;
GRANT SELECT ON pg_stat_activity, pg_roles TO cd_admin, cd_owner;
GRANT SELECT (rolname, rolcanlogin, rolpassword) ON pg_authid TO cd_admin; -- for the check-up: kept as SCRAM or not
