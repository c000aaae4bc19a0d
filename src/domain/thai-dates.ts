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

function twoDigits(year: number): string {
  return String(toBuddhistYear(year) % 100).padStart(2, "0");
}

export type DateFault = "NOT_A_DATE" | "TWO_DIGIT_YEAR" | "DOES_NOT_EXIST";
export type ReadDate = { ok: true; date: IsoDate } | { ok: false; fault: DateFault };

/**
 * A date as people type it: `2/3/2561`, `02-03-2561`, `2 มี.ค. 2561`, `2 มีนาคม พ.ศ. ๒๕๖๑`,
 * `2018-03-02`; years above 2400 are B.E., others C.E.; two-digit years are refused.
 */
export function readThaiDate(text: string): ReadDate {
  const written = writtenDate(text);
  return written ? toDate(written) : { ok: false, fault: "NOT_A_DATE" };
}

/**
 * A birth date of the Ministry's list, which may know only the year, or have 00 for day or month:
 * an unknown day is the 1st, an unknown month January (docs/programme.md 7.2).
 */
export function readBirthDate(text: string): ReadDate {
  const year = /^(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d+)$/.exec(toArabicDigits(tidyThai(text)))?.[1];
  const written = year ? { year, month: 0, day: 0 } : writtenDate(text);
  if (!written) return { ok: false, fault: "NOT_A_DATE" };
  if (written.month === 0 && written.day !== 0) return { ok: false, fault: "DOES_NOT_EXIST" };
  return toDate({ ...written, month: written.month || 1, day: written.day || 1 });
}

type Written = { year: string; month: number; day: number };

const separator = "\\s*[/.\\-]\\s*";
const time = "(?:[ T]0?0:00(?::00(?:\\.0+)?)?)?";
const dayFirst = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d+)${time}$`);
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})${time}$`);
const named = /^(?:วันที่ ?)?(\d{1,2}) ?(?:เดือน ?)?([ก-๛.]+?) ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d+)$/;

/** The three numbers as written, without judging them. */
function writtenDate(text: string): Written | null {
  const plain = toArabicDigits(tidyThai(text));
  const first = dayFirst.exec(plain);
  if (first) return { day: Number(first[1]), month: Number(first[2]), year: first[3] ?? "" };
  const last = yearFirst.exec(plain);
  if (last) return { year: last[1] ?? "", month: Number(last[2]), day: Number(last[3]) };
  const words = named.exec(plain);
  const month = words ? monthNamed(words[2] ?? "") : 0;
  return words && month > 0 ? { day: Number(words[1]), month, year: words[3] ?? "" } : null;
}

/** 1 to 12 of `มีนาคม`, `มี.ค.`, `มีค`; 0 where no month is called so. */
function monthNamed(word: string): number {
  const bare = word.replaceAll(".", "");
  const short = thaiShortMonths.findIndex((name) => name.replaceAll(".", "") === bare);
  return (short >= 0 ? short : thaiMonths.indexOf(bare)) + 1;
}

function toDate({ year, month, day }: Written): ReadDate {
  if (year.length <= 2) return { ok: false, fault: "TWO_DIGIT_YEAR" };
  if (year.length !== 4) return { ok: false, fault: "NOT_A_DATE" };
  const number = Number(year);
  const date = isoDateOf(number > 2400 ? fromBuddhistYear(number) : number, month, day);
  return date ? { ok: true, date } : { ok: false, fault: "DOES_NOT_EXIST" };
}
