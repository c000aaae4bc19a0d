-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.bank_day
-- A day on which a bank's officer can come to a district to join interviews.
CREATE TABLE bank_day (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  officer_id uuid NOT NULL,
  bank text NOT NULL,
  day date NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  recorded_on date NOT NULL,
  CONSTRAINT bank_day_bank_check CHECK ((bank = ANY (ARRAY['BAAC'::text, 'GSB'::text]))),
  CONSTRAINT bank_day_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT bank_day_pkey PRIMARY KEY (id)
);
CREATE INDEX bank_day_district_code_day_idx ON public.bank_day USING btree (district_code, day);
CREATE UNIQUE INDEX bank_day_once ON public.bank_day USING btree (officer_id, district_code, day) WHERE (NOT withdrawn);
-- Row security, for the owner as well
CREATE POLICY own_write ON bank_day FOR INSERT TO r_account_officer, r_agency_officer
  WITH CHECK (((officer_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (bank = (SELECT app.agency())) AND (EXISTS ( SELECT
   FROM district d
  WHERE ((d.code = bank_day.district_code) AND (d.province_code = bank_day.province_code))))));
CREATE POLICY district_read ON bank_day FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY own_read ON bank_day FOR SELECT TO r_account_officer, r_agency_officer
  USING ((officer_id = (SELECT app.uid())));
CREATE POLICY province_read ON bank_day FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY own_change ON bank_day FOR UPDATE TO r_account_officer, r_agency_officer
  USING ((officer_id = (SELECT app.uid())))
  WITH CHECK ((officer_id = (SELECT app.uid())));
GRANT INSERT, SELECT, UPDATE (withdrawn) ON bank_day TO r_account_officer, r_agency_officer;
GRANT SELECT ON bank_day TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.caseload_transfer
-- Cases that an officer asks to hand over, to a colleague or to another district. Only the answer changes a row.
CREATE TABLE caseload_transfer (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  to_district_code text NOT NULL,
  to_officer_id uuid,
  to_officer_code text,
  people integer NOT NULL,
  reason text NOT NULL,
  present_address text,
  status text NOT NULL DEFAULT 'asked'::text,
  answer_reason text,
  answered_by_id uuid,
  answered_on date,
  given_officer_id uuid,
  given_officer_code text,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT caseload_transfer_check CHECK (((status = 'asked'::text) = (answered_by_id IS NULL))),
  CONSTRAINT caseload_transfer_check1 CHECK (((status = 'asked'::text) = (answered_on IS NULL))),
  CONSTRAINT caseload_transfer_check2 CHECK (((answered_by_id = recorded_by_id) = (status = 'withdrawn'::text))),
  CONSTRAINT caseload_transfer_check3 CHECK (((status <> 'refused'::text) OR (answer_reason IS NOT NULL))),
  CONSTRAINT caseload_transfer_check4 CHECK (((status = 'accepted'::text) = (given_officer_code IS NOT NULL))),
  CONSTRAINT caseload_transfer_check5 CHECK (((given_officer_id IS NULL) = (given_officer_code IS NULL))),
  CONSTRAINT caseload_transfer_check6 CHECK (((to_officer_id IS NULL) = (to_officer_code IS NULL))),
  CONSTRAINT caseload_transfer_check7 CHECK (("left"(to_district_code, 2) = province_code)),
  CONSTRAINT caseload_transfer_check8 CHECK (((to_officer_id IS NOT NULL) OR (to_district_code <> district_code))),
  CONSTRAINT caseload_transfer_people_check CHECK ((people > 0)),
  CONSTRAINT caseload_transfer_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT caseload_transfer_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_transfer_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_transfer_given_officer_id_fkey FOREIGN KEY (given_officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_transfer_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_transfer_to_officer_id_fkey FOREIGN KEY (to_officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_transfer_pkey PRIMARY KEY (id)
);
CREATE INDEX caseload_transfer_district_code_recorded_at_idx ON public.caseload_transfer USING btree (district_code, recorded_at DESC);
CREATE INDEX caseload_transfer_recorded_by_id_idx ON public.caseload_transfer USING btree (recorded_by_id);
CREATE INDEX caseload_transfer_to_district_code_recorded_at_idx ON public.caseload_transfer USING btree (to_district_code, recorded_at DESC);
CREATE INDEX caseload_transfer_to_officer_id_idx ON public.caseload_transfer USING btree (to_officer_id);
CREATE INDEX caseload_transfer_waiting ON public.caseload_transfer USING btree (to_district_code, to_officer_id) WHERE (status = 'asked'::text);
-- Row security, for the owner as well
CREATE POLICY district_ask ON caseload_transfer FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (status = 'asked'::text)));
CREATE POLICY officer_ask ON caseload_transfer FOR INSERT TO r_account_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (status = 'asked'::text)));
CREATE POLICY districts_read ON caseload_transfer FOR SELECT TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) OR (to_district_code = (SELECT app.district()))));
CREATE POLICY own_read ON caseload_transfer FOR SELECT TO r_account_officer
  USING (((recorded_by_id = (SELECT app.uid())) OR (to_officer_id = (SELECT app.uid()))));
CREATE POLICY province_read ON caseload_transfer FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON caseload_transfer FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY district_answer ON caseload_transfer FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((status = 'asked'::text) AND ((recorded_by_id = (SELECT app.uid())) OR ((to_district_code = (SELECT app.district())) AND (to_officer_id IS NULL)))))
  WITH CHECK (((answered_by_id = (SELECT app.uid())) AND ((given_officer_code IS NULL) OR (EXISTS ( SELECT
   FROM account_officer_code c
  WHERE ((c.code = caseload_transfer.given_officer_code) AND (c.officer_id = caseload_transfer.given_officer_id) AND (c.district_code = caseload_transfer.to_district_code)))))));
CREATE POLICY officer_answer ON caseload_transfer FOR UPDATE TO r_account_officer
  USING (((status = 'asked'::text) AND ((recorded_by_id = (SELECT app.uid())) OR (to_officer_id = (SELECT app.uid())))))
  WITH CHECK (((answered_by_id = (SELECT app.uid())) AND ((given_officer_id IS NULL) OR ((given_officer_id = (SELECT app.uid())) AND (given_officer_code = to_officer_code)))));
GRANT INSERT, SELECT, UPDATE (status, answer_reason, answered_by_id, answered_on, given_officer_id, given_officer_code, delegation_id) ON caseload_transfer TO r_account_officer, r_district_chief, r_district_secretary;
GRANT SELECT ON caseload_transfer TO r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER answered AFTER UPDATE ON public.caseload_transfer FOR EACH ROW EXECUTE FUNCTION app.transfer_answered();
-- Owner: sukjai

-- ── public.co_interview
-- A bank's officer who will join, or joined, an interview of an account officer. At most one matched per appointment;
-- a trigger makes the rows of submitted interviews. Only the confirmation changes a row.
CREATE TABLE co_interview (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  holder_id uuid NOT NULL,
  appointment_id uuid,
  assessment_id uuid,
  officer_id uuid,
  officer_name text NOT NULL,
  bank text,
  person_name text NOT NULL,
  village text NOT NULL,
  account_officer_id uuid NOT NULL,
  meet_on date NOT NULL,
  meet_at text,
  status text NOT NULL DEFAULT 'matched'::text,
  on_paper boolean NOT NULL DEFAULT false,
  attested_by_id uuid,
  attested_on date,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT co_interview_bank_check CHECK ((bank = ANY (ARRAY['BAAC'::text, 'GSB'::text]))),
  CONSTRAINT co_interview_check CHECK (((status = ANY (ARRAY['confirmed'::text, 'not_held'::text])) = (attested_by_id IS NOT NULL))),
  CONSTRAINT co_interview_check1 CHECK (((NOT on_paper) OR (status = 'confirmed'::text))),
  CONSTRAINT co_interview_check2 CHECK ((meet_on <= attested_on)),
  CONSTRAINT co_interview_status_check CHECK ((status = ANY (ARRAY['matched'::text, 'confirmed'::text, 'not_held'::text, 'cancelled'::text]))),
  CONSTRAINT co_interview_account_officer_id_fkey FOREIGN KEY (account_officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_attested_by_id_fkey FOREIGN KEY (attested_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT co_interview_pkey PRIMARY KEY (id)
);
CREATE INDEX co_interview_account_officer_id_idx ON public.co_interview USING btree (account_officer_id);
CREATE INDEX co_interview_district_code_status_meet_on_idx ON public.co_interview USING btree (district_code, status, meet_on);
CREATE INDEX co_interview_holder_id_idx ON public.co_interview USING btree (holder_id);
CREATE INDEX co_interview_officer_id_meet_on_idx ON public.co_interview USING btree (officer_id, meet_on);
CREATE UNIQUE INDEX co_interview_once ON public.co_interview USING btree (appointment_id) WHERE (status = 'matched'::text);
-- Row security, for the owner as well
CREATE POLICY keep ON co_interview FOR ALL TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY match ON co_interview FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (status = 'matched'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = co_interview.holder_id) AND (h.account_officer_id = co_interview.account_officer_id))))));
CREATE POLICY district_read ON co_interview FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY own_or_caseload_read ON co_interview FOR SELECT TO r_account_officer
  USING (((officer_id = (SELECT app.uid())) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = co_interview.holder_id)))));
CREATE POLICY own_read ON co_interview FOR SELECT TO r_agency_officer
  USING ((officer_id = (SELECT app.uid())));
CREATE POLICY province_read ON co_interview FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY attend ON co_interview FOR UPDATE TO r_agency_officer
  USING (((officer_id = (SELECT app.uid())) AND (status = 'matched'::text)))
  WITH CHECK (((attested_by_id = (SELECT app.uid())) AND (NOT on_paper) AND (status = ANY (ARRAY['confirmed'::text, 'not_held'::text]))));
CREATE POLICY attend_or_paper ON co_interview FOR UPDATE TO r_account_officer
  USING (((status = 'matched'::text) AND ((officer_id = (SELECT app.uid())) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = co_interview.holder_id))))))
  WITH CHECK (((attested_by_id = (SELECT app.uid())) AND
CASE
    WHEN (officer_id = (SELECT app.uid())) THEN (NOT on_paper)
    ELSE on_paper
END AND (status = ANY (ARRAY['confirmed'::text, 'not_held'::text]))));
CREATE POLICY cancel ON co_interview FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (status = 'matched'::text)))
  WITH CHECK ((status = 'cancelled'::text));
GRANT INSERT, SELECT, UPDATE (assessment_id, status) ON co_interview TO sukjai_keeper;
GRANT INSERT, SELECT, UPDATE (status) ON co_interview TO r_district_chief, r_district_secretary;
GRANT SELECT ON co_interview TO r_governor, r_provincial_officer;
GRANT SELECT, UPDATE (status, on_paper, attested_by_id, attested_on) ON co_interview TO r_account_officer, r_agency_officer;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.co_interview FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
-- Owner: sukjai

-- ── public.officer_note
-- A note of the chief or the secretary to an account officer, kept before and after it is acknowledged.
CREATE TABLE officer_note (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  officer_id uuid NOT NULL,
  words text NOT NULL,
  acknowledged_on date,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT officer_note_check CHECK ((officer_id <> recorded_by_id)),
  CONSTRAINT officer_note_check1 CHECK ((acknowledged_on >= recorded_on)),
  CONSTRAINT officer_note_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT officer_note_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT officer_note_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT officer_note_pkey PRIMARY KEY (id)
);
CREATE INDEX officer_note_district_code_idx ON public.officer_note USING btree (district_code);
CREATE INDEX officer_note_officer_id_recorded_at_idx ON public.officer_note USING btree (officer_id, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON officer_note FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (acknowledged_on IS NULL) AND (EXISTS ( SELECT
   FROM officer o
  WHERE ((o.id = officer_note.officer_id) AND (o.role = 'account_officer'::text))))));
CREATE POLICY district_read ON officer_note FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY own_read ON officer_note FOR SELECT TO r_account_officer
  USING ((officer_id = (SELECT app.uid())));
CREATE POLICY province_read ON officer_note FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY own_acknowledge ON officer_note FOR UPDATE TO r_account_officer
  USING (((officer_id = (SELECT app.uid())) AND (acknowledged_on IS NULL)))
  WITH CHECK ((officer_id = (SELECT app.uid())));
GRANT INSERT, SELECT ON officer_note TO r_district_chief, r_district_secretary;
GRANT SELECT ON officer_note TO r_governor, r_provincial_officer;
GRANT SELECT, UPDATE (acknowledged_on) ON officer_note TO r_account_officer;
-- Owner: sukjai

-- ── public.transfer_person
-- A holder to be handed over, with the facts of that day. At most one open row per holder (partial unique index).
CREATE TABLE transfer_person (
  transfer_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  name text NOT NULL,
  village text NOT NULL,
  from_officer_id uuid,
  open boolean NOT NULL DEFAULT true,
  CONSTRAINT transfer_person_from_officer_id_fkey FOREIGN KEY (from_officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT transfer_person_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT transfer_person_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES caseload_transfer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT transfer_person_pkey PRIMARY KEY (transfer_id, holder_id)
);
CREATE INDEX transfer_person_holder_id_idx ON public.transfer_person USING btree (holder_id);
CREATE UNIQUE INDEX transfer_person_once ON public.transfer_person USING btree (holder_id) WHERE open;
-- Row security, for the owner as well
CREATE POLICY with_transfer_write ON transfer_person FOR INSERT TO r_account_officer, r_district_chief, r_district_secretary
  WITH CHECK (((EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = transfer_person.holder_id) AND (h.district_code = transfer_person.district_code) AND (h.province_code = transfer_person.province_code) AND (NOT (h.account_officer_id IS DISTINCT FROM transfer_person.from_officer_id))))) AND (EXISTS ( SELECT
   FROM caseload_transfer t
  WHERE ((t.id = transfer_person.transfer_id) AND (t.recorded_by_id = (SELECT app.uid())) AND (t.district_code = transfer_person.district_code))))));
CREATE POLICY province_read ON transfer_person FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON transfer_person FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY with_transfer ON transfer_person FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary
  USING ((EXISTS ( SELECT
   FROM caseload_transfer t
  WHERE (t.id = transfer_person.transfer_id))));
CREATE POLICY close ON transfer_person FOR UPDATE TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
GRANT INSERT, SELECT ON transfer_person TO r_account_officer, r_district_chief, r_district_secretary;
GRANT SELECT ON transfer_person TO r_governor, r_provincial_officer;
GRANT SELECT, UPDATE ON transfer_person TO sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT ON public.transfer_person FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
-- Owner: sukjai

-- ── app.transfer_answered()
CREATE OR REPLACE FUNCTION app.transfer_answered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION app.transfer_answered() TO sukjai;
-- Owner: sukjai_keeper
