-- What is known of rules is asked by the product's own roles and logins, as every other function is: not by whoever can connect.
SET ROLE sukjai_keeper;
REVOKE ALL ON FUNCTION app.rules_province(), app.rules_stamp(), app.hold_rules(), app.recorded_rules(), app.is_checked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.rules_province(), app.rules_stamp(), app.hold_rules(), app.recorded_rules(), app.is_checked(uuid)
  TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer, r_account_officer, r_agency_officer,
  r_administrator, r_link_bearer, r_job, sukjai_app, sukjai_job;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['rules_province()', 'rules_stamp()', 'hold_rules()', 'recorded_rules()', 'is_checked(uuid)'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO %I', f, session_user);
  END LOOP;
END $$;
RESET ROLE;
