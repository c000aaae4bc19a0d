-- The ledger and the month run that books it (docs/decisions/0039): what is due of each month, as it was booked. Rows are only
-- added; a later change of what is due is a row of its own.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sukjai_bookkeeper') THEN CREATE ROLE sukjai_bookkeeper NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'sukjai_bookkeeper', 'SET') THEN
    GRANT sukjai_bookkeeper TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
  END IF;
END $$;
GRANT sukjai_bookkeeper TO sukjai_job WITH INHERIT FALSE, SET TRUE;

-- ── The run of a month and its steps ─────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "month_run" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL CHECK (number > 0),
    "month" DATE NOT NULL CHECK (extract(day FROM month) = 1),
    -- The newest step, kept with the steps.
    "step" TEXT NOT NULL DEFAULT 'calculating',
    CONSTRAINT "month_run_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "month_run_province_code_month_key" ON "month_run"("province_code", "month");
CREATE UNIQUE INDEX "month_run_province_code_number_key" ON "month_run"("province_code", "number");

CREATE TABLE "month_run_step" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL REFERENCES month_run(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    "step" TEXT NOT NULL CHECK (step IN ('calculating', 'stopped', 'calculated', 'checked', 'certified', 'sent', 'reconciled')),
    -- Why it stopped, as a code, and how many people keep it.
    "blocked_by" TEXT CHECK (blocked_by IN ('undecided', 'unexpected')),
    "people" INTEGER CHECK (people > 0),
    -- The columns of the file that was sent.
    "fields" TEXT[] NOT NULL DEFAULT '{}',
    -- SHA-256 of what the run has booked.
    "content_sha256" TEXT CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
    "happened_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "month_run_step_pkey" PRIMARY KEY ("id"),
    CHECK ((step = 'stopped') = (blocked_by IS NOT NULL)),
    CHECK (people IS NULL OR step = 'stopped'),
    CHECK ((step = 'sent') = (cardinality(fields) > 0)),
    CHECK ((step = 'calculated') = (content_sha256 IS NOT NULL))
);
CREATE INDEX "month_run_step_run_id_recorded_at_idx" ON "month_run_step"("run_id", "recorded_at");

-- ── The ledger ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Ten rows a holder: no column and no index more than is asked for. Whose decision a row names is checked for all rows of a
-- statement at once (app.keep_ledger), not by a foreign key for each row.
CREATE TABLE "ledger_entry" (
    "holder_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    -- A difference has a sign.
    "satang" BIGINT NOT NULL CHECK (satang <> 0),
    "month" DATE NOT NULL CHECK (extract(day FROM month) = 1),
    -- 0: what was due when the month was booked; from 1 on: differences, in their order.
    "number" SMALLINT NOT NULL CHECK (number >= 0),
    "kind" TEXT NOT NULL CHECK (kind IN ('entitlement', 'difference')),
    "benefit" TEXT NOT NULL CHECK (benefit = 'top_up'),
    "rules_version" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    -- Of the booking: the holder may be in another one now.
    "district_code" TEXT NOT NULL,
    -- One living entry a holder, month and benefit.
    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("holder_id", "month", "benefit", "number"),
    CHECK ((kind = 'entitlement') = (number = 0)),
    CHECK (kind = 'difference' OR satang > 0)
);
-- The rows of a run lie one beside another, so that a few pages say where they are.
CREATE INDEX "ledger_entry_run_id_idx" ON "ledger_entry" USING brin ("run_id" uuid_minmax_multi_ops);
CREATE INDEX "ledger_entry_differences" ON "ledger_entry"("run_id", "holder_id", "month", "number") WHERE kind = 'difference';

-- How many entries of the same kind and amount each run booked, by district, band and month.
CREATE TABLE "ledger_tally" (
    "run_id" UUID NOT NULL REFERENCES month_run(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "income_band" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "satang" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    CONSTRAINT "ledger_tally_pkey" PRIMARY KEY ("run_id", "district_code", "income_band", "month", "kind", "satang")
);

GRANT USAGE ON SCHEMA app TO sukjai_bookkeeper;
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT, UPDATE (step) ON month_run TO sukjai_keeper;
GRANT SELECT ON month_run_step TO sukjai_keeper;
GRANT SELECT, INSERT, UPDATE ON ledger_tally TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- The ladder: no step is left out, and a run that is certified is never booked again. Who prepared neither checks nor certifies.
CREATE FUNCTION app.step_run() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
END $$;
-- The entries of one statement: of a run that is being calculated, each with a decision of its holder; and counted.
CREATE FUNCTION app.keep_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT run_id, province_code, month FROM new_rows) n
    LEFT JOIN month_run r ON r.id = n.run_id AND r.province_code = n.province_code AND r.step = 'calculating' AND n.month <= r.month
    WHERE r.id IS NULL)
  THEN RAISE EXCEPTION 'this run books nothing' USING ERRCODE = '23514'; END IF;
  IF EXISTS (SELECT FROM new_rows n LEFT JOIN entitlement_decision d ON d.id = n.decision_id
    WHERE d.holder_id IS DISTINCT FROM n.holder_id OR d.rules_version <> n.rules_version)
  THEN RAISE EXCEPTION 'an entry rests on a decision of its holder' USING ERRCODE = '23503'; END IF;
  INSERT INTO ledger_tally (run_id, province_code, district_code, income_band, month, kind, satang, entries)
  SELECT n.run_id, n.province_code, n.district_code, h.income_band, n.month, n.kind, n.satang, count(*)
  FROM new_rows n JOIN holder h ON h.id = n.holder_id
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (run_id, district_code, income_band, month, kind, satang) DO UPDATE SET entries = ledger_tally.entries + EXCLUDED.entries;
  RETURN NULL;
END $$;
-- How many people of the own province wait to be decided; nobody's name.
CREATE FUNCTION app.count_undecided() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT count(*) FROM app.undecided u JOIN holder h ON h.id = u.holder_id WHERE h.province_code = app.province()
$$;
REVOKE ALL ON FUNCTION app.step_run(), app.keep_ledger(), app.count_undecided() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_undecided() TO r_governor, r_provincial_officer;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.step_run(), app.keep_ledger() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER steps BEFORE INSERT ON month_run_step FOR EACH ROW EXECUTE FUNCTION app.step_run();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON month_run_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER keeps AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.keep_ledger();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION app.never_changes();

-- ── The walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['month_run', 'month_run_step', 'ledger_entry', 'ledger_tally'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, sukjai_bookkeeper', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer
      USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY books ON %I FOR SELECT TO sukjai_bookkeeper USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY keep ON month_run TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON month_run_step FOR SELECT TO sukjai_keeper USING (true);
CREATE POLICY keep ON ledger_tally TO sukjai_keeper USING (true) WITH CHECK (true);
-- Whoever sees the band of a holder sees what was booked, and which run did it.
GRANT SELECT ON month_run, ledger_entry TO r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY colleagues ON month_run FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY through_holder ON ledger_entry FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
GRANT INSERT ON month_run, month_run_step TO r_provincial_officer;
CREATE POLICY province_write ON month_run FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND step = 'calculating');
-- What a calculation ends with is the job's to say.
CREATE POLICY province_write ON month_run_step FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()) AND step NOT IN ('stopped', 'calculated'));
GRANT SELECT ON month_run, month_run_step TO r_job;
GRANT INSERT ON month_run_step TO r_job;
CREATE POLICY job ON month_run FOR SELECT TO r_job USING (true);
CREATE POLICY job_read ON month_run_step FOR SELECT TO r_job USING (true);
CREATE POLICY job_write ON month_run_step FOR INSERT TO r_job
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND step IN ('stopped', 'calculated'));
-- The bookkeeper only adds entries, from what is due: no name, no number of a card, no income.
GRANT INSERT ON ledger_entry TO sukjai_bookkeeper;
CREATE POLICY writes ON ledger_entry FOR INSERT TO sukjai_bookkeeper WITH CHECK (true);
GRANT SELECT ON entitlement TO sukjai_bookkeeper;
GRANT SELECT (id, holder_id, number, yes_on, rules_version) ON entitlement_decision TO sukjai_bookkeeper;
GRANT SELECT (id, province_code, district_code, counted, first_yes_on) ON holder TO sukjai_bookkeeper;
GRANT SELECT ON app.undecided TO sukjai_bookkeeper;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entitlement', 'entitlement_decision', 'holder'] LOOP
    EXECUTE format('CREATE POLICY books ON %I FOR SELECT TO sukjai_bookkeeper USING (true)', t);
  END LOOP;
END $$;

-- The Ministry's order of columns is of one file or of the other.
ALTER TABLE ministry_field_order ADD COLUMN "of" TEXT NOT NULL DEFAULT 'entries' CHECK ("of" IN ('entries', 'month_run'));

-- ── Its job ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE job DROP CONSTRAINT job_kind_check, ADD CONSTRAINT job_kind_check CHECK (kind IN ('import', 'export', 'month_run'));
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text)
 RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'graphile_worker', 'pg_catalog' AS $$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export', 'month_run') THEN RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023'; END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
