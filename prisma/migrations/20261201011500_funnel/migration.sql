-- How far each person has come, from the list to an income above the line (docs/decisions/0051): the days of the steps in `journey`, the
-- furthest step on the holder, how many there are in `funnel_tally`, and the days between the steps in `funnel_days`.

ALTER TABLE "holder" ADD COLUMN "furthest" TEXT NOT NULL DEFAULT 'listed' CHECK (furthest IN ('listed', 'met', 'interviewed', 'willing',
  'planned', 'referred', 'accepted', 'started', 'completed', 'above_line'));
-- Few come further than a wish: their lists are found by it.
CREATE INDEX "holder_furthest" ON "holder"("district_code", "furthest") WHERE furthest NOT IN ('listed', 'met');

CREATE TABLE "journey" (
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "must_reach" BOOLEAN NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "listed_on" DATE,
    "met_on" DATE,
    "interviewed_on" DATE,
    "willing_on" DATE,
    "planned_on" DATE,
    "referred_on" DATE,
    "accepted_on" DATE,
    "started_on" DATE,
    "completed_on" DATE,
    "above_line_on" DATE,
    CONSTRAINT "journey_pkey" PRIMARY KEY ("holder_id")
);
ALTER TABLE "journey" ADD CONSTRAINT "journey_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "funnel_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "must_reach" BOOLEAN NOT NULL,
    "age_class" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "occupation_group" TEXT NOT NULL,
    "furthest" TEXT NOT NULL,
    "left_by" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    CONSTRAINT "funnel_tally_pkey" PRIMARY KEY ("district_code", "subdistrict_code", "must_reach", "age_class", "sex", "occupation_group",
      "furthest", "left_by")
);
CREATE INDEX "funnel_tally_province_code_idx" ON "funnel_tally"("province_code");
CREATE INDEX "funnel_tally_empty" ON "funnel_tally"("people") WHERE people = 0;

CREATE TABLE "funnel_days" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "must_reach" BOOLEAN NOT NULL,
    "step" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    CONSTRAINT "funnel_days_pkey" PRIMARY KEY ("district_code", "must_reach", "step", "days")
);
CREATE INDEX "funnel_days_province_code_idx" ON "funnel_days"("province_code");
CREATE INDEX "funnel_days_empty" ON "funnel_days"("people") WHERE people = 0;

ALTER TABLE "journey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "journey" FORCE ROW LEVEL SECURITY;
ALTER TABLE "funnel_tally" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "funnel_tally" FORCE ROW LEVEL SECURITY;
ALTER TABLE "funnel_days" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "funnel_days" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "journey", "funnel_tally", "funnel_days" TO sukjai_keeper;
GRANT SELECT ON "funnel_tally", "funnel_days" TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY keep ON "journey" FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON "funnel_tally" FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON "funnel_tally" FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON "funnel_tally" FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY keep ON "funnel_days" FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON "funnel_days" FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON "funnel_days" FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
GRANT UPDATE ("furthest") ON "holder" TO sukjai_keeper;
-- On which programme day a list came.
GRANT SELECT (id, programme_on) ON "import_batch" TO sukjai_keeper;
CREATE POLICY keep ON "import_batch" FOR SELECT TO sukjai_keeper USING (true);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- Sex as the title tells it: no other column does.
CREATE FUNCTION app.sex_of(p_title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_title = 'นาย' THEN 'male' WHEN p_title IN ('นาง', 'นางสาว') THEN 'female' ELSE 'unknown' END
$$;
-- Why somebody goes no further, by the state; 'none': nothing says so.
CREATE FUNCTION app.left_by(p_state text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_state IN ('deceased', 'card_cancelled', 'moved_away', 'declined', 'away') THEN p_state
    WHEN p_state IN ('refused_twice', 'refused_interview') THEN 'refused' ELSE 'none' END
$$;
-- The days of everybody's steps, from what was recorded; null: nothing says so. One person's, where the caller asks for one: then it is
-- read by index. A form that does not count (yet), and a contact that was corrected, say nothing.
CREATE FUNCTION app.journeys() RETURNS SETOF journey LANGUAGE sql STABLE AS $$
  SELECT h.id, h.province_code, h.district_code, h.must_reach, h.counted,
    coalesce(b.programme_on, r.came_on),
    least(i.said_on, a.interviewed_on, v.met_on, x.refused_on),
    a.interviewed_on, a.willing_on, a.planned_on, f.sent_on, e.accepted_on,
    least(e.started_on, p.started_on), least(e.completed_on, p.completed_on),
    CASE WHEN coalesce(e.completed_on, p.completed_on) IS NOT NULL AND 1200 * t.income_baht > l.must_reach_income_up_to_satang
      THEN t.contacted_on END
  FROM public.holder h
    JOIN app.rule_set l ON l.version = h.rules_version
    LEFT JOIN public.import_batch b ON b.id = h.created_batch_id
    LEFT JOIN public.registration r ON r.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(intent_on) AS said_on FROM public.intent WHERE counts GROUP BY 1) i ON i.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(interviewed_on) AS interviewed_on, min(interviewed_on) FILTER (WHERE answer = 'yes') AS willing_on,
        min(interviewed_on) FILTER (WHERE answer = 'yes'
          AND EXISTS (SELECT FROM public.chosen_project c WHERE c.assessment_id = assessment.id)) AS planned_on
      FROM public.assessment WHERE counts GROUP BY 1) a ON a.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(visited_on) AS met_on FROM public.visit WHERE outcome = 'met' GROUP BY 1) v ON v.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(refused_on) AS refused_on FROM public.interview_refusal WHERE confirmation = 'confirmed'
      GROUP BY 1) x ON x.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(sent_on) AS sent_on FROM public.referral GROUP BY 1) f ON f.holder_id = h.id
    LEFT JOIN (SELECT holder_id,
        min(happened_on) FILTER (WHERE state IN ('accepted', 'in_progress', 'completed')) AS accepted_on,
        min(happened_on) FILTER (WHERE state = 'in_progress' OR state = 'completed' AND result <> 'dropped_out') AS started_on,
        min(happened_on) FILTER (WHERE state = 'completed' AND result <> 'dropped_out') AS completed_on
      FROM public.referral_event GROUP BY 1) e ON e.holder_id = h.id
    LEFT JOIN (SELECT p.holder_id, min(c.contacted_on) FILTER (WHERE p.state IN ('taking_part', 'finished')) AS started_on,
        min(c.contacted_on) FILTER (WHERE p.state = 'finished') AS completed_on
      FROM public.contact_project p JOIN public.contact c ON c.id = p.contact_id
      WHERE NOT EXISTS (SELECT FROM public.contact n WHERE n.corrects_id = c.id) GROUP BY 1) p ON p.holder_id = h.id
    LEFT JOIN (SELECT DISTINCT ON (holder_id) holder_id, income_baht, contacted_on FROM public.contact
      WHERE income_baht IS NOT NULL AND NOT EXISTS (SELECT FROM public.contact n WHERE n.corrects_id = contact.id)
      ORDER BY holder_id, contacted_on DESC, recorded_at DESC) t ON t.holder_id = h.id
$$;
CREATE FUNCTION app.furthest_of(j journey) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN j.above_line_on IS NOT NULL THEN 'above_line' WHEN j.completed_on IS NOT NULL THEN 'completed'
    WHEN j.started_on IS NOT NULL THEN 'started' WHEN j.accepted_on IS NOT NULL THEN 'accepted'
    WHEN j.referred_on IS NOT NULL THEN 'referred' WHEN j.planned_on IS NOT NULL THEN 'planned'
    WHEN j.willing_on IS NOT NULL THEN 'willing' WHEN j.interviewed_on IS NOT NULL THEN 'interviewed'
    WHEN j.met_on IS NOT NULL THEN 'met' ELSE 'listed' END
$$;
-- Keeps the row of one person and returns the furthest step. Who has come no further than the list has no row.
CREATE FUNCTION app.keep_journey(p_holder uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog
  -- Every time the same plan by index: making it takes longer than the reading.
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  j journey; reached text;
BEGIN
  SELECT f.* INTO j FROM app.journeys() f WHERE f.holder_id = p_holder;
  reached := app.furthest_of(j);
  IF reached = 'listed' THEN
    DELETE FROM journey WHERE holder_id = p_holder;
  ELSE
    INSERT INTO journey AS k SELECT j.* ON CONFLICT (holder_id) DO UPDATE SET
      province_code = excluded.province_code, district_code = excluded.district_code, must_reach = excluded.must_reach,
      counted = excluded.counted, listed_on = excluded.listed_on, met_on = excluded.met_on, interviewed_on = excluded.interviewed_on,
      willing_on = excluded.willing_on, planned_on = excluded.planned_on, referred_on = excluded.referred_on,
      accepted_on = excluded.accepted_on, started_on = excluded.started_on, completed_on = excluded.completed_on,
      above_line_on = excluded.above_line_on
    WHERE k.* IS DISTINCT FROM excluded.*;
  END IF;
  RETURN reached;
END $$;
-- With a form, a visit or a refusal: `refresh_holder` writes the holder anyway, so the step goes into the same writing.
CREATE FUNCTION app.holder_journey() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN NEW.furthest := app.keep_journey(NEW.id); RETURN NEW; END $$;
CREATE FUNCTION app.refresh_journey(p_holder uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  reached text;
BEGIN
  PERFORM FROM holder WHERE id = p_holder FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  reached := app.keep_journey(p_holder);
  UPDATE holder SET furthest = reached WHERE id = p_holder AND furthest <> reached;
END $$;
CREATE FUNCTION app.row_in_journey() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM app.refresh_journey(NEW.holder_id); RETURN NULL; END $$;
CREATE FUNCTION app.rows_in_journey() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM app.refresh_journey(holder_id) FROM (SELECT DISTINCT holder_id FROM added ORDER BY 1) told; RETURN NULL; END $$;
-- Where a holder goes, to a district, out of the cohort, off the count, the days go along; another rule set has another line.
CREATE FUNCTION app.journey_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE journey j SET province_code = n.province_code, district_code = n.district_code, must_reach = n.must_reach, counted = n.counted
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE j.holder_id = n.id AND n.furthest <> 'listed'
    AND (n.district_code, n.must_reach, n.counted) IS DISTINCT FROM (o.district_code, o.must_reach, o.counted);
  PERFORM app.refresh_journey(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE n.furthest IN ('completed', 'above_line') AND n.rules_version <> o.rules_version;
  RETURN NULL;
END $$;
CREATE FUNCTION app.tally_funnel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO funnel_tally (province_code, district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest,
      left_by, people)
    SELECT province_code, district_code, subdistrict_code, must_reach, age_class, app.sex_of(title), occupation_group, furthest,
      app.left_by(state), sum(step)
    FROM (%s) d WHERE counted
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest, left_by)
    DO UPDATE SET people = funnel_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM funnel_tally WHERE people = 0;
  RETURN NULL;
END $$;
-- From one step to the next, where both have a day of their own and come in this order.
CREATE FUNCTION app.tally_funnel_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS way FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS way FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS way FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO funnel_days (province_code, district_code, must_reach, step, days, people)
    SELECT d.province_code, d.district_code, d.must_reach, s.step, s.on_day - s.since, sum(d.way)
    FROM (%s) d CROSS JOIN LATERAL (VALUES ('met', d.listed_on, d.met_on), ('interviewed', d.met_on, d.interviewed_on),
      ('willing', d.interviewed_on, d.willing_on), ('planned', d.willing_on, d.planned_on), ('referred', d.planned_on, d.referred_on),
      ('accepted', d.referred_on, d.accepted_on), ('started', d.accepted_on, d.started_on), ('completed', d.started_on, d.completed_on),
      ('above_line', d.completed_on, d.above_line_on)) s (step, since, on_day)
    WHERE d.counted AND s.on_day >= s.since
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(d.way) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, must_reach, step, days) DO UPDATE SET people = funnel_days.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM funnel_days WHERE people = 0;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.sex_of(text), app.left_by(text), app.journeys(), app.furthest_of(journey), app.keep_journey(uuid), app.holder_journey(),
  app.refresh_journey(uuid), app.row_in_journey(), app.rows_in_journey(), app.journey_follows(), app.tally_funnel(), app.tally_funnel_days() FROM PUBLIC;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['holder_journey', 'row_in_journey', 'rows_in_journey', 'journey_follows', 'tally_funnel', 'tally_funnel_days'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%I() TO %I', f, session_user);
  END LOOP;
END $$;

-- ── What is there already ──────────────────────────────────────────────────────────────────────────────────────────────────
INSERT INTO journey SELECT j.* FROM app.journeys() j WHERE app.furthest_of(j) <> 'listed';
RESET ROLE;
-- Nothing else follows from the step: the triggers of a holder would only count the same once more.
ALTER TABLE holder DISABLE TRIGGER USER;
SET ROLE sukjai_keeper;
UPDATE holder h SET furthest = app.furthest_of(j) FROM journey j WHERE j.holder_id = h.id;
INSERT INTO funnel_tally (province_code, district_code, subdistrict_code, must_reach, age_class, sex, occupation_group, furthest, left_by, people)
SELECT province_code, district_code, subdistrict_code, must_reach, age_class, app.sex_of(title), occupation_group, furthest,
  app.left_by(state), count(*)
FROM holder WHERE counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
INSERT INTO funnel_days (province_code, district_code, must_reach, step, days, people)
SELECT d.province_code, d.district_code, d.must_reach, s.step, s.on_day - s.since, count(*)
FROM journey d CROSS JOIN LATERAL (VALUES ('met', d.listed_on, d.met_on), ('interviewed', d.met_on, d.interviewed_on),
  ('willing', d.interviewed_on, d.willing_on), ('planned', d.willing_on, d.planned_on), ('referred', d.planned_on, d.referred_on),
  ('accepted', d.referred_on, d.accepted_on), ('started', d.accepted_on, d.started_on), ('completed', d.started_on, d.completed_on),
  ('above_line', d.completed_on, d.above_line_on)) s (step, since, on_day)
WHERE d.counted AND s.on_day >= s.since GROUP BY 1, 2, 3, 4, 5;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
ALTER TABLE holder ENABLE TRIGGER USER;

CREATE TRIGGER funnel_in AFTER INSERT ON holder REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER funnel_out AFTER DELETE ON holder REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER funnel_up AFTER UPDATE ON holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel();
CREATE TRIGGER journey_follows AFTER UPDATE ON holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.journey_follows();
CREATE TRIGGER days_in AFTER INSERT ON journey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
CREATE TRIGGER days_out AFTER DELETE ON journey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
CREATE TRIGGER days_up AFTER UPDATE ON journey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_funnel_days();
-- Only `refresh_holder` writes this column, with every form, visit and refusal.
CREATE TRIGGER journey BEFORE UPDATE OF latest_answer ON holder FOR EACH ROW EXECUTE FUNCTION app.holder_journey();
CREATE TRIGGER journey AFTER INSERT ON referral_event FOR EACH ROW WHEN (new.state IN ('sent', 'accepted', 'in_progress', 'completed'))
  EXECUTE FUNCTION app.row_in_journey();
CREATE TRIGGER journey AFTER INSERT ON chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION app.rows_in_journey();
CREATE TRIGGER journey AFTER INSERT ON contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.rows_in_journey();
CREATE TRIGGER journey AFTER INSERT ON contact_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION app.rows_in_journey();
