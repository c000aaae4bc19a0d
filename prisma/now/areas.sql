-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

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
