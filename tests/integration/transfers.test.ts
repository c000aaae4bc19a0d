import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { moveHolders, undoMove } from "@/server/caseload/commands";
import { countHolders } from "@/server/caseload/holders";
import { type AnyCommand, execute } from "@/server/command";
import { getDistrictDashboard } from "@/server/dashboards/queries";
import { scoped } from "@/server/scope";
import { answerTransfer, askTransfer } from "@/server/transfers/commands";
import { countTransfersWaiting, listTransfers } from "@/server/transfers/queries";
import { listCalendar } from "@/server/visits/calendar";
import { makeAppointment, recordDeparture } from "@/server/visits/commands";
import {
  buildCaseloadWorld,
  type CaseloadWorld,
  query,
  savePeople,
  stateDigest,
  wrongTally,
} from "./caseload-world";
import { setToday } from "./desk-world";

let world: CaseloadWorld;
let people: string[];
beforeAll(async () => {
  world = await buildCaseloadWorld();
  await savePeople(world, 12);
  await setToday("2018-02-26");
  people = (await query<{ id: string }>("SELECT id FROM holder ORDER BY id")).map(({ id }) => id);
  const moved = await send(moveHolders, world.chief, {
    filter: {},
    picked: [],
    officerCode: world.codes[0],
    reason: null,
    expected: 12,
  });
  expect(moved).toMatchObject({ ok: true });
});

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
const ask = (actor: Actor, picked: string[], to: Record<string, string>) =>
  send(askTransfer, actor, {
    filter: {},
    picked,
    reason: "ย้ายไปอยู่กับลูก",
    expected: picked.length,
    ...to,
  });
const answer = (actor: Actor, asked: unknown, outcome: string, rest: Record<string, string> = {}) =>
  send(answerTransfer, actor, { transferId: idOf(asked), outcome, ...rest });
const idOf = (asked: unknown) => (asked as { value: { transferId: string } }).value.transferId;
const officerOf = async (id: string) =>
  (
    await query<{ officer: string }>(
      "SELECT account_officer_id AS officer FROM holder WHERE id = $1",
      [id],
    )
  )[0]?.officer;
const one = (nth: number) => [people[nth] as string];

describe("a case that is to be handed to a colleague", () => {
  it("stays until he has accepted; nobody else answers, and the asker does not", async () => {
    const [first, second, third] = world.officers;
    const asked = await ask(first, one(0), { officerCode: world.codes[1] });
    expect(asked).toMatchObject({ ok: true, value: { people: 1 } });
    expect(await officerOf(people[0] as string)).toBe(first.id);
    expect(await scoped(second, countTransfersWaiting)).toBe(1);
    expect(await answer(first, asked, "accepted")).toMatchObject({ code: "NEEDS_OTHER_OFFICER" });
    expect(await answer(third, asked, "accepted")).toMatchObject({ code: "NOT_FOUND" });
    expect(await answer(world.chief, asked, "accepted")).toMatchObject({ ok: false });
    expect(await ask(first, one(0), { officerCode: world.codes[2] })).toMatchObject({
      code: "ALREADY_RECORDED",
    });

    expect(await answer(second, asked, "accepted")).toMatchObject({ ok: true });
    expect(await officerOf(people[0] as string)).toBe(second.id);
    expect(await answer(second, asked, "refused", { reason: "เปลี่ยนใจ" })).toMatchObject({
      code: "CONFLICT",
    });
    expect(await wrongTally()).toEqual([]);
  });

  it("is refused with a reason, or withdrawn, and stays", async () => {
    const [first, second] = world.officers;
    const refused = await ask(first, one(1), { officerCode: world.codes[1] });
    expect(await answer(second, refused, "refused")).toMatchObject({
      code: "INVALID",
      fields: { reason: ["missing"] },
    });
    expect(await answer(second, refused, "refused", { reason: "อยู่คนละสายทาง" })).toMatchObject({
      ok: true,
    });
    const withdrawn = await ask(first, one(1), { officerCode: world.codes[1] });
    expect(await answer(first, withdrawn, "withdrawn")).toMatchObject({ ok: true });
    expect(await officerOf(people[1] as string)).toBe(first.id);
    const list = await scoped(first, listTransfers);
    expect(list.answered.map(({ status }) => status)).toEqual(["withdrawn", "refused", "accepted"]);
    expect(list.answered[1]?.answerReason).toBe("อยู่คนละสายทาง");
  });

  it("of another officer, or to oneself, is not asked for", async () => {
    const [first, second] = world.officers;
    expect(await ask(second, one(2), { officerCode: world.codes[0] })).toMatchObject({
      code: "CONFLICT",
    });
    expect(await ask(first, one(2), { officerCode: world.codes[0] })).toMatchObject({
      code: "INVALID",
    });
    expect(await ask(first, one(2), { districtCode: "5401" })).toMatchObject({ code: "INVALID" });
    expect(await ask(first, one(2), { districtCode: "5501" })).toMatchObject({ code: "INVALID" });
  });

  it("stays with whomever the district has given it to meanwhile", async () => {
    const [first, second, third] = world.officers;
    const asked = await ask(first, [people[3], people[4]] as string[], {
      officerCode: world.codes[1],
    });
    await send(moveHolders, world.chief, {
      filter: {},
      picked: one(3),
      officerCode: world.codes[2],
      reason: null,
      expected: 1,
    });
    expect(await answer(second, asked, "accepted")).toMatchObject({ ok: true });
    expect(await officerOf(people[3] as string)).toBe(third.id);
    expect(await officerOf(people[4] as string)).toBe(second.id);
  });
});

describe("a case that is to be handed to another district", () => {
  it("is answered by its heads, who name their officer; the home district still counts it, and can take the move back", async () => {
    const [first] = world.officers;
    const before = await stateDigest();
    const asked = await ask(first, one(5), {
      districtCode: "5402",
      presentAddress: "12 หมู่ที่ 3 ต.ร้องเข็ม",
    });
    expect(
      await answer(world.chief, asked, "accepted", { officerCode: world.codes[1] }),
    ).toMatchObject({ ok: false });
    expect(
      await answer(world.neighbourSecretary, asked, "accepted", { officerCode: world.codes[1] }),
    ).toMatchObject({
      code: "INVALID",
    });
    const seen = await scoped(world.neighbourSecretary, listTransfers);
    expect(seen.waiting).toMatchObject([{ people: 1, presentAddress: "12 หมู่ที่ 3 ต.ร้องเข็ม" }]);
    expect(
      await answer(world.neighbourSecretary, asked, "accepted", {
        officerCode: world.neighbourCode,
      }),
    ).toMatchObject({ ok: true });

    // The officer of the other district has the holder; the Ministry's district has not changed.
    expect(await officerOf(people[5] as string)).toBe(world.neighbour.id);
    expect(await scoped(world.neighbour, (scope) => countHolders(scope, {}))).toBe(1);
    expect(await scoped(world.neighbourSecretary, (scope) => countHolders(scope, {}))).toBe(0);
    const dashboard = await scoped(world.chief, (scope) => getDistrictDashboard(scope, "5401"));
    expect(dashboard?.coverage.total).toBe(12);
    const listed = dashboard?.officers.find(({ officerId }) => officerId === world.neighbour.id);
    expect(listed?.progress.people).toBe(1);
    expect(dashboard?.officers.reduce((sum, { progress }) => sum + progress.people, 0)).toBe(12);
    const other = await scoped(world.neighbourSecretary, (scope) =>
      getDistrictDashboard(scope, "5402"),
    );
    expect(other?.coverage.total).toBe(0);
    expect(await wrongTally()).toEqual([]);

    expect(await send(undoMove, world.chief, { moveId: idOf(asked) })).toMatchObject({ ok: true });
    expect(await stateDigest()).toBe(before);
  });

  it("comes back by an undo of the home district's own move, to the other district's officer", async () => {
    const [first] = world.officers;
    const asked = await ask(first, one(6), { districtCode: "5402" });
    await answer(world.neighbourSecretary, asked, "accepted", { officerCode: world.neighbourCode });
    const moved = await send(moveHolders, world.chief, {
      filter: {},
      picked: one(6),
      officerCode: world.codes[1],
      reason: null,
      expected: 1,
    });
    expect(await officerOf(people[6] as string)).toBe(world.officers[1].id);
    const { moveId } = (moved as { value: { moveId: string } }).value;
    expect(await send(undoMove, world.secretary, { moveId })).toMatchObject({ ok: true });
    expect(await officerOf(people[6] as string)).toBe(world.neighbour.id);
  });
});

it("an appointment goes with the holder to whoever cares for him now", async () => {
  const [first, second] = world.officers;
  const made = await send(makeAppointment, first, {
    holderId: people[7],
    meetOn: "2018-03-05",
    meetAt: null,
    kind: "home",
    placeName: null,
  });
  expect(made).toMatchObject({ ok: true });
  const asked = await ask(first, one(7), { officerCode: world.codes[1] });
  await answer(second, asked, "accepted");
  const days = async (officer: Actor) =>
    (await scoped(officer, (scope) => listCalendar(scope, 14))).appointments.length;
  expect([await days(first), await days(second)]).toEqual([0, 1]);
});

describe("somebody who has moved", () => {
  const moves = (holderId: string, to: Record<string, string | null>) =>
    send(recordDeparture, world.officers[0], {
      holderId,
      kind: "moved_away",
      departedOn: "2018-02-20",
      source: "house_register",
      sourceDetail: "ทะเบียนบ้าน",
      presentAddress: "12 หมู่ 3",
      ...to,
    });
  const stateOf = async (id: string) =>
    (await query<{ state: string }>("SELECT state FROM holder WHERE id = $1", [id]))[0]?.state;
  /** Of the first officer, and in no open transfer. */
  const free = async () =>
    (
      await query<{ id: string }>(
        `SELECT h.id FROM holder h WHERE h.account_officer_id = $1 AND h.departure IS NULL
           AND NOT EXISTS (SELECT FROM transfer_person p WHERE p.holder_id = h.id AND p.open)
           AND NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id) ORDER BY h.id LIMIT 1`,
        [world.officers[0].id],
      )
    )[0]?.id as string;

  it("within the province is handed over: the new district is asked, and nobody is released meanwhile", async () => {
    const id = await free();
    const before = await stateOf(id);
    const waited = await scoped(world.neighbourSecretary, countTransfersWaiting);
    expect(await moves(id, { toDistrictCode: "5402" })).toMatchObject({ ok: true });
    expect(await query("SELECT 1 FROM departure WHERE holder_id = $1", [id])).toEqual([]);
    expect(await stateOf(id)).toBe(before);
    expect(await officerOf(id)).toBe(world.officers[0].id);
    expect(await scoped(world.neighbourSecretary, countTransfersWaiting)).toBe(waited + 1);

    const { waiting } = await scoped(world.neighbourSecretary, listTransfers);
    const asked = waiting.find(({ reason }) => reason.includes("20 กุมภาพันธ์ 2561"));
    expect(asked).toMatchObject({
      toDistrictCode: "5402",
      presentAddress: "12 หมู่ 3",
      reason: "ย้ายเมื่อวันที่ 20 กุมภาพันธ์ 2561: ทะเบียนบ้าน",
    });
    expect(await moves(id, { toDistrictCode: "5402" })).toMatchObject({ code: "ALREADY_RECORDED" });
    const taken = { transferId: asked?.id, outcome: "accepted", officerCode: world.neighbourCode };
    expect(await send(answerTransfer, world.neighbourSecretary, taken)).toMatchObject({ ok: true });
    expect(await officerOf(id)).toBe(world.neighbour.id);
    expect(await stateOf(id)).toBe(before);
  });

  it("stays with the officer where the new district refuses", async () => {
    const id = await free();
    const asked = await moves(id, { toDistrictCode: "5402" });
    expect(asked).toMatchObject({ ok: true });
    const [{ transfer_id: transferId } = {}] = await query<{ transfer_id: string }>(
      "SELECT transfer_id FROM transfer_person WHERE holder_id = $1 AND open",
      [id],
    );
    const refused = { transferId, outcome: "refused", reason: "ไม่พบตัว" };
    expect(await send(answerTransfer, world.neighbourSecretary, refused)).toMatchObject({
      ok: true,
    });
    expect(await officerOf(id)).toBe(world.officers[0].id);
  });

  it("leaves the visit only to another province, which is kept; to the own or to nowhere is no answer", async () => {
    const id = await free();
    for (const toProvinceCode of [null, "54", "00"])
      expect(await moves(id, { toProvinceCode })).toMatchObject({
        fields: { toProvinceCode: ["choose"] },
      });
    for (const nowhere of ["5401", "5501", "9999"])
      expect(await moves(id, { toDistrictCode: nowhere })).toMatchObject({
        fields: { toDistrictCode: ["choose"] },
      });
    expect(await moves(id, { toProvinceCode: "10" })).toMatchObject({ ok: true });
    expect(
      await query("SELECT to_province_code, confirmation FROM departure WHERE holder_id = $1", [
        id,
      ]),
    ).toEqual([{ to_province_code: "10", confirmation: "pending" }]);
  });
});
