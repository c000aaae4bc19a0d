import type { MinistryKind, MinistryState } from "@/domain/ministry";
import type { Prisma } from "@/server/generated/prisma/client";
import { areaFor, type Scoped } from "@/server/scope";

export type MinistryCounts = Record<MinistryState, number>;

/** What has to be reported or has been: a form that no longer counts is neither, unless the Ministry has it already. */
export const reportable = {
  OR: [{ stands: true }, { state: "reported" }],
} satisfies Prisma.MinistryEntryWhereInput;

/**
 * The entries that the actor may see: of their province, district or caseload; null without a grant. The Ministry is told of
 * people that it knows: who awaits its answer is reported once that has come. An account officer reports what they did
 * themselves; a wish is the district's to report, wherever it was given.
 */
export function entriesFor({ actor }: Scoped): Prisma.MinistryEntryWhereInput | null {
  const area = areaFor(actor, "ministry.view");
  if (!area) return null;
  return "accountOfficerId" in area
    ? { ...reportable, counted: true, kind: { not: "wish" }, holder: area }
    : { ...reportable, counted: true, ...area };
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
    const sum = counts.get(districtCode) ?? { unreported: 0, reported: 0, bounced: 0 };
    sum[state] = _count;
    counts.set(districtCode, sum);
  }
  return counts;
}

/** The three counts of everything that the actor sees. */
export async function countOwnMinistry(scope: Scoped): Promise<MinistryCounts> {
  return (await countMinistry(scope)).get("") ?? { unreported: 0, reported: 0, bounced: 0 };
}

/** The entries of one kind. */
export const ofKind = (kind: MinistryKind | null): Prisma.MinistryEntryWhereInput =>
  kind === null ? {} : kind === "amendment" ? { amends: true } : { kind, amends: false };

/** People who said yes and of whose wish the Ministry has not been told yet, in the actor's reach or in one district. */
export async function countWishesToReport(
  scope: Scoped,
  districtCode: string | null,
): Promise<number> {
  const within = entriesFor(scope);
  if (!within) return 0;
  const where = districtCode ? { districtCode } : {};
  return scope.tx.ministryEntry.count({
    where: { AND: [within, where, ofKind("wish"), { state: "unreported" }] },
  });
}
