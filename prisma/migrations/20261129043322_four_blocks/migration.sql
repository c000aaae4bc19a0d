-- ทุกคน in four blocks (docs/forms.md 4): a second confirmed refusal is an answer, and who is away is away before refusing.

ALTER TABLE holder DROP CONSTRAINT holder_answer_state_check;
ALTER TABLE holder ADD CONSTRAINT holder_answer_state_check
  CHECK (answer_state IN ('declined', 'interviewed', 'refused_twice', 'met_in_february'));

-- Days that are kept already have three blocks and say so: their new columns stay empty.
ALTER TABLE day_snapshot ADD COLUMN answered integer, ADD COLUMN met_waiting integer, ADD COLUMN away integer,
  ALTER COLUMN recent_met DROP NOT NULL,
  ADD CONSTRAINT day_snapshot_blocks_check CHECK (
    (answered IS NULL AND met_waiting IS NULL AND away IS NULL)
    OR (answered IS NOT NULL AND met_waiting IS NOT NULL AND away IS NOT NULL AND answered + met_waiting = met AND away <= to_meet));

GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- The day of the latest confirmed refusal of somebody who refused twice.
CREATE FUNCTION app.refused_twice_on(p_holder uuid) RETURNS date
  LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT max(r.refused_on) FROM interview_refusal r WHERE r.holder_id = p_holder AND r.confirmation = 'confirmed'
    HAVING count(*) >= 2
$$;

DROP FUNCTION app.answer_state_of(text, boolean, boolean, date);
CREATE FUNCTION app.answer_state_of(p_answer text, p_interviewed boolean, p_desk_answer boolean, p_answer_on date, p_refused_twice_on date)
  RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_answer = 'no' THEN 'declined'
    WHEN p_answer = 'yes' AND p_interviewed THEN 'interviewed'
    -- An answer of that day or later has taken the refusal back.
    WHEN p_refused_twice_on > coalesce(p_answer_on, '-infinity') THEN 'refused_twice'
    WHEN p_answer = 'yes' AND p_desk_answer AND app.in_walk_in(p_answer_on) THEN 'met_in_february' END
$$;

CREATE OR REPLACE FUNCTION app.hindrance_of(p_holder uuid) RETURNS text
  LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM absence x WHERE x.holder_id = p_holder AND x.returned_on IS NULL) THEN 'away'
    WHEN EXISTS (SELECT FROM interview_refusal r WHERE r.holder_id = p_holder AND r.confirmation = 'confirmed') THEN 'refused_interview'
    WHEN (SELECT v.outcome <> 'met' AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned'
        AND a.recorded_at > v.recorded_at)
      FROM visit v WHERE v.holder_id = p_holder ORDER BY v.visited_on DESC, v.recorded_at DESC LIMIT 1) THEN 'attempted'
    WHEN EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned') THEN 'scheduled' END
$$;

CREATE OR REPLACE FUNCTION app.refresh_holder(p_holder uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  latest record; first_yes date; met date; contact record; gone text; worked text;
BEGIN
  PERFORM FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT x.answer, x.answered_on, x.at_desk INTO latest FROM (
    SELECT i.answer, i.intent_on AS answered_on, true AS at_desk, i.recorded_at FROM intent i
      WHERE i.holder_id = p_holder AND i.counts
    UNION ALL
    SELECT a.answer, a.interviewed_on, false, a.recorded_at FROM assessment a
      WHERE a.holder_id = p_holder AND a.counts
  ) x ORDER BY x.answered_on DESC, x.at_desk, x.recorded_at DESC LIMIT 1;
  SELECT min(d) INTO first_yes FROM (
    SELECT i.intent_on AS d FROM intent i WHERE i.holder_id = p_holder AND i.answer = 'yes' AND i.counts
    UNION ALL
    SELECT a.interviewed_on FROM assessment a WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts
  ) y;
  SELECT a.interviewed_on, a.current_group INTO met, worked FROM assessment a
    WHERE a.holder_id = p_holder AND a.counts ORDER BY a.interviewed_on DESC LIMIT 1;
  SELECT d.kind INTO gone FROM departure d WHERE d.holder_id = p_holder AND d.confirmation = 'confirmed' ORDER BY d.kind LIMIT 1;
  SELECT
    (array_agg(c.name_on_card ORDER BY c.recorded_at DESC) FILTER (WHERE c.name_on_card IS NOT NULL))[1] AS name_on_card,
    (array_agg(c.phone ORDER BY c.recorded_at DESC) FILTER (WHERE c.phone IS NOT NULL))[1] AS phone,
    (array_agg(c.current_address ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_address IS NOT NULL))[1] AS current_address,
    (array_agg(c.current_subdistrict_code ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_subdistrict_code IS NOT NULL))[1] AS current_subdistrict_code
  INTO contact FROM (
    SELECT i.name_on_card, i.phone, i.current_address, i.current_subdistrict_code, i.recorded_at FROM intent i WHERE i.holder_id = p_holder
    UNION ALL SELECT NULL, a.phone, NULL, NULL, a.recorded_at FROM assessment a WHERE a.holder_id = p_holder
    UNION ALL SELECT NULL, x.phone, NULL, NULL, x.recorded_at FROM absence x WHERE x.holder_id = p_holder
  ) c;
  UPDATE holder h SET
    latest_answer = latest.answer, first_yes_on = first_yes, interviewed_on = met,
    name_on_card = contact.name_on_card, phone = contact.phone,
    current_address = contact.current_address, current_subdistrict_code = contact.current_subdistrict_code,
    departure = gone, assessed_group = worked, hindrance = app.hindrance_of(p_holder),
    answer_state = app.answer_state_of(latest.answer, met IS NOT NULL, coalesce(latest.at_desk, false), latest.answered_on,
      app.refused_twice_on(p_holder))
  WHERE h.id = p_holder;
END $function$;

DROP FUNCTION app.take_snapshots(date[], date[], date[], text);
-- The numbers of these days, as the counters are now: one row a district and day; a day that is there stays.
CREATE FUNCTION app.take_snapshots(p_days date[], p_source text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
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
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'moved_away')), 0)::int AS released, jsonb_object_agg(state, people) AS states
    FROM states GROUP BY 1, 2)
  INSERT INTO day_snapshot (id, province_code, district_code, taken_for, total, met, answered, met_waiting, away, to_meet, released,
      states, voluntary_yes, source)
    SELECT gen_random_uuid(), s.province_code, s.district_code, d.taken_for, s.total, s.answered + s.met_waiting, s.answered, s.met_waiting,
      s.away, s.total - s.answered - s.met_waiting - s.released, s.released, s.states, coalesce(w.people, 0), p_source
    FROM sums s CROSS JOIN unnest(p_days) AS d (taken_for)
    LEFT JOIN wishes w ON w.district_code = s.district_code
    ON CONFLICT (district_code, taken_for) DO NOTHING;
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;
REVOKE ALL ON FUNCTION app.take_snapshots(date[], text), app.refused_twice_on(uuid),
  app.answer_state_of(text, boolean, boolean, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_snapshots(date[], text) TO r_administrator, r_job;

-- Who refused may be in another state now.
DO $$ BEGIN
  PERFORM app.refresh_holder(holder_id)
    FROM (SELECT DISTINCT holder_id FROM interview_refusal WHERE confirmation = 'confirmed' ORDER BY 1) refused;
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
