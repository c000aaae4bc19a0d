import { randomUUID } from "node:crypto";
import { demoPlaces } from "@tests/builders/demo-officers";
import { firstName, surname } from "@tests/builders/names";
import { impossibleId } from "@tests/builders/people";
import { type Random, seededRandom } from "@tests/builders/random";
import { nameSearchKey } from "@/domain/names";
import type { Actor } from "@/domain/policy";
import { toDateColumn } from "@/server/clock";
import { database } from "@/server/db";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";
import { listPlaces } from "@/server/places/queries";
import { enterRole, scoped } from "@/server/scope";
import { deskDays, type Fate } from "./spread";

export type DemoHolder = {
  id: string;
  districtCode: string;
  subdistrictCode: string;
  mustReach: boolean;
  phone: string;
  fate: Fate;
};

export type DemoDesk = { id: string; placeName: string; openOn: string };

const homeOf = ({ provinceCode, districtCode }: Actor) => ({
  provinceCode: provinceCode ?? "",
  districtCode: districtCode ?? "",
});

/** The places of a district, as its secretary announced them: before its chief plans with them. */
export async function announcePlaces(secretary: Actor) {
  await database().$transaction(async (tx) => {
    await enterRole(tx, secretary);
    await tx.place.createMany({
      data: demoPlaces
        .filter(({ districtCode }) => districtCode === secretary.districtCode)
        .map(({ name, opensOn, closesOn }) => ({
          ...homeOf(secretary),
          id: randomUUID(),
          name,
          opensOn: toDateColumn(opensOn),
          closesOn: toDateColumn(closesOn),
          announcedById: secretary.id,
          recordedOn: toDateColumn(opensOn),
        })),
    });
  });
}

/** A desk at the first place of a district for each working day so far, as its secretary opened them. */
export async function openDesks(secretary: Actor, today: string): Promise<DemoDesk[]> {
  const first = demoPlaces.find(({ districtCode }) => districtCode === secretary.districtCode);
  const hall = (await scoped(secretary, listPlaces)).find(({ name }) => name === first?.name);
  if (!hall) throw new Error("A district of the demo has no place.");
  const desks = deskDays(today).map((openOn) => ({
    id: randomUUID(),
    placeId: hall.id,
    placeName: hall.name,
    openOn,
  }));
  await database().$transaction(async (tx) => {
    await enterRole(tx, secretary);
    await tx.desk.createMany({
      data: desks.map(({ id, placeId, openOn }) => ({
        ...homeOf(secretary),
        id,
        placeId,
        openOn: toDateColumn(openOn),
        openedById: secretary.id,
      })),
    });
  });
  return desks;
}

const noReasons = ["อายุมาก", "มีงานทำแล้ว", "ไม่มีเวลา", "ต้องดูแลคนในครอบครัว", "สุขภาพไม่แข็งแรง"];

/** The intents of a district, recorded by its receiving officers; the first one also types late forms, still to confirm. */
export async function recordIntents(
  receivers: readonly Actor[],
  desks: readonly DemoDesk[],
  holders: readonly DemoHolder[],
  today: string,
) {
  const random = seededRandom(`desk ${receivers[0]?.districtCode}`);
  for (const [turn, receiver] of receivers.entries()) {
    const own = holders.filter(
      ({ fate }, index) =>
        fate.desk && (fate.desk.late ? turn === 0 : index % receivers.length === turn),
    );
    await database().$transaction(
      async (tx) => {
        await enterRole(tx, receiver);
        const numbers = await tx.$queryRaw<{ number: string }[]>`
          SELECT app.next_receipt() AS number FROM generate_series(1, ${own.length}::int)`;
        await tx.intent.createMany({
          data: own.flatMap((holder, index) => {
            const row = intentRow(random, holder, desks, today);
            const receiptNumber = numbers[index]?.number ?? "";
            return row
              ? [{ ...row, receiptNumber, recordedById: receiver.id, ...areaOf(receiver) }]
              : [];
          }),
        });
      },
      { timeout: 60_000 },
    );
  }
}

function areaOf(receiver: Actor) {
  return {
    provinceCode: receiver.provinceCode ?? "",
    districtCode: receiver.districtCode ?? "",
    recordedDistrictCode: receiver.districtCode ?? "",
  };
}

function intentRow(
  random: Random,
  { id, fate, phone }: DemoHolder,
  desks: readonly DemoDesk[],
  today: string,
) {
  const given = fate.desk;
  const desk = given && desks.find(({ openOn }) => openOn === given.on);
  if (!given || !desk) return null;
  const late = given.late
    ? {
        paperNumber: `ป.${random.int(1, 400)}/2561`,
        lateReason: "บันทึกจากแบบกระดาษที่รับไว้นอกสถานที่",
        confirmation: "pending" as const,
      }
    : {};
  return {
    id: randomUUID(),
    holderId: id,
    deskId: given.late ? null : desk.id,
    placeName: desk.placeName,
    answer: given.answer,
    reason: given.answer === "no" ? random.pick(noReasons) : null,
    intentOn: toDateColumn(given.on),
    recordedOn: toDateColumn(given.late ? today : given.on),
    consentFinancial: given.answer === "yes" && random.chance(0.93),
    consentContact: random.chance(0.97),
    consentTextVersion: "2018-02",
    readAloud: random.chance(0.3),
    signedBy: "signature",
    phone:
      phone ||
      (random.chance(0.4) ? `060${String(random.int(0, 9_999_999)).padStart(7, "0")}` : null),
    ...late,
  };
}

/** A few people who showed a card and were on no list: registered in full, and they said yes. */
export async function registerHolders(receiver: Actor, desks: readonly DemoDesk[], today: string) {
  const random = seededRandom(`registrations ${receiver.districtCode}`);
  const people = Array.from({ length: random.int(1, 3) }, () =>
    registeredPerson(random, receiver, random.pick(desks), today),
  );
  await database().$transaction(async (tx) => {
    await enterRole(tx, receiver);
    await tx.registration.createMany({ data: people });
    const numbers = await tx.$queryRaw<{ number: string }[]>`
      SELECT app.next_receipt() AS number FROM generate_series(1, ${people.length}::int)`;
    await tx.intent.createMany({
      data: people.map(({ id, provinceCode, districtCode, placeName, cameOn, phone }, index) => ({
        id: randomUUID(),
        holderId: id,
        provinceCode,
        districtCode,
        recordedDistrictCode: districtCode,
        placeName,
        answer: "yes",
        intentOn: cameOn,
        consentFinancial: true,
        consentContact: true,
        consentTextVersion: "2018-02",
        signedBy: "signature",
        witnesses: [],
        phone,
        receiptNumber: numbers[index]?.number ?? "",
        recordedById: receiver.id,
        recordedOn: cameOn,
      })),
    });
  });
}

function registeredPerson(random: Random, receiver: Actor, desk: DemoDesk, today: string) {
  const id = randomUUID();
  const nationalId = impossibleId("5", random.int(0, 9_999_999));
  const [first, last] = [firstName(random, "male", 1968), surname(random)];
  const districtCode = receiver.districtCode ?? "";
  return {
    id,
    provinceCode: receiver.provinceCode ?? "",
    districtCode,
    recordedDistrictCode: districtCode,
    name: `นาย${first} ${last}`,
    title: "นาย",
    firstName: first,
    lastName: last,
    searchName: nameSearchKey(first, last),
    nationalIdEnc: encryptNationalId(nationalId, id),
    nationalIdIndex: nationalIdIndex(nationalId),
    nationalIdLast4: nationalId.slice(-4),
    birthDate: toDateColumn("1968-06-14"),
    birthDatePrecision: "day",
    subdistrictCode: `${districtCode}01`,
    moo: random.int(1, 6),
    houseNo: String(random.int(1, 180)),
    phone: `060${String(random.int(0, 9_999_999)).padStart(7, "0")}`,
    occupation: "รับจ้างทั่วไป",
    incomeSatang: random.int(12, 29) * 100_000,
    cardShown: "both" as const,
    placeName: desk.placeName,
    cameOn: toDateColumn(desk.openOn < today ? desk.openOn : today),
    receiptNumber: "",
    recordedById: receiver.id,
  };
}
