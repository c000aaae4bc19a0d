-- Files of an office: the garuda that it prints at the head of its papers, and the scans of what was signed. They lie in the
-- database, so that row security, audit and backup are those of everything else.
CREATE TABLE paper_file (
    id UUID NOT NULL,
    province_code TEXT NOT NULL,
    district_code TEXT,
    purpose TEXT NOT NULL CHECK (purpose IN ('garuda', 'signed_scan')),
    kind TEXT,
    about TEXT,
    media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    content BYTEA NOT NULL,
    recorded_by_id UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    recorded_on DATE NOT NULL,
    recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (id),
    CHECK (left(district_code, 2) = province_code),
    CHECK (octet_length(content) BETWEEN 1 AND 10 * 1024 * 1024),
    -- A scan is of one paper; a garuda is an image of the whole office.
    CHECK ((purpose = 'signed_scan') = (kind IS NOT NULL)),
    CHECK ((kind IS NULL) = (about IS NULL)),
    CHECK (purpose <> 'garuda' OR media_type = 'image/png')
);
-- Compressed already.
ALTER TABLE paper_file ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX paper_file_office_idx ON paper_file (province_code, district_code, purpose, recorded_at DESC);
CREATE INDEX paper_file_paper_idx ON paper_file (kind, about, recorded_at DESC);

ALTER TABLE paper_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_file FORCE ROW LEVEL SECURITY;
GRANT SELECT ON paper_file TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer;
GRANT INSERT ON paper_file TO r_provincial_officer, r_district_chief, r_district_secretary;
-- The head of a paper is on every paper that anybody of the province prints.
CREATE POLICY garuda_read ON paper_file FOR SELECT TO r_receiving_officer, r_account_officer, r_agency_officer
  USING (purpose = 'garuda' AND province_code = (SELECT app.province()));
CREATE POLICY province_read ON paper_file FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
-- A scan is read by the office whose paper it is, and by its province.
CREATE POLICY district_read ON paper_file FOR SELECT TO r_district_chief, r_district_secretary
  USING (province_code = (SELECT app.province())
    AND (purpose = 'garuda' OR district_code = (SELECT app.district())));
CREATE POLICY province_write ON paper_file FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND district_code IS NULL AND recorded_by_id = (SELECT app.uid()));
CREATE POLICY district_write ON paper_file FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (province_code = (SELECT app.province()) AND district_code = (SELECT app.district())
    AND recorded_by_id = (SELECT app.uid()));
