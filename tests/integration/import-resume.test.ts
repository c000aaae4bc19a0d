import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { startImport } from "@/server/imports/commands";
import { runImport } from "@/server/jobs/import";
import {
  addPerson,
  batchOf,
  check,
  closeAdmin,
  csv,
  importFile,
  listOf,
  meaning,
  people,
  run,
  send,
  sql,
  upload,
} from "./import-steps";

let treasury: Actor;

beforeAll(async () => {
  treasury = await addPerson("treasury", "provincial_officer");
  // A process of its own, as the worker is one: it can be killed.
  await build({
    stdin: {
      contents: `import { runImport } from "@/server/jobs/import"; await runImport(process.argv[2]); process.exit(0);`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    outfile: join(process.cwd(), ".build", "run-import-test.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "silent",
  });
});
afterAll(closeAdmin);

const truncate = () =>
  sql(
    "TRUNCATE import_batch, holder, holder_income, holder_tally, import_columns, staging.import_row, staging.import_seen CASCADE",
  );

/** Runs the job in a process that is killed once the first chunk is merged. */
async function killAfterFirstChunk(jobId: string, batchId: string): Promise<number> {
  const running: ChildProcess = spawn(
    process.execPath,
    [join(process.cwd(), ".build", "run-import-test.mjs"), jobId],
    { env: process.env, stdio: ["ignore", "ignore", "inherit"] },
  );
  const closed = new Promise((resolve) => running.once("close", resolve));
  // However long the first chunk takes on a busy machine; a process that ended by itself has merged nothing or all.
  while (running.exitCode === null && (await mergedOf(batchId)) === 0) await setTimeout(5);
  running.kill("SIGKILL");
  await closed;
  return mergedOf(batchId);
}

async function mergedOf(batchId: string): Promise<number> {
  const [batch] = await sql<{ merged: number }>(
    "SELECT merged_rows AS merged FROM import_batch WHERE id = $1",
    [batchId],
  );
  return batch?.merged ?? 0;
}

it("goes on after a kill where it stood, and ends in the same state", async () => {
  // Three chunks; ids seen before the kill are duplicates after it too.
  const persons = people(11_000, "resumed");
  const rows = listOf(persons);
  rows.push([...(rows[1] ?? [])], [...(rows[9000] ?? [])]);
  const file = csv(rows);
  const whole = await importFile(treasury, file);
  const expected = await meaning();
  await truncate();

  const checked = await check(treasury, await upload(treasury, file));
  const { jobId } = await send(treasury, startImport, { batchId: checked.id });
  const merged = await killAfterFirstChunk(jobId, checked.id);
  expect(merged).toBeGreaterThan(0);
  expect(merged).toBeLessThan(11_000);
  const [part] = await sql("SELECT count(*)::int AS n FROM holder");
  expect(part).toEqual({ n: merged });

  await runImport(jobId);
  const resumed = await batchOf(treasury, checked.id);
  expect(resumed.status).toBe("done");
  for (const key of [
    "rowsIn",
    "created",
    "changed",
    "unchanged",
    "rejected",
    "missing",
    "reasons",
    "mended",
  ] as const)
    expect(resumed[key]).toEqual(whole[key]);
  expect(await meaning()).toEqual(expected);
}, 240_000);

it("that failed half-way can be continued by a new order", async () => {
  await truncate();
  const file = csv(listOf(people(6_000, "continued")));
  const checked = await check(treasury, await upload(treasury, file));
  const { jobId } = await send(treasury, startImport, { batchId: checked.id });
  await killAfterFirstChunk(jobId, checked.id);
  // What the job itself leaves where it could still say so.
  await sql("UPDATE import_batch SET status = 'failed' WHERE id = $1", [checked.id]);
  const done = await run(treasury, await batchOf(treasury, checked.id));
  expect(done).toMatchObject({ status: "done", rowsIn: 6_000, created: 6_000 });
  expect(await sql("SELECT sum(people)::int AS n FROM holder_tally")).toEqual([{ n: 6_000 }]);
}, 240_000);
