/**
 * What `npm start` and `npm run dev` share: only one of them per data folder, a free port, children that end in the right
 * order, and the greeting.
 */
import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeDataFolder } from "./keys.mjs";
import { placeOf, removeCluster, runningServer, stopServer } from "./postgres.mjs";
import { PROJECT } from "./prepare.mjs";
import { fail, say, secondsSince } from "./say.mjs";

const STOP_TIMEOUT_MS = 20_000;

function portIsFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

export async function checkPort(port, command) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT ใช้ไม่ได้: ${process.env.PORT}`, `PORT is no port number: ${process.env.PORT}.`);
  if (!(await portIsFree(port)))
    fail(
      `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ให้สั่ง PORT=${port + 1} ${command}`,
      `Port ${port} is taken: try PORT=${port + 1} ${command}.`,
    );
}

/** Only one start per data folder; the lock of a dead process is ignored. */
export function lock(dataDir) {
  makeDataFolder(dataDir);
  const path = join(dataDir, "start.pid");
  const owner = existsSync(path) && Number(readFileSync(path, "utf8"));
  if (owner && owner !== process.pid && isStart(owner))
    fail(
      `โฟลเดอร์ข้อมูล ${dataDir} มี npm start หรือ npm run dev อีกชุดใช้อยู่ (หมายเลข ${owner})`,
      `The data folder ${dataDir} is in use by another npm start or npm run dev (pid ${owner}).`,
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
  return (
    !existsSync(commandLine) || readFileSync(commandLine, "utf8").match(/(start|dev)\.mjs/) !== null
  );
}

/** Deletes an embedded installation: database, keys, files. */
export async function beginAnew(dataDir) {
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

/**
 * A child that survives a Ctrl-C in the terminal, and ends when we end.
 * @param shown its output goes to the terminal, not to its log.
 */
export function startChild(name, args, environment, { shown = false } = {}) {
  const watchdog = join(PROJECT, "scripts/child.mjs");
  // Output goes to a file, errors to the terminal as well.
  const log = openSync(join(environment.DATA_DIR, `${name}.log`), "a", 0o600);
  const child = spawn(process.execPath, ["--import", watchdog, ...args], {
    cwd: PROJECT,
    detached: true,
    stdio: ["ignore", shown ? "inherit" : log, "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      ...environment,
      SUPERVISOR: String(process.pid),
    },
  });
  const ended = new Promise((done) => {
    child.once("exit", (code, signal) => done(`${name}: ${signal ?? code}`));
    child.once("error", (error) => done(`${name}: ${error.message}`));
  });
  return {
    pid: child.pid,
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

export async function untilAnswering(url, child) {
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

/** The server gets neither the login of the owner nor that of the jobs. */
export function serverEnvironment({ DATABASE_URL, DATABASE_JOB_URL, ...environment }) {
  return { ...environment, DATABASE_URL: "", DATABASE_JOB_URL: "", HOSTNAME: "127.0.0.1" };
}

/** Milliseconds before a part that ended by itself is started again: more each time, anew after a quiet minute. */
const PAUSE = { first: 250, most: 10_000, quiet: 60_000 };

/** Starts `part` again whenever it has `ended` by itself, until it is stopped. The caller has started it once. */
export function keepRunning(part) {
  let stopped = false;
  let starting = Promise.resolve();
  const keep = async () => {
    for (let pause = PAUSE.first; ; pause = Math.min(pause * 2, PAUSE.most)) {
      const began = Date.now();
      const how = await part.ended();
      if (stopped) return;
      if (Date.now() - began > PAUSE.quiet) pause = PAUSE.first;
      say(`✗ ${part.title} หยุดเอง กำลังเริ่มใหม่ (${how}: starting it again)`);
      await sleep(pause);
      if (stopped) return;
      starting = part.start().catch((error) => say(`✗ ${part.title}: ${error.message}`));
      await starting;
    }
  };
  void keep();
  return {
    async stop() {
      stopped = true;
      // What is starting just now is stopped as well, not left behind.
      await starting;
      await part.stop();
    },
  };
}

export async function untilGone(server) {
  while (!server || server.isAlive()) await sleep(500, undefined, { ref: false });
  return "database";
}

export async function greet(environment) {
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

/** The first sign-in of each role; for account officers one from ธ.ก.ส. and one from พช. */
function onePerRole(signIns) {
  const kindOf = ({ role, agency }) => (role === "account_officer" ? `${role} ${agency}` : role);
  const wanted = (kind) => !kind.startsWith("account_officer") || /BAAC|CDD/.test(kind);
  const first = new Map();
  for (const person of signIns) if (!first.has(kindOf(person))) first.set(kindOf(person), person);
  return [...first].filter(([kind]) => wanted(kind)).map(([, person]) => person);
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one changes nothing, so that no process is cut short. */
export function untilAsked() {
  const asked = new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => {
        asked.asked = true;
        done(signal);
      });
  });
  return asked;
}
