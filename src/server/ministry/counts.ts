import { inTheMinistry, type MinistryKind, type MinistryState } from "@/domain/ministry";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, type Scoped } from "@/server/scope";

export type MinistryCounts = Record<MinistryState, number>;
const none = (): MinistryCounts => ({ unreported: 0, reported: 0, accepted: 0, bounced: 0 });

/** What has to be reported or has been: a form that no longer counts is neither, unless the Ministry has it already. */
export const reportable = {
  OR: [{ stands: true }, { state: { in: [...inTheMinistry] } }],
} satisfies Prisma.MinistryEntryWhereInput;

/**
 * The entries that the actor may see: of their province, district or caseload; null without a grant. The Ministry is told of
 * people that it knows: who awaits its answer is reported once that has come. An account officer reports what they did
 * themselves; a wish is the district's to report, wherever it was given: they see those of their holders where these are asked for.
 */
export function entriesFor(
  { actor }: Scoped,
  kind: MinistryKind | null = null,
): Prisma.MinistryEntryWhereInput | null {
  const area = areaFor(actor, "ministry.view");
  if (!area) return null;
  if (!("accountOfficerId" in area))
    return { ...reportable, ...ofKind(kind), counted: true, AND: area };
  const own = kind === "wish" ? {} : ({ kind: { not: "wish" } } as const);
  return { ...reportable, ...ofKind(kind), counted: true, AND: own, holder: area };
}

/** How many entries are in each state, of all that the actor sees (key "") or by district. */
export async function countMinistry(scope: Scoped, by?: "districtCode") {
  const counts = new Map<string, MinistryCounts>();
  const where = entriesFor(scope);
  if (!where) return counts;
  const rows = by
    ? await scope.tx.ministryEntry.groupBy({ by: ["districtCode", "state"], where, _count: true })
    : (await scope.tx.ministryEntry.groupBy({ by: ["state"], where, _count: true })).map((row) => ({
        ...row,
        districtCode: "",
      }));
  for (const { districtCode, state, _count } of rows) {
    const sum = counts.get(districtCode) ?? none();
    sum[state] = _count;
    counts.set(districtCode, sum);
  }
  return counts;
}

/** The three counts of everything that the actor sees. */
export async function countOwnMinistry(scope: Scoped): Promise<MinistryCounts> {
  return (await countMinistry(scope)).get("") ?? none();
}

/** The entries of one kind, changed since their report or not; or those that were changed, of any kind. */
const ofKind = (kind: MinistryKind | null): Prisma.MinistryEntryWhereInput =>
  kind === null ? {} : kind === "amendment" ? { amends: true } : { kind };

/**
 * People who said yes, by how far their wish is on its way to the Ministry, in the actor's reach or in one district; nobody
 * without a grant.
 */
export async function countWishes(
  scope: Scoped,
  districtCode: string | null,
): Promise<MinistryCounts> {
  const counts = none();
  const within = entriesFor(scope, "wish");
  if (!within) return counts;
  const rows = await scope.tx.ministryEntry.groupBy({
    by: ["state"],
    where: { AND: [within, districtCode ? { districtCode } : {}] },
    _count: true,
  });
  for (const { state, _count } of rows) counts[state] = _count;
  return counts;
}
