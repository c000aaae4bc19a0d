/**
 * `npm start`: from a fresh clone to a running product, and the next time within seconds. Supervises three processes:
 * database, server, worker, and starts one that died again; Ctrl-C stops them in the order worker, server, database.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  buildServer,
  bundle,
  checkNode,
  generateClient,
  install,
  isInstalled,
  PROJECT,
  readEnvFile,
  runCommand,
} from "./prepare.mjs";
import { runMain, say, step } from "./say.mjs";
import {
  beginAnew,
  checkPort,
  greet,
  keepRunning,
  lock,
  serverEnvironment,
  startChild,
  untilAnswering,
  untilAsked,
  untilGone,
} from "./supervise.mjs";

const PROCESS_ENTRIES = [
  "src/server/jobs/worker.ts",
  "src/cli/load-areas.ts",
  "src/cli/load-demo.ts",
];

/** A program of the product that is started again when it dies. */
function program(title, start) {
  let child = start();
  return {
    title,
    child,
    async start() {
      child = start();
    },
    ended: () => child.ended,
    stop: () => child.stop(),
  };
}

const embedded = (server) => ({
  title: "ฐานข้อมูล",
  start: () => server.restart(),
  ended: () => untilGone(server),
  stop: () => server.stop(),
});

async function supervise({ environment, server }, bundles, port, stopping) {
  const kept = server ? [keepRunning(embedded(server))] : [];
  try {
    const web = program("เซิร์ฟเวอร์", () =>
      startChild("server", [join(PROJECT, "scripts/serve.mjs")], serverEnvironment(environment)),
    );
    kept.push(web);
    await step("เปิดเซิร์ฟเวอร์", () =>
      Promise.race([untilAnswering(`http://127.0.0.1:${port}/sign-in`, web.child), stopping]),
    );
    kept.splice(kept.indexOf(web), 1, keepRunning(web));
    const worker = program("งานเบื้องหลัง", () =>
      startChild("worker", [join(bundles, "server/jobs/worker.js")], environment),
    );
    kept.push(keepRunning(worker));
    if (!stopping.asked) await greet(environment);
    await stopping;
    say("\nกำลังปิด … (stopping)");
  } finally {
    for (const part of kept.toReversed()) await part.stop();
  }
  say("ปิดแล้ว ข้อมูลยังอยู่ (stopped; the data stay)");
}

async function start() {
  const { values } = parseArgs({ options: { fresh: { type: "boolean" } } });
  checkNode();
  readEnvFile();
  const port = Number(process.env.PORT ?? 3000);
  const dataDir = resolve(PROJECT, process.env.DATA_DIR ?? ".data");
  await checkPort(port, "npm start");
  let unlock = lock(dataDir);
  try {
    if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm install)", install);
    if (values.fresh) {
      await step("ล้างข้อมูลเดิม (--fresh)", () => beginAnew(dataDir));
      unlock = lock(dataDir);
    }
    await prepareAndSupervise(dataDir, port);
  } finally {
    unlock();
  }
}

async function prepareAndSupervise(dataDir, port) {
  const stopping = untilAsked();
  const { openDatabase, openQueue, hasDemo } = await import("./database.mjs");
  await step("เตรียมตัวเชื่อมฐานข้อมูล (Prisma)", generateClient);
  const database = await openDatabase({ dataDir, port, watch: step });
  if (database.server?.moved)
    say(`  ฐานข้อมูลอยู่ที่ ${database.server.cluster} (its user may not enter the project's folder)`);
  const { environment } = database;
  let bundles;
  try {
    await step("เตรียมคิวงาน", () => openQueue(environment));
    bundles = await step("รวมโปรแกรมงานเบื้องหลัง", () => bundle("processes", PROCESS_ENTRIES));
    const load = (name) => runCommand(name, join(bundles, `cli/${name}.js`), environment);
    await step("บันทึกรหัสจังหวัด อำเภอ ตำบล", () => load("load-areas"));
    if (database.embedded && !(await hasDemo(environment)))
      await step("สร้างข้อมูลสาธิต (ครั้งแรก)", () => load("load-demo"));
    await step("สร้างเว็บ (next build)", buildServer);
  } catch (error) {
    await database.server?.stop();
    throw error;
  }
  if (stopping.asked) await database.server?.stop();
  else await supervise(database, bundles, port, stopping);
}

mkdirSync(join(PROJECT, ".build"), { recursive: true });
await runMain(start);
process.exit();
