-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Contents of attachments. They come in pieces of 256 KiB, 400 at most (core/storage/content_store.h counts the same), into
-- an upload of the person who brings them; when all are there and make the hash they are asked for by, they become a content,
-- stored once however many rows name it. A row may name only what its author has brought whole: that proves that he had it,
-- where knowing a hash proves nothing. Read is through a row that the reader sees.

-- Which pieces of one's own upload are here: {"done": false, "pieces": [0, 1, 2]}. Nothing is told about those of others.
CREATE FUNCTION sync.blob_have(hash text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
BEGIN
  RETURN jsonb_build_object(
    'done', EXISTS (SELECT FROM sync.upload u JOIN sync.blob b ON b.hash = u.hash
                    WHERE u.uid = me AND u.hash = blob_have.hash AND u.done_at IS NOT NULL),
    'pieces', coalesce((SELECT jsonb_agg(p.n ORDER BY p.n) FROM sync.upload_piece p WHERE p.uid = me AND p.hash = blob_have.hash), '[]'));
END $$;

-- Takes the n-th piece, from 0, of so many; answers whether nothing more is wanted: a content that is complete stays as it is.
CREATE FUNCTION sync.blob_put(hash text, n integer, pieces integer, bytes bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
  mine sync.upload;
  sent bigint;
  most constant bigint := 5368709120; -- bytes a person and day
BEGIN
  IF NOT app.may('activity.edit') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "activity.edit"}');
  ELSIF coalesce(blob_put.hash !~ '^[0-9a-f]{64}$', true) THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "sha256"}');
  ELSIF coalesce(blob_put.pieces NOT BETWEEN 1 AND 400, true) THEN
    PERFORM sync.refuse('CONTENT_SIZE', '{"name": "", "most": 100}');
  ELSIF coalesce(blob_put.n NOT BETWEEN 0 AND blob_put.pieces - 1, true)
    OR coalesce(octet_length(blob_put.bytes) NOT BETWEEN 1 AND 262144, true)
    OR blob_put.n < blob_put.pieces - 1 AND octet_length(blob_put.bytes) <> 262144 THEN
    PERFORM sync.refuse('CONTENT_PIECE');
  END IF;
  PERFORM pg_advisory_xact_lock(7309, me); -- one piece of a person after the other: each counts what was before it
  SELECT * INTO mine FROM sync.upload u WHERE u.uid = me AND u.hash = blob_put.hash;
  IF NOT FOUND THEN
    PERFORM sync.clear_uploads();
    IF (SELECT count(*) FROM sync.upload u WHERE u.uid = me AND u.done_at IS NULL) >= 20 THEN
      PERFORM sync.refuse('CONTENT_OPEN', '{"most": 20}');
    END IF;
    INSERT INTO sync.upload (uid, hash, pieces) VALUES (me, blob_put.hash, blob_put.pieces);
  ELSIF mine.done_at IS NOT NULL THEN
    RETURN true;
  ELSIF mine.pieces <> blob_put.pieces THEN
    PERFORM sync.refuse('CONTENT_PIECE');
  END IF;
  INSERT INTO sync.upload_day AS d (uid, day, bytes) VALUES (me, (now() AT TIME ZONE 'UTC')::date, octet_length(blob_put.bytes))
  ON CONFLICT (uid, day) DO UPDATE SET bytes = d.bytes + excluded.bytes RETURNING d.bytes INTO sent;
  IF sent > most THEN
    PERFORM sync.refuse('CONTENT_DAY', '{"most": 5}');
  END IF;
  INSERT INTO sync.upload_piece (uid, hash, n, bytes) VALUES (me, blob_put.hash, blob_put.n, blob_put.bytes)
  ON CONFLICT (uid, hash, n) DO UPDATE SET bytes = excluded.bytes;
  UPDATE sync.upload u SET seen_at = now() WHERE u.uid = me AND u.hash = blob_put.hash;
  RETURN false;
END $$;

-- Everything was sent: true when it is the content it was to be, false when it was not and has been thrown away.
CREATE FUNCTION sync.blob_done(hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
  mine sync.upload;
  found_ text;
  size bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7309, me);
  SELECT * INTO mine FROM sync.upload u WHERE u.uid = me AND u.hash = blob_done.hash;
  IF NOT FOUND THEN
    PERFORM sync.refuse('CONTENT_MISSING');
  ELSIF mine.done_at IS NOT NULL THEN
    RETURN true;
  ELSIF (SELECT count(*) FROM sync.upload_piece p WHERE p.uid = me AND p.hash = mine.hash) <> mine.pieces THEN
    PERFORM sync.refuse('CONTENT_MISSING');
  END IF;
  PERFORM pg_advisory_xact_lock(7309, 0); -- one at a time holds a whole content in memory; and clear_blobs() waits
  SELECT encode(sha256(string_agg(p.bytes, ''::bytea ORDER BY p.n)), 'hex'), sum(octet_length(p.bytes)) INTO found_, size
  FROM sync.upload_piece p WHERE p.uid = me AND p.hash = mine.hash;
  IF found_ <> mine.hash THEN
    DELETE FROM sync.upload u WHERE u.uid = me AND u.hash = mine.hash;
    RETURN false;
  END IF;
  INSERT INTO sync.blob (hash, bytes, pieces) VALUES (mine.hash, size, mine.pieces) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO sync.blob_piece (hash, n, bytes) SELECT p.hash, p.n, p.bytes FROM sync.upload_piece p
    WHERE p.uid = me AND p.hash = mine.hash;
  END IF;
  DELETE FROM sync.upload_piece p WHERE p.uid = me AND p.hash = mine.hash;
  UPDATE sync.upload u SET done_at = now(), seen_at = now() WHERE u.uid = me AND u.hash = mine.hash;
  RETURN true;
END $$;

-- One piece of what a row names. The row is looked for under the policies of its table: who does not see it gets the same
-- answer as for one that does not exist.
CREATE FUNCTION sync.blob_get(attachment uuid, n integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me integer := sync.must_be_somebody();
  named text;
  piece bytea;
BEGIN
  SELECT a.sha256 INTO named FROM app.attachment a WHERE a.id = blob_get.attachment;
  IF NOT FOUND OR me IS NULL THEN
    PERFORM sync.refuse('NOT_VISIBLE');
  END IF;
  piece := sync.piece_of(named, blob_get.n);
  IF piece IS NULL THEN
    PERFORM sync.refuse('CONTENT_PIECE');
  END IF;
  RETURN piece;
END $$;

CREATE FUNCTION sync.piece_of(hash text, n integer) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.bytes FROM sync.blob_piece p WHERE p.hash = piece_of.hash AND p.n = piece_of.n
$$;

-- A row names what its author has brought whole and hangs on a record of its own customer; afterwards neither changes. Looked
-- at only for customers in reach: the others the row policy refuses, and this must not tell what they have.
CREATE FUNCTION sync.content_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  there boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.kind, NEW.record, NEW.bytes, NEW.sha256) IS DISTINCT FROM (OLD.kind, OLD.record, OLD.bytes, OLD.sha256) THEN
      PERFORM sync.refuse('ATTACHMENT_FIXED');
    END IF;
    RETURN NEW;
  ELSIF NOT (NEW.owner = ANY(app.my_owners()) OR NEW.root_id = ANY(app.my_grants())) THEN
    RETURN NEW;
  ELSIF NOT EXISTS (SELECT FROM sync.upload u JOIN sync.blob b ON b.hash = u.hash
                    WHERE u.uid = app.me() AND u.hash = NEW.sha256 AND u.done_at IS NOT NULL AND b.bytes = NEW.bytes) THEN
    PERFORM sync.refuse('CONTENT_MISSING');
  END IF;
  IF EXISTS (SELECT FROM sync.tbl t WHERE t.tbl = NEW.kind AND t.scope = 'root' AND NOT t.small_id AND t.tbl <> TG_TABLE_NAME) THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM app.%I t WHERE t.id = $1 AND t.root_id = $2)', NEW.kind)
    INTO there USING NEW.record, NEW.root_id;
  END IF;
  IF NOT there THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', jsonb_build_object('table', left(NEW.kind, 60)));
  END IF;
  RETURN NEW;
END $$;

-- Uploads that nobody went on with for a week.
CREATE FUNCTION sync.clear_uploads() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM sync.upload u WHERE u.done_at IS NULL AND u.seen_at < now() - interval '7 days' RETURNING 1
  ), days AS (
    DELETE FROM sync.upload_day d WHERE d.day < (now() AT TIME ZONE 'UTC')::date
  )
  SELECT count(*)::integer FROM gone
$$;

-- Contents that no row named for a month after they were last brought. `server check` calls it.
CREATE FUNCTION sync.clear_blobs() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  PERFORM sync.clear_uploads(), pg_advisory_xact_lock(7309, 0);
  DELETE FROM sync.blob b WHERE b.kept_at < now() - interval '30 days'
    AND NOT EXISTS (SELECT FROM app.attachment a WHERE a.sha256 = b.hash)
    AND NOT EXISTS (SELECT FROM sync.upload u WHERE u.hash = b.hash AND u.done_at >= now() - interval '30 days');
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM sync.upload u WHERE u.done_at IS NOT NULL AND NOT EXISTS (SELECT FROM sync.blob b WHERE b.hash = u.hash);
  RETURN gone;
END $$;
