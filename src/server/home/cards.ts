import { blockOf, type CoverageState } from "@/domain/caseload";
import { holdersHref } from "@/domain/holder-filter";
import { countOpenTasks, countOverdueTasks } from "@/server/agency-tasks/queries";
import { countUnreadAnnouncements } from "@/server/announcements/queries";
import { countHolders } from "@/server/caseload/holders";
import { countWaitingLong } from "@/server/caseload/waiting";
import { programmeDate, toDateColumn } from "@/server/clock";
import { countToAttest } from "@/server/co-interviews/queries";
import { countUndecided } from "@/server/decisions/queries";
import type { HomeCard } from "@/server/home/card";
import { countEndedWithHolders } from "@/server/officers/district-queries";
import type { Scoped } from "@/server/scope";
import { countTransfersWaiting } from "@/server/transfers/queries";
import { countPendingReports } from "@/server/visits/queries";

type People = {
  state: CoverageState;
  must_reach: boolean;
  has_officer: boolean;
  wants: boolean;
  interviewed: boolean;
  people: number;
};

/** The counters that the actor can see: row security alone limits area and caseload. */
async function tallyOf({ tx }: Scoped): Promise<People[]> {
  return tx.$queryRaw<People[]>`
    SELECT state, must_reach,
      account_officer_id <> '00000000-0000-0000-0000-000000000000' AS has_officer,
      latest_answer = 'yes' AS wants, interviewed, sum(people)::int AS people
    FROM holder_tally GROUP BY 1, 2, 3, 4, 5`;
}

function count(rows: People[], which: (row: People) => boolean): number {
  return rows.filter(which).reduce((sum, row) => sum + row.people, 0);
}

const isMet = (row: People) => row.must_reach && blockOf(row.state) === "met";
const isToMeet = (row: People) => row.must_reach && blockOf(row.state) === "to_meet";
const isInCohort = (row: People) => row.must_reach;

/** Requests to take over cases that wait for the actor's answer. */
async function transferCard(scope: Scoped): Promise<HomeCard> {
  return {
    key: "transfersToAnswer",
    count: await countTransfersWaiting(scope),
    href: "/transfers?waiting=1",
    tone: "due",
  };
}

/** An account officer's cards: their caseload. */
export async function listOfficerCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const rows = await tallyOf(scope);
  const planned = { holder: { accountOfficerId: scope.actor.id }, status: "planned" } as const;
  const overdue = await scope.tx.appointment.count({
    where: { ...planned, meetOn: { lt: toDateColumn(today) } },
  });
  const now = await scope.tx.appointment.count({
    where: { ...planned, meetOn: toDateColumn(today) },
  });
  const appointments: HomeCard[] = [
    {
      key: "overdueAppointments",
      count: overdue,
      href: holdersHref({ meetBefore: today }),
      tone: "late",
    },
    { key: "appointmentsToday", count: now, href: `/calendar?day=${today}`, tone: "due" },
    await transferCard(scope),
  ];
  const drafts = await countHolders(scope, { draft: "own" });
  const all = count(rows, () => true);
  return [
    ...appointments.filter(({ count }) => count > 0),
    { key: "unfinishedDrafts", count: drafts, href: "/holders?draft=own", tone: "due" },
    {
      key: "waitingInterview",
      count: count(rows, (row) => row.must_reach && row.state === "met_in_february"),
      href: "/holders?cohort=must_reach&state=met_in_february",
    },
    {
      key: "waitingAppointment",
      count: count(rows, (row) => row.must_reach && row.state === "assigned"),
      href: "/holders?cohort=must_reach&state=assigned",
    },
    {
      key: "interviewed",
      count: count(rows, (row) => row.interviewed),
      of: all,
      href: "/holders?interviewed=yes",
      tone: "done",
    },
  ];
}

/** Who has no account officer yet, and who is still to be met. */
function whoIsLeft(rows: Awaited<ReturnType<typeof tallyOf>>): HomeCard[] {
  return [
    {
      key: "unassigned",
      count: count(rows, (row) => row.must_reach && row.state === "unassigned"),
      href: "/holders?cohort=must_reach&state=unassigned",
      tone: "late",
    },
    {
      key: "voluntaryUnassigned",
      count: count(rows, (row) => !row.must_reach && row.wants && !row.has_officer),
      href: "/holders?cohort=voluntary&answer=yes&officer=none",
      tone: "due",
    },
    {
      key: "toMeet",
      count: count(rows, isToMeet),
      of: count(rows, isInCohort),
      href: holdersHref({ cohort: "must_reach", block: "to_meet" }),
    },
  ];
}

/** The district's cards: the work of the secretary and the chief today. */
export async function listDistrictCards(scope: Scoped): Promise<HomeCard[]> {
  const { tx, actor } = scope;
  const rows = await tallyOf(scope);
  const papers = await tx.intent.count({
    where: { confirmation: "pending", recordedDistrictCode: actor.districtCode ?? "" },
  });
  const assessments = await countHolders(scope, { assessment: "pending" });
  const cards = whoIsLeft(rows);
  const unread = await countUnreadAnnouncements(scope);
  if (unread > 0)
    cards.push({
      key: "unreadAnnouncements",
      count: unread,
      href: "/announcements?unread=1",
      tone: "due",
    });
  const today = await programmeDate(tx);
  const waiting: HomeCard[] = [
    {
      key: "unassignedLong",
      count: await countWaitingLong(scope, today),
      href: "/assign/waiting",
      tone: "late",
    },
    await transferCard(scope),
    {
      key: "coInterviewsToAttest",
      count: await countToAttest(scope, today),
      href: "/district/co-interviews?held=1",
      tone: "due",
    },
    {
      key: "reportsToConfirm",
      count: await countPendingReports(scope),
      href: "/district/confirmations",
      tone: "due",
    },
    {
      key: "endedCodes",
      count: await countEndedWithHolders(scope, today),
      href: "/district/officers?ended=1",
      tone: "late",
    },
  ];
  cards.push(...waiting.filter(({ count }) => count > 0));
  // These cards are shown only while something waits for the secretary's confirmation.
  if (actor.role === "district_secretary" && papers > 0)
    cards.push({
      key: "papersToConfirm",
      count: papers,
      href: "/desk/confirmations",
      tone: "due",
    });
  if (actor.role === "district_secretary" && assessments > 0)
    cards.push({
      key: "assessmentsToConfirm",
      count: assessments,
      href: "/holders?assessment=pending",
      tone: "due",
    });
  return cards;
}

/** The province's cards. */
export async function listProvinceCards(scope: Scoped): Promise<HomeCard[]> {
  const { tx } = scope;
  const rows = await tallyOf(scope);
  const unlisted = await tx.unlistedPerson.count();
  const batches = await tx.importBatch.count({ where: { status: { not: "discarded" } } });
  const waiting: HomeCard[] = [
    {
      key: "undecided",
      count: await countUndecided(scope),
      href: "/province/decisions",
      tone: "due",
    },
    {
      key: "overdueTasks",
      count: await countOverdueTasks(scope),
      href: "/province/agencies?late=1",
      tone: "late",
    },
  ];
  return [
    ...waiting.filter(({ count }) => count > 0),
    {
      key: "toMeet",
      count: count(rows, isToMeet),
      of: count(rows, isInCohort),
      href: holdersHref({ cohort: "must_reach", block: "to_meet" }),
      tone: "due",
    },
    {
      key: "met",
      count: count(rows, isMet),
      of: count(rows, isInCohort),
      href: holdersHref({ cohort: "must_reach", block: "met" }),
      tone: "done",
    },
    { key: "unlisted", count: unlisted, href: "/province/unlisted" },
    { key: "batches", count: batches, href: "/imports" },
  ];
}

/** The governor's tasks for an agency; shown while something waits. */
export async function listTaskCards(scope: Scoped): Promise<HomeCard[]> {
  const { open, overdue } = await countOpenTasks(scope);
  if (open === 0) return [];
  return [
    {
      key: "openTasks",
      count: open,
      href: "/agency/tasks?open=1",
      tone: overdue > 0 ? "late" : "due",
    },
  ];
}

/** The receiving desk's cards: what this officer recorded today and what waits for a second officer. */
export async function listDeskCards({ tx, actor }: Scoped, today: string): Promise<HomeCard[]> {
  const recorded = await tx.intent.count({
    where: { recordedById: actor.id, recordedOn: toDateColumn(today) },
  });
  const papers = await tx.intent.count({
    where: {
      confirmation: "pending",
      recordedDistrictCode: actor.districtCode ?? "",
    },
  });
  return [
    { key: "recordedToday", count: recorded, href: "/desk/today?mine=1", tone: "done" },
    { key: "papersToConfirm", count: papers, href: "/desk/confirmations", tone: "due" },
  ];
}
