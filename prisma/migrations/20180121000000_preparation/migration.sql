-- The district prepares (role table, district chief 1–5): letters to the local governments, plans, briefings, who receives
-- where, and AO codes that the district issues and ends by itself.

CREATE TABLE "host_letter" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "number" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "host_letter_pkey" PRIMARY KEY ("id"),
    CHECK (left(subdistrict_code, 4) = district_code AND left(district_code, 2) = province_code)
);
CREATE INDEX "host_letter_district_code_subdistrict_code_recorded_at_idx" ON "host_letter"("district_code", "subdistrict_code", "recorded_at" DESC);

CREATE TABLE "outreach_plan" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "assumptions" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "note" TEXT,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "outreach_plan_pkey" PRIMARY KEY ("id"),
    CHECK (version > 0)
);
CREATE UNIQUE INDEX "outreach_plan_district_code_version_key" ON "outreach_plan"("district_code", "version");

CREATE TABLE "briefing" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "meet_on" DATE NOT NULL,
    "meet_at" TEXT,
    "place_name" TEXT NOT NULL,
    "methods" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "briefing_pkey" PRIMARY KEY ("id"),
    CHECK (meet_at ~ '^([01]\d|2[0-3]):[0-5]\d$')
);
CREATE INDEX "briefing_district_code_meet_on_idx" ON "briefing"("district_code", "meet_on" DESC);

-- Who came; nobody's row says that he did not.
CREATE TABLE "briefing_attendance" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "officer_id" UUID,
    "name" TEXT NOT NULL,
    "position" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "briefing_attendance_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "briefing_attendance_briefing_id_name_key" ON "briefing_attendance"("briefing_id", "name");

CREATE TABLE "receiving_duty" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "place_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "receiving_duty_pkey" PRIMARY KEY ("id"),
    CHECK (from_on <= until_on)
);
CREATE UNIQUE INDEX "receiving_duty_place_id_officer_id_from_on_key" ON "receiving_duty"("place_id", "officer_id", "from_on");
CREATE INDEX "receiving_duty_district_code_from_on_idx" ON "receiving_duty"("district_code", "from_on");
CREATE INDEX "receiving_duty_officer_id_idx" ON "receiving_duty"("officer_id");

ALTER TABLE host_letter ADD FOREIGN KEY (subdistrict_code) REFERENCES subdistrict(code) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE briefing_attendance
  ADD FOREIGN KEY (briefing_id) REFERENCES briefing(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE receiving_duty
  ADD FOREIGN KEY (place_id) REFERENCES place(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['host_letter', 'outreach_plan', 'briefing', 'briefing_attendance', 'receiving_duty'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary', t);
    EXECUTE format('GRANT INSERT ON %I TO r_district_chief, r_district_secretary', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['outreach_plan', 'briefing', 'receiving_duty'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['host_letter', 'outreach_plan', 'briefing', 'briefing_attendance'] LOOP
    EXECUTE format('CREATE POLICY district_read ON %I FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['host_letter', 'outreach_plan', 'briefing'] LOOP
    EXECUTE format('CREATE POLICY district_write ON %I FOR INSERT TO r_district_chief, r_district_secretary
      WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()))', t);
  END LOOP;
END $$;
CREATE POLICY district_write ON briefing_attendance FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM briefing b WHERE b.id = briefing_id AND b.district_code = briefing_attendance.district_code));
-- The receiving officers see who sits where beside them.
GRANT SELECT ON receiving_duty TO r_receiving_officer;
CREATE POLICY district_read ON receiving_duty FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()));
CREATE POLICY district_write ON receiving_duty FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM place p WHERE p.id = place_id AND p.district_code = receiving_duty.district_code)
    AND EXISTS (SELECT FROM officer o WHERE o.id = officer_id AND o.district_code = receiving_duty.district_code
      AND o.role IN ('receiving_officer', 'district_secretary')));
GRANT UPDATE (until_on) ON receiving_duty TO r_district_chief, r_district_secretary;
CREATE POLICY district_change ON receiving_duty FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district())) WITH CHECK (district_code = (SELECT app.district()));

-- ── Officers of the district's own ───────────────────────────────────────────────────────────────────
-- A district adds account officers and receiving officers of its own, and nobody else.
GRANT INSERT ON officer TO r_district_chief, r_district_secretary;
CREATE POLICY district_add ON officer FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (role IN ('account_officer', 'receiving_officer') AND status = 'active'
    AND province_code = (SELECT app.province()) AND district_code = (SELECT app.district()));
ALTER TABLE account_officer_code
    ADD COLUMN "issued_by_id" UUID REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD COLUMN "ended_by_id" UUID REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD COLUMN "delegation_id" UUID REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CHECK (ends_on >= issued_on);
GRANT INSERT ON account_officer_code TO r_district_chief, r_district_secretary;
GRANT UPDATE (ends_on, ended_by_id) ON account_officer_code TO r_district_chief, r_district_secretary;
CREATE POLICY district_add ON account_officer_code FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND issued_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM officer o WHERE o.id = officer_id AND o.role = 'account_officer' AND o.province_code = (SELECT app.province())));
CREATE POLICY district_end ON account_officer_code FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()))
  WITH CHECK (district_code = (SELECT app.district()) AND ended_by_id = (SELECT app.uid()));

-- A code cannot have ended while holders still stand under it: looked at when the transaction ends, so that their handover
-- and the end are one act.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.programme_today() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT coalesce((SELECT (s.value #>> '{}')::date FROM setting s WHERE s.key = 'programme_on'), (now() AT TIME ZONE 'Asia/Bangkok')::date)
$$;
REVOKE ALL ON FUNCTION app.programme_today() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.programme_today() TO sukjai_auth;
CREATE FUNCTION app.no_end_with_holders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF NEW.ends_on <= app.programme_today() AND EXISTS (SELECT FROM holder h WHERE h.account_officer_code = NEW.code) THEN
    RAISE EXCEPTION 'holders are left under code %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.no_end_with_holders() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.no_end_with_holders() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE CONSTRAINT TRIGGER no_end_with_holders AFTER UPDATE OF ends_on ON account_officer_code
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.no_end_with_holders();

-- ── The first sign-in ────────────────────────────────────────────────────────────────────────────────
-- A slip carries a one-time code that the server derives from the slip's id under its own key: nothing kept here opens
-- anything (docs/decisions/0012).
SET ROLE sukjai_auth;
CREATE TABLE auth.slip (id uuid PRIMARY KEY, officer_id uuid NOT NULL, issued_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL, used_at timestamptz, revoked_at timestamptz);
CREATE INDEX ON auth.slip (officer_id);
-- For an officer of the own district who has never had a password; a newer slip ends the one before.
CREATE FUNCTION auth.issue_slip(p_slip uuid, p_officer uuid, p_days int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
BEGIN
  IF p_days NOT BETWEEN 1 AND 30 OR EXISTS (SELECT FROM auth.credential c WHERE c.officer_id = p_officer)
    OR NOT EXISTS (SELECT FROM officer o WHERE o.id = p_officer AND o.district_code = app.district()
      AND o.role IN ('account_officer', 'receiving_officer') AND o.status = 'active') THEN RETURN false;
  END IF;
  UPDATE auth.slip SET revoked_at = now() WHERE officer_id = p_officer AND used_at IS NULL AND revoked_at IS NULL;
  INSERT INTO auth.slip (id, officer_id, expires_at) VALUES (p_slip, p_officer, now() + make_interval(days => p_days));
  RETURN true;
END $$;
-- The newest slip of each officer of the own district, and whether he has been inside.
CREATE FUNCTION auth.list_slips() RETURNS TABLE (id uuid, officer_id uuid, expires_at timestamptz, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT DISTINCT ON (o.id) s.id, o.id, s.expires_at,
    CASE WHEN c.officer_id IS NOT NULL THEN 'entered' WHEN s.id IS NULL THEN 'none' WHEN s.expires_at <= now() THEN 'expired' ELSE 'open' END
  FROM officer o LEFT JOIN auth.credential c ON c.officer_id = o.id
    LEFT JOIN auth.slip s ON s.officer_id = o.id AND s.revoked_at IS NULL AND s.used_at IS NULL
  WHERE o.district_code = app.district() AND o.role IN ('account_officer', 'receiving_officer')
  ORDER BY o.id, s.issued_at DESC
$$;
-- One attempt of the login as any other: five failures lock it.
CREATE FUNCTION auth.begin_first(p_login text) RETURNS TABLE (attempt_id bigint, officer_id uuid, slip_id uuid, locked boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
  SELECT b.attempt_id, b.officer_id, s.id, b.locked FROM auth.begin_sign_in(p_login) b
    LEFT JOIN auth.slip s ON s.officer_id = b.officer_id AND b.active AND s.used_at IS NULL AND s.revoked_at IS NULL
      AND s.expires_at > now() AND NOT EXISTS (SELECT FROM auth.credential c WHERE c.officer_id = b.officer_id)
$$;
-- Once: of two at the same moment one is told false.
CREATE FUNCTION auth.use_slip(p_attempt bigint, p_slip uuid, p_hash text, p_session uuid, p_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth, public, pg_catalog AS $$
DECLARE who uuid;
BEGIN
  UPDATE auth.slip SET used_at = now() WHERE id = p_slip AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
    RETURNING officer_id INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  INSERT INTO auth.credential (officer_id, password_hash) VALUES (who, p_hash);
  RETURN auth.open_session(p_attempt, who, p_session, p_hours);
END $$;
REVOKE ALL ON FUNCTION auth.issue_slip(uuid, uuid, int), auth.list_slips(), auth.begin_first(text),
  auth.use_slip(bigint, uuid, text, uuid, int) FROM PUBLIC;
GRANT USAGE ON SCHEMA auth TO r_district_chief, r_district_secretary;
GRANT EXECUTE ON FUNCTION auth.issue_slip(uuid, uuid, int), auth.list_slips() TO r_district_chief, r_district_secretary;
GRANT EXECUTE ON FUNCTION auth.begin_first(text), auth.use_slip(bigint, uuid, text, uuid, int) TO sukjai_app;
RESET ROLE;
