-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- History: one row for each change of each row, written by a trigger on every table, changed by nobody.

-- cd.device and cd.batch are set by sync.push alone: acts of srv clear them, and no other function writes.
CREATE FUNCTION sync.note() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was jsonb;
  is_ jsonb := to_jsonb(NEW);
  old_owner integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := to_jsonb(OLD);
    old_owner := OLD.owner;
    SELECT jsonb_object_agg(k.key, was -> k.key), jsonb_object_agg(k.key, k.value) INTO was, is_
    FROM jsonb_each(is_) k WHERE was -> k.key IS DISTINCT FROM k.value;
  END IF;
  INSERT INTO sync.history (tbl, op, row_id, root_id, rev, owner_old, owner_new, old, new, uid, device, batch)
  VALUES (TG_TABLE_NAME, left(TG_OP, 1)::"char", NEW.id::text, NEW.root_id, NEW.rev, old_owner, NEW.owner, was, is_, app.me(),
    nullif(current_setting('cd.device', true), '')::uuid, nullif(current_setting('cd.batch', true), '')::bigint);
  RETURN NULL;
END $$;

CREATE FUNCTION sync.never() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = 'HISTORY_CLOSED';
END $$;

CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON sync.history FOR EACH ROW EXECUTE FUNCTION sync.never();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON sync.history FOR EACH STATEMENT EXECUTE FUNCTION sync.never();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON sync.seal FOR EACH STATEMENT EXECUTE FUNCTION sync.never();

-- Partitions of this month and of those to come in three years; installation and `server check` call it.
CREATE FUNCTION sync.make_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  first date := date_trunc('month', now() AT TIME ZONE 'UTC');
  part text;
BEGIN
  FOR i IN 0..36 LOOP
    part := 'history_' || to_char(first + make_interval(months => i), 'YYYYMM');
    IF to_regclass('sync.' || part) IS NULL THEN
      EXECUTE format('CREATE TABLE sync.%I PARTITION OF sync.history FOR VALUES FROM (%L) TO (%L)', part,
        (first + make_interval(months => i))::timestamp AT TIME ZONE 'UTC',
        (first + make_interval(months => i + 1))::timestamp AT TIME ZONE 'UTC');
    END IF;
  END LOOP;
END $$;

-- What a row of history is to the chain: every field that tells a story.
CREATE FUNCTION sync.history_bytes(h sync.history) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
  SELECT convert_to(concat_ws(E'\x1f', h.xid, h.seq, h.ts, h.tbl, h.op, h.row_id, h.root_id, h.rev, h.owner_old, h.owner_new,
    h.old, h.new, h.uid, h.login, h.ip, h.device, h.batch), 'UTF8')
$$;

CREATE FUNCTION sync.block_hash(before bytea, from_xid xid8, to_xid xid8) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  chain bytea := before;
  h sync.history;
BEGIN
  FOR h IN SELECT * FROM sync.history x WHERE x.xid >= from_xid AND x.xid < to_xid ORDER BY x.xid, x.seq LOOP
    chain := sha256(chain || sync.history_bytes(h));
  END LOOP;
  RETURN chain;
END $$;

-- Four bytes by which a single row is known again: they tell which row was altered, the chain tells that one was.
CREATE FUNCTION sync.mark_of(h sync.history) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT substr(sha256(sync.history_bytes(h)), 1, 4)
$$;

-- Seals what is finished: transactions before the oldest that still runs, at most about so many rows. One at a time; answers
-- the newest seal.
CREATE FUNCTION sync.seal_up(most bigint DEFAULT NULL) RETURNS sync.seal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last sync.seal;
  from_ xid8;
  upto_ xid8 := pg_snapshot_xmin(pg_current_snapshot());
  n_ bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7305, 1);
  SELECT * INTO last FROM sync.seal s ORDER BY s.no DESC LIMIT 1;
  from_ := coalesce(last.upto, '0'::xid8);
  IF most IS NOT NULL THEN -- a block ends between transactions
    SELECT least(upto_, h.xid) INTO upto_ FROM (SELECT h.xid FROM (SELECT h.xid FROM sync.history h WHERE h.xid >= from_
        ORDER BY h.xid, h.seq OFFSET most LIMIT 1) h WHERE h.xid > from_ UNION ALL SELECT upto_) h ORDER BY h.xid LIMIT 1;
  END IF;
  SELECT count(*) INTO n_ FROM sync.history h WHERE h.xid >= from_ AND h.xid < upto_;
  IF n_ > 0 THEN
    INSERT INTO sync.seal (no, upto, n, hash, marks)
    VALUES (coalesce(last.no, 0) + 1, upto_, n_, sync.block_hash(coalesce(last.hash, ''::bytea), from_, upto_),
      (SELECT string_agg(sync.mark_of(h), ''::bytea ORDER BY h.xid, h.seq) FROM sync.history h WHERE h.xid >= from_ AND h.xid < upto_))
    RETURNING * INTO last;
  END IF;
  RETURN last;
END $$;

-- Numbers of the seals that do not fit the history any more; none when the chain holds.
CREATE FUNCTION sync.broken_seals() RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before bytea := '';
  from_xid xid8 := '0';
  s sync.seal;
  n_ bigint;
BEGIN
  FOR s IN SELECT * FROM sync.seal x ORDER BY x.no LOOP
    SELECT count(*) INTO n_ FROM sync.history h WHERE h.xid >= from_xid AND h.xid < s.upto;
    IF n_ <> s.n OR sync.block_hash(before, from_xid, s.upto) <> s.hash THEN
      RETURN NEXT s.no;
    END IF;
    before := s.hash;
    from_xid := s.upto;
  END LOOP;
END $$;
