import type { IsoDate } from "@/domain/calendar";
import { findableNow } from "@/server/caseload/queries";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

/** How many people the page suggests besides those with an appointment. */
const proposed = 12;

const select = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  birthDate: true,
  visitMoo: true,
  visitHouseNo: true,
  state: true,
  ageClass: true,
  incomeBand: true,
  subdistrict: { select: { name: true } },
  correctedSubdistrict: { select: { name: true } },
} satisfies Prisma.HolderSelect;
type Person = Prisma.HolderGetPayload<{ select: typeof select }>;

/** An account officer's day: the appointments of today, then the next people of the caseload on the way. */
export async function listNextPeople(scope: Scoped, today: IsoDate) {
  const promised = await listPromised(scope, today);
  const next = await listNext(scope, today);
  const count = promised.length + next.length;
  await auditRead(scope, "holder.list", { type: "home", id: null }, { count });
  return [
    ...promised.map(({ holder, meetAt }) => ({ ...shown(holder), today: true, meetAt })),
    ...next.map((holder) => ({ ...shown(holder), today: false, meetAt: null })),
  ];
}
export type NextPerson = Awaited<ReturnType<typeof listNextPeople>>[number];

function shown({ birthDate, correctedSubdistrict, visitMoo, visitHouseNo, ...row }: Person) {
  return {
    ...row,
    moo: visitMoo,
    houseNo: visitHouseNo,
    subdistrict: correctedSubdistrict ?? row.subdistrict,
    birthDate: birthDate && fromDateColumn(birthDate),
  };
}

/** The appointments of the day, by time: an appointment belongs to the holder's account officer of today. */
function listPromised({ tx, actor }: Scoped, today: IsoDate) {
  return tx.appointment.findMany({
    where: {
      holder: { AND: [holdersFor(actor, "holder.list"), findableNow] },
      status: "planned",
      meetOn: toDateColumn(today),
    },
    select: { meetAt: true, holder: { select } },
    orderBy: [{ meetAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  });
}

/** Holders still to be interviewed and without an appointment today, by village and house. */
function listNext({ tx, actor }: Scoped, today: IsoDate) {
  return tx.holder.findMany({
    where: {
      AND: [
        holdersFor(actor, "holder.list"),
        findableNow,
        { appointments: { none: { status: "planned", meetOn: toDateColumn(today) } } },
      ],
    },
    select,
    orderBy: [
      { visitSubdistrictCode: "asc" },
      { visitMoo: "asc" },
      { searchName: "asc" },
      { id: "asc" },
    ],
    take: proposed,
  });
}
