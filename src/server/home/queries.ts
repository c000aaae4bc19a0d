import { districtOf } from "@/domain/areas";
import { workingDays } from "@/domain/calendar";
import { fieldDaysLeft } from "@/domain/caseload";
import type { Staff } from "@/domain/headline";
import { faultWordsBySet } from "@/domain/rules/fault-words";
import type { Period } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { dutyOf, seasonOf, stageOn } from "@/domain/season";
import { getAreaNames } from "@/server/areas/queries";
import { isDemo, programmeDate, toDateColumn } from "@/server/clock";
import { asHeadline, countRounds } from "@/server/follow-ups/queries";
import { countUnreadNotifications } from "@/server/notifications/queries";
import type { Scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { listOpenNotes } from "@/server/supervision/queries";
import type { HomeCard } from "./card";
import {
  listDeskCards,
  listDistrictCards,
  listOfficerCards,
  listProvinceCards,
  listTaskCards,
} from "./cards";
import { listFollowUpCards } from "./follow-up-cards";
import { listNextPeople } from "./next-people";
import { listAgencyCards, listReferralCards } from "./referral-cards";
import { withWaiting } from "./waiting";

/** What the frame of every page shows: the actor's place of work, the programme's date, the AO codes. */
export async function getFrame(scope: Scoped) {
  const { tx, actor } = scope;
  const areas = await getAreaNames(actor, tx);
  const today = await programmeDate(tx);
  const demo = await isDemo(tx);
  const codes =
    actor.role === "account_officer"
      ? await tx.accountOfficerCode.findMany({
          where: { officerId: actor.id },
          select: { code: true },
          orderBy: { code: "asc" },
        })
      : [];
  // Codes of two districts: the officer works in both.
  const worked = [...new Set(codes.map(({ code }) => districtOf(code)))];
  const districts =
    worked.length > 1
      ? (
          await tx.district.findMany({ where: { code: { in: worked } }, orderBy: { code: "asc" } })
        ).map(({ name }) => name)
      : [areas.district].filter((name) => name !== null);
  const unread = await countUnreadNotifications(scope);
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
  const areas = await getAreaNames(scope.actor, scope.tx);
  const { cards: own, staff } = await cardsOf(scope, today);
  const rounds = await countRounds(scope, today);
  const all = [...own, ...(await listFollowUpCards(scope, today, rounds))];
  const fieldwork = await homeVisits(scope, today);
  const season = seasonOf(today, fieldwork);
  const isOfficer = scope.actor.role === "account_officer";
  return {
    place: areas.district ?? areas.province ?? "",
    today,
    demo: await isDemo(scope.tx),
    season,
    window: windowFor(scope, today, fieldwork),
    staff,
    round: rounds.running ? asHeadline(rounds.running) : undefined,
    ...(await withWaiting(scope, all, { today, duty: dutyOf(season) })),
    reader: {
      role: scope.actor.role,
      agency: scope.actor.agency,
      districtCode: scope.actor.districtCode,
    },
    stage: stageOn(today, rulesOn(scope.ruleSets, today).walkIn.value, fieldwork),
    officers:
      scope.actor.role === "administrator"
        ? await scope.tx.officer.count({ where: { status: "active" } })
        : null,
    notes: isOfficer ? await listOpenNotes(scope) : [],
    people: isOfficer ? await listNextPeople(scope, today) : [],
    deskOpen: scope.actor.role === "receiving_officer" ? await isDeskOpen(scope, today) : null,
  };
}
export type Home = Awaited<ReturnType<typeof getHome>>;

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

type Cards = { cards: HomeCard[]; staff?: Staff };

async function cardsOf(scope: Scoped, today: string): Promise<Cards> {
  switch (scope.actor.role) {
    case "account_officer":
      return {
        cards: [
          ...(await listReferralCards(scope, today)),
          ...(await listOfficerCards(scope, today)),
        ],
      };
    case "district_chief":
    case "district_secretary": {
      const { cards, staff } = await listDistrictCards(scope, today);
      return { staff, cards: [...cards, ...(await listReferralCards(scope, today))] };
    }
    case "governor":
    case "provincial_officer": {
      const { cards, staff } = await listProvinceCards(scope, today);
      return { staff, cards: [...cards, ...(await listReferralCards(scope, today))] };
    }
    case "receiving_officer":
      return { cards: await listDeskCards(scope, today) };
    case "administrator":
    case "link_bearer":
      return { cards: [] };
    case "agency_officer":
      return {
        cards: [...(await listTaskCards(scope)), ...(await listAgencyCards(scope, today))],
      };
  }
}

async function isDeskOpen({ tx, actor }: Scoped, today: string): Promise<boolean> {
  const desk = await tx.desk.findFirst({
    where: { districtCode: actor.districtCode ?? "", openOn: toDateColumn(today) },
    select: { id: true },
  });
  return desk !== null;
}
