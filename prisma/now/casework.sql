-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.assessment
-- One submitted assessment (annex 3), frozen: questions as asked, answers, decision, rule version.
-- Never changed, except by the confirmation of a paper form typed in a later month.
CREATE TABLE assessment (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  interviewed_on date NOT NULL,
  form_version text NOT NULL,
  questions jsonb NOT NULL,
  answers jsonb NOT NULL,
  decision jsonb NOT NULL,
  rules_version text NOT NULL,
  current_group text,
  target_group text,
  main_cause text,
  answer text NOT NULL,
  reason text,
  consent_referral boolean NOT NULL,
  co_interviewer_id uuid,
  co_interviewer_name text,
  co_interviewer_bank text,
  warnings text[],
  next_contact_on date,
  phone text,
  paper_number text,
  late_reason text,
  confirmation text,
  confirmed_by_id uuid,
  confirmed_on date,
  confirmation_note text,
  officer_code text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  counts boolean NOT NULL GENERATED ALWAYS AS ((((confirmation IS NULL) OR (confirmation = 'confirmed'::text)) AND (after_death IS NULL))) STORED,
  after_death text,
  CONSTRAINT assessment_after_death_check CHECK ((after_death = ANY (ARRAY['undecided'::text, 'void'::text]))),
  CONSTRAINT assessment_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT assessment_check CHECK ((interviewed_on <= recorded_on)),
  CONSTRAINT assessment_check1 CHECK (((answer = 'no'::text) OR (date_trunc('month'::text, (interviewed_on)::timestamp with time zone) = date_trunc('month'::text, (recorded_on)::timestamp with time zone)) OR (confirmation IS NOT NULL))),
  CONSTRAINT assessment_check2 CHECK (((confirmed_by_id IS NULL) = ((confirmation IS NULL) OR (confirmation = 'pending'::text)))),
  CONSTRAINT assessment_check3 CHECK ((confirmed_by_id <> recorded_by_id)),
  CONSTRAINT assessment_confirmation_check CHECK ((confirmation = ANY (ARRAY['pending'::text, 'confirmed'::text, 'rejected'::text]))),
  CONSTRAINT assessment_co_interviewer_id_fkey FOREIGN KEY (co_interviewer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assessment_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assessment_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assessment_pkey PRIMARY KEY (id)
);
CREATE INDEX assessment_after_death ON public.assessment USING btree (holder_id) WHERE (after_death = 'undecided'::text);
CREATE INDEX assessment_district_code_interviewed_on_idx ON public.assessment USING btree (district_code, interviewed_on);
CREATE INDEX assessment_holder_id_interviewed_on_idx ON public.assessment USING btree (holder_id, interviewed_on DESC);
CREATE UNIQUE INDEX assessment_holder_id_interviewed_on_key ON public.assessment USING btree (holder_id, interviewed_on);
CREATE INDEX assessment_pending ON public.assessment USING btree (district_code, interviewed_on) WHERE (confirmation = 'pending'::text);
CREATE INDEX assessment_recorded_by_id_interviewed_on_idx ON public.assessment USING btree (recorded_by_id, interviewed_on);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON assessment FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (confirmed_by_id IS NULL) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = assessment.holder_id) AND (h.district_code = assessment.district_code) AND (h.province_code = assessment.province_code))))));
CREATE POLICY caseload_read ON assessment FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = assessment.holder_id))));
CREATE POLICY decider_read ON assessment FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON assessment FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON assessment FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON assessment FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read_all_job ON assessment FOR SELECT TO r_job
  USING (true);
CREATE POLICY after_death ON assessment FOR UPDATE TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY confirm ON assessment FOR UPDATE TO r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (confirmation = 'pending'::text)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (confirmed_by_id = (SELECT app.uid()))));
GRANT INSERT, SELECT ON assessment TO r_account_officer;
GRANT SELECT ON assessment TO r_district_chief, r_governor, r_provincial_officer;
GRANT SELECT (holder_id, interviewed_on, answer, confirmation, confirmed_on, recorded_on) ON assessment TO r_job;
GRANT SELECT (id, holder_id, interviewed_on, answer, confirmation, recorded_at, after_death) ON assessment TO sukjai_decider;
GRANT SELECT, UPDATE (after_death) ON assessment TO sukjai_keeper;
GRANT SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON assessment TO r_district_secretary;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER after_death BEFORE INSERT OR UPDATE OF holder_id ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.weigh_form('interviewed_on');
CREATE TRIGGER co_interview AFTER INSERT ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.co_interview_of_assessment();
CREATE TRIGGER consent AFTER INSERT OR UPDATE OF confirmation, after_death ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.consent_counts();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.interview_entry();
CREATE TRIGGER plan AFTER INSERT ON public.assessment FOR EACH ROW EXECUTE FUNCTION app.plan_begins();
-- Owner: sukjai

-- ── public.assessment_draft
-- An assessment that is not finished; one per holder and officer, resumed on any device.
CREATE TABLE assessment_draft (
  holder_id uuid NOT NULL,
  officer_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  answers jsonb NOT NULL,
  version integer NOT NULL,
  started_on date NOT NULL,
  saved_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT assessment_draft_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assessment_draft_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assessment_draft_pkey PRIMARY KEY (holder_id, officer_id)
);
CREATE INDEX assessment_draft_officer_id_saved_at_idx ON public.assessment_draft USING btree (officer_id, saved_at DESC);
-- Row security, for the owner as well
CREATE POLICY own ON assessment_draft FOR ALL TO r_account_officer
  USING ((officer_id = (SELECT app.uid())))
  WITH CHECK (((officer_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = assessment_draft.holder_id) AND (h.province_code = assessment_draft.province_code))))));
CREATE POLICY read_all ON assessment_draft FOR SELECT TO sukjai_keeper
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON assessment_draft TO r_account_officer;
GRANT SELECT ON assessment_draft TO sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.assessment_draft FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
-- Owner: sukjai

-- ── public.assignment
-- One holder given to one account officer, or taken from all (null). The newest row of a holder is in force.
CREATE TABLE assignment (
  id uuid NOT NULL,
  move_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  officer_id uuid,
  officer_code text,
  assigned_by_id uuid NOT NULL,
  assigned_on date NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  previous_officer_id uuid,
  previous_officer_code text,
  CONSTRAINT assignment_check CHECK (((officer_id IS NULL) = (officer_code IS NULL))),
  CONSTRAINT assignment_assigned_by_id_fkey FOREIGN KEY (assigned_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assignment_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assignment_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT assignment_pkey PRIMARY KEY (id)
);
CREATE INDEX assignment_holder_id_created_at_idx ON public.assignment USING btree (holder_id, created_at DESC);
CREATE INDEX assignment_move_id_idx ON public.assignment USING btree (move_id);
-- Row security, for the owner as well
CREATE POLICY district_write ON assignment FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (assigned_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = assignment.holder_id))) AND ((officer_id IS NULL) OR (EXISTS ( SELECT
   FROM account_officer_code c
  WHERE ((c.code = assignment.officer_code) AND (c.officer_id = assignment.officer_id) AND (c.district_code = assignment.district_code)))) OR app.gives_back(move_id, holder_id, officer_id))));
CREATE POLICY keep_assignment ON assignment FOR INSERT TO sukjai_keeper
  WITH CHECK (true);
CREATE POLICY caseload_read ON assignment FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = assignment.holder_id))));
CREATE POLICY district_read ON assignment FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON assignment FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON assignment FOR SELECT TO r_job, sukjai_keeper
  USING (true);
GRANT INSERT, SELECT ON assignment TO r_district_chief, r_district_secretary, sukjai_keeper;
GRANT SELECT ON assignment TO r_account_officer, r_governor, r_job, r_provincial_officer;
CREATE TRIGGER counts AFTER INSERT ON public.assignment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.assignment_counts();
-- Owner: sukjai

-- ── public.chosen_project
-- A project of the plan that the holder and the account officer agreed on.
CREATE TABLE chosen_project (
  assessment_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  project text NOT NULL,
  dimension smallint NOT NULL,
  category text,
  priority smallint NOT NULL,
  off_menu boolean NOT NULL DEFAULT false,
  reason text,
  CONSTRAINT chosen_project_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT chosen_project_pkey PRIMARY KEY (assessment_id, project)
);
CREATE INDEX chosen_project_holder_id_idx ON public.chosen_project USING btree (holder_id);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON chosen_project FOR INSERT TO r_account_officer
  WITH CHECK ((EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = chosen_project.assessment_id) AND (a.holder_id = chosen_project.holder_id) AND (a.recorded_by_id = (SELECT app.uid()))))));
CREATE POLICY province_read ON chosen_project FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON chosen_project FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY through_holder ON chosen_project FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = chosen_project.holder_id))));
GRANT INSERT, SELECT ON chosen_project TO r_account_officer;
GRANT SELECT ON chosen_project TO r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER chosen AFTER INSERT ON public.chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.tally_chosen();
CREATE TRIGGER follow_up AFTER INSERT ON public.chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER journey AFTER INSERT ON public.chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.rows_in_journey();
-- Owner: sukjai

-- ── public.desk
-- A place opened for one day.
CREATE TABLE desk (
  id uuid NOT NULL,
  place_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  open_on date NOT NULL,
  opened_by_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT desk_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT desk_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT desk_pkey PRIMARY KEY (id)
);
CREATE INDEX desk_district_code_open_on_idx ON public.desk USING btree (district_code, open_on);
CREATE UNIQUE INDEX desk_place_id_open_on_key ON public.desk USING btree (place_id, open_on);
-- Row security, for the owner as well
CREATE POLICY district_write ON desk FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (opened_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON desk FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON desk FOR SELECT TO r_account_officer, r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON desk FOR SELECT TO sukjai_auth
  USING (true);
GRANT INSERT, SELECT ON desk TO r_district_chief, r_district_secretary;
GRANT SELECT ON desk TO r_account_officer, r_governor, r_provincial_officer, r_receiving_officer, sukjai_auth;
-- Owner: sukjai

-- ── public.entitlement
-- What is due to a holder: the months of the newest decision, a row for each amount. Kept with the decisions by PostgreSQL.
CREATE TABLE entitlement (
  holder_id uuid NOT NULL,
  first_month date NOT NULL,
  last_month date NOT NULL,
  satang_a_month bigint NOT NULL,
  last boolean NOT NULL,
  decision_id uuid NOT NULL,
  yes_month date NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  account_officer_id uuid,
  income_band text NOT NULL,
  CONSTRAINT entitlement_check CHECK (((first_month <= last_month) AND (EXTRACT(day FROM first_month) = (1)::numeric) AND (EXTRACT(day FROM last_month) = (1)::numeric))),
  CONSTRAINT entitlement_satang_a_month_check CHECK ((satang_a_month > 0)),
  CONSTRAINT entitlement_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES entitlement_decision(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT entitlement_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT entitlement_pkey PRIMARY KEY (holder_id, first_month)
);
CREATE INDEX entitlement_district_code_holder_id_idx ON public.entitlement USING btree (district_code, holder_id);
-- Row security, for the owner as well
CREATE POLICY keep ON entitlement FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY books ON entitlement FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY caseload_read ON entitlement FOR SELECT TO r_account_officer
  USING ((account_officer_id = (SELECT app.uid())));
CREATE POLICY district_read ON entitlement FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON entitlement FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all_job ON entitlement FOR SELECT TO r_job
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON entitlement TO sukjai_keeper;
GRANT SELECT ON entitlement TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer, sukjai_bookkeeper;
CREATE TRIGGER tally_in AFTER INSERT ON public.entitlement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();
CREATE TRIGGER tally_out AFTER DELETE ON public.entitlement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();
CREATE TRIGGER tally_up AFTER UPDATE ON public.entitlement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();
-- Owner: sukjai

-- ── public.entitlement_decision
-- What the rules answered on the sum when a yes came to count, and again whenever the sum is another one since (docs/decisions/0033):
-- written by the product's rules in the transaction that changed it, in a role of its own. Never changed; the newest is what is due.
CREATE TABLE entitlement_decision (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  intent_id uuid,
  assessment_id uuid,
  yes_on date,
  rules_version text NOT NULL,
  facts jsonb NOT NULL,
  reasons text[] NOT NULL,
  "none" text,
  first_month date,
  last_month date,
  months integer NOT NULL,
  satang_a_month bigint,
  satang bigint NOT NULL,
  parts jsonb,
  decided_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  changed text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT entitlement_decision_changed_check CHECK ((changed <@ ARRAY['standing'::text, 'yes'::text, 'income'::text, 'end'::text, 'rules'::text])),
  CONSTRAINT entitlement_decision_check CHECK ((num_nonnulls(intent_id, assessment_id) = num_nonnulls(yes_on))),
  CONSTRAINT entitlement_decision_check1 CHECK (
CASE
    WHEN ("none" IS NULL) THEN ((num_nulls(first_month, last_month, satang_a_month) = 0) AND (months > 0) AND (satang_a_month > 0) AND (EXTRACT(day FROM first_month) = (1)::numeric) AND (EXTRACT(day FROM last_month) = (1)::numeric) AND (first_month <= last_month) AND ((parts IS NOT NULL) OR (satang = (months * satang_a_month))))
    ELSE ((num_nonnulls(first_month, last_month, satang_a_month, parts) = 0) AND (months = 0) AND (satang = 0))
END),
  CONSTRAINT entitlement_decision_check2 CHECK (((yes_on IS NOT NULL) OR ("none" IS NOT NULL))),
  CONSTRAINT entitlement_decision_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  CONSTRAINT entitlement_decision_parts_check CHECK ((jsonb_typeof(parts) = 'array'::text)),
  CONSTRAINT entitlement_decision_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT entitlement_decision_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT entitlement_decision_intent_id_fkey FOREIGN KEY (intent_id) REFERENCES intent(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT entitlement_decision_pkey PRIMARY KEY (id)
);
CREATE INDEX entitlement_decision_assessment_id_idx ON public.entitlement_decision USING btree (assessment_id);
CREATE INDEX entitlement_decision_changed_rules ON public.entitlement_decision USING btree (rules_version, province_code, holder_id) WHERE ('rules'::text = ANY (changed));
CREATE UNIQUE INDEX entitlement_decision_holder_id_number_key ON public.entitlement_decision USING btree (holder_id, number);
CREATE INDEX entitlement_decision_intent_id_idx ON public.entitlement_decision USING btree (intent_id);
-- Row security, for the owner as well
CREATE POLICY decides ON entitlement_decision FOR INSERT TO sukjai_decider
  WITH CHECK ((EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = entitlement_decision.holder_id) AND (h.province_code = entitlement_decision.province_code) AND (NOT (
        CASE
            WHEN h.counted THEN h.first_yes_on
            ELSE NULL::date
        END IS DISTINCT FROM entitlement_decision.yes_on))))));
CREATE POLICY books ON entitlement_decision FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY keep ON entitlement_decision FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON entitlement_decision FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON entitlement_decision FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY read_all_job ON entitlement_decision FOR SELECT TO r_job
  USING (true);
CREATE POLICY through_holder ON entitlement_decision FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = entitlement_decision.holder_id))));
GRANT INSERT, SELECT ON entitlement_decision TO sukjai_decider;
GRANT SELECT ON entitlement_decision TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_keeper;
GRANT SELECT (holder_id, yes_on, "none", recorded_at, number) ON entitlement_decision TO r_job;
GRANT SELECT (id, holder_id, yes_on, rules_version, number) ON entitlement_decision TO sukjai_bookkeeper;
CREATE TRIGGER keeps_entitlement AFTER INSERT ON public.entitlement_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.keep_entitlement();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.entitlement_decision FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.entitlement_tally
-- To how many people the same months and amount are due: kept by the transactions that change them, read by every dashboard.
CREATE TABLE entitlement_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  account_officer_id uuid NOT NULL,
  income_band text NOT NULL,
  yes_month date NOT NULL,
  first_month date NOT NULL,
  last_month date NOT NULL,
  satang_a_month bigint NOT NULL,
  last boolean NOT NULL,
  people integer NOT NULL,
  CONSTRAINT entitlement_tally_pkey PRIMARY KEY (district_code, account_officer_id, income_band, yes_month, first_month, last_month, satang_a_month, last)
);
CREATE INDEX entitlement_tally_account_officer_id_idx ON public.entitlement_tally USING btree (account_officer_id);
CREATE INDEX entitlement_tally_empty ON public.entitlement_tally USING btree (people) WHERE (people = 0);
CREATE INDEX entitlement_tally_province_code_idx ON public.entitlement_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON entitlement_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_read ON entitlement_tally FOR SELECT TO r_account_officer
  USING ((account_officer_id = (SELECT app.uid())));
CREATE POLICY district_read ON entitlement_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON entitlement_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON entitlement_tally TO sukjai_keeper;
GRANT SELECT ON entitlement_tally TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.form_draft
-- What is typed in a short form of the field and not recorded yet; the officer's own, one of each kind for a holder.
CREATE TABLE form_draft (
  officer_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  form text NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  given jsonb NOT NULL,
  saved_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT form_draft_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'contact'::text, 'contact_corrected'::text, 'refusal'::text]))),
  CONSTRAINT form_draft_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT form_draft_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT form_draft_pkey PRIMARY KEY (officer_id, holder_id, form)
);
CREATE INDEX form_draft_holder_id_idx ON public.form_draft USING btree (holder_id);
-- Row security, for the owner as well
CREATE POLICY own ON form_draft FOR ALL TO r_account_officer
  USING ((officer_id = (SELECT app.uid())))
  WITH CHECK (((officer_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = form_draft.holder_id) AND (h.province_code = form_draft.province_code))))));
GRANT DELETE, INSERT, SELECT, UPDATE ON form_draft TO r_account_officer;
-- Owner: sukjai

-- ── public.funnel_days
-- How many came to a step so many days after the step before: for the median of an area. Kept by the transactions that change journeys.
CREATE TABLE funnel_days (
  province_code text NOT NULL,
  district_code text NOT NULL,
  must_reach boolean NOT NULL,
  step text NOT NULL,
  days integer NOT NULL,
  people integer NOT NULL,
  CONSTRAINT funnel_days_pkey PRIMARY KEY (district_code, must_reach, step, days)
);
CREATE INDEX funnel_days_empty ON public.funnel_days USING btree (people) WHERE (people = 0);
CREATE INDEX funnel_days_province_code_idx ON public.funnel_days USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON funnel_days FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON funnel_days FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON funnel_days FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON funnel_days TO sukjai_keeper;
GRANT SELECT ON funnel_days TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.funnel_tally
-- How many have come how far, and why they go no further: kept by the transactions that change holders.
CREATE TABLE funnel_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  subdistrict_code text NOT NULL,
  must_reach boolean NOT NULL,
  age_class text NOT NULL,
  sex text NOT NULL,
  occupation_group text NOT NULL,
  furthest text NOT NULL,
  left_by text NOT NULL,
  people integer NOT NULL,
  CONSTRAINT funnel_tally_pkey PRIMARY KEY (district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest, left_by)
);
CREATE INDEX funnel_tally_empty ON public.funnel_tally USING btree (people) WHERE (people = 0);
CREATE INDEX funnel_tally_province_code_idx ON public.funnel_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON funnel_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON funnel_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON funnel_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON funnel_tally TO sukjai_keeper;
GRANT SELECT ON funnel_tally TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.intent
-- The intent form (annex 2) as given at a desk, or filled on paper in February and typed later. The only change of a row
-- is the confirmation of a back-dated form by a second officer.
CREATE TABLE intent (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  recorded_district_code text,
  desk_id uuid,
  place_name text NOT NULL,
  answer text NOT NULL,
  reason text,
  intent_on date NOT NULL,
  consent_financial boolean NOT NULL,
  consent_contact boolean NOT NULL,
  consent_text_version text NOT NULL,
  read_aloud boolean NOT NULL DEFAULT false,
  signed_by text NOT NULL,
  witnesses text[],
  proxy_name text,
  proxy_relation text,
  name_on_card text,
  phone text,
  current_address text,
  current_subdistrict_code text,
  receipt_number text NOT NULL,
  paper_number text,
  late_reason text,
  confirmation text,
  confirmed_by_id uuid,
  confirmed_on date,
  confirmation_note text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  counts boolean NOT NULL GENERATED ALWAYS AS ((((confirmation IS NULL) OR (confirmation = 'confirmed'::text)) AND (after_death IS NULL))) STORED,
  after_death text,
  CONSTRAINT intent_after_death_check CHECK ((after_death = ANY (ARRAY['undecided'::text, 'void'::text]))),
  CONSTRAINT intent_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT intent_check CHECK (((answer = 'yes'::text) OR (reason IS NOT NULL))),
  CONSTRAINT intent_check1 CHECK (((signed_by = 'signature'::text) OR (cardinality(witnesses) = 2))),
  CONSTRAINT intent_check2 CHECK ((intent_on <= recorded_on)),
  CONSTRAINT intent_check3 CHECK (((intent_on = recorded_on) OR ((paper_number IS NOT NULL) AND (late_reason IS NOT NULL) AND (confirmation IS NOT NULL)))),
  CONSTRAINT intent_check4 CHECK (((confirmed_by_id IS NULL) = ((confirmation IS NULL) OR (confirmation = 'pending'::text)))),
  CONSTRAINT intent_check5 CHECK ((confirmed_by_id <> recorded_by_id)),
  CONSTRAINT intent_confirmation_check CHECK ((confirmation = ANY (ARRAY['pending'::text, 'confirmed'::text, 'rejected'::text]))),
  CONSTRAINT intent_signed_by_check CHECK ((signed_by = ANY (ARRAY['signature'::text, 'thumbprint'::text]))),
  CONSTRAINT intent_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT intent_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT intent_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT intent_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT intent_pkey PRIMARY KEY (id)
);
CREATE INDEX intent_after_death ON public.intent USING btree (holder_id) WHERE (after_death = 'undecided'::text);
CREATE INDEX intent_by_holder ON public.intent USING btree (holder_id, intent_on);
CREATE INDEX intent_desk_id_idx ON public.intent USING btree (desk_id);
CREATE INDEX intent_district_code_recorded_on_idx ON public.intent USING btree (district_code, recorded_on);
CREATE UNIQUE INDEX intent_once ON public.intent USING btree (holder_id, intent_on, answer) WHERE (confirmation IS DISTINCT FROM 'rejected'::text);
CREATE INDEX intent_pending ON public.intent USING btree (recorded_district_code, intent_on) WHERE (confirmation = 'pending'::text);
CREATE UNIQUE INDEX intent_receipt_number_key ON public.intent USING btree (receipt_number);
CREATE INDEX intent_recorded_by_id_recorded_on_idx ON public.intent USING btree (recorded_by_id, recorded_on);
CREATE INDEX intent_recorded_district_code_recorded_on_idx ON public.intent USING btree (recorded_district_code, recorded_on);
-- Row security, for the owner as well
CREATE POLICY desk_write ON intent FOR INSERT TO r_district_secretary, r_receiving_officer
  WITH CHECK (((recorded_district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (confirmed_by_id IS NULL) AND app.holder_in_province(holder_id, district_code)));
CREATE POLICY found ON intent FOR INSERT TO sukjai_keeper
  WITH CHECK ((confirmation = 'confirmed'::text));
CREATE POLICY province_write ON intent FOR INSERT TO r_provincial_officer
  WITH CHECK (((recorded_district_code IS NULL) AND (desk_id IS NULL) AND (confirmation IS NULL) AND (confirmed_by_id IS NULL) AND (recorded_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM registration r
  WHERE ((r.holder_id = intent.holder_id) AND (r.district_code = intent.district_code) AND (r.recorded_by_id = (SELECT app.uid())) AND (r.came_on = intent.intent_on))))));
CREATE POLICY caseload_read ON intent FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = intent.holder_id))));
CREATE POLICY decider_read ON intent FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON intent FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (((district_code = (SELECT app.district())) OR (recorded_district_code = (SELECT app.district()))));
CREATE POLICY province_read ON intent FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON intent FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read_all_job ON intent FOR SELECT TO r_job
  USING (true);
CREATE POLICY confirm ON intent FOR UPDATE TO r_district_secretary, r_receiving_officer
  USING (((recorded_district_code = (SELECT app.district())) AND (confirmation = 'pending'::text)))
  WITH CHECK (((recorded_district_code = (SELECT app.district())) AND (confirmed_by_id = (SELECT app.uid()))));
CREATE POLICY found_again ON intent FOR UPDATE TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON intent TO r_provincial_officer;
GRANT INSERT, SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON intent TO r_district_secretary, r_receiving_officer;
GRANT INSERT, SELECT, UPDATE (holder_id, district_code, after_death) ON intent TO sukjai_keeper;
GRANT SELECT ON intent TO r_account_officer, r_district_chief, r_governor;
GRANT SELECT (holder_id, answer, intent_on, confirmation, confirmed_on, recorded_on) ON intent TO r_job;
GRANT SELECT (id, holder_id, answer, intent_on, confirmation, recorded_at, after_death) ON intent TO sukjai_decider;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.intent FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER after_death BEFORE INSERT OR UPDATE OF holder_id ON public.intent FOR EACH ROW EXECUTE FUNCTION app.weigh_form('intent_on');
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.intent FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON public.intent FOR EACH ROW WHEN ((new.answer = 'no'::text)) EXECUTE FUNCTION app.decline_entry();
-- Owner: sukjai

-- ── public.interview_refusal
-- ไม่ให้สัมภาษณ์: the holder refused the interview. The state stays as it was until the secretary confirms it.
CREATE TABLE interview_refusal (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  refused_on date NOT NULL,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmation text NOT NULL DEFAULT 'pending'::text,
  confirmed_by_id uuid,
  confirmed_on date,
  confirmation_note text,
  CONSTRAINT interview_refusal_check CHECK ((refused_on <= recorded_on)),
  CONSTRAINT interview_refusal_check1 CHECK (((confirmed_by_id IS NULL) = (confirmation = 'pending'::text))),
  CONSTRAINT interview_refusal_check2 CHECK ((confirmed_by_id <> recorded_by_id)),
  CONSTRAINT interview_refusal_confirmation_check CHECK ((confirmation = ANY (ARRAY['pending'::text, 'confirmed'::text, 'rejected'::text]))),
  CONSTRAINT interview_refusal_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT interview_refusal_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT interview_refusal_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT interview_refusal_pkey PRIMARY KEY (id)
);
CREATE INDEX interview_refusal_district_code_refused_on_idx ON public.interview_refusal USING btree (district_code, refused_on);
CREATE UNIQUE INDEX interview_refusal_holder_id_refused_on_key ON public.interview_refusal USING btree (holder_id, refused_on);
CREATE INDEX interview_refusal_pending ON public.interview_refusal USING btree (district_code, refused_on) WHERE (confirmation = 'pending'::text);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON interview_refusal FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = interview_refusal.holder_id) AND (h.district_code = interview_refusal.district_code) AND (h.province_code = interview_refusal.province_code))))));
CREATE POLICY caseload_read ON interview_refusal FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = interview_refusal.holder_id))));
CREATE POLICY district_read ON interview_refusal FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON interview_refusal FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON interview_refusal FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY confirm ON interview_refusal FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (confirmation = 'pending'::text)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (confirmed_by_id = (SELECT app.uid()))));
GRANT INSERT, SELECT ON interview_refusal TO r_account_officer;
GRANT SELECT ON interview_refusal TO r_governor, r_provincial_officer, sukjai_keeper;
GRANT SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note) ON interview_refusal TO r_district_chief, r_district_secretary;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.interview_refusal FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.interview_refusal FOR EACH ROW EXECUTE FUNCTION app.form_counts();
-- Owner: sukjai

-- ── public.journey
-- The day of each step of the funnel of who has come further than the list; null: nothing recorded says it. Derived by triggers
-- (`app.journeys`); only the counters are read.
CREATE TABLE journey (
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  must_reach boolean NOT NULL,
  counted boolean NOT NULL,
  listed_on date,
  met_on date,
  interviewed_on date,
  willing_on date,
  planned_on date,
  referred_on date,
  accepted_on date,
  started_on date,
  completed_on date,
  above_line_on date,
  CONSTRAINT journey_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT journey_pkey PRIMARY KEY (holder_id)
);
-- Row security, for the owner as well
CREATE POLICY keep ON journey FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON journey TO sukjai_keeper;
CREATE TRIGGER days_in AFTER INSERT ON public.journey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
CREATE TRIGGER days_out AFTER DELETE ON public.journey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
CREATE TRIGGER days_up AFTER UPDATE ON public.journey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
-- Owner: sukjai

-- ── public.ledger_proof
-- What `sukjai prove ledger` said of a province (decision 0041): counts and sums, no person.
CREATE TABLE ledger_proof (
  id uuid NOT NULL,
  province_code text NOT NULL,
  proven_on date NOT NULL,
  people integer NOT NULL,
  differing integer NOT NULL,
  satang bigint NOT NULL,
  certificate text NOT NULL,
  sha256 text NOT NULL,
  proven_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ledger_proof_check CHECK (((people >= 0) AND (differing >= 0) AND (satang >= 0))),
  CONSTRAINT ledger_proof_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ledger_proof_pkey PRIMARY KEY (id)
);
CREATE INDEX ledger_proof_province_code_proven_at_idx ON public.ledger_proof USING btree (province_code, proven_at DESC);
-- Row security, for the owner as well
CREATE POLICY job ON ledger_proof FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON ledger_proof FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON ledger_proof FOR SELECT TO r_administrator
  USING (true);
GRANT INSERT, SELECT ON ledger_proof TO r_job;
GRANT SELECT ON ledger_proof TO r_administrator, r_governor, r_provincial_officer;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ledger_proof FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.place
-- A place where the district receives holders, announced from–until (role table, district chief 1).
CREATE TABLE place (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  name text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  announced_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT place_check CHECK ((opens_on <= closes_on)),
  CONSTRAINT place_announced_by_id_fkey FOREIGN KEY (announced_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT place_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT place_pkey PRIMARY KEY (id)
);
CREATE INDEX place_district_code_opens_on_idx ON public.place USING btree (district_code, opens_on);
-- Row security, for the owner as well
CREATE POLICY district_write ON place FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (announced_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON place FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON place FOR SELECT TO r_account_officer, r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON place FOR SELECT TO sukjai_auth
  USING (true);
GRANT INSERT, SELECT ON place TO r_district_chief, r_district_secretary;
GRANT SELECT ON place TO r_account_officer, r_governor, r_provincial_officer, r_receiving_officer, sukjai_auth;
-- Owner: sukjai

-- ── public.registration
-- ลงทะเบียนผู้มีบัตร: who showed a card and was on no list (decision 0030). Inserting one makes the holder with the same id.
-- Records carried over from "มาแล้วไม่พบรายชื่อ" have a name alone and no holder.
CREATE TABLE registration (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  name text NOT NULL,
  national_id_enc bytea NOT NULL,
  national_id_index bytea NOT NULL,
  national_id_last4 text NOT NULL,
  phone text,
  place_name text NOT NULL,
  came_on date NOT NULL,
  receipt_number text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  recorded_district_code text,
  title text,
  first_name text,
  last_name text,
  search_name text,
  birth_date date,
  birth_date_precision text,
  subdistrict_code text,
  moo integer,
  house_no text,
  occupation text,
  income_satang integer,
  card_shown text,
  holder_id uuid,
  state text NOT NULL DEFAULT 'waiting'::text,
  CONSTRAINT registration_card_shown_check CHECK ((card_shown = ANY (ARRAY['welfare_card'::text, 'id_card'::text, 'both'::text]))),
  CONSTRAINT registration_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked_ministry'::text, 'proposed'::text, 'confirmed'::text, 'listed'::text, 'recorded'::text, 'refused'::text]))),
  CONSTRAINT registration_whole_check CHECK ((((holder_id IS NULL) AND (subdistrict_code IS NULL)) OR ((title IS NOT NULL) AND (first_name IS NOT NULL) AND (last_name IS NOT NULL) AND (search_name IS NOT NULL) AND (subdistrict_code IS NOT NULL) AND (income_satang IS NOT NULL) AND (card_shown IS NOT NULL) AND (holder_id = id)))),
  CONSTRAINT registration_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_subdistrict_code_fkey FOREIGN KEY (subdistrict_code) REFERENCES subdistrict(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_pkey PRIMARY KEY (id)
);
CREATE INDEX registration_district_code_came_on_idx ON public.registration USING btree (district_code, came_on);
CREATE INDEX registration_district_code_state_idx ON public.registration USING btree (district_code, state);
CREATE UNIQUE INDEX registration_holder_id_key ON public.registration USING btree (holder_id);
CREATE INDEX registration_national_id_index_idx ON public.registration USING btree (national_id_index);
CREATE INDEX registration_province_code_came_on_idx ON public.registration USING btree (province_code, came_on);
CREATE INDEX registration_province_code_state_idx ON public.registration USING btree (province_code, state);
CREATE UNIQUE INDEX registration_receipt_number_key ON public.registration USING btree (receipt_number);
CREATE UNIQUE INDEX registration_whole ON public.registration USING btree (national_id_index) WHERE (subdistrict_code IS NOT NULL);
-- Row security, for the owner as well
CREATE POLICY desk_write ON registration FOR INSERT TO r_district_secretary, r_receiving_officer
  WITH CHECK (((recorded_district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (holder_id = id)));
CREATE POLICY province_write ON registration FOR INSERT TO r_provincial_officer
  WITH CHECK (((recorded_district_code IS NULL) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (holder_id = id)));
CREATE POLICY caseload_read ON registration FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = registration.holder_id))));
CREATE POLICY decider_read ON registration FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON registration FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (((district_code = (SELECT app.district())) OR (recorded_district_code = (SELECT app.district()))));
CREATE POLICY province_read ON registration FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON registration FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY kept ON registration FOR UPDATE TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON registration TO r_district_secretary, r_provincial_officer, r_receiving_officer;
GRANT SELECT ON registration TO r_account_officer, r_district_chief, r_governor, r_job;
GRANT SELECT (income_satang, holder_id) ON registration TO sukjai_decider;
GRANT SELECT, UPDATE (state) ON registration TO sukjai_keeper;
CREATE TRIGGER begins BEFORE INSERT ON public.registration FOR EACH ROW EXECUTE FUNCTION app.registration_begins();
CREATE TRIGGER registers BEFORE INSERT ON public.registration FOR EACH ROW WHEN ((new.subdistrict_code IS NOT NULL)) EXECUTE FUNCTION app.register_holder();
-- Owner: sukjai

-- ── app.assignment_counts()
CREATE OR REPLACE FUNCTION app.assignment_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE holder h SET account_officer_id = n.officer_id, account_officer_code = n.officer_code
  FROM added n WHERE h.id = n.holder_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.assignment_counts() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.co_interview_of_assessment()
CREATE OR REPLACE FUNCTION app.co_interview_of_assessment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION app.co_interview_of_assessment() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.decline_entry()
CREATE OR REPLACE FUNCTION app.decline_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF NEW.counts THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, 'decline', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.intent_on)
      ON CONFLICT DO NOTHING;
  END IF;
  UPDATE ministry_entry SET stands = NEW.counts, holder_id = NEW.holder_id, district_code = NEW.district_code
    WHERE source_id = NEW.id AND (stands, holder_id, district_code) <> (NEW.counts, NEW.holder_id, NEW.district_code);
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.decline_entry() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.interview_entry()
CREATE OR REPLACE FUNCTION app.interview_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF NEW.counts THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, CASE NEW.answer WHEN 'no' THEN 'decline' ELSE 'interview' END, NEW.id, NEW.holder_id, NEW.province_code,
        NEW.district_code, NEW.interviewed_on)
      ON CONFLICT DO NOTHING;
  END IF;
  UPDATE ministry_entry SET stands = NEW.counts WHERE source_id = NEW.id AND stands <> NEW.counts;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.interview_entry() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.keep_entitlement()
CREATE OR REPLACE FUNCTION app.keep_entitlement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  DELETE FROM entitlement e USING (SELECT DISTINCT holder_id FROM new_rows) n WHERE e.holder_id = n.holder_id;
  INSERT INTO entitlement (holder_id, first_month, last_month, satang_a_month, last, decision_id, yes_month,
    province_code, district_code, account_officer_id, income_band)
  SELECT d.holder_id, p.first_month, p.last_month, p.satang, p.last_month = d.last_month, d.id, date_trunc('month', d.yes_on),
    h.province_code, h.district_code, h.account_officer_id, h.income_band
  FROM (SELECT DISTINCT ON (holder_id) * FROM new_rows ORDER BY holder_id, number DESC) d
    JOIN holder h ON h.id = d.holder_id
    CROSS JOIN LATERAL (
      SELECT d.first_month, d.last_month, d.satang_a_month AS satang WHERE d.parts IS NULL
      UNION ALL
      SELECT (part ->> 'firstMonth' || '-01')::date, (part ->> 'lastMonth' || '-01')::date, (part ->> 'satangAMonth')::bigint
      FROM jsonb_array_elements(d.parts) part) p
  WHERE d.none IS NULL;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.keep_entitlement() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.plan_begins()
CREATE OR REPLACE FUNCTION app.plan_begins()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  INSERT INTO plan_version (id, holder_id, province_code, district_code, number, assessment_id, source, decision, agreed_on, recorded_by_id, recorded_on)
    SELECT gen_random_uuid(), NEW.holder_id, NEW.province_code, NEW.district_code,
      1 + coalesce((SELECT max(v.number) FROM plan_version v WHERE v.holder_id = NEW.holder_id), 0),
      NEW.id, 'interview', NEW.decision, NEW.interviewed_on, NEW.recorded_by_id, NEW.recorded_on
    WHERE NEW.answer = 'yes';
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.plan_begins() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.register_holder()
CREATE OR REPLACE FUNCTION app.register_holder()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION app.register_holder() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.registration_begins()
CREATE OR REPLACE FUNCTION app.registration_begins()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  NEW.state := 'waiting';
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.registration_begins() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_chosen()
CREATE OR REPLACE FUNCTION app.tally_chosen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
  SELECT f.province_code, f.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, count(*)
  FROM added c JOIN follow_up f ON f.holder_id = c.holder_id AND f.assessment_id = c.assessment_id AND f.active
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
  DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_chosen() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_entitlement()
CREATE OR REPLACE FUNCTION app.tally_entitlement()
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
    INSERT INTO entitlement_tally (province_code, district_code, account_officer_id, income_band, yes_month, first_month,
      last_month, satang_a_month, last, people)
    SELECT province_code, district_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'), income_band, yes_month,
      first_month, last_month, satang_a_month, last, sum(step)
    FROM (%s) d
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, account_officer_id, income_band, yes_month, first_month, last_month, satang_a_month, last)
    DO UPDATE SET people = entitlement_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM entitlement_tally WHERE people = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_entitlement() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_funnel_days()
CREATE OR REPLACE FUNCTION app.tally_funnel_days()
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
    INSERT INTO funnel_days (province_code, district_code, must_reach, step, days, people)
    SELECT d.province_code, d.district_code, d.must_reach, s.step, s.on_day - s.since, sum(d.way)
    FROM (%s) d CROSS JOIN LATERAL (VALUES ('met', d.listed_on, d.met_on), ('interviewed', d.met_on, d.interviewed_on),
      ('willing', d.interviewed_on, d.willing_on), ('planned', d.willing_on, d.planned_on), ('referred', d.planned_on, d.referred_on),
      ('accepted', d.referred_on, d.accepted_on), ('started', d.accepted_on, d.started_on), ('completed', d.started_on, d.completed_on),
      ('above_line', d.completed_on, d.above_line_on)) s (step, since, on_day)
    WHERE d.counted AND s.on_day >= s.since
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, must_reach, step, days) DO UPDATE SET people = funnel_days.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM funnel_days WHERE people = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_funnel_days() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.weigh_form()
CREATE OR REPLACE FUNCTION app.weigh_form()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  NEW.after_death := CASE WHEN (to_jsonb(NEW) ->> TG_ARGV[0])::date > app.died_on(NEW.holder_id) THEN 'undecided' END;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.weigh_form() TO sukjai;
-- Owner: sukjai_keeper
