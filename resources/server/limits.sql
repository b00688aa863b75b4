-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How much of what somebody sends is kept.

-- A payload of a conflict or a refusal beyond 64 KiB: what names it, and its beginning.
CREATE FUNCTION sync.cut(payload jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN octet_length(payload::text) <= 65536 THEN payload
    ELSE jsonb_build_object('cut', true, 'bytes', octet_length(payload::text), 'head', left(payload::text, 16000)) END
$$;

CREATE FUNCTION sync.cut_payloads() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.mine := sync.cut(NEW.mine);
  NEW.theirs := sync.cut(NEW.theirs);
  RETURN NEW;
END $$;

CREATE TRIGGER payloads_cut BEFORE INSERT OR UPDATE OF mine, theirs ON sync.conflict FOR EACH ROW
  EXECUTE FUNCTION sync.cut_payloads();
