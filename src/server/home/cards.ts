import { coverageBlocks, sumCoverage } from "@/domain/caseload";
import { type AreaProgress, progressByArea, type TallyRow } from "@/domain/dashboard";
import { dueOf } from "@/domain/due";
import { type Entitlements, mayStillSayYes } from "@/domain/entitlement-sums";
import type { FigureArea } from "@/domain/figures/area";
import { holdersHref } from "@/domain/holder-filter";
import { paperDueOn } from "@/domain/intent";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { seasonOf } from "@/domain/season";
import { interviewsLeft, withoutOfficer } from "@/domain/work-left";
import { countOpenTasks, countOverdueTasks } from "@/server/agency-tasks/queries";
import { countUnreadAnnouncements } from "@/server/announcements/queries";
import { listDistrictNames, listSubdistrictNames } from "@/server/areas/queries";
import { countHolders } from "@/server/caseload/holders";
import { countWaitingLong } from "@/server/caseload/waiting";
import { toDateColumn } from "@/server/clock";
import { countToAttest } from "@/server/co-interviews/queries";
import { listTally, listTallyOfSubdistricts } from "@/server/dashboards/tally";
import { countUndecided } from "@/server/decisions/queries";
import { getEntitlements } from "@/server/entitlements/sums";
import { getGlance } from "@/server/figures/glance";
import type { HomeCard } from "@/server/home/card";
import { countImportsWithoutLetter } from "@/server/imports/queries";
import { countEndedWithHolders } from "@/server/officers/district-queries";
import { staffOf } from "@/server/preparation/staff";
import { countOpenRegistrations } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { listWithoutTeam } from "@/server/teams/queries";
import { countTransfersWaiting } from "@/server/transfers/queries";
import type { DayWalk } from "@/server/visits/day";
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

/** While people may come to a desk: who has not come yet and still may. */
function awaitedCard(scope: Scoped, rows: readonly TallyRow[], today: string): HomeCard[] {
  const { walkIn } = rulesOn(scope.ruleSets, today);
  if (today > walkIn.value.until) return [];
  return [
    {
      key: "awaited",
      count: count(rows, (row) => row.latestAnswer === "none" && mayStillSayYes(row)),
      href: holdersHref({ answer: "none", saidYes: "no" }),
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

/**
 * The interviews left of a caseload in their parts, which add up to it: who came to a desk, who is to be met, volunteers. Of those
 * to be met, who has no appointment yet is said beside.
 */
function partCards(rows: readonly TallyRow[]): HomeCard[] {
  const { parts } = interviewsLeft(rows);
  return [
    {
      key: "waitingInterview",
      count: parts.met_waiting,
      href: holdersHref({ interview: "met_waiting" }),
    },
    { key: "toMeetHere", count: parts.in_area, href: holdersHref({ interview: "in_area" }) },
    {
      key: "waitingAppointment",
      count: count(rows, (row) => row.mustReach && row.state === "assigned"),
      href: holdersHref({ cohort: "must_reach", state: "assigned" }),
    },
    ...(parts.voluntary > 0
      ? [
          {
            key: "voluntaryLeft" as const,
            count: parts.voluntary,
            href: holdersHref({ interview: "voluntary" }),
          },
        ]
      : []),
  ];
}

/** An account officer's cards: their caseload. What is due on a day is what the way of the day has. */
export async function listOfficerCards(
  scope: Scoped,
  today: string,
  walk: DayWalk,
): Promise<{ cards: HomeCard[]; entitlements: Entitlements }> {
  const [rows, transfer, drafts, registered] = await Promise.all([
    listTally(scope),
    transferCard(scope),
    countHolders(scope, { draft: "own" }),
    countHolders(scope, { standing: "awaiting" }),
  ]);
  const appointments: HomeCard[] = [
    {
      key: "overdueAppointments",
      count: walk.parts.reduce((sum, { missed }) => sum + missed.length, 0),
      href: holdersHref({ meetBefore: today }),
      tone: "late",
    },
    {
      key: "appointmentsToday",
      count: walk.today.length,
      href: `/calendar?day=${today}`,
      tone: "due",
    },
    transfer,
  ];
  const all = count(rows);
  const awaiting: HomeCard = {
    key: "registrations",
    count: registered,
    href: holdersHref({ standing: "awaiting" }),
  };
  const cards: HomeCard[] = [
    ...appointments.filter(({ count }) => count > 0),
    { key: "unfinishedDrafts", count: drafts, href: "/holders?draft=own", tone: "due" },
    interviewsCard(rows, all),
    ...partCards(rows),
    {
      key: "interviewed",
      count: count(rows, (row) => row.interviewed),
      of: all,
      href: "/holders?interviewed=yes",
      tone: "done",
    },
    ...[awaiting].filter(({ count }) => count > 0),
  ];
  const { entitlements } = await getEntitlements(scope, today, rows);
  return { cards, entitlements };
}

/** What the heads of an area see first: the interviews left, the blocks, who waits for an account officer. */
async function areaCards(
  scope: Scoped,
  rows: readonly TallyRow[],
  beside: HomeCard,
  today: string,
): Promise<HomeCard[]> {
  const visits = await homeVisits(scope, today);
  return [
    interviewsCard(rows, count(rows, isToInterview)),
    ...blockCards(rows),
    {
      key: "withoutOfficer",
      count: withoutOfficer(rows).all,
      href: holdersHref({ withoutOfficer: "all" }),
      // After the visits nothing of it can be late any more: it is only known.
      ...(seasonOf(today, visits) === "open" && { tone: "late" as const }),
    },
    ...awaitedCard(scope, rows, today),
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

/** The district's cards and its first picture: how far the work is. */
export async function listDistrictCards(scope: Scoped, today: string) {
  const districtCode = scope.actor.districtCode ?? "";
  const [rows, beside] = await Promise.all([
    listTallyOfSubdistricts(scope, { districtCode }),
    registrationsCard(scope),
  ]);
  const [cards, staff, glance, sums] = await Promise.all([
    areaCards(scope, rows, beside, today),
    staffOf(scope, rows, today),
    glanceOfDistrict(scope, districtCode, rows, today),
    getEntitlements(scope, today, rows),
  ]);
  return { cards, staff, glance, entitlements: sums.entitlements };
}

/** What waits for the secretary and the chief; shown while something does. */
export async function listDistrictMatters(scope: Scoped, today: string): Promise<HomeCard[]> {
  const [unread, teams, waiting, papers] = await Promise.all([
    countUnreadAnnouncements(scope),
    teamsCard(scope),
    waitingCards(scope, today),
    scope.actor.role === "district_secretary" ? confirmationCards(scope, today) : [],
  ]);
  const announcements: HomeCard = {
    key: "unreadAnnouncements",
    count: unread,
    href: "/announcements?unread=1",
    tone: "due",
  };
  return [announcements, teams, ...waiting, ...papers].filter(({ count }) => count > 0);
}

/** The first picture of a district, whose subdistricts are compared. */
async function glanceOfDistrict(
  scope: Scoped,
  districtCode: string,
  rows: readonly (TallyRow & { subdistrictCode: string })[],
  today: string,
) {
  const names = await listSubdistrictNames(districtCode, scope.tx);
  const parts = progressByArea(rows, ({ subdistrictCode }) => subdistrictCode);
  return glanceOf(scope, { districtCode }, rows, { parts, names, today });
}

/** The same of the province, whose districts are compared. */
async function glanceOfProvince(scope: Scoped, rows: readonly TallyRow[], today: string) {
  const provinceCode = scope.actor.provinceCode ?? "";
  const names = await listDistrictNames(provinceCode, scope.tx);
  const parts = progressByArea(rows, ({ districtCode }) => districtCode);
  return glanceOf(scope, { provinceCode }, rows, { parts, names, today });
}

async function glanceOf(
  scope: Scoped,
  area: FigureArea,
  rows: readonly TallyRow[],
  facts: { parts: readonly AreaProgress[]; names: Record<string, string>; today: string },
) {
  const { names, today } = facts;
  const parts = facts.parts.map((part) => ({ ...part, name: names[part.code] ?? part.code }));
  return getGlance(scope, area, { rows, parts, today, fieldwork: await homeVisits(scope, today) });
}

/** What waits for a head of the district; shown while something does. */
async function waitingCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const [long, transfer, attest, pending, contradicted, ended] = await Promise.all([
    countWaitingLong(scope, today),
    transferCard(scope),
    countToAttest(scope, today),
    countPendingReports(scope),
    countContradictedDeaths(scope),
    countEndedWithHolders(scope, today),
  ]);
  return [
    { key: "unassignedLong", count: long, href: "/assign/waiting", tone: "late" },
    transfer,
    {
      key: "coInterviewsToAttest",
      count: attest,
      href: "/district/co-interviews?held=1",
      tone: "due",
    },
    // What was found at a door and a head decides.
    { key: "reportsToConfirm", count: pending, href: "/district/confirmations", tone: "due" },
    {
      key: "deathsContradicted",
      count: contradicted,
      href: "/district/confirmations?kind=after_death",
      tone: "late",
    },
    { key: "endedCodes", count: ended, href: "/district/officers?ended=1", tone: "late" },
  ];
}

/** What was keyed from paper and waits for the secretary's confirmation. */
async function confirmationCards(scope: Scoped, today: string): Promise<HomeCard[]> {
  const [papers, assessments] = await Promise.all([
    papersCard(scope, today),
    countHolders(scope, { assessment: "pending" }),
  ]);
  return [
    papers,
    {
      key: "assessmentsToConfirm",
      count: assessments,
      href: "/holders?assessment=pending",
      tone: "due",
    },
  ];
}

/** The forms on paper that the reader typed, which another officer confirms. */
async function ownPapersCard({ tx, actor }: Scoped): Promise<HomeCard> {
  const where = {
    confirmation: "pending",
    recordedDistrictCode: actor.districtCode ?? "",
    recordedById: actor.id,
  } as const;
  return {
    key: "papersOwn",
    count: await tx.intent.count({ where }),
    href: "/desk/confirmations?own=1",
    tone: "due",
  };
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

/** The province's cards and its first picture. */
export async function listProvinceCards(scope: Scoped, today: string) {
  const [rows, beside] = await Promise.all([listTally(scope), registrationsCard(scope)]);
  const [cards, staff, glance, sums] = await Promise.all([
    areaCards(scope, rows, beside, today),
    staffOf(scope, rows, today),
    glanceOfProvince(scope, rows, today),
    getEntitlements(scope, today, rows),
  ]);
  return { cards, staff, glance, entitlements: sums.entitlements };
}

/** What waits for the governor and the province's officers; shown while something does. */
export async function listProvinceMatters(scope: Scoped): Promise<HomeCard[]> {
  const [undecided, teams, overdue, imports] = await Promise.all([
    countUndecided(scope),
    teamsCard(scope),
    countOverdueTasks(scope),
    mayEver(scope.actor, "import.run") ? countImportsWithoutLetter(scope) : 0,
  ]);
  const matters: HomeCard[] = [
    { key: "undecided", count: undecided, href: "/province/decisions", tone: "due" },
    { ...teams, href: "/province/teams" },
    { key: "overdueTasks", count: overdue, href: "/province/agencies?late=1", tone: "late" },
    { key: "importsWithoutLetter", count: imports, href: "/imports?letter=none", tone: "due" },
  ];
  return matters.filter(({ count }) => count > 0);
}

/** The districts without a team that nobody has put before the governor either: what waits there is another line. */
async function teamsCard(scope: Scoped): Promise<HomeCard> {
  const lacking = await listWithoutTeam(scope);
  return {
    key: "teamsMissing",
    count: lacking.length,
    names: lacking.map(({ name }) => name).join(" "),
    href: `/province/teams/${lacking[0]?.code ?? ""}`,
    tone: "due",
  };
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
  const [recorded, own, papers, ownPapers] = await Promise.all([
    tx.intent.count({ where: here }),
    tx.intent.count({ where: { ...here, recordedById: actor.id } }),
    papersCard(scope, today),
    ownPapersCard(scope),
  ]);
  const cards: HomeCard[] = [
    { key: "recordedToday", count: recorded, href: "/desk/today", tone: "done" },
    { key: "recordedOwn", count: own, href: "/desk/today?mine=1", tone: "done" },
    papers,
    ownPapers,
  ];
  return over ? cards.filter(({ count }) => count > 0) : cards;
}
