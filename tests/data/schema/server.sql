-- elsewhere: CREATE SCHEMA app
-- elsewhere: DO $$
-- elsewhere: ALTER ROLE cd_admin CREATEROLE INHERIT
-- elsewhere: SET LOCAL client_min_messages = 'warning'
-- elsewhere: GRANT cd_user TO cd_admin WITH ADMIN OPTION
-- elsewhere: GRANT pg_signal_backend TO cd_admin
-- elsewhere: ALTER SCHEMA app OWNER TO cd_owner
-- elsewhere: CREATE SCHEMA sync AUTHORIZATION cd_owner
-- elsewhere: CREATE SCHEMA srv AUTHORIZATION cd_owner
-- elsewhere: GRANT USAGE ON SCHEMA app, sync TO cd_hist, cd_door, cd_admin
-- elsewhere: GRANT USAGE ON SCHEMA sync, srv TO cd_user
-- elsewhere: GRANT CREATE ON SCHEMA app, sync, srv TO cd_hist, cd_door, cd_admin
-- elsewhere: ALTER DEFAULT PRIVILEGES FOR ROLE cd_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
-- elsewhere: ALTER DEFAULT PRIVILEGES FOR ROLE cd_door REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
-- elsewhere: ALTER DEFAULT PRIVILEGES FOR ROLE cd_hist REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
-- elsewhere: ALTER DEFAULT PRIVILEGES FOR ROLE cd_admin REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
-- elsewhere: CREATE TABLE app."region" (
-- elsewhere: CREATE UNIQUE INDEX "region_code_key" ON app."region"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."team" (
-- elsewhere: CREATE INDEX "team_boss" ON app."team"("boss")
-- elsewhere: CREATE INDEX "team_region" ON app."team"("region")
-- elsewhere: CREATE TABLE app."person" (
-- elsewhere: CREATE UNIQUE INDEX "person_login_key" ON app."person"("login") WHERE NOT deleted AND "login" <> ''
-- elsewhere: CREATE INDEX "person_team" ON app."person"("team")
-- elsewhere: CREATE INDEX "person_region" ON app."person"("region")
-- elsewhere: CREATE TABLE app."person_role" (
-- elsewhere: CREATE INDEX "person_role_person" ON app."person_role"("person")
-- elsewhere: CREATE TABLE app."company_setting" (
-- elsewhere: CREATE UNIQUE INDEX "company_setting_key_key" ON app."company_setting"("key") WHERE NOT deleted AND "key" <> ''
-- elsewhere: CREATE TABLE app."saved_view" (
-- elsewhere: CREATE INDEX "saved_view_page" ON app."saved_view"("page")
-- elsewhere: CREATE TABLE app."field_definition" (
-- elsewhere: CREATE INDEX "field_definition_record" ON app."field_definition"("record")
-- elsewhere: CREATE TABLE app."audit_entry" (
-- elsewhere: CREATE INDEX "audit_entry_at" ON app."audit_entry"("at")
-- elsewhere: CREATE INDEX "audit_entry_person" ON app."audit_entry"("person")
-- elsewhere: CREATE INDEX "audit_entry_record" ON app."audit_entry"("record")
-- elsewhere: CREATE TABLE app."customer" (
-- elsewhere: CREATE INDEX "customer_owner_id" ON app."customer"(owner, id)
-- elsewhere: CREATE INDEX "customer_root_id" ON app."customer"(root_id)
-- elsewhere: CREATE INDEX "customer_name" ON app."customer"("name")
-- elsewhere: CREATE UNIQUE INDEX "customer_number_key" ON app."customer"("number") WHERE NOT deleted AND "number" <> ''
-- elsewhere: CREATE INDEX "customer_mnemonic" ON app."customer"("mnemonic")
-- elsewhere: CREATE INDEX "customer_name_key" ON app."customer"("name_key")
-- elsewhere: CREATE UNIQUE INDEX "customer_credit_code_key" ON app."customer"("credit_code") WHERE NOT deleted AND "credit_code" <> ''
-- elsewhere: CREATE INDEX "customer_grade" ON app."customer"("grade")
-- elsewhere: CREATE INDEX "customer_status" ON app."customer"("status")
-- elsewhere: CREATE INDEX "customer_industry" ON app."customer"("industry")
-- elsewhere: CREATE INDEX "customer_region" ON app."customer"("region")
-- elsewhere: CREATE INDEX "customer_phone" ON app."customer"("phone")
-- elsewhere: CREATE TABLE app."contact" (
-- elsewhere: CREATE INDEX "contact_owner_id" ON app."contact"(owner, id)
-- elsewhere: CREATE INDEX "contact_root_id" ON app."contact"(root_id)
-- elsewhere: CREATE INDEX "contact_customer" ON app."contact"("customer")
-- elsewhere: CREATE INDEX "contact_phone" ON app."contact"("phone")
-- elsewhere: CREATE INDEX "contact_mobile" ON app."contact"("mobile")
-- elsewhere: CREATE TABLE app."uom" (
-- elsewhere: CREATE UNIQUE INDEX "uom_code_key" ON app."uom"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."supplier" (
-- elsewhere: CREATE INDEX "supplier_owner_id" ON app."supplier"(owner, id)
-- elsewhere: CREATE INDEX "supplier_root_id" ON app."supplier"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "supplier_code_key" ON app."supplier"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."work_center" (
-- elsewhere: CREATE UNIQUE INDEX "work_center_code_key" ON app."work_center"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."work_center_rate" (
-- elsewhere: CREATE INDEX "work_center_rate_owner_id" ON app."work_center_rate"(owner, id)
-- elsewhere: CREATE INDEX "work_center_rate_root_id" ON app."work_center_rate"(root_id)
-- elsewhere: CREATE INDEX "work_center_rate_work_center" ON app."work_center_rate"("work_center")
-- elsewhere: CREATE TABLE app."item" (
-- elsewhere: CREATE UNIQUE INDEX "item_code_key" ON app."item"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE INDEX "item_base_uom" ON app."item"("base_uom")
-- elsewhere: CREATE INDEX "item_item_group" ON app."item"("item_group")
-- elsewhere: CREATE TABLE app."item_uom" (
-- elsewhere: CREATE INDEX "item_uom_item" ON app."item_uom"("item")
-- elsewhere: CREATE INDEX "item_uom_uom" ON app."item_uom"("uom")
-- elsewhere: CREATE TABLE app."item_cost" (
-- elsewhere: CREATE INDEX "item_cost_owner_id" ON app."item_cost"(owner, id)
-- elsewhere: CREATE INDEX "item_cost_root_id" ON app."item_cost"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "item_cost_item_key" ON app."item_cost"("item") WHERE NOT deleted
-- elsewhere: CREATE INDEX "item_cost_preferred_supplier" ON app."item_cost"("preferred_supplier")
-- elsewhere: CREATE TABLE app."bom" (
-- elsewhere: CREATE INDEX "bom_owner_id" ON app."bom"(owner, id)
-- elsewhere: CREATE INDEX "bom_root_id" ON app."bom"(root_id)
-- elsewhere: CREATE INDEX "bom_item" ON app."bom"("item")
-- elsewhere: CREATE INDEX "bom_uom" ON app."bom"("uom")
-- elsewhere: CREATE TABLE app."bom_line" (
-- elsewhere: CREATE INDEX "bom_line_owner_id" ON app."bom_line"(owner, id)
-- elsewhere: CREATE INDEX "bom_line_root_id" ON app."bom_line"(root_id)
-- elsewhere: CREATE INDEX "bom_line_bom" ON app."bom_line"("bom")
-- elsewhere: CREATE INDEX "bom_line_component" ON app."bom_line"("component")
-- elsewhere: CREATE INDEX "bom_line_uom" ON app."bom_line"("uom")
-- elsewhere: CREATE TABLE app."operation" (
-- elsewhere: CREATE INDEX "operation_owner_id" ON app."operation"(owner, id)
-- elsewhere: CREATE INDEX "operation_root_id" ON app."operation"(root_id)
-- elsewhere: CREATE INDEX "operation_bom" ON app."operation"("bom")
-- elsewhere: CREATE INDEX "operation_work_center" ON app."operation"("work_center")
-- elsewhere: CREATE INDEX "operation_outside_item" ON app."operation"("outside_item")
-- elsewhere: CREATE INDEX "operation_outside_uom" ON app."operation"("outside_uom")
-- elsewhere: CREATE TABLE app."price_row" (
-- elsewhere: CREATE INDEX "price_row_owner_id" ON app."price_row"(owner, id)
-- elsewhere: CREATE INDEX "price_row_root_id" ON app."price_row"(root_id)
-- elsewhere: CREATE INDEX "price_row_item" ON app."price_row"("item")
-- elsewhere: CREATE INDEX "price_row_supplier" ON app."price_row"("supplier")
-- elsewhere: CREATE INDEX "price_row_uom" ON app."price_row"("uom")
-- elsewhere: CREATE INDEX "price_row_confirmed_by" ON app."price_row"("confirmed_by")
-- elsewhere: CREATE TABLE app."fx_rate" (
-- elsewhere: CREATE TABLE app."overhead_rule" (
-- elsewhere: CREATE INDEX "overhead_rule_owner_id" ON app."overhead_rule"(owner, id)
-- elsewhere: CREATE INDEX "overhead_rule_root_id" ON app."overhead_rule"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "overhead_rule_code_key" ON app."overhead_rule"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."tool" (
-- elsewhere: CREATE INDEX "tool_owner_id" ON app."tool"(owner, id)
-- elsewhere: CREATE INDEX "tool_root_id" ON app."tool"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "tool_code_key" ON app."tool"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE INDEX "tool_item" ON app."tool"("item")
-- elsewhere: CREATE TABLE app."stage" (
-- elsewhere: CREATE UNIQUE INDEX "stage_code_key" ON app."stage"("code") WHERE NOT deleted AND "code" <> ''
-- elsewhere: CREATE TABLE app."opportunity" (
-- elsewhere: CREATE INDEX "opportunity_owner_id" ON app."opportunity"(owner, id)
-- elsewhere: CREATE INDEX "opportunity_root_id" ON app."opportunity"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "opportunity_number_key" ON app."opportunity"("number") WHERE NOT deleted AND "number" <> ''
-- elsewhere: CREATE INDEX "opportunity_customer" ON app."opportunity"("customer")
-- elsewhere: CREATE INDEX "opportunity_contact" ON app."opportunity"("contact")
-- elsewhere: CREATE INDEX "opportunity_stage" ON app."opportunity"("stage")
-- elsewhere: CREATE INDEX "opportunity_amount" ON app."opportunity"("amount")
-- elsewhere: CREATE INDEX "opportunity_expected_close" ON app."opportunity"("expected_close")
-- elsewhere: CREATE INDEX "opportunity_next_on" ON app."opportunity"("next_on")
-- elsewhere: CREATE INDEX "opportunity_closed_on" ON app."opportunity"("closed_on")
-- elsewhere: CREATE TABLE app."stage_change" (
-- elsewhere: CREATE INDEX "stage_change_owner_id" ON app."stage_change"(owner, id)
-- elsewhere: CREATE INDEX "stage_change_root_id" ON app."stage_change"(root_id)
-- elsewhere: CREATE INDEX "stage_change_opportunity" ON app."stage_change"("opportunity")
-- elsewhere: CREATE INDEX "stage_change_from_stage" ON app."stage_change"("from_stage")
-- elsewhere: CREATE INDEX "stage_change_to_stage" ON app."stage_change"("to_stage")
-- elsewhere: CREATE INDEX "stage_change_at" ON app."stage_change"("at")
-- elsewhere: CREATE INDEX "stage_change_by_person" ON app."stage_change"("by_person")
-- elsewhere: CREATE TABLE app."activity" (
-- elsewhere: CREATE INDEX "activity_owner_id" ON app."activity"(owner, id)
-- elsewhere: CREATE INDEX "activity_root_id" ON app."activity"(root_id)
-- elsewhere: CREATE INDEX "activity_customer" ON app."activity"("customer")
-- elsewhere: CREATE INDEX "activity_opportunity" ON app."activity"("opportunity")
-- elsewhere: CREATE INDEX "activity_contact" ON app."activity"("contact")
-- elsewhere: CREATE INDEX "activity_kind" ON app."activity"("kind")
-- elsewhere: CREATE INDEX "activity_at" ON app."activity"("at")
-- elsewhere: CREATE INDEX "activity_by_person" ON app."activity"("by_person")
-- elsewhere: CREATE INDEX "activity_next_on" ON app."activity"("next_on")
-- elsewhere: CREATE TABLE app."sales_order" (
-- elsewhere: CREATE INDEX "sales_order_owner_id" ON app."sales_order"(owner, id)
-- elsewhere: CREATE INDEX "sales_order_root_id" ON app."sales_order"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "sales_order_number_key" ON app."sales_order"("number") WHERE NOT deleted AND "number" <> ''
-- elsewhere: CREATE INDEX "sales_order_customer" ON app."sales_order"("customer")
-- elsewhere: CREATE INDEX "sales_order_ordered_on" ON app."sales_order"("ordered_on")
-- elsewhere: CREATE INDEX "sales_order_region" ON app."sales_order"("region")
-- elsewhere: CREATE INDEX "sales_order_sales_person" ON app."sales_order"("sales_person")
-- elsewhere: CREATE TABLE app."sales_order_line" (
-- elsewhere: CREATE INDEX "sales_order_line_owner_id" ON app."sales_order_line"(owner, id)
-- elsewhere: CREATE INDEX "sales_order_line_root_id" ON app."sales_order_line"(root_id)
-- elsewhere: CREATE INDEX "sales_order_line_sales_order" ON app."sales_order_line"("sales_order")
-- elsewhere: CREATE INDEX "sales_order_line_item" ON app."sales_order_line"("item")
-- elsewhere: CREATE TABLE app."price_policy" (
-- elsewhere: CREATE INDEX "price_policy_owner_id" ON app."price_policy"(owner, id)
-- elsewhere: CREATE INDEX "price_policy_root_id" ON app."price_policy"(root_id)
-- elsewhere: CREATE TABLE app."float_authority" (
-- elsewhere: CREATE TABLE app."quote" (
-- elsewhere: CREATE INDEX "quote_owner_id" ON app."quote"(owner, id)
-- elsewhere: CREATE INDEX "quote_root_id" ON app."quote"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "quote_number_key" ON app."quote"("number") WHERE NOT deleted AND "number" <> ''
-- elsewhere: CREATE INDEX "quote_customer" ON app."quote"("customer")
-- elsewhere: CREATE INDEX "quote_opportunity" ON app."quote"("opportunity")
-- elsewhere: CREATE INDEX "quote_state" ON app."quote"("state")
-- elsewhere: CREATE INDEX "quote_quoted_on" ON app."quote"("quoted_on")
-- elsewhere: CREATE TABLE app."quote_revision" (
-- elsewhere: CREATE INDEX "quote_revision_owner_id" ON app."quote_revision"(owner, id)
-- elsewhere: CREATE INDEX "quote_revision_root_id" ON app."quote_revision"(root_id)
-- elsewhere: CREATE INDEX "quote_revision_quote" ON app."quote_revision"("quote")
-- elsewhere: CREATE INDEX "quote_revision_contact" ON app."quote_revision"("contact")
-- elsewhere: CREATE TABLE app."quote_line" (
-- elsewhere: CREATE INDEX "quote_line_owner_id" ON app."quote_line"(owner, id)
-- elsewhere: CREATE INDEX "quote_line_root_id" ON app."quote_line"(root_id)
-- elsewhere: CREATE INDEX "quote_line_revision" ON app."quote_line"("revision")
-- elsewhere: CREATE INDEX "quote_line_item" ON app."quote_line"("item")
-- elsewhere: CREATE TABLE app."quote_tier" (
-- elsewhere: CREATE INDEX "quote_tier_owner_id" ON app."quote_tier"(owner, id)
-- elsewhere: CREATE INDEX "quote_tier_root_id" ON app."quote_tier"(root_id)
-- elsewhere: CREATE INDEX "quote_tier_line" ON app."quote_tier"("line")
-- elsewhere: CREATE TABLE app."cost_snapshot" (
-- elsewhere: CREATE INDEX "cost_snapshot_owner_id" ON app."cost_snapshot"(owner, id)
-- elsewhere: CREATE INDEX "cost_snapshot_root_id" ON app."cost_snapshot"(root_id)
-- elsewhere: CREATE UNIQUE INDEX "cost_snapshot_hash_key" ON app."cost_snapshot"("hash") WHERE NOT deleted AND "hash" <> ''
-- elsewhere: CREATE TABLE app."quote_line_cost" (
-- elsewhere: CREATE INDEX "quote_line_cost_owner_id" ON app."quote_line_cost"(owner, id)
-- elsewhere: CREATE INDEX "quote_line_cost_root_id" ON app."quote_line_cost"(root_id)
-- elsewhere: CREATE INDEX "quote_line_cost_line" ON app."quote_line_cost"("line")
-- elsewhere: CREATE INDEX "quote_line_cost_tier" ON app."quote_line_cost"("tier")
-- elsewhere: CREATE INDEX "quote_line_cost_snapshot_hash" ON app."quote_line_cost"("snapshot_hash")
-- elsewhere: CREATE TABLE app."attachment" (
-- elsewhere: CREATE INDEX "attachment_owner_id" ON app."attachment"(owner, id)
-- elsewhere: CREATE INDEX "attachment_root_id" ON app."attachment"(root_id)
-- elsewhere: CREATE INDEX "attachment_customer" ON app."attachment"("customer")
-- elsewhere: CREATE INDEX "attachment_record" ON app."attachment"("record")
-- elsewhere: CREATE INDEX "attachment_sha256" ON app."attachment"("sha256")
-- elsewhere: ALTER TABLE app."team" ADD CONSTRAINT "team_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."person" ADD CONSTRAINT "person_team_fk" FOREIGN KEY ("team") REFERENCES app."team"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."person" ADD CONSTRAINT "person_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."person_role" ADD CONSTRAINT "person_role_person_fk" FOREIGN KEY ("person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."audit_entry" ADD CONSTRAINT "audit_entry_person_fk" FOREIGN KEY ("person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."customer" ADD CONSTRAINT "customer_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."contact" ADD CONSTRAINT "contact_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."work_center_rate" ADD CONSTRAINT "work_center_rate_work_center_fk" FOREIGN KEY ("work_center") REFERENCES app."work_center"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."item" ADD CONSTRAINT "item_base_uom_fk" FOREIGN KEY ("base_uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."item_uom" ADD CONSTRAINT "item_uom_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."item_uom" ADD CONSTRAINT "item_uom_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."item_cost" ADD CONSTRAINT "item_cost_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."item_cost" ADD CONSTRAINT "item_cost_preferred_supplier_fk" FOREIGN KEY ("preferred_supplier") REFERENCES app."supplier"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."bom" ADD CONSTRAINT "bom_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."bom" ADD CONSTRAINT "bom_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_bom_fk" FOREIGN KEY ("bom") REFERENCES app."bom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_component_fk" FOREIGN KEY ("component") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."bom_line" ADD CONSTRAINT "bom_line_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."operation" ADD CONSTRAINT "operation_bom_fk" FOREIGN KEY ("bom") REFERENCES app."bom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."operation" ADD CONSTRAINT "operation_work_center_fk" FOREIGN KEY ("work_center") REFERENCES app."work_center"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."operation" ADD CONSTRAINT "operation_outside_item_fk" FOREIGN KEY ("outside_item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."operation" ADD CONSTRAINT "operation_outside_uom_fk" FOREIGN KEY ("outside_uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_supplier_fk" FOREIGN KEY ("supplier") REFERENCES app."supplier"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_uom_fk" FOREIGN KEY ("uom") REFERENCES app."uom"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."price_row" ADD CONSTRAINT "price_row_confirmed_by_fk" FOREIGN KEY ("confirmed_by") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."tool" ADD CONSTRAINT "tool_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."opportunity" ADD CONSTRAINT "opportunity_stage_fk" FOREIGN KEY ("stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_from_stage_fk" FOREIGN KEY ("from_stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_to_stage_fk" FOREIGN KEY ("to_stage") REFERENCES app."stage"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."stage_change" ADD CONSTRAINT "stage_change_by_person_fk" FOREIGN KEY ("by_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."activity" ADD CONSTRAINT "activity_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."activity" ADD CONSTRAINT "activity_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."activity" ADD CONSTRAINT "activity_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."activity" ADD CONSTRAINT "activity_by_person_fk" FOREIGN KEY ("by_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_region_fk" FOREIGN KEY ("region") REFERENCES app."region"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."sales_order" ADD CONSTRAINT "sales_order_sales_person_fk" FOREIGN KEY ("sales_person") REFERENCES app."person"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."sales_order_line" ADD CONSTRAINT "sales_order_line_sales_order_fk" FOREIGN KEY ("sales_order") REFERENCES app."sales_order"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."sales_order_line" ADD CONSTRAINT "sales_order_line_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote" ADD CONSTRAINT "quote_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote" ADD CONSTRAINT "quote_opportunity_fk" FOREIGN KEY ("opportunity") REFERENCES app."opportunity"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_revision" ADD CONSTRAINT "quote_revision_quote_fk" FOREIGN KEY ("quote") REFERENCES app."quote"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_revision" ADD CONSTRAINT "quote_revision_contact_fk" FOREIGN KEY ("contact") REFERENCES app."contact"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_line" ADD CONSTRAINT "quote_line_revision_fk" FOREIGN KEY ("revision") REFERENCES app."quote_revision"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_line" ADD CONSTRAINT "quote_line_item_fk" FOREIGN KEY ("item") REFERENCES app."item"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_tier" ADD CONSTRAINT "quote_tier_line_fk" FOREIGN KEY ("line") REFERENCES app."quote_line"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_line_cost" ADD CONSTRAINT "quote_line_cost_line_fk" FOREIGN KEY ("line") REFERENCES app."quote_line"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."quote_line_cost" ADD CONSTRAINT "quote_line_cost_tier_fk" FOREIGN KEY ("tier") REFERENCES app."quote_tier"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: ALTER TABLE app."attachment" ADD CONSTRAINT "attachment_customer_fk" FOREIGN KEY ("customer") REFERENCES app."customer"(id) DEFERRABLE INITIALLY DEFERRED
-- elsewhere: CREATE TABLE sync.meta (
-- elsewhere: CREATE TABLE sync.tbl (
-- elsewhere: CREATE TABLE sync.col (
-- elsewhere: CREATE TABLE app.usr (
-- elsewhere: CREATE TABLE sync.role_right (
-- elsewhere: CREATE TABLE app.scope (
-- elsewhere: CREATE TABLE app.grant_ (
-- elsewhere: CREATE TABLE app.delegation (
-- elsewhere: CREATE INDEX delegation_taker ON app.delegation (taker, until)
-- elsewhere: CREATE INDEX delegation_giver ON app.delegation (giver, until)
-- elsewhere: CREATE TABLE sync.history (
-- elsewhere: ALTER TABLE sync.history OWNER TO cd_hist
-- elsewhere: CREATE INDEX history_xid ON sync.history (xid, seq)
-- elsewhere: CREATE INDEX history_row ON sync.history (row_id, rev)
-- elsewhere: CREATE INDEX history_seq ON sync.history (seq)
-- elsewhere: CREATE INDEX history_person ON sync.history (uid, seq)
-- elsewhere: CREATE TABLE sync.history_other PARTITION OF sync.history DEFAULT
-- elsewhere: ALTER TABLE sync.history_other OWNER TO cd_hist
-- elsewhere: CREATE TABLE sync.seal (
-- elsewhere: ALTER TABLE sync.seal OWNER TO cd_hist
-- elsewhere: CREATE TABLE sync.device (
-- elsewhere: CREATE TABLE sync.conflict (
-- elsewhere: CREATE INDEX conflict_uid ON sync.conflict (uid, state)
-- elsewhere: CREATE TABLE sync.request (
-- elsewhere: CREATE TABLE sync.blob (
-- elsewhere: CREATE TABLE sync.blob_piece (
-- elsewhere: CREATE TABLE sync.upload (
-- elsewhere: CREATE INDEX upload_open ON sync.upload (seen_at) WHERE done_at IS NULL
-- elsewhere: CREATE INDEX upload_hash ON sync.upload (hash)
-- elsewhere: CREATE TABLE sync.upload_piece (
-- elsewhere: CREATE TABLE sync.upload_day (
-- elsewhere: CREATE TABLE sync.checkup (
-- elsewhere: CREATE TABLE sync.probe (
-- elsewhere: DO $$
INSERT INTO sync.meta (schema_version, min_client) VALUES (3, 2);

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

INSERT INTO sync.tbl (tbl, no, scope, edit, born, grows, on_root, small_id, title) VALUES ('attachment', 12, 'root', 'activity.edit', 'push', false, true, false, 'name');

INSERT INTO sync.col (tbl, col, grp) VALUES
  ('attachment', 'customer', 'customer'),
  ('attachment', 'kind', 'kind'),
  ('attachment', 'record', 'record'),
  ('attachment', 'name', 'name'),
  ('attachment', 'media_type', 'media_type'),
  ('attachment', 'bytes', 'bytes'),
  ('attachment', 'sha256', 'sha256'),
  ('attachment', 'note', 'note'),
  ('attachment', 'deleted', 'deleted'),
  ('attachment', 'custom', 'custom');

-- elsewhere: CREATE FUNCTION app.me() RETURNS integer
-- elsewhere: CREATE FUNCTION app.may(wanted text) RETURNS boolean
-- elsewhere: CREATE FUNCTION app.own_reach() RETURNS integer[]
-- elsewhere: CREATE FUNCTION app.givers(what text) RETURNS integer[]
-- elsewhere: CREATE FUNCTION app.acting_for(giver integer) RETURNS boolean
-- elsewhere: CREATE FUNCTION app.my_owners() RETURNS integer[]
-- elsewhere: CREATE FUNCTION app.my_grants() RETURNS uuid[]
-- elsewhere: CREATE FUNCTION app.hidden_tables() RETURNS text[]
-- elsewhere: CREATE FUNCTION app.common_tables() RETURNS text[]
-- elsewhere: CREATE FUNCTION sync.refuse(code text, detail jsonb DEFAULT '{}') RETURNS void
-- elsewhere: CREATE FUNCTION sync.must_be_somebody() RETURNS integer
-- elsewhere: CREATE FUNCTION sync.must_be_now() RETURNS void
-- elsewhere: CREATE FUNCTION app.rebuild_people() RETURNS void
-- elsewhere: CREATE FUNCTION app.people_changed() RETURNS trigger
-- elsewhere: CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person
-- elsewhere: CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.person_role
-- elsewhere: CREATE TRIGGER people_changed AFTER INSERT OR UPDATE ON app.team
-- elsewhere: CREATE FUNCTION sync.note() RETURNS trigger
-- elsewhere: CREATE FUNCTION sync.never() RETURNS trigger
-- elsewhere: CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON sync.history FOR EACH ROW EXECUTE FUNCTION sync.never()
-- elsewhere: CREATE TRIGGER never_emptied BEFORE TRUNCATE ON sync.history FOR EACH STATEMENT EXECUTE FUNCTION sync.never()
-- elsewhere: CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON sync.seal FOR EACH STATEMENT EXECUTE FUNCTION sync.never()
-- elsewhere: CREATE FUNCTION sync.make_partitions() RETURNS void
-- elsewhere: CREATE FUNCTION sync.history_bytes(h sync.history) RETURNS bytea
-- elsewhere: CREATE FUNCTION sync.block_hash(before bytea, from_xid xid8, to_xid xid8) RETURNS bytea
-- elsewhere: CREATE FUNCTION sync.mark_of(h sync.history) RETURNS bytea
-- elsewhere: CREATE FUNCTION sync.seal_up(most bigint DEFAULT NULL) RETURNS sync.seal
-- elsewhere: CREATE FUNCTION sync.broken_seals() RETURNS SETOF bigint
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
  FROM app."region" t WHERE t.id >= (SELECT coalesce(after, '-2147483648'::integer)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."team" t WHERE t.id >= (SELECT coalesce(after, '-2147483648'::integer)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."person" t WHERE t.id >= (SELECT coalesce(after, '-2147483648'::integer)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."person_role" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."company_setting" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."saved_view" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."field_definition" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."audit_entry" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."customer" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[]) OR of_owner = 0 AND (SELECT app.may('customer.edit'))) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."contact" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."uom" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."supplier" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."work_center" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."work_center_rate" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."item" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."item_uom" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."item_cost" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."bom" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."bom_line" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."operation" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."price_row" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."fx_rate" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."overhead_rule" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."tool" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."stage" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."opportunity" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."stage_change" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."activity" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."sales_order" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."sales_order_line" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."price_policy" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."float_authority" t WHERE t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."quote" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."quote_revision" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."quote_line" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."quote_tier" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."cost_snapshot" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
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
  FROM app."quote_line_cost" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_quote_line_cost(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "line" uuid, "tier" uuid, "lot" bigint, "cost" bigint, "elements" text, "floor_price" bigint, "margin" bigint, "snapshot_hash" text, "trace" text, "problems" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."line", t."tier", t."lot", t."cost", t."elements"::text, t."floor_price", t."margin", t."snapshot_hash"::text, t."trace"::text, t."problems"::text
  FROM app."quote_line_cost" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

CREATE FUNCTION app.stamp_attachment() RETURNS trigger
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

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app."attachment" FOR EACH ROW EXECUTE FUNCTION app.stamp_attachment();

CREATE TRIGGER note AFTER INSERT OR UPDATE ON app."attachment" FOR EACH ROW EXECUTE FUNCTION sync.note();

ALTER TABLE app."attachment" ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON app."attachment" FOR SELECT TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY added ON app."attachment" FOR INSERT TO cd_door WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE POLICY changed ON app."attachment" FOR UPDATE TO cd_door USING (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[])) WITH CHECK (owner = ANY((SELECT app.my_owners())::integer[]) OR root_id = ANY((SELECT app.my_grants())::uuid[]));

CREATE FUNCTION sync.fetch_attachment(ids uuid[]) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "kind" text, "record" uuid, "name" text, "media_type" text, "bytes" bigint, "sha256" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."kind"::text, t."record", t."name"::text, t."media_type"::text, t."bytes", t."sha256"::text, t."note"::text
  FROM app."attachment" t WHERE t.id = ANY(ids)
$$;

CREATE FUNCTION sync.load_attachment(of_owner integer, after uuid, n integer) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "kind" text, "record" uuid, "name" text, "media_type" text, "bytes" bigint, "sha256" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."kind"::text, t."record", t."name"::text, t."media_type"::text, t."bytes", t."sha256"::text, t."note"::text
  FROM app."attachment" t WHERE (of_owner = ANY((SELECT app.my_owners())::integer[])) AND t.owner = of_owner AND t.id >= (SELECT coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)) AND t.id IS DISTINCT FROM after ORDER BY t.id LIMIT least(greatest(n, 1), 10000)
$$;

CREATE FUNCTION sync.root_attachment(root uuid) RETURNS TABLE ("id" uuid, "root_id" uuid, "owner" integer, "rev" bigint, "deleted" boolean, "created_at" bigint, "created_by" integer, "changed_at" bigint, "changed_by" integer, "custom" text, "customer" uuid, "kind" text, "record" uuid, "name" text, "media_type" text, "bytes" bigint, "sha256" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t."id", t."root_id", t."owner", t."rev", t."deleted", t."created_at", t."created_by", t."changed_at", t."changed_by", t."custom"::text, t."customer", t."kind"::text, t."record", t."name"::text, t."media_type"::text, t."bytes", t."sha256"::text, t."note"::text
  FROM app."attachment" t WHERE t.root_id = root AND EXISTS (SELECT FROM app.customer c WHERE c.id = root)
$$;

-- elsewhere: CREATE FUNCTION sync.hello(device uuid, host text, client_schema integer) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.epoch() RETURNS uuid
-- elsewhere: CREATE FUNCTION sync.must_be_ahead() RETURNS void
-- elsewhere: CREATE FUNCTION sync.next_device_code() RETURNS text
-- elsewhere: CREATE FUNCTION sync.my_channel() RETURNS text
-- elsewhere: CREATE FUNCTION sync.pull_begin() RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.my_reach() RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.feed(since pg_snapshot) RETURNS TABLE (tbl text, row_id text)
-- elsewhere: CREATE FUNCTION sync.cursor_known(since pg_snapshot) RETURNS boolean
-- elsewhere: CREATE FUNCTION sync.reaches(t sync.tbl, owner integer) RETURNS boolean
-- elsewhere: CREATE FUNCTION sync.digest(tbl text, owner integer) RETURNS TABLE (n bigint, hash bigint)
-- elsewhere: CREATE FUNCTION sync.revs(tbl text, owner integer) RETURNS TABLE (id text, rev bigint)
-- elsewhere: CREATE FUNCTION sync.known_table(wanted text) RETURNS sync.tbl
-- elsewhere: CREATE FUNCTION sync.end_idle_writers(longest interval DEFAULT '60 seconds') RETURNS integer
-- elsewhere: CREATE FUNCTION sync.push(device uuid, batch bigint, ops jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.push_group(device uuid, batch bigint, me integer, grp jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.keep_conflict(device uuid, batch bigint, me integer, op jsonb, kind text, code text, theirs jsonb) RETURNS void
-- elsewhere: CREATE FUNCTION sync.push_op(device uuid, batch bigint, me integer, op jsonb, at bigint) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.push_insert(t sync.tbl, me integer, op jsonb, at bigint) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.push_update(t sync.tbl, device uuid, batch bigint, me integer, op jsonb, at bigint) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.merge(tbl text, current jsonb, wanted jsonb, theirs jsonb, OUT apply jsonb, OUT clash jsonb)
-- elsewhere: CREATE FUNCTION sync.changed_since(tbl text, current jsonb, base bigint, device uuid) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.wake_readers() RETURNS void
-- elsewhere: CREATE FUNCTION sync.blob_have(hash text) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.blob_put(hash text, n integer, pieces integer, bytes bytea) RETURNS boolean
-- elsewhere: CREATE FUNCTION sync.blob_done(hash text) RETURNS boolean
-- elsewhere: CREATE FUNCTION sync.blob_get(attachment uuid, n integer) RETURNS bytea
-- elsewhere: CREATE FUNCTION sync.piece_of(hash text, n integer) RETURNS bytea
-- elsewhere: CREATE FUNCTION sync.content_stands() RETURNS trigger
-- elsewhere: CREATE FUNCTION sync.clear_uploads() RETURNS integer
-- elsewhere: CREATE FUNCTION sync.clear_blobs() RETURNS integer
-- elsewhere: CREATE FUNCTION srv.answered(request uuid, me integer) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.answer(request uuid, me integer, kind text, args jsonb, code text, result jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.make_probe_counter() RETURNS trigger
-- elsewhere: CREATE TRIGGER probe_counter AFTER INSERT ON app.usr FOR EACH ROW EXECUTE FUNCTION srv.make_probe_counter()
-- elsewhere: CREATE FUNCTION srv.probes_today(me integer) RETURNS integer
-- elsewhere: CREATE FUNCTION srv.may_probe(me integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.count_probe(me integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.claim(request uuid, customer uuid) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.hand(customer uuid, receiver integer, me integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.transfer(request uuid, customers uuid[], receiver integer, reason text) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.register_made(request uuid, customer uuid, v jsonb, made jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.register_customer(request uuid, customer uuid, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.shows(owner_ integer, me integer) RETURNS boolean
-- elsewhere: CREATE FUNCTION srv.grant_access(request uuid, customer uuid, receiver integer, until timestamptz, reason text) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.revoke_access(request uuid, customer uuid, receiver integer) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.keep_sent_quotes() RETURNS trigger
-- elsewhere: CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_revision FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes()
-- elsewhere: CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_line FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes()
-- elsewhere: CREATE TRIGGER sent_stays BEFORE INSERT OR UPDATE ON app.quote_tier FOR EACH ROW EXECUTE FUNCTION srv.keep_sent_quotes()
-- elsewhere: CREATE FUNCTION srv.require_administrator() RETURNS void
-- elsewhere: CREATE FUNCTION srv.add_person(v jsonb, roles jsonb) RETURNS integer
-- elsewhere: CREATE FUNCTION srv.set_login(uid integer, verifier text) RETURNS void
-- elsewhere: CREATE FUNCTION srv.is_active(uid integer) RETURNS boolean
-- elsewhere: CREATE FUNCTION srv.disable_person(uid integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.close_login(uid integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.enable_person(uid integer) RETURNS void
-- elsewhere: CREATE FUNCTION srv.person_state(uid integer) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.administrator() RETURNS integer
-- elsewhere: CREATE FUNCTION srv.keep_administrator() RETURNS trigger
-- elsewhere: CREATE TRIGGER administrator_left AFTER UPDATE ON app.person_role FOR EACH ROW
-- elsewhere: CREATE TRIGGER administrator_left AFTER UPDATE ON app.person FOR EACH ROW
-- elsewhere: CREATE FUNCTION srv.check_columns(tbl_ text, v jsonb) RETURNS void
-- elsewhere: CREATE FUNCTION srv.check_places(v jsonb) RETURNS void
-- elsewhere: CREATE FUNCTION srv.wrong_level(v jsonb) RETURNS text
-- elsewhere: CREATE FUNCTION srv.put_small(tbl_ text, key integer, v jsonb, me integer) RETURNS integer
-- elsewhere: CREATE FUNCTION srv.change_person(request uuid, uid integer, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.set_roles(request uuid, uid integer, roles jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.role_names() RETURNS SETOF text
-- elsewhere: CREATE FUNCTION srv.used_by(tbl_ text, key integer) RETURNS bigint
-- elsewhere: CREATE FUNCTION srv.put_place(request uuid, kind_ text, tbl_ text, key integer, v jsonb, needed text[]) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.add_team(request uuid, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.change_team(request uuid, team integer, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.add_region(request uuid, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.change_region(request uuid, region integer, v jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.register_customers(requests jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.note_act(kind text, about text, said jsonb, device uuid DEFAULT NULL) RETURNS void
-- elsewhere: CREATE FUNCTION sync.note_access() RETURNS trigger
-- elsewhere: CREATE FUNCTION sync.note_device() RETURNS trigger
-- elsewhere: CREATE TRIGGER access_noted AFTER INSERT ON sync.request FOR EACH ROW
-- elsewhere: CREATE TRIGGER device_noted AFTER INSERT ON sync.device FOR EACH ROW EXECUTE FUNCTION sync.note_device()
-- elsewhere: CREATE TRIGGER revoking_noted AFTER UPDATE ON sync.device FOR EACH ROW
-- elsewhere: CREATE FUNCTION srv.title_of(tbl_ text, id_ text) RETURNS text
-- elsewhere: CREATE FUNCTION srv.changes_of(op_ "char", old_ jsonb, new_ jsonb, hidden boolean) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.audit(filter jsonb, before_seq bigint, n integer)
-- elsewhere: CREATE FUNCTION srv.devices()
-- elsewhere: CREATE FUNCTION srv.revoke_device(request uuid, device uuid) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.first_broken(OUT no bigint, OUT sealed_at timestamptz, OUT expected bigint, OUT counted bigint, OUT xid xid8,
-- elsewhere: CREATE FUNCTION srv.verify_seals() RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.chain_state() RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.seal_hash(seal_no bigint) RETURNS text
-- elsewhere: CREATE FUNCTION sync.seal_sometimes() RETURNS void
-- elsewhere: CREATE FUNCTION sync.installed_at() RETURNS timestamptz
-- elsewhere: CREATE FUNCTION srv.somebody_or_keeper() RETURNS integer
-- elsewhere: CREATE FUNCTION srv.delegate(request uuid, giver integer, taker integer, since timestamptz, until timestamptz, sight boolean,
-- elsewhere: CREATE FUNCTION srv.withdraw_delegation(request uuid, delegation uuid) RETURNS jsonb
-- elsewhere: CREATE FUNCTION srv.delegations() RETURNS TABLE (id uuid, giver integer, giver_name text, taker integer, taker_name text, since bigint,
-- elsewhere: CREATE FUNCTION sync.note_delegation() RETURNS trigger
-- elsewhere: CREATE TRIGGER delegation_noted AFTER INSERT OR UPDATE ON app.delegation FOR EACH ROW EXECUTE FUNCTION sync.note_delegation()
-- elsewhere: CREATE FUNCTION sync.wake_people(people integer[]) RETURNS void
-- elsewhere: CREATE FUNCTION sync.login_states() RETURNS TABLE (login name, may_sign_in boolean, scram boolean)
-- elsewhere: CREATE FUNCTION srv.checkup_findings() RETURNS TABLE (code text, uid integer, detail jsonb, points integer)
-- elsewhere: CREATE FUNCTION srv.checkup() RETURNS TABLE (code text, uid integer, person text, detail jsonb, points integer, score integer)
-- elsewhere: CREATE FUNCTION srv.checkup_scores(n integer) RETURNS TABLE (ts bigint, score integer, findings integer, uid integer)
-- elsewhere: CREATE FUNCTION sync.cut(payload jsonb) RETURNS jsonb
-- elsewhere: CREATE FUNCTION sync.cut_payloads() RETURNS trigger
-- elsewhere: CREATE TRIGGER payloads_cut BEFORE INSERT OR UPDATE OF mine, theirs ON sync.conflict FOR EACH ROW
CREATE TRIGGER stands BEFORE INSERT OR UPDATE ON app.attachment FOR EACH ROW EXECUTE FUNCTION sync.content_stands();

SELECT sync.make_partitions();

-- elsewhere: DO $$
-- elsewhere: REVOKE CREATE ON SCHEMA app, sync, srv FROM cd_door, cd_admin
-- elsewhere: REVOKE CREATE ON SCHEMA app, srv FROM cd_hist
-- elsewhere: GRANT USAGE ON SCHEMA srv TO cd_door, cd_admin
-- elsewhere: GRANT SELECT ON ALL TABLES IN SCHEMA app TO cd_door
-- elsewhere: REVOKE ALL ON app.usr, app.scope, app.grant_, app.delegation FROM cd_door
-- elsewhere: GRANT SELECT ON sync.meta, sync.tbl, sync.col, sync.history TO cd_door
-- elsewhere: GRANT SELECT, INSERT, UPDATE ON sync.device TO cd_door
-- elsewhere: GRANT SELECT ON sync.history TO cd_owner
-- elsewhere: GRANT SELECT ON sync.tbl TO cd_hist
-- elsewhere: DO $$
-- elsewhere: ALTER TABLE app.usr ENABLE ROW LEVEL SECURITY
-- elsewhere: ALTER TABLE app.scope ENABLE ROW LEVEL SECURITY
-- elsewhere: ALTER TABLE app.grant_ ENABLE ROW LEVEL SECURITY
-- elsewhere: ALTER TABLE app.delegation ENABLE ROW LEVEL SECURITY
-- elsewhere: ALTER TABLE sync.history ENABLE ROW LEVEL SECURITY
-- elsewhere: DROP POLICY IF EXISTS seen ON sync.history
-- elsewhere: DROP POLICY IF EXISTS all_ ON sync.history
-- elsewhere: CREATE POLICY seen ON sync.history FOR SELECT TO cd_door USING (
-- elsewhere: CREATE POLICY all_ ON sync.history FOR SELECT TO cd_owner USING (true)
-- elsewhere: DO $$
-- elsewhere: REVOKE ALL ON SCHEMA public FROM PUBLIC
-- elsewhere: REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC
-- elsewhere: GRANT USAGE ON LANGUAGE plpgsql TO cd_owner, cd_door, cd_hist, cd_admin
-- elsewhere: GRANT pg_read_all_stats TO cd_admin
-- elsewhere: REVOKE SELECT ON pg_stat_activity, pg_locks, pg_stat_all_tables, pg_stat_user_tables, pg_stat_sys_tables, pg_stat_xact_all_tables,
-- elsewhere: GRANT SELECT ON pg_stat_activity, pg_roles TO cd_admin, cd_owner
-- elsewhere: GRANT SELECT (rolname, rolcanlogin, rolpassword) ON pg_authid TO cd_admin
