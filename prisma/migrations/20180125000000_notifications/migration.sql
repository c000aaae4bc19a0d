-- What concerns an officer: a line for each thing, written in the transaction of the command that caused it. No personal
-- data stands in it: a holder is named by the reader's own reach when the line is shown.
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "holder_id" UUID,
    "detail" TEXT,
    "happened_on" DATE NOT NULL,
    "caused_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),
    CONSTRAINT "notification_pkey" PRIMARY KEY ("id"),
    CHECK (kind ~ '^[a-z_]+$'),
    CHECK (href ~ '^/[A-Za-z0-9/?=&_#.-]*$'),
    CHECK (char_length(detail) <= 200)
);
-- One line a thing: what has not been read yet is not told again.
CREATE UNIQUE INDEX notification_once ON notification (officer_id, kind, href) WHERE read_at IS NULL;
CREATE INDEX "notification_officer_id_created_at_idx" ON "notification"("officer_id", "created_at" DESC);
CREATE INDEX notification_to_mail ON notification (officer_id) WHERE read_at IS NULL AND mailed_at IS NULL;
ALTER TABLE notification ADD FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE notification ADD FOREIGN KEY (caused_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE notification ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
DO $$
DECLARE staff text := 'r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer';
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (read_at) ON notification TO %s', staff);
  EXECUTE format('CREATE POLICY own_read ON notification FOR SELECT TO %s USING (officer_id = (SELECT app.uid()))', staff);
  EXECUTE format('CREATE POLICY own_mark ON notification FOR UPDATE TO %s
    USING (officer_id = (SELECT app.uid())) WITH CHECK (officer_id = (SELECT app.uid()))', staff);
  -- Colleagues of the province alone are in the writer's sight.
  EXECUTE format('CREATE POLICY tell ON notification FOR INSERT TO %s
    WITH CHECK (caused_by_id = (SELECT app.uid()) AND province_code = (SELECT app.province())
      AND EXISTS (SELECT FROM officer o WHERE o.id = officer_id))', staff);
END $$;
GRANT SELECT, INSERT, UPDATE (mailed_at) ON notification TO r_job;
CREATE POLICY job ON notification TO r_job USING (true) WITH CHECK (true);
