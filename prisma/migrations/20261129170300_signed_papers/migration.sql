-- What a decision or a signature signs is kept as it was signed, with its number, its day and the name under it: whoever is
-- renamed, or whatever office moves, changes no signed paper. Null: signed before papers were kept.
ALTER TABLE district_team ADD COLUMN signed_paper JSONB,
  ADD CHECK (signed_paper IS NULL OR decision = 'approved');
ALTER TABLE announcement ADD COLUMN signed_paper JSONB,
  ADD CHECK (signed_paper IS NULL OR decision = 'approved');
ALTER TABLE agency_task ADD COLUMN signed_paper JSONB,
  ADD CHECK (signed_paper IS NULL OR decision = 'approved');
ALTER TABLE progress_report ADD COLUMN signed_paper JSONB,
  ADD CHECK (signed_paper IS NULL OR signed_by_id IS NOT NULL);

-- Written with the decision, by whom the policies let decide: once, for a decided row is never updated again, and a signed
-- report is held by app.report_moves.
GRANT UPDATE (signed_paper) ON district_team, announcement, agency_task TO r_governor, r_provincial_officer;
GRANT UPDATE (signed_paper) ON progress_report
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
