-- Dated settings (forms.md 1): an entry with its reason stands over the default from its day on. National ones rest on
-- the Ministry's letter and on two persons; local ones are the province's. Prepared by staff, decided by the governor
-- or under his order; rows are never changed once decided.
CREATE TABLE "setting_entry" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "letter_number" TEXT,
    "letter_on" DATE,
    "prepared_by_id" UUID NOT NULL,
    "prepared_on" DATE NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decision" TEXT NOT NULL DEFAULT 'pending',
    "decided_by_id" UUID,
    "decided_on" DATE,
    "decision_note" TEXT,
    "delegation_id" UUID,
    CONSTRAINT "setting_entry_pkey" PRIMARY KEY ("id"),
    CHECK (scope IN ('local', 'national')),
    CHECK (scope = 'local' OR (letter_number IS NOT NULL AND letter_on IS NOT NULL AND district_code IS NULL)),
    CHECK (decision IN ('pending', 'approved', 'refused', 'withdrawn')),
    CHECK ((decision = 'pending') = (decided_by_id IS NULL)),
    CHECK ((decision = 'pending') = (decided_on IS NULL)),
    CHECK (scope = 'local' OR decision <> 'approved' OR decided_by_id <> prepared_by_id)
);
CREATE INDEX "setting_entry_province_code_key_from_on_idx" ON "setting_entry"("province_code", "key", "from_on" DESC);
ALTER TABLE setting_entry ADD FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE setting_entry ADD FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE setting_entry ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE setting_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT ON setting_entry TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer, r_job, sukjai_keeper;
-- Every officer of the province works by them, also by those that are only proposed.
CREATE POLICY province_read ON setting_entry FOR SELECT TO r_governor, r_provincial_officer, r_district_chief,
  r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer USING (province_code = (SELECT app.province()));
CREATE POLICY read_all ON setting_entry FOR SELECT TO r_job, sukjai_keeper USING (true);
GRANT INSERT, UPDATE (decision, decided_by_id, decided_on, decision_note, delegation_id) ON setting_entry
  TO r_governor, r_provincial_officer;
CREATE POLICY prepare ON setting_entry FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND prepared_by_id = (SELECT app.uid()) AND decision = 'pending');
CREATE POLICY head_decides ON setting_entry FOR UPDATE TO r_governor
  USING (province_code = (SELECT app.province()) AND decision = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()) AND delegation_id IS NULL);
-- Staff decide under an order that names them; without one they may take back what they prepared themselves.
CREATE POLICY staff_decide ON setting_entry FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND decision = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid())
    AND ((decision = 'withdrawn' AND prepared_by_id = (SELECT app.uid()))
      OR EXISTS (SELECT FROM delegation d WHERE d.id = delegation_id AND d.head_role = 'governor'
        AND d.officer_id = (SELECT app.uid()) AND d.from_on <= decided_on AND (d.until_on IS NULL OR d.until_on >= decided_on))));
