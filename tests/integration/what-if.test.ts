import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buildDeskWorld, saveHolder, send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { intentRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runWhatIf } from "@/server/jobs/what-if";
import { changeRuleAmounts, keepRuleLetter, recordRuleLetter } from "@/server/rules/commands";
import { disconnect } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";
import { orderWhatIf } from "@/server/what-if/order";
import { keptFailure, keptWhatIf } from "@/server/what-if/result";

/** What a draft would change is ordered by treasury and governor, counted by a job, and names nobody. */
const treasury = officer("provincial_officer", "54");
const governor = officer("governor", "54");
const chief = officer("district_chief", "5401");
const stranger = officer("provincial_officer", "55");
let same = "";
let more = "";
let broken = "";

beforeAll(async () => {
  const world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [treasury, governor, chief, stranger])
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
