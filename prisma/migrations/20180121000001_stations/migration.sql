-- Desk mode: one computer for several officers. The secretary opens it for the day; officers change by name and a PIN that
-- is good on that station alone (docs/decisions/0013).
CREATE TABLE "station" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "desk_id" UUID NOT NULL,
    "open_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "station_pkey" PRIMARY KEY ("id"),
    CHECK ((closed_by_id IS NULL) = (closed_at IS NULL))
);
CREATE INDEX "station_district_code_open_on_idx" ON "station"("district_code", "open_on");
CREATE INDEX "station_desk_id_idx" ON "station"("desk_id");
ALTER TABLE station
  ADD FOREIGN KEY (desk_id) REFERENCES desk(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (closed_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE station ENABLE ROW LEVEL SECURITY;
ALTER TABLE station FORCE ROW LEVEL SECURITY;
GRANT SELECT ON station TO r_district_chief, r_district_secretary, sukjai_auth;
GRANT INSERT, UPDATE (closed_by_id, closed_at) ON station TO r_district_chief, r_district_secretary;
CREATE POLICY district_read ON station FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY district_write ON station FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM desk d WHERE d.id = desk_id AND d.district_code = station.district_code AND d.open_on = station.open_on));
CREATE POLICY district_close ON station FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND closed_at IS NULL)
  WITH CHECK (district_code = (SELECT app.district()) AND closed_by_id = (SELECT app.uid()));
CREATE POLICY read_all ON station FOR SELECT TO sukjai_auth USING (true);
GRANT SELECT ON desk, place TO sukjai_auth;
CREATE POLICY read_all ON desk FOR SELECT TO sukjai_auth USING (true);
CREATE POLICY read_all ON place FOR SELECT TO sukjai_auth USING (true);

SET ROLE sukjai_auth;
-- The computer: it knows a token of which this is the hash, given once, to the browser of the one who opened the station.
CREATE TABLE auth.station_key (station_id uuid PRIMARY KEY, token_hash text NOT NULL UNIQUE, expires_at timestamptz NOT NULL);
-- The PIN is derived from `pin_id` under the server's key, so that a copy of this table opens nothing.
CREATE TABLE auth.station_pin (station_id uuid NOT NULL, officer_id uuid NOT NULL, pin_id uuid NOT NULL,
  failures int NOT NULL DEFAULT 0, PRIMARY KEY (station_id, officer_id));
ALTER TABLE auth.session ADD COLUMN station_id uuid;
CREATE INDEX ON auth.session (station_id) WHERE station_id IS NOT NULL;

-- Whether a station is open now: not closed, of today, and its computer's token not of another day.
CREATE FUNCTION auth.open_station(p_token_hash text) RETURNS TABLE (station_id uuid, district_code text, desk_id uuid, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT s.id, s.district_code, s.desk_id, k.expires_at FROM auth.station_key k JOIN station s ON s.id = k.station_id
  WHERE k.token_hash = p_token_hash AND k.expires_at > now() AND s.closed_at IS NULL AND s.open_on = app.programme_today()
$$;
-- The token goes to the session that opened the station, once; it ends with the day in Thailand.
CREATE FUNCTION auth.claim_station(p_station uuid, p_session uuid, p_token_hash text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  WITH claimed AS (
    INSERT INTO auth.station_key (station_id, token_hash, expires_at)
    SELECT s.id, p_token_hash, (date_trunc('day', now() AT TIME ZONE 'Asia/Bangkok') + interval '1 day') AT TIME ZONE 'Asia/Bangkok'
    FROM station s JOIN auth.session e ON e.officer_id = s.recorded_by_id
    WHERE s.id = p_station AND s.closed_at IS NULL AND s.open_on = app.programme_today()
      AND e.id = p_session AND e.station_id IS NULL AND e.revoked_at IS NULL AND e.expires_at > now()
    ON CONFLICT (station_id) DO NOTHING RETURNING 1)
  SELECT EXISTS (SELECT FROM claimed)
$$;
-- A new PIN for an officer of the district's desk; it opens a locked name again and ends what the old one opened.
CREATE FUNCTION auth.issue_pin(p_station uuid, p_officer uuid, p_pin uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM station s JOIN officer o ON o.district_code = s.district_code
    WHERE s.id = p_station AND s.district_code = app.district() AND s.closed_at IS NULL
      AND o.id = p_officer AND o.status = 'active' AND o.role IN ('receiving_officer', 'district_secretary')) THEN RETURN false;
  END IF;
  UPDATE auth.session SET revoked_at = now() WHERE station_id = p_station AND officer_id = p_officer AND revoked_at IS NULL;
  INSERT INTO auth.station_pin (station_id, officer_id, pin_id) VALUES (p_station, p_officer, p_pin)
    ON CONFLICT (station_id, officer_id) DO UPDATE SET pin_id = EXCLUDED.pin_id, failures = 0;
  RETURN true;
END $$;
CREATE FUNCTION auth.list_pins(p_station uuid) RETURNS TABLE (officer_id uuid, name text, pin_id uuid, locked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.name, p.pin_id, p.failures >= 5 FROM auth.station_pin p JOIN station s ON s.id = p.station_id JOIN officer o ON o.id = p.officer_id
  WHERE p.station_id = p_station AND s.district_code = app.district() ORDER BY o.name
$$;
-- What the computer shows between two officers: the place and the names.
CREATE FUNCTION auth.station_names(p_token_hash text) RETURNS TABLE (station_id uuid, place_name text, officer_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT s.station_id, p.name, o.id, o.name FROM auth.open_station(p_token_hash) s
    JOIN desk d ON d.id = s.desk_id JOIN place p ON p.id = d.place_id
    LEFT JOIN (auth.station_pin i JOIN officer o ON o.id = i.officer_id AND o.status = 'active') ON i.station_id = s.station_id
  ORDER BY o.name
$$;
-- A try is counted before the PIN is looked at, so that many at once cannot slip past the five; a locked name answers nothing.
CREATE FUNCTION auth.begin_pin(p_token_hash text, p_officer uuid) RETURNS TABLE (station_id uuid, pin_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  UPDATE auth.station_pin p SET failures = p.failures + 1
  FROM auth.open_station(p_token_hash) s JOIN officer o ON o.district_code = s.district_code
  WHERE p.station_id = s.station_id AND p.officer_id = p_officer AND o.id = p_officer AND o.status = 'active'
    AND o.role IN ('receiving_officer', 'district_secretary') AND p.failures < 5
  RETURNING p.station_id, p.pin_id
$$;
-- One officer at a time: whoever was on at the station, or signed in on its computer, is not any more.
CREATE FUNCTION auth.open_station_session(p_token_hash text, p_officer uuid, p_pin uuid, p_session uuid, p_before uuid, p_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
DECLARE st record;
BEGIN
  SELECT s.* INTO st FROM auth.open_station(p_token_hash) s;
  IF st.station_id IS NULL THEN RETURN false; END IF;
  UPDATE auth.station_pin SET failures = 0 WHERE station_id = st.station_id AND officer_id = p_officer AND pin_id = p_pin;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE auth.session SET revoked_at = now() WHERE (station_id = st.station_id OR id = p_before) AND revoked_at IS NULL;
  INSERT INTO auth.session (id, officer_id, station_id, expires_at)
    VALUES (p_session, p_officer, st.station_id, least(now() + make_interval(hours => p_hours), st.expires_at));
  RETURN true;
END $$;
-- An ordinary session; a station's needs its computer's token too.
CREATE OR REPLACE FUNCTION auth.find_session(p_session uuid) RETURNS TABLE (id uuid, login text, name text, role text, "position" text,
  province_code text, district_code text, agency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.login, o.name, o.role, o.position, o.province_code, o.district_code, o.agency
  FROM auth.session s JOIN officer o ON o.id = s.officer_id
  WHERE s.id = p_session AND s.station_id IS NULL AND s.revoked_at IS NULL AND s.expires_at > now() AND o.status = 'active'
$$;
-- Whoever came in by a PIN does the desk's work and nothing else, whatever else he may do elsewhere.
CREATE FUNCTION auth.find_station_session(p_session uuid, p_token_hash text) RETURNS TABLE (id uuid, login text, name text, role text,
  "position" text, province_code text, district_code text, agency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT o.id, o.login, o.name, 'receiving_officer', o.position, o.province_code, o.district_code, NULL::text
  FROM auth.session s JOIN officer o ON o.id = s.officer_id JOIN auth.open_station(p_token_hash) t ON t.station_id = s.station_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now() AND o.status = 'active'
    AND o.role IN ('receiving_officer', 'district_secretary') AND o.district_code = t.district_code
$$;
REVOKE ALL ON FUNCTION auth.open_station(text), auth.claim_station(uuid, uuid, text), auth.issue_pin(uuid, uuid, uuid), auth.list_pins(uuid),
  auth.station_names(text), auth.begin_pin(text, uuid), auth.open_station_session(text, uuid, uuid, uuid, uuid, int),
  auth.find_station_session(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.claim_station(uuid, uuid, text), auth.station_names(text), auth.begin_pin(text, uuid),
  auth.open_station_session(text, uuid, uuid, uuid, uuid, int), auth.find_station_session(uuid, text) TO sukjai_app;
GRANT EXECUTE ON FUNCTION auth.issue_pin(uuid, uuid, uuid), auth.list_pins(uuid) TO r_district_chief, r_district_secretary;
RESET ROLE;
