-- The day of each month until which the Ministry takes what districts report (วันตัดยอด), as its letter says it, from a month
-- on (docs/decisions/0036). Rows are only added; before the first nobody guesses a day.
CREATE TABLE "ministry_cutoff" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "day" INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    "from_month" TEXT NOT NULL CHECK (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    "letter_number" TEXT NOT NULL,
    "letter_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ministry_cutoff_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ministry_cutoff_letter_check" CHECK (letter_on <= recorded_on)
);
CREATE INDEX "ministry_cutoff_province_code_from_month_idx" ON "ministry_cutoff"("province_code", "from_month" DESC);

ALTER TABLE ministry_cutoff ENABLE ROW LEVEL SECURITY;
ALTER TABLE ministry_cutoff FORCE ROW LEVEL SECURITY;
GRANT SELECT ON ministry_cutoff TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY province_read ON ministry_cutoff FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY colleagues ON ministry_cutoff FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (province_code = (SELECT app.province()));
GRANT INSERT ON ministry_cutoff TO r_provincial_officer;
CREATE POLICY province_write ON ministry_cutoff FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()));
