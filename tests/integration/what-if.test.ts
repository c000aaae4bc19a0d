import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buildDeskWorld, saveHolder, send, setToday } from "@tests/integration/desk-world";
import { enter } from "@tests/security/enter";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { intentRow } from "@tests/security/world-casework";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { runWhatIf } from "@/server/jobs/what-if";
import {
  addRuleCase,
  changeRuleAmounts,
  checkRules,
  keepRuleLetter,
  recordRuleLetter,
} from "@/server/rules/commands";
import { disconnect, type Scoped, scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";
import { orderWhatIf } from "@/server/what-if/order";
import { listWhatIfPeople, readWhatIfPeople, viewWhatIfPeople } from "@/server/what-if/people";
import { keptFailure, keptWhatIf } from "@/server/what-if/result";
import { csvOf, made } from "./export-files";

/** What a version would change is ordered by treasury and governor, counted by a job; a draft names nobody, a checked version those of the own province. */
const treasury = officer("provincial_officer", "54");
const second = officer("provincial_officer", "54");
const governor = officer("governor", "54");
const chief = officer("district_chief", "5401");
const stranger = officer("provincial_officer", "55");
let same = "";
let more = "";
let broken = "";
let checked = "";

beforeAll(async () => {
  const world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [treasury, second, governor, chief, stranger])
      await insert(client, "officer", officerRow(actor));
    await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
  });
  const people = [
    await saveHolder(world, { firstName: "คำปัน" }),
    await saveHolder(world, {
      ...{ district: "5402", income_2559_satang: 5_000_000, income_band: "over_30000" },
    }),
  ];
  await saveHolder(world, { firstName: "หล้า" });
  await setToday("2018-02-20");
  await onDatabase(async (client) => {
    const yes = { intent_on: "2018-02-10", recorded_on: "2018-02-10" };
    for (const [at, { id }] of people.entries()) {
      const districtCode = at === 0 ? "5401" : "5402";
      const holder = { id, provinceCode: "54", districtCode, accountOfficerId: null } as const;
      await insert(client, "intent", intentRow(holder, "5401", world.desk.id, yes));
    }
  });
  same = await drafted();
  more = idIn(await send(changeRuleAmounts, treasury, { draftId: await drafted(), ...amounts }));
  broken = await withoutAges(same);
});
afterAll(disconnect);

const amounts = {
  at: "ข้อ 2",
  ...{ upTo1: "30,000", monthly1: "300", upTo2: "", monthly2: "50", upTo3: "", monthly3: "" },
  ...{ incomeCeiling: "100000", incomeYear: "2559", yesCountsFrom: "1 ก.พ. 2561" },
  ...{ cutOffDay: "", monthsToFirst: "1", lastMonth: "2018-12" },
};

function idIn(sent: unknown) {
  expect(sent).toMatchObject({ ok: true });
  return (sent as { value: { ruleVersionId: string } }).value.ruleVersionId;
}

/** A draft that says what the set of the code says. */
async function drafted() {
  const bytes = Buffer.from("%PDF-1.7 หนังสือกระทรวง");
  const said = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  const upload = await receiveUpload(treasury.id, Readable.from([bytes]), said, 1_000_000);
  if (!upload.ok) throw new Error(upload.code);
  const kept = await send(keepRuleLetter, treasury, { uploadId: upload.value.uploadId });
  if (!kept.ok) throw new Error(kept.code);
  const { fileId: scanId } = kept.value as { fileId: string };
  const letter = { letterNumber: "กค 0402/ว 9", letterOn: "15 ก.พ. 2561", about: "เพิ่มวงเงิน" };
  return idIn(
    await send(recordRuleLetter, treasury, { scanId, ...letter, inForceFrom: "1 มี.ค. 2561" }),
  );
}

/** A set that no form makes: it has no classes of age, so that nothing can be said of anybody. */
const withoutAges = (id: string) =>
  onDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO rule_version (id, province_code, version, in_force_from, letter_number, letter_on, about, scan_id, document, cases,
         recorded_by_id, recorded_on)
       SELECT gen_random_uuid(), province_code, version, in_force_from, letter_number, letter_on, about, scan_id,
         (document::jsonb #- '{mustReach,ages}')::json, cases, recorded_by_id, recorded_on FROM rule_version WHERE id = $1 RETURNING id`,
      [id],
    );
    return rows[0]?.id ?? "";
  });

/** The draft with other amounts, checked with the letter by another officer. */
async function recorded() {
  const says = "ผู้ที่มาแจ้งในเดือนกุมภาพันธ์ ได้ 300 บาท 10 เดือน";
  const ready = await send(addRuleCase, treasury, {
    ...{ draftId: more, says, income: "20000", intentOn: "10 ก.พ. 2561" },
    ...{ monthly: "300", total: "3000" },
  });
  return idIn(await send(checkRules, second, { draftId: idIn(ready) }));
}

/** What the job of names would write, as it. */
async function nameSomebody(client: Client, jobId: unknown) {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL ROLE r_job");
    await client.query(
      `INSERT INTO what_if_person (job_id, province_code, district_code, holder_id, satang_before, satang)
       VALUES ($1, '54', '5401', gen_random_uuid(), 1, 2)`,
      [jobId],
    );
  } finally {
    await client.query("ROLLBACK");
  }
}

const order = (ruleVersionId: string, over: object = {}, by = treasury) =>
  send(orderWhatIf, by, { ruleVersionId, area: "54", asOf: "20 ก.พ. 2561", ...over });

async function ran(ruleVersionId: string, over: object = {}, by = treasury) {
  const sent = await order(ruleVersionId, over, by);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { jobId } = sent.value as { jobId: string };
  await runWhatIf(jobId);
  return onDatabase(async (client) => {
    const { rows } = await client.query(
      "SELECT status, failure, progress, total, result FROM job WHERE id = $1",
      [jobId],
    );
    return rows[0];
  });
}

it("a draft that says the same gives nobody more or less", async () => {
  const job = await ran(same);
  expect(job).toMatchObject({ status: "done", progress: 1, total: 1 });
  expect(keptWhatIf.parse(job.result).all).toEqual({
    ...{ people: 3n, gain: 0n, lose: 0n, bahtAMonth: 0n, baht: 0n },
    ...{ visitMore: 0n, visitLess: 0n, menu: 0n },
  });
});

it("a draft with other amounts: who gains, who loses, baht a month and until December, by district", async () => {
  const { all, by } = keptWhatIf.parse((await ran(more)).result);
  expect(all).toMatchObject({ people: 3n, gain: 1n, lose: 1n, bahtAMonth: 50n, baht: 500n });
  expect(by.district).toMatchObject([
    { key: "5401", people: 2n, gain: 1n, lose: 0n, baht: 1000n },
    { key: "5402", people: 1n, gain: 0n, lose: 1n, baht: -500n },
  ]);
  const district = keptWhatIf.parse((await ran(more, { area: "5402" }, governor)).result);
  expect(district.all).toMatchObject({ people: 1n, gain: 0n, lose: 1n, baht: -500n });
  expect(keptWhatIf.parse((await ran(more, { area: "all" })).result).all).toEqual(all);
  const before = keptWhatIf.parse((await ran(more, { asOf: "9 ก.พ. 2561" })).result);
  expect(before.all).toMatchObject({ gain: 0n, lose: 0n });
});

it("says nothing of anybody where a rule cannot be evaluated for one, and leads to the case file", async () => {
  const { status, failure, result } = await ran(broken, { area: "5401" });
  expect({ status, failure }).toEqual({ status: "failed", failure: "CANNOT_EVALUATE" });
  const said = keptFailure.parse(result);
  expect(said).toMatchObject({ provinceCode: "54", holderId: expect.any(String) });
  expect(JSON.stringify(result)).not.toContain("คำปัน");
});

it("names nobody of a draft: not on a page, and not in the database", async () => {
  await ran(more);
  const read = (scope: Scoped) => listWhatIfPeople(scope, more, readWhatIfPeople({}));
  for (const actor of [treasury, governor]) expect(await scoped(actor, read)).toBeNull();
  await onDatabase(async (client) => {
    expect((await client.query("SELECT 1 FROM what_if_person")).rows).toEqual([]);
    const job = await client.query<{ id: string }>(
      "SELECT id FROM job WHERE input ->> 'ruleVersionId' = $1 LIMIT 1",
      [more],
    );
    await expect(nameSomebody(client, job.rows[0]?.id)).rejects.toThrow(/before the letter/);
  });
});

describe("once the letter is recorded and checked", () => {
  const read = (actor: Actor, given: Record<string, string>) =>
    scoped(actor, (scope) => listWhatIfPeople(scope, checked, readWhatIfPeople(given)));

  it("those who gain and lose are a list of the province for treasury and governor, page by page, of the number that was counted", async () => {
    checked = await recorded();
    // Counted before: numbers alone.
    expect(await read(treasury, {})).toBeNull();
    for (const actor of [treasury, governor]) {
      const { all } = keptWhatIf.parse((await ran(checked, {}, actor)).result);
      const gain = await read(actor, { change: "gain" });
      const lose = await read(actor, { change: "lose" });
      expect(gain).toMatchObject({
        counts: { gain: Number(all.gain), lose: Number(all.lose) },
        people: [{ before: 200_000n, after: 300_000n, holder: { name: "นางคำปัน อินต๊ะวงศ์" } }],
      });
      expect(gain?.people).toHaveLength(Number(all.gain));
      expect(lose?.people).toMatchObject([{ before: 100_000n, after: 50_000n }]);
    }
    expect(await read(treasury, { district: "5402" })).toMatchObject({
      ...{ counts: { gain: 0, lose: 1 }, people: [] },
    });
  });

  it("everywhere names those of the own province, and nobody else reads a name", async () => {
    await ran(checked, { area: "all" });
    expect(await read(treasury, { change: "lose" })).toMatchObject({
      counts: { gain: 1, lose: 1 },
    });
    for (const actor of [chief, stranger, officer("account_officer", "5401")])
      expect(await read(actor, {})).toBeNull();
    await onDatabase(async (client) => {
      for (const actor of [chief, stranger, officer("administrator", null)])
        expect((await enter(client, actor, "SELECT 1 FROM what_if_person")).rows ?? []).toEqual([]);
    });
  });

  it("whoever compares again replaces their own list alone", async () => {
    await ran(checked, { area: "5402" });
    expect(await read(treasury, {})).toMatchObject({ counts: { gain: 0, lose: 1 }, people: [] });
    expect(await read(governor, {})).toMatchObject({ counts: { gain: 1, lose: 1 } });
    await onDatabase(async (client) => {
      const { rows } = await client.query("SELECT count(*)::int AS people FROM what_if_person");
      expect(rows).toEqual([{ people: 3 }]);
    });
  });

  it("goes out as a file with the same people, masked, and the reading and the file are in the audit", async () => {
    const view = { version: checked, change: "lose" };
    const jobId = await made(governor, { list: "rule_people", view });
    const [header, ...rows] = await csvOf(jobId);
    expect(header).toContain("ตามหนังสือ (บาท ตามสิทธิที่คำนวณได้)");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toEqual(expect.arrayContaining(["1000", "500", "-500"]));
    expect(String(rows[0])).toMatch(/x-xxxx/);
    await scoped(governor, (scope) => viewWhatIfPeople(scope, checked, readWhatIfPeople({})));
    await onDatabase(async (client) => {
      const audit = await client.query(
        "SELECT action FROM audit.event WHERE subject_id = ANY ($1) ORDER BY 1",
        [[jobId, checked]],
      );
      const actions = audit.rows.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(["export.request", "rules.names"]));
    });
  });
});

it("is for an area of one's own, a day that has been, and everywhere for the treasury that records rules", async () => {
  expect(await order(more, { asOf: "21 ก.พ. 2561" })).toMatchObject({
    fields: { asOf: ["future"] },
  });
  expect(await order(more, { area: "5499" })).toMatchObject({ fields: { area: ["choose"] } });
  expect(await order(more, { area: "55" })).toMatchObject({ code: "NOT_FOUND" });
  expect(await order(more, { area: "all" }, governor)).toMatchObject({ code: "NOT_ALLOWED" });
  expect(await order(more, {}, chief)).toMatchObject({ code: "NOT_FOUND" });
  // The draft of another province is not there.
  expect(await order(more, { area: "55" }, stranger)).toMatchObject({ code: "NOT_FOUND" });
});

it("is not counted for whoever may no longer ask, and is in the audit", async () => {
  const sent = await order(more, {}, governor);
  const { jobId } = (sent as { value: { jobId: string } }).value;
  await onDatabase((client) =>
    client.query("UPDATE officer SET status = 'disabled' WHERE id = $1", [governor.id]),
  );
  await runWhatIf(jobId);
  await onDatabase(async (client) => {
    const { rows } = await client.query("SELECT status, failure, result FROM job WHERE id = $1", [
      jobId,
    ]);
    expect(rows).toEqual([{ status: "failed", failure: "NOT_ALLOWED", result: null }]);
    const audit = await client.query(
      "SELECT detail FROM audit.event WHERE request_id = $1 AND subject_id = $2",
      [jobId, more],
    );
    expect(audit.rows).toMatchObject([{ detail: { area: "54", asOf: "2018-02-20" } }]);
  });
});
