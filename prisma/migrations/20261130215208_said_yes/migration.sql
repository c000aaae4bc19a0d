-- The counters know whose yes counts (docs/decisions/0044): what would be due if the others said it is counted from them. The latest
-- answer does not tell it: who said yes and then no keeps the months of the yes (docs/programme.md).
ALTER TABLE holder_tally
  ADD COLUMN "said_yes" BOOLEAN NOT NULL DEFAULT false,
  DROP CONSTRAINT holder_tally_pkey,
  ADD PRIMARY KEY ("district_code", "subdistrict_code", "account_officer_id", "age_class", "income_band", "must_reach", "state",
    "latest_answer", "interviewed", "said_yes", "occupation_group");

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.tally_holders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $function$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach,
      state, latest_answer, interviewed, said_yes, occupation_group, people)
    SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
      age_class, income_band, must_reach, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL,
      first_yes_on IS NOT NULL, occupation_group, sum(step)
    FROM (%s) d WHERE counted
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    ON CONFLICT (district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state, latest_answer, interviewed, said_yes, occupation_group)
    DO UPDATE SET people = holder_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM holder_tally WHERE people = 0;
  RETURN NULL;
END $function$;

-- ── What is counted already ───────────────────────────────────────────────────────────────────────────────────────────────
DELETE FROM holder_tally;
INSERT INTO holder_tally (province_code, district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach,
  state, latest_answer, interviewed, said_yes, occupation_group, people)
SELECT province_code, district_code, subdistrict_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'),
  age_class, income_band, must_reach, state, coalesce(latest_answer, 'none'), interviewed_on IS NOT NULL,
  first_yes_on IS NOT NULL, occupation_group, count(*)
FROM holder WHERE counted
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
ALTER TABLE holder_tally ALTER COLUMN "said_yes" DROP DEFAULT;
