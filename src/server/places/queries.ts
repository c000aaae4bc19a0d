import { districtOf } from "@/domain/areas";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

const inOwnDistrict = ({ actor }: Scoped): Prisma.PlaceWhereInput => ({
  districtCode: actor.districtCode ?? "",
});

/** The district's places in the order of their days, with the days on which each was opened. */
export async function listPlaces(scope: Scoped) {
  const places = await scope.tx.place.findMany({
    where: inOwnDistrict(scope),
    select: {
      id: true,
      name: true,
      opensOn: true,
      closesOn: true,
      desks: { select: { openOn: true }, orderBy: { openOn: "asc" } },
    },
    orderBy: [{ opensOn: "asc" }, { name: "asc" }],
    take: 200,
  });
  return places.map(({ opensOn, closesOn, desks, ...place }) => ({
    ...place,
    opensOn: fromDateColumn(opensOn),
    closesOn: fromDateColumn(closesOn),
    openDays: desks.map(({ openOn }) => fromDateColumn(openOn)),
  }));
}
export type PlaceRow = Awaited<ReturnType<typeof listPlaces>>[number];

/** The desks that are open today in the actor's district. */
export async function listOpenDesks({ tx, actor }: Scoped, today: string) {
  const desks = await tx.desk.findMany({
    where: { districtCode: actor.districtCode ?? "", openOn: toDateColumn(today) },
    select: {
      id: true,
      placeId: true,
      place: { select: { name: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return desks.map(({ place, ...desk }) => ({ ...desk, placeName: place.name }));
}
export type OpenDesk = Awaited<ReturnType<typeof listOpenDesks>>[number];

/** Who can open a desk in the actor's district: its chief and its secretaries. */
export async function listDeskOpeners({ tx, actor }: Scoped) {
  return tx.officer.findMany({
    where: {
      districtCode: actor.districtCode ?? "",
      role: { in: ["district_chief", "district_secretary"] },
      status: "active",
    },
    select: { id: true, name: true, position: true, phone: true },
    orderBy: [{ role: "asc" }, { name: "asc" }],
  });
}

/** The desk's day: what is open, what could be opened, what was done, what waits. */
export async function getDeskDay(scope: Scoped) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const district = actor.districtCode ?? "";
  const recordedOn = toDateColumn(today);
  const here = { recordedDistrictCode: district };
  // One after the other: a transaction is one connection, which answers one query at a time.
  const desks = await listOpenDesks(scope, today);
  const places = await listPlaces(scope);
  const openers = await listDeskOpeners(scope);
  const byAnswer = await tx.intent.groupBy({
    by: ["answer"],
    where: { ...here, recordedOn },
    _count: true,
  });
  const registrations = await tx.registration.count({
    where: { ...here, cameOn: recordedOn },
  });
  const waiting = { ...here, confirmation: "pending" } as const;
  const pending = await tx.intent.count({ where: waiting });
  const ownPending = await tx.intent.count({ where: { ...waiting, recordedById: actor.id } });
  const counted = (answer: string) => byAnswer.find((row) => row.answer === answer)?._count ?? 0;
  const open = new Set(desks.map(({ placeId }) => placeId));
  return {
    today,
    desks,
    placeCount: places.length,
    canOpen: places.filter(
      ({ id, opensOn, closesOn }) => !open.has(id) && opensOn <= today && today <= closesOn,
    ),
    openers,
    yes: counted("yes"),
    no: counted("no"),
    registrations,
    pending,
    ownPending,
  };
}
export type DeskDay = Awaited<ReturnType<typeof getDeskDay>>;

/**
 * The subdistricts of the actor's province as choices, those of the own district first; two may have the same name, so the
 * district is added to it.
 */
export async function listProvinceSubdistricts({ tx, actor }: Scoped) {
  const rows = await tx.subdistrict.findMany({
    where: { district: { provinceCode: actor.provinceCode ?? "" } },
    select: { code: true, name: true, district: { select: { name: true } } },
    orderBy: { code: "asc" },
  });
  const own = (code: string) =>
    actor.districtCode !== null && districtOf(code) === actor.districtCode;
  return [...rows.filter(({ code }) => own(code)), ...rows.filter(({ code }) => !own(code))].map(
    ({ code, name, district }) => ({ value: code, label: name, hint: district.name }),
  );
}
