-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.agency_task
-- What the governor asks of an agency (role table, governor 6), by a letter.
CREATE TABLE agency_task (
  id uuid NOT NULL,
  province_code text NOT NULL,
  agency text NOT NULL,
  project text,
  subject text NOT NULL,
  asked text NOT NULL,
  due_on date NOT NULL,
  letter_number text,
  prepared_by_id uuid NOT NULL,
  prepared_on date NOT NULL,
  prepared_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  decision text NOT NULL DEFAULT 'pending'::text,
  decided_by_id uuid,
  decided_on date,
  decision_note text,
  delegation_id uuid,
  signed_paper jsonb,
  signed_in_file jsonb,
  CONSTRAINT agency_task_check CHECK (((decision = 'pending'::text) = (decided_by_id IS NULL))),
  CONSTRAINT agency_task_check1 CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
  CONSTRAINT agency_task_check2 CHECK (((signed_paper IS NULL) OR (decision = 'approved'::text))),
  CONSTRAINT agency_task_check3 CHECK (((signed_in_file IS NULL) OR ((decision = 'approved'::text) AND (delegation_id IS NULL)))),
  CONSTRAINT agency_task_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT agency_task_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT agency_task_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT agency_task_prepared_by_id_fkey FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT agency_task_pkey PRIMARY KEY (id)
);
CREATE INDEX agency_task_agency_due_on_idx ON public.agency_task USING btree (agency, due_on);
CREATE INDEX agency_task_province_code_decision_idx ON public.agency_task USING btree (province_code, decision);
-- Row security, for the owner as well
CREATE POLICY prepare ON agency_task FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (decision = 'pending'::text)));
CREATE POLICY agency_read ON agency_task FOR SELECT TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency())) AND (decision = 'approved'::text)));
CREATE POLICY province_read ON agency_task FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY head_decides ON agency_task FOR UPDATE TO r_governor
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (delegation_id IS NULL)));
CREATE POLICY staff_decide ON agency_task FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (((decision = 'withdrawn'::text) AND (prepared_by_id = (SELECT app.uid()))) OR (signed_in_file IS NOT NULL) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.id = agency_task.delegation_id) AND (d.head_role = 'governor'::text) AND (d.officer_id = (SELECT app.uid())) AND (d.from_on <= agency_task.decided_on) AND ((d.until_on IS NULL) OR (d.until_on >= agency_task.decided_on))))))));
GRANT INSERT, SELECT, UPDATE (letter_number, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper) ON agency_task TO r_governor;
GRANT INSERT, SELECT, UPDATE (letter_number, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper, signed_in_file) ON agency_task TO r_provincial_officer;
GRANT SELECT ON agency_task TO r_agency_officer;
-- Owner: sukjai

-- ── public.agency_task_answer
-- The agency's answer to it. The newest counts; done and refused end the task.
CREATE TABLE agency_task_answer (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  province_code text NOT NULL,
  agency text NOT NULL,
  outcome text NOT NULL,
  answer text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT agency_task_answer_check CHECK (((outcome = 'accepted'::text) OR (answer IS NOT NULL))),
  CONSTRAINT agency_task_answer_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'done'::text, 'refused'::text]))),
  CONSTRAINT agency_task_answer_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT agency_task_answer_task_id_fkey FOREIGN KEY (task_id) REFERENCES agency_task(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT agency_task_answer_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX agency_task_accepted ON public.agency_task_answer USING btree (task_id) WHERE (outcome = 'accepted'::text);
CREATE INDEX agency_task_answer_task_id_recorded_at_idx ON public.agency_task_answer USING btree (task_id, recorded_at DESC);
CREATE UNIQUE INDEX agency_task_ended ON public.agency_task_answer USING btree (task_id) WHERE (outcome = ANY (ARRAY['done'::text, 'refused'::text]));
-- Row security, for the owner as well
CREATE POLICY agency_write ON agency_task_answer FOR INSERT TO r_agency_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM agency_task t
  WHERE ((t.id = agency_task_answer.task_id) AND (t.agency = agency_task_answer.agency) AND (t.province_code = agency_task_answer.province_code))))));
CREATE POLICY agency_read ON agency_task_answer FOR SELECT TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (agency = (SELECT app.agency()))));
CREATE POLICY province_read ON agency_task_answer FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON agency_task_answer TO r_agency_officer;
GRANT SELECT ON agency_task_answer TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.announcement
-- One version of a policy, a guideline or an instruction to districts. A later version of the series replaces it.
CREATE TABLE announcement (
  id uuid NOT NULL,
  series_id uuid NOT NULL,
  version integer NOT NULL,
  province_code text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  letter_number text,
  prepared_by_id uuid NOT NULL,
  prepared_on date NOT NULL,
  prepared_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  decision text NOT NULL DEFAULT 'pending'::text,
  decided_by_id uuid,
  decided_on date,
  decision_note text,
  delegation_id uuid,
  signed_paper jsonb,
  signed_in_file jsonb,
  CONSTRAINT announcement_check CHECK (((decision = 'pending'::text) = (decided_by_id IS NULL))),
  CONSTRAINT announcement_check1 CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
  CONSTRAINT announcement_check2 CHECK (((signed_paper IS NULL) OR (decision = 'approved'::text))),
  CONSTRAINT announcement_check3 CHECK (((signed_in_file IS NULL) OR ((decision = 'approved'::text) AND (delegation_id IS NULL)))),
  CONSTRAINT announcement_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT announcement_kind_check CHECK ((kind = ANY (ARRAY['policy'::text, 'guideline'::text, 'instruction'::text]))),
  CONSTRAINT announcement_version_check CHECK ((version > 0)),
  CONSTRAINT announcement_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT announcement_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT announcement_prepared_by_id_fkey FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT announcement_pkey PRIMARY KEY (id)
);
CREATE INDEX announcement_province_code_decision_idx ON public.announcement USING btree (province_code, decision);
CREATE UNIQUE INDEX announcement_series_id_version_key ON public.announcement USING btree (series_id, version);
-- Row security, for the owner as well
CREATE POLICY prepare ON announcement FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (decision = 'pending'::text)));
CREATE POLICY district_read ON announcement FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((EXISTS ( SELECT
   FROM announcement_district d
  WHERE (d.announcement_id = announcement.id))));
CREATE POLICY province_read ON announcement FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY head_decides ON announcement FOR UPDATE TO r_governor
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (delegation_id IS NULL)));
CREATE POLICY staff_decide ON announcement FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (((decision = 'withdrawn'::text) AND (prepared_by_id = (SELECT app.uid()))) OR (signed_in_file IS NOT NULL) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.id = announcement.delegation_id) AND (d.head_role = 'governor'::text) AND (d.officer_id = (SELECT app.uid())) AND (d.from_on <= announcement.decided_on) AND ((d.until_on IS NULL) OR (d.until_on >= announcement.decided_on))))))));
GRANT INSERT, SELECT, UPDATE (letter_number, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper) ON announcement TO r_governor;
GRANT INSERT, SELECT, UPDATE (letter_number, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper, signed_in_file) ON announcement TO r_provincial_officer;
GRANT SELECT ON announcement TO r_district_chief, r_district_secretary, r_receiving_officer;
-- Owner: sukjai

-- ── public.announcement_district
-- A district to which an announcement goes, and its receipt.
CREATE TABLE announcement_district (
  announcement_id uuid NOT NULL,
  district_code text NOT NULL,
  province_code text NOT NULL,
  issued_on date,
  acknowledged_by_id uuid,
  acknowledged_on date,
  CONSTRAINT announcement_district_check CHECK (("left"(district_code, 2) = province_code)),
  CONSTRAINT announcement_district_check1 CHECK (((acknowledged_by_id IS NULL) = (acknowledged_on IS NULL))),
  CONSTRAINT announcement_district_check2 CHECK ((acknowledged_on >= issued_on)),
  CONSTRAINT announcement_district_acknowledged_by_id_fkey FOREIGN KEY (acknowledged_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT announcement_district_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcement(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT announcement_district_pkey PRIMARY KEY (announcement_id, district_code)
);
CREATE INDEX announcement_unread ON public.announcement_district USING btree (district_code) WHERE ((acknowledged_on IS NULL) AND (issued_on IS NOT NULL));
-- Row security, for the owner as well
CREATE POLICY prepare ON announcement_district FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((issued_on IS NULL) AND (acknowledged_on IS NULL) AND (EXISTS ( SELECT
   FROM announcement a
  WHERE ((a.id = announcement_district.announcement_id) AND (a.decision = 'pending'::text) AND (a.prepared_by_id = (SELECT app.uid())) AND (a.province_code = announcement_district.province_code))))));
CREATE POLICY district_read ON announcement_district FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (((district_code = (SELECT app.district())) AND (issued_on IS NOT NULL)));
CREATE POLICY province_read ON announcement_district FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY acknowledge ON announcement_district FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (issued_on IS NOT NULL) AND (acknowledged_on IS NULL)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (acknowledged_by_id = (SELECT app.uid()))));
CREATE POLICY issue ON announcement_district FOR UPDATE TO r_governor, r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (issued_on IS NULL)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM announcement a
  WHERE ((a.id = announcement_district.announcement_id) AND (a.decision = 'approved'::text))))));
GRANT INSERT, SELECT, UPDATE (issued_on) ON announcement_district TO r_governor, r_provincial_officer;
GRANT SELECT ON announcement_district TO r_receiving_officer;
GRANT SELECT, UPDATE (acknowledged_by_id, acknowledged_on) ON announcement_district TO r_district_chief, r_district_secretary;
-- Owner: sukjai

-- ── public.district_team
-- ทีม ปรจ. of a district by one order of the governor; a later order replaces it, and this one can still be read.
CREATE TABLE district_team (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  from_on date NOT NULL,
  until_on date,
  order_number text,
  ordered_on date,
  prepared_by_id uuid NOT NULL,
  prepared_on date NOT NULL,
  prepared_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  decision text NOT NULL DEFAULT 'pending'::text,
  decided_by_id uuid,
  decided_on date,
  decision_note text,
  delegation_id uuid,
  signed_paper jsonb,
  signed_in_file jsonb,
  CONSTRAINT district_team_check CHECK (("left"(district_code, 2) = province_code)),
  CONSTRAINT district_team_check1 CHECK ((until_on >= from_on)),
  CONSTRAINT district_team_check2 CHECK (((decision = 'pending'::text) = (decided_by_id IS NULL))),
  CONSTRAINT district_team_check3 CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
  CONSTRAINT district_team_check4 CHECK (((decision <> 'approved'::text) OR ((order_number IS NOT NULL) AND (ordered_on IS NOT NULL)))),
  CONSTRAINT district_team_check5 CHECK (((signed_paper IS NULL) OR (decision = 'approved'::text))),
  CONSTRAINT district_team_check6 CHECK (((signed_in_file IS NULL) OR ((decision = 'approved'::text) AND (delegation_id IS NULL)))),
  CONSTRAINT district_team_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT district_team_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT district_team_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT district_team_prepared_by_id_fkey FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT district_team_pkey PRIMARY KEY (id)
);
CREATE INDEX district_team_district_code_from_on_idx ON public.district_team USING btree (district_code, from_on DESC);
CREATE INDEX district_team_province_code_decision_idx ON public.district_team USING btree (province_code, decision);
-- Row security, for the owner as well
CREATE POLICY prepare ON district_team FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (decision = 'pending'::text)));
CREATE POLICY district_read ON district_team FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (((district_code = (SELECT app.district())) AND (decision = 'approved'::text)));
CREATE POLICY province_read ON district_team FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY head_decides ON district_team FOR UPDATE TO r_governor
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (delegation_id IS NULL)));
CREATE POLICY staff_decide ON district_team FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (((decision = 'withdrawn'::text) AND (prepared_by_id = (SELECT app.uid()))) OR (signed_in_file IS NOT NULL) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.id = district_team.delegation_id) AND (d.head_role = 'governor'::text) AND (d.officer_id = (SELECT app.uid())) AND (d.from_on <= district_team.decided_on) AND ((d.until_on IS NULL) OR (d.until_on >= district_team.decided_on))))))));
GRANT INSERT, SELECT, UPDATE (order_number, ordered_on, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper) ON district_team TO r_governor;
GRANT INSERT, SELECT, UPDATE (order_number, ordered_on, decision, decided_by_id, decided_on, decision_note, delegation_id, signed_paper, signed_in_file) ON district_team TO r_provincial_officer;
GRANT SELECT ON district_team TO r_district_chief, r_district_secretary, r_receiving_officer;
-- Owner: sukjai

-- ── public.district_team_member
-- A seat of a team, as printed in the order.
CREATE TABLE district_team_member (
  id uuid NOT NULL,
  team_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  seat integer NOT NULL,
  membership text NOT NULL,
  name text NOT NULL,
  "position" text NOT NULL,
  agency text,
  CONSTRAINT district_team_member_membership_check CHECK ((membership = ANY (ARRAY['chair'::text, 'secretary'::text, 'member'::text]))),
  CONSTRAINT district_team_member_seat_check CHECK ((seat > 0)),
  CONSTRAINT district_team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES district_team(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT district_team_member_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX district_team_member_team_id_seat_key ON public.district_team_member USING btree (team_id, seat);
-- Row security, for the owner as well
CREATE POLICY prepare ON district_team_member FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK ((EXISTS ( SELECT
   FROM district_team t
  WHERE ((t.id = district_team_member.team_id) AND (t.decision = 'pending'::text) AND (t.prepared_by_id = (SELECT app.uid())) AND (t.district_code = district_team_member.district_code) AND (t.province_code = district_team_member.province_code)))));
CREATE POLICY district_read ON district_team_member FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING (((district_code = (SELECT app.district())) AND (EXISTS ( SELECT
   FROM district_team t
  WHERE (t.id = district_team_member.team_id)))));
CREATE POLICY province_read ON district_team_member FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON district_team_member TO r_governor, r_provincial_officer;
GRANT SELECT ON district_team_member TO r_district_chief, r_district_secretary, r_receiving_officer;
-- Owner: sukjai

-- ── public.import_delivery
-- What came with a delivery of the Ministry's list: letter, day, sender, medium. The newest of a batch counts.
CREATE TABLE import_delivery (
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  province_code text NOT NULL,
  letter_number text NOT NULL,
  letter_on date NOT NULL,
  received_on date NOT NULL,
  received_from text NOT NULL,
  medium text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT import_delivery_check CHECK (((letter_on <= received_on) AND (received_on <= recorded_on))),
  CONSTRAINT import_delivery_medium_check CHECK ((medium = ANY (ARRAY['disc'::text, 'drive'::text, 'download'::text, 'email'::text, 'other'::text]))),
  CONSTRAINT import_delivery_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_delivery_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT import_delivery_pkey PRIMARY KEY (id)
);
CREATE INDEX import_delivery_batch_id_recorded_at_idx ON public.import_delivery USING btree (batch_id, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY province_write ON import_delivery FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM import_batch b
  WHERE ((b.id = import_delivery.batch_id) AND (b.province_code = import_delivery.province_code))))));
CREATE POLICY province_read ON import_delivery FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON import_delivery TO r_provincial_officer;
GRANT SELECT ON import_delivery TO r_governor;
-- Owner: sukjai

-- ── public.setting_entry
-- A dated setting of the province that replaces its default (domain/settings.ts): prepared by staff, decided by the governor
-- or under the governor's order. After that, only the decision is written.
CREATE TABLE setting_entry (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  scope text NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  from_on date NOT NULL,
  reason text NOT NULL,
  letter_number text,
  letter_on date,
  prepared_by_id uuid NOT NULL,
  prepared_on date NOT NULL,
  prepared_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  decision text NOT NULL DEFAULT 'pending'::text,
  decided_by_id uuid,
  decided_on date,
  decision_note text,
  delegation_id uuid,
  CONSTRAINT setting_entry_check CHECK (((scope = 'local'::text) OR ((letter_number IS NOT NULL) AND (letter_on IS NOT NULL) AND (district_code IS NULL)))),
  CONSTRAINT setting_entry_check1 CHECK (((decision = 'pending'::text) = (decided_by_id IS NULL))),
  CONSTRAINT setting_entry_check2 CHECK (((decision = 'pending'::text) = (decided_on IS NULL))),
  CONSTRAINT setting_entry_check3 CHECK (((scope = 'local'::text) OR (decision <> 'approved'::text) OR (decided_by_id <> prepared_by_id))),
  CONSTRAINT setting_entry_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT setting_entry_scope_check CHECK ((scope = ANY (ARRAY['local'::text, 'national'::text]))),
  CONSTRAINT setting_entry_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT setting_entry_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT setting_entry_prepared_by_id_fkey FOREIGN KEY (prepared_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT setting_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX setting_entry_province_code_key_from_on_idx ON public.setting_entry USING btree (province_code, key, from_on DESC);
-- Row security, for the owner as well
CREATE POLICY prepare ON setting_entry FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (prepared_by_id = (SELECT app.uid())) AND (decision = 'pending'::text)));
CREATE POLICY province_read ON setting_entry FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON setting_entry FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY head_decides ON setting_entry FOR UPDATE TO r_governor
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (delegation_id IS NULL)));
CREATE POLICY staff_decide ON setting_entry FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (decision = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid())) AND (((decision = 'withdrawn'::text) AND (prepared_by_id = (SELECT app.uid()))) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.id = setting_entry.delegation_id) AND (d.head_role = 'governor'::text) AND (d.officer_id = (SELECT app.uid())) AND (d.from_on <= setting_entry.decided_on) AND ((d.until_on IS NULL) OR (d.until_on >= setting_entry.decided_on))))))));
GRANT INSERT, SELECT, UPDATE (decision, decided_by_id, decided_on, decision_note, delegation_id) ON setting_entry TO r_governor, r_provincial_officer;
GRANT SELECT ON setting_entry TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_job, r_receiving_officer, sukjai_keeper;
-- Owner: sukjai
