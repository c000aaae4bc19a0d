import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { expectGoodPage, phone, test, visit } from "./support";

/** A head asks for the papers of a meeting, waits and takes them along; the list says who did. */
test("a chief asks with the keyboard, waits, and takes workbook and pages into the meeting", async ({
  as,
}) => {
  const page = await as("chief.mueang");
  await visit(page, "/packs");
  await expectGoodPage(page);
  await page.getByLabel("ข้อมูลของ").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "จัดทำ", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  const made = page.getByRole("listitem").filter({ hasText: "อำเภอเมืองแพร่" }).first();
  await expect(made.getByRole("link", { name: /^ดาวน์โหลด Excel/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(made).toContainText("ยังไม่มีผู้ดาวน์โหลด");
  await expectGoodPage(page);
  const fetched = async (name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      made.getByRole("link", { name }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      bytes: await readFile((await download.path()) as string),
    };
  };
  const book = await fetched(/^ดาวน์โหลด Excel/);
  expect(book.name).toMatch(/^เอกสารประกอบการประชุม อำเภอเมืองแพร่.*\.xlsx$/);
  const { sheets } = await readXlsx(new Uint8Array(book.bytes));
  expect(sheets.map(({ name }) => name)).toContain("รายตำบล");
  for (const name of [/^ดาวน์โหลด PDF/, /^ดาวน์โหลด สรุปหนึ่งหน้า/]) {
    const paper = await fetched(name);
    expect(paper.name).toMatch(/อำเภอเมืองแพร่.*\.pdf$/);
    expect(paper.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  }
  await visit(page, "/packs");
  await expect(page.getByRole("listitem").filter({ hasText: "Excel, PDF ทั้งชุด" })).toBeVisible();
});

test("the governor chooses the whole province or a district, on a telephone as well", async ({
  as,
}) => {
  const page = await as("governor", phone);
  await visit(page, "/packs");
  await expectGoodPage(page);
  await page.getByRole("link", { name: "ลอง", exact: true }).click();
  await page.waitForURL("**/packs?district=5403");
  await expectGoodPage(page);
});
