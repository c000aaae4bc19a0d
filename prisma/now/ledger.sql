-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.ledger_entry
-- What was booked of a month of a holder: what was due, or a difference to what had been booked. Never changed; what is
-- booked of a month is the sum of its rows.
CREATE TABLE ledger_entry (
  holder_id uuid NOT NULL,
  decision_id uuid,
  run_id uuid NOT NULL,
  satang bigint NOT NULL,
  month date NOT NULL,
  number smallint NOT NULL,
  kind text NOT NULL,
  benefit text NOT NULL,
  rules_version text NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  one_off_list_id uuid,
  CONSTRAINT ledger_entry_benefit_check CHECK ((benefit ~ '^[a-z0-9_]{1,40}$'::text)),
  CONSTRAINT ledger_entry_check CHECK (((kind = 'entitlement'::text) = (number = 0))),
  CONSTRAINT ledger_entry_check1 CHECK (((kind = 'difference'::text) OR (satang > 0))),
  CONSTRAINT ledger_entry_kind_check CHECK ((kind = ANY (ARRAY['entitlement'::text, 'difference'::text]))),
  CONSTRAINT ledger_entry_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CONSTRAINT ledger_entry_number_check CHECK ((number >= 0)),
  CONSTRAINT ledger_entry_rests_on_check CHECK (((num_nonnulls(decision_id, one_off_list_id) = 1) AND ((benefit = 'top_up'::text) = (decision_id IS NOT NULL)))),
  CONSTRAINT ledger_entry_satang_check CHECK ((satang <> 0)),
  CONSTRAINT ledger_entry_pkey PRIMARY KEY (holder_id, month, benefit, number)
);
CREATE INDEX ledger_entry_differences ON public.ledger_entry USING btree (run_id, holder_id, month, number) WHERE (kind = 'difference'::text);
CREATE INDEX ledger_entry_one_offs ON public.ledger_entry USING btree (holder_id, benefit) WHERE (benefit <> 'top_up'::text);
CREATE INDEX ledger_entry_run_id_idx ON public.ledger_entry USING brin (run_id uuid_minmax_multi_ops);
-- Row security, for the owner as well
CREATE POLICY writes ON ledger_entry FOR INSERT TO sukjai_bookkeeper
  WITH CHECK (true);
CREATE POLICY books ON ledger_entry FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY province_read ON ledger_entry FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all_job ON ledger_entry FOR SELECT TO r_job
  USING (true);
CREATE POLICY through_holder ON ledger_entry FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = ledger_entry.holder_id))));
GRANT INSERT, SELECT ON ledger_entry TO sukjai_bookkeeper;
GRANT SELECT ON ledger_entry TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_provincial_officer;
CREATE TRIGGER keeps AFTER INSERT ON public.ledger_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.keep_ledger();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.ledger_tally
-- How many entries of one kind, benefit and amount a run booked, by district, band and month: kept with the entries.
CREATE TABLE ledger_tally (
  run_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  income_band text NOT NULL,
  month date NOT NULL,
  kind text NOT NULL,
  satang bigint NOT NULL,
  entries integer NOT NULL,
  benefit text NOT NULL,
  CONSTRAINT ledger_tally_run_id_fkey FOREIGN KEY (run_id) REFERENCES month_run(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT ledger_tally_pkey PRIMARY KEY (run_id, district_code, income_band, month, kind, satang, benefit)
);
-- Row security, for the owner as well
CREATE POLICY keep ON ledger_tally FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY books ON ledger_tally FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY province_read ON ledger_tally FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT, UPDATE ON ledger_tally TO sukjai_keeper;
GRANT SELECT ON ledger_tally TO r_governor, r_provincial_officer, sukjai_bookkeeper;
-- Owner: sukjai

-- ── public.month_run
-- The run of a month in a province: it books what is due until then. Exactly one a month.
CREATE TABLE month_run (
  id uuid NOT NULL,
  province_code text NOT NULL,
  number integer NOT NULL,
  month date NOT NULL,
  step text NOT NULL DEFAULT 'calculating'::text,
  CONSTRAINT month_run_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CONSTRAINT month_run_number_check CHECK ((number > 0)),
  CONSTRAINT month_run_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX month_run_province_code_month_key ON public.month_run USING btree (province_code, month);
CREATE UNIQUE INDEX month_run_province_code_number_key ON public.month_run USING btree (province_code, number);
-- Row security, for the owner as well
CREATE POLICY keep ON month_run FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_write ON month_run FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (step = 'calculating'::text)));
CREATE POLICY books ON month_run FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY colleagues ON month_run FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((province_code = (SELECT app.province())));
CREATE POLICY job ON month_run FOR SELECT TO r_job
  USING (true);
CREATE POLICY province_read ON month_run FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON month_run TO r_provincial_officer;
GRANT SELECT ON month_run TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, sukjai_bookkeeper;
GRANT SELECT, UPDATE (step) ON month_run TO sukjai_keeper;
-- Owner: sukjai

-- ── public.month_run_step
-- A step of a run on its ladder: who, when. Rows are only added; PostgreSQL refuses one that is out of order.
CREATE TABLE month_run_step (
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  province_code text NOT NULL,
  step text NOT NULL,
  blocked_by text,
  people integer,
  fields text[] NOT NULL DEFAULT '{}'::text[],
  content_sha256 text,
  happened_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT month_run_step_blocked_by_check CHECK ((blocked_by = ANY (ARRAY['undecided'::text, 'unexpected'::text]))),
  CONSTRAINT month_run_step_check CHECK (((step = 'stopped'::text) = (blocked_by IS NOT NULL))),
  CONSTRAINT month_run_step_check1 CHECK (((people IS NULL) OR (step = 'stopped'::text))),
  CONSTRAINT month_run_step_check2 CHECK (((step = 'sent'::text) = (cardinality(fields) > 0))),
  CONSTRAINT month_run_step_check3 CHECK (((step = 'calculated'::text) = (content_sha256 IS NOT NULL))),
  CONSTRAINT month_run_step_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT month_run_step_people_check CHECK ((people > 0)),
  CONSTRAINT month_run_step_step_check CHECK ((step = ANY (ARRAY['calculating'::text, 'stopped'::text, 'calculated'::text, 'checked'::text, 'certified'::text, 'sent'::text, 'reconciled'::text]))),
  CONSTRAINT month_run_step_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT month_run_step_run_id_fkey FOREIGN KEY (run_id) REFERENCES month_run(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT month_run_step_pkey PRIMARY KEY (id)
);
CREATE INDEX month_run_step_run_id_recorded_at_idx ON public.month_run_step USING btree (run_id, recorded_at);
-- Row security, for the owner as well
CREATE POLICY job_write ON month_run_step FOR INSERT TO r_job
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (step = ANY (ARRAY['stopped'::text, 'calculated'::text, 'reconciled'::text]))));
CREATE POLICY province_write ON month_run_step FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (step <> ALL (ARRAY['stopped'::text, 'calculated'::text]))));
CREATE POLICY books ON month_run_step FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY job_read ON month_run_step FOR SELECT TO r_job
  USING (true);
CREATE POLICY keep ON month_run_step FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON month_run_step FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON month_run_step TO r_job, r_provincial_officer;
GRANT SELECT ON month_run_step TO r_governor, sukjai_bookkeeper, sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.month_run_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER steps BEFORE INSERT ON public.month_run_step FOR EACH ROW EXECUTE FUNCTION app.step_run();
-- Owner: sukjai

-- ── public.one_off_list
-- Who receives what a letter gives once, in a province: the persons of a file, each row of it accounted for. Never changed; the
-- newest checked one holds.
CREATE TABLE one_off_list (
  id uuid NOT NULL,
  province_code text NOT NULL,
  list text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  people integer NOT NULL,
  unknown_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  twice_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  elsewhere_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  ended_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT one_off_list_check CHECK ((cardinality(ended_rows) <= people)),
  CONSTRAINT one_off_list_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT one_off_list_list_check CHECK (((list ~ '^[a-z0-9_]{1,40}$'::text) AND (list <> 'top_up'::text))),
  CONSTRAINT one_off_list_people_check CHECK ((people > 0)),
  CONSTRAINT one_off_list_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT one_off_list_pkey PRIMARY KEY (id)
);
CREATE INDEX one_off_list_province_code_list_recorded_at_idx ON public.one_off_list USING btree (province_code, list, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY job_write ON one_off_list FOR INSERT TO r_job
  WITH CHECK ((recorded_by_id = (SELECT app.uid())));
CREATE POLICY books ON one_off_list FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY colleagues ON one_off_list FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING (((province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM one_off_list_step s
  WHERE (s.list_id = one_off_list.id)))));
CREATE POLICY job_read ON one_off_list FOR SELECT TO r_job
  USING (true);
CREATE POLICY keep ON one_off_list FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON one_off_list FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON one_off_list TO r_job;
GRANT SELECT ON one_off_list TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_bookkeeper, sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.one_off_list FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.one_off_list_step
-- What became of a list: checked with the letter by another officer, or returned with a reason. Once.
CREATE TABLE one_off_list_step (
  list_id uuid NOT NULL,
  province_code text NOT NULL,
  step text NOT NULL,
  note text,
  taken_by_id uuid NOT NULL,
  taken_on date NOT NULL,
  taken_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT one_off_list_step_check CHECK (((step <> 'returned'::text) OR (note IS NOT NULL))),
  CONSTRAINT one_off_list_step_step_check CHECK ((step = ANY (ARRAY['checked'::text, 'returned'::text]))),
  CONSTRAINT one_off_list_step_list_id_fkey FOREIGN KEY (list_id) REFERENCES one_off_list(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT one_off_list_step_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT one_off_list_step_pkey PRIMARY KEY (list_id)
);
-- Row security, for the owner as well
CREATE POLICY take ON one_off_list_step FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (taken_by_id = (SELECT app.uid()))));
CREATE POLICY books ON one_off_list_step FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY colleagues ON one_off_list_step FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING (((province_code = (SELECT app.province())) AND (step = 'checked'::text)));
CREATE POLICY job_read ON one_off_list_step FOR SELECT TO r_job
  USING (true);
CREATE POLICY keep ON one_off_list_step FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON one_off_list_step FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON one_off_list_step TO r_provincial_officer;
GRANT SELECT ON one_off_list_step TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_job, sukjai_bookkeeper, sukjai_keeper;
CREATE TRIGGER checks BEFORE INSERT ON public.one_off_list_step FOR EACH ROW EXECUTE FUNCTION app.check_one_off_list();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.one_off_list_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.one_off_person
-- A person of a list, with the row of the file.
CREATE TABLE one_off_person (
  holder_id uuid NOT NULL,
  list_id uuid NOT NULL,
  province_code text NOT NULL,
  row_number integer NOT NULL,
  CONSTRAINT one_off_person_row_number_check CHECK ((row_number > 0)),
  CONSTRAINT one_off_person_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT one_off_person_list_id_fkey FOREIGN KEY (list_id) REFERENCES one_off_list(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT one_off_person_pkey PRIMARY KEY (holder_id, list_id)
);
CREATE INDEX one_off_person_list_id_holder_id_idx ON public.one_off_person USING btree (list_id, holder_id);
-- Row security, for the owner as well
CREATE POLICY job_write ON one_off_person FOR INSERT TO r_job
  WITH CHECK (true);
CREATE POLICY books ON one_off_person FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY job_read ON one_off_person FOR SELECT TO r_job
  USING (true);
CREATE POLICY keep ON one_off_person FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON one_off_person FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY through_holder ON one_off_person FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = one_off_person.holder_id))));
GRANT INSERT, SELECT ON one_off_person TO r_job;
GRANT SELECT ON one_off_person TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_bookkeeper, sukjai_keeper;
CREATE TRIGGER keeps AFTER INSERT ON public.one_off_person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.keep_one_off_list();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.one_off_person FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.run_answer
-- The Ministry's answer to a run: a file, or totals alone. Never changed; the newest holds.
CREATE TABLE run_answer (
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  province_code text NOT NULL,
  format_id uuid,
  file_sha256 text,
  file_on date NOT NULL,
  people integer NOT NULL,
  satang bigint,
  unknown_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  twice_rows integer[] NOT NULL DEFAULT '{}'::integer[],
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT run_answer_check CHECK ((file_on <= recorded_on)),
  CONSTRAINT run_answer_check1 CHECK (((format_id IS NULL) = (file_sha256 IS NULL))),
  CONSTRAINT run_answer_people_check CHECK ((people >= 0)),
  CONSTRAINT run_answer_format_id_fkey FOREIGN KEY (format_id) REFERENCES run_answer_format(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT run_answer_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT run_answer_run_id_fkey FOREIGN KEY (run_id) REFERENCES month_run(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT run_answer_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX run_answer_run_id_file_sha256_key ON public.run_answer USING btree (run_id, file_sha256);
CREATE INDEX run_answer_run_id_recorded_at_idx ON public.run_answer USING btree (run_id, recorded_at);
-- Row security, for the owner as well
CREATE POLICY job ON run_answer FOR INSERT TO r_job
  WITH CHECK ((recorded_by_id = (SELECT app.uid())));
CREATE POLICY province_write ON run_answer FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY keep ON run_answer FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON run_answer FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT ON run_answer TO r_job;
GRANT INSERT, SELECT ON run_answer TO r_provincial_officer;
GRANT SELECT ON run_answer TO r_governor, sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.run_answer FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.run_answer_format
-- How the Ministry's answer to a run is read, as the treasury knows it; the newest holds. Rows are only added.
CREATE TABLE run_answer_format (
  id uuid NOT NULL,
  province_code text NOT NULL,
  id_column text NOT NULL,
  amount_column text,
  code_column text,
  topped_up_codes text[] NOT NULL,
  other_codes text[] NOT NULL,
  base jsonb NOT NULL DEFAULT '{}'::jsonb,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT run_answer_format_base_check CHECK ((jsonb_typeof(base) = 'object'::text)),
  CONSTRAINT run_answer_format_check CHECK ((num_nonnulls(amount_column, code_column) > 0)),
  CONSTRAINT run_answer_format_check1 CHECK (((code_column IS NULL) = (cardinality(topped_up_codes) = 0))),
  CONSTRAINT run_answer_format_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT run_answer_format_pkey PRIMARY KEY (id)
);
CREATE INDEX run_answer_format_province_code_recorded_at_idx ON public.run_answer_format USING btree (province_code, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON run_answer_format FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY job ON run_answer_format FOR SELECT TO r_job
  USING (true);
CREATE POLICY province_read ON run_answer_format FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON run_answer_format TO r_provincial_officer;
GRANT SELECT ON run_answer_format TO r_governor, r_job;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.run_answer_format FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.run_answer_line
-- What an answer says of one person, beside what the run booked.
CREATE TABLE run_answer_line (
  answer_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  outcome text NOT NULL,
  satang bigint,
  booked bigint NOT NULL,
  CONSTRAINT run_answer_line_outcome_check CHECK ((outcome = ANY (ARRAY['same'::text, 'other_amount'::text, 'not_topped_up'::text, 'not_answered'::text, 'not_booked'::text]))),
  CONSTRAINT run_answer_line_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES run_answer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT run_answer_line_pkey PRIMARY KEY (holder_id, answer_id)
);
CREATE INDEX run_answer_line_differs ON public.run_answer_line USING btree (answer_id, holder_id) WHERE (outcome <> 'same'::text);
-- Row security, for the owner as well
CREATE POLICY books ON run_answer_line FOR ALL TO sukjai_bookkeeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY keep ON run_answer_line FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON run_answer_line FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON run_answer_line TO sukjai_bookkeeper;
GRANT SELECT ON run_answer_line TO r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.run_answer_line FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── app.check_one_off_list()
CREATE OR REPLACE FUNCTION app.check_one_off_list()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  l one_off_list;
BEGIN
  SELECT * INTO l FROM one_off_list WHERE id = NEW.list_id AND province_code = NEW.province_code;
  IF l.id IS NULL THEN RAISE EXCEPTION 'no such list' USING ERRCODE = '23503'; END IF;
  IF NEW.step <> 'checked' THEN RETURN NEW; END IF;
  IF l.recorded_by_id = NEW.taken_by_id THEN RAISE EXCEPTION 'another officer does this' USING ERRCODE = '23514'; END IF;
  IF EXISTS (SELECT FROM one_off_list n WHERE n.province_code = l.province_code AND n.list = l.list AND n.recorded_at > l.recorded_at)
  THEN RAISE EXCEPTION 'a newer list is there' USING ERRCODE = '23505'; END IF;
  IF (SELECT count(*) FROM one_off_person p WHERE p.list_id = l.id) <> l.people
  THEN RAISE EXCEPTION 'the list is not whole' USING ERRCODE = '23514'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.check_one_off_list() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.keep_ledger()
CREATE OR REPLACE FUNCTION app.keep_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT run_id, province_code, month FROM new_rows) n
    LEFT JOIN month_run r ON r.id = n.run_id AND r.province_code = n.province_code AND r.step = 'calculating' AND n.month <= r.month
    WHERE r.id IS NULL)
  THEN RAISE EXCEPTION 'this run books nothing' USING ERRCODE = '23514'; END IF;
  IF EXISTS (SELECT FROM new_rows n LEFT JOIN entitlement_decision d ON d.id = n.decision_id
    WHERE n.benefit = 'top_up' AND (d.holder_id IS DISTINCT FROM n.holder_id OR d.rules_version <> n.rules_version))
  THEN RAISE EXCEPTION 'an entry rests on a decision of its holder' USING ERRCODE = '23503'; END IF;
  IF EXISTS (SELECT FROM new_rows n LEFT JOIN one_off_list l ON l.id = n.one_off_list_id AND l.list = n.benefit
      AND l.province_code = n.province_code AND EXISTS (SELECT FROM one_off_list_step s WHERE s.list_id = l.id AND s.step = 'checked')
    WHERE n.benefit <> 'top_up' AND (l.id IS NULL OR n.kind = 'entitlement'
      AND NOT EXISTS (SELECT FROM one_off_person p WHERE p.list_id = l.id AND p.holder_id = n.holder_id)))
  THEN RAISE EXCEPTION 'an entry rests on a checked list' USING ERRCODE = '23503'; END IF;
  INSERT INTO ledger_tally (run_id, province_code, district_code, income_band, month, kind, satang, benefit, entries)
  SELECT n.run_id, n.province_code, n.district_code, h.income_band, n.month, n.kind, n.satang, n.benefit, count(*)
  FROM new_rows n JOIN holder h ON h.id = n.holder_id
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  ON CONFLICT (run_id, district_code, income_band, month, kind, satang, benefit)
    DO UPDATE SET entries = ledger_tally.entries + EXCLUDED.entries;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.keep_ledger() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.keep_one_off_list()
CREATE OR REPLACE FUNCTION app.keep_one_off_list()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT list_id, province_code FROM added) a
    LEFT JOIN one_off_list l ON l.id = a.list_id AND l.province_code = a.province_code
      AND NOT EXISTS (SELECT FROM one_off_list_step s WHERE s.list_id = l.id)
    WHERE l.id IS NULL)
  THEN RAISE EXCEPTION 'nobody is added to this list' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.keep_one_off_list() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.step_run()
CREATE OR REPLACE FUNCTION app.step_run()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  stands text;
BEGIN
  SELECT step INTO stands FROM month_run WHERE id = NEW.run_id AND province_code = NEW.province_code FOR UPDATE;
  IF stands IS NULL OR NOT stands = ANY (CASE NEW.step
    WHEN 'calculating' THEN ARRAY['calculating', 'stopped', 'calculated', 'checked']
    WHEN 'stopped' THEN ARRAY['calculating']
    WHEN 'calculated' THEN ARRAY['calculating']
    WHEN 'checked' THEN ARRAY['calculated']
    WHEN 'certified' THEN ARRAY['checked']
    WHEN 'sent' THEN ARRAY['certified', 'sent']
    ELSE ARRAY['sent', 'reconciled'] END)
  THEN RAISE EXCEPTION 'a run that is % cannot be %', stands, NEW.step USING ERRCODE = '23505'; END IF;
  IF NEW.step IN ('checked', 'certified') AND EXISTS (SELECT FROM month_run_step s
    WHERE s.run_id = NEW.run_id AND s.step = 'calculating' AND s.recorded_by_id = NEW.recorded_by_id)
  THEN RAISE EXCEPTION 'another officer does this' USING ERRCODE = '23514'; END IF;
  UPDATE month_run SET step = NEW.step WHERE id = NEW.run_id;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.step_run() TO sukjai;
-- Owner: sukjai_keeper
