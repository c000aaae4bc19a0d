-- A changed income counts from the month after its import (decision A8); until then the earlier one stays in force for
-- cohort and table. Null: the newest income is in force.
ALTER TABLE holder ADD COLUMN "earlier_income_satang" INTEGER CHECK (earlier_income_satang BETWEEN 0 AND 10000000);
DO $$
DECLARE c text;
BEGIN
  SELECT conname INTO STRICT c FROM pg_constraint WHERE conrelid = 'holder'::regclass AND contype = 'c'
    AND pg_get_constraintdef(oid) LIKE '%income_band =%';
  EXECUTE format('ALTER TABLE holder DROP CONSTRAINT %I', c);
END $$;
ALTER TABLE holder ADD CHECK (income_band = CASE WHEN coalesce(earlier_income_satang, income_2559_satang) <= 3000000
  THEN 'up_to_30000' ELSE 'over_30000' END);
CREATE INDEX holder_income_waiting ON holder (id) WHERE earlier_income_satang IS NOT NULL;
