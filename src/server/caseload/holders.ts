import { type CoverageState, statesOf } from "@/domain/caseload";
import { asksFollowUp, type HolderFilter, holdersAPage, statesIn } from "@/domain/holder-filter";
import { followUpParts } from "@/server/caseload/follow-up-parts";
import { isMustReach, mustReach, noOfficer } from "@/server/caseload/queries";
import { unassignedSince } from "@/server/caseload/waiting";
import { toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { ageInRound, fullName } from "@/server/holders/search";
import { areaFor, auditRead, holdersFor, type Scoped } from "@/server/scope";

const columns = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  nationalIdLast4: true,
  birthDate: true,
  houseNo: true,
  moo: true,
  ageClass: true,
  incomeBand: true,
  state: true,
  latestAnswer: true,
  subdistrict: { select: { name: true } },
  district: { select: { name: true } },
  accountOfficerId: true,
  accountOfficer: { select: { name: true } },
} satisfies Prisma.HolderSelect;
type Columns = Prisma.HolderGetPayload<{ select: typeof columns }>;

/** A holder as a list shows him: masked, and never the income itself. */
function listed(holder: Columns) {
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    idLastFour: holder.nationalIdLast4,
    age: ageInRound(holder.birthDate),
    houseNo: holder.houseNo,
    moo: holder.moo,
    subdistrict: holder.subdistrict.name,
    district: holder.district.name,
    mustReach: isMustReach(holder),
    state: holder.state as CoverageState,
    answer: holder.latestAnswer as "yes" | "no" | null,
    officerId: holder.accountOfficerId,
    officer: holder.accountOfficer?.name ?? null,
  };
}
export type HolderListRow = ReturnType<typeof listed>;

/**
 * A page of holders in the order of their names. The address carries the id of the row before or after
 * it, never a name; an id out of reach begins at the beginning. Looking at a list is audited.
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
  await auditRead(
    scope,
    "holder.list",
    { type: "list", id: null },
    { filter, shown: rows.length, total },
  );
  return {
    rows: rows.map(listed),
    total,
    before: (backwards ? more : edge !== null) ? (rows[0]?.id ?? null) : null,
    after: (backwards ? edge !== null : more) ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** How many the filter leaves; from the counters wherever they know, so that it costs the same at any size. */
export async function countHolders(scope: Scoped, filter: HolderFilter): Promise<number> {
  const known = tallyMatching(scope, filter);
  if (!known) return scope.tx.holder.count({ where: holdersMatching(scope, filter) });
  const { _sum } = await scope.tx.holderTally.aggregate({ where: known, _sum: { people: true } });
  return _sum.people ?? 0;
}

/** The filter as a condition on holders, within the actor's reach. */
export function holdersMatching({ actor }: Scoped, filter: HolderFilter): Prisma.HolderWhereInput {
  const states = statesIn(filter);
  const parts: Prisma.HolderWhereInput[] = [holdersFor(actor, "holder.list")];
  if (filter.district) parts.push({ districtCode: filter.district });
  if (filter.subdistrict) parts.push({ subdistrictCode: filter.subdistrict });
  if (filter.moo !== undefined) parts.push({ moo: filter.moo });
  if (filter.cohort) parts.push(filter.cohort === "must_reach" ? mustReach : { NOT: mustReach });
  if (filter.age) parts.push({ ageClass: filter.age });
  if (filter.income) parts.push({ incomeBand: filter.income });
  if (filter.group) parts.push({ occupationGroup: filter.group });
  if (states) parts.push({ state: { in: states } });
  if (filter.officer)
    parts.push({ accountOfficerId: filter.officer === "none" ? null : filter.officer });
  if (filter.answer) parts.push({ latestAnswer: filter.answer === "none" ? null : filter.answer });
  if (filter.interviewed)
    parts.push({ interviewedOn: filter.interviewed === "yes" ? { not: null } : null });
  if (filter.draft) parts.push({ drafts: { some: { officerId: actor.id } } });
  if (filter.assessment) parts.push({ assessments: { some: { confirmation: filter.assessment } } });
  if (filter.refusal) parts.push({ refusals: { some: {} }, state: { in: statesOf("to_meet") } });
  if (asksFollowUp(filter)) parts.push(...followUpParts(filter));
  if (filter.meetBefore)
    parts.push({
      appointments: {
        some: { status: "planned", meetOn: { lt: toDateColumn(filter.meetBefore) } },
      },
    });
  if (filter.unassignedSince) parts.push(unassignedSince(filter.unassignedSince));
  return { AND: parts };
}

/** The same as a condition on the counters; undefined where they do not know. */
function tallyMatching(
  { actor }: Scoped,
  filter: HolderFilter,
): Prisma.HolderTallyWhereInput | undefined {
  const area = areaFor(actor, "holder.list");
  if (
    !area ||
    filter.moo !== undefined ||
    filter.draft ||
    filter.assessment ||
    filter.refusal ||
    filter.meetBefore ||
    filter.unassignedSince ||
    asksFollowUp(filter)
  )
    return undefined;
  const states = statesIn(filter);
  const parts: Prisma.HolderTallyWhereInput[] = [area];
  if (filter.district) parts.push({ districtCode: filter.district });
  if (filter.subdistrict) parts.push({ subdistrictCode: filter.subdistrict });
  if (filter.cohort) parts.push(filter.cohort === "must_reach" ? mustReach : { NOT: mustReach });
  if (filter.age) parts.push({ ageClass: filter.age });
  if (filter.income) parts.push({ incomeBand: filter.income });
  if (filter.group) parts.push({ occupationGroup: filter.group });
  if (states) parts.push({ state: { in: states } });
  if (filter.officer)
    parts.push({ accountOfficerId: filter.officer === "none" ? noOfficer : filter.officer });
  if (filter.answer) parts.push({ latestAnswer: filter.answer });
  if (filter.interviewed) parts.push({ interviewed: filter.interviewed === "yes" });
  return { AND: parts };
}

type Edge = { id: string; searchName: string };

async function nameOf({ tx, actor }: Scoped, id: string | undefined): Promise<Edge | null> {
  if (!id) return null;
  return tx.holder.findFirst({
    where: { AND: [{ id }, holdersFor(actor, "holder.list")] },
    select: { id: true, searchName: true },
  });
}

/** Strictly after (before) a row in the order of names; written so that the index of the order is used. */
function beyond({ id, searchName }: Edge, backwards: boolean): Prisma.HolderWhereInput {
  return backwards
    ? { searchName: { lte: searchName }, NOT: { searchName, id: { gte: id } } }
    : { searchName: { gte: searchName }, NOT: { searchName, id: { lte: id } } };
}
