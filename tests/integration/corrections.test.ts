import { randomUUID } from "node:crypto";
import { wrongCounters } from "@tests/integration/demo-world";
import {
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { decideCorrection, requestCorrection } from "@/server/corrections/commands";
import { askBirthDate } from "@/server/corrections/from-card";
import {
  closeCorrected,
  putCorrectionsInForce,
  reopenCorrected,
} from "@/server/corrections/in-force";
import { countCorrectionsToDecide, listCorrections } from "@/server/corrections/queries";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { listNotifications } from "@/server/notifications/queries";
import { scoped } from "@/server/scope";

/** A correction takes two people, is stored beside the Ministry's value and counts from the next month. */
let world: DeskWorld;
let treasury: Actor;
let colleague: Actor;
beforeAll(async () => {
  world = await buildDeskWorld();
  treasury = officer("provincial_officer", "54");
  colleague = officer("district_secretary", "5401");
  await onDatabase(async (client) => {
    for (const actor of [treasury, colleague]) await insert(client, "officer", officerRow(actor));
  });
  await setToday("2018-02-20");
});

const proof = { evidence: "หนังสือรับรองรายได้", evidenceNumber: "12/2561" };
async function ask(holderId: string, asked: object, by = world.secretary) {
  const sent = await send(requestCorrection, by, { holderId, ...proof, ...asked });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return (sent.value as { correctionId: string }).correctionId;
}
const decide = (
  by: Actor,
  correctionId: string,
  outcome = "approved",
  note: string | null = null,
) => send(decideCorrection, by, { correctionId, outcome, note });
const now = (id: string) =>
  onDatabase(
    async (client) =>
      (
        await client.query(
          `SELECT income_band, income_2559_satang AS ministry, corrected_income_satang AS corrected, corrected_name, age_class,
             visit_subdistrict_code AS subdistrict, visit_moo AS moo FROM holder WHERE id = $1`,
          [id],
        )
      ).rows[0],
  );
const job = <Value>(work: (client: JobClient) => Promise<Value>) =>
  withJobClient((client) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, () => work(client)),
  );

describe("an income", () => {
  it("is the province's to decide, by another person, and decides from the month after", async () => {
    const { id } = await saveHolder(world);
    const request = await ask(id, { field: "income_2559", incomeBaht: 45_000 });
    expect(await now(id)).toMatchObject({ ministry: 2_000_000, corrected: null });
    for (const [by, code] of [
      [world.secretary, "NOT_ALLOWED"],
      [world.chief, "NOT_ALLOWED"],
      [world.desk, "NOT_FOUND"],
      [world.neighbour, "NOT_FOUND"],
    ] as const)
      expect(await decide(by, request), by.role).toMatchObject({ ok: false, code });
    expect(await scoped(treasury, countCorrectionsToDecide)).toBe(1);
    expect(await decide(treasury, request)).toMatchObject({ ok: true });
    expect(await decide(treasury, request)).toMatchObject({ ok: false });
    // Until March the Ministry's income decides.
    expect(await now(id)).toMatchObject({ income_band: "up_to_30000", corrected: null });
    expect(await job((client) => putCorrectionsInForce(client, "2018-02-28"))).toBe(0);
    await job((client) => putCorrectionsInForce(client, "2018-03-01"));
    expect(await now(id)).toMatchObject({
      ministry: 2_000_000,
      corrected: 4_500_000,
      income_band: "over_30000",
    });
    expect(await wrongCounters()).toEqual([]);
    const { rows } = await scoped(treasury, (scope) => listCorrections(scope, "approved"));
    expect(rows.find((row) => row.id === request)?.effects).toEqual([
      { what: "top_up", from: 200, to: 100, month: "2018-03" },
      { what: "cohort", to: "voluntary", month: "2018-03" },
    ]);
    expect((await scoped(world.secretary, listNotifications)).rows).toMatchObject([
      { kind: "correction_decided" },
    ]);
  });

  it("is no more than a card holder may have by the rules", async () => {
    const { id } = await saveHolder(world);
    const asked = (incomeBaht: number) =>
      send(requestCorrection, world.secretary, {
        holderId: id,
        ...proof,
        field: "income_2559",
        incomeBaht,
      });
    expect(await asked(100_001)).toMatchObject({
      ok: false,
      code: "INVALID",
      fields: { incomeBaht: ["incomeTooHigh"] },
    });
    expect(await asked(100_000)).toMatchObject({ ok: true });
  });

  it("that an import brings is closed and goes on deciding; taken back, it stands again", async () => {
    const { id } = await saveHolder(world);
    const request = await ask(id, { field: "income_2559", incomeBaht: 60_000 });
    await decide(treasury, request);
    await job((client) => putCorrectionsInForce(client, "2018-03-01"));
    const batch = world.batches["54"] as string;
    const ministry = (satang: number, earlier: number | null) =>
      onDatabase((client) =>
        client.query(
          "UPDATE holder SET income_2559_satang = $2, earlier_income_satang = $3, changed_batch_id = $4 WHERE id = $1",
          [id, satang, earlier, batch],
        ),
      );
    // A new value from the Ministry leaves the correction in force.
    await ministry(5_000_000, 2_000_000);
    expect(await job((client) => closeCorrected(client, batch))).toBe(0);
    expect(await now(id)).toMatchObject({ corrected: 6_000_000, income_band: "over_30000" });
    await ministry(6_000_000, 2_000_000);
    expect(await job((client) => closeCorrected(client, batch))).toBe(1);
    expect(await now(id)).toMatchObject({ corrected: null, income_band: "over_30000" });
    await onDatabase((client) =>
      client.query("UPDATE import_batch SET programme_on = '2018-03-05' WHERE id = $1", [batch]),
    );
    await job((client) => reopenCorrected(client, batch));
    expect(await now(id)).toMatchObject({ corrected: 6_000_000, income_band: "over_30000" });
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("the district's own facts", () => {
  it("are decided by chief or secretary, never by the one who asked", async () => {
    const { id } = await saveHolder(world);
    const request = await ask(id, {
      field: "name",
      title: "นาง",
      firstName: "คำปัน",
      lastName: "ใจคำ",
    });
    expect(await decide(world.secretary, request)).toMatchObject({ code: "NEEDS_OTHER_OFFICER" });
    expect(await decide(treasury, request)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await decide(colleague, request)).toMatchObject({ ok: true });
    expect(await now(id)).toMatchObject({ corrected_name: "นางคำปัน ใจคำ" });
  });

  it("move the place of the visit from the month after, within the district only", async () => {
    const { id } = await saveHolder(world, { subdistrict_code: "540101", moo: 4 });
    const asked = { field: "address", moo: 2, houseNo: "9" };
    expect(
      await send(requestCorrection, world.secretary, {
        holderId: id,
        ...proof,
        ...asked,
        subdistrictCode: "540201",
      }),
    ).toMatchObject({ code: "INVALID", fields: { subdistrictCode: ["otherDistrict"] } });
    const request = await ask(id, { ...asked, subdistrictCode: "540102" });
    await decide(world.chief, request);
    expect(await now(id)).toMatchObject({ subdistrict: "540101", moo: 4 });
    await job((client) => putCorrectionsInForce(client, "2018-03-01"));
    expect(await now(id)).toMatchObject({ subdistrict: "540102", moo: 2 });
  });

  it("are asked for once at a time, with another value, and a refusal has its reason", async () => {
    const { id } = await saveHolder(world, { ministry_occupation: "ทำนา" });
    const same = { holderId: id, ...proof, field: "occupation", occupation: "ทำนา" };
    expect(await send(requestCorrection, world.secretary, same)).toMatchObject({
      fields: { occupation: ["sameValue"] },
    });
    const request = await ask(id, { field: "occupation", occupation: "ค้าขาย" });
    expect(
      await send(requestCorrection, world.secretary, { ...same, occupation: "รับจ้าง" }),
    ).toMatchObject({ code: "ALREADY_RECORDED" });
    expect(await decide(world.chief, request, "rejected")).toMatchObject({
      fields: { note: ["missing"] },
    });
    expect(await decide(world.chief, request, "rejected", "ไม่มีเอกสาร")).toMatchObject({ ok: true });
    await ask(id, { field: "occupation", occupation: "รับจ้าง" });
  });
});

describe("a birth date that the list does not have", () => {
  const unknown = { birth_date: null, birth_date_precision: null };

  it("is asked for at the desk by what the card shows, and the province decides", async () => {
    const { id } = await saveHolder(world, unknown);
    const sent = await send(askBirthDate, world.desk, { holderId: id, birthDate: "๑/๕/๒๔๙๐" });
    expect(sent).toMatchObject({ ok: true });
    const again = { holderId: id, birthDate: "1947-05-01" };
    expect(await send(askBirthDate, world.secretary, again)).toMatchObject({
      code: "ALREADY_RECORDED",
    });
    const { correctionId } = (sent as { value: { correctionId: string } }).value;
    expect(await decide(world.secretary, correctionId)).toMatchObject({ ok: false });
    expect(await decide(treasury, correctionId)).toMatchObject({ ok: true });
    expect(await now(id)).toMatchObject({ age_class: expect.not.stringContaining("unknown") });
  });

  it("is refused where nobody can be so old, where the list has one, and to a desk of another district", async () => {
    const { id } = await saveHolder(world, unknown);
    const born = (birthDate: string, holderId = id, by = world.desk) =>
      send(askBirthDate, by, { holderId, birthDate });
    expect(await born("1/5/2403")).toMatchObject({ fields: { birthDate: ["birthDate"] } });
    expect(await born("1/5/2562")).toMatchObject({ fields: { birthDate: ["future"] } });
    expect(await born("1/5/")).toMatchObject({ fields: { birthDate: ["date"] } });
    expect(await born("1/5/2490", id, world.neighbour)).toMatchObject({ code: "NOT_FOUND" });
    const known = await saveHolder(world);
    expect(await born("1/5/2490", known.id)).toMatchObject({ code: "CONFLICT" });
  });
});
