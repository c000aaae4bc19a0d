-- Undo of an import, like that of a move: refused after any act on one of its holders. What counts as an act is said once
-- (migration `acts`), so the job no longer reads the tables of acts; what it does not use it may not.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.acted_since(p_since timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT holder_id FROM last_act WHERE at >= p_since
$$;
REVOKE ALL ON FUNCTION app.acted_since(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.acted_since(timestamptz) TO r_job;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

REVOKE UPDATE ON holder_income, import_change FROM r_job;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['intent', 'assessment', 'assessment_draft', 'interview_refusal', 'departure', 'visit',
    'appointment', 'absence', 'inquiry', 'inquiry_pass'] LOOP
    EXECUTE format('REVOKE SELECT ON %I FROM r_job', name);
    EXECUTE format('ALTER POLICY read_all ON %I TO sukjai_keeper', name);
  END LOOP;
END $$;
