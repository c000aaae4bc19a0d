-- A birth date decides the cohort whenever it is known better (docs/decisions supersedes 0021 in that point): the day on
-- which ages are counted stays, the first value that came in does not.
GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.keep_cohort() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  PERFORM app.refuse_income_above_ceiling(greatest(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang));
  NEW.income_in_force_satang := coalesce(NEW.corrected_income_satang, NEW.earlier_income_satang, NEW.income_2559_satang);
  SELECT c.age_class, c.income_band, c.must_reach INTO NEW.age_class, NEW.income_band, NEW.must_reach
    FROM app.cohort_of(NEW.rules_version, coalesce(NEW.corrected_birth_date, NEW.birth_date), NULL, NEW.income_in_force_satang) c;
  RETURN NEW;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
DROP TRIGGER cohort ON holder;
CREATE TRIGGER cohort BEFORE INSERT OR UPDATE OF birth_date, corrected_birth_date, income_2559_satang, earlier_income_satang,
  corrected_income_satang, rules_version, age_class, income_in_force_satang, income_band, must_reach
  ON holder FOR EACH ROW EXECUTE FUNCTION app.keep_cohort();

-- Who was frozen by an earlier birth date is judged anew by the one that stands.
GRANT UPDATE (rules_version) ON holder TO sukjai_keeper;
SET ROLE sukjai_keeper;
UPDATE holder h SET rules_version = h.rules_version
  WHERE h.age_class IS DISTINCT FROM (SELECT c.age_class
    FROM app.cohort_of(h.rules_version, coalesce(h.corrected_birth_date, h.birth_date), NULL, h.income_in_force_satang) c);
RESET ROLE;
REVOKE UPDATE (rules_version) ON holder FROM sukjai_keeper;

-- How a file was read, what the officer chose and answered for all of its rows, and what the check asks and says beforehand.
ALTER TABLE import_batch
  ADD COLUMN "reading" JSONB,
  ADD COLUMN "choice" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "answers" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "judged" JSONB,
  ADD COLUMN "asked" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "emptied" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "fault_at" JSONB;
GRANT UPDATE (choice, answers) ON import_batch TO r_provincial_officer;

-- What a row does not say is filled from the register before it is compared.
SET ROLE sukjai_job;
GRANT UPDATE ON staging.import_row TO r_job;
RESET ROLE;
