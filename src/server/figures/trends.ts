import { addDays } from "@/domain/calendar";
import { dayNumbers } from "@/domain/daily";
import { areasBehind, coverageOf, progressByArea } from "@/domain/dashboard";
import type { FigureArea } from "@/domain/figures/area";
import { type TrendDay, trendOf } from "@/domain/figures/trend";
import { rulesOn } from "@/domain/rules/sets";
import { listSubdistrictNames } from "@/server/areas/queries";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { listTally, listTallyOfSubdistricts } from "@/server/dashboards/tally";
import { lastMeetingOn } from "@/server/resolutions/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { nameArea } from "./area";
import { partFilter } from "./glance";
import { before, getTrend } from "./trend";

type Taken = {
  code: string;
  taken_for: Date;
  answered: number | null;
  met: number;
  total: number;
  released: number;
};

/** The numbers of 16:30 of the districts of a province, or of the subdistricts of a district, the oldest first. */
export async function listTakenOfParts({ tx }: Scoped, area: FigureArea, from: string) {
  const since = toDateColumn(from);
  const rows =
    "districtCode" in area
      ? await tx.$queryRaw<Taken[]>`
          SELECT subdistrict_code AS code, taken_for, answered, answered + met_waiting AS met, total, released FROM subdistrict_day
          WHERE district_code = ${area.districtCode} AND taken_for >= ${since} ORDER BY taken_for`
      : await tx.$queryRaw<Taken[]>`
          SELECT district_code AS code, taken_for, answered, met, total, released FROM day_snapshot
          WHERE province_code = ${area.provinceCode} AND taken_for >= ${since} ORDER BY taken_for`;
  const days = new Map<string, TrendDay[]>();
  for (const { code, taken_for, ...numbers } of rows) {
    const own = days.get(code) ?? [];
    own.push({ day: fromDateColumn(taken_for), ...numbers });
    days.set(code, own);
  }
  return days;
}

/**
 * How an area and each of its parts goes on: the districts of a province, the subdistricts of a district. Null where the area does
 * not exist.
 */
export async function getTrends(scope: Scoped, area: FigureArea) {
  const named = await nameArea(scope, area);
  if (!named) return null;
  const { today, districts } = named;
  const ofDistrict = "districtCode" in area;
  const [subdistricts, fieldwork, metOn] = await Promise.all([
    ofDistrict ? listSubdistrictNames(area.districtCode, scope.tx) : null,
    homeVisits(scope, today),
    lastMeetingOn(scope, area, today),
  ]);
  const taken = await listTakenOfParts(scope, area, addDays(fieldwork.from, -before));
  const rows = ofDistrict
    ? await listTallyOfSubdistricts(scope, area)
    : (await listTally(scope, area)).map((row) => ({ ...row, subdistrictCode: "" }));
  const partOf = (row: (typeof rows)[number]) =>
    ofDistrict ? row.subdistrictCode : row.districtCode;
  const holidays = rulesOn(scope.ruleSets, today).fieldworkHolidays.value;
  const progress = progressByArea(rows, partOf);
  const trend = await getTrend(scope, area, { coverage: coverageOf(rows), today, fieldwork });
  return {
    ...named,
    fieldwork,
    metOn,
    trend,
    /** Furthest behind first; empty where none is behind another. */
    behind: areasBehind(progress),
    parts: progress.map(({ code }) => {
      const coverage = coverageOf(rows.filter((row) => partOf(row) === code));
      const { total, met, released } = dayNumbers(coverage);
      const now = { total, met, released, answered: coverage.blocks.answered };
      return {
        code,
        name: (subdistricts ?? districts)[code] ?? code,
        filter: partFilter(area, code),
        trend: trendOf({ taken: taken.get(code) ?? [], now, today, fieldwork, holidays }),
      };
    }),
  };
}
export type Trends = NonNullable<Awaited<ReturnType<typeof getTrends>>>;
