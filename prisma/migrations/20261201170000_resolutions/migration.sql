-- What a meeting decided and gave to somebody (docs/decisions/0055): the matter, its owner, the day until which it is done. A row is closed
-- once, as done or withdrawn, and is never changed or deleted otherwise.
CREATE TABLE resolution (
    id UUID PRIMARY KEY,
    province_code TEXT NOT NULL,
    -- Null: a meeting of the province.
    district_code TEXT,
    met_on DATE NOT NULL,
    matter TEXT NOT NULL,
    -- An officer by name, or an agency of the province.
    owner_id UUID REFERENCES officer (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    owner_agency TEXT,
    due_on DATE NOT NULL,
    outcome TEXT CHECK (outcome IN ('done', 'withdrawn')),
    outcome_note TEXT,
    closed_by_id UUID REFERENCES officer (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    closed_on DATE,
    recorded_by_id UUID NOT NULL REFERENCES officer (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    recorded_on DATE NOT NULL,
    recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nonnulls(owner_id, owner_agency) = 1),
    CHECK (met_on <= recorded_on AND due_on >= met_on),
    CHECK (num_nonnulls(outcome, outcome_note, closed_by_id, closed_on) IN (0, 4)),
    CHECK (district_code IS NULL OR left(district_code, 2) = province_code)
);
CREATE INDEX resolution_province_code_district_code_met_on_idx ON resolution (province_code, district_code, met_on DESC);
CREATE INDEX resolution_owner_id_due_on_idx ON resolution (owner_id, due_on);
CREATE INDEX resolution_province_code_owner_agency_due_on_idx ON resolution (province_code, owner_agency, due_on);
CREATE INDEX resolution_closed_by_id_idx ON resolution (closed_by_id);
CREATE INDEX resolution_recorded_by_id_idx ON resolution (recorded_by_id);
COMMENT ON TABLE resolution IS 'What a meeting decided and gave to somebody: the matter, its owner, the day until which it is done, and how it ended.';

ALTER TABLE resolution ENABLE ROW LEVEL SECURITY;
ALTER TABLE resolution FORCE ROW LEVEL SECURITY;
CREATE POLICY district_read ON resolution FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) OR owner_id = (SELECT app.uid()));
CREATE POLICY province_read ON resolution FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY own_read ON resolution FOR SELECT TO r_receiving_officer, r_account_officer
  USING (owner_id = (SELECT app.uid()));
CREATE POLICY agency_read ON resolution FOR SELECT TO r_agency_officer
  USING (province_code = (SELECT app.province()) AND owner_agency = (SELECT app.agency()));

CREATE POLICY district_record ON resolution FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND outcome IS NULL AND (owner_id IS NULL OR EXISTS (SELECT FROM officer o WHERE o.id = owner_id)));
CREATE POLICY province_record ON resolution FOR INSERT TO r_provincial_officer
  WITH CHECK (district_code IS NULL AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND outcome IS NULL AND (owner_id IS NULL OR EXISTS (SELECT FROM officer o WHERE o.id = owner_id)));

-- Whoever owns it says that it is done; who keeps the list may also withdraw what was given in error.
CREATE POLICY district_close ON resolution FOR UPDATE TO r_district_chief, r_district_secretary
  USING (outcome IS NULL AND (district_code = (SELECT app.district()) OR owner_id = (SELECT app.uid())))
  WITH CHECK (closed_by_id = (SELECT app.uid()) AND (outcome = 'done' OR district_code = (SELECT app.district())));
CREATE POLICY province_close ON resolution FOR UPDATE TO r_provincial_officer
  USING (outcome IS NULL AND province_code = (SELECT app.province()) AND (district_code IS NULL OR owner_id = (SELECT app.uid())))
  WITH CHECK (closed_by_id = (SELECT app.uid()) AND (outcome = 'done' OR district_code IS NULL));
CREATE POLICY governor_close ON resolution FOR UPDATE TO r_governor
  USING (outcome IS NULL AND province_code = (SELECT app.province()) AND (district_code IS NULL OR owner_id = (SELECT app.uid())))
  WITH CHECK (closed_by_id = (SELECT app.uid()) AND outcome = 'done');
CREATE POLICY own_close ON resolution FOR UPDATE TO r_receiving_officer, r_account_officer
  USING (outcome IS NULL AND owner_id = (SELECT app.uid()))
  WITH CHECK (closed_by_id = (SELECT app.uid()) AND outcome = 'done');
CREATE POLICY agency_close ON resolution FOR UPDATE TO r_agency_officer
  USING (outcome IS NULL AND province_code = (SELECT app.province()) AND owner_agency = (SELECT app.agency()))
  WITH CHECK (closed_by_id = (SELECT app.uid()) AND outcome = 'done');

GRANT SELECT, UPDATE (outcome, outcome_note, closed_by_id, closed_on) ON resolution
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer;
GRANT INSERT ON resolution TO r_provincial_officer, r_district_chief, r_district_secretary;
