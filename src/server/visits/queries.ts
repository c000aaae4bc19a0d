import { addDays, type IsoDate } from "@/domain/calendar";
import { unansweredStates } from "@/domain/caseload";
import { isConcerned } from "@/domain/death";
import { type Phones, phoneOf } from "@/domain/phone";
import { dutyOf, seasonOf } from "@/domain/season";
import { reportedDepartures } from "@/domain/visit";
import { byWalk, type Door, inOrderOfDay } from "@/domain/walk";
import { getAreaNames, listDistrictNames, listProvinceNames } from "@/server/areas/queries";
import { findableNow, reachableNow } from "@/server/caseload/work";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { answersGiven, answersSince } from "./answers-after-death";

/** What a page about a visit shows of a holder. */
export const person = {
  select: {
    id: true,
    title: true,
    firstName: true,
    lastName: true,
    searchName: true,
    visitHouseNo: true,
    visitMoo: true,
    visitSubdistrictCode: true,
    ...phoneColumns,
    state: true,
    interviewedOn: true,
    followUp: { select: { active: true } },
    subdistrict: { select: { name: true } },
    correctedSubdistrict: { select: { name: true } },
  },
} as const;

type Person = Phones & {
  id: string;
  title: string;
  firstName: string;
  lastName: string;
  searchName: string;
  visitHouseNo: string | null;
  visitMoo: number | null;
  visitSubdistrictCode: string;
  state: string;
  interviewedOn: Date | null;
  followUp: { active: boolean } | null;
  subdistrict: { name: string };
  correctedSubdistrict: { name: string } | null;
};

/** The address for visits: the corrected one if it is in force. */
export function shown({ title, firstName, lastName, ...rest }: Person) {
  return {
    id: rest.id,
    name: fullName(title, firstName, lastName),
    houseNo: rest.visitHouseNo,
    moo: rest.visitMoo,
    subdistrictCode: rest.visitSubdistrictCode,
    subdistrict: (rest.correctedSubdistrict ?? rest.subdistrict).name,
    phone: phoneOf(rest),
    state: rest.state,
    interviewed: rest.interviewedOn !== null,
    followsUp: rest.followUp?.active ?? false,
  };
}
export type VisitPerson = ReturnType<typeof shown>;

/** The columns that the way to somebody needs. */
export const doorColumns = {
  visitSubdistrictCode: true,
  visitMoo: true,
  visitHouseNo: true,
  searchName: true,
} as const;

/** Where a holder lives, as the walking order needs it. */
export function doorOf(holder: Pick<Person, keyof typeof doorColumns>): Door {
  return {
    subdistrictCode: holder.visitSubdistrictCode,
    moo: holder.visitMoo,
    houseNo: holder.visitHouseNo,
    name: holder.searchName,
  };
}

/** What the form of a visit shows: the holder, the open appointment, the absence. Null out of reach; the view is audited. */
export async function findVisited(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "visit.record")] },
    select: { ...person.select, districtCode: true, followUp: { select: { active: true } } },
  });
  if (!holder) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "visit" });
  const appointment = await tx.appointment.findFirst({
    where: { holderId, status: "planned" },
    select: { meetOn: true, meetAt: true, kind: true, placeName: true },
  });
  const absence = await tx.absence.findFirst({
    where: { holderId, returnedOn: null },
    select: { awayProvinceCode: true, returnOn: true },
  });
  return {
    ...shown(holder),
    appointment: appointment && { ...appointment, meetOn: fromDateColumn(appointment.meetOn) },
    away: absence !== null,
    /** There is a plan in force: who is not reached was to be followed up, not interviewed. */
    followsUp: holder.followUp?.active ?? false,
    /** The other districts of the province: who moves there is handed over. */
    districts: Object.entries(await listDistrictNames(actor.provinceCode ?? "", tx))
      .filter(([code]) => code !== holder.districtCode)
      .map(([code, name]) => ({ code, name })),
  };
}

/** An appointment belongs to the holder's account officer of today; nobody sets out to who is away, dead or moved. */
export function ownAppointments(officerId: string) {
  return {
    holder: { accountOfficerId: officerId, ...reachableNow },
    status: "planned",
  } satisfies Prisma.AppointmentWhereInput;
}

/**
 * An officer's appointments of the next `days` days, overdue ones first, or those of only one day; within a day in its order.
 */
export async function listCalendar(scope: Scoped, days: number, day: IsoDate | null = null) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const rows = await tx.appointment.findMany({
    where: {
      ...ownAppointments(actor.id),
      meetOn: day ? toDateColumn(day) : { lte: toDateColumn(addDays(today, days - 1)) },
    },
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
  return { today, duty, appointments, villages: await listVillagesToPlan(scope) };
}
export type Calendar = Awaited<ReturnType<typeof listCalendar>>;
export type CalendarEntry = Calendar["appointments"][number];

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
  const planned = await tx.appointment.groupBy({
    by: ["meetOn"],
    where: {
      ...ownAppointments(actor.id),
      meetOn: { gte: toDateColumn(today) },
    },
    _count: true,
  });
  return {
    today,
    subdistrict: shown(first).subdistrict,
    people: rows
      .sort((a, b) => byWalk(doorOf(a), doorOf(b)))
      .map(shown)
      .map(({ id, name, houseNo }) => ({ id, name, houseNo })),
    planned: Object.fromEntries(
      planned.map(({ meetOn, _count }) => [fromDateColumn(meetOn), _count]),
    ),
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

const who = { holder: person, recordedBy: { select: { name: true } } } as const;
type Reported = {
  id: string;
  recordedOn: Date;
  recordedById: string;
  recordedBy: { name: string };
  holder: Person;
};

/** What every report shows, of a departure or of a refusal. */
function reported({ actor }: Scoped, row: Reported) {
  return {
    id: row.id,
    person: shown(row.holder),
    recordedOn: fromDateColumn(row.recordedOn),
    recordedBy: row.recordedBy.name,
    own: row.recordedById === actor.id,
  };
}

/** Reports of the district that wait for another officer: deaths, moves, refused interviews. */
export async function listPendingReports(scope: Scoped) {
  const reports = [...(await listDepartures(scope)), ...(await listRefusals(scope))];
  auditRead(scope, "finding.confirm", { type: "list", id: null }, { count: reports.length });
  return reports;
}

const pendingIn = ({ actor }: Scoped) =>
  ({ confirmation: "pending", districtCode: actor.districtCode ?? "" }) as const;

/** What the district itself decides; a cancelled card is the province's. */
export const ofDistrict = {
  kind: { in: [...reportedDepartures] },
} satisfies Prisma.DepartureWhereInput;

async function listDepartures(scope: Scoped) {
  const rows = await scope.tx.departure.findMany({
    where: { ...pendingIn(scope), ...ofDistrict },
    include: { ...who, holder: { select: { ...person.select, ...answersGiven } } },
    orderBy: [{ departedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  const provinces = new Map(
    (await listProvinceNames(scope.tx)).map(({ code, name }) => [code, name] as const),
  );
  return rows.map((row) => {
    /** Answers that a death, if it is confirmed, leaves uncounted. */
    const answers = row.kind === "deceased" ? answersSince(row.departedOn, row.holder) : [];
    return {
      ...reported(scope, row),
      own: isConcerned({ ...row, answers }, scope.actor.id),
      table: "departure" as const,
      kind: row.kind,
      on: fromDateColumn(row.departedOn),
      source: row.source,
      words: row.sourceDetail,
      /** Null of a death, and of a move that was reported before it was asked. */
      movedTo: row.toProvinceCode && (provinces.get(row.toProvinceCode) ?? row.toProvinceCode),
      answers,
    };
  });
}

async function listRefusals(scope: Scoped) {
  const rows = await scope.tx.interviewRefusal.findMany({
    where: { ...pendingIn(scope), holder: { state: { in: [...unansweredStates] } } },
    include: who,
    orderBy: [{ refusedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((row) => ({
    ...reported(scope, row),
    table: "refusal" as const,
    kind: "refused_interview" as const,
    on: fromDateColumn(row.refusedOn),
    source: null,
    words: row.reason,
    movedTo: null,
    answers: [],
  }));
}
export type PendingReport = Awaited<ReturnType<typeof listPendingReports>>[number];

/** How many reports wait in the district: the home card of exactly that list. */
export async function countPendingReports(scope: Scoped): Promise<number> {
  const where = pendingIn(scope);
  const departures = await scope.tx.departure.count({ where: { ...where, ...ofDistrict } });
  const refusals = await scope.tx.interviewRefusal.count({
    where: { ...where, holder: { state: { in: [...unansweredStates] } } },
  });
  return departures + refusals;
}

/** The district's holders who are away, by the province where they are. */
export async function listAway(scope: Scoped) {
  const { tx, actor } = scope;
  const rows = await tx.absence.findMany({
    where: { returnedOn: null, districtCode: actor.districtCode ?? "" },
    select: {
      id: true,
      awayProvinceCode: true,
      awayDistrict: true,
      phone: true,
      returnOn: true,
      holder: person,
    },
    orderBy: [{ awayProvinceCode: "asc" }, { notedOn: "asc" }, { id: "asc" }],
  });
  auditRead(scope, "holder.list", { type: "away", id: null }, { count: rows.length });
  const provinces = await listProvinceNames(tx);
  const nameOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const home = await getAreaNames(actor, tx);
  return {
    today: await programmeDate(tx),
    home: { district: home.district ?? "", province: home.province ?? "" },
    people: rows.map(({ holder, returnOn, ...row }) => ({
      ...row,
      name: shown(holder).name,
      phone: row.phone ?? shown(holder).phone,
      awayProvince: nameOf.get(row.awayProvinceCode) ?? row.awayProvinceCode,
      returnOn: returnOn && fromDateColumn(returnOn),
    })),
  };
}
export type Away = Awaited<ReturnType<typeof listAway>>;
