-- Where an officer's daily digest goes; he gives it himself.
ALTER TABLE officer ADD COLUMN "email" TEXT CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND char_length(email) <= 120);
DO $$
DECLARE staff text := 'r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_receiving_officer,
  r_account_officer, r_agency_officer';
BEGIN
  EXECUTE format('GRANT UPDATE (email) ON officer TO %s', staff);
  EXECUTE format('CREATE POLICY own_email ON officer FOR UPDATE TO %s
    USING (id = (SELECT app.uid())) WITH CHECK (id = (SELECT app.uid()))', staff);
END $$;
GRANT UPDATE (email) ON officer TO r_administrator;
