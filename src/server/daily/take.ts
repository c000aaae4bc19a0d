import { type IsoDate, isWorkingDay } from "@/domain/calendar";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";

/** Of these days, those on which numbers are taken: the working days of the rules in force on each. */
export function snapshotDays(ruleSets: RuleSets, days: readonly IsoDate[]): IsoDate[] {
  return days.filter((day) => isWorkingDay(day, rulesOn(ruleSets, day).fieldworkHolidays.value));
}
