-- Who was registered here and lives in another district is out of this district's sight, but not how their registration stands.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.registration_standing(p_ids uuid[]) RETURNS TABLE(id uuid, standing text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT r.id, h.standing FROM registration r JOIN holder h ON h.id = r.holder_id
  WHERE r.id = ANY (p_ids) AND (SELECT app.district()) IN (r.district_code, r.recorded_district_code)
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_district_chief')
$$;
REVOKE ALL ON FUNCTION app.registration_standing(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.registration_standing(uuid[]) TO r_receiving_officer, r_district_secretary, r_district_chief;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
