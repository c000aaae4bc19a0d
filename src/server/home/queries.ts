import { faultWordsBySet } from "@/domain/rules/fault-words";
import { rulesOn } from "@/domain/rules/sets";
import { stageOn } from "@/domain/season";
import { getAreaNames } from "@/server/areas/queries";
import { isDemo, programmeDate, toDateColumn } from "@/server/clock";
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
  const unread = await countUnreadNotifications(scope);
  const faultWords = faultWordsBySet(scope.ruleSets);
  return { ...areas, today, demo, unread, faultWords, codes: codes.map(({ code }) => code) };
}

/** The home page of a role: its cards, the people to see next, the working days left. */
export async function getHome(scope: Scoped) {
  const frame = await getFrame(scope);
  const all = [
    ...(await cardsOf(scope, frame.today)),
    ...(await listFollowUpCards(scope, frame.today)),
  ];
  const cards = await withWaiting(scope, all, frame.today);
  return {
    place: frame.district ?? frame.province ?? "",
    today: frame.today,
    demo: frame.demo,
    fieldwork: await homeVisits(scope, frame.today),
    holidays: rulesOn(scope.ruleSets, frame.today).fieldworkHolidays.value,
    ...cards,
    agency: scope.actor.agency,
    reader: {
      role: scope.actor.role,
      agency: scope.actor.agency,
      districtCode: scope.actor.districtCode,
    },
    stage: stageOn(rulesOn(scope.ruleSets, frame.today), frame.today),
    officers:
      scope.actor.role === "administrator"
        ? await scope.tx.officer.count({ where: { status: "active" } })
        : null,
    notes: scope.actor.role === "account_officer" ? await listOpenNotes(scope) : [],
    people: scope.actor.role === "account_officer" ? await listNextPeople(scope, frame.today) : [],
    deskOpen:
      scope.actor.role === "receiving_officer" ? await isDeskOpen(scope, frame.today) : null,
  };
}
export type Home = Awaited<ReturnType<typeof getHome>>;

async function cardsOf(scope: Scoped, today: string): Promise<HomeCard[]> {
  switch (scope.actor.role) {
    case "account_officer":
      return [
        ...(await listReferralCards(scope, today)),
        ...(await listOfficerCards(scope, today)),
      ];
    case "district_chief":
    case "district_secretary":
      return [...(await listDistrictCards(scope)), ...(await listReferralCards(scope, today))];
    case "governor":
    case "provincial_officer":
      return listProvinceCards(scope);
    case "receiving_officer":
      return listDeskCards(scope, today);
    case "administrator":
    case "link_bearer":
      return [];
    case "agency_officer":
      return [...(await listTaskCards(scope)), ...(await listAgencyCards(scope, today))];
  }
}

async function isDeskOpen({ tx, actor }: Scoped, today: string): Promise<boolean> {
  const desk = await tx.desk.findFirst({
    where: { districtCode: actor.districtCode ?? "", openOn: toDateColumn(today) },
    select: { id: true },
  });
  return desk !== null;
}
