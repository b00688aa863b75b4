-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Standing in: somebody on leave lets another see and decide in the own place for a while. Rights (costs, prices) are never
-- given along, only whose rows are reached and whose steps are decided.

-- Who asks: the number of the person, 0 for whoever keeps the machine.
CREATE FUNCTION srv.somebody_or_keeper() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.me() IS NULL AND (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = session_user) THEN
    PERFORM sync.must_be_now();
    RETURN 0;
  END IF;
  RETURN sync.must_be_somebody();
END $$;

-- taker stands in for giver: everybody gives what is the own, an administrator also what is another's (of somebody who fell
-- ill), nobody takes. One step and no circle: who is represented represents nobody at that time. A beginning that lies behind,
-- or none, is now.
CREATE FUNCTION srv.delegate(request uuid, giver integer, taker integer, since timestamptz, until timestamptz, sight boolean,
  approvals boolean, reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
#variable_conflict use_variable
DECLARE
  me integer := srv.somebody_or_keeper();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('giver', giver, 'taker', taker, 'since', since, 'until', until, 'sight', sight,
    'approvals', approvals, 'reason', reason);
  wrong text;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF giver IS DISTINCT FROM me AND me <> 0 AND NOT app.may('admin') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "admin"}');
  ELSIF giver IS NOT DISTINCT FROM taker OR taker = me THEN
    PERFORM sync.refuse('DELEGATION_SELF');
  END IF;
  -- FOR SHARE: somebody who is disabled at this moment makes this wait, or is made to wait and withdraws it
  PERFORM FROM app.person p WHERE p.id IN (giver, taker) ORDER BY p.id FOR SHARE;
  since := greatest(coalesce(since, clock_timestamp()), clock_timestamp());
  wrong := CASE
    WHEN NOT srv.is_active(giver) OR NOT srv.is_active(taker) THEN 'RECEIVER_UNKNOWN'
    WHEN until IS NULL OR until <= since OR until > since + interval '366 days' OR since > clock_timestamp() + interval '366 days'
      THEN 'DELEGATION_TIME'
    WHEN NOT (coalesce(sight, false) OR coalesce(approvals, false)) THEN 'DELEGATION_EMPTY'
    WHEN trim(coalesce(reason, '')) = '' THEN 'REASON_MISSING'
    WHEN length(reason) > 500 THEN 'VALUE_INVALID' END;
  IF wrong IS NULL THEN
    PERFORM pg_advisory_xact_lock(7308, 1); -- two that would make a chain together
    wrong := (SELECT CASE WHEN bool_or(d.taker = giver OR d.giver = taker) THEN 'DELEGATION_LOOP'
        WHEN bool_or(d.taker = taker AND d.giver = giver) THEN 'DELEGATION_TWICE' END
      FROM app.delegation d
      WHERE d.withdrawn_at IS NULL AND d.since < until AND d.until > since AND ARRAY[d.giver, d.taker] && ARRAY[giver, taker]);
  END IF;
  IF wrong IS NOT NULL THEN
    RETURN srv.answer(request, me, 'delegate', args, wrong, NULL);
  END IF;
  INSERT INTO app.delegation (id, giver, taker, since, until, sight, approvals, reason, made_by)
  VALUES (request, giver, taker, since, until, coalesce(sight, false), coalesce(approvals, false), reason, me);
  RETURN srv.answer(request, me, 'delegate', args, NULL, jsonb_build_object('id', request));
END $$;

-- Ends it early: who gave it, who got it, an administrator. The same words for one that is not there and one of others.
CREATE FUNCTION srv.withdraw_delegation(request uuid, delegation uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.somebody_or_keeper();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('delegation', delegation);
  d app.delegation;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  SELECT * INTO d FROM app.delegation x WHERE x.id = withdraw_delegation.delegation FOR UPDATE;
  IF NOT FOUND OR me NOT IN (0, d.giver, d.taker) AND NOT app.may('admin') THEN
    PERFORM sync.refuse('NOT_VISIBLE');
  ELSIF d.withdrawn_at IS NOT NULL OR d.until <= clock_timestamp() THEN
    RETURN srv.answer(request, me, 'withdraw_delegation', args, 'DELEGATION_OVER', NULL);
  END IF;
  UPDATE app.delegation x SET withdrawn_by = me, withdrawn_at = clock_timestamp() WHERE x.id = d.id;
  RETURN srv.answer(request, me, 'withdraw_delegation', args, NULL, '{}');
END $$;

-- Mine, given and got; an administrator's are everybody's. What is still to come or under way first, then the newest.
CREATE FUNCTION srv.delegations() RETURNS TABLE (id uuid, giver integer, giver_name text, taker integer, taker_name text, since bigint,
  until bigint, sight boolean, approvals boolean, reason text, made_by integer, made_by_name text, state text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me integer := srv.somebody_or_keeper();
  everybodys boolean := me = 0 OR app.may('admin');
BEGIN
  RETURN QUERY SELECT s.* FROM (
    SELECT d.id, d.giver, g.name, d.taker, t.name, (extract(epoch FROM d.since) * 1000)::bigint AS since,
      (extract(epoch FROM d.until) * 1000)::bigint, d.sight, d.approvals, d.reason, d.made_by, m.name,
      CASE WHEN d.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN d.until <= now() THEN 'over' WHEN d.since > now() THEN 'coming'
        ELSE 'active' END AS state
    FROM app.delegation d LEFT JOIN app.person g ON g.id = d.giver LEFT JOIN app.person t ON t.id = d.taker
      LEFT JOIN app.person m ON m.id = d.made_by
    WHERE everybodys OR me IN (d.giver, d.taker)
    ORDER BY d.made_at DESC LIMIT 1000) s
  ORDER BY s.state NOT IN ('active', 'coming'), s.since DESC, s.id;
END $$;

-- Every delegation and its end stand in the audit, and both are told at once.
CREATE FUNCTION sync.note_delegation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.note_act('delegation', NEW.id::text, jsonb_build_object('act', CASE TG_OP WHEN 'INSERT' THEN 'delegate' ELSE 'withdraw' END,
    'giver', NEW.giver, 'taker', NEW.taker, 'since', NEW.since, 'until', NEW.until, 'sight', NEW.sight, 'approvals', NEW.approvals,
    'reason', NEW.reason));
  PERFORM sync.wake_people(ARRAY[NEW.giver, NEW.taker]);
  RETURN NULL;
END $$;

CREATE TRIGGER delegation_noted AFTER INSERT OR UPDATE ON app.delegation FOR EACH ROW EXECUTE FUNCTION sync.note_delegation();

CREATE FUNCTION sync.wake_people(people integer[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_notify(u.chan, '') FROM app.usr u WHERE u.uid = ANY(people) AND u.active
$$;
