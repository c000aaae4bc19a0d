import type { ClientBase } from "pg";
import { districtOf, provinceOf } from "@/domain/areas";
import { referenceAreas } from "@/server/areas/reference";

/**
 * Writes the country's areas as the database's owner: adds new ones, corrects names, deletes nothing. A second run
 * changes nothing.
 */
export async function loadAreas(owner: ClientBase) {
  const { provinces, districts, subdistricts } = referenceAreas();
  await owner.query(
    `INSERT INTO province (code, name) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE province.name <> excluded.name`,
    [provinces.map(({ code }) => code), provinces.map(({ name }) => name)],
  );
  await owner.query(
    `INSERT INTO district (code, province_code, name) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE district.name <> excluded.name`,
    [
      districts.map(({ code }) => code),
      districts.map(({ code }) => provinceOf(code)),
      districts.map(({ name }) => name),
    ],
  );
  await owner.query(
    `INSERT INTO subdistrict (code, district_code, name) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE subdistrict.name <> excluded.name`,
    [
      subdistricts.map(({ code }) => code),
      subdistricts.map(({ code }) => districtOf(code)),
      subdistricts.map(({ name }) => name),
    ],
  );
  return {
    provinces: provinces.length,
    districts: districts.length,
    subdistricts: subdistricts.length,
  };
}
