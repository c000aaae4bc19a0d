-- The import of the Ministry's list.

ALTER TABLE import_batch
  ADD COLUMN header jsonb,
  ADD COLUMN run_at timestamptz(3),
  DROP CONSTRAINT import_batch_status_check,
  ADD CONSTRAINT import_batch_status_check
    CHECK (status IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone', 'discarded'));

-- Holders of the province that the batch's file does not have: reported, never touched.
CREATE TABLE "import_missing" (
    "batch_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,

    CONSTRAINT "import_missing_pkey" PRIMARY KEY ("batch_id","holder_id")
);
CREATE INDEX "import_missing_holder_id_idx" ON "import_missing"("holder_id");
ALTER TABLE "import_missing" ADD CONSTRAINT "import_missing_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_missing" ADD CONSTRAINT "import_missing_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a spreadsheet had damaged and the import mended: the first of them, encrypted, for 30 days.
CREATE TABLE "import_mended" (
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "province_code" TEXT NOT NULL,
    "repairs_enc" BYTEA NOT NULL,

    CONSTRAINT "import_mended_pkey" PRIMARY KEY ("batch_id","row_number")
);
ALTER TABLE "import_mended" ADD CONSTRAINT "import_mended_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_missing', 'import_mended'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO r_job', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY job ON %I TO r_job USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- One chunk of a file at a time lands here by COPY; `accepted` is false for a rejected row with a readable ID,
-- which is in the file all the same. Which holders the file has is kept until the batch ends.
SET ROLE sukjai_job;
CREATE UNLOGGED TABLE staging.import_row (
  batch_id uuid NOT NULL, row_number int NOT NULL, accepted boolean NOT NULL, id uuid NOT NULL,
  national_id_index bytea NOT NULL, national_id_enc bytea, national_id_last4 text, title text, first_name text, last_name text,
  birth_date date, birth_date_precision text, district_code text, subdistrict_code text, moo int, house_no text,
  ministry_phone text, ministry_occupation text, income_2559_satang int, search_name text, income_band text, age_class text,
  PRIMARY KEY (batch_id, row_number));
CREATE TABLE staging.import_seen (batch_id uuid NOT NULL, holder_id uuid NOT NULL, PRIMARY KEY (batch_id, holder_id));
GRANT SELECT, INSERT, DELETE ON staging.import_row, staging.import_seen TO r_job;
RESET ROLE;
