-- Official papers: what an office is called by post and by telephone, and the register of what it issued.

-- The newest row of an office counts: of the province where neither is given, of a district, or of an agency in the province.
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "agency" TEXT,
    "address" TEXT,
    "unit" TEXT,
    "phone" TEXT,
    "head" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "office_pkey" PRIMARY KEY ("id"),
    CHECK (left(district_code, 2) = province_code),
    CHECK (district_code IS NULL OR agency IS NULL),
    CHECK ((head IS NOT NULL) = (agency IS NOT NULL))
);
CREATE INDEX "office_province_code_district_code_agency_recorded_at_idx"
    ON "office"("province_code", "district_code", "agency", "recorded_at" DESC);

-- A paper as it was signed: its number, its day, and its text of that day. The newest of a kind about a thing counts.
CREATE TABLE "issued_paper" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "speed" TEXT NOT NULL DEFAULT 'none',
    "secrecy" TEXT NOT NULL DEFAULT 'none',
    "subject" TEXT NOT NULL,
    "addressee" TEXT,
    "signed_by" TEXT,
    -- Null: only the number was recorded, before papers were kept.
    "content" JSONB,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "issued_paper_pkey" PRIMARY KEY ("id"),
    CHECK (left(district_code, 2) = province_code),
    CHECK (kind IN ('away_letter', 'host_letter', 'place_notice', 'receiving_order', 'officers_request', 'referral_letter', 'unlisted_letter')),
    CHECK (speed IN ('none', 'urgent', 'very_urgent', 'most_urgent')),
    CHECK (secrecy IN ('none', 'confidential')),
    CHECK (issued_on <= recorded_on)
);
CREATE INDEX "issued_paper_province_code_district_code_issued_on_idx"
    ON "issued_paper"("province_code", "district_code", "issued_on" DESC);
CREATE INDEX "issued_paper_kind_about_recorded_at_idx" ON "issued_paper"("kind", "about", "recorded_at" DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['office', 'issued_paper'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE', t);
  END LOOP;
END $$;
ALTER TABLE issued_paper ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- The number of a letter to a local government belongs to the paper that was issued under it; the old column stays as it was. Forced row security hides the
-- rows from the owner as well; it is lifted for this one statement.
ALTER TABLE host_letter NO FORCE ROW LEVEL SECURITY;
INSERT INTO issued_paper (id, province_code, district_code, kind, about, number, issued_on, subject, addressee,
    recorded_by_id, recorded_on, recorded_at)
  SELECT id, province_code, district_code, 'host_letter', subdistrict_code, number, recorded_on,
    'ขอความร่วมมือประชาสัมพันธ์และสนับสนุนสถานที่รับแจ้งความประสงค์ของผู้มีบัตรสวัสดิการแห่งรัฐ', addressee,
    recorded_by_id, recorded_on, recorded_at
  FROM host_letter WHERE number IS NOT NULL;
ALTER TABLE host_letter FORCE ROW LEVEL SECURITY;

ALTER TABLE office ENABLE ROW LEVEL SECURITY;
ALTER TABLE office FORCE ROW LEVEL SECURITY;
-- Addresses and telephones of offices are on every paper that anybody of the province prints.
GRANT SELECT ON office TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer;
CREATE POLICY province_read ON office FOR SELECT
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer
  USING (province_code = (SELECT app.province()));
GRANT INSERT ON office TO r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY province_write ON office FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND district_code IS NULL AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY district_write ON office FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (province_code = (SELECT app.province()) AND district_code = (SELECT app.district()) AND recorded_by_id = (SELECT app.uid()));

ALTER TABLE issued_paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_paper FORCE ROW LEVEL SECURITY;
GRANT SELECT ON issued_paper TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY province_read ON issued_paper FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON issued_paper FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
GRANT INSERT ON issued_paper TO r_provincial_officer, r_district_chief, r_district_secretary;
CREATE POLICY province_write ON issued_paper FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND district_code IS NULL AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY district_write ON issued_paper FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (province_code = (SELECT app.province()) AND district_code = (SELECT app.district()) AND recorded_by_id = (SELECT app.uid()));
