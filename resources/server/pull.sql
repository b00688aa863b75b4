-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a client asks before and while it reads. These run as cd_door, so row policies bind them.

-- Registers the copy on this PC, or says why it may not go on.
CREATE FUNCTION sync.hello(device uuid, host text, client_schema integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
  here sync.meta;
  mine sync.device;
BEGIN
  SELECT * INTO here FROM sync.meta;
  IF client_schema IS NULL OR client_schema < here.min_client THEN
    PERFORM sync.refuse('CLIENT_OLD', jsonb_build_object('client', client_schema, 'least', here.min_client));
  ELSIF client_schema > here.schema_version THEN
    PERFORM sync.refuse('SERVER_OLD', jsonb_build_object('client', client_schema, 'server', here.schema_version));
  END IF;
  PERFORM sync.must_be_ahead();
  SELECT * INTO mine FROM sync.device d WHERE d.id = hello.device FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM pg_advisory_xact_lock(7305, 2); -- several at once would each see room for one more
    IF (SELECT count(*) FROM sync.device d WHERE d.uid = me AND NOT d.revoked) >= 20 THEN
      PERFORM sync.refuse('DEVICES_SPENT', '{"most": 20}');
    END IF;
    INSERT INTO sync.device (id, uid, code, host) VALUES (hello.device, me, sync.next_device_code(), left(hello.host, 200))
    RETURNING * INTO mine;
  ELSIF mine.uid <> me THEN
    PERFORM sync.refuse('DEVICE_OF_ANOTHER');
  ELSIF mine.revoked THEN
    PERFORM sync.refuse('DEVICE_REVOKED');
  ELSE
    UPDATE sync.device d SET last_seen = now(), host = left(hello.host, 200) WHERE d.id = mine.id;
  END IF;
  IF mine.last_batch = 0 OR mine.last_seen < now() - interval '10 minutes' THEN
    PERFORM sync.note_act('login', me::text, jsonb_build_object('host', left(hello.host, 200), 'schema', client_schema), mine.id);
  END IF;
  PERFORM sync.end_idle_writers(), sync.seal_sometimes();
  RETURN jsonb_build_object('uid', me, 'channel', sync.my_channel(), 'epoch', sync.epoch(), 'schema', here.schema_version,
    'company', here.company, 'device_code', mine.code, 'last_batch', mine.last_batch,
    'time', (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
END $$;

-- What a copy of this server would not answer, however it was copied: a restored dump has new tables, a database made from
-- another a new number, a restored cluster another timeline, and another cluster is another system.
CREATE FUNCTION sync.epoch() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT md5(concat_ws('/', m.epoch, 'sync.meta'::regclass::oid,
    (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()),
    (SELECT s.system_identifier FROM pg_control_system() s), (SELECT c.timeline_id FROM pg_control_checkpoint() c)))::uuid
  FROM sync.meta m
$$;

-- A dump restored into a younger cluster has history of transactions that are still to come there: nothing new would be
-- behind anybody's cursor, nor under a seal. Until its numbers were moved on, nobody works with it.
CREATE FUNCTION sync.must_be_ahead() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (SELECT h.xid FROM sync.history h ORDER BY h.xid DESC LIMIT 1) >= pg_snapshot_xmax(pg_current_snapshot()) THEN
    PERFORM sync.refuse('SERVER_BEHIND');
  END IF;
END $$;

-- Two characters of digits and capitals, without those that look alike; then three, and so on.
CREATE FUNCTION sync.next_device_code() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  letters constant text := '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  n bigint;
  code text := '';
BEGIN
  PERFORM pg_advisory_xact_lock(7305, 2);
  SELECT count(*) + 32 INTO n FROM sync.device;
  WHILE n > 0 LOOP
    code := substr(letters, (n % 32)::integer + 1, 1) || code;
    n := n / 32;
  END LOOP;
  RETURN code;
END $$;

CREATE FUNCTION sync.my_channel() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT chan FROM app.usr WHERE login = session_user AND active
$$;

-- The first question of a pull, in a REPEATABLE READ transaction: the snapshot that all further answers are about.
CREATE FUNCTION sync.pull_begin() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := sync.must_be_somebody();
BEGIN
  IF pg_is_in_recovery() THEN -- a standby's snapshot lists no running transactions: edits would be missed
    PERFORM sync.refuse('SERVER_STANDBY');
  END IF;
  RETURN sync.my_reach() || jsonb_build_object('uid', me, 'snapshot', pg_current_snapshot()::text,
    'epoch', sync.epoch());
END $$;

CREATE FUNCTION sync.my_reach() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('rights', to_jsonb(u.rights), 'owners', to_jsonb(app.my_owners()),
    'pool', 'customer.edit' = ANY(u.rights),
    'grants', coalesce((SELECT jsonb_object_agg(g.root_id, (extract(epoch FROM g.until) * 1000)::bigint) FROM app.grant_ g
                        WHERE g.uid = u.uid AND g.until > statement_timestamp()), '{}'),
    -- What others are shown of the customers that I may show: I may end it, see srv.shows().
    'given', coalesce((SELECT jsonb_agg(jsonb_build_object('customer', g.root_id, 'person', g.uid,
                         'until', (extract(epoch FROM g.until) * 1000)::bigint, 'by', g.by_uid, 'reason', g.reason)
                         ORDER BY g.root_id, g.uid)
                       FROM app.grant_ g JOIN app.customer c ON c.id = g.root_id
                       WHERE g.until > statement_timestamp() AND ((SELECT app.may('admin')) OR c.owner = u.uid
                         OR (SELECT app.may('quote.approve')) AND c.owner = ANY((SELECT app.own_reach())::integer[]))), '[]'))
  FROM app.usr u WHERE u.login = session_user AND u.active
$$;

-- Keys of the rows that changed since the snapshot, among those I see or saw.
CREATE FUNCTION sync.feed(since pg_snapshot) RETURNS TABLE (tbl text, row_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT h.tbl, h.row_id FROM sync.history h
  WHERE h.xid >= pg_snapshot_xmin(since) AND NOT pg_visible_in_snapshot(h.xid, since)
$$;

-- Whether a cursor can still be answered from the history that is kept.
CREATE FUNCTION sync.cursor_known(since pg_snapshot) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_snapshot_xmax(since) <= pg_snapshot_xmax(pg_current_snapshot())
    AND pg_snapshot_xmin(since) >= coalesce((SELECT kept_from FROM sync.meta), '0'::xid8)
$$;

-- Whether rows of that owner are worth looking for. Row policies would hide them one by one, and EXPLAIN (BUFFERS) tells how
-- many they were.
CREATE FUNCTION sync.reaches(t sync.tbl, owner integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT t.on_root OR owner IS NULL OR owner = ANY(app.my_owners())
    OR owner = 0 AND t.tbl = 'customer' AND app.may('customer.edit')
$$;

-- How many rows of a table I see and a hash over their numbers: of one owner, or of all when the table has no owners.
CREATE FUNCTION sync.digest(tbl text, owner integer) RETURNS TABLE (n bigint, hash bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT sync.reaches(sync.known_table(digest.tbl), digest.owner) THEN
    RETURN QUERY SELECT 0::bigint, 0::bigint;
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format('SELECT count(*), coalesce(bit_xor((''x'' || left(md5(t.id || '':'' || t.rev), 16))::bit(64)::bigint), 0) '
    'FROM app.%I t WHERE $1 IS NULL OR t.owner = $1', digest.tbl) USING digest.owner;
END $$;

CREATE FUNCTION sync.revs(tbl text, owner integer) RETURNS TABLE (id text, rev bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT sync.reaches(sync.known_table(revs.tbl), revs.owner) THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format('SELECT t.id::text, t.rev FROM app.%I t WHERE $1 IS NULL OR t.owner = $1', revs.tbl)
    USING revs.owner;
END $$;

CREATE FUNCTION sync.known_table(wanted text) RETURNS sync.tbl
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found_ sync.tbl;
BEGIN
  SELECT * INTO found_ FROM sync.tbl t WHERE t.tbl = wanted;
  IF NOT FOUND THEN
    PERFORM sync.refuse('TABLE_UNKNOWN', jsonb_build_object('table', left(wanted, 60)));
  END IF;
  RETURN found_;
END $$;

-- Ends sessions of people that hold everybody's locks: idle in a transaction begun so long ago that wrote, or busy in it ten
-- times as long (pg_sleep is busy), or idle in one that only read for ten times as long, which keeps old rows from being cleared.
CREATE FUNCTION sync.end_idle_writers(longest interval DEFAULT '60 seconds') RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(pg_terminate_backend(a.pid))::integer FROM pg_stat_activity a
  WHERE a.datname = current_database() AND a.usename ~ '^u[0-9]+$' AND a.pid <> pg_backend_pid()
    AND (a.state LIKE 'idle in transaction%' AND a.backend_xid IS NOT NULL AND a.xact_start < clock_timestamp() - longest
      OR a.backend_xid IS NOT NULL AND a.xact_start < clock_timestamp() - 10 * longest
      OR a.state LIKE 'idle in transaction%' AND a.state_change < clock_timestamp() - 10 * longest)
$$;
