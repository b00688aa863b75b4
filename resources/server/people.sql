-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who asks, and what that person may. Identity is always the login of the session: never a parameter, never a setting.
-- Somebody who was switched off is nobody, also in a session that is still open.

-- The row policies ask these for every statement. They are PL/pgSQL because its plans last as long as the session; a function in
-- SQL that runs as its owner would be planned again each time, which cost more than the writing itself.

CREATE FUNCTION app.me() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT uid FROM app.usr WHERE login = session_user AND active);
END $$;

CREATE FUNCTION app.may(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT wanted = ANY(rights) FROM app.usr WHERE login = session_user AND active), false);
END $$;

-- Owners whose rows I reach by my own roles; the pool (0) is among them only for those who see everybody's. Whoever leads does
-- so by this reach: what is seen for somebody else is not handed on.
CREATE FUNCTION app.own_reach() RETURNS integer[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(s.owner), '{}') FROM app.scope s JOIN app.usr u ON u.uid = s.uid
    WHERE u.login = session_user AND u.active);
END $$;

-- The people I stand in for at this moment, who gave me what is asked for: 'sight' or 'approvals'. Nobody has to end it: past
-- its time, withdrawn, or when one of the two has left, it is without effect.
CREATE FUNCTION app.givers(what text) RETURNS integer[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT d.giver), '{}') FROM app.delegation d
      JOIN app.usr u ON u.uid = d.taker AND u.login = session_user AND u.active
      JOIN app.usr g ON g.uid = d.giver AND g.active
    WHERE d.withdrawn_at IS NULL AND d.since <= statement_timestamp() AND d.until > statement_timestamp()
      AND CASE what WHEN 'sight' THEN d.sight WHEN 'approvals' THEN d.approvals END);
END $$;

-- Whether I decide in that person's place: what an approval asks beside "is the step mine".
CREATE FUNCTION app.acting_for(giver integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(acting_for.giver = ANY(app.givers('approvals')), false)
$$;

-- Owners whose rows I see: by my own roles, and for the people I stand in for by theirs. One step and no further, because
-- theirs is what app.scope says, never what was given to them; nor the pool, which is open to those whose work it is.
CREATE FUNCTION app.my_owners() RETURNS integer[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine integer[] := app.own_reach();
  given integer[] := app.givers('sight');
BEGIN
  IF given = '{}' THEN
    RETURN mine;
  END IF;
  RETURN mine || (SELECT coalesce(array_agg(DISTINCT s.owner), '{}') FROM app.scope s
    WHERE s.uid = ANY(given) AND s.owner <> 0 AND s.owner <> ALL(mine));
END $$;

CREATE FUNCTION app.my_grants() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(g.root_id), '{}') FROM app.grant_ g JOIN app.usr u ON u.uid = g.uid
    WHERE u.login = session_user AND u.active
      AND g.until > statement_timestamp()); -- now() stands still in an open transaction
END $$;

-- Tables of which I may see no row whatever its owner: costs, for those without the right to them.
CREATE FUNCTION app.hidden_tables() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(t.tbl), '{}') FROM sync.tbl t
  WHERE t.scope = 'cost' AND NOT app.may('cost.view') OR t.tbl = 'audit_entry' AND NOT app.may('admin')
$$;

-- Tables whose rows everybody sees who sees the table at all.
CREATE FUNCTION app.common_tables() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(t.tbl), '{}') FROM sync.tbl t WHERE NOT t.on_root AND app.me() IS NOT NULL
$$;

-- A refusal that the client puts into words: SQLSTATE CD001, the code as message, what it concerns as JSON detail.
CREATE FUNCTION sync.refuse(code text, detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = code, DETAIL = detail::text;
END $$;

CREATE FUNCTION sync.must_be_somebody() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := app.me();
BEGIN
  IF me IS NULL THEN
    PERFORM sync.refuse('PERSON_INACTIVE', jsonb_build_object('login', session_user));
  END IF;
  PERFORM sync.must_be_now();
  RETURN me;
END $$;

-- A transaction that keeps one snapshot keeps the rights of its beginning, however long it stays open: it may read with
-- them, not write.
CREATE FUNCTION sync.must_be_now() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' AND current_setting('transaction_read_only') <> 'on' THEN
    PERFORM sync.refuse('TRANSACTION_STALE');
  END IF;
END $$;

-- What the rows of person, person_role and team come to, kept in app.usr and app.scope because every row policy asks for it.
CREATE FUNCTION app.rebuild_people() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO app.usr AS u (uid, login, active, rights, all_owners)
  SELECT p.id, 'u' || p.id, p.active AND NOT p.deleted,
    coalesce((SELECT array_agg(DISTINCT x."right") FROM app.person_role r JOIN sync.role_right x ON x.role = r.role
              WHERE r.person = p.id AND NOT r.deleted), '{}'),
    EXISTS (SELECT FROM app.person_role r WHERE r.person = p.id AND NOT r.deleted AND r.scope = 'all')
  FROM app.person p
  ON CONFLICT (uid) DO UPDATE SET active = excluded.active, rights = excluded.rights,
    all_owners = excluded.all_owners
  WHERE (u.active, u.rights, u.all_owners)
    IS DISTINCT FROM (excluded.active, excluded.rights, excluded.all_owners);

  WITH wanted AS (
    SELECT p.id AS uid, p.id AS owner FROM app.person p
    UNION
    SELECT p.id, o.id FROM app.person p
      JOIN app.person_role r ON r.person = p.id AND NOT r.deleted AND r.scope = 'team'
      JOIN app.person o ON o.team = p.team
    UNION
    SELECT p.id, o.id FROM app.person p
      JOIN app.person_role r ON r.person = p.id AND NOT r.deleted AND r.scope = 'region'
      JOIN app.person o ON o.region = p.region
        OR o.team IN (SELECT t.id FROM app.team t WHERE t.region = p.region AND NOT t.deleted)
    UNION
    SELECT u.uid, o.id FROM app.usr u CROSS JOIN (SELECT id FROM app.person UNION SELECT 0) o WHERE u.all_owners
  ), gone AS (
    DELETE FROM app.scope s WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.uid = s.uid AND w.owner = s.owner)
  )
  INSERT INTO app.scope (uid, owner) SELECT uid, owner FROM wanted ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION app.people_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- One at a time, and the rebuild reads after the wait: otherwise it would write back rights that another had just taken.
  PERFORM pg_advisory_xact_lock(7308, 0);
  PERFORM app.rebuild_people();
  RETURN NULL;
END $$;

CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();
CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person_role
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();
CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.team
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();
