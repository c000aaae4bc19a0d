import {
  buildDeskWorld,
  count,
  type DeskWorld,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { announcePlace, openDesk } from "@/server/places/commands";
import { getDeskDay, listPlaces } from "@/server/places/queries";
import { scoped } from "@/server/scope";

/** Places and the desk of the day. */
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
    ).toMatchObject({ code: "INVALID", fields: { closesOn: ["outsideWindow"] } });
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
