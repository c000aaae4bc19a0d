import { defineConfig, devices } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";
import { monthDays } from "./tests/e2e/months";

/**
 * Browser tests run on the product itself, built, on a demo database of its own. The browser comes from npm;
 * CHROMIUM_PATH names another.
 */
process.env.CHROMIUM_PATH ??= await sparticuz.executablePath();
const port = Number(process.env.E2E_PORT ?? 3190);
const baseURL = `http://127.0.0.1:${port}`;

/**
 * The demo's date only moves forward, so each month's scenes wait for those of the month before. E2E_MONTH names one month
 * whose scenes run alone: `--no-deps` would not do, for it leaves out the step that moves the date.
 */
const alone = process.env.E2E_MONTH;
const february = {
  name: "february",
  testMatch: "*.spec.ts",
  testIgnore: "{march,june,september,december,killed}/**",
};
const laterMonths = Object.keys(monthDays).flatMap((month, nth, months) => [
  {
    name: `${month}-clock`,
    testMatch: "clock.setup.ts",
    dependencies: alone ? [] : [nth === 0 ? "february" : (months[nth - 1] as string)],
  },
  { name: month, testMatch: `${month}/*.spec.ts`, dependencies: [`${month}-clock`] },
]);
/** Kills the product's processes, so nothing may run beside it. */
const killed = {
  name: "killed",
  testMatch: "killed/*.spec.ts",
  workers: 1,
  dependencies: alone ? [] : ["december"],
};
const projects = [february, ...laterMonths, killed];

export default defineConfig({
  testDir: "tests/e2e",
  projects: alone ? projects.filter(({ name }) => name.split("-")[0] === alone) : projects,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env.E2E_REPORT
    ? [["line"], ["json", { outputFile: process.env.E2E_REPORT }]]
    : "line",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: "node scripts/start.mjs --fresh",
    url: `${baseURL}/sign-in`,
    env: {
      PORT: String(port),
      PUBLIC_URL: baseURL,
      DATA_DIR: process.env.E2E_DATA_DIR ?? ".build/e2e-data",
      DATABASE_URL: "",
    },
    timeout: 400_000,
    gracefulShutdown: { signal: "SIGINT", timeout: 30_000 },
    reuseExistingServer: false,
    stdout: "pipe",
  },
});
