-- The numbers of 16:30 of each subdistrict, beside those of its district, for the picture of how the work goes (docs/decisions/0050).
CREATE TABLE "subdistrict_day" (
    "subdistrict_code" TEXT NOT NULL REFERENCES subdistrict(code) ON DELETE RESTRICT ON UPDATE CASCADE,
    "district_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "taken_for" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "met_waiting" INTEGER NOT NULL,
    "to_meet" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    CONSTRAINT "subdistrict_day_pkey" PRIMARY KEY ("subdistrict_code", "taken_for"),
    CHECK (total = answered + met_waiting + to_meet + released)
);
CREATE INDEX "subdistrict_day_district_code_taken_for_idx" ON "subdistrict_day"("district_code", "taken_for");
COMMENT ON TABLE subdistrict_day IS 'A subdistrict''s numbers at 16:30 of a day. Never changed: the grants and a trigger refuse it.';

ALTER TABLE subdistrict_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE subdistrict_day FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON subdistrict_day FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY district_read ON subdistrict_day FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY province_read ON subdistrict_day FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
GRANT INSERT, SELECT ON subdistrict_day TO sukjai_keeper;
GRANT SELECT ON subdistrict_day TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON subdistrict_day FOR EACH ROW EXECUTE FUNCTION app.never_changes();

GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

CREATE OR REPLACE FUNCTION app.take_snapshots(p_days date[], p_source text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE taken int;
BEGIN
  WITH states AS (
    SELECT province_code, district_code, state, sum(people)::int AS people FROM holder_tally
    WHERE must_reach GROUP BY 1, 2, 3),
  wishes AS (
    SELECT district_code, sum(people)::int AS people FROM holder_tally
    WHERE latest_answer = 'yes' AND NOT must_reach GROUP BY 1),
  sums AS (
    SELECT province_code, district_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'refused_twice')), 0)::int AS answered,
      coalesce(sum(people) FILTER (WHERE state = 'met_in_february'), 0)::int AS met_waiting,
      coalesce(sum(people) FILTER (WHERE state = 'away'), 0)::int AS away,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'card_cancelled', 'moved_away')), 0)::int AS released, jsonb_object_agg(state, people) AS states
    FROM states GROUP BY 1, 2),
  districts AS (
    INSERT INTO day_snapshot (id, province_code, district_code, taken_for, total, met, answered, met_waiting, away, to_meet, released,
        states, voluntary_yes, source)
      SELECT gen_random_uuid(), s.province_code, s.district_code, d.taken_for, s.total, s.answered + s.met_waiting, s.answered, s.met_waiting,
        s.away, s.total - s.answered - s.met_waiting - s.released, s.released, s.states, coalesce(w.people, 0), p_source
      FROM sums s CROSS JOIN unnest(p_days) AS d (taken_for)
      LEFT JOIN wishes w ON w.district_code = s.district_code
      ON CONFLICT (district_code, taken_for) DO NOTHING
      RETURNING district_code, taken_for),
  parts AS (
    SELECT province_code, district_code, subdistrict_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'refused_twice')), 0)::int AS answered,
      coalesce(sum(people) FILTER (WHERE state = 'met_in_february'), 0)::int AS met_waiting,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'card_cancelled', 'moved_away')), 0)::int AS released
    FROM holder_tally WHERE must_reach GROUP BY 1, 2, 3),
  subdistricts AS (
    INSERT INTO subdistrict_day (subdistrict_code, district_code, province_code, taken_for, total, answered, met_waiting, to_meet, released)
      SELECT p.subdistrict_code, p.district_code, p.province_code, d.taken_for, p.total, p.answered, p.met_waiting,
        p.total - p.answered - p.met_waiting - p.released, p.released
      -- Only with the district's numbers of the same moment, so that the parts add up to the whole.
      FROM parts p JOIN districts d ON d.district_code = p.district_code)
  SELECT count(*) INTO taken FROM districts;
  RETURN taken;
END $function$;

RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
