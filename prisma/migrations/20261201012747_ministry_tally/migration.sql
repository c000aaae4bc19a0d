-- How many entries of the Ministry's list are of which kind and how far they are: kept by the transactions that change them, so that no
-- page counts the wishes of a district of 150,000. Who reports them: what still stands, or is with the Ministry already, of people
-- whom it knows (server/ministry/counts.ts, `reportable`).
CREATE TABLE "ministry_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    CONSTRAINT "ministry_tally_pkey" PRIMARY KEY ("district_code", "kind", "state")
);
CREATE INDEX "ministry_tally_province_code_idx" ON "ministry_tally"("province_code");
ALTER TABLE ministry_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE ministry_tally FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON ministry_tally FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON ministry_tally FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON ministry_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
GRANT SELECT, INSERT, UPDATE ON ministry_tally TO sukjai_keeper;
GRANT SELECT ON ministry_tally TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.tally_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO ministry_tally (province_code, district_code, kind, state, entries)
    SELECT province_code, district_code, kind, state, sum(step)
    FROM (%s) d WHERE counted AND (stands OR state IN ('reported', 'accepted'))
    GROUP BY 1, 2, 3, 4 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (district_code, kind, state) DO UPDATE SET entries = ministry_tally.entries + EXCLUDED.entries
  $q$, difference);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.tally_entries() FROM PUBLIC;
DO $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.tally_entries() TO %I', session_user);
END $$;
INSERT INTO ministry_tally (province_code, district_code, kind, state, entries)
SELECT province_code, district_code, kind, state, count(*) FROM ministry_entry
WHERE counted AND (stands OR state IN ('reported', 'accepted')) GROUP BY 1, 2, 3, 4;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER tally_in AFTER INSERT ON ministry_entry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
CREATE TRIGGER tally_out AFTER DELETE ON ministry_entry REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
CREATE TRIGGER tally_up AFTER UPDATE ON ministry_entry REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entries();
