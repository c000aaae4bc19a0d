import { saysNothing, saysNothingOrZero } from "@/domain/import/nothing";
import { isPhone, phoneDigits } from "@/domain/phone";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/**
 * A value that was read otherwise than it stands in the file. `phone` and `houseNo` were damaged by a spreadsheet and are
 * mended with proof; of the others somebody should look at each.
 */
export const repairFields = [
  "phone",
  "houseNo",
  "houseDate",
  "birthSerial",
  "underAge",
  "rareAge",
  "rareIncome",
  "titleUnknown",
  "nameRemark",
] as const;
export type RepairField = (typeof repairFields)[number];
export type Repair = { field: RepairField; from: string; to: string };
export type Mended = { value: string | null; repair: Repair | null };

/** The repairs that have proof: they are told, and nobody need confirm them. */
export const provenRepairs: readonly RepairField[] = ["phone", "houseNo"];

/** A phone number; the 0 that a spreadsheet took from its front is put back. */
export function readPhone(text: string): Mended {
  if (saysNothingOrZero(text)) return { value: null, repair: null };
  const from = tidyThai(text);
  const digits = phoneDigits(from);
  if (isPhone(digits)) return { value: digits, repair: null };
  // Nine digits of a mobile number, eight of a landline (the area code begins with 2 to 7).
  const bare = digits.replace(/^(\d{8,9})0$/, (all, rest) => (/\.0$/.test(from) ? rest : all));
  if (!/^([689]\d{8}|[2-7]\d{7})$/.test(bare)) return { value: from, repair: null };
  const to = `0${bare}`;
  return { value: to, repair: { field: "phone", from, to } };
}

const months = {
  thai: "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค".split(" "),
  english: "jan feb mar apr may jun jul aug sep oct nov dec".split(" "),
};

/** How a house number that became a date was typed, once somebody has said it for the whole file. */
export type HouseOrder = "day_first" | "month_first";

/**
 * A house number; one that a spreadsheet turned into a date becomes a number again where what is left proves which: a month
 * and a year (ม.ค.-45 → 1/45), or a day and month as a Thai spreadsheet shows them (27-ม.ค. → 27/1). Any other date is
 * unknown until somebody has said how it was typed.
 */
export function readHouseNo(text: string, order: HouseOrder | null = null): Mended {
  if (saysNothingOrZero(text)) return { value: null, repair: null };
  const from = tidyThai(text);
  const plain = houseDigits(toArabicDigits(from));
  const dated = undated(plain);
  if (dated === null) return { value: plain, repair: null };
  if (typeof dated === "string")
    return { value: dated, repair: { field: "houseNo", from, to: dated } };
  const [day, month] = dated;
  const readings = { day_first: `${day}/${month}`, month_first: `${month}/${day}` };
  const to = order ? readings[order] : `${readings.day_first} | ${readings.month_first}`;
  return { value: order ? readings[order] : null, repair: { field: "houseDate", from, to } };
}

/** A number that became 27.0 is 27 again. */
function houseDigits(text: string): string {
  return text.replace(/^(\d+)\.0+$/, "$1");
}

/** What was typed, or its day and month where it cannot be said which stood first; null where it is no date. */
function undated(text: string): string | [day: number, month: number] | null {
  const named = /^(\d{1,2})[- ]([^\d\s-]{3,6})((?:[- ]\d{2,4})?)$/.exec(text);
  if (named) return dayAndMonth(named[1] ?? "", named[2] ?? "", named[3] ?? "");
  // "1/45" was read as January 1945 and shown as ม.ค.-45, or stands in a cell that shows month and year.
  const monthFirst = /^([^\d\s-]{3,6})-(?:\d{2})?(\d{2})$/.exec(text);
  if (monthFirst) return joined(monthNumber(monthFirst[1] ?? ""), monthFirst[2]);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(?:19|20|24|25)\d{2}$/.exec(text);
  if (slashes) return slashed(Number(slashes[1]), Number(slashes[2]));
  const cell = /^(?:\d{4})-(\d{2})-(\d{2})(?:[ T][\d:.]+Z?)?$/.exec(text);
  return cell ? [Number(cell[2]), Number(cell[1])] : null;
}

/** Only a Thai spreadsheet writes Thai months, and it reads the day first; an English one may have read either. */
function dayAndMonth(day: string, word: string, year: string) {
  const month = monthNumber(word);
  if (month === null || Number(day) > 31) return null;
  if (/^[ก-๛]/.test(word) && year === "") return joined(day, month);
  return [Number(day), month] as [number, number];
}

function slashed(first: number, second: number): string | [number, number] | null {
  if (first > 31 || second > 12) return null;
  return first > 12 ? joined(first, second) : [first, second];
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

/** หมู่, ม. or moo before a number. */
const villageWord = /(?:หมู่บ้านที่|หมู่ที่|หมู่|ม\.?|moo|mu)\s*\.?\s*0*(\d{1,2})(?![\d/])/i;

/** `หมู่ที่ 4`, `ม.๔`, `04`, `4.0`, `บ้านปง 2 หมู่ 14` → 14; null where there is no number from 1 to 99. */
export function readVillageNo(text: string): number | null {
  if (saysNothing(text)) return null;
  const plain = toArabicDigits(tidyThai(text));
  const digits =
    villageWord.exec(plain)?.[1] ?? /^\D*0*(\d{1,2})(?:\.0+)?(?![\d/.])/.exec(plain)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** `12/3 หมู่ 4` of a house number's column: the house, and the village behind it. */
export function splitHouse(text: string): { house: string; villageNo: number | null } {
  const plain = toArabicDigits(tidyThai(text));
  const found = /^(.*?\d.*?)[\s,]*(?:หมู่ที่|หมู่|ม\.)\s*0*(\d{1,2})(?![\d/])(.*)$/.exec(plain);
  if (!found) return { house: text, villageNo: null };
  const house = `${(found[1] ?? "").trim()} ${(found[3] ?? "").trim()}`.trim();
  return { house, villageNo: Number(found[2]) || null };
}
