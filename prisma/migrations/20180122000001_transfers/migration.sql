-- Handing cases over, to a colleague or to another district, where the receiver accepts or refuses (decision 0014).
-- Until he has accepted, everybody stays where he is.
CREATE TABLE "caseload_transfer" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "to_district_code" TEXT NOT NULL,
    "to_officer_id" UUID,
    "to_officer_code" TEXT,
    "people" INTEGER NOT NULL CHECK (people > 0),
    "reason" TEXT NOT NULL,
    "present_address" TEXT,
    "status" TEXT NOT NULL DEFAULT 'asked',
    "answer_reason" TEXT,
    "answered_by_id" UUID,
    "answered_on" DATE,
    "given_officer_id" UUID,
    "given_officer_code" TEXT,
    "delegation_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "caseload_transfer_pkey" PRIMARY KEY ("id"),
    CHECK (status IN ('asked', 'accepted', 'refused', 'withdrawn')),
    CHECK ((status = 'asked') = (answered_by_id IS NULL)),
    CHECK ((status = 'asked') = (answered_on IS NULL)),
    -- Who asks does not answer; who withdraws is the one who asked.
    CHECK ((answered_by_id = recorded_by_id) = (status = 'withdrawn')),
    CHECK (status <> 'refused' OR answer_reason IS NOT NULL),
    CHECK ((status = 'accepted') = (given_officer_code IS NOT NULL)),
    CHECK ((given_officer_id IS NULL) = (given_officer_code IS NULL)),
    CHECK ((to_officer_id IS NULL) = (to_officer_code IS NULL)),
    -- Within the province: a case never leaves it.
    CHECK (left(to_district_code, 2) = province_code),
    -- Without a named colleague it goes to the other district, which says who takes it.
    CHECK (to_officer_id IS NOT NULL OR to_district_code <> district_code)
);
CREATE INDEX caseload_transfer_waiting ON caseload_transfer (to_district_code, to_officer_id) WHERE status = 'asked';
CREATE INDEX "caseload_transfer_district_code_recorded_at_idx" ON "caseload_transfer"("district_code", "recorded_at" DESC);
CREATE INDEX "caseload_transfer_to_district_code_recorded_at_idx" ON "caseload_transfer"("to_district_code", "recorded_at" DESC);
CREATE INDEX "caseload_transfer_recorded_by_id_idx" ON "caseload_transfer"("recorded_by_id");
CREATE INDEX "caseload_transfer_to_officer_id_idx" ON "caseload_transfer"("to_officer_id");
-- Whom it is about, in the words of that day: what the receiver needs to answer, and no more of the file.
CREATE TABLE "transfer_person" (
    "transfer_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "from_officer_id" UUID,
    "open" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "transfer_person_pkey" PRIMARY KEY ("transfer_id", "holder_id")
);
CREATE UNIQUE INDEX transfer_person_once ON transfer_person (holder_id) WHERE open;
CREATE INDEX "transfer_person_holder_id_idx" ON "transfer_person"("holder_id");

ALTER TABLE caseload_transfer
    ADD FOREIGN KEY (to_officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (given_officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (answered_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE transfer_person
    ADD FOREIGN KEY (transfer_id) REFERENCES caseload_transfer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (holder_id) REFERENCES holder(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD FOREIGN KEY (from_officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE caseload_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE caseload_transfer FORCE ROW LEVEL SECURITY;
ALTER TABLE transfer_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE transfer_person FORCE ROW LEVEL SECURITY;
GRANT SELECT ON caseload_transfer, transfer_person TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_account_officer, sukjai_keeper;
GRANT INSERT ON caseload_transfer, transfer_person TO r_district_chief, r_district_secretary, r_account_officer;
GRANT UPDATE (status, answer_reason, answered_by_id, answered_on, given_officer_id, given_officer_code, delegation_id) ON caseload_transfer
  TO r_district_chief, r_district_secretary, r_account_officer;
GRANT UPDATE ON transfer_person TO sukjai_keeper;
GRANT INSERT ON caseload_move, assignment TO sukjai_keeper;
CREATE POLICY province_read ON caseload_transfer FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY districts_read ON caseload_transfer FOR SELECT TO r_district_chief, r_district_secretary
  USING (district_code = (SELECT app.district()) OR to_district_code = (SELECT app.district()));
CREATE POLICY own_read ON caseload_transfer FOR SELECT TO r_account_officer
  USING (recorded_by_id = (SELECT app.uid()) OR to_officer_id = (SELECT app.uid()));
CREATE POLICY read_all ON caseload_transfer FOR SELECT TO sukjai_keeper USING (true);
CREATE POLICY district_ask ON caseload_transfer FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (district_code = (SELECT app.district()) AND province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid())
    AND status = 'asked');
CREATE POLICY officer_ask ON caseload_transfer FOR INSERT TO r_account_officer
  WITH CHECK (province_code = (SELECT app.province()) AND recorded_by_id = (SELECT app.uid()) AND status = 'asked');
-- The other district's heads answer what names no officer; the one who asked may withdraw.
CREATE POLICY district_answer ON caseload_transfer FOR UPDATE TO r_district_chief, r_district_secretary
  USING (status = 'asked' AND (recorded_by_id = (SELECT app.uid()) OR (to_district_code = (SELECT app.district()) AND to_officer_id IS NULL)))
  WITH CHECK (answered_by_id = (SELECT app.uid()) AND (given_officer_code IS NULL OR EXISTS (SELECT FROM account_officer_code c
    WHERE c.code = given_officer_code AND c.officer_id = given_officer_id AND c.district_code = to_district_code)));
CREATE POLICY officer_answer ON caseload_transfer FOR UPDATE TO r_account_officer
  USING (status = 'asked' AND (recorded_by_id = (SELECT app.uid()) OR to_officer_id = (SELECT app.uid())))
  WITH CHECK (answered_by_id = (SELECT app.uid()) AND (given_officer_id IS NULL OR (given_officer_id = (SELECT app.uid())
    AND given_officer_code = to_officer_code)));

CREATE POLICY province_read ON transfer_person FOR SELECT TO r_governor, r_provincial_officer USING (province_code = (SELECT app.province()));
CREATE POLICY with_transfer ON transfer_person FOR SELECT TO r_district_chief, r_district_secretary, r_account_officer
  USING (EXISTS (SELECT FROM caseload_transfer t WHERE t.id = transfer_id));
CREATE POLICY read_all ON transfer_person FOR SELECT TO sukjai_keeper USING (true);
CREATE POLICY close ON transfer_person FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);
CREATE POLICY with_transfer_write ON transfer_person FOR INSERT TO r_district_chief, r_district_secretary, r_account_officer
  WITH CHECK (EXISTS (SELECT FROM holder h WHERE h.id = holder_id AND h.district_code = transfer_person.district_code
      AND h.province_code = transfer_person.province_code AND h.account_officer_id IS NOT DISTINCT FROM from_officer_id)
    AND EXISTS (SELECT FROM caseload_transfer t WHERE t.id = transfer_id AND t.recorded_by_id = (SELECT app.uid())
      AND t.district_code = transfer_person.district_code));
CREATE POLICY keep_move ON caseload_move FOR INSERT TO sukjai_keeper WITH CHECK (true);
CREATE POLICY keep_assignment ON assignment FOR INSERT TO sukjai_keeper WITH CHECK (true);

-- The answer closes the question; an acceptance is the move itself, in the answer's own transaction. Who has been given to
-- somebody else meanwhile is no longer the asker's to hand over and stays there.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE FUNCTION app.transfer_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE moved int;
BEGIN
  IF OLD.status <> 'asked' OR NEW.status = 'asked' THEN RETURN NULL; END IF;
  IF NEW.status = 'accepted' THEN
    SELECT count(*) INTO moved FROM transfer_person p JOIN holder h ON h.id = p.holder_id
      WHERE p.transfer_id = NEW.id AND h.account_officer_id IS NOT DISTINCT FROM p.from_officer_id;
    IF moved > 0 THEN
      INSERT INTO caseload_move (id, province_code, district_code, kind, people, reason, delegation_id, moved_by_id, moved_on)
        VALUES (NEW.id, NEW.province_code, NEW.district_code, 'transfer', moved, NEW.reason, NEW.delegation_id, NEW.answered_by_id, NEW.answered_on);
      INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code,
          previous_officer_id, previous_officer_code, assigned_by_id, assigned_on)
        SELECT gen_random_uuid(), NEW.id, h.id, h.province_code, h.district_code, NEW.given_officer_id, NEW.given_officer_code,
          h.account_officer_id, h.account_officer_code, NEW.answered_by_id, NEW.answered_on
        FROM transfer_person p JOIN holder h ON h.id = p.holder_id
        WHERE p.transfer_id = NEW.id AND h.account_officer_id IS NOT DISTINCT FROM p.from_officer_id;
    END IF;
  END IF;
  UPDATE transfer_person SET open = false WHERE transfer_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.transfer_answered() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.transfer_answered() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER answered AFTER UPDATE ON caseload_transfer FOR EACH ROW EXECUTE FUNCTION app.transfer_answered();
