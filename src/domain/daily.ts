import { addDays, type IsoDate, isWorkingDay, workingDays } from "@/domain/calendar";
import { recentWorkingDays } from "@/domain/caseload";
import type { Period } from "@/domain/rules/rule-set";
import { formatThaiDateShort } from "@/domain/thai-dates";

/** When the day's numbers are taken, in Thailand. */
export const snapshotTime = "16:30";

export type DayNumbers = { total: number; met: number; toMeet: number; released: number };

/** "+11", "-2", "+0": what has changed since the snapshot before. */
export function difference(now: DayNumbers, before: DayNumbers | null): string | null {
  if (!before) return null;
  const change = now.met - before.met;
  return change < 0 ? `${change}` : `+${change}`;
}

const figure = (number: number) => number.toLocaleString("en-US");

/** The line for a message, as officers write it: "อ.ลอง ณ 14 มี.ค. 61 16:30 น. พบแล้ว 755 จาก 1,126 คน (+11) …". */
export function dailyLine(
  district: string,
  day: IsoDate,
  now: DayNumbers,
  before: DayNumbers | null,
): string {
  const change = difference(now, before);
  return [
    `อ.${district} ณ ${formatThaiDateShort(day)} ${snapshotTime} น.`,
    `พบแล้ว ${figure(now.met)} จาก ${figure(now.total)} คน${change ? ` (${change})` : ""}`,
    `ยังต้องพบ ${figure(now.toMeet)}`,
    `พ้นจากการไปพบ ${figure(now.released)}`,
  ].join(" ");
}

/** The working days that pass when the date moves on: from the day it leaves, which ends then, to the day before. */
export function daysPassed(from: IsoDate, to: IsoDate, holidays: readonly IsoDate[]): IsoDate[] {
  return workingDays(from, addDays(to, -1), holidays);
}

/**
 * Whether numbers are taken on that day, and of which days the newly met count for its pace; null from and until where
 * the field work has not begun or its last days are over.
 */
export function snapshotDay(
  day: IsoDate,
  fieldwork: Period,
  holidays: readonly IsoDate[],
): { day: IsoDate; from: IsoDate | null; until: IsoDate | null } | null {
  if (!isWorkingDay(day, holidays)) return null;
  const recent = day > fieldwork.until ? [] : recentWorkingDays(day, fieldwork, holidays);
  return { day, from: recent[0] ?? null, until: recent.at(-1) ?? null };
}
