-- Deciding again by a version that a letter gives (docs/decisions/0043): where months are extended or amounts change, those who were
-- decided by an earlier version get another decision beside it. Asked for by one officer of the treasury, begun by another; the worker
-- goes through the holders and keeps how far it came.
CREATE TABLE redetermination (
    rule_version_id UUID NOT NULL REFERENCES rule_version(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    province_code TEXT NOT NULL,
    asked_by_id UUID NOT NULL REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    asked_on DATE NOT NULL,
    begun_by_id UUID REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    begun_on DATE,
    -- The last holder that was looked at, and how many were.
    reached UUID,
    people INTEGER NOT NULL DEFAULT 0,
    done_at TIMESTAMPTZ(3),
    PRIMARY KEY (rule_version_id),
    CHECK ((begun_by_id IS NULL) = (begun_on IS NULL)),
    CHECK (begun_by_id <> asked_by_id),
    CHECK (begun_on IS NOT NULL OR (reached IS NULL AND done_at IS NULL))
);
CREATE INDEX redetermination_running ON redetermination (begun_on) WHERE begun_on IS NOT NULL AND done_at IS NULL;

ALTER TABLE redetermination ENABLE ROW LEVEL SECURITY;
ALTER TABLE redetermination FORCE ROW LEVEL SECURITY;
GRANT SELECT ON redetermination TO r_governor, r_provincial_officer, r_job;
CREATE POLICY province_read ON redetermination FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
GRANT INSERT ON redetermination TO r_provincial_officer;
GRANT UPDATE (begun_by_id, begun_on) ON redetermination TO r_provincial_officer;
CREATE POLICY ask ON redetermination FOR INSERT TO r_provincial_officer
  WITH CHECK (province_code = (SELECT app.province()) AND province_code = (SELECT app.rules_province())
    AND asked_by_id = (SELECT app.uid()) AND begun_by_id IS NULL AND app.is_checked(rule_version_id));
CREATE POLICY begin ON redetermination FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND province_code = (SELECT app.rules_province()) AND begun_by_id IS NULL)
  WITH CHECK (begun_by_id = (SELECT app.uid()) AND asked_by_id <> (SELECT app.uid()));
GRANT UPDATE (reached, people, done_at) ON redetermination TO r_job;
CREATE POLICY job ON redetermination FOR ALL TO r_job USING (true) WITH CHECK (true);
GRANT SELECT (id, version) ON rule_version TO r_job;
CREATE POLICY job_read ON rule_version FOR SELECT TO r_job USING (true);
-- The list of those whose sum a version changed.
CREATE INDEX entitlement_decision_changed_rules ON entitlement_decision (rules_version, province_code, holder_id) WHERE 'rules' = ANY (changed);
