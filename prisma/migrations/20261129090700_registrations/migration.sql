-- Registering a holder (decision 0030). Who shows a card and is on no list becomes a holder at once, beside ทุกคน, until the
-- Ministry has answered or a list contains the ID. "มาแล้วไม่พบรายชื่อ" becomes this: its records, decisions and receipts stay.

-- ── The holder's standing ───────────────────────────────────────────────────────────────────────────────────
-- listed: a list of the Ministry contains the ID; confirmed: the Ministry's letter does; awaiting; refused.
ALTER TABLE holder
  ADD COLUMN "standing" TEXT NOT NULL DEFAULT 'listed',
  ALTER COLUMN created_batch_id DROP NOT NULL,
  ALTER COLUMN changed_batch_id DROP NOT NULL,
  ADD CONSTRAINT holder_standing_check CHECK (standing IN ('listed', 'confirmed', 'awaiting', 'refused')),
  ADD CONSTRAINT holder_listed_check CHECK (standing <> 'listed' OR changed_batch_id IS NOT NULL);
ALTER TABLE holder
  ADD COLUMN "counted" BOOLEAN NOT NULL GENERATED ALWAYS AS (standing IN ('listed', 'confirmed')) STORED;
CREATE INDEX holder_beside ON holder (district_code, standing) WHERE standing IN ('awaiting', 'refused');
GRANT SELECT (standing, counted) ON holder TO r_receiving_officer;
GRANT INSERT, UPDATE (standing, must_reach) ON holder TO sukjai_keeper;

-- ── The record of a registration ────────────────────────────────────────────────────────────────────────────
ALTER TABLE unlisted_person RENAME TO registration;
ALTER TABLE unlisted_decision RENAME TO registration_decision;
ALTER TABLE registration_decision RENAME COLUMN unlisted_id TO registration_id;
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT conrelid::regclass AS owner, conname AS name FROM pg_constraint
    WHERE conrelid IN ('registration'::regclass, 'registration_decision'::regclass) AND conname LIKE 'unlisted%'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', found.owner, found.name,
      replace(replace(found.name, 'unlisted_person', 'registration'), 'unlisted', 'registration'));
  END LOOP;
  FOR found IN SELECT indexname AS name FROM pg_indexes
    WHERE schemaname = 'public' AND tablename IN ('registration', 'registration_decision') AND indexname LIKE 'unlisted%'
  LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', found.name,
      replace(replace(found.name, 'unlisted_person', 'registration'), 'unlisted', 'registration'));
  END LOOP;
END $$;
-- One registration for one ID; what was carried over may say the same person twice.
DROP INDEX registration_national_id_index_came_on_key;
CREATE INDEX "registration_national_id_index_idx" ON registration (national_id_index);
ALTER TABLE registration
  -- The district whose desk wrote it down, null where the province did; district_code is where the person lives.
  ADD COLUMN "recorded_district_code" TEXT,
  ADD COLUMN "title" TEXT,
  ADD COLUMN "first_name" TEXT,
  ADD COLUMN "last_name" TEXT,
  ADD COLUMN "search_name" TEXT,
  ADD COLUMN "birth_date" DATE,
  ADD COLUMN "birth_date_precision" TEXT,
  ADD COLUMN "subdistrict_code" TEXT REFERENCES subdistrict (code) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD COLUMN "moo" INTEGER,
  ADD COLUMN "house_no" TEXT,
  ADD COLUMN "occupation" TEXT,
  ADD COLUMN "income_satang" INTEGER,
  ADD COLUMN "card_shown" TEXT,
  ADD COLUMN "holder_id" UUID REFERENCES holder (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  ADD CONSTRAINT registration_card_shown_check CHECK (card_shown IN ('welfare_card', 'id_card', 'both')),
  -- Registered in full, or carried over from "มาแล้วไม่พบรายชื่อ" with a name alone.
  ADD CONSTRAINT registration_whole_check CHECK ((holder_id IS NULL AND subdistrict_code IS NULL)
    OR (title IS NOT NULL AND first_name IS NOT NULL AND last_name IS NOT NULL AND search_name IS NOT NULL
      AND subdistrict_code IS NOT NULL AND income_satang IS NOT NULL AND card_shown IS NOT NULL AND holder_id = id));
CREATE UNIQUE INDEX registration_whole ON registration (national_id_index) WHERE subdistrict_code IS NOT NULL;
CREATE UNIQUE INDEX "registration_holder_id_key" ON registration (holder_id);

ALTER TABLE registration NO FORCE ROW LEVEL SECURITY;
UPDATE registration SET recorded_district_code = district_code;
ALTER TABLE registration FORCE ROW LEVEL SECURITY;

DROP POLICY desk_write ON registration;
DROP POLICY district_read ON registration;
CREATE POLICY district_read ON registration FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()) OR recorded_district_code = (SELECT app.district()));
CREATE POLICY desk_write ON registration FOR INSERT TO r_district_secretary, r_receiving_officer
  WITH CHECK (recorded_district_code = (SELECT app.district()) AND province_code = (SELECT app.province())
    AND recorded_by_id = (SELECT app.uid()) AND holder_id = id);
CREATE POLICY province_write ON registration FOR INSERT TO r_provincial_officer
  WITH CHECK (recorded_district_code IS NULL AND province_code = (SELECT app.province())
    AND recorded_by_id = (SELECT app.uid()) AND holder_id = id);
CREATE POLICY caseload_read ON registration FOR SELECT TO r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = registration.holder_id));
GRANT INSERT ON registration TO r_provincial_officer;
GRANT SELECT ON registration TO r_account_officer;

-- ── The province's decision ─────────────────────────────────────────────────────────────────────────────────
DROP TRIGGER approved ON registration_decision;
DROP FUNCTION app.unlisted_approved();
ALTER TABLE registration_decision NO FORCE ROW LEVEL SECURITY;
ALTER TABLE registration_decision DROP CONSTRAINT registration_decision_outcome_check,
  DROP CONSTRAINT registration_decision_check, DROP CONSTRAINT registration_decision_check1;
UPDATE registration_decision SET outcome = 'refused' WHERE outcome = 'not_holder';
ALTER TABLE registration_decision
  ADD CONSTRAINT registration_decision_outcome_check CHECK (outcome IN ('asked_ministry', 'confirmed', 'refused', 'found')),
  ADD CONSTRAINT registration_decision_letter_check CHECK (outcome NOT IN ('asked_ministry', 'confirmed') OR letter_number IS NOT NULL),
  ADD CONSTRAINT registration_decision_reason_check CHECK (outcome <> 'refused' OR reason IS NOT NULL);
ALTER TABLE registration_decision FORCE ROW LEVEL SECURITY;
DROP POLICY province_write ON registration_decision;
-- Who registered somebody never confirms it.
CREATE POLICY province_write ON registration_decision FOR INSERT TO r_provincial_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province()) AND approved_by_id IS NULL
    AND EXISTS (SELECT FROM registration r WHERE r.id = registration_id AND r.district_code = registration_decision.district_code
      AND (outcome <> 'confirmed' OR (r.holder_id IS NOT NULL AND r.recorded_by_id <> (SELECT app.uid()))))
    AND (holder_id IS NULL OR EXISTS (SELECT FROM holder h WHERE h.id = holder_id)));
DROP POLICY district_read ON registration_decision;
CREATE POLICY district_read ON registration_decision FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (EXISTS (SELECT FROM registration r WHERE r.id = registration_id));

-- What a registration moves from one holder to another: the forms given at a desk.
GRANT UPDATE (holder_id, district_code) ON intent TO sukjai_keeper;
CREATE POLICY found_again ON intent FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- Beside ทุกคน, never inside: whoever does not count need not be reached. It runs after `cohort`, in the order of the names.
CREATE FUNCTION app.keep_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.standing NOT IN ('listed', 'confirmed') THEN NEW.must_reach := false; END IF;
  RETURN NEW;
END $$;

-- The holder of a registration has its id; the values as stated stand in the Ministry's columns until a list has them.
CREATE FUNCTION app.register_holder() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO holder (id, province_code, district_code, subdistrict_code, moo, house_no, national_id_enc, national_id_index,
      national_id_last4, title, first_name, last_name, birth_date, birth_date_precision, ministry_phone, ministry_occupation,
      income_2559_satang, search_name, rules_version, standing)
    SELECT NEW.id, d.province_code, d.code, s.code, NEW.moo, NEW.house_no, NEW.national_id_enc, NEW.national_id_index,
      NEW.national_id_last4, NEW.title, NEW.first_name, NEW.last_name, NEW.birth_date, NEW.birth_date_precision, NEW.phone,
      NEW.occupation, NEW.income_satang, NEW.search_name, app.rules_on(NEW.came_on), 'awaiting'
    FROM subdistrict s JOIN district d ON d.code = s.district_code
    WHERE s.code = NEW.subdistrict_code AND d.code = NEW.district_code AND d.province_code = NEW.province_code;
  IF NOT FOUND THEN RAISE EXCEPTION 'a subdistrict of another district' USING ERRCODE = '23514'; END IF;
  NEW.holder_id := NEW.id;
  INSERT INTO app.receipt_counter AS c (district_code, last) VALUES (coalesce(NEW.recorded_district_code, NEW.district_code), 1)
    ON CONFLICT (district_code) DO UPDATE SET last = c.last + 1
    RETURNING c.district_code || '-' || lpad(c.last::text, 6, '0') INTO NEW.receipt_number;
  RETURN NEW;
END $$;

CREATE FUNCTION app.registration_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  -- must_reach is named, so that the cohort is worked out again (app.keep_cohort).
  UPDATE holder h SET standing = NEW.outcome, must_reach = h.must_reach FROM registration r
    WHERE r.id = NEW.registration_id AND h.id = r.holder_id AND h.standing IN ('awaiting', 'refused');
  RETURN NULL;
END $$;

-- Found on the list under another number, or carried over and on the list now: the day of the visit stands.
CREATE FUNCTION app.found_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE person registration; listed holder;
BEGIN
  SELECT * INTO STRICT person FROM registration WHERE id = NEW.registration_id;
  SELECT * INTO STRICT listed FROM holder WHERE id = NEW.holder_id;
  IF person.holder_id IS NULL THEN
    INSERT INTO intent (id, holder_id, province_code, district_code, recorded_district_code, place_name, answer, intent_on,
      consent_financial, consent_contact, consent_text_version, signed_by, witnesses, name_on_card, phone, receipt_number, paper_number,
      late_reason, confirmation, confirmed_by_id, confirmed_on, recorded_by_id, recorded_on)
    VALUES (NEW.id, listed.id, listed.province_code, listed.district_code, person.district_code, person.place_name, 'yes', person.came_on,
      false, false, '2018-02', 'signature', '{}', person.name, person.phone, person.receipt_number, person.receipt_number,
      'มาแล้วไม่พบรายชื่อในวันนั้น', 'confirmed', NEW.approved_by_id, NEW.approved_on, person.recorded_by_id, NEW.approved_on);
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM assessment a WHERE a.holder_id = person.holder_id) THEN
    RAISE EXCEPTION 'an interview stays with the person who gave it' USING ERRCODE = '23514';
  END IF;
  UPDATE intent SET holder_id = listed.id, district_code = listed.district_code WHERE holder_id = person.holder_id;
  PERFORM app.refresh_holder(person.holder_id);
  UPDATE holder SET standing = 'refused' WHERE id = person.holder_id;
  RETURN NULL;
END $$;

-- Before an ID is registered: whether a list or a registration has it, of any province.
CREATE FUNCTION app.id_known(p_index bytea) RETURNS TABLE (id uuid, own boolean, province text, standing text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT CASE WHEN h.province_code = (SELECT app.province()) THEN h.id END, h.province_code = (SELECT app.province()), p.name,
    CASE WHEN h.province_code = (SELECT app.province()) THEN h.standing END
  FROM holder h JOIN province p ON p.code = h.province_code
  WHERE h.national_id_index = p_index
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_provincial_officer')
$$;

-- The counters know ทุกคน and the voluntary; who does not count is in none of them.
CREATE OR REPLACE FUNCTION app.tally_holders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach,
      state, latest_answer, interviewed, occupation_group, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, must_reach, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL, occupation_group, sum(step)
    FROM (%s) d WHERE counted
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state, latest_answer, interviewed, occupation_group)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $$;

-- A plan is followed up, and counted among those that are, from when the person counts.
CREATE OR REPLACE FUNCTION app.refresh_follow_up(p_holder uuid)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  h record; plan record; told record; latest record; taken int;
BEGIN
  SELECT id, province_code, district_code, state, counted INTO h FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT a.id, a.interviewed_on,
      CASE WHEN jsonb_typeof(a.answers -> 'monthlyIncome') = 'number' THEN (a.answers ->> 'monthlyIncome')::int END AS income,
      (SELECT count(*)::int FROM chosen_project p WHERE p.assessment_id = a.id) AS projects
    INTO plan FROM assessment a
    WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts
    ORDER BY a.interviewed_on DESC, a.recorded_at DESC LIMIT 1;
  IF plan.id IS NULL THEN RETURN; END IF;
  SELECT count(*)::int AS contacts,
      -- Always in one order: they are a part of the counters' key.
      coalesce(array_agg(DISTINCT c.round ORDER BY c.round) FILTER (WHERE c.round IS NOT NULL), '{}') AS rounds_done,
      coalesce(bool_or(c.got_job), false) AS got_job, coalesce(max(c.loan_baht), 0) AS loan_baht,
      coalesce(max(c.training_hours), 0) AS training_hours,
      (array_agg(c.income_baht ORDER BY c.contacted_on DESC, c.recorded_at DESC) FILTER (WHERE c.income_baht IS NOT NULL))[1] AS income_now
    INTO told FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id);
  SELECT c.id, c.contacted_on, c.next_on INTO latest FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
    ORDER BY c.contacted_on DESC, c.recorded_at DESC LIMIT 1;
  SELECT count(*)::int INTO taken FROM contact_project p WHERE p.contact_id = latest.id AND p.state IN ('taking_part', 'finished');
  INSERT INTO follow_up AS f (holder_id, province_code, district_code, assessment_id, agreed_on, active, contacts, last_contact_id,
      last_contact_on, next_on, rounds_done, income_then, income_now, got_job, loan_baht, training_hours, projects, taken_up)
    VALUES (h.id, h.province_code, h.district_code, plan.id, plan.interviewed_on, h.state = 'interviewed' AND h.counted, told.contacts, latest.id,
      latest.contacted_on, latest.next_on, told.rounds_done, plan.income, told.income_now, told.got_job, told.loan_baht,
      told.training_hours, plan.projects, taken)
    ON CONFLICT (holder_id) DO UPDATE SET province_code = excluded.province_code, district_code = excluded.district_code,
      assessment_id = excluded.assessment_id, agreed_on = excluded.agreed_on, active = excluded.active, contacts = excluded.contacts,
      last_contact_id = excluded.last_contact_id, last_contact_on = excluded.last_contact_on, next_on = excluded.next_on,
      rounds_done = excluded.rounds_done, income_then = excluded.income_then,
      income_now = excluded.income_now, got_job = excluded.got_job, loan_baht = excluded.loan_baht,
      training_hours = excluded.training_hours, projects = excluded.projects, taken_up = excluded.taken_up;
END $$;

REVOKE ALL ON FUNCTION app.keep_standing(), app.register_holder(), app.registration_decided(), app.found_approved(),
  app.id_known(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.id_known(bytea) TO r_receiving_officer, r_district_secretary, r_provincial_officer;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.keep_standing(), app.register_holder(), app.registration_decided(),
  app.found_approved() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

DROP TRIGGER follow_up ON holder;
CREATE TRIGGER follow_up AFTER UPDATE ON holder FOR EACH ROW
  WHEN ((OLD.state = 'interviewed' OR NEW.state = 'interviewed')
    AND (OLD.state IS DISTINCT FROM NEW.state OR OLD.interviewed_on IS DISTINCT FROM NEW.interviewed_on
      OR OLD.district_code IS DISTINCT FROM NEW.district_code OR OLD.standing IS DISTINCT FROM NEW.standing))
  EXECUTE FUNCTION app.holder_follow_up();
CREATE TRIGGER standing BEFORE INSERT OR UPDATE ON holder FOR EACH ROW EXECUTE FUNCTION app.keep_standing();
CREATE TRIGGER registers BEFORE INSERT ON registration FOR EACH ROW WHEN (NEW.subdistrict_code IS NOT NULL)
  EXECUTE FUNCTION app.register_holder();
CREATE TRIGGER decided AFTER INSERT ON registration_decision FOR EACH ROW WHEN (NEW.outcome IN ('confirmed', 'refused'))
  EXECUTE FUNCTION app.registration_decided();
CREATE TRIGGER approved AFTER UPDATE ON registration_decision FOR EACH ROW
  WHEN (NEW.approval = 'approved' AND OLD.approval = 'pending') EXECUTE FUNCTION app.found_approved();

-- Doors that were printed on notifications and exports before.
ALTER TABLE notification NO FORCE ROW LEVEL SECURITY;
UPDATE notification SET kind = replace(kind, 'unlisted_', 'registration_'),
  href = regexp_replace(href, '^/(province|district)/unlisted', '/registrations')
  WHERE kind LIKE 'unlisted\_%' OR href ~ '^/(province|district)/unlisted';
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
ALTER TABLE job NO FORCE ROW LEVEL SECURITY;
UPDATE job SET input = jsonb_set(input, '{list}', '"registrations"') WHERE input ->> 'list' = 'unlisted';
ALTER TABLE job FORCE ROW LEVEL SECURITY;
