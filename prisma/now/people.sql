-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.account_officer_code
-- A code of an account officer in one district (docs/programme.md 2.3), issued once and never reused.
CREATE TABLE account_officer_code (
  code text NOT NULL,
  officer_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  issued_on date NOT NULL,
  ends_on date,
  issued_by_id uuid,
  ended_by_id uuid,
  delegation_id uuid,
  CONSTRAINT account_officer_code_check CHECK ((ends_on >= issued_on)),
  CONSTRAINT account_officer_code_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT account_officer_code_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT account_officer_code_issued_by_id_fkey FOREIGN KEY (issued_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT account_officer_code_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT account_officer_code_pkey PRIMARY KEY (code)
);
CREATE INDEX account_officer_code_district_code_idx ON public.account_officer_code USING btree (district_code);
CREATE UNIQUE INDEX account_officer_code_officer_id_district_code_key ON public.account_officer_code USING btree (officer_id, district_code);
-- Row security, for the owner as well
CREATE POLICY keep ON account_officer_code FOR ALL TO r_administrator
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_add ON account_officer_code FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (issued_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM officer o
  WHERE ((o.id = account_officer_code.officer_id) AND (o.role = 'account_officer'::text) AND (o.province_code = (SELECT app.province())))))));
CREATE POLICY colleagues ON account_officer_code FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON account_officer_code FOR SELECT TO r_job, sukjai_auth, sukjai_keeper
  USING (true);
CREATE POLICY district_end ON account_officer_code FOR UPDATE TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())))
  WITH CHECK (((district_code = (SELECT app.district())) AND (ended_by_id = (SELECT app.uid()))));
GRANT INSERT, SELECT ON account_officer_code TO r_administrator;
GRANT INSERT, SELECT, UPDATE (ends_on, ended_by_id) ON account_officer_code TO r_district_chief, r_district_secretary;
GRANT SELECT ON account_officer_code TO r_account_officer, r_agency_officer, r_governor, r_job, r_provincial_officer, r_receiving_officer, sukjai_auth, sukjai_keeper;
CREATE CONSTRAINT TRIGGER no_end_with_holders AFTER UPDATE OF ends_on ON public.account_officer_code DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.no_end_with_holders();
-- Owner: sukjai

-- ── public.holder
-- A card holder of the Ministry's list, or registered by an officer (`standing`). No officer updates a holder directly: an import brings the Ministry's values,
-- triggers derive everything else in the transaction of the row that changed it.
CREATE TABLE holder (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  subdistrict_code text NOT NULL,
  moo integer,
  house_no text,
  national_id_enc bytea NOT NULL,
  national_id_index bytea NOT NULL,
  national_id_key_version smallint NOT NULL DEFAULT 1,
  national_id_last4 text NOT NULL,
  title text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  birth_date date,
  birth_date_precision text,
  ministry_phone text,
  ministry_occupation text,
  income_2559_satang integer NOT NULL,
  search_name text NOT NULL,
  income_band text NOT NULL,
  age_class text NOT NULL,
  name_on_card text,
  phone text,
  current_address text,
  current_subdistrict_code text,
  account_officer_id uuid,
  account_officer_code text,
  latest_answer text,
  first_yes_on date,
  interviewed_on date,
  created_batch_id uuid,
  changed_batch_id uuid,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  departure text,
  answer_state text,
  hindrance text,
  assessed_group text,
  state text NOT NULL GENERATED ALWAYS AS (COALESCE(departure, answer_state, hindrance,
CASE
    WHEN (account_officer_id IS NULL) THEN 'unassigned'::text
    ELSE 'assigned'::text
END)) STORED,
  occupation_group text NOT NULL GENERATED ALWAYS AS (COALESCE(assessed_group, app.occupation_group_of(ministry_occupation))) STORED,
  earlier_income_satang integer,
  corrected_name text,
  corrected_birth_date date,
  corrected_subdistrict_code text,
  corrected_moo integer,
  corrected_house_no text,
  corrected_income_satang integer,
  corrected_phone text,
  corrected_occupation text,
  visit_subdistrict_code text NOT NULL GENERATED ALWAYS AS (COALESCE(corrected_subdistrict_code, subdistrict_code)) STORED,
  visit_moo integer GENERATED ALWAYS AS (
CASE
    WHEN (corrected_subdistrict_code IS NULL) THEN moo
    ELSE corrected_moo
END) STORED,
  visit_house_no text GENERATED ALWAYS AS (
CASE
    WHEN (corrected_subdistrict_code IS NULL) THEN house_no
    ELSE corrected_house_no
END) STORED,
  rules_version text NOT NULL DEFAULT app.rules_on(app.programme_today()),
  income_in_force_satang integer NOT NULL,
  must_reach boolean NOT NULL,
  standing text NOT NULL DEFAULT 'listed'::text,
  counted boolean NOT NULL GENERATED ALWAYS AS ((standing = ANY (ARRAY['listed'::text, 'confirmed'::text]))) STORED,
  furthest text NOT NULL DEFAULT 'listed'::text,
  CONSTRAINT holder_answer_state_check CHECK ((answer_state = ANY (ARRAY['declined'::text, 'interviewed'::text, 'refused_twice'::text, 'met_in_february'::text]))),
  CONSTRAINT holder_birth_date_precision_check CHECK ((birth_date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
  CONSTRAINT holder_check CHECK (("left"(corrected_subdistrict_code, 4) = district_code)),
  CONSTRAINT holder_check1 CHECK ((("left"(subdistrict_code, 4) = district_code) AND ("left"(district_code, 2) = province_code))),
  CONSTRAINT holder_corrected_income_satang_check CHECK ((corrected_income_satang >= 0)),
  CONSTRAINT holder_departure_check CHECK ((departure = ANY (ARRAY['deceased'::text, 'card_cancelled'::text, 'moved_away'::text]))),
  CONSTRAINT holder_earlier_income_satang_check CHECK ((earlier_income_satang >= 0)),
  CONSTRAINT holder_furthest_check CHECK ((furthest = ANY (ARRAY['listed'::text, 'met'::text, 'interviewed'::text, 'willing'::text, 'planned'::text, 'referred'::text, 'accepted'::text, 'started'::text, 'completed'::text, 'above_line'::text]))),
  CONSTRAINT holder_hindrance_check CHECK ((hindrance = ANY (ARRAY['refused_interview'::text, 'away'::text, 'attempted'::text, 'scheduled'::text]))),
  CONSTRAINT holder_income_2559_satang_check CHECK ((income_2559_satang >= 0)),
  CONSTRAINT holder_latest_answer_check CHECK ((latest_answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT holder_listed_check CHECK (((standing <> 'listed'::text) OR (changed_batch_id IS NOT NULL))),
  CONSTRAINT holder_standing_check CHECK ((standing = ANY (ARRAY['listed'::text, 'confirmed'::text, 'awaiting'::text, 'refused'::text]))),
  CONSTRAINT holder_account_officer_id_fkey FOREIGN KEY (account_officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_corrected_subdistrict_code_fkey FOREIGN KEY (corrected_subdistrict_code) REFERENCES subdistrict(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_created_batch_id_fkey FOREIGN KEY (created_batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_subdistrict_code_fkey FOREIGN KEY (subdistrict_code) REFERENCES subdistrict(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_pkey PRIMARY KEY (id)
);
CREATE INDEX holder_account_officer_id_search_name_id_idx ON public.holder USING btree (account_officer_id, search_name, id);
CREATE INDEX holder_account_officer_id_visit_idx ON public.holder USING btree (account_officer_id, visit_subdistrict_code, visit_moo);
CREATE INDEX holder_beside ON public.holder USING btree (district_code, standing) WHERE (standing = ANY (ARRAY['awaiting'::text, 'refused'::text]));
CREATE INDEX holder_changed_batch_id_idx ON public.holder USING btree (changed_batch_id);
CREATE INDEX holder_created_batch_id_idx ON public.holder USING btree (created_batch_id);
CREATE INDEX holder_district_code_search_name_id_idx ON public.holder USING btree (district_code, search_name, id);
CREATE INDEX holder_district_code_state_idx ON public.holder USING btree (district_code, state);
CREATE INDEX holder_furthest ON public.holder USING btree (district_code, furthest) WHERE (furthest <> ALL (ARRAY['listed'::text, 'met'::text]));
CREATE INDEX holder_income_waiting ON public.holder USING btree (id) WHERE (earlier_income_satang IS NOT NULL);
CREATE INDEX holder_name_part ON public.holder USING gin (province_code, search_name gin_trgm_ops);
CREATE INDEX holder_name_start ON public.holder USING btree (district_code, search_name text_pattern_ops);
CREATE UNIQUE INDEX holder_national_id_index_key ON public.holder USING btree (national_id_index);
CREATE INDEX holder_province_code_search_name_id_idx ON public.holder USING btree (province_code, search_name, id);
CREATE INDEX holder_rules_version_idx ON public.holder USING btree (rules_version);
CREATE INDEX holder_subdistrict_code_moo_search_name_id_idx ON public.holder USING btree (subdistrict_code, moo, search_name, id);
CREATE INDEX holder_village ON public.holder USING btree (subdistrict_code, moo, occupation_group, state);
-- Row security, for the owner as well
CREATE POLICY job ON holder FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY keep ON holder FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY books ON holder FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY caseload_read ON holder FOR SELECT TO r_account_officer
  USING ((account_officer_id = (SELECT app.uid())));
CREATE POLICY decider_read ON holder FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON holder FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON holder FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON holder TO r_job;
GRANT INSERT, SELECT, UPDATE (name_on_card, phone, current_address, current_subdistrict_code, account_officer_id, account_officer_code, latest_answer, first_yes_on, interviewed_on, departure, answer_state, hindrance, assessed_group, corrected_name, corrected_birth_date, corrected_subdistrict_code, corrected_moo, corrected_house_no, corrected_income_satang, corrected_phone, corrected_occupation, must_reach, standing, furthest) ON holder TO sukjai_keeper;
GRANT SELECT ON holder TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
GRANT SELECT (id, province_code, district_code, first_yes_on, counted) ON holder TO sukjai_bookkeeper;
GRANT SELECT (id, province_code, district_code, income_2559_satang, first_yes_on, standing, counted) ON holder TO sukjai_decider;
GRANT SELECT (id, province_code, district_code, subdistrict_code, moo, house_no, national_id_enc, national_id_index, national_id_key_version, national_id_last4, title, first_name, last_name, birth_date, birth_date_precision, ministry_phone, search_name, name_on_card, phone, current_address, current_subdistrict_code, latest_answer, first_yes_on, corrected_birth_date, corrected_phone, standing, counted) ON holder TO r_receiving_officer;
CREATE TRIGGER cohort BEFORE INSERT OR UPDATE OF birth_date, corrected_birth_date, income_2559_satang, earlier_income_satang, corrected_income_satang, rules_version, age_class, income_in_force_satang, income_band, must_reach ON public.holder FOR EACH ROW EXECUTE FUNCTION app.keep_cohort();
CREATE TRIGGER entitlement_follows AFTER UPDATE ON public.holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.entitlement_follows();
CREATE TRIGGER follow_up AFTER UPDATE ON public.holder FOR EACH ROW WHEN ((((old.state = 'interviewed'::text) OR (new.state = 'interviewed'::text)) AND ((old.state IS DISTINCT FROM new.state) OR (old.interviewed_on IS DISTINCT FROM new.interviewed_on) OR (old.district_code IS DISTINCT FROM new.district_code) OR (old.standing IS DISTINCT FROM new.standing)))) EXECUTE FUNCTION app.holder_follow_up();
CREATE TRIGGER funnel_in AFTER INSERT ON public.holder REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER funnel_out AFTER DELETE ON public.holder REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER funnel_up AFTER UPDATE ON public.holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER journey BEFORE UPDATE OF latest_answer ON public.holder FOR EACH ROW EXECUTE FUNCTION app.holder_journey();
CREATE TRIGGER journey_follows AFTER UPDATE ON public.holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journey_follows();
CREATE TRIGGER ministry AFTER UPDATE ON public.holder FOR EACH ROW WHEN ((old.first_yes_on IS DISTINCT FROM new.first_yes_on)) EXECUTE FUNCTION app.wish_entry();
CREATE TRIGGER ministry_counted AFTER UPDATE ON public.holder FOR EACH ROW WHEN ((old.standing IS DISTINCT FROM new.standing)) EXECUTE FUNCTION app.entries_counted();
CREATE TRIGGER moves_registration AFTER UPDATE ON public.holder FOR EACH ROW WHEN ((old.standing IS DISTINCT FROM new.standing)) EXECUTE FUNCTION app.standing_moves_registration();
CREATE TRIGGER notes_undecided AFTER UPDATE ON public.holder FOR EACH ROW WHEN ((((old.first_yes_on IS NOT NULL) OR (new.first_yes_on IS NOT NULL)) AND ((old.first_yes_on IS DISTINCT FROM new.first_yes_on) OR (old.standing IS DISTINCT FROM new.standing) OR (old.income_2559_satang IS DISTINCT FROM new.income_2559_satang)))) EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER standing BEFORE INSERT OR UPDATE ON public.holder FOR EACH ROW WHEN ((new.standing <> ALL (ARRAY['listed'::text, 'confirmed'::text]))) EXECUTE FUNCTION app.keep_standing();
CREATE TRIGGER tally_in AFTER INSERT ON public.holder REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();
CREATE TRIGGER tally_out AFTER DELETE ON public.holder REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();
CREATE TRIGGER tally_up AFTER UPDATE ON public.holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_holders();
-- Owner: sukjai

-- ── public.holder_income
-- Every income the Ministry has given for a holder and the month from which it counts (docs/programme.md 4.4).
CREATE TABLE holder_income (
  holder_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  province_code text NOT NULL,
  income_2559_satang integer NOT NULL,
  counts_from date,
  CONSTRAINT holder_income_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_income_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT holder_income_pkey PRIMARY KEY (holder_id, batch_id)
);
CREATE INDEX holder_income_batch_id_idx ON public.holder_income USING btree (batch_id);
CREATE INDEX holder_income_changed ON public.holder_income USING btree (holder_id) WHERE (counts_from IS NOT NULL);
-- Row security, for the owner as well
CREATE POLICY job ON holder_income FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY decider_read ON holder_income FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY province_read ON holder_income FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY through_holder ON holder_income FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = holder_income.holder_id))));
GRANT DELETE, INSERT, SELECT ON holder_income TO r_job;
GRANT SELECT ON holder_income TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_decider;
CREATE TRIGGER notes_undecided_in AFTER INSERT ON public.holder_income FOR EACH ROW WHEN ((new.counts_from IS NOT NULL)) EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER notes_undecided_out AFTER DELETE ON public.holder_income FOR EACH ROW WHEN ((old.counts_from IS NOT NULL)) EXECUTE FUNCTION app.note_undecided();
-- Owner: sukjai

-- ── public.holder_tally
-- How many holders share the same facts: kept by the transactions that change them, read by every dashboard.
CREATE TABLE holder_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  subdistrict_code text NOT NULL,
  account_officer_id uuid NOT NULL,
  age_class text NOT NULL,
  income_band text NOT NULL,
  state text NOT NULL,
  latest_answer text NOT NULL,
  interviewed boolean NOT NULL,
  people integer NOT NULL,
  occupation_group text NOT NULL,
  must_reach boolean NOT NULL,
  said_yes boolean NOT NULL,
  CONSTRAINT holder_tally_pkey PRIMARY KEY (district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state, latest_answer, interviewed, said_yes, occupation_group)
);
CREATE INDEX holder_tally_account_officer_id_idx ON public.holder_tally USING btree (account_officer_id);
CREATE INDEX holder_tally_empty ON public.holder_tally USING btree (people) WHERE (people = 0);
CREATE INDEX holder_tally_province_code_idx ON public.holder_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON holder_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_read ON holder_tally FOR SELECT TO r_account_officer
  USING ((account_officer_id = (SELECT app.uid())));
CREATE POLICY district_read ON holder_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON holder_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON holder_tally TO sukjai_keeper;
GRANT SELECT ON holder_tally TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.officer
-- A person who signs in. Passwords and sessions are in the schema `auth`, which no role can read.
CREATE TABLE officer (
  id uuid NOT NULL,
  login text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  "position" text NOT NULL,
  province_code text,
  district_code text,
  agency text,
  phone text,
  status text NOT NULL DEFAULT 'active'::text,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  email text,
  CONSTRAINT officer_check CHECK (((role = ANY (ARRAY['administrator'::text, 'national_reader'::text])) OR (province_code IS NOT NULL))),
  CONSTRAINT officer_check1 CHECK (((role <> ALL (ARRAY['district_chief'::text, 'district_secretary'::text, 'receiving_officer'::text])) OR (district_code IS NOT NULL))),
  CONSTRAINT officer_email_check CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 120))),
  CONSTRAINT officer_of_the_country CHECK (((role <> 'national_reader'::text) OR ((province_code IS NULL) AND (district_code IS NULL)))),
  CONSTRAINT officer_role_check CHECK ((role = ANY (ARRAY['governor'::text, 'provincial_officer'::text, 'district_chief'::text, 'district_secretary'::text, 'receiving_officer'::text, 'account_officer'::text, 'agency_officer'::text, 'administrator'::text, 'national_reader'::text]))),
  CONSTRAINT officer_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text]))),
  CONSTRAINT officer_pkey PRIMARY KEY (id)
);
CREATE INDEX officer_district_code_role_idx ON public.officer USING btree (district_code, role);
CREATE UNIQUE INDEX officer_login_key ON public.officer USING btree (login);
CREATE INDEX officer_province_code_role_idx ON public.officer USING btree (province_code, role);
-- Row security, for the owner as well
CREATE POLICY keep ON officer FOR ALL TO r_administrator
  USING (true)
  WITH CHECK ((id IS DISTINCT FROM (SELECT app.uid())));
CREATE POLICY district_add ON officer FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((role = ANY (ARRAY['account_officer'::text, 'receiving_officer'::text])) AND (status = 'active'::text) AND (province_code = (SELECT app.province())) AND (district_code = (SELECT app.district()))));
CREATE POLICY colleagues ON officer FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON officer FOR SELECT TO r_job, sukjai_auth, sukjai_keeper
  USING (true);
CREATE POLICY own_email ON officer FOR UPDATE TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((id = (SELECT app.uid())))
  WITH CHECK ((id = (SELECT app.uid())));
GRANT INSERT, SELECT, UPDATE (email) ON officer TO r_district_chief, r_district_secretary;
GRANT INSERT, SELECT, UPDATE (name, role, "position", province_code, district_code, agency, phone, status, email) ON officer TO r_administrator;
GRANT SELECT ON officer TO r_job, sukjai_auth, sukjai_keeper;
GRANT SELECT, UPDATE (email) ON officer TO r_account_officer, r_agency_officer, r_governor, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai

-- ── app.entitlement_follows()
CREATE OR REPLACE FUNCTION app.entitlement_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE entitlement e SET province_code = n.province_code, district_code = n.district_code,
    account_officer_id = n.account_officer_id, income_band = n.income_band
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE e.holder_id = n.id AND n.first_yes_on IS NOT NULL
    AND (n.district_code, n.account_officer_id, n.income_band) IS DISTINCT FROM (o.district_code, o.account_officer_id, o.income_band);
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.entitlement_follows() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.entries_counted()
CREATE OR REPLACE FUNCTION app.entries_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE ministry_entry SET counted = NEW.counted WHERE holder_id = NEW.id AND counted <> NEW.counted;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.entries_counted() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.holder_follow_up()
CREATE OR REPLACE FUNCTION app.holder_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN PERFORM app.refresh_follow_up(NEW.id); RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION app.holder_follow_up() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.holder_journey()
CREATE OR REPLACE FUNCTION app.holder_journey()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN NEW.furthest := app.keep_journey(NEW.id); RETURN NEW; END $function$;
GRANT EXECUTE ON FUNCTION app.holder_journey() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.journey_follows()
CREATE OR REPLACE FUNCTION app.journey_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE journey j SET province_code = n.province_code, district_code = n.district_code, must_reach = n.must_reach, counted = n.counted
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE j.holder_id = n.id AND n.furthest <> 'listed'
    AND (n.district_code, n.must_reach, n.counted) IS DISTINCT FROM (o.district_code, o.must_reach, o.counted);
  PERFORM app.refresh_journey(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE n.furthest IN ('completed', 'above_line') AND n.rules_version <> o.rules_version;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.journey_follows() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.keep_cohort()
CREATE OR REPLACE FUNCTION app.keep_cohort()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  PERFORM app.refuse_income_above_ceiling(greatest(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang));
  NEW.income_in_force_satang := coalesce(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang);
  SELECT c.age_class, c.income_band, c.must_reach INTO NEW.age_class, NEW.income_band, NEW.must_reach
    FROM app.cohort_of(NEW.rules_version, coalesce(NEW.corrected_birth_date, NEW.birth_date), NULL, NEW.income_in_force_satang) c;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.keep_cohort() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.keep_standing()
CREATE OR REPLACE FUNCTION app.keep_standing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF NEW.standing NOT IN ('listed', 'confirmed') THEN NEW.must_reach := false; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.keep_standing() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.no_end_with_holders()
CREATE OR REPLACE FUNCTION app.no_end_with_holders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF NEW.ends_on <= app.programme_today() AND EXISTS (SELECT FROM holder h WHERE h.account_officer_code = NEW.code) THEN
    RAISE EXCEPTION 'holders are left under code %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.no_end_with_holders() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.standing_moves_registration()
CREATE OR REPLACE FUNCTION app.standing_moves_registration()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE registration r SET state = app.registration_state(r.id, r.holder_id) WHERE r.holder_id = NEW.id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.standing_moves_registration() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_funnel()
CREATE OR REPLACE FUNCTION app.tally_funnel()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO funnel_tally (province_code, district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest,
      left_by, people)
    SELECT province_code, district_code, subdistrict_code, must_reach, age_class, app.sex_of(title), occupation_group, furthest,
      app.left_by(state), sum(step)
    FROM (%s) d WHERE counted
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest, left_by)
    DO UPDATE SET people = funnel_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM funnel_tally WHERE people = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_funnel() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_holders()
CREATE OR REPLACE FUNCTION app.tally_holders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach,
      state, latest_answer, interviewed, said_yes, occupation_group, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, must_reach, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL,
      first_yes_on IS NOT NULL, occupation_group, sum(step)
    FROM (%s) d WHERE counted
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state, latest_answer, interviewed, said_yes, occupation_group)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_holders() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.wish_entry()
CREATE OR REPLACE FUNCTION app.wish_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE entry record;
BEGIN
  SELECT id, state, state_by_id, occurred_on INTO entry FROM ministry_entry WHERE source_id = NEW.id FOR UPDATE;
  IF entry.id IS NULL THEN
    IF NEW.first_yes_on IS NOT NULL THEN
      INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
        VALUES (NEW.id, 'wish', NEW.id, NEW.id, NEW.province_code, NEW.district_code, NEW.first_yes_on);
    END IF;
    RETURN NULL;
  END IF;
  UPDATE ministry_entry SET stands = NEW.first_yes_on IS NOT NULL, occurred_on = coalesce(NEW.first_yes_on, occurred_on)
    WHERE id = entry.id;
  IF entry.state <> 'unreported' AND entry.occurred_on <> NEW.first_yes_on THEN
    -- A job has no officer: then it is who reported the day of before.
    INSERT INTO ministry_event (id, entry_id, holder_id, province_code, district_code, state, happened_on, recorded_by_id)
      VALUES (gen_random_uuid(), entry.id, NEW.id, NEW.province_code, NEW.district_code, 'unreported', app.programme_today(),
        coalesce(app.uid(), entry.state_by_id));
  END IF;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.wish_entry() TO sukjai;
-- Owner: sukjai_keeper
