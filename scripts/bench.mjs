/**
 * `-- --small` stops after the first, `-- --large N` takes another number for the second (above the first: all provinces);
 * `-- --exports N` writes the files of one province of N holders instead, beside a bare COPY of the same rows;
 * `-- --province` measures the list of a province of 150,000 and the next list of a tenth of it;
 * `-- --nation N` loads one of N people of the nation (1: 11,469,184; about 15 GB of disk and more while it is built) and measures Phrae in it;
 * `-- nation` is about its money: a month run, the proof and a what-if over everybody, beside a bare aggregate and a bare INSERT, of one of a
 * hundred people and of all (`--scale N`: of one of 100 N and of one of N; all: 50 GB of disk while it runs, and hours);
 * `-- figures` asks for the pages of heads and of the national reader, 1 and 30 readers at once, with 11,469 holders, 1,042,653 and all of the nation
 * (`--scale N`: with one of 1000 N, of 11 N and of N); `-- --pages demo` asks the web server for the pages of the demo's officers over HTTP, `-- --pages N` for those of one of N people
 * of the nation (`sukjai demo nation --scale N`).
 * Each size has a PostgreSQL of its own in a temporary folder. Nothing here is asserted: figures are read, not tested.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./postgres.mjs";
import {
  buildServer,
  bundle,
  checkNode,
  generateClient,
  install,
  isInstalled,
  PROJECT,
  run,
  runCommand,
} from "./prepare.mjs";
import { fail, runMain, say, step } from "./say.mjs";
import { serverEnvironment, startChild, untilAnswering } from "./supervise.mjs";

const SMALL = 11_469;
const ROUND_TRIP_MS = 1;

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
  const { placeOf, runningServer } = await import("./postgres.mjs");
  const dataDir = mkdtempSync(join(tmpdir(), "sukjai-bench-"));
  chmodSync(dataDir, 0o711);
  try {
    const { environment, server } = await openDatabase({ dataDir, port: 3000 });
    try {
      await openQueue(environment);
      const areas = await bundle("areas", ["src/cli/load-areas.ts"]);
      await runCommand("load-areas", join(areas, "cli/load-areas.js"), environment);
      const { pid } = runningServer(server.cluster);
      const figures = await measure({
        ...environment,
        ADMIN_URL: server.adminUrl,
        POSTGRES_PID: String(pid),
      });
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

/** Everybody's yes in February; and, for its sum alone, that of those who must be reached, in April. */
async function moneyOf(scale) {
  const of = (yes) =>
    onDatabase(async (environment) =>
      runBench(await bundleBench(join(PROJECT, ".build"), "money"), environment, scale, yes),
    );
  say(`one of ${count(scale)}`);
  return { ...(await of("february")), april: await of("must-reach-april") };
}

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

/** A database half a millisecond away: what goes to it is held up for the way there and back. */
async function farAway(url) {
  const { host, port } = new URL(url.replace(/^postgres(ql)?:/, "http:"));
  const proxy = createServer((near) => {
    const far = connect(Number(port), host.split(":")[0]);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on("data", (piece) => setTimeout(() => far.write(piece), ROUND_TRIP_MS));
    far.pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ])
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
  const away = new URL(url);
  away.port = String(proxy.address().port);
  return { url: away.href, close: () => proxy.close() };
}

/** Runs `measure` on the web server of this build; it gets the server's address and process. */
async function onServer(environment, measure) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = startChild(
    "server",
    [join(PROJECT, "scripts/serve.mjs")],
    serverEnvironment({ ...environment, PORT: String(port), PUBLIC_URL: base, NEXTAUTH_URL: base }),
  );
  try {
    await untilAnswering(`${base}/sign-in`, server);
    return await measure(base, { SERVER_PID: String(server.pid) });
  } finally {
    await server.stop();
  }
}

const pagesOf = (people) =>
  onDatabase(async (environment) => {
    const bench = (name, ...given) =>
      onServer(environment, async (base, process) =>
        runBench(
          await bundleBench(join(PROJECT, ".build"), name),
          { ...environment, ...process },
          base,
          ...given,
        ),
      );
    await step("people", () => fill(people, environment));
    await step("next build", buildServer);
    const { measured, mixed } = await bench("pages");
    const { phone } = await bench("phone");
    const far = await farAway(environment.DATABASE_APP_URL);
    environment.DATABASE_APP_URL = far.url;
    const { measured: away } = await bench("pages", "brief");
    far.close();
    return { measured, mixed, phone, away };
  });

/** The pages of heads, on one of so many people of the nation. */
const figuresOf = (scale) =>
  onDatabase(async (environment) => {
    await step(`one of ${count(scale)}`, () => fill(scale, environment));
    await step("next build", buildServer);
    return onServer(environment, async (base, process) =>
      runBench(
        await bundleBench(join(PROJECT, ".build"), "figures"),
        { ...environment, ...process },
        base,
      ),
    );
  });

async function fill(people, environment) {
  if (people === "demo") {
    const folder = await bundle("demo", ["src/cli/load-demo.ts"]);
    return runCommand("load-demo", join(folder, "cli/load-demo.js"), environment);
  }
  const folder = await bundle("cli", ["src/cli/sukjai.ts"]);
  const command = [join(folder, "cli/sukjai.js"), "demo", "nation", "--scale", people];
  return run("demo nation", process.execPath, command, { env: environment });
}

function printPages({ measured, mixed, phone, away, postgres }) {
  say(`\n${availableParallelism()} cores, PostgreSQL ${postgres}\n`);
  for (const { name, runs } of measured) {
    say(name);
    for (const { users, aSecond, p50, p95, serverMs, databaseMs, errors } of runs)
      say(
        `  ${String(users).padStart(2)} users: ${aSecond.toFixed(1)} a second, ${milliseconds(p50)} / ${milliseconds(p95)} ms (p50 / p95), CPU of the server ${serverMs.toFixed(1)}, of the database ${databaseMs.toFixed(1)} ms a page; ${errors} errors`,
      );
  }
  const alone = new Map(measured.map(({ name, runs }) => [name, runs[0].p50]));
  for (const { pause, p95, memory, errors } of mixed) {
    say(
      `\n32 officers for a minute, ${pause / 1000} s between two pages: ${errors} errors; memory of all server processes ${memory.half} MB at half time, ${memory.end} at the end`,
    );
    for (const [name, time] of Object.entries(p95))
      say(
        `  ${name}: p95 ${milliseconds(time)} ms, ${(time / alone.get(name)).toFixed(1)} times the p50 of one user`,
      );
  }
  say("\nA database half a millisecond away, one user, p50");
  for (const { name, runs } of away)
    say(
      `  ${name}: ${milliseconds(runs[0].p50)} ms, ${(runs[0].p50 / alone.get(name)).toFixed(2)} times`,
    );
  say("\nA telephone at 200 kbit/s: seconds with an empty cache, and again");
  for (const { name, first, again } of phone)
    say(`  ${name}: ${first.toFixed(1)}, ${again.toFixed(1)}`);
}

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

function printMoney(small, large) {
  const line = (title, cell) =>
    say(title.padEnd(50) + [small, large].map((each) => cell(each).padStart(24)).join(""));
  const seconds = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(0));
  const took = (of) => `${seconds(of.seconds)} (CPU ${seconds(of.cpu)})`;
  const ratio = (of, by) =>
    `${(of.seconds / by.seconds).toFixed(2)} (CPU ${(of.cpu / by.cpu).toFixed(2)})`;
  const baht = (of) => count(Number(of));
  say(`\n${availableParallelism()} cores, PostgreSQL ${small.postgres}; seconds\n`);
  line("people", ({ table }) => count(table.people));
  line("a bare aggregate over them", ({ aggregate }) => took(aggregate));
  line("a month run booked", ({ run }) => took(run.booked));
  line("  entries", ({ run }) => count(run.entries));
  line("  bare INSERT … SELECT of them, same keys", ({ run }) => took(run.bareWithKeys));
  line("  speed of the run / of that (aim 0.33)", ({ run }) => ratio(run.bareWithKeys, run.booked));
  line("  bare INSERT … SELECT of them, no key", ({ run }) => took(run.bare));
  line("  before it: is anybody undecided", ({ run }) => took(run.undecided));
  line("  after it: its hash", ({ run }) => took(run.hashed));
  line("proof (aim 180)", ({ proof }) => took(proof.took));
  line("  people who differ", ({ proof }) => count(proof.differing));
  line("what if, everybody (aim 60)", ({ whatIf }) => took(whatIf.everybody));
  line("  / the bare aggregate (aim 15)", ({ whatIf, aggregate }) =>
    ratio(whatIf.everybody, aggregate),
  );
  line("  the largest district (aim 1)", ({ whatIf }) => took(whatIf.district));
  line(
    "  the set in force: who gains, who loses",
    ({ whatIf }) => `${whatIf.identity.gain}, ${whatIf.identity.lose}`,
  );
  line("  the same, decided one by one: people", ({ whatIf }) => count(whatIf.rows.people));
  line("  … took", ({ whatIf }) => took(whatIf.rows.took));
  line("all in February, baht a month by the table", ({ table }) => count(table.month));
  line("  proven for March", ({ proof }) => baht(proof.months["2018-03"]));
  line("  booked for March", ({ run }) => baht(run.baht));
  line("  proven for March to December", ({ proof }) => baht(proof.baht));
  line("who must be reached, April, by the table", ({ table }) => count(table.mustReach));
  line("  proven for all months", ({ april }) => baht(april.proof.baht));
  line("  people who differ", ({ april }) => count(april.proof.differing));
}

function printFigures(sizes) {
  say(
    `\n${availableParallelism()} cores, PostgreSQL ${sizes[0].postgres}; milliseconds, p50 / p95\n`,
  );
  const [first] = sizes;
  const line = (title, cells) =>
    say(title.padEnd(34) + cells.map((cell) => cell.padStart(26)).join(""));
  line(
    "holders",
    sizes.map(({ holders, here }) => `${count(holders)} (Phrae ${count(here)})`),
  );
  for (const [page, { name, runs }] of first.measured.entries())
    for (const [of, { users }] of runs.entries())
      line(
        `${name}, ${users}`,
        sizes.map(({ measured }) => {
          const { p50, p95, errors } = measured[page].runs[of];
          const ratio = (p50 / runs[of].p50).toFixed(2);
          return `${milliseconds(p50)} / ${milliseconds(p95)} (${ratio})${errors > 0 ? ` ${errors} errors` : ""}`;
        }),
      );
  say("\nIn brackets: p50 beside that of the smallest.");
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
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: "string", default: "1" },
      small: { type: "boolean" },
      large: { type: "string", default: "1000000" },
      exports: { type: "string" },
      pages: { type: "string" },
      province: { type: "boolean" },
      nation: { type: "string" },
    },
  });
  const large = Number(values.large);
  if (!Number.isInteger(large) || large <= SMALL)
    fail("--large ต้องเป็นจำนวนคนที่มากกว่าชุดสาธิต", `--large takes a number above ${SMALL}.`);
  if (values.nation && !(Number(values.nation) >= 1))
    fail("--nation ต้องเป็นจำนวนเต็มตั้งแต่ 1", "--nation takes a whole number from 1.");
  const [subject] = positionals;
  if (positionals.length > 1 || (subject && !["nation", "figures"].includes(subject)))
    fail(
      "มีเพียง bench nation และ bench figures",
      `There are only "bench nation" and "bench figures".`,
    );
  const scale = Number(values.scale);
  if (!(Number.isInteger(scale) && scale >= 1))
    fail("--scale ต้องเป็นจำนวนเต็มตั้งแต่ 1", "--scale takes a whole number from 1.");
  checkNode();
  if (process.env.DATABASE_URL)
    fail(
      "bench ใช้ฐานข้อมูลของตนเองเท่านั้น ให้นำ DATABASE_URL ออก",
      "The bench uses databases of its own: unset DATABASE_URL.",
    );
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm ci)", install);
  await generateClient();
  if (subject === "nation") return printMoney(await moneyOf(100 * scale), await moneyOf(scale));
  if (subject === "figures") {
    const sizes = [];
    for (const each of values.small ? [1000 * scale] : [1000 * scale, 11 * scale, scale])
      sizes.push(await figuresOf(each));
    return printFigures(sizes);
  }
  if (values.pages) return printPages(await pagesOf(values.pages));
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
