import type { IsoDate } from "@/domain/calendar";
import type { Attempts } from "@/domain/follow-up";
import {
  type HolderFilter,
  type HolderSort,
  holdersAPage,
  roundAsked,
} from "@/domain/holder-filter";
import { phoneOf } from "@/domain/phone";
import { reachOf } from "@/domain/policy";
import { roundWithId } from "@/domain/rules/rounds";
import { byWalk } from "@/domain/walk";
import {
  entitlementTallyMatching,
  funnelTallyMatching,
  holdersMatching,
  tallyMatching,
} from "@/server/caseload/matching";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { countAttempts } from "@/server/contacts/attempts";
import { entitlementColumns, personsEntitlement } from "@/server/entitlements/persons";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { ageNow, fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { doorColumns, doorOf } from "@/server/visits/person";

const columns = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  nationalIdLast4: true,
  birthDate: true,
  correctedBirthDate: true,
  houseNo: true,
  moo: true,
  mustReach: true,
  standing: true,
  state: true,
  latestAnswer: true,
  subdistrict: { select: { name: true } },
  district: { select: { name: true } },
  accountOfficerId: true,
  accountOfficer: { select: { name: true } },
  ...phoneColumns,
  entitlement: entitlementColumns,
  appointments: {
    where: { status: "planned" },
    select: { meetOn: true },
    orderBy: { meetOn: "asc" },
    take: 1,
  },
} satisfies Prisma.HolderSelect;
type Columns = Prisma.HolderGetPayload<{ select: typeof columns }>;

/** A holder as a list shows them: masked, and never the income itself. Who lists holders may see their band and what is due. */
function listed(today: IsoDate, holder: Columns) {
  return {
    id: holder.id,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    idLastFour: holder.nationalIdLast4,
    age: ageNow(holder, today),
    houseNo: holder.houseNo,
    moo: holder.moo,
    subdistrict: holder.subdistrict.name,
    district: holder.district.name,
    mustReach: holder.mustReach,
    standing: holder.standing,
    state: holder.state,
    answer: holder.latestAnswer,
    officerId: holder.accountOfficerId,
    officer: holder.accountOfficer?.name ?? null,
    phone: phoneOf(holder),
    meetOn: holder.appointments[0] ? fromDateColumn(holder.appointments[0].meetOn) : null,
    entitlement: personsEntitlement(holder.entitlement),
  };
}
export type HolderListRow = ReturnType<typeof listed> & { attempts: Attempts | null };

/** Where in the list a page is: beside a row, for the order of names; or its number, from 1, in another order. */
export type Place = { after?: string; before?: string; sort?: HolderSort; page?: number };

/**
 * A page of holders, ordered by name unless `sort` says otherwise. The address has the id of the row before or after the
 * page, never a name; an id out of reach gives the first page. Looking at a list is audited.
 */
export async function listHolders(scope: Scoped, filter: HolderFilter, place: Place = {}) {
  const where = holdersMatching(scope, filter);
  const total = await countHolders(scope, filter);
  const today = await programmeDate(scope.tx);
  const { sort = "name" } = place;
  const page =
    sort === "name"
      ? await pageByName(scope, where, place)
      : await pageInOrder(scope, where, sort, place.page ?? 1);
  auditRead(
    scope,
    "holder.list",
    { type: "list", id: null },
    { filter, shown: page.rows.length, total },
  );
  const attempts = await attemptsAsked(scope, filter, page.rows);
  const rows = page.rows.map((row) => ({
    ...listed(today, row),
    attempts: attempts.get(row.id) ?? null,
  }));
  return { ...page, rows, total, today };
}

/** Of a list that asks for a round: how often each could not be reached in it. */
function attemptsAsked(scope: Scoped, { round }: HolderFilter, rows: readonly { id: string }[]) {
  const ids = rows.map(({ id }) => id);
  return countAttempts(scope, round && roundWithId(scope.ruleSets, roundAsked(round).id), ids);
}

async function pageByName(scope: Scoped, where: Prisma.HolderWhereInput, place: Place) {
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
  const before = (backwards ? more : edge !== null) ? (rows[0]?.id ?? null) : null;
  const after = (backwards ? edge !== null : more) ? (rows.at(-1)?.id ?? null) : null;
  return { rows, before: before && `before=${before}`, after: after && `after=${after}` };
}

const orders: Record<
  Exclude<HolderSort, "name" | "house">,
  Prisma.HolderOrderByWithRelationInput[]
> = {
  // The oldest first; who has no birth date last.
  age: [{ birthDate: { sort: "asc", nulls: "last" } }],
  area: [{ subdistrictCode: "asc" }, { moo: { sort: "asc", nulls: "last" } }],
  state: [{ state: "asc" }],
  officer: [{ accountOfficer: { name: "asc" } }],
};

/** A numbered page in another order than that of names. */
async function pageInOrder(
  { tx, actor }: Scoped,
  where: Prisma.HolderWhereInput,
  sort: Exclude<HolderSort, "name">,
  page: number,
) {
  const skip = (page - 1) * holdersAPage;
  const found =
    // A house number is read as a number, which the database cannot; a caseload is a few hundred people.
    sort === "house" && reachOf(actor, "holder.list") === "caseload"
      ? await pageByHouse(tx, where, skip)
      : await tx.holder.findMany({
          where,
          select: columns,
          orderBy: [
            ...orders[sort === "house" ? "area" : sort],
            { searchName: "asc" },
            { id: "asc" },
          ],
          skip,
          take: holdersAPage + 1,
        });
  return {
    rows: found.slice(0, holdersAPage),
    before: page > 1 ? `page=${page - 1}` : null,
    after: found.length > holdersAPage ? `page=${page + 1}` : null,
  };
}

async function pageByHouse(tx: Scoped["tx"], where: Prisma.HolderWhereInput, skip: number) {
  const doors = await tx.holder.findMany({ where, select: { id: true, ...doorColumns } });
  const ids = doors
    .sort((a, b) => byWalk(doorOf(a), doorOf(b)) || (a.id < b.id ? -1 : 1))
    .slice(skip, skip + holdersAPage + 1)
    .map(({ id }) => id);
  const rows = await tx.holder.findMany({ where: { id: { in: ids } }, select: columns });
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/**
 * The villages of an account officer's own people, and the states that occur, each with how many the list has that it opens:
 * whatever else narrows the list narrows the number.
 */
export async function listOwnPlaces(scope: Scoped, filter: HolderFilter) {
  const { tx } = scope;
  const { state: _state, block: _block, ...anyState } = filter;
  const { subdistrict: _subdistrict, moo: _moo, ...anywhere } = filter;
  const villages = await tx.holder.groupBy({
    by: ["subdistrictCode", "moo"],
    where: { AND: [holdersMatching(scope, anywhere), { moo: { not: null } }] },
    _count: true,
    orderBy: [{ subdistrictCode: "asc" }, { moo: "asc" }],
  });
  const names = await tx.subdistrict.findMany({
    where: { code: { in: villages.map(({ subdistrictCode }) => subdistrictCode) } },
    select: { code: true, name: true },
  });
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  const states = await tx.holder.groupBy({
    by: ["state"],
    where: holdersMatching(scope, anyState),
    _count: true,
  });
  return {
    villages: villages.map(({ subdistrictCode, moo, _count }) => ({
      subdistrict: subdistrictCode,
      name: nameOf.get(subdistrictCode) ?? "",
      moo: moo ?? 0,
      people: _count,
    })),
    states: states.map(({ state, _count }) => ({ state, people: _count })),
  };
}
export type OwnPlaces = Awaited<ReturnType<typeof listOwnPlaces>>;

/** How many holders match the filter; from the counters where they have the answer, so that it is fast at any size. */
export async function countHolders(scope: Scoped, filter: HolderFilter): Promise<number> {
  const { tx } = scope;
  const people = { _sum: { people: true } } as const;
  const known = tallyMatching(scope, filter);
  if (known) return (await tx.holderTally.aggregate({ where: known, ...people }))._sum.people ?? 0;
  const due = entitlementTallyMatching(scope, filter);
  if (due) return (await tx.entitlementTally.aggregate({ where: due, ...people }))._sum.people ?? 0;
  const inFunnel = funnelTallyMatching(scope, filter);
  if (inFunnel)
    return (await tx.funnelTally.aggregate({ where: inFunnel, ...people }))._sum.people ?? 0;
  return tx.holder.count({ where: holdersMatching(scope, filter) });
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
