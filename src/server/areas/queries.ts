import type { Transaction } from "@/server/db";
import { database } from "@/server/db";

/** Areas are reference data, public and the same for everybody, so a query needs no actor. */
type Reader = Transaction | ReturnType<typeof database>;

/** District code → name, for the whole country or one province. */
export async function listDistrictNames(
  provinceCode?: string,
  tx: Reader = database(),
): Promise<Record<string, string>> {
  const rows = await tx.district.findMany({
    where: provinceCode ? { provinceCode } : {},
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  });
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

/** Subdistrict code → name in a district. */
export async function listSubdistrictNames(
  districtCode: string,
  tx: Reader = database(),
): Promise<Record<string, string>> {
  const rows = await tx.subdistrict.findMany({
    where: { districtCode },
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  });
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

/** The subdistricts of a district or a province with the names of their districts, in order of code. */
export async function listSubdistricts(
  area: { districtCode: string } | { provinceCode: string },
  tx: Reader = database(),
) {
  const rows = await tx.subdistrict.findMany({
    where: { district: "districtCode" in area ? { code: area.districtCode } : area },
    select: { code: true, name: true, district: { select: { name: true } } },
    orderBy: { code: "asc" },
  });
  return rows.map(({ code, name, district }) => ({ code, name, district: district.name }));
}

/** The names of a district and its province. Unknown codes give empty names. */
export async function getAreaNames(
  { provinceCode, districtCode }: { provinceCode: string | null; districtCode: string | null },
  tx: Reader = database(),
) {
  const province = provinceCode
    ? await tx.province.findUnique({ where: { code: provinceCode } })
    : null;
  const district = districtCode
    ? await tx.district.findUnique({ where: { code: districtCode } })
    : null;
  return { province: province?.name ?? null, district: district?.name ?? null };
}

/** Every province of the country, in the order of the Thai alphabet. */
export async function listProvinceNames(tx: Reader = database()) {
  return tx.province.findMany({ select: { code: true, name: true }, orderBy: { name: "asc" } });
}
