import { tidyThai, toArabicDigits } from "@/domain/thai";

/** A province (2 digits), district (4) or subdistrict (6) by its official code. */
export type Area = { code: string; name: string };

export const bangkok = "10";

/** `54` of any code of an area. */
export function provinceOf(code: string): string {
  return code.slice(0, 2);
}

/** `5403` of the code of a district, subdistrict or village. */
export function districtOf(code: string): string {
  return code.slice(0, 4);
}

/** What a list says about where someone lives: names, with or without ต. อ. จ., or codes. */
export type WrittenArea = { subdistrict: string; district: string; province: string };

export type AreaMatch =
  | { ok: true; code: string }
  | { ok: false; fault: "AREA_UNKNOWN" }
  /** Codes of the subdistricts that fit equally well, in order. */
  | { ok: false; fault: "AREA_AMBIGUOUS"; candidates: string[] };

export type AreaIndex = (written: WrittenArea) => AreaMatch;

type Level = "subdistrict" | "district" | "province";

const prefixes: Record<Level, RegExp> = {
  subdistrict: /^(?:ตำบล|ต\.|แขวง) ?/,
  district: /^(?:อำเภอ|อ\.|เขต|กิ่งอำเภอ|กิ่งอ\.) ?/,
  province: /^(?:จังหวัด|จ\.) ?/,
};

const bangkokNames = new Set(["กทม", "กทม.", "กรุงเทพ", "กรุงเทพฯ", "กรุงเทพมหานคร"]);

/**
 * Finds subdistricts by what a list says about them. Names are compared exactly (อ.สอง and อ.ลอง
 * differ by a letter, so nothing is guessed); เมือง alone is the capital district. What is left blank
 * does not narrow, except that a blank province is `home`'s where a subdistrict there fits. Two that
 * fit (น้ำชำ stands twice in Phrae) are ambiguous, never chosen.
 */
export function indexAreas(
  areas: { provinces: Area[]; districts: Area[]; subdistricts: Area[] },
  home: string | null = null,
): AreaIndex {
  const names = new Map(
    [...areas.provinces, ...areas.districts, ...areas.subdistricts].map(({ code, name }) => [
      code,
      name,
    ]),
  );
  const byName = new Map<string, string[]>();
  for (const { code, name } of areas.subdistricts)
    byName.set(name, [...(byName.get(name) ?? []), code]);

  const isCalled = (code: string, level: Level, text: string) => {
    if (/^\d+$/.test(text)) return code === text;
    const name = names.get(code);
    if (level === "province" && bangkokNames.has(text)) return code === bangkok;
    return text === "เมือง" && level === "district"
      ? name === `เมือง${names.get(provinceOf(code))}`
      : name === text;
  };

  return (written) => {
    const subdistrict = readArea("subdistrict", written.subdistrict);
    const district = readArea("district", written.district);
    const province = readArea("province", written.province);

    const named = /^\d+$/.test(subdistrict)
      ? names.has(subdistrict) && subdistrict.length === 6
        ? [subdistrict]
        : []
      : (byName.get(subdistrict) ?? []);
    const fitting = named
      .filter((code) => district === "" || isCalled(districtOf(code), "district", district))
      .filter((code) => province === "" || isCalled(provinceOf(code), "province", province));
    const atHome = province === "" ? fitting.filter((code) => provinceOf(code) === home) : [];
    const candidates = atHome.length > 0 ? atHome : fitting;

    const [code] = candidates;
    if (code === undefined) return { ok: false, fault: "AREA_UNKNOWN" };
    if (candidates.length > 1) return { ok: false, fault: "AREA_AMBIGUOUS", candidates };
    return { ok: true, code };
  };
}

/** A name without its prefix, or a code in Arabic digits; a dash is a blank. */
function readArea(level: Level, text: string): string {
  const tidy = toArabicDigits(tidyThai(text));
  return tidy === "-" ? "" : tidy.replace(prefixes[level], "").trim();
}
