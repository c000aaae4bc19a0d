import { provinceOf } from "@/domain/areas";
import { addDays } from "@/domain/calendar";
import type { Coverage } from "@/domain/caseload";
import { dayNumbers } from "@/domain/daily";
import type { FigureArea } from "@/domain/figures/area";
import { type TrendDay, trendOf } from "@/domain/figures/trend";
import type { Period } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** How long before the home visits a picture begins: the weeks in which people come to the desk. */
export const before = 30;

type Taken = {
  taken_for: Date;
  answered: number | null;
  met: number;
  total: number;
  released: number;
  districts: number;
};

/**
 * The numbers of 16:30 of a district, or of all districts of a province together, the oldest first. A day on which a district has
 * none is left out of a province's, for a sum without it would be no sum.
 */
export async function listTaken(
  { tx }: Scoped,
  area: FigureArea,
  from: string,
): Promise<TrendDay[]> {
  const district = "districtCode" in area ? area.districtCode : null;
  const province = "districtCode" in area ? provinceOf(area.districtCode) : area.provinceCode;
  const rows = await tx.$queryRaw<Taken[]>`
    SELECT taken_for, CASE WHEN bool_and(answered IS NOT NULL) THEN sum(answered)::int END AS answered, sum(met)::int AS met,
      sum(total)::int AS total, sum(released)::int AS released, count(*)::int AS districts
    FROM day_snapshot
    WHERE province_code = ${province} AND (${district}::text IS NULL OR district_code = ${district}) AND taken_for >= ${toDateColumn(from)}
    GROUP BY taken_for ORDER BY taken_for`;
  const all = Math.max(...rows.map(({ districts }) => districts));
  return rows
    .filter(({ districts }) => districts === all)
    .map(({ taken_for, districts, ...numbers }) => ({
      day: fromDateColumn(taken_for),
      ...numbers,
    }));
}

/** How ทุกคน of an area goes on; `coverage`: its counters at this moment. */
export async function getTrend(
  scope: Scoped,
  area: FigureArea,
  { coverage, today, fieldwork }: { coverage: Coverage; today: string; fieldwork: Period },
) {
  const { total, met, released } = dayNumbers(coverage);
  return trendOf({
    taken: await listTaken(scope, area, addDays(fieldwork.from, -before)),
    now: { total, met, released, answered: coverage.blocks.answered },
    today,
    fieldwork,
    holidays: rulesOn(scope.ruleSets, today).fieldworkHolidays.value,
  });
}
