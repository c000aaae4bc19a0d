import { provinceOf } from "@/domain/areas";
import type { FigureArea } from "@/domain/figures/area";
import {
  type FunnelCohort,
  type FunnelDaysRow,
  type FunnelPart,
  type FunnelRow,
  funnelOf,
  funnelsByPart,
} from "@/domain/figures/funnel";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames, listSubdistrictNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

const partColumns: Record<FunnelPart, Prisma.Sql> = {
  age: Prisma.sql`age_class`,
  group: Prisma.sql`occupation_group`,
  sex: Prisma.sql`sex`,
  district: Prisma.sql`district_code`,
  subdistrict: Prisma.sql`subdistrict_code`,
};

/** The funnel of a cohort of an area, and of each of its parts. Null where the area does not exist. From the counters alone. */
export async function getFunnel(
  scope: Scoped,
  area: FigureArea,
  { cohort, by }: { cohort: FunnelCohort; by: FunnelPart },
) {
  const { tx } = scope;
  const ofDistrict = "districtCode" in area;
  const provinceCode = ofDistrict ? provinceOf(area.districtCode) : area.provinceCode;
  const [today, names, districts, rows, days] = await Promise.all([
    programmeDate(tx),
    getAreaNames({ provinceCode, districtCode: ofDistrict ? area.districtCode : null }, tx),
    listDistrictNames(provinceCode, tx),
    listFunnel(scope, area, cohort, by),
    listFunnelDays(scope, area, cohort),
  ]);
  if (ofDistrict && names.district === null) return null;
  const subdistricts =
    by === "subdistrict" && ofDistrict ? await listSubdistrictNames(area.districtCode, tx) : {};
  const { words } = rulesOn(scope.ruleSets, today);
  const namesOf = { age: words.ages, district: districts, subdistrict: subdistricts };
  const named: Readonly<Record<string, string>> = by === "group" || by === "sex" ? {} : namesOf[by];
  return {
    area,
    name: names.district ?? names.province ?? provinceCode,
    today,
    districts,
    cohort,
    by,
    stages: funnelOf(rows, days),
    /** `name`: null where the code has its words in every rule set. */
    parts: funnelsByPart(rows).map((each) => ({ ...each, name: named[each.part] ?? null })),
  };
}
export type Funnel = NonNullable<Awaited<ReturnType<typeof getFunnel>>>;

function listFunnel(
  { tx }: Scoped,
  area: FigureArea,
  cohort: FunnelCohort,
  by: FunnelPart,
): Promise<FunnelRow[]> {
  return tx.$queryRaw<FunnelRow[]>`
    SELECT ${partColumns[by]} AS part, furthest, left_by AS "leftBy", sum(people)::int AS people FROM funnel_tally
    WHERE ${within(area)} ${ofCohort(cohort)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

function listFunnelDays(
  { tx }: Scoped,
  area: FigureArea,
  cohort: FunnelCohort,
): Promise<FunnelDaysRow[]> {
  return tx.$queryRaw<FunnelDaysRow[]>`
    SELECT step, days, sum(people)::int AS people FROM funnel_days
    WHERE ${within(area)} ${ofCohort(cohort)} GROUP BY 1, 2 ORDER BY 1, 2`;
}

const within = (area: FigureArea) =>
  "districtCode" in area
    ? Prisma.sql`district_code = ${area.districtCode}`
    : Prisma.sql`province_code = ${area.provinceCode}`;

const ofCohort = (cohort: FunnelCohort) =>
  cohort === "all" ? Prisma.empty : Prisma.sql`AND must_reach = ${cohort === "must_reach"}`;
