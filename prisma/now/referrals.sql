-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.consent_event
-- What a holder said of a consent later than the form that asked for it, or apart from it.
CREATE TABLE consent_event (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  purpose text NOT NULL,
  decision text NOT NULL,
  text_version text NOT NULL,
  channel text NOT NULL,
  decided_on date NOT NULL,
  note text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT consent_event_channel_check CHECK ((channel = ANY (ARRAY['visit'::text, 'office'::text, 'phone'::text, 'letter'::text]))),
  CONSTRAINT consent_event_check CHECK ((decided_on <= recorded_on)),
  CONSTRAINT consent_event_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text]))),
  CONSTRAINT consent_event_purpose_check CHECK ((purpose = 'referral'::text)),
  CONSTRAINT consent_event_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT consent_event_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT consent_event_pkey PRIMARY KEY (id)
);
CREATE INDEX consent_event_holder_id_decided_on_idx ON public.consent_event USING btree (holder_id, decided_on DESC);
-- Row security, for the owner as well
CREATE POLICY keep ON consent_event FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_write ON consent_event FOR INSERT TO r_account_officer, r_district_secretary
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = consent_event.holder_id) AND (h.district_code = consent_event.district_code) AND (h.province_code = consent_event.province_code))))));
CREATE POLICY caseload_read ON consent_event FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = consent_event.holder_id))));
CREATE POLICY district_read ON consent_event FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON consent_event FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON consent_event TO r_account_officer, r_district_secretary;
GRANT SELECT ON consent_event TO r_district_chief, r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.consent_event FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER consent AFTER INSERT ON public.consent_event FOR EACH ROW EXECUTE FUNCTION app.consent_counts();
-- Owner: sukjai

-- ── public.plan_version
-- A version of a person's plan: the first comes with the interview, the next when facts or goals change and the holder
-- agrees. Never changed.
CREATE TABLE plan_version (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  number integer NOT NULL,
  assessment_id uuid NOT NULL,
  source text NOT NULL,
  decision jsonb NOT NULL,
  changes jsonb NOT NULL DEFAULT '[]'::jsonb,
  goals jsonb NOT NULL DEFAULT '[]'::jsonb,
  agreed_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT plan_version_check CHECK ((agreed_on <= recorded_on)),
  CONSTRAINT plan_version_number_check CHECK ((number >= 1)),
  CONSTRAINT plan_version_source_check CHECK ((source = ANY (ARRAY['interview'::text, 'agreement'::text]))),
  CONSTRAINT plan_version_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT plan_version_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT plan_version_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT plan_version_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX plan_version_holder_id_number_key ON public.plan_version USING btree (holder_id, number);
-- Row security, for the owner as well
CREATE POLICY keep ON plan_version FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_write ON plan_version FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (source = 'agreement'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = plan_version.holder_id) AND (h.district_code = plan_version.district_code) AND (h.province_code = plan_version.province_code)))) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = plan_version.assessment_id) AND (a.holder_id = plan_version.holder_id))))));
CREATE POLICY caseload_read ON plan_version FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = plan_version.holder_id))));
CREATE POLICY district_read ON plan_version FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON plan_version FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON plan_version TO r_account_officer, sukjai_keeper;
GRANT SELECT ON plan_version TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
-- Owner: sukjai

-- ── public.project_capacity
-- How many people a project takes in a province or a district, from–until. A referral that changes keeps `taken` right.
CREATE TABLE project_capacity (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  project text NOT NULL,
  agency text NOT NULL,
  places integer NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  from_on date NOT NULL,
  until_on date NOT NULL,
  note text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT project_capacity_check CHECK (((taken >= 0) AND (taken <= places))),
  CONSTRAINT project_capacity_check1 CHECK ((from_on <= until_on)),
  CONSTRAINT project_capacity_check2 CHECK (((district_code IS NULL) OR ("left"(district_code, 2) = province_code))),
  CONSTRAINT project_capacity_places_check CHECK (((places >= 1) AND (places <= 100000))),
  CONSTRAINT project_capacity_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT project_capacity_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX project_capacity_once ON public.project_capacity USING btree (province_code, COALESCE(district_code, ''::text), project, agency, from_on);
-- Row security, for the owner as well
CREATE POLICY keep ON project_capacity FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY agency_write ON project_capacity FOR INSERT TO r_agency_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (recorded_by_id = (SELECT app.uid())) AND (taken = 0) AND (COALESCE(district_code, ''::text) = COALESCE((SELECT app.district()), district_code, ''::text))));
CREATE POLICY province_write ON project_capacity FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (taken = 0)));
CREATE POLICY agency_read ON project_capacity FOR SELECT TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency()))));
CREATE POLICY province_read ON project_capacity FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY agency_change ON project_capacity FOR UPDATE TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (COALESCE(district_code, ''::text) = COALESCE((SELECT app.district()), district_code, ''::text))))
  WITH CHECK (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency()))));
CREATE POLICY province_change ON project_capacity FOR UPDATE TO r_provincial_officer
  USING ((province_code = (SELECT app.province())))
  WITH CHECK ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT, UPDATE (places, until_on, note) ON project_capacity TO r_agency_officer, r_provincial_officer;
GRANT SELECT ON project_capacity TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_receiving_officer;
GRANT SELECT, UPDATE (taken) ON project_capacity TO sukjai_keeper;
-- Owner: sukjai

-- ── public.project_guide
-- What a project gives, in the words of a province. A row is a writing; the newest of a project holds.
CREATE TABLE project_guide (
  id uuid NOT NULL,
  province_code text NOT NULL,
  project text NOT NULL,
  gives text,
  office text,
  phone text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT project_guide_length CHECK (((length(gives) <= 400) AND (length(office) <= 120) AND (length(phone) <= 40))),
  CONSTRAINT project_guide_words CHECK (((gives IS NOT NULL) OR ((office IS NULL) AND (phone IS NULL)))),
  CONSTRAINT project_guide_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT project_guide_pkey PRIMARY KEY (id)
);
CREATE INDEX project_guide_newest ON public.project_guide USING btree (province_code, project, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON project_guide FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY province_read ON project_guide FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON project_guide TO r_provincial_officer;
GRANT SELECT ON project_guide TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_receiving_officer;
-- Owner: sukjai

-- ── public.referral
-- One project of a plan, sent to one agency. `state` changes by the state machine of domain/referral.ts; the database refuses
-- any other step. What the agency may know of the person is copied here when it is sent: it cannot open the case file.
CREATE TABLE referral (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  assessment_id uuid NOT NULL,
  project text NOT NULL,
  agency text NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  owner text GENERATED ALWAYS AS (
CASE
    WHEN (state = 'draft'::text) THEN 'account_officer'::text
    WHEN (state = ANY (ARRAY['sent'::text, 'accepted'::text, 'waiting_list'::text, 'in_progress'::text])) THEN 'agency'::text
    ELSE NULL::text
END) STORED,
  next_on date,
  sent_on date,
  answered_on date,
  ended_on date,
  result text,
  waiting_since timestamp(3) with time zone,
  capacity_id uuid,
  consent_withdrawn_on date,
  holder_name text,
  holder_place text,
  holder_phone text,
  sender_name text,
  sender_phone text,
  answers jsonb NOT NULL DEFAULT '[]'::jsonb,
  step text NOT NULL DEFAULT 'prepare'::text,
  words text,
  changed_on date NOT NULL,
  changed_by_id uuid,
  changed_by_link_id uuid,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  late_told_on date,
  CONSTRAINT referral_check CHECK (((state = ANY (ARRAY['completed'::text, 'refused'::text, 'withdrawn'::text])) = (next_on IS NULL))),
  CONSTRAINT referral_check1 CHECK (((state <> ALL (ARRAY['refused'::text, 'withdrawn'::text])) OR (words IS NOT NULL))),
  CONSTRAINT referral_check2 CHECK (((state = 'completed'::text) = (result IS NOT NULL))),
  CONSTRAINT referral_check3 CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((sent_on IS NOT NULL) AND (holder_name IS NOT NULL)))),
  CONSTRAINT referral_check4 CHECK (((changed_by_id IS NULL) <> (changed_by_link_id IS NULL))),
  CONSTRAINT referral_result_check CHECK ((result = ANY (ARRAY['succeeded'::text, 'partly'::text, 'dropped_out'::text]))),
  CONSTRAINT referral_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'waiting_list'::text, 'in_progress'::text, 'completed'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT referral_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_assessment_id_project_fkey FOREIGN KEY (assessment_id, project) REFERENCES chosen_project(assessment_id, project) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_capacity_id_fkey FOREIGN KEY (capacity_id) REFERENCES project_capacity(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_changed_by_link_id_fkey FOREIGN KEY (changed_by_link_id) REFERENCES referral_link(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_pkey PRIMARY KEY (id)
);
CREATE INDEX referral_assessment_id_idx ON public.referral USING btree (assessment_id);
CREATE INDEX referral_district_code_state_next_on_idx ON public.referral USING btree (district_code, state, next_on);
CREATE INDEX referral_holder_id_idx ON public.referral USING btree (holder_id);
CREATE UNIQUE INDEX referral_open ON public.referral USING btree (holder_id, project, agency) WHERE (state <> ALL (ARRAY['completed'::text, 'refused'::text, 'withdrawn'::text]));
CREATE INDEX referral_province_code_agency_state_next_on_idx ON public.referral USING btree (province_code, agency, state, next_on);
CREATE INDEX referral_untold ON public.referral USING btree (next_on) WHERE ((state = 'sent'::text) AND ((late_told_on IS NULL) OR (late_told_on <= next_on)));
-- Row security, for the owner as well
CREATE POLICY keep ON referral FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_write ON referral FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (changed_by_id = (SELECT app.uid())) AND (state = 'draft'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = referral.holder_id) AND (h.district_code = referral.district_code) AND (h.province_code = referral.province_code)))) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = referral.assessment_id) AND (a.holder_id = referral.holder_id))))));
CREATE POLICY agency_read ON referral FOR SELECT TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (sent_on IS NOT NULL) AND (district_code = COALESCE((SELECT app.district()), district_code))));
CREATE POLICY bearer_read ON referral FOR SELECT TO r_link_bearer
  USING ((id = ( SELECT l.referral_id
   FROM referral_link l
  WHERE ((l.id = (SELECT app.uid())) AND (l.used_at IS NULL)))));
CREATE POLICY caseload_read ON referral FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = referral.holder_id))));
CREATE POLICY district_read ON referral FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON referral FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY agency_change ON referral FOR UPDATE TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (sent_on IS NOT NULL) AND (district_code = COALESCE((SELECT app.district()), district_code))))
  WITH CHECK (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (changed_by_id = (SELECT app.uid()))));
CREATE POLICY bearer_change ON referral FOR UPDATE TO r_link_bearer
  USING (((state = 'sent'::text) AND (id = ( SELECT l.referral_id
   FROM referral_link l
  WHERE ((l.id = (SELECT app.uid())) AND (l.used_at IS NULL))))))
  WITH CHECK (((changed_by_id IS NULL) AND (changed_by_link_id = (SELECT app.uid()))));
CREATE POLICY caseload_change ON referral FOR UPDATE TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = referral.holder_id))))
  WITH CHECK (((changed_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = referral.holder_id)))));
CREATE POLICY district_change ON referral FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (state = 'sent'::text)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (state = 'sent'::text) AND (changed_by_id = (SELECT app.uid()))));
GRANT INSERT, SELECT, UPDATE (state, next_on, sent_on, holder_name, holder_place, holder_phone, sender_name, sender_phone, answers, step, words, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_account_officer;
GRANT SELECT ON referral TO r_governor, r_provincial_officer;
GRANT SELECT (id, province_code, district_code, project, agency, state, next_on, sent_on, consent_withdrawn_on, holder_name, holder_place, holder_phone, sender_name, sender_phone, answers), UPDATE (state, next_on, step, words, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_link_bearer;
GRANT SELECT, UPDATE (consent_withdrawn_on, late_told_on) ON referral TO sukjai_keeper;
GRANT SELECT, UPDATE (state, next_on, result, step, words, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_agency_officer;
GRANT SELECT, UPDATE (state, next_on, step, words, changed_on, changed_by_id, changed_by_link_id, delegation_id) ON referral TO r_district_chief, r_district_secretary;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF state, step ON public.referral FOR EACH ROW EXECUTE FUNCTION app.referral_guard();
CREATE TRIGGER note AFTER INSERT OR UPDATE OF state, step ON public.referral FOR EACH ROW EXECUTE FUNCTION app.referral_note();
CREATE TRIGGER take_up_in AFTER INSERT ON public.referral REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER take_up_out AFTER DELETE ON public.referral REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER take_up_up AFTER UPDATE ON public.referral REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER tell AFTER UPDATE ON public.referral REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.referral_tell();
-- Owner: sukjai

-- ── public.referral_event
-- What happened to a referral: written by its trigger, never changed.
CREATE TABLE referral_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  referral_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  step text NOT NULL,
  from_state text,
  state text NOT NULL,
  next_on date,
  result text,
  words text,
  happened_on date NOT NULL,
  by_id uuid,
  by_link_id uuid,
  delegation_id uuid,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT referral_event_by_id_fkey FOREIGN KEY (by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_event_by_link_id_fkey FOREIGN KEY (by_link_id) REFERENCES referral_link(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_event_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_event_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_event_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_event_pkey PRIMARY KEY (id)
);
CREATE INDEX referral_event_holder_id_recorded_at_idx ON public.referral_event USING btree (holder_id, recorded_at);
CREATE INDEX referral_event_referral_id_recorded_at_idx ON public.referral_event USING btree (referral_id, recorded_at);
-- Row security, for the owner as well
CREATE POLICY keep ON referral_event FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY agency_read ON referral_event FOR SELECT TO r_agency_officer
  USING ((EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = referral_event.referral_id))));
CREATE POLICY caseload_read ON referral_event FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = referral_event.holder_id))));
CREATE POLICY district_read ON referral_event FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON referral_event FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON referral_event TO sukjai_keeper;
GRANT SELECT ON referral_event TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.referral_event FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER journey AFTER INSERT ON public.referral_event FOR EACH ROW WHEN ((new.state = ANY (ARRAY['sent'::text, 'accepted'::text, 'in_progress'::text, 'completed'::text]))) EXECUTE FUNCTION app.row_in_journey();
-- Owner: sukjai

-- ── public.referral_link
-- A one-time link by which an agency without an account answers one referral. Only a hash of its token is kept.
CREATE TABLE referral_link (
  id uuid NOT NULL,
  referral_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  token_hash bytea NOT NULL,
  expires_on date NOT NULL,
  used_at timestamp(3) with time zone,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT referral_link_check CHECK ((expires_on > recorded_on)),
  CONSTRAINT referral_link_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT referral_link_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_link_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT referral_link_pkey PRIMARY KEY (id)
);
CREATE INDEX referral_link_referral_id_idx ON public.referral_link USING btree (referral_id);
CREATE UNIQUE INDEX referral_link_token_hash_key ON public.referral_link USING btree (token_hash);
-- Row security, for the owner as well
CREATE POLICY keep ON referral_link FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY issue ON referral_link FOR INSERT TO r_account_officer, r_district_secretary
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (used_at IS NULL) AND (EXISTS ( SELECT
   FROM referral r
  WHERE ((r.id = referral_link.referral_id) AND (r.state = 'sent'::text) AND (r.district_code = referral_link.district_code) AND (r.province_code = referral_link.province_code))))));
CREATE POLICY caseload_read ON referral_link FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM referral r
  WHERE (r.id = referral_link.referral_id))));
CREATE POLICY district_read ON referral_link FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY own ON referral_link FOR SELECT TO r_link_bearer
  USING ((id = (SELECT app.uid())));
CREATE POLICY province_read ON referral_link FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT (id, referral_id, province_code, district_code, expires_on, used_at, recorded_by_id, recorded_on, recorded_at) ON referral_link TO r_account_officer, r_district_secretary;
GRANT SELECT (id, referral_id, province_code, district_code, expires_on, used_at, recorded_by_id, recorded_on, recorded_at) ON referral_link TO r_district_chief, r_governor, r_provincial_officer;
GRANT SELECT (id, referral_id, used_at) ON referral_link TO r_link_bearer;
GRANT SELECT, UPDATE (used_at) ON referral_link TO sukjai_keeper;
-- Owner: sukjai

-- ── public.take_up_tally
-- How many people chose a project, and what became of the matters that were sent to agencies (decision 0051): kept by the transactions
-- that change them, read by the picture of the take-up.
CREATE TABLE take_up_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  project text NOT NULL,
  dimension smallint NOT NULL,
  category text NOT NULL,
  agency text NOT NULL,
  state text NOT NULL,
  waits_since date NOT NULL,
  answer_days integer NOT NULL,
  matters integer NOT NULL,
  CONSTRAINT take_up_tally_pkey PRIMARY KEY (district_code, project, dimension, category, agency, state, waits_since, answer_days)
);
CREATE INDEX take_up_tally_empty ON public.take_up_tally USING btree (matters) WHERE (matters = 0);
CREATE INDEX take_up_tally_province_code_idx ON public.take_up_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON take_up_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON take_up_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON take_up_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON take_up_tally TO sukjai_keeper;
GRANT SELECT ON take_up_tally TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── app.referral_guard()
CREATE OR REPLACE FUNCTION app.referral_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  who text := current_setting('role');
  doer text[] := CASE
    WHEN NEW.step IN ('prepare', 'send', 'withdraw') THEN ARRAY['r_account_officer']
    WHEN NEW.step = 'remind' THEN ARRAY['r_district_chief', 'r_district_secretary']
    WHEN NEW.step IN ('accept', 'wait_list', 'refuse') THEN ARRAY['r_agency_officer', 'r_link_bearer']
    ELSE ARRAY['r_agency_officer'] END;
  had boolean; has boolean;
BEGIN
  IF who <> ALL (doer || 'none'::text) THEN RAISE EXCEPTION 'not this role''s step' USING ERRCODE = '42501'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NEW.step <> 'prepare' THEN RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = '42501'; END IF;
    NEW.waiting_since := NULL; NEW.capacity_id := NULL; NEW.sent_on := NULL; NEW.answered_on := NULL; NEW.ended_on := NULL;
    RETURN NEW;
  END IF;
  IF app.referral_step(OLD.state, NEW.step) IS DISTINCT FROM NEW.state THEN
    RAISE EXCEPTION 'no step % from %', NEW.step, OLD.state USING ERRCODE = '42501';
  END IF;
  IF NEW.step = 'send' AND NOT (app.referral_consent(NEW.holder_id) AND EXISTS (SELECT FROM assessment a
      WHERE a.id = NEW.assessment_id AND a.answer = 'yes' AND a.counts)) THEN
    RAISE EXCEPTION 'no live consent' USING ERRCODE = 'SJ002';
  END IF;
  had := OLD.state IN ('accepted', 'in_progress', 'completed');
  has := NEW.state IN ('accepted', 'in_progress', 'completed');
  IF has AND NOT had THEN NEW.capacity_id := app.take_place(NEW);
  ELSIF had AND NOT has AND OLD.capacity_id IS NOT NULL THEN
    UPDATE project_capacity SET taken = taken - 1 WHERE id = OLD.capacity_id;
    NEW.capacity_id := NULL;
  END IF;
  -- One answer for many is one moment: among them the longest sent comes first.
  NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN statement_timestamp() END;
  IF OLD.state = 'sent' AND NEW.state NOT IN ('sent', 'withdrawn') THEN NEW.answered_on := NEW.changed_on; END IF;
  IF NEW.next_on IS NULL THEN NEW.ended_on := NEW.changed_on; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.referral_guard() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.referral_note()
CREATE OR REPLACE FUNCTION app.referral_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  INSERT INTO referral_event (referral_id, holder_id, province_code, district_code, step, from_state, state, next_on, result, words,
      happened_on, by_id, by_link_id, delegation_id)
    VALUES (NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.step, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END,
      NEW.state, NEW.next_on, NEW.result, NEW.words, NEW.changed_on, NEW.changed_by_id, NEW.changed_by_link_id, NEW.delegation_id);
  UPDATE referral_link SET used_at = clock_timestamp() WHERE id = NEW.changed_by_link_id AND used_at IS NULL;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.referral_note() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.referral_tell()
CREATE OR REPLACE FUNCTION app.referral_tell()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  INSERT INTO notification (id, officer_id, province_code, kind, href, happened_on, caused_by_id)
  SELECT gen_random_uuid(), t.officer_id, t.province_code, t.kind, t.href, t.changed_on, t.changed_by_id
  FROM (
    SELECT DISTINCT o.id AS officer_id, n.province_code, CASE n.step WHEN 'send' THEN 'referral_sent' ELSE 'referral_reminded' END AS kind,
      '/referrals?state=sent' AS href, n.changed_on, n.changed_by_id
    FROM new_rows n JOIN old_rows b ON b.id = n.id
    JOIN officer o ON o.role = 'agency_officer' AND o.status = 'active' AND o.agency = n.agency AND o.province_code = n.province_code
      AND coalesce(o.district_code, n.district_code) = n.district_code
    WHERE (n.step = 'send' AND b.step <> 'send') OR (n.step = 'remind' AND b.next_on <> n.next_on)
    UNION
    SELECT h.account_officer_id, n.province_code,
      CASE n.step WHEN 'refuse' THEN 'referral_refused' WHEN 'complete' THEN 'referral_completed' ELSE 'referral_answered' END,
      '/referrals?state=' || n.state, n.changed_on, n.changed_by_id
    FROM new_rows n JOIN old_rows b ON b.id = n.id JOIN holder h ON h.id = n.holder_id
    JOIN officer o ON o.id = h.account_officer_id AND o.status = 'active'
    WHERE n.step IN ('accept', 'wait_list', 'begin', 'refuse', 'complete') AND n.step <> b.step
  ) t WHERE t.officer_id IS DISTINCT FROM t.changed_by_id ORDER BY t.officer_id, t.kind, t.href
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.referral_tell() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.row_in_journey()
CREATE OR REPLACE FUNCTION app.row_in_journey()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN PERFORM app.refresh_journey(NEW.holder_id); RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION app.row_in_journey() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_referrals()
CREATE OR REPLACE FUNCTION app.tally_referrals()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS way FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS way FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS way FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
    SELECT d.province_code, d.district_code, d.project, c.dimension, coalesce(c.category, ''), d.agency, d.state,
      CASE WHEN d.state = 'sent' THEN d.sent_on ELSE '1970-01-01' END, coalesce(d.answered_on - d.sent_on, -1), sum(d.way)
    FROM (%s) d JOIN chosen_project c ON c.assessment_id = d.assessment_id AND c.project = d.project
    WHERE d.sent_on IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
    DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters
  $q$, difference);
  DELETE FROM take_up_tally WHERE matters = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_referrals() TO sukjai;
-- Owner: sukjai_keeper
