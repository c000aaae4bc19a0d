import {
  buildDeskWorld,
  type DeskWorld,
  holderNow,
  saveHolder,
  send,
  setToday,
  tallies,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { intentRow } from "@tests/security/world-casework";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { countHolders, listHolders } from "@/server/caseload/holders";
import { programmeDate } from "@/server/clock";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { listCasework } from "@/server/holders/casework";
import { entitlementOn } from "@/server/holders/entitlement";
import { viewHolder } from "@/server/holders/queries";
import { getHome } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import {
  confirmCancellation,
  recordCancellation,
  withdrawCancellation,
} from "@/server/visits/cancellations";
import { confirmFinding } from "@/server/visits/commands";
import { countPendingReports, listPendingReports } from "@/server/visits/reports";
import { reviewDeparture } from "@/server/visits/reviews";

/** A card that the Ministry has cancelled (docs/forms.md 4, register of interpretations 25). */
let world: DeskWorld;
let first: Actor;
let second: Actor;
let governor: Actor;
beforeAll(async () => {
  world = await buildDeskWorld();
  first = officer("provincial_officer", "54");
  second = officer("provincial_officer", "54");
  governor = officer("governor", "54");
  await onDatabase(async (client) => {
    for (const actor of [first, second, governor])
      await insert(client, "officer", officerRow(actor));
  });
  await setToday("2018-06-15");
});
afterEach(async () => {
  const { kept, counted } = await tallies();
  expect(kept).toEqual(counted);
});

/** Somebody of low income who said yes at a desk on 10 February: ten months are due. */
async function saveWithYes() {
  const holder = await saveHolder(world);
  const row = {
    id: holder.id,
    provinceCode: "54",
    districtCode: "5401" as const,
    accountOfficerId: null,
  };
  const yes = { intent_on: "2018-02-10", recorded_on: "2018-02-10", answer: "yes" };
  const income = { holder_id: holder.id, batch_id: world.batches["54"], province_code: "54" };
  await onDatabase(async (client) => {
    await insert(client, "intent", intentRow(row, "5401", world.desk.id, yes));
    await insert(client, "holder_income", { ...income, income_2559_satang: 2_000_000 });
  });
  return holder.id;
}

const letter = {
  cancelledOn: "2018-05-20",
  source: "ministry_letter",
  number: "กค 0402.5/118",
  sourceOn: "2018-06-01",
};
const record = (holderId: string, over: object = {}, by = first) =>
  send(recordCancellation, by, { holderId, ...letter, ...over });
async function recorded(holderId: string): Promise<string> {
  const sent = await record(holderId);
  expect(sent).toMatchObject({ ok: true });
  return (sent as { value: { departureId: string } }).value.departureId;
}
const decide = (departureId: string, outcome: "confirmed" | "rejected", by = second) =>
  send(confirmCancellation, by, { departureId, outcome, note: "เทียบกับหนังสือแล้ว" });
const withdraw = (departureId: string, over: object = {}, by = second) =>
  send(withdrawCancellation, by, {
    departureId,
    number: "กค 0402.5/240",
    sourceOn: "2018-06-12",
    ...over,
  });
const sumOf = (holderId: string, reader = world.chief) =>
  scoped(reader, async (scope) => {
    const holder = await viewHolder(scope, holderId);
    if (!holder) throw new Error("out of reach");
    const casework = await listCasework(scope, holderId);
    return entitlementOn(await programmeDate(scope.tx), scope.ruleSets, holder, casework).topUp;
  });
const toConfirm = { cancellation: "to_confirm" } as const;
const waitsFor = (actor: Actor) => scoped(actor, (scope) => countHolders(scope, toConfirm));

describe("a cancelled card", () => {
  it("holds the months after its own until a second person confirms it; then they are not due", async () => {
    const id = await saveWithYes();
    expect(await sumOf(id)).toMatchObject({ total: 2_000, held: null });
    const departureId = await recorded(id);
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february" });
    expect(await sumOf(id)).toMatchObject({
      total: 600,
      held: { after: "2018-05", months: 7, total: 1_400 },
    });
    expect(await decide(departureId, "confirmed")).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "card_cancelled", latest_answer: "yes" });
    expect(await sumOf(id)).toMatchObject({ total: 600, held: null, none: null });
    const dashboard = await scoped(world.chief, (scope) => getDistrictDashboard(scope, "5401"));
    const listed = await scoped(world.chief, (scope) =>
      countHolders(scope, { cohort: "must_reach", state: "card_cancelled" }),
    );
    expect(listed).toBeGreaterThan(0);
    expect(dashboard?.coverage.states.card_cancelled).toBe(listed);
    expect(dashboard?.coverage.blocks.released).toBeGreaterThanOrEqual(listed);
  });

  it("waits on the home page and in the list of every second person, never of who recorded it", async () => {
    const id = await saveWithYes();
    const before = await waitsFor(second);
    const departureId = await recorded(id);
    expect(await waitsFor(first)).toBe(0);
    for (const actor of [second, governor]) {
      expect(await waitsFor(actor)).toBe(before + 1);
      const { waiting } = await scoped(actor, getHome);
      expect(waiting.find(({ key }) => key === "cancellationsToConfirm")).toMatchObject({
        count: before + 1,
        href: "/holders?cancellation=to_confirm",
      });
      const { rows } = await scoped(actor, (scope) => listHolders(scope, toConfirm));
      expect(rows.map((row) => row.id)).toContain(id);
    }
    expect(await waitsFor(world.chief)).toBe(0);
    expect(await decide(departureId, "confirmed", first)).toMatchObject({
      code: "NEEDS_OTHER_OFFICER",
    });
    expect(await decide(departureId, "confirmed", governor)).toMatchObject({ ok: true });
    expect(await decide(departureId, "rejected")).toMatchObject({ code: "CONFLICT" });
    expect(await waitsFor(second)).toBe(before);
  });

  it("gives everything back where it is not confirmed, or where the Ministry's later letter takes it back", async () => {
    const id = await saveWithYes();
    expect(await decide(await recorded(id), "rejected")).toMatchObject({ ok: true });
    expect(await sumOf(id)).toMatchObject({ total: 2_000, held: null });

    const departureId = await recorded(id);
    expect(await withdraw(departureId)).toMatchObject({ code: "CONFLICT" });
    expect(await decide(departureId, "confirmed")).toMatchObject({ ok: true });
    expect(await withdraw(departureId, {}, first)).toMatchObject({ code: "NEEDS_OTHER_OFFICER" });
    expect(await withdraw(departureId, { sourceOn: "2018-05-31" })).toMatchObject({
      fields: { sourceOn: ["past"] },
    });
    expect(await withdraw(departureId, { number: "" })).toMatchObject({
      fields: { number: ["missing"] },
    });
    expect(await withdraw(departureId)).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({ state: "met_in_february" });
    expect(await sumOf(id)).toMatchObject({ total: 2_000, held: null });
    // A third letter may cancel it again.
    expect(await record(id)).toMatchObject({ ok: true });
  });

  it("is recorded by the province alone, once, from a paper with its number and day", async () => {
    const id = await saveWithYes();
    for (const [over, fields] of [
      [{ number: "" }, { number: ["missing"] }],
      [{ sourceOn: "" }, { sourceOn: expect.anything() }],
      [{ sourceOn: "2018-06-16" }, { sourceOn: ["future"] }],
      [{ cancelledOn: "2018-06-16" }, { cancelledOn: ["future"] }],
      [{ source: "headman" }, { source: ["choose"] }],
    ] as const)
      expect(await record(id, over)).toMatchObject({ code: "INVALID", fields });
    for (const actor of [world.chief, world.secretary, governor])
      expect(await record(id, {}, actor)).toMatchObject({ code: "NOT_ALLOWED" });
    await recorded(id);
    expect(await record(id)).toMatchObject({ code: "ALREADY_RECORDED" });
  });

  it("is no report of the district: it neither waits there nor can be decided there", async () => {
    const id = await saveWithYes();
    const reports = await scoped(world.secretary, countPendingReports);
    const departureId = await recorded(id);
    expect(await scoped(world.secretary, countPendingReports)).toBe(reports);
    const list = await scoped(world.secretary, listPendingReports);
    expect(list.map(({ id }) => id)).not.toContain(departureId);
    const report = { kind: "departure", findingId: departureId, note: "x", expected: 0 };
    expect(
      await send(confirmFinding, world.secretary, { ...report, outcome: "confirmed" }),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(await decide(departureId, "confirmed")).toMatchObject({ ok: true });
    expect(
      await send(reviewDeparture, world.chief, {
        departureId,
        outcome: "withdrawn",
        note: "พบตัว",
        expected: 0,
      }),
    ).toMatchObject({ code: "NOT_FOUND" });
  });
});
