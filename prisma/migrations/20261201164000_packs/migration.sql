-- Papers for a meeting (docs/decisions/0052): what was asked for, and everything that its files say, read once and kept. The files lie on
-- the disk and can be made again from it.
CREATE TABLE pack (
    id UUID PRIMARY KEY,
    province_code TEXT NOT NULL,
    district_code TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('now', 'day', 'round')),
    -- Of a day with numbers of 16:30 that day, else the one on which it was asked for.
    day DATE NOT NULL,
    round TEXT,
    -- Made by itself before a meeting; in the name of the head, whose rights it reads with.
    meeting_on DATE,
    requested_by_id UUID NOT NULL REFERENCES officer (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    requested_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    contents JSONB,
    made_at TIMESTAMPTZ(3),
    failed_at TIMESTAMPTZ(3),
    CHECK ((kind = 'round') = (round IS NOT NULL)),
    CHECK ((contents IS NULL) = (made_at IS NULL)),
    CHECK (district_code IS NULL OR left(district_code, 2) = province_code)
);
CREATE INDEX pack_province_code_requested_at_idx ON pack (province_code, requested_at DESC);
CREATE INDEX pack_district_code_requested_at_idx ON pack (district_code, requested_at DESC);
CREATE INDEX pack_requested_by_id_idx ON pack (requested_by_id);
-- One for each meeting of an area.
CREATE UNIQUE INDEX pack_meeting_key ON pack ((coalesce(district_code, province_code)), meeting_on) WHERE meeting_on IS NOT NULL;
COMMENT ON TABLE pack IS 'Papers for a meeting: what was asked for and everything that its files say. Once made they never change.';

ALTER TABLE pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE pack FORCE ROW LEVEL SECURITY;
CREATE POLICY district_read ON pack FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY province_read ON pack FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY district_ask ON pack FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND requested_by_id = (SELECT app.uid()) AND contents IS NULL AND meeting_on IS NULL);
CREATE POLICY province_ask ON pack FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND requested_by_id = (SELECT app.uid()) AND contents IS NULL AND meeting_on IS NULL);
CREATE POLICY job ON pack FOR ALL TO r_job USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON pack TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
GRANT SELECT, INSERT, UPDATE (day, contents, made_at, failed_at) ON pack TO r_job;

CREATE FUNCTION app.pack_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.contents IS NOT NULL THEN RAISE EXCEPTION 'a pack stays as it was made' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.pack_stays() FROM PUBLIC;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON pack FOR EACH ROW EXECUTE FUNCTION app.pack_stays();

-- The worker asks for those that are made by themselves.
GRANT INSERT ON job TO r_job;
ALTER TABLE job DROP CONSTRAINT job_kind_check,
  ADD CONSTRAINT job_kind_check CHECK (kind IN ('import', 'export', 'month_run', 'what_if', 'pack'));

-- Who fetched which file of a pack, as the audit has it: of packs that the asker may see, and nothing else of the audit.
SET ROLE sukjai_audit;
CREATE FUNCTION audit.fetched(p_packs uuid[]) RETURNS TABLE(pack_id uuid, file text, officer_id uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'audit', 'pg_catalog' AS $$
  SELECT e.subject_id::uuid, e.detail ->> 'file', e.actor::uuid, max(e.at) FROM audit.event e
  WHERE e.subject_id = ANY (p_packs::text[]) AND e.action = 'pack.read' AND e.subject_type = 'pack'
    AND e.detail ->> 'province' = current_setting('app.province', true)
    AND (current_setting('app.role', true) IN ('governor', 'provincial_officer') OR e.detail ->> 'district' = current_setting('app.district', true))
  GROUP BY 1, 2, 3
$$;
REVOKE ALL ON FUNCTION audit.fetched(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.fetched(uuid[]) TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
RESET ROLE;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text)
 RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'graphile_worker', 'pg_catalog' AS $$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export', 'month_run', 'what_if', 'pack') THEN RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023'; END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
