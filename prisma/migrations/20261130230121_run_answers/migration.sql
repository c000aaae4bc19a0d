-- What the Ministry answers to a month run (docs/decisions/0039): a file, read by the columns and codes that the treasury has
-- recorded, or totals alone. What differs from what we booked is a line to be looked at.
CREATE TABLE "run_answer_format" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "id_column" TEXT NOT NULL,
    "amount_column" TEXT,
    "code_column" TEXT,
    -- Codes that say "topped up"; every other one says that it was not.
    "topped_up_codes" TEXT[] NOT NULL,
    "other_codes" TEXT[] NOT NULL,
    -- The base allowance that the amount includes, in satang, by income band; empty: it includes none.
    "base" JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(base) = 'object'),
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "run_answer_format_pkey" PRIMARY KEY ("id"),
    CHECK (num_nonnulls(amount_column, code_column) > 0),
    CHECK ((code_column IS NULL) = (cardinality(topped_up_codes) = 0))
);
CREATE INDEX "run_answer_format_province_code_recorded_at_idx" ON "run_answer_format"("province_code", "recorded_at" DESC);

CREATE TABLE "run_answer" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL REFERENCES month_run(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    -- Null: totals alone, from a letter.
    "format_id" UUID REFERENCES run_answer_format(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "file_sha256" TEXT,
    -- The day of the Ministry's file or letter.
    "file_on" DATE NOT NULL,
    -- Whom the Ministry says that it topped up, and the sum without the base allowance; null: it names no amount.
    "people" INTEGER NOT NULL CHECK (people >= 0),
    "satang" BIGINT,
    -- Rows of the file that name nobody of the province, and rows that name somebody twice.
    "unknown_rows" INTEGER[] NOT NULL DEFAULT '{}',
    "twice_rows" INTEGER[] NOT NULL DEFAULT '{}',
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "run_answer_pkey" PRIMARY KEY ("id"),
    CHECK (file_on <= recorded_on),
    CHECK ((format_id IS NULL) = (file_sha256 IS NULL))
);
CREATE INDEX "run_answer_run_id_recorded_at_idx" ON "run_answer"("run_id", "recorded_at");
-- The same file twice changes nothing.
CREATE UNIQUE INDEX "run_answer_run_id_file_sha256_key" ON "run_answer"("run_id", "file_sha256");

CREATE TABLE "run_answer_line" (
    "answer_id" UUID NOT NULL REFERENCES run_answer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "outcome" TEXT NOT NULL CHECK (outcome IN ('same', 'other_amount', 'not_topped_up', 'not_answered', 'not_booked')),
    -- What the Ministry says without the base allowance; null: it names no amount.
    "satang" BIGINT,
    -- What the run has booked.
    "booked" BIGINT NOT NULL,
    CONSTRAINT "run_answer_line_pkey" PRIMARY KEY ("holder_id", "answer_id")
);
CREATE INDEX "run_answer_line_differs" ON "run_answer_line"("answer_id", "holder_id") WHERE outcome <> 'same';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['run_answer_format', 'run_answer', 'run_answer_line'] LOOP
    EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.never_changes()', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer
      USING (province_code = (SELECT app.province()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['run_answer_format', 'run_answer'] LOOP
    EXECUTE format('GRANT INSERT ON %I TO r_provincial_officer', t);
    EXECUTE format('CREATE POLICY province_write ON %I FOR INSERT TO r_provincial_officer
      WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()))', t);
  END LOOP;
END $$;
-- Lines are the job's, which compares them with the ledger as the bookkeeper.
GRANT SELECT ON run_answer_format TO r_job;
CREATE POLICY job ON run_answer_format FOR SELECT TO r_job USING (true);
GRANT INSERT ON run_answer TO r_job;
CREATE POLICY job ON run_answer FOR INSERT TO r_job WITH CHECK (recorded_by_id = (SELECT app.uid()));
GRANT SELECT, INSERT ON run_answer_line TO sukjai_bookkeeper;
CREATE POLICY books ON run_answer_line TO sukjai_bookkeeper USING (true) WITH CHECK (true);
ALTER POLICY job_write ON month_run_step
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND step IN ('stopped', 'calculated', 'reconciled'));

-- Of which months the Ministry says that it topped the card up, by its newest answer, and the day of that file; without an
-- amount, for whoever answers a person of the province.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT ON run_answer, run_answer_line TO sukjai_keeper;
CREATE POLICY keep ON run_answer FOR SELECT TO sukjai_keeper USING (true);
CREATE POLICY keep ON run_answer_line FOR SELECT TO sukjai_keeper USING (true);
SET ROLE sukjai_keeper;
CREATE FUNCTION app.topped_up(p_holder uuid) RETURNS TABLE (month date, file_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT n.month, n.file_on FROM (
    SELECT DISTINCT ON (r.month) r.month, a.file_on, l.outcome
    FROM run_answer_line l JOIN run_answer a ON a.id = l.answer_id JOIN month_run r ON r.id = a.run_id
    WHERE l.holder_id = p_holder AND EXISTS (SELECT FROM holder h WHERE h.id = p_holder AND h.province_code = app.province())
    ORDER BY r.month, a.recorded_at DESC) n
  WHERE n.outcome IN ('same', 'other_amount', 'not_booked') ORDER BY n.month DESC
$$;
REVOKE ALL ON FUNCTION app.topped_up(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.topped_up(uuid) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
