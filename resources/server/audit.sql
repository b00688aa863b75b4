-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The audit: history as an administrator reads it, and whether it still is what was sealed. Only administrators, whoever
-- leads: what somebody did may not be read along the lines of who sees whose customers. Values of tables that the reader may
-- not see (costs) stay out, that they changed does not.

-- What is no change of a row: somebody signed in, got a password, a copy of the data or access. The table's name then begins
-- with an underline, so that no feed carries it.
CREATE FUNCTION sync.note_act(kind text, about text, said jsonb, device uuid DEFAULT NULL) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO sync.history (tbl, op, row_id, rev, new, uid, device) VALUES ('_' || kind, 'A', about, 0, said, app.me(), device)
$$;

CREATE FUNCTION sync.note_access() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.note_act('access', NEW.args ->> 'customer', NEW.args || jsonb_build_object('act', NEW.kind));
  RETURN NULL;
END $$;

CREATE FUNCTION sync.note_device() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.note_act('device', NEW.id::text,
    jsonb_build_object('person', NEW.uid, 'code', NEW.code, 'host', NEW.host, 'revoked', NEW.revoked), NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER access_noted AFTER INSERT ON sync.request FOR EACH ROW
  WHEN (NEW.kind IN ('grant_access', 'revoke_access') AND NEW.status = 'done') EXECUTE FUNCTION sync.note_access();
CREATE TRIGGER device_noted AFTER INSERT ON sync.device FOR EACH ROW EXECUTE FUNCTION sync.note_device();
CREATE TRIGGER revoking_noted AFTER UPDATE ON sync.device FOR EACH ROW
  WHEN (NEW.revoked IS DISTINCT FROM OLD.revoked) EXECUTE FUNCTION sync.note_device();

-- What a person calls the row, as it is called now; null when nothing names it.
CREATE FUNCTION srv.title_of(tbl_ text, id_ text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t sync.tbl;
  answer text;
BEGIN
  SELECT * INTO t FROM sync.tbl x WHERE x.tbl = tbl_ AND x.title IS NOT NULL;
  IF FOUND THEN
    EXECUTE format('SELECT x.%I::text FROM app.%I x WHERE x.id = $1::%s', t.title, t.tbl, CASE WHEN t.small_id THEN 'integer' ELSE 'uuid' END)
    INTO answer USING id_;
  END IF;
  RETURN answer;
END $$;

-- {"column": {"old": …, "new": …}}, without what every change writes; a new row shows what was filled in.
CREATE FUNCTION srv.changes_of(op_ "char", old_ jsonb, new_ jsonb, hidden boolean) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(k.key, CASE
    WHEN hidden THEN '{}'
    WHEN op_ = 'U' THEN jsonb_build_object('old', old_ -> k.key, 'new', k.value)
    ELSE jsonb_build_object('new', k.value) END), '{}')
  FROM jsonb_each(new_) k
  WHERE k.key NOT IN ('rev', 'changed_at', 'changed_by')
    AND (op_ <> 'I' OR k.key NOT IN ('id', 'root_id', 'created_at', 'created_by', 'deleted')
      AND k.value NOT IN ('null', '""', '{}'))
$$;

-- History, the newest first, before a number or from the end: filter {"person": 3, "table": "customer", "row": "…", "op": "U",
-- "from": ms, "to": ms}, each of them as wished. at: the clock of the PC where it was done, for what came from one; ts: when
-- it arrived.
CREATE FUNCTION srv.audit(filter jsonb, before_seq bigint, n integer)
RETURNS TABLE (seq bigint, ts bigint, at bigint, uid integer, person text, login text, ip text, device uuid, device_code text,
  host text, tbl text, op text, row_id text, title text, customer text, rev bigint, changes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  secret text[] := '{}';
  wanted text := '';
BEGIN
  PERFORM srv.require_administrator();
  IF jsonb_typeof(audit.filter) IS DISTINCT FROM 'object' THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "filter"}');
  END IF;
  IF app.me() IS NOT NULL THEN -- whoever keeps the machine reads everything anyway
    secret := app.hidden_tables();
  END IF;
  -- only the conditions asked for, so that an index is found for each of them
  SELECT coalesce(string_agg(' AND ' || c.condition, ''), '') INTO wanted FROM (VALUES
    ('person', 'h.uid = ($1 ->> ''person'')::integer'),
    ('table', 'h.tbl = $1 ->> ''table'''),
    ('row', 'h.row_id = $1 ->> ''row'''),
    ('op', 'h.op = ($1 ->> ''op'')::"char"'),
    ('from', 'h.ts >= to_timestamp(($1 ->> ''from'')::bigint / 1000.0)'),
    ('to', 'h.ts < to_timestamp(($1 ->> ''to'')::bigint / 1000.0)')) c(name, condition)
  WHERE audit.filter ? c.name;
  RETURN QUERY EXECUTE format('SELECT h.seq, floor(extract(epoch FROM h.ts) * 1000)::bigint, '
    'CASE WHEN h.op <> ''A'' AND h.device IS NOT NULL THEN (h.new ->> ''changed_at'')::bigint END, '
    'h.uid, p.name, h.login, host(h.ip), h.device, d.code, d.host, h.tbl, h.op::text, h.row_id, '
    'CASE WHEN h.tbl <> ALL($2) THEN srv.title_of(h.tbl, h.row_id) END, k.name, h.rev, '
    'srv.changes_of(h.op, h.old, h.new, h.tbl = ANY($2)) '
    'FROM (SELECT * FROM sync.history h WHERE ($3 IS NULL OR h.seq < $3)%s ORDER BY h.seq DESC LIMIT $4) h '
    'LEFT JOIN app.person p ON p.id = h.uid LEFT JOIN sync.device d ON d.id = h.device '
    'LEFT JOIN app.customer k ON k.id = h.root_id ORDER BY h.seq DESC', wanted)
  USING audit.filter, secret, audit.before_seq, least(greatest(coalesce(audit.n, 100), 1), 1000);
END $$;

-- The copies of the data, for administrators: whose, where, since when, how much they took.
CREATE FUNCTION srv.devices()
RETURNS TABLE (id uuid, uid integer, person text, code text, host text, revoked boolean, first_seen bigint, last_seen bigint,
  last_batch bigint, rows_sent bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM srv.require_administrator();
  RETURN QUERY SELECT d.id, d.uid, p.name, d.code, d.host, d.revoked, (extract(epoch FROM d.first_seen) * 1000)::bigint,
    (extract(epoch FROM d.last_seen) * 1000)::bigint, d.last_batch, d.rows_sent
  FROM sync.device d LEFT JOIN app.person p ON p.id = d.uid ORDER BY d.last_seen DESC, d.id;
END $$;

-- Ends one copy, of a PC that was lost or left behind; its edits are refused from now on.
CREATE FUNCTION srv.revoke_device(request uuid, device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  UPDATE sync.device d SET revoked = true WHERE d.id = revoke_device.device;
  IF NOT FOUND THEN
    PERFORM sync.refuse('DEVICE_UNKNOWN');
  END IF;
  RETURN srv.answer(request, me, 'revoke_device', jsonb_build_object('device', device), NULL, '{}');
END $$;

-- The first block of history that no longer is what was sealed, and in it the first row that differs. A row that was taken
-- out shows at the one behind it.
CREATE FUNCTION sync.first_broken(OUT no bigint, OUT sealed_at timestamptz, OUT expected bigint, OUT counted bigint, OUT xid xid8,
  OUT seq bigint, OUT tbl text, OUT row_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s sync.seal;
  begins xid8;
BEGIN
  SELECT b INTO no FROM sync.broken_seals() b ORDER BY b LIMIT 1;
  IF no IS NULL THEN
    RETURN;
  END IF;
  SELECT * INTO s FROM sync.seal x WHERE x.no = first_broken.no;
  SELECT coalesce(max(x.upto), '0') INTO begins FROM (SELECT x.upto FROM sync.seal x WHERE x.no < s.no ORDER BY x.no DESC LIMIT 1) x;
  sealed_at := s.ts;
  expected := s.n;
  SELECT count(*) INTO counted FROM sync.history h WHERE h.xid >= begins AND h.xid < s.upto;
  SELECT x.xid, x.seq, x.tbl, x.row_id INTO xid, seq, tbl, row_id
  FROM (SELECT h.xid, h.seq, h.tbl, h.row_id, row_number() OVER (ORDER BY h.xid, h.seq) AS place, sync.mark_of(h) AS mark
        FROM sync.history h WHERE h.xid >= begins AND h.xid < s.upto) x
  WHERE x.mark <> substr(s.marks, (4 * (x.place - 1) + 1)::integer, 4) ORDER BY x.place LIMIT 1;
END $$;

-- {"seals": 12, "rows": 4711, "newest": {"no": 12, "hash": "…"}, "unsealed": 3}, and "broken": {…} when somebody rewrote it.
CREATE FUNCTION srv.verify_seals() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  b record;
  chain jsonb := sync.chain_state();
BEGIN
  PERFORM srv.require_administrator();
  SELECT * INTO b FROM sync.first_broken();
  IF b.no IS NOT NULL THEN
    chain := chain || jsonb_build_object('broken', jsonb_build_object('no', b.no,
      'sealed_at', (extract(epoch FROM b.sealed_at) * 1000)::bigint, 'expected', b.expected, 'found', b.counted,
      'xid', b.xid::text, 'seq', b.seq, 'table', b.tbl, 'row', b.row_id));
  END IF;
  RETURN chain;
END $$;

CREATE FUNCTION sync.chain_state() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object('seals', (SELECT count(*) FROM sync.seal), 'rows', (SELECT coalesce(sum(s.n), 0) FROM sync.seal s),
    'unsealed', (SELECT count(*) FROM sync.history h WHERE h.xid >= coalesce((SELECT max(s.upto) FROM sync.seal s), '0'::xid8)),
    'newest', (SELECT jsonb_build_object('no', s.no, 'hash', encode(s.hash, 'hex')) FROM sync.seal s ORDER BY s.no DESC LIMIT 1))
$$;

-- The hash of a seal, for a client that kept it: what it saw then must be the same for ever.
CREATE FUNCTION sync.seal_hash(seal_no bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(s.hash, 'hex') FROM sync.seal s WHERE s.no = seal_no AND app.me() IS NOT NULL
$$;

-- Seals on the way of a hello, at most each ten minutes and so much that nobody notices. One does it, nobody waits for it.
CREATE FUNCTION sync.seal_sometimes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_try_advisory_xact_lock(7305, 1) AND clock_timestamp() - interval '10 minutes'
    > coalesce((SELECT s.ts FROM sync.seal s ORDER BY s.no DESC LIMIT 1), sync.installed_at()) THEN
    PERFORM sync.seal_up(20000);
  END IF;
END $$;

CREATE FUNCTION sync.installed_at() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT installed_at FROM sync.meta
$$;
