import type { IsoDate } from "@/domain/calendar";
import { snapshotDay } from "@/domain/daily";
import { rules2018 } from "@/domain/rules/rules-2018";

/** Days as `app.take_snapshots` takes them: the day, and from and until which day its pace counts. */
export function snapshotArrays(days: readonly IsoDate[]) {
  const taken = days.flatMap(
    (day) => snapshotDay(day, rules2018.homeVisits.value, rules2018.fieldworkHolidays.value) ?? [],
  );
  return {
    days: taken.map(({ day }) => day),
    from: taken.map(({ from }) => from),
    until: taken.map(({ until }) => until),
  };
}
