import { randomUUID } from "node:crypto";
import {
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { markNotificationsRead } from "@/server/notifications/commands";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import { countUnreadNotifications, listNotifications } from "@/server/notifications/queries";
import { scoped } from "@/server/scope";

/** An officer is notified once, and nobody else; the notification stays until it is read. */
let world: DeskWorld;
beforeAll(async () => {
  world = await buildDeskWorld();
  await setToday("2018-02-20");
});

const today = "2018-02-20";
const tell = (by: Actor, to: (string | null)[], href: string, holderId?: string) =>
  scoped(by, (scope) =>
    notify({ ...scope, today }, { to, kind: "inquiry_passed", href, holderId }),
  );
const seenBy = (actor: Actor) => scoped(actor, listNotifications);

describe("a notification", () => {
  it("reaches those it is meant for, never its author, and is one line until it has been read", async () => {
    const href = `/inquiries?open=${randomUUID()}`;
    const { id: holderId, name } = await saveHolder(world);
    const meant = [world.secretary.id, world.secretary.id, world.chief.id, null];
    await tell(world.chief, meant, href, holderId);
    await tell(world.chief, meant, href, holderId);
    expect((await seenBy(world.chief)).rows).toEqual([]);
    expect((await seenBy(world.secretary)).rows).toMatchObject([
      { kind: "inquiry_passed", href, person: name, read: false, by: world.chief.name },
    ]);
  });

  it("names nobody whose file the reader may not open", async () => {
    const { id } = await saveHolder(world, { district: "5401" });
    await tell(world.chief, [world.neighbour.id], `/inquiries?open=${randomUUID()}`, id);
    expect((await seenBy(world.neighbour)).rows).toMatchObject([{ person: null }]);
  });

  it("cannot be sent to another province", async () => {
    await expect(tell(world.chief, [world.stranger.id], "/inquiries")).rejects.toThrow();
  });

  it("is read one by one or all together, and what came since stays new", async () => {
    for (const nth of [1, 2, 3]) await tell(world.chief, [world.desk.id], `/inquiries?open=${nth}`);
    const before = await seenBy(world.desk);
    expect(before.unread).toBe(3);
    const [newest, second] = before.rows;
    const until = newest?.at as string;
    await send(markNotificationsRead, world.desk, { notificationId: second?.id, until });
    expect(await scoped(world.desk, countUnreadNotifications)).toBe(2);
    await tell(world.chief, [world.desk.id], "/inquiries?open=4");
    // An officer cannot mark another officer's line.
    await send(markNotificationsRead, world.colleague, { notificationId: null, until });
    expect(await scoped(world.desk, countUnreadNotifications)).toBe(3);
    await send(markNotificationsRead, world.desk, { notificationId: null, until });
    expect(await scoped(world.desk, countUnreadNotifications)).toBe(1);
    // After it was read, the same thing is notified again.
    await tell(world.chief, [world.desk.id], "/inquiries?open=1");
    expect(await scoped(world.desk, countUnreadNotifications)).toBe(2);
  });
});

it("finds the officers of a role in a district or the whole province, no further", async () => {
  const ask = (district?: string) =>
    scoped(world.chief, (scope) => listOfficerIds(scope, ["receiving_officer"], district));
  expect((await ask("5401")).sort()).toEqual([world.desk.id, world.colleague.id].sort());
  expect(await ask()).toHaveLength(3);
  expect(await ask("5501")).toEqual([]);
});
