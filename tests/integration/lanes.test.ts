import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { execute } from "@/server/command";
import { jobDatabaseUrl } from "@/server/env";
import { requestExport } from "@/server/exports/commands";
import { checkImport, startImport } from "@/server/imports/commands";
import { startLanes } from "@/server/jobs/lanes";
import { mostJobsAtOnce } from "@/server/jobs/queue";
import { order } from "./export-files";
import {
  addPerson,
  check,
  closeAdmin,
  csv,
  importFile,
  listOf,
  people,
  send,
  sql,
  upload,
} from "./import-steps";

/** The worker's own lanes on jobs as officers order them. */
let running: Awaited<ReturnType<typeof startLanes>> | undefined;
let treasury: Actor;
let other: Actor;
let chief: Actor;

beforeAll(async () => {
  treasury = await addPerson("treasury", "provincial_officer");
  other = await addPerson("treasury55", "provincial_officer", "55");
  chief = await addPerson("chief", "district_chief", "54", "5401");
  await importFile(treasury, csv(listOf(people(3000, "in the register"))));
});
afterEach(stopLanes);
afterAll(closeAdmin);

async function stopLanes() {
  await running?.stop();
  await running?.ended;
  running = undefined;
}

async function orderExport(actor: Actor): Promise<string> {
  const ordered = await execute(requestExport, actor, { id: randomUUID(), input: order() });
  if (!ordered.ok) throw new Error(JSON.stringify(ordered));
  return ordered.value.jobId;
}

type Times = { id: string; status: string; began: Date; ended: Date };

/** The jobs once all of them are done, as they began. */
async function done(...ids: string[]): Promise<Times[]> {
  for (;;) {
    const jobs = await sql<Times>(
      `SELECT id, status, started_at AS began, finished_at AS ended FROM job WHERE id = ANY ($1) ORDER BY started_at`,
      [ids],
    );
    expect(jobs.filter(({ status }) => status === "failed")).toEqual([]);
    if (jobs.every(({ status }) => status === "done")) return jobs;
    await setTimeout(50);
  }
}

it("lets one person's five files hold up nobody: another's one is among the first two, and the five go one by one", async () => {
  const five: string[] = [];
  for (let nth = 0; nth < mostJobsAtOnce; nth += 1) five.push(await orderExport(treasury));
  const one = await orderExport(chief);
  running = await startLanes(jobDatabaseUrl());
  const jobs = await done(...five, one);
  expect(jobs.slice(0, 2).map(({ id }) => id)).toContain(one);
  const own = jobs.filter(({ id }) => id !== one);
  expect(own.map(({ id }) => id)).toEqual(five);
  for (const [nth, { ended }] of own.slice(0, -1).entries())
    expect(own[nth + 1]?.began.getTime()).toBeGreaterThanOrEqual(ended.getTime());
}, 120_000);

it("lets no import wait for another province's, a check for no run, and an export for none of them", async () => {
  const first = await check(treasury, await upload(treasury, csv(listOf(people(20, "first")))));
  const second = await upload(treasury, csv(listOf(people(20, "second"))), "second.csv");
  const there = listOf(people(20, "there", ["550101"]));
  const elsewhere = await check(other, await upload(other, csv(there)));

  // As a long import of the province holds it.
  const long = new pg.Client({ connectionString: process.env.ADMIN_URL });
  await long.connect();
  try {
    await long.query("SELECT pg_advisory_lock(hashtextextended('import 54', 0))");
    const { jobId: waits } = await send(treasury, startImport, { batchId: first.id });
    running = await startLanes(jobDatabaseUrl());
    const input = { batchId: second.id, columns: second.columns };
    const [checked, run, file] = [
      await send(treasury, checkImport, input),
      await send(other, startImport, { batchId: elsewhere.id }),
      await orderExport(chief),
    ];
    await done(checked.jobId, run.jobId, file);
    const [waiting] = await sql("SELECT status FROM job WHERE id = $1", [waits]);
    expect(waiting).toEqual({ status: "running" });
    await long.query("SELECT pg_advisory_unlock_all()");
    await done(waits);
  } finally {
    await long.end();
  }
}, 120_000);

it("goes on at once where a worker died with jobs in its hands", async () => {
  const [first, second] = [await orderExport(chief), await orderExport(chief)];
  await sql(
    `UPDATE graphile_worker._private_job_queues SET locked_at = now(), locked_by = 'dead' WHERE queue_name = $1`,
    [`export ${chief.id}`],
  );
  await sql(
    "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead' WHERE key = $1",
    [first],
  );
  running = await startLanes(jobDatabaseUrl());
  await done(first, second);
}, 60_000);
