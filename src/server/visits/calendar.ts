import { addDays, type IsoDate } from "@/domain/calendar";
import { dutyOf, seasonOf } from "@/domain/season";
import { byWalk, inOrderOfDay } from "@/domain/walk";
import { findableNow, reachableNow } from "@/server/caseload/work";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { doorOf, person, shown } from "./person";

/** An appointment belongs to the holder's account officer of today; nobody sets out to who is away, dead or moved. */
export function ownAppointments(officerId: string) {
  return {
    holder: { accountOfficerId: officerId, ...reachableNow },
    status: "planned",
  } satisfies Prisma.AppointmentWhereInput;
}

/**
 * An officer's appointments of the next `days` days, overdue ones first, or those of only one day; within a day in its order.
 * How many there are on each day after those.
 */
export async function listCalendar(scope: Scoped, days: number, day: IsoDate | null = null) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const last = toDateColumn(addDays(today, days - 1));
  const rows = await tx.appointment.findMany({
    where: { ...ownAppointments(actor.id), meetOn: day ? toDateColumn(day) : { lte: last } },
    select: { id: true, meetOn: true, meetAt: true, kind: true, placeName: true, holder: person },
    orderBy: [{ meetOn: "asc" }, { id: "asc" }],
    take: 500,
  });
  auditRead(scope, "appointment.keep", { type: "calendar", id: null }, { count: rows.length });
  const entries = rows.map(({ holder, meetOn, ...row }) => ({
    ...row,
    ...doorOf(holder),
    meetOn: fromDateColumn(meetOn),
    person: shown(holder),
  }));
  const datesInOrder = [...new Set(entries.map(({ meetOn }) => meetOn))];
  const appointments = datesInOrder.flatMap((on) =>
    inOrderOfDay(entries.filter(({ meetOn }) => meetOn === on)),
  );
  const duty = dutyOf(seasonOf(today, await homeVisits(scope, today)));
  const later = day ? [] : await countByDay(scope, { gt: last });
  // After the home visits no village is planned any more; an interview that somebody asks for has its own appointment.
  const villages = duty === "interview" ? await listVillagesToPlan(scope) : [];
  return { today, duty, appointments, later, villages };
}
export type Calendar = Awaited<ReturnType<typeof listCalendar>>;
export type CalendarEntry = Calendar["appointments"][number];

/** How many an officer meets on each day. */
async function countByDay({ tx, actor }: Scoped, meetOn: { gt: Date } | { gte: Date }) {
  const days = await tx.appointment.groupBy({
    by: ["meetOn"],
    where: { ...ownAppointments(actor.id), meetOn },
    _count: true,
    orderBy: { meetOn: "asc" },
  });
  return days.map(({ meetOn: day, _count }) => ({ day: fromDateColumn(day), people: _count }));
}

/** The holders whom an officer must still meet and who have no day yet: `planVillage` and the calendar use the same. */
export function toPlan(officerId: string) {
  return {
    ...findableNow,
    accountOfficerId: officerId,
    appointments: { none: { status: "planned" } },
  } satisfies Prisma.HolderWhereInput;
}

/**
 * The holders of one village who have no day yet, in walking order, and how many the officer meets already on each day to
 * come. Null where nobody of the village is left.
 */
export async function listVillageToPlan(
  scope: Scoped,
  { subdistrict, moo }: { subdistrict: string; moo: number },
) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const rows = await tx.holder.findMany({
    where: { ...toPlan(actor.id), visitSubdistrictCode: subdistrict, visitMoo: moo },
    ...person,
  });
  const [first] = rows;
  if (!first) return null;
  auditRead(scope, "appointment.keep", { type: "calendar", id: null }, { count: rows.length });
  const planned = await countByDay(scope, { gte: toDateColumn(today) });
  return {
    today,
    subdistrict: shown(first).subdistrict,
    people: rows
      .sort((a, b) => byWalk(doorOf(a), doorOf(b)))
      .map(shown)
      .map(({ id, name, houseNo }) => ({ id, name, houseNo })),
    planned: Object.fromEntries(planned.map(({ day, people }) => [day, people])),
  };
}
export type VillageToPlan = NonNullable<Awaited<ReturnType<typeof listVillageToPlan>>>;

/** The villages where an officer has holders to meet who have no day yet. */
async function listVillagesToPlan({ tx, actor }: Scoped) {
  const rows = await tx.holder.groupBy({
    by: ["visitSubdistrictCode", "visitMoo"],
    where: { ...toPlan(actor.id), visitMoo: { not: null } },
    _count: true,
    orderBy: [{ visitSubdistrictCode: "asc" }, { visitMoo: "asc" }],
  });
  const names = await tx.subdistrict.findMany({
    where: { code: { in: rows.map(({ visitSubdistrictCode }) => visitSubdistrictCode) } },
    select: { code: true, name: true, district: { select: { code: true, name: true } } },
  });
  const areaOf = new Map(names.map((area) => [area.code, area]));
  return rows.map(({ visitSubdistrictCode, visitMoo, _count }) => ({
    subdistrictCode: visitSubdistrictCode,
    subdistrict: areaOf.get(visitSubdistrictCode)?.name ?? "",
    districtCode: areaOf.get(visitSubdistrictCode)?.district.code ?? "",
    district: areaOf.get(visitSubdistrictCode)?.district.name ?? "",
    moo: visitMoo as number,
    people: _count,
  }));
}
