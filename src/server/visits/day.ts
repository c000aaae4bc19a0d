import type { IsoDate } from "@/domain/calendar";
import { roundNow } from "@/domain/follow-up";
import { phoneOf } from "@/domain/phone";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { dutyOf, seasonOf } from "@/domain/season";
import { type Door, inOrderOfDay, type Purpose, walkOf } from "@/domain/walk";
import { reachableNow } from "@/server/caseload/work";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { countAttempts } from "@/server/contacts/attempts";
import { inRound } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { ageNow, fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { ownAppointments, toPlan } from "./calendar";
import { doorColumns, doorOf } from "./person";

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

/** The meeting of somebody who has none. */
const unplanned = { meetOn: null, meetAt: null, kind: null, placeName: null };

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
  const tried = people.map((person) => ({ ...person, attempts: attempts.get(person.id) ?? null }));
  const season = seasonOf(today, await homeVisits(scope, today));
  return walkOf(tried, today, { from: await lastDoor(scope, today), duty: dutyOf(season) });
}
export type DayWalk = Awaited<ReturnType<typeof loadWalk>>;
export type DayPerson = DayWalk["today"][number];

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

/** The door where the officer recorded something last today: the way goes on from there. */
async function lastDoor({ tx, actor }: Scoped, today: IsoDate): Promise<Door | null> {
  const latest = {
    where: {
      // Own holders first: that is what the indexes answer.
      holder: { accountOfficerId: actor.id },
      recordedById: actor.id,
      recordedOn: toDateColumn(today),
    },
    select: { recordedAt: true, holder: { select: doorColumns } },
    orderBy: { recordedAt: "desc" },
  } as const;
  const found = [
    await tx.visit.findFirst(latest),
    await tx.assessment.findFirst(latest),
    await tx.interviewRefusal.findFirst(latest),
    await tx.contact.findFirst(latest),
    await tx.contactAttempt.findFirst(latest),
  ].filter((record) => record !== null);
  const [last] = found.sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
  return last ? doorOf(last.holder) : null;
}

/** How many people without a day a page suggests. */
export const proposedAtOnce = 12;

/** The day's page: the walk, and of somebody just recorded the name and the state that stands now. Audited. */
export async function viewDay(scope: Scoped, recorded: string | null) {
  const today = await programmeDate(scope.tx);
  const { today: people, next, ...walk } = await loadWalk(scope, today);
  const parts = walk.parts.map(({ others, ahead, ...part }) => ({
    ...part,
    others: others.slice(0, proposedAtOnce),
    waiting: others.length,
    ahead: ahead.slice(0, proposedAtOnce),
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
  ];
  auditRead(scope, "appointment.keep", { type: "day", id: null }, { count: everybody.length });
  return {
    today,
    people,
    parts,
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

/** Whom to ring before the next day with appointments: those of that day, in its order. Audited. */
export async function listCalls(scope: Scoped) {
  const { tx, ruleSets } = scope;
  const today = await programmeDate(tx);
  const own = ownAppointments(scope.actor.id);
  const first = await tx.appointment.findFirst({
    where: { ...own, meetOn: { gt: toDateColumn(today) } },
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

/** The day for the file: who was to be met, and what was recorded of whom, in the order of the day. Audited. */
export async function viewWorkSheet(scope: Scoped) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const { today: planned } = await loadWalk(scope, today);
  const recorded = {
    where: {
      holder: holdersFor(actor, "holder.list"),
      recordedById: actor.id,
      recordedOn: toDateColumn(today),
    },
    select: { holder: { select: columns } },
  } as const;
  const done = [
    ...(await tx.assessment.findMany(recorded)).map((row) => ({
      ...row,
      what: "interview" as const,
    })),
    ...(await tx.interviewRefusal.findMany(recorded)).map((row) => ({
      ...row,
      what: "refusal" as const,
    })),
    ...(await tx.contact.findMany(recorded)).map((row) => ({ ...row, what: "contact" as const })),
    ...(await tx.visit.findMany(recorded)).map((row) => ({ ...row, what: "visit" as const })),
    ...(await tx.contactAttempt.findMany(recorded)).map((row) => ({
      ...row,
      what: "attempt" as const,
    })),
  ];
  const rows = new Map<string, Omit<DayPerson, "attempts"> & { what: WorkDone }>(
    planned.map((person) => [person.id, { ...person, what: "planned" }]),
  );
  // An interview says more than the visit of the same day, so the first that is found stands.
  for (const { holder, what } of [...done].reverse())
    rows.set(holder.id, { ...shown(holder, today), ...unplanned, what });
  auditRead(scope, "appointment.keep", { type: "day", id: null }, { page: "work_sheet" });
  return { today, people: inOrderOfDay([...rows.values()]) };
}
export type WorkSheet = Awaited<ReturnType<typeof viewWorkSheet>>;
type WorkDone = "planned" | "interview" | "refusal" | "contact" | "visit" | "attempt";
