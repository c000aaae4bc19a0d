-- Who must be reached belongs to a rule set: each holder says by which one income band, age class and "must be reached" were
-- worked out. One trigger keeps them, by the rows of app.rule_set; no statement writes them itself. When the next set takes
-- effect, a job writes its version (src/server/jobs/in-force.ts); until then the old one holds.

-- The values of before are right for their set. A generated column that loses its expression keeps its values: one pass over
-- the table, under FORCE row security as well.
ALTER TABLE holder
    ADD COLUMN "rules_version" TEXT NOT NULL DEFAULT '2018-01-09',
    ADD COLUMN "income_in_force_satang" INTEGER NOT NULL
      GENERATED ALWAYS AS (coalesce(corrected_income_satang, earlier_income_satang, income_2559_satang)) STORED,
    ADD COLUMN "must_reach" BOOLEAN NOT NULL
      GENERATED ALWAYS AS (income_band = 'up_to_30000' AND age_class = 'up_to_60') STORED;
ALTER TABLE holder
    ALTER COLUMN "rules_version" SET DEFAULT app.rules_on(app.programme_today()),
    ALTER COLUMN "income_in_force_satang" DROP EXPRESSION,
    ALTER COLUMN "must_reach" DROP EXPRESSION;
-- The job looks every minute whether somebody is left of an earlier set.
CREATE INDEX "holder_rules_version_idx" ON "holder"("rules_version");
ALTER TABLE holder_tally
    ADD COLUMN "must_reach" BOOLEAN NOT NULL GENERATED ALWAYS AS (income_band = 'up_to_30000' AND age_class = 'up_to_60') STORED;
ALTER TABLE holder_tally
    ALTER COLUMN "must_reach" DROP EXPRESSION,
    DROP CONSTRAINT holder_tally_pkey,
    ADD PRIMARY KEY ("district_code", "subdistrict_code", "account_officer_id", "age_class", "income_band", "must_reach", "state",
      "latest_answer", "interviewed", "occupation_group");

-- Amounts and ids of one set leave the checks; the triggers below ask the rows.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conrelid::regclass AS name, conname FROM pg_constraint
    WHERE conrelid IN ('holder'::regclass, 'correction'::regclass) AND contype = 'c'
      AND pg_get_constraintdef(oid) ~ '10000000|3000000|up_to_60' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.name, c.conname);
  END LOOP;
END $$;
ALTER TABLE holder
    ADD CHECK (income_2559_satang >= 0),
    ADD CHECK (earlier_income_satang >= 0),
    ADD CHECK (corrected_income_satang >= 0);
ALTER TABLE correction ADD CHECK (field <> 'income_2559' OR (new_value->>'satang')::int >= 0);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
GRANT EXECUTE ON FUNCTION app.programme_today() TO r_job;

-- No set knows a card holder with more.
CREATE FUNCTION app.refuse_income_above_ceiling(p_satang int) RETURNS void LANGUAGE plpgsql STABLE SET search_path = app, pg_catalog AS $$
BEGIN
  IF p_satang > (SELECT max(income_ceiling_satang) FROM rule_set) THEN
    RAISE EXCEPTION 'an income above every ceiling' USING ERRCODE = '23514';
  END IF;
END $$;

-- The income in force is the corrected one, else the earlier one while a changed one waits for its month, else the
-- Ministry's. The age class is worked out once for each set: a later birth date does not change it.
CREATE FUNCTION app.keep_cohort() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE kept text := CASE WHEN TG_OP = 'UPDATE' AND NEW.rules_version = OLD.rules_version THEN OLD.age_class END;
BEGIN
  PERFORM app.refuse_income_above_ceiling(greatest(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang));
  NEW.income_in_force_satang := coalesce(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang);
  SELECT c.age_class, c.income_band, c.must_reach INTO NEW.age_class, NEW.income_band, NEW.must_reach
    FROM app.cohort_of(NEW.rules_version, coalesce(NEW.corrected_birth_date, NEW.birth_date), kept, NEW.income_in_force_satang) c;
  RETURN NEW;
END $$;

-- Every set but the one in force on a day: who was judged by one of them is judged anew.
CREATE FUNCTION app.other_rules(p_day date) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT coalesce(array_agg(version), '{}') FROM rule_set WHERE version <> app.rules_on(p_day)
$$;

CREATE FUNCTION app.correction_asked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM app.refuse_income_above_ceiling((NEW.new_value->>'satang')::int);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.correction_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE c record;
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  -- Of several in force of one field the newest decides.
  SELECT
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'name'))[1] AS name,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'birth_date'))[1] AS birth,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'address'))[1] AS address,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'income_2559'))[1] AS income,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'phone'))[1] AS phone,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'occupation'))[1] AS occupation
  INTO c FROM correction x WHERE x.holder_id = NEW.holder_id AND x.in_force;
  UPDATE holder h SET
    corrected_name = nullif(concat(c.name->>'title', c.name->>'firstName', ' ' || nullif(c.name->>'lastName', '')), ''),
    corrected_birth_date = (c.birth->>'birthDate')::date,
    corrected_subdistrict_code = c.address->>'subdistrictCode',
    corrected_moo = (c.address->>'moo')::int,
    corrected_house_no = c.address->>'houseNo',
    corrected_income_satang = (c.income->>'satang')::int,
    corrected_phone = c.phone->>'phone',
    corrected_occupation = c.occupation->>'occupation'
  WHERE h.id = NEW.holder_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION app.tally_holders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach,
      state, latest_answer, interviewed, occupation_group, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, must_reach, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL, occupation_group, sum(step)
    FROM (%s) d GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state, latest_answer, interviewed, occupation_group)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION app.take_snapshots(p_days date[], p_from date[], p_until date[], p_source text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE taken int;
BEGIN
  WITH days AS (SELECT * FROM unnest(p_days, p_from, p_until) AS d (taken_for, met_from, met_until)),
  spans AS (SELECT DISTINCT met_from, met_until FROM days WHERE met_from IS NOT NULL),
  recent AS (
    SELECT s.met_from, s.met_until, h.district_code, count(*)::int AS met FROM spans s
    CROSS JOIN LATERAL (
      SELECT holder_id FROM assessment WHERE interviewed_on BETWEEN s.met_from AND s.met_until AND counts
      UNION SELECT holder_id FROM intent WHERE answer = 'no' AND intent_on BETWEEN s.met_from AND s.met_until AND counts
    ) m JOIN holder h ON h.id = m.holder_id
    WHERE h.must_reach
      AND NOT EXISTS (SELECT FROM assessment a WHERE a.holder_id = h.id AND a.interviewed_on < s.met_from AND a.counts)
      AND NOT EXISTS (SELECT FROM intent i WHERE i.holder_id = h.id AND i.intent_on < s.met_from AND i.counts
        AND (i.answer = 'no' OR app.in_walk_in(i.intent_on)))
    GROUP BY 1, 2, 3),
  states AS (
    SELECT province_code, district_code, state, sum(people)::int AS people FROM holder_tally
    WHERE must_reach GROUP BY 1, 2, 3),
  wishes AS (
    SELECT district_code, sum(people)::int AS people FROM holder_tally
    WHERE latest_answer = 'yes' AND NOT must_reach GROUP BY 1),
  sums AS (
    SELECT province_code, district_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'met_in_february')), 0)::int AS met,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'moved_away')), 0)::int AS released, jsonb_object_agg(state, people) AS states
    FROM states GROUP BY 1, 2)
  INSERT INTO day_snapshot (id, province_code, district_code, taken_for, total, met, to_meet, released, states, recent_met, voluntary_yes, source)
    SELECT gen_random_uuid(), s.province_code, s.district_code, d.taken_for, s.total, s.met, s.total - s.met - s.released, s.released, s.states,
      coalesce(r.met, 0), coalesce(w.people, 0), p_source
    FROM sums s CROSS JOIN days d
    LEFT JOIN recent r ON r.met_from = d.met_from AND r.met_until = d.met_until AND r.district_code = s.district_code
    LEFT JOIN wishes w ON w.district_code = s.district_code
    ON CONFLICT (district_code, taken_for) DO NOTHING;
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $function$;

REVOKE ALL ON FUNCTION app.refuse_income_above_ceiling(int), app.keep_cohort(), app.correction_asked(),
  app.other_rules(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.other_rules(date) TO r_job;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.keep_cohort(), app.correction_asked() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER cohort BEFORE INSERT OR UPDATE OF income_2559_satang, earlier_income_satang, corrected_income_satang, rules_version,
  age_class, income_in_force_satang, income_band, must_reach ON holder FOR EACH ROW EXECUTE FUNCTION app.keep_cohort();
CREATE TRIGGER asked BEFORE INSERT ON correction FOR EACH ROW WHEN (NEW.field = 'income_2559') EXECUTE FUNCTION app.correction_asked();
REVOKE UPDATE (income_band) ON holder FROM sukjai_keeper;

-- An import brings neither: they are worked out when its rows become holders.
SET ROLE sukjai_job;
ALTER TABLE staging.import_row DROP COLUMN income_band, DROP COLUMN age_class;
RESET ROLE;
