-- What the Ministry answers to a file (docs/decisions/0036): its return file is read by the columns and codes that the treasury
-- has recorded, and each line that it names is accepted or sent back.
CREATE TABLE "ministry_return_format" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "id_column" TEXT NOT NULL,
    "position_column" TEXT,
    "code_column" TEXT NOT NULL,
    "codes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_return_format_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ministry_return_format_province_code_recorded_at_idx" ON "ministry_return_format"("province_code", "recorded_at" DESC);

CREATE TABLE "ministry_return" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "file_id" UUID NOT NULL REFERENCES ministry_file(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "format_id" UUID NOT NULL REFERENCES ministry_return_format(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "accepted" INTEGER NOT NULL,
    "bounced" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "unknown_rows" INTEGER[] NOT NULL,
    "twice_rows" INTEGER[] NOT NULL,
    "unclear_rows" INTEGER[] NOT NULL,
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_return_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ministry_return_answered_check" CHECK (answered_on <= recorded_on)
);
-- The same answer twice changes nothing.
CREATE UNIQUE INDEX "ministry_return_file_id_file_sha256_key" ON "ministry_return"("file_id", "file_sha256");
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON ministry_return FOR EACH ROW EXECUTE FUNCTION app.never_changes();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ministry_return_format', 'ministry_return'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('GRANT INSERT ON %I TO r_provincial_officer', t);
  END LOOP;
END $$;
CREATE POLICY colleagues ON ministry_return_format FOR SELECT TO r_district_chief, r_district_secretary
  USING (province_code = (SELECT app.province()));
CREATE POLICY province_write ON ministry_return_format FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY district_read ON ministry_return FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
GRANT INSERT ON ministry_return TO r_district_chief, r_district_secretary;
CREATE POLICY province_write ON ministry_return FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM ministry_file f WHERE f.id = file_id AND f.district_code IS NOT DISTINCT FROM ministry_return.district_code));
CREATE POLICY district_write ON ministry_return FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (province_code = (SELECT app.province()) AND district_code = (SELECT app.district()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM ministry_file f WHERE f.id = file_id AND f.district_code = ministry_return.district_code));

-- An entry that the Ministry has accepted; which return file said so stands at the step.
ALTER TABLE ministry_entry DROP CONSTRAINT ministry_entry_state_check,
  ADD CONSTRAINT ministry_entry_state_check CHECK (state IN ('unreported', 'reported', 'accepted', 'bounced'));
ALTER TABLE ministry_event DROP CONSTRAINT ministry_event_state_check,
  ADD CONSTRAINT ministry_event_state_check CHECK (state IN ('unreported', 'reported', 'accepted', 'bounced')),
  ADD COLUMN "return_id" UUID REFERENCES ministry_return(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT ministry_event_return_check CHECK (return_id IS NULL OR state IN ('accepted', 'bounced')),
  -- Only an answer of the Ministry accepts.
  ADD CONSTRAINT ministry_event_accepted_check CHECK (state <> 'accepted' OR return_id IS NOT NULL);
CREATE INDEX "ministry_event_return_id_idx" ON ministry_event ("return_id");
ALTER POLICY caseload_write ON ministry_event
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND file_id IS NULL AND return_id IS NULL
    AND EXISTS (SELECT FROM ministry_entry e WHERE e.id = entry_id AND e.holder_id = ministry_event.holder_id
      AND e.district_code = ministry_event.district_code AND e.province_code = ministry_event.province_code));

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.ministry_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
