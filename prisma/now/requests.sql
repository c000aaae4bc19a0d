-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.correction
-- A correction of one of the Ministry's facts: requested with evidence, decided by another person, kept beside the
-- Ministry's value until an import brings the same value.
CREATE TABLE correction (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  field text NOT NULL,
  old_value jsonb NOT NULL,
  new_value jsonb NOT NULL,
  evidence text NOT NULL,
  evidence_number text NOT NULL,
  status text NOT NULL DEFAULT 'pending'::text,
  in_force boolean NOT NULL DEFAULT false,
  counts_from date,
  effects jsonb,
  requested_by_id uuid NOT NULL,
  requested_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  decided_by_id uuid,
  decided_on date,
  decision_note text,
  closed_batch_id uuid,
  CONSTRAINT correction_check CHECK (((decided_by_id IS NULL) = (status = 'pending'::text))),
  CONSTRAINT correction_check1 CHECK (((decided_by_id IS NULL) = (decided_on IS NULL))),
  CONSTRAINT correction_check2 CHECK ((decided_by_id <> requested_by_id)),
  CONSTRAINT correction_check3 CHECK (((counts_from IS NOT NULL) = (status = ANY (ARRAY['approved'::text, 'closed'::text])))),
  CONSTRAINT correction_check4 CHECK (((NOT in_force) OR (status = 'approved'::text))),
  CONSTRAINT correction_check5 CHECK (((closed_batch_id IS NOT NULL) = (status = 'closed'::text))),
  CONSTRAINT correction_check6 CHECK (((field <> 'income_2559'::text) OR (((new_value ->> 'satang'::text))::integer >= 0))),
  CONSTRAINT correction_check7 CHECK (((field <> 'address'::text) OR ("left"((new_value ->> 'subdistrictCode'::text), 4) = district_code))),
  CONSTRAINT correction_field_check CHECK ((field = ANY (ARRAY['name'::text, 'birth_date'::text, 'address'::text, 'income_2559'::text, 'phone'::text, 'occupation'::text]))),
  CONSTRAINT correction_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'closed'::text]))),
  CONSTRAINT correction_closed_batch_id_fkey FOREIGN KEY (closed_batch_id) REFERENCES import_batch(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT correction_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT correction_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT correction_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT correction_pkey PRIMARY KEY (id)
);
CREATE INDEX correction_district_code_status_idx ON public.correction USING btree (district_code, status, requested_on);
CREATE INDEX correction_holder_id_idx ON public.correction USING btree (holder_id);
CREATE UNIQUE INDEX correction_open ON public.correction USING btree (holder_id, field) WHERE (status = 'pending'::text);
CREATE INDEX correction_province_code_status_idx ON public.correction USING btree (province_code, status, requested_on);
CREATE INDEX correction_waiting ON public.correction USING btree (counts_from) WHERE ((status = 'approved'::text) AND (NOT in_force));
-- Row security, for the owner as well
CREATE POLICY caseload_write ON correction FOR INSERT TO r_account_officer
  WITH CHECK (((requested_by_id = (SELECT app.uid())) AND (status = 'pending'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = correction.holder_id) AND (h.district_code = correction.district_code) AND (h.province_code = correction.province_code))))));
CREATE POLICY desk_write ON correction FOR INSERT TO r_receiving_officer
  WITH CHECK (((requested_by_id = (SELECT app.uid())) AND (status = 'pending'::text) AND (field = 'birth_date'::text) AND (district_code = (SELECT app.district())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = correction.holder_id) AND (h.district_code = correction.district_code) AND (h.province_code = correction.province_code))))));
CREATE POLICY district_write ON correction FOR INSERT TO r_district_secretary
  WITH CHECK (((requested_by_id = (SELECT app.uid())) AND (status = 'pending'::text) AND (district_code = (SELECT app.district())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = correction.holder_id)))));
CREATE POLICY caseload_read ON correction FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = correction.holder_id))));
CREATE POLICY decider_read ON correction FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON correction FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON correction FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON correction FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY district_decide ON correction FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (status = 'pending'::text) AND (field <> ALL (ARRAY['income_2559'::text, 'birth_date'::text]))))
  WITH CHECK (((district_code = (SELECT app.district())) AND (decided_by_id = (SELECT app.uid()))));
CREATE POLICY job ON correction FOR UPDATE TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY province_decide ON correction FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (status = 'pending'::text) AND (field = ANY (ARRAY['income_2559'::text, 'birth_date'::text]))))
  WITH CHECK (((province_code = (SELECT app.province())) AND (decided_by_id = (SELECT app.uid()))));
GRANT INSERT ON correction TO r_receiving_officer;
GRANT INSERT, SELECT ON correction TO r_account_officer;
GRANT INSERT, SELECT, UPDATE (status, in_force, counts_from, effects, decided_by_id, decided_on, decision_note) ON correction TO r_district_secretary;
GRANT SELECT ON correction TO r_governor, sukjai_keeper;
GRANT SELECT (holder_id, field, new_value, status, counts_from, recorded_at, closed_batch_id) ON correction TO sukjai_decider;
GRANT SELECT, UPDATE (status, in_force, closed_batch_id) ON correction TO r_job;
GRANT SELECT, UPDATE (status, in_force, counts_from, effects, decided_by_id, decided_on, decision_note) ON correction TO r_district_chief, r_provincial_officer;
CREATE TRIGGER acted AFTER INSERT OR UPDATE OF decided_by_id ON public.correction FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER asked BEFORE INSERT ON public.correction FOR EACH ROW WHEN ((new.field = 'income_2559'::text)) EXECUTE FUNCTION app.correction_asked();
CREATE TRIGGER counts AFTER UPDATE ON public.correction FOR EACH ROW EXECUTE FUNCTION app.correction_counts();
CREATE TRIGGER notes_undecided AFTER INSERT OR UPDATE ON public.correction FOR EACH ROW WHEN ((new.field = 'income_2559'::text)) EXECUTE FUNCTION app.note_undecided();
-- Owner: sukjai

-- ── public.inquiry
-- เรื่องสอบถาม/ร้องเรียน: one question in a line, an owner, a day until which it is answered, an answer in words.
CREATE TABLE inquiry (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  holder_id uuid,
  kind text NOT NULL,
  words text NOT NULL,
  from_name text NOT NULL,
  from_phone text,
  channel text NOT NULL,
  received_on date NOT NULL,
  due_on date NOT NULL,
  owner_id uuid NOT NULL,
  answer text,
  answered_by_id uuid,
  answered_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT inquiry_channel_check CHECK ((channel = ANY (ARRAY['counter'::text, 'phone'::text, 'letter'::text, 'meeting'::text, 'online'::text]))),
  CONSTRAINT inquiry_check CHECK (((received_on <= recorded_on) AND (due_on >= received_on))),
  CONSTRAINT inquiry_check1 CHECK ((((answer IS NULL) = (answered_by_id IS NULL)) AND ((answer IS NULL) = (answered_on IS NULL)))),
  CONSTRAINT inquiry_kind_check CHECK ((kind = ANY (ARRAY['money_missing'::text, 'not_listed'::text, 'income_wrong'::text, 'nobody_came'::text, 'other'::text]))),
  CONSTRAINT inquiry_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_pkey PRIMARY KEY (id)
);
CREATE INDEX inquiry_district_code_due_on_idx ON public.inquiry USING btree (district_code, due_on);
CREATE INDEX inquiry_holder_id_idx ON public.inquiry USING btree (holder_id);
CREATE INDEX inquiry_owner_id_due_on_idx ON public.inquiry USING btree (owner_id, due_on);
CREATE INDEX inquiry_province_code_due_on_idx ON public.inquiry USING btree (province_code, due_on);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON inquiry FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (answer IS NULL) AND ((holder_id IS NULL) OR (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = inquiry.holder_id) AND (h.district_code = inquiry.district_code))))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = inquiry.owner_id)))));
CREATE POLICY district_write ON inquiry FOR INSERT TO r_district_chief, r_district_secretary, r_receiving_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (answer IS NULL) AND ((holder_id IS NULL) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = inquiry.holder_id)))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = inquiry.owner_id)))));
CREATE POLICY province_write ON inquiry FOR INSERT TO r_provincial_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (answer IS NULL) AND ((holder_id IS NULL) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = inquiry.holder_id)))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = inquiry.owner_id)))));
CREATE POLICY caseload_read ON inquiry FOR SELECT TO r_account_officer
  USING (((owner_id = (SELECT app.uid())) OR (recorded_by_id = (SELECT app.uid())) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = inquiry.holder_id)))));
CREATE POLICY district_read ON inquiry FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON inquiry FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON inquiry FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY district_answer ON inquiry FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (answer IS NULL)))
  WITH CHECK ((answered_by_id = (SELECT app.uid())));
CREATE POLICY keep ON inquiry FOR UPDATE TO sukjai_keeper
  USING (true)
  WITH CHECK (true);
CREATE POLICY own_answer ON inquiry FOR UPDATE TO r_account_officer, r_receiving_officer
  USING (((owner_id = (SELECT app.uid())) AND (answer IS NULL)))
  WITH CHECK ((answered_by_id = (SELECT app.uid())));
CREATE POLICY province_answer ON inquiry FOR UPDATE TO r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (answer IS NULL)))
  WITH CHECK ((answered_by_id = (SELECT app.uid())));
GRANT INSERT, SELECT, UPDATE (answer, answered_by_id, answered_on) ON inquiry TO r_account_officer, r_district_chief, r_district_secretary, r_provincial_officer, r_receiving_officer;
GRANT SELECT ON inquiry TO r_governor;
GRANT SELECT, UPDATE (owner_id) ON inquiry TO sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.inquiry FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
-- Owner: sukjai

-- ── public.inquiry_pass
-- A change of an inquiry's owner, with the reason.
CREATE TABLE inquiry_pass (
  id uuid NOT NULL,
  inquiry_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  note text NOT NULL,
  passed_by_id uuid NOT NULL,
  passed_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT inquiry_pass_check CHECK ((from_id <> to_id)),
  CONSTRAINT inquiry_pass_from_id_fkey FOREIGN KEY (from_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_pass_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiry(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_pass_passed_by_id_fkey FOREIGN KEY (passed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_pass_to_id_fkey FOREIGN KEY (to_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT inquiry_pass_pkey PRIMARY KEY (id)
);
CREATE INDEX inquiry_pass_inquiry_id_idx ON public.inquiry_pass USING btree (inquiry_id);
-- Row security, for the owner as well
CREATE POLICY heads_pass ON inquiry_pass FOR INSERT TO r_district_chief, r_district_secretary, r_provincial_officer
  WITH CHECK (((passed_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM inquiry i
  WHERE ((i.id = inquiry_pass.inquiry_id) AND (i.owner_id = inquiry_pass.from_id) AND (i.answer IS NULL)))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = inquiry_pass.to_id)))));
CREATE POLICY owner_pass ON inquiry_pass FOR INSERT TO r_account_officer, r_receiving_officer
  WITH CHECK (((passed_by_id = (SELECT app.uid())) AND (from_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM inquiry i
  WHERE ((i.id = inquiry_pass.inquiry_id) AND (i.owner_id = inquiry_pass.from_id) AND (i.answer IS NULL)))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = inquiry_pass.to_id)))));
CREATE POLICY read_all ON inquiry_pass FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY through_inquiry ON inquiry_pass FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((EXISTS ( SELECT
   FROM inquiry i
  WHERE (i.id = inquiry_pass.inquiry_id))));
GRANT INSERT, SELECT ON inquiry_pass TO r_account_officer, r_district_chief, r_district_secretary, r_provincial_officer, r_receiving_officer;
GRANT SELECT ON inquiry_pass TO r_governor, sukjai_keeper;
CREATE TRIGGER passed AFTER INSERT ON public.inquiry_pass FOR EACH ROW EXECUTE FUNCTION app.inquiry_passed();
-- Owner: sukjai

-- ── public.notification
-- Something an officer should know, one row for each (domain/notification.ts). Only `readAt` and `mailedAt` change.
CREATE TABLE notification (
  id uuid NOT NULL,
  officer_id uuid NOT NULL,
  province_code text NOT NULL,
  kind text NOT NULL,
  href text NOT NULL,
  holder_id uuid,
  detail text,
  happened_on date NOT NULL,
  caused_by_id uuid,
  created_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  read_at timestamp(3) with time zone,
  mailed_at timestamp(3) with time zone,
  CONSTRAINT notification_detail_check CHECK ((char_length(detail) <= 200)),
  CONSTRAINT notification_href_check CHECK ((href ~ '^/[A-Za-z0-9/?=&_#.-]*$'::text)),
  CONSTRAINT notification_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
  CONSTRAINT notification_caused_by_id_fkey FOREIGN KEY (caused_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT notification_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT notification_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT notification_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_officer_id_created_at_idx ON public.notification USING btree (officer_id, created_at DESC);
CREATE UNIQUE INDEX notification_once ON public.notification USING btree (officer_id, kind, href) WHERE (read_at IS NULL);
CREATE INDEX notification_to_mail ON public.notification USING btree (officer_id) WHERE ((read_at IS NULL) AND (mailed_at IS NULL));
-- Row security, for the owner as well
CREATE POLICY job ON notification FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY keep ON notification FOR INSERT TO sukjai_keeper
  WITH CHECK (true);
CREATE POLICY tell ON notification FOR INSERT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  WITH CHECK (((caused_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = notification.officer_id)))));
CREATE POLICY own_read ON notification FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((officer_id = (SELECT app.uid())));
CREATE POLICY own_mark ON notification FOR UPDATE TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((officer_id = (SELECT app.uid())))
  WITH CHECK ((officer_id = (SELECT app.uid())));
GRANT INSERT ON notification TO sukjai_keeper;
GRANT INSERT, SELECT, UPDATE (mailed_at) ON notification TO r_job;
GRANT INSERT, SELECT, UPDATE (read_at) ON notification TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai

-- ── public.registration_decision
-- What the province decided about a person who came and was on no list; the newest counts.
CREATE TABLE registration_decision (
  id uuid NOT NULL,
  registration_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  outcome text NOT NULL,
  letter_number text,
  reason text,
  holder_id uuid,
  approval text,
  approved_by_id uuid,
  approved_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT registration_decision_approval_check CHECK ((approval = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text]))),
  CONSTRAINT registration_decision_check2 CHECK (((outcome = 'found'::text) = (holder_id IS NOT NULL))),
  CONSTRAINT registration_decision_check3 CHECK (((outcome = 'found'::text) = (approval IS NOT NULL))),
  CONSTRAINT registration_decision_check4 CHECK (((approved_by_id IS NOT NULL) = ((approval IS NOT NULL) AND (approval <> 'pending'::text)))),
  CONSTRAINT registration_decision_check5 CHECK ((approved_by_id <> recorded_by_id)),
  CONSTRAINT registration_decision_letter_check CHECK (((outcome <> ALL (ARRAY['asked_ministry'::text, 'confirmed'::text])) OR (letter_number IS NOT NULL))),
  CONSTRAINT registration_decision_outcome_check CHECK ((outcome = ANY (ARRAY['asked_ministry'::text, 'confirmed'::text, 'refused'::text, 'found'::text]))),
  CONSTRAINT registration_decision_reason_check CHECK (((outcome <> 'refused'::text) OR (reason IS NOT NULL))),
  CONSTRAINT registration_decision_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_decision_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_decision_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_decision_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT registration_decision_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX registration_decision_found ON public.registration_decision USING btree (registration_id) WHERE (approval = ANY (ARRAY['pending'::text, 'approved'::text]));
CREATE INDEX registration_decision_holder_id_idx ON public.registration_decision USING btree (holder_id);
CREATE INDEX registration_decision_registration_id_idx ON public.registration_decision USING btree (registration_id);
-- Row security, for the owner as well
CREATE POLICY province_write ON registration_decision FOR INSERT TO r_provincial_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (province_code = (SELECT app.province())) AND (approved_by_id IS NULL) AND (EXISTS ( SELECT
   FROM registration r
  WHERE ((r.id = registration_decision.registration_id) AND (r.district_code = registration_decision.district_code) AND ((registration_decision.outcome <> 'confirmed'::text) OR ((r.holder_id IS NOT NULL) AND (r.recorded_by_id <> (SELECT app.uid()))))))) AND ((holder_id IS NULL) OR (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = registration_decision.holder_id))))));
CREATE POLICY district_read ON registration_decision FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((EXISTS ( SELECT
   FROM registration r
  WHERE (r.id = registration_decision.registration_id))));
CREATE POLICY province_read ON registration_decision FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON registration_decision FOR SELECT TO r_job, sukjai_keeper
  USING (true);
CREATE POLICY approve ON registration_decision FOR UPDATE TO r_governor, r_provincial_officer
  USING (((province_code = (SELECT app.province())) AND (approval = 'pending'::text)))
  WITH CHECK ((approved_by_id = (SELECT app.uid())));
GRANT INSERT, SELECT, UPDATE (approval, approved_by_id, approved_on) ON registration_decision TO r_provincial_officer;
GRANT SELECT ON registration_decision TO r_district_chief, r_district_secretary, r_job, r_receiving_officer, sukjai_keeper;
GRANT SELECT, UPDATE (approval, approved_by_id, approved_on) ON registration_decision TO r_governor;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.registration_decision FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER approved AFTER UPDATE ON public.registration_decision FOR EACH ROW WHEN (((new.approval = 'approved'::text) AND (old.approval = 'pending'::text))) EXECUTE FUNCTION app.found_approved();
CREATE TRIGGER decided AFTER INSERT ON public.registration_decision FOR EACH ROW WHEN ((new.outcome = ANY (ARRAY['confirmed'::text, 'refused'::text]))) EXECUTE FUNCTION app.registration_decided();
CREATE TRIGGER moves AFTER INSERT OR UPDATE ON public.registration_decision FOR EACH ROW EXECUTE FUNCTION app.decision_moves_registration();
-- Owner: sukjai

-- ── public.resolution
-- What a meeting decided and gave to somebody: an officer by name, or an agency. Closed once, never changed otherwise.
CREATE TABLE resolution (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  met_on date NOT NULL,
  matter text NOT NULL,
  owner_id uuid,
  owner_agency text,
  due_on date NOT NULL,
  outcome text,
  outcome_note text,
  closed_by_id uuid,
  closed_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT resolution_check CHECK ((num_nonnulls(owner_id, owner_agency) = 1)),
  CONSTRAINT resolution_check1 CHECK (((met_on <= recorded_on) AND (due_on >= met_on))),
  CONSTRAINT resolution_check2 CHECK ((num_nonnulls(outcome, outcome_note, closed_by_id, closed_on) = ANY (ARRAY[0, 4]))),
  CONSTRAINT resolution_check3 CHECK (((district_code IS NULL) OR ("left"(district_code, 2) = province_code))),
  CONSTRAINT resolution_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'withdrawn'::text]))),
  CONSTRAINT resolution_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT resolution_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT resolution_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT resolution_pkey PRIMARY KEY (id)
);
CREATE INDEX resolution_closed_by_id_idx ON public.resolution USING btree (closed_by_id);
CREATE INDEX resolution_owner_id_due_on_idx ON public.resolution USING btree (owner_id, due_on);
CREATE INDEX resolution_province_code_district_code_met_on_idx ON public.resolution USING btree (province_code, district_code, met_on DESC);
CREATE INDEX resolution_province_code_owner_agency_due_on_idx ON public.resolution USING btree (province_code, owner_agency, due_on);
CREATE INDEX resolution_recorded_by_id_idx ON public.resolution USING btree (recorded_by_id);
-- Row security, for the owner as well
CREATE POLICY district_record ON resolution FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (outcome IS NULL) AND ((owner_id IS NULL) OR (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = resolution.owner_id))))));
CREATE POLICY province_record ON resolution FOR INSERT TO r_provincial_officer
  WITH CHECK (((district_code IS NULL) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (outcome IS NULL) AND ((owner_id IS NULL) OR (EXISTS ( SELECT
   FROM officer o
  WHERE (o.id = resolution.owner_id))))));
CREATE POLICY agency_read ON resolution FOR SELECT TO r_agency_officer
  USING (((province_code = (SELECT app.province())) AND (owner_agency = (SELECT app.agency()))));
CREATE POLICY district_read ON resolution FOR SELECT TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) OR (owner_id = (SELECT app.uid()))));
CREATE POLICY own_read ON resolution FOR SELECT TO r_account_officer, r_receiving_officer
  USING ((owner_id = (SELECT app.uid())));
CREATE POLICY province_read ON resolution FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY agency_close ON resolution FOR UPDATE TO r_agency_officer
  USING (((outcome IS NULL) AND (province_code = (SELECT app.province())) AND (owner_agency = (SELECT app.agency()))))
  WITH CHECK (((closed_by_id = (SELECT app.uid())) AND (outcome = 'done'::text)));
CREATE POLICY district_close ON resolution FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((outcome IS NULL) AND ((district_code = (SELECT app.district())) OR (owner_id = (SELECT app.uid())))))
  WITH CHECK (((closed_by_id = (SELECT app.uid())) AND ((outcome = 'done'::text) OR (district_code = (SELECT app.district())))));
CREATE POLICY governor_close ON resolution FOR UPDATE TO r_governor
  USING (((outcome IS NULL) AND (province_code = (SELECT app.province())) AND ((district_code IS NULL) OR (owner_id = (SELECT app.uid())))))
  WITH CHECK (((closed_by_id = (SELECT app.uid())) AND (outcome = 'done'::text)));
CREATE POLICY own_close ON resolution FOR UPDATE TO r_account_officer, r_receiving_officer
  USING (((outcome IS NULL) AND (owner_id = (SELECT app.uid()))))
  WITH CHECK (((closed_by_id = (SELECT app.uid())) AND (outcome = 'done'::text)));
CREATE POLICY province_close ON resolution FOR UPDATE TO r_provincial_officer
  USING (((outcome IS NULL) AND (province_code = (SELECT app.province())) AND ((district_code IS NULL) OR (owner_id = (SELECT app.uid())))))
  WITH CHECK (((closed_by_id = (SELECT app.uid())) AND ((outcome = 'done'::text) OR (district_code IS NULL))));
GRANT INSERT, SELECT, UPDATE (outcome, outcome_note, closed_by_id, closed_on) ON resolution TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT, UPDATE (outcome, outcome_note, closed_by_id, closed_on) ON resolution TO r_account_officer, r_agency_officer, r_governor, r_receiving_officer;
-- Owner: sukjai

-- ── app.correction_asked()
CREATE OR REPLACE FUNCTION app.correction_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  PERFORM app.refuse_income_above_ceiling((NEW.new_value->>'satang')::int);
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION app.correction_asked() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.correction_counts()
CREATE OR REPLACE FUNCTION app.correction_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE c record;
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  -- Of several in force of one field the newest decides.
  SELECT
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'name'))[1] AS name,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'birth_date'))[1] AS birth,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'address'))[1] AS address,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'income_2559'))[1] AS income,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'phone'))[1] AS phone,
    (array_agg(x.new_value ORDER BY x.counts_from DESC, x.recorded_at DESC) FILTER (WHERE x.field = 'occupation'))[1] AS occupation
  INTO c FROM correction x WHERE x.holder_id = NEW.holder_id AND x.in_force;
  UPDATE holder h SET
    corrected_name = nullif(concat(c.name->>'title', c.name->>'firstName', ' ' || nullif(c.name->>'lastName', '')), ''),
    corrected_birth_date = (c.birth->>'birthDate')::date,
    corrected_subdistrict_code = c.address->>'subdistrictCode',
    corrected_moo = (c.address->>'moo')::int,
    corrected_house_no = c.address->>'houseNo',
    corrected_income_satang = (c.income->>'satang')::int,
    corrected_phone = c.phone->>'phone',
    corrected_occupation = c.occupation->>'occupation'
  WHERE h.id = NEW.holder_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.correction_counts() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.decision_moves_registration()
CREATE OR REPLACE FUNCTION app.decision_moves_registration()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE registration r SET state = app.registration_state(r.id, r.holder_id) WHERE r.id = NEW.registration_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.decision_moves_registration() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.found_approved()
CREATE OR REPLACE FUNCTION app.found_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE person registration; listed holder;
BEGIN
  SELECT * INTO STRICT person FROM registration WHERE id = NEW.registration_id;
  SELECT * INTO STRICT listed FROM holder WHERE id = NEW.holder_id;
  IF person.holder_id IS NULL THEN
    INSERT INTO intent (id, holder_id, province_code, district_code, recorded_district_code, place_name, answer, intent_on,
      consent_financial, consent_contact, consent_text_version, signed_by, witnesses, name_on_card, phone, receipt_number, paper_number,
      late_reason, confirmation, confirmed_by_id, confirmed_on, recorded_by_id, recorded_on)
    VALUES (NEW.id, listed.id, listed.province_code, listed.district_code, person.district_code, person.place_name, 'yes', person.came_on,
      false, false, '2018-02', 'signature', '{}', person.name, person.phone, person.receipt_number, person.receipt_number,
      'มาแล้วไม่พบรายชื่อในวันนั้น', 'confirmed', NEW.approved_by_id, NEW.approved_on, person.recorded_by_id, NEW.approved_on);
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM assessment a WHERE a.holder_id = person.holder_id) THEN
    RAISE EXCEPTION 'an interview stays with the person who gave it' USING ERRCODE = '23514';
  END IF;
  UPDATE intent SET holder_id = listed.id, district_code = listed.district_code WHERE holder_id = person.holder_id;
  PERFORM app.refresh_holder(person.holder_id);
  UPDATE holder SET standing = 'refused' WHERE id = person.holder_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.found_approved() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.inquiry_passed()
CREATE OR REPLACE FUNCTION app.inquiry_passed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE inquiry SET owner_id = NEW.to_id WHERE id = NEW.inquiry_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.inquiry_passed() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.registration_decided()
CREATE OR REPLACE FUNCTION app.registration_decided()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  -- must_reach is named, so that the cohort is worked out again (app.keep_cohort).
  UPDATE holder h SET standing = NEW.outcome, must_reach = h.must_reach FROM registration r
    WHERE r.id = NEW.registration_id AND h.id = r.holder_id AND h.standing IN ('awaiting', 'refused');
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.registration_decided() TO sukjai;
-- Owner: sukjai_keeper
