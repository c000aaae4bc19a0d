-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.area_map
-- A drawing of a province's districts or a district's subdistricts, as an administrator sent it. Never changed; the newest is shown.
CREATE TABLE area_map (
  id uuid NOT NULL,
  province_code text NOT NULL,
  within_code text NOT NULL,
  width smallint NOT NULL,
  height smallint NOT NULL,
  shapes jsonb NOT NULL,
  source text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT area_map_shapes_check CHECK ((jsonb_typeof(shapes) = 'array'::text)),
  CONSTRAINT area_map_within_code_check CHECK (((within_code = province_code) OR (within_code ~ (('^'::text || province_code) || '\d{2}$'::text)))),
  CONSTRAINT area_map_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT area_map_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT area_map_pkey PRIMARY KEY (id)
);
CREATE INDEX area_map_within_code_recorded_at_idx ON public.area_map USING btree (within_code, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY record ON area_map FOR INSERT TO r_administrator
  WITH CHECK ((recorded_by_id = (SELECT app.uid())));
CREATE POLICY province_read ON area_map FOR SELECT TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
CREATE POLICY read_all ON area_map FOR SELECT TO r_administrator
  USING (true);
GRANT INSERT, SELECT ON area_map TO r_administrator;
GRANT SELECT ON area_map TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.area_map FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── public.district
CREATE TABLE district (
  code text NOT NULL,
  province_code text NOT NULL,
  name text NOT NULL,
  CONSTRAINT district_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT district_pkey PRIMARY KEY (code)
);
CREATE INDEX district_province_code_idx ON public.district USING btree (province_code);
GRANT SELECT ON district TO PUBLIC;
-- Owner: sukjai

-- ── public.province
-- Official area codes (DOPA): 2 digits a province, 4 a district, 6 a subdistrict. Reference data.
CREATE TABLE province (
  code text NOT NULL,
  name text NOT NULL,
  CONSTRAINT province_pkey PRIMARY KEY (code)
);
GRANT SELECT ON province TO PUBLIC;
-- Owner: sukjai

-- ── public.subdistrict
CREATE TABLE subdistrict (
  code text NOT NULL,
  district_code text NOT NULL,
  name text NOT NULL,
  CONSTRAINT subdistrict_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT subdistrict_pkey PRIMARY KEY (code)
);
CREATE INDEX subdistrict_district_code_idx ON public.subdistrict USING btree (district_code);
GRANT SELECT ON subdistrict TO PUBLIC, sukjai_keeper;
-- Owner: sukjai
