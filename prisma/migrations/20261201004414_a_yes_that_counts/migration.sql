-- The first yes of a holder is the first that counts (domain: countingYes): a day before the measure is ignored, and so is a form that
-- the rules of its day do not look at, as long as another yes may still count (register of interpretations, no. 1 and 4). The day of
-- before the measure hid a later yes: it had no months, and the Ministry was told a day that does not count.
ALTER TABLE app.rule_set ADD COLUMN yes_counts_from date, ADD COLUMN trigger text CHECK (trigger IN ('earliest', 'intent', 'assessment'));
ALTER TABLE app.rule_set DISABLE TRIGGER stays;
UPDATE app.rule_set SET yes_counts_from = '2018-02-01', trigger = 'earliest' WHERE version = '2018-01-09';
UPDATE app.rule_set s SET yes_counts_from = (v.document #>> '{topUp,yesCountsFrom,value}')::date, trigger = v.document #>> '{topUp,trigger,value}'
  FROM rule_version v WHERE v.version = s.version AND s.yes_counts_from IS NULL;
ALTER TABLE app.rule_set ENABLE TRIGGER stays;
ALTER TABLE app.rule_set ALTER COLUMN yes_counts_from SET NOT NULL, ALTER COLUMN trigger SET NOT NULL;

GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- Whether a yes on a form ('intent', 'assessment') of this day counts, by the rules of the day.
CREATE FUNCTION app.yes_counts(p_day date, p_form text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT p_day >= yes_counts_from AND trigger IN ('earliest', p_form) FROM rule_set WHERE version = app.rules_on(p_day)
$$;
REVOKE ALL ON FUNCTION app.yes_counts(date, text) FROM PUBLIC;
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
    SELECT i.intent_on AS d FROM intent i
      WHERE i.holder_id = p_holder AND i.answer = 'yes' AND i.counts AND app.yes_counts(i.intent_on, 'intent')
    UNION ALL
    SELECT a.interviewed_on FROM assessment a
      WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts AND app.yes_counts(a.interviewed_on, 'assessment')
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
CREATE OR REPLACE FUNCTION app.put_rules_in_force()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE d json; v text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('rules'), 0);
  SELECT r.document, r.version INTO STRICT d, v FROM rule_version r WHERE r.id = NEW.rule_version_id
    AND NOT EXISTS (SELECT FROM rule_version n WHERE n.replaces_id = r.id);
  INSERT INTO app.rule_set VALUES (v, (d ->> 'inForceFrom')::date, (d #>> '{incomeCeilingSatang,value}')::int,
    (d #>> '{mustReach,incomeUpToSatang,value}')::int, (d #>> '{mustReach,ageUpTo,value}')::int, (d #>> '{mustReach,ageOn,value}')::date,
    d #>> '{mustReach,ages,upTo,id}', d #>> '{mustReach,ages,over,id}',
    (d #>> '{walkIn,value,from}')::date, (d #>> '{walkIn,value,until}')::date,
    (d #>> '{topUp,yesCountsFrom,value}')::date, d #>> '{topUp,trigger,value}');
  INSERT INTO app.rule_band SELECT v, b.position, b.band ->> 'id', (b.band #>> '{incomeUpToSatang,value}')::int
    FROM json_array_elements(d -> 'incomeBands') WITH ORDINALITY AS b (band, position);
  INSERT INTO app.rule_round SELECT v, r ->> 'id', (r ->> 'from')::date, (r ->> 'until')::date
    FROM json_array_elements(d #> '{followUpRounds,value}') AS r;
  RETURN NULL;
END $function$;

-- Who said a yes before the measure: their first yes is a later one, or none. Their decision follows within a minute.
SELECT app.refresh_holder(id) FROM holder WHERE first_yes_on < (SELECT min(yes_counts_from) FROM app.rule_set);
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
