-- An order says in which capacity its holder signs: ปฏิบัติราชการแทน (the head delegates) or รักษาราชการแทน (the post is
-- vacant, or its holder cannot act). What was recorded before were delegations.
ALTER TABLE delegation ADD COLUMN kind TEXT NOT NULL DEFAULT 'acting' CHECK (kind IN ('acting', 'caretaker'));
ALTER TABLE delegation ALTER COLUMN kind DROP DEFAULT;

-- Where a district has no chief, the governor appoints who holds the post (พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534
-- มาตรา 64), and ends it.
CREATE POLICY governor_appoints ON delegation FOR INSERT TO r_governor
  WITH CHECK (head_role = 'district_chief' AND kind = 'caretaker' AND province_code = (SELECT app.province())
    AND recorded_by_id = (SELECT app.uid()) AND EXISTS (
      SELECT FROM officer o WHERE o.id = officer_id AND o.role = 'district_secretary'
        AND o.district_code = delegation.district_code AND o.province_code = delegation.province_code));
CREATE POLICY governor_ends_caretaker ON delegation FOR UPDATE TO r_governor
  USING (head_role = 'district_chief' AND kind = 'caretaker' AND province_code = (SELECT app.province()))
  WITH CHECK (province_code = (SELECT app.province()));

-- "ลงนามในแฟ้มแล้ว": the head, or who signs for the head, signed on paper, and staff record who, in which capacity, on
-- which day. Then no order of the recording officer is needed: they decide nothing.
ALTER TABLE district_team ADD COLUMN signed_in_file JSONB,
  ADD CHECK (signed_in_file IS NULL OR (decision = 'approved' AND delegation_id IS NULL));
ALTER TABLE announcement ADD COLUMN signed_in_file JSONB,
  ADD CHECK (signed_in_file IS NULL OR (decision = 'approved' AND delegation_id IS NULL));
ALTER TABLE agency_task ADD COLUMN signed_in_file JSONB,
  ADD CHECK (signed_in_file IS NULL OR (decision = 'approved' AND delegation_id IS NULL));
ALTER TABLE progress_report ADD COLUMN signed_in_file JSONB,
  ADD CHECK (signed_in_file IS NULL OR (signed_by_id IS NOT NULL AND delegation_id IS NULL));
GRANT UPDATE (signed_in_file) ON district_team, announcement, agency_task TO r_provincial_officer;
GRANT UPDATE (signed_in_file) ON progress_report TO r_provincial_officer, r_district_secretary;

-- Staff decide under an order in force, take back what is theirs, or record what was signed in the file.
DROP POLICY staff_decide ON district_team;
CREATE POLICY staff_decide ON district_team FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND decision = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()) AND (
    (decision = 'withdrawn' AND prepared_by_id = (SELECT app.uid())) OR signed_in_file IS NOT NULL OR EXISTS (
      SELECT FROM delegation d WHERE d.id = delegation_id AND d.head_role = 'governor'
        AND d.officer_id = (SELECT app.uid()) AND d.from_on <= decided_on
        AND (d.until_on IS NULL OR d.until_on >= decided_on))));
DROP POLICY staff_decide ON announcement;
CREATE POLICY staff_decide ON announcement FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND decision = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()) AND (
    (decision = 'withdrawn' AND prepared_by_id = (SELECT app.uid())) OR signed_in_file IS NOT NULL OR EXISTS (
      SELECT FROM delegation d WHERE d.id = delegation_id AND d.head_role = 'governor'
        AND d.officer_id = (SELECT app.uid()) AND d.from_on <= decided_on
        AND (d.until_on IS NULL OR d.until_on >= decided_on))));
DROP POLICY staff_decide ON agency_task;
CREATE POLICY staff_decide ON agency_task FOR UPDATE TO r_provincial_officer
  USING (province_code = (SELECT app.province()) AND decision = 'pending')
  WITH CHECK (province_code = (SELECT app.province()) AND decided_by_id = (SELECT app.uid()) AND (
    (decision = 'withdrawn' AND prepared_by_id = (SELECT app.uid())) OR signed_in_file IS NOT NULL OR EXISTS (
      SELECT FROM delegation d WHERE d.id = delegation_id AND d.head_role = 'governor'
        AND d.officer_id = (SELECT app.uid()) AND d.from_on <= decided_on
        AND (d.until_on IS NULL OR d.until_on >= decided_on))));
