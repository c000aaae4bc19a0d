import { addDays } from "@/domain/calendar";
import { type WaitingFacts, waitingSince } from "@/domain/waiting";
import { mustReach } from "@/server/caseload/queries";
import { toCareFor } from "@/server/caseload/work";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { localSetting } from "@/server/settings/queries";

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

/** How many have waited too long: the number on the home card of that list. */
export async function countWaitingLong(scope: Scoped, today: string): Promise<number> {
  const { since } = await waitingDay(scope, today);
  return scope.tx.holder.count({ where: waitingHere(scope, since) });
}

/** Who has waited too long, since when, by village; looking at them is audited. */
export async function listWaitingLong(
  scope: Scoped,
  today: string,
  after?: string,
  rowsAPage = aPage,
) {
  const { days, since } = await waitingDay(scope, today);
  const where = waitingHere(scope, since);
  const people = await scope.tx.holder.count({ where });
  const found = await scope.tx.holder.findMany({
    where,
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
    orderBy: [{ subdistrictCode: "asc" }, { moo: "asc" }, { searchName: "asc" }, { id: "asc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: rowsAPage + 1,
  });
  const rows = found.slice(0, rowsAPage);
  auditRead(scope, "holder.list", { type: "waiting", id: null }, { shown: rows.length, people });
  return {
    days,
    since,
    people,
    today,
    next: found.length > rowsAPage ? (rows.at(-1)?.id ?? null) : null,
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
