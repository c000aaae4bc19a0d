-- Who receives what a letter gives once (docs/decisions/0049): the persons of a list, from the Ministry's file, checked by another
-- officer of the treasury. Rows are only added; the list that holds is the newest checked one. A month run books it.
CREATE TABLE "one_off_list" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    -- The id of the list in the rules; it means one sum of one month for ever.
    "list" TEXT NOT NULL CHECK (list ~ '^[a-z0-9_]{1,40}$' AND list <> 'top_up'),
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    -- Every row of the file is one of these: whom it names is taken, or why not.
    "people" INTEGER NOT NULL CHECK (people > 0),
    "unknown_rows" INTEGER[] NOT NULL DEFAULT '{}',
    "twice_rows" INTEGER[] NOT NULL DEFAULT '{}',
    "elsewhere_rows" INTEGER[] NOT NULL DEFAULT '{}',
    -- Rows of people who are taken, and whose death or cancelled card came before the month of the sum.
    "ended_rows" INTEGER[] NOT NULL DEFAULT '{}' CHECK (cardinality(ended_rows) <= people),
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "one_off_list_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "one_off_list_province_code_list_recorded_at_idx" ON "one_off_list"("province_code", "list", "recorded_at" DESC);

CREATE TABLE "one_off_list_step" (
    "list_id" UUID NOT NULL REFERENCES one_off_list(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    "step" TEXT NOT NULL CHECK (step IN ('checked', 'returned')),
    "note" TEXT,
    "taken_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "taken_on" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "one_off_list_step_pkey" PRIMARY KEY ("list_id"),
    CHECK (step <> 'returned' OR note IS NOT NULL)
);

CREATE TABLE "one_off_person" (
    "holder_id" UUID NOT NULL REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "list_id" UUID NOT NULL REFERENCES one_off_list(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    -- Of the file, as a spreadsheet shows it.
    "row_number" INTEGER NOT NULL CHECK (row_number > 0),
    CONSTRAINT "one_off_person_pkey" PRIMARY KEY ("holder_id", "list_id")
);
CREATE INDEX "one_off_person_list_id_holder_id_idx" ON "one_off_person"("list_id", "holder_id");

-- ── In the ledger: a benefit of its own, which rests on a list and not on a decision ──────────────────────────────────────
ALTER TABLE ledger_entry
  ALTER COLUMN decision_id DROP NOT NULL,
  ADD COLUMN "one_off_list_id" UUID,
  DROP CONSTRAINT ledger_entry_benefit_check,
  ADD CONSTRAINT ledger_entry_benefit_check CHECK (benefit ~ '^[a-z0-9_]{1,40}$'),
  ADD CONSTRAINT ledger_entry_rests_on_check CHECK (
    num_nonnulls(decision_id, one_off_list_id) = 1 AND (benefit = 'top_up') = (decision_id IS NOT NULL));
CREATE INDEX "ledger_entry_one_offs" ON "ledger_entry"("holder_id", "benefit") WHERE benefit <> 'top_up';

ALTER TABLE ledger_tally
  ADD COLUMN "benefit" TEXT NOT NULL DEFAULT 'top_up',
  DROP CONSTRAINT ledger_tally_pkey,
  ADD CONSTRAINT ledger_tally_pkey PRIMARY KEY (run_id, district_code, income_band, month, kind, satang, benefit);
ALTER TABLE ledger_tally ALTER COLUMN benefit DROP DEFAULT;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT ON one_off_list, one_off_list_step, one_off_person TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- Persons come with their list; after its check or return nobody is added.
CREATE FUNCTION app.keep_one_off_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT list_id, province_code FROM added) a
    LEFT JOIN one_off_list l ON l.id = a.list_id AND l.province_code = a.province_code
      AND NOT EXISTS (SELECT FROM one_off_list_step s WHERE s.list_id = l.id)
    WHERE l.id IS NULL)
  THEN RAISE EXCEPTION 'nobody is added to this list' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $$;
-- Checked is the newest list alone, by another than who recorded it, and whole.
CREATE FUNCTION app.check_one_off_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
END $$;
-- An entry of the top-up rests on a decision of its holder; one of a list on a checked one, on which the holder stands where
-- it is not a difference.
CREATE OR REPLACE FUNCTION app.keep_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
END $$;
REVOKE ALL ON FUNCTION app.keep_one_off_list(), app.check_one_off_list() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.keep_one_off_list(), app.check_one_off_list() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON one_off_list FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON one_off_list_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON one_off_person FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER keeps AFTER INSERT ON one_off_person REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_one_off_list();
CREATE TRIGGER checks BEFORE INSERT ON one_off_list_step FOR EACH ROW EXECUTE FUNCTION app.check_one_off_list();

-- ── The walls: as those of the ledger ────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['one_off_list', 'one_off_list_step', 'one_off_person'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer,
      r_job, sukjai_bookkeeper', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer
      USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY keep ON %I FOR SELECT TO sukjai_keeper USING (true)', t);
    EXECUTE format('CREATE POLICY books ON %I FOR SELECT TO sukjai_bookkeeper USING (true)', t);
    EXECUTE format('CREATE POLICY job_read ON %I FOR SELECT TO r_job USING (true)', t);
  END LOOP;
END $$;
-- Whoever sees the band of a holder sees on which lists they stand; how many others do, the province alone.
CREATE POLICY colleagues ON one_off_list_step FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()) AND step = 'checked');
CREATE POLICY colleagues ON one_off_list FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()) AND EXISTS (SELECT FROM one_off_list_step s WHERE s.list_id = id));
CREATE POLICY through_holder ON one_off_person FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
-- A list is the job's to read from the file; what becomes of it, the officers'.
GRANT INSERT ON one_off_list, one_off_person TO r_job;
CREATE POLICY job_write ON one_off_list FOR INSERT TO r_job WITH CHECK (recorded_by_id = (SELECT app.uid()));
CREATE POLICY job_write ON one_off_person FOR INSERT TO r_job WITH CHECK (true);
GRANT INSERT ON one_off_list_step TO r_provincial_officer;
CREATE POLICY take ON one_off_list_step FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND taken_by_id = (SELECT app.uid()));
-- What ends a sum ends this one too.
GRANT SELECT (holder_id, kind, departed_on, confirmation) ON departure TO sukjai_bookkeeper;
CREATE POLICY books ON departure FOR SELECT TO sukjai_bookkeeper USING (true);

-- ── Its job ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE job DROP CONSTRAINT job_kind_check,
  ADD CONSTRAINT job_kind_check CHECK (kind IN ('import', 'export', 'month_run', 'what_if', 'pack', 'one_off_list'));
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text)
 RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'graphile_worker', 'pg_catalog' AS $$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export', 'month_run', 'what_if', 'pack', 'one_off_list') THEN
    RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023';
  END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
