-- Follow-up of agreed plans: every contact (AO 5), its way into the Ministry's database (AO 5, district chief 9), the
-- numbers of 16:30, and the reports that go up (AO 6, district chief 10, governor 7).

-- ── Contacts ─────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "corrects_id" UUID,
    "contacted_on" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "round" TEXT,
    "income_baht" INTEGER,
    "got_job" BOOLEAN NOT NULL,
    "loan_baht" INTEGER,
    "training_hours" INTEGER,
    "obstacles" TEXT[] NOT NULL,
    "obstacle_note" TEXT,
    "note" TEXT,
    "next_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "contact_pkey" PRIMARY KEY ("id"),
    CHECK (channel IN ('home', 'office', 'phone', 'through_other', 'group')),
    CHECK (round IN ('june', 'september')),
    CHECK (contacted_on <= recorded_on),
    CHECK (income_baht BETWEEN 0 AND 1000000),
    CHECK (loan_baht BETWEEN 1 AND 10000000),
    CHECK (training_hours BETWEEN 1 AND 2000)
);
-- A contact is never changed: another one may stand in its place, once.
CREATE UNIQUE INDEX "contact_corrects_id_key" ON "contact"("corrects_id");
CREATE INDEX "contact_holder_id_contacted_on_idx" ON "contact"("holder_id", "contacted_on" DESC);
CREATE INDEX "contact_district_code_contacted_on_idx" ON "contact"("district_code", "contacted_on");
CREATE INDEX "contact_assessment_id_idx" ON "contact"("assessment_id");

CREATE TABLE "contact_project" (
    "contact_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "contact_project_pkey" PRIMARY KEY ("contact_id", "project"),
    CHECK (state IN ('not_begun', 'taking_part', 'finished', 'refused', 'gave_up'))
);
CREATE INDEX "contact_project_holder_id_idx" ON "contact_project"("holder_id");

-- Where a person with an agreed plan stands; derived by triggers from his interview and his contacts.
CREATE TABLE "follow_up" (
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "assessment_id" UUID NOT NULL,
    "agreed_on" DATE NOT NULL,
    "active" BOOLEAN NOT NULL,
    "contacts" INTEGER NOT NULL,
    "last_contact_id" UUID,
    "last_contact_on" DATE,
    "next_on" DATE,
    "june_on" DATE,
    "september_on" DATE,
    "income_then" INTEGER,
    "income_now" INTEGER,
    "got_job" BOOLEAN NOT NULL,
    "loan_baht" INTEGER NOT NULL,
    "training_hours" INTEGER NOT NULL,
    "projects" INTEGER NOT NULL,
    "taken_up" INTEGER NOT NULL,
    "income_up" BOOLEAN GENERATED ALWAYS AS (income_now > income_then) STORED,
    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("holder_id")
);
CREATE INDEX "follow_up_district_code_active_idx" ON "follow_up"("district_code", "active");
CREATE INDEX "follow_up_province_code_active_idx" ON "follow_up"("province_code", "active");

-- How many of them share the same facts, with their sums: kept by the statement that changes them.
CREATE TABLE "follow_up_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "agreed_month" TEXT NOT NULL,
    "dose" INTEGER NOT NULL,
    "june_done" BOOLEAN NOT NULL,
    "september_done" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,
    "contacts" INTEGER NOT NULL,
    "income_people" INTEGER NOT NULL,
    "income_then" BIGINT NOT NULL,
    "income_now" BIGINT NOT NULL,
    "income_up" INTEGER NOT NULL,
    "jobs" INTEGER NOT NULL,
    "loans" INTEGER NOT NULL,
    "loan_baht" BIGINT NOT NULL,
    "trained" INTEGER NOT NULL,
    "training_hours" BIGINT NOT NULL,
    "projects" INTEGER NOT NULL,
    "taken_up" INTEGER NOT NULL,
    "takers" INTEGER NOT NULL,
    CONSTRAINT "follow_up_tally_pkey" PRIMARY KEY ("district_code", "agreed_month", "dose", "june_done", "september_done")
);
CREATE INDEX "follow_up_tally_province_code_idx" ON "follow_up_tally"("province_code");

-- ── Into the Ministry's database ─────────────────────────────────────────────────────────────────────
-- What has to be reported: an interview, or a contact (its first row; corrections move `source_id`). The state is the
-- newest event's, written by trigger alone, so that an entry is in exactly one.
CREATE TABLE "ministry_entry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'unreported',
    "state_on" DATE,
    "state_by_id" UUID,
    "reason" TEXT,
    "file_id" UUID,
    CONSTRAINT "ministry_entry_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('interview', 'contact')),
    CHECK (state IN ('unreported', 'reported', 'bounced')),
    CHECK ((state = 'bounced') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX "ministry_entry_source_id_key" ON "ministry_entry"("source_id");
CREATE INDEX "ministry_entry_district_code_state_occurred_on_idx" ON "ministry_entry"("district_code", "state", "occurred_on");
CREATE INDEX "ministry_entry_province_code_state_occurred_on_idx" ON "ministry_entry"("province_code", "state", "occurred_on");
CREATE INDEX "ministry_entry_holder_id_idx" ON "ministry_entry"("holder_id");

-- One file of the entries that were unreported at that moment, with a number of its sender.
CREATE TABLE "ministry_file" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "number" INTEGER NOT NULL,
    "entries" INTEGER NOT NULL,
    "fields" TEXT[] NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_file_pkey" PRIMARY KEY ("id"),
    CHECK (entries > 0)
);
CREATE UNIQUE INDEX ministry_file_number ON ministry_file (province_code, coalesce(district_code, ''), number);

-- Exactly which entry stood on which line with which values; the national ID stays with the holder, encrypted.
CREATE TABLE "ministry_file_line" (
    "file_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "row_values" JSONB NOT NULL,
    CONSTRAINT "ministry_file_line_pkey" PRIMARY KEY ("file_id", "entry_id")
);
CREATE UNIQUE INDEX "ministry_file_line_file_id_position_key" ON "ministry_file_line"("file_id", "position");
CREATE INDEX "ministry_file_line_entry_id_idx" ON "ministry_file_line"("entry_id");

CREATE TABLE "ministry_event" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "reason" TEXT,
    "file_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_event_pkey" PRIMARY KEY ("id"),
    CHECK (state IN ('unreported', 'reported', 'bounced')),
    CHECK ((state = 'bounced') = (reason IS NOT NULL)),
    CHECK (file_id IS NULL OR state = 'reported')
);
CREATE INDEX "ministry_event_entry_id_recorded_at_idx" ON "ministry_event"("entry_id", "recorded_at" DESC);
CREATE INDEX "ministry_event_file_id_idx" ON "ministry_event"("file_id");

-- The Ministry's order of fields is not public: the treasury sets it, dated; the newest that has begun is in force.
CREATE TABLE "ministry_field_order" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "fields" TEXT[] NOT NULL,
    "from_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_field_order_pkey" PRIMARY KEY ("id"),
    CHECK (cardinality(fields) > 0)
);
CREATE INDEX "ministry_field_order_province_code_from_on_idx" ON "ministry_field_order"("province_code", "from_on" DESC);

-- ── 16:30 ────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "day_snapshot" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "taken_for" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "met" INTEGER NOT NULL,
    "to_meet" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    "states" JSONB NOT NULL,
    "recent_met" INTEGER NOT NULL,
    "voluntary_yes" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "day_snapshot_pkey" PRIMARY KEY ("id"),
    CHECK (total = met + to_meet + released),
    CHECK (source IN ('timer', 'clock'))
);
CREATE UNIQUE INDEX "day_snapshot_district_code_taken_for_key" ON "day_snapshot"("district_code", "taken_for");
CREATE INDEX "day_snapshot_province_code_taken_for_idx" ON "day_snapshot"("province_code", "taken_for");

-- ── Reports up ───────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "progress_report" (
    "id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "author_id" UUID,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_on" DATE NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "letter_number" TEXT,
    "signed_by_id" UUID,
    "signed_on" DATE,
    "delegation_id" UUID,
    "sent_on" DATE,
    "sent_how" TEXT,
    "sent_by_id" UUID,
    "decided_by_id" UUID,
    "decided_on" DATE,
    "decided_delegation_id" UUID,
    "return_reason" TEXT,
    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id"),
    CHECK (level IN ('officer', 'district', 'province')),
    CHECK (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    CHECK ((level = 'province') = (district_code IS NULL)),
    CHECK ((level = 'officer') = (author_id IS NOT NULL)),
    CHECK (status IN ('draft', 'submitted', 'acknowledged', 'returned', 'signed', 'sent')),
    CHECK (level <> 'officer' OR status IN ('submitted', 'acknowledged', 'returned')),
    CHECK (level <> 'district' OR status IN ('draft', 'submitted', 'acknowledged', 'returned')),
    CHECK (level <> 'province' OR status IN ('draft', 'signed', 'sent')),
    CHECK ((status = 'draft') = (signed_by_id IS NULL)),
    CHECK ((signed_by_id IS NULL) = (signed_on IS NULL)),
    CHECK (level <> 'province' OR status = 'draft' OR letter_number IS NOT NULL),
    CHECK ((status = 'sent') = (sent_on IS NOT NULL)),
    CHECK ((status IN ('acknowledged', 'returned')) = (decided_by_id IS NOT NULL)),
    CHECK ((status = 'returned') = (return_reason IS NOT NULL)),
    CHECK (decided_by_id <> signed_by_id)
);
-- One report a sender and month; one that came back makes room for the next.
CREATE UNIQUE INDEX progress_report_once ON progress_report
  (province_code, coalesce(district_code, ''), level, coalesce(author_id, '00000000-0000-0000-0000-000000000000'), period)
  WHERE status <> 'returned';
CREATE INDEX "progress_report_province_code_level_period_idx" ON "progress_report"("province_code", "level", "period");
CREATE INDEX "progress_report_district_code_level_period_idx" ON "progress_report"("district_code", "level", "period");
CREATE INDEX "progress_report_author_id_idx" ON "progress_report"("author_id");

-- ── Foreign keys ─────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE contact
    ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (corrects_id) REFERENCES contact(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE contact_project ADD FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE follow_up
    ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ministry_entry
    ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (state_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ministry_file ADD FOREIGN KEY (sent_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ministry_file_line
    ADD FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (entry_id) REFERENCES ministry_entry(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ministry_event
    ADD FOREIGN KEY (entry_id) REFERENCES ministry_entry(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (file_id) REFERENCES ministry_file(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ministry_field_order ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE day_snapshot ADD FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE progress_report
    ADD FOREIGN KEY (author_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (signed_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (sent_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (decided_delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact', 'contact_project', 'follow_up', 'follow_up_tally', 'ministry_entry', 'ministry_file',
    'ministry_file_line', 'ministry_event', 'ministry_field_order', 'day_snapshot', 'progress_report'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO r_governor, r_provincial_officer', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
  END LOOP;
  -- What belongs to one person's case.
  FOREACH t IN ARRAY ARRAY['contact', 'follow_up', 'ministry_entry', 'ministry_event'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO r_district_chief, r_district_secretary, r_account_officer, r_job, sukjai_keeper', t);
    EXECUTE format('CREATE POLICY district_read ON %I FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()))', t);
    EXECUTE format('CREATE POLICY caseload_read ON %I FOR SELECT TO r_account_officer USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id))', t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO r_job USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['follow_up_tally', 'ministry_file_line', 'day_snapshot'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO r_district_chief, r_district_secretary', t);
    EXECUTE format('CREATE POLICY district_read ON %I FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()))', t);
  END LOOP;
END $$;

GRANT SELECT ON contact_project TO r_district_chief, r_district_secretary, r_account_officer, r_job, sukjai_keeper;
CREATE POLICY through_holder ON contact_project FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
CREATE POLICY read_all ON contact_project FOR SELECT TO r_job, sukjai_keeper USING (true);
CREATE POLICY keeper_reads ON contact FOR SELECT TO sukjai_keeper USING (true);

GRANT INSERT ON contact, contact_project TO r_account_officer;
CREATE POLICY caseload_write ON contact FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.district_code = contact.district_code AND h.province_code = contact.province_code)
    AND EXISTS (SELECT FROM assessment a WHERE a.id = assessment_id AND a.holder_id = contact.holder_id));
CREATE POLICY caseload_write ON contact_project FOR INSERT TO r_account_officer
  WITH CHECK (EXISTS (SELECT FROM contact c WHERE c.id = contact_id AND c.holder_id = contact_project.holder_id
    AND c.province_code = contact_project.province_code AND c.recorded_by_id = (SELECT app.uid())));

-- Derived tables are written by their keeper alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON follow_up, follow_up_tally TO sukjai_keeper;
GRANT INSERT, UPDATE ON ministry_entry TO sukjai_keeper;
GRANT INSERT ON ministry_event TO sukjai_keeper;
GRANT SELECT, INSERT ON day_snapshot TO sukjai_keeper;
CREATE POLICY keep ON follow_up TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON follow_up_tally TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON ministry_entry TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON ministry_event TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY keep ON day_snapshot TO sukjai_keeper USING (true) WITH CHECK (true);

-- Marking as reported, as bounced, as ready again.
GRANT INSERT ON ministry_event TO r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY province_write ON ministry_event FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM ministry_entry e WHERE e.id = entry_id AND e.holder_id = ministry_event.holder_id AND e.district_code = ministry_event.district_code));
CREATE POLICY district_write ON ministry_event FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM ministry_entry e WHERE e.id = entry_id AND e.holder_id = ministry_event.holder_id AND e.district_code = ministry_event.district_code));
CREATE POLICY caseload_write ON ministry_event FOR INSERT TO r_account_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid()) AND file_id IS NULL
    AND EXISTS (SELECT FROM ministry_entry e WHERE e.id = entry_id AND e.holder_id = ministry_event.holder_id
      AND e.district_code = ministry_event.district_code AND e.province_code = ministry_event.province_code));

GRANT SELECT ON ministry_file TO r_district_chief, r_district_secretary;
GRANT INSERT ON ministry_file, ministry_file_line TO r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY district_read ON ministry_file FOR SELECT TO r_district_chief, r_district_secretary USING (district_code = (SELECT app.district()));
CREATE POLICY province_write ON ministry_file FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND district_code IS NULL AND sent_by_id = (SELECT app.uid()));
CREATE POLICY district_write ON ministry_file FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (province_code = (SELECT app.province()) AND district_code = (SELECT app.district()) AND sent_by_id = (SELECT app.uid()));
CREATE POLICY province_write ON ministry_file_line FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND EXISTS (SELECT FROM ministry_file f WHERE f.id = file_id AND f.sent_by_id = (SELECT app.uid())));
CREATE POLICY district_write ON ministry_file_line FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province())
    AND EXISTS (SELECT FROM ministry_file f WHERE f.id = file_id AND f.sent_by_id = (SELECT app.uid())));

GRANT SELECT ON ministry_field_order TO r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY colleagues ON ministry_field_order FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));
GRANT INSERT ON ministry_field_order TO r_provincial_officer;
CREATE POLICY province_write ON ministry_field_order FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));

GRANT SELECT ON progress_report TO r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY district_read ON progress_report FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY own_read ON progress_report FOR SELECT TO r_account_officer USING (author_id = (SELECT app.uid()));
GRANT INSERT ON progress_report TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY own_write ON progress_report FOR INSERT TO r_account_officer
  WITH CHECK (level = 'officer' AND author_id = (SELECT app.uid()) AND prepared_by_id = (SELECT app.uid()) AND signed_by_id = (SELECT app.uid())
    AND status = 'submitted' AND province_code = (SELECT app.province())
    AND EXISTS (SELECT FROM account_officer_code c WHERE c.officer_id = (SELECT app.uid()) AND c.district_code = progress_report.district_code));
CREATE POLICY district_write ON progress_report FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (level = 'district' AND district_code = (SELECT app.district()) AND province_code = (SELECT app.province())
    AND prepared_by_id = (SELECT app.uid()) AND status = 'draft');
CREATE POLICY province_write ON progress_report FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (level = 'province' AND province_code = (SELECT app.province()) AND prepared_by_id = (SELECT app.uid()) AND status = 'draft');
GRANT UPDATE (note, figures, letter_number, prepared_by_id, prepared_on, prepared_at, status, signed_by_id, signed_on, delegation_id,
  decided_by_id, decided_on, decided_delegation_id, return_reason) ON progress_report
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
GRANT UPDATE (sent_on, sent_how, sent_by_id) ON progress_report TO r_governor, r_provincial_officer;
-- A district works on its own draft and decides on its officers' reports; a province on its own and its districts'.
CREATE POLICY district_change ON progress_report FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND ((level = 'district' AND status = 'draft') OR (level = 'officer' AND status = 'submitted')))
  WITH CHECK (district_code = (SELECT app.district())
    AND ((level = 'district' AND status IN ('draft', 'submitted') AND coalesce(signed_by_id, prepared_by_id) = (SELECT app.uid()))
      OR (level = 'officer' AND status IN ('acknowledged', 'returned') AND decided_by_id = (SELECT app.uid()))));
CREATE POLICY province_change ON progress_report FOR UPDATE TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()) AND ((level = 'province' AND status IN ('draft', 'signed')) OR (level = 'district' AND status = 'submitted')))
  WITH CHECK (province_code = (SELECT app.province())
    AND ((level = 'province' AND coalesce(sent_by_id, signed_by_id, prepared_by_id) = (SELECT app.uid()))
      OR (level = 'district' AND status IN ('acknowledged', 'returned') AND decided_by_id = (SELECT app.uid()))));

-- ── What follows from what ───────────────────────────────────────────────────────────────────────────
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;

-- Where a person with an agreed plan stands. The plan in force is the latest counted interview; it is active while
-- the holder's state is `interviewed`. Of contacts only those count in whose place no other stands.
CREATE FUNCTION app.refresh_follow_up(p_holder uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  h record; plan record; told record; latest record; taken int;
BEGIN
  SELECT id, province_code, district_code, state INTO h FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT a.id, a.interviewed_on,
      CASE WHEN jsonb_typeof(a.answers -> 'monthlyIncome') = 'number' THEN (a.answers ->> 'monthlyIncome')::int END AS income,
      (SELECT count(*)::int FROM chosen_project p WHERE p.assessment_id = a.id) AS projects
    INTO plan FROM assessment a
    WHERE a.holder_id = p_holder AND a.answer = 'yes' AND (a.confirmation IS NULL OR a.confirmation = 'confirmed')
    ORDER BY a.interviewed_on DESC, a.recorded_at DESC LIMIT 1;
  IF plan.id IS NULL THEN RETURN; END IF;
  SELECT count(*)::int AS contacts, min(c.contacted_on) FILTER (WHERE c.round = 'june') AS june_on,
      min(c.contacted_on) FILTER (WHERE c.round = 'september') AS september_on,
      coalesce(bool_or(c.got_job), false) AS got_job, coalesce(max(c.loan_baht), 0) AS loan_baht,
      coalesce(max(c.training_hours), 0) AS training_hours,
      (array_agg(c.income_baht ORDER BY c.contacted_on DESC, c.recorded_at DESC) FILTER (WHERE c.income_baht IS NOT NULL))[1] AS income_now
    INTO told FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id);
  SELECT c.id, c.contacted_on, c.next_on INTO latest FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
    ORDER BY c.contacted_on DESC, c.recorded_at DESC LIMIT 1;
  SELECT count(*)::int INTO taken FROM contact_project p WHERE p.contact_id = latest.id AND p.state IN ('taking_part', 'finished');
  INSERT INTO follow_up AS f (holder_id, province_code, district_code, assessment_id, agreed_on, active, contacts, last_contact_id,
      last_contact_on, next_on, june_on, september_on, income_then, income_now, got_job, loan_baht, training_hours, projects, taken_up)
    VALUES (h.id, h.province_code, h.district_code, plan.id, plan.interviewed_on, h.state = 'interviewed', told.contacts, latest.id,
      latest.contacted_on, latest.next_on, told.june_on, told.september_on, plan.income, told.income_now, told.got_job, told.loan_baht,
      told.training_hours, plan.projects, taken)
    ON CONFLICT (holder_id) DO UPDATE SET province_code = excluded.province_code, district_code = excluded.district_code,
      assessment_id = excluded.assessment_id, agreed_on = excluded.agreed_on, active = excluded.active, contacts = excluded.contacts,
      last_contact_id = excluded.last_contact_id, last_contact_on = excluded.last_contact_on, next_on = excluded.next_on,
      june_on = excluded.june_on, september_on = excluded.september_on, income_then = excluded.income_then,
      income_now = excluded.income_now, got_job = excluded.got_job, loan_baht = excluded.loan_baht,
      training_hours = excluded.training_hours, projects = excluded.projects, taken_up = excluded.taken_up;
END $$;
REVOKE ALL ON FUNCTION app.refresh_follow_up(uuid) FROM PUBLIC;

CREATE FUNCTION app.holder_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM app.refresh_follow_up(NEW.id); RETURN NULL; END $$;
CREATE FUNCTION app.contact_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN PERFORM app.refresh_follow_up(holder_id) FROM (SELECT DISTINCT holder_id FROM added) told; RETURN NULL; END $$;

CREATE FUNCTION app.tally_follow_ups() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO follow_up_tally AS t
    SELECT province_code, district_code, to_char(agreed_on, 'YYYY-MM'), least(contacts, 3), june_on IS NOT NULL, september_on IS NOT NULL,
      sum(step), sum(step * contacts), sum(step * (income_then IS NOT NULL AND income_now IS NOT NULL)::int),
      sum(CASE WHEN income_now IS NOT NULL THEN step * coalesce(income_then, 0) ELSE 0 END),
      sum(CASE WHEN income_then IS NOT NULL THEN step * coalesce(income_now, 0) ELSE 0 END),
      sum(step * coalesce(income_up, false)::int), sum(step * got_job::int), sum(step * (loan_baht > 0)::int),
      sum(step * loan_baht), sum(step * (training_hours > 0)::int), sum(step * training_hours), sum(step * projects),
      sum(step * taken_up), sum(step * (taken_up > 0)::int)
    FROM (%s) d WHERE active GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (district_code, agreed_month, dose, june_done, september_done) DO UPDATE SET
      people = t.people + excluded.people, contacts = t.contacts + excluded.contacts,
      income_people = t.income_people + excluded.income_people, income_then = t.income_then + excluded.income_then,
      income_now = t.income_now + excluded.income_now, income_up = t.income_up + excluded.income_up, jobs = t.jobs + excluded.jobs,
      loans = t.loans + excluded.loans, loan_baht = t.loan_baht + excluded.loan_baht, trained = t.trained + excluded.trained,
      training_hours = t.training_hours + excluded.training_hours, projects = t.projects + excluded.projects,
      taken_up = t.taken_up + excluded.taken_up, takers = t.takers + excluded.takers
  $q$, difference);
  DELETE FROM follow_up_tally WHERE people = 0;
  RETURN NULL;
END $$;

-- An interview that counts, and each contact, has to be reported once; a correction has to be reported again.
CREATE FUNCTION app.interview_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
    VALUES (NEW.id, 'interview', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.interviewed_on)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION app.contact_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE entry record;
BEGIN
  IF NEW.corrects_id IS NULL THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, 'contact', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.contacted_on);
    RETURN NULL;
  END IF;
  UPDATE ministry_entry SET source_id = NEW.id, occurred_on = NEW.contacted_on
    WHERE source_id = NEW.corrects_id AND holder_id = NEW.holder_id RETURNING id, state INTO entry;
  IF entry.id IS NULL THEN RAISE EXCEPTION 'corrects nothing that stands' USING ERRCODE = '23503'; END IF;
  IF entry.state <> 'unreported' THEN
    INSERT INTO ministry_event (id, entry_id, holder_id, province_code, district_code, state, happened_on, recorded_by_id)
      VALUES (gen_random_uuid(), entry.id, NEW.holder_id, NEW.province_code, NEW.district_code, 'unreported', NEW.recorded_on, NEW.recorded_by_id);
  END IF;
  RETURN NULL;
END $$;

-- The newest event is the state. Which step is allowed from where is decided here, on the locked row, so that two
-- who report the same at once do not both succeed.
CREATE FUNCTION app.ministry_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE moved int;
BEGIN
  UPDATE ministry_entry e SET state = n.state, state_on = n.happened_on, state_by_id = n.recorded_by_id, reason = n.reason,
    file_id = CASE WHEN n.state = 'reported' THEN n.file_id ELSE e.file_id END
  FROM added n WHERE e.id = n.entry_id AND e.state = ANY (CASE n.state
    WHEN 'reported' THEN ARRAY['unreported', 'bounced'] WHEN 'bounced' THEN ARRAY['reported'] ELSE ARRAY['reported', 'bounced'] END);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> (SELECT count(*) FROM added) THEN RAISE EXCEPTION 'reported already' USING ERRCODE = '23505'; END IF;
  RETURN NULL;
END $$;

-- What will never change: also for the owner and the keeper.
CREATE FUNCTION app.never_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;

-- A draft is worked on; what was signed keeps its words and figures, and only moves on.
CREATE FUNCTION app.report_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.status = 'draft' AND NEW.status IN ('draft', 'submitted', 'signed')
    AND (OLD.level, OLD.province_code, OLD.district_code, OLD.author_id, OLD.period, OLD.id)
      IS NOT DISTINCT FROM (NEW.level, NEW.province_code, NEW.district_code, NEW.author_id, NEW.period, NEW.id) THEN RETURN NEW; END IF;
  IF (OLD.status, NEW.status) IN (('submitted', 'acknowledged'), ('submitted', 'returned'), ('signed', 'sent'))
    AND to_jsonb(OLD) - ARRAY['status', 'decided_by_id', 'decided_on', 'decided_delegation_id', 'return_reason', 'sent_on', 'sent_how', 'sent_by_id']
      = to_jsonb(NEW) - ARRAY['status', 'decided_by_id', 'decided_on', 'decided_delegation_id', 'return_reason', 'sent_on', 'sent_how', 'sent_by_id'] THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a signed report is never changed' USING ERRCODE = '42501';
END $$;

/* The numbers of these days as the register shows them now, for every district that has holders. A day that has been
   taken stays as it is. `p_from` and `p_until` are the days whose newly met the pace of that day counts (null: none). */
CREATE FUNCTION app.take_snapshots(p_days date[], p_from date[], p_until date[], p_source text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE taken int;
BEGIN
  WITH days AS (SELECT * FROM unnest(p_days, p_from, p_until) AS d (taken_for, met_from, met_until)),
  spans AS (SELECT DISTINCT met_from, met_until FROM days WHERE met_from IS NOT NULL),
  recent AS (
    SELECT s.met_from, s.met_until, h.district_code, count(*)::int AS met FROM spans s
    CROSS JOIN LATERAL (
      SELECT holder_id FROM assessment WHERE interviewed_on BETWEEN s.met_from AND s.met_until AND (confirmation IS NULL OR confirmation = 'confirmed')
      UNION SELECT holder_id FROM intent WHERE answer = 'no' AND intent_on BETWEEN s.met_from AND s.met_until AND (confirmation IS NULL OR confirmation = 'confirmed')
    ) m JOIN holder h ON h.id = m.holder_id
    WHERE h.age_class = 'up_to_60' AND h.income_band = 'up_to_30000'
      AND NOT EXISTS (SELECT FROM assessment a WHERE a.holder_id = h.id AND a.interviewed_on < s.met_from AND (a.confirmation IS NULL OR a.confirmation = 'confirmed'))
      AND NOT EXISTS (SELECT FROM intent i WHERE i.holder_id = h.id AND i.intent_on < s.met_from AND (i.confirmation IS NULL OR i.confirmation = 'confirmed')
        AND (i.answer = 'no' OR i.intent_on BETWEEN '2018-02-01' AND '2018-02-28'))
    GROUP BY 1, 2, 3),
  states AS (
    SELECT province_code, district_code, state, sum(people)::int AS people FROM holder_tally
    WHERE age_class = 'up_to_60' AND income_band = 'up_to_30000' GROUP BY 1, 2, 3),
  wishes AS (
    SELECT district_code, sum(people)::int AS people FROM holder_tally
    WHERE latest_answer = 'yes' AND NOT (age_class = 'up_to_60' AND income_band = 'up_to_30000') GROUP BY 1),
  sums AS (
    SELECT province_code, district_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'met_in_february')), 0)::int AS met,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'moved_away')), 0)::int AS released, jsonb_object_agg(state, people) AS states
    FROM states GROUP BY 1, 2)
  INSERT INTO day_snapshot (id, province_code, district_code, taken_for, total, met, to_meet, released, states, recent_met, voluntary_yes, source)
    SELECT gen_random_uuid(), s.province_code, s.district_code, d.taken_for, s.total, s.met, s.total - s.met - s.released, s.released, s.states,
      coalesce(r.met, 0), coalesce(w.people, 0), p_source
    FROM sums s CROSS JOIN days d
    LEFT JOIN recent r ON r.met_from = d.met_from AND r.met_until = d.met_until AND r.district_code = s.district_code
    LEFT JOIN wishes w ON w.district_code = s.district_code
    ON CONFLICT (district_code, taken_for) DO NOTHING;
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;
REVOKE ALL ON FUNCTION app.take_snapshots(date[], date[], date[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_snapshots(date[], date[], date[], text) TO r_job, r_administrator;
REVOKE ALL ON FUNCTION app.holder_follow_up(), app.contact_follow_up(), app.tally_follow_ups(), app.interview_entry(), app.contact_entry(),
  app.ministry_moves(), app.never_changes(), app.report_moves() FROM PUBLIC;

DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION app.holder_follow_up(), app.contact_follow_up(), app.tally_follow_ups(), app.interview_entry(),
    app.contact_entry(), app.ministry_moves(), app.never_changes(), app.report_moves() TO %I', session_user);
END $$;
RESET ROLE;
GRANT SELECT ON assessment, chosen_project, holder_tally, intent TO sukjai_keeper;

CREATE TRIGGER follow_up AFTER UPDATE ON holder FOR EACH ROW
  WHEN ((OLD.state = 'interviewed' OR NEW.state = 'interviewed') AND (OLD.state IS DISTINCT FROM NEW.state
    OR OLD.interviewed_on IS DISTINCT FROM NEW.interviewed_on OR OLD.district_code IS DISTINCT FROM NEW.district_code))
  EXECUTE FUNCTION app.holder_follow_up();
CREATE TRIGGER follow_up AFTER INSERT ON contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER follow_up AFTER INSERT ON contact_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER follow_up AFTER INSERT ON chosen_project REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.contact_follow_up();
CREATE TRIGGER tally_in AFTER INSERT ON follow_up REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
CREATE TRIGGER tally_up AFTER UPDATE ON follow_up REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
CREATE TRIGGER tally_out AFTER DELETE ON follow_up REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_follow_ups();
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON assessment FOR EACH ROW
  WHEN (NEW.confirmation IS NULL OR NEW.confirmation = 'confirmed') EXECUTE FUNCTION app.interview_entry();
CREATE TRIGGER ministry AFTER INSERT ON contact FOR EACH ROW EXECUTE FUNCTION app.contact_entry();
CREATE TRIGGER moves AFTER INSERT ON ministry_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.ministry_moves();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON day_snapshot FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON ministry_file FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON ministry_file_line FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON ministry_event FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER moves BEFORE UPDATE ON progress_report FOR EACH ROW EXECUTE FUNCTION app.report_moves();
CREATE TRIGGER stays BEFORE DELETE ON progress_report FOR EACH ROW EXECUTE FUNCTION app.never_changes();

-- What was interviewed before this migration.
SET ROLE sukjai_keeper;
INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
  SELECT id, 'interview', id, holder_id, province_code, district_code, interviewed_on FROM assessment
  WHERE confirmation IS NULL OR confirmation = 'confirmed';
SELECT app.refresh_follow_up(id) FROM holder WHERE state = 'interviewed';
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
