import {
  fromBuddhistYear,
  type IsoDate,
  type IsoMonth,
  isoDateOf,
  partsOf,
  toBuddhistYear,
} from "@/domain/calendar";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** Month names as written in letters, January first. */
export const thaiMonths: readonly string[] = [
  "มกราคม",
  "กุมภาพันธ์",
  "มีนาคม",
  "เมษายน",
  "พฤษภาคม",
  "มิถุนายน",
  "กรกฎาคม",
  "สิงหาคม",
  "กันยายน",
  "ตุลาคม",
  "พฤศจิกายน",
  "ธันวาคม",
];

export const thaiShortMonths: readonly string[] = [
  "ม.ค.",
  "ก.พ.",
  "มี.ค.",
  "เม.ย.",
  "พ.ค.",
  "มิ.ย.",
  "ก.ค.",
  "ส.ค.",
  "ก.ย.",
  "ต.ค.",
  "พ.ย.",
  "ธ.ค.",
];

/** `2 มีนาคม 2561`. */
export function formatThaiDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${thaiMonths[month - 1]} ${toBuddhistYear(year)}`;
}

/** `2 มีนาคม พ.ศ. 2561`, as orders and notices are dated (ระเบียบงานสารบรรณ). */
export function formatThaiDateOfOrder(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${thaiMonths[month - 1]} พ.ศ. ${toBuddhistYear(year)}`;
}

/** `1 – 28 กุมภาพันธ์ 2561`, `26 กุมภาพันธ์ – 2 มีนาคม 2561`: what two days share is written once; one day alone. */
export function formatThaiPeriod(from: IsoDate, until: IsoDate): string {
  const first = partsOf(from);
  const last = partsOf(until);
  if (from === until) return formatThaiDate(until);
  if (first.year !== last.year) return `${formatThaiDate(from)} – ${formatThaiDate(until)}`;
  const month = first.month === last.month ? "" : ` ${thaiMonths[first.month - 1]}`;
  return `${first.day}${month} – ${formatThaiDate(until)}`;
}

/** `16.30`, as official Thai writes the `16:30` that is stored. */
export function formatThaiTime(time: string): string {
  return time.replace(":", ".");
}

/** `2 มี.ค. 61`. */
export function formatThaiDateShort(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${thaiShortMonths[month - 1]} ${twoDigits(year)}`;
}

/** `14 มี.ค.`, beside another date of the same year. */
export function formatThaiDay(date: IsoDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${thaiShortMonths[month - 1]}`;
}

/** `02/03/2561`, for tables and spreadsheets. */
export function formatThaiDateNumeric(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(day)}/${two(month)}/${toBuddhistYear(year)}`;
}

/** `มีนาคม 2561`. */
export function formatThaiMonth(month: IsoMonth): string {
  const parts = partsOf(`${month}-01`);
  return `${thaiMonths[parts.month - 1]} ${toBuddhistYear(parts.year)}`;
}

/** `มี.ค. 61`. */
export function formatThaiMonthShort(month: IsoMonth): string {
  const parts = partsOf(`${month}-01`);
  return `${thaiShortMonths[parts.month - 1]} ${twoDigits(parts.year)}`;
}

/** `มี.ค. 2561`, where the year is to be read in full. */
export function formatThaiMonthOfYear(month: IsoMonth): string {
  const parts = partsOf(`${month}-01`);
  return `${thaiShortMonths[parts.month - 1]} ${toBuddhistYear(parts.year)}`;
}

function twoDigits(year: number): string {
  return String(toBuddhistYear(year) % 100).padStart(2, "0");
}

export type DateFault = "NOT_A_DATE" | "TWO_DIGIT_YEAR" | "DOES_NOT_EXIST";
export type ReadDate = { ok: true; date: IsoDate } | { ok: false; fault: DateFault };

/**
 * A date as people type or paste it: `2/3/2561`, `02-03-2561`, `2 มี.ค. 2561`, `วันศุกร์ที่ 2 มีนาคม พ.ศ. ๒๕๖๑`,
 * `2018-03-02`, `2 Mar 2018`, `02032561`, with a time of day behind it or not; years above 2400 are B.E., others C.E.;
 * two-digit years are refused.
 */
export function readThaiDate(text: string): ReadDate {
  const written = writtenDate(text);
  return written ? toDate(written) : { ok: false, fault: "NOT_A_DATE" };
}

/**
 * A date that a person types or pastes into a form, who sees at once how it was read: as `readThaiDate`, and a year of
 * two digits is B.E., as this product itself writes it (`2 มี.ค. 61`). A list never gets this guess.
 */
export function readTypedDate(text: string): ReadDate {
  const written = writtenDate(text);
  if (!written) return { ok: false, fault: "NOT_A_DATE" };
  const { year } = written;
  return toDate(
    year.length === 2 ? { ...written, year: String(wholeYear(Number(year))) } : written,
  );
}

/** The B.E. year that two digits mean: 2481 to 2580. */
export function wholeYear(twoDigits: number): number {
  return twoDigits > 80 ? 2400 + twoDigits : 2500 + twoDigits;
}

/**
 * A birth date of the Ministry's list, which may know only the year, or have 00 for day or month:
 * an unknown day is the 1st, an unknown month January (docs/programme.md 7.2).
 */
export function readBirthDate(text: string): ReadDate {
  const year = /^(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d{1,4})$/.exec(toArabicDigits(tidyThai(text)))?.[1];
  const written = year ? { year, month: 0, day: 0 } : writtenDate(text);
  if (!written) return { ok: false, fault: "NOT_A_DATE" };
  if (written.month === 0 && written.day !== 0) return { ok: false, fault: "DOES_NOT_EXIST" };
  return toDate({ ...written, month: written.month || 1, day: written.day || 1 });
}

type Written = { year: string; month: number; day: number };

const separator = "\\s*[/.\\-–]\\s*";
const dayFirst = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d+)$`);
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})$`);
const named = /^(\d{1,2}) ?(?:เดือน ?)?([ก-๛.]+?) ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d+)$/;
const english = /^(\d{1,2})[ -]?([a-z]{3})[a-z]*\.?,?[ -]?(\d+)$/i;
const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Before a date: its day of the week; behind it: its time of day. */
const around =
  /^วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? ?(?=\d)|(?:[ T]| เวลา )\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?น\.| ?[AP]M)?Z?$/gi;

/** The three numbers as written, without judging them. */
function writtenDate(text: string): Written | null {
  const plain = toArabicDigits(tidyThai(text)).replace(around, "");
  const first = dayFirst.exec(plain);
  if (first) return { day: Number(first[1]), month: Number(first[2]), year: first[3] ?? "" };
  const last = yearFirst.exec(plain);
  if (last) return { year: last[1] ?? "", month: Number(last[2]), day: Number(last[3]) };
  const words = named.exec(plain) ?? english.exec(plain);
  const month = words ? monthNamed(words[2] ?? "") : 0;
  if (words && month > 0) return { day: Number(words[1]), month, year: words[3] ?? "" };
  return compactDate(plain);
}

/** Eight digits without a sign between: the registry's yyyymmdd, or ddmmyyyy where that is no date. */
export function compactDate(text: string): Written | null {
  if (!/^\d{8}$/.test(text)) return null;
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  if (Number(year) >= 1800 && Number(month) <= 12 && Number(day) <= 31)
    return { year, month: Number(month), day: Number(day) };
  return { year: text.slice(4), month: Number(text.slice(2, 4)), day: Number(text.slice(0, 2)) };
}

/** 1 to 12 of `มีนาคม`, `มี.ค.`, `มีค`, `Mar`; 0 where no month is called so. */
function monthNamed(word: string): number {
  const bare = word.replaceAll(".", "");
  const short = thaiShortMonths.findIndex((name) => name.replaceAll(".", "") === bare);
  const whole = short >= 0 ? short : thaiMonths.indexOf(bare);
  return (whole >= 0 ? whole : englishMonths.indexOf(bare.toLowerCase())) + 1;
}

function toDate({ year, month, day }: Written): ReadDate {
  if (year.length <= 2) return { ok: false, fault: "TWO_DIGIT_YEAR" };
  if (year.length !== 4) return { ok: false, fault: "NOT_A_DATE" };
  const number = Number(year);
  const date = isoDateOf(number > 2400 ? fromBuddhistYear(number) : number, month, day);
  return date ? { ok: true, date } : { ok: false, fault: "DOES_NOT_EXIST" };
}
