-- What a project gives, in the province's own words: the papers name projects and say hardly anything about them. A row
-- is one writing; the newest of a project holds, and one without words takes the one before back.
CREATE TABLE "project_guide" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "gives" TEXT,
    "office" TEXT,
    "phone" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "project_guide_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "project_guide_words" CHECK (gives IS NOT NULL OR (office IS NULL AND phone IS NULL)),
    CONSTRAINT "project_guide_length" CHECK (length(gives) <= 400 AND length(office) <= 120 AND length(phone) <= 40)
);
CREATE INDEX "project_guide_newest" ON "project_guide" ("province_code", "project", "recorded_at" DESC);
ALTER TABLE project_guide
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE project_guide ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_guide FORCE ROW LEVEL SECURITY;
-- No personal data: everybody of the province reads it, the province's treasury writes it. Nobody changes a writing.
GRANT SELECT ON project_guide TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer;
GRANT INSERT ON project_guide TO r_provincial_officer;
CREATE POLICY province_read ON project_guide FOR SELECT TO r_governor, r_provincial_officer, r_district_chief,
  r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY province_write ON project_guide FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));
