import {
  addDays,
  type IsoDate,
  partsOf,
  toBuddhistYear,
  weekdayOf,
  workingDays,
} from "@/domain/calendar";
import type { Coverage } from "@/domain/caseload";
import { formatThaiDay } from "@/domain/thai-dates";

/** When the day's numbers are taken, in Thailand, as a line says it. */
export const snapshotTime = "16.30";

/** ทุกคน on one day in its four blocks. Days kept before there were four have no `answered` and `metWaiting`, only `met`. */
export type DayNumbers = {
  total: number;
  answered: number | null;
  metWaiting: number | null;
  /** Answered, and met and waiting. */
  met: number;
  toMeet: number;
  released: number;
};
export type DatedNumbers = DayNumbers & { day: IsoDate };

/** What counted states are on a day. */
export function dayNumbers({ total, blocks }: Coverage): DayNumbers {
  return {
    total,
    answered: blocks.answered,
    metWaiting: blocks.met_waiting,
    met: blocks.answered + blocks.met_waiting,
    toMeet: blocks.to_meet,
    released: blocks.released,
  };
}

/** How many more have answered; null where either day is not known or was kept in three blocks. */
export function newlyAnswered(
  now: Pick<DayNumbers, "answered">,
  before: Pick<DayNumbers, "answered"> | null | undefined,
): number | null {
  if (!before || now.answered === null || before.answered === null) return null;
  return now.answered - before.answered;
}

/** "+11", "-2", "+0"; null of null. */
export function signed(change: number | null): string | null {
  if (change === null) return null;
  return change < 0 ? figure(change) : `+${figure(change)}`;
}

/** What has changed since the numbers before: "+11", or "+37 ตั้งแต่ 9 มี.ค." where working days between have none. */
export function change(
  now: DatedNumbers,
  before: DatedNumbers | null,
  holidays: readonly IsoDate[],
): string | null {
  const more = signed(newlyAnswered(now, before));
  if (!before || more === null) return null;
  const missed = workingDays(addDays(before.day, 1), addDays(now.day, -1), holidays);
  return missed.length === 0 ? more : `${more} ตั้งแต่ ${formatThaiDay(before.day)}`;
}

const figure = (number: number) => number.toLocaleString("en-US");

/**
 * The line for a message, as officers write it: "อ.ลอง ณ 14 มี.ค. 2561 เวลา 16.30 น. ได้คำตอบแล้ว 402 จาก 1,126 คน (+11) …".
 * A day kept in three blocks says so and is compared with nothing.
 */
export function dailyLine(
  district: string,
  now: DatedNumbers,
  before: DatedNumbers | null,
  holidays: readonly IsoDate[],
): string {
  const { year } = partsOf(now.day);
  const changed = change(now, before, holidays);
  const of = `จาก ${figure(now.total)} คน`;
  const blocks =
    now.answered === null || now.metWaiting === null
      ? [`พบแล้ว ${figure(now.met)} ${of}`]
      : [
          `ได้คำตอบแล้ว ${figure(now.answered)} ${of}${changed ? ` (${changed})` : ""}`,
          `มาพบแล้วรอสัมภาษณ์ ${figure(now.metWaiting)}`,
        ];
  return [
    `อ.${district} ณ ${formatThaiDay(now.day)} ${toBuddhistYear(year)} เวลา ${snapshotTime} น.`,
    ...blocks,
    `ยังต้องพบ ${figure(now.toMeet)}`,
    `พ้นจากการไปพบ ${figure(now.released)}`,
    ...(now.answered === null ? ["(นับแบบเดิม 3 กลุ่ม)"] : []),
  ].join(" ");
}

/** Working days over which "เพิ่ม 5 วันทำการล่าสุด" is counted. */
const recentDays = 5;

/**
 * How many more have answered in five working days: the sum of "เพิ่ม" of this day and the four before it. Null where one
 * of the days has no number, so that it never says something else than its neighbours.
 * @param days newest first; `index` is the day that asks.
 */
export function recentlyAnswered(
  days: readonly DatedNumbers[],
  index: number,
  holidays: readonly IsoDate[],
): number | null {
  const [now, then] = [days[index], days[index + recentDays]];
  if (!now || !then) return null;
  if (workingDays(addDays(then.day, 1), now.day, holidays).length !== recentDays) return null;
  return newlyAnswered(now, then);
}

/** The working days that pass when the date moves on: from the day it leaves, which ends then, to the day before. */
export function daysPassed(from: IsoDate, to: IsoDate, holidays: readonly IsoDate[]): IsoDate[] {
  return workingDays(from, addDays(to, -1), holidays);
}

/** Rows of days, the newest first, week by week as they come; a week begins on Monday. */
export function inWeeks<Row extends { day: IsoDate }>(rows: readonly Row[]): Row[][] {
  const weeks = new Map<IsoDate, Row[]>();
  for (const row of rows) {
    const monday = addDays(row.day, -((weekdayOf(row.day) + 6) % 7));
    weeks.set(monday, [...(weeks.get(monday) ?? []), row]);
  }
  return [...weeks.values()];
}

/**
 * Why a day has no numbers of 16:30 yet: its hour has not come, it came without them, or it is no working day. Null where it has
 * them.
 * @param time the hour of the day in Thailand, "15:45".
 * @param newest the newest day that has numbers.
 */
export function whyNotTaken(
  today: IsoDate,
  time: string,
  newest: IsoDate | null,
  holidays: readonly IsoDate[],
): "not_yet" | "passed" | "day_off" | null {
  if (newest !== null && newest >= today) return null;
  if (workingDays(today, today, holidays).length === 0) return "day_off";
  return time.replace(":", ".") < snapshotTime ? "not_yet" : "passed";
}
