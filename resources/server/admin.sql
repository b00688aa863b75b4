-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People, roles, teams and regions as an administrator keeps them. Small numbers come from here, one after the other.

-- The number of the administrator who asks, 0 for whoever installs the server.
CREATE FUNCTION srv.administrator() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM srv.require_administrator();
  RETURN coalesce(app.me(), 0);
END $$;

-- A company keeps somebody who can administer it, whichever way a role or a person is changed. One at a time and read after
-- the wait, as people_changed: of two administrators who drop each other's role at once, the second is refused.
CREATE FUNCTION srv.keep_administrator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'person' THEN
    IF NOT EXISTS (SELECT FROM app.person_role r WHERE r.person = NEW.id AND r.role = 'administrator' AND NOT r.deleted) THEN
      RETURN NULL; -- was none
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(7308, 0);
  IF NOT EXISTS (SELECT FROM app.person p JOIN app.person_role r ON r.person = p.id
                 WHERE r.role = 'administrator' AND NOT r.deleted AND p.active AND NOT p.deleted) THEN
    PERFORM sync.refuse('LAST_ADMINISTRATOR');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER administrator_left AFTER UPDATE ON app.person_role FOR EACH ROW
  WHEN (OLD.role = 'administrator' AND NOT OLD.deleted AND (NEW.deleted OR NEW.role <> OLD.role OR NEW.person <> OLD.person))
  EXECUTE FUNCTION srv.keep_administrator();
CREATE TRIGGER administrator_left AFTER UPDATE ON app.person FOR EACH ROW
  WHEN (OLD.active AND NOT OLD.deleted AND (NEW.deleted OR NOT NEW.active))
  EXECUTE FUNCTION srv.keep_administrator();

-- What such an act may write: an object of columns a client may write, but for those with an act of their own.
CREATE FUNCTION srv.check_columns(tbl_ text, v jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unknown text;
BEGIN
  IF jsonb_typeof(v) IS DISTINCT FROM 'object' THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
  END IF;
  SELECT k INTO unknown FROM jsonb_object_keys(v) k
  WHERE k IN ('deleted', 'custom') OR NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = tbl_ AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', tbl_, 'column', left(unknown, 60)));
  ELSIF v ? 'name' AND trim(coalesce(v ->> 'name', '')) = '' OR v ? 'code' AND trim(coalesce(v ->> 'code', '')) = '' THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "name"}');
  END IF;
END $$;

-- Whether a team or region that people and teams name is there.
CREATE FUNCTION srv.check_places(v jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF v ->> 'team' IS NOT NULL AND NOT EXISTS (SELECT FROM app.team t WHERE t.id::text = v ->> 'team' AND NOT t.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "team"}');
  ELSIF v ->> 'region' IS NOT NULL
    AND NOT EXISTS (SELECT FROM app.region r WHERE r.id::text = v ->> 'region' AND NOT r.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "region"}');
  ELSIF v ->> 'boss' IS NOT NULL
    AND NOT EXISTS (SELECT FROM app.person p WHERE p.id::text = v ->> 'boss' AND p.active AND NOT p.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "person"}');
  END IF;
END $$;

-- What is wrong with the level or limit of a person, null when nothing is.
CREATE FUNCTION srv.wrong_level(v jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN v ? 'quote_level' AND coalesce(v ->> 'quote_level', '') !~ '^[1-4]$' THEN 'PERSON_LEVEL'
    WHEN v ? 'approval_limit' AND coalesce(v ->> 'approval_limit', '') !~ '^[0-9]{1,18}$' THEN 'PERSON_LIMIT' END
$$;

-- Adds a row under the next small number, or changes one; answers its number, null when there is no such row.
CREATE FUNCTION srv.put_small(tbl_ text, key integer, v jsonb, me integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  columns text;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  answer integer;
BEGIN
  SELECT string_agg(format('%I, ', k), '') INTO columns FROM jsonb_object_keys(v) k;
  IF key IS NULL THEN
    EXECUTE format('LOCK TABLE app.%I IN SHARE ROW EXCLUSIVE MODE', tbl_);
    EXECUTE format('INSERT INTO app.%I (%sid, owner, created_at, created_by, changed_at, changed_by) '
      'SELECT %s(SELECT coalesce(max(t.id), 0) + 1 FROM app.%I t), $2, $3, $2, $3, $2 '
      'FROM jsonb_populate_record(NULL::app.%I, $1) RETURNING id', tbl_, columns, columns, tbl_, tbl_)
    INTO answer USING v, me, now_;
  ELSE
    -- the row itself is the base, so that each value is read as its column's type
    EXECUTE format('UPDATE app.%I t SET (%schanged_at, changed_by) = (SELECT %s$2, $3 FROM '
      'jsonb_populate_record(t, $1)) WHERE t.id = $4 AND NOT t.deleted RETURNING t.id', tbl_, columns, columns)
    INTO answer USING v, now_, me, key;
  END IF;
  RETURN answer;
EXCEPTION
  WHEN unique_violation THEN
    PERFORM sync.refuse('DUPLICATE', jsonb_build_object('table', tbl_));
  WHEN data_exception OR not_null_violation OR check_violation THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
END $$;

-- Name, title, place, level and limit of a person; login and whether somebody is active have acts of their own.
CREATE FUNCTION srv.change_person(request uuid, uid integer, v jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('person', uid, 'v', v);
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  PERFORM srv.check_columns('person', v), srv.check_places(v);
  IF srv.wrong_level(v) IS NOT NULL THEN
    RETURN srv.answer(request, me, 'change_person', args, srv.wrong_level(v), NULL);
  ELSIF uid IS NULL OR srv.put_small('person', uid, v, me) IS NULL THEN
    RETURN srv.answer(request, me, 'change_person', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  RETURN srv.answer(request, me, 'change_person', args, NULL, jsonb_build_object('person', uid));
END $$;

-- Makes these the roles of a person, and no others: [{"role": "sales", "scope": "own"}, …].
CREATE FUNCTION srv.set_roles(request uuid, uid integer, roles jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('person', uid, 'roles', roles);
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF jsonb_typeof(roles) IS DISTINCT FROM 'array' OR EXISTS (
    SELECT FROM jsonb_array_elements(roles) x WHERE jsonb_typeof(x.value) <> 'object'
      OR NOT EXISTS (SELECT FROM srv.role_names() n WHERE n = x.value ->> 'role')
      OR coalesce(x.value ->> 'scope', 'own') NOT IN ('own', 'team', 'region', 'all')) THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "role"}');
  END IF;
  PERFORM FROM app.person p WHERE p.id = uid AND NOT p.deleted FOR UPDATE; -- two who set the roles of one at once
  IF NOT FOUND THEN
    RETURN srv.answer(request, me, 'set_roles', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  -- first what is new: somebody who stays an administrator is one all the time
  INSERT INTO app.person_role (id, owner, person, role, scope, created_at, created_by, changed_at, changed_by)
  SELECT gen_random_uuid(), uid, uid, w.role, w.scope, now_, me, now_, me
  FROM (SELECT DISTINCT x.value ->> 'role' AS role, coalesce(x.value ->> 'scope', 'own') AS scope
        FROM jsonb_array_elements(roles) x) w
  WHERE NOT EXISTS (SELECT FROM app.person_role r WHERE r.person = uid AND NOT r.deleted AND r.role = w.role AND r.scope = w.scope);
  UPDATE app.person_role r SET deleted = true, changed_at = now_, changed_by = me
  WHERE r.person = uid AND NOT r.deleted AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(roles) x WHERE x.value ->> 'role' = r.role AND coalesce(x.value ->> 'scope', 'own') = r.scope);
  RETURN srv.answer(request, me, 'set_roles', args, NULL, jsonb_build_object('person', uid));
END $$;

-- The roles there are: those that bring a right, and the one that brings none.
CREATE FUNCTION srv.role_names() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT r.role FROM sync.role_right r UNION SELECT 'viewer'
$$;

-- How many active people and open teams are still at a place.
CREATE FUNCTION srv.used_by(tbl_ text, key integer) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (SELECT count(*) FROM app.person p WHERE p.active AND NOT p.deleted
            AND CASE tbl_ WHEN 'team' THEN p.team ELSE p.region END = key)
    + (SELECT count(*) FROM app.team t WHERE tbl_ = 'region' AND t.region = key AND NOT t.closed AND NOT t.deleted)
$$;

-- The four acts below, in one: key null adds.
CREATE FUNCTION srv.put_place(request uuid, kind_ text, tbl_ text, key integer, v jsonb, needed text[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('id', key, 'v', v);
  put integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  PERFORM srv.check_columns(tbl_, v), srv.check_places(v);
  IF NOT v ?& needed THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
  END IF;
  IF key IS NOT NULL AND v ->> 'closed' = 'true' THEN
    PERFORM pg_advisory_xact_lock(7308, 0); -- people move by the same lock
    IF srv.used_by(tbl_, key) > 0 THEN
      RETURN srv.answer(request, me, kind_, args, 'PLACE_IN_USE', jsonb_build_object('count', srv.used_by(tbl_, key)));
    END IF;
  END IF;
  put := srv.put_small(tbl_, key, v, me);
  IF put IS NULL THEN
    RETURN srv.answer(request, me, kind_, args, 'REFERENCE_UNKNOWN', NULL);
  END IF;
  RETURN srv.answer(request, me, kind_, args, NULL, jsonb_build_object('id', put));
END $$;

CREATE FUNCTION srv.add_team(request uuid, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'add_team', 'team', NULL, v, ARRAY['name'])
$$;

CREATE FUNCTION srv.change_team(request uuid, team integer, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'change_team', 'team', coalesce(team, 0), v, '{}')
$$;

CREATE FUNCTION srv.add_region(request uuid, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'add_region', 'region', NULL, v, ARRAY['code', 'name'])
$$;

CREATE FUNCTION srv.change_region(request uuid, region integer, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'change_region', 'region', coalesce(region, 0), v, '{}')
$$;

-- Many registrations in one call, for somebody who brings a file of customers along:
-- [{"request": "…", "customer": "…", "v": {"name": "…"}, "made": {"at": ms, "by": 4, "owner": 4}}, …], made as in
-- srv.register_made. One that is refused stops no other; the answers come in the same order, each as srv.register_customer
-- gives it, or {"status": "refused", "code": …, "detail": …}.
CREATE FUNCTION srv.register_customers(requests jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  one jsonb;
  answers jsonb[] := '{}';
  state text;
  code text;
  detail text;
BEGIN
  IF NOT app.may('customer.edit') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "customer.edit"}');
  ELSIF pg_column_size(requests) > 16 * 1024 * 1024 OR jsonb_typeof(requests) IS DISTINCT FROM 'array'
    OR jsonb_array_length(requests) > 500 THEN
    PERFORM sync.refuse('BATCH_SIZE');
  END IF;
  FOR one IN SELECT value FROM jsonb_array_elements(requests) LOOP
    BEGIN
      answers := answers || srv.register_made((one ->> 'request')::uuid, (one ->> 'customer')::uuid, one -> 'v', coalesce(one -> 'made', '{}'));
    EXCEPTION
      WHEN deadlock_detected OR serialization_failure OR lock_not_available OR query_canceled OR admin_shutdown
        OR insufficient_resources OR system_error THEN
        RAISE; -- all of it is asked again
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, code = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
        answers := answers || jsonb_build_object('status', 'refused',
          'code', CASE WHEN state = 'CD001' THEN code ELSE 'VALUE_INVALID' END,
          'result', NULL, 'detail', CASE WHEN state = 'CD001' THEN detail::jsonb ELSE '{}' END);
    END;
  END LOOP;
  RETURN to_jsonb(answers);
END $$;
