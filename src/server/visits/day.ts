import { addDays, type IsoDate } from "@/domain/calendar";
import { roundNow } from "@/domain/follow-up";
import { phoneOf } from "@/domain/phone";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { dutyOf, seasonOf } from "@/domain/season";
import { type appointmentKinds, callDays } from "@/domain/visit";
import { byWalk, inOrderOfDay, type Purpose, walkOf, withVillage } from "@/domain/walk";
import { reachableNow, refusingNow } from "@/server/caseload/work";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { countAttempts } from "@/server/contacts/attempts";
import { inRound } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { ageNow, fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { ownAppointments, toPlan } from "./calendar";
import { doorOf } from "./person";

const area = { select: { name: true, district: { select: { name: true } } } } as const;
const columns = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  searchName: true,
  birthDate: true,
  correctedBirthDate: true,
  visitHouseNo: true,
  visitMoo: true,
  visitSubdistrictCode: true,
  ...phoneColumns,
  state: true,
  followUp: { select: { active: true } },
  subdistrict: area,
  correctedSubdistrict: area,
} satisfies Prisma.HolderSelect;
type Columns = Prisma.HolderGetPayload<{ select: typeof columns }>;

function shown(holder: Columns, today: IsoDate) {
  const { name, district } = holder.correctedSubdistrict ?? holder.subdistrict;
  return {
    ...doorOf(holder),
    id: holder.id,
    fullName: fullName(holder.title, holder.firstName, holder.lastName),
    age: ageNow(holder, today),
    subdistrict: name,
    district: district.name,
    phone: phoneOf(holder),
    state: holder.state,
    purpose: (holder.followUp?.active ? "follow_up" : "interview") satisfies Purpose as Purpose,
  };
}

const meetingColumns = { meetOn: true, meetAt: true, kind: true, placeName: true } as const;

type Planned = {
  meetOn: IsoDate | null;
  meetAt: string | null;
  kind: (typeof appointmentKinds)[number] | null;
  placeName: string | null;
};

/** The meeting of somebody who has none. */
const unplanned: Planned = { meetOn: null, meetAt: null, kind: null, placeName: null };

/**
 * The way of an account officer through a day: who is to be met today, whose day went by, who has none yet: those to be
 * interviewed, and those whom the round of follow-up asks for. The home page, the calendar and the day's page take the next
 * house from here, so that there is one.
 */
export async function loadWalk(scope: Scoped, today: IsoDate) {
  const { tx, actor, ruleSets } = scope;
  const round = roundNow(today, roundsOf(rulesOn(ruleSets, today)));
  const appointments = await tx.appointment.findMany({
    where: { ...ownAppointments(scope.actor.id), meetOn: { lte: toDateColumn(today) } },
    select: { ...meetingColumns, holder: { select: columns } },
  });
  const others = await tx.holder.findMany({ where: toPlan(actor.id), select: columns });
  const people = [
    ...appointments.map(({ holder, meetOn, ...meeting }) => ({
      ...shown(holder, today),
      ...meeting,
      meetOn: fromDateColumn(meetOn),
    })),
    ...others.map((holder) => ({ ...shown(holder, today), ...unplanned })),
    ...(round ? await toFollowUp(scope, round, today) : []),
  ];
  const attempts = await countAttempts(scope, round, followedUp(people));
  const records = await recordsOf(scope, today);
  const recorded = new Set(records.map(({ holder }) => holder.id));
  const known = <Person extends { id: string }>(person: Person) => ({
    ...person,
    attempts: attempts.get(person.id) ?? null,
    triedToday: recorded.has(person.id),
  });
  const last = records.at(-1);
  const season = seasonOf(today, await homeVisits(scope, today));
  const from = last ? doorOf(last.holder) : null;
  const refusing = (await listRefusing(scope, today)).map(known).sort(byWalk);
  return { ...walkOf(people.map(known), today, { from, duty: dutyOf(season) }), refusing };
}
export type DayWalk = Awaited<ReturnType<typeof loadWalk>>;
export type DayPerson = DayWalk["today"][number];

/** Who is said to refuse the interview: nobody goes there until a head of the district has decided. */
async function listRefusing({ tx, actor }: Scoped, today: IsoDate) {
  const refusing = await tx.holder.findMany({
    where: {
      ...refusingNow,
      accountOfficerId: actor.id,
      appointments: { none: { status: "planned" } },
    },
    select: columns,
  });
  return refusing.map((holder) => ({ ...shown(holder, today), ...unplanned }));
}

/** Those whom a round may ask for. */
const followedUp = (people: readonly { id: string; purpose: Purpose }[]) =>
  people.filter(({ purpose }) => purpose === "follow_up").map(({ id }) => id);

/** Of the round that asks today, those who are not done: without a day, or with one to come. */
async function toFollowUp({ tx, actor }: Scoped, round: NamedRound, today: IsoDate) {
  const due = await tx.holder.findMany({
    where: {
      ...reachableNow,
      accountOfficerId: actor.id,
      followUp: { active: true, ...inRound(round, "open") },
      appointments: { none: { status: "planned", meetOn: { lte: toDateColumn(today) } } },
    },
    select: { ...columns, appointments: { where: { status: "planned" }, select: meetingColumns } },
  });
  return due.map(({ appointments: [planned], ...holder }) => ({
    ...shown(holder, today),
    ...(planned ? { ...planned, meetOn: fromDateColumn(planned.meetOn) } : unplanned),
  }));
}

/**
 * What the officer recorded of the own holders on a day, in the order of recording: the way goes on from the last door, and the
 * work sheet lists each.
 */
async function recordsOf({ tx, actor }: Scoped, day: IsoDate) {
  const own = {
    where: {
      // Own holders first: that is what the indexes answer.
      holder: holdersFor(actor, "holder.list"),
      recordedById: actor.id,
      recordedOn: toDateColumn(day),
    },
    select: { recordedAt: true, holder: { select: columns } },
  } as const;
  const visits = await tx.visit.findMany({ ...own, select: { ...own.select, outcome: true } });
  const departures = await tx.departure.findMany({
    ...own,
    select: { ...own.select, kind: true },
  });
  // A move within the province is reported by asking its other district: for one person, where whole caseloads are for many.
  const transfers = await tx.transferPerson.findMany({
    where: {
      holder: own.where.holder,
      transfer: { recordedById: actor.id, recordedOn: own.where.recordedOn, people: 1 },
    },
    select: { holder: own.select.holder, transfer: { select: { recordedAt: true } } },
  });
  const records = [
    ...transfers.map(({ holder, transfer }) => ({
      ...transfer,
      holder,
      what: "transfer" as const,
    })),
    ...visits.map(({ outcome, ...row }) => ({ ...row, what: outcome })),
    ...departures.map(({ kind, ...row }) => ({ ...row, what: kind })),
    ...(await tx.absence.findMany(own)).map((row) => ({ ...row, what: "away" as const })),
    ...(await tx.assessment.findMany(own)).map((row) => ({ ...row, what: "interview" as const })),
    ...(await tx.interviewRefusal.findMany(own)).map((row) => ({
      ...row,
      what: "refusal" as const,
    })),
    ...(await tx.contact.findMany(own)).map((row) => ({ ...row, what: "contact" as const })),
    ...(await tx.contactAttempt.findMany(own)).map((row) => ({ ...row, what: "attempt" as const })),
  ];
  return records.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
}

/** How many people without a day a page suggests. */
export const proposedAtOnce = 12;

/** The day's page: the walk, and of somebody just recorded the name and the state that stands now. Audited. */
export async function viewDay(scope: Scoped, recorded: string | null) {
  const today = await programmeDate(scope.tx);
  const { next, ...walk } = await loadWalk(scope, today);
  const [people, refusing] = [withVillage(walk.today), withVillage(walk.refusing)];
  const parts = walk.parts.map(({ purpose, missed, others, ahead }) => ({
    purpose,
    missed: withVillage(missed),
    others: withVillage(others).slice(0, proposedAtOnce),
    waiting: others.length,
    ahead: withVillage(ahead).slice(0, proposedAtOnce),
    appointed: ahead.length,
  }));
  const done =
    recorded === null
      ? null
      : await scope.tx.holder.findFirst({
          where: { AND: [{ id: recorded }, holdersFor(scope.actor, "holder.list")] },
          select: { title: true, firstName: true, lastName: true, state: true },
        });
  const everybody = [
    ...people,
    ...parts.flatMap(({ missed, others, ahead }) => [...missed, ...others, ...ahead]),
    ...refusing,
  ];
  auditRead(scope, "appointment.keep", { type: "day", id: null }, { count: everybody.length });
  return {
    today,
    people,
    parts,
    refusing,
    /** Their villages lie in more than one district. */
    wide: new Set(everybody.map(({ district }) => district)).size > 1,
    next,
    done: done && {
      name: fullName(done.title, done.firstName, done.lastName),
      state: done.state,
    },
  };
}
export type Day = Awaited<ReturnType<typeof viewDay>>;

/** Whom to ring before the next day with appointments, if it is near: those of that day, in its order. Audited. */
export async function listCalls(scope: Scoped) {
  const { tx, ruleSets } = scope;
  const today = await programmeDate(tx);
  const own = ownAppointments(scope.actor.id);
  const first = await tx.appointment.findFirst({
    where: {
      ...own,
      meetOn: { gt: toDateColumn(today), lte: toDateColumn(addDays(today, callDays)) },
    },
    select: { meetOn: true },
    orderBy: { meetOn: "asc" },
  });
  const rows = first
    ? await tx.appointment.findMany({
        where: { ...own, meetOn: first.meetOn },
        select: { meetAt: true, kind: true, placeName: true, holder: { select: columns } },
      })
    : [];
  auditRead(scope, "appointment.keep", { type: "calls", id: null }, { count: rows.length });
  const people = inOrderOfDay(
    rows.map(({ holder, ...meeting }) => ({ ...shown(holder, today), ...meeting })),
  );
  const round = roundNow(today, roundsOf(rulesOn(ruleSets, today)));
  const attempts = await countAttempts(scope, round, followedUp(people));
  return {
    day: first && fromDateColumn(first.meetOn),
    people: people.map((person) => ({ ...person, attempts: attempts.get(person.id) ?? null })),
  };
}
export type Calls = Awaited<ReturnType<typeof listCalls>>;

/** The day for the file: who was to be met, and all that was recorded of whom, in the order of the day. Audited. */
export async function viewWorkSheet(scope: Scoped) {
  const today = await programmeDate(scope.tx);
  const { today: planned } = await loadWalk(scope, today);
  type Row = ReturnType<typeof shown> & Planned & { results: WorkDone[] };
  const rows = new Map<string, Row>();
  for (const person of planned) rows.set(person.id, { ...person, results: [] });
  for (const { holder, what } of await recordsOf(scope, today)) {
    const { results, ...row } = rows.get(holder.id) ?? {
      ...shown(holder, today),
      ...unplanned,
      results: [],
    };
    rows.set(holder.id, { ...row, results: [...results.filter((each) => each !== what), what] });
  }
  auditRead(scope, "appointment.keep", { type: "day", id: null }, { page: "work_sheet" });
  return { today, people: inOrderOfDay([...rows.values()]) };
}
export type WorkSheet = Awaited<ReturnType<typeof viewWorkSheet>>;
type WorkDone = Awaited<ReturnType<typeof recordsOf>>[number]["what"];
