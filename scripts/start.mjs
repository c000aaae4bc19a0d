/**
 * `npm start`: from a fresh clone to a running product, and a second time within seconds. Supervises three processes:
 * database, server, worker; Ctrl-C stops them in the order worker, server, database.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeDataFolder } from "./keys.mjs";
import { placeOf, removeCluster, runningServer, stopServer } from "./postgres.mjs";
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
import { fail, runMain, say, secondsSince, step } from "./say.mjs";

const STOP_TIMEOUT_MS = 20_000;
const PROCESS_ENTRIES = [
  "src/server/jobs/worker.ts",
  "src/cli/load-areas.ts",
  "src/cli/load-demo.ts",
];

function portIsFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

async function checkPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT ใช้ไม่ได้: ${process.env.PORT}`, `PORT is no port number: ${process.env.PORT}.`);
  if (!(await portIsFree(port)))
    fail(
      `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ให้สั่ง PORT=${port + 1} npm start`,
      `Port ${port} is taken: try PORT=${port + 1} npm start.`,
    );
}

/** One start a data folder; a lock left by a dead one counts as nothing. */
function lock(dataDir) {
  makeDataFolder(dataDir);
  const path = join(dataDir, "start.pid");
  const owner = existsSync(path) && Number(readFileSync(path, "utf8"));
  if (owner && owner !== process.pid && isStart(owner))
    fail(
      `โฟลเดอร์ข้อมูล ${dataDir} มี npm start อีกชุดใช้อยู่ (หมายเลข ${owner})`,
      `The data folder ${dataDir} is in use by another npm start (pid ${owner}).`,
    );
  writeFileSync(path, String(process.pid), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

function isStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("start.mjs");
}

/** Forgets an embedded installation: database, keys, files. */
async function beginAnew(dataDir) {
  if (process.env.DATABASE_URL)
    fail(
      "--fresh ใช้กับ DATABASE_URL ไม่ได้ เพราะจะลบข้อมูลของฐานข้อมูลอื่น",
      "--fresh works on the embedded database only; DATABASE_URL is set.",
    );
  const { cluster } = placeOf(dataDir);
  const running = runningServer(cluster);
  if (running) await stopServer(cluster, running.pid);
  removeCluster(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

/** A child that outlives a Ctrl-C in the terminal, and dies with us. */
function startChild(name, args, environment) {
  const watchdog = join(PROJECT, "scripts/child.mjs");
  // What it says goes to a file, what it complains of to the terminal as well.
  const log = openSync(join(environment.DATA_DIR, `${name}.log`), "a", 0o600);
  const child = spawn(process.execPath, ["--import", watchdog, ...args], {
    cwd: PROJECT,
    detached: true,
    stdio: ["ignore", log, "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", ...environment },
  });
  const ended = new Promise((done) => {
    child.once("exit", (code, signal) => done(`${name}: ${signal ?? code}`));
    child.once("error", (error) => done(`${name}: ${error.message}`));
  });
  return {
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode) return;
      child.kill("SIGTERM");
      const late = sleep(STOP_TIMEOUT_MS, "late", { ref: false });
      if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
      await ended;
    },
  };
}

async function untilAnswering(url, child) {
  for (;;) {
    const answered = await fetch(url, { redirect: "manual" }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    const ended = await Promise.race([child.ended, sleep(100)]);
    if (ended) fail("เซิร์ฟเวอร์เริ่มไม่ได้", `The server did not start (${ended}).`);
  }
}

/** The server gets neither the owner's nor the jobs' login. */
function serverEnvironment({ DATABASE_URL, DATABASE_JOB_URL, ...environment }) {
  return { ...environment, DATABASE_URL: "", DATABASE_JOB_URL: "", HOSTNAME: "127.0.0.1" };
}

async function supervise(database, bundles, port, stopping) {
  const { environment, server } = database;
  const children = [];
  const stop = async () => {
    for (const child of children.toReversed()) await child.stop();
    if (server) await server.stop();
  };
  try {
    const web = startChild(
      "server",
      ["--import", join(PROJECT, "scripts/edge.mjs"), ".next/standalone/server.js"],
      serverEnvironment(environment),
    );
    children.push(web);
    await step("เปิดเซิร์ฟเวอร์", () =>
      Promise.race([untilAnswering(`http://127.0.0.1:${port}/sign-in`, web), stopping]),
    );
    const worker = startChild("worker", [join(bundles, "server/jobs/worker.js")], environment);
    children.push(worker);
    if (!stopping.asked) await greet(environment);
    const ended = await Promise.race([stopping, web.ended, worker.ended, untilGone(server)]);
    if (!stopping.asked)
      fail("ส่วนหนึ่งของระบบหยุดเอง", `A part of the product stopped by itself (${ended}).`);
    say("\nกำลังปิด … (stopping)");
  } finally {
    await stop();
  }
  say("ปิดแล้ว ข้อมูลยังอยู่ (stopped; the data stay)");
}

async function untilGone(server) {
  while (!server || server.isAlive()) await sleep(1000, undefined, { ref: false });
  return "database";
}

async function greet(environment) {
  const { demoSignIns } = await import("./database.mjs");
  const signIns = await demoSignIns(environment);
  say(`\n  สุขใจ พร้อมใช้ที่  ${environment.PUBLIC_URL}   (${secondsSince(0)} วินาที)\n`);
  if (signIns.length) {
    say("  ผู้ใช้ของชุดสาธิต (demo; one click signs in):");
    for (const { login, role, name } of onePerRole(signIns))
      say(`    ${login.padEnd(22)}${role.padEnd(21)}${name}`);
    say(
      `    และอีก ${signIns.length - onePerRole(signIns).length} คนที่หน้าเข้าสู่ระบบ (all on the sign-in page)`,
    );
  }
  say("\n  หยุดด้วย Ctrl-C (stops)\n");
}

/** The first of each role; account officers from ธ.ก.ส. and พช. both. */
function onePerRole(signIns) {
  const kindOf = ({ role, agency }) => (role === "account_officer" ? `${role} ${agency}` : role);
  const wanted = (kind) => !kind.startsWith("account_officer") || /BAAC|CDD/.test(kind);
  const first = new Map();
  for (const person of signIns) if (!first.has(kindOf(person))) first.set(kindOf(person), person);
  return [...first].filter(([kind]) => wanted(kind)).map(([, person]) => person);
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one changes nothing, so that nothing is cut short. */
function untilAsked() {
  const asked = new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => {
        asked.asked = true;
        done(signal);
      });
  });
  return asked;
}

async function start() {
  const { values } = parseArgs({ options: { fresh: { type: "boolean" } } });
  checkNode();
  readEnvFile();
  const port = Number(process.env.PORT ?? 3000);
  const dataDir = resolve(PROJECT, process.env.DATA_DIR ?? ".data");
  await checkPort(port);
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
