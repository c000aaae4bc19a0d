-- Take-up of the projects (docs/decisions/0051): who chose a project and what became of the matters that were sent, counted by project,
-- dimension, category and agency.
CREATE TABLE "take_up_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "dimension" SMALLINT NOT NULL,
    -- '': chosen under no heading of a menu.
    "category" TEXT NOT NULL,
    -- '': of those who chose it, for they choose a project and no agency.
    "agency" TEXT NOT NULL,
    -- 'chosen', or the state of what was sent.
    "state" TEXT NOT NULL,
    -- The day on which it was sent, while it waits for its answer; else 1970-01-01.
    "waits_since" DATE NOT NULL,
    -- Days until its answer; -1: none.
    "answer_days" INTEGER NOT NULL,
    "matters" INTEGER NOT NULL,
    CONSTRAINT "take_up_tally_pkey" PRIMARY KEY ("district_code", "project", "dimension", "category", "agency", "state", "waits_since",
      "answer_days")
);
CREATE INDEX "take_up_tally_province_code_idx" ON "take_up_tally"("province_code");
CREATE INDEX "take_up_tally_empty" ON "take_up_tally"("matters") WHERE matters = 0;

ALTER TABLE "take_up_tally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "take_up_tally" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "take_up_tally" TO sukjai_keeper;
GRANT SELECT ON "take_up_tally" TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY keep ON "take_up_tally" FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON "take_up_tally" FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON "take_up_tally" FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- What was sent to agencies.
CREATE FUNCTION app.tally_referrals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS way FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS way FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS way FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
    SELECT d.province_code, d.district_code, d.project, c.dimension, coalesce(c.category, ''), d.agency, d.state,
      CASE WHEN d.state = 'sent' THEN d.sent_on ELSE '1970-01-01' END, coalesce(d.answered_on - d.sent_on, -1), sum(d.way)
    FROM (%s) d JOIN chosen_project c ON c.assessment_id = d.assessment_id AND c.project = d.project
    WHERE d.sent_on IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
    DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters
  $q$, difference);
  DELETE FROM take_up_tally WHERE matters = 0;
  RETURN NULL;
END $$;
-- Whose plan has which project: the plan that is followed up.
CREATE FUNCTION app.tally_plans() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS way FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS way FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS way FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
    SELECT d.province_code, d.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, sum(d.way)
    FROM (%s) d JOIN chosen_project c ON c.assessment_id = d.assessment_id
    WHERE d.active
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
    DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters
  $q$, difference);
  DELETE FROM take_up_tally WHERE matters = 0;
  RETURN NULL;
END $$;
-- Projects come after their interview, and after its plan where that is followed up already.
CREATE FUNCTION app.tally_chosen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
  SELECT f.province_code, f.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, count(*)
  FROM added c JOIN follow_up f ON f.holder_id = c.holder_id AND f.assessment_id = c.assessment_id AND f.active
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (district_code, project, dimension, category, agency, state, waits_since, answer_days)
  DO UPDATE SET matters = take_up_tally.matters + EXCLUDED.matters;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.tally_referrals(), app.tally_plans(), app.tally_chosen() FROM PUBLIC;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['tally_referrals', 'tally_plans', 'tally_chosen'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%I() TO %I', f, session_user);
  END LOOP;
END $$;

-- ── What is there already ──────────────────────────────────────────────────────────────────────────────────────────────────
INSERT INTO take_up_tally (province_code, district_code, project, dimension, category, agency, state, waits_since, answer_days, matters)
SELECT r.province_code, r.district_code, r.project, c.dimension, coalesce(c.category, ''), r.agency, r.state,
  CASE WHEN r.state = 'sent' THEN r.sent_on ELSE '1970-01-01' END, coalesce(r.answered_on - r.sent_on, -1), count(*)
FROM referral r JOIN chosen_project c ON c.assessment_id = r.assessment_id AND c.project = r.project
WHERE r.sent_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
UNION ALL
SELECT f.province_code, f.district_code, c.project, c.dimension, coalesce(c.category, ''), '', 'chosen', '1970-01-01', -1, count(*)
FROM follow_up f JOIN chosen_project c ON c.assessment_id = f.assessment_id WHERE f.active GROUP BY 1, 2, 3, 4, 5;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER take_up_in AFTER INSERT ON referral REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER take_up_out AFTER DELETE ON referral REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER take_up_up AFTER UPDATE ON referral REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_referrals();
CREATE TRIGGER take_up_in AFTER INSERT ON follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
CREATE TRIGGER take_up_out AFTER DELETE ON follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
CREATE TRIGGER take_up_up AFTER UPDATE ON follow_up REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_plans();
-- Before `follow_up`, by its name: a plan that only that one makes known counts its projects itself.
CREATE TRIGGER chosen AFTER INSERT ON chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.tally_chosen();
