CREATE TABLE _m (one INTEGER PRIMARY KEY CHECK (one = 1), grp INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL DEFAULT 0, cursor TEXT, epoch TEXT, device TEXT, batch INTEGER NOT NULL DEFAULT 0, last_contact INTEGER, seal TEXT);

INSERT INTO _m(one) VALUES (1);

CREATE TABLE _busy (one INTEGER PRIMARY KEY CHECK (one = 1), busy INTEGER NOT NULL DEFAULT 0);

INSERT INTO _busy(one) VALUES (1);

CREATE TABLE _op (n INTEGER PRIMARY KEY, grp INTEGER NOT NULL, tbl INTEGER NOT NULL, rid INTEGER NOT NULL, kind INTEGER NOT NULL, base_rev INTEGER NOT NULL, cols INTEGER, old TEXT, state INTEGER NOT NULL DEFAULT 0, batch INTEGER, made_at INTEGER NOT NULL);

CREATE TABLE _batch (no INTEGER PRIMARY KEY, payload BLOB NOT NULL);

CREATE TABLE _acked (n INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, row_id BLOB NOT NULL, payload BLOB, acked_at INTEGER NOT NULL);

CREATE TABLE _tray (n INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, row_id BLOB NOT NULL, payload BLOB NOT NULL, reason TEXT NOT NULL, made_at INTEGER NOT NULL);

CREATE TABLE _request (id BLOB PRIMARY KEY, kind TEXT NOT NULL, args TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, made_at INTEGER NOT NULL);

CREATE TABLE _scope (kind TEXT NOT NULL, k TEXT NOT NULL, PRIMARY KEY (kind, k));

CREATE TABLE _load (tbl INTEGER NOT NULL, owner INTEGER NOT NULL, last BLOB, done INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tbl, owner));

CREATE TABLE _draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at INTEGER NOT NULL);

CREATE TABLE _ui (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE _number (series TEXT PRIMARY KEY, last INTEGER NOT NULL);

CREATE TABLE region (
  rid INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  closed INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX region_code ON region(code);

CREATE TABLE team (
  rid INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  name TEXT NOT NULL DEFAULT '',
  boss INTEGER,
  region INTEGER,
  closed INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX team_boss ON team(boss);

CREATE INDEX team_region ON team(region);

CREATE TABLE person (
  rid INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  login TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  team INTEGER,
  region INTEGER,
  active INTEGER NOT NULL DEFAULT 0,
  quote_level INTEGER NOT NULL DEFAULT 0,
  approval_limit INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX person_login ON person(login);

CREATE INDEX person_team ON person(team);

CREATE INDEX person_region ON person(region);

CREATE TABLE person_role (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  person INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT 'sales' CHECK (role IN ('sales', 'sales_manager', 'costing', 'finance', 'administrator', 'viewer')),
  scope TEXT NOT NULL DEFAULT 'own' CHECK (scope IN ('own', 'team', 'region', 'all'))
);

CREATE INDEX person_role_person ON person_role(person);

CREATE TABLE company_setting (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  key TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT ''
);

CREATE INDEX company_setting_key ON company_setting(key);

CREATE TABLE saved_view (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  page TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '{}',
  shared INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX saved_view_page ON saved_view(page);

CREATE TABLE field_definition (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  record TEXT NOT NULL DEFAULT '',
  key TEXT NOT NULL DEFAULT '',
  label_zh TEXT NOT NULL DEFAULT '',
  label_en TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'number', 'money', 'date', 'choice', 'yes_no')),
  choices TEXT NOT NULL DEFAULT '',
  required INTEGER NOT NULL DEFAULT 0,
  searchable INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 0,
  hint TEXT NOT NULL DEFAULT ''
);

CREATE INDEX field_definition_record ON field_definition(record);

CREATE TABLE audit_entry (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  at INTEGER NOT NULL DEFAULT 0,
  person INTEGER NOT NULL DEFAULT 0,
  act TEXT NOT NULL DEFAULT 'sign_in' CHECK (act IN ('sign_in', 'sign_in_refused', 'password', 'rights', 'settings', 'price', 'deletion', 'transfer', 'export')),
  record_table TEXT NOT NULL DEFAULT '',
  record TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  old_values TEXT NOT NULL DEFAULT '{}',
  new_values TEXT NOT NULL DEFAULT '{}',
  device TEXT NOT NULL DEFAULT '',
  device_at INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX audit_entry_at ON audit_entry(at);

CREATE INDEX audit_entry_person ON audit_entry(person);

CREATE INDEX audit_entry_record ON audit_entry(record);

CREATE TABLE customer (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  name TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  short_name TEXT NOT NULL DEFAULT '',
  mnemonic TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  credit_code TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'company' CHECK (kind IN ('company', 'consumer')),
  grade TEXT NOT NULL DEFAULT 'A' CHECK (grade IN ('A', 'B', 'C', 'D')),
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'active', 'pool', 'inactive')),
  industry TEXT NOT NULL DEFAULT '',
  region INTEGER,
  province TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  payment_terms TEXT NOT NULL DEFAULT '',
  invoice_title TEXT NOT NULL DEFAULT '',
  bank_name TEXT NOT NULL DEFAULT '',
  bank_account TEXT NOT NULL DEFAULT '',
  invoice_address TEXT NOT NULL DEFAULT '',
  invoice_phone TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT ''
);

CREATE INDEX customer_owner ON customer(owner);

CREATE INDEX customer_root_id ON customer(root_id);

CREATE INDEX customer_name ON customer(name);

CREATE INDEX customer_number ON customer(number);

CREATE INDEX customer_mnemonic ON customer(mnemonic);

CREATE INDEX customer_name_key ON customer(name_key);

CREATE INDEX customer_credit_code ON customer(credit_code);

CREATE INDEX customer_grade ON customer(grade);

CREATE INDEX customer_status ON customer(status);

CREATE INDEX customer_industry ON customer(industry);

CREATE INDEX customer_region ON customer(region);

CREATE INDEX customer_phone ON customer(phone);

CREATE TABLE contact (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  customer BLOB NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  mobile TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  wechat TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT 'unknown' CHECK (role IN ('unknown', 'decider', 'buyer', 'technical', 'user', 'finance', 'influencer')),
  is_primary INTEGER NOT NULL DEFAULT 0,
  remark TEXT NOT NULL DEFAULT ''
);

CREATE INDEX contact_owner ON contact(owner);

CREATE INDEX contact_root_id ON contact(root_id);

CREATE INDEX contact_customer ON contact(customer);

CREATE INDEX contact_phone ON contact(phone);

CREATE INDEX contact_mobile ON contact(mobile);

CREATE TABLE uom (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  num INTEGER NOT NULL DEFAULT 0,
  den INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX uom_code ON uom(code);

CREATE TABLE supplier (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX supplier_owner ON supplier(owner);

CREATE INDEX supplier_root_id ON supplier(root_id);

CREATE INDEX supplier_code ON supplier(code);

CREATE TABLE work_center (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT ''
);

CREATE INDEX work_center_code ON work_center(code);

CREATE TABLE work_center_rate (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  work_center BLOB NOT NULL,
  machine_rate INTEGER NOT NULL DEFAULT 0,
  labor_rate INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT 'CNY',
  valid_from TEXT,
  valid_to TEXT
);

CREATE INDEX work_center_rate_owner ON work_center_rate(owner);

CREATE INDEX work_center_rate_root_id ON work_center_rate(root_id);

CREATE INDEX work_center_rate_work_center ON work_center_rate(work_center);

CREATE TABLE item (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  spec TEXT NOT NULL DEFAULT '',
  drawing_no TEXT NOT NULL DEFAULT '',
  drawing_rev TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'make' CHECK (kind IN ('make', 'buy', 'phantom', 'service', 'tool')),
  base_uom BLOB NOT NULL,
  item_group TEXT NOT NULL DEFAULT '',
  element TEXT NOT NULL DEFAULT 'MAT' CHECK (element IN ('MAT', 'LOSS', 'LAB', 'MAC', 'SET', 'OUT', 'TOOL', 'PACK', 'FRT', 'MOH', 'ADM', 'REC', 'OTH')),
  lot_policy TEXT NOT NULL DEFAULT 'order' CHECK (lot_policy IN ('order', 'standard')),
  costing_lot INTEGER NOT NULL DEFAULT 0,
  moq INTEGER NOT NULL DEFAULT 0,
  order_multiple INTEGER NOT NULL DEFAULT 0,
  sales_item INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX item_code ON item(code);

CREATE INDEX item_base_uom ON item(base_uom);

CREATE INDEX item_item_group ON item(item_group);

CREATE TABLE item_uom (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  item BLOB NOT NULL,
  uom BLOB NOT NULL,
  num INTEGER NOT NULL DEFAULT 0,
  den INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX item_uom_item ON item_uom(item);

CREATE INDEX item_uom_uom ON item_uom(uom);

CREATE TABLE item_cost (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  item BLOB NOT NULL,
  fixed_cost INTEGER,
  fixed_currency TEXT NOT NULL DEFAULT 'CNY',
  fixed_date TEXT,
  cost_source TEXT NOT NULL DEFAULT 'normal' CHECK (cost_source IN ('normal', 'fixed')),
  preferred_supplier BLOB
);

CREATE INDEX item_cost_owner ON item_cost(owner);

CREATE INDEX item_cost_root_id ON item_cost(root_id);

CREATE INDEX item_cost_item ON item_cost(item);

CREATE INDEX item_cost_preferred_supplier ON item_cost(preferred_supplier);

CREATE TABLE bom (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  item BLOB NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  revision TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'released', 'obsolete')),
  valid_from TEXT,
  valid_to TEXT,
  qty INTEGER NOT NULL DEFAULT 0,
  uom BLOB,
  yield INTEGER NOT NULL DEFAULT 0,
  ecn_no TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX bom_owner ON bom(owner);

CREATE INDEX bom_root_id ON bom(root_id);

CREATE INDEX bom_item ON bom(item);

CREATE INDEX bom_uom ON bom(uom);

CREATE TABLE bom_line (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  bom BLOB NOT NULL REFERENCES bom(id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL DEFAULT 0,
  type TEXT NOT NULL DEFAULT 'component' CHECK (type IN ('component', 'byproduct')),
  component BLOB NOT NULL,
  qty INTEGER NOT NULL DEFAULT 0,
  uom BLOB,
  fixed_qty INTEGER NOT NULL DEFAULT 0,
  scrap INTEGER NOT NULL DEFAULT 0,
  scrap_mode TEXT NOT NULL DEFAULT 'markup' CHECK (scrap_mode IN ('markup', 'loss')),
  explode INTEGER NOT NULL DEFAULT 0,
  supply TEXT NOT NULL DEFAULT 'own' CHECK (supply IN ('own', 'customer')),
  op_seq INTEGER,
  value_method TEXT NOT NULL DEFAULT 'credit' CHECK (value_method IN ('credit', 'share')),
  share INTEGER NOT NULL DEFAULT 0,
  credit_price INTEGER NOT NULL DEFAULT 0,
  alt_group TEXT NOT NULL DEFAULT '',
  alt_priority INTEGER NOT NULL DEFAULT 0,
  position TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX bom_line_owner ON bom_line(owner);

CREATE INDEX bom_line_root_id ON bom_line(root_id);

CREATE INDEX bom_line_bom ON bom_line(bom);

CREATE INDEX bom_line_component ON bom_line(component);

CREATE INDEX bom_line_uom ON bom_line(uom);

CREATE TABLE operation (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  bom BLOB NOT NULL REFERENCES bom(id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  work_center BLOB,
  setup_ms INTEGER NOT NULL DEFAULT 0,
  run_ms INTEGER NOT NULL DEFAULT 0,
  basis TEXT NOT NULL DEFAULT 'unit' CHECK (basis IN ('unit', 'cycle', 'batch', 'lot')),
  units_per_cycle INTEGER NOT NULL DEFAULT 0,
  cycle_rounding TEXT NOT NULL DEFAULT 'ceil' CHECK (cycle_rounding IN ('ceil', 'none')),
  efficiency INTEGER NOT NULL DEFAULT 0,
  crew INTEGER NOT NULL DEFAULT 0,
  yield INTEGER NOT NULL DEFAULT 0,
  piece_price INTEGER NOT NULL DEFAULT 0,
  outside_item BLOB,
  outside_qty INTEGER NOT NULL DEFAULT 0,
  outside_uom BLOB,
  min_charge INTEGER NOT NULL DEFAULT 0,
  setup_every INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX operation_owner ON operation(owner);

CREATE INDEX operation_root_id ON operation(root_id);

CREATE INDEX operation_bom ON operation(bom);

CREATE INDEX operation_work_center ON operation(work_center);

CREATE INDEX operation_outside_item ON operation(outside_item);

CREATE INDEX operation_outside_uom ON operation(outside_uom);

CREATE TABLE price_row (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  item BLOB NOT NULL,
  supplier BLOB,
  code TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT 'CNY',
  price INTEGER NOT NULL DEFAULT 0,
  price_per INTEGER NOT NULL DEFAULT 0,
  uom BLOB,
  min_qty INTEGER NOT NULL DEFAULT 0,
  tax_included INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL DEFAULT '',
  confirmed_by INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX price_row_owner ON price_row(owner);

CREATE INDEX price_row_root_id ON price_row(root_id);

CREATE INDEX price_row_item ON price_row(item);

CREATE INDEX price_row_supplier ON price_row(supplier);

CREATE INDEX price_row_uom ON price_row(uom);

CREATE INDEX price_row_confirmed_by ON price_row(confirmed_by);

CREATE TABLE fx_rate (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  from_currency TEXT NOT NULL DEFAULT 'CNY',
  to_currency TEXT NOT NULL DEFAULT 'CNY',
  on_date TEXT,
  rate INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT ''
);

CREATE TABLE overhead_rule (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  seq INTEGER NOT NULL DEFAULT 0,
  level TEXT NOT NULL DEFAULT 'each' CHECK (level IN ('each', 'top')),
  base TEXT NOT NULL DEFAULT '',
  pct INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL DEFAULT 0,
  target TEXT NOT NULL DEFAULT 'MAT' CHECK (target IN ('MAT', 'LOSS', 'LAB', 'MAC', 'SET', 'OUT', 'TOOL', 'PACK', 'FRT', 'MOH', 'ADM', 'REC', 'OTH')),
  scope TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'group', 'work_center')),
  scope_key TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT
);

CREATE INDEX overhead_rule_owner ON overhead_rule(owner);

CREATE INDEX overhead_rule_root_id ON overhead_rule(root_id);

CREATE INDEX overhead_rule_code ON overhead_rule(code);

CREATE TABLE tool (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  item BLOB NOT NULL,
  cost INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT 'CNY',
  prepaid INTEGER NOT NULL DEFAULT 0,
  amort_qty INTEGER NOT NULL DEFAULT 0,
  mode TEXT NOT NULL DEFAULT 'amortise' CHECK (mode IN ('amortise', 'separate_line', 'free')),
  shipped INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX tool_owner ON tool(owner);

CREATE INDEX tool_root_id ON tool(root_id);

CREATE INDEX tool_code ON tool(code);

CREATE INDEX tool_item ON tool(item);

CREATE TABLE stage (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  seq INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  name_en TEXT NOT NULL DEFAULT '',
  probability INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'open' CHECK (kind IN ('open', 'won', 'lost')),
  tone TEXT NOT NULL DEFAULT 'neutral' CHECK (tone IN ('neutral', 'info', 'accent', 'violet', 'warn', 'ok', 'danger')),
  limit_days INTEGER NOT NULL DEFAULT 0,
  goal TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX stage_code ON stage(code);

CREATE TABLE opportunity (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  name TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  customer BLOB NOT NULL,
  contact BLOB,
  stage BLOB NOT NULL,
  amount INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT 'CNY',
  probability INTEGER,
  expected_close TEXT,
  next_step TEXT NOT NULL DEFAULT '',
  next_on TEXT,
  opened_on TEXT,
  entered_stage_on TEXT,
  closed_on TEXT,
  source TEXT NOT NULL DEFAULT '',
  competitor TEXT NOT NULL DEFAULT '',
  loss_reason TEXT CHECK (loss_reason IN ('price', 'delivery', 'technology', 'payment', 'relationship', 'cancelled', 'no_reply', 'other')),
  loss_note TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT ''
);

CREATE INDEX opportunity_owner ON opportunity(owner);

CREATE INDEX opportunity_root_id ON opportunity(root_id);

CREATE INDEX opportunity_number ON opportunity(number);

CREATE INDEX opportunity_customer ON opportunity(customer);

CREATE INDEX opportunity_contact ON opportunity(contact);

CREATE INDEX opportunity_stage ON opportunity(stage);

CREATE INDEX opportunity_amount ON opportunity(amount);

CREATE INDEX opportunity_expected_close ON opportunity(expected_close);

CREATE INDEX opportunity_next_on ON opportunity(next_on);

CREATE INDEX opportunity_closed_on ON opportunity(closed_on);

CREATE TABLE stage_change (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  opportunity BLOB NOT NULL REFERENCES opportunity(id) DEFERRABLE INITIALLY DEFERRED,
  from_stage BLOB,
  to_stage BLOB NOT NULL,
  at INTEGER NOT NULL DEFAULT 0,
  by_person INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT ''
);

CREATE INDEX stage_change_owner ON stage_change(owner);

CREATE INDEX stage_change_root_id ON stage_change(root_id);

CREATE INDEX stage_change_opportunity ON stage_change(opportunity);

CREATE INDEX stage_change_from_stage ON stage_change(from_stage);

CREATE INDEX stage_change_to_stage ON stage_change(to_stage);

CREATE INDEX stage_change_at ON stage_change(at);

CREATE INDEX stage_change_by_person ON stage_change(by_person);

CREATE TABLE activity (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  customer BLOB NOT NULL,
  opportunity BLOB,
  contact BLOB,
  kind TEXT NOT NULL DEFAULT 'visit' CHECK (kind IN ('visit', 'demo', 'price_talk', 'after_sales', 'call', 'message', 'sample', 'other')),
  at INTEGER NOT NULL DEFAULT 0,
  by_person INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0,
  summary TEXT NOT NULL DEFAULT '',
  need_change TEXT NOT NULL DEFAULT '',
  objection TEXT NOT NULL DEFAULT '',
  competitor TEXT NOT NULL DEFAULT '',
  competitor_price INTEGER,
  next_step TEXT NOT NULL DEFAULT '',
  next_on TEXT
);

CREATE INDEX activity_owner ON activity(owner);

CREATE INDEX activity_root_id ON activity(root_id);

CREATE INDEX activity_customer ON activity(customer);

CREATE INDEX activity_opportunity ON activity(opportunity);

CREATE INDEX activity_contact ON activity(contact);

CREATE INDEX activity_kind ON activity(kind);

CREATE INDEX activity_at ON activity(at);

CREATE INDEX activity_by_person ON activity(by_person);

CREATE INDEX activity_next_on ON activity(next_on);

CREATE TABLE sales_order (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  number TEXT NOT NULL DEFAULT '',
  customer_order TEXT NOT NULL DEFAULT '',
  customer BLOB NOT NULL,
  ordered_on TEXT,
  due_on TEXT,
  shipped_on TEXT,
  region INTEGER,
  sales_person INTEGER,
  online INTEGER NOT NULL DEFAULT 0,
  subtotal INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  freight INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  receivable INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT 'CNY'
);

CREATE INDEX sales_order_owner ON sales_order(owner);

CREATE INDEX sales_order_root_id ON sales_order(root_id);

CREATE INDEX sales_order_number ON sales_order(number);

CREATE INDEX sales_order_customer ON sales_order(customer);

CREATE INDEX sales_order_ordered_on ON sales_order(ordered_on);

CREATE INDEX sales_order_region ON sales_order(region);

CREATE INDEX sales_order_sales_person ON sales_order(sales_person);

CREATE TABLE sales_order_line (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  sales_order BLOB NOT NULL REFERENCES sales_order(id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL DEFAULT 0,
  item BLOB,
  item_code TEXT NOT NULL DEFAULT '',
  item_name TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 0,
  unit_price INTEGER NOT NULL DEFAULT 0,
  discount INTEGER NOT NULL DEFAULT 0,
  line_total INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX sales_order_line_owner ON sales_order_line(owner);

CREATE INDEX sales_order_line_root_id ON sales_order_line(root_id);

CREATE INDEX sales_order_line_sales_order ON sales_order_line(sales_order);

CREATE INDEX sales_order_line_item ON sales_order_line(item);

CREATE TABLE price_policy (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  scope TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'group', 'item')),
  scope_key TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT,
  method TEXT NOT NULL DEFAULT 'markup' CHECK (method IN ('markup', 'margin')),
  rate INTEGER NOT NULL DEFAULT 0,
  min_markup INTEGER NOT NULL DEFAULT 0,
  step INTEGER NOT NULL DEFAULT 0,
  price_decimals INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX price_policy_owner ON price_policy(owner);

CREATE INDEX price_policy_root_id ON price_policy(root_id);

CREATE TABLE float_authority (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  grade TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL DEFAULT 0,
  max_depth INTEGER NOT NULL DEFAULT 0,
  valid_from TEXT,
  valid_to TEXT
);

CREATE TABLE quote (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  number TEXT NOT NULL DEFAULT '',
  customer BLOB NOT NULL,
  opportunity BLOB,
  title TEXT NOT NULL DEFAULT '',
  revision_no INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'sent', 'accepted', 'lost', 'expired', 'superseded')),
  currency TEXT NOT NULL DEFAULT 'CNY',
  net_total INTEGER NOT NULL DEFAULT 0,
  gross_total INTEGER NOT NULL DEFAULT 0,
  base_total INTEGER NOT NULL DEFAULT 0,
  quoted_on TEXT,
  valid_until TEXT
);

CREATE INDEX quote_owner ON quote(owner);

CREATE INDEX quote_root_id ON quote(root_id);

CREATE INDEX quote_number ON quote(number);

CREATE INDEX quote_customer ON quote(customer);

CREATE INDEX quote_opportunity ON quote(opportunity);

CREATE INDEX quote_state ON quote(state);

CREATE INDEX quote_quoted_on ON quote(quoted_on);

CREATE TABLE quote_revision (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  quote BLOB NOT NULL REFERENCES quote(id) DEFERRABLE INITIALLY DEFERRED,
  revision_no INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'sent', 'accepted', 'lost', 'expired', 'superseded')),
  quoted_on TEXT,
  contact BLOB,
  grade TEXT NOT NULL DEFAULT '',
  base_currency TEXT NOT NULL DEFAULT 'CNY',
  currency TEXT NOT NULL DEFAULT 'CNY',
  exchange_rate INTEGER NOT NULL DEFAULT 0,
  rate_date TEXT,
  fx_buffer INTEGER NOT NULL DEFAULT 0,
  tax_mode TEXT NOT NULL DEFAULT 'net' CHECK (tax_mode IN ('net', 'gross')),
  tax_rate INTEGER NOT NULL DEFAULT 0,
  price_decimals INTEGER NOT NULL DEFAULT 0,
  valid_until TEXT,
  payment_terms TEXT NOT NULL DEFAULT '',
  delivery_terms TEXT NOT NULL DEFAULT '',
  freight TEXT NOT NULL DEFAULT '',
  remarks TEXT NOT NULL DEFAULT '',
  internal_note TEXT NOT NULL DEFAULT '',
  net_total INTEGER NOT NULL DEFAULT 0,
  tax_total INTEGER NOT NULL DEFAULT 0,
  gross_total INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER
);

CREATE INDEX quote_revision_owner ON quote_revision(owner);

CREATE INDEX quote_revision_root_id ON quote_revision(root_id);

CREATE INDEX quote_revision_quote ON quote_revision(quote);

CREATE INDEX quote_revision_contact ON quote_revision(contact);

CREATE TABLE quote_line (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  revision BLOB NOT NULL REFERENCES quote_revision(id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL DEFAULT 0,
  uid BLOB NOT NULL,
  type TEXT NOT NULL DEFAULT 'product' CHECK (type IN ('product', 'tool', 'nre', 'sample', 'text')),
  item BLOB,
  item_code TEXT NOT NULL DEFAULT '',
  item_name TEXT NOT NULL DEFAULT '',
  spec TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  drawing_no TEXT NOT NULL DEFAULT '',
  drawing_rev TEXT NOT NULL DEFAULT '',
  customer_part_no TEXT NOT NULL DEFAULT '',
  qty INTEGER NOT NULL DEFAULT 0,
  uom TEXT NOT NULL DEFAULT '',
  annual_qty INTEGER NOT NULL DEFAULT 0,
  tier_type TEXT NOT NULL DEFAULT 'range' CHECK (tier_type IN ('range', 'slab')),
  unit_price INTEGER,
  typed_price INTEGER NOT NULL DEFAULT 0,
  guide_price INTEGER,
  needed_level INTEGER NOT NULL DEFAULT 0,
  tax_rate INTEGER NOT NULL DEFAULT 0,
  lead_time TEXT NOT NULL DEFAULT '',
  optional INTEGER NOT NULL DEFAULT 0,
  alt_group TEXT NOT NULL DEFAULT '',
  net_amount INTEGER NOT NULL DEFAULT 0,
  tax_amount INTEGER NOT NULL DEFAULT 0,
  gross_amount INTEGER NOT NULL DEFAULT 0,
  internal_note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX quote_line_owner ON quote_line(owner);

CREATE INDEX quote_line_root_id ON quote_line(root_id);

CREATE INDEX quote_line_revision ON quote_line(revision);

CREATE INDEX quote_line_item ON quote_line(item);

CREATE TABLE quote_tier (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  line BLOB NOT NULL REFERENCES quote_line(id) DEFERRABLE INITIALLY DEFERRED,
  from_qty INTEGER NOT NULL DEFAULT 0,
  lot INTEGER NOT NULL DEFAULT 0,
  unit_price INTEGER,
  typed_price INTEGER NOT NULL DEFAULT 0,
  guide_price INTEGER,
  needed_level INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX quote_tier_owner ON quote_tier(owner);

CREATE INDEX quote_tier_root_id ON quote_tier(root_id);

CREATE INDEX quote_tier_line ON quote_tier(line);

CREATE TABLE cost_snapshot (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  hash TEXT NOT NULL DEFAULT '',
  content BLOB NOT NULL DEFAULT x'',
  engine INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX cost_snapshot_owner ON cost_snapshot(owner);

CREATE INDEX cost_snapshot_root_id ON cost_snapshot(root_id);

CREATE INDEX cost_snapshot_hash ON cost_snapshot(hash);

CREATE TABLE quote_line_cost (
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  root_id BLOB,
  owner INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  created_by INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0,
  changed_by INTEGER NOT NULL DEFAULT 0,
  custom TEXT NOT NULL DEFAULT '{}',
  line BLOB NOT NULL REFERENCES quote_line(id) DEFERRABLE INITIALLY DEFERRED,
  tier BLOB,
  lot INTEGER NOT NULL DEFAULT 0,
  cost INTEGER NOT NULL DEFAULT 0,
  elements TEXT NOT NULL DEFAULT '{}',
  floor_price INTEGER NOT NULL DEFAULT 0,
  margin INTEGER,
  snapshot_hash TEXT NOT NULL DEFAULT '',
  trace TEXT NOT NULL DEFAULT '',
  problems TEXT NOT NULL DEFAULT '{}'
);

CREATE INDEX quote_line_cost_owner ON quote_line_cost(owner);

CREATE INDEX quote_line_cost_root_id ON quote_line_cost(root_id);

CREATE INDEX quote_line_cost_line ON quote_line_cost(line);

CREATE INDEX quote_line_cost_tier ON quote_line_cost(tier);

CREATE INDEX quote_line_cost_snapshot_hash ON quote_line_cost(snapshot_hash);

CREATE TRIGGER _j_region_i AFTER INSERT ON region WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 3, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_region_u AFTER UPDATE OF owner, deleted, code, name, closed, custom ON region
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.closed IS NOT NEW.closed) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 3, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.closed IS NOT NEW.closed) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'closed' AS k, OLD.closed AS v WHERE OLD.closed IS NOT NEW.closed
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_region_d AFTER DELETE ON region WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 3, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'closed', OLD.closed, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_team_i AFTER INSERT ON team WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 2, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_team_u AFTER UPDATE OF owner, deleted, name, boss, region, closed, custom ON team
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.boss IS NOT NEW.boss) * 8 | (OLD.region IS NOT NEW.region) * 16 | (OLD.closed IS NOT NEW.closed) * 32 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 2, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.boss IS NOT NEW.boss) * 8 | (OLD.region IS NOT NEW.region) * 16 | (OLD.closed IS NOT NEW.closed) * 32 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'boss' AS k, OLD.boss AS v WHERE OLD.boss IS NOT NEW.boss
      UNION ALL SELECT 'region' AS k, OLD.region AS v WHERE OLD.region IS NOT NEW.region
      UNION ALL SELECT 'closed' AS k, OLD.closed AS v WHERE OLD.closed IS NOT NEW.closed
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_team_d AFTER DELETE ON team WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 2, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'boss', OLD.boss, 'region', OLD.region, 'closed', OLD.closed, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_person_i AFTER INSERT ON person WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 1, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_person_u AFTER UPDATE OF owner, deleted, login, name, title, email, phone, team, region, active, quote_level, approval_limit, custom ON person
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.login IS NOT NEW.login) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.title IS NOT NEW.title) * 16 | (OLD.email IS NOT NEW.email) * 32 | (OLD.phone IS NOT NEW.phone) * 64 | (OLD.team IS NOT NEW.team) * 128 | (OLD.region IS NOT NEW.region) * 256 | (OLD.active IS NOT NEW.active) * 512 | (OLD.quote_level IS NOT NEW.quote_level) * 1024 | (OLD.approval_limit IS NOT NEW.approval_limit) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 1, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.login IS NOT NEW.login) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.title IS NOT NEW.title) * 16 | (OLD.email IS NOT NEW.email) * 32 | (OLD.phone IS NOT NEW.phone) * 64 | (OLD.team IS NOT NEW.team) * 128 | (OLD.region IS NOT NEW.region) * 256 | (OLD.active IS NOT NEW.active) * 512 | (OLD.quote_level IS NOT NEW.quote_level) * 1024 | (OLD.approval_limit IS NOT NEW.approval_limit) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'login' AS k, OLD.login AS v WHERE OLD.login IS NOT NEW.login
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'title' AS k, OLD.title AS v WHERE OLD.title IS NOT NEW.title
      UNION ALL SELECT 'email' AS k, OLD.email AS v WHERE OLD.email IS NOT NEW.email
      UNION ALL SELECT 'phone' AS k, OLD.phone AS v WHERE OLD.phone IS NOT NEW.phone
      UNION ALL SELECT 'team' AS k, OLD.team AS v WHERE OLD.team IS NOT NEW.team
      UNION ALL SELECT 'region' AS k, OLD.region AS v WHERE OLD.region IS NOT NEW.region
      UNION ALL SELECT 'active' AS k, OLD.active AS v WHERE OLD.active IS NOT NEW.active
      UNION ALL SELECT 'quote_level' AS k, OLD.quote_level AS v WHERE OLD.quote_level IS NOT NEW.quote_level
      UNION ALL SELECT 'approval_limit' AS k, OLD.approval_limit AS v WHERE OLD.approval_limit IS NOT NEW.approval_limit
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_person_d AFTER DELETE ON person WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 1, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'login', OLD.login, 'name', OLD.name, 'title', OLD.title, 'email', OLD.email, 'phone', OLD.phone, 'team', OLD.team, 'region', OLD.region, 'active', OLD.active, 'quote_level', OLD.quote_level, 'approval_limit', OLD.approval_limit, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_person_role_i AFTER INSERT ON person_role WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 4, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_person_role_u AFTER UPDATE OF owner, deleted, person, role, scope, custom ON person_role
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.person IS NOT NEW.person) * 4 | (OLD.role IS NOT NEW.role) * 8 | (OLD.scope IS NOT NEW.scope) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 4, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.person IS NOT NEW.person) * 4 | (OLD.role IS NOT NEW.role) * 8 | (OLD.scope IS NOT NEW.scope) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'person' AS k, OLD.person AS v WHERE OLD.person IS NOT NEW.person
      UNION ALL SELECT 'role' AS k, OLD.role AS v WHERE OLD.role IS NOT NEW.role
      UNION ALL SELECT 'scope' AS k, OLD.scope AS v WHERE OLD.scope IS NOT NEW.scope
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_person_role_d AFTER DELETE ON person_role WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 4, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'person', OLD.person, 'role', OLD.role, 'scope', OLD.scope, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_company_setting_i AFTER INSERT ON company_setting WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 5, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_company_setting_u AFTER UPDATE OF owner, deleted, key, value, custom ON company_setting
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.key IS NOT NEW.key) * 4 | (OLD.value IS NOT NEW.value) * 8 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 5, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.key IS NOT NEW.key) * 4 | (OLD.value IS NOT NEW.value) * 8 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'key' AS k, OLD.key AS v WHERE OLD.key IS NOT NEW.key
      UNION ALL SELECT 'value' AS k, OLD.value AS v WHERE OLD.value IS NOT NEW.value
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_company_setting_d AFTER DELETE ON company_setting WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 5, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'key', OLD.key, 'value', OLD.value, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_saved_view_i AFTER INSERT ON saved_view WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 95, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_saved_view_u AFTER UPDATE OF owner, deleted, page, name, content, shared, position, custom ON saved_view
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.page IS NOT NEW.page) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.content IS NOT NEW.content) * 16 | (OLD.shared IS NOT NEW.shared) * 32 | (OLD.position IS NOT NEW.position) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 95, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.page IS NOT NEW.page) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.content IS NOT NEW.content) * 16 | (OLD.shared IS NOT NEW.shared) * 32 | (OLD.position IS NOT NEW.position) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'page' AS k, OLD.page AS v WHERE OLD.page IS NOT NEW.page
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'content' AS k, OLD.content AS v WHERE OLD.content IS NOT NEW.content
      UNION ALL SELECT 'shared' AS k, OLD.shared AS v WHERE OLD.shared IS NOT NEW.shared
      UNION ALL SELECT 'position' AS k, OLD.position AS v WHERE OLD.position IS NOT NEW.position
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_saved_view_d AFTER DELETE ON saved_view WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 95, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'page', OLD.page, 'name', OLD.name, 'content', OLD.content, 'shared', OLD.shared, 'position', OLD.position, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_field_definition_i AFTER INSERT ON field_definition WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 96, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_field_definition_u AFTER UPDATE OF owner, deleted, record, key, label_zh, label_en, kind, choices, required, searchable, position, active, hint, custom ON field_definition
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.record IS NOT NEW.record) * 4 | (OLD.key IS NOT NEW.key) * 8 | (OLD.label_zh IS NOT NEW.label_zh) * 16 | (OLD.label_en IS NOT NEW.label_en) * 32 | (OLD.kind IS NOT NEW.kind) * 64 | (OLD.choices IS NOT NEW.choices) * 128 | (OLD.required IS NOT NEW.required) * 256 | (OLD.searchable IS NOT NEW.searchable) * 512 | (OLD.position IS NOT NEW.position) * 1024 | (OLD.active IS NOT NEW.active) * 2048 | (OLD.hint IS NOT NEW.hint) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 96, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.record IS NOT NEW.record) * 4 | (OLD.key IS NOT NEW.key) * 8 | (OLD.label_zh IS NOT NEW.label_zh) * 16 | (OLD.label_en IS NOT NEW.label_en) * 32 | (OLD.kind IS NOT NEW.kind) * 64 | (OLD.choices IS NOT NEW.choices) * 128 | (OLD.required IS NOT NEW.required) * 256 | (OLD.searchable IS NOT NEW.searchable) * 512 | (OLD.position IS NOT NEW.position) * 1024 | (OLD.active IS NOT NEW.active) * 2048 | (OLD.hint IS NOT NEW.hint) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'record' AS k, OLD.record AS v WHERE OLD.record IS NOT NEW.record
      UNION ALL SELECT 'key' AS k, OLD.key AS v WHERE OLD.key IS NOT NEW.key
      UNION ALL SELECT 'label_zh' AS k, OLD.label_zh AS v WHERE OLD.label_zh IS NOT NEW.label_zh
      UNION ALL SELECT 'label_en' AS k, OLD.label_en AS v WHERE OLD.label_en IS NOT NEW.label_en
      UNION ALL SELECT 'kind' AS k, OLD.kind AS v WHERE OLD.kind IS NOT NEW.kind
      UNION ALL SELECT 'choices' AS k, OLD.choices AS v WHERE OLD.choices IS NOT NEW.choices
      UNION ALL SELECT 'required' AS k, OLD.required AS v WHERE OLD.required IS NOT NEW.required
      UNION ALL SELECT 'searchable' AS k, OLD.searchable AS v WHERE OLD.searchable IS NOT NEW.searchable
      UNION ALL SELECT 'position' AS k, OLD.position AS v WHERE OLD.position IS NOT NEW.position
      UNION ALL SELECT 'active' AS k, OLD.active AS v WHERE OLD.active IS NOT NEW.active
      UNION ALL SELECT 'hint' AS k, OLD.hint AS v WHERE OLD.hint IS NOT NEW.hint
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_field_definition_d AFTER DELETE ON field_definition WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 96, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'record', OLD.record, 'key', OLD.key, 'label_zh', OLD.label_zh, 'label_en', OLD.label_en, 'kind', OLD.kind, 'choices', OLD.choices, 'required', OLD.required, 'searchable', OLD.searchable, 'position', OLD.position, 'active', OLD.active, 'hint', OLD.hint, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_audit_entry_i AFTER INSERT ON audit_entry WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 90, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_audit_entry_u AFTER UPDATE OF owner, deleted, at, person, act, record_table, record, title, old_values, new_values, device, device_at, custom ON audit_entry
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.at IS NOT NEW.at) * 4 | (OLD.person IS NOT NEW.person) * 8 | (OLD.act IS NOT NEW.act) * 16 | (OLD.record_table IS NOT NEW.record_table) * 32 | (OLD.record IS NOT NEW.record) * 64 | (OLD.title IS NOT NEW.title) * 128 | (OLD.old_values IS NOT NEW.old_values) * 256 | (OLD.new_values IS NOT NEW.new_values) * 512 | (OLD.device IS NOT NEW.device) * 1024 | (OLD.device_at IS NOT NEW.device_at) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 90, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.at IS NOT NEW.at) * 4 | (OLD.person IS NOT NEW.person) * 8 | (OLD.act IS NOT NEW.act) * 16 | (OLD.record_table IS NOT NEW.record_table) * 32 | (OLD.record IS NOT NEW.record) * 64 | (OLD.title IS NOT NEW.title) * 128 | (OLD.old_values IS NOT NEW.old_values) * 256 | (OLD.new_values IS NOT NEW.new_values) * 512 | (OLD.device IS NOT NEW.device) * 1024 | (OLD.device_at IS NOT NEW.device_at) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'at' AS k, OLD.at AS v WHERE OLD.at IS NOT NEW.at
      UNION ALL SELECT 'person' AS k, OLD.person AS v WHERE OLD.person IS NOT NEW.person
      UNION ALL SELECT 'act' AS k, OLD.act AS v WHERE OLD.act IS NOT NEW.act
      UNION ALL SELECT 'record_table' AS k, OLD.record_table AS v WHERE OLD.record_table IS NOT NEW.record_table
      UNION ALL SELECT 'record' AS k, OLD.record AS v WHERE OLD.record IS NOT NEW.record
      UNION ALL SELECT 'title' AS k, OLD.title AS v WHERE OLD.title IS NOT NEW.title
      UNION ALL SELECT 'old_values' AS k, OLD.old_values AS v WHERE OLD.old_values IS NOT NEW.old_values
      UNION ALL SELECT 'new_values' AS k, OLD.new_values AS v WHERE OLD.new_values IS NOT NEW.new_values
      UNION ALL SELECT 'device' AS k, OLD.device AS v WHERE OLD.device IS NOT NEW.device
      UNION ALL SELECT 'device_at' AS k, OLD.device_at AS v WHERE OLD.device_at IS NOT NEW.device_at
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_audit_entry_d AFTER DELETE ON audit_entry WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 90, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'at', OLD.at, 'person', OLD.person, 'act', OLD.act, 'record_table', OLD.record_table, 'record', OLD.record, 'title', OLD.title, 'old_values', OLD.old_values, 'new_values', OLD.new_values, 'device', OLD.device, 'device_at', OLD.device_at, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_customer_i AFTER INSERT ON customer WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 10, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_customer_u AFTER UPDATE OF owner, deleted, name, number, short_name, mnemonic, name_key, credit_code, kind, grade, status, industry, region, province, city, address, postal_code, phone, website, source, payment_terms, invoice_title, bank_name, bank_account, invoice_address, invoice_phone, remark, custom ON customer
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.number IS NOT NEW.number) * 8 | (OLD.short_name IS NOT NEW.short_name) * 16 | (OLD.mnemonic IS NOT NEW.mnemonic) * 32 | (OLD.name_key IS NOT NEW.name_key) * 64 | (OLD.credit_code IS NOT NEW.credit_code) * 128 | (OLD.kind IS NOT NEW.kind) * 256 | (OLD.grade IS NOT NEW.grade) * 512 | (OLD.status IS NOT NEW.status) * 1024 | (OLD.industry IS NOT NEW.industry) * 2048 | (OLD.region IS NOT NEW.region) * 4096 | (OLD.province IS NOT NEW.province) * 8192 | (OLD.city IS NOT NEW.city) * 16384 | (OLD.address IS NOT NEW.address) * 32768 | (OLD.postal_code IS NOT NEW.postal_code) * 65536 | (OLD.phone IS NOT NEW.phone) * 131072 | (OLD.website IS NOT NEW.website) * 262144 | (OLD.source IS NOT NEW.source) * 524288 | (OLD.payment_terms IS NOT NEW.payment_terms) * 1048576 | (OLD.invoice_title IS NOT NEW.invoice_title) * 2097152 | (OLD.bank_name IS NOT NEW.bank_name) * 4194304 | (OLD.bank_account IS NOT NEW.bank_account) * 8388608 | (OLD.invoice_address IS NOT NEW.invoice_address) * 16777216 | (OLD.invoice_phone IS NOT NEW.invoice_phone) * 33554432 | (OLD.remark IS NOT NEW.remark) * 67108864 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 10, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.number IS NOT NEW.number) * 8 | (OLD.short_name IS NOT NEW.short_name) * 16 | (OLD.mnemonic IS NOT NEW.mnemonic) * 32 | (OLD.name_key IS NOT NEW.name_key) * 64 | (OLD.credit_code IS NOT NEW.credit_code) * 128 | (OLD.kind IS NOT NEW.kind) * 256 | (OLD.grade IS NOT NEW.grade) * 512 | (OLD.status IS NOT NEW.status) * 1024 | (OLD.industry IS NOT NEW.industry) * 2048 | (OLD.region IS NOT NEW.region) * 4096 | (OLD.province IS NOT NEW.province) * 8192 | (OLD.city IS NOT NEW.city) * 16384 | (OLD.address IS NOT NEW.address) * 32768 | (OLD.postal_code IS NOT NEW.postal_code) * 65536 | (OLD.phone IS NOT NEW.phone) * 131072 | (OLD.website IS NOT NEW.website) * 262144 | (OLD.source IS NOT NEW.source) * 524288 | (OLD.payment_terms IS NOT NEW.payment_terms) * 1048576 | (OLD.invoice_title IS NOT NEW.invoice_title) * 2097152 | (OLD.bank_name IS NOT NEW.bank_name) * 4194304 | (OLD.bank_account IS NOT NEW.bank_account) * 8388608 | (OLD.invoice_address IS NOT NEW.invoice_address) * 16777216 | (OLD.invoice_phone IS NOT NEW.invoice_phone) * 33554432 | (OLD.remark IS NOT NEW.remark) * 67108864 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'number' AS k, OLD.number AS v WHERE OLD.number IS NOT NEW.number
      UNION ALL SELECT 'short_name' AS k, OLD.short_name AS v WHERE OLD.short_name IS NOT NEW.short_name
      UNION ALL SELECT 'mnemonic' AS k, OLD.mnemonic AS v WHERE OLD.mnemonic IS NOT NEW.mnemonic
      UNION ALL SELECT 'name_key' AS k, OLD.name_key AS v WHERE OLD.name_key IS NOT NEW.name_key
      UNION ALL SELECT 'credit_code' AS k, OLD.credit_code AS v WHERE OLD.credit_code IS NOT NEW.credit_code
      UNION ALL SELECT 'kind' AS k, OLD.kind AS v WHERE OLD.kind IS NOT NEW.kind
      UNION ALL SELECT 'grade' AS k, OLD.grade AS v WHERE OLD.grade IS NOT NEW.grade
      UNION ALL SELECT 'status' AS k, OLD.status AS v WHERE OLD.status IS NOT NEW.status
      UNION ALL SELECT 'industry' AS k, OLD.industry AS v WHERE OLD.industry IS NOT NEW.industry
      UNION ALL SELECT 'region' AS k, OLD.region AS v WHERE OLD.region IS NOT NEW.region
      UNION ALL SELECT 'province' AS k, OLD.province AS v WHERE OLD.province IS NOT NEW.province
      UNION ALL SELECT 'city' AS k, OLD.city AS v WHERE OLD.city IS NOT NEW.city
      UNION ALL SELECT 'address' AS k, OLD.address AS v WHERE OLD.address IS NOT NEW.address
      UNION ALL SELECT 'postal_code' AS k, OLD.postal_code AS v WHERE OLD.postal_code IS NOT NEW.postal_code
      UNION ALL SELECT 'phone' AS k, OLD.phone AS v WHERE OLD.phone IS NOT NEW.phone
      UNION ALL SELECT 'website' AS k, OLD.website AS v WHERE OLD.website IS NOT NEW.website
      UNION ALL SELECT 'source' AS k, OLD.source AS v WHERE OLD.source IS NOT NEW.source
      UNION ALL SELECT 'payment_terms' AS k, OLD.payment_terms AS v WHERE OLD.payment_terms IS NOT NEW.payment_terms
      UNION ALL SELECT 'invoice_title' AS k, OLD.invoice_title AS v WHERE OLD.invoice_title IS NOT NEW.invoice_title
      UNION ALL SELECT 'bank_name' AS k, OLD.bank_name AS v WHERE OLD.bank_name IS NOT NEW.bank_name
      UNION ALL SELECT 'bank_account' AS k, OLD.bank_account AS v WHERE OLD.bank_account IS NOT NEW.bank_account
      UNION ALL SELECT 'invoice_address' AS k, OLD.invoice_address AS v WHERE OLD.invoice_address IS NOT NEW.invoice_address
      UNION ALL SELECT 'invoice_phone' AS k, OLD.invoice_phone AS v WHERE OLD.invoice_phone IS NOT NEW.invoice_phone
      UNION ALL SELECT 'remark' AS k, OLD.remark AS v WHERE OLD.remark IS NOT NEW.remark
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_customer_d AFTER DELETE ON customer WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 10, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'number', OLD.number, 'short_name', OLD.short_name, 'mnemonic', OLD.mnemonic, 'name_key', OLD.name_key, 'credit_code', OLD.credit_code, 'kind', OLD.kind, 'grade', OLD.grade, 'status', OLD.status, 'industry', OLD.industry, 'region', OLD.region, 'province', OLD.province, 'city', OLD.city, 'address', OLD.address, 'postal_code', OLD.postal_code, 'phone', OLD.phone, 'website', OLD.website, 'source', OLD.source, 'payment_terms', OLD.payment_terms, 'invoice_title', OLD.invoice_title, 'bank_name', OLD.bank_name, 'bank_account', OLD.bank_account, 'invoice_address', OLD.invoice_address, 'invoice_phone', OLD.invoice_phone, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_contact_i AFTER INSERT ON contact WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 11, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_contact_u AFTER UPDATE OF owner, deleted, customer, name, title, department, phone, mobile, email, wechat, role, is_primary, remark, custom ON contact
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.customer IS NOT NEW.customer) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.title IS NOT NEW.title) * 16 | (OLD.department IS NOT NEW.department) * 32 | (OLD.phone IS NOT NEW.phone) * 64 | (OLD.mobile IS NOT NEW.mobile) * 128 | (OLD.email IS NOT NEW.email) * 256 | (OLD.wechat IS NOT NEW.wechat) * 512 | (OLD.role IS NOT NEW.role) * 1024 | (OLD.is_primary IS NOT NEW.is_primary) * 2048 | (OLD.remark IS NOT NEW.remark) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 11, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.customer IS NOT NEW.customer) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.title IS NOT NEW.title) * 16 | (OLD.department IS NOT NEW.department) * 32 | (OLD.phone IS NOT NEW.phone) * 64 | (OLD.mobile IS NOT NEW.mobile) * 128 | (OLD.email IS NOT NEW.email) * 256 | (OLD.wechat IS NOT NEW.wechat) * 512 | (OLD.role IS NOT NEW.role) * 1024 | (OLD.is_primary IS NOT NEW.is_primary) * 2048 | (OLD.remark IS NOT NEW.remark) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'customer' AS k, hex(OLD.customer) AS v WHERE OLD.customer IS NOT NEW.customer
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'title' AS k, OLD.title AS v WHERE OLD.title IS NOT NEW.title
      UNION ALL SELECT 'department' AS k, OLD.department AS v WHERE OLD.department IS NOT NEW.department
      UNION ALL SELECT 'phone' AS k, OLD.phone AS v WHERE OLD.phone IS NOT NEW.phone
      UNION ALL SELECT 'mobile' AS k, OLD.mobile AS v WHERE OLD.mobile IS NOT NEW.mobile
      UNION ALL SELECT 'email' AS k, OLD.email AS v WHERE OLD.email IS NOT NEW.email
      UNION ALL SELECT 'wechat' AS k, OLD.wechat AS v WHERE OLD.wechat IS NOT NEW.wechat
      UNION ALL SELECT 'role' AS k, OLD.role AS v WHERE OLD.role IS NOT NEW.role
      UNION ALL SELECT 'is_primary' AS k, OLD.is_primary AS v WHERE OLD.is_primary IS NOT NEW.is_primary
      UNION ALL SELECT 'remark' AS k, OLD.remark AS v WHERE OLD.remark IS NOT NEW.remark
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_contact_d AFTER DELETE ON contact WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 11, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'customer', hex(OLD.customer), 'name', OLD.name, 'title', OLD.title, 'department', OLD.department, 'phone', OLD.phone, 'mobile', OLD.mobile, 'email', OLD.email, 'wechat', OLD.wechat, 'role', OLD.role, 'is_primary', OLD.is_primary, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_uom_i AFTER INSERT ON uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 50, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_uom_u AFTER UPDATE OF owner, deleted, code, name, category, num, den, custom ON uom
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.category IS NOT NEW.category) * 16 | (OLD.num IS NOT NEW.num) * 32 | (OLD.den IS NOT NEW.den) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 50, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.category IS NOT NEW.category) * 16 | (OLD.num IS NOT NEW.num) * 32 | (OLD.den IS NOT NEW.den) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'category' AS k, OLD.category AS v WHERE OLD.category IS NOT NEW.category
      UNION ALL SELECT 'num' AS k, OLD.num AS v WHERE OLD.num IS NOT NEW.num
      UNION ALL SELECT 'den' AS k, OLD.den AS v WHERE OLD.den IS NOT NEW.den
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_uom_d AFTER DELETE ON uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 50, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'category', OLD.category, 'num', OLD.num, 'den', OLD.den, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_supplier_i AFTER INSERT ON supplier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 58, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_supplier_u AFTER UPDATE OF owner, deleted, code, name, contact, phone, note, custom ON supplier
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.contact IS NOT NEW.contact) * 16 | (OLD.phone IS NOT NEW.phone) * 32 | (OLD.note IS NOT NEW.note) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 58, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.contact IS NOT NEW.contact) * 16 | (OLD.phone IS NOT NEW.phone) * 32 | (OLD.note IS NOT NEW.note) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'contact' AS k, OLD.contact AS v WHERE OLD.contact IS NOT NEW.contact
      UNION ALL SELECT 'phone' AS k, OLD.phone AS v WHERE OLD.phone IS NOT NEW.phone
      UNION ALL SELECT 'note' AS k, OLD.note AS v WHERE OLD.note IS NOT NEW.note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_supplier_d AFTER DELETE ON supplier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 58, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'contact', OLD.contact, 'phone', OLD.phone, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_work_center_i AFTER INSERT ON work_center WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 56, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_work_center_u AFTER UPDATE OF owner, deleted, code, name, custom ON work_center
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 56, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_work_center_d AFTER DELETE ON work_center WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 56, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_work_center_rate_i AFTER INSERT ON work_center_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 57, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_work_center_rate_u AFTER UPDATE OF owner, deleted, work_center, machine_rate, labor_rate, currency, valid_from, valid_to, custom ON work_center_rate
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.work_center IS NOT NEW.work_center) * 4 | (OLD.machine_rate IS NOT NEW.machine_rate) * 8 | (OLD.labor_rate IS NOT NEW.labor_rate) * 16 | (OLD.currency IS NOT NEW.currency) * 32 | (OLD.valid_from IS NOT NEW.valid_from) * 64 | (OLD.valid_to IS NOT NEW.valid_to) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 57, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.work_center IS NOT NEW.work_center) * 4 | (OLD.machine_rate IS NOT NEW.machine_rate) * 8 | (OLD.labor_rate IS NOT NEW.labor_rate) * 16 | (OLD.currency IS NOT NEW.currency) * 32 | (OLD.valid_from IS NOT NEW.valid_from) * 64 | (OLD.valid_to IS NOT NEW.valid_to) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'work_center' AS k, hex(OLD.work_center) AS v WHERE OLD.work_center IS NOT NEW.work_center
      UNION ALL SELECT 'machine_rate' AS k, OLD.machine_rate AS v WHERE OLD.machine_rate IS NOT NEW.machine_rate
      UNION ALL SELECT 'labor_rate' AS k, OLD.labor_rate AS v WHERE OLD.labor_rate IS NOT NEW.labor_rate
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_work_center_rate_d AFTER DELETE ON work_center_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 57, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'work_center', hex(OLD.work_center), 'machine_rate', OLD.machine_rate, 'labor_rate', OLD.labor_rate, 'currency', OLD.currency, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_i AFTER INSERT ON item WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 51, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_u AFTER UPDATE OF owner, deleted, code, name, spec, drawing_no, drawing_rev, kind, base_uom, item_group, element, lot_policy, costing_lot, moq, order_multiple, sales_item, note, custom ON item
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.spec IS NOT NEW.spec) * 16 | (OLD.drawing_no IS NOT NEW.drawing_no) * 32 | (OLD.drawing_rev IS NOT NEW.drawing_rev) * 64 | (OLD.kind IS NOT NEW.kind) * 128 | (OLD.base_uom IS NOT NEW.base_uom) * 256 | (OLD.item_group IS NOT NEW.item_group) * 512 | (OLD.element IS NOT NEW.element) * 1024 | (OLD.lot_policy IS NOT NEW.lot_policy) * 2048 | (OLD.costing_lot IS NOT NEW.costing_lot) * 4096 | (OLD.moq IS NOT NEW.moq) * 8192 | (OLD.order_multiple IS NOT NEW.order_multiple) * 16384 | (OLD.sales_item IS NOT NEW.sales_item) * 32768 | (OLD.note IS NOT NEW.note) * 65536 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 51, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.spec IS NOT NEW.spec) * 16 | (OLD.drawing_no IS NOT NEW.drawing_no) * 32 | (OLD.drawing_rev IS NOT NEW.drawing_rev) * 64 | (OLD.kind IS NOT NEW.kind) * 128 | (OLD.base_uom IS NOT NEW.base_uom) * 256 | (OLD.item_group IS NOT NEW.item_group) * 512 | (OLD.element IS NOT NEW.element) * 1024 | (OLD.lot_policy IS NOT NEW.lot_policy) * 2048 | (OLD.costing_lot IS NOT NEW.costing_lot) * 4096 | (OLD.moq IS NOT NEW.moq) * 8192 | (OLD.order_multiple IS NOT NEW.order_multiple) * 16384 | (OLD.sales_item IS NOT NEW.sales_item) * 32768 | (OLD.note IS NOT NEW.note) * 65536 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'spec' AS k, OLD.spec AS v WHERE OLD.spec IS NOT NEW.spec
      UNION ALL SELECT 'drawing_no' AS k, OLD.drawing_no AS v WHERE OLD.drawing_no IS NOT NEW.drawing_no
      UNION ALL SELECT 'drawing_rev' AS k, OLD.drawing_rev AS v WHERE OLD.drawing_rev IS NOT NEW.drawing_rev
      UNION ALL SELECT 'kind' AS k, OLD.kind AS v WHERE OLD.kind IS NOT NEW.kind
      UNION ALL SELECT 'base_uom' AS k, hex(OLD.base_uom) AS v WHERE OLD.base_uom IS NOT NEW.base_uom
      UNION ALL SELECT 'item_group' AS k, OLD.item_group AS v WHERE OLD.item_group IS NOT NEW.item_group
      UNION ALL SELECT 'element' AS k, OLD.element AS v WHERE OLD.element IS NOT NEW.element
      UNION ALL SELECT 'lot_policy' AS k, OLD.lot_policy AS v WHERE OLD.lot_policy IS NOT NEW.lot_policy
      UNION ALL SELECT 'costing_lot' AS k, OLD.costing_lot AS v WHERE OLD.costing_lot IS NOT NEW.costing_lot
      UNION ALL SELECT 'moq' AS k, OLD.moq AS v WHERE OLD.moq IS NOT NEW.moq
      UNION ALL SELECT 'order_multiple' AS k, OLD.order_multiple AS v WHERE OLD.order_multiple IS NOT NEW.order_multiple
      UNION ALL SELECT 'sales_item' AS k, OLD.sales_item AS v WHERE OLD.sales_item IS NOT NEW.sales_item
      UNION ALL SELECT 'note' AS k, OLD.note AS v WHERE OLD.note IS NOT NEW.note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_item_d AFTER DELETE ON item WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 51, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'spec', OLD.spec, 'drawing_no', OLD.drawing_no, 'drawing_rev', OLD.drawing_rev, 'kind', OLD.kind, 'base_uom', hex(OLD.base_uom), 'item_group', OLD.item_group, 'element', OLD.element, 'lot_policy', OLD.lot_policy, 'costing_lot', OLD.costing_lot, 'moq', OLD.moq, 'order_multiple', OLD.order_multiple, 'sales_item', OLD.sales_item, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_uom_i AFTER INSERT ON item_uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 52, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_uom_u AFTER UPDATE OF owner, deleted, item, uom, num, den, custom ON item_uom
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.uom IS NOT NEW.uom) * 8 | (OLD.num IS NOT NEW.num) * 16 | (OLD.den IS NOT NEW.den) * 32 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 52, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.uom IS NOT NEW.uom) * 8 | (OLD.num IS NOT NEW.num) * 16 | (OLD.den IS NOT NEW.den) * 32 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'uom' AS k, hex(OLD.uom) AS v WHERE OLD.uom IS NOT NEW.uom
      UNION ALL SELECT 'num' AS k, OLD.num AS v WHERE OLD.num IS NOT NEW.num
      UNION ALL SELECT 'den' AS k, OLD.den AS v WHERE OLD.den IS NOT NEW.den
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_item_uom_d AFTER DELETE ON item_uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 52, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'uom', hex(OLD.uom), 'num', OLD.num, 'den', OLD.den, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_cost_i AFTER INSERT ON item_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 63, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_cost_u AFTER UPDATE OF owner, deleted, item, fixed_cost, fixed_currency, fixed_date, cost_source, preferred_supplier, custom ON item_cost
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.fixed_cost IS NOT NEW.fixed_cost) * 8 | (OLD.fixed_currency IS NOT NEW.fixed_currency) * 16 | (OLD.fixed_date IS NOT NEW.fixed_date) * 32 | (OLD.cost_source IS NOT NEW.cost_source) * 64 | (OLD.preferred_supplier IS NOT NEW.preferred_supplier) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 63, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.fixed_cost IS NOT NEW.fixed_cost) * 8 | (OLD.fixed_currency IS NOT NEW.fixed_currency) * 16 | (OLD.fixed_date IS NOT NEW.fixed_date) * 32 | (OLD.cost_source IS NOT NEW.cost_source) * 64 | (OLD.preferred_supplier IS NOT NEW.preferred_supplier) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'fixed_cost' AS k, OLD.fixed_cost AS v WHERE OLD.fixed_cost IS NOT NEW.fixed_cost
      UNION ALL SELECT 'fixed_currency' AS k, OLD.fixed_currency AS v WHERE OLD.fixed_currency IS NOT NEW.fixed_currency
      UNION ALL SELECT 'fixed_date' AS k, OLD.fixed_date AS v WHERE OLD.fixed_date IS NOT NEW.fixed_date
      UNION ALL SELECT 'cost_source' AS k, OLD.cost_source AS v WHERE OLD.cost_source IS NOT NEW.cost_source
      UNION ALL SELECT 'preferred_supplier' AS k, hex(OLD.preferred_supplier) AS v WHERE OLD.preferred_supplier IS NOT NEW.preferred_supplier
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_item_cost_d AFTER DELETE ON item_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 63, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'fixed_cost', OLD.fixed_cost, 'fixed_currency', OLD.fixed_currency, 'fixed_date', OLD.fixed_date, 'cost_source', OLD.cost_source, 'preferred_supplier', hex(OLD.preferred_supplier), 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_bom_i AFTER INSERT ON bom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 53, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_bom_u AFTER UPDATE OF owner, deleted, item, code, revision, status, valid_from, valid_to, qty, uom, yield, ecn_no, note, custom ON bom
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.code IS NOT NEW.code) * 8 | (OLD.revision IS NOT NEW.revision) * 16 | (OLD.status IS NOT NEW.status) * 32 | (OLD.valid_from IS NOT NEW.valid_from) * 64 | (OLD.valid_to IS NOT NEW.valid_to) * 128 | (OLD.qty IS NOT NEW.qty) * 256 | (OLD.uom IS NOT NEW.uom) * 512 | (OLD.yield IS NOT NEW.yield) * 1024 | (OLD.ecn_no IS NOT NEW.ecn_no) * 2048 | (OLD.note IS NOT NEW.note) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 53, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.code IS NOT NEW.code) * 8 | (OLD.revision IS NOT NEW.revision) * 16 | (OLD.status IS NOT NEW.status) * 32 | (OLD.valid_from IS NOT NEW.valid_from) * 64 | (OLD.valid_to IS NOT NEW.valid_to) * 128 | (OLD.qty IS NOT NEW.qty) * 256 | (OLD.uom IS NOT NEW.uom) * 512 | (OLD.yield IS NOT NEW.yield) * 1024 | (OLD.ecn_no IS NOT NEW.ecn_no) * 2048 | (OLD.note IS NOT NEW.note) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'revision' AS k, OLD.revision AS v WHERE OLD.revision IS NOT NEW.revision
      UNION ALL SELECT 'status' AS k, OLD.status AS v WHERE OLD.status IS NOT NEW.status
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'qty' AS k, OLD.qty AS v WHERE OLD.qty IS NOT NEW.qty
      UNION ALL SELECT 'uom' AS k, hex(OLD.uom) AS v WHERE OLD.uom IS NOT NEW.uom
      UNION ALL SELECT 'yield' AS k, OLD.yield AS v WHERE OLD.yield IS NOT NEW.yield
      UNION ALL SELECT 'ecn_no' AS k, OLD.ecn_no AS v WHERE OLD.ecn_no IS NOT NEW.ecn_no
      UNION ALL SELECT 'note' AS k, OLD.note AS v WHERE OLD.note IS NOT NEW.note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_bom_d AFTER DELETE ON bom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 53, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'code', OLD.code, 'revision', OLD.revision, 'status', OLD.status, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'qty', OLD.qty, 'uom', hex(OLD.uom), 'yield', OLD.yield, 'ecn_no', OLD.ecn_no, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_bom_line_i AFTER INSERT ON bom_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 54, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_bom_line_u AFTER UPDATE OF owner, deleted, bom, line_no, type, component, qty, uom, fixed_qty, scrap, scrap_mode, explode, supply, op_seq, value_method, share, credit_price, alt_group, alt_priority, position, note, custom ON bom_line
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.bom IS NOT NEW.bom) * 4 | (OLD.line_no IS NOT NEW.line_no) * 8 | (OLD.type IS NOT NEW.type) * 16 | (OLD.component IS NOT NEW.component) * 32 | (OLD.qty IS NOT NEW.qty) * 64 | (OLD.uom IS NOT NEW.uom) * 128 | (OLD.fixed_qty IS NOT NEW.fixed_qty) * 256 | (OLD.scrap IS NOT NEW.scrap) * 512 | (OLD.scrap_mode IS NOT NEW.scrap_mode) * 1024 | (OLD.explode IS NOT NEW.explode) * 2048 | (OLD.supply IS NOT NEW.supply) * 4096 | (OLD.op_seq IS NOT NEW.op_seq) * 8192 | (OLD.value_method IS NOT NEW.value_method) * 16384 | (OLD.share IS NOT NEW.share) * 32768 | (OLD.credit_price IS NOT NEW.credit_price) * 65536 | (OLD.alt_group IS NOT NEW.alt_group) * 131072 | (OLD.alt_priority IS NOT NEW.alt_priority) * 262144 | (OLD.position IS NOT NEW.position) * 524288 | (OLD.note IS NOT NEW.note) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 54, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.bom IS NOT NEW.bom) * 4 | (OLD.line_no IS NOT NEW.line_no) * 8 | (OLD.type IS NOT NEW.type) * 16 | (OLD.component IS NOT NEW.component) * 32 | (OLD.qty IS NOT NEW.qty) * 64 | (OLD.uom IS NOT NEW.uom) * 128 | (OLD.fixed_qty IS NOT NEW.fixed_qty) * 256 | (OLD.scrap IS NOT NEW.scrap) * 512 | (OLD.scrap_mode IS NOT NEW.scrap_mode) * 1024 | (OLD.explode IS NOT NEW.explode) * 2048 | (OLD.supply IS NOT NEW.supply) * 4096 | (OLD.op_seq IS NOT NEW.op_seq) * 8192 | (OLD.value_method IS NOT NEW.value_method) * 16384 | (OLD.share IS NOT NEW.share) * 32768 | (OLD.credit_price IS NOT NEW.credit_price) * 65536 | (OLD.alt_group IS NOT NEW.alt_group) * 131072 | (OLD.alt_priority IS NOT NEW.alt_priority) * 262144 | (OLD.position IS NOT NEW.position) * 524288 | (OLD.note IS NOT NEW.note) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'bom' AS k, hex(OLD.bom) AS v WHERE OLD.bom IS NOT NEW.bom
      UNION ALL SELECT 'line_no' AS k, OLD.line_no AS v WHERE OLD.line_no IS NOT NEW.line_no
      UNION ALL SELECT 'type' AS k, OLD.type AS v WHERE OLD.type IS NOT NEW.type
      UNION ALL SELECT 'component' AS k, hex(OLD.component) AS v WHERE OLD.component IS NOT NEW.component
      UNION ALL SELECT 'qty' AS k, OLD.qty AS v WHERE OLD.qty IS NOT NEW.qty
      UNION ALL SELECT 'uom' AS k, hex(OLD.uom) AS v WHERE OLD.uom IS NOT NEW.uom
      UNION ALL SELECT 'fixed_qty' AS k, OLD.fixed_qty AS v WHERE OLD.fixed_qty IS NOT NEW.fixed_qty
      UNION ALL SELECT 'scrap' AS k, OLD.scrap AS v WHERE OLD.scrap IS NOT NEW.scrap
      UNION ALL SELECT 'scrap_mode' AS k, OLD.scrap_mode AS v WHERE OLD.scrap_mode IS NOT NEW.scrap_mode
      UNION ALL SELECT 'explode' AS k, OLD.explode AS v WHERE OLD.explode IS NOT NEW.explode
      UNION ALL SELECT 'supply' AS k, OLD.supply AS v WHERE OLD.supply IS NOT NEW.supply
      UNION ALL SELECT 'op_seq' AS k, OLD.op_seq AS v WHERE OLD.op_seq IS NOT NEW.op_seq
      UNION ALL SELECT 'value_method' AS k, OLD.value_method AS v WHERE OLD.value_method IS NOT NEW.value_method
      UNION ALL SELECT 'share' AS k, OLD.share AS v WHERE OLD.share IS NOT NEW.share
      UNION ALL SELECT 'credit_price' AS k, OLD.credit_price AS v WHERE OLD.credit_price IS NOT NEW.credit_price
      UNION ALL SELECT 'alt_group' AS k, OLD.alt_group AS v WHERE OLD.alt_group IS NOT NEW.alt_group
      UNION ALL SELECT 'alt_priority' AS k, OLD.alt_priority AS v WHERE OLD.alt_priority IS NOT NEW.alt_priority
      UNION ALL SELECT 'position' AS k, OLD.position AS v WHERE OLD.position IS NOT NEW.position
      UNION ALL SELECT 'note' AS k, OLD.note AS v WHERE OLD.note IS NOT NEW.note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_bom_line_d AFTER DELETE ON bom_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 54, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'bom', hex(OLD.bom), 'line_no', OLD.line_no, 'type', OLD.type, 'component', hex(OLD.component), 'qty', OLD.qty, 'uom', hex(OLD.uom), 'fixed_qty', OLD.fixed_qty, 'scrap', OLD.scrap, 'scrap_mode', OLD.scrap_mode, 'explode', OLD.explode, 'supply', OLD.supply, 'op_seq', OLD.op_seq, 'value_method', OLD.value_method, 'share', OLD.share, 'credit_price', OLD.credit_price, 'alt_group', OLD.alt_group, 'alt_priority', OLD.alt_priority, 'position', OLD.position, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_operation_i AFTER INSERT ON operation WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 55, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_operation_u AFTER UPDATE OF owner, deleted, bom, seq, name, work_center, setup_ms, run_ms, basis, units_per_cycle, cycle_rounding, efficiency, crew, yield, piece_price, outside_item, outside_qty, outside_uom, min_charge, setup_every, note, custom ON operation
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.bom IS NOT NEW.bom) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.name IS NOT NEW.name) * 16 | (OLD.work_center IS NOT NEW.work_center) * 32 | (OLD.setup_ms IS NOT NEW.setup_ms) * 64 | (OLD.run_ms IS NOT NEW.run_ms) * 128 | (OLD.basis IS NOT NEW.basis) * 256 | (OLD.units_per_cycle IS NOT NEW.units_per_cycle) * 512 | (OLD.cycle_rounding IS NOT NEW.cycle_rounding) * 1024 | (OLD.efficiency IS NOT NEW.efficiency) * 2048 | (OLD.crew IS NOT NEW.crew) * 4096 | (OLD.yield IS NOT NEW.yield) * 8192 | (OLD.piece_price IS NOT NEW.piece_price) * 16384 | (OLD.outside_item IS NOT NEW.outside_item) * 32768 | (OLD.outside_qty IS NOT NEW.outside_qty) * 65536 | (OLD.outside_uom IS NOT NEW.outside_uom) * 131072 | (OLD.min_charge IS NOT NEW.min_charge) * 262144 | (OLD.setup_every IS NOT NEW.setup_every) * 524288 | (OLD.note IS NOT NEW.note) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 55, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.bom IS NOT NEW.bom) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.name IS NOT NEW.name) * 16 | (OLD.work_center IS NOT NEW.work_center) * 32 | (OLD.setup_ms IS NOT NEW.setup_ms) * 64 | (OLD.run_ms IS NOT NEW.run_ms) * 128 | (OLD.basis IS NOT NEW.basis) * 256 | (OLD.units_per_cycle IS NOT NEW.units_per_cycle) * 512 | (OLD.cycle_rounding IS NOT NEW.cycle_rounding) * 1024 | (OLD.efficiency IS NOT NEW.efficiency) * 2048 | (OLD.crew IS NOT NEW.crew) * 4096 | (OLD.yield IS NOT NEW.yield) * 8192 | (OLD.piece_price IS NOT NEW.piece_price) * 16384 | (OLD.outside_item IS NOT NEW.outside_item) * 32768 | (OLD.outside_qty IS NOT NEW.outside_qty) * 65536 | (OLD.outside_uom IS NOT NEW.outside_uom) * 131072 | (OLD.min_charge IS NOT NEW.min_charge) * 262144 | (OLD.setup_every IS NOT NEW.setup_every) * 524288 | (OLD.note IS NOT NEW.note) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'bom' AS k, hex(OLD.bom) AS v WHERE OLD.bom IS NOT NEW.bom
      UNION ALL SELECT 'seq' AS k, OLD.seq AS v WHERE OLD.seq IS NOT NEW.seq
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'work_center' AS k, hex(OLD.work_center) AS v WHERE OLD.work_center IS NOT NEW.work_center
      UNION ALL SELECT 'setup_ms' AS k, OLD.setup_ms AS v WHERE OLD.setup_ms IS NOT NEW.setup_ms
      UNION ALL SELECT 'run_ms' AS k, OLD.run_ms AS v WHERE OLD.run_ms IS NOT NEW.run_ms
      UNION ALL SELECT 'basis' AS k, OLD.basis AS v WHERE OLD.basis IS NOT NEW.basis
      UNION ALL SELECT 'units_per_cycle' AS k, OLD.units_per_cycle AS v WHERE OLD.units_per_cycle IS NOT NEW.units_per_cycle
      UNION ALL SELECT 'cycle_rounding' AS k, OLD.cycle_rounding AS v WHERE OLD.cycle_rounding IS NOT NEW.cycle_rounding
      UNION ALL SELECT 'efficiency' AS k, OLD.efficiency AS v WHERE OLD.efficiency IS NOT NEW.efficiency
      UNION ALL SELECT 'crew' AS k, OLD.crew AS v WHERE OLD.crew IS NOT NEW.crew
      UNION ALL SELECT 'yield' AS k, OLD.yield AS v WHERE OLD.yield IS NOT NEW.yield
      UNION ALL SELECT 'piece_price' AS k, OLD.piece_price AS v WHERE OLD.piece_price IS NOT NEW.piece_price
      UNION ALL SELECT 'outside_item' AS k, hex(OLD.outside_item) AS v WHERE OLD.outside_item IS NOT NEW.outside_item
      UNION ALL SELECT 'outside_qty' AS k, OLD.outside_qty AS v WHERE OLD.outside_qty IS NOT NEW.outside_qty
      UNION ALL SELECT 'outside_uom' AS k, hex(OLD.outside_uom) AS v WHERE OLD.outside_uom IS NOT NEW.outside_uom
      UNION ALL SELECT 'min_charge' AS k, OLD.min_charge AS v WHERE OLD.min_charge IS NOT NEW.min_charge
      UNION ALL SELECT 'setup_every' AS k, OLD.setup_every AS v WHERE OLD.setup_every IS NOT NEW.setup_every
      UNION ALL SELECT 'note' AS k, OLD.note AS v WHERE OLD.note IS NOT NEW.note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_operation_d AFTER DELETE ON operation WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 55, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'bom', hex(OLD.bom), 'seq', OLD.seq, 'name', OLD.name, 'work_center', hex(OLD.work_center), 'setup_ms', OLD.setup_ms, 'run_ms', OLD.run_ms, 'basis', OLD.basis, 'units_per_cycle', OLD.units_per_cycle, 'cycle_rounding', OLD.cycle_rounding, 'efficiency', OLD.efficiency, 'crew', OLD.crew, 'yield', OLD.yield, 'piece_price', OLD.piece_price, 'outside_item', hex(OLD.outside_item), 'outside_qty', OLD.outside_qty, 'outside_uom', hex(OLD.outside_uom), 'min_charge', OLD.min_charge, 'setup_every', OLD.setup_every, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_price_row_i AFTER INSERT ON price_row WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 59, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_price_row_u AFTER UPDATE OF owner, deleted, item, supplier, code, currency, price, price_per, uom, min_qty, tax_included, tax, valid_from, valid_to, source, confirmed_by, custom ON price_row
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.supplier IS NOT NEW.supplier) * 8 | (OLD.code IS NOT NEW.code) * 16 | (OLD.currency IS NOT NEW.currency) * 32 | (OLD.price IS NOT NEW.price) * 64 | (OLD.price_per IS NOT NEW.price_per) * 128 | (OLD.uom IS NOT NEW.uom) * 256 | (OLD.min_qty IS NOT NEW.min_qty) * 512 | (OLD.tax_included IS NOT NEW.tax_included) * 1024 | (OLD.tax IS NOT NEW.tax) * 2048 | (OLD.valid_from IS NOT NEW.valid_from) * 4096 | (OLD.valid_to IS NOT NEW.valid_to) * 8192 | (OLD.source IS NOT NEW.source) * 16384 | (OLD.confirmed_by IS NOT NEW.confirmed_by) * 32768 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 59, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.item IS NOT NEW.item) * 4 | (OLD.supplier IS NOT NEW.supplier) * 8 | (OLD.code IS NOT NEW.code) * 16 | (OLD.currency IS NOT NEW.currency) * 32 | (OLD.price IS NOT NEW.price) * 64 | (OLD.price_per IS NOT NEW.price_per) * 128 | (OLD.uom IS NOT NEW.uom) * 256 | (OLD.min_qty IS NOT NEW.min_qty) * 512 | (OLD.tax_included IS NOT NEW.tax_included) * 1024 | (OLD.tax IS NOT NEW.tax) * 2048 | (OLD.valid_from IS NOT NEW.valid_from) * 4096 | (OLD.valid_to IS NOT NEW.valid_to) * 8192 | (OLD.source IS NOT NEW.source) * 16384 | (OLD.confirmed_by IS NOT NEW.confirmed_by) * 32768 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'supplier' AS k, hex(OLD.supplier) AS v WHERE OLD.supplier IS NOT NEW.supplier
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'price' AS k, OLD.price AS v WHERE OLD.price IS NOT NEW.price
      UNION ALL SELECT 'price_per' AS k, OLD.price_per AS v WHERE OLD.price_per IS NOT NEW.price_per
      UNION ALL SELECT 'uom' AS k, hex(OLD.uom) AS v WHERE OLD.uom IS NOT NEW.uom
      UNION ALL SELECT 'min_qty' AS k, OLD.min_qty AS v WHERE OLD.min_qty IS NOT NEW.min_qty
      UNION ALL SELECT 'tax_included' AS k, OLD.tax_included AS v WHERE OLD.tax_included IS NOT NEW.tax_included
      UNION ALL SELECT 'tax' AS k, OLD.tax AS v WHERE OLD.tax IS NOT NEW.tax
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'source' AS k, OLD.source AS v WHERE OLD.source IS NOT NEW.source
      UNION ALL SELECT 'confirmed_by' AS k, OLD.confirmed_by AS v WHERE OLD.confirmed_by IS NOT NEW.confirmed_by
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_price_row_d AFTER DELETE ON price_row WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 59, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'supplier', hex(OLD.supplier), 'code', OLD.code, 'currency', OLD.currency, 'price', OLD.price, 'price_per', OLD.price_per, 'uom', hex(OLD.uom), 'min_qty', OLD.min_qty, 'tax_included', OLD.tax_included, 'tax', OLD.tax, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'source', OLD.source, 'confirmed_by', OLD.confirmed_by, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_fx_rate_i AFTER INSERT ON fx_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 60, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_fx_rate_u AFTER UPDATE OF owner, deleted, from_currency, to_currency, on_date, rate, source, custom ON fx_rate
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.from_currency IS NOT NEW.from_currency) * 4 | (OLD.to_currency IS NOT NEW.to_currency) * 8 | (OLD.on_date IS NOT NEW.on_date) * 16 | (OLD.rate IS NOT NEW.rate) * 32 | (OLD.source IS NOT NEW.source) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 60, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.from_currency IS NOT NEW.from_currency) * 4 | (OLD.to_currency IS NOT NEW.to_currency) * 8 | (OLD.on_date IS NOT NEW.on_date) * 16 | (OLD.rate IS NOT NEW.rate) * 32 | (OLD.source IS NOT NEW.source) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'from_currency' AS k, OLD.from_currency AS v WHERE OLD.from_currency IS NOT NEW.from_currency
      UNION ALL SELECT 'to_currency' AS k, OLD.to_currency AS v WHERE OLD.to_currency IS NOT NEW.to_currency
      UNION ALL SELECT 'on_date' AS k, OLD.on_date AS v WHERE OLD.on_date IS NOT NEW.on_date
      UNION ALL SELECT 'rate' AS k, OLD.rate AS v WHERE OLD.rate IS NOT NEW.rate
      UNION ALL SELECT 'source' AS k, OLD.source AS v WHERE OLD.source IS NOT NEW.source
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_fx_rate_d AFTER DELETE ON fx_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 60, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'from_currency', OLD.from_currency, 'to_currency', OLD.to_currency, 'on_date', OLD.on_date, 'rate', OLD.rate, 'source', OLD.source, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_overhead_rule_i AFTER INSERT ON overhead_rule WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 61, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_overhead_rule_u AFTER UPDATE OF owner, deleted, code, seq, level, base, pct, amount, target, scope, scope_key, valid_from, valid_to, custom ON overhead_rule
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.level IS NOT NEW.level) * 16 | (OLD.base IS NOT NEW.base) * 32 | (OLD.pct IS NOT NEW.pct) * 64 | (OLD.amount IS NOT NEW.amount) * 128 | (OLD.target IS NOT NEW.target) * 256 | (OLD.scope IS NOT NEW.scope) * 512 | (OLD.scope_key IS NOT NEW.scope_key) * 1024 | (OLD.valid_from IS NOT NEW.valid_from) * 2048 | (OLD.valid_to IS NOT NEW.valid_to) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 61, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.level IS NOT NEW.level) * 16 | (OLD.base IS NOT NEW.base) * 32 | (OLD.pct IS NOT NEW.pct) * 64 | (OLD.amount IS NOT NEW.amount) * 128 | (OLD.target IS NOT NEW.target) * 256 | (OLD.scope IS NOT NEW.scope) * 512 | (OLD.scope_key IS NOT NEW.scope_key) * 1024 | (OLD.valid_from IS NOT NEW.valid_from) * 2048 | (OLD.valid_to IS NOT NEW.valid_to) * 4096 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'seq' AS k, OLD.seq AS v WHERE OLD.seq IS NOT NEW.seq
      UNION ALL SELECT 'level' AS k, OLD.level AS v WHERE OLD.level IS NOT NEW.level
      UNION ALL SELECT 'base' AS k, OLD.base AS v WHERE OLD.base IS NOT NEW.base
      UNION ALL SELECT 'pct' AS k, OLD.pct AS v WHERE OLD.pct IS NOT NEW.pct
      UNION ALL SELECT 'amount' AS k, OLD.amount AS v WHERE OLD.amount IS NOT NEW.amount
      UNION ALL SELECT 'target' AS k, OLD.target AS v WHERE OLD.target IS NOT NEW.target
      UNION ALL SELECT 'scope' AS k, OLD.scope AS v WHERE OLD.scope IS NOT NEW.scope
      UNION ALL SELECT 'scope_key' AS k, OLD.scope_key AS v WHERE OLD.scope_key IS NOT NEW.scope_key
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_overhead_rule_d AFTER DELETE ON overhead_rule WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 61, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'seq', OLD.seq, 'level', OLD.level, 'base', OLD.base, 'pct', OLD.pct, 'amount', OLD.amount, 'target', OLD.target, 'scope', OLD.scope, 'scope_key', OLD.scope_key, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_tool_i AFTER INSERT ON tool WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 62, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_tool_u AFTER UPDATE OF owner, deleted, code, name, item, cost, currency, prepaid, amort_qty, mode, shipped, custom ON tool
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.item IS NOT NEW.item) * 16 | (OLD.cost IS NOT NEW.cost) * 32 | (OLD.currency IS NOT NEW.currency) * 64 | (OLD.prepaid IS NOT NEW.prepaid) * 128 | (OLD.amort_qty IS NOT NEW.amort_qty) * 256 | (OLD.mode IS NOT NEW.mode) * 512 | (OLD.shipped IS NOT NEW.shipped) * 1024 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 62, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.code IS NOT NEW.code) * 4 | (OLD.name IS NOT NEW.name) * 8 | (OLD.item IS NOT NEW.item) * 16 | (OLD.cost IS NOT NEW.cost) * 32 | (OLD.currency IS NOT NEW.currency) * 64 | (OLD.prepaid IS NOT NEW.prepaid) * 128 | (OLD.amort_qty IS NOT NEW.amort_qty) * 256 | (OLD.mode IS NOT NEW.mode) * 512 | (OLD.shipped IS NOT NEW.shipped) * 1024 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'cost' AS k, OLD.cost AS v WHERE OLD.cost IS NOT NEW.cost
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'prepaid' AS k, OLD.prepaid AS v WHERE OLD.prepaid IS NOT NEW.prepaid
      UNION ALL SELECT 'amort_qty' AS k, OLD.amort_qty AS v WHERE OLD.amort_qty IS NOT NEW.amort_qty
      UNION ALL SELECT 'mode' AS k, OLD.mode AS v WHERE OLD.mode IS NOT NEW.mode
      UNION ALL SELECT 'shipped' AS k, OLD.shipped AS v WHERE OLD.shipped IS NOT NEW.shipped
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_tool_d AFTER DELETE ON tool WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 62, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'item', hex(OLD.item), 'cost', OLD.cost, 'currency', OLD.currency, 'prepaid', OLD.prepaid, 'amort_qty', OLD.amort_qty, 'mode', OLD.mode, 'shipped', OLD.shipped, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_stage_i AFTER INSERT ON stage WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 20, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_stage_u AFTER UPDATE OF owner, deleted, seq, code, name, name_en, probability, kind, tone, limit_days, goal, active, custom ON stage
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.seq IS NOT NEW.seq) * 4 | (OLD.code IS NOT NEW.code) * 8 | (OLD.name IS NOT NEW.name) * 16 | (OLD.name_en IS NOT NEW.name_en) * 32 | (OLD.probability IS NOT NEW.probability) * 64 | (OLD.kind IS NOT NEW.kind) * 128 | (OLD.tone IS NOT NEW.tone) * 256 | (OLD.limit_days IS NOT NEW.limit_days) * 512 | (OLD.goal IS NOT NEW.goal) * 1024 | (OLD.active IS NOT NEW.active) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 20, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.seq IS NOT NEW.seq) * 4 | (OLD.code IS NOT NEW.code) * 8 | (OLD.name IS NOT NEW.name) * 16 | (OLD.name_en IS NOT NEW.name_en) * 32 | (OLD.probability IS NOT NEW.probability) * 64 | (OLD.kind IS NOT NEW.kind) * 128 | (OLD.tone IS NOT NEW.tone) * 256 | (OLD.limit_days IS NOT NEW.limit_days) * 512 | (OLD.goal IS NOT NEW.goal) * 1024 | (OLD.active IS NOT NEW.active) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'seq' AS k, OLD.seq AS v WHERE OLD.seq IS NOT NEW.seq
      UNION ALL SELECT 'code' AS k, OLD.code AS v WHERE OLD.code IS NOT NEW.code
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'name_en' AS k, OLD.name_en AS v WHERE OLD.name_en IS NOT NEW.name_en
      UNION ALL SELECT 'probability' AS k, OLD.probability AS v WHERE OLD.probability IS NOT NEW.probability
      UNION ALL SELECT 'kind' AS k, OLD.kind AS v WHERE OLD.kind IS NOT NEW.kind
      UNION ALL SELECT 'tone' AS k, OLD.tone AS v WHERE OLD.tone IS NOT NEW.tone
      UNION ALL SELECT 'limit_days' AS k, OLD.limit_days AS v WHERE OLD.limit_days IS NOT NEW.limit_days
      UNION ALL SELECT 'goal' AS k, OLD.goal AS v WHERE OLD.goal IS NOT NEW.goal
      UNION ALL SELECT 'active' AS k, OLD.active AS v WHERE OLD.active IS NOT NEW.active
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_stage_d AFTER DELETE ON stage WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 20, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'seq', OLD.seq, 'code', OLD.code, 'name', OLD.name, 'name_en', OLD.name_en, 'probability', OLD.probability, 'kind', OLD.kind, 'tone', OLD.tone, 'limit_days', OLD.limit_days, 'goal', OLD.goal, 'active', OLD.active, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_opportunity_i AFTER INSERT ON opportunity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 21, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_opportunity_u AFTER UPDATE OF owner, deleted, name, number, customer, contact, stage, amount, currency, probability, expected_close, next_step, next_on, opened_on, entered_stage_on, closed_on, source, competitor, loss_reason, loss_note, remark, custom ON opportunity
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.number IS NOT NEW.number) * 8 | (OLD.customer IS NOT NEW.customer) * 16 | (OLD.contact IS NOT NEW.contact) * 32 | (OLD.stage IS NOT NEW.stage) * 64 | (OLD.amount IS NOT NEW.amount) * 128 | (OLD.currency IS NOT NEW.currency) * 256 | (OLD.probability IS NOT NEW.probability) * 512 | (OLD.expected_close IS NOT NEW.expected_close) * 1024 | (OLD.next_step IS NOT NEW.next_step) * 2048 | (OLD.next_on IS NOT NEW.next_on) * 4096 | (OLD.opened_on IS NOT NEW.opened_on) * 8192 | (OLD.entered_stage_on IS NOT NEW.entered_stage_on) * 16384 | (OLD.closed_on IS NOT NEW.closed_on) * 32768 | (OLD.source IS NOT NEW.source) * 65536 | (OLD.competitor IS NOT NEW.competitor) * 131072 | (OLD.loss_reason IS NOT NEW.loss_reason) * 262144 | (OLD.loss_note IS NOT NEW.loss_note) * 524288 | (OLD.remark IS NOT NEW.remark) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 21, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.name IS NOT NEW.name) * 4 | (OLD.number IS NOT NEW.number) * 8 | (OLD.customer IS NOT NEW.customer) * 16 | (OLD.contact IS NOT NEW.contact) * 32 | (OLD.stage IS NOT NEW.stage) * 64 | (OLD.amount IS NOT NEW.amount) * 128 | (OLD.currency IS NOT NEW.currency) * 256 | (OLD.probability IS NOT NEW.probability) * 512 | (OLD.expected_close IS NOT NEW.expected_close) * 1024 | (OLD.next_step IS NOT NEW.next_step) * 2048 | (OLD.next_on IS NOT NEW.next_on) * 4096 | (OLD.opened_on IS NOT NEW.opened_on) * 8192 | (OLD.entered_stage_on IS NOT NEW.entered_stage_on) * 16384 | (OLD.closed_on IS NOT NEW.closed_on) * 32768 | (OLD.source IS NOT NEW.source) * 65536 | (OLD.competitor IS NOT NEW.competitor) * 131072 | (OLD.loss_reason IS NOT NEW.loss_reason) * 262144 | (OLD.loss_note IS NOT NEW.loss_note) * 524288 | (OLD.remark IS NOT NEW.remark) * 1048576 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'name' AS k, OLD.name AS v WHERE OLD.name IS NOT NEW.name
      UNION ALL SELECT 'number' AS k, OLD.number AS v WHERE OLD.number IS NOT NEW.number
      UNION ALL SELECT 'customer' AS k, hex(OLD.customer) AS v WHERE OLD.customer IS NOT NEW.customer
      UNION ALL SELECT 'contact' AS k, hex(OLD.contact) AS v WHERE OLD.contact IS NOT NEW.contact
      UNION ALL SELECT 'stage' AS k, hex(OLD.stage) AS v WHERE OLD.stage IS NOT NEW.stage
      UNION ALL SELECT 'amount' AS k, OLD.amount AS v WHERE OLD.amount IS NOT NEW.amount
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'probability' AS k, OLD.probability AS v WHERE OLD.probability IS NOT NEW.probability
      UNION ALL SELECT 'expected_close' AS k, OLD.expected_close AS v WHERE OLD.expected_close IS NOT NEW.expected_close
      UNION ALL SELECT 'next_step' AS k, OLD.next_step AS v WHERE OLD.next_step IS NOT NEW.next_step
      UNION ALL SELECT 'next_on' AS k, OLD.next_on AS v WHERE OLD.next_on IS NOT NEW.next_on
      UNION ALL SELECT 'opened_on' AS k, OLD.opened_on AS v WHERE OLD.opened_on IS NOT NEW.opened_on
      UNION ALL SELECT 'entered_stage_on' AS k, OLD.entered_stage_on AS v WHERE OLD.entered_stage_on IS NOT NEW.entered_stage_on
      UNION ALL SELECT 'closed_on' AS k, OLD.closed_on AS v WHERE OLD.closed_on IS NOT NEW.closed_on
      UNION ALL SELECT 'source' AS k, OLD.source AS v WHERE OLD.source IS NOT NEW.source
      UNION ALL SELECT 'competitor' AS k, OLD.competitor AS v WHERE OLD.competitor IS NOT NEW.competitor
      UNION ALL SELECT 'loss_reason' AS k, OLD.loss_reason AS v WHERE OLD.loss_reason IS NOT NEW.loss_reason
      UNION ALL SELECT 'loss_note' AS k, OLD.loss_note AS v WHERE OLD.loss_note IS NOT NEW.loss_note
      UNION ALL SELECT 'remark' AS k, OLD.remark AS v WHERE OLD.remark IS NOT NEW.remark
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_opportunity_d AFTER DELETE ON opportunity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 21, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'number', OLD.number, 'customer', hex(OLD.customer), 'contact', hex(OLD.contact), 'stage', hex(OLD.stage), 'amount', OLD.amount, 'currency', OLD.currency, 'probability', OLD.probability, 'expected_close', OLD.expected_close, 'next_step', OLD.next_step, 'next_on', OLD.next_on, 'opened_on', OLD.opened_on, 'entered_stage_on', OLD.entered_stage_on, 'closed_on', OLD.closed_on, 'source', OLD.source, 'competitor', OLD.competitor, 'loss_reason', OLD.loss_reason, 'loss_note', OLD.loss_note, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_stage_change_i AFTER INSERT ON stage_change WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 22, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_stage_change_u AFTER UPDATE OF owner, deleted, opportunity, from_stage, to_stage, at, by_person, reason, custom ON stage_change
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.opportunity IS NOT NEW.opportunity) * 4 | (OLD.from_stage IS NOT NEW.from_stage) * 8 | (OLD.to_stage IS NOT NEW.to_stage) * 16 | (OLD.at IS NOT NEW.at) * 32 | (OLD.by_person IS NOT NEW.by_person) * 64 | (OLD.reason IS NOT NEW.reason) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 22, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.opportunity IS NOT NEW.opportunity) * 4 | (OLD.from_stage IS NOT NEW.from_stage) * 8 | (OLD.to_stage IS NOT NEW.to_stage) * 16 | (OLD.at IS NOT NEW.at) * 32 | (OLD.by_person IS NOT NEW.by_person) * 64 | (OLD.reason IS NOT NEW.reason) * 128 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'opportunity' AS k, hex(OLD.opportunity) AS v WHERE OLD.opportunity IS NOT NEW.opportunity
      UNION ALL SELECT 'from_stage' AS k, hex(OLD.from_stage) AS v WHERE OLD.from_stage IS NOT NEW.from_stage
      UNION ALL SELECT 'to_stage' AS k, hex(OLD.to_stage) AS v WHERE OLD.to_stage IS NOT NEW.to_stage
      UNION ALL SELECT 'at' AS k, OLD.at AS v WHERE OLD.at IS NOT NEW.at
      UNION ALL SELECT 'by_person' AS k, OLD.by_person AS v WHERE OLD.by_person IS NOT NEW.by_person
      UNION ALL SELECT 'reason' AS k, OLD.reason AS v WHERE OLD.reason IS NOT NEW.reason
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_stage_change_d AFTER DELETE ON stage_change WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 22, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'opportunity', hex(OLD.opportunity), 'from_stage', hex(OLD.from_stage), 'to_stage', hex(OLD.to_stage), 'at', OLD.at, 'by_person', OLD.by_person, 'reason', OLD.reason, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_activity_i AFTER INSERT ON activity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 23, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_activity_u AFTER UPDATE OF owner, deleted, customer, opportunity, contact, kind, at, by_person, minutes, summary, need_change, objection, competitor, competitor_price, next_step, next_on, custom ON activity
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.customer IS NOT NEW.customer) * 4 | (OLD.opportunity IS NOT NEW.opportunity) * 8 | (OLD.contact IS NOT NEW.contact) * 16 | (OLD.kind IS NOT NEW.kind) * 32 | (OLD.at IS NOT NEW.at) * 64 | (OLD.by_person IS NOT NEW.by_person) * 128 | (OLD.minutes IS NOT NEW.minutes) * 256 | (OLD.summary IS NOT NEW.summary) * 512 | (OLD.need_change IS NOT NEW.need_change) * 1024 | (OLD.objection IS NOT NEW.objection) * 2048 | (OLD.competitor IS NOT NEW.competitor) * 4096 | (OLD.competitor_price IS NOT NEW.competitor_price) * 8192 | (OLD.next_step IS NOT NEW.next_step) * 16384 | (OLD.next_on IS NOT NEW.next_on) * 32768 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 23, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.customer IS NOT NEW.customer) * 4 | (OLD.opportunity IS NOT NEW.opportunity) * 8 | (OLD.contact IS NOT NEW.contact) * 16 | (OLD.kind IS NOT NEW.kind) * 32 | (OLD.at IS NOT NEW.at) * 64 | (OLD.by_person IS NOT NEW.by_person) * 128 | (OLD.minutes IS NOT NEW.minutes) * 256 | (OLD.summary IS NOT NEW.summary) * 512 | (OLD.need_change IS NOT NEW.need_change) * 1024 | (OLD.objection IS NOT NEW.objection) * 2048 | (OLD.competitor IS NOT NEW.competitor) * 4096 | (OLD.competitor_price IS NOT NEW.competitor_price) * 8192 | (OLD.next_step IS NOT NEW.next_step) * 16384 | (OLD.next_on IS NOT NEW.next_on) * 32768 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'customer' AS k, hex(OLD.customer) AS v WHERE OLD.customer IS NOT NEW.customer
      UNION ALL SELECT 'opportunity' AS k, hex(OLD.opportunity) AS v WHERE OLD.opportunity IS NOT NEW.opportunity
      UNION ALL SELECT 'contact' AS k, hex(OLD.contact) AS v WHERE OLD.contact IS NOT NEW.contact
      UNION ALL SELECT 'kind' AS k, OLD.kind AS v WHERE OLD.kind IS NOT NEW.kind
      UNION ALL SELECT 'at' AS k, OLD.at AS v WHERE OLD.at IS NOT NEW.at
      UNION ALL SELECT 'by_person' AS k, OLD.by_person AS v WHERE OLD.by_person IS NOT NEW.by_person
      UNION ALL SELECT 'minutes' AS k, OLD.minutes AS v WHERE OLD.minutes IS NOT NEW.minutes
      UNION ALL SELECT 'summary' AS k, OLD.summary AS v WHERE OLD.summary IS NOT NEW.summary
      UNION ALL SELECT 'need_change' AS k, OLD.need_change AS v WHERE OLD.need_change IS NOT NEW.need_change
      UNION ALL SELECT 'objection' AS k, OLD.objection AS v WHERE OLD.objection IS NOT NEW.objection
      UNION ALL SELECT 'competitor' AS k, OLD.competitor AS v WHERE OLD.competitor IS NOT NEW.competitor
      UNION ALL SELECT 'competitor_price' AS k, OLD.competitor_price AS v WHERE OLD.competitor_price IS NOT NEW.competitor_price
      UNION ALL SELECT 'next_step' AS k, OLD.next_step AS v WHERE OLD.next_step IS NOT NEW.next_step
      UNION ALL SELECT 'next_on' AS k, OLD.next_on AS v WHERE OLD.next_on IS NOT NEW.next_on
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_activity_d AFTER DELETE ON activity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 23, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'customer', hex(OLD.customer), 'opportunity', hex(OLD.opportunity), 'contact', hex(OLD.contact), 'kind', OLD.kind, 'at', OLD.at, 'by_person', OLD.by_person, 'minutes', OLD.minutes, 'summary', OLD.summary, 'need_change', OLD.need_change, 'objection', OLD.objection, 'competitor', OLD.competitor, 'competitor_price', OLD.competitor_price, 'next_step', OLD.next_step, 'next_on', OLD.next_on, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_i AFTER INSERT ON sales_order WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 40, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_sales_order_u AFTER UPDATE OF owner, deleted, number, customer_order, customer, ordered_on, due_on, shipped_on, region, sales_person, online, subtotal, tax, freight, total, receivable, currency, custom ON sales_order
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.number IS NOT NEW.number) * 4 | (OLD.customer_order IS NOT NEW.customer_order) * 8 | (OLD.customer IS NOT NEW.customer) * 16 | (OLD.ordered_on IS NOT NEW.ordered_on) * 32 | (OLD.due_on IS NOT NEW.due_on) * 64 | (OLD.shipped_on IS NOT NEW.shipped_on) * 128 | (OLD.region IS NOT NEW.region) * 256 | (OLD.sales_person IS NOT NEW.sales_person) * 512 | (OLD.online IS NOT NEW.online) * 1024 | (OLD.subtotal IS NOT NEW.subtotal) * 2048 | (OLD.tax IS NOT NEW.tax) * 4096 | (OLD.freight IS NOT NEW.freight) * 8192 | (OLD.total IS NOT NEW.total) * 16384 | (OLD.receivable IS NOT NEW.receivable) * 32768 | (OLD.currency IS NOT NEW.currency) * 65536 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 40, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.number IS NOT NEW.number) * 4 | (OLD.customer_order IS NOT NEW.customer_order) * 8 | (OLD.customer IS NOT NEW.customer) * 16 | (OLD.ordered_on IS NOT NEW.ordered_on) * 32 | (OLD.due_on IS NOT NEW.due_on) * 64 | (OLD.shipped_on IS NOT NEW.shipped_on) * 128 | (OLD.region IS NOT NEW.region) * 256 | (OLD.sales_person IS NOT NEW.sales_person) * 512 | (OLD.online IS NOT NEW.online) * 1024 | (OLD.subtotal IS NOT NEW.subtotal) * 2048 | (OLD.tax IS NOT NEW.tax) * 4096 | (OLD.freight IS NOT NEW.freight) * 8192 | (OLD.total IS NOT NEW.total) * 16384 | (OLD.receivable IS NOT NEW.receivable) * 32768 | (OLD.currency IS NOT NEW.currency) * 65536 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'number' AS k, OLD.number AS v WHERE OLD.number IS NOT NEW.number
      UNION ALL SELECT 'customer_order' AS k, OLD.customer_order AS v WHERE OLD.customer_order IS NOT NEW.customer_order
      UNION ALL SELECT 'customer' AS k, hex(OLD.customer) AS v WHERE OLD.customer IS NOT NEW.customer
      UNION ALL SELECT 'ordered_on' AS k, OLD.ordered_on AS v WHERE OLD.ordered_on IS NOT NEW.ordered_on
      UNION ALL SELECT 'due_on' AS k, OLD.due_on AS v WHERE OLD.due_on IS NOT NEW.due_on
      UNION ALL SELECT 'shipped_on' AS k, OLD.shipped_on AS v WHERE OLD.shipped_on IS NOT NEW.shipped_on
      UNION ALL SELECT 'region' AS k, OLD.region AS v WHERE OLD.region IS NOT NEW.region
      UNION ALL SELECT 'sales_person' AS k, OLD.sales_person AS v WHERE OLD.sales_person IS NOT NEW.sales_person
      UNION ALL SELECT 'online' AS k, OLD.online AS v WHERE OLD.online IS NOT NEW.online
      UNION ALL SELECT 'subtotal' AS k, OLD.subtotal AS v WHERE OLD.subtotal IS NOT NEW.subtotal
      UNION ALL SELECT 'tax' AS k, OLD.tax AS v WHERE OLD.tax IS NOT NEW.tax
      UNION ALL SELECT 'freight' AS k, OLD.freight AS v WHERE OLD.freight IS NOT NEW.freight
      UNION ALL SELECT 'total' AS k, OLD.total AS v WHERE OLD.total IS NOT NEW.total
      UNION ALL SELECT 'receivable' AS k, OLD.receivable AS v WHERE OLD.receivable IS NOT NEW.receivable
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_d AFTER DELETE ON sales_order WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 40, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'number', OLD.number, 'customer_order', OLD.customer_order, 'customer', hex(OLD.customer), 'ordered_on', OLD.ordered_on, 'due_on', OLD.due_on, 'shipped_on', OLD.shipped_on, 'region', OLD.region, 'sales_person', OLD.sales_person, 'online', OLD.online, 'subtotal', OLD.subtotal, 'tax', OLD.tax, 'freight', OLD.freight, 'total', OLD.total, 'receivable', OLD.receivable, 'currency', OLD.currency, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_line_i AFTER INSERT ON sales_order_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 41, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_sales_order_line_u AFTER UPDATE OF owner, deleted, sales_order, line_no, item, item_code, item_name, quantity, unit_price, discount, line_total, custom ON sales_order_line
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.sales_order IS NOT NEW.sales_order) * 4 | (OLD.line_no IS NOT NEW.line_no) * 8 | (OLD.item IS NOT NEW.item) * 16 | (OLD.item_code IS NOT NEW.item_code) * 32 | (OLD.item_name IS NOT NEW.item_name) * 64 | (OLD.quantity IS NOT NEW.quantity) * 128 | (OLD.unit_price IS NOT NEW.unit_price) * 256 | (OLD.discount IS NOT NEW.discount) * 512 | (OLD.line_total IS NOT NEW.line_total) * 1024 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 41, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.sales_order IS NOT NEW.sales_order) * 4 | (OLD.line_no IS NOT NEW.line_no) * 8 | (OLD.item IS NOT NEW.item) * 16 | (OLD.item_code IS NOT NEW.item_code) * 32 | (OLD.item_name IS NOT NEW.item_name) * 64 | (OLD.quantity IS NOT NEW.quantity) * 128 | (OLD.unit_price IS NOT NEW.unit_price) * 256 | (OLD.discount IS NOT NEW.discount) * 512 | (OLD.line_total IS NOT NEW.line_total) * 1024 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'sales_order' AS k, hex(OLD.sales_order) AS v WHERE OLD.sales_order IS NOT NEW.sales_order
      UNION ALL SELECT 'line_no' AS k, OLD.line_no AS v WHERE OLD.line_no IS NOT NEW.line_no
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'item_code' AS k, OLD.item_code AS v WHERE OLD.item_code IS NOT NEW.item_code
      UNION ALL SELECT 'item_name' AS k, OLD.item_name AS v WHERE OLD.item_name IS NOT NEW.item_name
      UNION ALL SELECT 'quantity' AS k, OLD.quantity AS v WHERE OLD.quantity IS NOT NEW.quantity
      UNION ALL SELECT 'unit_price' AS k, OLD.unit_price AS v WHERE OLD.unit_price IS NOT NEW.unit_price
      UNION ALL SELECT 'discount' AS k, OLD.discount AS v WHERE OLD.discount IS NOT NEW.discount
      UNION ALL SELECT 'line_total' AS k, OLD.line_total AS v WHERE OLD.line_total IS NOT NEW.line_total
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_line_d AFTER DELETE ON sales_order_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 41, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'sales_order', hex(OLD.sales_order), 'line_no', OLD.line_no, 'item', hex(OLD.item), 'item_code', OLD.item_code, 'item_name', OLD.item_name, 'quantity', OLD.quantity, 'unit_price', OLD.unit_price, 'discount', OLD.discount, 'line_total', OLD.line_total, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_price_policy_i AFTER INSERT ON price_policy WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 70, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_price_policy_u AFTER UPDATE OF owner, deleted, scope, scope_key, grade, valid_from, valid_to, method, rate, min_markup, step, price_decimals, custom ON price_policy
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.scope IS NOT NEW.scope) * 4 | (OLD.scope_key IS NOT NEW.scope_key) * 8 | (OLD.grade IS NOT NEW.grade) * 16 | (OLD.valid_from IS NOT NEW.valid_from) * 32 | (OLD.valid_to IS NOT NEW.valid_to) * 64 | (OLD.method IS NOT NEW.method) * 128 | (OLD.rate IS NOT NEW.rate) * 256 | (OLD.min_markup IS NOT NEW.min_markup) * 512 | (OLD.step IS NOT NEW.step) * 1024 | (OLD.price_decimals IS NOT NEW.price_decimals) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 70, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.scope IS NOT NEW.scope) * 4 | (OLD.scope_key IS NOT NEW.scope_key) * 8 | (OLD.grade IS NOT NEW.grade) * 16 | (OLD.valid_from IS NOT NEW.valid_from) * 32 | (OLD.valid_to IS NOT NEW.valid_to) * 64 | (OLD.method IS NOT NEW.method) * 128 | (OLD.rate IS NOT NEW.rate) * 256 | (OLD.min_markup IS NOT NEW.min_markup) * 512 | (OLD.step IS NOT NEW.step) * 1024 | (OLD.price_decimals IS NOT NEW.price_decimals) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'scope' AS k, OLD.scope AS v WHERE OLD.scope IS NOT NEW.scope
      UNION ALL SELECT 'scope_key' AS k, OLD.scope_key AS v WHERE OLD.scope_key IS NOT NEW.scope_key
      UNION ALL SELECT 'grade' AS k, OLD.grade AS v WHERE OLD.grade IS NOT NEW.grade
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'method' AS k, OLD.method AS v WHERE OLD.method IS NOT NEW.method
      UNION ALL SELECT 'rate' AS k, OLD.rate AS v WHERE OLD.rate IS NOT NEW.rate
      UNION ALL SELECT 'min_markup' AS k, OLD.min_markup AS v WHERE OLD.min_markup IS NOT NEW.min_markup
      UNION ALL SELECT 'step' AS k, OLD.step AS v WHERE OLD.step IS NOT NEW.step
      UNION ALL SELECT 'price_decimals' AS k, OLD.price_decimals AS v WHERE OLD.price_decimals IS NOT NEW.price_decimals
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_price_policy_d AFTER DELETE ON price_policy WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 70, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'scope', OLD.scope, 'scope_key', OLD.scope_key, 'grade', OLD.grade, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'method', OLD.method, 'rate', OLD.rate, 'min_markup', OLD.min_markup, 'step', OLD.step, 'price_decimals', OLD.price_decimals, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_float_authority_i AFTER INSERT ON float_authority WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 71, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_float_authority_u AFTER UPDATE OF owner, deleted, grade, level, max_depth, valid_from, valid_to, custom ON float_authority
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.grade IS NOT NEW.grade) * 4 | (OLD.level IS NOT NEW.level) * 8 | (OLD.max_depth IS NOT NEW.max_depth) * 16 | (OLD.valid_from IS NOT NEW.valid_from) * 32 | (OLD.valid_to IS NOT NEW.valid_to) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 71, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.grade IS NOT NEW.grade) * 4 | (OLD.level IS NOT NEW.level) * 8 | (OLD.max_depth IS NOT NEW.max_depth) * 16 | (OLD.valid_from IS NOT NEW.valid_from) * 32 | (OLD.valid_to IS NOT NEW.valid_to) * 64 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'grade' AS k, OLD.grade AS v WHERE OLD.grade IS NOT NEW.grade
      UNION ALL SELECT 'level' AS k, OLD.level AS v WHERE OLD.level IS NOT NEW.level
      UNION ALL SELECT 'max_depth' AS k, OLD.max_depth AS v WHERE OLD.max_depth IS NOT NEW.max_depth
      UNION ALL SELECT 'valid_from' AS k, OLD.valid_from AS v WHERE OLD.valid_from IS NOT NEW.valid_from
      UNION ALL SELECT 'valid_to' AS k, OLD.valid_to AS v WHERE OLD.valid_to IS NOT NEW.valid_to
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_float_authority_d AFTER DELETE ON float_authority WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 71, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'grade', OLD.grade, 'level', OLD.level, 'max_depth', OLD.max_depth, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_i AFTER INSERT ON quote WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 80, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_u AFTER UPDATE OF owner, deleted, number, customer, opportunity, title, revision_no, state, currency, net_total, gross_total, base_total, quoted_on, valid_until, custom ON quote
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.number IS NOT NEW.number) * 4 | (OLD.customer IS NOT NEW.customer) * 8 | (OLD.opportunity IS NOT NEW.opportunity) * 16 | (OLD.title IS NOT NEW.title) * 32 | (OLD.revision_no IS NOT NEW.revision_no) * 64 | (OLD.state IS NOT NEW.state) * 128 | (OLD.currency IS NOT NEW.currency) * 256 | (OLD.net_total IS NOT NEW.net_total) * 512 | (OLD.gross_total IS NOT NEW.gross_total) * 1024 | (OLD.base_total IS NOT NEW.base_total) * 2048 | (OLD.quoted_on IS NOT NEW.quoted_on) * 4096 | (OLD.valid_until IS NOT NEW.valid_until) * 8192 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 80, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.number IS NOT NEW.number) * 4 | (OLD.customer IS NOT NEW.customer) * 8 | (OLD.opportunity IS NOT NEW.opportunity) * 16 | (OLD.title IS NOT NEW.title) * 32 | (OLD.revision_no IS NOT NEW.revision_no) * 64 | (OLD.state IS NOT NEW.state) * 128 | (OLD.currency IS NOT NEW.currency) * 256 | (OLD.net_total IS NOT NEW.net_total) * 512 | (OLD.gross_total IS NOT NEW.gross_total) * 1024 | (OLD.base_total IS NOT NEW.base_total) * 2048 | (OLD.quoted_on IS NOT NEW.quoted_on) * 4096 | (OLD.valid_until IS NOT NEW.valid_until) * 8192 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'number' AS k, OLD.number AS v WHERE OLD.number IS NOT NEW.number
      UNION ALL SELECT 'customer' AS k, hex(OLD.customer) AS v WHERE OLD.customer IS NOT NEW.customer
      UNION ALL SELECT 'opportunity' AS k, hex(OLD.opportunity) AS v WHERE OLD.opportunity IS NOT NEW.opportunity
      UNION ALL SELECT 'title' AS k, OLD.title AS v WHERE OLD.title IS NOT NEW.title
      UNION ALL SELECT 'revision_no' AS k, OLD.revision_no AS v WHERE OLD.revision_no IS NOT NEW.revision_no
      UNION ALL SELECT 'state' AS k, OLD.state AS v WHERE OLD.state IS NOT NEW.state
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'net_total' AS k, OLD.net_total AS v WHERE OLD.net_total IS NOT NEW.net_total
      UNION ALL SELECT 'gross_total' AS k, OLD.gross_total AS v WHERE OLD.gross_total IS NOT NEW.gross_total
      UNION ALL SELECT 'base_total' AS k, OLD.base_total AS v WHERE OLD.base_total IS NOT NEW.base_total
      UNION ALL SELECT 'quoted_on' AS k, OLD.quoted_on AS v WHERE OLD.quoted_on IS NOT NEW.quoted_on
      UNION ALL SELECT 'valid_until' AS k, OLD.valid_until AS v WHERE OLD.valid_until IS NOT NEW.valid_until
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_quote_d AFTER DELETE ON quote WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 80, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'number', OLD.number, 'customer', hex(OLD.customer), 'opportunity', hex(OLD.opportunity), 'title', OLD.title, 'revision_no', OLD.revision_no, 'state', OLD.state, 'currency', OLD.currency, 'net_total', OLD.net_total, 'gross_total', OLD.gross_total, 'base_total', OLD.base_total, 'quoted_on', OLD.quoted_on, 'valid_until', OLD.valid_until, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_revision_i AFTER INSERT ON quote_revision WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 81, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_revision_u AFTER UPDATE OF owner, deleted, quote, revision_no, state, quoted_on, contact, grade, base_currency, currency, exchange_rate, rate_date, fx_buffer, tax_mode, tax_rate, price_decimals, valid_until, payment_terms, delivery_terms, freight, remarks, internal_note, net_total, tax_total, gross_total, sent_at, custom ON quote_revision
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.quote IS NOT NEW.quote) * 4 | (OLD.revision_no IS NOT NEW.revision_no) * 8 | (OLD.state IS NOT NEW.state) * 16 | (OLD.quoted_on IS NOT NEW.quoted_on) * 32 | (OLD.contact IS NOT NEW.contact) * 64 | (OLD.grade IS NOT NEW.grade) * 128 | (OLD.base_currency IS NOT NEW.base_currency) * 256 | (OLD.currency IS NOT NEW.currency) * 512 | (OLD.exchange_rate IS NOT NEW.exchange_rate) * 1024 | (OLD.rate_date IS NOT NEW.rate_date) * 2048 | (OLD.fx_buffer IS NOT NEW.fx_buffer) * 4096 | (OLD.tax_mode IS NOT NEW.tax_mode) * 8192 | (OLD.tax_rate IS NOT NEW.tax_rate) * 16384 | (OLD.price_decimals IS NOT NEW.price_decimals) * 32768 | (OLD.valid_until IS NOT NEW.valid_until) * 65536 | (OLD.payment_terms IS NOT NEW.payment_terms) * 131072 | (OLD.delivery_terms IS NOT NEW.delivery_terms) * 262144 | (OLD.freight IS NOT NEW.freight) * 524288 | (OLD.remarks IS NOT NEW.remarks) * 1048576 | (OLD.internal_note IS NOT NEW.internal_note) * 2097152 | (OLD.net_total IS NOT NEW.net_total) * 4194304 | (OLD.tax_total IS NOT NEW.tax_total) * 8388608 | (OLD.gross_total IS NOT NEW.gross_total) * 16777216 | (OLD.sent_at IS NOT NEW.sent_at) * 33554432 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 81, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.quote IS NOT NEW.quote) * 4 | (OLD.revision_no IS NOT NEW.revision_no) * 8 | (OLD.state IS NOT NEW.state) * 16 | (OLD.quoted_on IS NOT NEW.quoted_on) * 32 | (OLD.contact IS NOT NEW.contact) * 64 | (OLD.grade IS NOT NEW.grade) * 128 | (OLD.base_currency IS NOT NEW.base_currency) * 256 | (OLD.currency IS NOT NEW.currency) * 512 | (OLD.exchange_rate IS NOT NEW.exchange_rate) * 1024 | (OLD.rate_date IS NOT NEW.rate_date) * 2048 | (OLD.fx_buffer IS NOT NEW.fx_buffer) * 4096 | (OLD.tax_mode IS NOT NEW.tax_mode) * 8192 | (OLD.tax_rate IS NOT NEW.tax_rate) * 16384 | (OLD.price_decimals IS NOT NEW.price_decimals) * 32768 | (OLD.valid_until IS NOT NEW.valid_until) * 65536 | (OLD.payment_terms IS NOT NEW.payment_terms) * 131072 | (OLD.delivery_terms IS NOT NEW.delivery_terms) * 262144 | (OLD.freight IS NOT NEW.freight) * 524288 | (OLD.remarks IS NOT NEW.remarks) * 1048576 | (OLD.internal_note IS NOT NEW.internal_note) * 2097152 | (OLD.net_total IS NOT NEW.net_total) * 4194304 | (OLD.tax_total IS NOT NEW.tax_total) * 8388608 | (OLD.gross_total IS NOT NEW.gross_total) * 16777216 | (OLD.sent_at IS NOT NEW.sent_at) * 33554432 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'quote' AS k, hex(OLD.quote) AS v WHERE OLD.quote IS NOT NEW.quote
      UNION ALL SELECT 'revision_no' AS k, OLD.revision_no AS v WHERE OLD.revision_no IS NOT NEW.revision_no
      UNION ALL SELECT 'state' AS k, OLD.state AS v WHERE OLD.state IS NOT NEW.state
      UNION ALL SELECT 'quoted_on' AS k, OLD.quoted_on AS v WHERE OLD.quoted_on IS NOT NEW.quoted_on
      UNION ALL SELECT 'contact' AS k, hex(OLD.contact) AS v WHERE OLD.contact IS NOT NEW.contact
      UNION ALL SELECT 'grade' AS k, OLD.grade AS v WHERE OLD.grade IS NOT NEW.grade
      UNION ALL SELECT 'base_currency' AS k, OLD.base_currency AS v WHERE OLD.base_currency IS NOT NEW.base_currency
      UNION ALL SELECT 'currency' AS k, OLD.currency AS v WHERE OLD.currency IS NOT NEW.currency
      UNION ALL SELECT 'exchange_rate' AS k, OLD.exchange_rate AS v WHERE OLD.exchange_rate IS NOT NEW.exchange_rate
      UNION ALL SELECT 'rate_date' AS k, OLD.rate_date AS v WHERE OLD.rate_date IS NOT NEW.rate_date
      UNION ALL SELECT 'fx_buffer' AS k, OLD.fx_buffer AS v WHERE OLD.fx_buffer IS NOT NEW.fx_buffer
      UNION ALL SELECT 'tax_mode' AS k, OLD.tax_mode AS v WHERE OLD.tax_mode IS NOT NEW.tax_mode
      UNION ALL SELECT 'tax_rate' AS k, OLD.tax_rate AS v WHERE OLD.tax_rate IS NOT NEW.tax_rate
      UNION ALL SELECT 'price_decimals' AS k, OLD.price_decimals AS v WHERE OLD.price_decimals IS NOT NEW.price_decimals
      UNION ALL SELECT 'valid_until' AS k, OLD.valid_until AS v WHERE OLD.valid_until IS NOT NEW.valid_until
      UNION ALL SELECT 'payment_terms' AS k, OLD.payment_terms AS v WHERE OLD.payment_terms IS NOT NEW.payment_terms
      UNION ALL SELECT 'delivery_terms' AS k, OLD.delivery_terms AS v WHERE OLD.delivery_terms IS NOT NEW.delivery_terms
      UNION ALL SELECT 'freight' AS k, OLD.freight AS v WHERE OLD.freight IS NOT NEW.freight
      UNION ALL SELECT 'remarks' AS k, OLD.remarks AS v WHERE OLD.remarks IS NOT NEW.remarks
      UNION ALL SELECT 'internal_note' AS k, OLD.internal_note AS v WHERE OLD.internal_note IS NOT NEW.internal_note
      UNION ALL SELECT 'net_total' AS k, OLD.net_total AS v WHERE OLD.net_total IS NOT NEW.net_total
      UNION ALL SELECT 'tax_total' AS k, OLD.tax_total AS v WHERE OLD.tax_total IS NOT NEW.tax_total
      UNION ALL SELECT 'gross_total' AS k, OLD.gross_total AS v WHERE OLD.gross_total IS NOT NEW.gross_total
      UNION ALL SELECT 'sent_at' AS k, OLD.sent_at AS v WHERE OLD.sent_at IS NOT NEW.sent_at
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_quote_revision_d AFTER DELETE ON quote_revision WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 81, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'quote', hex(OLD.quote), 'revision_no', OLD.revision_no, 'state', OLD.state, 'quoted_on', OLD.quoted_on, 'contact', hex(OLD.contact), 'grade', OLD.grade, 'base_currency', OLD.base_currency, 'currency', OLD.currency, 'exchange_rate', OLD.exchange_rate, 'rate_date', OLD.rate_date, 'fx_buffer', OLD.fx_buffer, 'tax_mode', OLD.tax_mode, 'tax_rate', OLD.tax_rate, 'price_decimals', OLD.price_decimals, 'valid_until', OLD.valid_until, 'payment_terms', OLD.payment_terms, 'delivery_terms', OLD.delivery_terms, 'freight', OLD.freight, 'remarks', OLD.remarks, 'internal_note', OLD.internal_note, 'net_total', OLD.net_total, 'tax_total', OLD.tax_total, 'gross_total', OLD.gross_total, 'sent_at', OLD.sent_at, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_i AFTER INSERT ON quote_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 82, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_line_u AFTER UPDATE OF owner, deleted, revision, seq, uid, type, item, item_code, item_name, spec, description, drawing_no, drawing_rev, customer_part_no, qty, uom, annual_qty, tier_type, unit_price, typed_price, guide_price, needed_level, tax_rate, lead_time, optional, alt_group, net_amount, tax_amount, gross_amount, internal_note, custom ON quote_line
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.revision IS NOT NEW.revision) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.uid IS NOT NEW.uid) * 16 | (OLD.type IS NOT NEW.type) * 32 | (OLD.item IS NOT NEW.item) * 64 | (OLD.item_code IS NOT NEW.item_code) * 128 | (OLD.item_name IS NOT NEW.item_name) * 256 | (OLD.spec IS NOT NEW.spec) * 512 | (OLD.description IS NOT NEW.description) * 1024 | (OLD.drawing_no IS NOT NEW.drawing_no) * 2048 | (OLD.drawing_rev IS NOT NEW.drawing_rev) * 4096 | (OLD.customer_part_no IS NOT NEW.customer_part_no) * 8192 | (OLD.qty IS NOT NEW.qty) * 16384 | (OLD.uom IS NOT NEW.uom) * 32768 | (OLD.annual_qty IS NOT NEW.annual_qty) * 65536 | (OLD.tier_type IS NOT NEW.tier_type) * 131072 | (OLD.unit_price IS NOT NEW.unit_price) * 262144 | (OLD.typed_price IS NOT NEW.typed_price) * 524288 | (OLD.guide_price IS NOT NEW.guide_price) * 1048576 | (OLD.needed_level IS NOT NEW.needed_level) * 2097152 | (OLD.tax_rate IS NOT NEW.tax_rate) * 4194304 | (OLD.lead_time IS NOT NEW.lead_time) * 8388608 | (OLD.optional IS NOT NEW.optional) * 16777216 | (OLD.alt_group IS NOT NEW.alt_group) * 33554432 | (OLD.net_amount IS NOT NEW.net_amount) * 67108864 | (OLD.tax_amount IS NOT NEW.tax_amount) * 134217728 | (OLD.gross_amount IS NOT NEW.gross_amount) * 268435456 | (OLD.internal_note IS NOT NEW.internal_note) * 536870912 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 82, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.revision IS NOT NEW.revision) * 4 | (OLD.seq IS NOT NEW.seq) * 8 | (OLD.uid IS NOT NEW.uid) * 16 | (OLD.type IS NOT NEW.type) * 32 | (OLD.item IS NOT NEW.item) * 64 | (OLD.item_code IS NOT NEW.item_code) * 128 | (OLD.item_name IS NOT NEW.item_name) * 256 | (OLD.spec IS NOT NEW.spec) * 512 | (OLD.description IS NOT NEW.description) * 1024 | (OLD.drawing_no IS NOT NEW.drawing_no) * 2048 | (OLD.drawing_rev IS NOT NEW.drawing_rev) * 4096 | (OLD.customer_part_no IS NOT NEW.customer_part_no) * 8192 | (OLD.qty IS NOT NEW.qty) * 16384 | (OLD.uom IS NOT NEW.uom) * 32768 | (OLD.annual_qty IS NOT NEW.annual_qty) * 65536 | (OLD.tier_type IS NOT NEW.tier_type) * 131072 | (OLD.unit_price IS NOT NEW.unit_price) * 262144 | (OLD.typed_price IS NOT NEW.typed_price) * 524288 | (OLD.guide_price IS NOT NEW.guide_price) * 1048576 | (OLD.needed_level IS NOT NEW.needed_level) * 2097152 | (OLD.tax_rate IS NOT NEW.tax_rate) * 4194304 | (OLD.lead_time IS NOT NEW.lead_time) * 8388608 | (OLD.optional IS NOT NEW.optional) * 16777216 | (OLD.alt_group IS NOT NEW.alt_group) * 33554432 | (OLD.net_amount IS NOT NEW.net_amount) * 67108864 | (OLD.tax_amount IS NOT NEW.tax_amount) * 134217728 | (OLD.gross_amount IS NOT NEW.gross_amount) * 268435456 | (OLD.internal_note IS NOT NEW.internal_note) * 536870912 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'revision' AS k, hex(OLD.revision) AS v WHERE OLD.revision IS NOT NEW.revision
      UNION ALL SELECT 'seq' AS k, OLD.seq AS v WHERE OLD.seq IS NOT NEW.seq
      UNION ALL SELECT 'uid' AS k, hex(OLD.uid) AS v WHERE OLD.uid IS NOT NEW.uid
      UNION ALL SELECT 'type' AS k, OLD.type AS v WHERE OLD.type IS NOT NEW.type
      UNION ALL SELECT 'item' AS k, hex(OLD.item) AS v WHERE OLD.item IS NOT NEW.item
      UNION ALL SELECT 'item_code' AS k, OLD.item_code AS v WHERE OLD.item_code IS NOT NEW.item_code
      UNION ALL SELECT 'item_name' AS k, OLD.item_name AS v WHERE OLD.item_name IS NOT NEW.item_name
      UNION ALL SELECT 'spec' AS k, OLD.spec AS v WHERE OLD.spec IS NOT NEW.spec
      UNION ALL SELECT 'description' AS k, OLD.description AS v WHERE OLD.description IS NOT NEW.description
      UNION ALL SELECT 'drawing_no' AS k, OLD.drawing_no AS v WHERE OLD.drawing_no IS NOT NEW.drawing_no
      UNION ALL SELECT 'drawing_rev' AS k, OLD.drawing_rev AS v WHERE OLD.drawing_rev IS NOT NEW.drawing_rev
      UNION ALL SELECT 'customer_part_no' AS k, OLD.customer_part_no AS v WHERE OLD.customer_part_no IS NOT NEW.customer_part_no
      UNION ALL SELECT 'qty' AS k, OLD.qty AS v WHERE OLD.qty IS NOT NEW.qty
      UNION ALL SELECT 'uom' AS k, OLD.uom AS v WHERE OLD.uom IS NOT NEW.uom
      UNION ALL SELECT 'annual_qty' AS k, OLD.annual_qty AS v WHERE OLD.annual_qty IS NOT NEW.annual_qty
      UNION ALL SELECT 'tier_type' AS k, OLD.tier_type AS v WHERE OLD.tier_type IS NOT NEW.tier_type
      UNION ALL SELECT 'unit_price' AS k, OLD.unit_price AS v WHERE OLD.unit_price IS NOT NEW.unit_price
      UNION ALL SELECT 'typed_price' AS k, OLD.typed_price AS v WHERE OLD.typed_price IS NOT NEW.typed_price
      UNION ALL SELECT 'guide_price' AS k, OLD.guide_price AS v WHERE OLD.guide_price IS NOT NEW.guide_price
      UNION ALL SELECT 'needed_level' AS k, OLD.needed_level AS v WHERE OLD.needed_level IS NOT NEW.needed_level
      UNION ALL SELECT 'tax_rate' AS k, OLD.tax_rate AS v WHERE OLD.tax_rate IS NOT NEW.tax_rate
      UNION ALL SELECT 'lead_time' AS k, OLD.lead_time AS v WHERE OLD.lead_time IS NOT NEW.lead_time
      UNION ALL SELECT 'optional' AS k, OLD.optional AS v WHERE OLD.optional IS NOT NEW.optional
      UNION ALL SELECT 'alt_group' AS k, OLD.alt_group AS v WHERE OLD.alt_group IS NOT NEW.alt_group
      UNION ALL SELECT 'net_amount' AS k, OLD.net_amount AS v WHERE OLD.net_amount IS NOT NEW.net_amount
      UNION ALL SELECT 'tax_amount' AS k, OLD.tax_amount AS v WHERE OLD.tax_amount IS NOT NEW.tax_amount
      UNION ALL SELECT 'gross_amount' AS k, OLD.gross_amount AS v WHERE OLD.gross_amount IS NOT NEW.gross_amount
      UNION ALL SELECT 'internal_note' AS k, OLD.internal_note AS v WHERE OLD.internal_note IS NOT NEW.internal_note
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_d AFTER DELETE ON quote_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 82, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'revision', hex(OLD.revision), 'seq', OLD.seq, 'uid', hex(OLD.uid), 'type', OLD.type, 'item', hex(OLD.item), 'item_code', OLD.item_code, 'item_name', OLD.item_name, 'spec', OLD.spec, 'description', OLD.description, 'drawing_no', OLD.drawing_no, 'drawing_rev', OLD.drawing_rev, 'customer_part_no', OLD.customer_part_no, 'qty', OLD.qty, 'uom', OLD.uom, 'annual_qty', OLD.annual_qty, 'tier_type', OLD.tier_type, 'unit_price', OLD.unit_price, 'typed_price', OLD.typed_price, 'guide_price', OLD.guide_price, 'needed_level', OLD.needed_level, 'tax_rate', OLD.tax_rate, 'lead_time', OLD.lead_time, 'optional', OLD.optional, 'alt_group', OLD.alt_group, 'net_amount', OLD.net_amount, 'tax_amount', OLD.tax_amount, 'gross_amount', OLD.gross_amount, 'internal_note', OLD.internal_note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_tier_i AFTER INSERT ON quote_tier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 83, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_tier_u AFTER UPDATE OF owner, deleted, line, from_qty, lot, unit_price, typed_price, guide_price, needed_level, custom ON quote_tier
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.line IS NOT NEW.line) * 4 | (OLD.from_qty IS NOT NEW.from_qty) * 8 | (OLD.lot IS NOT NEW.lot) * 16 | (OLD.unit_price IS NOT NEW.unit_price) * 32 | (OLD.typed_price IS NOT NEW.typed_price) * 64 | (OLD.guide_price IS NOT NEW.guide_price) * 128 | (OLD.needed_level IS NOT NEW.needed_level) * 256 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 83, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.line IS NOT NEW.line) * 4 | (OLD.from_qty IS NOT NEW.from_qty) * 8 | (OLD.lot IS NOT NEW.lot) * 16 | (OLD.unit_price IS NOT NEW.unit_price) * 32 | (OLD.typed_price IS NOT NEW.typed_price) * 64 | (OLD.guide_price IS NOT NEW.guide_price) * 128 | (OLD.needed_level IS NOT NEW.needed_level) * 256 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'line' AS k, hex(OLD.line) AS v WHERE OLD.line IS NOT NEW.line
      UNION ALL SELECT 'from_qty' AS k, OLD.from_qty AS v WHERE OLD.from_qty IS NOT NEW.from_qty
      UNION ALL SELECT 'lot' AS k, OLD.lot AS v WHERE OLD.lot IS NOT NEW.lot
      UNION ALL SELECT 'unit_price' AS k, OLD.unit_price AS v WHERE OLD.unit_price IS NOT NEW.unit_price
      UNION ALL SELECT 'typed_price' AS k, OLD.typed_price AS v WHERE OLD.typed_price IS NOT NEW.typed_price
      UNION ALL SELECT 'guide_price' AS k, OLD.guide_price AS v WHERE OLD.guide_price IS NOT NEW.guide_price
      UNION ALL SELECT 'needed_level' AS k, OLD.needed_level AS v WHERE OLD.needed_level IS NOT NEW.needed_level
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_quote_tier_d AFTER DELETE ON quote_tier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 83, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'line', hex(OLD.line), 'from_qty', OLD.from_qty, 'lot', OLD.lot, 'unit_price', OLD.unit_price, 'typed_price', OLD.typed_price, 'guide_price', OLD.guide_price, 'needed_level', OLD.needed_level, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_cost_snapshot_i AFTER INSERT ON cost_snapshot WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 85, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_cost_snapshot_u AFTER UPDATE OF owner, deleted, hash, content, engine, custom ON cost_snapshot
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.hash IS NOT NEW.hash) * 4 | (OLD.content IS NOT NEW.content) * 8 | (OLD.engine IS NOT NEW.engine) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 85, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.hash IS NOT NEW.hash) * 4 | (OLD.content IS NOT NEW.content) * 8 | (OLD.engine IS NOT NEW.engine) * 16 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'hash' AS k, OLD.hash AS v WHERE OLD.hash IS NOT NEW.hash
      UNION ALL SELECT 'content' AS k, hex(OLD.content) AS v WHERE OLD.content IS NOT NEW.content
      UNION ALL SELECT 'engine' AS k, OLD.engine AS v WHERE OLD.engine IS NOT NEW.engine
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_cost_snapshot_d AFTER DELETE ON cost_snapshot WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 85, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'hash', OLD.hash, 'content', hex(OLD.content), 'engine', OLD.engine, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_cost_i AFTER INSERT ON quote_line_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 84, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_line_cost_u AFTER UPDATE OF owner, deleted, line, tier, lot, cost, elements, floor_price, margin, snapshot_hash, trace, problems, custom ON quote_line_cost
WHEN (SELECT busy FROM _busy) = 0 AND ((OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.line IS NOT NEW.line) * 4 | (OLD.tier IS NOT NEW.tier) * 8 | (OLD.lot IS NOT NEW.lot) * 16 | (OLD.cost IS NOT NEW.cost) * 32 | (OLD.elements IS NOT NEW.elements) * 64 | (OLD.floor_price IS NOT NEW.floor_price) * 128 | (OLD.margin IS NOT NEW.margin) * 256 | (OLD.snapshot_hash IS NOT NEW.snapshot_hash) * 512 | (OLD.trace IS NOT NEW.trace) * 1024 | (OLD.problems IS NOT NEW.problems) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904) <> 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 84, NEW.rid, 2, OLD.rev,
    (OLD.owner IS NOT NEW.owner) * 1 | (OLD.deleted IS NOT NEW.deleted) * 2 | (OLD.line IS NOT NEW.line) * 4 | (OLD.tier IS NOT NEW.tier) * 8 | (OLD.lot IS NOT NEW.lot) * 16 | (OLD.cost IS NOT NEW.cost) * 32 | (OLD.elements IS NOT NEW.elements) * 64 | (OLD.floor_price IS NOT NEW.floor_price) * 128 | (OLD.margin IS NOT NEW.margin) * 256 | (OLD.snapshot_hash IS NOT NEW.snapshot_hash) * 512 | (OLD.trace IS NOT NEW.trace) * 1024 | (OLD.problems IS NOT NEW.problems) * 2048 | (OLD.custom IS NOT NEW.custom) * 4611686018427387904,
    (SELECT json_group_object(k, v) FROM (
      SELECT 'owner' AS k, OLD.owner AS v WHERE OLD.owner IS NOT NEW.owner
      UNION ALL SELECT 'deleted' AS k, OLD.deleted AS v WHERE OLD.deleted IS NOT NEW.deleted
      UNION ALL SELECT 'line' AS k, hex(OLD.line) AS v WHERE OLD.line IS NOT NEW.line
      UNION ALL SELECT 'tier' AS k, hex(OLD.tier) AS v WHERE OLD.tier IS NOT NEW.tier
      UNION ALL SELECT 'lot' AS k, OLD.lot AS v WHERE OLD.lot IS NOT NEW.lot
      UNION ALL SELECT 'cost' AS k, OLD.cost AS v WHERE OLD.cost IS NOT NEW.cost
      UNION ALL SELECT 'elements' AS k, OLD.elements AS v WHERE OLD.elements IS NOT NEW.elements
      UNION ALL SELECT 'floor_price' AS k, OLD.floor_price AS v WHERE OLD.floor_price IS NOT NEW.floor_price
      UNION ALL SELECT 'margin' AS k, OLD.margin AS v WHERE OLD.margin IS NOT NEW.margin
      UNION ALL SELECT 'snapshot_hash' AS k, OLD.snapshot_hash AS v WHERE OLD.snapshot_hash IS NOT NEW.snapshot_hash
      UNION ALL SELECT 'trace' AS k, OLD.trace AS v WHERE OLD.trace IS NOT NEW.trace
      UNION ALL SELECT 'problems' AS k, OLD.problems AS v WHERE OLD.problems IS NOT NEW.problems
      UNION ALL SELECT 'custom' AS k, OLD.custom AS v WHERE OLD.custom IS NOT NEW.custom)), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_cost_d AFTER DELETE ON quote_line_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 84, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'line', hex(OLD.line), 'tier', hex(OLD.tier), 'lot', OLD.lot, 'cost', OLD.cost, 'elements', OLD.elements, 'floor_price', OLD.floor_price, 'margin', OLD.margin, 'snapshot_hash', OLD.snapshot_hash, 'trace', OLD.trace, 'problems', OLD.problems, 'custom', OLD.custom), at FROM _m;
END;
