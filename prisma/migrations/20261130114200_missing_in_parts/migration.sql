-- Who is missing from a list, a thousand in a row: a list of a part of a province wrote a row, two foreign keys and two indexes for
-- each of the others. A holder who is deleted since is in no list of holders.
ALTER TABLE import_missing NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_missing DROP CONSTRAINT import_missing_pkey, ALTER COLUMN holder_id DROP NOT NULL,
  ADD COLUMN part integer, ADD COLUMN holder_ids uuid[];
INSERT INTO import_missing (batch_id, province_code, part, holder_ids)
  SELECT batch_id, province_code, (n / 1000)::int, array_agg(holder_id)
  FROM (SELECT *, row_number() OVER (PARTITION BY batch_id ORDER BY holder_id) - 1 AS n FROM import_missing) absent GROUP BY 1, 2, 3;
DELETE FROM import_missing WHERE holder_ids IS NULL;
ALTER TABLE import_missing DROP COLUMN holder_id, ALTER COLUMN part SET NOT NULL, ALTER COLUMN holder_ids SET NOT NULL,
  ADD CONSTRAINT import_missing_pkey PRIMARY KEY (batch_id, part);
ALTER TABLE import_missing FORCE ROW LEVEL SECURITY;

-- Nearly every holder is on the list: for those the function has nothing to do.
DROP TRIGGER standing ON holder;
CREATE TRIGGER standing BEFORE INSERT OR UPDATE ON holder FOR EACH ROW
  WHEN (NEW.standing NOT IN ('listed', 'confirmed')) EXECUTE FUNCTION app.keep_standing();

-- Runs as whoever calls it, and names what it reads: a setting of its own for each holder was a good part of its time.
GRANT CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.refuse_income_above_ceiling(p_satang integer) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_satang > (SELECT max(income_ceiling_satang) FROM app.rule_set) THEN
    RAISE EXCEPTION 'an income above every ceiling' USING ERRCODE = '23514';
  END IF;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
