-- The desk (forms.md 2).

-- One form of one answer a day and holder; a paper that was rejected may be typed again as it stands on paper.
DROP INDEX "intent_holder_id_intent_on_answer_key";
CREATE UNIQUE INDEX intent_once ON intent (holder_id, intent_on, answer) WHERE confirmation IS DISTINCT FROM 'rejected';
CREATE INDEX intent_by_holder ON intent (holder_id, intent_on);

-- What a holder of the province has answered at any desk: which day, which answer, nothing else. A desk sees
-- the forms of its own district only, and would record again what another district has taken.
GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.desk_answers(p_holder uuid) RETURNS TABLE (answer text, intent_on date, confirmation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT i.answer, i.intent_on, i.confirmation FROM intent i
  WHERE i.holder_id = p_holder AND i.province_code = (SELECT app.province())
    AND i.confirmation IS DISTINCT FROM 'rejected'
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
  ORDER BY i.intent_on, i.recorded_at
$$;
REVOKE ALL ON FUNCTION app.desk_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.desk_answers(uuid) TO r_receiving_officer, r_district_secretary;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
