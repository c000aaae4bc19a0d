-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── auth.attempt
CREATE TABLE auth.attempt (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  login text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  ok boolean NOT NULL DEFAULT false,
  CONSTRAINT attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX attempt_login_at_idx ON auth.attempt USING btree (login, at);
-- Owner: sukjai_auth

-- ── auth.credential
CREATE TABLE auth.credential (
  officer_id uuid NOT NULL,
  password_hash text NOT NULL,
  set_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT credential_pkey PRIMARY KEY (officer_id)
);
-- Owner: sukjai_auth

-- ── auth.session
CREATE TABLE auth.session (
  id uuid NOT NULL,
  officer_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  station_id uuid,
  CONSTRAINT session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_officer_id_idx ON auth.session USING btree (officer_id);
CREATE INDEX session_station_id_idx ON auth.session USING btree (station_id) WHERE (station_id IS NOT NULL);
-- Owner: sukjai_auth

-- ── auth.slip
CREATE TABLE auth.slip (
  id uuid NOT NULL,
  officer_id uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT slip_pkey PRIMARY KEY (id)
);
CREATE INDEX slip_officer_id_idx ON auth.slip USING btree (officer_id);
-- Owner: sukjai_auth

-- ── auth.station_key
CREATE TABLE auth.station_key (
  station_id uuid NOT NULL,
  token_hash text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT station_key_pkey PRIMARY KEY (station_id),
  CONSTRAINT station_key_token_hash_key UNIQUE (token_hash)
);
-- Owner: sukjai_auth

-- ── auth.station_pin
CREATE TABLE auth.station_pin (
  station_id uuid NOT NULL,
  officer_id uuid NOT NULL,
  pin_id uuid NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  shown_at timestamp with time zone,
  CONSTRAINT station_pin_pkey PRIMARY KEY (station_id, officer_id)
);
-- Owner: sukjai_auth

-- ── auth.begin_first(text)
CREATE OR REPLACE FUNCTION auth.begin_first(p_login text)
 RETURNS TABLE(attempt_id bigint, officer_id uuid, slip_id uuid, locked boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT b.attempt_id, b.officer_id, s.id, b.locked FROM auth.begin_sign_in(p_login) b
    LEFT JOIN auth.slip s ON s.officer_id = b.officer_id AND b.active AND s.used_at IS NULL AND s.revoked_at IS NULL
      AND s.expires_at > now() AND NOT EXISTS (SELECT FROM auth.credential c WHERE c.officer_id = b.officer_id)
$function$;
GRANT EXECUTE ON FUNCTION auth.begin_first(text) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.begin_pin(text,uuid)
CREATE OR REPLACE FUNCTION auth.begin_pin(p_token_hash text, p_officer uuid)
 RETURNS TABLE(station_id uuid, pin_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  UPDATE auth.station_pin p SET failures = p.failures + 1
  FROM auth.open_station(p_token_hash) s JOIN officer o ON o.district_code = s.district_code
  WHERE p.station_id = s.station_id AND p.officer_id = p_officer AND o.id = p_officer AND o.status = 'active'
    AND o.role IN ('receiving_officer', 'district_secretary') AND p.failures < 5
  RETURNING p.station_id, p.pin_id
$function$;
GRANT EXECUTE ON FUNCTION auth.begin_pin(text,uuid) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.begin_sign_in(text)
CREATE OR REPLACE FUNCTION auth.begin_sign_in(p_login text)
 RETURNS TABLE(attempt_id bigint, officer_id uuid, password_hash text, active boolean, locked boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
DECLARE fifth timestamptz; latest timestamptz; attempt bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('sign-in ' || p_login, 0));
  SELECT min(f.at), max(f.at) INTO fifth, latest FROM (
    SELECT a.at FROM auth.attempt a WHERE a.login = p_login AND NOT a.ok
      AND a.at > coalesce((SELECT max(b.at) FROM auth.attempt b WHERE b.login = p_login AND b.ok), '-infinity')
    ORDER BY a.at DESC LIMIT 5) f HAVING count(*) = 5;
  IF latest > clock_timestamp() - interval '15 minutes' AND fifth > latest - interval '15 minutes' THEN
    RETURN QUERY SELECT NULL::bigint, NULL::uuid, NULL::text, false, true; RETURN;
  END IF;
  INSERT INTO auth.attempt (login, at) VALUES (p_login, clock_timestamp()) RETURNING id INTO attempt;
  RETURN QUERY SELECT attempt, o.id, c.password_hash, o.status = 'active', false
    FROM (SELECT 1) one LEFT JOIN officer o ON o.login = p_login LEFT JOIN auth.credential c ON c.officer_id = o.id;
END $function$;
GRANT EXECUTE ON FUNCTION auth.begin_sign_in(text) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.claim_station(uuid,uuid,text)
CREATE OR REPLACE FUNCTION auth.claim_station(p_station uuid, p_session uuid, p_token_hash text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  WITH claimed AS (
    INSERT INTO auth.station_key (station_id, token_hash, expires_at)
    SELECT s.id, p_token_hash, (date_trunc('day', now() AT TIME ZONE 'Asia/Bangkok') + interval '1 day') AT TIME ZONE 'Asia/Bangkok'
    FROM station s JOIN auth.session e ON e.officer_id = s.recorded_by_id
    WHERE s.id = p_station AND s.closed_at IS NULL AND s.open_on = app.programme_today()
      AND e.id = p_session AND e.station_id IS NULL AND e.revoked_at IS NULL AND e.expires_at > now()
    ON CONFLICT (station_id) DO NOTHING RETURNING 1)
  SELECT EXISTS (SELECT FROM claimed)
$function$;
GRANT EXECUTE ON FUNCTION auth.claim_station(uuid,uuid,text) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.close_session(uuid)
CREATE OR REPLACE FUNCTION auth.close_session(p_session uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_catalog'
AS $function$
  UPDATE auth.session SET revoked_at = now() WHERE id = p_session AND revoked_at IS NULL RETURNING true
$function$;
GRANT EXECUTE ON FUNCTION auth.close_session(uuid) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.demo_sign_ins()
CREATE OR REPLACE FUNCTION auth.demo_sign_ins()
 RETURNS TABLE(login text, name text, role text, "position" text, district_code text, agency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT o.login, o.name, o.role, o.position, o.district_code, o.agency FROM officer o
  JOIN auth.credential c ON c.officer_id = o.id
  WHERE o.status = 'active' AND EXISTS (SELECT FROM setting s WHERE s.key = 'demo' AND s.value = 'true') ORDER BY o.login
$function$;
GRANT EXECUTE ON FUNCTION auth.demo_sign_ins() TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.find_officer(text,uuid)
CREATE OR REPLACE FUNCTION auth.find_officer(p_login text, p_id uuid)
 RETURNS TABLE(id uuid, login text, name text, role text, "position" text, province_code text, district_code text, agency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT o.id, o.login, o.name, o.role, o.position, o.province_code, o.district_code, o.agency
  FROM officer o WHERE o.status = 'active' AND (o.login = p_login OR o.id = p_id)
$function$;
GRANT EXECUTE ON FUNCTION auth.find_officer(text,uuid) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.find_session(uuid)
CREATE OR REPLACE FUNCTION auth.find_session(p_session uuid)
 RETURNS TABLE(id uuid, login text, name text, role text, "position" text, province_code text, district_code text, agency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT o.id, o.login, o.name, o.role, o.position, o.province_code, o.district_code, o.agency
  FROM auth.session s JOIN officer o ON o.id = s.officer_id
  WHERE s.id = p_session AND s.station_id IS NULL AND s.revoked_at IS NULL AND s.expires_at > now() AND o.status = 'active'
$function$;
GRANT EXECUTE ON FUNCTION auth.find_session(uuid) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.find_station_session(uuid,text)
CREATE OR REPLACE FUNCTION auth.find_station_session(p_session uuid, p_token_hash text)
 RETURNS TABLE(id uuid, login text, name text, role text, "position" text, province_code text, district_code text, agency text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT o.id, o.login, o.name, 'receiving_officer', o.position, o.province_code, o.district_code, NULL::text
  FROM auth.session s JOIN officer o ON o.id = s.officer_id JOIN auth.open_station(p_token_hash) t ON t.station_id = s.station_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now() AND o.status = 'active'
    AND o.role IN ('receiving_officer', 'district_secretary') AND o.district_code = t.district_code
$function$;
GRANT EXECUTE ON FUNCTION auth.find_station_session(uuid,text) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.issue_pin(uuid,uuid,uuid)
CREATE OR REPLACE FUNCTION auth.issue_pin(p_station uuid, p_officer uuid, p_pin uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM station s JOIN officer o ON o.district_code = s.district_code
    WHERE s.id = p_station AND s.district_code = app.district() AND s.closed_at IS NULL
      AND o.id = p_officer AND o.status = 'active' AND o.role IN ('receiving_officer', 'district_secretary')) THEN RETURN false;
  END IF;
  UPDATE auth.session SET revoked_at = now() WHERE station_id = p_station AND officer_id = p_officer AND revoked_at IS NULL;
  INSERT INTO auth.station_pin (station_id, officer_id, pin_id) VALUES (p_station, p_officer, p_pin)
    ON CONFLICT (station_id, officer_id) DO UPDATE SET pin_id = EXCLUDED.pin_id, failures = 0, shown_at = NULL;
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION auth.issue_pin(uuid,uuid,uuid) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_auth

-- ── auth.issue_slip(uuid,uuid,integer)
CREATE OR REPLACE FUNCTION auth.issue_slip(p_slip uuid, p_officer uuid, p_days integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
BEGIN
  IF p_days NOT BETWEEN 1 AND 30 OR EXISTS (SELECT FROM auth.credential c WHERE c.officer_id = p_officer)
    OR NOT EXISTS (SELECT FROM officer o WHERE o.id = p_officer AND o.district_code = app.district()
      AND o.role IN ('account_officer', 'receiving_officer') AND o.status = 'active') THEN RETURN false;
  END IF;
  UPDATE auth.slip SET revoked_at = now() WHERE officer_id = p_officer AND used_at IS NULL AND revoked_at IS NULL;
  INSERT INTO auth.slip (id, officer_id, expires_at) VALUES (p_slip, p_officer, now() + make_interval(days => p_days));
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION auth.issue_slip(uuid,uuid,integer) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_auth

-- ── auth.list_pins(uuid)
CREATE OR REPLACE FUNCTION auth.list_pins(p_station uuid)
 RETURNS TABLE(officer_id uuid, name text, shown boolean, locked boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT o.id, o.name, p.shown_at IS NOT NULL, p.failures >= 5
  FROM auth.station_pin p JOIN station s ON s.id = p.station_id JOIN officer o ON o.id = p.officer_id
  WHERE p.station_id = p_station AND s.district_code = app.district() ORDER BY o.name
$function$;
GRANT EXECUTE ON FUNCTION auth.list_pins(uuid) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_auth

-- ── auth.list_slips()
CREATE OR REPLACE FUNCTION auth.list_slips()
 RETURNS TABLE(id uuid, officer_id uuid, expires_at timestamp with time zone, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT DISTINCT ON (o.id) s.id, o.id, s.expires_at,
    CASE WHEN c.officer_id IS NOT NULL THEN 'entered' WHEN s.id IS NULL THEN 'none' WHEN s.expires_at <= now() THEN 'expired' ELSE 'open' END
  FROM officer o LEFT JOIN auth.credential c ON c.officer_id = o.id
    LEFT JOIN auth.slip s ON s.officer_id = o.id AND s.revoked_at IS NULL AND s.used_at IS NULL
  WHERE o.district_code = app.district() AND o.role IN ('account_officer', 'receiving_officer')
  ORDER BY o.id, s.issued_at DESC
$function$;
GRANT EXECUTE ON FUNCTION auth.list_slips() TO r_district_chief, r_district_secretary;
-- Owner: sukjai_auth

-- ── auth.open_session(bigint,uuid,uuid,integer)
CREATE OR REPLACE FUNCTION auth.open_session(p_attempt bigint, p_officer uuid, p_session uuid, p_hours integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE auth.attempt SET ok = true WHERE id = p_attempt;
  INSERT INTO auth.session (id, officer_id, expires_at) VALUES (p_session, p_officer, now() + make_interval(hours => p_hours));
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION auth.open_session(bigint,uuid,uuid,integer) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.open_station_session(text,uuid,uuid,uuid,uuid,integer)
CREATE OR REPLACE FUNCTION auth.open_station_session(p_token_hash text, p_officer uuid, p_pin uuid, p_session uuid, p_before uuid, p_hours integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION auth.open_station_session(text,uuid,uuid,uuid,uuid,integer) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.open_station(text)
CREATE OR REPLACE FUNCTION auth.open_station(p_token_hash text)
 RETURNS TABLE(station_id uuid, district_code text, desk_id uuid, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT s.id, s.district_code, s.desk_id, k.expires_at FROM auth.station_key k JOIN station s ON s.id = k.station_id
  WHERE k.token_hash = p_token_hash AND k.expires_at > now() AND s.closed_at IS NULL AND s.open_on = app.programme_today()
$function$;
-- Owner: sukjai_auth

-- ── auth.revoke_sessions(uuid)
CREATE OR REPLACE FUNCTION auth.revoke_sessions(p_officer uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_catalog'
AS $function$
  WITH closed AS (UPDATE auth.session SET revoked_at = now() WHERE officer_id = p_officer AND revoked_at IS NULL RETURNING 1)
  SELECT count(*)::int FROM closed
$function$;
GRANT EXECUTE ON FUNCTION auth.revoke_sessions(uuid) TO r_administrator;
-- Owner: sukjai_auth

-- ── auth.set_password(uuid,text)
CREATE OR REPLACE FUNCTION auth.set_password(p_officer uuid, p_hash text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  INSERT INTO auth.attempt (login, at, ok) SELECT o.login, clock_timestamp(), true FROM officer o WHERE o.id = p_officer;
  INSERT INTO auth.credential (officer_id, password_hash) VALUES (p_officer, p_hash)
  ON CONFLICT (officer_id) DO UPDATE SET password_hash = EXCLUDED.password_hash, set_at = now() RETURNING true
$function$;
GRANT EXECUTE ON FUNCTION auth.set_password(uuid,text) TO r_administrator;
-- Owner: sukjai_auth

-- ── auth.show_pin(uuid,uuid)
CREATE OR REPLACE FUNCTION auth.show_pin(p_station uuid, p_officer uuid)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  UPDATE auth.station_pin p SET shown_at = now() FROM station s
  WHERE s.id = p.station_id AND s.district_code = app.district() AND s.closed_at IS NULL
    AND p.station_id = p_station AND p.officer_id = p_officer AND p.shown_at IS NULL AND p.failures < 5
  RETURNING p.pin_id
$function$;
GRANT EXECUTE ON FUNCTION auth.show_pin(uuid,uuid) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_auth

-- ── auth.station_names(text)
CREATE OR REPLACE FUNCTION auth.station_names(p_token_hash text)
 RETURNS TABLE(station_id uuid, place_name text, officer_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
  SELECT s.station_id, p.name, o.id, o.name FROM auth.open_station(p_token_hash) s
    JOIN desk d ON d.id = s.desk_id JOIN place p ON p.id = d.place_id
    LEFT JOIN (auth.station_pin i JOIN officer o ON o.id = i.officer_id AND o.status = 'active') ON i.station_id = s.station_id
  ORDER BY o.name
$function$;
GRANT EXECUTE ON FUNCTION auth.station_names(text) TO sukjai_app;
-- Owner: sukjai_auth

-- ── auth.use_slip(bigint,uuid,text,uuid,integer)
CREATE OR REPLACE FUNCTION auth.use_slip(p_attempt bigint, p_slip uuid, p_hash text, p_session uuid, p_hours integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'public', 'pg_catalog'
AS $function$
DECLARE who uuid;
BEGIN
  UPDATE auth.slip SET used_at = now() WHERE id = p_slip AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
    RETURNING officer_id INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  INSERT INTO auth.credential (officer_id, password_hash) VALUES (who, p_hash);
  RETURN auth.open_session(p_attempt, who, p_session, p_hours);
END $function$;
GRANT EXECUTE ON FUNCTION auth.use_slip(bigint,uuid,text,uuid,integer) TO sukjai_app;
-- Owner: sukjai_auth
