import { randomUUID } from "node:crypto";
import {
  buildDeskWorld,
  count,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { type AnyPaper, allPaperKinds } from "@/domain/official-paper";
import type { Actor, Role } from "@/domain/policy";
import { keepAgencyOffice, keepOffice } from "@/server/offices/commands";
import { findOffice, headOfAgency, listAgencyOffices } from "@/server/offices/queries";
import { issuePaper } from "@/server/papers/commands";
import { findPaper } from "@/server/papers/find";
import { draftPaper, findIssued } from "@/server/papers/queries";
import { listRegister } from "@/server/papers/register";
import { wordFile } from "@/server/papers/word/word-file";
import { scoped } from "@/server/scope";

/** Papers of an office: composed, signed with a number and a day, kept as they were, listed in the register. */
let world: DeskWorld;
beforeAll(async () => {
  world = await buildDeskWorld();
  await savePlace(world.chief, ["2018-02-12"]);
  await setToday("2018-02-26");
});

const signed = {
  kind: "place_notice",
  about: "",
  number: "1/2561",
  issuedOn: "2018-02-20",
  speed: "none",
  secrecy: "none",
  signedBy: "นายสมชาย ใจดี",
  capacity: "own",
};
/** A district's notice and order are about nothing else, so there is always one. */
const isNoneOr = (kind: AnyPaper) => (found: unknown) =>
  kind === "place_notice" || kind === "receiving_order" || found === null;
const notice = (by: Actor, again = false) =>
  scoped(by, (scope) => draftPaper(scope, "place_notice", "", again));

describe("an office's own papers", () => {
  it("carry no day and no number before they are signed, and those of the signature ever after", async () => {
    expect((await notice(world.chief))?.issue).toMatchObject({ number: null, issuedOn: null });
    expect(await send(issuePaper, world.secretary, signed)).toMatchObject({ ok: true });
    await setToday("2018-02-27");
    const later = await notice(world.chief);
    expect(later?.issue).toMatchObject({ number: "1/2561", issuedOn: "2018-02-20" });
    expect(later?.issued).toMatchObject({ recordedOn: "2018-02-26" });
  });

  it("stay as they were signed, though a place was added since", async () => {
    const before = (await notice(world.chief))?.paper;
    await savePlace(world.chief);
    expect((await notice(world.chief))?.paper).toEqual(before);
    const now = await notice(world.chief, true);
    expect(now?.paper).not.toEqual(before);
    expect(now?.issue.number).toBeNull();
  });

  it("stand in the register of their own district only", async () => {
    const seen = (by: Actor) => scoped(by, listRegister);
    const [line] = await seen(world.chief);
    expect(line).toMatchObject({ number: "1/2561", signedBy: "นายสมชาย ใจดี" });
    const neighbour = await officerOf("district_chief", "5402");
    expect(await seen(neighbour)).toEqual([]);
    const id = line?.id ?? "";
    expect(await scoped(neighbour, (scope) => findIssued(scope, id))).toBeNull();
    expect(await scoped(world.chief, (scope) => findIssued(scope, id))).toMatchObject({
      issue: { number: "1/2561" },
    });
  });

  it.each([
    ["a day that is to come", { issuedOn: "2018-12-31" }, { issuedOn: ["future"] }],
    ["a deputy without a post", { capacity: "acting" }, { position: ["missing"] }],
    ["no number", { number: "" }, { number: ["missing"] }],
  ])("are refused with %s", async (_, change, fields) => {
    const before = await count("issued_paper");
    expect(await send(issuePaper, world.chief, { ...signed, ...change })).toMatchObject({
      ok: false,
      fields,
    });
    expect(await count("issued_paper")).toBe(before);
  });

  it("are signed by a deputy in two lines", async () => {
    const deputy = { capacity: "acting", position: "ปลัดอำเภอ", number: "2/2561" };
    expect(await send(issuePaper, world.chief, { ...signed, ...deputy })).toMatchObject({
      ok: true,
    });
    const paper = (await notice(world.chief))?.paper;
    expect(paper?.signer[0]).toBe("ปลัดอำเภอ ปฏิบัติราชการแทน");
    expect(paper?.signer[1]).toMatch(/^นายอำเภอ/);
  });

  it("are had as a Word file by whoever may open their page, and by nobody else", async () => {
    const ask = (by: Actor, kind: AnyPaper, about = "") =>
      scoped(by, (scope) => findPaper(scope, kind, about, false));
    const mine = await ask(world.chief, "place_notice");
    const draft = await notice(world.chief);
    expect(mine).toMatchObject({ paper: draft?.paper, issue: draft?.issue });
    if (!mine) throw new Error("no paper");
    const file = await wordFile(mine);
    expect(file.subarray(0, 2).toString()).toBe("PK");
    expect(await ask(world.desk, "place_notice")).toBeNull();
    const [line] = await scoped(world.chief, listRegister);
    const id = line?.id ?? "";
    expect(await ask(world.secretary, "issued", id)).toMatchObject({
      issue: { number: line?.number },
    });
    expect(await ask(await officerOf("district_chief", "5402"), "issued", id)).toBeNull();
    expect(await ask(world.desk, "issued", id)).toBeNull();
    // An address that nobody wrote is no fault of the database.
    for (const kind of allPaperKinds)
      expect(await ask(world.chief, kind, "x"), kind).toSatisfy(isNoneOr(kind));
  });

  it("of the walk-in are only read once it is over: as they were issued, and none is written anew", async () => {
    await setToday("2018-09-25");
    const late = await notice(world.chief, true);
    expect(late).toMatchObject({ asIssued: true, over: true, mayIssue: false });
    expect(late?.issue.number).not.toBeNull();
    const order = scoped(world.chief, (scope) => draftPaper(scope, "receiving_order", "", true));
    expect(await order).toBeNull();
    await setToday("2018-02-27");
  });

  it("are issued by no receiving officer and for no other district's thing", async () => {
    expect(await send(issuePaper, world.desk, signed)).toMatchObject({ ok: false });
    const letter = { ...signed, kind: "host_letter", about: "540201" };
    expect(await send(issuePaper, world.chief, letter)).toMatchObject({ code: "NOT_FOUND" });
  });
});

it("a letter about those in Bangkok goes to the own governor, and its list is confidential", async () => {
  const holder = await saveHolder(world);
  await onDatabase((client) =>
    insert(client, "absence", {
      id: randomUUID(),
      holder_id: holder.id,
      province_code: "54",
      district_code: "5401",
      away_province_code: "10",
      noted_on: "2018-02-20",
      source: "relative",
      recorded_by_id: world.secretary.id,
      recorded_on: "2018-02-20",
    }),
  );
  const draft = await scoped(world.chief, (scope) => draftPaper(scope, "away_letter", "10", false));
  expect(draft?.paper.to).toMatch(/^ผู้ว่าราชการจังหวัด/);
  expect(draft?.issue.secrecy).toBe("confidential");
  const words = JSON.stringify(draft?.paper);
  expect(words).toContain("ในเขตกรุงเทพมหานคร");
  expect(words).not.toContain("จังหวัดกรุงเทพมหานคร");
  expect(draft?.paper.annex?.blocks[0]).toMatchObject({
    kind: "table",
    rows: [["1", "นางคำปัน อินต๊ะวงศ์", "กรุงเทพมหานคร", "ไม่ทราบ", "ไม่ทราบ"]],
  });
});

describe("the office on its papers", () => {
  it("has street, postcode and telephone once they are recorded; the newest row counts", async () => {
    expect((await notice(world.chief, true))?.paper.address).toBeNull();
    const office = { address: "ถนนไชยบูรณ์ พร 54000", phone: "0-5400-0000" };
    expect(await send(keepOffice, world.chief, { ...office, phone: "054-1" })).toMatchObject({
      ok: true,
    });
    expect(await send(keepOffice, world.secretary, office)).toMatchObject({ ok: true });
    expect((await notice(world.chief, true))?.paper).toMatchObject(office);
  });

  it("of a province says to whom its reports go, in the words of the papers until somebody has said it", async () => {
    const treasury = await officerOf("provincial_officer", null);
    const addressee = async () =>
      (await scoped(treasury, (scope) => findOffice(scope, null))).reportsTo;
    expect(await addressee()).toBe("ประธานคณะอนุกรรมการติดตามฯ");
    const office = {
      address: "ถนนไชยบูรณ์ พร 54000",
      phone: "0-5400-0000",
      reportsTo: "ประธานคณะอนุกรรมการ ก",
    };
    expect(await send(keepOffice, world.chief, office)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await send(keepOffice, treasury, office)).toMatchObject({ ok: true });
    expect(await addressee()).toBe("ประธานคณะอนุกรรมการ ก");
  });

  it("writes to the head of an agency's office, as proposed until the province confirms", async () => {
    const head = () => scoped(world.chief, (scope) => headOfAgency(scope, "DOE"));
    expect(await head()).toMatch(/^จัดหางานจังหวัด/);
    const given = { agency: "DOE", head: "จัดหางานจังหวัดแพร่ (รักษาการ)" };
    expect(await send(keepAgencyOffice, world.chief, given)).toMatchObject({ ok: false });
    const treasury = await officerOf("provincial_officer", null);
    expect(await send(keepAgencyOffice, treasury, given)).toMatchObject({ ok: true });
    expect(await head()).toBe(given.head);
    const offices = await scoped(treasury, listAgencyOffices);
    expect(offices.filter(({ confirmed }) => confirmed).map(({ agency }) => agency)).toEqual([
      "DOE",
    ]);
  });
});

async function officerOf(role: Role, districtCode: string | null): Promise<Actor> {
  const actor = officer(role, districtCode ?? "54");
  await onDatabase((client) => insert(client, "officer", officerRow(actor)));
  return actor;
}
