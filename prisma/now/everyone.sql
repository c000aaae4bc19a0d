-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.absence
-- อยู่นอกพื้นที่: where, which phone, until when. Open until the holder is back.
CREATE TABLE absence (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  away_province_code text NOT NULL,
  away_district text,
  phone text,
  return_on date,
  source text NOT NULL,
  noted_on date NOT NULL,
  returned_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT absence_check CHECK ((noted_on <= recorded_on)),
  CONSTRAINT absence_source_check CHECK ((source = ANY (ARRAY['holder'::text, 'relative'::text, 'headman'::text, 'neighbour'::text]))),
  CONSTRAINT absence_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT absence_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT absence_pkey PRIMARY KEY (id)
);
CREATE INDEX absence_district_code_return_on_idx ON public.absence USING btree (district_code, return_on);
CREATE INDEX absence_holder_id_idx ON public.absence USING btree (holder_id);
CREATE UNIQUE INDEX absence_open ON public.absence USING btree (holder_id) WHERE (returned_on IS NULL);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON absence FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = absence.holder_id) AND (h.district_code = absence.district_code) AND (h.province_code = absence.province_code))))));
CREATE POLICY caseload_read ON absence FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = absence.holder_id))));
CREATE POLICY district_read ON absence FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON absence FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON absence FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY caseload_change ON absence FOR UPDATE TO r_account_officer
  USING (((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = absence.holder_id))) AND (returned_on IS NULL)))
  WITH CHECK ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = absence.holder_id))));
GRANT INSERT, SELECT, UPDATE (returned_on) ON absence TO r_account_officer;
GRANT SELECT ON absence TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION app.form_counts();
-- Owner: sukjai

-- ── public.appointment
-- A day on which holder and account officer are to meet. At most one planned per holder; only its status changes.
CREATE TABLE appointment (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  officer_id uuid NOT NULL,
  meet_on date NOT NULL,
  meet_at text,
  kind text,
  place_name text,
  status text NOT NULL DEFAULT 'planned'::text,
  status_reason text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT appointment_kind_check CHECK ((kind = ANY (ARRAY['office'::text, 'home'::text]))),
  CONSTRAINT appointment_meet_at_check CHECK ((meet_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT appointment_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'kept'::text, 'missed'::text, 'cancelled'::text]))),
  CONSTRAINT appointment_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT appointment_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT appointment_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT appointment_pkey PRIMARY KEY (id)
);
CREATE INDEX appointment_district_code_meet_on_idx ON public.appointment USING btree (district_code, meet_on);
CREATE INDEX appointment_holder_id_meet_on_idx ON public.appointment USING btree (holder_id, meet_on DESC);
CREATE INDEX appointment_officer_id_meet_on_idx ON public.appointment USING btree (officer_id, meet_on);
CREATE UNIQUE INDEX appointment_planned ON public.appointment USING btree (holder_id) WHERE (status = 'planned'::text);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON appointment FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = appointment.holder_id) AND (h.district_code = appointment.district_code) AND (h.province_code = appointment.province_code))))));
CREATE POLICY caseload_read ON appointment FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = appointment.holder_id))));
CREATE POLICY district_read ON appointment FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON appointment FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON appointment FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY caseload_change ON appointment FOR UPDATE TO r_account_officer
  USING (((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = appointment.holder_id))) AND (status = 'planned'::text)))
  WITH CHECK ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = appointment.holder_id))));
GRANT INSERT, SELECT, UPDATE (status, status_reason) ON appointment TO r_account_officer;
GRANT SELECT ON appointment TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER co_interview AFTER UPDATE OF status ON public.appointment FOR EACH ROW WHEN ((new.status = ANY (ARRAY['cancelled'::text, 'missed'::text]))) EXECUTE FUNCTION app.co_interview_of_appointment();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.appointment FOR EACH ROW EXECUTE FUNCTION app.form_counts();
-- Owner: sukjai

-- ── public.caseload_move
-- All assignments of a caseload made at once; they carry its id. Another move undoes it.
CREATE TABLE caseload_move (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  kind text NOT NULL,
  people integer NOT NULL,
  reason text,
  undoes_id uuid,
  delegation_id uuid,
  moved_by_id uuid NOT NULL,
  moved_on date NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT caseload_move_check CHECK (((kind = 'undo'::text) = (undoes_id IS NOT NULL))),
  CONSTRAINT caseload_move_kind_check CHECK ((kind = ANY (ARRAY['assign'::text, 'balance'::text, 'transfer'::text, 'handover'::text, 'undo'::text]))),
  CONSTRAINT caseload_move_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_move_moved_by_id_fkey FOREIGN KEY (moved_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_move_undoes_id_fkey FOREIGN KEY (undoes_id) REFERENCES caseload_move(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT caseload_move_pkey PRIMARY KEY (id)
);
CREATE INDEX caseload_move_district_code_created_at_idx ON public.caseload_move USING btree (district_code, created_at DESC);
CREATE UNIQUE INDEX caseload_move_undoes_id_key ON public.caseload_move USING btree (undoes_id);
-- Row security, for the owner as well
CREATE POLICY district_write ON caseload_move FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (moved_by_id = (SELECT app.uid()))));
CREATE POLICY keep_move ON caseload_move FOR INSERT TO sukjai_keeper
  WITH CHECK (true);
CREATE POLICY caseload_read ON caseload_move FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM assignment a
  WHERE (a.move_id = caseload_move.id))));
CREATE POLICY district_read ON caseload_move FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON caseload_move FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON caseload_move FOR SELECT TO sukjai_keeper
  USING (true);
GRANT INSERT, SELECT ON caseload_move TO r_district_chief, r_district_secretary, sukjai_keeper;
GRANT SELECT ON caseload_move TO r_account_officer, r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.delegation
-- The order under which staff act for their head (docs/programme.md 2.1): "ทำแทนนายอำเภอ ตามคำสั่งที่ …".
CREATE TABLE delegation (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  head_role text NOT NULL,
  officer_id uuid NOT NULL,
  order_number text NOT NULL,
  ordered_on date NOT NULL,
  from_on date NOT NULL,
  until_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  kind text NOT NULL,
  CONSTRAINT delegation_check CHECK (((head_role = 'governor'::text) = (district_code IS NULL))),
  CONSTRAINT delegation_check1 CHECK ((until_on >= from_on)),
  CONSTRAINT delegation_check2 CHECK ((officer_id <> recorded_by_id)),
  CONSTRAINT delegation_head_role_check CHECK ((head_role = ANY (ARRAY['governor'::text, 'district_chief'::text]))),
  CONSTRAINT delegation_kind_check CHECK ((kind = ANY (ARRAY['acting'::text, 'caretaker'::text]))),
  CONSTRAINT delegation_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT delegation_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT delegation_pkey PRIMARY KEY (id)
);
CREATE INDEX delegation_officer_id_idx ON public.delegation USING btree (officer_id);
CREATE INDEX delegation_province_code_district_code_idx ON public.delegation USING btree (province_code, district_code);
-- Row security, for the owner as well
CREATE POLICY chief_write ON delegation FOR INSERT TO r_district_chief
  WITH CHECK (((head_role = 'district_chief'::text) AND (district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY governor_appoints ON delegation FOR INSERT TO r_governor
  WITH CHECK (((head_role = 'district_chief'::text) AND (kind = 'caretaker'::text) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM officer o
  WHERE ((o.id = delegation.officer_id) AND (o.role = 'district_secretary'::text) AND (o.district_code = delegation.district_code) AND (o.province_code = delegation.province_code))))));
CREATE POLICY governor_write ON delegation FOR INSERT TO r_governor
  WITH CHECK (((head_role = 'governor'::text) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY colleagues ON delegation FOR SELECT TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY chief_end ON delegation FOR UPDATE TO r_district_chief
  USING (((head_role = 'district_chief'::text) AND (district_code = (SELECT app.district()))))
  WITH CHECK ((district_code = (SELECT app.district())));
CREATE POLICY governor_end ON delegation FOR UPDATE TO r_governor
  USING (((head_role = 'governor'::text) AND (province_code = (SELECT app.province()))))
  WITH CHECK ((province_code = (SELECT app.province())));
CREATE POLICY governor_ends_caretaker ON delegation FOR UPDATE TO r_governor
  USING (((head_role = 'district_chief'::text) AND (kind = 'caretaker'::text) AND (province_code = (SELECT app.province()))))
  WITH CHECK ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT, UPDATE (until_on) ON delegation TO r_district_chief, r_governor;
GRANT SELECT ON delegation TO r_account_officer, r_district_secretary, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai

-- ── public.departure
-- เสียชีวิต or ย้าย, with its source; counts when another officer has confirmed it.
CREATE TABLE departure (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  kind text NOT NULL,
  departed_on date NOT NULL,
  source text NOT NULL,
  source_detail text NOT NULL,
  confirmation text NOT NULL DEFAULT 'pending'::text,
  confirmed_by_id uuid,
  confirmed_on date,
  confirmation_note text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  reviewed_by_id uuid,
  reviewed_on date,
  review_note text,
  to_province_code text,
  source_on date,
  review_source_on date,
  CONSTRAINT departure_cancelled_check CHECK ((((kind = 'card_cancelled'::text) = (source = ANY (ARRAY['ministry_letter'::text, 'ministry_file'::text]))) AND ((kind = 'card_cancelled'::text) = (source_on IS NOT NULL)))),
  CONSTRAINT departure_check CHECK ((departed_on <= recorded_on)),
  CONSTRAINT departure_check1 CHECK (((confirmed_by_id IS NULL) = (confirmation = 'pending'::text))),
  CONSTRAINT departure_check2 CHECK ((confirmed_by_id <> recorded_by_id)),
  CONSTRAINT departure_check3 CHECK ((num_nonnulls(reviewed_by_id, reviewed_on, review_note) = ANY (ARRAY[0, 3]))),
  CONSTRAINT departure_check4 CHECK ((reviewed_by_id <> recorded_by_id)),
  CONSTRAINT departure_check5 CHECK (((confirmation <> 'withdrawn'::text) OR (reviewed_by_id IS NOT NULL))),
  CONSTRAINT departure_check6 CHECK (((to_province_code IS NULL) OR ((kind = 'moved_away'::text) AND (to_province_code <> province_code)))),
  CONSTRAINT departure_confirmation_check CHECK ((confirmation = ANY (ARRAY['pending'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT departure_kind_check CHECK ((kind = ANY (ARRAY['deceased'::text, 'card_cancelled'::text, 'moved_away'::text]))),
  CONSTRAINT departure_month_check CHECK (((kind <> 'card_cancelled'::text) OR (EXTRACT(day FROM departed_on) = (1)::numeric))),
  CONSTRAINT departure_source_check CHECK ((source = ANY (ARRAY['headman'::text, 'relative'::text, 'death_certificate'::text, 'house_register'::text, 'ministry_letter'::text, 'ministry_file'::text]))),
  CONSTRAINT departure_source_on_check CHECK ((source_on <= recorded_on)),
  CONSTRAINT departure_taken_back_check CHECK (((((kind = 'card_cancelled'::text) AND (reviewed_on IS NOT NULL)) = (review_source_on IS NOT NULL)) AND (review_source_on >= source_on) AND (review_source_on <= reviewed_on))),
  CONSTRAINT departure_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT departure_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT departure_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT departure_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT departure_pkey PRIMARY KEY (id)
);
CREATE INDEX departure_cancelled_pending ON public.departure USING btree (province_code) WHERE ((kind = 'card_cancelled'::text) AND (confirmation = 'pending'::text));
CREATE INDEX departure_holder_id_idx ON public.departure USING btree (holder_id);
CREATE UNIQUE INDEX departure_once ON public.departure USING btree (holder_id, kind) WHERE (confirmation = ANY (ARRAY['pending'::text, 'confirmed'::text]));
CREATE INDEX departure_pending ON public.departure USING btree (district_code, departed_on) WHERE (confirmation = 'pending'::text);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON departure FOR INSERT TO r_account_officer
  WITH CHECK (((kind <> 'card_cancelled'::text) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = departure.holder_id) AND (h.district_code = departure.district_code) AND (h.province_code = departure.province_code))))));
CREATE POLICY district_write ON departure FOR INSERT TO r_district_secretary
  WITH CHECK (((kind <> 'card_cancelled'::text) AND (district_code = (SELECT app.district())) AND (recorded_by_id = (SELECT app.uid())) AND (confirmation = 'pending'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = departure.holder_id)))));
CREATE POLICY province_write ON departure FOR INSERT TO r_provincial_officer
  WITH CHECK (((kind = 'card_cancelled'::text) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (confirmation = 'pending'::text) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = departure.holder_id) AND (h.district_code = departure.district_code) AND (h.province_code = departure.province_code))))));
CREATE POLICY books ON departure FOR SELECT TO sukjai_bookkeeper
  USING (true);
CREATE POLICY caseload_read ON departure FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = departure.holder_id))));
CREATE POLICY decider_read ON departure FOR SELECT TO sukjai_decider
  USING (true);
CREATE POLICY district_read ON departure FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON departure FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON departure FOR SELECT TO sukjai_keeper
  USING (true);
CREATE POLICY read_all_job ON departure FOR SELECT TO r_job
  USING (true);
CREATE POLICY confirm ON departure FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((kind <> 'card_cancelled'::text) AND (district_code = (SELECT app.district())) AND (confirmation = 'pending'::text)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (confirmed_by_id = (SELECT app.uid())) AND (reviewed_by_id IS NULL)));
CREATE POLICY province_confirm ON departure FOR UPDATE TO r_governor, r_provincial_officer
  USING (((kind = 'card_cancelled'::text) AND (province_code = (SELECT app.province())) AND (confirmation = 'pending'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (confirmed_by_id = (SELECT app.uid())) AND (reviewed_by_id IS NULL)));
CREATE POLICY province_review ON departure FOR UPDATE TO r_governor, r_provincial_officer
  USING (((kind = 'card_cancelled'::text) AND (province_code = (SELECT app.province())) AND (confirmation = 'confirmed'::text)))
  WITH CHECK (((province_code = (SELECT app.province())) AND (reviewed_by_id = (SELECT app.uid())) AND (confirmation = 'withdrawn'::text)));
CREATE POLICY review ON departure FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((kind <> 'card_cancelled'::text) AND (district_code = (SELECT app.district())) AND (confirmation = 'confirmed'::text)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (reviewed_by_id = (SELECT app.uid())) AND (confirmation = ANY (ARRAY['confirmed'::text, 'withdrawn'::text]))));
GRANT INSERT, SELECT ON departure TO r_account_officer;
GRANT INSERT, SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note, reviewed_by_id, reviewed_on, review_note) ON departure TO r_district_secretary;
GRANT INSERT, SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note, reviewed_by_id, reviewed_on, review_note, review_source_on) ON departure TO r_provincial_officer;
GRANT SELECT ON departure TO sukjai_keeper;
GRANT SELECT (holder_id, kind, departed_on, confirmation) ON departure TO sukjai_bookkeeper;
GRANT SELECT (holder_id, kind, departed_on, confirmation, confirmed_on, recorded_on, reviewed_on) ON departure TO r_job;
GRANT SELECT (holder_id, kind, departed_on, source, confirmation) ON departure TO sukjai_decider;
GRANT SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note, reviewed_by_id, reviewed_on, review_note) ON departure TO r_district_chief;
GRANT SELECT, UPDATE (confirmation, confirmed_by_id, confirmed_on, confirmation_note, reviewed_by_id, reviewed_on, review_note, review_source_on) ON departure TO r_governor;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.departure FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER after_death AFTER INSERT OR UPDATE ON public.departure FOR EACH ROW WHEN ((new.kind = 'deceased'::text)) EXECUTE FUNCTION app.weigh_forms();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.departure FOR EACH ROW EXECUTE FUNCTION app.form_counts();
CREATE TRIGGER notes_undecided AFTER INSERT OR UPDATE ON public.departure FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['deceased'::text, 'card_cancelled'::text]))) EXECUTE FUNCTION app.note_undecided();
-- Owner: sukjai

-- ── public.visit
-- One home visit. The newest says whether the holder was found; rows are never changed.
CREATE TABLE visit (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  visited_on date NOT NULL,
  outcome text NOT NULL,
  note text,
  next_on date,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT visit_check CHECK ((visited_on <= recorded_on)),
  CONSTRAINT visit_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'not_home'::text, 'word_left'::text, 'not_found'::text, 'wrong_address'::text]))),
  CONSTRAINT visit_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT visit_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT visit_pkey PRIMARY KEY (id)
);
CREATE INDEX visit_district_code_visited_on_idx ON public.visit USING btree (district_code, visited_on);
CREATE INDEX visit_holder_id_visited_on_idx ON public.visit USING btree (holder_id, visited_on DESC);
CREATE INDEX visit_recorded_by_id_visited_on_idx ON public.visit USING btree (recorded_by_id, visited_on);
-- Row security, for the owner as well
CREATE POLICY caseload_write ON visit FOR INSERT TO r_account_officer
  WITH CHECK (((recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM holder h
  WHERE ((h.id = visit.holder_id) AND (h.district_code = visit.district_code) AND (h.province_code = visit.province_code))))));
CREATE POLICY caseload_read ON visit FOR SELECT TO r_account_officer
  USING ((EXISTS ( SELECT
   FROM holder h
  WHERE (h.id = visit.holder_id))));
CREATE POLICY district_read ON visit FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON visit FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON visit FOR SELECT TO sukjai_keeper
  USING (true);
GRANT INSERT, SELECT ON visit TO r_account_officer;
GRANT SELECT ON visit TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer, sukjai_keeper;
CREATE TRIGGER acted AFTER INSERT OR UPDATE ON public.visit FOR EACH ROW EXECUTE FUNCTION app.holder_acted();
CREATE TRIGGER counts AFTER INSERT OR UPDATE ON public.visit FOR EACH ROW EXECUTE FUNCTION app.form_counts();
-- Owner: sukjai

-- ── app.co_interview_of_appointment()
CREATE OR REPLACE FUNCTION app.co_interview_of_appointment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  UPDATE co_interview SET status = 'cancelled' WHERE appointment_id = NEW.id AND status = 'matched' AND assessment_id IS NULL;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.co_interview_of_appointment() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.weigh_forms()
CREATE OR REPLACE FUNCTION app.weigh_forms()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  died date; mark text;
BEGIN
  PERFORM FROM holder WHERE id = NEW.holder_id FOR UPDATE;
  died := app.died_on(NEW.holder_id);
  mark := CASE WHEN TG_OP = 'UPDATE' AND NEW.confirmation = 'confirmed' THEN 'void' ELSE 'undecided' END;
  UPDATE intent SET after_death = CASE WHEN intent_on > died THEN mark END
    WHERE holder_id = NEW.holder_id AND after_death IS DISTINCT FROM CASE WHEN intent_on > died THEN mark END;
  UPDATE assessment SET after_death = CASE WHEN interviewed_on > died THEN mark END
    WHERE holder_id = NEW.holder_id AND after_death IS DISTINCT FROM CASE WHEN interviewed_on > died THEN mark END;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.weigh_forms() TO sukjai;
-- Owner: sukjai_keeper
