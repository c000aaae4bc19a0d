-- Rules as dated data (docs/decisions/0037): a rule set that a letter gives is recorded by one officer of the treasury and
-- checked with the letter by another. Nothing is changed: a correction is another version of the draft. Rows for SQL
-- (app.rule_set and its bands and rounds) are written by the check, in its transaction.
CREATE TABLE rule_version (
    id UUID NOT NULL,
    province_code TEXT NOT NULL,
    version TEXT NOT NULL,
    in_force_from DATE NOT NULL,
    letter_number TEXT NOT NULL,
    letter_on DATE NOT NULL,
    -- What the letter says, in a line.
    about TEXT NOT NULL,
    scan_id UUID NOT NULL REFERENCES paper_file(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    -- The whole set, and the cases that are kept with it (domain/rules/rule-file.ts). JSON keeps the order of the catalogue.
    document JSON NOT NULL,
    cases JSON NOT NULL,
    -- The draft that it takes the place of.
    replaces_id UUID REFERENCES rule_version(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    recorded_by_id UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    recorded_on DATE NOT NULL,
    recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (id),
    CHECK (version ~ '^\d{4}-\d{2}-\d{2}$'),
    CHECK (json_typeof(document) = 'object' AND document ->> 'version' = version),
    CHECK (json_typeof(cases) = 'array'),
    CHECK (letter_on <= recorded_on)
);
-- A draft is replaced once.
CREATE UNIQUE INDEX rule_version_replaces_id_key ON rule_version (replaces_id);
CREATE INDEX rule_version_recorded_idx ON rule_version (province_code, recorded_at DESC);

CREATE TABLE rule_version_step (
    rule_version_id UUID NOT NULL REFERENCES rule_version(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    province_code TEXT NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('checked', 'returned')),
    note TEXT,
    taken_by_id UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    taken_on DATE NOT NULL,
    taken_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (rule_version_id),
    CHECK (step <> 'returned' OR note IS NOT NULL)
);

CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON rule_version FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON rule_version_step FOR EACH ROW EXECUTE FUNCTION app.never_changes();

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT ON rule_version, rule_version_step TO sukjai_keeper;
GRANT INSERT ON app.rule_set, app.rule_band, app.rule_round TO sukjai_keeper;
GRANT SELECT ON app.rule_set TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- The province whose treasury records rules: the one that the installation names, else the only one that has a treasury here.
CREATE FUNCTION app.rules_province() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT coalesce((SELECT s.value #>> '{}' FROM setting s WHERE s.key = 'rules_province'),
    (SELECT min(o.province_code) FROM officer o WHERE o.role = 'provincial_officer' AND o.status = 'active'
      HAVING count(DISTINCT o.province_code) = 1))
$$;

-- Which sets are known, in a word: whoever keeps sets in memory compares it.
CREATE FUNCTION app.rules_stamp() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT string_agg(version, ' ' ORDER BY version) FROM rule_set
$$;

-- The same for a transaction that may decide: no set can be added until it ends. A function of its own statement, so that it
-- sees what was committed while it waited.
CREATE FUNCTION app.hold_rules() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rules'), 0);
  RETURN app.rules_stamp();
END $$;

-- The sets that were recorded and checked, as they are kept. They are public: nothing of a person is in them.
CREATE FUNCTION app.recorded_rules() RETURNS json LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT coalesce(json_agg(v.document ORDER BY v.in_force_from), '[]')
  FROM rule_version v JOIN rule_version_step s ON s.rule_version_id = v.id WHERE s.step = 'checked'
$$;

CREATE FUNCTION app.is_checked(p_version uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM rule_version_step s WHERE s.rule_version_id = p_version AND s.step = 'checked')
$$;

-- What SQL needs of a set, from the set: no transaction that decides is between the check and these rows.
CREATE FUNCTION app.put_rules_in_force() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE d json; v text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('rules'), 0);
  SELECT r.document, r.version INTO STRICT d, v FROM rule_version r WHERE r.id = NEW.rule_version_id
    AND NOT EXISTS (SELECT FROM rule_version n WHERE n.replaces_id = r.id);
  INSERT INTO app.rule_set VALUES (v, (d ->> 'inForceFrom')::date, (d #>> '{incomeCeilingSatang,value}')::int,
    (d #>> '{mustReach,incomeUpToSatang,value}')::int, (d #>> '{mustReach,ageUpTo,value}')::int, (d #>> '{mustReach,ageOn,value}')::date,
    d #>> '{mustReach,ages,upTo,id}', d #>> '{mustReach,ages,over,id}',
    (d #>> '{walkIn,value,from}')::date, (d #>> '{walkIn,value,until}')::date);
  INSERT INTO app.rule_band SELECT v, b.position, b.band ->> 'id', (b.band #>> '{incomeUpToSatang,value}')::int
    FROM json_array_elements(d -> 'incomeBands') WITH ORDINALITY AS b (band, position);
  INSERT INTO app.rule_round SELECT v, r ->> 'id', (r ->> 'from')::date, (r ->> 'until')::date
    FROM json_array_elements(d #> '{followUpRounds,value}') AS r;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.put_rules_in_force() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.put_rules_in_force() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER puts_in_force AFTER INSERT ON rule_version_step FOR EACH ROW WHEN (NEW.step = 'checked')
  EXECUTE FUNCTION app.put_rules_in_force();

-- ── The wall ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE rule_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_version FORCE ROW LEVEL SECURITY;
ALTER TABLE rule_version_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_version_step FORCE ROW LEVEL SECURITY;
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['r_governor', 'r_provincial_officer', 'r_district_chief', 'r_district_secretary', 'r_receiving_officer',
    'r_account_officer', 'r_agency_officer', 'r_administrator'] LOOP
    EXECUTE format('GRANT SELECT ON rule_version, rule_version_step TO %I', r);
  END LOOP;
END $$;
-- What is checked is for everybody; drafts are for the province that records them.
CREATE POLICY read_checked ON rule_version FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator
  USING (app.is_checked(id));
CREATE POLICY province_read ON rule_version FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY read_checked ON rule_version_step FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator
  USING (step = 'checked');
CREATE POLICY province_read ON rule_version_step FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY read_all ON rule_version FOR SELECT TO sukjai_keeper USING (true);
CREATE POLICY read_all ON rule_version_step FOR SELECT TO sukjai_keeper USING (true);

GRANT INSERT ON rule_version, rule_version_step TO r_provincial_officer;
CREATE POLICY record ON rule_version FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND province_code = (SELECT app.rules_province())
    AND recorded_by_id = (SELECT app.uid()));
-- Checked by another than who recorded it; whoever recorded it may take it back.
CREATE POLICY take ON rule_version_step FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND province_code = (SELECT app.rules_province())
    AND taken_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM rule_version v WHERE v.id = rule_version_id
      AND v.province_code = rule_version_step.province_code AND (step = 'returned' OR v.recorded_by_id <> (SELECT app.uid()))));
