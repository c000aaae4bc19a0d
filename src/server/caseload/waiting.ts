import { addDays } from "@/domain/calendar";
import { seasonOf } from "@/domain/season";
import { type WaitingFacts, waitingSince } from "@/domain/waiting";
import { mustReach } from "@/server/caseload/queries";
import { caredForSql, toCareFor } from "@/server/caseload/work";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { homeVisits, localSetting } from "@/server/settings/queries";

/** Holders on one page of those who wait. */
const aPage = 100;

/** Who has waited for an account officer since this day or longer: `waitingSince` as a condition. */
export function unassignedSince(day: string): Prisma.HolderWhereInput {
  const before = toDateColumn(addDays(day, 1));
  return {
    ...toCareFor(),
    accountOfficerId: null,
    counted: true,
    AND: [
      {
        OR: [
          { createdBatch: { programmeOn: { lt: before } } },
          { registration: { cameOn: { lt: before } } },
        ],
      },
      { OR: [mustReach, { firstYesOn: { lt: before } }] },
    ],
    assignments: { none: { assignedOn: { gte: before } } },
  };
}

/** Who has waited since this day is shown to the chief: as many days ago as the district has set. */
export async function waitingDay(scope: Scoped, today: string) {
  const days = await localSetting(scope, "unassigned_days", today);
  return { days, since: addDays(today, -days) };
}

function waitingHere(scope: Scoped, since: string): Prisma.HolderWhereInput {
  return { AND: [holdersFor(scope.actor, "caseload.assign"), unassignedSince(since)] };
}

/**
 * How many have waited too long: the number on the home card of that list. Once the home visits are over nobody is given to an
 * account officer for one, so nobody waits any longer.
 */
export async function countWaitingLong(scope: Scoped, today: string): Promise<number> {
  if (seasonOf(today, await homeVisits(scope, today)) === "over") return 0;
  const { since } = await waitingDay(scope, today);
  return scope.tx.holder.count({ where: waitingHere(scope, since) });
}

/** Who has waited too long and since when, the longest first, of one day by village; looking at them is audited. */
export async function listWaitingLong(
  scope: Scoped,
  today: string,
  after?: string,
  rowsAPage = aPage,
) {
  const { days, since } = await waitingDay(scope, today);
  const where = waitingHere(scope, since);
  const people = await scope.tx.holder.count({ where });
  const ids = await longestFirst(scope, since, after, rowsAPage + 1);
  const found = await scope.tx.holder.findMany({
    where: { AND: [where, { id: { in: ids } }] },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      moo: true,
      houseNo: true,
      subdistrict: { select: { name: true } },
      createdBatch: { select: { programmeOn: true } },
      registration: { select: { cameOn: true } },
      mustReach: true,
      firstYesOn: true,
      assignments: { select: { assignedOn: true }, orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  const rows = found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).slice(0, rowsAPage);
  auditRead(scope, "holder.list", { type: "waiting", id: null }, { shown: rows.length, people });
  return {
    days,
    since,
    people,
    today,
    next: ids.length > rowsAPage ? (rows.at(-1)?.id ?? null) : null,
    rows: rows.map((row) => ({
      id: row.id,
      name: fullName(row.title, row.firstName, row.lastName),
      moo: row.moo,
      houseNo: row.houseNo,
      subdistrict: row.subdistrict.name,
      since: waitingSince(factsOf(row)),
    })),
  };
}

/**
 * The ids of one page in its order: the day of `waitingSince`, which is of several tables and can be sorted by in the
 * database only here, then the way from house to house. The page goes on behind the person with the id `after`.
 */
async function longestFirst(
  { tx, actor }: Scoped,
  since: string,
  after: string | undefined,
  take: number,
): Promise<string[]> {
  const facts = Prisma.sql`
    SELECT h.id, GREATEST(coalesce(b.programme_on, r.came_on), CASE WHEN NOT h.must_reach THEN h.first_yes_on END,
        (SELECT max(a.assigned_on) FROM assignment a WHERE a.holder_id = h.id)) AS since,
      h.subdistrict_code, coalesce(h.moo, 100) AS moo, h.search_name
    FROM holder h LEFT JOIN import_batch b ON b.id = h.created_batch_id
      LEFT JOIN registration r ON r.holder_id = h.id
    WHERE h.district_code = ${actor.districtCode ?? ""}`;
  const onwards = after
    ? Prisma.sql`AND (since, subdistrict_code, moo, search_name, id) > (
        SELECT since, subdistrict_code, moo, search_name, id FROM (${facts} AND h.id = ${after}::uuid) last)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${facts} AND h.account_officer_id IS NULL AND h.counted AND ${caredForSql()}) waits
    WHERE since <= ${toDateColumn(since)}::date ${onwards}
    ORDER BY since, subdistrict_code, moo, search_name, id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

function factsOf({ mustReach, firstYesOn, assignments: [last], ...row }: Waiting): WaitingFacts {
  const listedOn = row.createdBatch?.programmeOn ?? row.registration?.cameOn;
  if (!listedOn) throw new RangeError("A holder from no import and no registration");
  return {
    listedOn: fromDateColumn(listedOn),
    mustReach,
    firstYesOn: firstYesOn && fromDateColumn(firstYesOn),
    assignedOn: last ? fromDateColumn(last.assignedOn) : null,
  };
}
type Waiting = {
  mustReach: boolean;
  firstYesOn: Date | null;
  assignments: { assignedOn: Date }[];
  createdBatch: { programmeOn: Date } | null;
  registration: { cameOn: Date } | null;
};
export type WaitingLong = Awaited<ReturnType<typeof listWaitingLong>>;
