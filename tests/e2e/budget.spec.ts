import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { ask, nobody, signIn, type Visitor } from "@tests/support/http";
import { test } from "./support";

/**
 * What a telephone on a slow network loads, in KB after gzip: the HTML of a page, and its scripts beside those that every page of
 * the framework has.
 */
const budgets = [
  { page: "sign-in", login: null, path: "/sign-in", html: 12, scripts: 25 },
  { page: "home", login: "baac.mueang", path: "/", html: 15, scripts: 25 },
  { page: "holders", login: "baac.mueang", path: "/holders", html: 25, scripts: 40 },
  { page: "day", login: "baac.mueang", path: "/day", html: 20, scripts: 25 },
  { page: "interview", login: "baac.mueang", path: "assessment", html: 25, scripts: 90 },
  { page: "district", login: "chief.mueang", path: "/district", html: 40, scripts: 25 },
  { page: "home of a head", login: "chief.mueang", path: "/", html: 40, scripts: 25 },
  { page: "province", login: "governor", path: "/province", html: 40, scripts: 25 },
  { page: "trend", login: "governor", path: "/figures/trend", html: 40, scripts: 25 },
  { page: "funnel", login: "governor", path: "/figures/funnel?by=district", html: 40, scripts: 25 },
  { page: "take-up", login: "governor", path: "/figures/take-up", html: 40, scripts: 25 },
] as const;

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
const sizeOf = (file: string) => gzipSync(readFileSync(`.next/${file}`)).length;

function ownScripts(html: string): number {
  const { rootMainFiles, polyfillFiles } = JSON.parse(
    readFileSync(".next/build-manifest.json", "utf8"),
  );
  const shared = new Set<string>([...rootMainFiles, ...polyfillFiles]);
  const loaded = [...html.matchAll(/<script[^>]*src="\/_next\/(static\/[^"?]+)/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const own = [...new Set(loaded)].filter((file) => !shared.has(file));
  return kilobytes(own.reduce((sum, file) => sum + sizeOf(file), 0));
}

/** The interview of the first on the officer's list. */
async function interviewOf(baseURL: string, visitor: Visitor): Promise<string> {
  const list = await ask(baseURL, visitor, "/holders?cohort=must_reach&state=assigned");
  const href = /href="(\/holders\/[0-9a-f-]{36})"/.exec(await list.text())?.[1];
  return `${href}/assessment`;
}

for (const { page, login, path, html, scripts } of budgets)
  test(`what a telephone loads for ${page}`, async ({ baseURL }) => {
    const visitor = login ? await signIn(String(baseURL), login) : nobody;
    const address = path === "assessment" ? await interviewOf(String(baseURL), visitor) : path;
    const words = await (await ask(String(baseURL), visitor, address)).text();
    const seen = { html: kilobytes(gzipSync(words).length), scripts: ownScripts(words) };
    expect(seen.html).toBeLessThanOrEqual(html);
    expect(seen.scripts).toBeGreaterThan(1);
    expect(seen.scripts).toBeLessThanOrEqual(scripts);
  });
