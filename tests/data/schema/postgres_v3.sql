CREATE SCHEMA app;

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

CREATE TABLE app."attachment" (
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
  "kind" text NOT NULL DEFAULT '',
  "record" uuid NOT NULL,
  "name" text NOT NULL DEFAULT '',
  "media_type" text NOT NULL DEFAULT '',
  "bytes" bigint NOT NULL DEFAULT 0,
  "sha256" text NOT NULL DEFAULT '',
  "note" text NOT NULL DEFAULT ''
);

CREATE INDEX "attachment_owner_id" ON app."attachment"(owner, id);

CREATE INDEX "attachment_root_id" ON app."attachment"(root_id);

CREATE INDEX "attachment_customer" ON app."attachment"("customer");

CREATE INDEX "attachment_record" ON app."attachment"("record");

CREATE INDEX "attachment_sha256" ON app."attachment"("sha256");

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

ALTER TABLE app."attachment" ADD CONSTRAINT "attachment_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED;
