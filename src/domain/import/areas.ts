import { districtOf, type NamedArea, provinceOf } from "@/domain/areas";
import { saysNothingOrZero } from "@/domain/import/nothing";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** The area words of one row of the list: names or codes; what the list does not say is "". */
export type AreaWords = { subdistrict: string; district: string; province: string };

export type AreaAnswer =
  | { ok: true; code: string }
  | { ok: false; reason: "AREA_UNKNOWN" }
  /** Codes of the subdistricts that fit equally well, in order. */
  | { ok: false; reason: "AREA_AMBIGUOUS"; candidates: string[] };

export type AreaIndex = { find: (words: AreaWords, homeProvince: string) => AreaAnswer };

type Level = "subdistrict" | "district" | "province";
type Names = ReadonlyMap<string, readonly string[]>;
/** Whether a subdistrict lies in what a word means. */
type Within = (subdistrict: string) => boolean;

/** What may stand before a name, with or without its dot; an authority is named after its area. */
const prefixes: Record<Level, RegExp> = {
  subdistrict:
    /^(?:ตำบล|แขวง|ต[. ]|องค์การบริหารส่วนตำบล|อบต\.?|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|เทศบาล|ท[ตมน]\.?(?=[ก-๙]{3}))\s*/,
  district: /^(?:กิ่งอำเภอ|กิ่งอ\.|กิ่ง|อำเภอ|เขต|อ[. ])\s*/,
  province: /^(?:จังหวัด|จ[. ])\s*/,
};
/** The same in names of the reference, which need no more. */
const plainPrefixes: Record<Level, RegExp> = {
  subdistrict: /^(ตำบล|แขวง|ต\.)/,
  district: /^(กิ่งอำเภอ|กิ่งอ\.|อำเภอ|เขต|อ\.)/,
  province: /^(จังหวัด|จ\.)/,
};
const digitsOf: Record<Level, number> = { province: 2, district: 4, subdistrict: 6 };
const bangkok = { code: "10", words: ["กทม", "กทม.", "กรุงเทพ", "กรุงเทพฯ"] };

/**
 * Finds the subdistrict that a row means, among areas of all three levels. A name is never enough by
 * itself where it occurs twice (น้ำชำ and แม่คำมี in Phrae), nothing is matched fuzzily (อ.สอง and อ.ลอง
 * differ by one letter), and what contradicts itself is unknown.
 */
export function buildAreaIndex(rows: readonly NamedArea[]): AreaIndex {
  const names = {
    province: namesOf(rows, "province"),
    district: namesOf(rows, "district"),
    subdistrict: namesOf(rows, "subdistrict"),
  };
  const subdistricts = new Set(rows.map(({ code }) => code).filter((code) => code.length === 6));
  const known = new Map<string, AreaAnswer>();

  const look = (words: AreaWords, home: string): AreaAnswer => {
    const inDistrict = areaMeant("district", words.district, names.district);
    const inProvince = areaMeant("province", words.province, names.province);
    const found = subdistrictsMeant(words, names.subdistrict, subdistricts).filter(
      (code) => inDistrict(code) && inProvince(code),
    );
    // A list that names no province is the list of the province that imports it.
    const blank = plainWord(words.province) === "";
    const atHome = blank ? found.filter((code) => provinceOf(code) === home) : [];
    return answer(atHome.length > 0 ? atHome : found);
  };
  return {
    find(words, home) {
      const key = `${words.subdistrict}|${words.district}|${words.province}|${home}`;
      const earlier = known.get(key);
      if (earlier) return earlier;
      const found = look(words, home);
      // A hostile file may name a new place in every row.
      if (known.size < 20_000) known.set(key, found);
      return found;
    },
  };
}

function answer(found: readonly string[]): AreaAnswer {
  const [code] = found;
  if (code === undefined) return { ok: false, reason: "AREA_UNKNOWN" };
  if (found.length === 1) return { ok: true, code };
  return { ok: false, reason: "AREA_AMBIGUOUS", candidates: found.slice(0, 12) };
}

function areaMeant(level: "district" | "province", word: string, names: Names): Within {
  const plain = plainWord(word);
  if (plain === "") return () => true;
  if (/^\d+$/.test(plain)) {
    if (plain.length === digitsOf[level]) return (code) => code.startsWith(plain);
    // One or two digits are a district's number in its province.
    const number = level === "district" && plain.length <= 2 ? plain.padStart(2, "0") : null;
    return (code) => code.slice(2, 4) === number;
  }
  const codes = codesNamed(level, word, names);
  return (subdistrict) => codes.some((code) => subdistrict.startsWith(code));
}

function subdistrictsMeant(words: AreaWords, names: Names, all: ReadonlySet<string>) {
  const plain = plainWord(words.subdistrict);
  if (!/^\d+$/.test(plain)) return codesNamed("subdistrict", words.subdistrict, names);
  // Eight digits are a village: its subdistrict's code and its number.
  if (plain.length === 6 || plain.length === 8)
    return all.has(plain.slice(0, 6)) ? [plain.slice(0, 6)] : [];
  // One or two digits count within the district, which must then be said.
  if (plain.length > 2 || plainWord(words.district) === "") return [];
  return [...all].filter((code) => code.endsWith(plain.padStart(2, "0")));
}

function namesOf(rows: readonly NamedArea[], level: Level): Names {
  const codesOf = new Map<string, string[]>();
  const add = (name: string, code: string) =>
    codesOf.set(name, [...(codesOf.get(name) ?? []), code]);
  const nameOf = new Map(rows.map(({ code, name }) => [code, plainWord(name)]));

  for (const { code, name } of rows) {
    if (code.length !== digitsOf[level]) continue;
    const plain = plainWord(name);
    add(bareName(level, plain), code);
    // อ.เมือง is the district that carries its province's name.
    if (level === "district" && plain === `เมือง${nameOf.get(provinceOf(districtOf(code)))}`)
      add("เมือง", code);
    if (level === "province" && code === bangkok.code)
      for (const word of bangkok.words) add(word, code);
  }
  return codesOf;
}

/** The areas of a name as it is written, or without what stands before it or in brackets behind it. */
function codesNamed(level: Level, word: string, names: Names): readonly string[] {
  for (const form of formsOf(level, word)) {
    const codes = names.get(form);
    if (codes) return codes;
  }
  return [];
}

function formsOf(level: Level, word: string): string[] {
  const tidy = toArabicDigits(tidyThai(word));
  const alone = tidy.replace(/\s*[([].*?[)\]]\s*/g, " ").trim();
  return [tidy, alone, alone.replace(prefixes[level], "")].map((form) =>
    bareName(level, form.replaceAll(" ", "")),
  );
}

function plainWord(text: string): string {
  if (saysNothingOrZero(text)) return "";
  return toArabicDigits(tidyThai(text)).replaceAll(" ", "");
}

function bareName(level: Level, plain: string): string {
  return plain.replace(plainPrefixes[level], "");
}

/** What one area of a file is called, whatever its spaces: an answer is given once for all rows that say the same. */
export function areaKey({ subdistrict, district, province }: AreaWords): string {
  return [subdistrict, district, province].map(plainWord).join("|");
}
