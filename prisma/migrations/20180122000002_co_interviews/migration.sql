-- Co-interviewers (district chief 7): the days on which officers of BAAC and GSB can come, whom they sit in with, and that
-- they did. The assessment stays as it was submitted; the confirmation stands beside it.
CREATE TABLE "bank_day" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "bank" TEXT NOT NULL CHECK (bank IN ('BAAC', 'GSB')),
    "day" DATE NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "recorded_on" DATE NOT NULL,
    CONSTRAINT "bank_day_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX bank_day_once ON bank_day (officer_id, district_code, day) WHERE NOT withdrawn;
CREATE INDEX "bank_day_district_code_day_idx" ON "bank_day"("district_code", "day");

CREATE TABLE "co_interview" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "appointment_id" UUID,
    "assessment_id" UUID,
    "officer_id" UUID,
    "officer_name" TEXT NOT NULL,
    "bank" TEXT CHECK (bank IN ('BAAC', 'GSB')),
    -- What he needs to come: name, village, day and time, and whom he sits in with. Nothing else of the file.
    "person_name" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "account_officer_id" UUID NOT NULL,
    "meet_on" DATE NOT NULL,
    "meet_at" TEXT,
    "status" TEXT NOT NULL DEFAULT 'matched',
    "on_paper" BOOLEAN NOT NULL DEFAULT false,
    "attested_by_id" UUID,
    "attested_on" DATE,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "co_interview_pkey" PRIMARY KEY ("id"),
    CHECK (status IN ('matched', 'confirmed', 'not_held', 'cancelled')),
    CHECK ((status IN ('confirmed', 'not_held')) = (attested_by_id IS NOT NULL)),
    CHECK (NOT on_paper OR status = 'confirmed'),
    CHECK (meet_on <= attested_on)
);
CREATE UNIQUE INDEX co_interview_once ON co_interview (appointment_id) WHERE status = 'matched';
CREATE INDEX "co_interview_officer_id_meet_on_idx" ON "co_interview"("officer_id", "meet_on");
CREATE INDEX "co_interview_district_code_status_meet_on_idx" ON "co_interview"("district_code", "status", "meet_on");
CREATE INDEX "co_interview_holder_id_idx" ON "co_interview"("holder_id");
CREATE INDEX "co_interview_account_officer_id_idx" ON "co_interview"("account_officer_id");
ALTER TABLE bank_day ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE co_interview
    ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (appointment_id) REFERENCES appointment(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (account_officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (attested_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE bank_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_day FORCE ROW LEVEL SECURITY;
ALTER TABLE co_interview ENABLE ROW LEVEL SECURITY;
ALTER TABLE co_interview FORCE ROW LEVEL SECURITY;

GRANT SELECT ON bank_day TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, r_agency_officer;
GRANT INSERT, UPDATE (withdrawn) ON bank_day TO r_account_officer, r_agency_officer;
CREATE POLICY province_read ON bank_day FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON bank_day FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY own_read ON bank_day FOR SELECT TO r_account_officer, r_agency_officer USING (officer_id = (SELECT app.uid()));
CREATE POLICY own_write ON bank_day FOR INSERT TO r_account_officer, r_agency_officer
  WITH CHECK (officer_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND bank = (SELECT app.agency())
    AND EXISTS (SELECT FROM district d WHERE d.code = district_code AND d.province_code = bank_day.province_code));
CREATE POLICY own_change ON bank_day FOR UPDATE TO r_account_officer, r_agency_officer
  USING (officer_id = (SELECT app.uid())) WITH CHECK (officer_id = (SELECT app.uid()));

GRANT SELECT ON co_interview TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer,
  r_agency_officer, sukjai_keeper;
GRANT INSERT ON co_interview TO r_district_chief, r_district_secretary, sukjai_keeper;
GRANT UPDATE (status) ON co_interview TO r_district_chief, r_district_secretary;
GRANT UPDATE (status, on_paper, attested_by_id, attested_on) ON co_interview TO r_account_officer, r_agency_officer;
GRANT UPDATE (status, assessment_id) ON co_interview TO sukjai_keeper;
CREATE POLICY province_read ON co_interview FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON co_interview FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY own_read ON co_interview FOR SELECT TO r_agency_officer USING (officer_id = (SELECT app.uid()));
CREATE POLICY own_or_caseload_read ON co_interview FOR SELECT TO r_account_officer
  USING (officer_id = (SELECT app.uid()) OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY match ON co_interview FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND status = 'matched' AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.account_officer_id = co_interview.account_officer_id));
CREATE POLICY cancel ON co_interview FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND status = 'matched') WITH CHECK (status = 'cancelled');
-- He says himself that he sat in; on paper his signature lies with the account officer, who says so.
CREATE POLICY attend ON co_interview FOR UPDATE TO r_agency_officer
  USING (officer_id = (SELECT app.uid()) AND status = 'matched')
  WITH CHECK (attested_by_id = (SELECT app.uid()) AND NOT on_paper AND status IN ('confirmed', 'not_held'));
CREATE POLICY attend_or_paper ON co_interview FOR UPDATE TO r_account_officer
  USING (status = 'matched' AND (officer_id = (SELECT app.uid()) OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id)))
  WITH CHECK (attested_by_id = (SELECT app.uid()) AND (CASE WHEN officer_id = (SELECT app.uid()) THEN NOT on_paper ELSE on_paper END)
    AND status IN ('confirmed', 'not_held'));
CREATE POLICY keep ON co_interview TO sukjai_keeper USING (true) WITH CHECK (true);

-- A submitted interview with a co-interviewer waits for his confirmation; an appointment that will not be kept needs none.
GRANT SELECT ON subdistrict TO sukjai_keeper;
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.co_interview_of_assessment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.co_interviewer_id IS NULL AND NEW.co_interviewer_name IS NULL THEN RETURN NULL; END IF;
  UPDATE co_interview SET assessment_id = NEW.id
    WHERE holder_id = NEW.holder_id AND officer_id = NEW.co_interviewer_id AND status = 'matched' AND assessment_id IS NULL;
  IF FOUND THEN RETURN NULL; END IF;
  INSERT INTO co_interview (id, province_code, district_code, holder_id, assessment_id, officer_id, officer_name, bank, person_name,
      village, account_officer_id, meet_on, recorded_by_id, recorded_on)
    SELECT gen_random_uuid(), h.province_code, h.district_code, h.id, NEW.id, NEW.co_interviewer_id,
      coalesce(o.name, NEW.co_interviewer_name), coalesce(o.agency, NEW.co_interviewer_bank), h.title || h.first_name || ' ' || h.last_name,
      coalesce('หมู่ที่ ' || h.moo || ' ', '') || 'ต.' || s.name, NEW.recorded_by_id, NEW.interviewed_on, NEW.recorded_by_id, NEW.recorded_on
    FROM holder h JOIN subdistrict s ON s.code = h.subdistrict_code LEFT JOIN officer o ON o.id = NEW.co_interviewer_id
    WHERE h.id = NEW.holder_id;
  RETURN NULL;
END $$;
CREATE FUNCTION app.co_interview_of_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE co_interview SET status = 'cancelled' WHERE appointment_id = NEW.id AND status = 'matched' AND assessment_id IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.co_interview_of_assessment(), app.co_interview_of_appointment() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.co_interview_of_assessment(), app.co_interview_of_appointment() TO %I', session_user);
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER co_interview AFTER INSERT ON assessment FOR EACH ROW EXECUTE FUNCTION app.co_interview_of_assessment();
CREATE TRIGGER co_interview AFTER UPDATE OF status ON appointment FOR EACH ROW
  WHEN (NEW.status IN ('cancelled', 'missed')) EXECUTE FUNCTION app.co_interview_of_appointment();
