-- Drawings of provinces and districts, as an administrator sent them (docs/decisions/0054). Public as the areas are; rows are only added,
-- the newest of an area is shown.
CREATE TABLE "area_map" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    -- The province whose districts, or the district whose subdistricts, are drawn.
    "within_code" TEXT NOT NULL,
    "width" SMALLINT NOT NULL,
    "height" SMALLINT NOT NULL,
    "shapes" JSONB NOT NULL,
    -- Whose drawing it is, in words, as it stands below the map.
    "source" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "area_map_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "area_map_within_code_check" CHECK (within_code = province_code OR within_code ~ ('^' || province_code || '\d{2}$')),
    CONSTRAINT "area_map_shapes_check" CHECK (jsonb_typeof(shapes) = 'array')
);
CREATE INDEX "area_map_within_code_recorded_at_idx" ON "area_map"("within_code", "recorded_at" DESC);
ALTER TABLE "area_map" ADD CONSTRAINT "area_map_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "province"("code")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "area_map" ADD CONSTRAINT "area_map_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON area_map FOR EACH ROW EXECUTE FUNCTION app.never_changes();

ALTER TABLE "area_map" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "area_map" FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "area_map" TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary, r_administrator;
GRANT INSERT ON "area_map" TO r_administrator;
CREATE POLICY read_all ON "area_map" FOR SELECT TO r_administrator USING (true);
CREATE POLICY province_read ON "area_map" FOR SELECT TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary
  USING (province_code = (SELECT app.province()));
CREATE POLICY record ON "area_map" FOR INSERT TO r_administrator WITH CHECK (recorded_by_id = (SELECT app.uid()));
