-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The tables of the protocol. They belong to cd_owner, but for the history, which belongs to cd_hist. A server of an older
-- version gets the tables, columns and indexes that it lacks: a column that came later may be null or has a default.

-- One row: what this server is. The epoch changes when it was restored from a copy.
CREATE TABLE sync.meta (
  one integer PRIMARY KEY DEFAULT 1 CHECK (one = 1),
  schema_version integer NOT NULL,
  min_client integer NOT NULL,
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  kept_from xid8 NOT NULL DEFAULT '0', -- older history was taken away
  company text NOT NULL DEFAULT '',
  installed_at timestamptz NOT NULL DEFAULT now()
);

-- The record types and who may write them. scope: root, catalogue, cost, settings. edit: the right that writing asks for;
-- 'act' = only through functions of srv. born: whether new rows come by push or by such a function too. grows: rows are only
-- ever added. on_root: rows hang on a customer and go by its owner.
CREATE TABLE sync.tbl (
  tbl text PRIMARY KEY,
  no integer NOT NULL UNIQUE,
  scope text NOT NULL CHECK (scope IN ('root', 'catalogue', 'cost', 'settings')),
  edit text NOT NULL,
  born text NOT NULL DEFAULT 'push' CHECK (born IN ('push', 'act')),
  grows boolean NOT NULL DEFAULT false,
  on_root boolean NOT NULL,
  small_id boolean NOT NULL DEFAULT false,
  title text -- the column that names a row to a person
);

-- The columns a client may write, and which belong together when two people changed one row.
CREATE TABLE sync.col (
  tbl text NOT NULL REFERENCES sync.tbl(tbl),
  col text NOT NULL,
  grp text NOT NULL,
  PRIMARY KEY (tbl, col)
);

-- The server's side of a person: what the person's rows in app.person and app.person_role come to.
CREATE TABLE app.usr (
  uid integer PRIMARY KEY,
  login text NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true,
  rights text[] NOT NULL DEFAULT '{}',
  all_owners boolean NOT NULL DEFAULT false,
  chan text NOT NULL DEFAULT 'c' || replace(gen_random_uuid()::text, '-', '')
);

-- Which rights a role brings; laid down by the program.
CREATE TABLE sync.role_right (
  role text NOT NULL,
  "right" text NOT NULL,
  PRIMARY KEY (role, "right")
);

-- Who sees whose rows.
CREATE TABLE app.scope (
  uid integer NOT NULL,
  owner integer NOT NULL,
  PRIMARY KEY (uid, owner)
);

-- A customer shown to somebody else for a while.
CREATE TABLE app.grant_ (
  root_id uuid NOT NULL,
  uid integer NOT NULL,
  until timestamptz NOT NULL,
  by_uid integer NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (root_id, uid)
);

-- Somebody stands in for somebody else for a while: sees what that person sees (sight), decides in that person's place
-- (approvals), or both. Never changed but to withdraw it.
CREATE TABLE app.delegation (
  id uuid PRIMARY KEY,
  giver integer NOT NULL,
  taker integer NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  sight boolean NOT NULL,
  approvals boolean NOT NULL,
  reason text NOT NULL,
  made_by integer NOT NULL, -- 0: whoever keeps the machine
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_by integer,
  withdrawn_at timestamptz
);
CREATE INDEX delegation_taker ON app.delegation (taker, until);
CREATE INDEX delegation_giver ON app.delegation (giver, until);

-- Every change of every row, for ever: audit, base of merging, feed and undo. Partitioned by month.
CREATE TABLE sync.history (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  ts timestamptz NOT NULL DEFAULT clock_timestamp(),
  tbl text NOT NULL,
  op "char" NOT NULL,
  row_id text NOT NULL,
  root_id uuid,
  rev bigint NOT NULL,
  owner_old integer,
  owner_new integer,
  audience integer,
  old jsonb,
  new jsonb,
  uid integer,
  login text NOT NULL DEFAULT session_user,
  ip inet DEFAULT inet_client_addr(),
  device uuid,
  batch bigint
) PARTITION BY RANGE (ts);
ALTER TABLE sync.history OWNER TO cd_hist;
CREATE INDEX history_xid ON sync.history (xid, seq);
CREATE INDEX history_row ON sync.history (row_id, rev);
CREATE INDEX history_seq ON sync.history (seq);
CREATE INDEX history_person ON sync.history (uid, seq);
CREATE TABLE sync.history_other PARTITION OF sync.history DEFAULT;
ALTER TABLE sync.history_other OWNER TO cd_hist;

-- Blocks of finished history under one chain of hashes: every row of a transaction before `upto` and not in a block before.
CREATE TABLE sync.seal (
  no bigint PRIMARY KEY,
  upto xid8 NOT NULL,
  n bigint NOT NULL,
  hash bytea NOT NULL,
  marks bytea NOT NULL DEFAULT '', -- four bytes of each row's own hash
  ts timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE sync.seal OWNER TO cd_hist;

-- A copy of the data on one PC, bound to one person.
CREATE TABLE sync.device (
  id uuid PRIMARY KEY,
  uid integer NOT NULL,
  code text NOT NULL UNIQUE,
  host text NOT NULL DEFAULT '',
  revoked boolean NOT NULL DEFAULT false,
  last_batch bigint NOT NULL DEFAULT 0,
  last_result jsonb,
  rows_sent bigint NOT NULL DEFAULT 0,
  first_seen timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz NOT NULL DEFAULT now()
);

-- Edits that met another's, or were refused, with everything that was typed.
CREATE TABLE sync.conflict (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ts timestamptz NOT NULL DEFAULT now(),
  uid integer NOT NULL,
  device uuid NOT NULL,
  batch bigint NOT NULL,
  n bigint NOT NULL,
  tbl text NOT NULL,
  row_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('conflict', 'refused')),
  code text NOT NULL,
  mine jsonb NOT NULL,
  theirs jsonb,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken_mine', 'kept_theirs', 'merged', 'dropped')),
  decided_by integer,
  decided_at timestamptz
);
CREATE INDEX conflict_uid ON sync.conflict (uid, state);

-- Acts that only one person can win, each asked for once.
CREATE TABLE sync.request (
  id uuid PRIMARY KEY,
  uid integer NOT NULL,
  kind text NOT NULL,
  args jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('done', 'refused')),
  code text,
  result jsonb,
  ts timestamptz NOT NULL DEFAULT now()
);

-- Contents of attachments, each stored once by its SHA-256; complete, or not here. In pieces of 256 KiB.
CREATE TABLE sync.blob (
  hash text PRIMARY KEY,
  bytes bigint NOT NULL,
  pieces integer NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sync.blob_piece (
  hash text NOT NULL REFERENCES sync.blob(hash) ON DELETE CASCADE,
  n integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (hash, n)
);

-- Who brings, or has brought, which content: only that gives the right to hang it on something.
CREATE TABLE sync.upload (
  uid integer NOT NULL,
  hash text NOT NULL,
  pieces integer NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  PRIMARY KEY (uid, hash)
);
CREATE INDEX upload_open ON sync.upload (seen_at) WHERE done_at IS NULL;
CREATE INDEX upload_hash ON sync.upload (hash);
CREATE TABLE sync.upload_piece (
  uid integer NOT NULL,
  hash text NOT NULL,
  n integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (uid, hash, n),
  FOREIGN KEY (uid, hash) REFERENCES sync.upload(uid, hash) ON DELETE CASCADE
);

-- How much somebody has brought today.
CREATE TABLE sync.upload_day (
  uid integer NOT NULL,
  day date NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (uid, day)
);

-- What the permission check-ups came to.
CREATE TABLE sync.checkup (
  ts timestamptz PRIMARY KEY DEFAULT clock_timestamp(),
  score integer NOT NULL,
  findings integer NOT NULL,
  uid integer NOT NULL -- 0: whoever keeps the machine
);

-- How often somebody probed for customers of others today.
CREATE TABLE sync.probe (
  uid integer NOT NULL,
  day date NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (uid, day)
);

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT n.nspname AS place, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname IN ('app', 'sync') AND c.relkind IN ('r', 'p') AND c.relname !~ '^(history|seal)' LOOP
    EXECUTE format('ALTER TABLE %I.%I OWNER TO cd_owner', t.place, t.name);
  END LOOP;
END $$;
