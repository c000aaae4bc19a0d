import { impossibleId } from "@tests/builders/people";
import {
  buildDeskIntent,
  buildDeskWorld,
  buildPaper,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { enter } from "@tests/security/enter";
import { holderRow, insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { assessmentRow, intentRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { run as decisionsCommand } from "@/cli/decisions";
import { roles } from "@/domain/policy";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { decideCorrection, requestCorrection } from "@/server/corrections/commands";
import { listCasework } from "@/server/holders/casework";
import { decisionsShown, entitlementOn } from "@/server/holders/entitlement";
import { viewHolder } from "@/server/holders/queries";
import { withJobClient } from "@/server/imports/job-connection";
import { confirmPaper, confirmPapers, recordIntent, recordPaper } from "@/server/intents/commands";
import { listRecorded, viewForDesk, viewReceipt } from "@/server/intents/queries";
import { decideLeft } from "@/server/jobs/decisions";
import { prove } from "@/server/proof/prove";
import { registerHolder } from "@/server/registrations/commands";
import { decideRegistration } from "@/server/registrations/decisions";
import { disconnect, scoped } from "@/server/scope";

/** Every counting yes has its decision, stored in the transaction in which it came to count (docs/decisions/0033). */
let world: DeskWorld;
let deskId: string;
let placeId: string;
const treasury = officer("provincial_officer", "54");
const other = officer("provincial_officer", "54");
beforeAll(async () => {
  world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [treasury, other]) await insert(client, "officer", officerRow(actor));
  });
  const place = await savePlace(world.chief, ["2018-02-12", "2018-02-20"]);
  placeId = place.id;
  deskId = place.desks["2018-02-20"] ?? "";
});
beforeEach(() => setToday("2018-02-20"));
afterAll(disconnect);

const sql = (text: string, ...values: unknown[]) =>
  onDatabase(async (client) => (await client.query(text, values)).rows);
const decisionsOf = (holderId: string) =>
  sql(
    `SELECT yes_on::text, first_month::text, last_month::text, months, satang_a_month::text AS monthly, satang::text, none, reasons,
       decided_on::text, facts FROM entitlement_decision WHERE holder_id = $1 ORDER BY recorded_at`,
    holderId,
  );
async function sayYes(holderId: string, by = world.desk) {
  const sent = await send(recordIntent, by, buildDeskIntent({ holderId, deskId }));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.value as { intentId: string };
}
/** `sukjai decisions verify`: its code and what it prints. */
async function verify() {
  let printed = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += text;
      return true;
    }),
  );
  const code = await decisionsCommand(["verify"]);
  for (const spy of spies) spy.mockRestore();
  return { code, printed };
}
const asOwner = (statement: string, ...values: unknown[]) =>
  onDatabase(async (client) => {
    // A superuser's session in which no trigger runs: what nobody else can do.
    await client.query("SET session_replication_role = replica");
    await client.query(statement, values);
  });

describe("a yes at the desk", () => {
  it("is decided at once: rules, facts, reasons, months and sum", async () => {
    const { id } = await saveHolder(world);
    await sayYes(id);
    expect(await decisionsOf(id)).toEqual([
      {
        yes_on: "2018-02-20",
        first_month: "2018-03-01",
        last_month: "2018-12-01",
        months: 10,
        monthly: "20000",
        satang: "200000",
        none: null,
        reasons: expect.arrayContaining(["FROM_NEXT_MONTH", "UNTIL_LAST_MONTH"]),
        decided_on: "2018-02-20",
        facts: {
          incomeSatang: 2_000_000,
          intentOn: "2018-02-20",
          assessedOn: null,
          incomes: [{ satang: 2_000_000, from: null }],
          ends: [],
        },
      },
    ]);
  });

  it("is decided also where the holder belongs to another district", async () => {
    const { id } = await saveHolder(world, { district: "5402" });
    await sayYes(id);
    expect(await decisionsOf(id)).toMatchObject([{ satang: "200000" }]);
  });

  it("is not decided again by a second yes, nor is a no or a refused command decided", async () => {
    const { id } = await saveHolder(world);
    await sayYes(id);
    const no = buildDeskIntent({ holderId: id, deskId, answer: "no", reason: "ไม่มีเวลา" });
    expect(await send(recordIntent, world.desk, no)).toMatchObject({ ok: true });
    expect(
      await send(recordIntent, world.desk, buildDeskIntent({ holderId: id, deskId })),
    ).toMatchObject({ ok: false });
    expect(await decisionsOf(id)).toHaveLength(1);
    const { id: declined } = await saveHolder(world);
    await send(recordIntent, world.desk, { ...no, holderId: declined });
    expect(await decisionsOf(declined)).toEqual([]);
  });

  it("gives the desk no sum: not in the outcome, on its screens, on the receipt, nor by SQL", async () => {
    const { id } = await saveHolder(world);
    const sent = await send(recordIntent, world.desk, buildDeskIntent({ holderId: id, deskId }));
    const { intentId } = (sent as { value: { intentId: string } }).value;
    const shown = await scoped(world.desk, async (scope) => [
      sent,
      await viewForDesk(scope, id),
      await viewReceipt(scope, intentId),
      await listRecorded(scope, "2018-02-20"),
    ]);
    expect(shown.every(Boolean)).toBe(true);
    const named = JSON.stringify(shown);
    expect(named).not.toMatch(/satang|topUp|income|band|monthly|decision"/i);
    expect(named).not.toMatch(/\b(100|200|1,?000|2,?000|20000|200000|2000000)\b/);
    await onDatabase(async (client) => {
      const read = "SELECT satang FROM entitlement_decision";
      expect(await enter(client, world.desk, read)).toEqual({ refused: "42501" });
      expect(await enter(client, world.desk, "SELECT holder_id FROM app.undecided")).toEqual({
        refused: "42501",
      });
      // The district's heads see the band, so they see the sum.
      expect((await enter(client, world.secretary, read)).rows).not.toHaveLength(0);
      const { rows } = await client.query(
        "SELECT r FROM unnest($1::text[]) r WHERE pg_has_role(r, 'sukjai_decider', 'MEMBER')",
        [[...roles, "job", "link_bearer"].map((role) => `r_${role}`)],
      );
      expect(rows).toEqual([]);
    });
  });
});

describe("a paper that was typed later", () => {
  const typed = async (holderId: string, paper = {}) => {
    const sent = await send(recordPaper, world.desk, buildPaper({ holderId, placeId, ...paper }));
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    return (sent.value as { intentId: string }).intentId;
  };

  it("is decided when another officer confirms it, by its own day; rejected, never", async () => {
    await setToday("2018-03-05");
    const [one, two] = [await saveHolder(world), await saveHolder(world)];
    const [good, bad] = [await typed(one.id), await typed(two.id)];
    expect(await decisionsOf(one.id)).toEqual([]);
    const confirm = { intentId: good, decision: "confirmed", note: null };
    await send(confirmPaper, world.colleague, confirm);
    await send(confirmPaper, world.colleague, { intentId: bad, decision: "rejected", note: "ผิด" });
    expect(await decisionsOf(one.id)).toMatchObject([
      { yes_on: "2018-02-12", months: 10, decided_on: "2018-03-05" },
    ]);
    expect(await decisionsOf(two.id)).toEqual([]);
  });

  it("is decided for each of many that are confirmed in one go", async () => {
    await setToday("2018-03-05");
    const people = [await saveHolder(world), await saveHolder(world), await saveHolder(world)];
    const intentIds: string[] = [];
    for (const { id } of people) intentIds.push(await typed(id));
    await send(confirmPapers, world.colleague, { intentIds });
    for (const { id } of people) expect(await decisionsOf(id)).toHaveLength(1);
  });

  it("with an earlier day than a yes that was decided is a counting yes of its own", async () => {
    await setToday("2018-03-05");
    const ao = officer("account_officer", "5401", "CDD");
    const { id } = await saveHolder(world);
    const intentId = await typed(id);
    const holder = {
      id,
      provinceCode: "54",
      districtCode: "5401" as const,
      accountOfficerId: null,
    };
    const interview = assessmentRow(holder, ao.id, {
      interviewed_on: "2018-03-02",
      recorded_on: "2018-03-02",
    });
    await onDatabase(async (client) => {
      await insert(client, "officer", officerRow(ao));
      await insert(client, "assessment", interview);
    });
    await withJobClient((client) => decideLeft(client));
    expect(await decisionsOf(id)).toMatchObject([{ yes_on: "2018-03-02", months: 9 }]);
    await send(confirmPaper, world.colleague, { intentId, decision: "confirmed", note: null });
    expect(await decisionsOf(id)).toMatchObject([
      { yes_on: "2018-03-02", months: 9 },
      { yes_on: "2018-02-12", months: 10, facts: { assessedOn: "2018-03-02" } },
    ]);
  });
});

describe("a yes of a day before the measure", () => {
  async function saidTooEarly() {
    const { id } = await saveHolder(world);
    const holder = {
      id,
      provinceCode: "54",
      districtCode: "5401" as const,
      accountOfficerId: null,
    };
    const early = { intent_on: "2018-01-30", recorded_on: "2018-01-30" };
    await onDatabase((client) =>
      insert(client, "intent", intentRow(holder, "5401", world.desk.id, early)),
    );
    await withJobClient((client) => decideLeft(client));
    return holder;
  }
  const told = (id: string) =>
    sql(
      "SELECT kind, occurred_on::text AS on, stands FROM ministry_entry WHERE holder_id = $1",
      id,
    );

  it("does not count: nothing is decided, and the Ministry is told nothing", async () => {
    const { id } = await saidTooEarly();
    expect(await decisionsOf(id)).toEqual([]);
    expect(await told(id)).toEqual([]);
  });

  it("leaves a later one to count, in the decision, on the Ministry's list and in the proof", async () => {
    const holder = await saidTooEarly();
    const ao = officer("account_officer", "5401", "CDD");
    const on = { interviewed_on: "2018-02-19", recorded_on: "2018-02-19" };
    await onDatabase(async (client) => {
      await insert(client, "officer", officerRow(ao));
      await insert(client, "assessment", assessmentRow(holder, ao.id, on));
    });
    await withJobClient((client) => decideLeft(client));
    expect(await decisionsOf(holder.id)).toMatchObject([
      { yes_on: "2018-02-19", months: 10, none: null },
    ]);
    expect(await told(holder.id)).toContainEqual({ kind: "wish", on: "2018-02-19", stands: true });
    const pages = await withJobClient((job) => prove(job, ruleSetsOfCode, () => undefined));
    const faults = pages.flatMap((page) => page.faults);
    expect(faults.filter(({ holderId }) => holderId === holder.id)).toEqual([]);
  });
});

it("a registered person's yes is decided when the province confirms them, not before", async () => {
  const sent = await send(registerHolder, world.desk, {
    nationalId: impossibleId("3", 9001),
    title: "นาย",
    firstName: "สมบูรณ์",
    lastName: "ใจเย็น",
    birthDate: "1 พ.ค. 2510",
    subdistrictCode: "540101",
    moo: 4,
    houseNo: "12/1",
    phone: "060-111-2222",
    occupation: "รับจ้างทั่วไป",
    incomeBaht: 50_000,
    cardShown: "both",
    deskId,
  });
  const { registrationId } = (sent as { value: { registrationId: string } }).value;
  await sayYes(registrationId);
  expect(await decisionsOf(registrationId)).toEqual([]);
  await setToday("2018-03-20");
  const decision = { outcome: "confirmed", letterNumber: "กค 1/2561", reason: null };
  expect(
    await send(decideRegistration, treasury, { registrationId, ...decision, nationalId: null }),
  ).toMatchObject({ ok: true });
  expect(await decisionsOf(registrationId)).toMatchObject([
    { yes_on: "2018-02-20", months: 10, monthly: "10000", decided_on: "2018-03-20" },
  ]);
});

describe("a decision", () => {
  it("is never changed or deleted, by nobody", async () => {
    for (const change of [
      "UPDATE entitlement_decision SET satang = 1",
      "DELETE FROM entitlement_decision",
    ])
      await expect(sql(change)).rejects.toThrow(/never changed/);
  });

  it("stands beside what is reckoned today, with the fact that has changed", async () => {
    const { id } = await saveHolder(world);
    await sayYes(id);
    const shown = async (today: string) =>
      scoped(world.secretary, async (scope) => {
        const holder = await viewHolder(scope, id);
        if (!holder) throw new Error("no holder");
        const casework = await listCasework(scope, id);
        const now = entitlementOn(today, scope.ruleSets, holder, casework);
        return decisionsShown(holder, casework, now);
      });
    expect(await shown("2018-02-20")).toMatchObject({
      newest: { yesOn: "2018-02-20", months: 10, satang: 200_000n, changed: [] },
      earlier: [],
      difference: null,
    });
    const asked = await send(requestCorrection, world.secretary, {
      holderId: id,
      field: "income_2559",
      incomeBaht: 45_000,
      evidence: "หนังสือรับรองรายได้",
      evidenceNumber: "12/2561",
    });
    const { correctionId } = (asked as { value: { correctionId: string } }).value;
    await setToday("2018-05-10");
    await send(decideCorrection, treasury, { correctionId, outcome: "approved", note: null });
    // Three months at 200, seven at 100: a decision of its own, beside the first.
    expect(await shown("2018-05-10")).toMatchObject({
      newest: { satang: 130_000n, months: 10, changed: ["income"] },
      earlier: [{ satang: 200_000n, changed: [] }],
      difference: null,
    });
    expect(await decisionsOf(id)).toHaveLength(2);
  });
});

describe("the proof", () => {
  it("finds every counting yes decided, and every decision given again by its own facts", async () => {
    const { code, printed } = await verify();
    expect(printed).toMatch(/^OK \d+ /);
    expect(code).toBe(0);
  });

  it("finds a yes without a decision, and one whose sum was altered", async () => {
    const [one, two] = [await saveHolder(world), await saveHolder(world)];
    for (const { id } of [one, two]) await sayYes(id);
    await asOwner("DELETE FROM entitlement_decision WHERE holder_id = $1", one.id);
    await asOwner(
      "UPDATE entitlement_decision SET satang_a_month = 10000, satang = 100000 WHERE holder_id = $1",
      two.id,
    );
    const { code, printed } = await verify();
    expect(code).toBe(1);
    expect(printed).toContain(`no decision: 5401 ${one.id} 2018-02-20`);
    expect(printed).toMatch(new RegExp(`^wrong: .* of ${two.id}$`, "m"));
    await asOwner(
      "UPDATE entitlement_decision SET satang_a_month = 20000, satang = 200000 WHERE holder_id = $1",
      two.id,
    );
    await asOwner("INSERT INTO app.undecided (holder_id) VALUES ($1)", one.id);
    await withJobClient((client) => decideLeft(client));
    expect((await verify()).code).toBe(0);
  });
});

it("what an older version stored is decided by the worker, some in a transaction, and a second run finds nothing", async () => {
  const batch = world.batches["54"] ?? "";
  const people = Array.from({ length: 7 }, () => holderRow("5401", batch));
  await onDatabase(async (client) => {
    for (const row of people) {
      await insert(client, "holder", row);
      const holder = {
        id: row.id as string,
        provinceCode: "54",
        districtCode: "5401" as const,
        accountOfficerId: null,
      };
      await insert(client, "intent", intentRow(holder, "5401", world.desk.id));
    }
  });
  expect((await verify()).code).toBe(1);
  expect(await withJobClient((client) => decideLeft(client, 3))).toBe(7);
  expect(await withJobClient((client) => decideLeft(client, 3))).toBe(0);
  for (const { id } of people) expect(await decisionsOf(id as string)).toHaveLength(1);
  expect((await verify()).code).toBe(0);
});
