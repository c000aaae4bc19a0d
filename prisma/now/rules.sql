-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.redetermination
-- Deciding again by a version: asked for by one officer, begun by another; the worker keeps how far it came.
CREATE TABLE redetermination (
  rule_version_id uuid NOT NULL,
  province_code text NOT NULL,
  asked_by_id uuid NOT NULL,
  asked_on date NOT NULL,
  begun_by_id uuid,
  begun_on date,
  reached uuid,
  people integer NOT NULL DEFAULT 0,
  done_at timestamp(3) with time zone,
  CONSTRAINT redetermination_check CHECK (((begun_by_id IS NULL) = (begun_on IS NULL))),
  CONSTRAINT redetermination_check1 CHECK ((begun_by_id <> asked_by_id)),
  CONSTRAINT redetermination_check2 CHECK (((begun_on IS NOT NULL) OR ((reached IS NULL) AND (done_at IS NULL)))),
  CONSTRAINT redetermination_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT redetermination_begun_by_id_fkey FOREIGN KEY (begun_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT redetermination_rule_version_id_fkey FOREIGN KEY (rule_version_id) REFERENCES rule_version(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT redetermination_pkey PRIMARY KEY (rule_version_id)
);
CREATE INDEX redetermination_running ON public.redetermination USING btree (begun_on) WHERE ((begun_on IS NOT NULL) AND (done_at IS NULL));
-- Row security, for the owner as well
CREATE POLICY job ON redetermination FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY ask ON redetermination FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (province_code = (SELECT app.rules_province())) AND (asked_by_id = (SELECT app.uid())) AND (begun_by_id IS NULL) AND app.is_checked(rule_version_id)));
CREATE POLICY province_read ON redetermination FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY begin ON redetermination FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (province_code = (SELECT app.rules_province())) AND (begun_by_id IS NULL)))
  WITH CHECK (((begun_by_id = (SELECT app.uid())) AND (asked_by_id <> (SELECT app.uid()))));
GRANT INSERT, SELECT, UPDATE (begun_by_id, begun_on) ON redetermination TO r_provincial_officer;
GRANT SELECT ON redetermination TO r_governor;
GRANT SELECT, UPDATE (reached, people, done_at) ON redetermination TO r_job;
-- Owner: sukjai

-- ── public.rule_version
-- A rule set as it was recorded from a letter (decision 0037): a draft until another officer has checked it. Never changed: a
-- correction is another row that takes its place.
CREATE TABLE rule_version (
  id uuid NOT NULL,
  province_code text NOT NULL,
  version text NOT NULL,
  in_force_from date NOT NULL,
  letter_number text NOT NULL,
  letter_on date NOT NULL,
  about text NOT NULL,
  scan_id uuid NOT NULL,
  document json NOT NULL,
  cases json NOT NULL,
  replaces_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT rule_version_cases_check CHECK ((json_typeof(cases) = 'array'::text)),
  CONSTRAINT rule_version_check CHECK (((json_typeof(document) = 'object'::text) AND ((document ->> 'version'::text) = version))),
  CONSTRAINT rule_version_check1 CHECK ((letter_on <= recorded_on)),
  CONSTRAINT rule_version_version_check CHECK ((version ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CONSTRAINT rule_version_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT rule_version_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES rule_version(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT rule_version_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES paper_file(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT rule_version_pkey PRIMARY KEY (id)
);
CREATE INDEX rule_version_recorded_idx ON public.rule_version USING btree (province_code, recorded_at DESC);
CREATE UNIQUE INDEX rule_version_replaces_id_key ON public.rule_version USING btree (replaces_id);
-- Row security, for the owner as well
CREATE POLICY record ON rule_version FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (province_code = (SELECT app.rules_province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY job_read ON rule_version FOR SELECT TO r_job
  USING (true);
CREATE POLICY province_read ON rule_version FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON rule_version FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read_checked ON rule_version FOR SELECT TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING (app.is_checked(id));
GRANT INSERT, SELECT ON rule_version TO r_provincial_officer;
GRANT SELECT ON rule_version TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_receiving_officer, sukjai_keeper;
GRANT SELECT (id, version) ON rule_version TO r_job;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.rule_version FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.rule_version_step
-- What became of a draft: checked with the letter, or returned with a reason. Once.
CREATE TABLE rule_version_step (
  rule_version_id uuid NOT NULL,
  province_code text NOT NULL,
  step text NOT NULL,
  note text,
  taken_by_id uuid NOT NULL,
  taken_on date NOT NULL,
  taken_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT rule_version_step_check CHECK (((step <> 'returned'::text) OR (note IS NOT NULL))),
  CONSTRAINT rule_version_step_step_check CHECK ((step = ANY (ARRAY['checked'::text, 'returned'::text]))),
  CONSTRAINT rule_version_step_rule_version_id_fkey FOREIGN KEY (rule_version_id) REFERENCES rule_version(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT rule_version_step_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT rule_version_step_pkey PRIMARY KEY (rule_version_id)
);
-- Row security, for the owner as well
CREATE POLICY take ON rule_version_step FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (province_code = (SELECT app.rules_province())) AND (taken_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM rule_version v
  WHERE ((v.id = rule_version_step.rule_version_id) AND (v.province_code = rule_version_step.province_code) AND ((rule_version_step.step = 'returned'::text) OR (v.recorded_by_id <> (SELECT app.uid()))))))));
CREATE POLICY province_read ON rule_version_step FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON rule_version_step FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read_checked ON rule_version_step FOR SELECT TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((step = 'checked'::text));
GRANT INSERT, SELECT ON rule_version_step TO r_provincial_officer;
GRANT SELECT ON rule_version_step TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_receiving_officer, sukjai_keeper;
CREATE TRIGGER puts_in_force AFTER INSERT ON public.rule_version_step FOR EACH ROW WHEN ((new.step = 'checked'::text)) EXECUTE FUNCTION app.put_rules_in_force();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.rule_version_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.what_if_person
-- Whose sum a checked version changes, as its comparison (`job`) has counted it: of all months, by the rules of now and by the version.
-- Kept by the job alone; who compares again replaces their own.
CREATE TABLE what_if_person (
  job_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  holder_id uuid NOT NULL,
  satang_before bigint NOT NULL,
  satang bigint NOT NULL,
  gains boolean NOT NULL GENERATED ALWAYS AS ((satang > satang_before)) STORED,
  CONSTRAINT what_if_person_check CHECK ((satang <> satang_before)),
  CONSTRAINT what_if_person_pkey PRIMARY KEY (job_id, gains, district_code, holder_id)
);
-- Row security, for the owner as well
CREATE POLICY job ON what_if_person FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON what_if_person FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT ON what_if_person TO r_job;
GRANT SELECT ON what_if_person TO r_governor, r_provincial_officer;
CREATE TRIGGER after_the_letter AFTER INSERT ON public.what_if_person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.names_after_the_letter();
-- Owner: sukjai

-- ── app.names_after_the_letter()
CREATE OR REPLACE FUNCTION app.names_after_the_letter()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT job_id, province_code FROM added) a
    LEFT JOIN job j ON j.id = a.job_id AND j.kind = 'what_if' AND j.province_code = a.province_code
      AND app.is_checked((j.input ->> 'ruleVersionId')::uuid)
    WHERE j.id IS NULL)
  THEN RAISE EXCEPTION 'nobody is named before the letter is checked' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $function$;
-- Owner: sukjai

-- ── app.put_rules_in_force()
CREATE OR REPLACE FUNCTION app.put_rules_in_force()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE d json; v text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('rules'), 0);
  SELECT r.document, r.version INTO STRICT d, v FROM rule_version r WHERE r.id = NEW.rule_version_id
    AND NOT EXISTS (SELECT FROM rule_version n WHERE n.replaces_id = r.id);
  INSERT INTO app.rule_set VALUES (v, (d ->> 'inForceFrom')::date, (d #>> '{incomeCeilingSatang,value}')::int,
    (d #>> '{mustReach,incomeUpToSatang,value}')::int, (d #>> '{mustReach,ageUpTo,value}')::int, (d #>> '{mustReach,ageOn,value}')::date,
    d #>> '{mustReach,ages,upTo,id}', d #>> '{mustReach,ages,over,id}',
    (d #>> '{walkIn,value,from}')::date, (d #>> '{walkIn,value,until}')::date,
    (d #>> '{topUp,yesCountsFrom,value}')::date, d #>> '{topUp,trigger,value}');
  INSERT INTO app.rule_band SELECT v, b.position, b.band ->> 'id', (b.band #>> '{incomeUpToSatang,value}')::int
    FROM json_array_elements(d -> 'incomeBands') WITH ORDINALITY AS b (band, position);
  INSERT INTO app.rule_round SELECT v, r ->> 'id', (r ->> 'from')::date, (r ->> 'until')::date
    FROM json_array_elements(d #> '{followUpRounds,value}') AS r;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.put_rules_in_force() TO sukjai;
-- Owner: sukjai_keeper
