/**
 * The steps that prepare a checkout: dependencies, Prisma's client, bundles, the build. Each is done only where its
 * sources changed. Nothing is imported from node_modules at the top: it may not be there yet.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, isDiskFull, say } from "./say.mjs";

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const BUILD = join(PROJECT, ".build");

/** Refuses a Node that cannot run the product, warns of one that is no longer maintained. */
export function checkNode({ warn = true } = {}) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(
      `ต้องใช้ Node.js 20.19 ขึ้นไป เครื่องนี้มี ${process.versions.node}`,
      `Node.js 20.19 or newer is needed; this is ${process.versions.node}.`,
    );
  const lastDay = { 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30", 26: "2029-04-30" }[major];
  if (warn && !(lastDay > new Date().toISOString()))
    say(
      `⚠ Node.js ${process.versions.node} พ้นระยะสนับสนุนแล้ว ใช้จริงควรเป็นรุ่น LTS ล่าสุด (out of support; use a patched LTS in production)`,
    );
}

/** Reads .env; variables that are already set win over it, and an empty value counts as not given. */
export function readEnvFile() {
  const path = join(PROJECT, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
  for (const [name, value] of Object.entries(process.env))
    if (value === "") delete process.env[name];
}

const CONFIGURATION = [
  ...["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_JOB_URL", "DATA_DIR", "PORT"],
  ...["PUBLIC_URL", "AUTH_SECRET", "ID_KEY", "INDEX_KEY", "NODE_ENV"],
];

/** Tests and `npm run dev` make their own databases and keys: they must never use this machine's configuration. */
export function forgetConfiguration() {
  for (const name of CONFIGURATION) delete process.env[name];
}

/**
 * Runs a program to its end and returns what it printed; on failure the error has the last lines of it, without a stack.
 * @param stdio "pipe" keeps it quiet, "inherit" shows it.
 */
export function run(title, command, args, { env = {}, stdio = "pipe" } = {}) {
  return new Promise((done, reject) => {
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ["ignore", stdio, stdio],
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        printed = (printed + chunk).slice(-100_000);
      });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) done(printed);
      else {
        try {
          refuseStep(title, printed);
        } catch (refused) {
          reject(refused);
        }
      }
    });
  });
}

function refuseStep(title, printed) {
  if (isDiskFull(printed)) fail("เนื้อที่ดิสก์เต็ม", "The disk is full.");
  const lines = printed
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |^npm warn/.test(line));
  fail(`ขั้นตอน “${title}” ไม่สำเร็จ`, `This step failed:\n\n${lines.slice(-25).join("\n")}`);
}

const node = (title, args, options) => run(title, process.execPath, args, options);

/** Runs a bundled command module in its own process. */
export const runCommand = (title, file, env) =>
  node(title, [join(PROJECT, "scripts/run-command.mjs"), file], { env });

const tool = (path) => join(PROJECT, "node_modules", path);

/** Whether node_modules has what the lockfile asks for; packages of other platforms may be missing. */
export function isInstalled() {
  const kept = join(PROJECT, "node_modules/.package-lock.json");
  if (!existsSync(kept)) return false;
  const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const there = packagesOf(kept);
  return Object.entries(packagesOf(join(PROJECT, "package-lock.json"))).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" ||
      there[path]?.version === version ||
      (!there[path] && (optional || devOptional)),
  );
}

/**
 * Installs what the lockfile says and does not change the lockfile. Not `npm ci`: if a registry lacks the packages of
 * other platforms, a lockfile made with it lacks them too, and `npm ci` refuses that. No install script is run: none is
 * needed (postgres.mjs makes the links of its package).
 */
export function install() {
  const npm = process.env.npm_execpath;
  const args = [
    "install",
    "--no-save",
    "--ignore-scripts",
    "--include=dev",
    "--no-audit",
    "--no-fund",
  ];
  return npm?.endsWith("js")
    ? node("npm install", [npm, ...args])
    : run("npm install", "npm", args);
}

/** A hash of the contents of files and folders. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path) || path.endsWith("src/server/generated")) return;
    if (statSync(path).isDirectory())
      for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(PROJECT.length)).update("\0").update(readFileSync(path));
  };
  for (const path of paths) add(join(PROJECT, path));
  return hash.digest("hex").slice(0, 16);
}

/** Runs `make` unless it was done for exactly these sources and `result` is still there. */
async function unlessDone(name, sources, result, make) {
  const stamp = join(BUILD, `${name}.stamp`);
  const now = fingerprint(sources);
  if (existsSync(join(PROJECT, result)) && existsSync(stamp) && readFileSync(stamp, "utf8") === now)
    return false;
  await make();
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

const PRISMA_SOURCES = ["prisma/schema", "prisma.config.ts", "package-lock.json"];

/** Prisma's client, from the schema. */
export function generateClient() {
  return unlessDone("client", PRISMA_SOURCES, "src/server/generated/prisma/client.ts", () =>
    // The generator of the columns' types is a program in node_modules/.bin; Prisma looks for it in PATH.
    node("prisma generate", [tool("prisma/build/index.js"), "generate"], {
      env: { PATH: [tool(".bin"), process.env.PATH].join(delimiter) },
    }),
  );
}

/** Applies migrations that the database does not have yet; most starts find none and do not start Prisma. */
export async function migrate(databaseUrl, applied) {
  const wanted = readdirSync(join(PROJECT, "prisma/migrations")).filter((name) => /^\d/.test(name));
  if (wanted.every((name) => applied.includes(name))) return false;
  await node("prisma migrate deploy", [tool("prisma/build/index.js"), "migrate", "deploy"], {
    env: { DATABASE_URL: databaseUrl },
  });
  return true;
}

const BUILD_SOURCES = [
  "src",
  "public",
  "prisma/schema",
  "next.config.ts",
  "scripts/messages-loader.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** The web server (.next/standalone), with its static files beside it. */
export function buildServer() {
  return unlessDone("server", BUILD_SOURCES, ".next/standalone/server.js", async () => {
    await node("next build", [tool("next/dist/bin/next"), "build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    const at = (path) => join(PROJECT, path);
    cpSync(at(".next/static"), at(".next/standalone/.next/static"), { recursive: true });
    cpSync(at("public"), at(".next/standalone/public"), { recursive: true });
  });
}

/**
 * Bundles TypeScript entry points for Node (Node 20 strips no types) into a folder named after its sources, so that
 * commands that run at the same time never see half a bundle. Returns that folder.
 */
export async function bundle(name, entries) {
  const sources = fingerprint(["src", "tests/builders", "tsconfig.json", "package-lock.json"]);
  const folder = join(BUILD, `${name}-${sources}`);
  if (existsSync(folder)) return folder;
  const { build } = await import("esbuild");
  const part = `${folder}.${process.pid}`;
  await build({
    entryPoints: entries.map((entry) => join(PROJECT, entry)),
    outdir: part,
    outbase: join(PROJECT, "src"),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    tsconfig: join(PROJECT, "tsconfig.json"),
    sourcemap: "inline",
    logLevel: "silent",
    // `server-only` throws outside Next; the import rules hold the direction here.
    alias: { "server-only": join(PROJECT, "scripts/server-only.mjs") },
  }).catch((error) => {
    const [first] = error.errors ?? [];
    const where = first?.location ? ` (${first.location.file}:${first.location.line})` : "";
    fail(
      `รวมโปรแกรม ${name} ไม่สำเร็จ`,
      `${name} cannot be bundled: ${first?.text ?? error}${where}`,
    );
  });
  removeOldBundles(name);
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
  return folder;
}

/** Only bundles older than an hour: a command may still be running from a newer one. */
function removeOldBundles(name) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const old of readdirSync(BUILD)) {
    const path = join(BUILD, old);
    if (old.startsWith(`${name}-`) && statSync(path).mtimeMs < anHourAgo)
      rmSync(path, { recursive: true, force: true });
  }
}
