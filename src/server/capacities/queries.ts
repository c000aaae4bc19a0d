import { type ProjectAgency, projectAgencyOf } from "@/domain/agencies";
import { reachOf } from "@/domain/policy";
import { projectNameOn } from "@/domain/rules/sets";
import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, referralsFor, type Scoped } from "@/server/scope";

/** Places of the actor's province; an agency's officer sees those of its own projects. */
function placesIn({ actor }: Scoped): Prisma.ProjectCapacityWhereInput {
  const place = { provinceCode: actor.provinceCode ?? "-" };
  if (reachOf(actor, "capacity.set") !== "agency") return place;
  const agency = projectAgencyOf(actor.agency);
  return agency ? { ...place, agency } : { id: { in: [] } };
}

/** The places that count today or later, with the people who wait for a free one, in their order. */
export async function listCapacities(scope: Scoped) {
  const { tx } = scope;
  const today = await programmeDate(tx);
  const rows = await tx.projectCapacity.findMany({
    where: { AND: [placesIn(scope), { untilOn: { gte: toDateColumn(today) } }] },
    select: {
      id: true,
      project: true,
      agency: true,
      districtCode: true,
      places: true,
      taken: true,
      fromOn: true,
      untilOn: true,
      note: true,
    },
    orderBy: [{ project: "asc" }, { districtCode: "asc" }, { fromOn: "asc" }],
  });
  const names = await listDistrictNames(scope.actor.provinceCode ?? "-", tx);
  const found = [];
  for (const row of rows)
    found.push({
      ...row,
      agency: row.agency,
      projectName: projectNameOn(scope.ruleSets, fromDateColumn(row.fromOn), row.project),
      district: row.districtCode && (names[row.districtCode] ?? row.districtCode),
      fromOn: fromDateColumn(row.fromOn),
      untilOn: fromDateColumn(row.untilOn),
      ...(await waitingFor(scope, row)),
    });
  return { today, capacities: found };
}
export type CapacityRow = Awaited<ReturnType<typeof listCapacities>>["capacities"][number];

/** Who waits for a place of this project: the number, and as many people as places are free, the longest wait first. */
async function waitingFor(
  scope: Scoped,
  {
    project,
    agency,
    districtCode,
    places,
    taken,
  }: {
    project: string;
    agency: ProjectAgency;
    districtCode: string | null;
    places: number;
    taken: number;
  },
) {
  const { tx, actor } = scope;
  const where = {
    AND: [
      referralsFor(actor, "referral.list"),
      {
        state: "waiting_list" as const,
        project,
        agency,
        ...(districtCode ? { districtCode } : {}),
      },
    ],
  };
  const waiting = await tx.referral.count({ where });
  const free = Math.min(places - taken, 20);
  const next =
    free > 0 && waiting > 0
      ? await tx.referral.findMany({
          where,
          select: { id: true, holderName: true, holderPlace: true },
          orderBy: [{ waitingSince: "asc" }, { sentOn: "asc" }, { id: "asc" }],
          take: free,
        })
      : [];
  if (next.length > 0)
    auditRead(scope, "referral.list", { type: "waiting_list", id: null }, { count: next.length });
  return { waiting, next };
}

/** Places left today in the actor's province, by project: what the catalogue shows for a project. */
export async function countCapacityLeft({ tx, actor }: Scoped) {
  const today = toDateColumn(await programmeDate(tx));
  if (!actor.provinceCode) return new Map<string, { places: number; left: number }>();
  const rows = await tx.projectCapacity.groupBy({
    by: ["project"],
    where: { provinceCode: actor.provinceCode, fromOn: { lte: today }, untilOn: { gte: today } },
    _sum: { places: true, taken: true },
  });
  return new Map(
    rows.map(({ project, _sum }) => [
      project,
      { places: _sum.places ?? 0, left: (_sum.places ?? 0) - (_sum.taken ?? 0) },
    ]),
  );
}
