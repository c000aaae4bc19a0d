-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.age_income_day
-- A district's people by age and income at 16:30 of a day: what is published rests on it. No officer reads it.
CREATE TABLE age_income_day (
  district_code text NOT NULL,
  province_code text NOT NULL,
  taken_for date NOT NULL,
  answered integer NOT NULL,
  unanswered integer NOT NULL,
  young_high integer NOT NULL,
  old_low integer NOT NULL,
  old_high integer NOT NULL,
  CONSTRAINT age_income_day_check CHECK ((LEAST(answered, unanswered, young_high, old_low, old_high) >= 0)),
  CONSTRAINT age_income_day_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT age_income_day_pkey PRIMARY KEY (district_code, taken_for)
);
CREATE INDEX age_income_day_taken_for_idx ON public.age_income_day USING btree (taken_for);
-- Row security, for the owner as well
CREATE POLICY keep ON age_income_day FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY publish ON age_income_day FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT ON age_income_day TO sukjai_keeper;
GRANT SELECT ON age_income_day TO r_job;
CREATE TRIGGER published AFTER INSERT ON public.age_income_day FOR EACH STATEMENT EXECUTE FUNCTION app.ask_publication();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.age_income_day FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.contact
-- One contact with a person who has an agreed plan (AO 5). Never changed: a correction is a new row that replaces it.
CREATE TABLE contact (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  assessment_id uuid NOT NULL,
  corrects_id uuid,
  contacted_on date NOT NULL,
  channel text NOT NULL,
  round text,
  income_baht integer,
  got_job boolean NOT NULL,
  loan_baht integer,
  training_hours integer,
  obstacles text[] NOT NULL,
  obstacle_note text,
  note text,
  next_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT contact_channel_check CHECK ((channel = ANY (ARRAY['home'::text, 'office'::text, 'phone'::text, 'through_other'::text, 'group'::text]))),
  CONSTRAINT contact_check CHECK ((contacted_on <= recorded_on)),
  CONSTRAINT contact_income_baht_check CHECK (((income_baht >= 0) AND (income_baht <= 1000000))),
  CONSTRAINT contact_loan_baht_check CHECK (((loan_baht >= 1) AND (loan_baht <= 10000000))),
  CONSTRAINT contact_training_hours_check CHECK (((training_hours >= 1) AND (training_hours <= 2000))),
  CONSTRAINT contact_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES contact(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_assessment_id_idx ON public.contact USING btree (assessment_id);
CREATE UNIQUE INDEX contact_corrects_id_key ON public.contact USING btree (corrects_id);
CREATE INDEX contact_district_code_contacted_on_idx ON public.contact USING btree (district_code, contacted_on);
CREATE INDEX contact_holder_id_contacted_on_idx ON public.contact USING btree (holder_id, contacted_on DESC);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON contact FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = contact.holder_id) AND (h.district_code = contact.district_code) AND (h.province_code = contact.province_code)))) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = contact.assessment_id) AND (a.holder_id = contact.holder_id))))));
CREATE POLICY caseload_read ON contact FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = contact.holder_id))));
CREATE POLICY district_read ON contact FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY keeper_reads ON contact FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON contact FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON contact FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT ON contact TO r_account_officer;
GRANT SELECT ON contact TO r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER follow_up AFTER INSERT ON public.contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER in_round BEFORE INSERT ON public.contact FOR EACH ROW WHEN ((new.round IS NOT NULL)) EXECUTE FUNCTION app.contact_in_round();
CREATE TRIGGER journey AFTER INSERT ON public.contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.rows_in_journey();
CREATE TRIGGER ministry AFTER INSERT ON public.contact FOR EACH ROW EXECUTE FUNCTION app.contact_entry();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.contact_attempt
-- An attempt in vain to reach somebody with an agreed plan: it never counts as a contact of a round. Rows are only added.
CREATE TABLE contact_attempt (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  assessment_id uuid NOT NULL,
  attempted_on date NOT NULL,
  outcome text NOT NULL,
  note text,
  next_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT contact_attempt_check CHECK ((attempted_on <= recorded_on)),
  CONSTRAINT contact_attempt_next_check CHECK ((next_on >= attempted_on)),
  CONSTRAINT contact_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['no_line'::text, 'no_answer'::text, 'wrong_number'::text, 'not_met'::text]))),
  CONSTRAINT contact_attempt_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_attempt_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_attempt_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_attempt_holder_id_attempted_on_idx ON public.contact_attempt USING btree (holder_id, attempted_on DESC);
CREATE INDEX contact_attempt_recorded_by_id_recorded_on_idx ON public.contact_attempt USING btree (recorded_by_id, recorded_on);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON contact_attempt FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = contact_attempt.holder_id) AND (h.district_code = contact_attempt.district_code) AND (h.province_code = contact_attempt.province_code)))) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = contact_attempt.assessment_id) AND (a.holder_id = contact_attempt.holder_id))))));
CREATE POLICY caseload_read ON contact_attempt FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = contact_attempt.holder_id))));
CREATE POLICY district_read ON contact_attempt FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON contact_attempt FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON contact_attempt FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT ON contact_attempt TO r_account_officer;
GRANT SELECT ON contact_attempt TO r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.contact_attempt FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.contact_attempt FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.contact_project
-- The progress of a chosen project, as the holder said at that contact.
CREATE TABLE contact_project (
  contact_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  project text NOT NULL,
  state text NOT NULL,
  CONSTRAINT contact_project_state_check CHECK ((state = ANY (ARRAY['not_begun'::text, 'taking_part'::text, 'finished'::text, 'refused'::text, 'gave_up'::text]))),
  CONSTRAINT contact_project_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT contact_project_pkey PRIMARY KEY (contact_id, project)
);
CREATE INDEX contact_project_holder_id_idx ON public.contact_project USING btree (holder_id);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON contact_project FOR INSERT TO r_account_officer
  WITH CHECK ((EXISTS ( SELECT
   FROM contact c
  WHERE ((c.id = contact_project.contact_id) AND (c.holder_id = contact_project.holder_id) AND (c.province_code = contact_project.province_code) AND (c.recorded_by_id = (SELECT app.uid()))))));
CREATE POLICY province_read ON contact_project FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON contact_project FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY through_holder ON contact_project FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = contact_project.holder_id))));
GRANT INSERT, SELECT ON contact_project TO r_account_officer;
GRANT SELECT ON contact_project TO r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER follow_up AFTER INSERT ON public.contact_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER journey AFTER INSERT ON public.contact_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.rows_in_journey();
-- Owner: sukjai

-- ── public.day_snapshot
-- A district's numbers at 16:30 of a day. Never changed: the grants and a trigger refuse it.
CREATE TABLE day_snapshot (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  taken_for date NOT NULL,
  total integer NOT NULL,
  met integer NOT NULL,
  to_meet integer NOT NULL,
  released integer NOT NULL,
  states jsonb NOT NULL,
  recent_met integer,
  voluntary_yes integer NOT NULL,
  source text NOT NULL,
  taken_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  answered integer,
  met_waiting integer,
  away integer,
  CONSTRAINT day_snapshot_blocks_check CHECK ((((answered IS NULL) AND (met_waiting IS NULL) AND (away IS NULL)) OR ((answered IS NOT NULL) AND (met_waiting IS NOT NULL) AND (away IS NOT NULL) AND ((answered + met_waiting) = met) AND (away <= to_meet)))),
  CONSTRAINT day_snapshot_check CHECK ((total = ((met + to_meet) + released))),
  CONSTRAINT day_snapshot_source_check CHECK ((source = ANY (ARRAY['timer'::text, 'clock'::text]))),
  CONSTRAINT day_snapshot_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT day_snapshot_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX day_snapshot_district_code_taken_for_key ON public.day_snapshot USING btree (district_code, taken_for);
CREATE INDEX day_snapshot_province_code_taken_for_idx ON public.day_snapshot USING btree (province_code, taken_for);
-- Row security, for the owner as well
CREATE POLICY keep ON day_snapshot FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON day_snapshot FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON day_snapshot FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON day_snapshot TO sukjai_keeper;
GRANT SELECT ON day_snapshot TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.day_snapshot FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.follow_up
-- How far a person with an agreed plan has come. Derived by triggers; no command writes it.
CREATE TABLE follow_up (
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  assessment_id uuid NOT NULL,
  agreed_on date NOT NULL,
  active boolean NOT NULL,
  contacts integer NOT NULL,
  last_contact_id uuid,
  last_contact_on date,
  next_on date,
  income_then integer,
  income_now integer,
  got_job boolean NOT NULL,
  loan_baht integer NOT NULL,
  training_hours integer NOT NULL,
  projects integer NOT NULL,
  taken_up integer NOT NULL,
  income_up boolean GENERATED ALWAYS AS ((income_now > income_then)) STORED,
  rounds_done text[] NOT NULL,
  CONSTRAINT follow_up_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT follow_up_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT follow_up_pkey PRIMARY KEY (holder_id)
);
CREATE INDEX follow_up_district_code_active_idx ON public.follow_up USING btree (district_code, active);
CREATE INDEX follow_up_province_code_active_idx ON public.follow_up USING btree (province_code, active);
-- Row security, for the owner as well
CREATE POLICY keep ON follow_up FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_read ON follow_up FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = follow_up.holder_id))));
CREATE POLICY district_read ON follow_up FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON follow_up FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON follow_up FOR SELECT TO r_job
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON follow_up TO sukjai_keeper;
GRANT SELECT ON follow_up TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer;
CREATE TRIGGER take_up_in AFTER INSERT ON public.follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
CREATE TRIGGER take_up_out AFTER DELETE ON public.follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
CREATE TRIGGER take_up_up AFTER UPDATE ON public.follow_up REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
CREATE TRIGGER tally_in AFTER INSERT ON public.follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
CREATE TRIGGER tally_out AFTER DELETE ON public.follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
CREATE TRIGGER tally_up AFTER UPDATE ON public.follow_up REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
-- Owner: sukjai

-- ── public.follow_up_tally
-- How many people with an active plan share the same facts, and their sums; kept by triggers, read by every dashboard.
CREATE TABLE follow_up_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  agreed_month text NOT NULL,
  dose integer NOT NULL,
  people integer NOT NULL,
  contacts integer NOT NULL,
  income_people integer NOT NULL,
  income_then bigint NOT NULL,
  income_now bigint NOT NULL,
  income_up integer NOT NULL,
  jobs integer NOT NULL,
  loans integer NOT NULL,
  loan_baht bigint NOT NULL,
  trained integer NOT NULL,
  training_hours bigint NOT NULL,
  projects integer NOT NULL,
  taken_up integer NOT NULL,
  takers integer NOT NULL,
  rounds_done text NOT NULL,
  CONSTRAINT follow_up_tally_pkey PRIMARY KEY (district_code, agreed_month, dose, rounds_done)
);
CREATE INDEX follow_up_tally_province_code_idx ON public.follow_up_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON follow_up_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON follow_up_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON follow_up_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT, UPDATE ON follow_up_tally TO sukjai_keeper;
GRANT SELECT ON follow_up_tally TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.ministry_cutoff
-- The day of each month until which the Ministry takes what districts report, by its letter. Rows are only added.
CREATE TABLE ministry_cutoff (
  id uuid NOT NULL,
  province_code text NOT NULL,
  day integer NOT NULL,
  from_month text NOT NULL,
  letter_number text NOT NULL,
  letter_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ministry_cutoff_day_check CHECK (((day >= 1) AND (day <= 31))),
  CONSTRAINT ministry_cutoff_from_month_check CHECK ((from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT ministry_cutoff_letter_check CHECK ((letter_on <= recorded_on)),
  CONSTRAINT ministry_cutoff_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_cutoff_pkey PRIMARY KEY (id)
);
CREATE INDEX ministry_cutoff_province_code_from_month_idx ON public.ministry_cutoff USING btree (province_code, from_month DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON ministry_cutoff FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY colleagues ON ministry_cutoff FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((province_code = (SELECT app.province())));
CREATE POLICY province_read ON ministry_cutoff FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_cutoff TO r_provincial_officer;
GRANT SELECT ON ministry_cutoff TO r_account_officer, r_district_chief, r_district_secretary, r_governor;
-- Owner: sukjai

-- ── public.ministry_entry
-- What must be entered in the Ministry's database: a wish, an interview, a contact, a no. Its state is that of the newest event (trigger).
CREATE TABLE ministry_entry (
  id uuid NOT NULL,
  kind text NOT NULL,
  source_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  occurred_on date NOT NULL,
  state text NOT NULL DEFAULT 'unreported'::text,
  state_on date,
  state_by_id uuid,
  reason text,
  file_id uuid,
  stands boolean NOT NULL DEFAULT true,
  counted boolean NOT NULL DEFAULT true,
  amends boolean NOT NULL DEFAULT false,
  CONSTRAINT ministry_entry_check CHECK (((state = 'bounced'::text) = (reason IS NOT NULL))),
  CONSTRAINT ministry_entry_kind_check CHECK ((kind = ANY (ARRAY['wish'::text, 'interview'::text, 'contact'::text, 'decline'::text]))),
  CONSTRAINT ministry_entry_state_check CHECK ((state = ANY (ARRAY['unreported'::text, 'reported'::text, 'accepted'::text, 'bounced'::text]))),
  CONSTRAINT ministry_entry_file_id_fkey FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_entry_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_entry_state_by_id_fkey FOREIGN KEY (state_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX ministry_entry_district_code_kind_state_idx ON public.ministry_entry USING btree (district_code, kind, state);
CREATE INDEX ministry_entry_district_code_state_occurred_on_idx ON public.ministry_entry USING btree (district_code, state, occurred_on);
CREATE INDEX ministry_entry_file_id_idx ON public.ministry_entry USING btree (file_id);
CREATE INDEX ministry_entry_holder_id_idx ON public.ministry_entry USING btree (holder_id);
CREATE INDEX ministry_entry_province_code_state_occurred_on_idx ON public.ministry_entry USING btree (province_code, state, occurred_on);
CREATE UNIQUE INDEX ministry_entry_source_id_key ON public.ministry_entry USING btree (source_id);
-- Row security, for the owner as well
CREATE POLICY keep ON ministry_entry FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_read ON ministry_entry FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = ministry_entry.holder_id))));
CREATE POLICY district_read ON ministry_entry FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON ministry_entry FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON ministry_entry FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT, UPDATE ON ministry_entry TO sukjai_keeper;
GRANT SELECT ON ministry_entry TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer;
CREATE TRIGGER counted BEFORE INSERT OR UPDATE OF holder_id ON public.ministry_entry FOR EACH ROW EXECUTE FUNCTION app.entry_counted();
CREATE TRIGGER tally_in AFTER INSERT ON public.ministry_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
CREATE TRIGGER tally_out AFTER DELETE ON public.ministry_entry REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
CREATE TRIGGER tally_up AFTER UPDATE ON public.ministry_entry REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
-- Owner: sukjai

-- ── public.ministry_event
-- A step of an entry: reported, rejected with a reason, ready again. Rows are only added.
CREATE TABLE ministry_event (
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  state text NOT NULL,
  happened_on date NOT NULL,
  reason text,
  file_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  return_id uuid,
  CONSTRAINT ministry_event_accepted_check CHECK (((state <> 'accepted'::text) OR (return_id IS NOT NULL))),
  CONSTRAINT ministry_event_check CHECK (((state = 'bounced'::text) = (reason IS NOT NULL))),
  CONSTRAINT ministry_event_check1 CHECK (((file_id IS NULL) OR (state = 'reported'::text))),
  CONSTRAINT ministry_event_return_check CHECK (((return_id IS NULL) OR (state = ANY (ARRAY['accepted'::text, 'bounced'::text])))),
  CONSTRAINT ministry_event_state_check CHECK ((state = ANY (ARRAY['unreported'::text, 'reported'::text, 'accepted'::text, 'bounced'::text]))),
  CONSTRAINT ministry_event_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES ministry_entry(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_event_file_id_fkey FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_event_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_event_return_id_fkey FOREIGN KEY (return_id) REFERENCES ministry_return(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_event_pkey PRIMARY KEY (id)
);
CREATE INDEX ministry_event_entry_id_recorded_at_idx ON public.ministry_event USING btree (entry_id, recorded_at DESC);
CREATE INDEX ministry_event_file_id_idx ON public.ministry_event USING btree (file_id);
CREATE INDEX ministry_event_return_id_idx ON public.ministry_event USING btree (return_id);
-- Row security, for the owner as well
CREATE POLICY keep ON ministry_event FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY caseload_write ON ministry_event FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (file_id IS NULL) AND (return_id IS NULL) AND (EXISTS ( SELECT
   FROM ministry_entry e
  WHERE ((e.id = ministry_event.entry_id) AND (e.holder_id = ministry_event.holder_id) AND (e.district_code = ministry_event.district_code) AND (e.province_code = ministry_event.province_code))))));
CREATE POLICY district_write ON ministry_event FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM ministry_entry e
  WHERE ((e.id = ministry_event.entry_id) AND (e.holder_id = ministry_event.holder_id) AND (e.district_code = ministry_event.district_code))))));
CREATE POLICY province_write ON ministry_event FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM ministry_entry e
  WHERE ((e.id = ministry_event.entry_id) AND (e.holder_id = ministry_event.holder_id) AND (e.district_code = ministry_event.district_code))))));
CREATE POLICY caseload_read ON ministry_event FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = ministry_event.holder_id))));
CREATE POLICY district_read ON ministry_event FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON ministry_event FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON ministry_event FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT ON ministry_event TO r_account_officer, r_district_chief, r_district_secretary, r_provincial_officer, sukjai_keeper;
GRANT SELECT ON ministry_event TO r_governor, r_job;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.ministry_event FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER moves AFTER INSERT ON public.ministry_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.ministry_moves();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ministry_event FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.ministry_field_order
-- The Ministry's order of fields as the treasury knows it, from a day on. Rows are only added.
CREATE TABLE ministry_field_order (
  id uuid NOT NULL,
  province_code text NOT NULL,
  fields text[] NOT NULL,
  from_on date NOT NULL,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  of text NOT NULL DEFAULT 'entries'::text,
  CONSTRAINT ministry_field_order_fields_check CHECK ((cardinality(fields) > 0)),
  CONSTRAINT ministry_field_order_of_check CHECK ((of = ANY (ARRAY['entries'::text, 'month_run'::text]))),
  CONSTRAINT ministry_field_order_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_field_order_pkey PRIMARY KEY (id)
);
CREATE INDEX ministry_field_order_province_code_from_on_idx ON public.ministry_field_order USING btree (province_code, from_on DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON ministry_field_order FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY colleagues ON ministry_field_order FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((province_code = (SELECT app.province())));
CREATE POLICY province_read ON ministry_field_order FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_field_order TO r_provincial_officer;
GRANT SELECT ON ministry_field_order TO r_account_officer, r_district_chief, r_district_secretary, r_governor;
-- Owner: sukjai

-- ── public.ministry_file
-- One file that was sent, kept for ever: its number, exactly which entries and values (the lines), their hash.
CREATE TABLE ministry_file (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  number integer NOT NULL,
  entries integer NOT NULL,
  fields text[] NOT NULL,
  content_sha256 text NOT NULL,
  sent_by_id uuid NOT NULL,
  sent_on date NOT NULL,
  sent_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ministry_file_entries_check CHECK ((entries > 0)),
  CONSTRAINT ministry_file_sent_by_id_fkey FOREIGN KEY (sent_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_file_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ministry_file_number ON public.ministry_file USING btree (province_code, COALESCE(district_code, ''::text), number);
-- Row security, for the owner as well
CREATE POLICY district_write ON ministry_file FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (sent_by_id = (SELECT app.uid()))));
CREATE POLICY province_write ON ministry_file FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code IS NULL) AND (sent_by_id = (SELECT app.uid()))));
CREATE POLICY caseload_read ON ministry_file FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM ministry_entry e
  WHERE (e.file_id = ministry_file.id))));
CREATE POLICY district_read ON ministry_file FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY keeper_reads ON ministry_file FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON ministry_file FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_file TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON ministry_file TO r_account_officer, r_governor, sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ministry_file FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.ministry_file_line
-- A line of a file. The national ID is not copied: it stays with the holder, encrypted.
CREATE TABLE ministry_file_line (
  file_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  "position" integer NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  row_values jsonb NOT NULL,
  CONSTRAINT ministry_file_line_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES ministry_entry(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_file_line_file_id_fkey FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_file_line_pkey PRIMARY KEY (file_id, entry_id)
);
CREATE INDEX ministry_file_line_entry_id_idx ON public.ministry_file_line USING btree (entry_id);
CREATE UNIQUE INDEX ministry_file_line_file_id_position_key ON public.ministry_file_line USING btree (file_id, "position");
-- Row security, for the owner as well
CREATE POLICY district_write ON ministry_file_line FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM ministry_file f
  WHERE ((f.id = ministry_file_line.file_id) AND (f.sent_by_id = (SELECT app.uid())))))));
CREATE POLICY province_write ON ministry_file_line FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM ministry_file f
  WHERE ((f.id = ministry_file_line.file_id) AND (f.sent_by_id = (SELECT app.uid())))))));
CREATE POLICY district_read ON ministry_file_line FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON ministry_file_line FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_file_line TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON ministry_file_line TO r_governor;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ministry_file_line FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.ministry_return
-- The Ministry's answer to one file: how many lines it accepted and sent back, and the rows that no line answers to. Never changed.
CREATE TABLE ministry_return (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  file_id uuid NOT NULL,
  format_id uuid NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  answered_on date NOT NULL,
  accepted integer NOT NULL,
  bounced integer NOT NULL,
  unchanged integer NOT NULL,
  unknown_rows integer[] NOT NULL,
  twice_rows integer[] NOT NULL,
  unclear_rows integer[] NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ministry_return_answered_check CHECK ((answered_on <= recorded_on)),
  CONSTRAINT ministry_return_file_id_fkey FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_return_format_id_fkey FOREIGN KEY (format_id) REFERENCES ministry_return_format(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_return_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_return_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ministry_return_file_id_file_sha256_key ON public.ministry_return USING btree (file_id, file_sha256);
-- Row security, for the owner as well
CREATE POLICY district_write ON ministry_return FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM ministry_file f
  WHERE ((f.id = ministry_return.file_id) AND (f.district_code = ministry_return.district_code))))));
CREATE POLICY province_write ON ministry_return FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM ministry_file f
  WHERE ((f.id = ministry_return.file_id) AND (NOT (f.district_code IS DISTINCT FROM ministry_return.district_code)))))));
CREATE POLICY district_read ON ministry_return FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON ministry_return FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_return TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON ministry_return TO r_governor;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ministry_return FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.ministry_return_format
-- How the Ministry's return file is read: its columns by their headings, and what each code means. Rows are only added; the newest holds.
CREATE TABLE ministry_return_format (
  id uuid NOT NULL,
  province_code text NOT NULL,
  id_column text NOT NULL,
  position_column text,
  code_column text NOT NULL,
  codes jsonb NOT NULL,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT ministry_return_format_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ministry_return_format_pkey PRIMARY KEY (id)
);
CREATE INDEX ministry_return_format_province_code_recorded_at_idx ON public.ministry_return_format USING btree (province_code, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON ministry_return_format FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY colleagues ON ministry_return_format FOR SELECT TO r_district_chief, r_district_secretary
  USING ((province_code = (SELECT app.province())));
CREATE POLICY province_read ON ministry_return_format FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON ministry_return_format TO r_provincial_officer;
GRANT SELECT ON ministry_return_format TO r_district_chief, r_district_secretary, r_governor;
-- Owner: sukjai

-- ── public.ministry_tally
-- How many entries to be reported, or reported, are of which kind and in which state: kept by the transactions that change them.
CREATE TABLE ministry_tally (
  province_code text NOT NULL,
  district_code text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  entries integer NOT NULL,
  CONSTRAINT ministry_tally_pkey PRIMARY KEY (district_code, kind, state)
);
CREATE INDEX ministry_tally_province_code_idx ON public.ministry_tally USING btree (province_code);
-- Row security, for the owner as well
CREATE POLICY keep ON ministry_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON ministry_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON ministry_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT, UPDATE ON ministry_tally TO sukjai_keeper;
GRANT SELECT ON ministry_tally TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.progress_report
-- A report to the next level: account officer → district → province → คณะอนุกรรมการติดตามฯ. Never changed after it is signed.
CREATE TABLE progress_report (
  id uuid NOT NULL,
  level text NOT NULL,
  province_code text NOT NULL,
  district_code text,
  author_id uuid,
  period text NOT NULL,
  status text NOT NULL,
  note text NOT NULL,
  figures jsonb NOT NULL,
  prepared_by_id uuid NOT NULL,
  prepared_on date NOT NULL,
  prepared_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  letter_number text,
  signed_by_id uuid,
  signed_on date,
  delegation_id uuid,
  sent_on date,
  sent_how text,
  sent_by_id uuid,
  decided_by_id uuid,
  decided_on date,
  decided_delegation_id uuid,
  return_reason text,
  signed_paper jsonb,
  signed_in_file jsonb,
  CONSTRAINT progress_report_check CHECK (((level = 'province'::text) = (district_code IS NULL))),
  CONSTRAINT progress_report_check1 CHECK (((level = 'officer'::text) = (author_id IS NOT NULL))),
  CONSTRAINT progress_report_check10 CHECK (((status = 'returned'::text) = (return_reason IS NOT NULL))),
  CONSTRAINT progress_report_check11 CHECK ((decided_by_id <> signed_by_id)),
  CONSTRAINT progress_report_check12 CHECK (((signed_paper IS NULL) OR (signed_by_id IS NOT NULL))),
  CONSTRAINT progress_report_check13 CHECK (((signed_in_file IS NULL) OR ((signed_by_id IS NOT NULL) AND (delegation_id IS NULL)))),
  CONSTRAINT progress_report_check2 CHECK (((level <> 'officer'::text) OR (status = ANY (ARRAY['submitted'::text, 'acknowledged'::text, 'returned'::text])))),
  CONSTRAINT progress_report_check3 CHECK (((level <> 'district'::text) OR (status = ANY (ARRAY['draft'::text, 'submitted'::text, 'acknowledged'::text, 'returned'::text])))),
  CONSTRAINT progress_report_check4 CHECK (((level <> 'province'::text) OR (status = ANY (ARRAY['draft'::text, 'signed'::text, 'sent'::text])))),
  CONSTRAINT progress_report_check5 CHECK (((status = 'draft'::text) = (signed_by_id IS NULL))),
  CONSTRAINT progress_report_check6 CHECK (((signed_by_id IS NULL) = (signed_on IS NULL))),
  CONSTRAINT progress_report_check7 CHECK (((level <> 'province'::text) OR (status = 'draft'::text) OR (letter_number IS NOT NULL))),
  CONSTRAINT progress_report_check8 CHECK (((status = 'sent'::text) = (sent_on IS NOT NULL))),
  CONSTRAINT progress_report_check9 CHECK (((status = ANY (ARRAY['acknowledged'::text, 'returned'::text])) = (decided_by_id IS NOT NULL))),
  CONSTRAINT progress_report_level_check CHECK ((level = ANY (ARRAY['officer'::text, 'district'::text, 'province'::text]))),
  CONSTRAINT progress_report_period_check CHECK ((period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  CONSTRAINT progress_report_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'acknowledged'::text, 'returned'::text, 'signed'::text, 'sent'::text]))),
  CONSTRAINT progress_report_author_id_fkey FOREIGN KEY (author_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_decided_delegation_id_fkey FOREIGN KEY (decided_delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_prepared_by_id_fkey FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_sent_by_id_fkey FOREIGN KEY (sent_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_signed_by_id_fkey FOREIGN KEY (signed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT progress_report_pkey PRIMARY KEY (id)
);
CREATE INDEX progress_report_author_id_idx ON public.progress_report USING btree (author_id);
CREATE INDEX progress_report_district_code_level_period_idx ON public.progress_report USING btree (district_code, level, period);
CREATE UNIQUE INDEX progress_report_once ON public.progress_report USING btree (province_code, COALESCE(district_code, ''::text), level, COALESCE(author_id, '00000000-0000-0000-0000-000000000000'::uuid), period) WHERE (status <> 'returned'::text);
CREATE INDEX progress_report_province_code_level_period_idx ON public.progress_report USING btree (province_code, level, period);
-- Row security, for the owner as well
CREATE POLICY district_write ON progress_report FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((level = 'district'::text) AND (district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (status = 'draft'::text)));
CREATE POLICY own_write ON progress_report FOR INSERT TO r_account_officer
  WITH CHECK (((level = 'officer'::text) AND (author_id = (SELECT app.uid())) AND (prepared_by_id = (SELECT app.uid())) AND (signed_by_id = (SELECT app.uid())) AND (status = 'submitted'::text) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM account_officer_code c
  WHERE ((c.officer_id = (SELECT app.uid())) AND (c.district_code = progress_report.district_code))))));
CREATE POLICY province_write ON progress_report FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((level = 'province'::text) AND (province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (status = 'draft'::text)));
CREATE POLICY district_read ON progress_report FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY own_read ON progress_report FOR SELECT TO r_account_officer
  USING ((author_id = (SELECT app.uid())));
CREATE POLICY province_read ON progress_report FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY district_change ON progress_report FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (((level = 'district'::text) AND (status = 'draft'::text)) OR ((level = 'officer'::text) AND (status = 'submitted'::text)))))
  WITH CHECK (((district_code = (SELECT app.district())) AND (((level = 'district'::text) AND (status = ANY (ARRAY['draft'::text, 'submitted'::text])) AND (COALESCE(signed_by_id, prepared_by_id) = (SELECT app.uid()))) OR ((level = 'officer'::text) AND (status = ANY (ARRAY['acknowledged'::text, 'returned'::text])) AND (decided_by_id = (SELECT app.uid()))))));
CREATE POLICY province_change ON progress_report FOR UPDATE TO r_governor, r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (((level = 'province'::text) AND (status = ANY (ARRAY['draft'::text, 'signed'::text]))) OR ((level = 'district'::text) AND (status = 'submitted'::text)))))
  WITH CHECK (((province_code = (SELECT app.province())) AND (((level = 'province'::text) AND (COALESCE(sent_by_id, signed_by_id, prepared_by_id) = (SELECT app.uid()))) OR ((level = 'district'::text) AND (status = ANY (ARRAY['acknowledged'::text, 'returned'::text])) AND (decided_by_id = (SELECT app.uid()))))));
GRANT INSERT, SELECT ON progress_report TO r_account_officer;
GRANT INSERT, SELECT, UPDATE (status, note, figures, prepared_by_id, prepared_on, prepared_at, letter_number, signed_by_id, signed_on, delegation_id, decided_by_id, decided_on, decided_delegation_id, return_reason, signed_paper) ON progress_report TO r_district_chief;
GRANT INSERT, SELECT, UPDATE (status, note, figures, prepared_by_id, prepared_on, prepared_at, letter_number, signed_by_id, signed_on, delegation_id, decided_by_id, decided_on, decided_delegation_id, return_reason, signed_paper, signed_in_file) ON progress_report TO r_district_secretary;
GRANT INSERT, SELECT, UPDATE (status, note, figures, prepared_by_id, prepared_on, prepared_at, letter_number, signed_by_id, signed_on, delegation_id, sent_on, sent_how, sent_by_id, decided_by_id, decided_on, decided_delegation_id, return_reason, signed_paper) ON progress_report TO r_governor;
GRANT INSERT, SELECT, UPDATE (status, note, figures, prepared_by_id, prepared_on, prepared_at, letter_number, signed_by_id, signed_on, delegation_id, sent_on, sent_how, sent_by_id, decided_by_id, decided_on, decided_delegation_id, return_reason, signed_paper, signed_in_file) ON progress_report TO r_provincial_officer;
CREATE TRIGGER moves BEFORE UPDATE ON public.progress_report FOR EACH ROW EXECUTE FUNCTION app.report_moves();
CREATE TRIGGER stays BEFORE DELETE ON public.progress_report FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.published_count
-- What leaves the province, of one day; null: withheld (domain/published). The newest publication takes the place of the one before.
CREATE TABLE published_count (
  area_code text NOT NULL,
  counted_on date NOT NULL,
  withheld smallint NOT NULL,
  people integer,
  young integer,
  old integer,
  low integer,
  high integer,
  young_low integer,
  young_high integer,
  old_low integer,
  old_high integer,
  answered integer,
  unanswered integer,
  CONSTRAINT published_count_adds_up CHECK (((people = (young + old)) AND (people = (low + high)) AND (young = (young_low + young_high)) AND (old = (old_low + old_high)) AND (low = (young_low + old_low)) AND (high = (young_high + old_high)) AND (young_low = (answered + unanswered)))),
  CONSTRAINT published_count_area_code_check CHECK ((area_code ~ '^(all|[0-9]{2}|[0-9]{4})$'::text)),
  CONSTRAINT published_count_not_small CHECK ((LEAST(people, young, old, low, high, young_low, young_high, old_low, old_high, answered, unanswered) >= 10)),
  CONSTRAINT published_count_whole CHECK (((num_nonnulls(people) =
CASE
    WHEN (withheld < 4) THEN 1
    ELSE 0
END) AND (num_nonnulls(young, old, low, high) =
CASE
    WHEN (withheld < 3) THEN 4
    ELSE 0
END) AND (num_nonnulls(young_low, young_high, old_low, old_high) =
CASE
    WHEN (withheld < 2) THEN 4
    ELSE 0
END) AND (num_nonnulls(answered, unanswered) =
CASE
    WHEN (withheld < 1) THEN 2
    ELSE 0
END))),
  CONSTRAINT published_count_withheld_check CHECK (((withheld >= 0) AND (withheld <= 4))),
  CONSTRAINT published_count_pkey PRIMARY KEY (area_code)
);
-- Row security, for the owner as well
CREATE POLICY publish ON published_count FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY prove ON published_count FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read ON published_count FOR SELECT TO r_national_reader
  USING (true);
GRANT DELETE, INSERT, SELECT ON published_count TO r_job;
GRANT SELECT ON published_count TO r_national_reader, sukjai_keeper;
-- Owner: sukjai

-- ── public.subdistrict_day
-- A subdistrict's numbers at 16:30 of a day, of the same moment as those of its district. Never changed.
CREATE TABLE subdistrict_day (
  subdistrict_code text NOT NULL,
  district_code text NOT NULL,
  province_code text NOT NULL,
  taken_for date NOT NULL,
  total integer NOT NULL,
  answered integer NOT NULL,
  met_waiting integer NOT NULL,
  to_meet integer NOT NULL,
  released integer NOT NULL,
  CONSTRAINT subdistrict_day_check CHECK ((total = (((answered + met_waiting) + to_meet) + released))),
  CONSTRAINT subdistrict_day_subdistrict_code_fkey FOREIGN KEY (subdistrict_code) REFERENCES subdistrict(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT subdistrict_day_pkey PRIMARY KEY (subdistrict_code, taken_for)
);
CREATE INDEX subdistrict_day_district_code_taken_for_idx ON public.subdistrict_day USING btree (district_code, taken_for);
-- Row security, for the owner as well
CREATE POLICY keep ON subdistrict_day FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_read ON subdistrict_day FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON subdistrict_day FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON subdistrict_day TO sukjai_keeper;
GRANT SELECT ON subdistrict_day TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.subdistrict_day FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── app.ask_publication()
CREATE OR REPLACE FUNCTION app.ask_publication()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'graphile_worker', 'pg_catalog'
AS $function$
BEGIN
  PERFORM graphile_worker.add_job('publish', '{}'::json, job_key => 'publish', max_attempts => 3);
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.ask_publication() TO sukjai;
-- Owner: sukjai_job

-- ── app.contact_entry()
CREATE OR REPLACE FUNCTION app.contact_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE entry record;
BEGIN
  IF NEW.corrects_id IS NULL THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, 'contact', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.contacted_on);
    RETURN NULL;
  END IF;
  UPDATE ministry_entry SET source_id = NEW.id, occurred_on = NEW.contacted_on
    WHERE source_id = NEW.corrects_id AND holder_id = NEW.holder_id RETURNING id, state INTO entry;
  IF entry.id IS NULL THEN RAISE EXCEPTION 'corrects nothing that stands' USING ERRCODE = '23503'; END IF;
  IF entry.state <> 'unreported' THEN
    INSERT INTO ministry_event (id, entry_id, holder_id, province_code, district_code, state, happened_on, recorded_by_id)
      VALUES (gen_random_uuid(), entry.id, NEW.holder_id, NEW.province_code, NEW.district_code, 'unreported', NEW.recorded_on, NEW.recorded_by_id);
  END IF;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.contact_entry() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.contact_in_round()
CREATE OR REPLACE FUNCTION app.contact_in_round()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM rule_round WHERE id = NEW.round AND from_on <= NEW.contacted_on) THEN
    RAISE EXCEPTION 'no round % on %', NEW.round, NEW.contacted_on USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.contact_in_round() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.entry_counted()
CREATE OR REPLACE FUNCTION app.entry_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  SELECT h.counted INTO NEW.counted FROM holder h WHERE h.id = NEW.holder_id;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.entry_counted() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.ministry_moves()
CREATE OR REPLACE FUNCTION app.ministry_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE moved int;
BEGIN
  UPDATE ministry_entry e SET state = n.state, state_on = n.happened_on, state_by_id = n.recorded_by_id, reason = n.reason,
    file_id = CASE WHEN n.state = 'reported' THEN n.file_id ELSE e.file_id END,
    amends = e.amends OR (e.state IN ('reported', 'accepted') AND n.state = 'unreported')
  FROM added n WHERE e.id = n.entry_id AND e.state = ANY (CASE n.state
    WHEN 'reported' THEN ARRAY['unreported', 'bounced'] WHEN 'accepted' THEN ARRAY['reported', 'bounced']
    WHEN 'bounced' THEN ARRAY['reported', 'accepted'] ELSE ARRAY['reported', 'accepted', 'bounced'] END);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> (SELECT count(*) FROM added) THEN RAISE EXCEPTION 'reported already' USING ERRCODE = '23505'; END IF;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.ministry_moves() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.report_moves()
CREATE OR REPLACE FUNCTION app.report_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF OLD.status = 'draft' AND NEW.status IN ('draft', 'submitted', 'signed')
    AND (OLD.level, OLD.province_code, OLD.district_code, OLD.author_id, OLD.period, OLD.id)
      IS NOT DISTINCT FROM (NEW.level, NEW.province_code, NEW.district_code, NEW.author_id, NEW.period, NEW.id) THEN RETURN NEW; END IF;
  IF (OLD.status, NEW.status) IN (('submitted', 'acknowledged'), ('submitted', 'returned'), ('signed', 'sent'))
    AND to_jsonb(OLD) - ARRAY['status', 'decided_by_id', 'decided_on', 'decided_delegation_id', 'return_reason', 'sent_on', 'sent_how', 'sent_by_id']
      = to_jsonb(NEW) - ARRAY['status', 'decided_by_id', 'decided_on', 'decided_delegation_id', 'return_reason', 'sent_on', 'sent_how', 'sent_by_id'] THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a signed report is never changed' USING ERRCODE = '42501';
END $function$;
GRANT EXECUTE ON FUNCTION app.report_moves() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_entries()
CREATE OR REPLACE FUNCTION app.tally_entries()
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
    INSERT INTO ministry_tally (province_code, district_code, kind, state, entries)
    SELECT province_code, district_code, kind, state, sum(step)
    FROM (%s) d WHERE counted AND (stands OR state IN ('reported', 'accepted'))
    GROUP BY 1, 2, 3, 4 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (district_code, kind, state) DO UPDATE SET entries = ministry_tally.entries + EXCLUDED.entries
  $q$, difference);
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_entries() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_follow_ups()
CREATE OR REPLACE FUNCTION app.tally_follow_ups()
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
    INSERT INTO follow_up_tally AS t (province_code, district_code, agreed_month, dose, rounds_done, people, contacts, income_people,
      income_then, income_now, income_up, jobs, loans, loan_baht, trained, training_hours, projects, taken_up, takers)
    SELECT province_code, district_code, to_char(agreed_on, 'YYYY-MM'), least(contacts, 3),
      array_to_string(rounds_done, ' '),
      sum(step), sum(step * contacts), sum(step * (income_then IS NOT NULL AND income_now IS NOT NULL)::int),
      sum(CASE WHEN income_now IS NOT NULL THEN step * coalesce(income_then, 0) ELSE 0 END),
      sum(CASE WHEN income_then IS NOT NULL THEN step * coalesce(income_now, 0) ELSE 0 END),
      sum(step * coalesce(income_up, false)::int), sum(step * got_job::int), sum(step * (loan_baht > 0)::int),
      sum(step * loan_baht), sum(step * (training_hours > 0)::int), sum(step * training_hours), sum(step * projects),
      sum(step * taken_up), sum(step * (taken_up > 0)::int)
    FROM (%s) d WHERE active GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, agreed_month, dose, rounds_done) DO UPDATE SET
      people = t.people + excluded.people, contacts = t.contacts + excluded.contacts,
      income_people = t.income_people + excluded.income_people, income_then = t.income_then + excluded.income_then,
      income_now = t.income_now + excluded.income_now, income_up = t.income_up + excluded.income_up, jobs = t.jobs + excluded.jobs,
      loans = t.loans + excluded.loans, loan_baht = t.loan_baht + excluded.loan_baht, trained = t.trained + excluded.trained,
      training_hours = t.training_hours + excluded.training_hours, projects = t.projects + excluded.projects,
      taken_up = t.taken_up + excluded.taken_up, takers = t.takers + excluded.takers
  $q$, difference);
  DELETE FROM follow_up_tally WHERE people = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_follow_ups() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.tally_plans()
CREATE OR REPLACE FUNCTION app.tally_plans()
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
    SELECT d.province_code, d.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, sum(d.way)
    FROM (%s) d JOIN chosen_project c ON c.assessment_id = d.assessment_id
    WHERE d.active
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
    DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters
  $q$, difference);
  DELETE FROM take_up_tally WHERE matters = 0;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.tally_plans() TO sukjai;
-- Owner: sukjai_keeper
