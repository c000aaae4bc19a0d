import { randomUUID } from "node:crypto";
import {
  buildDeskIntent,
  buildDeskWorld,
  count,
  type DeskWorld,
  holderNow,
  saveHolder,
  savePlace,
  send,
  setToday,
  tallies,
} from "@tests/integration/desk-world";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordIntent } from "@/server/intents/commands";

/** The intent at an open desk (docs/forms.md 2). */
let world: DeskWorld;
let deskId: string;
beforeAll(async () => {
  world = await buildDeskWorld();
  const place = await savePlace(world.chief, [
    "2018-02-01",
    "2018-02-20",
    "2018-02-28",
    "2018-03-01",
  ]);
  deskId = place.desks["2018-02-20"] ?? "";
  desks = place.desks;
});
let desks: Record<string, string>;
beforeEach(() => setToday("2018-02-20"));
afterEach(async () => {
  const { kept, counted } = await tallies();
  expect(kept).toEqual(counted);
});

const forms = (holderId: string) => count("intent WHERE holder_id = $1", holderId);

describe("a holder at the desk", () => {
  it("says yes: the form is kept with date, place and officer, and he has been met", async () => {
    const holder = await saveHolder(world);
    const sent = await send(
      recordIntent,
      world.desk,
      buildDeskIntent({
        holderId: holder.id,
        deskId,
        phone: "060-123 4567",
        nameOnCard: "นางคำปั๋น อินต๊ะวงศ์",
      }),
    );
    expect(sent).toMatchObject({
      ok: true,
      value: {
        receiptNumber: expect.stringMatching(/^5401-\d{6}$/),
        intentOn: "2018-02-20",
        confirmation: null,
      },
    });
    expect(await holderNow(holder.id)).toEqual({
      state: "met_in_february",
      latest_answer: "yes",
      first_yes_on: "2018-02-20",
      phone: "0601234567",
      name_on_card: "นางคำปั๋น อินต๊ะวงศ์",
    });
    expect(
      await count(
        "intent WHERE holder_id = $1 AND desk_id = $2 AND recorded_by_id = $3 AND intent_on = '2018-02-20' AND recorded_on = '2018-02-20' AND consent_text_version = '2018-02'",
        holder.id,
        deskId,
        world.desk.id,
      ),
    ).toBe(1);
  });

  it("says no with a reason: met as well, and no month is earned", async () => {
    const holder = await saveHolder(world);
    const input = buildDeskIntent({
      holderId: holder.id,
      deskId,
      answer: "no",
      reason: "มีงานประจำแล้ว",
    });
    expect(await send(recordIntent, world.desk, input)).toMatchObject({ ok: true });
    expect(await holderNow(holder.id)).toMatchObject({ state: "declined", first_yes_on: null });
  });

  it("changes his mind: the later answer counts, the first yes stays", async () => {
    const holder = await saveHolder(world);
    const yes = buildDeskIntent({ holderId: holder.id, deskId });
    await send(recordIntent, world.desk, yes);
    const no = { ...yes, answer: "no" as const, reason: "ย้ายไปทำงานต่างจังหวัด" };
    expect(await send(recordIntent, world.desk, no)).toMatchObject({ ok: true });
    expect(await holderNow(holder.id)).toMatchObject({
      state: "declined",
      first_yes_on: "2018-02-20",
    });
  });

  it("comes twice: the second form is refused with the day of the first", async () => {
    const holder = await saveHolder(world);
    await setToday("2018-02-01");
    await send(
      recordIntent,
      world.desk,
      buildDeskIntent({ holderId: holder.id, deskId: desks["2018-02-01"] ?? "" }),
    );
    await setToday("2018-02-20");
    expect(
      await send(recordIntent, world.colleague, buildDeskIntent({ holderId: holder.id, deskId })),
    ).toMatchObject({
      ok: false,
      code: "ALREADY_RECORDED",
      detail: { answer: "yes", intentOn: "2018-02-01" },
    });
    expect(await forms(holder.id)).toBe(1);
  });

  it("is enrolled once by fifty requests at the same time", async () => {
    const holder = await saveHolder(world);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        send(
          recordIntent,
          index % 2 ? world.desk : world.colleague,
          buildDeskIntent({ holderId: holder.id, deskId }),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(new Set(refusals)).toEqual(new Set(["ALREADY_RECORDED"]));
    expect(await forms(holder.id)).toBe(1);
  });

  it("sent again under the same id gets the same receipt, once", async () => {
    const holder = await saveHolder(world);
    const input = buildDeskIntent({ holderId: holder.id, deskId });
    const id = randomUUID();
    const first = await send(recordIntent, world.desk, input, id);
    expect(await send(recordIntent, world.desk, input, id)).toEqual(first);
    expect(await send(recordIntent, world.desk, { ...input, readAloud: true }, id)).toMatchObject({
      code: "SENT_BEFORE",
    });
    expect(await forms(holder.id)).toBe(1);
  });

  it("with a thumbprint has two witnesses, also in SQL", async () => {
    const holder = await saveHolder(world);
    const input = buildDeskIntent({ holderId: holder.id, deskId, signedBy: "thumbprint" });
    expect(await send(recordIntent, world.desk, input)).toMatchObject({ code: "INVALID" });
    const witnesses = ["นายแดง ใจดี", "นางดำ ใจดี"];
    expect(await send(recordIntent, world.desk, { ...input, witnesses })).toMatchObject({
      ok: true,
    });
    await expect(
      count("intent WHERE holder_id = $1 AND cardinality(witnesses) = 2", holder.id),
    ).resolves.toBe(1);
  });
});

describe("the window", () => {
  it.each([
    ["2018-02-01", true],
    ["2018-02-28", true],
    ["2018-03-01", "OUTSIDE_WINDOW"],
    ["2018-01-31", "OUTSIDE_WINDOW"],
    ["2018-02-21", "DESK_NOT_OPEN"],
  ])("on %s answers %s and keeps nothing on a refusal", async (day, expected) => {
    const holder = await saveHolder(world);
    await setToday(day);
    const answer = await send(
      recordIntent,
      world.desk,
      buildDeskIntent({ holderId: holder.id, deskId: desks[day] ?? deskId }),
    );
    expect(answer.ok || answer.code).toBe(expected);
    expect(await forms(holder.id)).toBe(expected === true ? 1 : 0);
    expect((await holderNow(holder.id)).state).toBe(
      expected === true ? "met_in_february" : "unassigned",
    );
  });

  it("is not moved by what the browser says its date is", async () => {
    const holder = await saveHolder(world);
    const input = { ...buildDeskIntent({ holderId: holder.id, deskId }), intentOn: "2018-02-01" };
    expect(await send(recordIntent, world.desk, input)).toMatchObject({ code: "INVALID" });
    expect(await forms(holder.id)).toBe(0);
  });

  it("asks for a desk of the own district", async () => {
    const holder = await saveHolder(world, { district: "5402" });
    expect(
      await send(recordIntent, world.neighbour, buildDeskIntent({ holderId: holder.id, deskId })),
    ).toMatchObject({ code: "DESK_NOT_OPEN" });
  });
});

describe("a holder of another district", () => {
  it("of the province is recorded here, and the case stays at home", async () => {
    const holder = await saveHolder(world, { district: "5402" });
    expect(
      await send(recordIntent, world.desk, buildDeskIntent({ holderId: holder.id, deskId })),
    ).toMatchObject({ ok: true, value: { receiptNumber: expect.stringMatching(/^5401-/) } });
    expect(
      await count(
        "intent i JOIN holder h ON h.id = i.holder_id WHERE h.id = $1 AND i.district_code = '5402' AND i.recorded_district_code = '5401' AND h.district_code = '5402'",
        holder.id,
      ),
    ).toBe(1);
  });

  it("who was recorded in a third district is not recorded again", async () => {
    const holder = await saveHolder(world, { district: "5403" });
    await send(recordIntent, world.desk, buildDeskIntent({ holderId: holder.id, deskId }));
    const other = await savePlace(world.neighbour, ["2018-02-20"]);
    expect(
      await send(
        recordIntent,
        world.neighbour,
        buildDeskIntent({ holderId: holder.id, deskId: other.desks["2018-02-20"] ?? "" }),
      ),
    ).toMatchObject({ code: "ALREADY_RECORDED", detail: { intentOn: "2018-02-20" } });
  });

  it("of another province does not exist here, like one who exists nowhere", async () => {
    const holder = await saveHolder(world, { district: "5501" });
    const answers = await Promise.all(
      [holder.id, randomUUID()].map((holderId) =>
        send(recordIntent, world.desk, buildDeskIntent({ holderId, deskId })),
      ),
    );
    expect(answers[0]).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expect(answers[0]).toEqual(answers[1]);
    expect(await forms(holder.id)).toBe(0);
  });

  it("is nobody's to record but the desk's", async () => {
    const holder = await saveHolder(world);
    const input = buildDeskIntent({ holderId: holder.id, deskId });
    expect(await send(recordIntent, world.chief, input)).toMatchObject({ ok: false });
    expect(await send(recordIntent, world.secretary, input)).toMatchObject({ ok: true });
    expect(await forms(holder.id)).toBe(1);
  });
});
