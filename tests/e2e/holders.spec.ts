import { expect } from "@playwright/test";
import { expectGoodPage, phone, test, visit } from "./support";

const login = "cdd.sungmen";
const smallPhone = { ...phone, viewport: { width: 360, height: 780 } };

test("on a phone a person is one row of two lines, seven are in sight, and a press anywhere opens the file", async ({
  as,
}) => {
  const page = await as(login, smallPhone);
  await visit(page, "/holders");
  const rows = page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
  const bar = await page.getByRole("navigation", { name: "เมนูหลัก" }).last().boundingBox();
  const foot = Math.min(bar?.y ?? 780, 780);
  const boxes = await Promise.all(
    [...Array(20).keys()].map((index) => rows.nth(index).boundingBox()),
  );
  const heights = boxes.map((box) => box?.height ?? Number.NaN);
  expect(Math.max(...heights), String(heights)).toBeLessThanOrEqual(64);
  const inSight = boxes.filter((box) => box && box.y + box.height <= foot);
  expect(inSight.length).toBeGreaterThanOrEqual(7);

  const called = rows.filter({ has: page.locator("a[href^='tel:']") }).first();
  const call = await called.locator("a[href^='tel:']").boundingBox();
  expect(Math.min(call?.width ?? 0, call?.height ?? 0)).toBeGreaterThanOrEqual(48);
  await expectGoodPage(page);

  const row = await called.boundingBox();
  const person = await called.getByRole("rowheader").textContent();
  if (!row) throw new Error("no row");
  await page.touchscreen.tap(row.x + 40, row.y + row.height - 10);
  await page.waitForURL(/\/holders\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person ?? "");
});

for (const [width, look] of [
  ["a phone", smallPhone],
  ["a desk's screen", {}],
] as const)
  test(`on ${width} the list has the box for a name, and Enter twice opens who was found`, async ({
    as,
  }) => {
    const page = await as(login, look);
    await visit(page, "/holders");
    const name = (await page.getByRole("rowheader").nth(12).textContent()) ?? "";
    const box = page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ");
    // The list is what was opened: the box does not bring up the keyboard of a phone.
    await expect(box).not.toBeFocused();
    await box.fill(name);
    await box.press("Enter");
    const found = page.getByRole("main").getByRole("link", { name }).first();
    await expect(found).toBeFocused();
    expect(page.url()).not.toContain("?");
    await expectGoodPage(page);

    await box.fill("");
    await box.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "พบ" })).toHaveCount(0);
    await box.fill(name);
    await box.press("Enter");
    await expect(found).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/holders\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  });
