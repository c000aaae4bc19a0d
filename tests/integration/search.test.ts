import {
  buildDeskIntent,
  buildDeskWorld,
  buildPaper,
  count,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { formatNationalId } from "@/domain/national-id";
import type { Actor } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { searchHolders, type Village } from "@/server/holders/search";
import { recordIntent, recordPaper } from "@/server/intents/commands";
import { viewForDesk } from "@/server/intents/queries";
import { scoped } from "@/server/scope";

/** The one box: a full number in the district and then in the province, a name in the district only. */
let world: DeskWorld;
let kham: Awaited<ReturnType<typeof saveHolder>>;
let away: Awaited<ReturnType<typeof saveHolder>>;
let abroad: Awaited<ReturnType<typeof saveHolder>>;
beforeAll(async () => {
  world = await buildDeskWorld();
  kham = await saveHolder(world);
  await saveHolder(world, { firstName: "คำปั๋น", lastName: "อินต๊ะวงค์" });
  await saveHolder(world, { firstName: "บุญมี", lastName: "เครือวัลย์", moo: 5 });
  away = await saveHolder(world, { district: "5402", firstName: "คำแสน", lastName: "วงศ์ใหญ่" });
  abroad = await saveHolder(world, { district: "5501", firstName: "คำแสน", lastName: "น่านใต้" });
  await setToday("2018-02-20");
});

const search = (words: string, actor: Actor = world.desk, village?: Village) =>
  scoped(actor, (scope) => searchHolders(scope, words, village));
async function names(words: string, actor?: Actor, village?: Village) {
  const found = await search(words, actor, village);
  return "holders" in found ? found.holders.map(({ name }) => name) : found.kind;
}

describe("a full number", () => {
  it("finds in the own district, with spaces, hyphens and Thai digits", async () => {
    for (const typed of [
      kham.nationalId,
      formatNationalId(kham.nationalId),
      ` ${toThaiDigits(formatNationalId(kham.nationalId)).replaceAll("-", " ")} `,
    ])
      expect(await search(typed)).toEqual({
        kind: "id",
        holders: [
          {
            id: kham.id,
            name: kham.name,
            age: 53,
            moo: 4,
            houseNo: null,
            subdistrict: expect.any(String),
            district: "เมืองแพร่",
            idLastFour: kham.nationalId.slice(-4),
            answer: null,
            pending: false,
            death: null,
            elsewhere: false,
          },
        ],
      });
  });

  it("finds in another district of the province, with few facts, and leaves a trace on the person", async () => {
    expect(await search(away.nationalId)).toEqual({
      kind: "id",
      holders: [
        {
          id: away.id,
          name: away.name,
          age: 53,
          moo: null,
          houseNo: null,
          subdistrict: null,
          district: "ร้องกวาง",
          idLastFour: away.nationalId.slice(-4),
          answer: null,
          pending: false,
          death: null,
          elsewhere: true,
        },
      ],
    });
    expect(
      await count("audit.event WHERE action = 'holder.lookup' AND subject_id = $1", away.id),
    ).toBe(1);
    const view = await scoped(world.desk, (scope) => viewForDesk(scope, away.id));
    expect(view).toMatchObject({
      elsewhere: true,
      birthYear: null,
      moo: null,
      houseNo: null,
      subdistrict: null,
      phone: null,
    });
  });

  it("of another province is found by nobody, as one that exists nowhere", async () => {
    expect(await search(abroad.nationalId)).toEqual({ kind: "id", holders: [] });
    expect(await search("3000000009996")).toMatchObject({ kind: "bad_id" });
    expect(await scoped(world.desk, (scope) => viewForDesk(scope, abroad.id))).toBeNull();
  });

  it("with a wrong check digit or too few digits says which", async () => {
    const wrong = kham.nationalId.slice(0, 12) + ((Number(kham.nationalId[12]) + 1) % 10);
    expect(await search(wrong)).toEqual({ kind: "bad_id", fault: "ID_CHECK_DIGIT", digits: 13 });
    expect(await search(kham.nationalId.slice(0, 12))).toEqual({
      kind: "bad_id",
      fault: "ID_DAMAGED",
      digits: 12,
    });
  });

  it("is the desk's exception: the chief finds in his district only, an account officer in his caseload", async () => {
    expect(await names(away.nationalId, world.chief)).toEqual([]);
    expect(await names(kham.nationalId, world.chief)).toEqual([kham.name]);
    const own = officer("account_officer", "5401", "CDD");
    await onDatabase((client) => insert(client, "officer", officerRow(own)));
    expect(await names(kham.nationalId, own)).toEqual([]);
    expect(await names("คำปัน", own)).toEqual([]);
  });
});

describe("what is pasted or written otherwise", () => {
  it("a row of a list with its number finds that person", async () => {
    expect(await names(`12\t${kham.nationalId}\tนางคำปัน\tอินต๊ะวงศ์`)).toEqual([kham.name]);
  });

  it.each([
    ["อินต๊ะวงศ์ คำปัน", "name", ["นางคำปัน อินต๊ะวงศ์"]],
    ["เครือวัลย์, นางบุญมี", "name", ["นางบุญมี เครือวัลย์"]],
    ["บุญมา เครือวัลย์", "near", ["นางบุญมี เครือวัลย์"]],
    ["บุญมี เครือวัล", "name", ["นางบุญมี เครือวัลย์"]],
    ["บุญมี เครือวรรณ์", "near", ["นางบุญมี เครือวัลย์"]],
    ["เครือวัลย์ บุญมา", "near", ["นางบุญมี เครือวัลย์"]],
    ["บุญมา เครือวรรณ", "name", []],
    ["บุญมา", "name", []],
  ])("%s", async (words, kind, people) => {
    expect(await search(words)).toMatchObject({ kind });
    expect(await names(words)).toEqual(people);
  });

  it("a likeness reaches no further than the name itself", async () => {
    expect(await names("คำแสง วงศ์ใหญ่")).toEqual([]);
    expect(await names("วงศ์ใหญ่ คำแสน")).toEqual([]);
  });
});

describe("a name", () => {
  it.each([
    ["คำปัน", ["นางคำปัน อินต๊ะวงศ์"]],
    ["นาง คำปัน", ["นางคำปัน อินต๊ะวงศ์"]],
    ["คำ", ["นางคำปั๋น อินต๊ะวงค์", "นางคำปัน อินต๊ะวงศ์"]],
    ["ํา", "too_short"],
    ["ุญ", []],
    ["ญมี", ["นางบุญมี เครือวัลย์"]],
    ["บุญมี เครือ", ["นางบุญมี เครือวัลย์"]],
    ["ก", "too_short"],
    ["คำแสน", []],
    ["%%%", []],
    ["___", []],
  ])(
    "%s finds %j: from the beginning with two letters, any part with three",
    async (words, expected) => {
      expect(await names(words)).toEqual(expected);
    },
  );

  it("needs three letters in a whole province, where two would name thousands", async () => {
    const treasury = officer("provincial_officer", "54");
    await onDatabase((client) => insert(client, "officer", officerRow(treasury)));
    expect(await search("คำ", treasury)).toEqual({ kind: "too_short", least: 3 });
    expect(await search("ก")).toEqual({ kind: "too_short", least: 2 });
    expect(await names("คำแ", treasury)).toEqual(["นางคำแสน วงศ์ใหญ่"]);
  });

  it("is never fuzzy by itself; near names are those of one village, when asked", async () => {
    expect(await names("คำปันน์ อินต๊ะวงส์")).toEqual([]);
    const village = { subdistrictCode: "540101", moo: 4 };
    expect(await names("คำปันน์ อินต๊ะวงศ์", world.desk, village)).toEqual([
      "นางคำปัน อินต๊ะวงศ์",
      "นางคำปั๋น อินต๊ะวงค์",
    ]);
    expect(await names("บุญมา", world.desk, village)).toEqual([]);
    expect(await names("คำแสน", world.desk, { subdistrictCode: "540201", moo: 4 })).toEqual([]);
  });
});

describe("a paper that waits", () => {
  it("is told to a desk of the province, and to nobody without one", async () => {
    const place = await savePlace(world.neighbour);
    const holder = await saveHolder(world, { firstName: "รอยืน", lastName: "ใจดี" });
    await send(
      recordPaper,
      world.neighbour,
      buildPaper({ holderId: holder.id, placeId: place.id }),
    );
    expect(await search(holder.nationalId)).toMatchObject({
      holders: [{ answer: null, pending: true }],
    });
    expect(await search(holder.nationalId, world.chief)).toMatchObject({
      holders: [{ pending: false }],
    });
  });
});

describe("every search", () => {
  it("is in the audit with a keyed hash and a count, never with the words or a number", async () => {
    const before = await count("audit.event WHERE action = 'holder.search'");
    await search("บุญมี");
    await search(kham.nationalId);
    await search("ไม่มีชื่อนี้");
    expect(await count("audit.event WHERE action = 'holder.search'")).toBe(before + 3);
    const rows = await onDatabase(
      async (client) =>
        (
          await client.query(
            "SELECT detail FROM audit.event WHERE action = 'holder.search' ORDER BY at",
          )
        ).rows,
    );
    expect(rows.at(-1).detail).toEqual({
      kind: "name",
      count: 0,
      term: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const all = JSON.stringify(rows);
    expect(all).not.toContain("บุญมี");
    expect(all).not.toContain(kham.nationalId);
  });

  it("shows no income in any answer", async () => {
    const text = JSON.stringify([
      await search("คำปัน"),
      await search(kham.nationalId),
      await scoped(world.desk, (scope) => viewForDesk(scope, kham.id)),
    ]);
    expect(text).not.toMatch(/income|band|20000/i);
  });

  it("takes the number of a receipt, as its QR code gives it", async () => {
    const place = await savePlace(world.chief, ["2018-02-20"]);
    const sent = await send(
      recordIntent,
      world.desk,
      buildDeskIntent({ holderId: away.id, deskId: place.desks["2018-02-20"] ?? "" }),
    );
    const { receiptNumber } = (sent as { value: { receiptNumber: string } }).value;
    expect(await names(receiptNumber)).toEqual([away.name]);
    expect(await names(receiptNumber, world.stranger)).toEqual([]);
    expect(await search(away.nationalId)).toMatchObject({ holders: [{ answer: "yes" }] });
  });
});
