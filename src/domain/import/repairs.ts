import { tidyThai, toArabicDigits } from "@/domain/thai";

/** A value that a spreadsheet had damaged and that could be mended without guessing; it is listed. */
export type Repair = { field: "phone" | "houseNo"; from: string; to: string };
export type Mended = { value: string | null; repair: Repair | null };

/** A phone number; the 0 that a spreadsheet took from its front is put back. */
export function readPhone(text: string): Mended {
  const from = tidyThai(text);
  if (/^[-–—]?$/.test(from)) return { value: null, repair: null };
  const digits = toArabicDigits(from)
    .replace(/[\s\-–().]/g, "")
    .replace(/^\+?66(?=\d{8,9}$)/, "0");
  if (/^0\d{8,9}$/.test(digits)) return { value: digits, repair: null };
  // Nine digits of a mobile number, eight of a landline (the area code begins with 2 to 7).
  if (!/^([689]\d{8}|[2-7]\d{7})$/.test(digits)) return { value: from, repair: null };
  const to = `0${digits}`;
  return { value: to, repair: { field: "phone", from, to } };
}

const months = {
  thai: "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค".split(" "),
  english: "jan feb mar apr may jun jul aug sep oct nov dec".split(" "),
};

/** A house number; one that a spreadsheet turned into a date becomes a number again (27-ม.ค. → 27/1). */
export function readHouseNo(text: string): Mended {
  const from = tidyThai(text);
  if (/^[-–—]?$/.test(from)) return { value: null, repair: null };
  const to = undated(toArabicDigits(from));
  return to === null
    ? { value: from, repair: null }
    : { value: to, repair: { field: "houseNo", from, to } };
}

function undated(text: string): string | null {
  const named = /^(\d{1,2})[- ]([^\d\s-]{3,6})(?:[- ]\d{2,4})?$/.exec(text);
  if (named) return joined(named[1], monthNumber(named[2] ?? ""));
  // "1/45" was read as January 1945 and shown as ม.ค.-45.
  const monthFirst = /^([^\d\s-]{3,6})-(\d{2})$/.exec(text);
  if (monthFirst) return joined(monthNumber(monthFirst[1] ?? ""), monthFirst[2]);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/((?:19|20|24|25)\d{2})$/.exec(text);
  if (slashes) return Number(slashes[2]) <= 12 ? joined(slashes[1], Number(slashes[2])) : null;
  const cell = /^(\d{4})-(\d{2})-(\d{2})(?:[ T][\d:.]+Z?)?$/.exec(text);
  if (!cell) return null;
  const [year, month, day] = [Number(cell[1]), Number(cell[2]), Number(cell[3])];
  // The first of a month in another century than the list's is a typed "month/yy" as well.
  return day === 1 && year < 2000 ? joined(month, String(year).slice(2)) : joined(day, month);
}

function joined(
  first: string | number | undefined | null,
  second: string | number | undefined | null,
) {
  return first && second ? `${Number(first)}/${Number(second)}` : null;
}

/** 1 to 12, or null where no month is called so. */
function monthNumber(word: string): number | null {
  const bare = word.replaceAll(".", "").toLowerCase();
  const place = Math.max(months.thai.indexOf(bare), months.english.indexOf(bare));
  return place >= 0 ? place + 1 : null;
}

/** `หมู่ที่ 4`, `ม.๔` and `04` are 4; null where there is no number from 1 to 99. */
export function readVillageNo(text: string): number | null {
  const digits = /^\D*0*(\d{1,2})(?!\d)/.exec(toArabicDigits(tidyThai(text)))?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
