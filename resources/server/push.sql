-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The one general way in. A batch of edits applies once, whatever happens to the connection; each group of it (what one
-- action of a person wrote) applies whole or not at all; two edits of one row merge by groups of columns.
--
-- ops: {"groups": [{"at": ms, "ops": [{"n": 1, "t": "contact", "k": "I" | "U", "id": "…", "base": 3, "root": "…",
--       "made": {"at": ms, "by": 4}, "v": {"name": "…", "custom": {"colour": "red"}}}, …]}, …]}
-- answer: {"batch": 7, "results": [{"n": 1, "s": "ok", "rev": 4} | {"n": 2, "s": "conflict", "rev": 5, "cols": {"city":
--       {"mine": "…", "theirs": "…", "by": 3, "at": ms}}} | {"n": 3, "s": "refused", "code": "…", "detail": {…}}, …]}
-- "cols" names added fields as "custom.colour"; "by" and "at" (the server's clock) tell the newest change of another's to what
-- belongs together with the column, or to the row; null when the history does not tell.

CREATE FUNCTION sync.push(device uuid, batch bigint, ops jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
  mine sync.device;
  grp jsonb;
  results jsonb := '[]';
  answer jsonb;
BEGIN
  IF pg_column_size(push.ops) > 16 * 1024 * 1024 OR jsonb_typeof(push.ops -> 'groups') IS DISTINCT FROM 'array'
    OR jsonb_array_length(push.ops -> 'groups') > 50 THEN
    PERFORM sync.refuse('BATCH_SIZE');
  END IF;
  SELECT * INTO mine FROM sync.device d WHERE d.id = push.device FOR UPDATE;
  IF NOT FOUND OR mine.uid <> me THEN
    PERFORM sync.refuse('DEVICE_UNKNOWN');
  ELSIF mine.revoked THEN
    PERFORM sync.refuse('DEVICE_REVOKED');
  ELSIF push.batch = mine.last_batch THEN
    RETURN mine.last_result; -- the answer was lost on its way
  ELSIF push.batch IS DISTINCT FROM mine.last_batch + 1 THEN
    PERFORM sync.refuse('BATCH_GAP', jsonb_build_object('last', mine.last_batch));
  END IF;
  PERFORM set_config('cd.device', push.device::text, true), set_config('cd.batch', push.batch::text, true);
  FOR grp IN SELECT value FROM jsonb_array_elements(push.ops -> 'groups') LOOP
    results := results || sync.push_group(push.device, push.batch, me, grp);
  END LOOP;
  PERFORM set_config('cd.device', '', true), set_config('cd.batch', '', true);
  answer := jsonb_build_object('batch', push.batch, 'results', results);
  UPDATE sync.device d SET last_batch = push.batch, last_result = answer, last_seen = now() WHERE d.id = push.device;
  PERFORM sync.wake_readers();
  RETURN answer;
END $$;

CREATE FUNCTION sync.push_group(device uuid, batch bigint, me integer, grp jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  op jsonb;
  one jsonb;
  results jsonb := '[]';
  code text;
  detail text;
  state text;
  constraint_ text;
  column_ text;
  table_ text;
BEGIN
  FOR op IN SELECT value FROM jsonb_array_elements(push_group.grp -> 'ops') LOOP
    one := sync.push_op(push_group.device, push_group.batch, push_group.me, op, (push_group.grp ->> 'at')::bigint);
    IF one ->> 's' = 'conflict' THEN
      PERFORM sync.keep_conflict(push_group.device, push_group.batch, push_group.me, op, 'conflict', 'CHANGED_BY_OTHER', one -> 'cols');
    END IF;
    results := results || one;
  END LOOP;
  SET CONSTRAINTS ALL IMMEDIATE; -- a reference to nothing belongs to this group, not to the whole batch
  SET CONSTRAINTS ALL DEFERRED;
  RETURN results;
EXCEPTION
  WHEN deadlock_detected OR serialization_failure OR lock_not_available OR query_canceled OR admin_shutdown
    OR insufficient_resources OR system_error THEN
    RAISE; -- the batch is sent again
  WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, code = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL,
      constraint_ = CONSTRAINT_NAME, column_ = COLUMN_NAME, table_ = TABLE_NAME;
    IF state = '23505' AND table_ = 'customer' THEN
      PERFORM srv.count_probe(push_group.me);
    END IF;
    IF state <> 'CD001' THEN
      detail := jsonb_build_object('constraint', constraint_, 'column', column_)::text;
      code := CASE state WHEN '23505' THEN 'DUPLICATE' WHEN '23503' THEN 'REFERENCE_UNKNOWN' WHEN '23514' THEN 'VALUE_INVALID'
        WHEN '23502' THEN 'VALUE_INVALID' WHEN '42501' THEN 'NOT_VISIBLE' ELSE 'VALUE_INVALID' END;
    END IF;
    results := '[]';
    FOR op IN SELECT value FROM jsonb_array_elements(CASE jsonb_typeof(push_group.grp -> 'ops') WHEN 'array'
                                                       THEN push_group.grp -> 'ops' ELSE '[]' END) LOOP
      PERFORM sync.keep_conflict(push_group.device, push_group.batch, push_group.me, op, 'refused', code, NULL);
      results := results || jsonb_build_object('n', op -> 'n', 's', 'refused', 'code', code, 'detail', detail::jsonb);
    END LOOP;
    RETURN results;
END $$;

CREATE FUNCTION sync.keep_conflict(device uuid, batch bigint, me integer, op jsonb, kind text, code text, theirs jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO sync.conflict (uid, device, batch, n, tbl, row_id, kind, code, mine, theirs)
  VALUES (me, device, batch, CASE WHEN op ->> 'n' ~ '^[0-9]{1,18}$' THEN (op ->> 'n')::bigint ELSE 0 END, coalesce(left(op ->> 't', 60), ''), coalesce(left(op ->> 'id', 60), ''),
    kind, code, op, theirs)
$$;

-- One edit: first what may not be at all, then as an insert or a merge.
CREATE FUNCTION sync.push_op(device uuid, batch bigint, me integer, op jsonb, at bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  t sync.tbl := sync.known_table(push_op.op ->> 't');
  unknown text;
BEGIN
  IF t.edit = 'act' THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', t.tbl));
  ELSIF t.edit <> '' AND NOT app.may(t.edit) THEN
    PERFORM sync.refuse('PERMISSION', jsonb_build_object('right', t.edit));
  ELSIF t.scope = 'cost' AND NOT app.may('cost.view') THEN
    PERFORM sync.refuse('PERMISSION', jsonb_build_object('right', 'cost.view'));
  END IF;
  IF t.tbl = 'customer' AND push_op.op -> 'v' ?| ARRAY['credit_code', 'number'] THEN
    PERFORM srv.may_probe(push_op.me);
  ELSIF t.tbl IN ('quote', 'quote_revision') AND NOT app.may('quote.approve')
    AND coalesce(push_op.op #>> '{v,state}', 'draft') NOT IN ('draft', 'submitted') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "quote.approve"}');
  END IF;
  IF jsonb_typeof(push_op.op #> '{v,custom}') <> 'object' THEN -- every reader takes it for one
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "custom"}');
  END IF;
  SELECT k INTO unknown FROM jsonb_object_keys(push_op.op -> 'v') k
  WHERE NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = t.tbl AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', t.tbl, 'column', left(unknown, 60)));
  END IF;
  IF push_op.op ->> 'k' = 'I' THEN
    RETURN sync.push_insert(t, push_op.me, push_op.op, push_op.at);
  ELSIF push_op.op ->> 'k' = 'U' THEN
    RETURN sync.push_update(t, push_op.device, push_op.batch, push_op.me, push_op.op, push_op.at);
  END IF;
  PERFORM sync.refuse('OPERATION_UNKNOWN');
END $$;

CREATE FUNCTION sync.push_insert(t sync.tbl, me integer, op jsonb, at bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  columns text;
BEGIN
  IF t.born = 'act' THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', t.tbl));
  END IF;
  SELECT string_agg(format(', %I', k), '') INTO columns FROM jsonb_object_keys(op -> 'v') k;
  EXECUTE format('INSERT INTO app.%I (id, root_id, owner, created_at, created_by, changed_at, changed_by%s) '
    'SELECT $2::%s, $3, $4, $5, $6, $7, $4%s FROM jsonb_populate_record(NULL::app.%I, $1)', t.tbl, columns,
    CASE WHEN t.small_id THEN 'integer' ELSE 'uuid' END, columns, t.tbl)
  USING op -> 'v', op ->> 'id', (op ->> 'root')::uuid, me,
    coalesce((op #>> '{made,at}')::bigint, at),
    CASE WHEN app.may('admin') THEN coalesce((op #>> '{made,by}')::integer, me) ELSE me END, -- only who brings a company's data
    at;
  RETURN jsonb_build_object('n', op -> 'n', 's', 'ok', 'rev', 1);
END $$;

-- Merges an edit made on revision `base` with what happened to the row since.
CREATE FUNCTION sync.push_update(t sync.tbl, device uuid, batch bigint, me integer, op jsonb, at bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  current jsonb;
  base bigint := (push_update.op ->> 'base')::bigint;
  wanted jsonb := push_update.op -> 'v';
  key_type text := CASE WHEN t.small_id THEN 'integer' ELSE 'uuid' END;
  theirs jsonb;
  merged record;
  apply jsonb;
  columns text;
  rev bigint;
BEGIN
  IF t.grows THEN
    PERFORM sync.refuse('APPEND_ONLY', jsonb_build_object('table', t.tbl));
  END IF;
  -- by the key's own type: only so the index finds it
  EXECUTE format('SELECT to_jsonb(x) FROM app.%I x WHERE x.id = $1::%s FOR UPDATE', t.tbl, key_type) INTO current USING push_update.op ->> 'id';
  IF current IS NULL THEN
    PERFORM sync.refuse('NOT_VISIBLE');
  END IF;
  rev := (current ->> 'rev')::bigint;
  IF base IS NULL OR base > rev OR base < 1 THEN
    PERFORM sync.refuse('BASE_UNKNOWN', jsonb_build_object('base', base, 'rev', rev));
  END IF;
  theirs := sync.changed_since(t.tbl, current, base, push_update.device);
  SELECT * INTO merged FROM sync.merge(t.tbl, current, wanted, theirs);
  apply := merged.apply;
  SELECT string_agg(format('%I', k.key), ', ') INTO columns FROM jsonb_each(apply) k WHERE k.value IS DISTINCT FROM current -> k.key;
  IF columns IS NOT NULL THEN
    EXECUTE format('UPDATE app.%I x SET (%s, changed_at, changed_by) = (SELECT %s, $2, $3 FROM jsonb_populate_record(NULL::app.%I, $1)) '
      'WHERE x.id = $4::%s RETURNING x.rev', t.tbl, columns, columns, t.tbl, key_type)
    INTO rev USING apply, push_update.at, push_update.me, push_update.op ->> 'id';
    IF rev IS NULL THEN
      PERFORM sync.refuse('NOT_VISIBLE');
    END IF;
  END IF;
  IF merged.clash <> '{}' THEN
    RETURN jsonb_build_object('n', push_update.op -> 'n', 's', 'conflict', 'rev', rev, 'cols', merged.clash);
  END IF;
  RETURN jsonb_build_object('n', push_update.op -> 'n', 's', 'ok', 'rev', rev);
END $$;

-- Divides what somebody wants into what applies and what clashes. Columns of one group apply or clash together, added fields one
-- by one; who deletes what another changed, or changes what another deleted, clashes with all of it.
CREATE FUNCTION sync.merge(tbl text, current jsonb, wanted jsonb, theirs jsonb, OUT apply jsonb, OUT clash jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  gone boolean := (current ->> 'deleted')::boolean;
  against_all boolean := theirs <> '{}' AND (gone AND NOT wanted ? 'deleted' OR coalesce(wanted -> 'deleted' = 'true', false) AND NOT gone);
  newest jsonb;
  added jsonb;
BEGIN
  SELECT o.value INTO newest FROM jsonb_each(theirs) o ORDER BY (o.value ->> 'at')::bigint DESC NULLS LAST LIMIT 1;
  WITH one AS (
    SELECT w.key, w.key AS name, c.grp, w.value AS mine, current -> w.key AS now, false AS added
    FROM jsonb_each(wanted - 'custom') w JOIN sync.col c ON c.tbl = merge.tbl AND c.col = w.key
    UNION ALL
    SELECT e.key, 'custom.' || e.key, 'custom.' || e.key, e.value, coalesce(current #> ARRAY['custom', e.key], 'null'), true
    FROM jsonb_each(coalesce(wanted -> 'custom', '{}')) e
  ), judged AS (
    SELECT one.*, coalesce(theirs -> one.grp, CASE WHEN one.added THEN theirs -> 'custom.*' END, newest) AS said,
      against_all OR (theirs ? one.grp OR one.added AND theirs ? 'custom.*')
        AND bool_or(one.mine IS DISTINCT FROM one.now) OVER (PARTITION BY one.grp) AS hit
    FROM one
  )
  SELECT coalesce(jsonb_object_agg(key, mine) FILTER (WHERE NOT hit AND NOT added), '{}'),
    jsonb_object_agg(key, mine) FILTER (WHERE NOT hit AND added),
    coalesce(jsonb_object_agg(name, jsonb_build_object('mine', mine, 'theirs', now, 'by', said -> 'by', 'at', said -> 'at'))
      FILTER (WHERE hit), '{}')
  INTO apply, added, clash FROM judged;
  IF added IS NOT NULL THEN
    apply := apply || jsonb_build_object('custom', jsonb_strip_nulls((current -> 'custom') || added));
  END IF;
END $$;

-- Groups of columns that others changed after revision `base`, each with who did so last and when: {"address": {"by": 3, "at":
-- ms}}. What came from the same copy of the data is not another's: whoever works there went on from the own earlier edits,
-- whatever batch they travelled in. It reads all of the history of a row that this person may change: whose the row was
-- meanwhile tells nothing about what changed in it. When history does not reach back that far, every group counts as changed, and so does
-- every added field, as "custom.*".
CREATE FUNCTION sync.changed_since(tbl text, current jsonb, base bigint, device uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  groups jsonb;
  seen bigint;
BEGIN
  IF (current ->> 'rev')::bigint = base THEN
    RETURN '{}';
  END IF;
  SELECT coalesce(jsonb_object_agg(o.grp, o.said), '{}') INTO groups FROM (
    SELECT DISTINCT ON (g.grp) g.grp,
      jsonb_build_object('by', h.uid, 'at', (extract(epoch FROM h.ts) * 1000)::bigint) AS said
    FROM sync.history h
    CROSS JOIN LATERAL (
      SELECT c.grp FROM jsonb_object_keys(h.new) k JOIN sync.col c ON c.tbl = h.tbl AND c.col = k WHERE k <> 'custom'
      UNION ALL
      SELECT 'custom.' || key FROM (
        SELECT key FROM jsonb_each(coalesce(h.new -> 'custom', '{}')) n WHERE n.value IS DISTINCT FROM h.old -> 'custom' -> n.key
        UNION SELECT key FROM jsonb_each(coalesce(h.old -> 'custom', '{}')) o WHERE NOT h.new -> 'custom' ? o.key) x
    ) g
    WHERE h.row_id = current ->> 'id' AND h.tbl = changed_since.tbl AND h.rev > base
      AND h.device IS DISTINCT FROM changed_since.device
    ORDER BY g.grp, h.rev DESC) o;
  SELECT count(*) INTO seen FROM sync.history h
  WHERE h.row_id = current ->> 'id' AND h.tbl = changed_since.tbl AND h.rev > base;
  IF seen < (current ->> 'rev')::bigint - base THEN
    SELECT jsonb_object_agg(c.grp, '{"by": null, "at": null}'::jsonb) || '{"custom.*": {"by": null, "at": null}}' || groups
    INTO groups FROM sync.col c WHERE c.tbl = changed_since.tbl;
  END IF;
  RETURN groups;
END $$;

-- One empty message for each reader of what this transaction changed.
CREATE FUNCTION sync.wake_readers() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH changed AS MATERIALIZED (
    SELECT h.tbl, h.owner_old, h.owner_new, h.root_id FROM sync.history h WHERE h.xid = pg_current_xact_id()
  )
  SELECT pg_notify(u.chan, '') FROM app.usr u
  WHERE u.active AND (
    EXISTS (SELECT FROM changed c JOIN sync.tbl t ON t.tbl = c.tbl WHERE NOT t.on_root)
    OR EXISTS (SELECT FROM app.scope s WHERE s.uid = u.uid AND s.owner IN (SELECT owner_old FROM changed UNION SELECT owner_new FROM changed))
    OR EXISTS (SELECT FROM app.delegation d JOIN app.scope s ON s.uid = d.giver AND s.owner <> 0 WHERE d.taker = u.uid AND d.sight
               AND d.withdrawn_at IS NULL AND d.since <= now() AND d.until > now()
               AND s.owner IN (SELECT owner_old FROM changed UNION SELECT owner_new FROM changed))
    OR EXISTS (SELECT FROM app.grant_ g WHERE g.uid = u.uid AND g.root_id IN (SELECT root_id FROM changed)))
$$;
