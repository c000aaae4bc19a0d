import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { impossibleId } from "@tests/builders/people";
import {
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { csvOf } from "@tests/integration/export-files";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { departureRow, intentRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asJob, askOn, withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { runExport } from "@/server/jobs/export";
import { runMonth } from "@/server/jobs/month-run";
import { bookDistrict, hashOfRun } from "@/server/ledger/book";
import {
  listAnswerLines,
  recordRunAnswer,
  recordRunTotals,
  setAnswerFormat,
  toppedUpMonths,
} from "@/server/month-runs/answers";
import {
  certifyMonthRun,
  checkMonthRun,
  prepareMonthRun,
  requestMonthRunFile,
  sendMonthRun,
} from "@/server/month-runs/commands";
import { setRunFields } from "@/server/month-runs/fields";
import { disconnect, scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** The ladder of a month run: who may climb which rung, what stands in the way, and what stays as it was. */
let world: DeskWorld;
const first = officer("provincial_officer", "54");
const second = officer("provincial_officer", "54");
const elsewhere = officer("provincial_officer", "55");
const governor = officer("governor", "54");
let poor: { id: string; name: string; nationalId: string };
let richer: { id: string; name: string; nationalId: string };
beforeAll(async () => {
  world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [first, second, elsewhere, governor])
      await insert(client, "officer", officerRow(actor));
  });
  poor = await saveHolder(world, { firstName: "คำปัน" });
  richer = await saveHolder(world, {
    district: "5402",
    firstName: "บัวผัน",
    income_2559_satang: 5_000_000,
    income_band: "over_30000",
  });
  await setToday("2018-02-20");
});
afterAll(disconnect);

const sql = (text: string, ...values: unknown[]) =>
  onDatabase(async (client) => (await client.query(text, values)).rows);
const holderOf = ({ id }: { id: string }, districtCode: "5401" | "5402" = "5401") =>
  ({ id, provinceCode: "54", districtCode, accountOfficerId: null }) as const;
const sayYes = (holder: { id: string }, on = "2018-02-10") =>
  onDatabase((client) =>
    insert(
      client,
      "intent",
      intentRow(holderOf(holder), "5401", world.desk.id, { intent_on: on, recorded_on: on }),
    ),
  );
const decided = () => withJobClient(decideLeft);
const prepare = (month: string, by = first) => send(prepareMonthRun, by, { month });
async function ran(month: string, by = first): Promise<string> {
  const sent = await prepare(month, by);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { runId, jobId } = sent.value as { runId: string; jobId: string };
  await runMonth(jobId);
  return runId;
}
const stepOf = async (id: string) =>
  (await sql("SELECT step FROM month_run WHERE id = $1", id))[0]?.step;
const ledger = () =>
  sql(`SELECT h.first_name AS name, to_char(l.month, 'YYYY-MM') AS month, l.number, l.kind, l.satang::int, r.number AS run, l.district_code AS district
    FROM ledger_entry l JOIN holder h ON h.id = l.holder_id JOIN month_run r ON r.id = l.run_id ORDER BY 6, 1, 2, 3`);
const march = () => "2018-03";

it("is not begun before its month, and not while somebody waits to be decided", async () => {
  expect(await prepare(march())).toMatchObject({ ok: false, code: "CONFLICT" });
  await sayYes(poor);
  await sayYes(richer);
  await decided();
  expect(await prepare(march())).toMatchObject({ ok: false, code: "CONFLICT" });
  await setToday("2018-03-05");
  expect(await prepare("2018-04")).toMatchObject({ ok: false, code: "CONFLICT" });
  await onDatabase((client) =>
    client.query("INSERT INTO app.undecided (holder_id) VALUES ($1)", [poor.id]),
  );
  expect(await prepare(march())).toMatchObject({ ok: false, code: "CONFLICT" });
  await decided();
});

it("stops where a yes counts and has no decision, and says how many; nobody is booked", async () => {
  const sent = await prepare(march());
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { runId, jobId } = sent.value as { runId: string; jobId: string };
  const lost = await saveHolder(world, { firstName: "หล้า" });
  await sayYes(lost);
  await sql("DELETE FROM app.undecided WHERE holder_id = $1", lost.id);
  await runMonth(jobId);
  expect(await stepOf(runId)).toBe("stopped");
  expect(await sql("SELECT blocked_by, people FROM month_run_step WHERE step = 'stopped'")).toEqual(
    [{ blocked_by: "undecided", people: 1 }],
  );
  expect(await ledger()).toEqual([]);
  await sql("INSERT INTO app.undecided (holder_id) VALUES ($1)", lost.id);
  await decided();
  await onDatabase(async (client) => {
    const row = departureRow(holderOf(lost), world.desk.id, {
      kind: "deceased",
      source: "death_certificate",
      departed_on: "2018-02-11",
      recorded_on: "2018-03-05",
      confirmation: "confirmed",
      confirmed_by_id: second.id,
      confirmed_on: "2018-03-05",
    });
    await insert(client, "departure", row);
  });
  await decided();
});

it("books what is due, is checked and certified by somebody else, and the governor is told", async () => {
  const id = await ran(march());
  expect(await stepOf(id)).toBe("calculated");
  const booked = [
    {
      name: "คำปัน",
      month: "2018-03",
      number: 0,
      kind: "entitlement",
      satang: 20_000,
      run: 1,
      district: "5401",
    },
    {
      name: "บัวผัน",
      month: "2018-03",
      number: 0,
      kind: "entitlement",
      satang: 10_000,
      run: 1,
      district: "5402",
    },
  ];
  expect(await ledger()).toEqual(booked);
  const step = { runId: id };
  const otherOfficer = { ok: false, code: "NEEDS_OTHER_OFFICER" };
  expect(await send(checkMonthRun, first, step)).toMatchObject(otherOfficer);
  expect(await send(certifyMonthRun, second, step)).toMatchObject({ code: "ALREADY_RECORDED" });
  expect(await send(checkMonthRun, elsewhere, step)).toMatchObject({ code: "NOT_FOUND" });
  expect(await send(checkMonthRun, governor, step)).toMatchObject({ ok: false });
  expect(await send(checkMonthRun, second, step)).toMatchObject({ ok: true });
  // Calculated again, it is to be checked again; the same entries are not booked twice.
  await ran(march());
  expect(await stepOf(id)).toBe("calculated");
  expect(await ledger()).toEqual(booked);
  expect(await send(checkMonthRun, second, step)).toMatchObject({ ok: true });
  expect(await send(certifyMonthRun, first, step)).toMatchObject(otherOfficer);
  expect(await send(certifyMonthRun, second, step)).toMatchObject({ ok: true });
  expect(
    await sql(
      "SELECT detail FROM notification WHERE officer_id = $1 AND kind = 'month_run_certified'",
      governor.id,
    ),
  ).toEqual([{ detail: "มีนาคม 2561" }]);
  expect(await prepare(march())).toMatchObject({ ok: false, code: "CONFLICT" });
});

it("is sent as a file with the columns of the day, kept with its sender, and written again as it was", async () => {
  const [run] = await sql("SELECT id FROM month_run WHERE month = '2018-03-01'");
  const fields = ["เลขประจำตัวประชาชน", "เดือน", "จำนวนเงิน (บาท)", "อำเภอ"].join("\n");
  const order = { fields, fromOn: "2018-03-05", reason: "หนังสือกระทรวงการคลัง" };
  expect(await send(setRunFields, first, order)).toMatchObject({ ok: true });
  const sent = await send(sendMonthRun, first, { runId: run?.id, format: "csv" });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { jobId } = sent.value as { jobId: string };
  await runExport(jobId);
  const file = await csvOf(jobId);
  expect(file[0]).toEqual(fields.split("\n"));
  expect(file.slice(1).map(([, ...line]) => line)).toEqual([
    ["มี.ค. 61", "200", expect.any(String)],
    ["มี.ค. 61", "100", expect.any(String)],
  ]);
  expect(file[1]?.[0]).toMatch(/^\d{13}$/);
  expect(await stepOf(run?.id)).toBe("sent");
  const [step] = await sql(
    "SELECT id, recorded_by_id AS by FROM month_run_step WHERE step = 'sent'",
  );
  expect(step?.by).toBe(first.id);
  await send(setRunFields, first, { ...order, fields: `${fields}\nคำนำหน้า` });
  const again = await send(requestMonthRunFile, second, { stepId: step?.id, format: "csv" });
  if (!again.ok) throw new Error(JSON.stringify(again));
  const { jobId: secondJob } = again.value as { jobId: string };
  await runExport(secondJob);
  expect(await csvOf(secondJob)).toEqual(file);
});

it("the Ministry's answer is compared person by person; a code that nobody has recorded stops the whole file", async () => {
  const [run] = await sql("SELECT id FROM month_run WHERE month = '2018-03-01'");
  const format = {
    idColumn: "ID",
    amountColumn: "Amount",
    codeColumn: "Status",
    toppedUpCodes: "00",
    otherCodes: "99",
    baseLow: "300",
    baseHigh: "200",
    reason: "ไฟล์แรกของกระทรวง",
  };
  expect(await send(setAnswerFormat, first, format)).toMatchObject({ ok: true });
  const stranger = await saveHolder(world, { firstName: "ชื่น" });
  const answer = async (lines: string[]) => {
    const file = Buffer.from(["ID,Amount,Status", ...lines].join("\n"));
    const said = { bytes: file.length, sha256: createHash("sha256").update(file).digest("hex") };
    const received = await receiveUpload(first.id, Readable.from([file]), said, 1024 * 1024);
    if (!received.ok) throw new Error(received.code);
    const { uploadId } = received.value;
    const input = { runId: run?.id, uploadId, fileName: "answer.csv", fileOn: "2018-03-05" };
    const sent = await send(recordRunAnswer, first, input);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    const { jobId } = sent.value as { jobId: string };
    await runMonth(jobId);
    return (await sql("SELECT status, failure, result FROM job WHERE id = $1", jobId))[0];
  };
  expect(await answer([`${poor.nationalId},500,77`])).toMatchObject({
    status: "failed",
    failure: "UNKNOWN_CODES",
    result: { words: "77 (1)" },
  });
  expect(await sql("SELECT FROM run_answer")).toEqual([]);
  expect(
    await answer([
      `${poor.nationalId},500,00`,
      `${stranger.nationalId},500,00`,
      `${impossibleId("5", 77)},500,00`,
    ]),
  ).toMatchObject({ status: "done", result: { same: 1, not_booked: 1, not_answered: 1 } });
  expect(await stepOf(run?.id)).toBe("reconciled");
  expect(await sql("SELECT people, satang::int, unknown_rows FROM run_answer")).toEqual([
    { people: 2, satang: 40_000, unknown_rows: [4] },
  ]);
  expect(await scoped(second, (scope) => toppedUpMonths(scope, poor.id))).toEqual([
    { month: "2018-03", fileOn: "2018-03-05" },
  ]);
  expect(await scoped(second, (scope) => toppedUpMonths(scope, richer.id))).toEqual([]);
  const found = await scoped(second, (scope) => listAnswerLines(scope, run?.id, 1));
  expect(found?.lines.map(({ name, outcome }) => `${name} ${outcome}`).sort()).toEqual(
    [`${richer.name} not_answered`, `${stranger.name} not_booked`].sort(),
  );
  const totals = { runId: run?.id, people: "2", baht: "300", fileOn: "2018-03-05" };
  expect(await send(recordRunTotals, second, totals)).toMatchObject({ ok: true });
});

it("a death that is found later is booked back month by month in the next run; the certified run stays as it was", async () => {
  const before = await hashOf(march());
  await setToday("2018-04-10");
  await onDatabase((client) =>
    insert(
      client,
      "departure",
      departureRow(holderOf(poor), world.desk.id, {
        kind: "deceased",
        source: "death_certificate",
        departed_on: "2018-02-25",
        recorded_on: "2018-04-10",
        confirmation: "confirmed",
        confirmed_by_id: second.id,
        confirmed_on: "2018-04-10",
      }),
    ),
  );
  await decided();
  await ran("2018-04", second);
  expect((await ledger()).filter(({ run }) => run === 2)).toEqual([
    {
      name: "คำปัน",
      month: "2018-03",
      number: 1,
      kind: "difference",
      satang: -20_000,
      run: 2,
      district: "5401",
    },
    {
      name: "บัวผัน",
      month: "2018-04",
      number: 0,
      kind: "entitlement",
      satang: 10_000,
      run: 2,
      district: "5402",
    },
  ]);
  expect(await hashOf(march())).toBe(before);
  expect(
    await sql(
      "SELECT kind, satang::int, entries FROM ledger_tally t JOIN month_run r ON r.id = t.run_id WHERE r.number = 2 ORDER BY satang",
    ),
  ).toEqual([
    { kind: "difference", satang: -20_000, entries: 1 },
    { kind: "entitlement", satang: 10_000, entries: 1 },
  ]);
});

async function hashOf(month: string) {
  const [run] = await sql("SELECT id FROM month_run WHERE month = $1", `${month}-01`);
  const [step] = await sql(
    "SELECT content_sha256 AS sha FROM month_run_step WHERE run_id = $1 AND step = 'calculated' ORDER BY recorded_at DESC LIMIT 1",
    run?.id,
  );
  const now = await withJobClient((client) =>
    asJob(client, { jobId: run?.id, officerId: first.id }, () => hashOfRun(askOn(client), run?.id)),
  );
  expect(now).toBe(step?.sha);
  return now;
}

it("no entry is changed, taken away, made for a certified run or on somebody else's decision, not even by the bookkeeper", async () => {
  const asBooks = (statement: string, ...values: unknown[]) =>
    withJobClient(async (client) => {
      await client.query("BEGIN");
      await client.query("SET LOCAL ROLE sukjai_bookkeeper");
      await client.query(statement, values);
    });
  await expect(asBooks("UPDATE ledger_entry SET satang = 1")).rejects.toThrow("permission denied");
  await expect(asBooks("DELETE FROM ledger_entry")).rejects.toThrow("permission denied");
  await expect(sql("UPDATE ledger_entry SET satang = 1")).rejects.toThrow("never changed");
  await expect(sql("DELETE FROM ledger_entry")).rejects.toThrow("never changed");
  const [open] = await sql("SELECT id FROM month_run WHERE number = 2");
  const [closed] = await sql("SELECT id FROM month_run WHERE number = 1");
  const [decision] = await sql(
    "SELECT id FROM entitlement_decision WHERE holder_id = $1 ORDER BY number DESC LIMIT 1",
    richer.id,
  );
  const entry = `INSERT INTO ledger_entry (holder_id, decision_id, run_id, satang, month, number, kind, benefit, rules_version, province_code, district_code)
    VALUES ($1, $2, $3, 5, '2018-03-01', 7, 'difference', 'top_up', '2018-01-09', '54', '5402')`;
  await expect(asBooks(entry, richer.id, decision?.id, closed?.id)).rejects.toThrow(
    "books nothing",
  );
  await sql(
    "INSERT INTO month_run_step (id, run_id, province_code, step, happened_on, recorded_by_id) VALUES (gen_random_uuid(), $1, '54', 'calculating', '2018-04-10', $2)",
    open?.id,
    second.id,
  );
  await expect(asBooks(entry, poor.id, decision?.id, open?.id)).rejects.toThrow(
    "decision of its holder",
  );
  await asBooks(entry, richer.id, decision?.id, open?.id);
  const booked = await withJobClient((client) =>
    asJob(client, { jobId: open?.id, officerId: second.id }, () =>
      bookDistrict(askOn(client), { id: open?.id, month: "2018-04", oneOffs: [] }, "5402"),
    ),
  );
  expect(booked).toEqual({ entitlements: 0, differences: 0 });
});
