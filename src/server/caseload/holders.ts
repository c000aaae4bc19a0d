import { type HolderFilter, holdersAPage } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { holdersMatching, tallyMatching } from "@/server/caseload/matching";
import { programmeDate } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { ageInRound, fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

const columns = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  nationalIdLast4: true,
  birthDate: true,
  houseNo: true,
  moo: true,
  mustReach: true,
  state: true,
  latestAnswer: true,
  subdistrict: { select: { name: true } },
  district: { select: { name: true } },
  accountOfficerId: true,
  accountOfficer: { select: { name: true } },
} satisfies Prisma.HolderSelect;
type Columns = Prisma.HolderGetPayload<{ select: typeof columns }>;

/** A holder as a list shows them: masked, and never the income itself. */
function listed(rules: RuleSet, holder: Columns) {
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    idLastFour: holder.nationalIdLast4,
    age: ageInRound(rules, holder.birthDate),
    houseNo: holder.houseNo,
    moo: holder.moo,
    subdistrict: holder.subdistrict.name,
    district: holder.district.name,
    mustReach: holder.mustReach,
    state: holder.state,
    answer: holder.latestAnswer,
    officerId: holder.accountOfficerId,
    officer: holder.accountOfficer?.name ?? null,
  };
}
export type HolderListRow = ReturnType<typeof listed>;

/**
 * A page of holders ordered by name. The address has the id of the row before or after the page, never a name; an id out
 * of reach gives the first page. Looking at a list is audited.
 */
export async function listHolders(
  scope: Scoped,
  filter: HolderFilter,
  place: { after?: string; before?: string } = {},
) {
  const where = holdersMatching(scope, filter);
  const backwards = place.after === undefined && place.before !== undefined;
  const edge = await nameOf(scope, place.after ?? place.before);
  const direction = backwards ? "desc" : "asc";
  const found = await scope.tx.holder.findMany({
    where: edge ? { AND: [where, beyond(edge, backwards)] } : where,
    select: columns,
    orderBy: [{ searchName: direction }, { id: direction }],
    take: holdersAPage + 1,
  });
  const more = found.length > holdersAPage;
  const rows = found.slice(0, holdersAPage);
  if (backwards) rows.reverse();
  const total = await countHolders(scope, filter);
  const rules = rulesOn(scope.ruleSets, await programmeDate(scope.tx));
  await auditRead(
    scope,
    "holder.list",
    { type: "list", id: null },
    { filter, shown: rows.length, total },
  );
  return {
    rows: rows.map((row) => listed(rules, row)),
    total,
    before: (backwards ? more : edge !== null) ? (rows[0]?.id ?? null) : null,
    after: (backwards ? edge !== null : more) ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** How many holders match the filter; from the counters where they have the answer, so that it is fast at any size. */
export async function countHolders(scope: Scoped, filter: HolderFilter): Promise<number> {
  const known = tallyMatching(scope, filter);
  if (!known) return scope.tx.holder.count({ where: holdersMatching(scope, filter) });
  const { _sum } = await scope.tx.holderTally.aggregate({ where: known, _sum: { people: true } });
  return _sum.people ?? 0;
}

type Edge = { id: string; searchName: string };

async function nameOf({ tx, actor }: Scoped, id: string | undefined): Promise<Edge | null> {
  if (!id) return null;
  return tx.holder.findFirst({
    where: { AND: [{ id }, holdersFor(actor, "holder.list")] },
    select: { id: true, searchName: true },
  });
}

/** Strictly after (before) a row in the order of names; written so that the index of that order is used. */
function beyond({ id, searchName }: Edge, backwards: boolean): Prisma.HolderWhereInput {
  return backwards
    ? { searchName: { lte: searchName }, NOT: { searchName, id: { gte: id } } }
    : { searchName: { gte: searchName }, NOT: { searchName, id: { lte: id } } };
}
