-- An account officer whose referral has a link prints the letter to its agency, and reads it as it was signed once the district
-- has recorded its number. The policies of referral_link say whose it is.
GRANT SELECT ON issued_paper TO r_account_officer;
CREATE POLICY caseload_read ON issued_paper FOR SELECT TO r_account_officer
  USING (kind = 'referral_letter' AND EXISTS (SELECT FROM referral_link l WHERE l.id::text = about));
