import { impossibleId } from "@tests/builders/people";
import {
  buildDeskWorld,
  count,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { decryptNationalId } from "@/server/holders/national-id";
import { announcePlace, openDesk } from "@/server/places/commands";
import { getDeskDay, listPlaces } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { recordUnlisted } from "@/server/unlisted/commands";
import { listUnlisted, viewUnlistedReceipt } from "@/server/unlisted/queries";

/** Places, the desk of the day, and people who come and are on no list. */
let world: DeskWorld;
beforeAll(async () => {
  world = await buildDeskWorld();
  await setToday("2018-02-20");
});

const hall = { name: "หอประชุมอำเภอ", opensOn: "2018-02-19", closesOn: "2018-02-21" };
async function announce(input = hall) {
  const sent = await send(announcePlace, world.secretary, input);
  return (sent as { value: { placeId: string } }).value.placeId;
}

describe("a place", () => {
  it("is announced by chief or secretary for days of the window, and seen by the district", async () => {
    expect(await send(announcePlace, world.chief, { ...hall, name: "วัดศรีดอนคำ" })).toMatchObject({
      ok: true,
    });
    expect(await send(announcePlace, world.desk, hall)).toMatchObject({ ok: false });
    expect(
      await send(announcePlace, world.chief, { ...hall, closesOn: "2018-03-01" }),
    ).toMatchObject({ code: "INVALID", fields: { closesOn: ["desk.outsideWindow"] } });
    expect(await scoped(world.desk, listPlaces)).toMatchObject([
      { name: "วัดศรีดอนคำ", opensOn: "2018-02-19", openDays: [] },
    ]);
    expect(await scoped(world.neighbour, listPlaces)).toEqual([]);
  });

  it("is opened for a day once, on its days only, by its own district", async () => {
    const placeId = await announce();
    expect(await send(openDesk, world.desk, { placeId })).toMatchObject({ ok: false });
    const neighbour = officer("district_chief", "5402");
    await onDatabase((client) => insert(client, "officer", officerRow(neighbour)));
    expect(await send(openDesk, neighbour, { placeId })).toMatchObject({ code: "NOT_FOUND" });
    expect(await send(openDesk, world.chief, { placeId })).toMatchObject({ ok: true });
    expect(await send(openDesk, world.secretary, { placeId })).toMatchObject({
      code: "ALREADY_RECORDED",
    });
    await setToday("2018-02-22");
    expect(await send(openDesk, world.chief, { placeId })).toMatchObject({
      code: "OUTSIDE_WINDOW",
    });
    await setToday("2018-02-20");
    expect(await count("desk WHERE place_id = $1", placeId)).toBe(1);
  });

  it("makes the desk's day: what is open, what could be, and who can open it", async () => {
    const placeId = await announce({ ...hall, name: "ศาลาหมู่ที่ 4" });
    const day = await scoped(world.desk, getDeskDay);
    expect(day.canOpen.map(({ id }) => id)).toContain(placeId);
    expect(day.desks.map((desk) => desk.placeName)).toContain("หอประชุมอำเภอ");
    expect(day.openers.map(({ id }) => id).sort()).toEqual(
      [world.chief.id, world.secretary.id].sort(),
    );
    expect(day).toMatchObject({ today: "2018-02-20", yes: 0, no: 0, pending: 0 });
  });
});

describe("someone on no list", () => {
  const person = {
    name: "นายสมบูรณ์ ใจเย็น",
    nationalId: impossibleId("5", 777),
    phone: "0601112222",
  };
  async function openToday() {
    const placeId = await announce({ ...hall, name: "โรงเรียน" });
    const sent = await send(openDesk, world.chief, { placeId });
    return (sent as { value: { deskId: string } }).value.deskId;
  }

  it("is kept with place and day under a receipt, his number encrypted, and reaches the province", async () => {
    const deskId = await openToday();
    const sent = await send(recordUnlisted, world.desk, { ...person, deskId });
    expect(sent).toMatchObject({
      ok: true,
      value: { receiptNumber: expect.stringMatching(/^5401-\d{6}$/) },
    });
    const { unlistedId } = (sent as { value: { unlistedId: string } }).value;
    const row = await onDatabase(
      async (client) =>
        (await client.query("SELECT * FROM unlisted_person WHERE id = $1", [unlistedId])).rows[0],
    );
    expect(decryptNationalId(row.national_id_enc, unlistedId)).toBe(person.nationalId);
    expect(JSON.stringify(row)).not.toContain(person.nationalId);

    const province = officer("provincial_officer", "54");
    const elsewhere = officer("provincial_officer", "55");
    await onDatabase(async (client) => {
      for (const actor of [province, elsewhere]) await insert(client, "officer", officerRow(actor));
    });
    expect(await scoped(province, listUnlisted)).toMatchObject([
      { name: person.name, placeName: "โรงเรียน", cameOn: "2018-02-20" },
    ]);
    expect(await scoped(elsewhere, listUnlisted)).toEqual([]);
    expect(await scoped(world.neighbour, listUnlisted)).toEqual([]);
    expect(
      await scoped(world.desk, (scope) => viewUnlistedReceipt(scope, unlistedId)),
    ).toMatchObject({
      name: person.name,
      on: "2018-02-20",
    });
    expect(
      await scoped(world.neighbour, (scope) => viewUnlistedReceipt(scope, unlistedId)),
    ).toBeNull();

    expect(await send(recordUnlisted, world.colleague, { ...person, deskId })).toMatchObject({
      code: "ALREADY_RECORDED",
    });
  });

  it("is not someone of the list, and comes with a whole number, to an open desk", async () => {
    const deskId = await openToday();
    const listed = await saveHolder(world, { district: "5402" });
    const before = await count("unlisted_person");
    for (const [input, expected] of [
      [{ nationalId: listed.nationalId }, { fields: { nationalId: ["desk.isListed"] } }],
      [{ nationalId: "3000000009990" }, { fields: { nationalId: ["desk.ID_CHECK_DIGIT"] } }],
      [{ nationalId: "30000" }, { fields: { nationalId: ["desk.ID_DAMAGED"] } }],
      [{ deskId: listed.id }, { code: "DESK_NOT_OPEN" }],
    ] as const)
      expect(await send(recordUnlisted, world.desk, { ...person, deskId, ...input })).toMatchObject(
        {
          ok: false,
          ...expected,
        },
      );
    await setToday("2018-03-01");
    expect(await send(recordUnlisted, world.desk, { ...person, deskId })).toMatchObject({
      code: "OUTSIDE_WINDOW",
    });
    await setToday("2018-02-20");
    expect(await count("unlisted_person")).toBe(before);
  });
});
