-- A PIN is shown once: whoever finds the address of the slip later, on the same computer or elsewhere, sees no PIN. A new
-- PIN is a new slip. The list of a station no longer gives what a PIN is derived from.
SET ROLE sukjai_auth;
ALTER TABLE auth.station_pin ADD COLUMN shown_at timestamptz;

DROP FUNCTION auth.list_pins(uuid);
CREATE FUNCTION auth.list_pins(p_station uuid) RETURNS TABLE(officer_id uuid, name text, shown boolean, locked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.name, p.shown_at IS NOT NULL, p.failures >= 5
  FROM auth.station_pin p JOIN station s ON s.id = p.station_id JOIN officer o ON o.id = p.officer_id
  WHERE p.station_id = p_station AND s.district_code = app.district() ORDER BY o.name
$$;

CREATE FUNCTION auth.show_pin(p_station uuid, p_officer uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  UPDATE auth.station_pin p SET shown_at = now() FROM station s
  WHERE s.id = p.station_id AND s.district_code = app.district() AND s.closed_at IS NULL
    AND p.station_id = p_station AND p.officer_id = p_officer AND p.shown_at IS NULL AND p.failures < 5
  RETURNING p.pin_id
$$;

CREATE OR REPLACE FUNCTION auth.issue_pin(p_station uuid, p_officer uuid, p_pin uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM station s JOIN officer o ON o.district_code = s.district_code
    WHERE s.id = p_station AND s.district_code = app.district() AND s.closed_at IS NULL
      AND o.id = p_officer AND o.status = 'active' AND o.role IN ('receiving_officer', 'district_secretary')) THEN RETURN false;
  END IF;
  UPDATE auth.session SET revoked_at = now() WHERE station_id = p_station AND officer_id = p_officer AND revoked_at IS NULL;
  INSERT INTO auth.station_pin (station_id, officer_id, pin_id) VALUES (p_station, p_officer, p_pin)
    ON CONFLICT (station_id, officer_id) DO UPDATE SET pin_id = EXCLUDED.pin_id, failures = 0, shown_at = NULL;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION auth.list_pins(uuid), auth.show_pin(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.list_pins(uuid), auth.show_pin(uuid, uuid) TO r_district_chief, r_district_secretary;
RESET ROLE;
