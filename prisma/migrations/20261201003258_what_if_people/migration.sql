-- Whose sum a version changes, by name (docs/decisions/0048): only once it is checked with its letter, for treasury and governor of
-- their own province. Written by the job that counts what a version would change; a draft has no names.
CREATE TABLE what_if_person (
    job_id UUID NOT NULL,
    province_code TEXT NOT NULL,
    district_code TEXT NOT NULL,
    holder_id UUID NOT NULL,
    -- Of all months: by the rules of now, and by the version.
    satang_before BIGINT NOT NULL,
    satang BIGINT NOT NULL,
    gains BOOLEAN NOT NULL GENERATED ALWAYS AS (satang > satang_before) STORED,
    PRIMARY KEY (job_id, gains, district_code, holder_id),
    CHECK (satang <> satang_before)
);
ALTER TABLE what_if_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE what_if_person FORCE ROW LEVEL SECURITY;
GRANT SELECT ON what_if_person TO r_governor, r_provincial_officer;
CREATE POLICY province_read ON what_if_person FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
GRANT SELECT, INSERT, DELETE ON what_if_person TO r_job;
CREATE POLICY job ON what_if_person FOR ALL TO r_job USING (true) WITH CHECK (true);

-- Looked at once a statement: a province has hundreds of thousands of rows.
CREATE FUNCTION app.names_after_the_letter() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT job_id, province_code FROM added) a
    LEFT JOIN job j ON j.id = a.job_id AND j.kind = 'what_if' AND j.province_code = a.province_code
      AND app.is_checked((j.input ->> 'ruleVersionId')::uuid)
    WHERE j.id IS NULL)
  THEN RAISE EXCEPTION 'nobody is named before the letter is checked' USING ERRCODE = '23514'; END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.names_after_the_letter() FROM PUBLIC;
CREATE TRIGGER after_the_letter AFTER INSERT ON what_if_person REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.names_after_the_letter();
