import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { exportAs } from "./exports";
import { expectGoodPage, numberIn, test, visit } from "./support";

test("the governor sees the districts side by side, and each number opens its list", async ({
  as,
}) => {
  const page = await as("governor");
  // Number and list are read again if another scene has worked in between.
  for (const column of [1, 3, 5])
    await expect(async () => {
      await visit(page, "/province");
      const row = page
        .getByRole("row")
        .filter({ hasText: /^อำเภอสอง|^สอง/ })
        .first();
      const link = row.locator("td, th").nth(column).getByRole("link");
      const count = numberIn(await link.textContent());
      await link.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        `ผู้มีบัตร ${count.toLocaleString("en-US")} คน`,
        { timeout: 10_000 },
      );
    }).toPass({ timeout: 60_000 });
});

test("the province's sums are those of its districts", async ({ as }) => {
  const page = await as("governor");
  await visit(page, "/province");
  const table = page.getByRole("table", { name: "รายอำเภอ", exact: true });
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => cell.textContent ?? "")),
    );
  const total = await table.locator("tfoot tr").locator("th, td").allTextContents();
  expect(rows).toHaveLength(8);
  for (const column of [1, 2, 3])
    expect(
      rows.reduce((all, row) => all + countIn(row[column]), 0),
      `column ${column}`,
    ).toBe(countIn(total[column]));
});

test("the governor's home leads to the districts that lack account officers, which add up to its headline", async ({
  as,
}) => {
  const page = await as("governor");
  await visit(page, "/");
  const [missing = 0, districts = 0] =
    ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")
      .match(/\d+/g)
      ?.map(Number) ?? [];
  await page.getByRole("link", { name: "ดูอำเภอที่ขาด AO" }).click();
  await page.waitForURL("**/province#officers");
  const table = page.getByRole("table", { name: "AO รายอำเภอ" });
  await expect(table).toBeInViewport();
  const short = (await table.locator("tbody tr").locator("td:nth-child(2)").allInnerTexts())
    .map(countIn)
    .filter((count) => count > 0);
  expect(short).toEqual([...short].sort((a, b) => b - a));
  expect({ districts: short.length, missing: short.reduce((sum, each) => sum + each, 0) }).toEqual({
    districts,
    missing,
  });
  await table.getByRole("link", { name: "อำเภอ", exact: true }).click();
  await page.waitForURL("**/province?officers=name#officers");
  await expect(table.locator("tbody tr").first()).toContainText("เมืองแพร่");

  // The other table of the page is ordered by itself, and this one stays as it was.
  const districtTable = page.getByRole("table", { name: "รายอำเภอ", exact: true });
  await districtTable.getByRole("link", { name: "ยังต้องพบ", exact: true }).click();
  await page.waitForURL("**/province?officers=name&areas=to_meet#areas");
  const toMeet = (
    await districtTable.locator("tbody tr").locator("td:nth-child(5)").allInnerTexts()
  ).map(numberIn);
  expect(toMeet).toEqual([...toMeet].sort((a, b) => b - a));
  await expect(districtTable.getByRole("columnheader", { name: "ยังต้องพบ" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(table.locator("tbody tr").first()).toContainText("เมืองแพร่");
  await expectGoodPage(page);
});

test("the governor reads a district's page, and has what he reads as a file with masked numbers", async ({
  as,
}) => {
  const page = await as("governor");
  await visit(page, "/district/5406");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("อำเภอสอง");
  await expectGoodPage(page);
  await visit(page, "/exports?district=5406&subdistrict=540605");
  await expect(page.getByRole("radio", { name: /แสดงครบ 13 หลัก/ })).toHaveCount(0);
  await expectGoodPage(page);
  const csv = await readFile(await exportAs(page, "csv"), "utf8");
  expect(csv).toContain("x-xxxx");
  expect(csv).not.toMatch(/\d{13}|\d-\d{4}-\d{5}-\d\d-\d/);
});

test.describe("the provincial officer's files", () => {
  test("hold whole numbers only with a reason", async ({ as }) => {
    const page = await as("treasury");
    await visit(page, "/exports?district=5406&subdistrict=540605&state=unassigned");
    await page.getByRole("radio", { name: /แสดงครบ 13 หลัก/ }).check();
    await page.getByRole("button", { name: "ส่งออก", exact: true }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
    await expect(page.getByText(/^กรุณาระบุเหตุผลอย่างน้อย 10 ตัวอักษร/).first()).toBeVisible();
    await page.getByLabel("เหตุผลที่ต้องใช้เลขเต็ม").fill("ส่งให้ธนาคารตามหนังสือที่ กค 0415/12");
    await expectGoodPage(page);
    const csv = await readFile(await exportAs(page, "csv"), "utf8");
    expect(csv).toMatch(/\d{13}|\d-\d{4}-\d{5}-\d\d-\d/);
    expect(csv).not.toContain("x-xxxx");
  });

  test("hold the table of areas too", async ({ as }) => {
    const page = await as("treasury");
    await visit(page, "/exports?list=areas");
    const csv = await readFile(await exportAs(page, "csv"), "utf8");
    for (const heading of [
      ...["อำเภอ", "กลุ่มที่ต้องไปพบ", "ได้คำตอบแล้ว", "มาพบแล้ว รอสัมภาษณ์", "ยังต้องพบ"],
      ...["พ้นจากการไปพบ", "ต้องสัมภาษณ์", "รอมอบหมาย AO"],
    ])
      expect(csv).toContain(heading);
    expect(csv).toContain("วังชิ้น");
  });
});

/** A dash means zero. */
const countIn = (text: string | undefined) => (text && /\d/.test(text) ? numberIn(text) : 0);
