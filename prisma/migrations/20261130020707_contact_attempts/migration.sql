-- Somebody with an agreed plan was not reached: nobody answered, or nobody was there. Never a contact, so nothing of a round is
-- derived from it; never changed.
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "attempted_on" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "next_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_attempt_outcome_check" CHECK (outcome IN ('no_line', 'no_answer', 'wrong_number', 'not_met')),
    CONSTRAINT "contact_attempt_check" CHECK (attempted_on <= recorded_on),
    CONSTRAINT "contact_attempt_next_check" CHECK (next_on >= attempted_on)
);
CREATE INDEX "contact_attempt_holder_id_attempted_on_idx" ON "contact_attempt"("holder_id", "attempted_on" DESC);
CREATE INDEX "contact_attempt_recorded_by_id_recorded_on_idx" ON "contact_attempt"("recorded_by_id", "recorded_on");
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE contact_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_attempt FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON contact_attempt TO r_account_officer;
GRANT SELECT ON contact_attempt TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_job;
CREATE POLICY caseload_write ON contact_attempt FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = contact_attempt.holder_id AND h.district_code = contact_attempt.district_code
      AND h.province_code = contact_attempt.province_code)
    AND EXISTS (SELECT FROM assessment a WHERE a.id = contact_attempt.assessment_id AND a.holder_id = contact_attempt.holder_id));
CREATE POLICY caseload_read ON contact_attempt FOR SELECT TO r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = contact_attempt.holder_id));
CREATE POLICY district_read ON contact_attempt FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY province_read ON contact_attempt FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY read_all ON contact_attempt FOR SELECT TO r_job USING (true);

CREATE TRIGGER acted AFTER INSERT OR UPDATE ON contact_attempt FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON contact_attempt FOR EACH ROW EXECUTE FUNCTION app.never_changes();
