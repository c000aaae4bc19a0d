import { coverageBlocks, sumCoverage } from "@/domain/caseload";
import type { TallyRow } from "@/domain/dashboard";
import { dueOf } from "@/domain/due";
import { holdersHref } from "@/domain/holder-filter";
import { paperDueOn } from "@/domain/intent";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { interviewsLeft, withoutOfficer } from "@/domain/work-left";
import { countOpenTasks, countOverdueTasks } from "@/server/agency-tasks/queries";
import { countUnreadAnnouncements } from "@/server/announcements/queries";
import { countHolders } from "@/server/caseload/holders";
import { countWaitingLong } from "@/server/caseload/waiting";
import { toDateColumn } from "@/server/clock";
import { countToAttest } from "@/server/co-interviews/queries";
import { listTally } from "@/server/dashboards/tally";
import { countUndecided } from "@/server/decisions/queries";
import type { HomeCard } from "@/server/home/card";
import { countImportsWithoutLetter } from "@/server/imports/queries";
import { countEndedWithHolders } from "@/server/officers/district-queries";
import { staffOf } from "@/server/preparation/staff";
import { countOpenRegistrations } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { countTransfersWaiting } from "@/server/transfers/queries";
import { ownAppointments } from "@/server/visits/calendar";
import { countPendingReports } from "@/server/visits/reports";
import { countContradictedDeaths } from "@/server/visits/reviews";

function count(rows: readonly TallyRow[], which: (row: TallyRow) => boolean = () => true): number {
  return rows.filter(which).reduce((sum, row) => sum + row.people, 0);
}

/** Who is to be interviewed at all: the cohort, and the volunteers who said yes. */
const isToInterview = (row: TallyRow) => row.mustReach || row.latestAnswer === "yes";

/** The interviews left: the first card of everybody who does or leads them. */
function interviewsCard(rows: readonly TallyRow[], of: number): HomeCard {
  return {
    key: "interviewsLeft",
    count: interviewsLeft(rows).all,
    of,
    href: holdersHref({ interview: "all" }),
    tone: "due",
  };
}

/** ทุกคน in its blocks: the cards add up to the cohort. */
function blockCards(rows: readonly TallyRow[]): HomeCard[] {
  const { total, blocks } = sumCoverage(rows.filter(({ mustReach }) => mustReach));
  return coverageBlocks
    .filter((block) => block !== "released" || blocks.released > 0)
    .map((block) => ({
      key: block,
      count: blocks[block],
      of: total,
      href: holdersHref({ cohort: "must_reach", block }),
      ...(block === "answered" && { tone: "done" }),
    }));
}

/** While people may come to a desk: who has not come yet. */
async function awaitedCard(
  scope: Scoped,
  rows: readonly TallyRow[],
  today: string,
): Promise<HomeCard[]> {
  const { walkIn } = rulesOn(scope.ruleSets, today);
  if (today > walkIn.value.until) return [];
  return [
    {
      key: "awaited",
      count: count(rows, ({ latestAnswer }) => latestAnswer === "none"),
      href: holdersHref({ answer: "none" }),
      tone: "due",
    },
  ];
}

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
  const rows = await listTally(scope);
  const overdue = await countHolders(scope, { meetBefore: today });
  const now = await scope.tx.appointment.count({
    where: { ...ownAppointments(scope.actor.id), meetOn: toDateColumn(today) },
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
  const all = count(rows);
  const awaiting: HomeCard = {
    key: "registrations",
    count: await countHolders(scope, { standing: "awaiting" }),
    href: holdersHref({ standing: "awaiting" }),
  };
  return [
    ...appointments.filter(({ count }) => count > 0),
    { key: "unfinishedDrafts", count: drafts, href: "/holders?draft=own", tone: "due" },
    interviewsCard(rows, all),
    {
      key: "waitingInterview",
      count: count(rows, (row) => row.mustReach && row.state === "met_in_february"),
      href: "/holders?cohort=must_reach&state=met_in_february",
    },
    {
      key: "waitingAppointment",
      count: count(rows, (row) => row.mustReach && row.state === "assigned"),
      href: "/holders?cohort=must_reach&state=assigned",
    },
    {
      key: "interviewed",
      count: count(rows, (row) => row.interviewed),
      of: all,
      href: "/holders?interviewed=yes",
      tone: "done",
    },
    ...[awaiting].filter(({ count }) => count > 0),
  ];
}

/** What the heads of an area see first: the interviews left, the blocks, who waits for an account officer. */
async function areaCards(
  scope: Scoped,
  rows: readonly TallyRow[],
  today: string,
): Promise<HomeCard[]> {
  const beside = await registrationsCard(scope);
  return [
    interviewsCard(rows, count(rows, isToInterview)),
    ...blockCards(rows),
    {
      key: "withoutOfficer",
      count: withoutOfficer(rows).all,
      href: holdersHref({ withoutOfficer: "all" }),
      tone: "late",
    },
    ...(await awaitedCard(scope, rows, today)),
    ...[beside].filter(({ count }) => count > 0),
  ];
}

/** Beside ทุกคน, which the blocks add up to: who lives in the area and is not confirmed yet. */
async function registrationsCard(scope: Scoped): Promise<HomeCard> {
  const { districtCode, provinceCode } = scope.actor;
  const area = districtCode ? { districtCode } : { provinceCode: provinceCode ?? "" };
  return {
    key: "registrations",
    count: await countOpenRegistrations(scope, area),
    href: `/registrations?state=open${districtCode ? `&district=${districtCode}` : ""}`,
  };
}

/** The district's cards: the work of the secretary and the chief today. */
export async function listDistrictCards(scope: Scoped, today: string) {
  const { actor } = scope;
  const rows = await listTally(scope);
  const papers = await papersCard(scope, today);
  const assessments = await countHolders(scope, { assessment: "pending" });
  const cards = await areaCards(scope, rows, today);
  const unread = await countUnreadAnnouncements(scope);
  if (unread > 0)
    cards.push({
      key: "unreadAnnouncements",
      count: unread,
      href: "/announcements?unread=1",
      tone: "due",
    });
  const { until } = await homeVisits(scope, today);
  const waiting: HomeCard[] = [
    {
      key: "unassignedLong",
      // Nobody is given to an account officer for a visit once the visits are over.
      count: today > until ? 0 : await countWaitingLong(scope, today),
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
    ...(await departureCards(scope)),
    {
      key: "endedCodes",
      count: await countEndedWithHolders(scope, today),
      href: "/district/officers?ended=1",
      tone: "late",
    },
  ];
  cards.push(...waiting.filter(({ count }) => count > 0));
  // These cards are shown only while something waits for the secretary's confirmation.
  if (actor.role === "district_secretary" && papers.count > 0) cards.push(papers);
  if (actor.role === "district_secretary" && assessments > 0)
    cards.push({
      key: "assessmentsToConfirm",
      count: assessments,
      href: "/holders?assessment=pending",
      tone: "due",
    });
  return { cards, staff: await staffOf(scope, rows, today) };
}

/** The forms on paper that somebody else typed and the reader may confirm; late once the desks are closed. */
async function papersCard({ tx, actor, ruleSets }: Scoped, today: string): Promise<HomeCard> {
  const where = {
    confirmation: "pending",
    recordedDistrictCode: actor.districtCode ?? "",
    recordedById: { not: actor.id },
  } as const;
  return {
    key: "papersToConfirm",
    count: await tx.intent.count({ where }),
    href: "/desk/confirmations?others=1",
    tone: dueOf(paperDueOn(rulesOn(ruleSets, today)), today).when === "past" ? "late" : "due",
  };
}

/** What was found at a door and a head decides. */
async function departureCards(scope: Scoped): Promise<HomeCard[]> {
  return [
    {
      key: "reportsToConfirm",
      count: await countPendingReports(scope),
      href: "/district/confirmations",
      tone: "due",
    },
    {
      key: "deathsContradicted",
      count: await countContradictedDeaths(scope),
      href: "/district/confirmations?kind=after_death",
      tone: "late",
    },
  ];
}

/** The province's cards. */
export async function listProvinceCards(scope: Scoped, today: string) {
  const rows = await listTally(scope);
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
    {
      key: "importsWithoutLetter",
      count: mayEver(scope.actor, "import.run") ? await countImportsWithoutLetter(scope) : 0,
      href: "/imports?letter=none",
      tone: "due",
    },
  ];
  const cards: HomeCard[] = [
    ...waiting.filter(({ count }) => count > 0),
    ...(await areaCards(scope, rows, today)),
  ];
  return { cards, staff: await staffOf(scope, rows, today) };
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

/**
 * The receiving desk's cards: what the district recorded today, what of it this officer did, what waits for another. Once
 * nobody can come to a desk any more, only what there is.
 */
export async function listDeskCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const { tx, actor, ruleSets } = scope;
  const over = today > rulesOn(ruleSets, today).walkIn.value.until;
  const here = {
    recordedDistrictCode: actor.districtCode ?? "",
    recordedOn: toDateColumn(today),
  };
  const cards: HomeCard[] = [
    {
      key: "recordedToday",
      count: await tx.intent.count({ where: here }),
      href: "/desk/today",
      tone: "done",
    },
    {
      key: "recordedOwn",
      count: await tx.intent.count({ where: { ...here, recordedById: actor.id } }),
      href: "/desk/today?mine=1",
      tone: "done",
    },
    await papersCard(scope, today),
  ];
  return over ? cards.filter(({ count }) => count > 0) : cards;
}
