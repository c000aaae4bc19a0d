import { districtOf } from "@/domain/areas";
import { workingDays } from "@/domain/calendar";
import { fieldDaysLeft } from "@/domain/caseload";
import type { Entitlements } from "@/domain/entitlement-sums";
import type { Staff } from "@/domain/headline";
import { mayEver } from "@/domain/policy";
import { faultWordsBySet } from "@/domain/rules/fault-words";
import type { Period } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { dutyOf, seasonOf, stageOn } from "@/domain/season";
import { getAreaNames } from "@/server/areas/queries";
import { isDemo, programmeDate, toDateColumn } from "@/server/clock";
import type { Glance } from "@/server/figures/glance";
import { asHeadline, countRounds } from "@/server/follow-ups/queries";
import { newestProof } from "@/server/ledger/proven";
import { countEntries, type EntryCounts } from "@/server/ministry/counts";
import { getCutoff } from "@/server/ministry/cutoff";
import { getRunLine } from "@/server/month-runs/queries";
import { countUnreadNotifications } from "@/server/notifications/queries";
import { countPublished, type PublishedCount } from "@/server/published/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { listOpenNotes } from "@/server/supervision/queries";
import { type DayWalk, loadWalk } from "@/server/visits/day";
import type { HomeCard } from "./card";
import {
  listDeskCards,
  listDistrictCards,
  listDistrictMatters,
  listOfficerCards,
  listProvinceCards,
  listProvinceMatters,
  listTaskCards,
} from "./cards";
import { listFollowUpCards } from "./follow-up-cards";
import { listNextPeople } from "./next-people";
import { listAgencyCards, listReferralCards } from "./referral-cards";
import { inOrder, listWaiting } from "./waiting";

/** What the frame of every page shows: the actor's place of work, the programme's date, the AO codes. */
export async function getFrame(scope: Scoped) {
  const { tx, actor } = scope;
  const [areas, today, demo, unread, codes] = await Promise.all([
    getAreaNames(actor, tx),
    programmeDate(tx),
    isDemo(tx),
    countUnreadNotifications(scope),
    actor.role === "account_officer"
      ? tx.accountOfficerCode.findMany({
          where: { officerId: actor.id },
          select: { code: true },
          orderBy: { code: "asc" },
        })
      : [],
  ]);
  // Codes of two districts: the officer works in both.
  const worked = [...new Set(codes.map(({ code }) => districtOf(code)))];
  const districts =
    worked.length > 1
      ? (
          await tx.district.findMany({ where: { code: { in: worked } }, orderBy: { code: "asc" } })
        ).map(({ name }) => name)
      : [areas.district].filter((name) => name !== null);
  const faultWords = faultWordsBySet(scope.ruleSets);
  return {
    ...areas,
    districts,
    today,
    demo,
    unread,
    faultWords,
    holidays: rulesOn(scope.ruleSets, today).fieldworkHolidays.value,
    codes: codes.map(({ code }) => code),
  };
}

/** The home page of a role: its cards, the people to see next, the working days left. */
export async function getHome(scope: Scoped) {
  const today = await programmeDate(scope.tx);
  const { role } = scope.actor;
  const isOfficer = role === "account_officer";
  const walk = isOfficer ? await loadWalk(scope, today) : null;
  const entries = countEntries(scope);
  const [areas, fieldwork, own, followUp, more, officers, notes, people, deskOpen, matters] =
    await Promise.all([
      getAreaNames(scope.actor, scope.tx),
      homeVisits(scope, today),
      cardsOf(scope, today, walk),
      followUpOf(scope, today, entries),
      listWaiting(scope, today),
      role === "administrator" ? scope.tx.officer.count({ where: { status: "active" } }) : null,
      isOfficer ? listOpenNotes(scope) : [],
      walk ? listNextPeople(scope, today, walk) : [],
      role === "receiving_officer" ? isDeskOpen(scope, today) : null,
      moneyMatters(scope, today, entries),
    ]);
  const season = seasonOf(today, fieldwork);
  return {
    place: areas.district ?? areas.province ?? "",
    today,
    demo: await isDemo(scope.tx),
    season,
    window: windowFor(scope, today, fieldwork),
    staff: own.staff,
    entitlements: own.entitlements,
    glance: own.glance,
    published: own.published,
    round: followUp.rounds.running ? asHeadline(followUp.rounds.running) : undefined,
    ...inOrder([...own.cards, ...followUp.cards], more, { role, duty: dutyOf(season) }),
    reader: {
      role: scope.actor.role,
      agency: scope.actor.agency,
      districtCode: scope.actor.districtCode,
    },
    stage: stageOn(today, rulesOn(scope.ruleSets, today).walkIn.value, fieldwork),
    officers,
    notes,
    people,
    deskOpen,
    ...matters,
  };
}
export type Home = Awaited<ReturnType<typeof getHome>>;

/** What the sums wait for: the Ministry's day, this month's run, the second reckoning. Each only for whom it concerns. */
async function moneyMatters(scope: Scoped, today: string, entries: Promise<EntryCounts>) {
  const [cutoff, run, proof] = await Promise.all([
    mayEver(scope.actor, "ministry.mark") ? getCutoff(scope, today, null, entries) : null,
    // Undefined: not the reader's; null: there is none yet.
    mayEver(scope.actor, "run.prepare") ? getRunLine(scope) : undefined,
    newestProof(scope),
  ]);
  return { cutoff, run, proof };
}

/** The rounds of follow-up, and the cards of what waits after the interviews. */
async function followUpOf(scope: Scoped, today: string, entries = countEntries(scope)) {
  const counted = countRounds(scope, today);
  const [rounds, cards] = await Promise.all([
    counted,
    listFollowUpCards(scope, today, counted, entries),
  ]);
  return { rounds, cards };
}

/** The window in which the reader's work of these days lies, and its working days left; null once it is over. */
function windowFor({ actor, ruleSets }: Scoped, today: string, fieldwork: Period) {
  const { walkIn, fieldworkHolidays } = rulesOn(ruleSets, today);
  const holidays = fieldworkHolidays.value;
  if (actor.role === "receiving_officer") {
    const { until } = walkIn.value;
    // The desk works today as well.
    return today > until ? null : { days: workingDays(today, until, holidays).length, until };
  }
  return today > fieldwork.until
    ? null
    : { days: fieldDaysLeft(today, fieldwork, holidays), until: fieldwork.until };
}

type Cards = {
  cards: HomeCard[];
  staff?: Staff;
  entitlements?: Entitlements;
  glance?: Glance;
  published?: PublishedCount;
};

async function cardsOf(scope: Scoped, today: string, walk: DayWalk | null): Promise<Cards> {
  switch (scope.actor.role) {
    case "account_officer": {
      const referrals = await listReferralCards(scope, today);
      const own: Cards = walk ? await listOfficerCards(scope, today, walk) : { cards: [] };
      return { ...own, cards: [...referrals, ...own.cards] };
    }
    case "district_chief":
    case "district_secretary":
      return withMatters(scope, today, listDistrictCards(scope, today));
    case "governor":
    case "provincial_officer":
      return withMatters(scope, today, listProvinceCards(scope, today));
    case "receiving_officer":
      return { cards: await listDeskCards(scope, today) };
    case "national_reader":
      return { cards: [], published: await countPublished(scope) };
    case "administrator":
    case "link_bearer":
      return { cards: [] };
    case "agency_officer": {
      const parts = await Promise.all([listTaskCards(scope), listAgencyCards(scope, today)]);
      return { cards: parts.flat() };
    }
  }
}

async function withMatters(scope: Scoped, today: string, area: Promise<Cards>): Promise<Cards> {
  const [own, matters] = await Promise.all([area, listMatters(scope, today)]);
  return { ...own, cards: [...own.cards, ...matters] };
}

/** What waits for a head beside what every officer may have: matters of the area, and referrals. */
async function listMatters(scope: Scoped, today: string): Promise<HomeCard[]> {
  const ofProvince = mayEver(scope.actor, "province.view");
  const parts = await Promise.all([
    ofProvince ? listProvinceMatters(scope) : listDistrictMatters(scope, today),
    listReferralCards(scope, today),
  ]);
  return parts.flat();
}

/** What waits for the head who opens the page of their own area, as on their home page. */
export async function listWaitingForHead(scope: Scoped, today: string): Promise<HomeCard[]> {
  const fieldwork = await homeVisits(scope, today);
  const [matters, followUp, more] = await Promise.all([
    listMatters(scope, today),
    followUpOf(scope, today),
    listWaiting(scope, today),
  ]);
  const { role } = scope.actor;
  const duty = dutyOf(seasonOf(today, fieldwork));
  return inOrder([...matters, ...followUp.cards], more, { role, duty }).waiting;
}

async function isDeskOpen({ tx, actor }: Scoped, today: string): Promise<boolean> {
  const desk = await tx.desk.findFirst({
    where: { districtCode: actor.districtCode ?? "", openOn: toDateColumn(today) },
    select: { id: true },
  });
  return desk !== null;
}
