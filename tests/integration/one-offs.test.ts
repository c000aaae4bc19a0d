import { impossibleId } from "@tests/builders/people";
import { letters, oneOff } from "@tests/builders/rule-letters";
import {
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { csvOf } from "@tests/integration/export-files";
import { recordSet, uploaded } from "@tests/integration/letter-steps";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { departureRow, intentRow } from "@tests/security/world-casework";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { runExport } from "@/server/jobs/export";
import { runMonth } from "@/server/jobs/month-run";
import { readOneOffFile } from "@/server/jobs/one-off-list";
import { runWhatIf } from "@/server/jobs/what-if";
import { ledgerOf, listDifferences } from "@/server/ledger/queries";
import {
  certifyMonthRun,
  checkMonthRun,
  prepareMonthRun,
  sendMonthRun,
} from "@/server/month-runs/commands";
import { viewRun } from "@/server/month-runs/queries";
import { checkOneOffList, readOneOffList, returnOneOffList } from "@/server/one-offs/commands";
import { oneOffsOfHolder, viewOneOff } from "@/server/one-offs/queries";
import { proveCounters } from "@/server/proof/counters";
import { proveLedger } from "@/server/proof/keep";
import { checkRules } from "@/server/rules/commands";
import { disconnect, scoped } from "@/server/scope";
import { orderWhatIf } from "@/server/what-if/order";
import { listWhatIfPeople, readWhatIfPeople } from "@/server/what-if/people";
import { keptWhatIf } from "@/server/what-if/result";

/** What a letter gives once to a list: from the file of its persons to the ledger, and what changes it later. */
let world: DeskWorld;
const first = officer("provincial_officer", "54");
const second = officer("provincial_officer", "54");
const elsewhere = officer("provincial_officer", "55");
const governor = officer("governor", "54");
type Person = { id: string; name: string; nationalId: string };
let [said, silent, dead, stranger]: Person[] = [];
const list = "december_2018";

beforeAll(async () => {
  world = await buildDeskWorld();
  await onDatabase(async (client) => {
    for (const actor of [first, second, elsewhere, governor])
      await insert(client, "officer", officerRow(actor));
    await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
  });
  said = await saveHolder(world, { firstName: "คำปัน" });
  silent = await saveHolder(world, { district: "5402", firstName: "บัวผัน" });
  dead = await saveHolder(world, { firstName: "หล้า" });
  stranger = await saveHolder(world, { district: "5501", firstName: "ชื่น" });
  await setToday("2018-11-25");
  await onDatabase(async (client) => {
    const yes = { intent_on: "2018-11-10", recorded_on: "2018-11-10" };
    await insert(client, "intent", intentRow(holderOf(said), "5401", world.desk.id, yes));
    await insert(
      client,
      "departure",
      departureRow(holderOf(dead), world.desk.id, died("2018-11-05")),
    );
  });
  await withJobClient(decideLeft);
});
afterAll(disconnect);

const died = (on: string) => ({
  ...{ kind: "deceased", source: "death_certificate", departed_on: on, recorded_on: "2018-11-20" },
  ...{ confirmation: "confirmed", confirmed_by_id: world.secretary.id, confirmed_on: "2018-11-20" },
});
const holderOf = (person: Person | undefined, districtCode: "5401" | "5402" = "5401") => ({
  ...({ id: idOf(person), provinceCode: "54", districtCode, accountOfficerId: null } as const),
});
const idOf = (person: Person | undefined) => person?.id ?? "";
const sql = (text: string, ...values: unknown[]) =>
  onDatabase(async (client) => (await client.query(text, values)).rows);

const fileOf = (people: readonly (Person | undefined | string)[]) =>
  [
    "ลำดับ,เลขประจำตัวประชาชน",
    ...people.map((each, at) => `${at + 1},${typeof each === "string" ? each : each?.nationalId}`),
  ].join("\n");

/** Sends a file and lets the worker's task read it; what the job says. */
async function read(file: string, keep: boolean, by: Actor = first) {
  const uploadId = await uploaded(by, Buffer.from(file));
  const input = { list, uploadId, fileName: "รายชื่อ.csv", keep };
  const sent = await send(readOneOffList, by, input);
  if (!sent.ok) return sent;
  const { jobId } = sent.value as { jobId: string };
  await readOneOffFile(jobId);
  const [job] = await sql("SELECT status, failure, result FROM job WHERE id = $1", jobId);
  return job;
}
const newest = async () =>
  (await sql("SELECT id FROM one_off_list ORDER BY recorded_at DESC LIMIT 1"))[0]?.id as string;
async function checkedList(people: readonly (Person | undefined)[]) {
  expect(await read(fileOf(people), true)).toMatchObject({ status: "done" });
  const listId = await newest();
  expect(await send(checkOneOffList, second, { listId })).toMatchObject({ ok: true });
  return listId;
}

async function ran(month: string) {
  const sent = await send(prepareMonthRun, first, { month });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { runId, jobId } = sent.value as { runId: string; jobId: string };
  await runMonth(jobId);
  return runId;
}
async function certified(runId: string) {
  for (const command of [checkMonthRun, certifyMonthRun])
    expect(await send(command, second, { runId })).toMatchObject({ ok: true });
}
const ledger = () =>
  sql(`SELECT h.first_name || ' ' || to_char(l.month, 'YYYY-MM') || ' ' || l.benefit || ' ' || l.number || ' ' || l.satang AS line
    FROM ledger_entry l JOIN holder h ON h.id = l.holder_id JOIN month_run r ON r.id = l.run_id ORDER BY r.number, 1`).then(
    (rows) => rows.map(({ line }) => line),
  );
const proven = async () =>
  (await withJobClient((client) => proveLedger(client, () => undefined))).faults;
const countersDiffer = () =>
  onDatabase(async (client) =>
    (await proveCounters(client)).flatMap(({ differences }) => differences),
  );

let version = "";
/** What the letter would change in the province, as counted. */
async function whatIfCounted(asOf: string) {
  const sent = await send(orderWhatIf, second, { ruleVersionId: version, area: "54", asOf });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { jobId } = sent.value as { jobId: string };
  await runWhatIf(jobId);
  const [job] = await sql("SELECT status, result FROM job WHERE id = $1", jobId);
  expect(job?.status).toBe("done");
  return keptWhatIf.parse(job?.result);
}

it("a list is read only where a checked letter gives it, by the treasury, and looked at before it is kept", async () => {
  expect(await read(fileOf([said]), false)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  version = await recordSet(first, oneOff, letters.oneOff);
  // Of a draft, and of whatever has no checked list, nobody knows how many: no number is said.
  expect(await whatIfCounted("2018-11-25")).toMatchObject({
    all: { gain: 0n, baht: 0n },
    once: [{ list, baht: 500, people: null, provinces: 0 }],
  });
  expect(await send(checkRules, second, { draftId: version })).toMatchObject({ ok: true });
  for (const actor of [governor, world.chief])
    expect(await read(fileOf([said]), true, actor)).toMatchObject({ ok: false });
  const file = fileOf([said, silent, said, dead, stranger, impossibleId("5", 77), "12", said]);
  expect(await read(file, false)).toEqual({
    status: "done",
    failure: null,
    result: {
      people: 3,
      unknown: { count: 2, rows: [7, 8] },
      twice: { count: 2, rows: [4, 9] },
      elsewhere: { count: 1, rows: [6] },
      ended: { count: 1, rows: [5] },
      before: null,
    },
  });
  expect(await sql("SELECT FROM one_off_list")).toEqual([]);
  const seen = await scoped(first, (scope) => viewOneOff(scope, list, null));
  expect(seen).toMatchObject({ lists: [], reading: { keep: false, read: { people: 3 } } });
  // Nobody else sees what is only looked at.
  expect(await scoped(second, (scope) => viewOneOff(scope, list, null))).toMatchObject({
    reading: null,
  });
});

it("refuses what is no list of the province, and keeps nothing of it", async () => {
  expect(await read("ชื่อ,อำเภอ\nคำปัน,เมือง", true)).toMatchObject({ failure: "NO_COLUMN" });
  expect(await read(fileOf([stranger, "12"]), true)).toMatchObject({ failure: "NOBODY" });
  expect(await read("", true)).toMatchObject({
    failure: "FILE",
    result: { words: "ไฟล์ว่าง ไม่มีแถวใดเลย" },
  });
  expect(await sql("SELECT FROM one_off_person")).toEqual([]);
});

it("counts once another officer has checked it; who recorded it may only take it back", async () => {
  await read(fileOf([said]), true);
  const listId = await newest();
  expect(await send(checkOneOffList, first, { listId })).toMatchObject({
    code: "NEEDS_OTHER_OFFICER",
  });
  for (const actor of [elsewhere, governor])
    expect(await send(checkOneOffList, actor, { listId })).toMatchObject({ ok: false });
  const note = "ไม่ครบตามบัญชีแนบ";
  expect(await send(returnOneOffList, first, { listId, note })).toMatchObject({ ok: true });
  expect(await send(checkOneOffList, second, { listId })).toMatchObject({ ok: false });
  const [old, kept] = [fileOf([said, dead]), fileOf([said, silent, dead])];
  await read(old, true);
  const replaced = await newest();
  await read(kept, true);
  expect(await read(kept, true)).toMatchObject({ failure: "SAME_FILE" });
  // A newer one is there: that one is checked, and PostgreSQL holds it.
  expect(await send(checkOneOffList, second, { listId: replaced })).toMatchObject({ ok: false });
  expect(await scoped(first, (scope) => oneOffsOfHolder(scope, idOf(said), []))).toEqual([]);
  expect(await send(checkOneOffList, second, { listId: await newest() })).toMatchObject({
    ok: true,
  });
  expect(await scoped(first, (scope) => oneOffsOfHolder(scope, idOf(said), []))).toMatchObject([
    { name: "เงินช่วยเหลือครั้งเดียว", baht: 500, due: true },
  ]);
  await expect(
    sql("INSERT INTO one_off_person VALUES ($1, $2, '54', 9)", idOf(stranger), await newest()),
  ).rejects.toThrow("nobody is added");
  await expect(sql("UPDATE one_off_person SET row_number = 1")).rejects.toThrow("never changed");
});

it("what the letter changes counts the persons of the checked list, and names them", async () => {
  // Who died before December is on the list and gains nothing; the day before its check nobody knew the list.
  expect(await whatIfCounted("2018-11-24")).toMatchObject({ once: [{ people: null }] });
  expect(await whatIfCounted("2018-11-25")).toMatchObject({
    all: { people: 3n, gain: 2n, lose: 0n, bahtAMonth: 0n, baht: 1000n },
    once: [{ list, people: 2n, provinces: 1 }],
  });
  const named = await scoped(second, (scope) =>
    listWhatIfPeople(scope, version, readWhatIfPeople({})),
  );
  const difference = ({ before, after }: { before: bigint; after: bigint }) => after - before;
  expect(named?.people.map(difference)).toEqual([50_000n, 50_000n]);
});

it("the run of its month books it beside the months, to whom it names and nobody dead, and twice the same", async () => {
  await setToday("2018-12-05");
  const runId = await ran("2018-12");
  const booked = [
    "คำปัน 2018-12 december_2018 0 50000",
    "คำปัน 2018-12 top_up 0 20000",
    "บัวผัน 2018-12 december_2018 0 50000",
  ];
  expect((await ledger()).sort()).toEqual(booked.sort());
  const [before] = await sql("SELECT content_sha256 FROM month_run_step WHERE step = 'calculated'");
  await ran("2018-12");
  expect((await ledger()).sort()).toEqual(booked.sort());
  const again = await sql(
    "SELECT DISTINCT content_sha256 FROM month_run_step WHERE step = 'calculated'",
  );
  expect(again).toEqual([before]);
  const view = await scoped(second, (scope) => viewRun(scope, runId));
  expect(view?.notBooked).toEqual([]);
  expect(view?.totals).toMatchObject({
    thisMonth: { people: 1, satang: 20_000n },
    once: [{ list, entries: 2, satang: 100_000n }],
    all: { entries: 3, satang: 120_000n },
    people: 2,
  });
  expect(await proven()).toEqual([]);
  expect(await countersDiffer()).toEqual([]);
  await certified(runId);
  const sent = await send(sendMonthRun, first, { runId, format: "csv" });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { jobId } = sent.value as { jobId: string };
  await runExport(jobId);
  const [header = [], ...lines] = await csvOf(jobId);
  const at = (name: string) => header.indexOf(name);
  expect(
    lines.map((line) => `${line[at("รายการเงิน")]} ${line[at("จำนวนเงิน (บาท)")]}`).sort(),
  ).toEqual(["วงเงินเพิ่มเติม 200", "เงินช่วยเหลือครั้งเดียว 500", "เงินช่วยเหลือครั้งเดียว 500"]);
});

it("whom a later list no longer names, and who died before, are differences of the next run with their reason", async () => {
  const names = await read(fileOf([said, dead]), false);
  expect(names).toMatchObject({ result: { before: { come: 0, go: 1 } } });
  await checkedList([said, dead]);
  // Booked otherwise than the list says now: the next run does it, and the proof waits for it.
  expect(await proven()).toEqual([]);
  await onDatabase((client) =>
    insert(
      client,
      "departure",
      departureRow(holderOf(said), world.desk.id, {
        ...died("2018-11-28"),
        ...{ recorded_on: "2019-01-05", confirmed_on: "2019-01-05" },
      }),
    ),
  );
  await setToday("2019-01-10");
  await withJobClient(decideLeft);
  const runId = await ran("2019-01");
  expect((await ledger()).slice(3).sort()).toEqual(
    [
      "คำปัน 2018-12 december_2018 1 -50000",
      "คำปัน 2018-12 top_up 1 -20000",
      "บัวผัน 2018-12 december_2018 1 -50000",
    ].sort(),
  );
  expect(await proven()).toEqual([]);
  expect(await countersDiffer()).toEqual([]);
  const found = await scoped(second, (scope) => listDifferences(scope, { runId, page: 1 }));
  expect(found?.rows.map(({ name, once, changed }) => `${name} ${once} ${changed}`).sort()).toEqual(
    [
      `${said?.name} null end`,
      `${said?.name} เงินช่วยเหลือครั้งเดียว end`,
      `${silent?.name} เงินช่วยเหลือครั้งเดียว list`,
    ].sort(),
  );
  const own = await scoped(second, (scope) => ledgerOf(scope, idOf(silent)));
  expect(own.map(({ number, before, satang }) => [number, before, satang])).toEqual([
    [0, 0n, 50_000n],
    [1, 50_000n, -50_000n],
  ]);
});

it("without a checked list of persons the run says that it books none of it", async () => {
  const view = async (by: Actor, id: string) => scoped(by, (scope) => viewRun(scope, id));
  await onDatabase((client) =>
    client.query(
      "INSERT INTO month_run (id, province_code, number, month) VALUES ('00000000-0000-4000-8000-000000000055', '55', 1, '2018-12-01')",
    ),
  );
  const other = await view(elsewhere, "00000000-0000-4000-8000-000000000055");
  expect(other?.notBooked).toMatchObject([{ list, name: "เงินช่วยเหลือครั้งเดียว" }]);
});
