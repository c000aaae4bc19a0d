/**
 * `-- --small` stops after the first, `-- --large N` takes another number for the second (above the first: all provinces);
 * `-- --exports N` writes the files of one province of N holders instead, beside a bare COPY of the same rows;
 * `-- --province` measures the list of a province of 150,000 and the next list of a tenth of it;
 * `-- --nation N` loads one of N people of the nation (1: 11,469,184; about 20 GB of disk) and measures Phrae in it.
 * Each size has a PostgreSQL of its own in a temporary folder. Nothing here is asserted: figures are read, not tested.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  bundle,
  checkNode,
  generateClient,
  install,
  isInstalled,
  PROJECT,
  runCommand,
} from "./prepare.mjs";
import { fail, runMain, say, step } from "./say.mjs";

const SMALL = 11_469;

/** next-auth is CommonJS: Next and vitest unwrap its default export, Node does not. */
const unwrapDefault = {
  name: "unwrap-default",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^next-auth(\/providers\/credentials)?$/ }, ({ path, importer }) =>
      importer.endsWith(".ts") ? { path, namespace: "unwrap-default" } : undefined,
    );
    onLoad({ filter: /./, namespace: "unwrap-default" }, ({ path }) => ({
      contents: `import { createRequire } from "node:module";
        const module = createRequire(${JSON.stringify(join(PROJECT, "package.json"))})(${JSON.stringify(path)});
        export default module.default;
        export const { getServerSession } = module;`,
    }));
  },
};

/** Built at every run: it takes a second, and an old bundle would measure old code. */
async function bundleBench(folder, name) {
  const { build } = await import("esbuild");
  const outfile = join(folder, `bench-${name}.mjs`);
  await build({
    entryPoints: [join(PROJECT, `tests/bench/${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    tsconfig: join(PROJECT, "tsconfig.json"),
    sourcemap: "inline",
    logLevel: "error",
    alias: {
      "server-only": join(PROJECT, "scripts/server-only.mjs"),
      "next/headers": "next/headers.js",
      "next/navigation": "next/navigation.js",
    },
    plugins: [unwrapDefault],
  });
  return outfile;
}

/** Runs the bundle to its end and returns its one line of JSON. */
function runBench(file, environment, ...given) {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, ["--enable-source-maps", file, ...given.map(String)], {
      cwd: PROJECT,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? done(JSON.parse(printed))
        : reject(new Error(`The bench of ${given.join(" ")} ended with ${code}.`)),
    );
  });
}

async function versionOf(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("SHOW server_version")).rows[0].server_version;
  } finally {
    await client.end();
  }
}

/** From an empty folder to the figures that `measure` takes of a database; the folder is deleted afterwards. */
async function onDatabase(measure) {
  const { openDatabase, openQueue } = await import("./database.mjs");
  const { placeOf } = await import("./postgres.mjs");
  const dataDir = mkdtempSync(join(tmpdir(), "sukjai-bench-"));
  chmodSync(dataDir, 0o711);
  try {
    const { environment, server } = await openDatabase({ dataDir, port: 3000 });
    try {
      await openQueue(environment);
      const areas = await bundle("areas", ["src/cli/load-areas.ts"]);
      await runCommand("load-areas", join(areas, "cli/load-areas.js"), environment);
      const figures = await measure({ ...environment, ADMIN_URL: server.adminUrl });
      return { ...figures, postgres: await versionOf(server.url) };
    } finally {
      await server.stop();
    }
  } finally {
    const { cluster, moved } = placeOf(dataDir);
    if (moved) rmSync(join(cluster, ".."), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const benchOf = (people) =>
  onDatabase(async (environment) =>
    runBench(await bundleBench(join(PROJECT, ".build"), "main"), environment, people),
  );

const provinceOf = () =>
  onDatabase(async (environment) =>
    runBench(await bundleBench(join(PROJECT, ".build"), "province"), environment),
  );

const nationOf = (scale) =>
  onDatabase(async (environment) =>
    runBench(await bundleBench(join(PROJECT, ".build"), "nation"), environment, scale),
  );

/** Each file is written by a process of its own, so that its memory is that of one export. */
const exportsOf = (people) =>
  onDatabase(async (environment) => {
    const file = await bundleBench(join(PROJECT, ".build"), "exports");
    await runBench(file, environment, "fill", people);
    const files = [];
    for (const what of [["csv"], ["csv", "whole"], ["xlsx"]])
      files.push(await runBench(file, environment, ...what));
    return { files };
  });

function printExports({ files, postgres }, people) {
  say(`\n${availableParallelism()} cores, PostgreSQL ${postgres}, ${count(people)} holders\n`);
  for (const { format, unmasked, bare, seconds, cpu, peak, before } of files)
    say(
      `${`${format}${unmasked ? ", whole IDs" : ""}`.padEnd(18)}${seconds.toFixed(1)} s, ${(seconds / bare).toFixed(1)} times a bare COPY (${bare.toFixed(2)} s); CPU ${cpu.toFixed(1)} s; peak memory ${peak} MB, of it ${before} before the export`,
    );
}

function printProvince({ first, refresh, postgres }) {
  say(`\n${availableParallelism()} cores, PostgreSQL ${postgres}\n`);
  for (const [title, { rows, copyRows }] of [
    ["150,000 people into an empty province", first],
    ["a list of 15,000 into that province", refresh],
  ])
    say(
      `${title.padEnd(40)}${count(rows)} rows/s, ${(rows / copyRows).toFixed(2)} of a bare COPY's ${count(copyRows)}`,
    );
}

function printNation({ loaded, timings, postgres }) {
  const { people, interviews, seconds, bytes } = loaded;
  say(`\n${availableParallelism()} cores, PostgreSQL ${postgres}\n`);
  say(
    `${count(people)} people, ${interviews} interviews: ${(seconds / 60).toFixed(1)} minutes, ${(bytes / 1e9).toFixed(1)} GB`,
  );
  say("\nmilliseconds, p50 / p95");
  for (const { name, p50, p95 } of timings)
    say(`${name.padEnd(38)}${milliseconds(p50)} / ${milliseconds(p95)}`);
}

const count = (number) => Math.round(number).toLocaleString("en-US");
const milliseconds = (number) => (number < 100 ? number.toFixed(1) : number.toFixed(0));

function print(benches) {
  const [small, large] = benches;
  const width = 38;
  const line = (title, ...cells) =>
    say(title.padEnd(width) + cells.map((cell) => String(cell).padStart(18)).join(""));
  const ratio = (of) => (large ? (of(large) / of(small)).toFixed(2) : "");
  say(`\n${availableParallelism()} cores, PostgreSQL ${small.postgres}\n`);
  line("holders", ...benches.map(({ people }) => count(people)), large ? "large / small" : "");
  line("of them in Phrae, which is measured", ...benches.map(({ home }) => count(home)));
  line(
    "import, rows/s",
    ...benches.map(({ importRows }) => count(importRows)),
    ratio(({ importRows }) => importRows),
  );
  line(
    "bare COPY into a twin, rows/s",
    ...benches.map(({ copyRows }) => count(copyRows)),
    ratio(({ copyRows }) => copyRows),
  );
  line(
    "import / COPY (aim 0.25)",
    ...benches.map(({ importRows, copyRows }) => (importRows / copyRows).toFixed(2)),
  );
  line(
    "drafts saved a second, 16 officers",
    ...benches.map(({ drafts }) => count(drafts.aSecond)),
    ratio(({ drafts }) => drafts.aSecond),
  );
  say("\nmilliseconds, p50 / p95 (ratio of p50)");
  for (const [index, { name }] of small.timings.entries())
    line(
      name,
      ...benches.map(
        ({ timings }) =>
          `${milliseconds(timings[index].p50)} / ${milliseconds(timings[index].p95)}`,
      ),
      ratio(({ timings }) => timings[index].p50),
    );
  say("\nCasework (desks, intents, caseloads) is Phrae's at both sizes.");
}

async function main() {
  const { values } = parseArgs({
    options: {
      small: { type: "boolean" },
      large: { type: "string", default: "1000000" },
      exports: { type: "string" },
      province: { type: "boolean" },
      nation: { type: "string" },
    },
  });
  const large = Number(values.large);
  if (!Number.isInteger(large) || large <= SMALL)
    fail("--large ต้องเป็นจำนวนคนที่มากกว่าชุดสาธิต", `--large takes a number above ${SMALL}.`);
  if (values.nation && !(Number(values.nation) >= 1))
    fail("--nation ต้องเป็นจำนวนเต็มตั้งแต่ 1", "--nation takes a whole number from 1.");
  checkNode();
  if (process.env.DATABASE_URL)
    fail(
      "bench ใช้ฐานข้อมูลของตนเองเท่านั้น ให้นำ DATABASE_URL ออก",
      "The bench uses databases of its own: unset DATABASE_URL.",
    );
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm ci)", install);
  await generateClient();
  if (values.province) return printProvince(await provinceOf());
  if (values.nation) return printNation(await nationOf(Number(values.nation)));
  if (values.exports)
    return printExports(await exportsOf(Number(values.exports)), Number(values.exports));
  const benches = [];
  for (const people of values.small ? [SMALL] : [SMALL, large]) {
    say(`${count(people)} holders`);
    benches.push(await benchOf(people));
  }
  print(benches);
}

await runMain(main);
process.exit();
