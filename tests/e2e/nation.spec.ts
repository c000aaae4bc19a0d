import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { expectGoodPage, numberIn, phone, signInByOnePress, test, visit } from "./support";

/** What คณะอนุกรรมการติดตามฯ and the Ministry read: the country in nine numbers, a province's districts, and a file of 77 lines. */
test("the national reader signs in, sees the nine numbers, goes to a province's districts by keys, and nowhere else", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL });
  await signInByOnePress(page, "nation");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^มีตัวเลขของ 1 จาก 77 จังหวัด/);
  await expectGoodPage(page);
  const onward = page.getByRole("main").getByRole("link", { name: "ดูภาพรวมทั้งประเทศ" });
  await onward.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/nation");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "ผู้มีบัตร 11,469 คน ใน 1 จาก 77 จังหวัด",
  );
  const table = page.getByRole("table", { name: "จำแนกตามเกณฑ์อายุและเกณฑ์รายได้" });
  const rows = [
    ["ไม่เกิน 60 ปี", "5,273", "5,272,881", "2,573", "2,573,145", "7,846", "7,846,026"],
    ["เกิน 60 ปี", "3,076", "3,075,811", "547", "547,347", "3,623", "3,623,158"],
    ["รวม", "8,349", "8,348,692", "3,120", "3,120,492", "11,469", "11,469,184"],
  ] as const;
  for (const [name, ...numbers] of rows) {
    const row = table.getByRole("row").filter({
      has: page.getByRole("rowheader", { name, exact: true }),
    });
    await expect(row).toHaveText(
      new RegExp(
        numbers.map((number, at) => (at % 2 === 0 ? number : `จาก ${number}`)).join("\\s*"),
      ),
    );
  }
  await expectGoodPage(page);
  await page.getByText("อีก 76 จังหวัด ไม่มีข้อมูล").click();
  await expect(page.getByText("กรุงเทพมหานคร · ")).toBeVisible();
  const province = page.getByRole("link", { name: "แพร่", exact: true });
  await province.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/nation?province=54");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("รายอำเภอ จังหวัดแพร่");
  await expect(page.getByRole("row")).toHaveCount(10);
  await expectGoodPage(page);
  for (const path of ["/holders", "/search", "/province", "/catalogue", "/nation?province=55"]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await page.close();
});

test("the file has 77 lines by code, numbers as numbers, words for what is not known, and the page's own sum", async ({
  as,
}) => {
  const page = await as("nation", phone);
  await visit(page, "/nation");
  await expectGoodPage(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "ไฟล์ XLSX รายจังหวัด" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^ตัวเลขรายจังหวัด .*\.xlsx$/);
  const { sheets } = await readXlsx(await readFile(await file.path()));
  const [, , headers, ...lines] = sheets[0]?.rows ?? [];
  expect(headers?.slice(0, 4)).toEqual(["รหัส", "จังหวัด", "อำเภอที่มีข้อมูล", "ผู้มีบัตรทั้งหมด"]);
  const provinces = lines.slice(0, -1);
  expect(provinces).toHaveLength(77);
  expect(provinces.map(([code]) => code)).toEqual(provinces.map(([code]) => code).sort());
  const own = provinces.find(([code]) => code === "54");
  expect(own?.slice(0, 4)).toEqual(["54", "แพร่", 8, 11_469]);
  for (const line of provinces.filter((one) => one !== own))
    expect(new Set(line.slice(2)), String(line[1])).toEqual(new Set(["ไม่มีข้อมูล"]));
  const title = numberIn(await page.getByRole("heading", { level: 1 }).textContent());
  expect(lines.at(-1)?.[3]).toBe(title);
});
