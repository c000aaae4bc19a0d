/** A day of the Gregorian calendar, `YYYY-MM-DD`. Strings sort as the days do. */
export type IsoDate = string;
/** A month, `YYYY-MM`. Strings sort as the months do. */
export type IsoMonth = string;

const isoForm = /^\d{4}-\d{2}-\d{2}$/;
const buddhistEra = 543;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month of a C.E. year; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of these numbers (C.E. year), or null where the calendar has no such day. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  return isDay(year, month, day) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** True for `YYYY-MM-DD` of a day that exists. */
export function isIsoDate(text: string): boolean {
  return isoForm.test(text) && isDay(...numbersOf(text));
}

/** Year, month and day of a text in the form of a date. */
function numbersOf(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** True for `YYYY-MM` of a month that exists. */
export function isIsoMonth(text: string): boolean {
  return isIsoDate(`${text}-01`);
}

/** Year, month (1–12) and day of a valid date, in C.E. */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  if (!isIsoDate(date)) throw new RangeError(`Not a date: ${date}`);
  const [year, month, day] = numbersOf(date);
  return { year, month, day };
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

/** The month `count` months later (earlier where negative). */
export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const { year, month: number } = partsOf(`${month}-01`);
  const index = year * 12 + number - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}`;
}

export function monthAfter(month: IsoMonth): IsoMonth {
  return addMonths(month, 1);
}

/** Months from one to the other: 0 for the same month, negative where `until` is the earlier. */
export function monthsBetween(from: IsoMonth, until: IsoMonth): number {
  const a = partsOf(`${from}-01`);
  const b = partsOf(`${until}-01`);
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** Completed years on a day. Somebody born on 29 February is a year older on 1 March. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Days since 1 March of the year 0; whole numbers, so that days can be counted. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day - 1;
}

function dateOfDayNumber(days: number): IsoDate {
  let year = Math.floor(days / 365.2425);
  // The estimate is at most a year off; 1 March of `year` is its first day in this count.
  while (dayNumber(`${pad(year + 1, 4)}-03-01`) <= days) year += 1;
  while (dayNumber(`${pad(year, 4)}-03-01`) > days) year -= 1;
  const dayOfYear = days - dayNumber(`${pad(year, 4)}-03-01`);
  const monthFromMarch = Math.floor((dayOfYear * 5 + 2) / 153);
  const day = dayOfYear - Math.floor((monthFromMarch * 153 + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return `${pad(month <= 2 ? year + 1 : year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The day `count` days later (earlier where negative), within the years 2 to 9998. */
export function addDays(date: IsoDate, count: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + count);
}

/** Days from one to the other: 0 for the same day, negative where `until` is the earlier. */
export function daysBetween(from: IsoDate, until: IsoDate): number {
  return dayNumber(until) - dayNumber(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: IsoDate): number {
  return (dayNumber(date) + 3) % 7;
}

/** Monday to Friday, and not in the list of holidays. */
export function isWorkingDay(date: IsoDate, holidays: readonly IsoDate[]): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date);
}

/** The working days from the first to the last day, both included; none where they are swapped. */
export function workingDays(from: IsoDate, until: IsoDate, holidays: readonly IsoDate[]) {
  const days: IsoDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) days.push(day);
  return days;
}

/** B.E. is C.E. + 543, also before 2484 (register of interpretations, no. 3). */
export function toBuddhistYear(year: number): number {
  return year + buddhistEra;
}

export function fromBuddhistYear(year: number): number {
  return year - buddhistEra;
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}
