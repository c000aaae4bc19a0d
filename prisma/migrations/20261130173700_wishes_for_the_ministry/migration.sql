-- The Ministry learns of every wish and its day (docs/decisions/0034): an entry for each holder's first counting yes, from
-- the desk on, and one for each no that counts. An entry that changed after its report is told apart. Whether its holder is
-- counted stands on the entry: nearly everybody has one now, and no page may read all of them to count a district's.
ALTER TABLE ministry_entry
  ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "amends" BOOLEAN NOT NULL DEFAULT false,
  DROP CONSTRAINT ministry_entry_kind_check,
  ADD CONSTRAINT ministry_entry_kind_check CHECK (kind IN ('wish', 'interview', 'contact', 'decline'));
-- The list of one kind, and how many of a district's wishes are not reported.
CREATE INDEX "ministry_entry_district_code_kind_state_idx" ON ministry_entry (district_code, kind, state);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- One entry for a holder: its source is the holder, its day that of the first yes that counts, whatever comes later. Another
-- day after its report must be reported again; a yes that no longer counts leaves it standing no more.
CREATE FUNCTION app.wish_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE entry record;
BEGIN
  SELECT id, state, state_by_id, occurred_on INTO entry FROM ministry_entry WHERE source_id = NEW.id FOR UPDATE;
  IF entry.id IS NULL THEN
    IF NEW.first_yes_on IS NOT NULL THEN
      INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
        VALUES (NEW.id, 'wish', NEW.id, NEW.id, NEW.province_code, NEW.district_code, NEW.first_yes_on);
    END IF;
    RETURN NULL;
  END IF;
  UPDATE ministry_entry SET stands = NEW.first_yes_on IS NOT NULL, occurred_on = coalesce(NEW.first_yes_on, occurred_on)
    WHERE id = entry.id;
  IF entry.state <> 'unreported' AND entry.occurred_on <> NEW.first_yes_on THEN
    -- A job has no officer: then it is who reported the day of before.
    INSERT INTO ministry_event (id, entry_id, holder_id, province_code, district_code, state, happened_on, recorded_by_id)
      VALUES (gen_random_uuid(), entry.id, NEW.id, NEW.province_code, NEW.district_code, 'unreported', app.programme_today(),
        coalesce(app.uid(), entry.state_by_id));
  END IF;
  RETURN NULL;
END $$;

-- A no at a desk, once it counts; the form may move to the holder whom the list has under another number.
CREATE FUNCTION app.decline_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.counts THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, 'decline', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.intent_on)
      ON CONFLICT DO NOTHING;
  END IF;
  UPDATE ministry_entry SET stands = NEW.counts, holder_id = NEW.holder_id, district_code = NEW.district_code
    WHERE source_id = NEW.id AND (stands, holder_id, district_code) <> (NEW.counts, NEW.holder_id, NEW.district_code);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.interview_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.counts THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, CASE NEW.answer WHEN 'no' THEN 'decline' ELSE 'interview' END, NEW.id, NEW.holder_id, NEW.province_code,
        NEW.district_code, NEW.interviewed_on)
      ON CONFLICT DO NOTHING;
  END IF;
  UPDATE ministry_entry SET stands = NEW.counts WHERE source_id = NEW.id AND stands <> NEW.counts;
  RETURN NULL;
END $$;

-- What was in the Ministry's database and has changed since amends it, until the end.
CREATE OR REPLACE FUNCTION app.ministry_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE moved int;
BEGIN
  UPDATE ministry_entry e SET state = n.state, state_on = n.happened_on, state_by_id = n.recorded_by_id, reason = n.reason,
    file_id = CASE WHEN n.state = 'reported' THEN n.file_id ELSE e.file_id END,
    amends = e.amends OR (e.state = 'reported' AND n.state = 'unreported')
  FROM added n WHERE e.id = n.entry_id AND e.state = ANY (CASE n.state
    WHEN 'reported' THEN ARRAY['unreported', 'bounced'] WHEN 'bounced' THEN ARRAY['reported'] ELSE ARRAY['reported', 'bounced'] END);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> (SELECT count(*) FROM added) THEN RAISE EXCEPTION 'reported already' USING ERRCODE = '23505'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.entry_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  SELECT h.counted INTO NEW.counted FROM holder h WHERE h.id = NEW.holder_id;
  RETURN NEW;
END $$;
CREATE FUNCTION app.entries_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE ministry_entry SET counted = NEW.counted WHERE holder_id = NEW.id AND counted <> NEW.counted;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.wish_entry(), app.decline_entry(), app.entry_counted(), app.entries_counted() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.wish_entry(), app.decline_entry(), app.entry_counted(), app.entries_counted() TO %I', session_user);
END $$;

-- What was answered before.
UPDATE ministry_entry e SET kind = 'decline' FROM assessment a WHERE a.id = e.source_id AND e.kind = 'interview' AND a.answer = 'no';
UPDATE ministry_entry e SET amends = true WHERE EXISTS (
  SELECT FROM (SELECT v.state, lag(v.state) OVER (ORDER BY v.recorded_at, v.id) AS before FROM ministry_event v WHERE v.entry_id = e.id) steps
  WHERE steps.state = 'unreported' AND steps.before = 'reported');
INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
  SELECT id, 'wish', id, id, province_code, district_code, first_yes_on FROM holder WHERE first_yes_on IS NOT NULL;
INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
  SELECT id, 'decline', id, holder_id, province_code, district_code, intent_on FROM intent WHERE answer = 'no' AND counts;
UPDATE ministry_entry e SET counted = false FROM holder h WHERE h.id = e.holder_id AND NOT h.counted;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER ministry AFTER UPDATE ON holder FOR EACH ROW WHEN (old.first_yes_on IS DISTINCT FROM new.first_yes_on)
  EXECUTE FUNCTION app.wish_entry();
CREATE TRIGGER ministry_counted AFTER UPDATE ON holder FOR EACH ROW WHEN (old.standing IS DISTINCT FROM new.standing)
  EXECUTE FUNCTION app.entries_counted();
CREATE TRIGGER counted BEFORE INSERT OR UPDATE OF holder_id ON ministry_entry FOR EACH ROW EXECUTE FUNCTION app.entry_counted();
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON intent FOR EACH ROW WHEN (new.answer = 'no') EXECUTE FUNCTION app.decline_entry();
