-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who exists on the server beside the logins u<number>, one a person. Nobody can sign in as any of these.
--   cd_owner  owns the tables and the acts of srv; row policies do not bind it
--   cd_hist   the only one that adds to the history
--   cd_door   runs the protocol of sync; owns no table, so row policies bind it
--   cd_admin  makes and blocks logins
--   cd_user   every login: may connect and call functions, holds no right on any table
DO $$
DECLARE
  r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['cd_owner', 'cd_hist', 'cd_door', 'cd_admin', 'cd_user'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = r) THEN
      EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN NOINHERIT', r);
    END IF;
  END LOOP;
END $$;
ALTER ROLE cd_admin CREATEROLE INHERIT; -- it uses the rights of the two roles below
SET LOCAL client_min_messages = 'warning'; -- the roles of a server may serve several databases
GRANT cd_user TO cd_admin WITH ADMIN OPTION;
GRANT pg_signal_backend TO cd_admin;
ALTER SCHEMA app OWNER TO cd_owner;
CREATE SCHEMA sync AUTHORIZATION cd_owner;
CREATE SCHEMA srv AUTHORIZATION cd_owner;
GRANT USAGE ON SCHEMA app, sync TO cd_hist, cd_door, cd_admin;
GRANT USAGE ON SCHEMA sync, srv TO cd_user;
GRANT CREATE ON SCHEMA app, sync, srv TO cd_hist, cd_door, cd_admin;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_door REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_hist REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_admin REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
