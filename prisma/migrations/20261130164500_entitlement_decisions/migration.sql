-- The decision of a yes (docs/decisions/0033): what the rules answered on the sum when a yes came to count. Once for each
-- counting yes, written by the product's own rules in the transaction of the yes, in a role of its own. Never changed.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sukjai_decider') THEN CREATE ROLE sukjai_decider NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, 'sukjai_decider', 'SET') THEN
    GRANT sukjai_decider TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
  END IF;
END $$;
GRANT sukjai_decider TO sukjai_app WITH INHERIT FALSE, SET TRUE;
GRANT sukjai_decider TO sukjai_job WITH INHERIT FALSE, SET TRUE;

CREATE TABLE "entitlement_decision" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "intent_id" UUID,
    "assessment_id" UUID,
    "yes_on" DATE NOT NULL,
    "rules_version" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "reasons" TEXT[] NOT NULL,
    "none" TEXT,
    "first_month" DATE,
    "last_month" DATE,
    "months" INTEGER NOT NULL,
    "satang_a_month" BIGINT,
    "satang" BIGINT NOT NULL,
    "parts" JSONB,
    "decided_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "entitlement_decision_pkey" PRIMARY KEY ("id"),
    -- The yes it rests on is one form.
    CHECK (num_nonnulls(intent_id, assessment_id) = 1),
    CHECK (jsonb_typeof(facts) = 'object'),
    CHECK (jsonb_typeof(parts) = 'array'),
    -- Either there are months and an amount, or the reason why there are none.
    CHECK (CASE WHEN none IS NULL
      THEN num_nulls(first_month, last_month, satang_a_month) = 0 AND months > 0 AND satang_a_month > 0
        AND extract(day FROM first_month) = 1 AND extract(day FROM last_month) = 1 AND first_month <= last_month
        -- One amount for all months, or the amounts one after another.
        AND (parts IS NOT NULL OR satang = months * satang_a_month)
      ELSE num_nonnulls(first_month, last_month, satang_a_month, parts) = 0 AND months = 0 AND satang = 0 END)
);
-- The same counting yes is decided once.
CREATE UNIQUE INDEX "entitlement_decision_holder_id_yes_on_key" ON "entitlement_decision"("holder_id", "yes_on");
CREATE INDEX "entitlement_decision_intent_id_idx" ON "entitlement_decision"("intent_id");
CREATE INDEX "entitlement_decision_assessment_id_idx" ON "entitlement_decision"("assessment_id");
ALTER TABLE "entitlement_decision"
  ADD CONSTRAINT "entitlement_decision_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "entitlement_decision_intent_id_fkey" FOREIGN KEY ("intent_id") REFERENCES "intent"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "entitlement_decision_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Yeses that were not decided yet: noted by a trigger, taken away by the decision, in the same transaction ─────────────
CREATE TABLE app.undecided_yes (
    holder_id uuid PRIMARY KEY,
    -- The transaction that noted it decides it; what none has decided (an older version's yeses) the worker does.
    noted_in xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX undecided_yes_noted_in_idx ON app.undecided_yes (noted_in);
GRANT SELECT, INSERT, UPDATE ON app.undecided_yes TO sukjai_keeper;
GRANT SELECT, DELETE, UPDATE (noted_in) ON app.undecided_yes TO sukjai_decider;
GRANT USAGE ON SCHEMA app TO sukjai_decider;

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.note_yes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_catalog AS $$
BEGIN
  INSERT INTO undecided_yes (holder_id) VALUES (NEW.id)
    ON CONFLICT (holder_id) DO UPDATE SET noted_in = pg_current_xact_id();
  RETURN NULL;
END $$;
-- Whether the own transaction made a yes count. Tells nothing of anybody.
CREATE FUNCTION app.noted_a_yes() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM undecided_yes WHERE noted_in = pg_current_xact_id_if_assigned())
$$;
REVOKE ALL ON FUNCTION app.note_yes(), app.noted_a_yes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.noted_a_yes() TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_receiving_officer, r_account_officer, r_agency_officer, r_administrator, r_link_bearer, r_job;
GRANT EXECUTE ON FUNCTION app.programme_today() TO sukjai_decider;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.note_yes() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;

CREATE TRIGGER notes_yes AFTER UPDATE ON holder FOR EACH ROW
  WHEN (new.counted AND new.first_yes_on IS NOT NULL
    AND (old.first_yes_on IS DISTINCT FROM new.first_yes_on OR old.standing IS DISTINCT FROM new.standing))
  EXECUTE FUNCTION app.note_yes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON entitlement_decision FOR EACH ROW EXECUTE FUNCTION app.never_changes();

-- ── The wall ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE entitlement_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE entitlement_decision FORCE ROW LEVEL SECURITY;
-- Whoever may see the band may see the sum; a desk neither.
GRANT SELECT ON entitlement_decision TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_account_officer;
CREATE POLICY province_read ON entitlement_decision FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
CREATE POLICY through_holder ON entitlement_decision FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM holder h WHERE h.id = holder_id));
-- The decider only adds, and only for a yes that counts.
GRANT SELECT, INSERT ON entitlement_decision TO sukjai_decider;
CREATE POLICY decides ON entitlement_decision FOR INSERT TO sukjai_decider
  WITH CHECK (EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.province_code = entitlement_decision.province_code
    AND h.counted AND h.first_yes_on = yes_on));
CREATE POLICY read_all ON entitlement_decision FOR SELECT TO sukjai_decider USING (true);
-- It reads what a sum is decided from: no name, no number of a card, no word of anybody.
GRANT SELECT (id, province_code, district_code, standing, counted, first_yes_on, income_2559_satang) ON holder TO sukjai_decider;
GRANT SELECT ON holder_income TO sukjai_decider;
GRANT SELECT (id, number, programme_on) ON import_batch TO sukjai_decider;
GRANT SELECT (holder_id, field, status, new_value, counts_from, recorded_at, closed_batch_id) ON correction TO sukjai_decider;
GRANT SELECT (holder_id, income_satang) ON registration TO sukjai_decider;
GRANT SELECT (id, holder_id, answer, intent_on, confirmation, after_death, recorded_at) ON intent TO sukjai_decider;
GRANT SELECT (id, holder_id, answer, interviewed_on, confirmation, after_death, recorded_at) ON assessment TO sukjai_decider;
GRANT SELECT (holder_id, kind, confirmation, departed_on, source) ON departure TO sukjai_decider;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['holder', 'holder_income', 'import_batch', 'correction', 'registration', 'intent', 'assessment', 'departure'] LOOP
    EXECUTE format('CREATE POLICY decider_read ON %I FOR SELECT TO sukjai_decider USING (true)', t);
  END LOOP;
END $$;

-- ── What is there already: the worker decides it, some hundred at a time (src/server/entitlements) ────────────────────
SET ROLE sukjai_keeper;
INSERT INTO app.undecided_yes (holder_id) SELECT id FROM holder WHERE counted AND first_yes_on IS NOT NULL;
RESET ROLE;
