-- What the counter and the telephone may tell a holder of their wish (docs/decisions/0036): the day, how far it is on its way to the
-- Ministry, and whether something on record ends what they get. The desk reads neither the Ministry's list nor a state; it gets this
-- of one person of its own district, and nothing of income or sum is in it.
GRANT SELECT ON ministry_file TO sukjai_keeper;
CREATE POLICY keeper_reads ON ministry_file FOR SELECT TO sukjai_keeper USING (true);
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.wish_told(p_holder uuid)
RETURNS TABLE (said_on date, state text, reported_on date, file_number int, answered_on date, reason text, counted boolean, ended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT e.occurred_on, e.state,
    (SELECT max(v.happened_on) FROM ministry_event v WHERE v.entry_id = e.id AND v.state = 'reported'),
    (SELECT f.number FROM ministry_file f WHERE f.id = e.file_id),
    CASE WHEN e.state IN ('accepted', 'bounced') THEN e.state_on END, e.reason, h.counted,
    coalesce(h.departure IN ('deceased', 'card_cancelled'), false)
  FROM holder h LEFT JOIN ministry_entry e ON e.source_id = h.id AND e.kind = 'wish' AND e.stands
  WHERE h.id = p_holder AND CASE
    WHEN current_setting('role') = 'r_provincial_officer' THEN h.province_code = (SELECT app.province())
    WHEN current_setting('role') = 'r_account_officer' THEN h.account_officer_id = (SELECT app.uid())
    WHEN current_setting('role') IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer')
      THEN h.district_code = (SELECT app.district())
    ELSE false END
$$;
REVOKE ALL ON FUNCTION app.wish_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.wish_told(uuid) TO r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
