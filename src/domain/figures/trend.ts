import { addDays, type IsoDate, isWorkingDay, workingDays } from "@/domain/calendar";
import { fieldDaysLeft } from "@/domain/caseload";
import type { Period } from "@/domain/rules/rule-set";

/** ทุกคน of an area on a day: the numbers of 16:30, or those of this moment. */
export type TrendDay = {
  day: IsoDate;
  /** Null: kept when ทุกคน had three blocks. */
  answered: number | null;
  /** Answered, and met and waiting. */
  met: number;
  total: number;
  released: number;
};

/** When the last of ทุกคน will have answered if it goes on like the days before. */
export type TrendEnd =
  | { says: "done" }
  /** The home visits have not begun, or there are not two days to go by. */
  | { says: "not_begun" | "unknown" }
  /** Nobody has answered in the days before. */
  | { says: "standstill" }
  /** Not within the years for which the calendar is looked at. */
  | { says: "never" }
  | { says: "on_time" | "late"; day: IsoDate };

export type Trend = {
  /** The oldest first; the last is this moment. */
  days: readonly TrendDay[];
  /** Who has to answer: all without those who have left. */
  goal: number;
  answered: number;
  until: IsoDate;
  /** The straight line to the goal on the last day of the home visits; null once that day is over. */
  needed: { from: IsoDate; answered: number } | null;
  /** Answers on each working day that is left, rounded up; null where none is left. */
  neededPerDay: number | null;
  /** Answers a working day, of the last five or as many as are known; null of fewer than two days with numbers. */
  recentPerDay: number | null;
  end: TrendEnd;
};

/** Working days over which the rate is taken, as "ได้คำตอบเพิ่ม 5 วันทำการล่าสุด". */
const recentDays = 5;
/** How far ahead an end is looked for, in working days: two years. */
const longest = 500;

/**
 * How far ทุกคน is, how fast, and when it will be finished. The rate is of the numbers of 16:30 alone, so that it says the same all
 * day; what is left is of this moment.
 * @param taken the numbers of 16:30, the oldest first
 * @param now the numbers of this moment
 */
export function trendOf({
  taken,
  now,
  today,
  fieldwork,
  holidays,
}: {
  taken: readonly TrendDay[];
  now: Omit<TrendDay, "day" | "answered"> & { answered: number };
  today: IsoDate;
  fieldwork: Period;
  holidays: readonly IsoDate[];
}): Trend {
  const goal = now.total - now.released;
  const left = goal - now.answered;
  const daysLeft = fieldDaysLeft(today, fieldwork, holidays);
  const recentPerDay = rateOf(taken, holidays);
  return {
    days: [...taken.filter(({ day }) => day < today), { ...now, day: today }],
    goal,
    answered: now.answered,
    until: fieldwork.until,
    needed: today > fieldwork.until ? null : startOf(taken, now.answered, today, fieldwork),
    neededPerDay: left <= 0 ? 0 : daysLeft === 0 ? null : Math.ceil(left / daysLeft),
    recentPerDay,
    end: endOf({ left, today, fieldwork, holidays, recentPerDay }),
  };
}

/** Where the line to the goal begins: with what stood when the home visits began, or today where they have not. */
function startOf(
  taken: readonly TrendDay[],
  answered: number,
  today: IsoDate,
  { from }: Period,
): { from: IsoDate; answered: number } {
  if (today < from) return { from, answered };
  const before = taken.findLast((each) => each.day < from && each.answered !== null);
  const first = before ?? taken.find((each) => each.answered !== null);
  if (!first || first.answered === null) return { from: today, answered };
  return { from: first.day < from ? from : first.day, answered: first.answered };
}

/** Answers a working day over the last five, to one decimal. */
function rateOf(taken: readonly TrendDay[], holidays: readonly IsoDate[]): number | null {
  const known = taken.filter((each) => each.answered !== null);
  const newest = known.at(-1);
  if (!newest) return null;
  const worked = (from: IsoDate) => workingDays(addDays(from, 1), newest.day, holidays).length;
  const then = known.find(({ day }) => day < newest.day && worked(day) <= recentDays);
  if (!then || then.answered === null || newest.answered === null) return null;
  const days = worked(then.day);
  return days === 0 ? null : Math.round(((newest.answered - then.answered) / days) * 10) / 10;
}

function endOf({
  left,
  today,
  fieldwork,
  holidays,
  recentPerDay,
}: {
  left: number;
  today: IsoDate;
  fieldwork: Period;
  holidays: readonly IsoDate[];
  recentPerDay: number | null;
}): TrendEnd {
  if (left <= 0) return { says: "done" };
  if (today < fieldwork.from) return { says: "not_begun" };
  if (recentPerDay === null) return { says: "unknown" };
  if (recentPerDay <= 0) return { says: "standstill" };
  const day = workingDayAfter(today, Math.ceil(left / recentPerDay), holidays);
  if (day === null) return { says: "never" };
  return { says: day <= fieldwork.until ? "on_time" : "late", day };
}

/** The n-th working day after a day; null beyond `longest`. */
function workingDayAfter(
  from: IsoDate,
  count: number,
  holidays: readonly IsoDate[],
): IsoDate | null {
  if (count > longest) return null;
  let day = from;
  for (let passed = 0; passed < count; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) passed += 1;
  }
  return day;
}

/** Since when a change is told. */
export const sinceChoices = ["meeting", "week", "month", "start"] as const;
export type Since = (typeof sinceChoices)[number];

/**
 * The day of a choice: that of the last meeting, seven or thirty days ago, or the day before the home visits.
 * Null of a meeting of which nothing is known.
 */
export function sinceDay(
  since: Since,
  {
    today,
    fieldwork: { from },
    metOn,
  }: { today: IsoDate; fieldwork: Period; metOn: IsoDate | null },
): IsoDate | null {
  if (since === "meeting") return metOn;
  if (since === "start") return addDays(from, -1);
  return addDays(today, since === "week" ? -7 : -30);
}

/**
 * How many more have answered than on the last day with numbers up to a day, and which day that was; null where nothing was kept
 * before.
 */
export function changeSince(
  { days, answered }: Pick<Trend, "days" | "answered">,
  since: IsoDate,
): { people: number; day: IsoDate } | null {
  const then = days.slice(0, -1).findLast(({ day }) => day <= since);
  if (!then || then.answered === null) return null;
  return { people: answered - then.answered, day: then.day };
}
