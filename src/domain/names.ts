import { normalizeThai, tidyThai, toArabicDigits } from "@/domain/thai";

/**
 * Titles and the ways they are written (DOPA's prefix list has 504; these are the ones a list of
 * card holders contains). `glued` spellings end in a way that no given name begins with, or are
 * so common before a name that they are split even without a space.
 */
const titles: readonly { title: string; spellings: readonly string[] }[] = [
  { title: "นาย", spellings: ["นาย"] },
  { title: "นางสาว", spellings: ["นางสาว", "น.ส.", "น.ส", "นส."] },
  { title: "นาง", spellings: ["นาง"] },
  { title: "ด.ช.", spellings: ["เด็กชาย", "ด.ช.", "ดช."] },
  { title: "ด.ญ.", spellings: ["เด็กหญิง", "ด.ญ.", "ดญ."] },
  { title: "ว่าที่ ร.ต.หญิง", spellings: ["ว่าที่ร้อยตรีหญิง", "ว่าที่ร.ต.หญิง", "ว่าที่ร.ต.ญ."] },
  { title: "ว่าที่ ร.ต.", spellings: ["ว่าที่ร้อยตรี", "ว่าที่ร.ต."] },
  { title: "ม.ร.ว.", spellings: ["หม่อมราชวงศ์", "ม.ร.ว."] },
  { title: "ม.ล.", spellings: ["หม่อมหลวง", "ม.ล."] },
  { title: "พระมหา", spellings: ["พระมหา"] },
  { title: "พระครู", spellings: ["พระครู"] },
  { title: "พระ", spellings: ["พระ"] },
  { title: "ส.ณ.", spellings: ["สามเณร", "ส.ณ."] },
  { title: "แม่ชี", spellings: ["แม่ชี"] },
  { title: "พล.อ.", spellings: ["พลเอก", "พล.อ."] },
  { title: "พ.ต.อ.", spellings: ["พันตำรวจเอก", "พ.ต.อ."] },
  { title: "พ.ต.ท.", spellings: ["พันตำรวจโท", "พ.ต.ท."] },
  { title: "พ.ต.ต.", spellings: ["พันตำรวจตรี", "พ.ต.ต."] },
  { title: "ร.ต.อ.", spellings: ["ร้อยตำรวจเอก", "ร.ต.อ."] },
  { title: "ร.ต.ท.", spellings: ["ร้อยตำรวจโท", "ร.ต.ท."] },
  { title: "ร.ต.ต.", spellings: ["ร้อยตำรวจตรี", "ร.ต.ต."] },
  { title: "พ.อ.", spellings: ["พันเอก", "พ.อ."] },
  { title: "พ.ท.", spellings: ["พันโท", "พ.ท."] },
  { title: "พ.ต.", spellings: ["พันตรี", "พ.ต."] },
  { title: "ร.อ.", spellings: ["ร้อยเอก", "ร.อ."] },
  { title: "ร.ท.", spellings: ["ร้อยโท", "ร.ท."] },
  { title: "ร.ต.", spellings: ["ร้อยตรี", "ร.ต."] },
  { title: "ด.ต.", spellings: ["ดาบตำรวจ", "ด.ต."] },
  { title: "จ.ส.ต.", spellings: ["จ่าสิบตำรวจ", "จ.ส.ต."] },
  { title: "จ.ส.อ.", spellings: ["จ่าสิบเอก", "จ.ส.อ."] },
  { title: "จ.ส.ท.", spellings: ["จ่าสิบโท", "จ.ส.ท."] },
  { title: "ส.ต.อ.", spellings: ["สิบตำรวจเอก", "ส.ต.อ."] },
  { title: "ส.ต.ท.", spellings: ["สิบตำรวจโท", "ส.ต.ท."] },
  { title: "ส.ต.ต.", spellings: ["สิบตำรวจตรี", "ส.ต.ต."] },
  { title: "ส.อ.", spellings: ["สิบเอก", "ส.อ."] },
  { title: "ส.ท.", spellings: ["สิบโท", "ส.ท."] },
  { title: "ส.ต.", spellings: ["สิบตรี", "ส.ต."] },
  { title: "ดร.", spellings: ["ดร."] },
];

/** The titles a form offers, the usual ones first. */
export const nameTitles: readonly string[] = titles.map(({ title }) => title);

/** Longest first, so that นางสาว is not read as นาง + สาว; there may be a space between all letters. */
const spellings = titles
  .flatMap(({ title, spellings }) => spellings.map((spelling) => ({ title, spelling })))
  .sort((a, b) => b.spelling.length - a.spelling.length)
  .map(({ title, spelling }) => ({ title, pattern: patternOf(spelling) }));

function patternOf(spelling: string): RegExp {
  const spaced = spelling.replace(/^ว่าที่/, "ว่าที่ ?").replace(/\./g, "\\. ?").replace(/ \?$/, "");
  return new RegExp(`^${spaced}(.*)$`);
}

/** A vowel sign or tone mark: no name begins with one, so the "title" was part of a word. */
const mark = /^[ะ-ฺ็-๎]/;

/** The title at the start of a name, glued or not, and what follows; no title gives "". */
export function splitTitle(text: string): { title: string; rest: string } {
  const tidy = tidyThai(text);
  for (const { title, pattern } of spellings) {
    const rest = pattern.exec(tidy)?.[1];
    if (rest === undefined || rest === "" || mark.test(rest)) continue;
    return { title, rest: rest.trim() };
  }
  return { title: "", rest: tidy };
}

/** The usual spelling of a title written alone (`น.ส.` and `นส` are นางสาว); others stay as they are. */
export function readTitle(text: string): string {
  const tidy = tidyThai(text);
  const bare = (spelling: string) => spelling.replace(/[. ]/g, "");
  const known = titles.find(({ title, spellings }) =>
    [title, ...spellings].some((spelling) => bare(spelling) === bare(tidy)),
  );
  return known ? known.title : tidy;
}

export type FullName = { title: string; firstName: string; lastName: string };

/** Title, given name and surname; the surname may be empty, and may have spaces (ณ เชียงใหม่). */
export function splitFullName(text: string): FullName {
  const { title, rest } = splitTitle(text);
  const [firstName = "", ...others] = rest.split(" ");
  return { title, firstName, lastName: others.join(" ") };
}

/** What a stored name is searched by: no spaces or dots, one form of every letter and digit. */
export function nameSearchKey(firstName: string, lastName: string): string {
  return squeeze(`${firstName}${lastName}`);
}

/** What an officer typed, in the form of `nameSearchKey`; a title before the name is left out. */
export function nameQueryKey(text: string): string {
  return squeeze(splitTitle(text).rest);
}

function squeeze(text: string): string {
  return toArabicDigits(normalizeThai(text))
    .replace(/[\s.,\-\u2010-\u2015'"’“”()]/g, "")
    .toLowerCase();
}
