import type { ProjectAgency } from "@/domain/agencies";
import type { FigureArea } from "@/domain/figures/area";
import { agesOf, type TakeUpPart, type TakeUpRow, takeUpOf } from "@/domain/figures/take-up";
import { everyProject } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";
import { countedWithin, nameArea } from "./area";

const partColumns: Record<TakeUpPart, Prisma.Sql> = {
  project: Prisma.sql`project`,
  dimension: Prisma.sql`dimension::text`,
  category: Prisma.sql`coalesce(nullif(category, ''), 'none')`,
};

/**
 * What became of the projects that people chose, and how long agencies leave what was sent unanswered. Null where the area does not
 * exist. From the counters; places only where an agency told them.
 */
export async function getTakeUp(scope: Scoped, area: FigureArea, by: TakeUpPart) {
  const { tx } = scope;
  const named = await nameArea(scope, area);
  if (!named) return null;
  const [rows, waiting, places] = await Promise.all([
    tx.$queryRaw<TakeUpRow[]>`
      SELECT ${partColumns[by]} AS part, state, answer_days AS "answerDays", sum(matters)::int AS matters FROM take_up_tally
      WHERE ${countedWithin(area)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    listWaiting(scope, area, named.today),
    listPlaces(scope, area, named.today),
  ]);
  const projects = everyProject(scope.ruleSets);
  const agencies = [...new Set(waiting.map(({ agency }) => agency))];
  return {
    ...named,
    by,
    parts: takeUpOf(rows).map((each) => ({
      ...each,
      project: projects[each.part]?.name ?? null,
      places: places.get(each.part) ?? null,
    })),
    agencies: agencies.map((agency) => ({
      agency,
      ages: agesOf(waiting.filter((row) => row.agency === agency)),
    })),
  };
}
export type TakeUpFigures = NonNullable<Awaited<ReturnType<typeof getTakeUp>>>;

/** What waits for an answer, by agency and the days since it was sent. */
function listWaiting({ tx }: Scoped, area: FigureArea, today: string) {
  return tx.$queryRaw<{ agency: ProjectAgency; days: number; matters: number }[]>`
    SELECT agency, ${toDateColumn(today)}::date - waits_since AS days, sum(matters)::int AS matters FROM take_up_tally
    WHERE state = 'sent' AND ${countedWithin(area)} GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Places that agencies told for today: of the area, and those of the whole province that it shares. */
async function listPlaces({ tx }: Scoped, area: FigureArea, today: string) {
  const day = toDateColumn(today);
  const rows = await tx.projectCapacity.groupBy({
    by: ["project"],
    where: {
      fromOn: { lte: day },
      untilOn: { gte: day },
      ...("districtCode" in area && {
        OR: [{ districtCode: null }, { districtCode: area.districtCode }],
      }),
    },
    _sum: { places: true, taken: true },
  });
  return new Map(
    rows.map(({ project, _sum }) => [
      project,
      { places: _sum.places ?? 0, taken: _sum.taken ?? 0 },
    ]),
  );
}
