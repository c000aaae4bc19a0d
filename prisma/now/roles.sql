-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

CREATE ROLE r_account_officer NOLOGIN INHERIT;
CREATE ROLE r_administrator NOLOGIN INHERIT;
CREATE ROLE r_agency_officer NOLOGIN INHERIT;
CREATE ROLE r_district_chief NOLOGIN INHERIT;
CREATE ROLE r_district_secretary NOLOGIN INHERIT;
CREATE ROLE r_governor NOLOGIN INHERIT;
CREATE ROLE r_job NOLOGIN INHERIT;
CREATE ROLE r_link_bearer NOLOGIN INHERIT;
CREATE ROLE r_national_reader NOLOGIN INHERIT;
CREATE ROLE r_provincial_officer NOLOGIN INHERIT;
CREATE ROLE r_receiving_officer NOLOGIN INHERIT;
CREATE ROLE sukjai_app LOGIN NOINHERIT;
CREATE ROLE sukjai_audit NOLOGIN INHERIT;
CREATE ROLE sukjai_auth NOLOGIN INHERIT;
CREATE ROLE sukjai_bookkeeper NOLOGIN INHERIT;
CREATE ROLE sukjai_decider NOLOGIN INHERIT;
CREATE ROLE sukjai_job LOGIN NOINHERIT;
CREATE ROLE sukjai_keeper NOLOGIN INHERIT;
GRANT r_account_officer TO sukjai_app WITH INHERIT false, SET true;
GRANT r_administrator TO sukjai_app WITH INHERIT false, SET true;
GRANT r_agency_officer TO sukjai_app WITH INHERIT false, SET true;
GRANT r_district_chief TO sukjai_app WITH INHERIT false, SET true;
GRANT r_district_secretary TO sukjai_app WITH INHERIT false, SET true;
GRANT r_governor TO sukjai_app WITH INHERIT false, SET true;
GRANT r_job TO sukjai_job WITH INHERIT false, SET true;
GRANT r_link_bearer TO sukjai_app WITH INHERIT false, SET true;
GRANT r_national_reader TO sukjai_app WITH INHERIT false, SET true;
GRANT r_provincial_officer TO sukjai_app WITH INHERIT false, SET true;
GRANT r_receiving_officer TO sukjai_app WITH INHERIT false, SET true;
GRANT sukjai_bookkeeper TO sukjai_job WITH INHERIT false, SET true;
GRANT sukjai_decider TO sukjai_app WITH INHERIT false, SET true;
GRANT sukjai_decider TO sukjai_job WITH INHERIT false, SET true;
CREATE EXTENSION btree_gin;
CREATE EXTENSION pg_trgm;
-- Schema app, owner sukjai
GRANT USAGE ON SCHEMA app TO PUBLIC, sukjai_bookkeeper, sukjai_decider, sukjai_job, sukjai_keeper;
-- Schema audit, owner sukjai_audit
GRANT USAGE ON SCHEMA audit TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Schema auth, owner sukjai_auth
GRANT USAGE ON SCHEMA auth TO r_administrator, r_district_chief, r_district_secretary, sukjai_app;
-- Schema graphile_worker, owner sukjai_job
-- Schema public, owner pg_database_owner
GRANT USAGE ON SCHEMA public TO PUBLIC;
-- Schema staging, owner sukjai_job
GRANT CREATE, USAGE ON SCHEMA staging TO r_job;
