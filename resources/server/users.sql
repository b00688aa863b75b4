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
  ELSIF coalesce(v ->> 'login', '') !~ '^[a-z0-9._-]{1,60}$' THEN
    PERFORM sync.refuse('PERSON_LOGIN', jsonb_build_object('login', left(coalesce(v ->> 'login', ''), 60)));
  END IF;
  PERFORM srv.check_columns('person', v - 'login' || jsonb_build_object('name', v -> 'name')), srv.check_places(v);
  IF srv.wrong_level(v) IS NOT NULL THEN
    PERFORM sync.refuse(srv.wrong_level(v));
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
  UPDATE app.delegation d SET withdrawn_by = coalesce(app.me(), 0), withdrawn_at = clock_timestamp()
  WHERE disable_person.uid IN (d.giver, d.taker) AND d.withdrawn_at IS NULL AND d.until > now();
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
  UPDATE app.person p SET active = true, changed_by = coalesce(app.me(), 0)
  WHERE p.id = enable_person.uid AND NOT p.active AND NOT p.deleted;
  IF NOT FOUND AND NOT srv.is_active(enable_person.uid) THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  PERFORM sync.wake_readers(); -- the login opens again with a new password
END $$;

-- What an administrator should know of somebody before ending or opening the access: {"login": "u3", "active": true,
-- "may_sign_in": true, "last_seen": ms, "customers": 12, "undecided": 2, "grants": 1, "delegations": 1, "devices": [{"id": …,
-- "code": …, "host": …, "revoked": …, "last_seen": ms}, …]}. undecided: edits of that person which met another's or were
-- refused and which nobody has decided about; what has not been sent yet is known to the PCs alone.
CREATE FUNCTION srv.person_state(uid integer) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  answer jsonb;
BEGIN
  PERFORM srv.require_administrator();
  SELECT jsonb_build_object('login', u.login, 'active', u.active,
    'may_sign_in', coalesce((SELECT s.may_sign_in FROM sync.login_states() s WHERE s.login = u.login), false),
    'last_seen', (SELECT (extract(epoch FROM max(d.last_seen)) * 1000)::bigint FROM sync.device d WHERE d.uid = u.uid),
    'customers', (SELECT count(*) FROM app.customer c WHERE c.owner = u.uid AND NOT c.deleted),
    'undecided', (SELECT count(*) FROM sync.conflict c WHERE c.uid = u.uid AND c.state = 'open'),
    'grants', (SELECT count(*) FROM app.grant_ g WHERE g.uid = u.uid AND g.until > now()),
    'delegations', (SELECT count(*) FROM app.delegation d WHERE u.uid IN (d.giver, d.taker) AND d.withdrawn_at IS NULL AND d.until > now()),
    'devices', coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'host', d.host, 'revoked', d.revoked,
      'last_seen', (extract(epoch FROM d.last_seen) * 1000)::bigint) ORDER BY d.revoked, d.last_seen DESC, d.id)
      FROM sync.device d WHERE d.uid = u.uid), '[]'))
  INTO answer FROM app.usr u WHERE u.uid = person_state.uid;
  IF answer IS NULL THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  RETURN answer;
END $$;
