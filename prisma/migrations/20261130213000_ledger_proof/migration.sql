-- The certificates of `sukjai prove ledger` (docs/decisions/0041): what each province's proof said, without a name.
CREATE TABLE "ledger_proof" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "proven_on" DATE NOT NULL,
    -- People to whom a month is due, and people with whom something is wrong.
    "people" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    "satang" BIGINT NOT NULL,
    "certificate" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "ledger_proof_pkey" PRIMARY KEY ("id"),
    CHECK (people >= 0 AND differing >= 0 AND satang >= 0)
);
CREATE INDEX "ledger_proof_province_code_proven_at_idx" ON "ledger_proof"("province_code", "proven_at" DESC);
ALTER TABLE "ledger_proof"
  ADD CONSTRAINT "ledger_proof_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON ledger_proof FOR EACH ROW EXECUTE FUNCTION app.never_changes();

ALTER TABLE ledger_proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_proof FORCE ROW LEVEL SECURITY;
GRANT SELECT ON ledger_proof TO r_governor, r_provincial_officer, r_administrator;
GRANT SELECT, INSERT ON ledger_proof TO r_job;
CREATE POLICY province_read ON ledger_proof FOR SELECT TO r_governor, r_provincial_officer
  USING (province_code = (SELECT app.province()));
-- Sums and counts alone: no person of it is the administrator's.
CREATE POLICY read_all ON ledger_proof FOR SELECT TO r_administrator USING (true);
CREATE POLICY job ON ledger_proof FOR ALL TO r_job USING (true) WITH CHECK (true);

-- What is proven, read by the proof: days, months and amounts.
GRANT SELECT ON entitlement TO r_job;
GRANT SELECT (holder_id, number, yes_on, none) ON entitlement_decision TO r_job;
CREATE POLICY read_all_job ON entitlement FOR SELECT TO r_job USING (true);
CREATE POLICY read_all_job ON entitlement_decision FOR SELECT TO r_job USING (true);
