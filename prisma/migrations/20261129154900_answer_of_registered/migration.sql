-- Whom the province registers answers in the same visit, as at a desk: an intent that no district recorded.
ALTER TABLE intent ALTER COLUMN recorded_district_code DROP NOT NULL;
GRANT INSERT ON intent TO r_provincial_officer;
CREATE POLICY province_write ON intent FOR INSERT TO r_provincial_officer
  WITH CHECK (recorded_district_code IS NULL AND desk_id IS NULL AND confirmation IS NULL AND confirmed_by_id IS NULL
    AND recorded_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province())
    AND EXISTS (SELECT FROM registration r WHERE r.holder_id = intent.holder_id AND r.district_code = intent.district_code
      AND r.recorded_by_id = (SELECT app.uid()) AND r.came_on = intent_on));

-- The number of a receipt: of the desk's district; of whom the province registered, of the district where they live.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.next_receipt_of(p_registration uuid) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_catalog AS $$
  INSERT INTO app.receipt_counter AS c (district_code, last)
    SELECT r.district_code, 1 FROM registration r
    WHERE r.id = p_registration AND r.recorded_by_id = (SELECT app.uid()) AND current_setting('role') = 'r_provincial_officer'
  ON CONFLICT (district_code) DO UPDATE SET last = c.last + 1
  RETURNING district_code || '-' || lpad(last::text, 6, '0')
$$;
-- Also for the province: an answer that another desk took on the same day is not taken twice.
CREATE OR REPLACE FUNCTION app.desk_answers(p_holder uuid) RETURNS TABLE(answer text, intent_on date, confirmation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT i.answer, i.intent_on, i.confirmation FROM intent i
  WHERE i.holder_id = p_holder AND i.province_code = (SELECT app.province())
    AND i.confirmation IS DISTINCT FROM 'rejected'
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_provincial_officer')
  ORDER BY i.intent_on, i.recorded_at
$$;
GRANT EXECUTE ON FUNCTION app.desk_answers(uuid) TO r_provincial_officer;
REVOKE ALL ON FUNCTION app.next_receipt_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.next_receipt_of(uuid) TO r_provincial_officer;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
