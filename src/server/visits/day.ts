import { addDays, type IsoDate } from "@/domain/calendar";
import { roundNow } from "@/domain/follow-up";
import { phoneOf } from "@/domain/phone";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { dutyOf, seasonOf } from "@/domain/season";
import { type appointmentKinds, callDays, mayRefuseInterview } from "@/domain/visit";
import { byWalk, inOrderOfDay, type Purpose, walkOf, withVillage } from "@/domain/walk";
import { pendingRefusal, reachableNow, refusingNow } from "@/server/caseload/work";
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
import { listWorkDone } from "./work-done";

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
  interviewedOn: true,
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
    mayRefuse: mayRefuseInterview(
      holder.interviewedOn && fromDateColumn(holder.interviewedOn),
      today,
    ),
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
  const round = roundNow(today, roundsOf(rulesOn(scope.ruleSets, today)));
  const everybody = await listToMeet(scope, round, today);
  const attempts = await countAttempts(scope, round, followedUp(everybody));
  const records = await listWorkDone(scope, today);
  const recorded = new Set(records.map(({ holderId }) => holderId));
  const known = everybody.map((person) => ({
    ...person,
    attempts: attempts.get(person.id) ?? null,
    triedToday: recorded.has(person.id),
  }));
  const people = known.filter(({ refuses }) => !refuses);
  const refusing = known.filter(({ refuses }) => refuses).sort(byWalk);
  const season = seasonOf(today, await homeVisits(scope, today));
  const from = await doorOfLast(scope, records);
  return { ...walkOf(people, today, { from, duty: dutyOf(season) }), refusing };
}
export type DayWalk = Awaited<ReturnType<typeof loadWalk>>;
export type DayPerson = DayWalk["today"][number];

/**
 * Everybody whom the day may be about: with an appointment that has come, without one and to be interviewed, asked for by the round
 * of today, with or without one; and who is said to refuse, to whom nobody goes until a head of the district has decided.
 */
async function listToMeet({ tx, actor }: Scoped, round: NamedRound | null, today: IsoDate) {
  const planned = { status: "planned" } as const;
  const unappointed = { appointments: { none: planned } };
  const rows = await tx.holder.findMany({
    where: {
      accountOfficerId: actor.id,
      OR: [
        {
          ...reachableNow,
          appointments: { some: { ...planned, meetOn: { lte: toDateColumn(today) } } },
        },
        toPlan(actor.id),
        { ...refusingNow, ...unappointed },
        ...(round
          ? [{ ...reachableNow, followUp: { active: true, ...inRound(round, "open") } }]
          : []),
      ],
    },
    select: {
      ...columns,
      appointments: { where: planned, select: meetingColumns },
      refusals: { where: pendingRefusal, select: { id: true } },
    },
  });
  return rows.map(({ appointments: [meeting], refusals, ...holder }) => ({
    ...shown(holder, today),
    ...(meeting ? { ...meeting, meetOn: fromDateColumn(meeting.meetOn) } : unplanned),
    refuses: refusals.length > 0 && !meeting && !holder.followUp?.active,
  }));
}

/** Those whom a round may ask for. */
const followedUp = (people: readonly { id: string; purpose: Purpose }[]) =>
  people.filter(({ purpose }) => purpose === "follow_up").map(({ id }) => id);

/** Where the officer recorded last: the way goes on from there. */
async function doorOfLast({ tx }: Scoped, records: Awaited<ReturnType<typeof listWorkDone>>) {
  const last = records.at(-1);
  const holder =
    last && (await tx.holder.findUnique({ where: { id: last.holderId }, select: columns }));
  return holder ? doorOf(holder) : null;
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

/**
 * The day for the file: who was to be met and at what hour, also where it is over or came to nothing, and all that was recorded
 * of whom, in the order of the day. Audited.
 */
export async function viewWorkSheet(scope: Scoped) {
  const { tx } = scope;
  const today = await programmeDate(tx);
  const records = await listWorkDone(scope, today);
  const ofToday = {
    officerId: scope.actor.id,
    meetOn: toDateColumn(today),
    status: { not: "cancelled" },
  } as const;
  const recorded = records.map(({ holderId }) => holderId);
  const holders = await tx.holder.findMany({
    where: { OR: [{ id: { in: recorded } }, { appointments: { some: ofToday } }] },
    select: {
      ...columns,
      appointments: {
        where: ofToday,
        select: meetingColumns,
        orderBy: { recordedAt: "desc" },
        take: 1,
      },
    },
  });
  const resultsOf = (id: string) => [
    ...new Set(records.filter(({ holderId }) => holderId === id).map(({ what }) => what)),
  ];
  auditRead(scope, "appointment.keep", { type: "day", id: null }, { page: "work_sheet" });
  return {
    today,
    people: inOrderOfDay(
      holders.map(({ appointments: [meeting], ...holder }) => ({
        ...shown(holder, today),
        ...(meeting ? { ...meeting, meetOn: today } : unplanned),
        results: resultsOf(holder.id),
      })),
    ),
  };
}
export type WorkSheet = Awaited<ReturnType<typeof viewWorkSheet>>;
