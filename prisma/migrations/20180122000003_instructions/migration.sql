-- A note from the chief or his secretary to an account officer (district chief 8), which he acknowledges.
CREATE TABLE "officer_note" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "acknowledged_on" DATE,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "officer_note_pkey" PRIMARY KEY ("id"),
    CHECK (officer_id <> recorded_by_id),
    CHECK (acknowledged_on >= recorded_on)
);
CREATE INDEX "officer_note_officer_id_recorded_at_idx" ON "officer_note"("officer_id", "recorded_at" DESC);
CREATE INDEX "officer_note_district_code_idx" ON "officer_note"("district_code");
ALTER TABLE officer_note
    ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE officer_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE officer_note FORCE ROW LEVEL SECURITY;
GRANT SELECT ON officer_note TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
GRANT INSERT ON officer_note TO r_district_chief, r_district_secretary;
GRANT UPDATE (acknowledged_on) ON officer_note TO r_account_officer;
CREATE POLICY province_read ON officer_note FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON officer_note FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY own_read ON officer_note FOR SELECT TO r_account_officer USING (officer_id = (SELECT app.uid()));
CREATE POLICY district_write ON officer_note FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND acknowledged_on IS NULL AND EXISTS (SELECT FROM officer o WHERE o.id = officer_id AND o.role = 'account_officer'));
CREATE POLICY own_acknowledge ON officer_note FOR UPDATE TO r_account_officer
  USING (officer_id = (SELECT app.uid()) AND acknowledged_on IS NULL) WITH CHECK (officer_id = (SELECT app.uid()));
