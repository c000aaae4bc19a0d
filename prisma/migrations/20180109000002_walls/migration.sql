-- The second wall (docs/decisions/0002): one database role per application role, row security forced on
-- every table with personal data, columns granted one by one. Read it together with src/domain/policy.ts.

-- ── Roles ────────────────────────────────────────────────────────────────────────────────────────────
-- Roles belong to the whole server, so they are created only where they are missing.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['sukjai_app', 'sukjai_job'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', r);
    END IF;
  END LOOP;
  FOREACH r IN ARRAY ARRAY['r_governor', 'r_provincial_officer', 'r_district_chief', 'r_district_secretary',
    'r_receiving_officer', 'r_account_officer', 'r_agency_officer', 'r_administrator', 'r_job',
    'sukjai_keeper', 'sukjai_auth', 'sukjai_audit'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;
END $$;

-- Since PostgreSQL 16 the creator of a role must grant itself SET before it may act as it.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['sukjai_job', 'sukjai_keeper', 'sukjai_auth', 'sukjai_audit', 'r_job'] LOOP
    IF NOT pg_has_role(current_user, r, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH SET TRUE, INHERIT FALSE', r);
    END IF;
  END LOOP;
END $$;

GRANT r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer, r_administrator TO sukjai_app WITH INHERIT FALSE, SET TRUE;
GRANT r_job TO sukjai_job WITH INHERIT FALSE, SET TRUE;

ALTER ROLE sukjai_app SET statement_timeout = '10s';
ALTER ROLE sukjai_app SET lock_timeout = '5s';
ALTER ROLE sukjai_app SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE sukjai_job SET idle_in_transaction_session_timeout = '10min';

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- ── Who is asking ────────────────────────────────────────────────────────────────────────────────────
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO PUBLIC;
CREATE FUNCTION app.uid() RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog
  AS $$ SELECT nullif(current_setting('app.uid', true), '')::uuid $$;
CREATE FUNCTION app.province() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog
  AS $$ SELECT nullif(current_setting('app.province', true), '') $$;
CREATE FUNCTION app.district() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog
  AS $$ SELECT nullif(current_setting('app.district', true), '') $$;

-- ── What may be stored ───────────────────────────────────────────────────────────────────────────────
ALTER TABLE officer
  ADD CHECK (role IN ('governor', 'provincial_officer', 'district_chief', 'district_secretary',
    'receiving_officer', 'account_officer', 'agency_officer', 'administrator')),
  ADD CHECK (status IN ('active', 'disabled')),
  ADD CHECK ((role = 'administrator') OR province_code IS NOT NULL),
  ADD CHECK (role NOT IN ('district_chief', 'district_secretary', 'receiving_officer') OR district_code IS NOT NULL);
ALTER TABLE holder
  ADD CHECK (income_2559_satang BETWEEN 0 AND 10000000),
  ADD CHECK (income_band = CASE WHEN income_2559_satang <= 3000000 THEN 'up_to_30000' ELSE 'over_30000' END),
  ADD CHECK (age_class IN ('up_to_60', 'over_60')),
  ADD CHECK (latest_answer IN ('yes', 'no')),
  ADD CHECK (state IN ('deceased', 'moved_away', 'declined', 'interviewed', 'met_in_february', 'refused_interview',
    'away', 'attempted', 'scheduled', 'assigned', 'unassigned')),
  ADD CHECK (left(subdistrict_code, 4) = district_code AND left(district_code, 2) = province_code),
  ADD CHECK (birth_date_precision IN ('day', 'month', 'year'));
ALTER TABLE intent
  ADD CHECK (answer IN ('yes', 'no')),
  ADD CHECK (answer = 'yes' OR reason IS NOT NULL),
  ADD CHECK (signed_by IN ('signature', 'thumbprint')),
  ADD CHECK (signed_by = 'signature' OR cardinality(witnesses) = 2),
  ADD CHECK (intent_on <= recorded_on),
  ADD CHECK (intent_on = recorded_on OR (paper_number IS NOT NULL AND late_reason IS NOT NULL AND confirmation IS NOT NULL)),
  ADD CHECK (confirmation IN ('pending', 'confirmed', 'rejected')),
  ADD CHECK ((confirmed_by_id IS NULL) = (confirmation IS NULL OR confirmation = 'pending')),
  ADD CHECK (confirmed_by_id <> recorded_by_id);
ALTER TABLE assessment
  ADD CHECK (answer IN ('yes', 'no')),
  ADD CHECK (interviewed_on <= recorded_on),
  ADD CHECK (confirmation IN ('pending', 'confirmed', 'rejected')),
  ADD CHECK (answer = 'no' OR date_trunc('month', interviewed_on) = date_trunc('month', recorded_on) OR confirmation IS NOT NULL),
  ADD CHECK ((confirmed_by_id IS NULL) = (confirmation IS NULL OR confirmation = 'pending')),
  ADD CHECK (confirmed_by_id <> recorded_by_id);
ALTER TABLE interview_refusal ADD CHECK (refused_on <= recorded_on);
ALTER TABLE place ADD CHECK (opens_on <= closes_on);
ALTER TABLE import_batch
  ADD CHECK (status IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undone')),
  ADD CHECK (status NOT IN ('checked', 'done', 'undone') OR rows_in = created + changed + unchanged + rejected);
ALTER TABLE job ADD CHECK (status IN ('queued', 'running', 'done', 'failed')), ADD CHECK (kind IN ('import', 'export'));

-- Search by part of a name: one index serves province and district (security.md 4.1).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX holder_name_part ON holder USING gin (province_code, search_name gin_trgm_ops);
CREATE INDEX holder_name_start ON holder (district_code, search_name text_pattern_ops);
CREATE INDEX intent_pending ON intent (recorded_district_code, intent_on) WHERE confirmation = 'pending';
CREATE INDEX assessment_pending ON assessment (district_code, interviewed_on) WHERE confirmation = 'pending';

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────
-- The reviewed list of tables without it: province, district, subdistrict, holder_tally (numbers only are
-- still limited by area below), _prisma_migrations.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['setting', 'officer', 'account_officer_code', 'holder', 'holder_income', 'holder_tally',
    'place', 'desk', 'intent', 'unlisted_person', 'assignment', 'assessment_draft', 'assessment', 'chosen_project',
    'interview_refusal', 'command_receipt', 'job', 'import_batch', 'import_change', 'import_rejection', 'import_columns'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Settings: everybody reads, the administrator moves the demo's programme date, the owner sets up.
GRANT SELECT ON setting TO PUBLIC;
GRANT UPDATE (value, updated_at) ON setting TO r_administrator;
CREATE POLICY read ON setting FOR SELECT USING (true);
CREATE POLICY advance ON setting FOR UPDATE TO r_administrator
  USING (key = 'programme_on') WITH CHECK (key = 'programme_on');
DO $$ BEGIN EXECUTE format('CREATE POLICY set_up ON setting TO %I USING (true) WITH CHECK (true)', current_user); END $$;

-- Areas
GRANT SELECT ON province, district, subdistrict TO PUBLIC;

-- Officers: colleagues of the province by name and role; the administrator keeps them.
GRANT SELECT ON officer, account_officer_code TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_job, sukjai_auth, sukjai_keeper;
GRANT INSERT ON officer, account_officer_code TO r_administrator;
GRANT UPDATE (name, position, phone, status, district_code, province_code, agency, role) ON officer TO r_administrator;
CREATE POLICY colleagues ON officer FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer USING (province_code = (SELECT app.province()));
CREATE POLICY keep ON officer TO r_administrator USING (true)
  WITH CHECK (id IS DISTINCT FROM (SELECT app.uid()));
CREATE POLICY read_all ON officer FOR SELECT TO sukjai_auth, sukjai_keeper, r_job USING (true);
CREATE POLICY colleagues ON account_officer_code FOR SELECT TO r_governor, r_provincial_officer, r_district_chief,
  r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer USING (province_code = (SELECT app.province()));
CREATE POLICY keep ON account_officer_code TO r_administrator USING (true) WITH CHECK (true);
CREATE POLICY read_all ON account_officer_code FOR SELECT TO sukjai_auth, sukjai_keeper, r_job USING (true);

-- Holders. No role but the job inserts one; no role updates income, band, account officer or district.
GRANT SELECT ON holder TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
-- The desk faces the queue: no income there.
GRANT SELECT (id, province_code, district_code, subdistrict_code, moo, house_no, national_id_enc, national_id_index,
  national_id_key_version, national_id_last4, title, first_name, last_name, birth_date, birth_date_precision,
  ministry_phone, search_name, name_on_card, phone, current_address, current_subdistrict_code, latest_answer, first_yes_on)
  ON holder TO r_receiving_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON holder TO r_job;
GRANT SELECT ON holder TO sukjai_keeper;
GRANT UPDATE (name_on_card, phone, current_address, current_subdistrict_code, account_officer_id, account_officer_code,
  latest_answer, first_yes_on, interviewed_on, state) ON holder TO sukjai_keeper;
CREATE POLICY province_read ON holder FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON holder FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON holder FOR SELECT TO r_account_officer USING (account_officer_id = (SELECT app.uid()));
CREATE POLICY job ON holder TO r_job USING (true) WITH CHECK (true);
CREATE POLICY keep ON holder TO sukjai_keeper USING (true) WITH CHECK (true);

GRANT SELECT ON holder_income, import_change TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON holder_income, import_change TO r_job;
CREATE POLICY province_read ON holder_income FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY through_holder ON holder_income FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY job ON holder_income TO r_job USING (true) WITH CHECK (true);
CREATE POLICY province_read ON import_change FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY through_holder ON import_change FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY job ON import_change TO r_job USING (true) WITH CHECK (true);

GRANT SELECT ON holder_tally TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON holder_tally TO sukjai_keeper;
CREATE POLICY province_read ON holder_tally FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON holder_tally FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON holder_tally FOR SELECT TO r_account_officer USING (account_officer_id = (SELECT app.uid()));
CREATE POLICY keep ON holder_tally TO sukjai_keeper USING (true) WITH CHECK (true);

-- Places and desks
GRANT SELECT ON place, desk TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;
GRANT INSERT ON place TO r_district_chief, r_district_secretary;
GRANT INSERT ON desk TO r_district_chief, r_district_secretary;
CREATE POLICY province_read ON place FOR SELECT TO r_governor, r_provincial_officer, r_account_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON place FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer USING (district_code = (SELECT app.district()));
CREATE POLICY district_write ON place FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND announced_by_id = (SELECT app.uid()));
CREATE POLICY province_read ON desk FOR SELECT TO r_governor, r_provincial_officer, r_account_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON desk FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer USING (district_code = (SELECT app.district()));
CREATE POLICY district_write ON desk FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND opened_by_id = (SELECT app.uid()));

-- Intents: the desk writes for any holder of its province; each side reads its own.
GRANT SELECT ON intent TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer, r_job, sukjai_keeper;
GRANT INSERT ON intent TO r_receiving_officer, r_district_secretary;
GRANT UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON intent TO r_receiving_officer, r_district_secretary;
CREATE FUNCTION app.holder_in_province(p_holder uuid, p_district text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog
  AS $$ SELECT EXISTS (SELECT FROM holder WHERE id = p_holder AND district_code = p_district AND province_code = (SELECT app.province())) $$;
CREATE POLICY province_read ON intent FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON intent FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()) OR recorded_district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON intent FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY desk_write ON intent FOR INSERT TO r_receiving_officer, r_district_secretary
  WITH CHECK (recorded_district_code = (SELECT app.district()) AND province_code = (SELECT app.province())
    AND recorded_by_id = (SELECT app.uid()) AND confirmed_by_id IS NULL AND app.holder_in_province(holder_id, district_code));
CREATE POLICY confirm ON intent FOR UPDATE TO r_receiving_officer, r_district_secretary
  USING (recorded_district_code = (SELECT app.district()) AND confirmation = 'pending')
  WITH CHECK (recorded_district_code = (SELECT app.district()) AND confirmed_by_id = (SELECT app.uid()));
CREATE POLICY read_all ON intent FOR SELECT TO r_job, sukjai_keeper USING (true);

GRANT SELECT ON unlisted_person TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer;
GRANT INSERT ON unlisted_person TO r_receiving_officer, r_district_secretary;
CREATE POLICY province_read ON unlisted_person FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON unlisted_person FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer USING (district_code = (SELECT app.district()));
CREATE POLICY desk_write ON unlisted_person FOR INSERT TO r_receiving_officer, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));

-- Assignments
GRANT SELECT ON assignment TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, r_job, sukjai_keeper;
GRANT INSERT ON assignment TO r_district_chief, r_district_secretary;
CREATE POLICY province_read ON assignment FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON assignment FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON assignment FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY district_write ON assignment FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND assigned_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id)
    AND EXISTS (SELECT FROM account_officer_code c WHERE c.code = officer_code AND c.officer_id = assignment.officer_id AND c.district_code = assignment.district_code));
CREATE POLICY read_all ON assignment FOR SELECT TO r_job, sukjai_keeper USING (true);

-- Assessments
GRANT SELECT, INSERT, UPDATE, DELETE ON assessment_draft TO r_account_officer;
GRANT SELECT ON assessment_draft TO r_job, sukjai_keeper;
CREATE POLICY own ON assessment_draft TO r_account_officer USING (officer_id = (SELECT app.uid()))
  WITH CHECK (officer_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.province_code = assessment_draft.province_code));
CREATE POLICY read_all ON assessment_draft FOR SELECT TO r_job, sukjai_keeper USING (true);

GRANT SELECT ON assessment, chosen_project, interview_refusal TO r_governor, r_provincial_officer, r_district_chief,
  r_district_secretary, r_account_officer, r_job, sukjai_keeper;
GRANT INSERT ON assessment, chosen_project, interview_refusal TO r_account_officer;
GRANT UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON assessment TO r_district_secretary;
CREATE POLICY province_read ON assessment FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON assessment FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON assessment FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY caseload_write ON assessment FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND confirmed_by_id IS NULL AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
    AND h.district_code = assessment.district_code AND h.province_code = assessment.province_code));
CREATE POLICY confirm ON assessment FOR UPDATE TO r_district_secretary
  USING (district_code = (SELECT app.district()) AND confirmation = 'pending')
  WITH CHECK (district_code = (SELECT app.district()) AND confirmed_by_id = (SELECT app.uid()));
CREATE POLICY read_all ON assessment FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY province_read ON chosen_project FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY through_holder ON chosen_project FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY caseload_write ON chosen_project FOR INSERT TO r_account_officer
  WITH CHECK (EXISTS (SELECT FROM assessment a WHERE a.id = assessment_id AND a.holder_id = chosen_project.holder_id AND a.recorded_by_id = (SELECT app.uid())));
CREATE POLICY read_all ON chosen_project FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY province_read ON interview_refusal FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON interview_refusal FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON interview_refusal FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY caseload_write ON interview_refusal FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
    AND h.district_code = interview_refusal.district_code AND h.province_code = interview_refusal.province_code));
CREATE POLICY read_all ON interview_refusal FOR SELECT TO r_job, sukjai_keeper USING (true);

-- Receipts of commands: own rows only, never changed.
GRANT SELECT, INSERT ON command_receipt TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator;
CREATE POLICY own ON command_receipt TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator
  USING (actor_id = (SELECT app.uid())) WITH CHECK (actor_id = (SELECT app.uid()));
GRANT SELECT ON command_receipt TO sukjai_keeper;
CREATE POLICY read_all ON command_receipt FOR SELECT TO sukjai_keeper USING (true);

-- Jobs: seen by the one who asked.
GRANT SELECT, INSERT ON job TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY own ON job TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary
  USING (requested_by_id = (SELECT app.uid())) WITH CHECK (requested_by_id = (SELECT app.uid()));
GRANT SELECT, UPDATE ON job TO r_job;
CREATE POLICY job ON job TO r_job USING (true) WITH CHECK (true);

-- Imports: the province's.
GRANT SELECT ON import_batch, import_rejection TO r_governor, r_provincial_officer;
-- A case file says which delivery a value came with.
GRANT SELECT (id, province_code, number, programme_on, finished_at, undone_at) ON import_batch
  TO r_district_chief, r_district_secretary, r_account_officer;
GRANT INSERT ON import_batch TO r_provincial_officer;
GRANT UPDATE (columns, area_choices, status, job_id) ON import_batch TO r_provincial_officer;
GRANT SELECT, INSERT, UPDATE ON import_columns TO r_provincial_officer;
GRANT SELECT, UPDATE ON import_batch TO r_job;
GRANT SELECT, INSERT, DELETE ON import_rejection TO r_job;
GRANT SELECT ON import_columns TO r_job;
CREATE POLICY province_read ON import_batch FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY case_file_read ON import_batch FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY province_write ON import_batch FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND created_by_id = (SELECT app.uid()));
CREATE POLICY province_change ON import_batch FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province())) WITH CHECK (province_code = (SELECT app.province()));
CREATE POLICY job ON import_batch TO r_job USING (true) WITH CHECK (true);
CREATE POLICY province_read ON import_rejection FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY job ON import_rejection TO r_job USING (true) WITH CHECK (true);
CREATE POLICY province ON import_columns TO r_provincial_officer USING (province_code = (SELECT app.province())) WITH CHECK (province_code = (SELECT app.province()));
CREATE POLICY job ON import_columns FOR SELECT TO r_job USING (true);

-- Where COPY lands: no row security there, so granted to the job role alone.
CREATE SCHEMA staging AUTHORIZATION sukjai_job;
SET ROLE sukjai_job;
GRANT USAGE, CREATE ON SCHEMA staging TO r_job;
RESET ROLE;

-- ── Definer functions ────────────────────────────────────────────────────────────────────────────────
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
ALTER FUNCTION app.holder_in_province(uuid, text) OWNER TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- Ids of holders whose name contains (three characters and more, in the whole reach) or begins with
-- (two characters, in the district) the words. The trigram operator is not leakproof, so under row
-- security it could not use the index: this function applies the reach itself, and the caller reads the
-- rows again under the policies.
CREATE FUNCTION app.search_holders(p_words text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  who text := current_setting('role');
  part text := '%' || replace(replace(replace(p_words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  beginning text := substr(part, 2);
BEGIN
  IF length(p_words) < 2 THEN RETURN; END IF;
  IF who IN ('r_governor', 'r_provincial_officer') AND length(p_words) >= 3 THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.province_code = app.province() AND h.search_name LIKE part
      ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer') AND length(p_words) >= 3 THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.province_code = app.province() AND h.district_code = app.district()
      AND h.search_name LIKE part ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer') THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.district_code = app.district() AND h.search_name LIKE beginning
      ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who = 'r_account_officer' THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.account_officer_id = app.uid() AND h.search_name LIKE part
      ORDER BY h.search_name, h.id LIMIT p_limit;
  END IF;
END $$;

-- The one exception of the matrix (forms.md 2): a receiving desk finds a holder of another district of its
-- province by full ID, and learns no more than name, birth date, district and whether an intent exists.
CREATE FUNCTION app.lookup_in_province(p_index bytea) RETURNS TABLE (id uuid, title text, first_name text, last_name text,
  birth_date date, birth_date_precision text, district_code text, latest_answer text, national_id_last4 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT h.id, h.title, h.first_name, h.last_name, h.birth_date, h.birth_date_precision, h.district_code, h.latest_answer, h.national_id_last4
  FROM holder h WHERE h.national_id_index = p_index AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$$;
-- The same for a holder whose id the desk already has (the second step of registering).
CREATE FUNCTION app.lookup_by_id(p_holder uuid) RETURNS TABLE (id uuid, province_code text, district_code text,
  title text, first_name text, last_name text, birth_date date, birth_date_precision text, national_id_last4 text, latest_answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT h.id, h.province_code, h.district_code, h.title, h.first_name, h.last_name, h.birth_date, h.birth_date_precision, h.national_id_last4, h.latest_answer
  FROM holder h WHERE h.id = p_holder AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$$;

-- Locks a request's id and says whose receipt stands under it: own, another or nobody. Volatile, so that it sees
-- what was committed while it waited; another actor's receipt itself stays out of sight.
CREATE FUNCTION app.claim_request(p_id uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE owner uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  SELECT actor_id INTO owner FROM command_receipt WHERE id = p_id;
  RETURN CASE WHEN owner IS NULL THEN 'nobody' WHEN owner = app.uid() THEN 'own' ELSE 'another' END;
END $$;

-- The state of "ทุกคน" (forms.md 4), the first that is true; never depends on today's date. The same decision
-- stands in domain/caseload.ts for reading; a property test holds the two together.
CREATE FUNCTION app.state_of(p_answer text, p_interviewed boolean, p_desk_answer boolean, p_answer_on date, p_has_officer boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_answer = 'no' THEN 'declined'
    WHEN p_answer = 'yes' AND p_interviewed THEN 'interviewed'
    WHEN p_answer = 'yes' AND p_desk_answer AND p_answer_on BETWEEN '2018-02-01' AND '2018-02-28' THEN 'met_in_february'
    WHEN p_has_officer THEN 'assigned'
    ELSE 'unassigned' END
$$;

-- Derives everything a holder shows from the counted forms. Called by the triggers below, nobody else.
CREATE FUNCTION app.refresh_holder(p_holder uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  latest record; first_yes date; met date; contact record;
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
  SELECT max(a.interviewed_on) INTO met FROM assessment a WHERE a.holder_id = p_holder AND (a.confirmation IS NULL OR a.confirmation = 'confirmed');
  SELECT
    (array_agg(c.name_on_card ORDER BY c.recorded_at DESC) FILTER (WHERE c.name_on_card IS NOT NULL))[1] AS name_on_card,
    (array_agg(c.phone ORDER BY c.recorded_at DESC) FILTER (WHERE c.phone IS NOT NULL))[1] AS phone,
    (array_agg(c.current_address ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_address IS NOT NULL))[1] AS current_address,
    (array_agg(c.current_subdistrict_code ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_subdistrict_code IS NOT NULL))[1] AS current_subdistrict_code
  INTO contact FROM (
    SELECT i.name_on_card, i.phone, i.current_address, i.current_subdistrict_code, i.recorded_at FROM intent i WHERE i.holder_id = p_holder
    UNION ALL SELECT NULL, a.phone, NULL, NULL, a.recorded_at FROM assessment a WHERE a.holder_id = p_holder
  ) c;
  UPDATE holder h SET
    latest_answer = latest.answer, first_yes_on = first_yes, interviewed_on = met,
    name_on_card = contact.name_on_card, phone = contact.phone,
    current_address = contact.current_address, current_subdistrict_code = contact.current_subdistrict_code,
    state = app.state_of(latest.answer, met IS NOT NULL, coalesce(latest.at_desk, false), latest.answered_on, h.account_officer_id IS NOT NULL)
  WHERE h.id = p_holder;
END $$;

CREATE FUNCTION app.form_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM app.refresh_holder(NEW.holder_id); RETURN NULL; END $$;

-- A move of many holders is one statement: set-based, so that 10,000 cases stay one update.
CREATE FUNCTION app.assignment_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE holder h SET account_officer_id = n.officer_id, account_officer_code = n.officer_code,
    state = CASE WHEN h.state = 'unassigned' THEN 'assigned' ELSE h.state END
  FROM added n WHERE h.id = n.holder_id;
  RETURN NULL;
END $$;

-- Keeps holder_tally: the difference that each statement makes, written in one order, so that two
-- transactions never wait for each other in a circle.
CREATE FUNCTION app.tally_holders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band,
      state, latest_answer, interviewed, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL, sum(step)
    FROM (%s) d GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, state, latest_answer, interviewed)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_holders(text, int) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer;
GRANT EXECUTE ON FUNCTION app.claim_request(uuid) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator;
GRANT EXECUTE ON FUNCTION app.lookup_in_province(bytea), app.lookup_by_id(uuid), app.holder_in_province(uuid, text)
  TO r_receiving_officer, r_district_secretary;
RESET ROLE;
GRANT EXECUTE ON FUNCTION app.uid(), app.province(), app.district() TO PUBLIC;

CREATE INDEX holder_tally_empty ON holder_tally (people) WHERE people = 0;
DO $$ BEGIN
  -- Creating a trigger asks for EXECUTE on its function.
  EXECUTE 'SET ROLE sukjai_keeper';
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.form_counts(), app.assignment_counts(), app.tally_holders() TO %I', session_user);
  EXECUTE 'RESET ROLE';
END $$;
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON intent FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER counts AFTER INSERT ON assignment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.assignment_counts();
CREATE TRIGGER tally_in AFTER INSERT ON holder REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();
CREATE TRIGGER tally_up AFTER UPDATE ON holder REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();
CREATE TRIGGER tally_out AFTER DELETE ON holder REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();

-- Receipt numbers: short, per district, without gaps that anybody would have to explain.
CREATE TABLE app.receipt_counter (district_code text PRIMARY KEY, last int NOT NULL);
ALTER TABLE app.receipt_counter OWNER TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.next_receipt() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  INSERT INTO app.receipt_counter AS c (district_code, last) VALUES (app.district(), 1)
  ON CONFLICT (district_code) DO UPDATE SET last = c.last + 1
  RETURNING district_code || '-' || lpad(last::text, 6, '0')
$$;
REVOKE ALL ON FUNCTION app.next_receipt() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.next_receipt() TO r_receiving_officer, r_district_secretary;
RESET ROLE;

-- ── Sign-in: passwords and sessions, reachable only through these functions ─────────────────────────────
CREATE SCHEMA auth AUTHORIZATION sukjai_auth;
SET ROLE sukjai_auth;
CREATE TABLE auth.credential (officer_id uuid PRIMARY KEY, password_hash text NOT NULL, set_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE auth.session (id uuid PRIMARY KEY, officer_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL, revoked_at timestamptz);
CREATE INDEX ON auth.session (officer_id);
CREATE TABLE auth.attempt (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, login text NOT NULL, at timestamptz NOT NULL DEFAULT now(), ok boolean NOT NULL DEFAULT false);
CREATE INDEX ON auth.attempt (login, at);
-- One attempt is written before the password is looked at, so that many at once cannot slip past the count:
-- five failures within 15 minutes lock the login until 15 minutes after the fifth. What comes while it is locked
-- is not written, so the newest five rows are those that count.
CREATE FUNCTION auth.begin_sign_in(p_login text) RETURNS TABLE (attempt_id bigint, officer_id uuid, password_hash text, active boolean, locked boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
DECLARE fifth timestamptz; latest timestamptz; attempt bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('sign-in ' || p_login, 0));
  SELECT min(f.at), max(f.at) INTO fifth, latest FROM (
    SELECT a.at FROM auth.attempt a WHERE a.login = p_login AND NOT a.ok
      AND a.at > coalesce((SELECT max(b.at) FROM auth.attempt b WHERE b.login = p_login AND b.ok), '-infinity')
    ORDER BY a.at DESC LIMIT 5) f HAVING count(*) = 5;
  IF latest > clock_timestamp() - interval '15 minutes' AND fifth > latest - interval '15 minutes' THEN
    RETURN QUERY SELECT NULL::bigint, NULL::uuid, NULL::text, false, true; RETURN;
  END IF;
  INSERT INTO auth.attempt (login, at) VALUES (p_login, clock_timestamp()) RETURNING id INTO attempt;
  RETURN QUERY SELECT attempt, o.id, c.password_hash, o.status = 'active', false
    FROM (SELECT 1) one LEFT JOIN officer o ON o.login = p_login LEFT JOIN auth.credential c ON c.officer_id = o.id;
END $$;
CREATE FUNCTION auth.open_session(p_attempt bigint, p_officer uuid, p_session uuid, p_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
BEGIN
  UPDATE auth.attempt SET ok = true WHERE id = p_attempt;
  INSERT INTO auth.session (id, officer_id, expires_at) VALUES (p_session, p_officer, now() + make_interval(hours => p_hours));
  RETURN true;
END $$;
CREATE FUNCTION auth.find_session(p_session uuid) RETURNS TABLE (id uuid, login text, name text, role text, "position" text,
  province_code text, district_code text, agency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.login, o.name, o.role, o.position, o.province_code, o.district_code, o.agency
  FROM auth.session s JOIN officer o ON o.id = s.officer_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now() AND o.status = 'active'
$$;
CREATE FUNCTION auth.close_session(p_session uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = auth, pg_catalog AS $$
  UPDATE auth.session SET revoked_at = now() WHERE id = p_session AND revoked_at IS NULL RETURNING true
$$;
CREATE FUNCTION auth.revoke_sessions(p_officer uuid) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = auth, pg_catalog AS $$
  WITH closed AS (UPDATE auth.session SET revoked_at = now() WHERE officer_id = p_officer AND revoked_at IS NULL RETURNING 1)
  SELECT count(*)::int FROM closed
$$;
-- A new password also opens a locked login again.
CREATE FUNCTION auth.set_password(p_officer uuid, p_hash text) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  INSERT INTO auth.attempt (login, at, ok) SELECT o.login, clock_timestamp(), true FROM officer o WHERE o.id = p_officer;
  INSERT INTO auth.credential (officer_id, password_hash) VALUES (p_officer, p_hash)
  ON CONFLICT (officer_id) DO UPDATE SET password_hash = EXCLUDED.password_hash, set_at = now() RETURNING true
$$;
-- An officer as the command line and the worker meet him: by login, or by id for a job's requester.
CREATE FUNCTION auth.find_officer(p_login text, p_id uuid) RETURNS TABLE (id uuid, login text, name text, role text, "position" text,
  province_code text, district_code text, agency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.login, o.name, o.role, o.position, o.province_code, o.district_code, o.agency
  FROM officer o WHERE o.status = 'active' AND (o.login = p_login OR o.id = p_id)
$$;
-- The sign-in page of the demo lists its people; anywhere else this answers nothing.
CREATE FUNCTION auth.demo_sign_ins() RETURNS TABLE (login text, name text, role text, "position" text, district_code text, agency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.login, o.name, o.role, o.position, o.district_code, o.agency FROM officer o
  JOIN auth.credential c ON c.officer_id = o.id
  WHERE o.status = 'active' AND EXISTS (SELECT FROM setting s WHERE s.key = 'demo' AND s.value = 'true') ORDER BY o.login
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
GRANT USAGE ON SCHEMA auth TO sukjai_app, r_administrator;
GRANT EXECUTE ON FUNCTION auth.begin_sign_in(text), auth.open_session(bigint, uuid, uuid, int), auth.find_session(uuid),
  auth.close_session(uuid), auth.find_officer(text, uuid), auth.demo_sign_ins() TO sukjai_app;
GRANT EXECUTE ON FUNCTION auth.set_password(uuid, text), auth.revoke_sessions(uuid) TO r_administrator;
RESET ROLE;

-- The console of the server itself: `sukjai users add` acts as this officer, who has no password.
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'r_administrator', 'SET') THEN
    EXECUTE 'GRANT r_administrator TO CURRENT_USER WITH SET TRUE, INHERIT FALSE';
  END IF;
END $$;
SET ROLE r_administrator;
INSERT INTO officer (id, login, name, role, position) VALUES
  ('00000000-0000-7000-8000-000000000001', 'console', 'ผู้ดูแลระบบ', 'administrator', 'คำสั่งจากเครื่องแม่ข่าย');
RESET ROLE;

-- ── Audit: 16 hash chains, appended by one function, changed by nobody ──────────────────────────────────
CREATE SCHEMA audit AUTHORIZATION sukjai_audit;
SET ROLE sukjai_audit;
CREATE TABLE audit.event (chain smallint, seq bigint, at timestamptz NOT NULL, actor text NOT NULL, actor_role text NOT NULL,
  action text NOT NULL, subject_type text NOT NULL, subject_id text, request_id uuid, detail jsonb NOT NULL DEFAULT '{}',
  prev_hash bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (chain, seq));
CREATE INDEX ON audit.event (subject_id, at);
CREATE TABLE audit.head (chain smallint PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO audit.head SELECT g, 0, decode(repeat('00', 32), 'hex') FROM generate_series(0, 15) g;
CREATE FUNCTION audit.canon(e audit.event) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(jsonb_build_array(e.chain, e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.actor, e.actor_role, e.action, e.subject_type, e.subject_id, e.request_id, e.detail, encode(e.prev_hash, 'hex'))::text, 'UTF8'))
$$;
CREATE FUNCTION audit.append(p_action text, p_subject_type text, p_subject_id text, p_detail jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_catalog AS $$
DECLARE h audit.head; e audit.event;
BEGIN
  e.actor := coalesce(nullif(current_setting('app.uid', true), ''), '-');
  SELECT * INTO STRICT h FROM audit.head WHERE chain = (hashtext(e.actor) & 15) FOR UPDATE;
  e.chain := h.chain; e.seq := h.seq + 1; e.at := clock_timestamp(); e.prev_hash := h.hash;
  e.actor_role := coalesce(nullif(current_setting('app.role', true), ''), '-');
  e.action := p_action; e.subject_type := p_subject_type; e.subject_id := p_subject_id; e.detail := coalesce(p_detail, '{}');
  e.request_id := nullif(current_setting('app.request_id', true), '')::uuid;
  e.hash := audit.canon(e);
  INSERT INTO audit.event SELECT (e).*;
  UPDATE audit.head SET seq = e.seq, hash = e.hash WHERE chain = h.chain;
  RETURN e.seq;
END $$;
-- Whether this actor already did this to this subject today: a draft is recorded at its first save per day.
CREATE FUNCTION audit.done_today(p_action text, p_subject_id text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = audit, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM audit.event e WHERE e.subject_id = p_subject_id AND e.action = p_action
    AND e.actor = current_setting('app.uid', true) AND (e.at AT TIME ZONE 'Asia/Bangkok')::date = (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)
$$;
CREATE FUNCTION audit.verify() RETURNS TABLE (chain smallint, seq bigint, problem text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = audit, pg_catalog AS $$
  WITH x AS (SELECT e.chain, e.seq, e.prev_hash, e.hash = audit.canon(e) AS own_ok,
      coalesce(lag(e.hash) OVER w, decode(repeat('00', 32), 'hex')) AS want, coalesce(lag(e.seq) OVER w, 0) + 1 AS next
    FROM audit.event e WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq))
  SELECT x.chain, x.seq, CASE WHEN NOT own_ok THEN 'row altered' WHEN prev_hash <> want THEN 'link broken' ELSE 'gap' END
    FROM x WHERE NOT own_ok OR prev_hash <> want OR x.seq <> next
  UNION ALL SELECT h.chain, h.seq, 'tail missing' FROM audit.head h LEFT JOIN LATERAL
    (SELECT t.seq, t.hash FROM audit.event t WHERE t.chain = h.chain ORDER BY t.seq DESC LIMIT 1) l ON true
    WHERE h.seq <> coalesce(l.seq, 0) OR (h.seq > 0 AND h.hash IS DISTINCT FROM l.hash)
$$;
CREATE FUNCTION audit.no_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog
  AS $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER no_change_of_row BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.no_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.no_change();
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO sukjai_app, sukjai_job, r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_job;
GRANT EXECUTE ON FUNCTION audit.append(text, text, text, jsonb) TO sukjai_app, r_governor, r_provincial_officer, r_district_chief,
  r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_job;
GRANT EXECUTE ON FUNCTION audit.done_today(text, text) TO r_account_officer;
DO $$ BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I', session_user);
  EXECUTE format('GRANT EXECUTE ON FUNCTION audit.verify() TO %I', session_user);
END $$;
RESET ROLE;

-- ── Jobs: graphile-worker's schema belongs to the job login; commands queue through one function ────────
CREATE SCHEMA graphile_worker AUTHORIZATION sukjai_job;
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
-- With this table present the worker's own migration begins at its first step and asks for no right on the database.
CREATE TABLE graphile_worker.migrations (id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false);
CREATE FUNCTION app.enqueue(p_task text, p_job uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = graphile_worker, pg_catalog AS $$
BEGIN
  IF p_task NOT IN ('import', 'export') THEN RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023'; END IF;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job), job_key => p_job::text, max_attempts => 3);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.enqueue(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, uuid) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job, sukjai_keeper;
