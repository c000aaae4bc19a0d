-- What is asked of the office: corrections of the Ministry's facts, lines of inquiry and complaint, and what the province
-- decided of people who were on no list (docs/decisions/0021).

-- ── Corrections ──────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    -- The Ministry's value on the day of the request, and the one asked for, in one shape a field (domain/correction.ts).
    "old_value" JSONB NOT NULL,
    "new_value" JSONB NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidence_number" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "in_force" BOOLEAN NOT NULL DEFAULT false,
    "counts_from" DATE,
    -- What the decision changed, in the words' codes of that day.
    "effects" JSONB,
    "requested_by_id" UUID NOT NULL,
    "requested_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decided_by_id" UUID,
    "decided_on" DATE,
    "decision_note" TEXT,
    "closed_batch_id" UUID,
    CONSTRAINT "correction_pkey" PRIMARY KEY ("id"),
    CHECK (field IN ('name', 'birth_date', 'address', 'income_2559', 'phone', 'occupation')),
    CHECK (status IN ('pending', 'approved', 'rejected', 'closed')),
    CHECK ((decided_by_id IS NULL) = (status = 'pending')),
    CHECK ((decided_by_id IS NULL) = (decided_on IS NULL)),
    CHECK (decided_by_id <> requested_by_id),
    CHECK ((counts_from IS NOT NULL) = (status IN ('approved', 'closed'))),
    CHECK (NOT in_force OR status = 'approved'),
    CHECK ((closed_batch_id IS NOT NULL) = (status = 'closed')),
    CHECK (field <> 'income_2559' OR (new_value->>'satang')::int BETWEEN 0 AND 10000000),
    CHECK (field <> 'address' OR left(new_value->>'subdistrictCode', 4) = district_code)
);
CREATE UNIQUE INDEX correction_open ON correction (holder_id, field) WHERE status = 'pending';
CREATE INDEX "correction_holder_id_idx" ON "correction"("holder_id");
CREATE INDEX "correction_district_code_status_idx" ON "correction"("district_code", "status", "requested_on");
CREATE INDEX "correction_province_code_status_idx" ON "correction"("province_code", "status", "requested_on");
CREATE INDEX correction_waiting ON correction (counts_from) WHERE status = 'approved' AND NOT in_force;
ALTER TABLE correction ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction ADD FOREIGN KEY (requested_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction ADD FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction ADD FOREIGN KEY (closed_batch_id) REFERENCES import_batch(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction FORCE ROW LEVEL SECURITY;
GRANT SELECT ON correction TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, r_job, sukjai_keeper;
GRANT INSERT ON correction TO r_account_officer, r_district_secretary;
GRANT UPDATE (status, in_force, counts_from, effects, decided_by_id, decided_on, decision_note)
  ON correction TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT UPDATE (status, in_force, closed_batch_id) ON correction TO r_job;
CREATE POLICY province_read ON correction FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON correction FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON correction FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY read_all ON correction FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY caseload_write ON correction FOR INSERT TO r_account_officer
  WITH CHECK (requested_by_id = (SELECT app.uid()) AND status = 'pending' AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
    AND h.district_code = correction.district_code AND h.province_code = correction.province_code));
CREATE POLICY district_write ON correction FOR INSERT TO r_district_secretary
  WITH CHECK (requested_by_id = (SELECT app.uid()) AND status = 'pending' AND district_code = (SELECT app.district())
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
-- What moves money or the duty to visit, and who somebody is, goes to the province.
CREATE POLICY district_decide ON correction FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND status = 'pending' AND field NOT IN ('income_2559', 'birth_date'))
  WITH CHECK (district_code = (SELECT app.district()) AND decided_by_id = (SELECT app.uid()));
CREATE POLICY province_decide ON correction FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND status = 'pending' AND field IN ('income_2559', 'birth_date'))
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()));
CREATE POLICY job ON correction FOR UPDATE TO r_job USING (true) WITH CHECK (true);

-- The corrected values stand beside the Ministry's, which imports alone write. Those in force decide the band and the
-- village of the visit; the age class is frozen for the round.
DO $$
DECLARE c text;
BEGIN
  SELECT conname INTO STRICT c FROM pg_constraint WHERE conrelid = 'holder'::regclass AND contype = 'c'
    AND pg_get_constraintdef(oid) LIKE '%income_band =%';
  EXECUTE format('ALTER TABLE holder DROP CONSTRAINT %I', c);
END $$;
ALTER TABLE holder
    ADD COLUMN "corrected_name" TEXT,
    ADD COLUMN "corrected_birth_date" DATE,
    ADD COLUMN "corrected_subdistrict_code" TEXT,
    ADD COLUMN "corrected_moo" INTEGER,
    ADD COLUMN "corrected_house_no" TEXT,
    ADD COLUMN "corrected_income_satang" INTEGER CHECK (corrected_income_satang BETWEEN 0 AND 10000000),
    ADD COLUMN "corrected_phone" TEXT,
    ADD COLUMN "corrected_occupation" TEXT,
    ADD CHECK (left(corrected_subdistrict_code, 4) = district_code),
    ADD CHECK (income_band = CASE WHEN coalesce(corrected_income_satang, earlier_income_satang, income_2559_satang) <= 3000000
      THEN 'up_to_30000' ELSE 'over_30000' END);
ALTER TABLE holder
    ADD COLUMN "visit_subdistrict_code" TEXT NOT NULL GENERATED ALWAYS AS (coalesce(corrected_subdistrict_code, subdistrict_code)) STORED,
    ADD COLUMN "visit_moo" INTEGER GENERATED ALWAYS AS (CASE WHEN corrected_subdistrict_code IS NULL THEN moo ELSE corrected_moo END) STORED,
    ADD COLUMN "visit_house_no" TEXT GENERATED ALWAYS AS (CASE WHEN corrected_subdistrict_code IS NULL THEN house_no ELSE corrected_house_no END) STORED;
ALTER TABLE holder ADD FOREIGN KEY (corrected_subdistrict_code) REFERENCES subdistrict(code) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "holder_account_officer_id_visit_idx" ON "holder"("account_officer_id", "visit_subdistrict_code", "visit_moo");
GRANT UPDATE (corrected_name, corrected_birth_date, corrected_subdistrict_code, corrected_moo, corrected_house_no,
  corrected_income_satang, corrected_phone, corrected_occupation, income_band) ON holder TO sukjai_keeper;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.correction_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE c record;
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  -- Of several in force of one field the newest decides.
  SELECT
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'name'))[1] AS name,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'birth_date'))[1] AS birth,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'address'))[1] AS address,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'income_2559'))[1] AS income,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'phone'))[1] AS phone,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'occupation'))[1] AS occupation
  INTO c FROM correction x WHERE x.holder_id = NEW.holder_id AND x.in_force;
  UPDATE holder h SET
    corrected_name = nullif(concat(c.name->>'title', c.name->>'firstName', ' ' || nullif(c.name->>'lastName', '')), ''),
    corrected_birth_date = (c.birth->>'birthDate')::date,
    corrected_subdistrict_code = c.address->>'subdistrictCode',
    corrected_moo = (c.address->>'moo')::int,
    corrected_house_no = c.address->>'houseNo',
    corrected_income_satang = (c.income->>'satang')::int,
    corrected_phone = c.phone->>'phone',
    corrected_occupation = c.occupation->>'occupation',
    income_band = CASE WHEN coalesce((c.income->>'satang')::int, h.earlier_income_satang, h.income_2559_satang) <= 3000000
      THEN 'up_to_30000' ELSE 'over_30000' END
  WHERE h.id = NEW.holder_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.correction_counts() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.correction_counts() TO %I', session_user); END $$;
RESET ROLE;
CREATE TRIGGER counts AFTER UPDATE ON correction FOR EACH ROW EXECUTE FUNCTION app.correction_counts();

-- ── เรื่องสอบถาม/ร้องเรียน ───────────────────────────────────────────────────────────────────────────────
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    -- Null: the province's own.
    "district_code" TEXT,
    "holder_id" UUID,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "from_phone" TEXT,
    "channel" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_id" UUID NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('money_missing', 'not_listed', 'income_wrong', 'nobody_came', 'other')),
    CHECK (channel IN ('counter', 'phone', 'letter', 'meeting', 'online')),
    CHECK (received_on <= recorded_on AND due_on >= received_on),
    CHECK ((answer IS NULL) = (answered_by_id IS NULL) AND (answer IS NULL) = (answered_on IS NULL))
);
CREATE INDEX "inquiry_holder_id_idx" ON "inquiry"("holder_id");
CREATE INDEX "inquiry_owner_id_due_on_idx" ON "inquiry"("owner_id", "due_on");
CREATE INDEX "inquiry_district_code_due_on_idx" ON "inquiry"("district_code", "due_on");
CREATE INDEX "inquiry_province_code_due_on_idx" ON "inquiry"("province_code", "due_on");
-- Who passed it on to whom, and why; the newest row names the owner.
CREATE TABLE "inquiry_pass" (
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "passed_by_id" UUID NOT NULL,
    "passed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "inquiry_pass_pkey" PRIMARY KEY ("id"),
    CHECK (from_id <> to_id)
);
CREATE INDEX "inquiry_pass_inquiry_id_idx" ON "inquiry_pass"("inquiry_id");
ALTER TABLE inquiry ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE inquiry_pass ADD FOREIGN KEY (inquiry_id) REFERENCES inquiry(id) ON DELETE RESTRICT ON UPDATE CASCADE;
DO $$
DECLARE c text[];
BEGIN
  FOREACH c SLICE 1 IN ARRAY ARRAY[['inquiry', 'owner_id'], ['inquiry', 'answered_by_id'], ['inquiry', 'recorded_by_id'],
    ['inquiry_pass', 'from_id'], ['inquiry_pass', 'to_id'], ['inquiry_pass', 'passed_by_id']] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (%I) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE', c[1], c[2]);
  END LOOP;
END $$;
ALTER TABLE inquiry ENABLE ROW LEVEL SECURITY;
ALTER TABLE inquiry FORCE ROW LEVEL SECURITY;
ALTER TABLE inquiry_pass ENABLE ROW LEVEL SECURITY;
ALTER TABLE inquiry_pass FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (answer, answered_by_id, answered_on) ON inquiry
  TO r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;
GRANT SELECT ON inquiry, inquiry_pass TO r_governor, r_job, sukjai_keeper;
GRANT SELECT, INSERT ON inquiry_pass TO r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;
GRANT UPDATE (owner_id) ON inquiry TO sukjai_keeper;
CREATE POLICY province_read ON inquiry FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON inquiry FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()));
-- A small table: an account officer sees what is his, what he took down, and what concerns his caseload.
CREATE POLICY caseload_read ON inquiry FOR SELECT TO r_account_officer
  USING (owner_id = (SELECT app.uid()) OR recorded_by_id = (SELECT app.uid()) OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY read_all ON inquiry FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY keep ON inquiry FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_write ON inquiry FOR INSERT TO r_provincial_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND answer IS NULL
    AND (holder_id IS NULL OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id)) AND EXISTS (SELECT FROM officer o WHERE o.id = owner_id));
CREATE POLICY district_write ON inquiry FOR INSERT TO r_district_chief, r_district_secretary, r_receiving_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND district_code = (SELECT app.district())
    AND answer IS NULL AND (holder_id IS NULL OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id))
    AND EXISTS (SELECT FROM officer o WHERE o.id = owner_id));
CREATE POLICY caseload_write ON inquiry FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND answer IS NULL
    AND (holder_id IS NULL OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.district_code = inquiry.district_code))
    AND EXISTS (SELECT FROM officer o WHERE o.id = owner_id));
CREATE POLICY province_answer ON inquiry FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND answer IS NULL) WITH CHECK (answered_by_id = (SELECT app.uid()));
CREATE POLICY district_answer ON inquiry FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND answer IS NULL) WITH CHECK (answered_by_id = (SELECT app.uid()));
CREATE POLICY own_answer ON inquiry FOR UPDATE TO r_receiving_officer, r_account_officer
  USING (owner_id = (SELECT app.uid()) AND answer IS NULL) WITH CHECK (answered_by_id = (SELECT app.uid()));
CREATE POLICY through_inquiry ON inquiry_pass FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer USING (EXISTS (SELECT FROM inquiry i WHERE i.id = inquiry_id));
CREATE POLICY read_all ON inquiry_pass FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY heads_pass ON inquiry_pass FOR INSERT TO r_provincial_officer, r_district_chief, r_district_secretary
  WITH CHECK (passed_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province())
    AND EXISTS (SELECT FROM inquiry i WHERE i.id = inquiry_id AND i.owner_id = from_id AND i.answer IS NULL)
    AND EXISTS (SELECT FROM officer o WHERE o.id = to_id));
CREATE POLICY owner_pass ON inquiry_pass FOR INSERT TO r_receiving_officer, r_account_officer
  WITH CHECK (passed_by_id = (SELECT app.uid()) AND from_id = (SELECT app.uid()) AND province_code = (SELECT app.province())
    AND EXISTS (SELECT FROM inquiry i WHERE i.id = inquiry_id AND i.owner_id = from_id AND i.answer IS NULL)
    AND EXISTS (SELECT FROM officer o WHERE o.id = to_id));

SET ROLE sukjai_keeper;
CREATE FUNCTION app.inquiry_passed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE inquiry SET owner_id = NEW.to_id WHERE id = NEW.inquiry_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.inquiry_passed() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.inquiry_passed() TO %I', session_user); END $$;
RESET ROLE;
CREATE TRIGGER passed AFTER INSERT ON inquiry_pass FOR EACH ROW EXECUTE FUNCTION app.inquiry_passed();

-- ── มาแล้วไม่พบรายชื่อ: what the province decided; the newest row stands ─────────────────────────────────
CREATE TABLE "unlisted_decision" (
    "id" UUID NOT NULL,
    "unlisted_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    -- asked_ministry (letter), not_holder (reason), found (holder; counts once another person has approved it).
    "outcome" TEXT NOT NULL,
    "letter_number" TEXT,
    "reason" TEXT,
    "holder_id" UUID,
    "approval" TEXT,
    "approved_by_id" UUID,
    "approved_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "unlisted_decision_pkey" PRIMARY KEY ("id"),
    CHECK (outcome IN ('asked_ministry', 'not_holder', 'found')),
    CHECK (outcome <> 'asked_ministry' OR letter_number IS NOT NULL),
    CHECK (outcome <> 'not_holder' OR reason IS NOT NULL),
    CHECK ((outcome = 'found') = (holder_id IS NOT NULL)),
    CHECK ((outcome = 'found') = (approval IS NOT NULL)),
    CHECK (approval IN ('pending', 'approved', 'rejected')),
    CHECK ((approved_by_id IS NOT NULL) = (approval IS NOT NULL AND approval <> 'pending')),
    CHECK (approved_by_id <> recorded_by_id)
);
CREATE UNIQUE INDEX unlisted_decision_found ON unlisted_decision (unlisted_id) WHERE approval IN ('pending', 'approved');
CREATE INDEX "unlisted_decision_unlisted_id_idx" ON "unlisted_decision"("unlisted_id");
CREATE INDEX "unlisted_decision_holder_id_idx" ON "unlisted_decision"("holder_id");
ALTER TABLE unlisted_decision ADD FOREIGN KEY (unlisted_id) REFERENCES unlisted_person(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE unlisted_decision ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE unlisted_decision ADD FOREIGN KEY (approved_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE unlisted_decision ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE unlisted_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE unlisted_decision FORCE ROW LEVEL SECURITY;
GRANT SELECT ON unlisted_decision TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_job, sukjai_keeper;
GRANT INSERT ON unlisted_decision TO r_provincial_officer;
GRANT UPDATE (approval, approved_by_id, approved_on) ON unlisted_decision TO r_governor, r_provincial_officer;
CREATE POLICY province_read ON unlisted_decision FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON unlisted_decision FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer USING (district_code = (SELECT app.district()));
CREATE POLICY read_all ON unlisted_decision FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY province_write ON unlisted_decision FOR INSERT TO r_provincial_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND approved_by_id IS NULL
    AND EXISTS (SELECT FROM unlisted_person u WHERE u.id = unlisted_id AND u.district_code = unlisted_decision.district_code)
    AND (holder_id IS NULL OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id)));
CREATE POLICY approve ON unlisted_decision FOR UPDATE TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()) AND approval = 'pending') WITH CHECK (approved_by_id = (SELECT app.uid()));
GRANT SELECT ON unlisted_person TO r_job, sukjai_keeper;
CREATE POLICY read_all ON unlisted_person FOR SELECT TO r_job, sukjai_keeper USING (true);

-- An approved find records the intent of the day on which he came, under the receipt that he was given: received by
-- the officer of that day, confirmed by the one who approves now. No consent was asked then, so none is recorded.
GRANT INSERT ON intent TO sukjai_keeper;
CREATE POLICY found ON intent FOR INSERT TO sukjai_keeper WITH CHECK (confirmation = 'confirmed');
SET ROLE sukjai_keeper;
CREATE FUNCTION app.unlisted_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.approval = 'approved' THEN
    INSERT INTO intent (id, holder_id, province_code, district_code, recorded_district_code, place_name, answer, intent_on,
      consent_financial, consent_contact, consent_text_version, signed_by, witnesses, name_on_card, phone, receipt_number, paper_number,
      late_reason, confirmation, confirmed_by_id, confirmed_on, recorded_by_id, recorded_on)
    SELECT NEW.id, h.id, h.province_code, h.district_code, u.district_code, u.place_name, 'yes', u.came_on,
      false, false, '2018-02', 'signature', '{}', u.name, u.phone, u.receipt_number, u.receipt_number,
      'มาแล้วไม่พบรายชื่อในวันนั้น', 'confirmed', NEW.approved_by_id, NEW.approved_on, u.recorded_by_id, NEW.approved_on
    FROM unlisted_person u CROSS JOIN holder h WHERE u.id = NEW.unlisted_id AND h.id = NEW.holder_id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.unlisted_approved() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.unlisted_approved() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER approved AFTER UPDATE ON unlisted_decision FOR EACH ROW EXECUTE FUNCTION app.unlisted_approved();
