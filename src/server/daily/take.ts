import type { IsoDate } from "@/domain/calendar";
import { snapshotDay } from "@/domain/daily";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";

/** Days as `app.take_snapshots` needs them: the day, and the first and last day that its pace counts. */
export function snapshotArrays(ruleSets: RuleSets, days: readonly IsoDate[]) {
  const taken = days.flatMap((day) => {
    const { homeVisits, fieldworkHolidays } = rulesOn(ruleSets, day);
    return snapshotDay(day, homeVisits.value, fieldworkHolidays.value) ?? [];
  });
  return {
    days: taken.map(({ day }) => day),
    from: taken.map(({ from }) => from),
    until: taken.map(({ until }) => until),
  };
}
