-- The desk shows the same telephone and the same age as everybody else: those that were corrected included.
GRANT SELECT (corrected_phone, corrected_birth_date) ON holder TO r_receiving_officer;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.lookup_by_id(p_holder uuid)
 RETURNS TABLE(id uuid, province_code text, district_code text, title text, first_name text, last_name text, birth_date date, birth_date_precision text, national_id_last4 text, latest_answer text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT h.id, h.province_code, h.district_code, h.title, h.first_name, h.last_name, coalesce(h.corrected_birth_date, h.birth_date),
    CASE WHEN h.corrected_birth_date IS NULL THEN h.birth_date_precision ELSE 'day' END, h.national_id_last4, h.latest_answer
  FROM holder h WHERE h.id = p_holder AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$function$;
CREATE OR REPLACE FUNCTION app.lookup_in_province(p_index bytea)
 RETURNS TABLE(id uuid, title text, first_name text, last_name text, birth_date date, birth_date_precision text, district_code text, latest_answer text, national_id_last4 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT h.id, h.title, h.first_name, h.last_name, coalesce(h.corrected_birth_date, h.birth_date),
    CASE WHEN h.corrected_birth_date IS NULL THEN h.birth_date_precision ELSE 'day' END, h.district_code, h.latest_answer, h.national_id_last4
  FROM holder h WHERE h.national_id_index = p_index AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$function$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
