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
import { listSubdistrictNames } from "@/server/areas/queries";
import { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";
import { countedWithin, nameArea } from "./area";

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
  const subdivides = by === "subdistrict" && "districtCode" in area;
  const [named, rows, days, subdistricts] = await Promise.all([
    nameArea(scope, area),
    listFunnel(scope, area, cohort, by),
    listFunnelDays(scope, area, cohort),
    subdivides ? listSubdistrictNames(area.districtCode, scope.tx) : {},
  ]);
  if (!named) return null;
  const { words } = rulesOn(scope.ruleSets, named.today);
  const namesOf = { age: words.ages, district: named.districts, subdistrict: subdistricts };
  const names: Readonly<Record<string, string>> = by === "group" || by === "sex" ? {} : namesOf[by];
  return {
    ...named,
    cohort,
    by,
    stages: funnelOf(rows, days),
    /** `name`: null where the code has its words in every rule set. */
    parts: funnelsByPart(rows).map((each) => ({ ...each, name: names[each.part] ?? null })),
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
    WHERE ${countedWithin(area)} ${ofCohort(cohort)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

function listFunnelDays(
  { tx }: Scoped,
  area: FigureArea,
  cohort: FunnelCohort,
): Promise<FunnelDaysRow[]> {
  return tx.$queryRaw<FunnelDaysRow[]>`
    SELECT step, days, sum(people)::int AS people FROM funnel_days
    WHERE ${countedWithin(area)} ${ofCohort(cohort)} GROUP BY 1, 2 ORDER BY 1, 2`;
}

const ofCohort = (cohort: FunnelCohort) =>
  cohort === "all" ? Prisma.empty : Prisma.sql`AND must_reach = ${cohort === "must_reach"}`;
