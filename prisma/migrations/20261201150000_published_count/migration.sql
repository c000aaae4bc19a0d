-- What leaves the province for the whole country (docs/decisions/0053): people by age and income at 16:30 of each district, and what of it is
-- published, with small numbers withheld.
CREATE TABLE "age_income_day" (
    "district_code" TEXT NOT NULL REFERENCES district(code) ON DELETE RESTRICT ON UPDATE CASCADE,
    "province_code" TEXT NOT NULL,
    "taken_for" DATE NOT NULL,
    "answered" INTEGER NOT NULL,
    "unanswered" INTEGER NOT NULL,
    "young_high" INTEGER NOT NULL,
    "old_low" INTEGER NOT NULL,
    "old_high" INTEGER NOT NULL,
    CONSTRAINT "age_income_day_pkey" PRIMARY KEY ("district_code", "taken_for"),
    CHECK (least(answered, unanswered, young_high, old_low, old_high) >= 0)
);
CREATE INDEX "age_income_day_taken_for_idx" ON "age_income_day"("taken_for");
COMMENT ON TABLE age_income_day IS 'A district''s people by age and income at 16:30 of a day, for what is published. No officer reads it, and it never changes.';

ALTER TABLE age_income_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE age_income_day FORCE ROW LEVEL SECURITY;
CREATE POLICY keep ON age_income_day FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY publish ON age_income_day FOR SELECT TO r_job USING (true);
GRANT INSERT, SELECT ON age_income_day TO sukjai_keeper;
GRANT SELECT ON age_income_day TO r_job;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON age_income_day FOR EACH ROW EXECUTE FUNCTION app.never_changes();

CREATE TABLE "published_count" (
    -- 'all', a province or a district.
    "area_code" TEXT NOT NULL CHECK (area_code ~ '^(all|[0-9]{2}|[0-9]{4})$'),
    "counted_on" DATE NOT NULL,
    -- How much is withheld (src/domain/published/numbers.ts).
    "withheld" SMALLINT NOT NULL CHECK (withheld BETWEEN 0 AND 4),
    "people" INTEGER,
    "young" INTEGER,
    "old" INTEGER,
    "low" INTEGER,
    "high" INTEGER,
    "young_low" INTEGER,
    "young_high" INTEGER,
    "old_low" INTEGER,
    "old_high" INTEGER,
    "answered" INTEGER,
    "unanswered" INTEGER,
    CONSTRAINT "published_count_pkey" PRIMARY KEY ("area_code"),
    -- src/domain/published/withhold.ts says why ten.
    CONSTRAINT "published_count_not_small" CHECK (least(people, young, old, low, high, young_low, young_high, old_low, old_high, answered, unanswered) >= 10),
    -- What is withheld is withheld whole: one number of a sum alone would be found from the others.
    CONSTRAINT "published_count_whole" CHECK (
      num_nonnulls(people) = CASE WHEN withheld < 4 THEN 1 ELSE 0 END
      AND num_nonnulls(young, old, low, high) = CASE WHEN withheld < 3 THEN 4 ELSE 0 END
      AND num_nonnulls(young_low, young_high, old_low, old_high) = CASE WHEN withheld < 2 THEN 4 ELSE 0 END
      AND num_nonnulls(answered, unanswered) = CASE WHEN withheld < 1 THEN 2 ELSE 0 END),
    CONSTRAINT "published_count_adds_up" CHECK (people = young + old AND people = low + high AND young = young_low + young_high
      AND old = old_low + old_high AND low = young_low + old_low AND high = young_high + old_high AND young_low = answered + unanswered)
);
COMMENT ON TABLE published_count IS 'What leaves the province: counts of all areas as of one day, a number below ten and what would give it away never among them.';

ALTER TABLE published_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE published_count FORCE ROW LEVEL SECURITY;
CREATE POLICY publish ON published_count FOR ALL TO r_job USING (true) WITH CHECK (true);
CREATE POLICY prove ON published_count FOR SELECT TO sukjai_keeper USING (true);
GRANT DELETE, INSERT, SELECT ON published_count TO r_job;
GRANT SELECT ON published_count TO sukjai_keeper;

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
      FROM parts p JOIN districts d ON d.district_code = p.district_code),
  ages AS (
    INSERT INTO age_income_day (district_code, province_code, taken_for, answered, unanswered, young_high, old_low, old_high)
      SELECT t.district_code, t.province_code, d.taken_for,
        coalesce(sum(people) FILTER (WHERE young AND low AND state IN ('declined', 'interviewed', 'refused_twice')), 0)::int,
        coalesce(sum(people) FILTER (WHERE young AND low AND state NOT IN ('declined', 'interviewed', 'refused_twice')), 0)::int,
        coalesce(sum(people) FILTER (WHERE young AND NOT low), 0)::int,
        coalesce(sum(people) FILTER (WHERE NOT young AND low), 0)::int,
        coalesce(sum(people) FILTER (WHERE NOT young AND NOT low), 0)::int
      FROM (SELECT *, age_class IN (SELECT r.age_class_up_to FROM app.rule_set r) AS young,
          income_band IN (SELECT b.id FROM app.rule_band b WHERE b.position = 1) AS low FROM holder_tally) t
        CROSS JOIN unnest(p_days) AS d (taken_for)
      GROUP BY 1, 2, 3
      ON CONFLICT (district_code, taken_for) DO NOTHING)
  SELECT count(*) INTO taken FROM districts;
  RETURN taken;
END $function$;

RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

-- Whoever takes numbers, the timer or the demo's clock: they are published by the worker, once.
GRANT CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE FUNCTION app.ask_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'graphile_worker', 'pg_catalog' AS $$
BEGIN
  PERFORM graphile_worker.add_job('publish', '{}'::json, job_key => 'publish', max_attempts => 3);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.ask_publication() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.ask_publication() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
CREATE TRIGGER published AFTER INSERT ON age_income_day FOR EACH STATEMENT EXECUTE FUNCTION app.ask_publication();
