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

CREATE TABLE attachment (
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
  kind TEXT NOT NULL DEFAULT '',
  record BLOB NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  media_type TEXT NOT NULL DEFAULT '',
  bytes INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);

CREATE INDEX attachment_owner ON attachment(owner);

CREATE INDEX attachment_root_id ON attachment(root_id);

CREATE INDEX attachment_customer ON attachment(customer);

CREATE INDEX attachment_record ON attachment(record);

CREATE INDEX attachment_sha256 ON attachment(sha256);

CREATE TRIGGER _j_region_i AFTER INSERT ON region WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 3, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_region_u AFTER UPDATE OF owner, deleted, code, name, closed, custom ON region WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 3, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('closed', OLD.closed, NEW.closed, 16),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_region_d AFTER DELETE ON region WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 3, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'closed', OLD.closed, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_team_i AFTER INSERT ON team WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 2, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_team_u AFTER UPDATE OF owner, deleted, name, boss, region, closed, custom ON team WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 2, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('name', OLD.name, NEW.name, 4),
      ('boss', OLD.boss, NEW.boss, 8),
      ('region', OLD.region, NEW.region, 16),
      ('closed', OLD.closed, NEW.closed, 32),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_team_d AFTER DELETE ON team WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 2, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'boss', OLD.boss, 'region', OLD.region, 'closed', OLD.closed, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_person_i AFTER INSERT ON person WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 1, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_person_u AFTER UPDATE OF owner, deleted, login, name, title, email, phone, team, region, active, quote_level, approval_limit, custom ON person WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 1, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('login', OLD.login, NEW.login, 4),
      ('name', OLD.name, NEW.name, 8),
      ('title', OLD.title, NEW.title, 16),
      ('email', OLD.email, NEW.email, 32),
      ('phone', OLD.phone, NEW.phone, 64),
      ('team', OLD.team, NEW.team, 128),
      ('region', OLD.region, NEW.region, 256),
      ('active', OLD.active, NEW.active, 512),
      ('quote_level', OLD.quote_level, NEW.quote_level, 1024),
      ('approval_limit', OLD.approval_limit, NEW.approval_limit, 2048),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_person_d AFTER DELETE ON person WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 1, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'login', OLD.login, 'name', OLD.name, 'title', OLD.title, 'email', OLD.email, 'phone', OLD.phone, 'team', OLD.team, 'region', OLD.region, 'active', OLD.active, 'quote_level', OLD.quote_level, 'approval_limit', OLD.approval_limit, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_person_role_i AFTER INSERT ON person_role WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 4, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_person_role_u AFTER UPDATE OF owner, deleted, person, role, scope, custom ON person_role WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 4, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('person', OLD.person, NEW.person, 4),
      ('role', OLD.role, NEW.role, 8),
      ('scope', OLD.scope, NEW.scope, 16),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_person_role_d AFTER DELETE ON person_role WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 4, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'person', OLD.person, 'role', OLD.role, 'scope', OLD.scope, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_company_setting_i AFTER INSERT ON company_setting WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 5, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_company_setting_u AFTER UPDATE OF owner, deleted, key, value, custom ON company_setting WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 5, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('key', OLD.key, NEW.key, 4),
      ('value', OLD.value, NEW.value, 8),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_company_setting_d AFTER DELETE ON company_setting WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 5, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'key', OLD.key, 'value', OLD.value, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_saved_view_i AFTER INSERT ON saved_view WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 95, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_saved_view_u AFTER UPDATE OF owner, deleted, page, name, content, shared, position, custom ON saved_view WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 95, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('page', OLD.page, NEW.page, 4),
      ('name', OLD.name, NEW.name, 8),
      ('content', OLD.content, NEW.content, 16),
      ('shared', OLD.shared, NEW.shared, 32),
      ('position', OLD.position, NEW.position, 64),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_saved_view_d AFTER DELETE ON saved_view WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 95, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'page', OLD.page, 'name', OLD.name, 'content', OLD.content, 'shared', OLD.shared, 'position', OLD.position, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_field_definition_i AFTER INSERT ON field_definition WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 96, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_field_definition_u AFTER UPDATE OF owner, deleted, record, key, label_zh, label_en, kind, choices, required, searchable, position, active, hint, custom ON field_definition WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 96, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('record', OLD.record, NEW.record, 4),
      ('key', OLD.key, NEW.key, 8),
      ('label_zh', OLD.label_zh, NEW.label_zh, 16),
      ('label_en', OLD.label_en, NEW.label_en, 32),
      ('kind', OLD.kind, NEW.kind, 64),
      ('choices', OLD.choices, NEW.choices, 128),
      ('required', OLD.required, NEW.required, 256),
      ('searchable', OLD.searchable, NEW.searchable, 512),
      ('position', OLD.position, NEW.position, 1024),
      ('active', OLD.active, NEW.active, 2048),
      ('hint', OLD.hint, NEW.hint, 4096),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_field_definition_d AFTER DELETE ON field_definition WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 96, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'record', OLD.record, 'key', OLD.key, 'label_zh', OLD.label_zh, 'label_en', OLD.label_en, 'kind', OLD.kind, 'choices', OLD.choices, 'required', OLD.required, 'searchable', OLD.searchable, 'position', OLD.position, 'active', OLD.active, 'hint', OLD.hint, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_audit_entry_i AFTER INSERT ON audit_entry WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 90, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_audit_entry_u AFTER UPDATE OF owner, deleted, at, person, act, record_table, record, title, old_values, new_values, device, device_at, custom ON audit_entry WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 90, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('at', OLD.at, NEW.at, 4),
      ('person', OLD.person, NEW.person, 8),
      ('act', OLD.act, NEW.act, 16),
      ('record_table', OLD.record_table, NEW.record_table, 32),
      ('record', OLD.record, NEW.record, 64),
      ('title', OLD.title, NEW.title, 128),
      ('old_values', OLD.old_values, NEW.old_values, 256),
      ('new_values', OLD.new_values, NEW.new_values, 512),
      ('device', OLD.device, NEW.device, 1024),
      ('device_at', OLD.device_at, NEW.device_at, 2048),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_audit_entry_d AFTER DELETE ON audit_entry WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 90, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'at', OLD.at, 'person', OLD.person, 'act', OLD.act, 'record_table', OLD.record_table, 'record', OLD.record, 'title', OLD.title, 'old_values', OLD.old_values, 'new_values', OLD.new_values, 'device', OLD.device, 'device_at', OLD.device_at, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_customer_i AFTER INSERT ON customer WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 10, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_customer_u AFTER UPDATE OF owner, deleted, name, number, short_name, mnemonic, name_key, credit_code, kind, grade, status, industry, region, province, city, address, postal_code, phone, website, source, payment_terms, invoice_title, bank_name, bank_account, invoice_address, invoice_phone, remark, custom ON customer WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 10, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('name', OLD.name, NEW.name, 4),
      ('number', OLD.number, NEW.number, 8),
      ('short_name', OLD.short_name, NEW.short_name, 16),
      ('mnemonic', OLD.mnemonic, NEW.mnemonic, 32),
      ('name_key', OLD.name_key, NEW.name_key, 64),
      ('credit_code', OLD.credit_code, NEW.credit_code, 128),
      ('kind', OLD.kind, NEW.kind, 256),
      ('grade', OLD.grade, NEW.grade, 512),
      ('status', OLD.status, NEW.status, 1024),
      ('industry', OLD.industry, NEW.industry, 2048),
      ('region', OLD.region, NEW.region, 4096),
      ('province', OLD.province, NEW.province, 8192),
      ('city', OLD.city, NEW.city, 16384),
      ('address', OLD.address, NEW.address, 32768),
      ('postal_code', OLD.postal_code, NEW.postal_code, 65536),
      ('phone', OLD.phone, NEW.phone, 131072),
      ('website', OLD.website, NEW.website, 262144),
      ('source', OLD.source, NEW.source, 524288),
      ('payment_terms', OLD.payment_terms, NEW.payment_terms, 1048576),
      ('invoice_title', OLD.invoice_title, NEW.invoice_title, 2097152),
      ('bank_name', OLD.bank_name, NEW.bank_name, 4194304),
      ('bank_account', OLD.bank_account, NEW.bank_account, 8388608),
      ('invoice_address', OLD.invoice_address, NEW.invoice_address, 16777216),
      ('invoice_phone', OLD.invoice_phone, NEW.invoice_phone, 33554432),
      ('remark', OLD.remark, NEW.remark, 67108864),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_customer_d AFTER DELETE ON customer WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 10, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'number', OLD.number, 'short_name', OLD.short_name, 'mnemonic', OLD.mnemonic, 'name_key', OLD.name_key, 'credit_code', OLD.credit_code, 'kind', OLD.kind, 'grade', OLD.grade, 'status', OLD.status, 'industry', OLD.industry, 'region', OLD.region, 'province', OLD.province, 'city', OLD.city, 'address', OLD.address, 'postal_code', OLD.postal_code, 'phone', OLD.phone, 'website', OLD.website, 'source', OLD.source, 'payment_terms', OLD.payment_terms, 'invoice_title', OLD.invoice_title, 'bank_name', OLD.bank_name, 'bank_account', OLD.bank_account, 'invoice_address', OLD.invoice_address, 'invoice_phone', OLD.invoice_phone, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_contact_i AFTER INSERT ON contact WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 11, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_contact_u AFTER UPDATE OF owner, deleted, customer, name, title, department, phone, mobile, email, wechat, role, is_primary, remark, custom ON contact WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 11, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 4),
      ('name', OLD.name, NEW.name, 8),
      ('title', OLD.title, NEW.title, 16),
      ('department', OLD.department, NEW.department, 32),
      ('phone', OLD.phone, NEW.phone, 64),
      ('mobile', OLD.mobile, NEW.mobile, 128),
      ('email', OLD.email, NEW.email, 256),
      ('wechat', OLD.wechat, NEW.wechat, 512),
      ('role', OLD.role, NEW.role, 1024),
      ('is_primary', OLD.is_primary, NEW.is_primary, 2048),
      ('remark', OLD.remark, NEW.remark, 4096),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_contact_d AFTER DELETE ON contact WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 11, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'customer', hex(OLD.customer), 'name', OLD.name, 'title', OLD.title, 'department', OLD.department, 'phone', OLD.phone, 'mobile', OLD.mobile, 'email', OLD.email, 'wechat', OLD.wechat, 'role', OLD.role, 'is_primary', OLD.is_primary, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_uom_i AFTER INSERT ON uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 50, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_uom_u AFTER UPDATE OF owner, deleted, code, name, category, num, den, custom ON uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 50, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('category', OLD.category, NEW.category, 16),
      ('num', OLD.num, NEW.num, 32),
      ('den', OLD.den, NEW.den, 64),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_uom_d AFTER DELETE ON uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 50, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'category', OLD.category, 'num', OLD.num, 'den', OLD.den, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_supplier_i AFTER INSERT ON supplier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 58, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_supplier_u AFTER UPDATE OF owner, deleted, code, name, contact, phone, note, custom ON supplier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 58, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('contact', OLD.contact, NEW.contact, 16),
      ('phone', OLD.phone, NEW.phone, 32),
      ('note', OLD.note, NEW.note, 64),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_supplier_d AFTER DELETE ON supplier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 58, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'contact', OLD.contact, 'phone', OLD.phone, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_work_center_i AFTER INSERT ON work_center WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 56, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_work_center_u AFTER UPDATE OF owner, deleted, code, name, custom ON work_center WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 56, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_work_center_d AFTER DELETE ON work_center WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 56, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_work_center_rate_i AFTER INSERT ON work_center_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 57, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_work_center_rate_u AFTER UPDATE OF owner, deleted, work_center, machine_rate, labor_rate, currency, valid_from, valid_to, custom ON work_center_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 57, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('work_center', hex(OLD.work_center), iif(OLD.work_center IS NEW.work_center, hex(OLD.work_center), NULL), 4),
      ('machine_rate', OLD.machine_rate, NEW.machine_rate, 8),
      ('labor_rate', OLD.labor_rate, NEW.labor_rate, 16),
      ('currency', OLD.currency, NEW.currency, 32),
      ('valid_from', OLD.valid_from, NEW.valid_from, 64),
      ('valid_to', OLD.valid_to, NEW.valid_to, 128),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_work_center_rate_d AFTER DELETE ON work_center_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 57, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'work_center', hex(OLD.work_center), 'machine_rate', OLD.machine_rate, 'labor_rate', OLD.labor_rate, 'currency', OLD.currency, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_i AFTER INSERT ON item WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 51, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_u AFTER UPDATE OF owner, deleted, code, name, spec, drawing_no, drawing_rev, kind, base_uom, item_group, element, lot_policy, costing_lot, moq, order_multiple, sales_item, note, custom ON item WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 51, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('spec', OLD.spec, NEW.spec, 16),
      ('drawing_no', OLD.drawing_no, NEW.drawing_no, 32),
      ('drawing_rev', OLD.drawing_rev, NEW.drawing_rev, 64),
      ('kind', OLD.kind, NEW.kind, 128),
      ('base_uom', hex(OLD.base_uom), iif(OLD.base_uom IS NEW.base_uom, hex(OLD.base_uom), NULL), 256),
      ('item_group', OLD.item_group, NEW.item_group, 512),
      ('element', OLD.element, NEW.element, 1024),
      ('lot_policy', OLD.lot_policy, NEW.lot_policy, 2048),
      ('costing_lot', OLD.costing_lot, NEW.costing_lot, 4096),
      ('moq', OLD.moq, NEW.moq, 8192),
      ('order_multiple', OLD.order_multiple, NEW.order_multiple, 16384),
      ('sales_item', OLD.sales_item, NEW.sales_item, 32768),
      ('note', OLD.note, NEW.note, 65536),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_item_d AFTER DELETE ON item WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 51, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'spec', OLD.spec, 'drawing_no', OLD.drawing_no, 'drawing_rev', OLD.drawing_rev, 'kind', OLD.kind, 'base_uom', hex(OLD.base_uom), 'item_group', OLD.item_group, 'element', OLD.element, 'lot_policy', OLD.lot_policy, 'costing_lot', OLD.costing_lot, 'moq', OLD.moq, 'order_multiple', OLD.order_multiple, 'sales_item', OLD.sales_item, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_uom_i AFTER INSERT ON item_uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 52, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_uom_u AFTER UPDATE OF owner, deleted, item, uom, num, den, custom ON item_uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 52, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 4),
      ('uom', hex(OLD.uom), iif(OLD.uom IS NEW.uom, hex(OLD.uom), NULL), 8),
      ('num', OLD.num, NEW.num, 16),
      ('den', OLD.den, NEW.den, 32),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_item_uom_d AFTER DELETE ON item_uom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 52, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'uom', hex(OLD.uom), 'num', OLD.num, 'den', OLD.den, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_item_cost_i AFTER INSERT ON item_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 63, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_item_cost_u AFTER UPDATE OF owner, deleted, item, fixed_cost, fixed_currency, fixed_date, cost_source, preferred_supplier, custom ON item_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 63, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 4),
      ('fixed_cost', OLD.fixed_cost, NEW.fixed_cost, 8),
      ('fixed_currency', OLD.fixed_currency, NEW.fixed_currency, 16),
      ('fixed_date', OLD.fixed_date, NEW.fixed_date, 32),
      ('cost_source', OLD.cost_source, NEW.cost_source, 64),
      ('preferred_supplier', hex(OLD.preferred_supplier), iif(OLD.preferred_supplier IS NEW.preferred_supplier, hex(OLD.preferred_supplier), NULL), 128),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_item_cost_d AFTER DELETE ON item_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 63, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'fixed_cost', OLD.fixed_cost, 'fixed_currency', OLD.fixed_currency, 'fixed_date', OLD.fixed_date, 'cost_source', OLD.cost_source, 'preferred_supplier', hex(OLD.preferred_supplier), 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_bom_i AFTER INSERT ON bom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 53, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_bom_u AFTER UPDATE OF owner, deleted, item, code, revision, status, valid_from, valid_to, qty, uom, yield, ecn_no, note, custom ON bom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 53, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 4),
      ('code', OLD.code, NEW.code, 8),
      ('revision', OLD.revision, NEW.revision, 16),
      ('status', OLD.status, NEW.status, 32),
      ('valid_from', OLD.valid_from, NEW.valid_from, 64),
      ('valid_to', OLD.valid_to, NEW.valid_to, 128),
      ('qty', OLD.qty, NEW.qty, 256),
      ('uom', hex(OLD.uom), iif(OLD.uom IS NEW.uom, hex(OLD.uom), NULL), 512),
      ('yield', OLD.yield, NEW.yield, 1024),
      ('ecn_no', OLD.ecn_no, NEW.ecn_no, 2048),
      ('note', OLD.note, NEW.note, 4096),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_bom_d AFTER DELETE ON bom WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 53, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'code', OLD.code, 'revision', OLD.revision, 'status', OLD.status, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'qty', OLD.qty, 'uom', hex(OLD.uom), 'yield', OLD.yield, 'ecn_no', OLD.ecn_no, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_bom_line_i AFTER INSERT ON bom_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 54, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_bom_line_u AFTER UPDATE OF owner, deleted, bom, line_no, type, component, qty, uom, fixed_qty, scrap, scrap_mode, explode, supply, op_seq, value_method, share, credit_price, alt_group, alt_priority, position, note, custom ON bom_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 54, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('bom', hex(OLD.bom), iif(OLD.bom IS NEW.bom, hex(OLD.bom), NULL), 4),
      ('line_no', OLD.line_no, NEW.line_no, 8),
      ('type', OLD.type, NEW.type, 16),
      ('component', hex(OLD.component), iif(OLD.component IS NEW.component, hex(OLD.component), NULL), 32),
      ('qty', OLD.qty, NEW.qty, 64),
      ('uom', hex(OLD.uom), iif(OLD.uom IS NEW.uom, hex(OLD.uom), NULL), 128),
      ('fixed_qty', OLD.fixed_qty, NEW.fixed_qty, 256),
      ('scrap', OLD.scrap, NEW.scrap, 512),
      ('scrap_mode', OLD.scrap_mode, NEW.scrap_mode, 1024),
      ('explode', OLD.explode, NEW.explode, 2048),
      ('supply', OLD.supply, NEW.supply, 4096),
      ('op_seq', OLD.op_seq, NEW.op_seq, 8192),
      ('value_method', OLD.value_method, NEW.value_method, 16384),
      ('share', OLD.share, NEW.share, 32768),
      ('credit_price', OLD.credit_price, NEW.credit_price, 65536),
      ('alt_group', OLD.alt_group, NEW.alt_group, 131072),
      ('alt_priority', OLD.alt_priority, NEW.alt_priority, 262144),
      ('position', OLD.position, NEW.position, 524288),
      ('note', OLD.note, NEW.note, 1048576),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_bom_line_d AFTER DELETE ON bom_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 54, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'bom', hex(OLD.bom), 'line_no', OLD.line_no, 'type', OLD.type, 'component', hex(OLD.component), 'qty', OLD.qty, 'uom', hex(OLD.uom), 'fixed_qty', OLD.fixed_qty, 'scrap', OLD.scrap, 'scrap_mode', OLD.scrap_mode, 'explode', OLD.explode, 'supply', OLD.supply, 'op_seq', OLD.op_seq, 'value_method', OLD.value_method, 'share', OLD.share, 'credit_price', OLD.credit_price, 'alt_group', OLD.alt_group, 'alt_priority', OLD.alt_priority, 'position', OLD.position, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_operation_i AFTER INSERT ON operation WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 55, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_operation_u AFTER UPDATE OF owner, deleted, bom, seq, name, work_center, setup_ms, run_ms, basis, units_per_cycle, cycle_rounding, efficiency, crew, yield, piece_price, outside_item, outside_qty, outside_uom, min_charge, setup_every, note, custom ON operation WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 55, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('bom', hex(OLD.bom), iif(OLD.bom IS NEW.bom, hex(OLD.bom), NULL), 4),
      ('seq', OLD.seq, NEW.seq, 8),
      ('name', OLD.name, NEW.name, 16),
      ('work_center', hex(OLD.work_center), iif(OLD.work_center IS NEW.work_center, hex(OLD.work_center), NULL), 32),
      ('setup_ms', OLD.setup_ms, NEW.setup_ms, 64),
      ('run_ms', OLD.run_ms, NEW.run_ms, 128),
      ('basis', OLD.basis, NEW.basis, 256),
      ('units_per_cycle', OLD.units_per_cycle, NEW.units_per_cycle, 512),
      ('cycle_rounding', OLD.cycle_rounding, NEW.cycle_rounding, 1024),
      ('efficiency', OLD.efficiency, NEW.efficiency, 2048),
      ('crew', OLD.crew, NEW.crew, 4096),
      ('yield', OLD.yield, NEW.yield, 8192),
      ('piece_price', OLD.piece_price, NEW.piece_price, 16384),
      ('outside_item', hex(OLD.outside_item), iif(OLD.outside_item IS NEW.outside_item, hex(OLD.outside_item), NULL), 32768),
      ('outside_qty', OLD.outside_qty, NEW.outside_qty, 65536),
      ('outside_uom', hex(OLD.outside_uom), iif(OLD.outside_uom IS NEW.outside_uom, hex(OLD.outside_uom), NULL), 131072),
      ('min_charge', OLD.min_charge, NEW.min_charge, 262144),
      ('setup_every', OLD.setup_every, NEW.setup_every, 524288),
      ('note', OLD.note, NEW.note, 1048576),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_operation_d AFTER DELETE ON operation WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 55, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'bom', hex(OLD.bom), 'seq', OLD.seq, 'name', OLD.name, 'work_center', hex(OLD.work_center), 'setup_ms', OLD.setup_ms, 'run_ms', OLD.run_ms, 'basis', OLD.basis, 'units_per_cycle', OLD.units_per_cycle, 'cycle_rounding', OLD.cycle_rounding, 'efficiency', OLD.efficiency, 'crew', OLD.crew, 'yield', OLD.yield, 'piece_price', OLD.piece_price, 'outside_item', hex(OLD.outside_item), 'outside_qty', OLD.outside_qty, 'outside_uom', hex(OLD.outside_uom), 'min_charge', OLD.min_charge, 'setup_every', OLD.setup_every, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_price_row_i AFTER INSERT ON price_row WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 59, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_price_row_u AFTER UPDATE OF owner, deleted, item, supplier, code, currency, price, price_per, uom, min_qty, tax_included, tax, valid_from, valid_to, source, confirmed_by, custom ON price_row WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 59, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 4),
      ('supplier', hex(OLD.supplier), iif(OLD.supplier IS NEW.supplier, hex(OLD.supplier), NULL), 8),
      ('code', OLD.code, NEW.code, 16),
      ('currency', OLD.currency, NEW.currency, 32),
      ('price', OLD.price, NEW.price, 64),
      ('price_per', OLD.price_per, NEW.price_per, 128),
      ('uom', hex(OLD.uom), iif(OLD.uom IS NEW.uom, hex(OLD.uom), NULL), 256),
      ('min_qty', OLD.min_qty, NEW.min_qty, 512),
      ('tax_included', OLD.tax_included, NEW.tax_included, 1024),
      ('tax', OLD.tax, NEW.tax, 2048),
      ('valid_from', OLD.valid_from, NEW.valid_from, 4096),
      ('valid_to', OLD.valid_to, NEW.valid_to, 8192),
      ('source', OLD.source, NEW.source, 16384),
      ('confirmed_by', OLD.confirmed_by, NEW.confirmed_by, 32768),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_price_row_d AFTER DELETE ON price_row WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 59, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'item', hex(OLD.item), 'supplier', hex(OLD.supplier), 'code', OLD.code, 'currency', OLD.currency, 'price', OLD.price, 'price_per', OLD.price_per, 'uom', hex(OLD.uom), 'min_qty', OLD.min_qty, 'tax_included', OLD.tax_included, 'tax', OLD.tax, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'source', OLD.source, 'confirmed_by', OLD.confirmed_by, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_fx_rate_i AFTER INSERT ON fx_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 60, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_fx_rate_u AFTER UPDATE OF owner, deleted, from_currency, to_currency, on_date, rate, source, custom ON fx_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 60, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('from_currency', OLD.from_currency, NEW.from_currency, 4),
      ('to_currency', OLD.to_currency, NEW.to_currency, 8),
      ('on_date', OLD.on_date, NEW.on_date, 16),
      ('rate', OLD.rate, NEW.rate, 32),
      ('source', OLD.source, NEW.source, 64),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_fx_rate_d AFTER DELETE ON fx_rate WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 60, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'from_currency', OLD.from_currency, 'to_currency', OLD.to_currency, 'on_date', OLD.on_date, 'rate', OLD.rate, 'source', OLD.source, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_overhead_rule_i AFTER INSERT ON overhead_rule WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 61, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_overhead_rule_u AFTER UPDATE OF owner, deleted, code, seq, level, base, pct, amount, target, scope, scope_key, valid_from, valid_to, custom ON overhead_rule WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 61, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('seq', OLD.seq, NEW.seq, 8),
      ('level', OLD.level, NEW.level, 16),
      ('base', OLD.base, NEW.base, 32),
      ('pct', OLD.pct, NEW.pct, 64),
      ('amount', OLD.amount, NEW.amount, 128),
      ('target', OLD.target, NEW.target, 256),
      ('scope', OLD.scope, NEW.scope, 512),
      ('scope_key', OLD.scope_key, NEW.scope_key, 1024),
      ('valid_from', OLD.valid_from, NEW.valid_from, 2048),
      ('valid_to', OLD.valid_to, NEW.valid_to, 4096),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_overhead_rule_d AFTER DELETE ON overhead_rule WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 61, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'seq', OLD.seq, 'level', OLD.level, 'base', OLD.base, 'pct', OLD.pct, 'amount', OLD.amount, 'target', OLD.target, 'scope', OLD.scope, 'scope_key', OLD.scope_key, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_tool_i AFTER INSERT ON tool WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 62, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_tool_u AFTER UPDATE OF owner, deleted, code, name, item, cost, currency, prepaid, amort_qty, mode, shipped, custom ON tool WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 62, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('code', OLD.code, NEW.code, 4),
      ('name', OLD.name, NEW.name, 8),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 16),
      ('cost', OLD.cost, NEW.cost, 32),
      ('currency', OLD.currency, NEW.currency, 64),
      ('prepaid', OLD.prepaid, NEW.prepaid, 128),
      ('amort_qty', OLD.amort_qty, NEW.amort_qty, 256),
      ('mode', OLD.mode, NEW.mode, 512),
      ('shipped', OLD.shipped, NEW.shipped, 1024),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_tool_d AFTER DELETE ON tool WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 62, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'code', OLD.code, 'name', OLD.name, 'item', hex(OLD.item), 'cost', OLD.cost, 'currency', OLD.currency, 'prepaid', OLD.prepaid, 'amort_qty', OLD.amort_qty, 'mode', OLD.mode, 'shipped', OLD.shipped, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_stage_i AFTER INSERT ON stage WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 20, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_stage_u AFTER UPDATE OF owner, deleted, seq, code, name, name_en, probability, kind, tone, limit_days, goal, active, custom ON stage WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 20, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('seq', OLD.seq, NEW.seq, 4),
      ('code', OLD.code, NEW.code, 8),
      ('name', OLD.name, NEW.name, 16),
      ('name_en', OLD.name_en, NEW.name_en, 32),
      ('probability', OLD.probability, NEW.probability, 64),
      ('kind', OLD.kind, NEW.kind, 128),
      ('tone', OLD.tone, NEW.tone, 256),
      ('limit_days', OLD.limit_days, NEW.limit_days, 512),
      ('goal', OLD.goal, NEW.goal, 1024),
      ('active', OLD.active, NEW.active, 2048),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_stage_d AFTER DELETE ON stage WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 20, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'seq', OLD.seq, 'code', OLD.code, 'name', OLD.name, 'name_en', OLD.name_en, 'probability', OLD.probability, 'kind', OLD.kind, 'tone', OLD.tone, 'limit_days', OLD.limit_days, 'goal', OLD.goal, 'active', OLD.active, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_opportunity_i AFTER INSERT ON opportunity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 21, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_opportunity_u AFTER UPDATE OF owner, deleted, name, number, customer, contact, stage, amount, currency, probability, expected_close, next_step, next_on, opened_on, entered_stage_on, closed_on, source, competitor, loss_reason, loss_note, remark, custom ON opportunity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 21, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('name', OLD.name, NEW.name, 4),
      ('number', OLD.number, NEW.number, 8),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 16),
      ('contact', hex(OLD.contact), iif(OLD.contact IS NEW.contact, hex(OLD.contact), NULL), 32),
      ('stage', hex(OLD.stage), iif(OLD.stage IS NEW.stage, hex(OLD.stage), NULL), 64),
      ('amount', OLD.amount, NEW.amount, 128),
      ('currency', OLD.currency, NEW.currency, 256),
      ('probability', OLD.probability, NEW.probability, 512),
      ('expected_close', OLD.expected_close, NEW.expected_close, 1024),
      ('next_step', OLD.next_step, NEW.next_step, 2048),
      ('next_on', OLD.next_on, NEW.next_on, 4096),
      ('opened_on', OLD.opened_on, NEW.opened_on, 8192),
      ('entered_stage_on', OLD.entered_stage_on, NEW.entered_stage_on, 16384),
      ('closed_on', OLD.closed_on, NEW.closed_on, 32768),
      ('source', OLD.source, NEW.source, 65536),
      ('competitor', OLD.competitor, NEW.competitor, 131072),
      ('loss_reason', OLD.loss_reason, NEW.loss_reason, 262144),
      ('loss_note', OLD.loss_note, NEW.loss_note, 524288),
      ('remark', OLD.remark, NEW.remark, 1048576),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_opportunity_d AFTER DELETE ON opportunity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 21, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'name', OLD.name, 'number', OLD.number, 'customer', hex(OLD.customer), 'contact', hex(OLD.contact), 'stage', hex(OLD.stage), 'amount', OLD.amount, 'currency', OLD.currency, 'probability', OLD.probability, 'expected_close', OLD.expected_close, 'next_step', OLD.next_step, 'next_on', OLD.next_on, 'opened_on', OLD.opened_on, 'entered_stage_on', OLD.entered_stage_on, 'closed_on', OLD.closed_on, 'source', OLD.source, 'competitor', OLD.competitor, 'loss_reason', OLD.loss_reason, 'loss_note', OLD.loss_note, 'remark', OLD.remark, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_stage_change_i AFTER INSERT ON stage_change WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 22, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_stage_change_u AFTER UPDATE OF owner, deleted, opportunity, from_stage, to_stage, at, by_person, reason, custom ON stage_change WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 22, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('opportunity', hex(OLD.opportunity), iif(OLD.opportunity IS NEW.opportunity, hex(OLD.opportunity), NULL), 4),
      ('from_stage', hex(OLD.from_stage), iif(OLD.from_stage IS NEW.from_stage, hex(OLD.from_stage), NULL), 8),
      ('to_stage', hex(OLD.to_stage), iif(OLD.to_stage IS NEW.to_stage, hex(OLD.to_stage), NULL), 16),
      ('at', OLD.at, NEW.at, 32),
      ('by_person', OLD.by_person, NEW.by_person, 64),
      ('reason', OLD.reason, NEW.reason, 128),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_stage_change_d AFTER DELETE ON stage_change WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 22, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'opportunity', hex(OLD.opportunity), 'from_stage', hex(OLD.from_stage), 'to_stage', hex(OLD.to_stage), 'at', OLD.at, 'by_person', OLD.by_person, 'reason', OLD.reason, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_activity_i AFTER INSERT ON activity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 23, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_activity_u AFTER UPDATE OF owner, deleted, customer, opportunity, contact, kind, at, by_person, minutes, summary, need_change, objection, competitor, competitor_price, next_step, next_on, custom ON activity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 23, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 4),
      ('opportunity', hex(OLD.opportunity), iif(OLD.opportunity IS NEW.opportunity, hex(OLD.opportunity), NULL), 8),
      ('contact', hex(OLD.contact), iif(OLD.contact IS NEW.contact, hex(OLD.contact), NULL), 16),
      ('kind', OLD.kind, NEW.kind, 32),
      ('at', OLD.at, NEW.at, 64),
      ('by_person', OLD.by_person, NEW.by_person, 128),
      ('minutes', OLD.minutes, NEW.minutes, 256),
      ('summary', OLD.summary, NEW.summary, 512),
      ('need_change', OLD.need_change, NEW.need_change, 1024),
      ('objection', OLD.objection, NEW.objection, 2048),
      ('competitor', OLD.competitor, NEW.competitor, 4096),
      ('competitor_price', OLD.competitor_price, NEW.competitor_price, 8192),
      ('next_step', OLD.next_step, NEW.next_step, 16384),
      ('next_on', OLD.next_on, NEW.next_on, 32768),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_activity_d AFTER DELETE ON activity WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 23, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'customer', hex(OLD.customer), 'opportunity', hex(OLD.opportunity), 'contact', hex(OLD.contact), 'kind', OLD.kind, 'at', OLD.at, 'by_person', OLD.by_person, 'minutes', OLD.minutes, 'summary', OLD.summary, 'need_change', OLD.need_change, 'objection', OLD.objection, 'competitor', OLD.competitor, 'competitor_price', OLD.competitor_price, 'next_step', OLD.next_step, 'next_on', OLD.next_on, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_i AFTER INSERT ON sales_order WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 40, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_sales_order_u AFTER UPDATE OF owner, deleted, number, customer_order, customer, ordered_on, due_on, shipped_on, region, sales_person, online, subtotal, tax, freight, total, receivable, currency, custom ON sales_order WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 40, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('number', OLD.number, NEW.number, 4),
      ('customer_order', OLD.customer_order, NEW.customer_order, 8),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 16),
      ('ordered_on', OLD.ordered_on, NEW.ordered_on, 32),
      ('due_on', OLD.due_on, NEW.due_on, 64),
      ('shipped_on', OLD.shipped_on, NEW.shipped_on, 128),
      ('region', OLD.region, NEW.region, 256),
      ('sales_person', OLD.sales_person, NEW.sales_person, 512),
      ('online', OLD.online, NEW.online, 1024),
      ('subtotal', OLD.subtotal, NEW.subtotal, 2048),
      ('tax', OLD.tax, NEW.tax, 4096),
      ('freight', OLD.freight, NEW.freight, 8192),
      ('total', OLD.total, NEW.total, 16384),
      ('receivable', OLD.receivable, NEW.receivable, 32768),
      ('currency', OLD.currency, NEW.currency, 65536),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_sales_order_d AFTER DELETE ON sales_order WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 40, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'number', OLD.number, 'customer_order', OLD.customer_order, 'customer', hex(OLD.customer), 'ordered_on', OLD.ordered_on, 'due_on', OLD.due_on, 'shipped_on', OLD.shipped_on, 'region', OLD.region, 'sales_person', OLD.sales_person, 'online', OLD.online, 'subtotal', OLD.subtotal, 'tax', OLD.tax, 'freight', OLD.freight, 'total', OLD.total, 'receivable', OLD.receivable, 'currency', OLD.currency, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_sales_order_line_i AFTER INSERT ON sales_order_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 41, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_sales_order_line_u AFTER UPDATE OF owner, deleted, sales_order, line_no, item, item_code, item_name, quantity, unit_price, discount, line_total, custom ON sales_order_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 41, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('sales_order', hex(OLD.sales_order), iif(OLD.sales_order IS NEW.sales_order, hex(OLD.sales_order), NULL), 4),
      ('line_no', OLD.line_no, NEW.line_no, 8),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 16),
      ('item_code', OLD.item_code, NEW.item_code, 32),
      ('item_name', OLD.item_name, NEW.item_name, 64),
      ('quantity', OLD.quantity, NEW.quantity, 128),
      ('unit_price', OLD.unit_price, NEW.unit_price, 256),
      ('discount', OLD.discount, NEW.discount, 512),
      ('line_total', OLD.line_total, NEW.line_total, 1024),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_sales_order_line_d AFTER DELETE ON sales_order_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 41, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'sales_order', hex(OLD.sales_order), 'line_no', OLD.line_no, 'item', hex(OLD.item), 'item_code', OLD.item_code, 'item_name', OLD.item_name, 'quantity', OLD.quantity, 'unit_price', OLD.unit_price, 'discount', OLD.discount, 'line_total', OLD.line_total, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_price_policy_i AFTER INSERT ON price_policy WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 70, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_price_policy_u AFTER UPDATE OF owner, deleted, scope, scope_key, grade, valid_from, valid_to, method, rate, min_markup, step, price_decimals, custom ON price_policy WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 70, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('scope', OLD.scope, NEW.scope, 4),
      ('scope_key', OLD.scope_key, NEW.scope_key, 8),
      ('grade', OLD.grade, NEW.grade, 16),
      ('valid_from', OLD.valid_from, NEW.valid_from, 32),
      ('valid_to', OLD.valid_to, NEW.valid_to, 64),
      ('method', OLD.method, NEW.method, 128),
      ('rate', OLD.rate, NEW.rate, 256),
      ('min_markup', OLD.min_markup, NEW.min_markup, 512),
      ('step', OLD.step, NEW.step, 1024),
      ('price_decimals', OLD.price_decimals, NEW.price_decimals, 2048),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_price_policy_d AFTER DELETE ON price_policy WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 70, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'scope', OLD.scope, 'scope_key', OLD.scope_key, 'grade', OLD.grade, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'method', OLD.method, 'rate', OLD.rate, 'min_markup', OLD.min_markup, 'step', OLD.step, 'price_decimals', OLD.price_decimals, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_float_authority_i AFTER INSERT ON float_authority WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 71, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_float_authority_u AFTER UPDATE OF owner, deleted, grade, level, max_depth, valid_from, valid_to, custom ON float_authority WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 71, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('grade', OLD.grade, NEW.grade, 4),
      ('level', OLD.level, NEW.level, 8),
      ('max_depth', OLD.max_depth, NEW.max_depth, 16),
      ('valid_from', OLD.valid_from, NEW.valid_from, 32),
      ('valid_to', OLD.valid_to, NEW.valid_to, 64),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_float_authority_d AFTER DELETE ON float_authority WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 71, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'grade', OLD.grade, 'level', OLD.level, 'max_depth', OLD.max_depth, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_i AFTER INSERT ON quote WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 80, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_u AFTER UPDATE OF owner, deleted, number, customer, opportunity, title, revision_no, state, currency, net_total, gross_total, base_total, quoted_on, valid_until, custom ON quote WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 80, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('number', OLD.number, NEW.number, 4),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 8),
      ('opportunity', hex(OLD.opportunity), iif(OLD.opportunity IS NEW.opportunity, hex(OLD.opportunity), NULL), 16),
      ('title', OLD.title, NEW.title, 32),
      ('revision_no', OLD.revision_no, NEW.revision_no, 64),
      ('state', OLD.state, NEW.state, 128),
      ('currency', OLD.currency, NEW.currency, 256),
      ('net_total', OLD.net_total, NEW.net_total, 512),
      ('gross_total', OLD.gross_total, NEW.gross_total, 1024),
      ('base_total', OLD.base_total, NEW.base_total, 2048),
      ('quoted_on', OLD.quoted_on, NEW.quoted_on, 4096),
      ('valid_until', OLD.valid_until, NEW.valid_until, 8192),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_quote_d AFTER DELETE ON quote WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 80, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'number', OLD.number, 'customer', hex(OLD.customer), 'opportunity', hex(OLD.opportunity), 'title', OLD.title, 'revision_no', OLD.revision_no, 'state', OLD.state, 'currency', OLD.currency, 'net_total', OLD.net_total, 'gross_total', OLD.gross_total, 'base_total', OLD.base_total, 'quoted_on', OLD.quoted_on, 'valid_until', OLD.valid_until, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_revision_i AFTER INSERT ON quote_revision WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 81, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_revision_u AFTER UPDATE OF owner, deleted, quote, revision_no, state, quoted_on, contact, grade, base_currency, currency, exchange_rate, rate_date, fx_buffer, tax_mode, tax_rate, price_decimals, valid_until, payment_terms, delivery_terms, freight, remarks, internal_note, net_total, tax_total, gross_total, sent_at, custom ON quote_revision WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 81, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('quote', hex(OLD.quote), iif(OLD.quote IS NEW.quote, hex(OLD.quote), NULL), 4),
      ('revision_no', OLD.revision_no, NEW.revision_no, 8),
      ('state', OLD.state, NEW.state, 16),
      ('quoted_on', OLD.quoted_on, NEW.quoted_on, 32),
      ('contact', hex(OLD.contact), iif(OLD.contact IS NEW.contact, hex(OLD.contact), NULL), 64),
      ('grade', OLD.grade, NEW.grade, 128),
      ('base_currency', OLD.base_currency, NEW.base_currency, 256),
      ('currency', OLD.currency, NEW.currency, 512),
      ('exchange_rate', OLD.exchange_rate, NEW.exchange_rate, 1024),
      ('rate_date', OLD.rate_date, NEW.rate_date, 2048),
      ('fx_buffer', OLD.fx_buffer, NEW.fx_buffer, 4096),
      ('tax_mode', OLD.tax_mode, NEW.tax_mode, 8192),
      ('tax_rate', OLD.tax_rate, NEW.tax_rate, 16384),
      ('price_decimals', OLD.price_decimals, NEW.price_decimals, 32768),
      ('valid_until', OLD.valid_until, NEW.valid_until, 65536),
      ('payment_terms', OLD.payment_terms, NEW.payment_terms, 131072),
      ('delivery_terms', OLD.delivery_terms, NEW.delivery_terms, 262144),
      ('freight', OLD.freight, NEW.freight, 524288),
      ('remarks', OLD.remarks, NEW.remarks, 1048576),
      ('internal_note', OLD.internal_note, NEW.internal_note, 2097152),
      ('net_total', OLD.net_total, NEW.net_total, 4194304),
      ('tax_total', OLD.tax_total, NEW.tax_total, 8388608),
      ('gross_total', OLD.gross_total, NEW.gross_total, 16777216),
      ('sent_at', OLD.sent_at, NEW.sent_at, 33554432),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_quote_revision_d AFTER DELETE ON quote_revision WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 81, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'quote', hex(OLD.quote), 'revision_no', OLD.revision_no, 'state', OLD.state, 'quoted_on', OLD.quoted_on, 'contact', hex(OLD.contact), 'grade', OLD.grade, 'base_currency', OLD.base_currency, 'currency', OLD.currency, 'exchange_rate', OLD.exchange_rate, 'rate_date', OLD.rate_date, 'fx_buffer', OLD.fx_buffer, 'tax_mode', OLD.tax_mode, 'tax_rate', OLD.tax_rate, 'price_decimals', OLD.price_decimals, 'valid_until', OLD.valid_until, 'payment_terms', OLD.payment_terms, 'delivery_terms', OLD.delivery_terms, 'freight', OLD.freight, 'remarks', OLD.remarks, 'internal_note', OLD.internal_note, 'net_total', OLD.net_total, 'tax_total', OLD.tax_total, 'gross_total', OLD.gross_total, 'sent_at', OLD.sent_at, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_i AFTER INSERT ON quote_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 82, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_line_u AFTER UPDATE OF owner, deleted, revision, seq, uid, type, item, item_code, item_name, spec, description, drawing_no, drawing_rev, customer_part_no, qty, uom, annual_qty, tier_type, unit_price, typed_price, guide_price, needed_level, tax_rate, lead_time, optional, alt_group, net_amount, tax_amount, gross_amount, internal_note, custom ON quote_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 82, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('revision', hex(OLD.revision), iif(OLD.revision IS NEW.revision, hex(OLD.revision), NULL), 4),
      ('seq', OLD.seq, NEW.seq, 8),
      ('uid', hex(OLD.uid), iif(OLD.uid IS NEW.uid, hex(OLD.uid), NULL), 16),
      ('type', OLD.type, NEW.type, 32),
      ('item', hex(OLD.item), iif(OLD.item IS NEW.item, hex(OLD.item), NULL), 64),
      ('item_code', OLD.item_code, NEW.item_code, 128),
      ('item_name', OLD.item_name, NEW.item_name, 256),
      ('spec', OLD.spec, NEW.spec, 512),
      ('description', OLD.description, NEW.description, 1024),
      ('drawing_no', OLD.drawing_no, NEW.drawing_no, 2048),
      ('drawing_rev', OLD.drawing_rev, NEW.drawing_rev, 4096),
      ('customer_part_no', OLD.customer_part_no, NEW.customer_part_no, 8192),
      ('qty', OLD.qty, NEW.qty, 16384),
      ('uom', OLD.uom, NEW.uom, 32768),
      ('annual_qty', OLD.annual_qty, NEW.annual_qty, 65536),
      ('tier_type', OLD.tier_type, NEW.tier_type, 131072),
      ('unit_price', OLD.unit_price, NEW.unit_price, 262144),
      ('typed_price', OLD.typed_price, NEW.typed_price, 524288),
      ('guide_price', OLD.guide_price, NEW.guide_price, 1048576),
      ('needed_level', OLD.needed_level, NEW.needed_level, 2097152),
      ('tax_rate', OLD.tax_rate, NEW.tax_rate, 4194304),
      ('lead_time', OLD.lead_time, NEW.lead_time, 8388608),
      ('optional', OLD.optional, NEW.optional, 16777216),
      ('alt_group', OLD.alt_group, NEW.alt_group, 33554432),
      ('net_amount', OLD.net_amount, NEW.net_amount, 67108864),
      ('tax_amount', OLD.tax_amount, NEW.tax_amount, 134217728),
      ('gross_amount', OLD.gross_amount, NEW.gross_amount, 268435456),
      ('internal_note', OLD.internal_note, NEW.internal_note, 536870912),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_quote_line_d AFTER DELETE ON quote_line WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 82, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'revision', hex(OLD.revision), 'seq', OLD.seq, 'uid', hex(OLD.uid), 'type', OLD.type, 'item', hex(OLD.item), 'item_code', OLD.item_code, 'item_name', OLD.item_name, 'spec', OLD.spec, 'description', OLD.description, 'drawing_no', OLD.drawing_no, 'drawing_rev', OLD.drawing_rev, 'customer_part_no', OLD.customer_part_no, 'qty', OLD.qty, 'uom', OLD.uom, 'annual_qty', OLD.annual_qty, 'tier_type', OLD.tier_type, 'unit_price', OLD.unit_price, 'typed_price', OLD.typed_price, 'guide_price', OLD.guide_price, 'needed_level', OLD.needed_level, 'tax_rate', OLD.tax_rate, 'lead_time', OLD.lead_time, 'optional', OLD.optional, 'alt_group', OLD.alt_group, 'net_amount', OLD.net_amount, 'tax_amount', OLD.tax_amount, 'gross_amount', OLD.gross_amount, 'internal_note', OLD.internal_note, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_tier_i AFTER INSERT ON quote_tier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 83, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_tier_u AFTER UPDATE OF owner, deleted, line, from_qty, lot, unit_price, typed_price, guide_price, needed_level, custom ON quote_tier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 83, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('line', hex(OLD.line), iif(OLD.line IS NEW.line, hex(OLD.line), NULL), 4),
      ('from_qty', OLD.from_qty, NEW.from_qty, 8),
      ('lot', OLD.lot, NEW.lot, 16),
      ('unit_price', OLD.unit_price, NEW.unit_price, 32),
      ('typed_price', OLD.typed_price, NEW.typed_price, 64),
      ('guide_price', OLD.guide_price, NEW.guide_price, 128),
      ('needed_level', OLD.needed_level, NEW.needed_level, 256),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_quote_tier_d AFTER DELETE ON quote_tier WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 83, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'line', hex(OLD.line), 'from_qty', OLD.from_qty, 'lot', OLD.lot, 'unit_price', OLD.unit_price, 'typed_price', OLD.typed_price, 'guide_price', OLD.guide_price, 'needed_level', OLD.needed_level, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_cost_snapshot_i AFTER INSERT ON cost_snapshot WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 85, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_cost_snapshot_u AFTER UPDATE OF owner, deleted, hash, content, engine, custom ON cost_snapshot WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 85, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('hash', OLD.hash, NEW.hash, 4),
      ('content', hex(OLD.content), iif(OLD.content IS NEW.content, hex(OLD.content), NULL), 8),
      ('engine', OLD.engine, NEW.engine, 16),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_cost_snapshot_d AFTER DELETE ON cost_snapshot WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 85, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'hash', OLD.hash, 'content', hex(OLD.content), 'engine', OLD.engine, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_quote_line_cost_i AFTER INSERT ON quote_line_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 84, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_quote_line_cost_u AFTER UPDATE OF owner, deleted, line, tier, lot, cost, elements, floor_price, margin, snapshot_hash, trace, problems, custom ON quote_line_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 84, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('line', hex(OLD.line), iif(OLD.line IS NEW.line, hex(OLD.line), NULL), 4),
      ('tier', hex(OLD.tier), iif(OLD.tier IS NEW.tier, hex(OLD.tier), NULL), 8),
      ('lot', OLD.lot, NEW.lot, 16),
      ('cost', OLD.cost, NEW.cost, 32),
      ('elements', OLD.elements, NEW.elements, 64),
      ('floor_price', OLD.floor_price, NEW.floor_price, 128),
      ('margin', OLD.margin, NEW.margin, 256),
      ('snapshot_hash', OLD.snapshot_hash, NEW.snapshot_hash, 512),
      ('trace', OLD.trace, NEW.trace, 1024),
      ('problems', OLD.problems, NEW.problems, 2048),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_quote_line_cost_d AFTER DELETE ON quote_line_cost WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 84, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'line', hex(OLD.line), 'tier', hex(OLD.tier), 'lot', OLD.lot, 'cost', OLD.cost, 'elements', OLD.elements, 'floor_price', OLD.floor_price, 'margin', OLD.margin, 'snapshot_hash', OLD.snapshot_hash, 'trace', OLD.trace, 'problems', OLD.problems, 'custom', OLD.custom), at FROM _m;
END;

CREATE TRIGGER _j_attachment_i AFTER INSERT ON attachment WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, made_at) SELECT grp, 12, NEW.rid, 1, NEW.rev, at FROM _m;
END;

CREATE TRIGGER _j_attachment_u AFTER UPDATE OF owner, deleted, customer, kind, record, name, media_type, bytes, sha256, note, custom ON attachment WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, cols, old, made_at)
  SELECT grp, 12, NEW.rid, 2, OLD.rev, cols, old, at FROM _m,
    (SELECT sum(bit) AS cols, json_group_object(k, o) AS old FROM (
      SELECT 'owner' AS k, OLD.owner AS o, NEW.owner AS n, 1 AS bit UNION ALL VALUES
      ('deleted', OLD.deleted, NEW.deleted, 2),
      ('customer', hex(OLD.customer), iif(OLD.customer IS NEW.customer, hex(OLD.customer), NULL), 4),
      ('kind', OLD.kind, NEW.kind, 8),
      ('record', hex(OLD.record), iif(OLD.record IS NEW.record, hex(OLD.record), NULL), 16),
      ('name', OLD.name, NEW.name, 32),
      ('media_type', OLD.media_type, NEW.media_type, 64),
      ('bytes', OLD.bytes, NEW.bytes, 128),
      ('sha256', OLD.sha256, NEW.sha256, 256),
      ('note', OLD.note, NEW.note, 512),
      ('custom', OLD.custom, NEW.custom, 4611686018427387904)) WHERE o IS NOT n) WHERE cols <> 0;
END;

CREATE TRIGGER _j_attachment_d AFTER DELETE ON attachment WHEN (SELECT busy FROM _busy) = 0 BEGIN
  INSERT INTO _op(grp, tbl, rid, kind, base_rev, old, made_at)
  SELECT grp, 12, OLD.rid, 3, OLD.rev, json_object('id', hex(OLD.id), 'owner', OLD.owner, 'deleted', OLD.deleted, 'customer', hex(OLD.customer), 'kind', OLD.kind, 'record', hex(OLD.record), 'name', OLD.name, 'media_type', OLD.media_type, 'bytes', OLD.bytes, 'sha256', OLD.sha256, 'note', OLD.note, 'custom', OLD.custom), at FROM _m;
END;
