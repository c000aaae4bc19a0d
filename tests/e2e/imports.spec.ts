import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { asUpload, expectEquation, fullName, importPeople, listFile, newPerson } from "./register";
import { expectGoodPage, phone, ready, refusedRequest, test, visit } from "./support";

const here = { subdistrictCode: "540504" };
const somebody = () => newPerson(here);

test("rows that cannot be imported are told with their reasons, and can be taken home", async ({
  as,
}) => {
  const page = await as("treasury");
  const [good, wrongDigit, noIncome, rich, unborn] = Array.from({ length: 5 }, somebody);
  if (!good || !wrongDigit || !noIncome || !rich || !unborn) throw new Error("unreachable");
  wrongDigit.nationalId = `${wrongDigit.nationalId.slice(0, 12)}${(Number(wrongDigit.nationalId[12]) + 1) % 10}`;
  rich.income = 100_001;
  unborn.birthDateWritten = "31/02/2512";
  const text = listFile([good, wrongDigit, noIncome, rich, unborn, good]).toString();
  const file = text
    .split("\n")
    .map((line) => (line.startsWith(noIncome.nationalId) ? line.replace("18000", "-") : line))
    .join("\n");

  await upload(page, Buffer.from(file));
  await expectHeadline(page, "ตรวจแล้ว 6 แถว นำเข้าได้ 1 แถว");
  await expectEquation(page, { rows: 6, created: 1, rejected: 5 });
  await expect(page.getByText("ยังไม่ได้บันทึกเข้าระบบ").first()).toBeVisible();
  const rejected = page.getByRole("table").filter({ hasText: "เหตุผล" });
  for (const [row, reason] of [
    ["3", "เลขประจำตัวประชาชนหลักตรวจสอบไม่ถูกต้อง"],
    ["4", "รายได้เป็นขีดหรือเขียนว่าไม่มีรายได้"],
    ["5", "รายได้ติดลบ หรือเกินรายได้สูงสุดของผู้มีบัตร"],
    ["6", "วันเกิดไม่ถูกต้อง ปีมีเพียงสองหลัก"],
    ["7", "เลขประจำตัวประชาชนซ้ำกับแถวก่อนหน้า"],
  ] as const)
    await expect(
      rejected.getByRole("row").filter({ has: page.getByText(row, { exact: true }) }),
    ).toContainText(reason);
  await expectGoodPage(page);
  await page.setViewportSize(phone.viewport);
  await expectGoodPage(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "ดาวน์โหลดเฉพาะแถวที่นำเข้าไม่ได้" }).click();
  const { sheets } = await readXlsx(await readFile(await (await downloading).path()));
  const lines = sheets[0]?.rows.map((cells) => cells.map((cell) => String(cell ?? ""))) ?? [];
  expect(lines).toHaveLength(6);
  expect(lines[0]?.at(-1)).toBe("เหตุผลที่นำเข้าไม่ได้");
  // Text, so that a spreadsheet leaves it alone.
  expect(lines[1]?.[0]).toBe(wrongDigit.nationalId);
  expect(lines[1]).toContain(wrongDigit.lastName);
  expect(lines[1]?.at(-1)).toBe("เลขประจำตัวประชาชนหลักตรวจสอบไม่ถูกต้อง");
  await expect(page.getByText("ไฟล์มีเลขประจำตัวประชาชนเต็มทุกหลัก")).toBeVisible();
  await discard(page);
});

test("where a name means two places the officer chooses one", async ({ as }) => {
  const page = await as("treasury");
  const person = newPerson({ subdistrictCode: "540402" });
  // ตำบลน้ำชำ is in two districts of the province, and this list does not say in which.
  const file = Buffer.from(
    [
      "เลขประจำตัวประชาชน,ชื่อ,นามสกุล,ตำบล,รายได้ปี 2559",
      [person.nationalId, person.firstName, person.lastName, "น้ำชำ", 12_000].join(","),
    ].join("\n"),
  );
  await upload(page, file);
  await checkColumns(page);
  await expectHeadline(page, "ตรวจแล้ว 1 แถว นำเข้าได้ 0 แถว");
  await expect(page.getByRole("button", { name: /540103/ })).toBeVisible();
  await page.getByRole("button", { name: /540402/ }).click();
  await page.getByRole("button", { name: "ใช้ตำบลที่เลือก 1 แถว และตรวจใหม่" }).click();
  await expectHeadline(page, "ตรวจแล้ว 1 แถว นำเข้าได้ 1 แถว");
  await page.getByRole("button", { name: "บันทึก 1 ราย" }).click();
  await expectHeadline(page, "บันทึกแล้ว 1 ราย จาก 1 แถว");

  await visit(page, "/search");
  await find(page, person.nationalId);
  await expect(page.getByRole("link", { name: fullName(person) })).toContainText("ตำบลน้ำชำ");
});

test("the same file twice changes nothing", async ({ as }) => {
  const page = await as("treasury");
  const people = [somebody(), somebody()];
  await importPeople(page, people);
  await upload(page, listFile(people));
  await expectHeadline(page, "ตรวจแล้ว 2 แถว ไม่มีข้อมูลใหม่ให้บันทึก");
  await expectEquation(page, { rows: 2, unchanged: 2 });
  await discard(page);
});

test("a batch is taken back as a whole", async ({ as }) => {
  const page = await as("treasury");
  const person = somebody();
  const batchId = await importPeople(page, [person]);
  await visit(page, `/imports/${batchId}`);
  await page.getByRole("button", { name: "ยกเลิกการนำเข้าครั้งนี้ทั้งหมด" }).click();
  await expect(page.getByRole("dialog")).toContainText("รายใหม่ 1 รายจะถูกนำออก");
  await page.getByRole("dialog").getByRole("button", { name: "ยกเลิกการนำเข้าทั้งหมด" }).click();
  await expectHeadline(page, /^ยกเลิกการนำเข้าครั้งที่ [\d,]+ แล้ว$/);

  await visit(page, "/search");
  await find(page, person.nationalId);
  await expect(page.getByRole("link", { name: fullName(person) })).toHaveCount(0);
  await expect(page.getByText("ไม่พบ").first()).toBeVisible();
});

test("a run can be left and found again", async ({ as }) => {
  const page = await as("treasury");
  const people = [somebody(), somebody(), somebody()];
  await upload(page, listFile(people));
  await expectHeadline(page, "ตรวจแล้ว 3 แถว นำเข้าได้ 3 แถว");
  const address = new URL(page.url()).pathname;
  const started = page.waitForResponse(/api\/commands/);
  await page.getByRole("button", { name: "บันทึก 3 ราย" }).click();
  await started;
  await page.close();

  const later = await as("treasury");
  await visit(later, "/imports");
  await later.locator(`a[href="${address}"]`).click();
  await expectHeadline(later, "บันทึกแล้ว 3 ราย จาก 3 แถว");
});

test("a file of another kind is refused in one sentence", async ({ as }) => {
  const page = await as("treasury");
  await sendFile(page, Buffer.from("%PDF-1.7\n1 0 obj\n"), "รายชื่อ.csv");
  await expect(page.getByText("ไฟล์นี้ไม่ใช่ CSV หรือ XLSX")).toBeVisible();
  await expectGoodPage(page);

  const oldWorkbook = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  await sendFile(page, oldWorkbook, "รายชื่อ.xls");
  await expect(page.getByText("ไฟล์เป็น .xls รุ่นเก่า ใช้ไม่ได้")).toBeVisible();

  await visit(page, "/imports/new");
  await page.getByRole("button", { name: "ส่งไฟล์และตรวจ" }).click();
  await expect(page.getByRole("link", { name: "เลือกไฟล์ก่อน" })).toBeVisible();
});

test.describe("who may not", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

  test("the governor sees the batches and can begin none", async ({ as }) => {
    const page = await as("governor");
    await visit(page, "/imports");
    await expect(page.getByRole("link", { name: "นำเข้ารายชื่อครั้งใหม่" })).toHaveCount(0);
    expect((await page.goto("/imports/new"))?.status()).toBe(404);
  });
});

async function sendFile(page: Page, file: Buffer, name: string) {
  await visit(page, "/imports/new");
  await page.getByLabel("ไฟล์จากกระทรวงการคลัง").setInputFiles(asUpload(name, file));
  await page.getByRole("button", { name: "ส่งไฟล์และตรวจ" }).click();
}

/** Sends a list with the Ministry's headings; where nobody has checked its columns before, they are checked. */
async function upload(page: Page, file: Buffer) {
  await sendFile(page, file, "รายชื่อเพิ่ม.csv");
  await checkColumns(page);
}

async function checkColumns(page: Page) {
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText(/^คอลัมน์ใดคือข้อมูลใด$|^ตรวจแล้ว/);
  if (!(await headline.textContent())?.startsWith("คอลัมน์")) return;
  await ready(page);
  await page.getByRole("button", { name: "ตรวจรายชื่อ" }).click();
  await expect(headline).toHaveText(/^ตรวจแล้ว/);
}

async function discard(page: Page) {
  await page.getByRole("button", { name: "ยกเลิก", exact: true }).click();
  await expect(page).toHaveURL(/\/imports$/);
}

async function expectHeadline(page: Page, text: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
}

async function find(page: Page, words: string) {
  await page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(words);
  await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
}
