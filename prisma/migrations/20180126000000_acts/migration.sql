-- Undo of a move: refused once anybody has done anything for one of its holders since. What counts as an act is said once,
-- by a trigger on each table that keeps acts; reading is none, nor is what imports and jobs work out.
CREATE TABLE app.last_act (
    -- Says nothing without the holder: an undone import takes it along.
    holder_id uuid PRIMARY KEY REFERENCES holder(id) ON DELETE CASCADE ON UPDATE CASCADE,
    at timestamptz NOT NULL
);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.holder_acted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_catalog AS $$
BEGIN
  -- Not everything that is asked of the office is about somebody on the list.
  INSERT INTO last_act AS l (holder_id, at) SELECT NEW.holder_id, clock_timestamp() WHERE NEW.holder_id IS NOT NULL
    ON CONFLICT (holder_id) DO UPDATE SET at = EXCLUDED.at;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION app.move_acted_on(p_move uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (
    SELECT FROM assignment a WHERE a.move_id = p_move AND a.district_code = (SELECT app.district()) AND (
      EXISTS (SELECT FROM assignment x WHERE x.holder_id = a.holder_id AND x.created_at >= a.created_at AND x.move_id <> p_move)
      OR EXISTS (SELECT FROM app.last_act x WHERE x.holder_id = a.holder_id AND x.at >= a.created_at)))
$$;
REVOKE ALL ON FUNCTION app.holder_acted() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.holder_acted() TO %I', session_user); END $$;
RESET ROLE;

-- Each kind with its trigger, and what was done before this change.
ALTER TABLE caseload_transfer NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE act record;
BEGIN
  FOR act IN SELECT * FROM (VALUES
    ('intent', 'recorded_at', 'INSERT OR UPDATE'),
    ('visit', 'recorded_at', 'INSERT OR UPDATE'),
    ('appointment', 'recorded_at', 'INSERT OR UPDATE'),
    ('absence', 'recorded_at', 'INSERT OR UPDATE'),
    ('departure', 'recorded_at', 'INSERT OR UPDATE'),
    ('interview_refusal', 'recorded_at', 'INSERT OR UPDATE'),
    ('assessment_draft', 'saved_at', 'INSERT OR UPDATE'),
    ('assessment', 'recorded_at', 'INSERT OR UPDATE'),
    ('plan_version', 'recorded_at', 'INSERT OR UPDATE'),
    ('consent_event', 'recorded_at', 'INSERT OR UPDATE'),
    ('referral_event', 'recorded_at', 'INSERT OR UPDATE'),
    ('contact', 'recorded_at', 'INSERT OR UPDATE'),
    ('ministry_event', 'recorded_at', 'INSERT OR UPDATE'),
    ('co_interview', 'recorded_at', 'INSERT OR UPDATE'),
    ('inquiry', 'recorded_at', 'INSERT OR UPDATE'),
    ('unlisted_decision', 'recorded_at', 'INSERT OR UPDATE'),
    -- Coming into force and being closed are the clock's and the import's.
    ('correction', 'recorded_at', 'INSERT OR UPDATE OF decided_by_id'),
    -- The answer is a move of its own, or changes nothing.
    ('transfer_person', '(SELECT t.recorded_at FROM caseload_transfer t WHERE t.id = transfer_id)', 'INSERT')
  ) AS kinds (name, at, changes) LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', act.name);
    EXECUTE format('INSERT INTO app.last_act AS l (holder_id, at) SELECT holder_id, max(%s) FROM %I WHERE holder_id IS NOT NULL GROUP BY 1
      ON CONFLICT (holder_id) DO UPDATE SET at = greatest(l.at, EXCLUDED.at)', act.at, act.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', act.name);
    EXECUTE format('CREATE TRIGGER acted AFTER %s ON %I FOR EACH ROW EXECUTE FUNCTION app.holder_acted()', act.changes, act.name);
  END LOOP;
END $$;
ALTER TABLE caseload_transfer FORCE ROW LEVEL SECURITY;
ALTER TABLE app.last_act OWNER TO sukjai_keeper;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
