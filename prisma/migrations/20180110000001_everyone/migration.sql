-- "ทุกคน" with all its states (forms.md 4): visits, appointments, absences, departures, and refusals that are confirmed.
-- A holder's state follows from four columns that the triggers keep, so it is a generated column: it cannot be wrong.

-- ── What happened to a person ────────────────────────────────────────────────────────────────────────
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "visited_on" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "next_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "visit_pkey" PRIMARY KEY ("id"),
    CHECK (outcome IN ('met', 'not_home', 'not_found', 'wrong_address')),
    CHECK (visited_on <= recorded_on)
);
CREATE INDEX "visit_holder_id_visited_on_idx" ON "visit"("holder_id", "visited_on" DESC);
CREATE INDEX "visit_recorded_by_id_visited_on_idx" ON "visit"("recorded_by_id", "visited_on");
CREATE INDEX "visit_district_code_visited_on_idx" ON "visit"("district_code", "visited_on");

CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "meet_on" DATE NOT NULL,
    "meet_at" TEXT,
    "kind" TEXT NOT NULL,
    "place_name" TEXT,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "status_reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('office', 'home')),
    CHECK (status IN ('planned', 'kept', 'missed', 'cancelled')),
    CHECK (meet_at ~ '^([01]\d|2[0-3]):[0-5]\d$')
);
-- One appointment ahead a person: another one first ends the earlier.
CREATE UNIQUE INDEX appointment_planned ON appointment (holder_id) WHERE status = 'planned';
CREATE INDEX "appointment_officer_id_meet_on_idx" ON "appointment"("officer_id", "meet_on");
CREATE INDEX "appointment_holder_id_meet_on_idx" ON "appointment"("holder_id", "meet_on" DESC);
CREATE INDEX "appointment_district_code_meet_on_idx" ON "appointment"("district_code", "meet_on");

CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "away_province_code" TEXT NOT NULL,
    "away_district" TEXT,
    "phone" TEXT,
    "return_on" DATE,
    "source" TEXT NOT NULL,
    "noted_on" DATE NOT NULL,
    "returned_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "absence_pkey" PRIMARY KEY ("id"),
    CHECK (source IN ('holder', 'relative', 'headman', 'neighbour')),
    CHECK (noted_on <= recorded_on)
);
CREATE UNIQUE INDEX absence_open ON absence (holder_id) WHERE returned_on IS NULL;
CREATE INDEX "absence_holder_id_idx" ON "absence"("holder_id");
CREATE INDEX "absence_district_code_return_on_idx" ON "absence"("district_code", "return_on");

CREATE TABLE "departure" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "departed_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "source_detail" TEXT NOT NULL,
    "confirmation" TEXT NOT NULL DEFAULT 'pending',
    "confirmed_by_id" UUID,
    "confirmed_on" DATE,
    "confirmation_note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "departure_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('deceased', 'moved_away')),
    CHECK (source IN ('headman', 'relative', 'death_certificate', 'house_register')),
    CHECK (departed_on <= recorded_on),
    CHECK (confirmation IN ('pending', 'confirmed', 'rejected')),
    CHECK ((confirmed_by_id IS NULL) = (confirmation = 'pending')),
    CHECK (confirmed_by_id <> recorded_by_id)
);
CREATE UNIQUE INDEX departure_once ON departure (holder_id, kind) WHERE confirmation <> 'rejected';
CREATE INDEX "departure_holder_id_idx" ON "departure"("holder_id");
CREATE INDEX departure_pending ON departure (district_code, departed_on) WHERE confirmation = 'pending';

ALTER TABLE interview_refusal
    ADD COLUMN "confirmation" TEXT NOT NULL DEFAULT 'pending',
    ADD COLUMN "confirmed_by_id" UUID,
    ADD COLUMN "confirmed_on" DATE,
    ADD COLUMN "confirmation_note" TEXT,
    ADD CHECK (confirmation IN ('pending', 'confirmed', 'rejected')),
    ADD CHECK ((confirmed_by_id IS NULL) = (confirmation = 'pending')),
    ADD CHECK (confirmed_by_id <> recorded_by_id);
CREATE INDEX interview_refusal_pending ON interview_refusal (district_code, refused_on) WHERE confirmation = 'pending';

-- The order under which staff act for their head (forms.md 1).
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "head_role" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "order_number" TEXT NOT NULL,
    "ordered_on" DATE NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id"),
    CHECK (head_role IN ('governor', 'district_chief')),
    CHECK ((head_role = 'governor') = (district_code IS NULL)),
    CHECK (until_on >= from_on),
    CHECK (officer_id <> recorded_by_id)
);
CREATE INDEX "delegation_officer_id_idx" ON "delegation"("officer_id");
CREATE INDEX "delegation_province_code_district_code_idx" ON "delegation"("province_code", "district_code");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit', 'appointment', 'absence', 'departure'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, r_job, sukjai_keeper', t);
    EXECUTE format('GRANT INSERT ON %I TO r_account_officer', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY district_read ON %I FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()))', t);
    EXECUTE format('CREATE POLICY caseload_read ON %I FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id))', t);
    EXECUTE format('CREATE POLICY caseload_write ON %I FOR INSERT TO r_account_officer
      WITH CHECK (recorded_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
        AND h.district_code = %I.district_code AND h.province_code = %I.province_code))', t, t, t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO r_job, sukjai_keeper USING (true)', t);
  END LOOP;
END $$;
ALTER TABLE appointment ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE departure ADD FOREIGN KEY (confirmed_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE interview_refusal ADD FOREIGN KEY (confirmed_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE delegation ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE delegation ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT UPDATE (status, status_reason) ON appointment TO r_account_officer;
CREATE POLICY caseload_change ON appointment FOR UPDATE TO r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id) AND status = 'planned')
  WITH CHECK (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
GRANT UPDATE (returned_on) ON absence TO r_account_officer;
CREATE POLICY caseload_change ON absence FOR UPDATE TO r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id) AND returned_on IS NULL)
  WITH CHECK (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
-- The secretary reports what the village head tells the district; a chief then confirms it.
GRANT INSERT ON departure TO r_district_secretary;
CREATE POLICY district_write ON departure FOR INSERT TO r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND recorded_by_id = (SELECT app.uid()) AND confirmation = 'pending'
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['departure', 'interview_refusal'] LOOP
    EXECUTE format('GRANT UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON %I TO r_district_chief, r_district_secretary', t);
    EXECUTE format('CREATE POLICY confirm ON %I FOR UPDATE TO r_district_chief, r_district_secretary
      USING (district_code = (SELECT app.district()) AND confirmation = ''pending'')
      WITH CHECK (district_code = (SELECT app.district()) AND confirmed_by_id = (SELECT app.uid()))', t);
  END LOOP;
END $$;

ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
ALTER TABLE delegation FORCE ROW LEVEL SECURITY;
GRANT SELECT ON delegation TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;
GRANT INSERT, UPDATE (until_on) ON delegation TO r_governor, r_district_chief;
CREATE POLICY colleagues ON delegation FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY governor_write ON delegation FOR INSERT TO r_governor
  WITH CHECK (head_role = 'governor' AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY chief_write ON delegation FOR INSERT TO r_district_chief
  WITH CHECK (head_role = 'district_chief' AND district_code = (SELECT app.district()) AND province_code = (SELECT app.province())
    AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY governor_end ON delegation FOR UPDATE TO r_governor
  USING (head_role = 'governor' AND province_code = (SELECT app.province())) WITH CHECK (province_code = (SELECT app.province()));
CREATE POLICY chief_end ON delegation FOR UPDATE TO r_district_chief
  USING (head_role = 'district_chief' AND district_code = (SELECT app.district())) WITH CHECK (district_code = (SELECT app.district()));

-- ── What follows for the holder ──────────────────────────────────────────────────────────────────────
-- Occupation group for planning: what an interview found, else the Ministry's word for the occupation.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.occupation_group_of(p_words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_words IS NULL OR btrim(p_words) IN ('', '-') THEN 'unknown'
    WHEN p_words ~ 'ว่างงาน|ไม่มีงาน|ไม่ได้ทำงาน|ไม่ประกอบอาชีพ|แม่บ้าน|พ่อบ้าน|นักเรียน|นักศึกษา|ชรา' THEN 'not_working'
    WHEN p_words ~ 'เกษตร|ทำนา|ทำไร่|ทำสวน|ชาวนา|ชาวไร่|ชาวสวน|ประมง|เลี้ยงสัตว์|ปศุสัตว์|ปลูก' THEN 'farmer'
    WHEN p_words ~ 'รับจ้าง|ลูกจ้าง|พนักงาน|กรรมกร|คนงาน|ข้าราชการ' THEN 'employed'
    WHEN p_words ~ 'ค้าขาย|ธุรกิจ|อิสระ|ช่าง|เสริมสวย|ขับ|เจ้าของ|ขาย' THEN 'self_employed'
    ELSE 'unknown' END
$$;
REVOKE ALL ON FUNCTION app.occupation_group_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.occupation_group_of(text) TO r_job, sukjai_keeper;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.occupation_group_of(text) TO %I', session_user); END $$;
RESET ROLE;

ALTER TABLE holder
    ADD COLUMN "departure" TEXT CHECK (departure IN ('deceased', 'moved_away')),
    ADD COLUMN "answer_state" TEXT CHECK (answer_state IN ('declined', 'interviewed', 'met_in_february')),
    ADD COLUMN "hindrance" TEXT CHECK (hindrance IN ('refused_interview', 'away', 'attempted', 'scheduled')),
    ADD COLUMN "assessed_group" TEXT;
GRANT UPDATE (departure, answer_state, hindrance, assessed_group) ON holder TO sukjai_keeper;
SET ROLE sukjai_keeper;
UPDATE holder h SET answer_state = CASE WHEN h.state IN ('declined', 'interviewed', 'met_in_february') THEN h.state END,
  assessed_group = (SELECT a.current_group FROM assessment a WHERE a.holder_id = h.id AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
    ORDER BY a.interviewed_on DESC LIMIT 1)
WHERE h.answer_state IS DISTINCT FROM CASE WHEN h.state IN ('declined', 'interviewed', 'met_in_february') THEN h.state END
   OR h.interviewed_on IS NOT NULL;
RESET ROLE;
ALTER TABLE holder DROP COLUMN "state";
ALTER TABLE holder
    ADD COLUMN "state" TEXT NOT NULL GENERATED ALWAYS AS (
      coalesce(departure, answer_state, hindrance, CASE WHEN account_officer_id IS NULL THEN 'unassigned' ELSE 'assigned' END)) STORED,
    ADD COLUMN "occupation_group" TEXT NOT NULL GENERATED ALWAYS AS (
      coalesce(assessed_group, app.occupation_group_of(ministry_occupation))) STORED;
CREATE INDEX "holder_district_code_state_idx" ON "holder"("district_code", "state");
CREATE INDEX holder_village ON holder (subdistrict_code, moo, occupation_group, state);

ALTER TABLE holder_tally
    DROP CONSTRAINT holder_tally_pkey,
    ADD COLUMN "occupation_group" TEXT NOT NULL DEFAULT 'unknown';
SET ROLE sukjai_keeper;
DELETE FROM holder_tally;
RESET ROLE;
ALTER TABLE holder_tally
    ALTER COLUMN "occupation_group" DROP DEFAULT,
    ADD PRIMARY KEY ("district_code", "subdistrict_code", "account_officer_id", "age_class", "income_band", "state", "latest_answer", "interviewed", "occupation_group");

SET ROLE sukjai_keeper;
INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
    state, latest_answer, interviewed, occupation_group, people)
  SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
    age_class, income_band, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL, occupation_group, count(*)
  FROM holder GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

CREATE OR REPLACE FUNCTION app.tally_holders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
      state, latest_answer, interviewed, occupation_group, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL, occupation_group, sum(step)
    FROM (%s) d GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, state, latest_answer, interviewed, occupation_group)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $$;

-- The answer's part of the state: the latest counted answer, by the date on the form.
CREATE FUNCTION app.answer_state_of(p_answer text, p_interviewed boolean, p_desk_answer boolean, p_answer_on date) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_answer = 'no' THEN 'declined'
    WHEN p_answer = 'yes' AND p_interviewed THEN 'interviewed'
    WHEN p_answer = 'yes' AND p_desk_answer AND p_answer_on BETWEEN '2018-02-01' AND '2018-02-28' THEN 'met_in_february' END
$$;

-- Why somebody who is still to be met is not met yet, the first that is true. "attempted": the last visit did not find
-- him and nothing has been appointed since.
CREATE FUNCTION app.hindrance_of(p_holder uuid) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM interview_refusal r WHERE r.holder_id = p_holder AND r.confirmation = 'confirmed') THEN 'refused_interview'
    WHEN EXISTS (SELECT FROM absence x WHERE x.holder_id = p_holder AND x.returned_on IS NULL) THEN 'away'
    WHEN (SELECT v.outcome <> 'met' AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned'
        AND a.recorded_at > v.recorded_at)
      FROM visit v WHERE v.holder_id = p_holder ORDER BY v.visited_on DESC, v.recorded_at DESC LIMIT 1) THEN 'attempted'
    WHEN EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned') THEN 'scheduled' END
$$;

CREATE OR REPLACE FUNCTION app.refresh_holder(p_holder uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  latest record; first_yes date; met date; contact record; gone text; worked text;
BEGIN
  PERFORM FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT x.answer, x.answered_on, x.at_desk INTO latest FROM (
    SELECT i.answer, i.intent_on AS answered_on, true AS at_desk, i.recorded_at FROM intent i
      WHERE i.holder_id = p_holder AND (i.confirmation IS NULL OR i.confirmation = 'confirmed')
    UNION ALL
    SELECT a.answer, a.interviewed_on, false, a.recorded_at FROM assessment a
      WHERE a.holder_id = p_holder AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
  ) x ORDER BY x.answered_on DESC, x.at_desk, x.recorded_at DESC LIMIT 1;
  SELECT min(d) INTO first_yes FROM (
    SELECT i.intent_on AS d FROM intent i WHERE i.holder_id = p_holder AND i.answer = 'yes' AND (i.confirmation IS NULL OR i.confirmation = 'confirmed')
    UNION ALL
    SELECT a.interviewed_on FROM assessment a WHERE a.holder_id = p_holder AND a.answer = 'yes' AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
  ) y;
  SELECT a.interviewed_on, a.current_group INTO met, worked FROM assessment a
    WHERE a.holder_id = p_holder AND (a.confirmation IS NULL OR a.confirmation = 'confirmed') ORDER BY a.interviewed_on DESC LIMIT 1;
  SELECT d.kind INTO gone FROM departure d WHERE d.holder_id = p_holder AND d.confirmation = 'confirmed' ORDER BY d.kind LIMIT 1;
  SELECT
    (array_agg(c.name_on_card ORDER BY c.recorded_at DESC) FILTER (WHERE c.name_on_card IS NOT NULL))[1] AS name_on_card,
    (array_agg(c.phone ORDER BY c.recorded_at DESC) FILTER (WHERE c.phone IS NOT NULL))[1] AS phone,
    (array_agg(c.current_address ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_address IS NOT NULL))[1] AS current_address,
    (array_agg(c.current_subdistrict_code ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_subdistrict_code IS NOT NULL))[1] AS current_subdistrict_code
  INTO contact FROM (
    SELECT i.name_on_card, i.phone, i.current_address, i.current_subdistrict_code, i.recorded_at FROM intent i WHERE i.holder_id = p_holder
    UNION ALL SELECT NULL, a.phone, NULL, NULL, a.recorded_at FROM assessment a WHERE a.holder_id = p_holder
    UNION ALL SELECT NULL, x.phone, NULL, NULL, x.recorded_at FROM absence x WHERE x.holder_id = p_holder
  ) c;
  UPDATE holder h SET
    latest_answer = latest.answer, first_yes_on = first_yes, interviewed_on = met,
    name_on_card = contact.name_on_card, phone = contact.phone,
    current_address = contact.current_address, current_subdistrict_code = contact.current_subdistrict_code,
    departure = gone, assessed_group = worked, hindrance = app.hindrance_of(p_holder),
    answer_state = app.answer_state_of(latest.answer, met IS NOT NULL, coalesce(latest.at_desk, false), latest.answered_on)
  WHERE h.id = p_holder;
END $$;
DROP FUNCTION app.state_of(text, boolean, boolean, date, boolean);

-- A move of many holders is one statement; an officer of null takes them from everybody.
CREATE OR REPLACE FUNCTION app.assignment_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE holder h SET account_officer_id = n.officer_id, account_officer_code = n.officer_code
  FROM added n WHERE h.id = n.holder_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.answer_state_of(text, boolean, boolean, date), app.hindrance_of(uuid) FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.form_counts() TO %I', session_user);
END $$;
RESET ROLE;
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON departure FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON interview_refusal FOR EACH ROW EXECUTE FUNCTION app.form_counts();

-- ── Moves of caseloads ───────────────────────────────────────────────────────────────────────────────
-- One row a move (everything confirmed together); the assignments of a move carry its id.
CREATE TABLE "caseload_move" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "reason" TEXT,
    "undoes_id" UUID,
    "delegation_id" UUID,
    "moved_by_id" UUID NOT NULL,
    "moved_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "caseload_move_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('assign', 'balance', 'transfer', 'handover', 'undo')),
    CHECK ((kind = 'undo') = (undoes_id IS NOT NULL))
);
CREATE UNIQUE INDEX "caseload_move_undoes_id_key" ON "caseload_move"("undoes_id");
CREATE INDEX "caseload_move_district_code_created_at_idx" ON "caseload_move"("district_code", "created_at" DESC);
ALTER TABLE caseload_move ADD FOREIGN KEY (moved_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE caseload_move ADD FOREIGN KEY (undoes_id) REFERENCES caseload_move(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE caseload_move ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE assignment
    ALTER COLUMN "officer_id" DROP NOT NULL,
    ALTER COLUMN "officer_code" DROP NOT NULL,
    ADD COLUMN "previous_officer_id" UUID,
    ADD COLUMN "previous_officer_code" TEXT,
    ADD CHECK ((officer_id IS NULL) = (officer_code IS NULL));
ALTER TABLE caseload_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE caseload_move FORCE ROW LEVEL SECURITY;
GRANT SELECT ON caseload_move TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
GRANT INSERT ON caseload_move TO r_district_chief, r_district_secretary;
CREATE POLICY province_read ON caseload_move FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON caseload_move FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON caseload_move FOR SELECT TO r_account_officer
  USING (EXISTS (SELECT FROM assignment a WHERE a.move_id = caseload_move.id));
CREATE POLICY district_write ON caseload_move FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND moved_by_id = (SELECT app.uid()));
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
