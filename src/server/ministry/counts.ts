import { inTheMinistry, type MinistryKind, type MinistryState } from "@/domain/ministry";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, type Scoped } from "@/server/scope";

export type MinistryCounts = Record<MinistryState, number>;
const none = (): MinistryCounts => ({ unreported: 0, reported: 0, accepted: 0, bounced: 0 });

/** What has to be reported or has been: a form that no longer counts is neither, unless the Ministry has it already. */
export const reportable = {
  OR: [{ stands: true }, { state: { in: [...inTheMinistry] } }],
} satisfies Prisma.MinistryEntryWhereInput;

/** The entries of people in the actor's reach whom the Ministry knows; null without a grant. */
function entriesInReach({ actor }: Scoped): Prisma.MinistryEntryWhereInput | null {
  const area = areaFor(actor, "ministry.view");
  if (!area) return null;
  return "accountOfficerId" in area
    ? { ...reportable, counted: true, holder: area }
    : { ...reportable, counted: true, AND: area };
}

/** An account officer reports what they did themselves; a wish is the district's to report, wherever it was given. */
const reportsWishes = ({ actor }: Scoped) => actor.role !== "account_officer";

/**
 * The entries that the actor may see: of their province, district or caseload; null without a grant. The Ministry is told of
 * people that it knows: who awaits its answer is reported once that has come. An account officer sees the wishes of their
 * holders where these are asked for.
 */
export function entriesFor(
  scope: Scoped,
  kind: MinistryKind | null = null,
): Prisma.MinistryEntryWhereInput | null {
  const within = entriesInReach(scope);
  if (!within) return null;
  const own = kind === "wish" || reportsWishes(scope) ? {} : ({ kind: { not: "wish" } } as const);
  return { AND: [within, ofKind(kind), own] };
}

/** The entries of one kind, changed since their report or not; or those that were changed, of any kind. */
const ofKind = (kind: MinistryKind | null): Prisma.MinistryEntryWhereInput =>
  kind === null ? {} : kind === "amendment" ? { amends: true } : { kind };

/** What the actor reports by how far it is, and how far the wishes of people who said yes are. */
export type EntryCounts = { own: MinistryCounts; wishes: MinistryCounts };

/** Both counts in the actor's reach or in one district; nothing without a grant. */
export async function countEntries(
  scope: Scoped,
  districtCode: string | null = null,
): Promise<EntryCounts> {
  return sumsOf(scope, await countedRows(scope, districtCode));
}

/** What the actor reports, by district. */
export async function countMinistry(scope: Scoped): Promise<Map<string, MinistryCounts>> {
  const rows = await countedRows(scope, null);
  const districts = [...new Set(rows.map((row) => row.districtCode))];
  const of = (district: string) => rows.filter((row) => row.districtCode === district);
  return new Map(districts.map((district) => [district, sumsOf(scope, of(district)).own]));
}

type CountedRow = { districtCode: string; kind: string; state: MinistryState; entries: number };

function sumsOf(scope: Scoped, rows: readonly CountedRow[]): EntryCounts {
  const counts = { own: none(), wishes: none() };
  for (const { kind, state, entries } of rows) {
    if (kind === "wish") counts.wishes[state] += entries;
    if (kind !== "wish" || reportsWishes(scope)) counts.own[state] += entries;
  }
  return counts;
}

/** Of districts and provinces triggers keep the count; an account officer's holders are few. */
async function countedRows(scope: Scoped, districtCode: string | null): Promise<CountedRow[]> {
  const area = areaFor(scope.actor, "ministry.view");
  if (!area) return [];
  const within = districtCode ? { districtCode } : {};
  if (!("accountOfficerId" in area))
    return scope.tx.ministryTally.findMany({ where: { AND: [area, within] } });
  const rows = await scope.tx.ministryEntry.groupBy({
    by: ["districtCode", "kind", "state"],
    where: { ...reportable, ...within, counted: true, holder: area },
    _count: true,
  });
  return rows.map(({ _count: entries, ...row }) => ({ ...row, entries }));
}
