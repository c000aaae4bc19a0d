import { buildDeskWorld, type DeskWorld, send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import type { ResolutionState } from "@/domain/resolution";
import { listWaiting } from "@/server/home/waiting";
import { listNotifications } from "@/server/notifications/queries";
import { closeResolution, recordResolution } from "@/server/resolutions/commands";
import { lastMeetingOn, listResolutions, listResolutionsSince } from "@/server/resolutions/queries";
import { scoped } from "@/server/scope";

let world: DeskWorld;
let treasury: Actor;
let governor: Actor;
let caseworker: Actor;
let agency: Actor;
beforeAll(async () => {
  world = await buildDeskWorld();
  treasury = officer("provincial_officer", "54");
  governor = officer("governor", "54");
  caseworker = officer("account_officer", "5401", "CDD");
  agency = officer("agency_officer", "54", "DSD");
  await onDatabase(async (client) => {
    for (const actor of [treasury, governor, caseworker, agency])
      await insert(client, "officer", officerRow(actor));
  });
  await setToday("2018-03-20");
});

async function record(by: Actor, owner: string, more: object = {}): Promise<string> {
  const sent = await send(recordResolution, by, {
    metOn: "2018-03-19",
    matter: "เร่งพบผู้มีบัตรในตำบลที่ล่าช้า",
    owner,
    dueOn: "2018-03-30",
    ...more,
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.value.resolutionId;
}
const close = (by: Actor, resolutionId: string, outcome = "done") =>
  send(closeResolution, by, { resolutionId, outcome, note: "พบครบแล้ว" });
const list = (by: Actor, state: ResolutionState = "open") =>
  scoped(by, (scope) => listResolutions(scope, state));
const idsOf = async (by: Actor, state?: ResolutionState) =>
  (await list(by, state)).rows.map(({ id }) => id);
const home = async (by: Actor, today = "2018-03-20") =>
  (await scoped(by, (scope) => listWaiting(scope, today))).filter(({ key }) =>
    key.startsWith("resolutions"),
  );

describe("what a meeting decided", () => {
  it("stands on its owner's home and list until its owner says that it is done, once", async () => {
    const id = await record(world.secretary, caseworker.id);
    expect((await scoped(caseworker, listNotifications)).rows[0]).toMatchObject({
      kind: "resolution_given",
      href: `/resolutions?id=${id}`,
    });
    expect(await home(caseworker)).toMatchObject([
      { key: "resolutionsLate", count: 0 },
      { key: "resolutionsMine", count: 1, href: "/resolutions?state=mine" },
    ]);
    expect(await idsOf(caseworker, "mine")).toEqual([id]);
    expect(await close(caseworker, id, "withdrawn")).toMatchObject({
      ok: false,
      fields: { outcome: ["choose"] },
    });
    expect(await close(caseworker, id)).toMatchObject({ ok: true });
    expect(await close(world.chief, id)).toMatchObject({ code: "CONFLICT" });
    expect((await list(world.chief, "ended")).rows).toMatchObject([
      { id, outcome: "done", note: "พบครบแล้ว", closedBy: caseworker.name, closedOn: "2018-03-20" },
    ]);
    expect((await scoped(world.secretary, listNotifications)).rows[0]).toMatchObject({
      kind: "resolution_closed",
    });
    expect(await home(caseworker)).toMatchObject([{ count: 0 }, { count: 0 }]);
  });

  it("is counted once for a head: what others are late with, or what the head owns", async () => {
    const own = await record(world.chief, world.chief.id);
    const others = await record(world.chief, "DSD", { dueOn: "2018-03-21" });
    await setToday("2018-04-02");
    expect(await home(world.chief, "2018-04-02")).toMatchObject([
      { key: "resolutionsLate", count: 1 },
      { key: "resolutionsMine", count: 1 },
    ]);
    expect(await idsOf(world.chief, "others_late")).toEqual([others]);
    expect(await idsOf(world.chief, "mine")).toEqual([own]);
    expect(await idsOf(world.chief, "late")).toEqual([others, own]);
    expect(await idsOf(agency, "mine")).toEqual([others]);
    expect(await close(agency, others)).toMatchObject({ ok: true });
    // Given in error: withdrawn by whoever keeps the list.
    expect(await close(world.secretary, own, "withdrawn")).toMatchObject({ ok: true });
    expect(await home(world.chief, "2018-04-02")).toMatchObject([{ count: 0 }, { count: 0 }]);
    await setToday("2018-03-20");
  });

  it("of the province may be a chief's; the governor ends it, and ends none of a district's meeting", async () => {
    const ofProvince = await record(treasury, world.chief.id);
    const ofDistrict = await record(world.secretary, caseworker.id);
    expect(await send(recordResolution, governor, {})).toMatchObject({ ok: false });
    expect(await idsOf(world.chief, "mine")).toEqual([ofProvince]);
    expect(await idsOf(governor)).toEqual([ofProvince]);
    expect(await close(governor, ofDistrict)).toMatchObject({ ok: false });
    expect(await close(treasury, ofDistrict)).toMatchObject({ ok: false });
    expect(await close(governor, ofProvince, "withdrawn")).toMatchObject({ ok: false });
    expect(await close(governor, ofProvince)).toMatchObject({ ok: true });
    expect(await close(caseworker, ofDistrict)).toMatchObject({ ok: true });
  });

  it("takes no meeting to come, no day that has passed and nobody of another district", async () => {
    const given = { metOn: "2018-03-19", matter: "เรื่อง", dueOn: "2018-03-30" };
    const refused = (more: object) =>
      send(recordResolution, world.chief, { ...given, owner: caseworker.id, ...more });
    expect(await refused({ metOn: "2018-03-21" })).toMatchObject({ fields: { metOn: ["future"] } });
    expect(await refused({ dueOn: "2018-03-18" })).toMatchObject({ fields: { dueOn: ["past"] } });
    expect(await refused({ owner: treasury.id })).toMatchObject({ fields: { owner: ["choose"] } });
    expect(await refused({ owner: "nobody" })).toMatchObject({ fields: { owner: ["choose"] } });
  });

  it("tells the next meeting what is open and what has ended since the last one, of its own area alone", async () => {
    const area = { districtCode: "5401" };
    const of = (by: Actor, at: object) =>
      scoped(by, async (scope) => ({
        last: await lastMeetingOn(scope, at as typeof area, "2018-03-20"),
        ids: (await listResolutionsSince(scope, at as typeof area, "2018-04-01")).map((r) => r.id),
      }));
    const open = await record(world.chief, caseworker.id, { metOn: "2018-03-20" });
    const seen = await of(world.chief, area);
    // A meeting of today is not the one before.
    expect(seen.last).toBe("2018-03-19");
    expect(seen.ids).toContain(open);
    // Two ended on 2 April, all others before.
    expect(seen.ids).toHaveLength(3);
    expect(await of(treasury, { provinceCode: "54" })).toEqual({ last: "2018-03-19", ids: [] });
    expect((await of(treasury, { districtCode: "5402" })).last).toBeNull();
  });
});
