/**
 * `npm test`: everything that can be proved, in one command. Each check counts as one, each test as one; a step
 * without a single test has failed. The last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./postgres.mjs";
import {
  buildServer,
  checkNode,
  generateClient,
  install,
  isInstalled,
  PROJECT,
} from "./prepare.mjs";
import { runMain, say, secondsSince, step } from "./say.mjs";

const tool = (path) => join(PROJECT, "node_modules", path);
const reports = mkdtempSync(join(tmpdir(), "sukjai-reports-"));
const total = { passed: 0, failed: 0 };

/** Runs a program with its output shown, or kept (`quiet`); answers with its exit code and what was kept of each. */
function runShown(args, { env = {}, quiet = false } = {}) {
  return new Promise((done, reject) => {
    const output = quiet ? "pipe" : "inherit";
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output],
    });
    const kept = { printed: "", complaints: "" };
    child.stdout?.on("data", (chunk) => {
      kept.printed += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      kept.complaints += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => done({ code: code ?? 1, ...kept }));
  });
}

/** Runs one step, tells how long it took, and adds what it counted. */
async function count(title, run) {
  say(`\n── ${title}`);
  const began = performance.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  say(`── ${title}: ${passed} passed, ${failed} failed (${secondsSince(began)} s)`);
}

/** Its output comes when it has ended: two of these run side by side. */
const check = (title, args) =>
  count(title, async () => {
    const { code, printed, complaints } = await runShown(args, { quiet: true });
    if (code !== 0) say(`${printed}\n${complaints}`.trim());
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });

/** dependency-cruiser passes a tree in which it sees nothing, so what it saw is looked at. */
const checkImports = () =>
  count("import rules", async () => {
    const depcruise = tool("dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [depcruise, "src", "tests", "scripts", "--output-type", "json"];
    const { printed } = await runShown(args, { quiet: true });
    const { totalCruised, error, violations } = JSON.parse(printed).summary;
    for (const { rule, from, to } of violations) say(`${rule.name}: ${from} → ${to}`);
    say(`${totalCruised} modules`);
    return totalCruised > 0 && error === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });

/** A step that ends badly, or counts nothing, has failed at least once. */
function honest({ passed, failed }, code) {
  const silent = passed + failed === 0;
  if (silent) say("no test was run");
  return { passed, failed: failed === 0 && (silent || code !== 0) ? 1 : failed };
}

const readReport = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;

const vitest = (project) =>
  count(`${project} tests`, async () => {
    const outputFile = join(reports, `${project}.json`);
    const { code } = await runShown([
      tool("vitest/vitest.mjs"),
      "run",
      `--project=${project}`,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${outputFile}`,
    ]);
    const report = readReport(outputFile);
    // A file that cannot even be loaded has no tests to fail.
    const broken = (report?.testResults ?? []).filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = (report?.numFailedTests ?? 0) + broken.length;
    return honest({ passed: report?.numPassedTests ?? 0, failed }, code);
  });

const browser = () =>
  count("browser tests", async () => {
    const outputFile = join(reports, "browser.json");
    const dataDir = mkdtempSync(join(tmpdir(), "sukjai-e2e-"));
    const env = {
      E2E_REPORT: outputFile,
      E2E_PORT: String(await freePort()),
      E2E_DATA_DIR: dataDir,
    };
    const { code } = await runShown([tool("@playwright/test/cli.js"), "test"], { env });
    rmSync(dataDir, { recursive: true, force: true });
    const stats = readReport(outputFile)?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
    return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code);
  });

/** The tests make their own databases and keys: nothing of this machine's configuration reaches them. */
function forgetConfiguration() {
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_JOB_URL", "DATA_DIR", "PORT"])
    delete process.env[name];
  for (const name of ["PUBLIC_URL", "AUTH_SECRET", "ID_KEY", "INDEX_KEY", "NODE_ENV"])
    delete process.env[name];
}

async function main() {
  const began = performance.now();
  checkNode();
  forgetConfiguration();
  mkdirSync(join(PROJECT, ".build"), { recursive: true });
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm install)", install);
  await step("prisma generate", generateClient);

  await step("route types", () =>
    runShown([tool("next/dist/bin/next"), "typegen"], { quiet: true }),
  );
  const types = check("types", [tool("typescript/bin/tsc"), "--noEmit"]);
  await check("format and lint", [tool("@biomejs/biome/bin/biome"), "check", "."]);
  await checkImports();
  await check("dead code", [tool("knip/bin/knip.js")]);
  await types;
  await vitest("unit");
  await vitest("integration");
  await count("build", async () => {
    await buildServer();
    return { passed: 1, failed: 0 };
  }).catch((error) => {
    total.failed += 1;
    say(error.message);
  });
  await browser();

  rmSync(reports, { recursive: true, force: true });
  say(`\n${secondsSince(began)} s`);
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

await runMain(main);
