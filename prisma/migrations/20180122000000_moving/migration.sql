-- Moves of caseloads, second part: an undo gives people back to whom they were taken from, also to an officer of
-- another district; who has begun with somebody is known to the district by a yes or a no.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT ON caseload_move TO sukjai_keeper;
CREATE POLICY read_all ON caseload_move FOR SELECT TO sukjai_keeper USING (true);

SET ROLE sukjai_keeper;
-- Whether this row of an undo gives the holder back to the officer he was taken from.
CREATE FUNCTION app.gives_back(p_move uuid, p_holder uuid, p_officer uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM caseload_move m JOIN assignment a ON a.move_id = m.undoes_id AND a.holder_id = p_holder
    AND a.previous_officer_id = p_officer WHERE m.id = p_move)
$$;
-- Drafts are their officer's alone. The district learns whose lie open, since when, and nothing that is in them.
CREATE FUNCTION app.district_drafts() RETURNS TABLE (holder_id uuid, officer_id uuid, started_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT d.holder_id, d.officer_id, d.started_on FROM assessment_draft d JOIN holder h ON h.id = d.holder_id
  WHERE h.district_code = (SELECT app.district()) AND h.province_code = (SELECT app.province()) AND h.account_officer_id = d.officer_id
$$;
REVOKE ALL ON FUNCTION app.gives_back(uuid, uuid, uuid), app.district_drafts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.gives_back(uuid, uuid, uuid), app.district_drafts() TO r_district_chief, r_district_secretary;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

DROP POLICY district_write ON assignment;
CREATE POLICY district_write ON assignment FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND assigned_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id)
    AND (officer_id IS NULL OR EXISTS (SELECT FROM account_officer_code c WHERE c.code = officer_code
        AND c.officer_id = assignment.officer_id AND c.district_code = assignment.district_code)
      OR app.gives_back(move_id, holder_id, officer_id)));
