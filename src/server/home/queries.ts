import { getAreaNames } from "@/server/areas/queries";
import { fromDateColumn, isDemo, programmeDate, toDateColumn } from "@/server/clock";
import { countUnread } from "@/server/notifications/queries";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
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
import { listAgencyCards, listReferralCards } from "./referral-cards";
import { withWaiting } from "./waiting";

/** What the frame of every page shows: where the actor works, the programme's date, his AO codes. */
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
  const unread = await countUnread(scope);
  return { ...areas, today, demo, unread, codes: codes.map(({ code }) => code) };
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
    ...cards,
    agency: scope.actor.agency,
    notes: scope.actor.role === "account_officer" ? await listOpenNotes(scope) : [],
    people: scope.actor.role === "account_officer" ? await listNextPeople(scope) : [],
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
      return [
        {
          key: "officers",
          count: await scope.tx.officer.count({ where: { status: "active" } }),
          href: "/clock",
        },
      ];
    case "agency_officer":
      return [...(await listTaskCards(scope)), ...(await listAgencyCards(scope, today))];
    case "link_bearer":
      return [];
  }
}

async function isDeskOpen({ tx, actor }: Scoped, today: string): Promise<boolean> {
  const desk = await tx.desk.findFirst({
    where: { districtCode: actor.districtCode ?? "", openOn: toDateColumn(today) },
    select: { id: true },
  });
  return desk !== null;
}

/** The next twelve holders of the caseload who are still to be interviewed, by village and house. */
async function listNextPeople(scope: Scoped) {
  const rows = await scope.tx.holder.findMany({
    where: {
      AND: [
        holdersFor(scope.actor, "holder.list"),
        { interviewedOn: null },
        { OR: [{ latestAnswer: null }, { latestAnswer: "yes" }] },
      ],
    },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      birthDate: true,
      visitMoo: true,
      visitHouseNo: true,
      state: true,
      ageClass: true,
      incomeBand: true,
      subdistrict: { select: { name: true } },
      correctedSubdistrict: { select: { name: true } },
    },
    orderBy: [
      { visitSubdistrictCode: "asc" },
      { visitMoo: "asc" },
      { searchName: "asc" },
      { id: "asc" },
    ],
    take: 12,
  });
  await auditRead(scope, "holder.list", { type: "home", id: null }, { count: rows.length });
  return rows.map(({ birthDate, correctedSubdistrict, visitMoo, visitHouseNo, ...row }) => ({
    ...row,
    moo: visitMoo,
    houseNo: visitHouseNo,
    subdistrict: correctedSubdistrict ?? row.subdistrict,
    birthDate: birthDate && fromDateColumn(birthDate),
  }));
}
