-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.briefing
-- A briefing of the district team: the methods in words, the agenda, the day and the place.
CREATE TABLE briefing (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  meet_on date NOT NULL,
  meet_at text,
  place_name text NOT NULL,
  methods text NOT NULL,
  agenda text NOT NULL,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT briefing_meet_at_check CHECK ((meet_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT briefing_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT briefing_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT briefing_pkey PRIMARY KEY (id)
);
CREATE INDEX briefing_district_code_meet_on_idx ON public.briefing USING btree (district_code, meet_on DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON briefing FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON briefing FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON briefing FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON briefing TO r_district_chief, r_district_secretary;
GRANT SELECT ON briefing TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.briefing_attendance
-- A person who came to a briefing.
CREATE TABLE briefing_attendance (
  id uuid NOT NULL,
  briefing_id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  officer_id uuid,
  name text NOT NULL,
  "position" text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT briefing_attendance_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefing(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT briefing_attendance_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT briefing_attendance_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT briefing_attendance_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX briefing_attendance_briefing_id_name_key ON public.briefing_attendance USING btree (briefing_id, name);
-- Row security, for the owner as well
CREATE POLICY district_write ON briefing_attendance FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM briefing b
  WHERE ((b.id = briefing_attendance.briefing_id) AND (b.district_code = briefing_attendance.district_code))))));
CREATE POLICY district_read ON briefing_attendance FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON briefing_attendance FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON briefing_attendance TO r_district_chief, r_district_secretary;
GRANT SELECT ON briefing_attendance TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.host_letter
-- A letter that asks the local governments of a subdistrict to inform people and to host. The newest one counts.
CREATE TABLE host_letter (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  subdistrict_code text NOT NULL,
  addressee text NOT NULL,
  number text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT host_letter_check CHECK ((("left"(subdistrict_code, 4) = district_code) AND ("left"(district_code, 2) = province_code))),
  CONSTRAINT host_letter_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT host_letter_subdistrict_code_fkey FOREIGN KEY (subdistrict_code) REFERENCES subdistrict(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT host_letter_pkey PRIMARY KEY (id)
);
CREATE INDEX host_letter_district_code_subdistrict_code_recorded_at_idx ON public.host_letter USING btree (district_code, subdistrict_code, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON host_letter FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON host_letter FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON host_letter FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON host_letter TO r_district_chief, r_district_secretary;
GRANT SELECT ON host_letter TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.outreach_plan
-- One version of the district's plan of outreach: what was assumed, and the result of that day.
CREATE TABLE outreach_plan (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  version integer NOT NULL,
  assumptions jsonb NOT NULL,
  result jsonb NOT NULL,
  note text,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT outreach_plan_version_check CHECK ((version > 0)),
  CONSTRAINT outreach_plan_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT outreach_plan_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT outreach_plan_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX outreach_plan_district_code_version_key ON public.outreach_plan USING btree (district_code, version);
-- Row security, for the owner as well
CREATE POLICY district_write ON outreach_plan FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON outreach_plan FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON outreach_plan FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON outreach_plan TO r_district_chief, r_district_secretary;
GRANT SELECT ON outreach_plan TO r_governor, r_provincial_officer;
-- Owner: sukjai

-- ── public.receiving_duty
-- Who receives holders at which place, from–until.
CREATE TABLE receiving_duty (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  place_id uuid NOT NULL,
  officer_id uuid NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT receiving_duty_check CHECK ((from_on <= until_on)),
  CONSTRAINT receiving_duty_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT receiving_duty_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT receiving_duty_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT receiving_duty_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT receiving_duty_pkey PRIMARY KEY (id)
);
CREATE INDEX receiving_duty_district_code_from_on_idx ON public.receiving_duty USING btree (district_code, from_on);
CREATE INDEX receiving_duty_officer_id_idx ON public.receiving_duty USING btree (officer_id);
CREATE UNIQUE INDEX receiving_duty_place_id_officer_id_from_on_key ON public.receiving_duty USING btree (place_id, officer_id, from_on);
-- Row security, for the owner as well
CREATE POLICY district_write ON receiving_duty FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM place p
  WHERE ((p.id = receiving_duty.place_id) AND (p.district_code = receiving_duty.district_code)))) AND (EXISTS ( SELECT
   FROM officer o
  WHERE ((o.id = receiving_duty.officer_id) AND (o.district_code = receiving_duty.district_code) AND (o.role = ANY (ARRAY['receiving_officer'::text, 'district_secretary'::text])))))));
CREATE POLICY district_read ON receiving_duty FOR SELECT TO r_district_chief, r_district_secretary, r_receiving_officer
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON receiving_duty FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY district_change ON receiving_duty FOR UPDATE TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())))
  WITH CHECK ((district_code = (SELECT app.district())));
GRANT INSERT, SELECT, UPDATE (until_on) ON receiving_duty TO r_district_chief, r_district_secretary;
GRANT SELECT ON receiving_duty TO r_governor, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai

-- ── public.station
-- A computer opened for the day at a desk, which officers share by name and PIN (docs/decisions/0013).
CREATE TABLE station (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text NOT NULL,
  desk_id uuid NOT NULL,
  open_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  closed_by_id uuid,
  closed_at timestamp(3) with time zone,
  CONSTRAINT station_check CHECK (((closed_by_id IS NULL) = (closed_at IS NULL))),
  CONSTRAINT station_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT station_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT station_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT station_pkey PRIMARY KEY (id)
);
CREATE INDEX station_desk_id_idx ON public.station USING btree (desk_id);
CREATE INDEX station_district_code_open_on_idx ON public.station USING btree (district_code, open_on);
-- Row security, for the owner as well
CREATE POLICY district_write ON station FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (province_code = (SELECT app.province())) AND (recorded_by_id = (SELECT app.uid())) AND (EXISTS ( SELECT
   FROM desk d
  WHERE ((d.id = station.desk_id) AND (d.district_code = station.district_code) AND (d.open_on = station.open_on))))));
CREATE POLICY district_read ON station FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY read_all ON station FOR SELECT TO sukjai_auth
  USING (true);
CREATE POLICY district_close ON station FOR UPDATE TO r_district_chief, r_district_secretary
  USING (((district_code = (SELECT app.district())) AND (closed_at IS NULL)))
  WITH CHECK (((district_code = (SELECT app.district())) AND (closed_by_id = (SELECT app.uid()))));
GRANT INSERT, SELECT, UPDATE (closed_by_id, closed_at) ON station TO r_district_chief, r_district_secretary;
GRANT SELECT ON station TO sukjai_auth;
-- Owner: sukjai
