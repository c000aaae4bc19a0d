import type { Transaction } from "@/server/db";
import { database } from "@/server/db";

/** Areas are reference data, public and the same for everybody, so a query needs no actor. */
type Reader = Transaction | ReturnType<typeof database>;

/** Districts that were found, by province: they do not change while the server runs, and many pages name one. */
const districts = new Map<string | undefined, Readonly<Record<string, string>>>();

/** District code → name, for the whole country or one province. */
export async function listDistrictNames(
  provinceCode?: string,
  tx: Reader = database(),
): Promise<Readonly<Record<string, string>>> {
  const known = districts.get(provinceCode);
  if (known) return known;
  const rows = await tx.district.findMany({
    where: provinceCode ? { provinceCode } : {},
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  });
  const found = Object.fromEntries(rows.map(({ code, name }) => [code, name]));
  if (rows.length > 0) districts.set(provinceCode, found);
  return found;
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

/** Names that were found, by code: they do not change while the server runs, and each page shows two of them. */
const names = new Map<string, string>();

async function nameOf(
  code: string | null,
  find: (code: string) => Promise<{ name: string } | null>,
) {
  if (!code) return null;
  const name = names.get(code) ?? (await find(code))?.name;
  if (name !== undefined) names.set(code, name);
  return name ?? null;
}

/** The names of a district and its province; null for a code that is unknown. */
export async function getAreaNames(
  { provinceCode, districtCode }: { provinceCode: string | null; districtCode: string | null },
  tx: Reader = database(),
) {
  return {
    province: await nameOf(provinceCode, (code) => tx.province.findUnique({ where: { code } })),
    district: await nameOf(districtCode, (code) => tx.district.findUnique({ where: { code } })),
  };
}

/** Every province of the country, in the order of the Thai alphabet. */
export async function listProvinceNames(tx: Reader = database()) {
  return tx.province.findMany({ select: { code: true, name: true }, orderBy: { name: "asc" } });
}
