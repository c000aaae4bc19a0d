-- The governor's duties 1, 2, 3 and 6: teams by an order, the Ministry's deliveries, announcements with receipts, tasks
-- to agencies. Staff prepare, the governor decides or staff under his order; a decided paper is never changed.

CREATE TABLE "district_team" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "order_number" TEXT,
    "ordered_on" DATE,
    CONSTRAINT "district_team_pkey" PRIMARY KEY ("id"),
    CHECK (left(district_code, 2) = province_code),
    CHECK (until_on >= from_on)
);
CREATE TABLE "district_team_member" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "agency" TEXT,
    CONSTRAINT "district_team_member_pkey" PRIMARY KEY ("id"),
    CHECK (place IN ('chair', 'secretary', 'member')),
    CHECK (seat > 0)
);
CREATE UNIQUE INDEX "district_team_member_team_id_seat_key" ON "district_team_member"("team_id", "seat");

-- What came with a delivery of the list; the newest row of a batch stands.
CREATE TABLE "import_delivery" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "letter_number" TEXT NOT NULL,
    "letter_on" DATE NOT NULL,
    "received_on" DATE NOT NULL,
    "received_from" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "import_delivery_pkey" PRIMARY KEY ("id"),
    CHECK (medium IN ('disc', 'drive', 'download', 'email', 'other')),
    CHECK (letter_on <= received_on AND received_on <= recorded_on)
);
CREATE INDEX "import_delivery_batch_id_recorded_at_idx" ON "import_delivery"("batch_id", "recorded_at" DESC);

CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "province_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "letter_number" TEXT,
    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id"),
    CHECK (kind IN ('policy', 'guideline', 'instruction')),
    CHECK (version > 0)
);
CREATE UNIQUE INDEX "announcement_series_id_version_key" ON "announcement"("series_id", "version");
-- To whom it goes; its districts see it from the day of its issue, and say once that they have read it.
CREATE TABLE "announcement_district" (
    "announcement_id" UUID NOT NULL,
    "district_code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "issued_on" DATE,
    "acknowledged_by_id" UUID,
    "acknowledged_on" DATE,
    CONSTRAINT "announcement_district_pkey" PRIMARY KEY ("announcement_id", "district_code"),
    CHECK (left(district_code, 2) = province_code),
    CHECK ((acknowledged_by_id IS NULL) = (acknowledged_on IS NULL)),
    CHECK (acknowledged_on >= issued_on)
);
CREATE INDEX announcement_unread ON announcement_district (district_code) WHERE acknowledged_on IS NULL AND issued_on IS NOT NULL;

CREATE TABLE "agency_task" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "project" TEXT,
    "subject" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "letter_number" TEXT,
    CONSTRAINT "agency_task_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "agency_task_agency_due_on_idx" ON "agency_task"("agency", "due_on");
CREATE TABLE "agency_task_answer" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "answer" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "agency_task_answer_pkey" PRIMARY KEY ("id"),
    CHECK (outcome IN ('accepted', 'done', 'refused')),
    CHECK (outcome = 'accepted' OR answer IS NOT NULL)
);
-- Accepted once, and ended once: done or refused.
CREATE UNIQUE INDEX agency_task_accepted ON agency_task_answer (task_id) WHERE outcome = 'accepted';
CREATE UNIQUE INDEX agency_task_ended ON agency_task_answer (task_id) WHERE outcome IN ('done', 'refused');
CREATE INDEX "agency_task_answer_task_id_recorded_at_idx" ON "agency_task_answer"("task_id", "recorded_at" DESC);

-- Papers: what staff prepare and the governor decides.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['district_team', 'announcement', 'agency_task'] LOOP
    EXECUTE format('ALTER TABLE %I
      ADD COLUMN "prepared_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
      ADD COLUMN "prepared_on" DATE NOT NULL,
      ADD COLUMN "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
      ADD COLUMN "decision" TEXT NOT NULL DEFAULT ''pending'',
      ADD COLUMN "decided_by_id" UUID REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
      ADD COLUMN "decided_on" DATE,
      ADD COLUMN "decision_note" TEXT,
      ADD COLUMN "delegation_id" UUID REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
      ADD CHECK (decision IN (''pending'', ''approved'', ''refused'', ''withdrawn'')),
      ADD CHECK ((decision = ''pending'') = (decided_by_id IS NULL)),
      ADD CHECK ((decision = ''pending'') = (decided_on IS NULL))', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE INDEX ON %I (province_code, decision)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (decision, decided_by_id, decided_on, decision_note, delegation_id) ON %I TO r_governor, r_provincial_officer', t);
    EXECUTE format('CREATE POLICY province_read ON %I FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()))', t);
    EXECUTE format('CREATE POLICY prepare ON %I FOR INSERT TO r_governor, r_provincial_officer
      WITH CHECK (province_code = (SELECT app.province()) AND prepared_by_id = (SELECT app.uid()) AND decision = ''pending'')', t);
    EXECUTE format('CREATE POLICY head_decides ON %I FOR UPDATE TO r_governor
      USING (province_code = (SELECT app.province()) AND decision = ''pending'')
      WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()) AND delegation_id IS NULL)', t);
    EXECUTE format('CREATE POLICY staff_decide ON %I FOR UPDATE TO r_provincial_officer
      USING (province_code = (SELECT app.province()) AND decision = ''pending'')
      WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid())
        AND ((decision = ''withdrawn'' AND prepared_by_id = (SELECT app.uid()))
          OR EXISTS (SELECT FROM delegation d WHERE d.id = delegation_id AND d.head_role = ''governor''
            AND d.officer_id = (SELECT app.uid()) AND d.from_on <= decided_on AND (d.until_on IS NULL OR d.until_on >= decided_on))))', t);
  END LOOP;
END $$;
CREATE INDEX "district_team_district_code_from_on_idx" ON "district_team"("district_code", "from_on" DESC);
ALTER TABLE district_team ADD CHECK (decision <> 'approved' OR (order_number IS NOT NULL AND ordered_on IS NOT NULL));
GRANT UPDATE (order_number, ordered_on) ON district_team TO r_governor, r_provincial_officer;
GRANT UPDATE (letter_number) ON announcement, agency_task TO r_governor, r_provincial_officer;

-- A district sees its own team once it is appointed.
GRANT SELECT ON district_team TO r_district_chief, r_district_secretary, r_receiving_officer;
CREATE POLICY district_read ON district_team FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()) AND decision = 'approved');

ALTER TABLE district_team_member ADD FOREIGN KEY (team_id) REFERENCES district_team(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE district_team_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE district_team_member FORCE ROW LEVEL SECURITY;
GRANT SELECT ON district_team_member TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer;
GRANT INSERT ON district_team_member TO r_governor, r_provincial_officer;
CREATE POLICY province_read ON district_team_member FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON district_team_member FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()) AND EXISTS (SELECT FROM district_team t WHERE t.id = team_id));
CREATE POLICY prepare ON district_team_member FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (EXISTS (SELECT FROM district_team t WHERE t.id = team_id AND t.decision = 'pending' AND t.prepared_by_id = (SELECT app.uid())
    AND t.district_code = district_team_member.district_code AND t.province_code = district_team_member.province_code));

ALTER TABLE import_delivery ADD FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE import_delivery ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE import_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_delivery FORCE ROW LEVEL SECURITY;
GRANT SELECT ON import_delivery TO r_governor, r_provincial_officer;
GRANT INSERT ON import_delivery TO r_provincial_officer;
CREATE POLICY province_read ON import_delivery FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY province_write ON import_delivery FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM import_batch b WHERE b.id = batch_id AND b.province_code = import_delivery.province_code));

ALTER TABLE announcement_district ADD FOREIGN KEY (announcement_id) REFERENCES announcement(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE announcement_district ADD FOREIGN KEY (acknowledged_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE announcement_district ENABLE ROW LEVEL SECURITY;
ALTER TABLE announcement_district FORCE ROW LEVEL SECURITY;
GRANT SELECT ON announcement_district TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer;
GRANT INSERT, UPDATE (issued_on) ON announcement_district TO r_governor, r_provincial_officer;
GRANT UPDATE (acknowledged_by_id, acknowledged_on) ON announcement_district TO r_district_chief, r_district_secretary;
CREATE POLICY province_read ON announcement_district FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON announcement_district FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (district_code = (SELECT app.district()) AND issued_on IS NOT NULL);
CREATE POLICY prepare ON announcement_district FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (issued_on IS NULL AND acknowledged_on IS NULL
    AND EXISTS (SELECT FROM announcement a WHERE a.id = announcement_id AND a.decision = 'pending'
      AND a.prepared_by_id = (SELECT app.uid()) AND a.province_code = announcement_district.province_code));
CREATE POLICY issue ON announcement_district FOR UPDATE TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()) AND issued_on IS NULL)
  WITH CHECK (province_code = (SELECT app.province()) AND EXISTS (SELECT FROM announcement a WHERE a.id = announcement_id AND a.decision = 'approved'));
CREATE POLICY acknowledge ON announcement_district FOR UPDATE TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) AND issued_on IS NOT NULL AND acknowledged_on IS NULL)
  WITH CHECK (district_code = (SELECT app.district()) AND acknowledged_by_id = (SELECT app.uid()));
GRANT SELECT ON announcement TO r_district_chief, r_district_secretary, r_receiving_officer;
CREATE POLICY district_read ON announcement FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (EXISTS (SELECT FROM announcement_district d WHERE d.announcement_id = announcement.id));

GRANT SELECT ON agency_task TO r_agency_officer;
CREATE POLICY agency_read ON agency_task FOR SELECT TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()) AND decision = 'approved');
ALTER TABLE agency_task_answer ADD FOREIGN KEY (task_id) REFERENCES agency_task(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE agency_task_answer ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE agency_task_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_task_answer FORCE ROW LEVEL SECURITY;
GRANT SELECT ON agency_task_answer TO r_governor, r_provincial_officer, r_agency_officer;
GRANT INSERT ON agency_task_answer TO r_agency_officer;
CREATE POLICY province_read ON agency_task_answer FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY agency_read ON agency_task_answer FOR SELECT TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND agency = (SELECT app.agency()));
CREATE POLICY agency_write ON agency_task_answer FOR INSERT TO r_agency_officer
  WITH CHECK (recorded_by_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM agency_task t WHERE t.id = task_id AND t.agency = agency_task_answer.agency
      AND t.province_code = agency_task_answer.province_code));
