import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { exportAs } from "./exports";
import { expectGoodPage, numberIn, test, visit } from "./support";

/** อำเภอสอง: no other journey changes its people. */
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
    const doors = await doorsOf(page);
    expect(doors.length).toBeGreaterThan(20);
    const chosen = [
      doors.find(({ href }) => href.includes("block=met_waiting")),
      doors.find(({ href }) => href.includes("state=assigned")),
      doors.find(({ href }) => href.includes("officer=")),
      doors.find(({ href }) => href.includes("subdistrict=") && href.includes("answer=yes")),
      doors.find(({ href }) => href.includes("age=over_60") && href.includes("income=")),
    ];
    for (const door of chosen) {
      expect(door).toBeDefined();
      if (!door) continue;
      await page.goto(door.href);
      await expect(page.getByRole("heading", { level: 1 }), door.href).toHaveText(
        `ผู้มีบัตร ${door.count.toLocaleString("en-US")} คน`,
      );
      await expect(page.locator("tbody tr"), door.href).toHaveCount(Math.min(door.count, 50));
    }
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

/** Every number of the page that is a link to a list. */
async function doorsOf(page: Page): Promise<{ href: string; count: number }[]> {
  const found = await page
    .locator('main a[href^="/holders?"]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""] as const),
    );
  return found.flatMap(([href, text]) =>
    /\d/.test(text) ? [{ href, count: numberIn(text) }] : [],
  );
}
