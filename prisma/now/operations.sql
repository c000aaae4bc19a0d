-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.command_receipt
-- The first outcome of a command: the same id sent again gets this answer and changes nothing.
CREATE TABLE command_receipt (
  id uuid NOT NULL,
  actor_id uuid NOT NULL,
  action text NOT NULL,
  input_hash text NOT NULL,
  outcome jsonb NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT command_receipt_pkey PRIMARY KEY (id)
);
CREATE INDEX command_receipt_created_at ON public.command_receipt USING brin (created_at);
-- Row security, for the owner as well
CREATE POLICY clean ON command_receipt FOR ALL TO r_job
  USING (true)
  WITH CHECK (false);
CREATE POLICY own ON command_receipt FOR ALL TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_link_bearer, r_provincial_officer, r_receiving_officer
  USING ((actor_id = (SELECT app.uid())))
  WITH CHECK ((actor_id = (SELECT app.uid())));
CREATE POLICY read_all ON command_receipt FOR SELECT TO sukjai_keeper
  USING (true);
GRANT DELETE, SELECT (id, created_at) ON command_receipt TO r_job;
GRANT INSERT, SELECT ON command_receipt TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_link_bearer, r_provincial_officer, r_receiving_officer;
GRANT SELECT ON command_receipt TO sukjai_keeper;
-- Owner: sukjai

-- ── public.import_batch
-- One delivery of the Ministry's list to a province.
CREATE TABLE import_batch (
  id uuid NOT NULL,
  province_code text NOT NULL,
  number integer NOT NULL,
  job_id uuid,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_bytes bigint NOT NULL,
  encoding text,
  columns jsonb,
  area_choices jsonb NOT NULL DEFAULT '{}'::jsonb,
  status text NOT NULL DEFAULT 'uploaded'::text,
  rows_in integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  missing integer NOT NULL DEFAULT 0,
  reasons jsonb NOT NULL DEFAULT '{}'::jsonb,
  mended jsonb NOT NULL DEFAULT '{}'::jsonb,
  merged_rows integer NOT NULL DEFAULT 0,
  programme_on date NOT NULL,
  created_by_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  header jsonb,
  run_at timestamp(3) with time zone,
  reading jsonb,
  choice jsonb NOT NULL DEFAULT '{}'::jsonb,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  judged jsonb,
  asked jsonb NOT NULL DEFAULT '{}'::jsonb,
  emptied jsonb NOT NULL DEFAULT '{}'::jsonb,
  fault_at jsonb,
  CONSTRAINT import_batch_check CHECK (((status <> ALL (ARRAY['checked'::text, 'done'::text, 'undone'::text])) OR (rows_in = (((created + changed) + unchanged) + rejected)))),
  CONSTRAINT import_batch_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'discarded'::text]))),
  CONSTRAINT import_batch_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_batch_job_id_fkey FOREIGN KEY (job_id) REFERENCES job(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_batch_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX import_batch_province_code_number_key ON public.import_batch USING btree (province_code, number);
-- Row security, for the owner as well
CREATE POLICY job ON import_batch FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_write ON import_batch FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (created_by_id = (SELECT app.uid()))));
CREATE POLICY case_file_read ON import_batch FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((province_code = (SELECT app.province())));
CREATE POLICY decider_read ON import_batch FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY keep ON import_batch FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY province_read ON import_batch FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY province_change ON import_batch FOR UPDATE TO r_provincial_officer
  USING ((province_code = (SELECT app.province())))
  WITH CHECK ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT, UPDATE (job_id, columns, area_choices, status, choice, answers) ON import_batch TO r_provincial_officer;
GRANT SELECT ON import_batch TO r_governor;
GRANT SELECT (id, number, programme_on) ON import_batch TO sukjai_decider;
GRANT SELECT (id, programme_on) ON import_batch TO sukjai_keeper;
GRANT SELECT (id, province_code, number, programme_on, finished_at, undone_at) ON import_batch TO r_account_officer, r_district_chief, r_district_secretary;
GRANT SELECT, UPDATE ON import_batch TO r_job;
-- Owner: sukjai

-- ── public.import_change
-- What a batch changed of a holder, and the values before it: the history, and what an undo restores.
CREATE TABLE import_change (
  batch_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT import_change_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_change_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_change_pkey PRIMARY KEY (batch_id, holder_id)
);
CREATE INDEX import_change_holder_id_idx ON public.import_change USING btree (holder_id);
-- Row security, for the owner as well
CREATE POLICY job ON import_change FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON import_change FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY through_holder ON import_change FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = import_change.holder_id))));
GRANT DELETE, INSERT, SELECT ON import_change TO r_job;
GRANT SELECT ON import_change TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.import_columns
-- The choice of columns remembered for a header line.
CREATE TABLE import_columns (
  province_code text NOT NULL,
  signature text NOT NULL,
  columns jsonb NOT NULL,
  CONSTRAINT import_columns_pkey PRIMARY KEY (province_code, signature)
);
-- Row security, for the owner as well
CREATE POLICY province ON import_columns FOR ALL TO r_provincial_officer
  USING ((province_code = (SELECT app.province())))
  WITH CHECK ((province_code = (SELECT app.province())));
CREATE POLICY job ON import_columns FOR SELECT TO r_job
  USING (true);
GRANT INSERT, SELECT, UPDATE ON import_columns TO r_provincial_officer;
GRANT SELECT ON import_columns TO r_job;
-- Owner: sukjai

-- ── public.import_mended
-- What a spreadsheet had damaged in a row and the import repaired, encrypted, kept for 30 days.
CREATE TABLE import_mended (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  province_code text NOT NULL,
  repairs_enc bytea NOT NULL,
  CONSTRAINT import_mended_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT import_mended_pkey PRIMARY KEY (batch_id, row_number)
);
-- Row security, for the owner as well
CREATE POLICY job ON import_mended FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON import_mended FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT ON import_mended TO r_job;
GRANT SELECT ON import_mended TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.import_missing
-- Holders of the province who are not in the batch's file: reported, never changed.
CREATE TABLE import_missing (
  batch_id uuid NOT NULL,
  province_code text NOT NULL,
  part integer NOT NULL,
  holder_ids uuid[] NOT NULL,
  CONSTRAINT import_missing_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT import_missing_pkey PRIMARY KEY (batch_id, part)
);
-- Row security, for the owner as well
CREATE POLICY job ON import_missing FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON import_missing FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT ON import_missing TO r_job;
GRANT SELECT ON import_missing TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.import_rejection
-- A row that could not be imported, kept encrypted for 30 days.
CREATE TABLE import_rejection (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  province_code text NOT NULL,
  reason text NOT NULL,
  cells_enc bytea NOT NULL,
  candidates text[],
  CONSTRAINT import_rejection_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT import_rejection_pkey PRIMARY KEY (batch_id, row_number)
);
-- Row security, for the owner as well
CREATE POLICY job ON import_rejection FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_read ON import_rejection FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT DELETE, INSERT, SELECT ON import_rejection TO r_job;
GRANT SELECT ON import_rejection TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.job
-- Long work with progress: the officer who asked can leave the page and find it again.
CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'queued'::text,
  phase text NOT NULL DEFAULT 'queued'::text,
  progress integer NOT NULL DEFAULT 0,
  total integer,
  input jsonb NOT NULL,
  result jsonb,
  failure text,
  requested_by_id uuid NOT NULL,
  province_code text,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at timestamp(3) with time zone,
  finished_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  CONSTRAINT job_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'export'::text, 'month_run'::text, 'what_if'::text, 'pack'::text, 'one_off_list'::text]))),
  CONSTRAINT job_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  CONSTRAINT job_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT job_pkey PRIMARY KEY (id)
);
CREATE INDEX job_requested_by_id_created_at_idx ON public.job USING btree (requested_by_id, created_at DESC);
-- Row security, for the owner as well
CREATE POLICY job ON job FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY own ON job FOR ALL TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer
  USING ((requested_by_id = (SELECT app.uid())))
  WITH CHECK ((requested_by_id = (SELECT app.uid())));
GRANT INSERT, SELECT ON job TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
GRANT INSERT, SELECT, UPDATE ON job TO r_job;
-- Owner: sukjai
