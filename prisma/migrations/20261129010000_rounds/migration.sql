-- A round of follow-up is an id of a rule set (src/domain/rules): no column, check or counter names one any more. A new set
-- adds its rounds as rows, beside its row of app.rule_set. tests/integration/rule-rows.test.ts holds the rows to the data.
CREATE TABLE app.rule_round (
    "version" TEXT NOT NULL REFERENCES app.rule_set(version),
    "id" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    PRIMARY KEY (version, id),
    CHECK (id ~ '^[a-z0-9_]+$'),
    CHECK (from_on <= until_on)
);
INSERT INTO app.rule_round VALUES
  ('2018-01-09', 'june', '2018-06-01', '2018-06-30'),
  ('2018-01-09', 'september', '2018-09-01', '2018-09-30');
GRANT SELECT ON app.rule_round TO sukjai_keeper;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON app.rule_round FOR EACH ROW EXECUTE FUNCTION app.never_changes();

-- The rounds that were done, from the two columns of before. A generated column that loses its expression keeps its values:
-- one pass over the table, under FORCE row security as well, and no trigger counts anything twice.
ALTER TABLE follow_up ADD COLUMN "rounds_done" TEXT[] NOT NULL GENERATED ALWAYS AS (array_remove(ARRAY[
    CASE WHEN june_on IS NOT NULL THEN 'june' END, CASE WHEN september_on IS NOT NULL THEN 'september' END], NULL)) STORED;
ALTER TABLE follow_up ALTER COLUMN "rounds_done" DROP EXPRESSION;
ALTER TABLE follow_up DROP COLUMN june_on, DROP COLUMN september_on;

-- Each counter of before becomes exactly one of now: the same people under the same facts, told in another way. Between the
-- ids of its rounds is a space.
ALTER TABLE follow_up_tally ADD COLUMN "rounds_done" TEXT NOT NULL GENERATED ALWAYS AS (btrim(
    CASE WHEN june_done THEN 'june ' ELSE '' END || CASE WHEN september_done THEN 'september' ELSE '' END)) STORED;
ALTER TABLE follow_up_tally ALTER COLUMN "rounds_done" DROP EXPRESSION;
ALTER TABLE follow_up_tally
    DROP CONSTRAINT follow_up_tally_pkey,
    DROP COLUMN june_done,
    DROP COLUMN september_done,
    ADD PRIMARY KEY ("district_code", "agreed_month", "dose", "rounds_done");

ALTER TABLE contact DROP CONSTRAINT contact_round_check;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- A contact's round is a round of some rule set that had begun that day: late in a round, never for the next.
CREATE FUNCTION app.contact_in_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM rule_round WHERE id = NEW.round AND from_on <= NEW.contacted_on) THEN
    RAISE EXCEPTION 'no round % on %', NEW.round, NEW.contacted_on USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.contact_in_round() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.contact_in_round() TO %I', session_user); END $$;

CREATE OR REPLACE FUNCTION app.refresh_follow_up(p_holder uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  h record; plan record; told record; latest record; taken int;
BEGIN
  SELECT id, province_code, district_code, state INTO h FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT a.id, a.interviewed_on,
      CASE WHEN jsonb_typeof(a.answers -> 'monthlyIncome') = 'number' THEN (a.answers ->> 'monthlyIncome')::int END AS income,
      (SELECT count(*)::int FROM chosen_project p WHERE p.assessment_id = a.id) AS projects
    INTO plan FROM assessment a
    WHERE a.holder_id = p_holder AND a.answer = 'yes' AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
    ORDER BY a.interviewed_on DESC, a.recorded_at DESC LIMIT 1;
  IF plan.id IS NULL THEN RETURN; END IF;
  SELECT count(*)::int AS contacts,
      -- Always in one order: they are a part of the counters' key.
      coalesce(array_agg(DISTINCT c.round ORDER BY c.round) FILTER (WHERE c.round IS NOT NULL), '{}') AS rounds_done,
      coalesce(bool_or(c.got_job), false) AS got_job, coalesce(max(c.loan_baht), 0) AS loan_baht,
      coalesce(max(c.training_hours), 0) AS training_hours,
      (array_agg(c.income_baht ORDER BY c.contacted_on DESC, c.recorded_at DESC) FILTER (WHERE c.income_baht IS NOT NULL))[1] AS income_now
    INTO told FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id);
  SELECT c.id, c.contacted_on, c.next_on INTO latest FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
    ORDER BY c.contacted_on DESC, c.recorded_at DESC LIMIT 1;
  SELECT count(*)::int INTO taken FROM contact_project p WHERE p.contact_id = latest.id AND p.state IN ('taking_part', 'finished');
  INSERT INTO follow_up AS f (holder_id, province_code, district_code, assessment_id, agreed_on, active, contacts, last_contact_id,
      last_contact_on, next_on, rounds_done, income_then, income_now, got_job, loan_baht, training_hours, projects, taken_up)
    VALUES (h.id, h.province_code, h.district_code, plan.id, plan.interviewed_on, h.state = 'interviewed', told.contacts, latest.id,
      latest.contacted_on, latest.next_on, told.rounds_done, plan.income, told.income_now, told.got_job, told.loan_baht,
      told.training_hours, plan.projects, taken)
    ON CONFLICT (holder_id) DO UPDATE SET province_code = excluded.province_code, district_code = excluded.district_code,
      assessment_id = excluded.assessment_id, agreed_on = excluded.agreed_on, active = excluded.active, contacts = excluded.contacts,
      last_contact_id = excluded.last_contact_id, last_contact_on = excluded.last_contact_on, next_on = excluded.next_on,
      rounds_done = excluded.rounds_done, income_then = excluded.income_then,
      income_now = excluded.income_now, got_job = excluded.got_job, loan_baht = excluded.loan_baht,
      training_hours = excluded.training_hours, projects = excluded.projects, taken_up = excluded.taken_up;
END $$;

CREATE OR REPLACE FUNCTION app.tally_follow_ups() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO follow_up_tally AS t (province_code, district_code, agreed_month, dose, rounds_done, people, contacts, income_people,
      income_then, income_now, income_up, jobs, loans, loan_baht, trained, training_hours, projects, taken_up, takers)
    SELECT province_code, district_code, to_char(agreed_on, 'YYYY-MM'), least(contacts, 3),
      array_to_string(rounds_done, ' '),
      sum(step), sum(step * contacts), sum(step * (income_then IS NOT NULL AND income_now IS NOT NULL)::int),
      sum(CASE WHEN income_now IS NOT NULL THEN step * coalesce(income_then, 0) ELSE 0 END),
      sum(CASE WHEN income_then IS NOT NULL THEN step * coalesce(income_now, 0) ELSE 0 END),
      sum(step * coalesce(income_up, false)::int), sum(step * got_job::int), sum(step * (loan_baht > 0)::int),
      sum(step * loan_baht), sum(step * (training_hours > 0)::int), sum(step * training_hours), sum(step * projects),
      sum(step * taken_up), sum(step * (taken_up > 0)::int)
    FROM (%s) d WHERE active GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (district_code, agreed_month, dose, rounds_done) DO UPDATE SET
      people = t.people + excluded.people, contacts = t.contacts + excluded.contacts,
      income_people = t.income_people + excluded.income_people, income_then = t.income_then + excluded.income_then,
      income_now = t.income_now + excluded.income_now, income_up = t.income_up + excluded.income_up, jobs = t.jobs + excluded.jobs,
      loans = t.loans + excluded.loans, loan_baht = t.loan_baht + excluded.loan_baht, trained = t.trained + excluded.trained,
      training_hours = t.training_hours + excluded.training_hours, projects = t.projects + excluded.projects,
      taken_up = t.taken_up + excluded.taken_up, takers = t.takers + excluded.takers
  $q$, difference);
  DELETE FROM follow_up_tally WHERE people = 0;
  RETURN NULL;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER in_round BEFORE INSERT ON contact FOR EACH ROW WHEN (NEW.round IS NOT NULL) EXECUTE FUNCTION app.contact_in_round();
