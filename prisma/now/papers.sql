-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.issued_paper
-- An official paper as it was signed: its number, its day, and its text of that day. The newest of a kind about a thing counts.
CREATE TABLE issued_paper (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  kind text NOT NULL,
  about text NOT NULL,
  number text NOT NULL,
  issued_on date NOT NULL,
  speed text NOT NULL DEFAULT 'none'::text,
  secrecy text NOT NULL DEFAULT 'none'::text,
  subject text NOT NULL,
  addressee text,
  signed_by text,
  content jsonb,
  delegation_id uuid,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT issued_paper_check CHECK (("left"(district_code, 2) = province_code)),
  CONSTRAINT issued_paper_check1 CHECK ((issued_on <= recorded_on)),
  CONSTRAINT issued_paper_kind_check CHECK ((kind = ANY (ARRAY['away_letter'::text, 'host_letter'::text, 'place_notice'::text, 'receiving_order'::text, 'officers_request'::text, 'referral_letter'::text, 'unlisted_letter'::text]))),
  CONSTRAINT issued_paper_secrecy_check CHECK ((secrecy = ANY (ARRAY['none'::text, 'confidential'::text]))),
  CONSTRAINT issued_paper_speed_check CHECK ((speed = ANY (ARRAY['none'::text, 'urgent'::text, 'very_urgent'::text, 'most_urgent'::text]))),
  CONSTRAINT issued_paper_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT issued_paper_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT issued_paper_pkey PRIMARY KEY (id)
);
CREATE INDEX issued_paper_kind_about_recorded_at_idx ON public.issued_paper USING btree (kind, about, recorded_at DESC);
CREATE INDEX issued_paper_province_code_district_code_issued_on_idx ON public.issued_paper USING btree (province_code, district_code, issued_on DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON issued_paper FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY province_write ON issued_paper FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code IS NULL) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY caseload_read ON issued_paper FOR SELECT TO r_account_officer
  USING (((kind = 'referral_letter'::text) AND (EXISTS ( SELECT
   FROM referral_link l
  WHERE ((l.id)::text = issued_paper.about)))));
CREATE POLICY district_read ON issued_paper FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON issued_paper FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON issued_paper TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON issued_paper TO r_account_officer, r_governor;
-- Owner: sukjai

-- ── public.office
-- How an office is reached by post and by telephone, for its papers. The newest row of an office counts: of the province
-- where neither is given, of a district, or of an agency in the province, with the title of its head.
CREATE TABLE office (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  agency text,
  address text,
  unit text,
  phone text,
  head text,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  reports_to text,
  CONSTRAINT office_check CHECK (("left"(district_code, 2) = province_code)),
  CONSTRAINT office_check1 CHECK (((district_code IS NULL) OR (agency IS NULL))),
  CONSTRAINT office_check2 CHECK (((head IS NOT NULL) = (agency IS NOT NULL))),
  CONSTRAINT office_reports_to_check CHECK (((reports_to IS NULL) OR ((district_code IS NULL) AND (agency IS NULL)))),
  CONSTRAINT office_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT office_pkey PRIMARY KEY (id)
);
CREATE INDEX office_province_code_district_code_agency_recorded_at_idx ON public.office USING btree (province_code, district_code, agency, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON office FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY province_write ON office FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code IS NULL) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY province_read ON office FOR SELECT TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON office TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON office TO r_account_officer, r_agency_officer, r_governor, r_receiving_officer;
-- Owner: sukjai

-- ── public.pack
-- Papers for a meeting: what was asked for and everything that its files say. Once made they never change.
CREATE TABLE pack (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  kind text NOT NULL,
  day date NOT NULL,
  round text,
  meeting_on date,
  requested_by_id uuid NOT NULL,
  requested_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  contents jsonb,
  made_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone,
  CONSTRAINT pack_check CHECK (((kind = 'round'::text) = (round IS NOT NULL))),
  CONSTRAINT pack_check1 CHECK (((contents IS NULL) = (made_at IS NULL))),
  CONSTRAINT pack_check2 CHECK (((district_code IS NULL) OR ("left"(district_code, 2) = province_code))),
  CONSTRAINT pack_kind_check CHECK ((kind = ANY (ARRAY['now'::text, 'day'::text, 'round'::text]))),
  CONSTRAINT pack_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT pack_pkey PRIMARY KEY (id)
);
CREATE INDEX pack_district_code_requested_at_idx ON public.pack USING btree (district_code, requested_at DESC);
CREATE UNIQUE INDEX pack_meeting_key ON public.pack USING btree (COALESCE(district_code, province_code), meeting_on) WHERE (meeting_on IS NOT NULL);
CREATE INDEX pack_province_code_requested_at_idx ON public.pack USING btree (province_code, requested_at DESC);
CREATE INDEX pack_requested_by_id_idx ON public.pack USING btree (requested_by_id);
-- Row security, for the owner as well
CREATE POLICY job ON pack FOR ALL TO r_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY district_ask ON pack FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((district_code = (SELECT app.district())) AND (requested_by_id = (SELECT app.uid())) AND (contents IS NULL) AND (meeting_on IS NULL)));
CREATE POLICY province_ask ON pack FOR INSERT TO r_governor, r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (requested_by_id = (SELECT app.uid())) AND (contents IS NULL) AND (meeting_on IS NULL)));
CREATE POLICY district_read ON pack FOR SELECT TO r_district_chief, r_district_secretary
  USING ((district_code = (SELECT app.district())));
CREATE POLICY province_read ON pack FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON pack TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
GRANT INSERT, SELECT, UPDATE (day, contents, made_at, failed_at) ON pack TO r_job;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.pack FOR EACH ROW EXECUTE FUNCTION app.pack_stays();
-- Owner: sukjai

-- ── public.paper_file
-- A file of an office: the garuda at the head of its papers (the newest counts), or the scan of a paper that was signed.
CREATE TABLE paper_file (
  id uuid NOT NULL,
  province_code text NOT NULL,
  district_code text,
  purpose text NOT NULL,
  kind text,
  about text,
  media_type text NOT NULL,
  content bytea NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT paper_file_check CHECK (("left"(district_code, 2) = province_code)),
  CONSTRAINT paper_file_check1 CHECK (((purpose = 'signed_scan'::text) = (kind IS NOT NULL))),
  CONSTRAINT paper_file_check2 CHECK (((kind IS NULL) = (about IS NULL))),
  CONSTRAINT paper_file_check3 CHECK (((purpose <> 'garuda'::text) OR (media_type = 'image/png'::text))),
  CONSTRAINT paper_file_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= ((10 * 1024) * 1024)))),
  CONSTRAINT paper_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  CONSTRAINT paper_file_purpose_check CHECK ((purpose = ANY (ARRAY['garuda'::text, 'signed_scan'::text]))),
  CONSTRAINT paper_file_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES officer(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT paper_file_pkey PRIMARY KEY (id)
);
CREATE INDEX paper_file_office_idx ON public.paper_file USING btree (province_code, district_code, purpose, recorded_at DESC);
CREATE INDEX paper_file_paper_idx ON public.paper_file USING btree (kind, about, recorded_at DESC);
-- Row security, for the owner as well
CREATE POLICY district_write ON paper_file FOR INSERT TO r_district_chief, r_district_secretary
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code = (SELECT app.district())) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY province_write ON paper_file FOR INSERT TO r_provincial_officer
  WITH CHECK (((province_code = (SELECT app.province())) AND (district_code IS NULL) AND (recorded_by_id = (SELECT app.uid()))));
CREATE POLICY district_read ON paper_file FOR SELECT TO r_district_chief, r_district_secretary
  USING (((province_code = (SELECT app.province())) AND ((purpose = 'garuda'::text) OR (district_code = (SELECT app.district())))));
CREATE POLICY garuda_read ON paper_file FOR SELECT TO r_account_officer, r_agency_officer, r_receiving_officer
  USING (((purpose = 'garuda'::text) AND (province_code = (SELECT app.province()))));
CREATE POLICY province_read ON paper_file FOR SELECT TO r_governor, r_provincial_officer
  USING ((province_code = (SELECT app.province())));
GRANT INSERT, SELECT ON paper_file TO r_district_chief, r_district_secretary, r_provincial_officer;
GRANT SELECT ON paper_file TO r_account_officer, r_agency_officer, r_governor, r_receiving_officer;
-- Owner: sukjai

-- ── app.pack_stays()
CREATE OR REPLACE FUNCTION app.pack_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.contents IS NOT NULL THEN RAISE EXCEPTION 'a pack stays as it was made' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $function$;
-- Owner: sukjai
