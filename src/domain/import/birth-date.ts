import { addDays, ageOn, type IsoDate } from "@/domain/calendar";
import { saysNothing } from "@/domain/import/nothing";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { compactDate, readBirthDate } from "@/domain/thai-dates";

/** How much of a birth date the list knew. */
export type BirthPrecision = "day" | "month" | "year";

/** Which of two numbers is the day: one judgement for a whole column, never for one date alone. */
export type DateOrder = "day_first" | "month_first";

/** What the dates of one column have shown together. */
export type DateColumn = {
  /** Null where its dates contradict each other and nobody has said which they are. */
  order: DateOrder | null;
  /** Its dates are the day numbers of a spreadsheet. */
  serials: boolean;
};
export const usualDates: DateColumn = { order: "day_first", serials: false };

export type ReadBirth =
  | { ok: true; birthDate: IsoDate | null; precision: BirthPrecision | null }
  | { ok: false; reason: "BIRTH_DATE_INVALID" | "BIRTH_DATE_ORDER" };

/** Nobody is older: docs/programme.md 7.2. Years. */
export const oldestAge = 120;
/** The registration of 2560 was for those who were as old. Years. */
export const youngestAge = 18;
/** Card holders of this age are told of, for a year that was converted wrongly looks so. Years. */
export const rareAge = 100;

const englishMonths = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A birth date of the list. Nothing said is no fault (AGE_UNKNOWN, register of interpretations, no. 3). An
 * unknown day or month is written 00 or left out and read by Civil and Commercial Code s. 16.
 * @param countedOn the day on which ages are counted; nobody on the list was born later, or 120 years before
 * @param column what its column has shown
 */
export function readListBirthDate(
  text: string,
  countedOn: IsoDate,
  { order, serials }: DateColumn = usualDates,
): ReadBirth {
  if (saysNothing(text)) return { ok: true, birthDate: null, precision: null };
  const plain = toArabicDigits(tidyThai(text)).replace(
    /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i,
    "",
  );
  const turned = orderOf(plain);
  if (order === null && turned) return { ok: false, reason: "BIRTH_DATE_ORDER" };
  const { written, precision } = unified(
    order === "month_first" ? dayFirst(plain) : plain,
    serials,
  );
  const read = readBirthDate(written);
  if (!read.ok || read.date > countedOn || ageOn(read.date, countedOn) > oldestAge)
    return { ok: false, reason: "BIRTH_DATE_INVALID" };
  return { ok: true, birthDate: read.date, precision };
}

const twoNumbers = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?\d{2,}$/;

/**
 * What a written date says about the order of its column: `day_first` or `month_first` where only one can be, "either" where
 * both can, null where the order does not show (a month in letters, the year first, the same number twice).
 */
export function orderOf(text: string): DateOrder | "either" | null {
  const found = twoNumbers.exec(toArabicDigits(tidyThai(text)));
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first === 0 || second === 0 || first === second) return null;
  if (first > 12) return second > 12 ? null : "day_first";
  return second > 12 ? "month_first" : "either";
}

function dayFirst(plain: string): string {
  return plain.replace(/^(\d{1,2})( ?[-/.] ?)(\d{1,2})(?=\D)/, "$3$2$1");
}

/** The writings that only lists have (25030501, 1-May-1960, พ.ค. 2503), in a form the calendar reads. */
function unified(plain: string, serials: boolean): { written: string; precision: BirthPrecision } {
  if (/^(พ\.?ศ\.?|ค\.?ศ\.?)? ?\d{1,4}$/.test(plain)) return { written: plain, precision: "year" };
  const serial = serials ? ofSerial(plain) : null;
  if (serial) return { written: serial, precision: "day" };
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

/** Whether a text may be a spreadsheet's day number. */
export function isSerial(text: string): boolean {
  return /^\d{5}(?:\.\d+)?$/.test(toArabicDigits(text).trim());
}

/** Five digits are the days since 30 Dec 1899 that a spreadsheet shows where a cell lost its date format. */
function ofSerial(plain: string): string | null {
  return isSerial(plain) ? addDays("1899-12-30", Math.trunc(Number(plain))) : null;
}

/** Year, month and day as written, where they are written as numbers (or with an English month). */
function numbersOf(text: string): [year: string, month: string, day: string] | null {
  const dayFirst = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d+)$/.exec(text);
  if (dayFirst) return [dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? ""];
  const yearFirst = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(text);
  if (yearFirst) return [yearFirst[1] ?? "", yearFirst[2] ?? "", yearFirst[3] ?? ""];
  const english = /^(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*\.?,?[ -](\d+)$/i.exec(text);
  const month = englishMonths.indexOf((english?.[2] ?? "").toLowerCase()) + 1;
  if (english && month > 0) return [english[3] ?? "", String(month), english[1] ?? "0"];
  const compact = compactDate(text);
  return compact && [compact.year, String(compact.month), String(compact.day)];
}
