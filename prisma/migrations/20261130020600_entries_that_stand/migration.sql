-- An interview that stops counting (a death before its day, kept by a head) is no longer to be reported; counting again, it is.
ALTER TABLE ministry_entry ADD COLUMN stands boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN ministry_entry.stands IS 'Its interview counts, or it is a contact: only what stands is still to be reported.';

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.interview_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'public', 'pg_catalog' AS $$
BEGIN
  IF NEW.counts THEN
    INSERT INTO ministry_entry (id, kind, source_id, holder_id, province_code, district_code, occurred_on)
      VALUES (NEW.id, 'interview', NEW.id, NEW.holder_id, NEW.province_code, NEW.district_code, NEW.interviewed_on)
      ON CONFLICT DO NOTHING;
  END IF;
  UPDATE ministry_entry SET stands = NEW.counts WHERE source_id = NEW.id AND stands <> NEW.counts;
  RETURN NULL;
END $$;
UPDATE ministry_entry e SET stands = false FROM assessment a WHERE a.id = e.source_id AND NOT a.counts;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

DROP TRIGGER ministry ON assessment;
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION app.interview_entry();
