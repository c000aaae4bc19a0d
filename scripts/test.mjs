/**
 * `npm test`: all checks and tests in one command; `npm test -- …` runs a part (selection.mjs). Each check counts as one,
 * each test as one; a step without a single test has failed. The last line is `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./postgres.mjs";
import {
  buildServer,
  checkNode,
  forgetConfiguration,
  generateClient,
  install,
  isInstalled,
  PROJECT,
} from "./prepare.mjs";
import { runMain, say, secondsSince, step } from "./say.mjs";
import { selectionOf } from "./selection.mjs";

const tool = (path) => join(PROJECT, "node_modules", path);
const reports = mkdtempSync(join(tmpdir(), "sukjai-reports-"));
const total = { passed: 0, failed: 0 };

/** Runs a program with its output shown, or kept (`quiet`); returns its exit code and the kept output. */
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

/** Runs one step, prints how long it took, and adds up its counts. */
async function count(title, run) {
  say(`\n── ${title}`);
  const began = performance.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  say(`── ${title}: ${passed} passed, ${failed} failed (${secondsSince(began)} s)`);
}

/** Its output is printed at its end: two of these run at the same time. */
const check = (title, args) =>
  count(title, async () => {
    const { code, printed, complaints } = await runShown(args, { quiet: true });
    if (code !== 0) say(`${printed}\n${complaints}`.trim());
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });

/** dependency-cruiser also passes when it finds no file at all, so the number of files is checked too. */
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

/** A step that exits with an error, or counts nothing where it must, has at least one failure. */
function honest({ passed, failed }, code, mayBeSilent = false) {
  const silent = passed + failed === 0 && !mayBeSilent;
  if (silent) say("no test was run");
  return { passed, failed: failed === 0 && (silent || code !== 0) ? 1 : failed };
}

const readReport = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;

/** `-g TITLE` works for both runners. */
const forVitest = (option) => (option === "-g" ? "-t" : option);

const vitest = (project, files, { options, changed }) =>
  count(`${project} tests`, async () => {
    const outputFile = join(reports, `${project}.json`);
    const { code } = await runShown([
      tool("vitest/vitest.mjs"),
      "run",
      ...files,
      ...options.map(forVitest),
      `--project=${project}`,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${outputFile}`,
    ]);
    const report = readReport(outputFile);
    // A file that cannot be loaded has no tests that could fail.
    const broken = (report?.testResults ?? []).filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = (report?.numFailedTests ?? 0) + broken.length;
    return honest({ passed: report?.numPassedTests ?? 0, failed }, code, changed);
  });

/** The scenes of a month start from a fresh demo with the date moved there: earlier months cannot change them. */
const scenesOf = (month, files, options) =>
  count(`browser tests${month ? ` of ${month}` : ""}`, async () => {
    const outputFile = join(reports, `browser-${month}.json`);
    const dataDir = mkdtempSync(join(tmpdir(), "sukjai-e2e-"));
    const env = {
      E2E_REPORT: outputFile,
      E2E_PORT: String(await freePort()),
      E2E_DATA_DIR: dataDir,
      ...(month ? { E2E_MONTH: month } : {}),
    };
    const args = [tool("@playwright/test/cli.js"), "test", ...files, ...options];
    const { code } = await runShown(args, { env });
    rmSync(dataDir, { recursive: true, force: true });
    const stats = readReport(outputFile)?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
    return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code);
  });

const monthOf = (file) => file.match(/^tests\/e2e\/(\w+)\//)?.[1] ?? "february";

async function browser(files, { options }) {
  await count("build", async () => {
    await buildServer();
    return { passed: 1, failed: 0 };
  }).catch((error) => {
    total.failed += 1;
    say(error.message);
  });
  if (files.length === 0) return scenesOf("", [], options);
  for (const month of new Set(files.map(monthOf)))
    await scenesOf(
      month,
      files.filter((file) => monthOf(file) === month),
      options,
    );
}

async function checks() {
  await step("route types", () =>
    runShown([tool("next/dist/bin/next"), "typegen"], { quiet: true }),
  );
  const types = check("types", [tool("typescript-7/bin/tsc"), "--noEmit"]);
  await check("format and lint", [tool("@biomejs/biome/bin/biome"), "check", "."]);
  await checkImports();
  await check("dead code", [tool("knip/bin/knip.js")]);
  await types;
}

async function main() {
  const began = performance.now();
  const chosen = selectionOf(process.argv.slice(2));
  checkNode();
  forgetConfiguration();
  mkdirSync(join(PROJECT, ".build"), { recursive: true });
  if (!isInstalled()) await step("ติดตั้งส่วนประกอบ (npm install)", install);
  await step("prisma generate", generateClient);

  if (chosen.checks) await checks();
  if (chosen.unit) await vitest("unit", chosen.unit, chosen);
  if (chosen.integration) await vitest("integration", chosen.integration, chosen);
  if (chosen.browser) await browser(chosen.browser, chosen);
  if (chosen.unseen)
    say("\nNo import tells which browser scenes reach what changed: name them, or run `npm test`.");

  rmSync(reports, { recursive: true, force: true });
  say(`\n${secondsSince(began)} s`);
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

await runMain(main);
