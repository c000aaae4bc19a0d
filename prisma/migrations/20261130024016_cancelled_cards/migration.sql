-- A card that the Ministry of Finance has cancelled ends an entitlement as a death does, so it is a departure: recorded from a
-- letter or a file of the Ministry by one officer of the province, confirmed by another, and taken back by a later letter. The
-- first day of its month stands for the month; the number of the letter is the detail of its source.
ALTER TABLE departure ADD COLUMN source_on DATE, ADD COLUMN review_source_on DATE;
ALTER TABLE departure DROP CONSTRAINT departure_kind_check, DROP CONSTRAINT departure_source_check;
ALTER TABLE departure
  ADD CONSTRAINT departure_kind_check CHECK (kind IN ('deceased', 'card_cancelled', 'moved_away')),
  ADD CONSTRAINT departure_source_check CHECK (source IN ('headman', 'relative', 'death_certificate', 'house_register',
    'ministry_letter', 'ministry_file')),
  -- Only the Ministry cancels, and nothing else is told by such a letter; never without the day of the paper.
  ADD CONSTRAINT departure_cancelled_check CHECK ((kind = 'card_cancelled') = (source IN ('ministry_letter', 'ministry_file'))
    AND (kind = 'card_cancelled') = (source_on IS NOT NULL)),
  ADD CONSTRAINT departure_source_on_check CHECK (source_on <= recorded_on),
  ADD CONSTRAINT departure_month_check CHECK (kind <> 'card_cancelled' OR extract(day FROM departed_on) = 1),
  -- Taken back by a paper that is later than the one that cancelled.
  ADD CONSTRAINT departure_taken_back_check CHECK ((kind = 'card_cancelled' AND reviewed_on IS NOT NULL) = (review_source_on IS NOT NULL)
    AND review_source_on >= source_on AND review_source_on <= reviewed_on);
ALTER TABLE holder DROP CONSTRAINT holder_departure_check;
ALTER TABLE holder ADD CONSTRAINT holder_departure_check CHECK (departure IN ('deceased', 'card_cancelled', 'moved_away'));

-- The district reports, confirms and reviews deaths and moves; a cancelled card is the province's.
ALTER POLICY caseload_write ON departure
  WITH CHECK (kind <> 'card_cancelled' AND recorded_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h
    WHERE h.id = departure.holder_id AND h.district_code = departure.district_code AND h.province_code = departure.province_code));
ALTER POLICY district_write ON departure
  WITH CHECK (kind <> 'card_cancelled' AND district_code = (SELECT app.district()) AND recorded_by_id = (SELECT app.uid())
    AND confirmation = 'pending' AND EXISTS (SELECT FROM holder h WHERE h.id = departure.holder_id));
ALTER POLICY confirm ON departure
  USING (kind <> 'card_cancelled' AND district_code = (SELECT app.district()) AND confirmation = 'pending');
ALTER POLICY review ON departure
  USING (kind <> 'card_cancelled' AND district_code = (SELECT app.district()) AND confirmation = 'confirmed');
CREATE POLICY province_write ON departure FOR INSERT TO r_provincial_officer
  WITH CHECK (kind = 'card_cancelled' AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND confirmation = 'pending' AND EXISTS (SELECT FROM holder h WHERE h.id = departure.holder_id
      AND h.district_code = departure.district_code AND h.province_code = departure.province_code));
CREATE POLICY province_confirm ON departure FOR UPDATE TO r_governor, r_provincial_officer
  USING (kind = 'card_cancelled' AND province_code = (SELECT app.province()) AND confirmation = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND confirmed_by_id = (SELECT app.uid()) AND reviewed_by_id IS NULL);
CREATE POLICY province_review ON departure FOR UPDATE TO r_governor, r_provincial_officer
  USING (kind = 'card_cancelled' AND province_code = (SELECT app.province()) AND confirmation = 'confirmed')
  WITH CHECK (province_code = (SELECT app.province()) AND reviewed_by_id = (SELECT app.uid()) AND confirmation = 'withdrawn');
GRANT INSERT ON departure TO r_provincial_officer;
GRANT UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note, reviewed_by_id, reviewed_on, review_note, review_source_on)
  ON departure TO r_governor, r_provincial_officer;
CREATE INDEX departure_cancelled_pending ON departure (province_code) WHERE kind = 'card_cancelled' AND confirmation = 'pending';

GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

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
  SELECT d.kind INTO gone FROM departure d WHERE d.holder_id = p_holder AND d.confirmation = 'confirmed'
    ORDER BY array_position(ARRAY['deceased', 'card_cancelled', 'moved_away'], d.kind) LIMIT 1;
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
END $function$;

RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
