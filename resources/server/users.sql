-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People and their logins: asked for by an administrator of the company, or by whoever installs the server.

CREATE FUNCTION srv.require_administrator() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_now();
  IF NOT app.may('admin') AND NOT (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = session_user) THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "admin"}');
  END IF;
END $$;

-- A new person with the next number; roles: [{"role": "sales", "scope": "own"}, …]. Answers the number.
CREATE FUNCTION srv.add_person(v jsonb, roles jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  uid integer;
  columns text;
  unknown text;
  one jsonb;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  PERFORM srv.require_administrator();
  SELECT k INTO unknown FROM jsonb_object_keys(v) k
  WHERE k <> 'login' AND NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = 'person' AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', 'person', 'column', left(unknown, 60)));
  END IF;
  LOCK TABLE app.person IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(max(p.id), 0) + 1 INTO uid FROM app.person p;
  SELECT string_agg(format(', %I', k), '') INTO columns FROM jsonb_object_keys(v) k;
  BEGIN
    EXECUTE format('INSERT INTO app.person (id, owner, active, created_at, changed_at%s) SELECT $2, $2, true, $3, $3%s '
      'FROM jsonb_populate_record(NULL::app.person, $1)', columns, columns) USING v, uid, now_;
  EXCEPTION WHEN unique_violation THEN
    PERFORM sync.refuse('LOGIN_TAKEN', jsonb_build_object('login', v -> 'login'));
  END;
  FOR one IN SELECT value FROM jsonb_array_elements(roles) LOOP
    INSERT INTO app.person_role (id, owner, person, role, scope, created_at, changed_at)
    VALUES (gen_random_uuid(), uid, uid, one ->> 'role', coalesce(one ->> 'scope', 'own'), now_, now_);
  END LOOP;
  PERFORM sync.wake_readers();
  RETURN uid;
END $$;

-- Gives a person a login. verifier: what PostgreSQL stores for SCRAM, so that no password travels here or into a log.
CREATE FUNCTION srv.set_login(uid integer, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
SET client_min_messages = 'warning' AS $$
DECLARE
  login text := 'u' || set_login.uid;
BEGIN
  PERFORM srv.require_administrator();
  IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    PERFORM sync.refuse('PASSWORD_FORM');
  ELSIF NOT srv.is_active(set_login.uid) THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login) THEN
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT 4', login, verifier);
  ELSE
    EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT PASSWORD %L CONNECTION LIMIT 4', login, verifier);
  END IF;
  EXECUTE format('GRANT cd_user TO %I', login);
  EXECUTE format('ALTER ROLE %I INHERIT', login);
  PERFORM sync.note_act('password', set_login.uid::text, '{}');
END $$;

CREATE FUNCTION srv.is_active(uid integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT u.active FROM app.usr u WHERE u.uid = is_active.uid), false)
$$;

-- Ends somebody's access in one act: no rows at once, no new session, the open ones ended, the copies revoked.
CREATE FUNCTION srv.disable_person(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
BEGIN
  PERFORM srv.require_administrator();
  IF disable_person.uid = app.me() THEN
    PERFORM sync.refuse('NOT_YOURSELF');
  ELSIF NOT srv.is_active(disable_person.uid) THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  UPDATE app.person p SET active = false, changed_by = coalesce(app.me(), 0) WHERE p.id = disable_person.uid;
  UPDATE sync.device d SET revoked = true WHERE d.uid = disable_person.uid;
  DELETE FROM app.grant_ g WHERE g.uid = disable_person.uid;
  PERFORM srv.close_login(disable_person.uid);
  PERFORM sync.wake_readers();
END $$;

CREATE FUNCTION srv.close_login(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login text := 'u' || close_login.uid;
BEGIN
  PERFORM srv.require_administrator();
  IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login) THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.usename = login AND a.pid <> pg_backend_pid();
  END IF;
END $$;

CREATE FUNCTION srv.enable_person(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
BEGIN
  PERFORM srv.require_administrator();
  UPDATE app.person p SET active = true, changed_by = coalesce(app.me(), 0) WHERE p.id = enable_person.uid AND NOT p.deleted;
  IF NOT FOUND THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  PERFORM sync.wake_readers(); -- the login opens again with a new password
END $$;
