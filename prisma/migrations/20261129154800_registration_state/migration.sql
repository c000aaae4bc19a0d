-- Where a registration stands, kept by the change that moves it: so it is counted and paged in SQL, and a district that
-- wrote somebody down of another district reads it from its own row.
ALTER TABLE registration
  ADD COLUMN "state" TEXT NOT NULL DEFAULT 'waiting',
  ADD CONSTRAINT registration_state_check
    CHECK (state IN ('waiting', 'asked_ministry', 'proposed', 'confirmed', 'listed', 'recorded', 'refused'));
CREATE INDEX "registration_province_code_state_idx" ON registration (province_code, state);
CREATE INDEX "registration_district_code_state_idx" ON registration (district_code, state);
GRANT UPDATE (state) ON registration TO sukjai_keeper;
CREATE POLICY kept ON registration FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- By the standing of the holder where they are counted, else by the newest decision; a find that was not approved waits again.
CREATE FUNCTION app.registration_state(p_id uuid, p_holder uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT coalesce(
    (SELECT h.standing FROM holder h WHERE h.id = p_holder AND h.counted),
    (SELECT CASE
        WHEN d.outcome <> 'found' THEN d.outcome
        WHEN d.approval = 'approved' THEN 'recorded'
        WHEN d.approval = 'pending' THEN 'proposed'
        ELSE 'waiting' END
      FROM registration_decision d WHERE d.registration_id = p_id ORDER BY d.recorded_at DESC LIMIT 1),
    'waiting')
$$;

CREATE FUNCTION app.decision_moves_registration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE registration r SET state = app.registration_state(r.id, r.holder_id) WHERE r.id = NEW.registration_id;
  RETURN NULL;
END $$;

CREATE FUNCTION app.standing_moves_registration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE registration r SET state = app.registration_state(r.id, r.holder_id) WHERE r.holder_id = NEW.id;
  RETURN NULL;
END $$;

-- Nobody registers somebody who is confirmed already: every registration begins as waiting.
CREATE FUNCTION app.registration_begins() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  NEW.state := 'waiting';
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION app.registration_state(uuid, uuid), app.decision_moves_registration(), app.standing_moves_registration(),
  app.registration_begins() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.registration_state(uuid, uuid), app.decision_moves_registration(),
  app.standing_moves_registration(), app.registration_begins() TO %I', session_user); END $$;
-- The row says it now.
DROP FUNCTION app.registration_standing(uuid[]);
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER begins BEFORE INSERT ON registration FOR EACH ROW EXECUTE FUNCTION app.registration_begins();
-- After `approved` and `decided`, in the order of the names: they change the holder's standing first.
CREATE TRIGGER moves AFTER INSERT OR UPDATE ON registration_decision
  FOR EACH ROW EXECUTE FUNCTION app.decision_moves_registration();
CREATE TRIGGER moves_registration AFTER UPDATE ON holder
  FOR EACH ROW WHEN (OLD.standing IS DISTINCT FROM NEW.standing) EXECUTE FUNCTION app.standing_moves_registration();

-- Those that are there already; the owner's own policies would hide them.
ALTER TABLE registration NO FORCE ROW LEVEL SECURITY;
UPDATE registration r SET state = app.registration_state(r.id, r.holder_id);
ALTER TABLE registration FORCE ROW LEVEL SECURITY;
