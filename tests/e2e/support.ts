import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { demoOfficers } from "@tests/builders/demo-officers";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Look = BrowserContextOptions & {
  /** Signs in by the page even where this worker has a session of the officer already. */
  afresh?: boolean;
};

type Fixtures = {
  /** Browser messages that this test allows; any other message, and any error of a page, fails it. */
  expectedComplaints: RegExp[];
  /** A window of its own, watched, nobody signed in. */
  openWindow: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window in which this officer of the demo is signed in. */
  as: (login: string, look?: Look) => Promise<Page>;
};

/** A phone as account officers carry it. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

export const test = base.extend<Fixtures, { sessions: Map<string, StorageState> }>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  expectedComplaints: [[], { option: true }],
  openWindow: async ({ browser, expectedComplaints }, use) => {
    const windows: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      windows.push(context);
      context.on("weberror", (error) => complaints.push(String(error.error())));
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      return context.newPage();
    });
    for (const context of windows) await context.close();
    expect(
      complaints.filter((text) => !expectedComplaints.some((expected) => expected.test(text))),
      "complaints of the browser",
    ).toEqual([]);
  },
  as: async ({ openWindow, sessions }, use) => {
    await use(async (login, { afresh = false, ...look } = {}) => {
      const page = await openWindow({
        ...look,
        storageState: afresh ? undefined : sessions.get(login),
      });
      if (!afresh && sessions.has(login)) return page;
      await signInByOnePress(page, login);
      if (!afresh) sessions.set(login, await page.context().storageState());
      return page;
    });
  },
});

/** An officer of the demo, found by login. */
export function officer(login: string) {
  const found = demoOfficers.find((each) => each.login === login);
  if (!found) throw new Error(`The demo has no ${login}`);
  return found;
}

/** The demo's sign-in page lists its people by place; one click signs in. */
export async function signInByOnePress(page: Page, login: string) {
  const { name } = officer(login);
  await visit(page, "/sign-in");
  const person = page.getByRole("listitem").filter({ hasText: name }).getByRole("button");
  if (!(await person.isVisible()))
    await page.locator("details").filter({ hasText: name }).locator("summary").click();
  await person.click();
  // An agency's officer is led on to the catalogue.
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await ready(page);
}

/** Opens an address and waits until its buttons answer. */
export async function visit(page: Page, path: string) {
  const answer = await page.goto(path);
  await ready(page);
  return answer;
}

/** React has taken over the page: from now on a click is not lost. */
export async function ready(page: Page) {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return main && Object.keys(main).some((key) => key.startsWith("__reactProps"));
  });
}

/** A change or a job that the test needs but does not check, through the one entry that the pages use. */
export async function command<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  const answer = await page.request.post("/api/commands", {
    headers: { origin: await originOf(page) },
    data: { name, id: randomUUID(), input },
  });
  const result = (await answer.json()) as { ok: boolean; value: Value };
  expect(result, name).toMatchObject({ ok: true });
  return result.value;
}

/** Our own origin, as our pages send it. */
export async function originOf(page: Page): Promise<string> {
  if (!page.url().startsWith("http")) await page.goto("/");
  return new URL(page.url()).origin;
}

/** Types a day (`ddmmyyyy`, B.E.) into the date field of that label, part by part as it is typed by hand. */
export async function typeDay(page: Page, label: string, digits: string) {
  await page.getByRole("group", { name: label }).getByRole("spinbutton").first().click();
  await page.keyboard.type(digits);
}

/** A page as everybody should meet it: a headline, nothing serious for axe, nothing that scrolls sideways. */
export async function expectGoodPage(page: Page) {
  // After a link the page may be there before its title.
  await expect(page).toHaveTitle(/./);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

export async function expectNoSidewaysScroll(page: Page) {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, `${page.url()}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
}

/** No heading of a table is broken inside a word; where rows are stacked there are headings for readers only. */
export async function expectWholeHeadings(page: Page) {
  const heads = "table:not([data-stack]) thead th span span";
  const broken = await page.locator(heads).evaluateAll((words) =>
    words
      .filter((word) => {
        const range = document.createRange();
        range.selectNodeContents(word);
        return range.getClientRects().length > 1;
      })
      .map((word) => word.textContent),
  );
  expect(broken, `${page.url()}: headings broken inside a word`).toEqual([]);
}

/** Rules that axe finds minor and we hold all the same. */
const held = ["empty-table-header"];

/**
 * All rules of axe, but only violations are reported: listing passes takes most of its time. Our pages have no frames,
 * so it runs in the page itself ("legacy") instead of gathering its result in a page of its own. That a page has a title is
 * asked beside it: after a link the old title is gone for a moment before the new one has come.
 */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], rules: { "document-title": { enabled: false } } })
    .analyze();
  const serious = violations
    .filter(({ id, impact }) => impact === "serious" || impact === "critical" || held.includes(id))
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(serious, `${page.url()}: what axe finds serious`).toEqual([]);
  await expect(page).toHaveTitle(/\S/);
}

/** The browser's own message about a refused request: not an error of ours. */
export const refusedRequest = /status of 4\d\d/;
/** The same of a lost connection. */
export const lostConnection = /ERR_INTERNET_DISCONNECTED/;

/** "1,234 ราย" as a number. */
export function numberIn(text: string | null): number {
  const digits = /\d[\d,]*/.exec(text ?? "")?.[0];
  if (!digits) throw new Error(`No number in ${text}`);
  return Number(digits.replaceAll(",", ""));
}
