import { expect, type Page } from "@playwright/test";
import { expectGoodPage, numberIn, originOf, visit } from "./support";

type Card = { name: string; count: number; href: string };

const inHeading = async (page: Page) =>
  numberIn(await page.getByRole("heading", { level: 1 }).textContent());
const inText = (text: RegExp) => async (page: Page) =>
  numberIn(await page.getByText(text).first().textContent());
const rows = (selector: string) => (page: Page) => page.locator("main").locator(selector).count();

/** How many each list shows, by its address; a list that goes over several pages says how many it has. */
const shownBy: Record<string, (page: Page) => Promise<number>> = {
  "/holders": inHeading,
  "/referrals": inText(/^[\d,]+ รายการที่ตรงเงื่อนไข$/),
  "/ministry": inText(/^[\d,]+ รายการ$/),
  "/assign/waiting": inHeading,
  "/calendar": rows("section > div li"),
  "/transfers": rows("section > ul > li"),
  "/corrections": rows("li > a[href*='open=']"),
  "/inquiries": rows("li > a[href^='/inquiries/']"),
  "/resolutions": rows("tbody tr"),
  "/district/confirmations": rows("ul > li > :is(section, article, div)"),
  "/desk/confirmations": rows("tbody tr"),
  "/district/officers": rows("tbody tr"),
  "/district/co-interviews": inHeading,
  "/co-interviews": inHeading,
  "/desk/today": rows("tbody tr"),
  "/imports": rows("tbody tr"),
  "/registrations": rows("tbody tr"),
  "/province/decisions": rows("li"),
  "/province/agencies": rows("li"),
  // A district whose order waits for the governor is another line of the home.
  "/province/teams": rows("tbody tr:has-text('ยังไม่ได้แต่งตั้ง')"),
  "/agency/tasks": rows("li"),
  "/announcements": rows("ul > li > a"),
  "/reports": rows("li > a[href^='/reports/']"),
};

async function cardsOf(page: Page): Promise<Card[]> {
  await page.goto("/");
  const links = page.locator("main").locator("ul a:has(.figures)");
  return Promise.all(
    (await links.all()).map(async (link) => ({
      name: (await link.textContent()) ?? "",
      count: numberIn(await link.locator(".figures").first().textContent()),
      href: (await link.getAttribute("href")) ?? "",
    })),
  );
}

/** How to count on the page that a card opens. */
function counterOf({ href, name }: Card) {
  const { pathname, searchParams } = new URL(href, "http://x");
  // Who has not sent a month's report has no report to open: their names are counted.
  const counter = searchParams.has("month") ? rows("li.py-2:not(:has(a))") : shownBy[pathname];
  if (!counter) throw new Error(`${name} opens ${href}, and nobody has said how to count there`);
  return counter;
}

/**
 * A window of the same officer that runs no scripts: the numbers come from the server, and a page is read many times
 * faster than it is drawn.
 */
async function plainWindow(page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await page
    .context()
    .browser()
    ?.newContext({
      storageState,
      javaScriptEnabled: false,
      baseURL: await originOf(page),
    });
  if (!context) throw new Error("The window has no browser");
  return context.newPage();
}

/**
 * Each number of somebody's home page is how many the list has that it opens. Other scenes work at the same time, so that
 * number and list are read again if they differ.
 * @returns the addresses that were opened
 */
export async function expectExactCards(page: Page): Promise<string[]> {
  await visit(page, "/");
  await expectGoodPage(page);
  const plain = await plainWindow(page);
  const cards = await cardsOf(plain);
  for (const card of cards) {
    const shown = counterOf(card);
    let now: Card | undefined = card;
    await expect(async () => {
      // Somebody has just done the last of them.
      if (!now) return;
      await plain.goto(card.href);
      const listed = await shown(plain);
      if (listed !== now.count)
        now = (await cardsOf(plain)).find((each) => each.href === card.href);
      expect(listed, `${card.name} (${card.href})`).toBe(now?.count ?? listed);
    }).toPass({ timeout: 60_000 });
  }
  await plain.context().close();
  const last = cards.at(-1);
  if (last) {
    await visit(page, last.href);
    await expectGoodPage(page);
  }
  return cards.map(({ href }) => href);
}
