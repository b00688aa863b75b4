CREATE SCHEMA app;

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

ALTER ROLE cd_admin CREATEROLE INHERIT;

-- it uses the rights of the two roles below
SET LOCAL client_min_messages = 'warning';

-- the roles of a server may serve several databases
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

CREATE TABLE app."region" (
  id integer PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "closed" boolean NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX "region_code_key" ON app."region"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."team" (
  id integer PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "name" text NOT NULL DEFAULT '',
  "boss" integer,
  "region" integer,
  "closed" boolean NOT NULL DEFAULT false
);

CREATE INDEX "team_boss" ON app."team"("boss");

CREATE INDEX "team_region" ON app."team"("region");

CREATE TABLE app."person" (
  id integer PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "login" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "email" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "team" integer,
  "region" integer,
  "active" boolean NOT NULL DEFAULT false,
  "quote_level" bigint NOT NULL DEFAULT 0,
  "approval_limit" bigint NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX "person_login_key" ON app."person"("login") WHERE NOT deleted AND "login" <> '';

CREATE INDEX "person_team" ON app."person"("team");

CREATE INDEX "person_region" ON app."person"("region");

CREATE TABLE app."person_role" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "person" integer NOT NULL DEFAULT 0,
  "role" text NOT NULL DEFAULT 'sales' CHECK ("role" IN ('sales', 'sales_manager', 'costing', 'finance', 'administrator', 'viewer')),
  "scope" text NOT NULL DEFAULT 'own' CHECK ("scope" IN ('own', 'team', 'region', 'all'))
);

CREATE INDEX "person_role_person" ON app."person_role"("person");

CREATE TABLE app."company_setting" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "key" text NOT NULL DEFAULT '',
  "value" text NOT NULL DEFAULT ''
);

CREATE UNIQUE INDEX "company_setting_key_key" ON app."company_setting"("key") WHERE NOT deleted AND "key" <> '';

CREATE TABLE app."saved_view" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "page" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "content" jsonb NOT NULL DEFAULT '{}',
  "shared" boolean NOT NULL DEFAULT false,
  "position" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "saved_view_page" ON app."saved_view"("page");

CREATE TABLE app."field_definition" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "record" text NOT NULL DEFAULT '',
  "key" text NOT NULL DEFAULT '',
  "label_zh" text NOT NULL DEFAULT '',
  "label_en" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT 'text' CHECK ("kind" IN ('text', 'number', 'money', 'date', 'choice', 'yes_no')),
  "choices" text NOT NULL DEFAULT '',
  "required" boolean NOT NULL DEFAULT false,
  "searchable" boolean NOT NULL DEFAULT false,
  "position" bigint NOT NULL DEFAULT 0,
  "active" boolean NOT NULL DEFAULT false,
  "hint" text NOT NULL DEFAULT ''
);

CREATE INDEX "field_definition_record" ON app."field_definition"("record");

CREATE TABLE app."audit_entry" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "at" bigint NOT NULL DEFAULT 0,
  "person" integer NOT NULL DEFAULT 0,
  "act" text NOT NULL DEFAULT 'sign_in' CHECK ("act" IN ('sign_in', 'sign_in_refused', 'password', 'rights', 'settings', 'price', 'deletion', 'transfer', 'export')),
  "record_table" text NOT NULL DEFAULT '',
  "record" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "old_values" jsonb NOT NULL DEFAULT '{}',
  "new_values" jsonb NOT NULL DEFAULT '{}',
  "device" text NOT NULL DEFAULT '',
  "device_at" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "audit_entry_at" ON app."audit_entry"("at");

CREATE INDEX "audit_entry_person" ON app."audit_entry"("person");

CREATE INDEX "audit_entry_record" ON app."audit_entry"("record");

CREATE TABLE app."customer" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "name" text NOT NULL DEFAULT '',
  "number" text NOT NULL DEFAULT '',
  "short_name" text NOT NULL DEFAULT '',
  "mnemonic" text NOT NULL DEFAULT '',
  "name_key" text NOT NULL DEFAULT '',
  "credit_code" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT 'company' CHECK ("kind" IN ('company', 'consumer')),
  "grade" text NOT NULL DEFAULT 'A' CHECK ("grade" IN ('A', 'B', 'C', 'D')),
  "status" text NOT NULL DEFAULT 'pending' CHECK ("status" IN ('pending', 'active', 'pool', 'inactive')),
  "industry" text NOT NULL DEFAULT '',
  "region" integer,
  "province" text NOT NULL DEFAULT '',
  "city" text NOT NULL DEFAULT '',
  "address" text NOT NULL DEFAULT '',
  "postal_code" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "website" text NOT NULL DEFAULT '',
  "source" text NOT NULL DEFAULT '',
  "payment_terms" text NOT NULL DEFAULT '',
  "invoice_title" text NOT NULL DEFAULT '',
  "bank_name" text NOT NULL DEFAULT '',
  "bank_account" text NOT NULL DEFAULT '',
  "invoice_address" text NOT NULL DEFAULT '',
  "invoice_phone" text NOT NULL DEFAULT '',
  "remark" text NOT NULL DEFAULT ''
);

CREATE INDEX "customer_owner_id" ON app."customer"(owner, id);

CREATE INDEX "customer_root_id" ON app."customer"(root_id);

CREATE INDEX "customer_name" ON app."customer"("name");

CREATE UNIQUE INDEX "customer_number_key" ON app."customer"("number") WHERE NOT deleted AND "number" <> '';

CREATE INDEX "customer_mnemonic" ON app."customer"("mnemonic");

CREATE INDEX "customer_name_key" ON app."customer"("name_key");

CREATE UNIQUE INDEX "customer_credit_code_key" ON app."customer"("credit_code") WHERE NOT deleted AND "credit_code" <> '';

CREATE INDEX "customer_grade" ON app."customer"("grade");

CREATE INDEX "customer_status" ON app."customer"("status");

CREATE INDEX "customer_industry" ON app."customer"("industry");

CREATE INDEX "customer_region" ON app."customer"("region");

CREATE INDEX "customer_phone" ON app."customer"("phone");

CREATE TABLE app."contact" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "customer" uuid NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "title" text NOT NULL DEFAULT '',
  "department" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "mobile" text NOT NULL DEFAULT '',
  "email" text NOT NULL DEFAULT '',
  "wechat" text NOT NULL DEFAULT '',
  "role" text NOT NULL DEFAULT 'unknown' CHECK ("role" IN ('unknown', 'decider', 'buyer', 'technical', 'user', 'finance', 'influencer')),
  "is_primary" boolean NOT NULL DEFAULT false,
  "remark" text NOT NULL DEFAULT ''
);

CREATE INDEX "contact_owner_id" ON app."contact"(owner, id);

CREATE INDEX "contact_root_id" ON app."contact"(root_id);

CREATE INDEX "contact_customer" ON app."contact"("customer");

CREATE INDEX "contact_phone" ON app."contact"("phone");

CREATE INDEX "contact_mobile" ON app."contact"("mobile");

CREATE TABLE app."uom" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "category" text NOT NULL DEFAULT '',
  "num" bigint NOT NULL DEFAULT 0,
  "den" bigint NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX "uom_code_key" ON app."uom"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."supplier" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "contact" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT ''
);

CREATE INDEX "supplier_owner_id" ON app."supplier"(owner, id);

CREATE INDEX "supplier_root_id" ON app."supplier"(root_id);

CREATE UNIQUE INDEX "supplier_code_key" ON app."supplier"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."work_center" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT ''
);

CREATE UNIQUE INDEX "work_center_code_key" ON app."work_center"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."work_center_rate" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "work_center" uuid NOT NULL,
  "machine_rate" bigint NOT NULL DEFAULT 0,
  "labor_rate" bigint NOT NULL DEFAULT 0,
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "valid_from" date,
  "valid_to" date
);

CREATE INDEX "work_center_rate_owner_id" ON app."work_center_rate"(owner, id);

CREATE INDEX "work_center_rate_root_id" ON app."work_center_rate"(root_id);

CREATE INDEX "work_center_rate_work_center" ON app."work_center_rate"("work_center");

CREATE TABLE app."item" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "spec" text NOT NULL DEFAULT '',
  "drawing_no" text NOT NULL DEFAULT '',
  "drawing_rev" text NOT NULL DEFAULT '',
  "kind" text NOT NULL DEFAULT 'make' CHECK ("kind" IN ('make', 'buy', 'phantom', 'service', 'tool')),
  "base_uom" uuid NOT NULL,
  "item_group" text NOT NULL DEFAULT '',
  "element" text NOT NULL DEFAULT 'MAT' CHECK ("element" IN ('MAT', 'LOSS', 'LAB', 'MAC', 'SET', 'OUT', 'TOOL', 'PACK', 'FRT', 'MOH', 'ADM', 'REC', 'OTH')),
  "lot_policy" text NOT NULL DEFAULT 'order' CHECK ("lot_policy" IN ('order', 'standard')),
  "costing_lot" bigint NOT NULL DEFAULT 0,
  "moq" bigint NOT NULL DEFAULT 0,
  "order_multiple" bigint NOT NULL DEFAULT 0,
  "sales_item" boolean NOT NULL DEFAULT false,
  "note" text NOT NULL DEFAULT ''
);

CREATE UNIQUE INDEX "item_code_key" ON app."item"("code") WHERE NOT deleted AND "code" <> '';

CREATE INDEX "item_base_uom" ON app."item"("base_uom");

CREATE INDEX "item_item_group" ON app."item"("item_group");

CREATE TABLE app."item_uom" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "item" uuid NOT NULL,
  "uom" uuid NOT NULL,
  "num" bigint NOT NULL DEFAULT 0,
  "den" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "item_uom_item" ON app."item_uom"("item");

CREATE INDEX "item_uom_uom" ON app."item_uom"("uom");

CREATE TABLE app."item_cost" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "item" uuid NOT NULL,
  "fixed_cost" bigint,
  "fixed_currency" char(3) NOT NULL DEFAULT 'CNY',
  "fixed_date" date,
  "cost_source" text NOT NULL DEFAULT 'normal' CHECK ("cost_source" IN ('normal', 'fixed')),
  "preferred_supplier" uuid
);

CREATE INDEX "item_cost_owner_id" ON app."item_cost"(owner, id);

CREATE INDEX "item_cost_root_id" ON app."item_cost"(root_id);

CREATE UNIQUE INDEX "item_cost_item_key" ON app."item_cost"("item") WHERE NOT deleted;

CREATE INDEX "item_cost_preferred_supplier" ON app."item_cost"("preferred_supplier");

CREATE TABLE app."bom" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "item" uuid NOT NULL,
  "code" text NOT NULL DEFAULT '',
  "revision" text NOT NULL DEFAULT '',
  "status" text NOT NULL DEFAULT 'draft' CHECK ("status" IN ('draft', 'released', 'obsolete')),
  "valid_from" date,
  "valid_to" date,
  "qty" bigint NOT NULL DEFAULT 0,
  "uom" uuid,
  "yield" bigint NOT NULL DEFAULT 0,
  "ecn_no" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT ''
);

CREATE INDEX "bom_owner_id" ON app."bom"(owner, id);

CREATE INDEX "bom_root_id" ON app."bom"(root_id);

CREATE INDEX "bom_item" ON app."bom"("item");

CREATE INDEX "bom_uom" ON app."bom"("uom");

CREATE TABLE app."bom_line" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "bom" uuid NOT NULL,
  "line_no" bigint NOT NULL DEFAULT 0,
  "type" text NOT NULL DEFAULT 'component' CHECK ("type" IN ('component', 'byproduct')),
  "component" uuid NOT NULL,
  "qty" bigint NOT NULL DEFAULT 0,
  "uom" uuid,
  "fixed_qty" bigint NOT NULL DEFAULT 0,
  "scrap" bigint NOT NULL DEFAULT 0,
  "scrap_mode" text NOT NULL DEFAULT 'markup' CHECK ("scrap_mode" IN ('markup', 'loss')),
  "explode" boolean NOT NULL DEFAULT false,
  "supply" text NOT NULL DEFAULT 'own' CHECK ("supply" IN ('own', 'customer')),
  "op_seq" bigint,
  "value_method" text NOT NULL DEFAULT 'credit' CHECK ("value_method" IN ('credit', 'share')),
  "share" bigint NOT NULL DEFAULT 0,
  "credit_price" bigint NOT NULL DEFAULT 0,
  "alt_group" text NOT NULL DEFAULT '',
  "alt_priority" bigint NOT NULL DEFAULT 0,
  "position" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT ''
);

CREATE INDEX "bom_line_owner_id" ON app."bom_line"(owner, id);

CREATE INDEX "bom_line_root_id" ON app."bom_line"(root_id);

CREATE INDEX "bom_line_bom" ON app."bom_line"("bom");

CREATE INDEX "bom_line_component" ON app."bom_line"("component");

CREATE INDEX "bom_line_uom" ON app."bom_line"("uom");

CREATE TABLE app."operation" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "bom" uuid NOT NULL,
  "seq" bigint NOT NULL DEFAULT 0,
  "name" text NOT NULL DEFAULT '',
  "work_center" uuid,
  "setup_ms" bigint NOT NULL DEFAULT 0,
  "run_ms" bigint NOT NULL DEFAULT 0,
  "basis" text NOT NULL DEFAULT 'unit' CHECK ("basis" IN ('unit', 'cycle', 'batch', 'lot')),
  "units_per_cycle" bigint NOT NULL DEFAULT 0,
  "cycle_rounding" text NOT NULL DEFAULT 'ceil' CHECK ("cycle_rounding" IN ('ceil', 'none')),
  "efficiency" bigint NOT NULL DEFAULT 0,
  "crew" bigint NOT NULL DEFAULT 0,
  "yield" bigint NOT NULL DEFAULT 0,
  "piece_price" bigint NOT NULL DEFAULT 0,
  "outside_item" uuid,
  "outside_qty" bigint NOT NULL DEFAULT 0,
  "outside_uom" uuid,
  "min_charge" bigint NOT NULL DEFAULT 0,
  "setup_every" bigint NOT NULL DEFAULT 0,
  "note" text NOT NULL DEFAULT ''
);

CREATE INDEX "operation_owner_id" ON app."operation"(owner, id);

CREATE INDEX "operation_root_id" ON app."operation"(root_id);

CREATE INDEX "operation_bom" ON app."operation"("bom");

CREATE INDEX "operation_work_center" ON app."operation"("work_center");

CREATE INDEX "operation_outside_item" ON app."operation"("outside_item");

CREATE INDEX "operation_outside_uom" ON app."operation"("outside_uom");

CREATE TABLE app."price_row" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "item" uuid NOT NULL,
  "supplier" uuid,
  "code" text NOT NULL DEFAULT '',
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "price" bigint NOT NULL DEFAULT 0,
  "price_per" bigint NOT NULL DEFAULT 0,
  "uom" uuid,
  "min_qty" bigint NOT NULL DEFAULT 0,
  "tax_included" boolean NOT NULL DEFAULT false,
  "tax" bigint NOT NULL DEFAULT 0,
  "valid_from" date,
  "valid_to" date,
  "source" text NOT NULL DEFAULT '',
  "confirmed_by" integer NOT NULL DEFAULT 0
);

CREATE INDEX "price_row_owner_id" ON app."price_row"(owner, id);

CREATE INDEX "price_row_root_id" ON app."price_row"(root_id);

CREATE INDEX "price_row_item" ON app."price_row"("item");

CREATE INDEX "price_row_supplier" ON app."price_row"("supplier");

CREATE INDEX "price_row_uom" ON app."price_row"("uom");

CREATE INDEX "price_row_confirmed_by" ON app."price_row"("confirmed_by");

CREATE TABLE app."fx_rate" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "from_currency" char(3) NOT NULL DEFAULT 'CNY',
  "to_currency" char(3) NOT NULL DEFAULT 'CNY',
  "on_date" date,
  "rate" bigint NOT NULL DEFAULT 0,
  "source" text NOT NULL DEFAULT ''
);

CREATE TABLE app."overhead_rule" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "seq" bigint NOT NULL DEFAULT 0,
  "level" text NOT NULL DEFAULT 'each' CHECK ("level" IN ('each', 'top')),
  "base" text NOT NULL DEFAULT '',
  "pct" bigint NOT NULL DEFAULT 0,
  "amount" bigint NOT NULL DEFAULT 0,
  "target" text NOT NULL DEFAULT 'MAT' CHECK ("target" IN ('MAT', 'LOSS', 'LAB', 'MAC', 'SET', 'OUT', 'TOOL', 'PACK', 'FRT', 'MOH', 'ADM', 'REC', 'OTH')),
  "scope" text NOT NULL DEFAULT 'all' CHECK ("scope" IN ('all', 'group', 'work_center')),
  "scope_key" text NOT NULL DEFAULT '',
  "valid_from" date,
  "valid_to" date
);

CREATE INDEX "overhead_rule_owner_id" ON app."overhead_rule"(owner, id);

CREATE INDEX "overhead_rule_root_id" ON app."overhead_rule"(root_id);

CREATE UNIQUE INDEX "overhead_rule_code_key" ON app."overhead_rule"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."tool" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "item" uuid NOT NULL,
  "cost" bigint NOT NULL DEFAULT 0,
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "prepaid" bigint NOT NULL DEFAULT 0,
  "amort_qty" bigint NOT NULL DEFAULT 0,
  "mode" text NOT NULL DEFAULT 'amortise' CHECK ("mode" IN ('amortise', 'separate_line', 'free')),
  "shipped" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "tool_owner_id" ON app."tool"(owner, id);

CREATE INDEX "tool_root_id" ON app."tool"(root_id);

CREATE UNIQUE INDEX "tool_code_key" ON app."tool"("code") WHERE NOT deleted AND "code" <> '';

CREATE INDEX "tool_item" ON app."tool"("item");

CREATE TABLE app."stage" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "seq" bigint NOT NULL DEFAULT 0,
  "code" text NOT NULL DEFAULT '',
  "name" text NOT NULL DEFAULT '',
  "name_en" text NOT NULL DEFAULT '',
  "probability" bigint NOT NULL DEFAULT 0,
  "kind" text NOT NULL DEFAULT 'open' CHECK ("kind" IN ('open', 'won', 'lost')),
  "tone" text NOT NULL DEFAULT 'neutral' CHECK ("tone" IN ('neutral', 'info', 'accent', 'violet', 'warn', 'ok', 'danger')),
  "limit_days" bigint NOT NULL DEFAULT 0,
  "goal" text NOT NULL DEFAULT '',
  "active" boolean NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX "stage_code_key" ON app."stage"("code") WHERE NOT deleted AND "code" <> '';

CREATE TABLE app."opportunity" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "name" text NOT NULL DEFAULT '',
  "number" text NOT NULL DEFAULT '',
  "customer" uuid NOT NULL,
  "contact" uuid,
  "stage" uuid NOT NULL,
  "amount" bigint NOT NULL DEFAULT 0,
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "probability" bigint,
  "expected_close" date,
  "next_step" text NOT NULL DEFAULT '',
  "next_on" date,
  "opened_on" date,
  "entered_stage_on" date,
  "closed_on" date,
  "source" text NOT NULL DEFAULT '',
  "competitor" text NOT NULL DEFAULT '',
  "loss_reason" text CHECK ("loss_reason" IN ('price', 'delivery', 'technology', 'payment', 'relationship', 'cancelled', 'no_reply', 'other')),
  "loss_note" text NOT NULL DEFAULT '',
  "remark" text NOT NULL DEFAULT ''
);

CREATE INDEX "opportunity_owner_id" ON app."opportunity"(owner, id);

CREATE INDEX "opportunity_root_id" ON app."opportunity"(root_id);

CREATE UNIQUE INDEX "opportunity_number_key" ON app."opportunity"("number") WHERE NOT deleted AND "number" <> '';

CREATE INDEX "opportunity_customer" ON app."opportunity"("customer");

CREATE INDEX "opportunity_contact" ON app."opportunity"("contact");

CREATE INDEX "opportunity_stage" ON app."opportunity"("stage");

CREATE INDEX "opportunity_amount" ON app."opportunity"("amount");

CREATE INDEX "opportunity_expected_close" ON app."opportunity"("expected_close");

CREATE INDEX "opportunity_next_on" ON app."opportunity"("next_on");

CREATE INDEX "opportunity_closed_on" ON app."opportunity"("closed_on");

CREATE TABLE app."stage_change" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "opportunity" uuid NOT NULL,
  "from_stage" uuid,
  "to_stage" uuid NOT NULL,
  "at" bigint NOT NULL DEFAULT 0,
  "by_person" integer NOT NULL DEFAULT 0,
  "reason" text NOT NULL DEFAULT ''
);

CREATE INDEX "stage_change_owner_id" ON app."stage_change"(owner, id);

CREATE INDEX "stage_change_root_id" ON app."stage_change"(root_id);

CREATE INDEX "stage_change_opportunity" ON app."stage_change"("opportunity");

CREATE INDEX "stage_change_from_stage" ON app."stage_change"("from_stage");

CREATE INDEX "stage_change_to_stage" ON app."stage_change"("to_stage");

CREATE INDEX "stage_change_at" ON app."stage_change"("at");

CREATE INDEX "stage_change_by_person" ON app."stage_change"("by_person");

CREATE TABLE app."activity" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "customer" uuid NOT NULL,
  "opportunity" uuid,
  "contact" uuid,
  "kind" text NOT NULL DEFAULT 'visit' CHECK ("kind" IN ('visit', 'demo', 'price_talk', 'after_sales', 'call', 'message', 'sample', 'other')),
  "at" bigint NOT NULL DEFAULT 0,
  "by_person" integer NOT NULL DEFAULT 0,
  "minutes" bigint NOT NULL DEFAULT 0,
  "summary" text NOT NULL DEFAULT '',
  "need_change" text NOT NULL DEFAULT '',
  "objection" text NOT NULL DEFAULT '',
  "competitor" text NOT NULL DEFAULT '',
  "competitor_price" bigint,
  "next_step" text NOT NULL DEFAULT '',
  "next_on" date
);

CREATE INDEX "activity_owner_id" ON app."activity"(owner, id);

CREATE INDEX "activity_root_id" ON app."activity"(root_id);

CREATE INDEX "activity_customer" ON app."activity"("customer");

CREATE INDEX "activity_opportunity" ON app."activity"("opportunity");

CREATE INDEX "activity_contact" ON app."activity"("contact");

CREATE INDEX "activity_kind" ON app."activity"("kind");

CREATE INDEX "activity_at" ON app."activity"("at");

CREATE INDEX "activity_by_person" ON app."activity"("by_person");

CREATE INDEX "activity_next_on" ON app."activity"("next_on");

CREATE TABLE app."sales_order" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "number" text NOT NULL DEFAULT '',
  "customer_order" text NOT NULL DEFAULT '',
  "customer" uuid NOT NULL,
  "ordered_on" date,
  "due_on" date,
  "shipped_on" date,
  "region" integer,
  "sales_person" integer,
  "online" boolean NOT NULL DEFAULT false,
  "subtotal" bigint NOT NULL DEFAULT 0,
  "tax" bigint NOT NULL DEFAULT 0,
  "freight" bigint NOT NULL DEFAULT 0,
  "total" bigint NOT NULL DEFAULT 0,
  "receivable" bigint NOT NULL DEFAULT 0,
  "currency" char(3) NOT NULL DEFAULT 'CNY'
);

CREATE INDEX "sales_order_owner_id" ON app."sales_order"(owner, id);

CREATE INDEX "sales_order_root_id" ON app."sales_order"(root_id);

CREATE UNIQUE INDEX "sales_order_number_key" ON app."sales_order"("number") WHERE NOT deleted AND "number" <> '';

CREATE INDEX "sales_order_customer" ON app."sales_order"("customer");

CREATE INDEX "sales_order_ordered_on" ON app."sales_order"("ordered_on");

CREATE INDEX "sales_order_region" ON app."sales_order"("region");

CREATE INDEX "sales_order_sales_person" ON app."sales_order"("sales_person");

CREATE TABLE app."sales_order_line" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "sales_order" uuid NOT NULL,
  "line_no" bigint NOT NULL DEFAULT 0,
  "item" uuid,
  "item_code" text NOT NULL DEFAULT '',
  "item_name" text NOT NULL DEFAULT '',
  "quantity" bigint NOT NULL DEFAULT 0,
  "unit_price" bigint NOT NULL DEFAULT 0,
  "discount" bigint NOT NULL DEFAULT 0,
  "line_total" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "sales_order_line_owner_id" ON app."sales_order_line"(owner, id);

CREATE INDEX "sales_order_line_root_id" ON app."sales_order_line"(root_id);

CREATE INDEX "sales_order_line_sales_order" ON app."sales_order_line"("sales_order");

CREATE INDEX "sales_order_line_item" ON app."sales_order_line"("item");

CREATE TABLE app."price_policy" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "scope" text NOT NULL DEFAULT 'all' CHECK ("scope" IN ('all', 'group', 'item')),
  "scope_key" text NOT NULL DEFAULT '',
  "grade" text NOT NULL DEFAULT '',
  "valid_from" date,
  "valid_to" date,
  "method" text NOT NULL DEFAULT 'markup' CHECK ("method" IN ('markup', 'margin')),
  "rate" bigint NOT NULL DEFAULT 0,
  "min_markup" bigint NOT NULL DEFAULT 0,
  "step" bigint NOT NULL DEFAULT 0,
  "price_decimals" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "price_policy_owner_id" ON app."price_policy"(owner, id);

CREATE INDEX "price_policy_root_id" ON app."price_policy"(root_id);

CREATE TABLE app."float_authority" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "grade" text NOT NULL DEFAULT '',
  "level" bigint NOT NULL DEFAULT 0,
  "max_depth" bigint NOT NULL DEFAULT 0,
  "valid_from" date,
  "valid_to" date
);

CREATE TABLE app."quote" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "number" text NOT NULL DEFAULT '',
  "customer" uuid NOT NULL,
  "opportunity" uuid,
  "title" text NOT NULL DEFAULT '',
  "revision_no" bigint NOT NULL DEFAULT 0,
  "state" text NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'submitted', 'approved', 'sent', 'accepted', 'lost', 'expired', 'superseded')),
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "net_total" bigint NOT NULL DEFAULT 0,
  "gross_total" bigint NOT NULL DEFAULT 0,
  "base_total" bigint NOT NULL DEFAULT 0,
  "quoted_on" date,
  "valid_until" date
);

CREATE INDEX "quote_owner_id" ON app."quote"(owner, id);

CREATE INDEX "quote_root_id" ON app."quote"(root_id);

CREATE UNIQUE INDEX "quote_number_key" ON app."quote"("number") WHERE NOT deleted AND "number" <> '';

CREATE INDEX "quote_customer" ON app."quote"("customer");

CREATE INDEX "quote_opportunity" ON app."quote"("opportunity");

CREATE INDEX "quote_state" ON app."quote"("state");

CREATE INDEX "quote_quoted_on" ON app."quote"("quoted_on");

CREATE TABLE app."quote_revision" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "quote" uuid NOT NULL,
  "revision_no" bigint NOT NULL DEFAULT 0,
  "state" text NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'submitted', 'approved', 'sent', 'accepted', 'lost', 'expired', 'superseded')),
  "quoted_on" date,
  "contact" uuid,
  "grade" text NOT NULL DEFAULT '',
  "base_currency" char(3) NOT NULL DEFAULT 'CNY',
  "currency" char(3) NOT NULL DEFAULT 'CNY',
  "exchange_rate" bigint NOT NULL DEFAULT 0,
  "rate_date" date,
  "fx_buffer" bigint NOT NULL DEFAULT 0,
  "tax_mode" text NOT NULL DEFAULT 'net' CHECK ("tax_mode" IN ('net', 'gross')),
  "tax_rate" bigint NOT NULL DEFAULT 0,
  "price_decimals" bigint NOT NULL DEFAULT 0,
  "valid_until" date,
  "payment_terms" text NOT NULL DEFAULT '',
  "delivery_terms" text NOT NULL DEFAULT '',
  "freight" text NOT NULL DEFAULT '',
  "remarks" text NOT NULL DEFAULT '',
  "internal_note" text NOT NULL DEFAULT '',
  "net_total" bigint NOT NULL DEFAULT 0,
  "tax_total" bigint NOT NULL DEFAULT 0,
  "gross_total" bigint NOT NULL DEFAULT 0,
  "sent_at" bigint
);

CREATE INDEX "quote_revision_owner_id" ON app."quote_revision"(owner, id);

CREATE INDEX "quote_revision_root_id" ON app."quote_revision"(root_id);

CREATE INDEX "quote_revision_quote" ON app."quote_revision"("quote");

CREATE INDEX "quote_revision_contact" ON app."quote_revision"("contact");

CREATE TABLE app."quote_line" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "revision" uuid NOT NULL,
  "seq" bigint NOT NULL DEFAULT 0,
  "uid" uuid NOT NULL,
  "type" text NOT NULL DEFAULT 'product' CHECK ("type" IN ('product', 'tool', 'nre', 'sample', 'text')),
  "item" uuid,
  "item_code" text NOT NULL DEFAULT '',
  "item_name" text NOT NULL DEFAULT '',
  "spec" text NOT NULL DEFAULT '',
  "description" text NOT NULL DEFAULT '',
  "drawing_no" text NOT NULL DEFAULT '',
  "drawing_rev" text NOT NULL DEFAULT '',
  "customer_part_no" text NOT NULL DEFAULT '',
  "qty" bigint NOT NULL DEFAULT 0,
  "uom" text NOT NULL DEFAULT '',
  "annual_qty" bigint NOT NULL DEFAULT 0,
  "tier_type" text NOT NULL DEFAULT 'range' CHECK ("tier_type" IN ('range', 'slab')),
  "unit_price" bigint,
  "typed_price" boolean NOT NULL DEFAULT false,
  "guide_price" bigint,
  "needed_level" bigint NOT NULL DEFAULT 0,
  "tax_rate" bigint NOT NULL DEFAULT 0,
  "lead_time" text NOT NULL DEFAULT '',
  "optional" boolean NOT NULL DEFAULT false,
  "alt_group" text NOT NULL DEFAULT '',
  "net_amount" bigint NOT NULL DEFAULT 0,
  "tax_amount" bigint NOT NULL DEFAULT 0,
  "gross_amount" bigint NOT NULL DEFAULT 0,
  "internal_note" text NOT NULL DEFAULT ''
);

CREATE INDEX "quote_line_owner_id" ON app."quote_line"(owner, id);

CREATE INDEX "quote_line_root_id" ON app."quote_line"(root_id);

CREATE INDEX "quote_line_revision" ON app."quote_line"("revision");

CREATE INDEX "quote_line_item" ON app."quote_line"("item");

CREATE TABLE app."quote_tier" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "line" uuid NOT NULL,
  "from_qty" bigint NOT NULL DEFAULT 0,
  "lot" bigint NOT NULL DEFAULT 0,
  "unit_price" bigint,
  "typed_price" boolean NOT NULL DEFAULT false,
  "guide_price" bigint,
  "needed_level" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "quote_tier_owner_id" ON app."quote_tier"(owner, id);

CREATE INDEX "quote_tier_root_id" ON app."quote_tier"(root_id);

CREATE INDEX "quote_tier_line" ON app."quote_tier"("line");

CREATE TABLE app."cost_snapshot" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "hash" text NOT NULL DEFAULT '',
  "content" bytea NOT NULL DEFAULT '',
  "engine" bigint NOT NULL DEFAULT 0
);

CREATE INDEX "cost_snapshot_owner_id" ON app."cost_snapshot"(owner, id);

CREATE INDEX "cost_snapshot_root_id" ON app."cost_snapshot"(root_id);

CREATE UNIQUE INDEX "cost_snapshot_hash_key" ON app."cost_snapshot"("hash") WHERE NOT deleted AND "hash" <> '';

CREATE TABLE app."quote_line_cost" (
  id uuid PRIMARY KEY,
  root_id uuid,
  owner integer NOT NULL DEFAULT 0,
  rev bigint NOT NULL DEFAULT 0,
  deleted boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL DEFAULT 0,
  created_by integer NOT NULL DEFAULT 0,
  changed_at bigint NOT NULL DEFAULT 0,
  changed_by integer NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  "line" uuid NOT NULL,
  "tier" uuid,
  "lot" bigint NOT NULL DEFAULT 0,
  "cost" bigint NOT NULL DEFAULT 0,
  "elements" jsonb NOT NULL DEFAULT '{}',
  "floor_price" bigint NOT NULL DEFAULT 0,
  "margin" bigint,
  "snapshot_hash" text NOT NULL DEFAULT '',
  "trace" text NOT NULL DEFAULT '',
  "problems" jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX "quote_line_cost_owner_id" ON app."quote_line_cost"(owner, id);

CREATE INDEX "quote_line_cost_root_id" ON app."quote_line_cost"(root_id);

CREATE INDEX "quote_line_cost_line" ON app."quote_line_cost"("line");

CREATE INDEX "quote_line_cost_tier" ON app."quote_line_cost"("tier");

CREATE INDEX "quote_line_cost_snapshot_hash" ON app."quote_line_cost"("snapshot_hash");

ALTER TABLE app."team" ADD CONSTRAINT "team_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."person" ADD CONSTRAINT "person_team_fk" FOREIGN KEY ("team") REFERENCES app."team"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."person" ADD CONSTRAINT "person_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."person_role" ADD CONSTRAINT "person_role_person_fk" FOREIGN KEY ("person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."audit_entry" ADD CONSTRAINT "audit_entry_person_fk" FOREIGN KEY ("person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."customer" ADD CONSTRAINT "customer_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."contact" ADD CONSTRAINT "contact_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."work_center_rate" ADD CONSTRAINT "work_center_rate_work_center_fk" FOREIGN KEY ("work_center") REFERENCES app."work_center"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."item" ADD CONSTRAINT "item_base_uom_fk" FOREIGN KEY ("base_uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."item_uom" ADD CONSTRAINT "item_uom_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."item_uom" ADD CONSTRAINT "item_uom_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."item_cost" ADD CONSTRAINT "item_cost_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."item_cost" ADD CONSTRAINT "item_cost_preferred_supplier_fk" FOREIGN KEY ("preferred_supplier") REFERENCES app."supplier"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."bom" ADD CONSTRAINT "bom_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."bom" ADD CONSTRAINT "bom_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_bom_fk" FOREIGN KEY ("bom") REFERENCES app."bom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_component_fk" FOREIGN KEY ("component") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."operation" ADD CONSTRAINT "operation_bom_fk" FOREIGN KEY ("bom") REFERENCES app."bom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."operation" ADD CONSTRAINT "operation_work_center_fk" FOREIGN KEY ("work_center") REFERENCES app."work_center"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."operation" ADD CONSTRAINT "operation_outside_item_fk" FOREIGN KEY ("outside_item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."operation" ADD CONSTRAINT "operation_outside_uom_fk" FOREIGN KEY ("outside_uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_supplier_fk" FOREIGN KEY ("supplier") REFERENCES app."supplier"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_confirmed_by_fk" FOREIGN KEY ("confirmed_by") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."tool" ADD CONSTRAINT "tool_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_stage_fk" FOREIGN KEY ("stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_from_stage_fk" FOREIGN KEY ("from_stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_to_stage_fk" FOREIGN KEY ("to_stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_by_person_fk" FOREIGN KEY ("by_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."activity" ADD CONSTRAINT "activity_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."activity" ADD CONSTRAINT "activity_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."activity" ADD CONSTRAINT "activity_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."activity" ADD CONSTRAINT "activity_by_person_fk" FOREIGN KEY ("by_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_sales_person_fk" FOREIGN KEY ("sales_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."sales_order_line" ADD CONSTRAINT "sales_order_line_sales_order_fk" FOREIGN KEY ("sales_order") REFERENCES app."sales_order"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."sales_order_line" ADD CONSTRAINT "sales_order_line_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote" ADD CONSTRAINT "quote_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote" ADD CONSTRAINT "quote_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_revision" ADD CONSTRAINT "quote_revision_quote_fk" FOREIGN KEY ("quote") REFERENCES app."quote"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_revision" ADD CONSTRAINT "quote_revision_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_line" ADD CONSTRAINT "quote_line_revision_fk" FOREIGN KEY ("revision") REFERENCES app."quote_revision"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_line" ADD CONSTRAINT "quote_line_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_tier" ADD CONSTRAINT "quote_tier_line_fk" FOREIGN KEY ("line") REFERENCES app."quote_line"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_line_cost" ADD CONSTRAINT "quote_line_cost_line_fk" FOREIGN KEY ("line") REFERENCES app."quote_line"(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app."quote_line_cost" ADD CONSTRAINT "quote_line_cost_tier_fk" FOREIGN KEY ("tier") REFERENCES app."quote_tier"(id) DEFERRABLE INITIALLY DEFERRED;

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

INSERT INTO sync.meta (schema_version, min_client) VALUES (2, 1);

INSERT INTO sync.role_right (role, "right") VALUES
  ('sales', 'customer.edit'),
  ('sales', 'opportunity.edit'),
  ('sales', 'activity.edit'),
  ('sales', 'quote.edit'),
  ('sales_manager', 'customer.edit'),
  ('sales_manager', 'opportunity.edit'),
  ('sales_manager', 'activity.edit'),
  ('sales_manager', 'quote.edit'),
  ('sales_manager', 'quote.approve'),
  ('sales_manager', 'cost.view'),
  ('sales_manager', 'import'),
  ('sales_manager', 'export.large'),
  ('costing', 'item.edit'),
  ('costing', 'cost.view'),
  ('costing', 'policy.edit'),
  ('costing', 'import'),
  ('finance', 'cost.view'),
  ('finance', 'export.large'),
  ('administrator', 'import'),
  ('administrator', 'export.large'),
  ('administrator', 'admin');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('region', 3, 'settings', 'admin', 'push', false, false, true, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('region', 'code', 'code'),
  ('region', 'name', 'name'),
  ('region', 'closed', 'closed'),
  ('region', 'deleted', 'deleted'),
  ('region', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('team', 2, 'settings', 'admin', 'push', false, false, true, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('team', 'name', 'name'),
  ('team', 'boss', 'boss'),
  ('team', 'region', 'region'),
  ('team', 'closed', 'closed'),
  ('team', 'deleted', 'deleted'),
  ('team', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('person', 1, 'settings', 'admin', 'act', false, false, true, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('person', 'name', 'name'),
  ('person', 'title', 'title'),
  ('person', 'email', 'email'),
  ('person', 'phone', 'phone'),
  ('person', 'team', 'team'),
  ('person', 'region', 'region'),
  ('person', 'quote_level', 'quote_level'),
  ('person', 'approval_limit', 'approval_limit'),
  ('person', 'deleted', 'deleted'),
  ('person', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('person_role', 4, 'settings', 'admin', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('person_role', 'person', 'person'),
  ('person_role', 'role', 'role'),
  ('person_role', 'scope', 'scope'),
  ('person_role', 'deleted', 'deleted'),
  ('person_role', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('company_setting', 5, 'settings', 'admin', 'push', false, false, false, 'key');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('company_setting', 'key', 'key'),
  ('company_setting', 'value', 'value'),
  ('company_setting', 'deleted', 'deleted'),
  ('company_setting', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('saved_view', 95, 'settings', '', 'push', false, false, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('saved_view', 'page', 'page'),
  ('saved_view', 'name', 'name'),
  ('saved_view', 'content', 'content'),
  ('saved_view', 'shared', 'shared'),
  ('saved_view', 'position', 'position'),
  ('saved_view', 'deleted', 'deleted'),
  ('saved_view', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('field_definition', 96, 'settings', 'admin', 'push', false, false, false, 'label_zh');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('field_definition', 'record', 'record'),
  ('field_definition', 'key', 'key'),
  ('field_definition', 'label_zh', 'label_zh'),
  ('field_definition', 'label_en', 'label_en'),
  ('field_definition', 'kind', 'kind'),
  ('field_definition', 'choices', 'choices'),
  ('field_definition', 'required', 'required'),
  ('field_definition', 'searchable', 'searchable'),
  ('field_definition', 'position', 'position'),
  ('field_definition', 'active', 'active'),
  ('field_definition', 'hint', 'hint'),
  ('field_definition', 'deleted', 'deleted'),
  ('field_definition', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('audit_entry', 90, 'settings', '', 'push', true, false, false, 'title');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('audit_entry', 'at', 'at'),
  ('audit_entry', 'person', 'person'),
  ('audit_entry', 'act', 'act'),
  ('audit_entry', 'record_table', 'record_table'),
  ('audit_entry', 'record', 'record'),
  ('audit_entry', 'title', 'title'),
  ('audit_entry', 'old_values', 'old_values'),
  ('audit_entry', 'new_values', 'new_values'),
  ('audit_entry', 'device', 'device'),
  ('audit_entry', 'device_at', 'device_at'),
  ('audit_entry', 'deleted', 'deleted'),
  ('audit_entry', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('customer', 10, 'root', 'customer.edit', 'act', false, true, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('customer', 'name', 'name'),
  ('customer', 'number', 'number'),
  ('customer', 'short_name', 'short_name'),
  ('customer', 'mnemonic', 'mnemonic'),
  ('customer', 'name_key', 'name_key'),
  ('customer', 'credit_code', 'credit_code'),
  ('customer', 'kind', 'kind'),
  ('customer', 'grade', 'grade'),
  ('customer', 'status', 'status'),
  ('customer', 'industry', 'industry'),
  ('customer', 'region', 'region'),
  ('customer', 'province', 'address'),
  ('customer', 'city', 'address'),
  ('customer', 'address', 'address'),
  ('customer', 'postal_code', 'address'),
  ('customer', 'phone', 'phone'),
  ('customer', 'website', 'website'),
  ('customer', 'source', 'source'),
  ('customer', 'payment_terms', 'payment_terms'),
  ('customer', 'invoice_title', 'invoice'),
  ('customer', 'bank_name', 'invoice'),
  ('customer', 'bank_account', 'invoice'),
  ('customer', 'invoice_address', 'invoice'),
  ('customer', 'invoice_phone', 'invoice'),
  ('customer', 'remark', 'remark'),
  ('customer', 'deleted', 'deleted'),
  ('customer', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('contact', 11, 'root', 'customer.edit', 'push', false, true, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('contact', 'customer', 'customer'),
  ('contact', 'name', 'name'),
  ('contact', 'title', 'title'),
  ('contact', 'department', 'department'),
  ('contact', 'phone', 'phone'),
  ('contact', 'mobile', 'mobile'),
  ('contact', 'email', 'email'),
  ('contact', 'wechat', 'wechat'),
  ('contact', 'role', 'role'),
  ('contact', 'is_primary', 'is_primary'),
  ('contact', 'remark', 'remark'),
  ('contact', 'deleted', 'deleted'),
  ('contact', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('uom', 50, 'catalogue', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('uom', 'code', 'code'),
  ('uom', 'name', 'name'),
  ('uom', 'category', 'category'),
  ('uom', 'num', 'factor'),
  ('uom', 'den', 'factor'),
  ('uom', 'deleted', 'deleted'),
  ('uom', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('supplier', 58, 'cost', 'item.edit', 'push', false, false, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('supplier', 'code', 'code'),
  ('supplier', 'name', 'name'),
  ('supplier', 'contact', 'contact'),
  ('supplier', 'phone', 'phone'),
  ('supplier', 'note', 'note'),
  ('supplier', 'deleted', 'deleted'),
  ('supplier', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('work_center', 56, 'catalogue', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('work_center', 'code', 'code'),
  ('work_center', 'name', 'name'),
  ('work_center', 'deleted', 'deleted'),
  ('work_center', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('work_center_rate', 57, 'cost', 'item.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('work_center_rate', 'work_center', 'work_center'),
  ('work_center_rate', 'machine_rate', 'rate'),
  ('work_center_rate', 'labor_rate', 'rate'),
  ('work_center_rate', 'currency', 'rate'),
  ('work_center_rate', 'valid_from', 'valid'),
  ('work_center_rate', 'valid_to', 'valid'),
  ('work_center_rate', 'deleted', 'deleted'),
  ('work_center_rate', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('item', 51, 'catalogue', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('item', 'code', 'code'),
  ('item', 'name', 'name'),
  ('item', 'spec', 'spec'),
  ('item', 'drawing_no', 'drawing_no'),
  ('item', 'drawing_rev', 'drawing_rev'),
  ('item', 'kind', 'kind'),
  ('item', 'base_uom', 'base_uom'),
  ('item', 'item_group', 'item_group'),
  ('item', 'element', 'element'),
  ('item', 'lot_policy', 'lot_policy'),
  ('item', 'costing_lot', 'costing_lot'),
  ('item', 'moq', 'moq'),
  ('item', 'order_multiple', 'order_multiple'),
  ('item', 'sales_item', 'sales_item'),
  ('item', 'note', 'note'),
  ('item', 'deleted', 'deleted'),
  ('item', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('item_uom', 52, 'catalogue', 'item.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('item_uom', 'item', 'item'),
  ('item_uom', 'uom', 'uom'),
  ('item_uom', 'num', 'factor'),
  ('item_uom', 'den', 'factor'),
  ('item_uom', 'deleted', 'deleted'),
  ('item_uom', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('item_cost', 63, 'cost', 'item.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('item_cost', 'item', 'item'),
  ('item_cost', 'fixed_cost', 'fixed'),
  ('item_cost', 'fixed_currency', 'fixed'),
  ('item_cost', 'fixed_date', 'fixed'),
  ('item_cost', 'cost_source', 'cost_source'),
  ('item_cost', 'preferred_supplier', 'preferred_supplier'),
  ('item_cost', 'deleted', 'deleted'),
  ('item_cost', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('bom', 53, 'cost', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('bom', 'item', 'item'),
  ('bom', 'code', 'code'),
  ('bom', 'revision', 'revision'),
  ('bom', 'status', 'status'),
  ('bom', 'valid_from', 'valid'),
  ('bom', 'valid_to', 'valid'),
  ('bom', 'qty', 'output'),
  ('bom', 'uom', 'output'),
  ('bom', 'yield', 'yield'),
  ('bom', 'ecn_no', 'ecn_no'),
  ('bom', 'note', 'note'),
  ('bom', 'deleted', 'deleted'),
  ('bom', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('bom_line', 54, 'cost', 'item.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('bom_line', 'bom', 'bom'),
  ('bom_line', 'line_no', 'line_no'),
  ('bom_line', 'type', 'type'),
  ('bom_line', 'component', 'component'),
  ('bom_line', 'qty', 'qty'),
  ('bom_line', 'uom', 'qty'),
  ('bom_line', 'fixed_qty', 'fixed_qty'),
  ('bom_line', 'scrap', 'scrap'),
  ('bom_line', 'scrap_mode', 'scrap'),
  ('bom_line', 'explode', 'explode'),
  ('bom_line', 'supply', 'supply'),
  ('bom_line', 'op_seq', 'op_seq'),
  ('bom_line', 'value_method', 'byproduct'),
  ('bom_line', 'share', 'byproduct'),
  ('bom_line', 'credit_price', 'byproduct'),
  ('bom_line', 'alt_group', 'alternative'),
  ('bom_line', 'alt_priority', 'alternative'),
  ('bom_line', 'position', 'position'),
  ('bom_line', 'note', 'note'),
  ('bom_line', 'deleted', 'deleted'),
  ('bom_line', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('operation', 55, 'cost', 'item.edit', 'push', false, false, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('operation', 'bom', 'bom'),
  ('operation', 'seq', 'seq'),
  ('operation', 'name', 'name'),
  ('operation', 'work_center', 'work_center'),
  ('operation', 'setup_ms', 'setup_ms'),
  ('operation', 'run_ms', 'run'),
  ('operation', 'basis', 'run'),
  ('operation', 'units_per_cycle', 'run'),
  ('operation', 'cycle_rounding', 'run'),
  ('operation', 'efficiency', 'efficiency'),
  ('operation', 'crew', 'crew'),
  ('operation', 'yield', 'yield'),
  ('operation', 'piece_price', 'piece_price'),
  ('operation', 'outside_item', 'outside'),
  ('operation', 'outside_qty', 'outside'),
  ('operation', 'outside_uom', 'outside'),
  ('operation', 'min_charge', 'min_charge'),
  ('operation', 'setup_every', 'setup_every'),
  ('operation', 'note', 'note'),
  ('operation', 'deleted', 'deleted'),
  ('operation', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('price_row', 59, 'cost', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('price_row', 'item', 'item'),
  ('price_row', 'supplier', 'supplier'),
  ('price_row', 'code', 'code'),
  ('price_row', 'currency', 'price'),
  ('price_row', 'price', 'price'),
  ('price_row', 'price_per', 'price'),
  ('price_row', 'uom', 'price'),
  ('price_row', 'min_qty', 'price'),
  ('price_row', 'tax_included', 'price'),
  ('price_row', 'tax', 'price'),
  ('price_row', 'valid_from', 'valid'),
  ('price_row', 'valid_to', 'valid'),
  ('price_row', 'source', 'source'),
  ('price_row', 'confirmed_by', 'confirmed_by'),
  ('price_row', 'deleted', 'deleted'),
  ('price_row', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('fx_rate', 60, 'catalogue', 'item.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('fx_rate', 'from_currency', 'from_currency'),
  ('fx_rate', 'to_currency', 'to_currency'),
  ('fx_rate', 'on_date', 'on_date'),
  ('fx_rate', 'rate', 'rate'),
  ('fx_rate', 'source', 'source'),
  ('fx_rate', 'deleted', 'deleted'),
  ('fx_rate', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('overhead_rule', 61, 'cost', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('overhead_rule', 'code', 'code'),
  ('overhead_rule', 'seq', 'seq'),
  ('overhead_rule', 'level', 'level'),
  ('overhead_rule', 'base', 'base'),
  ('overhead_rule', 'pct', 'rate'),
  ('overhead_rule', 'amount', 'rate'),
  ('overhead_rule', 'target', 'target'),
  ('overhead_rule', 'scope', 'scope'),
  ('overhead_rule', 'scope_key', 'scope'),
  ('overhead_rule', 'valid_from', 'valid'),
  ('overhead_rule', 'valid_to', 'valid'),
  ('overhead_rule', 'deleted', 'deleted'),
  ('overhead_rule', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('tool', 62, 'cost', 'item.edit', 'push', false, false, false, 'code');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('tool', 'code', 'code'),
  ('tool', 'name', 'name'),
  ('tool', 'item', 'item'),
  ('tool', 'cost', 'cost'),
  ('tool', 'currency', 'cost'),
  ('tool', 'prepaid', 'prepaid'),
  ('tool', 'amort_qty', 'amort_qty'),
  ('tool', 'mode', 'mode'),
  ('tool', 'shipped', 'shipped'),
  ('tool', 'deleted', 'deleted'),
  ('tool', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('stage', 20, 'catalogue', 'admin', 'push', false, false, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('stage', 'seq', 'seq'),
  ('stage', 'code', 'code'),
  ('stage', 'name', 'name'),
  ('stage', 'name_en', 'name_en'),
  ('stage', 'probability', 'probability'),
  ('stage', 'kind', 'kind'),
  ('stage', 'tone', 'tone'),
  ('stage', 'limit_days', 'limit_days'),
  ('stage', 'goal', 'goal'),
  ('stage', 'active', 'active'),
  ('stage', 'deleted', 'deleted'),
  ('stage', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('opportunity', 21, 'root', 'opportunity.edit', 'push', false, true, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('opportunity', 'name', 'name'),
  ('opportunity', 'number', 'number'),
  ('opportunity', 'customer', 'customer'),
  ('opportunity', 'contact', 'contact'),
  ('opportunity', 'stage', 'stage'),
  ('opportunity', 'amount', 'amount'),
  ('opportunity', 'currency', 'amount'),
  ('opportunity', 'probability', 'probability'),
  ('opportunity', 'expected_close', 'expected_close'),
  ('opportunity', 'next_step', 'next'),
  ('opportunity', 'next_on', 'next'),
  ('opportunity', 'opened_on', 'opened_on'),
  ('opportunity', 'entered_stage_on', 'stage'),
  ('opportunity', 'closed_on', 'stage'),
  ('opportunity', 'source', 'source'),
  ('opportunity', 'competitor', 'competitor'),
  ('opportunity', 'loss_reason', 'stage'),
  ('opportunity', 'loss_note', 'stage'),
  ('opportunity', 'remark', 'remark'),
  ('opportunity', 'deleted', 'deleted'),
  ('opportunity', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('stage_change', 22, 'root', 'opportunity.edit', 'push', true, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('stage_change', 'opportunity', 'opportunity'),
  ('stage_change', 'from_stage', 'from_stage'),
  ('stage_change', 'to_stage', 'to_stage'),
  ('stage_change', 'at', 'at'),
  ('stage_change', 'by_person', 'by_person'),
  ('stage_change', 'reason', 'reason'),
  ('stage_change', 'deleted', 'deleted'),
  ('stage_change', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('activity', 23, 'root', 'activity.edit', 'push', false, true, false, 'summary');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('activity', 'customer', 'customer'),
  ('activity', 'opportunity', 'opportunity'),
  ('activity', 'contact', 'contact'),
  ('activity', 'kind', 'kind'),
  ('activity', 'at', 'at'),
  ('activity', 'by_person', 'by_person'),
  ('activity', 'minutes', 'minutes'),
  ('activity', 'summary', 'summary'),
  ('activity', 'need_change', 'need_change'),
  ('activity', 'objection', 'objection'),
  ('activity', 'competitor', 'competitor'),
  ('activity', 'competitor_price', 'competitor_price'),
  ('activity', 'next_step', 'next_step'),
  ('activity', 'next_on', 'next_on'),
  ('activity', 'deleted', 'deleted'),
  ('activity', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('sales_order', 40, 'root', 'opportunity.edit', 'push', false, true, false, 'number');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('sales_order', 'number', 'number'),
  ('sales_order', 'customer_order', 'customer_order'),
  ('sales_order', 'customer', 'customer'),
  ('sales_order', 'ordered_on', 'ordered_on'),
  ('sales_order', 'due_on', 'due_on'),
  ('sales_order', 'shipped_on', 'shipped_on'),
  ('sales_order', 'region', 'region'),
  ('sales_order', 'sales_person', 'sales_person'),
  ('sales_order', 'online', 'online'),
  ('sales_order', 'subtotal', 'subtotal'),
  ('sales_order', 'tax', 'tax'),
  ('sales_order', 'freight', 'freight'),
  ('sales_order', 'total', 'total'),
  ('sales_order', 'receivable', 'receivable'),
  ('sales_order', 'currency', 'currency'),
  ('sales_order', 'deleted', 'deleted'),
  ('sales_order', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('sales_order_line', 41, 'root', 'opportunity.edit', 'push', false, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('sales_order_line', 'sales_order', 'sales_order'),
  ('sales_order_line', 'line_no', 'line_no'),
  ('sales_order_line', 'item', 'item'),
  ('sales_order_line', 'item_code', 'item_code'),
  ('sales_order_line', 'item_name', 'item_name'),
  ('sales_order_line', 'quantity', 'quantity'),
  ('sales_order_line', 'unit_price', 'unit_price'),
  ('sales_order_line', 'discount', 'discount'),
  ('sales_order_line', 'line_total', 'line_total'),
  ('sales_order_line', 'deleted', 'deleted'),
  ('sales_order_line', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('price_policy', 70, 'cost', 'policy.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('price_policy', 'scope', 'scope'),
  ('price_policy', 'scope_key', 'scope'),
  ('price_policy', 'grade', 'grade'),
  ('price_policy', 'valid_from', 'valid'),
  ('price_policy', 'valid_to', 'valid'),
  ('price_policy', 'method', 'rate'),
  ('price_policy', 'rate', 'rate'),
  ('price_policy', 'min_markup', 'min_markup'),
  ('price_policy', 'step', 'step'),
  ('price_policy', 'price_decimals', 'step'),
  ('price_policy', 'deleted', 'deleted'),
  ('price_policy', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('float_authority', 71, 'settings', 'policy.edit', 'push', false, false, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('float_authority', 'grade', 'grade'),
  ('float_authority', 'level', 'level'),
  ('float_authority', 'max_depth', 'max_depth'),
  ('float_authority', 'valid_from', 'valid'),
  ('float_authority', 'valid_to', 'valid'),
  ('float_authority', 'deleted', 'deleted'),
  ('float_authority', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('quote', 80, 'root', 'quote.edit', 'push', false, true, false, 'number');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('quote', 'number', 'number'),
  ('quote', 'customer', 'customer'),
  ('quote', 'opportunity', 'opportunity'),
  ('quote', 'title', 'title'),
  ('quote', 'revision_no', 'current'),
  ('quote', 'state', 'current'),
  ('quote', 'currency', 'current'),
  ('quote', 'net_total', 'current'),
  ('quote', 'gross_total', 'current'),
  ('quote', 'base_total', 'current'),
  ('quote', 'quoted_on', 'current'),
  ('quote', 'valid_until', 'current'),
  ('quote', 'deleted', 'deleted'),
  ('quote', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('quote_revision', 81, 'root', 'quote.edit', 'push', false, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('quote_revision', 'quote', 'quote'),
  ('quote_revision', 'revision_no', 'revision_no'),
  ('quote_revision', 'state', 'state'),
  ('quote_revision', 'quoted_on', 'quoted_on'),
  ('quote_revision', 'contact', 'contact'),
  ('quote_revision', 'grade', 'grade'),
  ('quote_revision', 'base_currency', 'currency'),
  ('quote_revision', 'currency', 'currency'),
  ('quote_revision', 'exchange_rate', 'currency'),
  ('quote_revision', 'rate_date', 'currency'),
  ('quote_revision', 'fx_buffer', 'currency'),
  ('quote_revision', 'tax_mode', 'tax_mode'),
  ('quote_revision', 'tax_rate', 'tax_rate'),
  ('quote_revision', 'price_decimals', 'price_decimals'),
  ('quote_revision', 'valid_until', 'valid_until'),
  ('quote_revision', 'payment_terms', 'payment_terms'),
  ('quote_revision', 'delivery_terms', 'delivery_terms'),
  ('quote_revision', 'freight', 'freight'),
  ('quote_revision', 'remarks', 'remarks'),
  ('quote_revision', 'internal_note', 'internal_note'),
  ('quote_revision', 'net_total', 'totals'),
  ('quote_revision', 'tax_total', 'totals'),
  ('quote_revision', 'gross_total', 'totals'),
  ('quote_revision', 'sent_at', 'sent_at'),
  ('quote_revision', 'deleted', 'deleted'),
  ('quote_revision', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('quote_line', 82, 'root', 'quote.edit', 'push', false, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('quote_line', 'revision', 'revision'),
  ('quote_line', 'seq', 'seq'),
  ('quote_line', 'uid', 'uid'),
  ('quote_line', 'type', 'type'),
  ('quote_line', 'item', 'item'),
  ('quote_line', 'item_code', 'item_code'),
  ('quote_line', 'item_name', 'item_name'),
  ('quote_line', 'spec', 'spec'),
  ('quote_line', 'description', 'description'),
  ('quote_line', 'drawing_no', 'drawing'),
  ('quote_line', 'drawing_rev', 'drawing'),
  ('quote_line', 'customer_part_no', 'customer_part_no'),
  ('quote_line', 'qty', 'line'),
  ('quote_line', 'uom', 'line'),
  ('quote_line', 'annual_qty', 'annual_qty'),
  ('quote_line', 'tier_type', 'line'),
  ('quote_line', 'unit_price', 'line'),
  ('quote_line', 'typed_price', 'line'),
  ('quote_line', 'guide_price', 'line'),
  ('quote_line', 'needed_level', 'line'),
  ('quote_line', 'tax_rate', 'line'),
  ('quote_line', 'lead_time', 'lead_time'),
  ('quote_line', 'optional', 'line'),
  ('quote_line', 'alt_group', 'line'),
  ('quote_line', 'net_amount', 'line'),
  ('quote_line', 'tax_amount', 'line'),
  ('quote_line', 'gross_amount', 'line'),
  ('quote_line', 'internal_note', 'internal_note'),
  ('quote_line', 'deleted', 'deleted'),
  ('quote_line', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('quote_tier', 83, 'root', 'quote.edit', 'push', false, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('quote_tier', 'line', 'line'),
  ('quote_tier', 'from_qty', 'from_qty'),
  ('quote_tier', 'lot', 'lot'),
  ('quote_tier', 'unit_price', 'price'),
  ('quote_tier', 'typed_price', 'price'),
  ('quote_tier', 'guide_price', 'price'),
  ('quote_tier', 'needed_level', 'price'),
  ('quote_tier', 'deleted', 'deleted'),
  ('quote_tier', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('cost_snapshot', 85, 'cost', 'quote.edit', 'push', true, true, false, 'hash');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('cost_snapshot', 'hash', 'hash'),
  ('cost_snapshot', 'content', 'content'),
  ('cost_snapshot', 'engine', 'engine'),
  ('cost_snapshot', 'deleted', 'deleted'),
  ('cost_snapshot', 'custom', 'custom');

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('quote_line_cost', 84, 'cost', 'quote.edit', 'push', false, true, false, NULL);

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('quote_line_cost', 'line', 'line'),
  ('quote_line_cost', 'tier', 'tier'),
  ('quote_line_cost', 'lot', 'lot'),
  ('quote_line_cost', 'cost', 'cost'),
  ('quote_line_cost', 'elements', 'cost'),
  ('quote_line_cost', 'floor_price', 'cost'),
  ('quote_line_cost', 'margin', 'cost'),
  ('quote_line_cost', 'snapshot_hash', 'cost'),
  ('quote_line_cost', 'trace', 'cost'),
  ('quote_line_cost', 'problems', 'cost'),
  ('quote_line_cost', 'deleted', 'deleted'),
  ('quote_line_cost', 'custom', 'custom');

-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who asks, and what that person may. Identity is always the login of the session: never a parameter, never a setting.
-- Somebody who was switched off is nobody, also in a session that is still open.

CREATE FUNCTION app.me() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT uid FROM app.usr WHERE login = session_user AND active
$$;

CREATE FUNCTION app.may(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT wanted = ANY(rights) FROM app.usr WHERE login = session_user AND active), false)
$$;

-- Owners whose rows I see; the pool (0) is among them only for those who see everybody's.
CREATE FUNCTION app.my_owners() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(s.owner), '{}') FROM app.scope s JOIN app.usr u ON u.uid = s.uid
  WHERE u.login = session_user AND u.active
$$;

CREATE FUNCTION app.my_grants() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(g.root_id), '{}') FROM app.grant_ g JOIN app.usr u ON u.uid = g.uid
  WHERE u.login = session_user AND u.active AND g.until > statement_timestamp() -- now() stands still in an open transaction
$$;

-- Tables of which I may see no row whatever its owner: costs, for those without the right to them.
CREATE FUNCTION app.hidden_tables() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(t.tbl), '{}') FROM sync.tbl t
  WHERE t.scope = 'cost' AND NOT app.may('cost.view') OR t.tbl = 'audit_entry' AND NOT app.may('admin')
$$;

-- Tables whose rows everybody sees who sees the table at all.
CREATE FUNCTION app.common_tables() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(t.tbl), '{}') FROM sync.tbl t WHERE NOT t.on_root AND app.me() IS NOT NULL
$$;

-- A refusal that the client puts into words: SQLSTATE CD001, the code as message, what it concerns as JSON detail.
CREATE FUNCTION sync.refuse(code text, detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = code, DETAIL = detail::text;
END $$;

CREATE FUNCTION sync.must_be_somebody() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := app.me();
BEGIN
  IF me IS NULL THEN
    PERFORM sync.refuse('PERSON_INACTIVE', jsonb_build_object('login', session_user));
  END IF;
  PERFORM sync.must_be_now();
  RETURN me;
END $$;

-- A transaction that keeps one snapshot keeps the rights of its beginning, however long it stays open: it may read with
-- them, not write.
CREATE FUNCTION sync.must_be_now() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' AND current_setting('transaction_read_only') <> 'on' THEN
    PERFORM sync.refuse('TRANSACTION_STALE');
  END IF;
END $$;

-- What the rows of person, person_role and team come to, kept in app.usr and app.scope because every row policy asks for it.
CREATE FUNCTION app.rebuild_people() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO app.usr AS u (uid, login, active, rights, all_owners)
  SELECT p.id, 'u' || p.id, p.active AND NOT p.deleted,
    coalesce((SELECT array_agg(DISTINCT x."right") FROM app.person_role r JOIN sync.role_right x ON x.role = r.role
              WHERE r.person = p.id AND NOT r.deleted), '{}'),
    EXISTS (SELECT FROM app.person_role r WHERE r.person = p.id AND NOT r.deleted AND r.scope = 'all')
  FROM app.person p
  ON CONFLICT (uid) DO UPDATE SET active = excluded.active, rights = excluded.rights,
    all_owners = excluded.all_owners
  WHERE (u.active, u.rights, u.all_owners)
    IS DISTINCT FROM (excluded.active, excluded.rights, excluded.all_owners);

  WITH wanted AS (
    SELECT p.id AS uid, p.id AS owner FROM app.person p
    UNION
    SELECT p.id, o.id FROM app.person p
      JOIN app.person_role r ON r.person = p.id AND NOT r.deleted AND r.scope = 'team'
      JOIN app.person o ON o.team = p.team
    UNION
    SELECT p.id, o.id FROM app.person p
      JOIN app.person_role r ON r.person = p.id AND NOT r.deleted AND r.scope = 'region'
      JOIN app.person o ON o.region = p.region
        OR o.team IN (SELECT t.id FROM app.team t WHERE t.region = p.region AND NOT t.deleted)
    UNION
    SELECT u.uid, o.id FROM app.usr u CROSS JOIN (SELECT id FROM app.person UNION SELECT 0) o WHERE u.all_owners
  ), gone AS (
    DELETE FROM app.scope s WHERE NOT EXISTS (SELECT FROM wanted w WHERE w.uid = s.uid AND w.owner = s.owner)
  )
  INSERT INTO app.scope (uid, owner) SELECT uid, owner FROM wanted ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION app.people_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- One at a time, and the rebuild reads after the wait: otherwise it would write back rights that another had just taken.
  PERFORM pg_advisory_xact_lock(7308, 0);
  PERFORM app.rebuild_people();
  RETURN NULL;
END $$;

CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();

CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person_role
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();

CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.team
  FOR EACH STATEMENT EXECUTE FUNCTION app.people_changed();

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

CREATE FUNCTION app.stamp_region() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."region" FOR EACH ROW EXECUTE FUNCTION app.stamp_region();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."region" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."region" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."region" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."region" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."region" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_region(ids integer[]) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "closed" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."closed"
  FROM app."region" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_region(of_owner integer, after integer, n integer) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "closed" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."closed"
  FROM app."region" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_team() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."team" FOR EACH ROW EXECUTE FUNCTION app.stamp_team();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."team" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."team" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."team" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."team" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."team" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_team(ids integer[]) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "boss" integer, "region" integer, "closed" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."boss", t."region", t."closed"
  FROM app."team" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_team(of_owner integer, after integer, n integer) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "boss" integer, "region" integer, "closed" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."boss", t."region", t."closed"
  FROM app."team" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."person" FOR EACH ROW EXECUTE FUNCTION app.stamp_person();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."person" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."person" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."person" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."person" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."person" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_person(ids integer[]) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "login" text, "name" text, "title" text, "email" text, "phone" text, "team" integer, "region" integer, "active" boolean, "quote_level" bigint, "approval_limit" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."login"::text, t."name"::text, t."title"::text, t."email"::text, t."phone"::text, t."team", t."region", t."active", t."quote_level", t."approval_limit"
  FROM app."person" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_person(of_owner integer, after integer, n integer) RETURNS TABLE ("id" integer, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "login" text, "name" text, "title" text, "email" text, "phone" text, "team" integer, "region" integer, "active" boolean, "quote_level" bigint, "approval_limit" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."login"::text, t."name"::text, t."title"::text, t."email"::text, t."phone"::text, t."team", t."region", t."active", t."quote_level", t."approval_limit"
  FROM app."person" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_person_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."person_role" FOR EACH ROW EXECUTE FUNCTION app.stamp_person_role();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."person_role" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."person_role" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."person_role" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."person_role" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."person_role" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_person_role(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "person" integer, "role" text, "scope" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."person", t."role"::text, t."scope"::text
  FROM app."person_role" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_person_role(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "person" integer, "role" text, "scope" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."person", t."role"::text, t."scope"::text
  FROM app."person_role" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_company_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."company_setting" FOR EACH ROW EXECUTE FUNCTION app.stamp_company_setting();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."company_setting" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."company_setting" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."company_setting" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."company_setting" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."company_setting" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_company_setting(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "key" text, "value" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."key"::text, t."value"::text
  FROM app."company_setting" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_company_setting(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "key" text, "value" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."key"::text, t."value"::text
  FROM app."company_setting" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_saved_view() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."saved_view" FOR EACH ROW EXECUTE FUNCTION app.stamp_saved_view();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."saved_view" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."saved_view" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."saved_view" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL AND ("shared" OR owner = (SELECT app.me())));

CREATE POLICY added ON app."saved_view" FOR INSERT TO cd_door WITH CHECK (owner = (SELECT app.me()));

CREATE POLICY changed ON app."saved_view" FOR UPDATE TO cd_door USING (owner = (SELECT app.me())) WITH CHECK (owner = (SELECT app.me()));

CREATE FUNCTION sync.fetch_saved_view(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "page" text, "name" text, "content" text, "shared" boolean, "position" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."page"::text, t."name"::text, t."content"::text, t."shared", t."position"
  FROM app."saved_view" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_saved_view(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "page" text, "name" text, "content" text, "shared" boolean, "position" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."page"::text, t."name"::text, t."content"::text, t."shared", t."position"
  FROM app."saved_view" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_field_definition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."field_definition" FOR EACH ROW EXECUTE FUNCTION app.stamp_field_definition();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."field_definition" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."field_definition" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."field_definition" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."field_definition" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."field_definition" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_field_definition(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "record" text, "key" text, "label_zh" text, "label_en" text, "kind" text, "choices" text, "required" boolean, "searchable" boolean, "position" bigint, "active" boolean, "hint" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."record"::text, t."key"::text, t."label_zh"::text, t."label_en"::text, t."kind"::text, t."choices"::text, t."required", t."searchable", t."position", t."active", t."hint"::text
  FROM app."field_definition" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_field_definition(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "record" text, "key" text, "label_zh" text, "label_en" text, "kind" text, "choices" text, "required" boolean, "searchable" boolean, "position" bigint, "active" boolean, "hint" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."record"::text, t."key"::text, t."label_zh"::text, t."label_en"::text, t."kind"::text, t."choices"::text, t."required", t."searchable", t."position", t."active", t."hint"::text
  FROM app."field_definition" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_audit_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."audit_entry" FOR EACH ROW EXECUTE FUNCTION app.stamp_audit_entry();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."audit_entry" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."audit_entry" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."audit_entry" FOR SELECT TO cd_door USING ((SELECT app.may('admin')));

CREATE POLICY added ON app."audit_entry" FOR INSERT TO cd_door WITH CHECK (owner = (SELECT app.me()) AND person IN (0, (SELECT app.me())));

CREATE POLICY changed ON app."audit_entry" FOR UPDATE TO cd_door USING (owner = (SELECT app.me()) AND person IN (0, (SELECT app.me()))) WITH CHECK (owner = (SELECT app.me()) AND person IN (0, (SELECT app.me())));

CREATE FUNCTION sync.fetch_audit_entry(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "at" bigint, "person" integer, "act" text, "record_table" text, "record" text, "title" text, "old_values" text, "new_values" text, "device" text, "device_at" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."at", t."person", t."act"::text, t."record_table"::text, t."record"::text, t."title"::text, t."old_values"::text, t."new_values"::text, t."device"::text, t."device_at"
  FROM app."audit_entry" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_audit_entry(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "at" bigint, "person" integer, "act" text, "record_table" text, "record" text, "title" text, "old_values" text, "new_values" text, "device" text, "device_at" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."at", t."person", t."act"::text, t."record_table"::text, t."record"::text, t."title"::text, t."old_values"::text, t."new_values"::text, t."device"::text, t."device_at"
  FROM app."audit_entry" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_customer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW.id;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."customer" FOR EACH ROW EXECUTE FUNCTION app.stamp_customer();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."customer" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."customer" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."customer" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]) OR owner = 0 AND (SELECT app.may('customer.edit')));

CREATE POLICY added ON app."customer" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."customer" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_customer(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "short_name" text, "mnemonic" text, "name_key" text, "credit_code" text, "kind" text, "grade" text, "status" text, "industry" text, "region" integer, "province" text, "city" text, "address" text, "postal_code" text, "phone" text, "website" text, "source" text, "payment_terms" text, "invoice_title" text, "bank_name" text, "bank_account" text, "invoice_address" text, "invoice_phone" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."short_name"::text, t."mnemonic"::text, t."name_key"::text, t."credit_code"::text, t."kind"::text, t."grade"::text, t."status"::text, t."industry"::text, t."region", t."province"::text, t."city"::text, t."address"::text, t."postal_code"::text, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."phone" END, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."website" END, t."source"::text, t."payment_terms"::text, t."invoice_title"::text, t."bank_name"::text, t."bank_account"::text, t."invoice_address"::text, t."invoice_phone"::text, t."remark"::text
  FROM app."customer" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_customer(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "short_name" text, "mnemonic" text, "name_key" text, "credit_code" text, "kind" text, "grade" text, "status" text, "industry" text, "region" integer, "province" text, "city" text, "address" text, "postal_code" text, "phone" text, "website" text, "source" text, "payment_terms" text, "invoice_title" text, "bank_name" text, "bank_account" text, "invoice_address" text, "invoice_phone" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."short_name"::text, t."mnemonic"::text, t."name_key"::text, t."credit_code"::text, t."kind"::text, t."grade"::text, t."status"::text, t."industry"::text, t."region", t."province"::text, t."city"::text, t."address"::text, t."postal_code"::text, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."phone" END, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."website" END, t."source"::text, t."payment_terms"::text, t."invoice_title"::text, t."bank_name"::text, t."bank_account"::text, t."invoice_address"::text, t."invoice_phone"::text, t."remark"::text
  FROM app."customer" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[]) OR of_owner = 0 AND (SELECT app.may('customer.edit'))) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_customer(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "short_name" text, "mnemonic" text, "name_key" text, "credit_code" text, "kind" text, "grade" text, "status" text, "industry" text, "region" integer, "province" text, "city" text, "address" text, "postal_code" text, "phone" text, "website" text, "source" text, "payment_terms" text, "invoice_title" text, "bank_name" text, "bank_account" text, "invoice_address" text, "invoice_phone" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."short_name"::text, t."mnemonic"::text, t."name_key"::text, t."credit_code"::text, t."kind"::text, t."grade"::text, t."status"::text, t."industry"::text, t."region", t."province"::text, t."city"::text, t."address"::text, t."postal_code"::text, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."phone" END, CASE WHEN t.owner = 0 AND NOT 0 = ANY((SELECT app.my_owners())::integer[]) THEN '' ELSE t."website" END, t."source"::text, t."payment_terms"::text, t."invoice_title"::text, t."bank_name"::text, t."bank_account"::text, t."invoice_address"::text, t."invoice_phone"::text, t."remark"::text
  FROM app."customer" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW."customer";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."contact" FOR EACH ROW EXECUTE FUNCTION app.stamp_contact();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."contact" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."contact" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."contact" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."contact" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."contact" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_contact(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "name" text, "title" text, "department" text, "phone" text, "mobile" text, "email" text, "wechat" text, "role" text, "is_primary" boolean, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."name"::text, t."title"::text, t."department"::text, t."phone"::text, t."mobile"::text, t."email"::text, t."wechat"::text, t."role"::text, t."is_primary", t."remark"::text
  FROM app."contact" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_contact(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "name" text, "title" text, "department" text, "phone" text, "mobile" text, "email" text, "wechat" text, "role" text, "is_primary" boolean, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."name"::text, t."title"::text, t."department"::text, t."phone"::text, t."mobile"::text, t."email"::text, t."wechat"::text, t."role"::text, t."is_primary", t."remark"::text
  FROM app."contact" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_contact(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "name" text, "title" text, "department" text, "phone" text, "mobile" text, "email" text, "wechat" text, "role" text, "is_primary" boolean, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."name"::text, t."title"::text, t."department"::text, t."phone"::text, t."mobile"::text, t."email"::text, t."wechat"::text, t."role"::text, t."is_primary", t."remark"::text
  FROM app."contact" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_uom() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."uom" FOR EACH ROW EXECUTE FUNCTION app.stamp_uom();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."uom" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."uom" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."uom" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."uom" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."uom" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_uom(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "category" text, "num" bigint, "den" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."category"::text, t."num", t."den"
  FROM app."uom" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_uom(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "category" text, "num" bigint, "den" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."category"::text, t."num", t."den"
  FROM app."uom" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_supplier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."supplier" FOR EACH ROW EXECUTE FUNCTION app.stamp_supplier();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."supplier" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."supplier" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."supplier" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."supplier" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."supplier" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_supplier(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "contact" text, "phone" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."contact"::text, t."phone"::text, t."note"::text
  FROM app."supplier" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_supplier(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "contact" text, "phone" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."contact"::text, t."phone"::text, t."note"::text
  FROM app."supplier" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_work_center() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."work_center" FOR EACH ROW EXECUTE FUNCTION app.stamp_work_center();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."work_center" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."work_center" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."work_center" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."work_center" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."work_center" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_work_center(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text
  FROM app."work_center" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_work_center(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text
  FROM app."work_center" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_work_center_rate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."work_center_rate" FOR EACH ROW EXECUTE FUNCTION app.stamp_work_center_rate();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."work_center_rate" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."work_center_rate" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."work_center_rate" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."work_center_rate" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."work_center_rate" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_work_center_rate(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "work_center" uuid, "machine_rate" bigint, "labor_rate" bigint, "currency" text, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."work_center", t."machine_rate", t."labor_rate", t."currency"::text, t."valid_from"::text, t."valid_to"::text
  FROM app."work_center_rate" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_work_center_rate(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "work_center" uuid, "machine_rate" bigint, "labor_rate" bigint, "currency" text, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."work_center", t."machine_rate", t."labor_rate", t."currency"::text, t."valid_from"::text, t."valid_to"::text
  FROM app."work_center_rate" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."item" FOR EACH ROW EXECUTE FUNCTION app.stamp_item();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."item" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."item" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."item" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."item" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."item" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_item(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "spec" text, "drawing_no" text, "drawing_rev" text, "kind" text, "base_uom" uuid, "item_group" text, "element" text, "lot_policy" text, "costing_lot" bigint, "moq" bigint, "order_multiple" bigint, "sales_item" boolean, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."spec"::text, t."drawing_no"::text, t."drawing_rev"::text, t."kind"::text, t."base_uom", t."item_group"::text, t."element"::text, t."lot_policy"::text, t."costing_lot", t."moq", t."order_multiple", t."sales_item", t."note"::text
  FROM app."item" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_item(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "spec" text, "drawing_no" text, "drawing_rev" text, "kind" text, "base_uom" uuid, "item_group" text, "element" text, "lot_policy" text, "costing_lot" bigint, "moq" bigint, "order_multiple" bigint, "sales_item" boolean, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."spec"::text, t."drawing_no"::text, t."drawing_rev"::text, t."kind"::text, t."base_uom", t."item_group"::text, t."element"::text, t."lot_policy"::text, t."costing_lot", t."moq", t."order_multiple", t."sales_item", t."note"::text
  FROM app."item" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_item_uom() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."item_uom" FOR EACH ROW EXECUTE FUNCTION app.stamp_item_uom();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."item_uom" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."item_uom" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."item_uom" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."item_uom" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."item_uom" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_item_uom(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "uom" uuid, "num" bigint, "den" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."uom", t."num", t."den"
  FROM app."item_uom" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_item_uom(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "uom" uuid, "num" bigint, "den" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."uom", t."num", t."den"
  FROM app."item_uom" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_item_cost() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."item_cost" FOR EACH ROW EXECUTE FUNCTION app.stamp_item_cost();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."item_cost" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."item_cost" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."item_cost" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."item_cost" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."item_cost" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_item_cost(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "fixed_cost" bigint, "fixed_currency" text, "fixed_date" text, "cost_source" text, "preferred_supplier" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."fixed_cost", t."fixed_currency"::text, t."fixed_date"::text, t."cost_source"::text, t."preferred_supplier"
  FROM app."item_cost" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_item_cost(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "fixed_cost" bigint, "fixed_currency" text, "fixed_date" text, "cost_source" text, "preferred_supplier" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."fixed_cost", t."fixed_currency"::text, t."fixed_date"::text, t."cost_source"::text, t."preferred_supplier"
  FROM app."item_cost" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_bom() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."bom" FOR EACH ROW EXECUTE FUNCTION app.stamp_bom();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."bom" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."bom" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."bom" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."bom" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."bom" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_bom(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "code" text, "revision" text, "status" text, "valid_from" text, "valid_to" text, "qty" bigint, "uom" uuid, "yield" bigint, "ecn_no" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."code"::text, t."revision"::text, t."status"::text, t."valid_from"::text, t."valid_to"::text, t."qty", t."uom", t."yield", t."ecn_no"::text, t."note"::text
  FROM app."bom" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_bom(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "code" text, "revision" text, "status" text, "valid_from" text, "valid_to" text, "qty" bigint, "uom" uuid, "yield" bigint, "ecn_no" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."code"::text, t."revision"::text, t."status"::text, t."valid_from"::text, t."valid_to"::text, t."qty", t."uom", t."yield", t."ecn_no"::text, t."note"::text
  FROM app."bom" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_bom_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."bom_line" FOR EACH ROW EXECUTE FUNCTION app.stamp_bom_line();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."bom_line" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."bom_line" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."bom_line" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."bom_line" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."bom_line" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_bom_line(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "bom" uuid, "line_no" bigint, "type" text, "component" uuid, "qty" bigint, "uom" uuid, "fixed_qty" bigint, "scrap" bigint, "scrap_mode" text, "explode" boolean, "supply" text, "op_seq" bigint, "value_method" text, "share" bigint, "credit_price" bigint, "alt_group" text, "alt_priority" bigint, "position" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."bom", t."line_no", t."type"::text, t."component", t."qty", t."uom", t."fixed_qty", t."scrap", t."scrap_mode"::text, t."explode", t."supply"::text, t."op_seq", t."value_method"::text, t."share", t."credit_price", t."alt_group"::text, t."alt_priority", t."position"::text, t."note"::text
  FROM app."bom_line" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_bom_line(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "bom" uuid, "line_no" bigint, "type" text, "component" uuid, "qty" bigint, "uom" uuid, "fixed_qty" bigint, "scrap" bigint, "scrap_mode" text, "explode" boolean, "supply" text, "op_seq" bigint, "value_method" text, "share" bigint, "credit_price" bigint, "alt_group" text, "alt_priority" bigint, "position" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."bom", t."line_no", t."type"::text, t."component", t."qty", t."uom", t."fixed_qty", t."scrap", t."scrap_mode"::text, t."explode", t."supply"::text, t."op_seq", t."value_method"::text, t."share", t."credit_price", t."alt_group"::text, t."alt_priority", t."position"::text, t."note"::text
  FROM app."bom_line" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_operation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."operation" FOR EACH ROW EXECUTE FUNCTION app.stamp_operation();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."operation" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."operation" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."operation" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."operation" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."operation" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_operation(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "bom" uuid, "seq" bigint, "name" text, "work_center" uuid, "setup_ms" bigint, "run_ms" bigint, "basis" text, "units_per_cycle" bigint, "cycle_rounding" text, "efficiency" bigint, "crew" bigint, "yield" bigint, "piece_price" bigint, "outside_item" uuid, "outside_qty" bigint, "outside_uom" uuid, "min_charge" bigint, "setup_every" bigint, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."bom", t."seq", t."name"::text, t."work_center", t."setup_ms", t."run_ms", t."basis"::text, t."units_per_cycle", t."cycle_rounding"::text, t."efficiency", t."crew", t."yield", t."piece_price", t."outside_item", t."outside_qty", t."outside_uom", t."min_charge", t."setup_every", t."note"::text
  FROM app."operation" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_operation(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "bom" uuid, "seq" bigint, "name" text, "work_center" uuid, "setup_ms" bigint, "run_ms" bigint, "basis" text, "units_per_cycle" bigint, "cycle_rounding" text, "efficiency" bigint, "crew" bigint, "yield" bigint, "piece_price" bigint, "outside_item" uuid, "outside_qty" bigint, "outside_uom" uuid, "min_charge" bigint, "setup_every" bigint, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."bom", t."seq", t."name"::text, t."work_center", t."setup_ms", t."run_ms", t."basis"::text, t."units_per_cycle", t."cycle_rounding"::text, t."efficiency", t."crew", t."yield", t."piece_price", t."outside_item", t."outside_qty", t."outside_uom", t."min_charge", t."setup_every", t."note"::text
  FROM app."operation" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_price_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."price_row" FOR EACH ROW EXECUTE FUNCTION app.stamp_price_row();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."price_row" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."price_row" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."price_row" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."price_row" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."price_row" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_price_row(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "supplier" uuid, "code" text, "currency" text, "price" bigint, "price_per" bigint, "uom" uuid, "min_qty" bigint, "tax_included" boolean, "tax" bigint, "valid_from" text, "valid_to" text, "source" text, "confirmed_by" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."supplier", t."code"::text, t."currency"::text, t."price", t."price_per", t."uom", t."min_qty", t."tax_included", t."tax", t."valid_from"::text, t."valid_to"::text, t."source"::text, t."confirmed_by"
  FROM app."price_row" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_price_row(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "item" uuid, "supplier" uuid, "code" text, "currency" text, "price" bigint, "price_per" bigint, "uom" uuid, "min_qty" bigint, "tax_included" boolean, "tax" bigint, "valid_from" text, "valid_to" text, "source" text, "confirmed_by" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."item", t."supplier", t."code"::text, t."currency"::text, t."price", t."price_per", t."uom", t."min_qty", t."tax_included", t."tax", t."valid_from"::text, t."valid_to"::text, t."source"::text, t."confirmed_by"
  FROM app."price_row" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_fx_rate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."fx_rate" FOR EACH ROW EXECUTE FUNCTION app.stamp_fx_rate();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."fx_rate" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."fx_rate" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."fx_rate" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."fx_rate" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."fx_rate" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_fx_rate(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "from_currency" text, "to_currency" text, "on_date" text, "rate" bigint, "source" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."from_currency"::text, t."to_currency"::text, t."on_date"::text, t."rate", t."source"::text
  FROM app."fx_rate" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_fx_rate(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "from_currency" text, "to_currency" text, "on_date" text, "rate" bigint, "source" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."from_currency"::text, t."to_currency"::text, t."on_date"::text, t."rate", t."source"::text
  FROM app."fx_rate" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_overhead_rule() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."overhead_rule" FOR EACH ROW EXECUTE FUNCTION app.stamp_overhead_rule();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."overhead_rule" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."overhead_rule" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."overhead_rule" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."overhead_rule" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."overhead_rule" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_overhead_rule(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "seq" bigint, "level" text, "base" text, "pct" bigint, "amount" bigint, "target" text, "scope" text, "scope_key" text, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."seq", t."level"::text, t."base"::text, t."pct", t."amount", t."target"::text, t."scope"::text, t."scope_key"::text, t."valid_from"::text, t."valid_to"::text
  FROM app."overhead_rule" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_overhead_rule(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "seq" bigint, "level" text, "base" text, "pct" bigint, "amount" bigint, "target" text, "scope" text, "scope_key" text, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."seq", t."level"::text, t."base"::text, t."pct", t."amount", t."target"::text, t."scope"::text, t."scope_key"::text, t."valid_from"::text, t."valid_to"::text
  FROM app."overhead_rule" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_tool() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."tool" FOR EACH ROW EXECUTE FUNCTION app.stamp_tool();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."tool" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."tool" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."tool" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."tool" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."tool" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_tool(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "item" uuid, "cost" bigint, "currency" text, "prepaid" bigint, "amort_qty" bigint, "mode" text, "shipped" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."item", t."cost", t."currency"::text, t."prepaid", t."amort_qty", t."mode"::text, t."shipped"
  FROM app."tool" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_tool(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "code" text, "name" text, "item" uuid, "cost" bigint, "currency" text, "prepaid" bigint, "amort_qty" bigint, "mode" text, "shipped" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."code"::text, t."name"::text, t."item", t."cost", t."currency"::text, t."prepaid", t."amort_qty", t."mode"::text, t."shipped"
  FROM app."tool" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_stage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."stage" FOR EACH ROW EXECUTE FUNCTION app.stamp_stage();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."stage" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."stage" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."stage" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."stage" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."stage" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_stage(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "seq" bigint, "code" text, "name" text, "name_en" text, "probability" bigint, "kind" text, "tone" text, "limit_days" bigint, "goal" text, "active" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."seq", t."code"::text, t."name"::text, t."name_en"::text, t."probability", t."kind"::text, t."tone"::text, t."limit_days", t."goal"::text, t."active"
  FROM app."stage" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_stage(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "seq" bigint, "code" text, "name" text, "name_en" text, "probability" bigint, "kind" text, "tone" text, "limit_days" bigint, "goal" text, "active" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."seq", t."code"::text, t."name"::text, t."name_en"::text, t."probability", t."kind"::text, t."tone"::text, t."limit_days", t."goal"::text, t."active"
  FROM app."stage" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_opportunity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW."customer";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  IF NEW."contact" IS DISTINCT FROM OLD."contact" AND EXISTS (SELECT FROM app."contact" k WHERE k.id = NEW."contact" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'opportunity', CONSTRAINT = 'opportunity_contact_fk', MESSAGE = 'of another customer';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."opportunity" FOR EACH ROW EXECUTE FUNCTION app.stamp_opportunity();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."opportunity" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."opportunity" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."opportunity" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."opportunity" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."opportunity" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_opportunity(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "customer" uuid, "contact" uuid, "stage" uuid, "amount" bigint, "currency" text, "probability" bigint, "expected_close" text, "next_step" text, "next_on" text, "opened_on" text, "entered_stage_on" text, "closed_on" text, "source" text, "competitor" text, "loss_reason" text, "loss_note" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."customer", t."contact", t."stage", t."amount", t."currency"::text, t."probability", t."expected_close"::text, t."next_step"::text, t."next_on"::text, t."opened_on"::text, t."entered_stage_on"::text, t."closed_on"::text, t."source"::text, t."competitor"::text, t."loss_reason"::text, t."loss_note"::text, t."remark"::text
  FROM app."opportunity" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_opportunity(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "customer" uuid, "contact" uuid, "stage" uuid, "amount" bigint, "currency" text, "probability" bigint, "expected_close" text, "next_step" text, "next_on" text, "opened_on" text, "entered_stage_on" text, "closed_on" text, "source" text, "competitor" text, "loss_reason" text, "loss_note" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."customer", t."contact", t."stage", t."amount", t."currency"::text, t."probability", t."expected_close"::text, t."next_step"::text, t."next_on"::text, t."opened_on"::text, t."entered_stage_on"::text, t."closed_on"::text, t."source"::text, t."competitor"::text, t."loss_reason"::text, t."loss_note"::text, t."remark"::text
  FROM app."opportunity" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_opportunity(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "name" text, "number" text, "customer" uuid, "contact" uuid, "stage" uuid, "amount" bigint, "currency" text, "probability" bigint, "expected_close" text, "next_step" text, "next_on" text, "opened_on" text, "entered_stage_on" text, "closed_on" text, "source" text, "competitor" text, "loss_reason" text, "loss_note" text, "remark" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."name"::text, t."number"::text, t."customer", t."contact", t."stage", t."amount", t."currency"::text, t."probability", t."expected_close"::text, t."next_step"::text, t."next_on"::text, t."opened_on"::text, t."entered_stage_on"::text, t."closed_on"::text, t."source"::text, t."competitor"::text, t."loss_reason"::text, t."loss_note"::text, t."remark"::text
  FROM app."opportunity" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_stage_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."opportunity" d WHERE d.id = NEW."opportunity";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."stage_change" FOR EACH ROW EXECUTE FUNCTION app.stamp_stage_change();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."stage_change" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."stage_change" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."stage_change" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."stage_change" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."stage_change" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_stage_change(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "opportunity" uuid, "from_stage" uuid, "to_stage" uuid, "at" bigint, "by_person" integer, "reason" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."opportunity", t."from_stage", t."to_stage", t."at", t."by_person", t."reason"::text
  FROM app."stage_change" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_stage_change(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "opportunity" uuid, "from_stage" uuid, "to_stage" uuid, "at" bigint, "by_person" integer, "reason" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."opportunity", t."from_stage", t."to_stage", t."at", t."by_person", t."reason"::text
  FROM app."stage_change" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_stage_change(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "opportunity" uuid, "from_stage" uuid, "to_stage" uuid, "at" bigint, "by_person" integer, "reason" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."opportunity", t."from_stage", t."to_stage", t."at", t."by_person", t."reason"::text
  FROM app."stage_change" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_activity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW."customer";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  IF NEW."opportunity" IS DISTINCT FROM OLD."opportunity" AND EXISTS (SELECT FROM app."opportunity" k WHERE k.id = NEW."opportunity" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'activity', CONSTRAINT = 'activity_opportunity_fk', MESSAGE = 'of another customer';
  END IF;
  IF NEW."contact" IS DISTINCT FROM OLD."contact" AND EXISTS (SELECT FROM app."contact" k WHERE k.id = NEW."contact" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'activity', CONSTRAINT = 'activity_contact_fk', MESSAGE = 'of another customer';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."activity" FOR EACH ROW EXECUTE FUNCTION app.stamp_activity();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."activity" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."activity" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."activity" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."activity" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."activity" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_activity(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "opportunity" uuid, "contact" uuid, "kind" text, "at" bigint, "by_person" integer, "minutes" bigint, "summary" text, "need_change" text, "objection" text, "competitor" text, "competitor_price" bigint, "next_step" text, "next_on" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."opportunity", t."contact", t."kind"::text, t."at", t."by_person", t."minutes", t."summary"::text, t."need_change"::text, t."objection"::text, t."competitor"::text, t."competitor_price", t."next_step"::text, t."next_on"::text
  FROM app."activity" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_activity(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "opportunity" uuid, "contact" uuid, "kind" text, "at" bigint, "by_person" integer, "minutes" bigint, "summary" text, "need_change" text, "objection" text, "competitor" text, "competitor_price" bigint, "next_step" text, "next_on" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."opportunity", t."contact", t."kind"::text, t."at", t."by_person", t."minutes", t."summary"::text, t."need_change"::text, t."objection"::text, t."competitor"::text, t."competitor_price", t."next_step"::text, t."next_on"::text
  FROM app."activity" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_activity(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "opportunity" uuid, "contact" uuid, "kind" text, "at" bigint, "by_person" integer, "minutes" bigint, "summary" text, "need_change" text, "objection" text, "competitor" text, "competitor_price" bigint, "next_step" text, "next_on" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."opportunity", t."contact", t."kind"::text, t."at", t."by_person", t."minutes", t."summary"::text, t."need_change"::text, t."objection"::text, t."competitor"::text, t."competitor_price", t."next_step"::text, t."next_on"::text
  FROM app."activity" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_sales_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW."customer";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."sales_order" FOR EACH ROW EXECUTE FUNCTION app.stamp_sales_order();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."sales_order" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."sales_order" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."sales_order" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."sales_order" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."sales_order" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_sales_order(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer_order" text, "customer" uuid, "ordered_on" text, "due_on" text, "shipped_on" text, "region" integer, "sales_person" integer, "online" boolean, "subtotal" bigint, "tax" bigint, "freight" bigint, "total" bigint, "receivable" bigint, "currency" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer_order"::text, t."customer", t."ordered_on"::text, t."due_on"::text, t."shipped_on"::text, t."region", t."sales_person", t."online", t."subtotal", t."tax", t."freight", t."total", t."receivable", t."currency"::text
  FROM app."sales_order" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_sales_order(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer_order" text, "customer" uuid, "ordered_on" text, "due_on" text, "shipped_on" text, "region" integer, "sales_person" integer, "online" boolean, "subtotal" bigint, "tax" bigint, "freight" bigint, "total" bigint, "receivable" bigint, "currency" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer_order"::text, t."customer", t."ordered_on"::text, t."due_on"::text, t."shipped_on"::text, t."region", t."sales_person", t."online", t."subtotal", t."tax", t."freight", t."total", t."receivable", t."currency"::text
  FROM app."sales_order" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_sales_order(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer_order" text, "customer" uuid, "ordered_on" text, "due_on" text, "shipped_on" text, "region" integer, "sales_person" integer, "online" boolean, "subtotal" bigint, "tax" bigint, "freight" bigint, "total" bigint, "receivable" bigint, "currency" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer_order"::text, t."customer", t."ordered_on"::text, t."due_on"::text, t."shipped_on"::text, t."region", t."sales_person", t."online", t."subtotal", t."tax", t."freight", t."total", t."receivable", t."currency"::text
  FROM app."sales_order" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_sales_order_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."sales_order" d WHERE d.id = NEW."sales_order";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."sales_order_line" FOR EACH ROW EXECUTE FUNCTION app.stamp_sales_order_line();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."sales_order_line" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."sales_order_line" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."sales_order_line" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."sales_order_line" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."sales_order_line" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_sales_order_line(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "sales_order" uuid, "line_no" bigint, "item" uuid, "item_code" text, "item_name" text, "quantity" bigint, "unit_price" bigint, "discount" bigint, "line_total" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."sales_order", t."line_no", t."item", t."item_code"::text, t."item_name"::text, t."quantity", t."unit_price", t."discount", t."line_total"
  FROM app."sales_order_line" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_sales_order_line(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "sales_order" uuid, "line_no" bigint, "item" uuid, "item_code" text, "item_name" text, "quantity" bigint, "unit_price" bigint, "discount" bigint, "line_total" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."sales_order", t."line_no", t."item", t."item_code"::text, t."item_name"::text, t."quantity", t."unit_price", t."discount", t."line_total"
  FROM app."sales_order_line" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_sales_order_line(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "sales_order" uuid, "line_no" bigint, "item" uuid, "item_code" text, "item_name" text, "quantity" bigint, "unit_price" bigint, "discount" bigint, "line_total" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."sales_order", t."line_no", t."item", t."item_code"::text, t."item_name"::text, t."quantity", t."unit_price", t."discount", t."line_total"
  FROM app."sales_order_line" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_price_policy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."price_policy" FOR EACH ROW EXECUTE FUNCTION app.stamp_price_policy();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."price_policy" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."price_policy" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."price_policy" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY added ON app."price_policy" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE POLICY changed ON app."price_policy" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL)) WITH CHECK ((SELECT app.may('cost.view')) AND ((SELECT app.me()) IS NOT NULL));

CREATE FUNCTION sync.fetch_price_policy(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "scope" text, "scope_key" text, "grade" text, "valid_from" text, "valid_to" text, "method" text, "rate" bigint, "min_markup" bigint, "step" bigint, "price_decimals" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."scope"::text, t."scope_key"::text, t."grade"::text, t."valid_from"::text, t."valid_to"::text, t."method"::text, t."rate", t."min_markup", t."step", t."price_decimals"
  FROM app."price_policy" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_price_policy(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "scope" text, "scope_key" text, "grade" text, "valid_from" text, "valid_to" text, "method" text, "rate" bigint, "min_markup" bigint, "step" bigint, "price_decimals" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."scope"::text, t."scope_key"::text, t."grade"::text, t."valid_from"::text, t."valid_to"::text, t."method"::text, t."rate", t."min_markup", t."step", t."price_decimals"
  FROM app."price_policy" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_float_authority() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."float_authority" FOR EACH ROW EXECUTE FUNCTION app.stamp_float_authority();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."float_authority" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."float_authority" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."float_authority" FOR SELECT TO cd_door USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY added ON app."float_authority" FOR INSERT TO cd_door WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE POLICY changed ON app."float_authority" FOR UPDATE TO cd_door USING ((SELECT app.me()) IS NOT NULL) WITH CHECK ((SELECT app.me()) IS NOT NULL);

CREATE FUNCTION sync.fetch_float_authority(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "grade" text, "level" bigint, "max_depth" bigint, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."grade"::text, t."level", t."max_depth", t."valid_from"::text, t."valid_to"::text
  FROM app."float_authority" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_float_authority(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "grade" text, "level" bigint, "max_depth" bigint, "valid_from" text, "valid_to" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."grade"::text, t."level", t."max_depth", t."valid_from"::text, t."valid_to"::text
  FROM app."float_authority" t WHERE (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION app.stamp_quote() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  NEW.root_id := NEW."customer";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  IF NEW."opportunity" IS DISTINCT FROM OLD."opportunity" AND EXISTS (SELECT FROM app."opportunity" k WHERE k.id = NEW."opportunity" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'quote', CONSTRAINT = 'quote_opportunity_fk', MESSAGE = 'of another customer';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."quote" FOR EACH ROW EXECUTE FUNCTION app.stamp_quote();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."quote" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."quote" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."quote" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."quote" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."quote" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_quote(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer" uuid, "opportunity" uuid, "title" text, "revision_no" bigint, "state" text, "currency" text, "net_total" bigint, "gross_total" bigint, "base_total" bigint, "quoted_on" text, "valid_until" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer", t."opportunity", t."title"::text, t."revision_no", t."state"::text, t."currency"::text, t."net_total", t."gross_total", t."base_total", t."quoted_on"::text, t."valid_until"::text
  FROM app."quote" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_quote(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer" uuid, "opportunity" uuid, "title" text, "revision_no" bigint, "state" text, "currency" text, "net_total" bigint, "gross_total" bigint, "base_total" bigint, "quoted_on" text, "valid_until" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer", t."opportunity", t."title"::text, t."revision_no", t."state"::text, t."currency"::text, t."net_total", t."gross_total", t."base_total", t."quoted_on"::text, t."valid_until"::text
  FROM app."quote" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "number" text, "customer" uuid, "opportunity" uuid, "title" text, "revision_no" bigint, "state" text, "currency" text, "net_total" bigint, "gross_total" bigint, "base_total" bigint, "quoted_on" text, "valid_until" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."number"::text, t."customer", t."opportunity", t."title"::text, t."revision_no", t."state"::text, t."currency"::text, t."net_total", t."gross_total", t."base_total", t."quoted_on"::text, t."valid_until"::text
  FROM app."quote" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_quote_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."quote" d WHERE d.id = NEW."quote";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  IF NEW."contact" IS DISTINCT FROM OLD."contact" AND EXISTS (SELECT FROM app."contact" k WHERE k.id = NEW."contact" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'quote_revision', CONSTRAINT = 'quote_revision_contact_fk', MESSAGE = 'of another customer';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."quote_revision" FOR EACH ROW EXECUTE FUNCTION app.stamp_quote_revision();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."quote_revision" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."quote_revision" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."quote_revision" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."quote_revision" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."quote_revision" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_quote_revision(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "quote" uuid, "revision_no" bigint, "state" text, "quoted_on" text, "contact" uuid, "grade" text, "base_currency" text, "currency" text, "exchange_rate" bigint, "rate_date" text, "fx_buffer" bigint, "tax_mode" text, "tax_rate" bigint, "price_decimals" bigint, "valid_until" text, "payment_terms" text, "delivery_terms" text, "freight" text, "remarks" text, "internal_note" text, "net_total" bigint, "tax_total" bigint, "gross_total" bigint, "sent_at" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."quote", t."revision_no", t."state"::text, t."quoted_on"::text, t."contact", t."grade"::text, t."base_currency"::text, t."currency"::text, t."exchange_rate", t."rate_date"::text, t."fx_buffer", t."tax_mode"::text, t."tax_rate", t."price_decimals", t."valid_until"::text, t."payment_terms"::text, t."delivery_terms"::text, t."freight"::text, t."remarks"::text, t."internal_note"::text, t."net_total", t."tax_total", t."gross_total", t."sent_at"
  FROM app."quote_revision" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_quote_revision(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "quote" uuid, "revision_no" bigint, "state" text, "quoted_on" text, "contact" uuid, "grade" text, "base_currency" text, "currency" text, "exchange_rate" bigint, "rate_date" text, "fx_buffer" bigint, "tax_mode" text, "tax_rate" bigint, "price_decimals" bigint, "valid_until" text, "payment_terms" text, "delivery_terms" text, "freight" text, "remarks" text, "internal_note" text, "net_total" bigint, "tax_total" bigint, "gross_total" bigint, "sent_at" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."quote", t."revision_no", t."state"::text, t."quoted_on"::text, t."contact", t."grade"::text, t."base_currency"::text, t."currency"::text, t."exchange_rate", t."rate_date"::text, t."fx_buffer", t."tax_mode"::text, t."tax_rate", t."price_decimals", t."valid_until"::text, t."payment_terms"::text, t."delivery_terms"::text, t."freight"::text, t."remarks"::text, t."internal_note"::text, t."net_total", t."tax_total", t."gross_total", t."sent_at"
  FROM app."quote_revision" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote_revision(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "quote" uuid, "revision_no" bigint, "state" text, "quoted_on" text, "contact" uuid, "grade" text, "base_currency" text, "currency" text, "exchange_rate" bigint, "rate_date" text, "fx_buffer" bigint, "tax_mode" text, "tax_rate" bigint, "price_decimals" bigint, "valid_until" text, "payment_terms" text, "delivery_terms" text, "freight" text, "remarks" text, "internal_note" text, "net_total" bigint, "tax_total" bigint, "gross_total" bigint, "sent_at" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."quote", t."revision_no", t."state"::text, t."quoted_on"::text, t."contact", t."grade"::text, t."base_currency"::text, t."currency"::text, t."exchange_rate", t."rate_date"::text, t."fx_buffer", t."tax_mode"::text, t."tax_rate", t."price_decimals", t."valid_until"::text, t."payment_terms"::text, t."delivery_terms"::text, t."freight"::text, t."remarks"::text, t."internal_note"::text, t."net_total", t."tax_total", t."gross_total", t."sent_at"
  FROM app."quote_revision" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_quote_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."quote_revision" d WHERE d.id = NEW."revision";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."quote_line" FOR EACH ROW EXECUTE FUNCTION app.stamp_quote_line();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."quote_line" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."quote_line" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."quote_line" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."quote_line" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."quote_line" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_quote_line(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "revision" uuid, "seq" bigint, "uid" uuid, "type" text, "item" uuid, "item_code" text, "item_name" text, "spec" text, "description" text, "drawing_no" text, "drawing_rev" text, "customer_part_no" text, "qty" bigint, "uom" text, "annual_qty" bigint, "tier_type" text, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint, "tax_rate" bigint, "lead_time" text, "optional" boolean, "alt_group" text, "net_amount" bigint, "tax_amount" bigint, "gross_amount" bigint, "internal_note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."revision", t."seq", t."uid", t."type"::text, t."item", t."item_code"::text, t."item_name"::text, t."spec"::text, t."description"::text, t."drawing_no"::text, t."drawing_rev"::text, t."customer_part_no"::text, t."qty", t."uom"::text, t."annual_qty", t."tier_type"::text, t."unit_price", t."typed_price", t."guide_price", t."needed_level", t."tax_rate", t."lead_time"::text, t."optional", t."alt_group"::text, t."net_amount", t."tax_amount", t."gross_amount", t."internal_note"::text
  FROM app."quote_line" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_quote_line(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "revision" uuid, "seq" bigint, "uid" uuid, "type" text, "item" uuid, "item_code" text, "item_name" text, "spec" text, "description" text, "drawing_no" text, "drawing_rev" text, "customer_part_no" text, "qty" bigint, "uom" text, "annual_qty" bigint, "tier_type" text, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint, "tax_rate" bigint, "lead_time" text, "optional" boolean, "alt_group" text, "net_amount" bigint, "tax_amount" bigint, "gross_amount" bigint, "internal_note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."revision", t."seq", t."uid", t."type"::text, t."item", t."item_code"::text, t."item_name"::text, t."spec"::text, t."description"::text, t."drawing_no"::text, t."drawing_rev"::text, t."customer_part_no"::text, t."qty", t."uom"::text, t."annual_qty", t."tier_type"::text, t."unit_price", t."typed_price", t."guide_price", t."needed_level", t."tax_rate", t."lead_time"::text, t."optional", t."alt_group"::text, t."net_amount", t."tax_amount", t."gross_amount", t."internal_note"::text
  FROM app."quote_line" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote_line(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "revision" uuid, "seq" bigint, "uid" uuid, "type" text, "item" uuid, "item_code" text, "item_name" text, "spec" text, "description" text, "drawing_no" text, "drawing_rev" text, "customer_part_no" text, "qty" bigint, "uom" text, "annual_qty" bigint, "tier_type" text, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint, "tax_rate" bigint, "lead_time" text, "optional" boolean, "alt_group" text, "net_amount" bigint, "tax_amount" bigint, "gross_amount" bigint, "internal_note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."revision", t."seq", t."uid", t."type"::text, t."item", t."item_code"::text, t."item_name"::text, t."spec"::text, t."description"::text, t."drawing_no"::text, t."drawing_rev"::text, t."customer_part_no"::text, t."qty", t."uom"::text, t."annual_qty", t."tier_type"::text, t."unit_price", t."typed_price", t."guide_price", t."needed_level", t."tax_rate", t."lead_time"::text, t."optional", t."alt_group"::text, t."net_amount", t."tax_amount", t."gross_amount", t."internal_note"::text
  FROM app."quote_line" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_quote_tier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."quote_line" d WHERE d.id = NEW."line";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."quote_tier" FOR EACH ROW EXECUTE FUNCTION app.stamp_quote_tier();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."quote_tier" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."quote_tier" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."quote_tier" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."quote_tier" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."quote_tier" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_quote_tier(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "from_qty" bigint, "lot" bigint, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."from_qty", t."lot", t."unit_price", t."typed_price", t."guide_price", t."needed_level"
  FROM app."quote_tier" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_quote_tier(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "from_qty" bigint, "lot" bigint, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."from_qty", t."lot", t."unit_price", t."typed_price", t."guide_price", t."needed_level"
  FROM app."quote_tier" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote_tier(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "from_qty" bigint, "lot" bigint, "unit_price" bigint, "typed_price" boolean, "guide_price" bigint, "needed_level" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."from_qty", t."lot", t."unit_price", t."typed_price", t."guide_price", t."needed_level"
  FROM app."quote_tier" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_cost_snapshot() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."cost_snapshot" FOR EACH ROW EXECUTE FUNCTION app.stamp_cost_snapshot();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."cost_snapshot" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."cost_snapshot" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."cost_snapshot" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE POLICY added ON app."cost_snapshot" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE POLICY changed ON app."cost_snapshot" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]))) WITH CHECK ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE FUNCTION sync.fetch_cost_snapshot(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "hash" text, "content" bytea, "engine" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."hash"::text, t."content", t."engine"
  FROM app."cost_snapshot" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_cost_snapshot(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "hash" text, "content" bytea, "engine" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."hash"::text, t."content", t."engine"
  FROM app."cost_snapshot" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_cost_snapshot(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "hash" text, "content" bytea, "engine" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."hash"::text, t."content", t."engine"
  FROM app."cost_snapshot" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_quote_line_cost() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.id := OLD.id;
    NEW.rev := OLD.rev + 1;
    NEW.created_at := OLD.created_at;
    NEW.created_by := OLD.created_by;
  ELSE
    NEW.rev := 1;
  END IF;
  SELECT d.root_id INTO NEW.root_id FROM app."quote_line" d WHERE d.id = NEW."line";
  IF TG_OP = 'UPDATE' AND NEW.root_id IS DISTINCT FROM OLD.root_id THEN
    PERFORM sync.refuse('ROOT_FIXED');
  END IF;
  -- shared with a handover, which waits for this row or makes it wait
  SELECT c.owner INTO NEW.owner FROM app.customer c WHERE c.id = NEW.root_id FOR SHARE;
  IF NOT FOUND THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "customer"}');
  END IF;
  IF NEW."tier" IS DISTINCT FROM OLD."tier" AND EXISTS (SELECT FROM app."quote_tier" k WHERE k.id = NEW."tier" AND k.root_id IS DISTINCT FROM NEW.root_id) THEN
    RAISE EXCEPTION USING ERRCODE = '23503', TABLE = 'quote_line_cost', CONSTRAINT = 'quote_line_cost_tier_fk', MESSAGE = 'of another customer';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."quote_line_cost" FOR EACH ROW EXECUTE FUNCTION app.stamp_quote_line_cost();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."quote_line_cost" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."quote_line_cost" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."quote_line_cost" FOR SELECT TO cd_door USING ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE POLICY added ON app."quote_line_cost" FOR INSERT TO cd_door WITH CHECK ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE POLICY changed ON app."quote_line_cost" FOR UPDATE TO cd_door USING ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]))) WITH CHECK ((SELECT app.may('cost.view')) AND (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])));

CREATE FUNCTION sync.fetch_quote_line_cost(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "tier" uuid, "lot" bigint, "cost" bigint, "elements" text, "floor_price" bigint, "margin" bigint, "snapshot_hash" text, "trace" text, "problems" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."tier", t."lot", t."cost", t."elements"::text, t."floor_price", t."margin", t."snapshot_hash"::text, t."trace"::text, t."problems"::text
  FROM app."quote_line_cost" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_quote_line_cost(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "tier" uuid, "lot" bigint, "cost" bigint, "elements" text, "floor_price" bigint, "margin" bigint, "snapshot_hash" text, "trace" text, "problems" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."tier", t."lot", t."cost", t."elements"::text, t."floor_price", t."margin", t."snapshot_hash"::text, t."trace"::text, t."problems"::text
  FROM app."quote_line_cost" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND (after IS NULL OR t.id > after) ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote_line_cost(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "tier" uuid, "lot" bigint, "cost" bigint, "elements" text, "floor_price" bigint, "margin" bigint, "snapshot_hash" text, "trace" text, "problems" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."tier", t."lot", t."cost", t."elements"::text, t."floor_price", t."margin", t."snapshot_hash"::text, t."trace"::text, t."problems"::text
  FROM app."quote_line_cost" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

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
                        WHERE g.uid = u.uid AND g.until > statement_timestamp()), '{}'))
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
  WHEN deadlock_detected OR serialization_failure OR lock_not_available OR query_canceled OR admin_shutdown THEN
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
    OR EXISTS (SELECT FROM app.grant_ g WHERE g.uid = u.uid AND g.root_id IN (SELECT root_id FROM changed)))
$$;

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
  ELSIF NOT app.may('admin') AND (cardinality(app.my_owners()) < 2 OR NOT app.may('quote.approve') OR receiver = me) THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "admin"}');
  ELSIF receiver IS NULL OR receiver <> 0 AND NOT EXISTS (SELECT FROM app.usr u WHERE u.uid = receiver AND u.active)
    OR NOT app.may('admin') AND receiver <> 0 AND NOT receiver = ANY(app.my_owners()) THEN
    RETURN srv.answer(request, me, 'transfer', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  FOR c IN SELECT DISTINCT x FROM unnest(customers) x ORDER BY x LOOP
    SELECT k.owner INTO owner_ FROM app.customer k WHERE k.id = c FOR UPDATE;
    IF NOT FOUND OR NOT app.may('admin') AND NOT owner_ = ANY(app.my_owners()) THEN
      PERFORM sync.refuse('NOT_VISIBLE');
    END IF;
    PERFORM srv.hand(c, receiver, me);
    UPDATE app.customer k SET status = CASE receiver WHEN 0 THEN 'pool' ELSE 'active' END
    WHERE k.id = c AND k.status = CASE receiver WHEN 0 THEN 'active' ELSE 'pool' END;
  END LOOP;
  RETURN srv.answer(request, me, 'transfer', args, NULL, jsonb_build_object('customers', cardinality(customers)));
END $$;

-- Registers a new customer for the one who asks. The credit code is nobody else's; whose it is stays unsaid.
CREATE FUNCTION srv.register_customer(request uuid, customer uuid, v jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  known jsonb := srv.answered(request, me);
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
  SELECT string_agg(format(', %I', k), '') INTO columns FROM jsonb_object_keys(v) k;
  BEGIN
    EXECUTE format('INSERT INTO app.customer (id, owner, created_at, created_by, changed_at, changed_by%s) '
      'SELECT $2, $3, $4, $3, $4, $3%s FROM jsonb_populate_record(NULL::app.customer, $1)', columns, columns)
    USING v, customer, me, now_;
  EXCEPTION WHEN unique_violation THEN -- a number that stands, or somebody registered it in this moment
    PERFORM srv.count_probe(me);
    RETURN srv.answer(request, me, 'register_customer', jsonb_build_object('customer', customer), 'REGISTERED_ALREADY', NULL);
  END;
  UPDATE app.customer c SET status = 'active' WHERE c.id = customer AND c.status = 'pending';
  RETURN srv.answer(request, me, 'register_customer', jsonb_build_object('customer', customer), NULL, jsonb_build_object('owner', me));
END $$;

-- Whether I may show somebody a customer of this owner. Seeing it is not enough: finance sees all of them.
CREATE FUNCTION srv.shows(owner_ integer, me integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(app.may('admin') OR owner_ = me OR app.may('quote.approve') AND owner_ = ANY(app.my_owners()), false)
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

-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People and their logins: asked for by an administrator of the company, or by whoever installs the server.

CREATE FUNCTION srv.require_administrator() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_now();
  IF NOT app.may('admin') AND NOT (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = session_user) THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "admin"}');
  END IF;
END $$;

-- A new person with the next number; roles: [{"role": "sales", "scope": "own"}, …]. Answers the number.
CREATE FUNCTION srv.add_person(v jsonb, roles jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  uid integer;
  columns text;
  unknown text;
  one jsonb;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  PERFORM srv.require_administrator();
  SELECT k INTO unknown FROM jsonb_object_keys(v) k
  WHERE k <> 'login' AND NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = 'person' AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', 'person', 'column', left(unknown, 60)));
  END IF;
  LOCK TABLE app.person IN SHARE ROW EXCLUSIVE MODE;
  SELECT coalesce(max(p.id), 0) + 1 INTO uid FROM app.person p;
  SELECT string_agg(format(', %I', k), '') INTO columns FROM jsonb_object_keys(v) k;
  BEGIN
    EXECUTE format('INSERT INTO app.person (id, owner, active, created_at, changed_at%s) SELECT $2, $2, true, $3, $3%s '
      'FROM jsonb_populate_record(NULL::app.person, $1)', columns, columns) USING v, uid, now_;
  EXCEPTION WHEN unique_violation THEN
    PERFORM sync.refuse('LOGIN_TAKEN', jsonb_build_object('login', v -> 'login'));
  END;
  FOR one IN SELECT value FROM jsonb_array_elements(roles) LOOP
    INSERT INTO app.person_role (id, owner, person, role, scope, created_at, changed_at)
    VALUES (gen_random_uuid(), uid, uid, one ->> 'role', coalesce(one ->> 'scope', 'own'), now_, now_);
  END LOOP;
  PERFORM sync.wake_readers();
  RETURN uid;
END $$;

-- Gives a person a login. verifier: what PostgreSQL stores for SCRAM, so that no password travels here or into a log.
CREATE FUNCTION srv.set_login(uid integer, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
SET client_min_messages = 'warning' AS $$
DECLARE
  login text := 'u' || set_login.uid;
BEGIN
  PERFORM srv.require_administrator();
  IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    PERFORM sync.refuse('PASSWORD_FORM');
  ELSIF NOT srv.is_active(set_login.uid) THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login) THEN
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT 4', login, verifier);
  ELSE
    EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT PASSWORD %L CONNECTION LIMIT 4', login, verifier);
  END IF;
  EXECUTE format('GRANT cd_user TO %I', login);
  EXECUTE format('ALTER ROLE %I INHERIT', login);
  PERFORM sync.note_act('password', set_login.uid::text, '{}');
END $$;

CREATE FUNCTION srv.is_active(uid integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT u.active FROM app.usr u WHERE u.uid = is_active.uid), false)
$$;

-- Ends somebody's access in one act: no rows at once, no new session, the open ones ended, the copies revoked.
CREATE FUNCTION srv.disable_person(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
BEGIN
  PERFORM srv.require_administrator();
  IF disable_person.uid = app.me() THEN
    PERFORM sync.refuse('NOT_YOURSELF');
  ELSIF NOT srv.is_active(disable_person.uid) THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  UPDATE app.person p SET active = false, changed_by = coalesce(app.me(), 0) WHERE p.id = disable_person.uid;
  UPDATE sync.device d SET revoked = true WHERE d.uid = disable_person.uid;
  DELETE FROM app.grant_ g WHERE g.uid = disable_person.uid;
  PERFORM srv.close_login(disable_person.uid);
  PERFORM sync.wake_readers();
END $$;

CREATE FUNCTION srv.close_login(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  login text := 'u' || close_login.uid;
BEGIN
  PERFORM srv.require_administrator();
  IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login) THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.usename = login AND a.pid <> pg_backend_pid();
  END IF;
END $$;

CREATE FUNCTION srv.enable_person(uid integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
BEGIN
  PERFORM srv.require_administrator();
  UPDATE app.person p SET active = true, changed_by = coalesce(app.me(), 0) WHERE p.id = enable_person.uid AND NOT p.deleted;
  IF NOT FOUND THEN
    PERFORM sync.refuse('RECEIVER_UNKNOWN');
  END IF;
  PERFORM sync.wake_readers(); -- the login opens again with a new password
END $$;

-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- People, roles, teams and regions as an administrator keeps them. Small numbers come from here, one after the other.

-- The number of the administrator who asks, 0 for whoever installs the server.
CREATE FUNCTION srv.administrator() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM srv.require_administrator();
  RETURN coalesce(app.me(), 0);
END $$;

-- A company keeps somebody who can administer it, whichever way a role or a person is changed. One at a time and read after
-- the wait, as people_changed: of two administrators who drop each other's role at once, the second is refused.
CREATE FUNCTION srv.keep_administrator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'person' THEN
    IF NOT EXISTS (SELECT FROM app.person_role r WHERE r.person = NEW.id AND r.role = 'administrator' AND NOT r.deleted) THEN
      RETURN NULL; -- was none
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(7308, 0);
  IF NOT EXISTS (SELECT FROM app.person p JOIN app.person_role r ON r.person = p.id
                 WHERE r.role = 'administrator' AND NOT r.deleted AND p.active AND NOT p.deleted) THEN
    PERFORM sync.refuse('LAST_ADMINISTRATOR');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER administrator_left AFTER UPDATE ON app.person_role FOR EACH ROW
  WHEN (OLD.role = 'administrator' AND NOT OLD.deleted AND (NEW.deleted OR NEW.role <> OLD.role OR NEW.person <> OLD.person))
  EXECUTE FUNCTION srv.keep_administrator();

CREATE TRIGGER administrator_left AFTER UPDATE ON app.person FOR EACH ROW
  WHEN (OLD.active AND NOT OLD.deleted AND (NEW.deleted OR NOT NEW.active))
  EXECUTE FUNCTION srv.keep_administrator();

-- What such an act may write: an object of columns a client may write, but for those with an act of their own.
CREATE FUNCTION srv.check_columns(tbl_ text, v jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unknown text;
BEGIN
  IF jsonb_typeof(v) IS DISTINCT FROM 'object' THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
  END IF;
  SELECT k INTO unknown FROM jsonb_object_keys(v) k
  WHERE k IN ('deleted', 'custom') OR NOT EXISTS (SELECT FROM sync.col c WHERE c.tbl = tbl_ AND c.col = k) LIMIT 1;
  IF FOUND THEN
    PERFORM sync.refuse('ACT_ONLY', jsonb_build_object('table', tbl_, 'column', left(unknown, 60)));
  ELSIF v ? 'name' AND trim(coalesce(v ->> 'name', '')) = '' OR v ? 'code' AND trim(coalesce(v ->> 'code', '')) = '' THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "name"}');
  END IF;
END $$;

-- Whether a team or region that people and teams name is there.
CREATE FUNCTION srv.check_places(v jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF v ->> 'team' IS NOT NULL AND NOT EXISTS (SELECT FROM app.team t WHERE t.id::text = v ->> 'team' AND NOT t.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "team"}');
  ELSIF v ->> 'region' IS NOT NULL
    AND NOT EXISTS (SELECT FROM app.region r WHERE r.id::text = v ->> 'region' AND NOT r.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "region"}');
  ELSIF v ->> 'boss' IS NOT NULL
    AND NOT EXISTS (SELECT FROM app.person p WHERE p.id::text = v ->> 'boss' AND p.active AND NOT p.deleted) THEN
    PERFORM sync.refuse('REFERENCE_UNKNOWN', '{"table": "person"}');
  END IF;
END $$;

-- Adds a row under the next small number, or changes one; answers its number, null when there is no such row.
CREATE FUNCTION srv.put_small(tbl_ text, key integer, v jsonb, me integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  columns text;
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  answer integer;
BEGIN
  SELECT string_agg(format('%I, ', k), '') INTO columns FROM jsonb_object_keys(v) k;
  IF key IS NULL THEN
    EXECUTE format('LOCK TABLE app.%I IN SHARE ROW EXCLUSIVE MODE', tbl_);
    EXECUTE format('INSERT INTO app.%I (%sid, owner, created_at, created_by, changed_at, changed_by) '
      'SELECT %s(SELECT coalesce(max(t.id), 0) + 1 FROM app.%I t), $2, $3, $2, $3, $2 '
      'FROM jsonb_populate_record(NULL::app.%I, $1) RETURNING id', tbl_, columns, columns, tbl_, tbl_)
    INTO answer USING v, me, now_;
  ELSE
    -- the row itself is the base, so that each value is read as its column's type
    EXECUTE format('UPDATE app.%I t SET (%schanged_at, changed_by) = (SELECT %s$2, $3 FROM '
      'jsonb_populate_record(t, $1)) WHERE t.id = $4 AND NOT t.deleted RETURNING t.id', tbl_, columns, columns)
    INTO answer USING v, now_, me, key;
  END IF;
  RETURN answer;
EXCEPTION
  WHEN unique_violation THEN
    PERFORM sync.refuse('DUPLICATE', jsonb_build_object('table', tbl_));
  WHEN data_exception OR not_null_violation OR check_violation THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
END $$;

-- Name, title, place, level and limit of a person; login and whether somebody is active have acts of their own.
CREATE FUNCTION srv.change_person(request uuid, uid integer, v jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('person', uid, 'v', v);
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  PERFORM srv.check_columns('person', v), srv.check_places(v);
  IF v ? 'quote_level' AND coalesce(v ->> 'quote_level', '') !~ '^[1-4]$' THEN
    RETURN srv.answer(request, me, 'change_person', args, 'PERSON_LEVEL', NULL);
  ELSIF v ? 'approval_limit' AND coalesce(v ->> 'approval_limit', '') !~ '^[0-9]{1,18}$' THEN
    RETURN srv.answer(request, me, 'change_person', args, 'PERSON_LIMIT', NULL);
  ELSIF uid IS NULL OR srv.put_small('person', uid, v, me) IS NULL THEN
    RETURN srv.answer(request, me, 'change_person', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  RETURN srv.answer(request, me, 'change_person', args, NULL, jsonb_build_object('person', uid));
END $$;

-- Makes these the roles of a person, and no others: [{"role": "sales", "scope": "own"}, …].
CREATE FUNCTION srv.set_roles(request uuid, uid integer, roles jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('person', uid, 'roles', roles);
  now_ bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  ELSIF jsonb_typeof(roles) IS DISTINCT FROM 'array' OR EXISTS (
    SELECT FROM jsonb_array_elements(roles) x WHERE jsonb_typeof(x.value) <> 'object'
      OR NOT EXISTS (SELECT FROM srv.role_names() n WHERE n = x.value ->> 'role')
      OR coalesce(x.value ->> 'scope', 'own') NOT IN ('own', 'team', 'region', 'all')) THEN
    PERFORM sync.refuse('VALUE_INVALID', '{"column": "role"}');
  END IF;
  PERFORM FROM app.person p WHERE p.id = uid AND NOT p.deleted FOR UPDATE; -- two who set the roles of one at once
  IF NOT FOUND THEN
    RETURN srv.answer(request, me, 'set_roles', args, 'RECEIVER_UNKNOWN', NULL);
  END IF;
  -- first what is new: somebody who stays an administrator is one all the time
  INSERT INTO app.person_role (id, owner, person, role, scope, created_at, created_by, changed_at, changed_by)
  SELECT gen_random_uuid(), uid, uid, w.role, w.scope, now_, me, now_, me
  FROM (SELECT DISTINCT x.value ->> 'role' AS role, coalesce(x.value ->> 'scope', 'own') AS scope
        FROM jsonb_array_elements(roles) x) w
  WHERE NOT EXISTS (SELECT FROM app.person_role r WHERE r.person = uid AND NOT r.deleted AND r.role = w.role AND r.scope = w.scope);
  UPDATE app.person_role r SET deleted = true, changed_at = now_, changed_by = me
  WHERE r.person = uid AND NOT r.deleted AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(roles) x WHERE x.value ->> 'role' = r.role AND coalesce(x.value ->> 'scope', 'own') = r.scope);
  RETURN srv.answer(request, me, 'set_roles', args, NULL, jsonb_build_object('person', uid));
END $$;

-- The roles there are: those that bring a right, and the one that brings none.
CREATE FUNCTION srv.role_names() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT r.role FROM sync.role_right r UNION SELECT 'viewer'
$$;

-- How many active people and open teams are still at a place.
CREATE FUNCTION srv.used_by(tbl_ text, key integer) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (SELECT count(*) FROM app.person p WHERE p.active AND NOT p.deleted
            AND CASE tbl_ WHEN 'team' THEN p.team ELSE p.region END = key)
    + (SELECT count(*) FROM app.team t WHERE tbl_ = 'region' AND t.region = key AND NOT t.closed AND NOT t.deleted)
$$;

-- The four acts below, in one: key null adds.
CREATE FUNCTION srv.put_place(request uuid, kind_ text, tbl_ text, key integer, v jsonb, needed text[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me integer := srv.administrator();
  known jsonb := srv.answered(request, me);
  args jsonb := jsonb_build_object('id', key, 'v', v);
  put integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  PERFORM srv.check_columns(tbl_, v), srv.check_places(v);
  IF NOT v ?& needed THEN
    PERFORM sync.refuse('VALUE_INVALID', jsonb_build_object('table', tbl_));
  END IF;
  IF key IS NOT NULL AND v ->> 'closed' = 'true' THEN
    PERFORM pg_advisory_xact_lock(7308, 0); -- people move by the same lock
    IF srv.used_by(tbl_, key) > 0 THEN
      RETURN srv.answer(request, me, kind_, args, 'PLACE_IN_USE', jsonb_build_object('count', srv.used_by(tbl_, key)));
    END IF;
  END IF;
  put := srv.put_small(tbl_, key, v, me);
  IF put IS NULL THEN
    RETURN srv.answer(request, me, kind_, args, 'REFERENCE_UNKNOWN', NULL);
  END IF;
  RETURN srv.answer(request, me, kind_, args, NULL, jsonb_build_object('id', put));
END $$;

CREATE FUNCTION srv.add_team(request uuid, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'add_team', 'team', NULL, v, ARRAY['name'])
$$;

CREATE FUNCTION srv.change_team(request uuid, team integer, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'change_team', 'team', coalesce(team, 0), v, '{}')
$$;

CREATE FUNCTION srv.add_region(request uuid, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'add_region', 'region', NULL, v, ARRAY['code', 'name'])
$$;

CREATE FUNCTION srv.change_region(request uuid, region integer, v jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
  SELECT srv.put_place(request, 'change_region', 'region', coalesce(region, 0), v, '{}')
$$;

-- Many registrations in one call, for somebody who brings a file of customers along:
-- [{"request": "…", "customer": "…", "v": {"name": "…"}}, …]. One that is refused stops no other; the answers come in the
-- same order, each as srv.register_customer gives it, or {"status": "refused", "code": …, "detail": …}.
CREATE FUNCTION srv.register_customers(requests jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
DECLARE
  me integer := sync.must_be_somebody();
  one jsonb;
  answers jsonb[] := '{}';
  state text;
  code text;
  detail text;
BEGIN
  IF NOT app.may('customer.edit') THEN
    PERFORM sync.refuse('PERMISSION', '{"right": "customer.edit"}');
  ELSIF pg_column_size(requests) > 16 * 1024 * 1024 OR jsonb_typeof(requests) IS DISTINCT FROM 'array'
    OR jsonb_array_length(requests) > 500 THEN
    PERFORM sync.refuse('BATCH_SIZE');
  END IF;
  FOR one IN SELECT value FROM jsonb_array_elements(requests) LOOP
    BEGIN
      answers := answers || srv.register_customer((one ->> 'request')::uuid, (one ->> 'customer')::uuid, one -> 'v');
    EXCEPTION
      WHEN deadlock_detected OR serialization_failure OR lock_not_available OR query_canceled OR admin_shutdown THEN
        RAISE; -- all of it is asked again
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, code = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
        answers := answers || jsonb_build_object('status', 'refused',
          'code', CASE WHEN state = 'CD001' THEN code ELSE 'VALUE_INVALID' END,
          'result', NULL, 'detail', CASE WHEN state = 'CD001' THEN detail::jsonb ELSE '{}' END);
    END;
  END LOOP;
  RETURN to_jsonb(answers);
END $$;

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

-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The permission check-up: who may more than needed, or still, though nobody needs it any more.

-- Of each login whether it may sign in, and whether its password is kept as SCRAM. Nothing else of pg_authid gets out.
CREATE FUNCTION sync.login_states() RETURNS TABLE (login name, may_sign_in boolean, scram boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT a.rolname, a.rolcanlogin, coalesce(a.rolpassword LIKE 'SCRAM-SHA-256$%', false) FROM pg_authid a WHERE a.rolname ~ '^u[0-9]+$'
$$;

-- Everything found, with the points that each costs.
CREATE FUNCTION srv.checkup_findings() RETURNS TABLE (code text, uid integer, detail jsonb, points integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH seen AS (
    SELECT d.uid, max(d.last_seen) AS at FROM sync.device d GROUP BY d.uid
  ), logins AS (
    SELECT u.uid, s.may_sign_in, s.scram FROM app.usr u JOIN sync.login_states() s ON s.login = u.login
  )
  -- Only leading and the books need everybody's customers.
  SELECT 'CHECKUP_WIDE_ROLE', r.person, jsonb_build_object('role', r.role), 5
  FROM app.person_role r JOIN app.usr u ON u.uid = r.person AND u.active
  WHERE r.scope = 'all' AND NOT r.deleted AND r.role NOT IN ('sales_manager', 'finance')
    AND NOT EXISTS (SELECT FROM app.person_role o WHERE o.person = r.person AND NOT o.deleted AND o.scope = 'all'
                    AND o.role IN ('sales_manager', 'finance'))
  UNION ALL
  SELECT 'CHECKUP_DORMANT', u.uid, jsonb_build_object('days', floor(extract(epoch FROM now() - s.at) / 86400)::integer),
    CASE WHEN s.at < now() - interval '90 days' THEN 5 ELSE 2 END
  FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in JOIN seen s ON s.uid = u.uid
  WHERE u.active AND s.at < now() - interval '30 days'
  UNION ALL
  SELECT 'CHECKUP_NEVER_USED', u.uid, '{}', 3
  FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in JOIN app.person p ON p.id = u.uid
  WHERE u.active AND NOT EXISTS (SELECT FROM seen s WHERE s.uid = u.uid)
    AND p.created_at < (extract(epoch FROM now() - interval '7 days') * 1000)::bigint
  UNION ALL
  SELECT 'CHECKUP_SOLE_ADMINISTRATOR', min(u.uid), '{}', 10 FROM app.usr u WHERE u.active AND 'admin' = ANY(u.rights) HAVING count(*) = 1
  UNION ALL
  SELECT 'CHECKUP_NO_ADMINISTRATOR', 0, '{}', 30 FROM app.usr u WHERE u.active AND 'admin' = ANY(u.rights) HAVING count(*) = 0
  UNION ALL
  SELECT 'CHECKUP_EXPORTER', u.uid, '{}', 1 FROM app.usr u WHERE u.active AND 'export.large' = ANY(u.rights)
  UNION ALL
  SELECT 'CHECKUP_LEAVER_OWNS', u.uid, jsonb_build_object('customers', count(*)), 5
  FROM app.usr u JOIN app.customer c ON c.owner = u.uid AND NOT c.deleted WHERE NOT u.active GROUP BY u.uid
  UNION ALL
  SELECT 'CHECKUP_LEAVER_LOGIN', u.uid, '{}', 20 FROM app.usr u JOIN logins l ON l.uid = u.uid AND l.may_sign_in WHERE NOT u.active
  UNION ALL
  SELECT 'CHECKUP_NO_SCRAM', l.uid, '{}', 20 FROM logins l WHERE l.may_sign_in AND NOT l.scram
  UNION ALL
  SELECT 'CHECKUP_LEAVER_DEVICE', u.uid, jsonb_build_object('device', d.id, 'host', d.host, 'code', d.code), 10
  FROM app.usr u JOIN sync.device d ON d.uid = u.uid AND NOT d.revoked WHERE NOT u.active
  UNION ALL
  SELECT 'CHECKUP_LONG_GRANT', g.uid, jsonb_build_object('customer', g.root_id, 'title', c.name, 'by', g.by_uid,
    'days', ceil(extract(epoch FROM g.until - now()) / 86400)::integer), 2
  FROM app.grant_ g JOIN app.customer c ON c.id = g.root_id WHERE g.until > now() + interval '30 days'
$$;

-- Looks, and keeps the score: 100 less the points of all findings, of one kind at most 30, never below 0.
CREATE FUNCTION srv.checkup() RETURNS TABLE (code text, uid integer, person text, detail jsonb, points integer, score integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET cd.device = '' SET cd.batch = '' AS $$
#variable_conflict use_column
DECLARE
  me integer := srv.administrator();
  found_ jsonb;
  left_ integer;
BEGIN
  SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') INTO found_ FROM srv.checkup_findings() f;
  SELECT greatest(0, 100 - coalesce(sum(least(k.points, 30)), 0))::integer INTO left_
  FROM (SELECT sum((f ->> 'points')::integer) AS points FROM jsonb_array_elements(found_) f GROUP BY f ->> 'code') k;
  INSERT INTO sync.checkup (score, findings, uid) VALUES (left_, jsonb_array_length(found_), me);
  RETURN QUERY SELECT f ->> 'code', (f ->> 'uid')::integer, p.name, f -> 'detail', (f ->> 'points')::integer, left_
    FROM jsonb_array_elements(found_) f LEFT JOIN app.person p ON p.id = (f ->> 'uid')::integer
    ORDER BY (f ->> 'points')::integer DESC, f ->> 'code', (f ->> 'uid')::integer;
END $$;

-- The scores of the check-ups so far, the newest first.
CREATE FUNCTION srv.checkup_scores(n integer) RETURNS TABLE (ts bigint, score integer, findings integer, uid integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM srv.require_administrator();
  RETURN QUERY SELECT (extract(epoch FROM c.ts) * 1000)::bigint, c.score, c.findings, c.uid FROM sync.checkup c
    ORDER BY c.ts DESC LIMIT least(greatest(coalesce(checkup_scores.n, 100), 1), 1000);
END $$;

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

SELECT sync.make_partitions();

-- SPDX-FileCopyrightText: The Chengdan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who owns each function and who may call it. Last, over everything that stands: a function that is named nowhere here
-- belongs to cd_owner and is called by nobody. Runs again after every change of the server, and on a copy of its database,
-- which does not bring along who may connect.
DO $$
DECLARE
  f record;
  doors constant text[] := ARRAY['hello', 'pull_begin', 'feed', 'cursor_known', 'digest', 'revs', 'push', 'push_group', 'push_op',
    'push_insert', 'push_update'];
  historians constant text[] := ARRAY['note', 'seal_up', 'broken_seals', 'block_hash', 'history_bytes', 'make_partitions', 'never',
    'mark_of', 'note_act', 'note_access', 'note_device', 'first_broken', 'chain_state', 'seal_hash', 'seal_sometimes',
    'must_be_ahead'];
  administrators constant text[] := ARRAY['set_login', 'close_login', 'end_idle_writers', 'login_states'];
  for_people constant text[] := ARRAY['hello', 'pull_begin', 'feed', 'cursor_known', 'digest', 'revs', 'push', 'seal_hash'];
  acts constant text[] := ARRAY['claim', 'transfer', 'register_customer', 'grant_access', 'revoke_access', 'add_person', 'set_login',
    'disable_person', 'enable_person', 'change_person', 'set_roles', 'add_team', 'change_team', 'add_region', 'change_region',
    'register_customers', 'audit', 'devices', 'revoke_device', 'verify_seals', 'checkup', 'checkup_scores'];
  owner_ text;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name, n.nspname AS place, p.proname AS short FROM pg_proc p
           JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'sync', 'srv') LOOP
    owner_ := CASE
      WHEN f.place = 'sync' AND (f.short = ANY(doors) OR f.short ~ '^(fetch|load|root)_') THEN 'cd_door'
      WHEN f.place = 'sync' AND f.short = ANY(historians) THEN 'cd_hist'
      WHEN f.short = ANY(administrators) THEN 'cd_admin'
      ELSE 'cd_owner' END;
    EXECUTE format('ALTER FUNCTION %s OWNER TO %I', f.name, owner_);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC, cd_user', f.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_owner, cd_door, cd_hist, cd_admin', f.name);
    IF f.place = 'sync' AND (f.short = ANY(for_people) OR f.short ~ '^(fetch|load|root)_') OR f.place = 'srv' AND f.short = ANY(acts) THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_user', f.name);
    END IF;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA app, sync, srv FROM cd_door, cd_admin;

REVOKE CREATE ON SCHEMA app, srv FROM cd_hist;

-- in sync it makes the partitions of history
GRANT USAGE ON SCHEMA srv TO cd_door, cd_admin;

GRANT SELECT ON ALL TABLES IN SCHEMA app TO cd_door;

REVOKE ALL ON app.usr, app.scope, app.grant_ FROM cd_door;

GRANT SELECT ON sync.meta, sync.tbl, sync.col, sync.history TO cd_door;

GRANT SELECT, INSERT, UPDATE ON sync.device TO cd_door;

GRANT SELECT ON sync.history TO cd_owner;

GRANT SELECT ON sync.tbl TO cd_hist;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT tbl FROM sync.tbl WHERE edit <> 'act' LOOP
    EXECUTE format('GRANT INSERT, UPDATE ON app.%I TO cd_door', t.tbl);
  END LOOP;
END $$;

ALTER TABLE app.usr ENABLE ROW LEVEL SECURITY;

-- with no policy: only their owner reads these three
ALTER TABLE app.scope ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.grant_ ENABLE ROW LEVEL SECURITY;

ALTER TABLE sync.history ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS seen ON sync.history;

DROP POLICY IF EXISTS all_ ON sync.history;

CREATE POLICY seen ON sync.history FOR SELECT TO cd_door USING (
  tbl <> ALL((SELECT app.hidden_tables())::text[]) AND (
    owner_new = ANY((SELECT app.my_owners())::integer[])
    OR owner_old = ANY((SELECT app.my_owners())::integer[])
    OR root_id = ANY((SELECT app.my_grants())::uuid[])
    OR tbl = ANY((SELECT app.common_tables())::text[])
    OR tbl = 'customer' AND (owner_new = 0 OR owner_old = 0) AND (SELECT app.may('customer.edit'))));

CREATE POLICY all_ ON sync.history FOR SELECT TO cd_owner USING (true);

-- What every login could otherwise do on a stock server.
DO $$
DECLARE
  f record;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cd_user', current_database());
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND (p.proname ~ '^(lo_|pg_advisory_|pg_try_advisory_|pg_stat_get_|pg_logical_|pg_replication_|pg_control_)'
             OR p.proname IN ('loread', 'lowrite', 'pg_database_size', 'pg_relation_size', 'pg_table_size', 'pg_indexes_size',
               'pg_total_relation_size', 'pg_tablespace_size', 'pg_lock_status', 'pg_blocking_pids',
               'pg_safe_snapshot_blocking_pids', 'pg_isolation_test_session_is_blocked', 'pg_export_snapshot')) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.name);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND p.proname IN ('pg_advisory_xact_lock', 'pg_try_advisory_xact_lock', 'pg_control_system', 'pg_control_checkpoint') LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_owner, cd_door, cd_hist', f.name);
  END LOOP;
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'pg_catalog' AND p.proname ~ '^pg_stat_get_' LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cd_admin', f.name);
  END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;

GRANT USAGE ON LANGUAGE plpgsql TO cd_owner, cd_door, cd_hist, cd_admin;

GRANT pg_read_all_stats TO cd_admin;

REVOKE SELECT ON pg_stat_activity, pg_locks, pg_stat_all_tables, pg_stat_user_tables, pg_stat_sys_tables, pg_stat_xact_all_tables,
  pg_stat_xact_user_tables, pg_stat_xact_sys_tables, pg_stat_all_indexes, pg_stat_user_indexes, pg_statio_all_tables,
  pg_statio_user_tables, pg_stat_database, pg_roles, pg_user, pg_group FROM PUBLIC;

GRANT SELECT ON pg_stat_activity, pg_roles TO cd_admin, cd_owner;

GRANT SELECT (rolname, rolcanlogin, rolpassword) ON pg_authid TO cd_admin;
