-- Until 28 November 2026 seven commits edited migrations that had landed, and a database that had applied the earlier text
-- kept it. This brings every such database to the shape that the texts have today; where the shape is right, nothing
-- changes. It comes before all later migrations, which count on that shape. Since then prisma/migrations.sha256 and a test
-- hold every landed migration to its text (tests/integration/picture.test.ts); tests/integration/repair.test.ts makes a
-- database by the earlier texts.
-- Not here: what the walls became within ten minutes of their first commit (app.claim_request, the lock of a sign-in). A
-- database of those minutes cannot apply 20180123000000_referrals, so none of them is in use.

-- 20180109000002_walls: a case file says which delivery a value came with.
GRANT SELECT (id, province_code, number, programme_on, finished_at, undone_at) ON import_batch
  TO r_district_chief, r_district_secretary, r_account_officer;
DROP POLICY IF EXISTS case_file_read ON import_batch;
CREATE POLICY case_file_read ON import_batch FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));

-- 20180110000001_everyone: desk officers read under which order a paper was signed.
GRANT SELECT ON delegation TO r_receiving_officer;
ALTER POLICY colleagues ON delegation
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;

-- 20180123000000_referrals: everybody who reads the catalogue sees the places left.
GRANT SELECT ON project_capacity TO r_receiving_officer;
ALTER POLICY province_read ON project_capacity
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;

-- 20180124000000_followups: whether the income rose is kept.
ALTER TABLE follow_up ADD COLUMN IF NOT EXISTS "income_up" BOOLEAN GENERATED ALWAYS AS (income_now > income_then) STORED;

-- Functions are changed in the text that they have, so that the change also suits what came after.
GRANT CREATE ON SCHEMA app TO sukjai_keeper;
GRANT REFERENCES ON holder TO sukjai_keeper;
SET ROLE sukjai_keeper;
DO $$
DECLARE
  change record;
BEGIN
  FOR change IN
    SELECT replace(pg_get_functiondef(p.oid), e.earlier, e.later) AS definition
    FROM (VALUES
      -- 20180123000000_referrals: one answer for many is one moment: among them the longest sent comes first.
      ('app.referral_guard()',
        E'  NEW.waiting_since := CASE WHEN NEW.state = ''waiting_list'' THEN clock_timestamp() END;',
        E'  -- One answer for many is one moment: among them the longest sent comes first.\n'
        '  NEW.waiting_since := CASE WHEN NEW.state = ''waiting_list'' THEN statement_timestamp() END;'),
      ('app.tally_follow_ups()', 'coalesce(income_now > income_then, false)', 'coalesce(income_up, false)')
    ) AS e (name, earlier, later)
    JOIN pg_proc p ON p.oid = to_regprocedure(e.name) AND strpos(p.prosrc, e.earlier) > 0
  LOOP
    EXECUTE change.definition;
  END LOOP;

  -- 20180126000000_acts: an undone import takes the last act along.
  IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'last_act_holder_id_fkey' AND confdeltype <> 'c') THEN
    ALTER TABLE app.last_act DROP CONSTRAINT last_act_holder_id_fkey;
    ALTER TABLE app.last_act ADD CONSTRAINT last_act_holder_id_fkey
      FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE CASCADE ON UPDATE CASCADE;
  END IF;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
REVOKE REFERENCES ON holder FROM sukjai_keeper;
