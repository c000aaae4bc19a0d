-- What is due now (docs/decisions/0038). A decision is followed by another one when what it rests on changes; the newest of a
-- holder is what is due, kept by months and counted.

-- ── The decisions of one holder follow one another ─────────────────────────────────────────────────────────────────────
ALTER TABLE entitlement_decision
  ADD COLUMN "number" BIGINT GENERATED ALWAYS AS IDENTITY,
  -- Which facts changed since the decision before; empty for the first.
  ADD COLUMN "changed" TEXT[] NOT NULL DEFAULT '{}',
  -- A yes that counts no more: decided too, with no day and no form.
  ALTER COLUMN "yes_on" DROP NOT NULL,
  ADD CHECK (changed <@ ARRAY['standing', 'yes', 'income', 'end', 'rules']),
  ADD CHECK (yes_on IS NOT NULL OR none IS NOT NULL);
DO $$
DECLARE one text;
BEGIN
  SELECT conname INTO STRICT one FROM pg_constraint
    WHERE conrelid = 'entitlement_decision'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%num_nonnulls(intent_id, assessment_id) = 1%';
  EXECUTE format('ALTER TABLE entitlement_decision DROP CONSTRAINT %I', one);
END $$;
ALTER TABLE entitlement_decision ADD CHECK (num_nonnulls(intent_id, assessment_id) = num_nonnulls(yes_on));
DROP INDEX entitlement_decision_holder_id_yes_on_key;
CREATE UNIQUE INDEX "entitlement_decision_holder_id_number_key" ON "entitlement_decision"("holder_id", "number");

-- ── What is due: the months of the newest decision, one row for each amount ───────────────────────────────────────────────
CREATE TABLE "entitlement" (
    "holder_id" UUID NOT NULL,
    "first_month" DATE NOT NULL,
    "last_month" DATE NOT NULL,
    "satang_a_month" BIGINT NOT NULL CHECK (satang_a_month > 0),
    -- Its amount is that of the holder's last month.
    "last" BOOLEAN NOT NULL,
    "decision_id" UUID NOT NULL,
    "yes_month" DATE NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "account_officer_id" UUID,
    "income_band" TEXT NOT NULL,
    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("holder_id", "first_month"),
    CHECK (first_month <= last_month AND extract(day FROM first_month) = 1 AND extract(day FROM last_month) = 1)
);
CREATE INDEX "entitlement_district_code_holder_id_idx" ON "entitlement"("district_code", "holder_id");
ALTER TABLE "entitlement"
  ADD CONSTRAINT "entitlement_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "entitlement_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "entitlement_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "entitlement_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "account_officer_id" UUID NOT NULL,
    "income_band" TEXT NOT NULL,
    "yes_month" DATE NOT NULL,
    "first_month" DATE NOT NULL,
    "last_month" DATE NOT NULL,
    "satang_a_month" BIGINT NOT NULL,
    "last" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,
    CONSTRAINT "entitlement_tally_pkey" PRIMARY KEY ("district_code", "account_officer_id", "income_band", "yes_month", "first_month", "last_month", "satang_a_month", "last")
);
CREATE INDEX "entitlement_tally_account_officer_id_idx" ON "entitlement_tally"("account_officer_id");
CREATE INDEX "entitlement_tally_province_code_idx" ON "entitlement_tally"("province_code");
CREATE INDEX "entitlement_tally_empty" ON "entitlement_tally"("people") WHERE people = 0;

-- ── Who is to be decided, again or for the first time: noted by whatever changes a fact of the sum ─────────────────────────
ALTER TABLE app.undecided_yes RENAME TO undecided;
ALTER INDEX app.undecided_yes_pkey RENAME TO undecided_pkey;
ALTER INDEX app.undecided_yes_noted_in_idx RENAME TO undecided_noted_in_idx;
DROP TRIGGER notes_yes ON holder;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
GRANT SELECT, INSERT, UPDATE, DELETE ON entitlement, entitlement_tally TO sukjai_keeper;
GRANT SELECT ON entitlement_decision TO sukjai_keeper;
SET ROLE sukjai_keeper;
DROP FUNCTION app.note_yes();
DROP FUNCTION app.noted_a_yes();
-- Who has never said yes has no sum that could change.
CREATE FUNCTION app.note_undecided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  whose uuid;
BEGIN
  IF TG_TABLE_NAME = 'holder' THEN whose := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN whose := OLD.holder_id;
  ELSE whose := NEW.holder_id;
  END IF;
  IF TG_TABLE_NAME <> 'holder' AND NOT EXISTS (SELECT FROM holder WHERE id = whose AND first_yes_on IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  INSERT INTO app.undecided (holder_id) VALUES (whose)
    ON CONFLICT (holder_id) DO UPDATE SET noted_in = pg_current_xact_id();
  RETURN NULL;
END $$;
-- Whether the own transaction noted anybody. Tells nothing of anybody.
CREATE FUNCTION app.noted_undecided() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM undecided WHERE noted_in = pg_current_xact_id_if_assigned())
$$;
-- The months of the newest decision of each holder.
CREATE FUNCTION app.keep_entitlement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  DELETE FROM entitlement e USING (SELECT DISTINCT holder_id FROM new_rows) n WHERE e.holder_id = n.holder_id;
  INSERT INTO entitlement (holder_id, first_month, last_month, satang_a_month, last, decision_id, yes_month,
    province_code, district_code, account_officer_id, income_band)
  SELECT d.holder_id, p.first_month, p.last_month, p.satang, p.last_month = d.last_month, d.id, date_trunc('month', d.yes_on),
    h.province_code, h.district_code, h.account_officer_id, h.income_band
  FROM (SELECT DISTINCT ON (holder_id) * FROM new_rows ORDER BY holder_id, number DESC) d
    JOIN holder h ON h.id = d.holder_id
    CROSS JOIN LATERAL (
      SELECT d.first_month, d.last_month, d.satang_a_month AS satang WHERE d.parts IS NULL
      UNION ALL
      SELECT (part ->> 'firstMonth' || '-01')::date, (part ->> 'lastMonth' || '-01')::date, (part ->> 'satangAMonth')::bigint
      FROM jsonb_array_elements(d.parts) part) p
  WHERE d.none IS NULL;
  RETURN NULL;
END $$;
-- Where a holder goes, to a district, to an account officer, to another band, what is due goes with them.
CREATE FUNCTION app.entitlement_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE entitlement e SET province_code = n.province_code, district_code = n.district_code,
    account_officer_id = n.account_officer_id, income_band = n.income_band
  FROM new_rows n JOIN old_rows o ON o.id = n.id
  WHERE e.holder_id = n.id AND n.first_yes_on IS NOT NULL
    AND (n.district_code, n.account_officer_id, n.income_band) IS DISTINCT FROM (o.district_code, o.account_officer_id, o.income_band);
  RETURN NULL;
END $$;
CREATE FUNCTION app.tally_entitlement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  difference text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT n.*, 1 AS step FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT o.*, -1 AS step FROM old_rows o'
    ELSE 'SELECT n.*, 1 AS step FROM new_rows n UNION ALL SELECT o.*, -1 FROM old_rows o' END;
BEGIN
  EXECUTE format($q$
    INSERT INTO entitlement_tally (province_code, district_code, account_officer_id, income_band, yes_month, first_month,
      last_month, satang_a_month, last, people)
    SELECT province_code, district_code, coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000'), income_band, yes_month,
      first_month, last_month, satang_a_month, last, sum(step)
    FROM (%s) d
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ON CONFLICT (district_code, account_officer_id, income_band, yes_month, first_month, last_month, satang_a_month, last)
    DO UPDATE SET people = entitlement_tally.people + EXCLUDED.people
  $q$, difference);
  DELETE FROM entitlement_tally WHERE people = 0;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.note_undecided(), app.noted_undecided(), app.keep_entitlement(), app.entitlement_follows(),
  app.tally_entitlement() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.noted_undecided() TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_link_bearer, r_job;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['note_undecided', 'keep_entitlement', 'entitlement_follows', 'tally_entitlement'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%I() TO %I', f, session_user);
  END LOOP;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

-- The first yes that counts, the standing, and the incomes of the list.
CREATE TRIGGER notes_undecided AFTER UPDATE ON holder FOR EACH ROW
  WHEN ((old.first_yes_on IS NOT NULL OR new.first_yes_on IS NOT NULL)
    AND (old.first_yes_on IS DISTINCT FROM new.first_yes_on OR old.standing IS DISTINCT FROM new.standing
      OR old.income_2559_satang IS DISTINCT FROM new.income_2559_satang))
  EXECUTE FUNCTION app.note_undecided();
-- An income that a later list brings, or that its undoing takes away.
CREATE TRIGGER notes_undecided_in AFTER INSERT ON holder_income FOR EACH ROW WHEN (new.counts_from IS NOT NULL)
  EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER notes_undecided_out AFTER DELETE ON holder_income FOR EACH ROW WHEN (old.counts_from IS NOT NULL)
  EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER notes_undecided AFTER INSERT OR UPDATE ON correction FOR EACH ROW
  WHEN (new.field = 'income_2559') EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER notes_undecided AFTER INSERT OR UPDATE ON departure FOR EACH ROW
  WHEN (new.kind IN ('deceased', 'card_cancelled')) EXECUTE FUNCTION app.note_undecided();
CREATE TRIGGER keeps_entitlement AFTER INSERT ON entitlement_decision REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_entitlement();
CREATE TRIGGER entitlement_follows AFTER UPDATE ON holder REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.entitlement_follows();
CREATE TRIGGER tally_in AFTER INSERT ON entitlement REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();
CREATE TRIGGER tally_out AFTER DELETE ON entitlement REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();
CREATE TRIGGER tally_up AFTER UPDATE ON entitlement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.tally_entitlement();

-- ── The walls: as those of the decisions and of the counters ──────────────────────────────────────────────────────────────
ALTER TABLE entitlement ENABLE ROW LEVEL SECURITY;
ALTER TABLE entitlement FORCE ROW LEVEL SECURITY;
ALTER TABLE entitlement_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE entitlement_tally FORCE ROW LEVEL SECURITY;
GRANT SELECT ON entitlement, entitlement_tally TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY keep ON entitlement FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON entitlement FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON entitlement FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON entitlement FOR SELECT TO r_account_officer USING (account_officer_id = (SELECT app.uid()));
CREATE POLICY keep ON entitlement_tally FOR ALL TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY province_read ON entitlement_tally FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY district_read ON entitlement_tally FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()));
CREATE POLICY caseload_read ON entitlement_tally FOR SELECT TO r_account_officer USING (account_officer_id = (SELECT app.uid()));
CREATE POLICY keep ON entitlement_decision FOR SELECT TO sukjai_keeper USING (true);
-- The decider only adds: for a yes that counts, or that none counts any more.
DROP POLICY decides ON entitlement_decision;
CREATE POLICY decides ON entitlement_decision FOR INSERT TO sukjai_decider
  WITH CHECK (EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.province_code = entitlement_decision.province_code
    AND CASE WHEN h.counted THEN h.first_yes_on END IS NOT DISTINCT FROM yes_on));

-- ── What is there already ──────────────────────────────────────────────────────────────────────────────────────────────────
SET ROLE sukjai_keeper;
INSERT INTO entitlement (holder_id, first_month, last_month, satang_a_month, last, decision_id, yes_month,
  province_code, district_code, account_officer_id, income_band)
SELECT d.holder_id, p.first_month, p.last_month, p.satang, p.last_month = d.last_month, d.id, date_trunc('month', d.yes_on),
  h.province_code, h.district_code, h.account_officer_id, h.income_band
FROM (SELECT DISTINCT ON (holder_id) * FROM entitlement_decision ORDER BY holder_id, number DESC) d
  JOIN holder h ON h.id = d.holder_id
  CROSS JOIN LATERAL (
    SELECT d.first_month, d.last_month, d.satang_a_month AS satang WHERE d.parts IS NULL
    UNION ALL
    SELECT (part ->> 'firstMonth' || '-01')::date, (part ->> 'lastMonth' || '-01')::date, (part ->> 'satangAMonth')::bigint
    FROM jsonb_array_elements(d.parts) part) p
WHERE d.none IS NULL;
-- Whose facts may have changed since: the worker decides them again.
INSERT INTO app.undecided (holder_id)
SELECT DISTINCT holder_id FROM entitlement_decision
ON CONFLICT DO NOTHING;
RESET ROLE;
