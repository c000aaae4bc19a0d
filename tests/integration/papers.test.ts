import { randomUUID } from "node:crypto";
import {
  buildDeskIntent,
  buildDeskWorld,
  buildPaper,
  count,
  type DeskWorld,
  holderNow,
  saveHolder,
  savePlace,
  send,
  setToday,
  tallies,
} from "@tests/integration/desk-world";
import { onDatabase } from "@tests/security/world";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { database } from "@/server/db";
import { getHome } from "@/server/home/queries";
import { confirmPaper, confirmPapers, recordIntent, recordPaper } from "@/server/intents/commands";
import { listPendingPapers } from "@/server/intents/queries";
import { enterRole, scoped } from "@/server/scope";

/** Paper forms of February typed later, and the second officer who compares them with the record. */
let world: DeskWorld;
let placeId: string;
let desks: Record<string, string>;
beforeAll(async () => {
  world = await buildDeskWorld();
  ({ id: placeId, desks } = await savePlace(world.chief, ["2018-02-12", "2018-02-20"]));
});
beforeEach(() => setToday("2018-03-05"));
afterEach(async () => {
  const { kept, counted } = await tallies();
  expect(kept).toEqual(counted);
});

async function savePaper(input: Partial<Parameters<typeof buildPaper>[0]> = {}, by = world.desk) {
  const holder = await saveHolder(world, { district: "5401" });
  const sent = await send(recordPaper, by, buildPaper({ holderId: holder.id, placeId, ...input }));
  return { holder, sent, intentId: sent.ok ? (sent.value as { intentId: string }).intentId : "" };
}
const decide = (by: Actor, intentId: string, decision = "confirmed", note: string | null = null) =>
  send(confirmPaper, by, { intentId, decision, note });

describe("several papers confirmed in one go", () => {
  const confirmAll = (by: Actor, intentIds: string[], id?: string) =>
    send(confirmPapers, by, { intentIds }, id);

  it("says exactly which were confirmed and which not, and why; sent again it says the same", async () => {
    const [one, two, decided] = [await savePaper(), await savePaper(), await savePaper()];
    const own = await savePaper({}, world.colleague);
    await decide(world.secretary, decided.intentId, "rejected", "ชื่อไม่ตรง");
    const all = [one, decided, own, two].map(({ intentId }) => intentId);
    const stranger = randomUUID();
    const id = randomUUID();
    const expected = {
      ok: true,
      value: {
        confirmed: expect.toSatisfy(
          (ids: string[]) => [...ids].sort().join() === [one.intentId, two.intentId].sort().join(),
        ),
        refused: [
          { intentId: decided.intentId, code: "CONFLICT" },
          { intentId: own.intentId, code: "NEEDS_OTHER_OFFICER" },
          { intentId: stranger, code: "CONFLICT" },
        ],
      },
    };
    expect(await confirmAll(world.colleague, [...all, stranger], id)).toEqual(expected);
    expect(await confirmAll(world.colleague, [...all, stranger], id)).toEqual(expected);
    for (const { holder } of [one, two])
      expect(await holderNow(holder.id)).toMatchObject({ state: "met_in_february" });
    for (const { holder } of [decided, own])
      expect(await holderNow(holder.id)).toMatchObject({ first_yes_on: null });
  });

  it("reaches no form of another district", async () => {
    const { intentId, holder } = await savePaper();
    expect(await confirmAll(world.neighbour, [intentId])).toMatchObject({
      value: { confirmed: [], refused: [{ intentId, code: "CONFLICT" }] },
    });
    expect(await holderNow(holder.id)).toMatchObject({ first_yes_on: null });
    expect(await confirmAll(world.chief, [intentId])).toMatchObject({ ok: false });
  });
});

describe("a back-dated paper", () => {
  it("waits for a second officer and changes nothing until then", async () => {
    const { holder, sent, intentId } = await savePaper();
    expect(sent).toMatchObject({
      ok: true,
      value: { confirmation: "pending", intentOn: "2018-02-12" },
    });
    expect(await holderNow(holder.id)).toMatchObject({ state: "unassigned", first_yes_on: null });

    expect(await decide(world.colleague, intentId)).toMatchObject({ ok: true });
    expect(await holderNow(holder.id)).toMatchObject({
      state: "met_in_february",
      first_yes_on: "2018-02-12",
    });
    expect(
      await count(
        "intent WHERE id = $1 AND confirmed_by_id = $2 AND confirmed_on = '2018-03-05' AND desk_id = $3",
        intentId,
        world.colleague.id,
        desks["2018-02-12"],
      ),
    ).toBe(1);
  });

  it("also on the evening of the next day in February, and by the secretary", async () => {
    await setToday("2018-02-13");
    const { holder, intentId } = await savePaper();
    expect(await holderNow(holder.id)).toMatchObject({ first_yes_on: null });
    expect(await decide(world.secretary, intentId)).toMatchObject({ ok: true });
    expect(await holderNow(holder.id)).toMatchObject({ first_yes_on: "2018-02-12" });
  });

  it("is not confirmed by the one who typed it, in the command and in SQL", async () => {
    const { intentId } = await savePaper();
    expect(await decide(world.desk, intentId)).toMatchObject({ code: "NEEDS_OTHER_OFFICER" });
    const asMaker = database().$transaction(async (tx) => {
      const { tx: own } = await enterRole(tx, world.desk);
      await own.intent.updateMany({
        where: { id: intentId },
        data: {
          confirmation: "confirmed",
          confirmedById: world.desk.id,
          confirmedOn: new Date("2018-03-05"),
        },
      });
    });
    await expect(asMaker).rejects.toThrow(/23514|check constraint/);
    const asSuperuser = onDatabase((client) =>
      client.query(
        "UPDATE intent SET confirmation = 'confirmed', confirmed_by_id = recorded_by_id, confirmed_on = '2018-03-05' WHERE id = $1",
        [intentId],
      ),
    );
    await expect(asSuperuser).rejects.toMatchObject({ code: "23514" });
    expect(await count("intent WHERE id = $1 AND confirmation = 'pending'", intentId)).toBe(1);
  });

  it("is not confirmed in another's name, by another district, or by the chief", async () => {
    const { intentId } = await savePaper();
    const inAnothersName = database().$transaction(async (tx) => {
      const { tx: own } = await enterRole(tx, world.desk);
      await own.intent.updateMany({
        where: { id: intentId },
        data: { confirmation: "confirmed", confirmedById: world.colleague.id },
      });
    });
    await expect(inAnothersName).rejects.toThrow();
    expect(await decide(world.neighbour, intentId)).toMatchObject({ code: "NOT_FOUND" });
    expect(await decide(world.chief, intentId)).toMatchObject({ ok: false });
    expect(await count("intent WHERE id = $1 AND confirmation = 'pending'", intentId)).toBe(1);
  });

  it("is decided once, whoever is second", async () => {
    const { intentId } = await savePaper();
    const [first, second] = await Promise.all([
      decide(world.colleague, intentId),
      decide(world.secretary, intentId, "rejected", "วันที่ในแบบไม่ตรง"),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect([first, second].find(({ ok }) => !ok)).toMatchObject({ code: "CONFLICT" });
  });

  it("rejected with a note counts for nothing, and may be typed again as it stands on paper", async () => {
    const { holder, intentId } = await savePaper({ paperNumber: "21/2561" });
    expect(await decide(world.colleague, intentId, "rejected")).toMatchObject({ code: "INVALID" });
    expect(await decide(world.colleague, intentId, "rejected", "เลขที่ใบไม่ตรง")).toMatchObject({
      ok: true,
    });
    expect(await holderNow(holder.id)).toMatchObject({ state: "unassigned", first_yes_on: null });
    const again = buildPaper({ holderId: holder.id, placeId, paperNumber: "12/2561" });
    expect(await send(recordPaper, world.desk, again)).toMatchObject({ ok: true });
  });

  it("is refused where the same answer stands already", async () => {
    const holder = await saveHolder(world);
    await setToday("2018-02-20");
    await send(
      recordIntent,
      world.desk,
      buildDeskIntent({ holderId: holder.id, deskId: desks["2018-02-20"] ?? "" }),
    );
    await setToday("2018-03-05");
    expect(
      await send(recordPaper, world.desk, buildPaper({ holderId: holder.id, placeId })),
    ).toMatchObject({ code: "ALREADY_RECORDED", detail: { intentOn: "2018-02-20" } });
    expect(await count("intent WHERE holder_id = $1", holder.id)).toBe(1);
  });
});

describe("what a paper needs", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["its number", { paperNumber: "" }, "INVALID"],
    ["a reason for the delay", { lateReason: null }, "INVALID"],
    ["a date of the window", { intentOn: "2018-01-31" }, "OUTSIDE_WINDOW"],
    ["a date of the window", { intentOn: "2018-03-01" }, "OUTSIDE_WINDOW"],
    ["a date that is past", { intentOn: "2018-03-06" }, "OUTSIDE_WINDOW"],
  ])("%s (%o): %s, and nothing is kept", async (_, input, code) => {
    const { holder, sent } = await savePaper(input);
    expect(sent).toMatchObject({ ok: false, code });
    expect(await count("intent WHERE holder_id = $1", holder.id)).toBe(0);
    expect((await holderNow(holder.id)).state).toBe("unassigned");
  });

  it("a place of the own district that received on that day", async () => {
    const elsewhere = await savePlace(world.neighbour);
    expect((await savePaper({ placeId: elsewhere.id })).sent).toMatchObject({ code: "NOT_FOUND" });
    const short = await savePlace(world.chief);
    await onDatabase((client) =>
      client.query("UPDATE place SET closes_on = '2018-02-10' WHERE id = $1", [short.id]),
    );
    expect((await savePaper({ placeId: short.id })).sent).toMatchObject({
      code: "INVALID",
      fields: { intentOn: ["placeNotThatDay"] },
    });
  });

  it("dated today: an open desk there, and no second officer", async () => {
    await setToday("2018-02-20");
    const { holder, sent } = await savePaper({ intentOn: "2018-02-20", lateReason: null });
    expect(sent).toMatchObject({ ok: true, value: { confirmation: null } });
    expect(await holderNow(holder.id)).toMatchObject({ state: "met_in_february" });
    await setToday("2018-02-21");
    expect((await savePaper({ intentOn: "2018-02-21" })).sent).toMatchObject({
      code: "DESK_NOT_OPEN",
    });
  });

  it("a confirmation, also where a row is written past the command", async () => {
    const holder = await saveHolder(world);
    const direct = database().$transaction(async (tx) => {
      const { tx: own } = await enterRole(tx, world.desk);
      const [found] = await own.intent.findMany({ take: 1 });
      if (!found) throw new Error("the desk sees no form");
      const { counts: _generated, ...row } = found;
      await own.intent.createMany({
        data: [
          {
            ...row,
            id: holder.id,
            holderId: holder.id,
            receiptNumber: "5401-999999",
            intentOn: new Date("2018-02-12"),
            recordedOn: new Date("2018-03-05"),
            recordedById: world.desk.id,
            confirmation: null,
            confirmedById: null,
            confirmedOn: null,
          },
        ],
      });
    });
    await expect(direct).rejects.toThrow(/23514|check constraint/);
  });
});

describe("the list of papers that wait", () => {
  it("shows the district's own, says which are the reader's, and is empty elsewhere", async () => {
    const { intentId } = await savePaper({}, world.desk);
    const seenBy = (actor: Actor) => scoped(actor, listPendingPapers);
    expect((await seenBy(world.desk)).find(({ id }) => id === intentId)).toMatchObject({
      own: true,
      // The desks closed on 28 February; it is 5 March.
      due: { when: "past", days: 5, tone: "late" },
      name: "นางคำปัน อินต๊ะวงศ์",
      paperNumber: "12/2561",
    });
    expect((await seenBy(world.secretary)).find(({ id }) => id === intentId)).toMatchObject({
      own: false,
    });
    expect(await seenBy(world.neighbour)).toEqual([]);
    expect(await seenBy(world.chief)).toEqual([]);
    // Who typed it sees on the home page that another officer owes the confirmation.
    const { owed } = await scoped(world.desk, getHome);
    const own = await scoped(world.desk, (scope) => listPendingPapers(scope, "own"));
    expect(owed.find(({ key }) => key === "papersOwn")).toMatchObject({
      count: own.length,
      href: "/desk/confirmations?own=1",
    });
    expect(own.map(({ id }) => id)).toContain(intentId);
  });
});
