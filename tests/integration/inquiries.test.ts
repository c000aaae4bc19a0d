import { impossibleId } from "@tests/builders/people";
import {
  buildDeskWorld,
  type DeskWorld,
  holderNow,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { nationalIdIndex } from "@/server/holders/national-id";
import { answerInquiry, passInquiry, recordInquiry } from "@/server/inquiries/commands";
import { countInquiries, listInquiries, viewInquiry } from "@/server/inquiries/queries";
import { listNotifications } from "@/server/notifications/queries";
import { scoped } from "@/server/scope";
import { recordUnlisted } from "@/server/unlisted/commands";
import { approveUnlisted, decideUnlisted } from "@/server/unlisted/decisions";
import { listUnlisted, viewUnlisted } from "@/server/unlisted/queries";

let world: DeskWorld;
let treasury: Actor;
let governor: Actor;
let caseworker: Actor;
beforeAll(async () => {
  world = await buildDeskWorld();
  treasury = officer("provincial_officer", "54");
  governor = officer("governor", "54");
  caseworker = officer("account_officer", "5401", "CDD");
  await onDatabase(async (client) => {
    for (const actor of [treasury, governor, caseworker])
      await insert(client, "officer", officerRow(actor));
  });
  await setToday("2018-02-20");
});

describe("an inquiry", () => {
  const line = {
    holderId: null,
    kind: "money_missing",
    words: "เงินเดือนนี้ยังไม่เข้า",
    fromName: "นางสาวถาม ไถ่",
    fromPhone: null,
    channel: "phone",
    receivedOn: "2018-02-20",
  };
  async function record(by: Actor, owner: Actor, more: object = {}) {
    const sent = await send(recordInquiry, by, { ...line, ownerId: owner.id, ...more });
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    return (sent.value as { inquiryId: string }).inquiryId;
  }

  it("has an owner, a due day after the setting's days, and an answer in words", async () => {
    const { id: holderId } = await saveHolder(world);
    const id = await record(world.desk, world.secretary, { holderId });
    const seen = await scoped(world.secretary, (scope) => viewInquiry(scope, id));
    expect(seen?.inquiry).toMatchObject({ dueOn: "2018-03-07", due: { when: "ahead", days: 15 } });
    expect((await scoped(world.secretary, listNotifications)).rows[0]).toMatchObject({
      kind: "inquiry_passed",
      href: `/inquiries/${id}`,
    });
    expect(await send(answerInquiry, world.desk, { inquiryId: id, answer: "x" })).toMatchObject({
      ok: false,
    });
    const answer = { inquiryId: id, answer: "เงินเข้าวันที่ 1 ของเดือนถัดไป" };
    expect(await send(answerInquiry, world.desk, answer)).toMatchObject({ code: "NOT_FOUND" });
    expect(await send(answerInquiry, world.secretary, answer)).toMatchObject({ ok: true });
    expect(await send(answerInquiry, world.chief, answer)).toMatchObject({ code: "CONFLICT" });
    expect((await scoped(world.desk, listNotifications)).rows[0]).toMatchObject({
      kind: "inquiry_answered",
    });
  });

  it("is passed on with its history, by its owner or the heads, and leaves the sight of a former owner", async () => {
    const id = await record(world.chief, caseworker);
    const pass = { inquiryId: id, toId: treasury.id, note: "เรื่องของคลังจังหวัด" };
    expect(await send(passInquiry, world.desk, pass)).toMatchObject({ ok: false });
    expect(
      await send(passInquiry, caseworker, { ...pass, toId: world.neighbour.id }),
    ).toMatchObject({
      fields: { toId: ["choose"] },
    });
    expect(await send(passInquiry, caseworker, pass)).toMatchObject({ ok: true });
    const seen = await scoped(treasury, (scope) => viewInquiry(scope, id));
    expect(seen).toMatchObject({
      inquiry: { owner: treasury.name },
      passes: [{ by: caseworker.name, to: treasury.name, note: pass.note }],
    });
    expect(await scoped(caseworker, (scope) => viewInquiry(scope, id))).toBeNull();
    expect(await scoped(world.stranger, (scope) => viewInquiry(scope, id))).toBeNull();
  });

  it("counts as late the day after it was due", async () => {
    await record(world.secretary, world.secretary, { receivedOn: "2018-02-05" });
    const lateOn = async (day: string) => {
      await setToday(day);
      const { late } = await scoped(world.secretary, (scope) => countInquiries(scope, day));
      const filter = { state: "late", kind: null, district: null } as const;
      const { rows } = await scoped(world.secretary, (scope) => listInquiries(scope, filter));
      expect(rows).toHaveLength(late);
      await setToday("2018-02-20");
      return late;
    };
    expect([await lateOn("2018-02-20"), await lateOn("2018-02-21")]).toEqual([0, 1]);
  });
});

describe("somebody who was on no list", () => {
  let made = 900;
  async function came() {
    made += 1;
    const nationalId = impossibleId("3", made);
    const { desks } = await savePlace(world.chief, ["2018-02-20"], `ศาลา ${made}`);
    const sent = await send(recordUnlisted, world.desk, {
      deskId: desks["2018-02-20"],
      name: "นางมา ก่อน",
      nationalId,
      phone: null,
    });
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    return { nationalId, ...(sent.value as { unlistedId: string; receiptNumber: string }) };
  }
  const decide = (by: Actor, unlistedId: string, outcome: string, more: object = {}) =>
    send(decideUnlisted, by, { unlistedId, outcome, ...more });

  it("is answered in words by the province, and the district sees where it stands", async () => {
    const { unlistedId } = await came();
    expect(await decide(world.secretary, unlistedId, "not_holder", { reason: "x" })).toMatchObject({
      ok: false,
    });
    expect(await decide(treasury, unlistedId, "asked_ministry")).toMatchObject({
      fields: { letterNumber: ["missing"] },
    });
    await decide(treasury, unlistedId, "asked_ministry", { letterNumber: "พร 0003/12" });
    await decide(treasury, unlistedId, "not_holder", { reason: "ไม่ผ่านคุณสมบัติ" });
    const rows = await scoped(world.secretary, (scope) => listUnlisted(scope));
    expect(rows.find(({ id }) => id === unlistedId)).toMatchObject({ state: "not_holder" });
  });

  it("gets his original day once a later list has him and two persons agree", async () => {
    const { unlistedId, nationalId, receiptNumber } = await came();
    expect(await decide(treasury, unlistedId, "found")).toMatchObject({
      fields: { outcome: ["notListed"] },
    });
    const { id } = await saveHolder(world, {
      national_id_index: Buffer.from(nationalIdIndex(nationalId)),
    });
    await onDatabase((client) =>
      client.query("UPDATE holder SET national_id_index = $2 WHERE id = $1", [
        id,
        Buffer.from(nationalIdIndex(nationalId)),
      ]),
    );
    await setToday("2018-04-02");
    expect(await decide(treasury, unlistedId, "found")).toMatchObject({ ok: true });
    expect(await decide(treasury, unlistedId, "not_holder", { reason: "xx" })).toMatchObject({
      code: "CONFLICT",
    });
    const view = await scoped(treasury, (scope) => viewUnlisted(scope, unlistedId));
    const decisionId = view?.decisions[0]?.id;
    const approval = { decisionId, outcome: "approved" };
    expect(await send(approveUnlisted, treasury, approval)).toMatchObject({
      code: "NEEDS_OTHER_OFFICER",
    });
    expect(await holderNow(id)).toMatchObject({ first_yes_on: null });
    expect(await send(approveUnlisted, governor, approval)).toMatchObject({ ok: true });
    expect(await holderNow(id)).toMatchObject({
      first_yes_on: "2018-02-20",
      state: "met_in_february",
    });
    const [intent] = await onDatabase(
      async (client) =>
        (await client.query("SELECT * FROM intent WHERE holder_id = $1", [id])).rows,
    );
    expect(intent).toMatchObject({
      receipt_number: receiptNumber,
      recorded_by_id: world.desk.id,
      confirmed_by_id: governor.id,
      consent_financial: false,
    });
    await setToday("2018-02-20");
  });
});
