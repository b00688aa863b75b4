-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Acts that one person wins or that need an authority. They run as cd_owner, whom row policies do not bind: each checks for
-- itself. Asked twice with one request number, they answer twice the same. cd.device and cd.batch are cleared, so that a
-- client cannot dress its act up as a batch.

-- The stored answer of a request, null when it is new. Another's number is refused.
CREATE FUNCTION srv.answered(request uuid, me integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known sync.request;
BEGIN
  PERFORM pg_advisory_xact_lock(7306, hashtext(request::text));
  SELECT * INTO known FROM sync.request r WHERE r.id = request;
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF known.uid <> me THEN
    PERFORM sync.refuse('REQUEST_OF_ANOTHER');
  END IF;
  RETURN jsonb_build_object('status', known.status, 'code', known.code, 'result', known.result);
END $$;

CREATE FUNCTION srv.answer(request uuid, me integer, kind text, args jsonb, code text, result jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO sync.request (id, uid, kind, args, status, code, result)
  VALUES (request, me, kind, args, CASE WHEN code IS NULL THEN 'done' ELSE 'refused' END, code, result);
  PERFORM sync.wake_readers();
  RETURN jsonb_build_object('status', CASE WHEN code IS NULL THEN 'done' ELSE 'refused' END, 'code', code, 'result', result);
END $$;

-- How often a person hit upon customers of others. Each person has a sequence for it, because no rollback turns one back:
-- whoever probes between BEGIN and ROLLBACK would leave nothing in a table. Its value is 1000 times the day, by UTC because
-- the zone is the session's to choose, plus the hits of that day.
CREATE FUNCTION srv.make_probe_counter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE IF NOT EXISTS app.%I MINVALUE 0 START 0', 'probes_' || NEW.uid);
  RETURN NULL;
END $$;

CREATE TRIGGER probe_counter AFTER INSERT ON app.usr FOR EACH ROW EXECUTE FUNCTION srv.make_probe_counter();

CREATE FUNCTION srv.probes_today(me integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  counted bigint;
BEGIN
  EXECUTE format('SELECT last_value FROM app.%I', 'probes_' || me) INTO counted;
  RETURN greatest(counted - 1000 * floor(extract(epoch FROM statement_timestamp()) / 86400)::bigint, 0);
END $$;

-- Whoever hit 30 times is refused before the look-up: a refusal of hits alone would be the answer.
CREATE FUNCTION srv.may_probe(me integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7307, me); -- the same person in several sessions
  IF srv.probes_today(me) >= 30 THEN
    PERFORM sync.refuse('PROBES_SPENT', jsonb_build_object('most', 30));
  END IF;
END $$;

CREATE FUNCTION srv.count_probe(me integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  day_ bigint := floor(extract(epoch FROM statement_timestamp()) / 86400);
  today integer := srv.probes_today(me) + 1;
BEGIN
  PERFORM setval(format('app.%I', 'probes_' || me)::regclass, 1000 * day_ + today);
  INSERT INTO sync.probe (uid, day, n) VALUES (me, date '1970-01-01' + day_::integer, today)
  ON CONFLICT (uid, day) DO UPDATE SET n = today;
END $$;

-- Takes a customer out of the pool. Of two who ask at once, the first gets it.
CREATE FUNCTION srv.claim(request uuid, customer uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
  owner_ integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF NOT app.may('customer.edit') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "customer.edit"}');
  END IF;
  SELECT c.owner INTO owner_ FROM app.customer c WHERE c.id = claim.customer AND NOT c.deleted FOR UPDATE;
  IF NOT FOUND OR owner_ <> 0 THEN -- the same words for missing and taken
    RETURN srv.answer(request, me, 'claim', jsonb_build_object('customer', claim.customer), 'CLAIM_TAKEN', NULL);
  END IF;
  PERFORM srv.hand(claim.customer, me, me);
  UPDATE app.customer c SET status = 'active' WHERE c.id = claim.customer AND c.status = 'pool';
  RETURN srv.answer(request, me, 'claim', jsonb_build_object('customer', claim.customer), NULL, jsonb_build_object('owner', me));
END $$;

-- Gives a customer and everything that hangs on it to another owner; grants on it end.
CREATE FUNCTION srv.hand(customer uuid, receiver integer, me integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t record;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  UPDATE app.customer c SET owner = receiver, changed_at = now_, changed_by = me WHERE c.id = hand.customer AND c.owner <> receiver;
  FOR t IN SELECT x.tbl FROM sync.tbl x WHERE x.on_root AND x.tbl <> 'customer' ORDER BY x.no LOOP
    EXECUTE format('UPDATE app.%I SET owner = $1 WHERE root_id = $2 AND owner <> $1', t.tbl) USING receiver, hand.customer;
  END LOOP;
  DELETE FROM app.grant_ g WHERE g.root_id = hand.customer;
END $$;

-- Hands customers over: an administrator, or a leader within the own reach, never to oneself. The whole list or nothing.
CREATE FUNCTION srv.transfer(request uuid, customers uuid[], receiver integer, reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('customers', to_jsonb(customers), 'receiver', receiver, 'reason', reason);
  owner_ integer;
  c uuid;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  IF trim(coalesce(reason, '')) = '' THEN
    RETURN srv.answer(request, me, 'transfer', args, 'REASON_MISSING', NULL);
  ELSIF NOT app.may('admin') AND (cardinality(app.own_reach()) < 2 OR NOT app.may('quote.approve') OR receiver = me) THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "admin"}');
  ELSIF receiver IS NULL OR receiver <> 0 AND NOT EXISTS (SELECT FROM app.usr u WHERE u.uid = receiver AND u.active)
    OR NOT app.may('admin') AND receiver <> 0 AND NOT receiver = ANY(app.own_reach()) THEN
    RETURN srv.answer(request, me, 'transfer', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  FOR c IN SELECT DISTINCT x FROM unnest(customers) x ORDER BY x LOOP
    SELECT k.owner INTO owner_ FROM app.customer k WHERE k.id = c FOR UPDATE;
    IF NOT FOUND OR NOT app.may('admin') AND NOT owner_ = ANY(app.own_reach()) THEN
      PERFORM sync.refuse('NOT_VISIBLE');
    END IF;
    PERFORM srv.hand(c, receiver, me);
    UPDATE app.customer k SET status = CASE receiver WHEN 0 THEN 'pool' ELSE 'active' END
    WHERE k.id = c AND k.status = CASE receiver WHEN 0 THEN 'active' ELSE 'pool' END;
  END LOOP;
  RETURN srv.answer(request, me, 'transfer', args, NULL, jsonb_build_object('customers', cardinality(customers)));
END $$;

-- Registers a customer with what is known of a customer that somebody kept in a file of one's own: made = {"at": ms, "by": person,
-- "owner": person}. When it was made anybody may tell; by whom and whose it is only who brings a company's data.
CREATE FUNCTION srv.register_made(request uuid, customer uuid, v jsonb, made jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
  author integer := me;
  owner_ integer := me;
  columns text;
  unknown text;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF NOT app.may('customer.edit') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "customer.edit"}');
  END IF;
  SELECT k INTO unknown FROM jsonb_object_keys(v) k
  WHERE NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = 'customer' AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', 'customer', 'column', left(unknown, 60)));
  END IF;
  IF trim(coalesce(v ->> 'name', '')) = '' THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "name"}');
  ELSIF jsonb_typeof(v -> 'custom') <> 'object' THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "custom"}');
  END IF;
  PERFORM srv.may_probe(me);
  IF coalesce(v ->> 'credit_code', '') <> ''
    AND EXISTS (SELECT FROM app.customer c WHERE c.credit_code = v ->> 'credit_code' AND NOT c.deleted) THEN
    PERFORM srv.count_probe(me);
    RETURN srv.answer(request, me, 'register_customer', jsonb_build_object('customer', customer), 'REGISTERED_ALREADY', NULL);
  END IF;
  IF app.may('admin') THEN
    SELECT p.id INTO author FROM app.person p WHERE p.id::text = made ->> 'by';
    SELECT p.id INTO owner_ FROM app.person p WHERE p.id::text = made ->> 'owner';
    author := coalesce(author, me);
    owner_ := CASE made ->> 'owner' WHEN '0' THEN 0 ELSE coalesce(owner_, me) END;
  END IF;
  SELECT string_agg(format(', %I', k), '') INTO columns FROM jsonb_object_keys(v) k;
  BEGIN
    EXECUTE format('INSERT INTO app.customer (id, owner, created_at, created_by, changed_at, changed_by%s) '
      'SELECT $2, $5, $6, $7, $4, $3%s FROM jsonb_populate_record(NULL::app.customer, $1)', columns, columns)
    USING v, customer, me, now_, owner_, least((made ->> 'at')::bigint, now_), author;
  EXCEPTION WHEN unique_violation THEN -- a number that stands, or somebody registered it in this moment
    PERFORM srv.count_probe(me);
    RETURN srv.answer(request, me, 'register_customer', jsonb_build_object('customer', customer), 'REGISTERED_ALREADY', NULL);
  END;
  UPDATE app.customer c SET status = 'active' WHERE c.id = register_made.customer AND c.status = 'pending';
  RETURN srv.answer(request, me, 'register_customer', jsonb_build_object('customer', customer), NULL, jsonb_build_object('owner', owner_));
END $$;

-- Registers a new customer for the one who asks. The credit code is nobody else's; whose it is stays unsaid.
CREATE FUNCTION srv.register_customer(request uuid, customer uuid, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.register_made(request, customer, v, '{}')
$$;

-- Whether I may show somebody a customer of this owner. Seeing it is not enough: finance sees all of them.
CREATE FUNCTION srv.shows(owner_ integer, me integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(app.may('admin') OR owner_ = me OR app.may('quote.approve') AND owner_ = ANY(app.own_reach()), false)
$$;

-- Shows a customer to somebody for a while: its owner, a leader who reaches it, an administrator; never to oneself.
CREATE FUNCTION srv.grant_access(request uuid, customer uuid, receiver integer, until timestamptz, reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('customer', customer, 'receiver', receiver, 'until', until, 'reason', reason);
  owner_ integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  -- FOR SHARE, as every child does: a handover that runs waits for this grant, and then ends it.
  SELECT c.owner INTO owner_ FROM app.customer c WHERE c.id = grant_access.customer FOR SHARE;
  IF NOT FOUND OR receiver = me OR NOT srv.shows(owner_, me) THEN
    PERFORM sync.refuse('NOT_VISIBLE');
  ELSIF NOT EXISTS (SELECT FROM app.usr u WHERE u.uid = receiver AND u.active) THEN
    RETURN srv.answer(request, me, 'grant_access', args, 'RECEIVER_UNKNOWN', NULL);
  ELSIF until IS NULL OR until <= now() OR until > now() + interval '366 days' THEN
    RETURN srv.answer(request, me, 'grant_access', args, 'UNTIL_INVALID', NULL);
  ELSIF trim(coalesce(reason, '')) = '' THEN
    RETURN srv.answer(request, me, 'grant_access', args, 'REASON_MISSING', NULL);
  END IF;
  INSERT INTO app.grant_ (root_id, uid, until, by_uid, reason) VALUES (customer, receiver, until, me, reason)
  ON CONFLICT (root_id, uid) DO UPDATE SET until = excluded.until, by_uid = excluded.by_uid, reason = excluded.reason;
  PERFORM pg_notify((SELECT u.chan FROM app.usr u WHERE u.uid = receiver), '');
  RETURN srv.answer(request, me, 'grant_access', args, NULL, '{}');
END $$;

CREATE FUNCTION srv.revoke_access(request uuid, customer uuid, receiver integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
  owner_ integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  SELECT c.owner INTO owner_ FROM app.customer c WHERE c.id = revoke_access.customer FOR SHARE;
  IF NOT FOUND OR NOT srv.shows(owner_, me) THEN
    PERFORM sync.refuse('NOT_VISIBLE');
  END IF;
  DELETE FROM app.grant_ g WHERE g.root_id = customer AND g.uid = receiver;
  PERFORM pg_notify((SELECT u.chan FROM app.usr u WHERE u.uid = receiver), '');
  RETURN srv.answer(request, me, 'revoke_access', jsonb_build_object('customer', customer, 'receiver', receiver), NULL, '{}');
END $$;

-- A quote that reached the customer stays as it was sent: its revision, lines and tiers change no more, only its state and
-- what is said about it within the company. Lines may still follow a revision that was sent before this server knew of it.
CREATE FUNCTION srv.keep_sent_quotes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  free constant text[] := ARRAY['owner', 'root_id', 'rev', 'changed_at', 'changed_by', 'state', 'sent_at', 'internal_note', 'custom'];
  is_ jsonb := to_jsonb(NEW);
  was jsonb := to_jsonb(OLD);
  revision app.quote_revision;
BEGIN
  SELECT r.* INTO revision FROM app.quote_revision r
  WHERE r.id = CASE TG_TABLE_NAME WHEN 'quote_revision' THEN (coalesce(was, is_) ->> 'id')::uuid
    WHEN 'quote_line' THEN (coalesce(was, is_) ->> 'revision')::uuid
    ELSE (SELECT l.revision FROM app.quote_line l WHERE l.id = (coalesce(was, is_) ->> 'line')::uuid) END;
  -- A part stays in its document: moving one would be the way into a quote that was sent.
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'quote_revision'
    AND (is_ -> 'revision' IS DISTINCT FROM was -> 'revision' OR is_ -> 'line' IS DISTINCT FROM was -> 'line') THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  IF revision.state = 'approved' AND session_user ~ '^u[0-9]+$' AND NOT app.may('quote.approve')
    AND (TG_TABLE_NAME <> 'quote_revision' OR is_ ->> 'state' IS DISTINCT FROM 'draft') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "quote.approve"}');
  END IF;
  IF revision.state IN ('sent', 'accepted', 'lost', 'expired', 'superseded')
    AND (TG_OP = 'INSERT' AND TG_TABLE_NAME <> 'quote_revision' AND revision.rev > 1
      OR TG_OP = 'UPDATE' AND (is_ - free <> was - free OR is_ ->> 'state' IN ('draft', 'submitted', 'approved'))) THEN
    PERFORM sync.refuse('QUOTE_FROZEN', jsonb_build_object('revision', revision.revision_no,
      'number', (SELECT q.number FROM app.quote q WHERE q.id = revision.quote)));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_revision FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes();
CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_line FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes();
CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_tier FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes();
