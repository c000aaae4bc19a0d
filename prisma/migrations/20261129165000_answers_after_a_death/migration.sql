-- Somebody recorded as dead who answers: one of the two is wrong. The answer is kept and does not count while the death
-- stands; from its own date it counts once the death is withdrawn (docs/forms.md 4).
ALTER TABLE departure
  ADD COLUMN reviewed_by_id uuid REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN reviewed_on date,
  ADD COLUMN review_note text,
  ADD CHECK (num_nonnulls(reviewed_by_id, reviewed_on, review_note) IN (0, 3)),
  ADD CHECK (reviewed_by_id <> recorded_by_id),
  ADD CHECK (confirmation <> 'withdrawn' OR reviewed_by_id IS NOT NULL),
  DROP CONSTRAINT departure_confirmation_check,
  ADD CONSTRAINT departure_confirmation_check CHECK (confirmation IN ('pending', 'confirmed', 'rejected', 'withdrawn'));
DROP INDEX departure_once;
CREATE UNIQUE INDEX departure_once ON departure (holder_id, kind) WHERE confirmation IN ('pending', 'confirmed');

-- A confirmed one is looked at again by a head of the district who did not report it: kept, or withdrawn.
CREATE POLICY review ON departure FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND confirmation = 'confirmed')
  WITH CHECK (district_code = (SELECT app.district()) AND reviewed_by_id = (SELECT app.uid())
    AND confirmation IN ('confirmed', 'withdrawn'));
-- Of two policies one is enough, so the first says that it is about the first decision.
ALTER POLICY confirm ON departure
  WITH CHECK (district_code = (SELECT app.district()) AND confirmed_by_id = (SELECT app.uid()) AND reviewed_by_id IS NULL);
GRANT UPDATE (reviewed_by_id, reviewed_on, review_note) ON departure TO r_district_chief, r_district_secretary;

-- null: no death stands before the form's day. undecided: one does. void: a head kept the death against this form.
ALTER TABLE intent ADD COLUMN after_death text CHECK (after_death IN ('undecided', 'void'));
ALTER TABLE assessment ADD COLUMN after_death text CHECK (after_death IN ('undecided', 'void'));
ALTER TABLE intent ALTER COLUMN counts
  SET EXPRESSION AS ((confirmation IS NULL OR confirmation = 'confirmed') AND after_death IS NULL);
ALTER TABLE assessment ALTER COLUMN counts
  SET EXPRESSION AS ((confirmation IS NULL OR confirmation = 'confirmed') AND after_death IS NULL);
CREATE INDEX intent_after_death ON intent (holder_id) WHERE after_death = 'undecided';
CREATE INDEX assessment_after_death ON assessment (holder_id) WHERE after_death = 'undecided';
GRANT UPDATE (after_death) ON intent, assessment TO sukjai_keeper;
CREATE POLICY after_death ON assessment FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- The day of the death that stands: confirmed and not withdrawn. Null where none does.
CREATE FUNCTION app.died_on(p_holder uuid) RETURNS date
LANGUAGE sql STABLE SET search_path TO 'public', 'pg_catalog' AS $$
  SELECT d.departed_on FROM departure d
  WHERE d.holder_id = p_holder AND d.kind = 'deceased' AND d.confirmation = 'confirmed'
$$;

-- A form that comes in: whether its day is after a death that stands. A death recorded meanwhile waits for the holder's row.
CREATE FUNCTION app.weigh_form() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_catalog' AS $$
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  NEW.after_death := CASE WHEN (to_jsonb(NEW) ->> TG_ARGV[0])::date > app.died_on(NEW.holder_id) THEN 'undecided' END;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.weigh_form() TO sukjai;

-- A death that is confirmed, kept or withdrawn, against the forms that are there. Whoever confirms or keeps it has seen
-- them: they are void. Where it no longer stands they count again.
CREATE FUNCTION app.weigh_forms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_catalog' AS $$
DECLARE
  died date; mark text;
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  died := app.died_on(NEW.holder_id);
  mark := CASE WHEN TG_OP = 'UPDATE' AND NEW.confirmation = 'confirmed' THEN 'void' ELSE 'undecided' END;
  UPDATE intent SET after_death = CASE WHEN intent_on > died THEN mark END
    WHERE holder_id = NEW.holder_id AND after_death IS DISTINCT FROM CASE WHEN intent_on > died THEN mark END;
  UPDATE assessment SET after_death = CASE WHEN interviewed_on > died THEN mark END
    WHERE holder_id = NEW.holder_id AND after_death IS DISTINCT FROM CASE WHEN interviewed_on > died THEN mark END;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.weigh_forms() TO sukjai;

-- The desk is told which answers wait because of a death; one against which a head kept the death may be given again.
DROP FUNCTION app.desk_answers(uuid);
CREATE FUNCTION app.desk_answers(p_holder uuid) RETURNS TABLE(answer text, intent_on date, confirmation text, after_death text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_catalog' AS $$
  SELECT i.answer, i.intent_on, i.confirmation, i.after_death FROM intent i
  WHERE i.holder_id = p_holder AND i.province_code = (SELECT app.province())
    AND i.confirmation IS DISTINCT FROM 'rejected' AND i.after_death IS DISTINCT FROM 'void'
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_provincial_officer')
  ORDER BY i.intent_on, i.recorded_at
$$;
REVOKE ALL ON FUNCTION app.desk_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.desk_answers(uuid) TO r_district_secretary, r_receiving_officer, r_provincial_officer;

-- The desk sees that somebody of the province is recorded as dead, and since when; not by whom nor why.
CREATE FUNCTION app.recorded_death(p_holder uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_catalog' AS $$
  SELECT app.died_on(h.id) FROM holder h
  WHERE h.id = p_holder AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$$;
REVOKE ALL ON FUNCTION app.died_on(uuid), app.weigh_form(), app.weigh_forms(), app.recorded_death(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.recorded_death(uuid) TO r_district_secretary, r_receiving_officer;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER after_death BEFORE INSERT OR UPDATE OF holder_id ON intent
  FOR EACH ROW EXECUTE FUNCTION app.weigh_form('intent_on');
CREATE TRIGGER after_death BEFORE INSERT OR UPDATE OF holder_id ON assessment
  FOR EACH ROW EXECUTE FUNCTION app.weigh_form('interviewed_on');
CREATE TRIGGER after_death AFTER INSERT OR UPDATE ON departure
  FOR EACH ROW WHEN (NEW.kind = 'deceased') EXECUTE FUNCTION app.weigh_forms();

-- The consent of an interview counts or not with it.
CREATE OR REPLACE TRIGGER consent AFTER INSERT OR UPDATE OF confirmation, after_death ON assessment
  FOR EACH ROW EXECUTE FUNCTION app.consent_counts();

SET ROLE sukjai_keeper;
-- Forms that are there already, of people whose death stands.
UPDATE intent i SET after_death = 'undecided' FROM departure d
  WHERE d.holder_id = i.holder_id AND d.kind = 'deceased' AND d.confirmation = 'confirmed'
    AND i.intent_on > d.departed_on;
UPDATE assessment a SET after_death = 'undecided' FROM departure d
  WHERE d.holder_id = a.holder_id AND d.kind = 'deceased' AND d.confirmation = 'confirmed'
    AND a.interviewed_on > d.departed_on;
RESET ROLE;
