-- The reader of the whole country (docs/decisions/0053): คณะอนุกรรมการติดตามฯ and the Ministry read what is published, and no other table with
-- anything of anybody. Areas and settings are everybody's; the functions say which rules are in force, take down what was read, and refuse.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'r_national_reader') THEN CREATE ROLE r_national_reader NOLOGIN; END IF;
END $$;
GRANT r_national_reader TO sukjai_app WITH INHERIT FALSE, SET TRUE;

ALTER TABLE officer DROP CONSTRAINT officer_role_check, ADD CONSTRAINT officer_role_check CHECK (role IN ('governor', 'provincial_officer',
  'district_chief', 'district_secretary', 'receiving_officer', 'account_officer', 'agency_officer', 'administrator', 'national_reader'));
ALTER TABLE officer DROP CONSTRAINT officer_check,
  ADD CONSTRAINT officer_check CHECK (role IN ('administrator', 'national_reader') OR province_code IS NOT NULL);
ALTER TABLE officer ADD CONSTRAINT officer_of_the_country CHECK (role <> 'national_reader' OR (province_code IS NULL AND district_code IS NULL));

CREATE POLICY read ON published_count FOR SELECT TO r_national_reader USING (true);
GRANT SELECT ON published_count TO r_national_reader;

SET ROLE sukjai_audit;
GRANT USAGE ON SCHEMA audit TO r_national_reader;
GRANT EXECUTE ON FUNCTION audit.append(text, text, text, jsonb) TO r_national_reader;
SET ROLE sukjai_keeper;
GRANT EXECUTE ON FUNCTION app.claim_request(uuid), app.hold_rules(), app.recorded_rules(), app.rules_stamp() TO r_national_reader;
RESET ROLE;
