/**
 * `npm run dev`: the product during development, on an embedded database with the demo in its own data folder.
 * Pages reload on save (next dev); the worker is bundled again and restarted; a changed schema generates Prisma's client
 * again, a new migration is applied. `-- --fresh` starts with an empty database.
 */
import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  bundle,
  checkNode,
  forgetConfiguration,
  generateClient,
  install,
  isInstalled,
  PROJECT,
  runCommand,
} from "./prepare.mjs";
import { runMain, say, step } from "./say.mjs";
import {
  beginAnew,
  checkPort,
  greet,
  lock,
  serverEnvironment,
  startChild,
  untilAnswering,
  untilAsked,
  untilGone,
} from "./supervise.mjs";

/** The sources of the worker; next dev takes care of the pages. */
const WORKER_SOURCES = ["src/server", "src/domain", "src/i18n"];
const GENERATED = /^generated/;

async function openDevelopmentDatabase(dataDir, port) {
  const { openDatabase, openQueue, hasDemo } = await import("./database.mjs");
  await step("เตรียมตัวเชื่อมฐานข้อมูล (Prisma)", generateClient);
  const database = await openDatabase({ dataDir, port, watch: step });
  try {
    await openQueue(database.environment);
    if (!(await hasDemo(database.environment)))
      await step("สร้างข้อมูลสาธิต (ครั้งแรก)", async () => {
        const folder = await bundle("demo", ["src/cli/load-areas.ts", "src/cli/load-demo.ts"]);
        for (const name of ["load-areas", "load-demo"])
          await runCommand(name, join(folder, `cli/${name}.js`), database.environment);
      });
    return database;
  } catch (error) {
    await database.server.stop();
    throw error;
  }
}

function startPages({ environment }, port) {
  const next = join(PROJECT, "node_modules/next/dist/bin/next");
  return startChild(
    "server",
    [
      ...["--import", join(PROJECT, "scripts/edge.mjs"), next],
      ...["dev", "--port", String(port), "--hostname", "127.0.0.1"],
    ],
    { ...serverEnvironment(environment), NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
    { shown: true },
  );
}

/** The worker of the newest sources: `renew()` starts it, or restarts it if its sources changed. */
function keepWorker({ environment }) {
  let folder;
  let worker;
  return {
    async renew() {
      const now = await bundle("dev-worker", ["src/server/jobs/worker.ts"]);
      if (now === folder) return;
      await worker?.stop();
      worker = startChild("worker", [join(now, "server/jobs/worker.js")], environment);
      if (folder) say("• งานเบื้องหลังเริ่มใหม่แล้ว (worker restarted)");
      folder = now;
    },
    stop: () => worker?.stop(),
  };
}

/** Calls `changed` when a folder has been quiet for a moment; one call after the other, and an error does not stop it. */
function onChange(folders, changed) {
  let timer;
  let running = Promise.resolve();
  const watchers = folders.map((folder) =>
    watch(join(PROJECT, folder), { recursive: true }, (_event, file) => {
      if (GENERATED.test(file ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(changed).catch((error) => say(`✗ ${error.message}`));
      }, 300);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    return running;
  };
}

async function run(dataDir, port) {
  const stopping = untilAsked();
  const { openDatabase } = await import("./database.mjs");
  const database = await openDevelopmentDatabase(dataDir, port);
  const worker = keepWorker(database);
  const pages = startPages(database, port);
  const unwatch = [
    onChange(WORKER_SOURCES, () => worker.renew()),
    onChange(["prisma/schema", "prisma/migrations"], async () => {
      await generateClient();
      await openDatabase({ dataDir, port });
      await worker.renew();
      say("• ฐานข้อมูลเป็นปัจจุบัน (schema and migrations are up to date)");
    }),
  ];
  try {
    const ready = untilAnswering(`http://127.0.0.1:${port}/sign-in`, pages);
    await step("เปิดเว็บ (next dev)", () => Promise.race([ready, stopping]));
    await worker.renew();
    if (!stopping.asked) await greet(database.environment);
    await Promise.race([stopping, pages.ended, untilGone(database.server)]);
  } finally {
    for (const end of unwatch) await end();
    await worker.stop();
    await pages.stop();
    await database.server.stop();
  }
  say("ปิดแล้ว ข้อมูลยังอยู่ (stopped; the data stay)");
}

async function dev() {
  const { values } = parseArgs({ options: { fresh: { type: "boolean" } } });
  checkNode();
  const port = Number(process.env.PORT ?? 3100);
  // Development must never change a real database by accident: the one that .env names is for `npm start`.
  forgetConfiguration();
  const dataDir = join(PROJECT, ".build/dev");
  await checkPort(port, "npm run dev");
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm install)", install);
  let unlock = lock(dataDir);
  try {
    if (values.fresh) {
      await step("ล้างข้อมูลเดิม (--fresh)", () => beginAnew(dataDir));
      unlock = lock(dataDir);
    }
    await run(dataDir, port);
  } finally {
    unlock();
  }
}

mkdirSync(join(PROJECT, ".build"), { recursive: true });
await runMain(dev);
process.exit();
