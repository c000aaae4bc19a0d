import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { exportAs } from "./exports";
import { expectGoodPage, numberIn, test, visit } from "./support";

/** อำเภอสอง. */
const chief = "chief.song";

test.describe("the chief's page", () => {
  test("its states sum up to everybody, and its blocks to their states", async ({ as }) => {
    const page = await as(chief);
    await visit(page, "/district");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^อำเภอสอง: ต้อง(สัมภาษณ์อีก|ใช้ AO) /,
    );
    const everybody = numberIn(
      await page.getByRole("heading", { name: /^กลุ่มเป้าหมาย “ทุกคน”/ }).textContent(),
    );
    const blocks = await numbersIn(page, "สถานะของกลุ่มเป้าหมายทุกคน", "> li > a strong");
    expect(sum(blocks)).toBe(everybody);
    for (const [index, block] of ["ได้คำตอบแล้ว", "มาพบแล้ว รอสัมภาษณ์", "ยังต้องพบ"].entries())
      expect(sum(await numbersIn(page, block)), block).toBe(blocks[index]);
  });

  test("a number opens the list of exactly those it counts", async ({ as }) => {
    const page = await as(chief);
    await visit(page, "/district");
    expect((await doorsOf(page)).length).toBeGreaterThan(20);
    const chosen: ((href: string) => boolean)[] = [
      (href) => href.includes("block=met_waiting"),
      (href) => href.includes("state=assigned"),
      (href) => href.includes("officer="),
      (href) => href.includes("subdistrict=") && href.includes("answer=yes"),
      (href) => href.includes("age=over_60") && href.includes("income="),
    ];
    // Number and list are read again if another scene has worked in between.
    for (const isChosen of chosen)
      await expect(async () => {
        await visit(page, "/district");
        const door = (await doorsOf(page)).find(({ href }) => isChosen(href)) as Door;
        await visit(page, door.href);
        const heading = await page.getByRole("heading", { level: 1 }).textContent();
        expect(heading, door.href).toBe(`ผู้มีบัตร ${door.count.toLocaleString("en-US")} คน`);
        expect(await page.locator("tbody tr").count(), door.href).toBe(Math.min(door.count, 50));
      }).toPass({ timeout: 60_000 });
  });

  test("on paper it is the numbers without the screen's furniture", async ({ as }) => {
    const page = await as(chief);
    await visit(page, "/district");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^กลุ่มเป้าหมาย “ทุกคน”/ })).toBeVisible();
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.locator("[data-chrome]").filter({ visible: true })).toHaveCount(0);
  });

  test("a list narrows by its links and can be left again", async ({ as }) => {
    const page = await as(chief);
    await visit(page, "/holders");
    const all = numberIn(await page.getByRole("heading", { level: 1 }).textContent());
    await page.getByRole("link", { name: "กลุ่มสมัครใจ" }).click();
    await expect(page).toHaveURL(/cohort=voluntary/);
    await page.getByRole("link", { name: "เลิกกรอง: กลุ่มสมัครใจ" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `ผู้มีบัตร ${all.toLocaleString("en-US")} คน`,
    );
    await expectGoodPage(page);
  });
});

test("the chief's files never hold a whole number, and he is told so", async ({ as }) => {
  const page = await as(chief);
  await visit(page, "/holders?subdistrict=540605&state=unassigned");
  await page.getByRole("link", { name: "ส่งออกรายการนี้" }).click();
  await expect(page.getByText("เลขประจำตัวประชาชนในไฟล์จะปกปิดบางส่วนเสมอ")).toBeVisible();
  await expect(page.getByRole("radio", { name: /แสดงครบ 13 หลัก/ })).toHaveCount(0);
  const csv = await readFile(await exportAs(page, "csv"), "utf8");
  expect(csv).toMatch(/x-xxxx-xxxx\d-\d\d-\d/);
  expect(csv).not.toMatch(/\d{13}/);
});

/** The numbers within a named part of the page, in their order. */
async function numbersIn(page: Page, name: string, where = "strong"): Promise<number[]> {
  const texts = await page.getByLabel(name, { exact: true }).locator(where).allTextContents();
  return texts.map(numberIn);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

type Door = { href: string; count: number };

/** Every number of the page that is a link to a list. */
async function doorsOf(page: Page): Promise<Door[]> {
  const found = await page
    .locator('main a[href^="/holders?"]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""] as const),
    );
  return found.flatMap(([href, text]) =>
    /\d/.test(text) ? [{ href, count: numberIn(text) }] : [],
  );
}
