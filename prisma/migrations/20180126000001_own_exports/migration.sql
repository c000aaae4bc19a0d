-- Every list exports as it stands: account officers and agencies have lists of their own, and see their own orders alone.
GRANT SELECT, INSERT ON job TO r_account_officer, r_agency_officer;
ALTER POLICY own ON job TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer, r_agency_officer;
SET ROLE sukjai_job;
GRANT EXECUTE ON FUNCTION app.enqueue(text, uuid) TO r_account_officer, r_agency_officer;
RESET ROLE;
