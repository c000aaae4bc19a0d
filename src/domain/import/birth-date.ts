import type { IsoDate } from "@/domain/calendar";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { readBirthDate } from "@/domain/thai-dates";

/** How much of a birth date the list knew. */
export type BirthPrecision = "day" | "month" | "year";

export type ReadBirth =
  | { ok: true; birthDate: IsoDate | null; precision: BirthPrecision | null }
  | { ok: false };

const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A birth date of the list. Empty is no fault (AGE_UNKNOWN, register of interpretations, no. 3). An
 * unknown day or month is written 00 or left out and read by Civil and Commercial Code s. 16.
 * @param latest the day on which ages are counted; nobody on the list was born later
 */
export function readListBirthDate(text: string, latest: IsoDate): ReadBirth {
  const plain = toArabicDigits(tidyThai(text));
  if (/^[-–—]?$/.test(plain)) return { ok: true, birthDate: null, precision: null };
  const { written, precision } = unified(plain);
  const read = readBirthDate(written);
  if (!read.ok || read.date > latest) return { ok: false };
  return { ok: true, birthDate: read.date, precision };
}

/** The writings that only lists have (25030501, 1-May-1960, พ.ค. 2503), in a form the calendar reads. */
function unified(plain: string): { written: string; precision: BirthPrecision } {
  if (/^(พ\.?ศ\.?|ค\.?ศ\.?)? ?\d{1,4}$/.test(plain)) return { written: plain, precision: "year" };
  const numbers = numbersOf(plain);
  if (numbers) {
    const [year, month, day] = numbers;
    // A day without its month says nothing more than the year.
    if (Number(month) === 0) return { written: year, precision: "year" };
    return { written: `${day}/${month}/${year}`, precision: Number(day) === 0 ? "month" : "day" };
  }
  const monthOnly = /^[ก-๛.]{3,} ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?\d{4}$/.test(plain);
  return monthOnly
    ? { written: `0 ${plain}`, precision: "month" }
    : { written: plain, precision: /^0{1,2}\D/.test(plain) ? "month" : "day" };
}

/** Year, month and day as written, where they are written as numbers (or with an English month). */
function numbersOf(plain: string): [year: string, month: string, day: string] | null {
  const text = plain.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, "");
  const dayFirst = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d+)$/.exec(text);
  if (dayFirst) return [dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? ""];
  const yearFirst = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(text);
  if (yearFirst) return [yearFirst[1] ?? "", yearFirst[2] ?? "", yearFirst[3] ?? ""];
  const english = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d+)$/i.exec(text);
  const month = englishMonths.indexOf((english?.[2] ?? "").toLowerCase()) + 1;
  if (english && month > 0) return [english[3] ?? "", String(month), english[1] ?? ""];
  return compact(text);
}

/** Eight digits without a sign: the registry's yyyymmdd, or ddmmyyyy where that is no date. */
function compact(text: string): [year: string, month: string, day: string] | null {
  if (!/^\d{8}$/.test(text)) return null;
  const yearFirst = [text.slice(0, 4), text.slice(4, 6), text.slice(6)] as const;
  const plausible =
    Number(yearFirst[0]) >= 1800 && Number(yearFirst[1]) <= 12 && Number(yearFirst[2]) <= 31;
  return plausible ? [...yearFirst] : [text.slice(4), text.slice(2, 4), text.slice(0, 2)];
}
