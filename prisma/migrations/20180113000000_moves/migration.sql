-- Moves of caseloads: a move may also take somebody from everybody (the undo of a first assignment).
DROP POLICY district_write ON assignment;
CREATE POLICY district_write ON assignment FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND assigned_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id)
    AND (officer_id IS NULL OR EXISTS (SELECT FROM account_officer_code c WHERE c.code = officer_code
      AND c.officer_id = assignment.officer_id AND c.district_code = assignment.district_code)));

-- Whether anybody has worked on a holder of a move since: visits, forms, drafts, reports, or a later move. Drafts are
-- their officer's alone, so the district asks through this function and learns a yes or a no.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.move_acted_on(p_move uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT EXISTS (
    SELECT FROM assignment a WHERE a.move_id = p_move AND a.district_code = (SELECT app.district()) AND (
      EXISTS (SELECT FROM assignment x WHERE x.holder_id = a.holder_id AND x.created_at >= a.created_at AND x.move_id <> p_move)
      OR EXISTS (SELECT FROM visit x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM appointment x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM absence x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM departure x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM interview_refusal x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM assessment x WHERE x.holder_id = a.holder_id AND x.recorded_at >= a.created_at)
      OR EXISTS (SELECT FROM assessment_draft x WHERE x.holder_id = a.holder_id AND x.saved_at >= a.created_at)))
$$;
REVOKE ALL ON FUNCTION app.move_acted_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.move_acted_on(uuid) TO r_district_chief, r_district_secretary;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
