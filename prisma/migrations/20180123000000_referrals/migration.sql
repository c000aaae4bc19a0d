-- Referrals (decisions 0016 to 0018): one machine for all agencies, consents that can be withdrawn, places, one-time
-- links, and the versions of a plan. Who may see and do what stands beside each table; the machine itself is
-- src/domain/referral.ts, and app.referral_step is held to it by a test.

-- ── The ninth role: who holds a one-time link ────────────────────────────────────────────────────────
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'r_link_bearer') THEN CREATE ROLE r_link_bearer NOLOGIN; END IF;
END $$;
GRANT r_link_bearer TO sukjai_app WITH INHERIT FALSE, SET TRUE;

-- ── What is kept ─────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "project_capacity" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "project" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "project_capacity_pkey" PRIMARY KEY ("id"),
    CHECK (places BETWEEN 1 AND 100000),
    -- Never overfilled, whoever writes.
    CHECK (taken BETWEEN 0 AND places),
    CHECK (from_on <= until_on),
    CHECK (district_code IS NULL OR left(district_code, 2) = province_code)
);
CREATE UNIQUE INDEX project_capacity_once ON project_capacity (province_code, coalesce(district_code, ''), project, agency, from_on);

CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "project" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "owner" TEXT GENERATED ALWAYS AS (CASE
      WHEN state = 'draft' THEN 'account_officer'
      WHEN state IN ('sent', 'accepted', 'waiting_list', 'in_progress') THEN 'agency' END) STORED,
    "next_on" DATE,
    "sent_on" DATE,
    "answered_on" DATE,
    "ended_on" DATE,
    "result" TEXT,
    "waiting_since" TIMESTAMPTZ(3),
    "capacity_id" UUID,
    "consent_withdrawn_on" DATE,
    "holder_name" TEXT,
    "holder_place" TEXT,
    "holder_phone" TEXT,
    "sender_name" TEXT,
    "sender_phone" TEXT,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "step" TEXT NOT NULL DEFAULT 'prepare',
    "words" TEXT,
    "changed_on" DATE NOT NULL,
    "changed_by_id" UUID,
    "changed_by_link_id" UUID,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "referral_pkey" PRIMARY KEY ("id"),
    CHECK (state IN ('draft', 'sent', 'accepted', 'waiting_list', 'in_progress', 'completed', 'refused', 'withdrawn')),
    -- Whoever has the turn has a day; what has ended has none.
    CHECK ((state IN ('completed', 'refused', 'withdrawn')) = (next_on IS NULL)),
    CHECK (state NOT IN ('refused', 'withdrawn') OR words IS NOT NULL),
    CHECK ((state = 'completed') = (result IS NOT NULL)),
    CHECK (result IN ('succeeded', 'partly', 'dropped_out')),
    CHECK (state IN ('draft', 'withdrawn') OR (sent_on IS NOT NULL AND holder_name IS NOT NULL)),
    CHECK ((changed_by_id IS NULL) <> (changed_by_link_id IS NULL))
);
-- One open referral a person, project and agency; another may follow once it has ended.
CREATE UNIQUE INDEX referral_open ON referral (holder_id, project, agency) WHERE state NOT IN ('completed', 'refused', 'withdrawn');
CREATE INDEX "referral_holder_id_idx" ON "referral"("holder_id");
CREATE INDEX "referral_province_code_agency_state_next_on_idx" ON "referral"("province_code", "agency", "state", "next_on");
CREATE INDEX "referral_district_code_state_next_on_idx" ON "referral"("district_code", "state", "next_on");
CREATE INDEX "referral_assessment_id_idx" ON "referral"("assessment_id");

CREATE TABLE "referral_link" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "referral_link_pkey" PRIMARY KEY ("id"),
    CHECK (octet_length(token_hash) = 32),
    CHECK (expires_on > recorded_on)
);
CREATE UNIQUE INDEX "referral_link_token_hash_key" ON "referral_link"("token_hash");
CREATE INDEX "referral_link_referral_id_idx" ON "referral_link"("referral_id");

CREATE TABLE "referral_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "referral_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "from_state" TEXT,
    "state" TEXT NOT NULL,
    "next_on" DATE,
    "result" TEXT,
    "words" TEXT,
    "happened_on" DATE NOT NULL,
    "by_id" UUID,
    "by_link_id" UUID,
    "delegation_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "referral_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "referral_event_referral_id_recorded_at_idx" ON "referral_event"("referral_id", "recorded_at");
CREATE INDEX "referral_event_holder_id_recorded_at_idx" ON "referral_event"("holder_id", "recorded_at");

-- What holders said of their consents after, or beside, the forms that asked for them.
CREATE TABLE "consent_event" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "consent_event_pkey" PRIMARY KEY ("id"),
    CHECK (purpose IN ('referral')),
    CHECK (decision IN ('given', 'withdrawn')),
    CHECK (channel IN ('visit', 'office', 'phone', 'letter')),
    CHECK (decided_on <= recorded_on)
);
CREATE INDEX "consent_event_holder_id_decided_on_idx" ON "consent_event"("holder_id", "decided_on" DESC);

CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "assessment_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "decision" JSONB NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "goals" JSONB NOT NULL DEFAULT '[]',
    "agreed_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id"),
    CHECK (source IN ('interview', 'agreement')),
    CHECK (number >= 1),
    CHECK (agreed_on <= recorded_on)
);
CREATE UNIQUE INDEX "plan_version_holder_id_number_key" ON "plan_version"("holder_id", "number");

ALTER TABLE referral
    ADD FOREIGN KEY (assessment_id, project) REFERENCES chosen_project(assessment_id, project) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (capacity_id) REFERENCES project_capacity(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (changed_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (changed_by_link_id) REFERENCES referral_link(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE referral_link ADD FOREIGN KEY (referral_id) REFERENCES referral(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE referral_event
    ADD FOREIGN KEY (referral_id) REFERENCES referral(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (by_link_id) REFERENCES referral_link(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE plan_version ADD FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON DELETE RESTRICT ON UPDATE CASCADE;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral', 'referral_event', 'consent_event', 'plan_version'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['referral', 'referral_link', 'consent_event', 'plan_version', 'project_capacity'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
  END LOOP;
END $$;

-- ── Who sees what ────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral', 'referral_event', 'referral_link', 'consent_event', 'plan_version', 'project_capacity'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['referral', 'referral_event', 'consent_event', 'plan_version'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, sukjai_keeper', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY district_read ON %I FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()))', t);
    EXECUTE format('CREATE POLICY caseload_read ON %I FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id))', t);
    EXECUTE format('CREATE POLICY keep ON %I TO sukjai_keeper USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- The account officer prepares, sends and takes back; what the agency learns is written into the row as it is sent, so
-- that the agency needs no sight of the person's file at all.
GRANT INSERT ON referral TO r_account_officer;
GRANT UPDATE (state, step, words, next_on, sent_on, holder_name, holder_place, holder_phone, sender_name, sender_phone,
  answers, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_account_officer;
CREATE POLICY caseload_write ON referral FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND changed_by_id = (SELECT app.uid()) AND state = 'draft'
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.district_code = referral.district_code
      AND h.province_code = referral.province_code)
    AND EXISTS (SELECT FROM assessment a WHERE a.id = assessment_id AND a.holder_id = referral.holder_id));
CREATE POLICY caseload_change ON referral FOR UPDATE TO r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id))
  WITH CHECK (changed_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id));

-- The chief, or his secretary, asks again.
GRANT UPDATE (state, step, words, next_on, changed_on, changed_by_id, changed_by_link_id, delegation_id) ON referral TO r_district_chief, r_district_secretary;
CREATE POLICY district_change ON referral FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND state = 'sent')
  WITH CHECK (district_code = (SELECT app.district()) AND state = 'sent' AND changed_by_id = (SELECT app.uid()));

-- The agency: what was sent to it in its province, and in its district where its officer has one.
GRANT SELECT ON referral, referral_event TO r_agency_officer;
GRANT UPDATE (state, step, words, next_on, result, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_agency_officer;
CREATE POLICY agency_read ON referral FOR SELECT TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()) AND sent_on IS NOT NULL
    AND district_code = coalesce((SELECT app.district()), district_code));
CREATE POLICY agency_change ON referral FOR UPDATE TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()) AND sent_on IS NOT NULL
    AND district_code = coalesce((SELECT app.district()), district_code))
  WITH CHECK (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()) AND changed_by_id = (SELECT app.uid()));
CREATE POLICY agency_read ON referral_event FOR SELECT TO r_agency_officer USING (EXISTS (SELECT FROM referral r WHERE r.id = referral_id));

-- The bearer of a link: that one referral and nothing else, until it is answered. The hash is read by nobody.
GRANT SELECT (id, referral_id, province_code, district_code, expires_on, used_at, recorded_by_id, recorded_on, recorded_at)
  ON referral_link TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
GRANT INSERT ON referral_link TO r_account_officer, r_district_secretary;
GRANT SELECT (id, referral_id, used_at) ON referral_link TO r_link_bearer;
GRANT SELECT, UPDATE (used_at) ON referral_link TO sukjai_keeper;
CREATE POLICY province_read ON referral_link FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON referral_link FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON referral_link FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
CREATE POLICY own ON referral_link FOR SELECT TO r_link_bearer USING (id = (SELECT app.uid()));
CREATE POLICY issue ON referral_link FOR INSERT TO r_account_officer, r_district_secretary
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND used_at IS NULL AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id
    AND r.state = 'sent' AND r.district_code = referral_link.district_code AND r.province_code = referral_link.province_code));
CREATE POLICY keep ON referral_link TO sukjai_keeper USING (true) WITH CHECK (true);
GRANT SELECT (id, province_code, district_code, project, agency, state, next_on, sent_on, consent_withdrawn_on, holder_name,
  holder_place, holder_phone, sender_name, sender_phone, answers) ON referral TO r_link_bearer;
GRANT UPDATE (state, step, words, next_on, changed_on, changed_by_id, changed_by_link_id) ON referral TO r_link_bearer;
CREATE POLICY bearer_read ON referral FOR SELECT TO r_link_bearer
  USING (id = (SELECT l.referral_id FROM referral_link l WHERE l.id = (SELECT app.uid()) AND l.used_at IS NULL));
CREATE POLICY bearer_change ON referral FOR UPDATE TO r_link_bearer
  USING (state = 'sent' AND id = (SELECT l.referral_id FROM referral_link l WHERE l.id = (SELECT app.uid()) AND l.used_at IS NULL))
  WITH CHECK (changed_by_id IS NULL AND changed_by_link_id = (SELECT app.uid()));
GRANT SELECT, INSERT ON command_receipt TO r_link_bearer;
ALTER POLICY own ON command_receipt TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_link_bearer;
SET ROLE sukjai_audit;
GRANT USAGE ON SCHEMA audit TO r_link_bearer;
GRANT EXECUTE ON FUNCTION audit.append(text, text, text, jsonb) TO r_link_bearer;
RESET ROLE;

-- Consents: told to the account officer or to the district.
GRANT INSERT ON consent_event TO r_account_officer, r_district_secretary;
CREATE POLICY caseload_write ON consent_event FOR INSERT TO r_account_officer, r_district_secretary
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
    AND h.district_code = consent_event.district_code AND h.province_code = consent_event.province_code));

-- Plans: a new version is agreed by the account officer with the holder; the first comes with the interview (trigger).
GRANT INSERT ON plan_version TO r_account_officer, sukjai_keeper;
CREATE POLICY caseload_write ON plan_version FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND source = 'agreement' AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id
    AND h.district_code = plan_version.district_code AND h.province_code = plan_version.province_code)
    AND EXISTS (SELECT FROM assessment a WHERE a.id = assessment_id AND a.holder_id = plan_version.holder_id));

-- Places: no personal data; the province reads them, the agency and the province's treasury set them.
GRANT SELECT ON project_capacity TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer, sukjai_keeper;
GRANT INSERT, UPDATE (places, until_on, note) ON project_capacity TO r_provincial_officer, r_agency_officer;
GRANT UPDATE (taken) ON project_capacity TO sukjai_keeper;
CREATE POLICY province_read ON project_capacity FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer USING (province_code = (SELECT app.province()));
CREATE POLICY agency_read ON project_capacity FOR SELECT TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()));
CREATE POLICY province_write ON project_capacity FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()) AND taken = 0);
CREATE POLICY agency_write ON project_capacity FOR INSERT TO r_agency_officer
  WITH CHECK (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()) AND recorded_by_id = (SELECT app.uid())
    AND taken = 0 AND coalesce(district_code, '') = coalesce((SELECT app.district()), district_code, ''));
CREATE POLICY province_change ON project_capacity FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province())) WITH CHECK (province_code = (SELECT app.province()));
CREATE POLICY agency_change ON project_capacity FOR UPDATE TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency())
    AND coalesce(district_code, '') = coalesce((SELECT app.district()), district_code, ''))
  WITH CHECK (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()));
CREATE POLICY keep ON project_capacity TO sukjai_keeper USING (true) WITH CHECK (true);

-- ── The machine ──────────────────────────────────────────────────────────────────────────────────────
GRANT UPDATE (consent_withdrawn_on) ON referral TO sukjai_keeper;
GRANT INSERT ON referral_event TO sukjai_keeper;
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
GRANT EXECUTE ON FUNCTION app.claim_request(uuid) TO r_link_bearer;

-- Where a step leads from a state; null where it may not be taken. The same table as domain/referral.ts.
CREATE FUNCTION app.referral_step(p_from text, p_step text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_step = 'send' AND p_from = 'draft' THEN 'sent'
    WHEN p_step = 'accept' AND p_from IN ('sent', 'waiting_list') THEN 'accepted'
    WHEN p_step = 'wait_list' AND p_from = 'sent' THEN 'waiting_list'
    WHEN p_step = 'begin' AND p_from IN ('sent', 'accepted', 'waiting_list') THEN 'in_progress'
    WHEN p_step = 'complete' AND p_from IN ('accepted', 'in_progress') THEN 'completed'
    WHEN p_step = 'refuse' AND p_from IN ('sent', 'accepted', 'waiting_list') THEN 'refused'
    WHEN p_step = 'withdraw' AND p_from IN ('draft', 'sent', 'accepted', 'waiting_list', 'in_progress') THEN 'withdrawn'
    WHEN p_step = 'remind' AND p_from = 'sent' THEN 'sent' END
$$;

-- Consent ๓ as it stands: the newest of what interviews asked and what was said afterwards.
CREATE FUNCTION app.referral_consent(p_holder uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT coalesce((SELECT x.given FROM (
    SELECT a.consent_referral AS given, a.interviewed_on AS said_on, a.recorded_at FROM assessment a
      WHERE a.holder_id = p_holder AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
    UNION ALL
    SELECT e.decision = 'given', e.decided_on, e.recorded_at FROM consent_event e WHERE e.holder_id = p_holder AND e.purpose = 'referral'
  ) x ORDER BY x.said_on DESC, x.recorded_at DESC LIMIT 1), false)
$$;

-- Takes a place, or says that none is left (SQLSTATE SJ001); null where nobody has set places. One row a capacity, so
-- whoever comes at the same moment waits for its lock and counts after it.
CREATE FUNCTION app.take_place(r referral) RETURNS uuid LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE place uuid;
BEGIN
  SELECT c.id INTO place FROM project_capacity c
    WHERE c.province_code = r.province_code AND c.project = r.project AND c.agency = r.agency
      AND r.changed_on BETWEEN c.from_on AND c.until_on AND coalesce(c.district_code, r.district_code) = r.district_code
    ORDER BY c.district_code NULLS LAST, c.from_on DESC LIMIT 1;
  IF place IS NULL THEN RETURN NULL; END IF;
  UPDATE project_capacity SET taken = taken + 1 WHERE id = place AND taken < places;
  IF NOT FOUND THEN RAISE EXCEPTION 'no place left' USING ERRCODE = 'SJ001'; END IF;
  RETURN place;
END $$;

-- Every change of a referral passes here, whoever writes: the step must be one of the machine, by the one whose step it
-- is; sending needs a live consent; places are taken and given back.
CREATE FUNCTION app.referral_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  who text := current_setting('role');
  doer text[] := CASE
    WHEN NEW.step IN ('prepare', 'send', 'withdraw') THEN ARRAY['r_account_officer']
    WHEN NEW.step = 'remind' THEN ARRAY['r_district_chief', 'r_district_secretary']
    WHEN NEW.step IN ('accept', 'wait_list', 'refuse') THEN ARRAY['r_agency_officer', 'r_link_bearer']
    ELSE ARRAY['r_agency_officer'] END;
  had boolean; has boolean;
BEGIN
  IF who <> ALL (doer || 'none'::text) THEN RAISE EXCEPTION 'not this role''s step' USING ERRCODE = '42501'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NEW.step <> 'prepare' THEN RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = '42501'; END IF;
    NEW.waiting_since := NULL; NEW.capacity_id := NULL; NEW.sent_on := NULL; NEW.answered_on := NULL; NEW.ended_on := NULL;
    RETURN NEW;
  END IF;
  IF app.referral_step(OLD.state, NEW.step) IS DISTINCT FROM NEW.state THEN
    RAISE EXCEPTION 'no step % from %', NEW.step, OLD.state USING ERRCODE = '42501';
  END IF;
  IF NEW.step = 'send' AND NOT (app.referral_consent(NEW.holder_id) AND EXISTS (SELECT FROM assessment a
      WHERE a.id = NEW.assessment_id AND a.answer = 'yes' AND (a.confirmation IS NULL OR a.confirmation = 'confirmed'))) THEN
    RAISE EXCEPTION 'no live consent' USING ERRCODE = 'SJ002';
  END IF;
  had := OLD.state IN ('accepted', 'in_progress', 'completed');
  has := NEW.state IN ('accepted', 'in_progress', 'completed');
  IF has AND NOT had THEN NEW.capacity_id := app.take_place(NEW);
  ELSIF had AND NOT has AND OLD.capacity_id IS NOT NULL THEN
    UPDATE project_capacity SET taken = taken - 1 WHERE id = OLD.capacity_id;
    NEW.capacity_id := NULL;
  END IF;
  -- One answer for many is one moment: among them the longest sent comes first.
  NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN statement_timestamp() END;
  IF OLD.state = 'sent' AND NEW.state NOT IN ('sent', 'withdrawn') THEN NEW.answered_on := NEW.changed_on; END IF;
  IF NEW.next_on IS NULL THEN NEW.ended_on := NEW.changed_on; END IF;
  RETURN NEW;
END $$;

-- What happened is written down by the change itself; a link that has answered is used.
CREATE FUNCTION app.referral_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO referral_event (referral_id, holder_id, province_code, district_code, step, from_state, state, next_on, result, words,
      happened_on, by_id, by_link_id, delegation_id)
    VALUES (NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.step, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END,
      NEW.state, NEW.next_on, NEW.result, NEW.words, NEW.changed_on, NEW.changed_by_id, NEW.changed_by_link_id, NEW.delegation_id);
  UPDATE referral_link SET used_at = clock_timestamp() WHERE id = NEW.changed_by_link_id AND used_at IS NULL;
  RETURN NULL;
END $$;

-- A consent that was withdrawn shows on what is open; given again, it shows no more.
CREATE FUNCTION app.consent_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  live boolean := app.referral_consent(NEW.holder_id);
  said_on date := CASE TG_TABLE_NAME WHEN 'consent_event' THEN (to_jsonb(NEW) ->> 'decided_on')::date ELSE (to_jsonb(NEW) ->> 'interviewed_on')::date END;
BEGIN
  UPDATE referral r SET consent_withdrawn_on = CASE WHEN NOT live THEN said_on END
    WHERE r.holder_id = NEW.holder_id AND r.state NOT IN ('completed', 'refused', 'withdrawn') AND (r.consent_withdrawn_on IS NULL) <> live;
  RETURN NULL;
END $$;

-- The interview's yes is the plan's next version.
CREATE FUNCTION app.plan_begins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO plan_version (id, holder_id, province_code, district_code, number, assessment_id, source, decision, agreed_on, recorded_by_id, recorded_on)
    SELECT gen_random_uuid(), NEW.holder_id, NEW.province_code, NEW.district_code,
      1 + coalesce((SELECT max(v.number) FROM plan_version v WHERE v.holder_id = NEW.holder_id), 0),
      NEW.id, 'interview', NEW.decision, NEW.interviewed_on, NEW.recorded_by_id, NEW.recorded_on
    WHERE NEW.answer = 'yes';
  RETURN NULL;
END $$;

-- The holder of a one-time link: by its hash, not expired, and either used (his receipt answers a repeat, he sees nothing
-- else) or for a referral that still waits. Everything else answers alike: nothing.
CREATE FUNCTION app.find_link(p_hash bytea) RETURNS TABLE (id uuid, province_code text, district_code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT l.id, l.province_code, l.district_code FROM referral_link l JOIN referral r ON r.id = l.referral_id
  WHERE l.token_hash = p_hash AND (l.used_at IS NOT NULL OR r.state = 'sent')
    AND l.expires_on >= coalesce((SELECT (s.value #>> '{}')::date FROM setting s WHERE s.key = 'programme_on'),
      (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)
$$;

REVOKE ALL ON FUNCTION app.referral_step(text, text), app.referral_consent(uuid), app.take_place(referral), app.referral_guard(),
  app.referral_note(), app.consent_counts(), app.plan_begins(), app.find_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_link(bytea) TO sukjai_app;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.referral_guard(), app.referral_note(), app.consent_counts(), app.plan_begins() TO %I', session_user);
END $$;
-- Interviews from before this change.
INSERT INTO plan_version (id, holder_id, province_code, district_code, number, assessment_id, source, decision, agreed_on, recorded_by_id, recorded_on)
  SELECT gen_random_uuid(), a.holder_id, a.province_code, a.district_code,
    row_number() OVER (PARTITION BY a.holder_id ORDER BY a.recorded_at), a.id, 'interview', a.decision, a.interviewed_on, a.recorded_by_id, a.recorded_on
  FROM assessment a WHERE a.answer = 'yes';
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF state, step ON referral FOR EACH ROW EXECUTE FUNCTION app.referral_guard();
CREATE TRIGGER note AFTER INSERT OR UPDATE OF state, step ON referral FOR EACH ROW EXECUTE FUNCTION app.referral_note();
CREATE TRIGGER consent AFTER INSERT ON consent_event FOR EACH ROW EXECUTE FUNCTION app.consent_counts();
CREATE TRIGGER consent AFTER INSERT OR UPDATE OF confirmation ON assessment FOR EACH ROW EXECUTE FUNCTION app.consent_counts();
CREATE TRIGGER plan AFTER INSERT ON assessment FOR EACH ROW EXECUTE FUNCTION app.plan_begins();
