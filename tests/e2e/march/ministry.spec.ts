import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expectGoodPage, phone, test, typeDay, visit } from "../support";

/** A February yes on its way: the cut-off day, the file, the Ministry's answer, and what the counter can say of it. */
test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

type Line = { id: string; name: string; kind: string };
let lines: Line[] = [];
/** The first wish of the file: the one that the Ministry sends back, and that the counter is asked about. */
const returned = () => lines.find(({ kind }) => kind === "แสดงความประสงค์");

/** Everything that is unreported, as one file; its lines as they are downloaded. */
async function sendFile(page: Page): Promise<Line[]> {
  await visit(page, "/ministry");
  await page.getByLabel("CSV (UTF-8)").first().check();
  await page.getByRole("button", { name: /^สร้างไฟล์ / }).click();
  await expect(page.getByText("ไม่มีรายการที่ต้องส่งเป็นไฟล์")).toBeVisible();
  const ready = page.getByRole("link", { name: "ดาวน์โหลด" }).first();
  const [download] = await Promise.all([page.waitForEvent("download"), ready.click()]);
  const [, ...rows] = parse(readFileSync(await download.path()), { bom: true }) as string[][];
  return rows.map(([id = "", , first = "", last = "", , , kind = ""]) => ({
    id,
    name: `${first} ${last}`,
    kind,
  }));
}

const peopleOf = async (page: Page, label: string) => {
  const link = page.getByRole("link", { name: new RegExp(`^${label}\\s*[\\d,]+ คน$`) });
  const text = (await link.textContent()) ?? "";
  return Number(/([\d,]+) คน/.exec(text)?.[1]?.replaceAll(",", ""));
};

test("the treasury records the Ministry's letter, and the days are counted down beside the wishes", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/ministry");
  await expect(treasury.getByText("ยังไม่ได้บันทึกหนังสือของกระทรวงการคลัง")).toBeVisible();
  await treasury.getByRole("link", { name: "บันทึกหนังสือ" }).click();
  await treasury.waitForURL("**/ministry/cutoff");
  await expectGoodPage(treasury);
  await treasury.getByLabel("เลขที่หนังสือของกระทรวงการคลัง").fill("กค 0402.3/ว 12");
  await typeDay(treasury, "ลงวันที่", "01032561");
  await treasury.getByLabel("วันตัดยอดของทุกเดือน").selectOption("25");
  await treasury.getByLabel("ใช้ตั้งแต่เดือน").selectOption("2018-03");
  await treasury.getByRole("button", { name: "ใช้วันตัดยอดนี้" }).click();
  await treasury.waitForURL("**/ministry");
  await expect(treasury.getByText("วันตัดยอดของกระทรวง 25 มีนาคม 2561")).toBeVisible();
  for (const login of ["secretary.long", "baac.long"]) {
    const page = await as(login, phone);
    await visit(page, "/");
    await expect(page.getByText("วันตัดยอดของกระทรวง 25 มีนาคม 2561")).toBeVisible();
    await expect(page.getByText("อีก 11 วัน")).toBeVisible();
    await expectGoodPage(page);
  }
});

test("rows that are ticked are marked together, with keys alone", async ({ as }) => {
  const secretary = await as("secretary.long", phone);
  await visit(secretary, "/ministry?kind=wish");
  const boxes = secretary.getByRole("checkbox");
  for (const index of [0, 1]) {
    await boxes.nth(index).focus();
    await secretary.keyboard.press("Space");
  }
  await expect(secretary.getByText("เลือกไว้ 2 รายการ")).toBeVisible();
  await expectGoodPage(secretary);
  await secretary.getByRole("button", { name: "บันทึกเข้าระบบแล้ว 2 รายการ" }).press("Enter");
  await expect(secretary.getByText("ทำเครื่องหมายว่ารายงานแล้ว 2 รายการ")).toBeVisible();
});

test("a February yes is reported to the Ministry and never twice", async ({ as }) => {
  const chief = await as("chief.long");
  await visit(chief, "/district");
  const waiting = await peopleOf(chief, "ยังไม่รายงาน");
  expect(waiting).toBeGreaterThan(10);
  const told = await peopleOf(chief, "รายงานแล้ว รอคำตอบ");
  await expectGoodPage(chief);
  lines = await sendFile(chief);
  await visit(chief, "/district");
  expect(await peopleOf(chief, "ยังไม่รายงาน")).toBe(0);
  expect(await peopleOf(chief, "รายงานแล้ว รอคำตอบ")).toBe(told + waiting);
  // Nothing is left for a second file.
  await visit(chief, "/ministry");
  await expect(chief.getByText("ไม่มีรายการที่ต้องส่งเป็นไฟล์")).toBeVisible();
});

test("the Ministry's return file accepts lines and sends others back, once", async ({ as }) => {
  const treasury = await as("treasury");
  await visit(treasury, "/ministry/return-format");
  await treasury.getByLabel("หัวคอลัมน์เลขประจำตัวประชาชน").fill("เลขประจำตัวประชาชน");
  await treasury.getByLabel(/^หัวคอลัมน์ลำดับที่/).fill("ลำดับที่");
  await treasury.getByLabel("หัวคอลัมน์รหัสตอบกลับ").fill("รหัส");
  await treasury.getByLabel(/^รหัสที่หมายถึงตอบรับแล้ว/).fill("00 รับข้อมูลแล้ว");
  await treasury.getByLabel(/^รหัสที่หมายถึงส่งกลับให้แก้ไข/).fill("E1 ไม่พบเลขประจำตัวประชาชน");
  await treasury.getByLabel("หนังสือหรือที่มา").fill("หนังสือ กค 0402.3/ว 12");
  await expectGoodPage(treasury);
  await treasury.getByRole("button", { name: "ใช้รูปแบบนี้" }).click();
  await treasury.waitForURL("**/ministry");

  const chief = await as("chief.long");
  await visit(chief, "/ministry");
  await chief.getByText("บันทึกคำตอบของกระทรวง").first().click();
  expect(returned()).toBeDefined();
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.id,
    line === returned() ? "E1" : "00",
  ]);
  const answer = async (codes: string[][]) => {
    const table = stringify([["ลำดับที่", "เลขประจำตัวประชาชน", "รหัส"], ...codes]);
    await chief
      .getByLabel("ไฟล์ตอบกลับ (CSV หรือ XLSX)")
      .first()
      .setInputFiles({
        name: "ตอบกลับ.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(table),
      });
    await chief.getByRole("button", { name: "อ่านไฟล์และบันทึกคำตอบ" }).first().click();
  };
  await answer([["1", lines[0]?.id ?? "", "Z9"]]);
  await expect(chief.getByText(/รหัสที่ยังไม่ได้กำหนดความหมาย: Z9 \(1 แถว\)/)).toBeVisible();
  await answer(rows);
  await expect(chief.getByText(/บันทึกคำตอบแล้ว ตอบรับ/)).toBeVisible();
  await expect(
    chief.getByText(new RegExp(`ตอบรับ ${rows.length - 1} ส่งกลับ 1 รายการ$`)),
  ).toBeVisible();
  await expectGoodPage(chief);
  await answer(rows);
  await expect(chief.getByText("ไฟล์ตอบกลับนี้บันทึกไว้แล้ว ไม่มีรายการใดเปลี่ยน")).toBeVisible();
});

test("at the counter who has received nothing is told each step, and an inquiry begins with the person", async ({
  as,
}) => {
  const desk = await as("desk1.long", phone);
  await visit(desk, "/not-received");
  await expectGoodPage(desk);
  const line = returned();
  await desk.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(line?.id ?? "");
  await desk.getByRole("button", { name: "ค้นหา" }).click();
  await desk.getByRole("link", { name: new RegExp(line?.name ?? "") }).click();
  await desk.waitForURL("**/not-received/*");
  await expect(desk.getByText(/E1 ไม่พบเลขประจำตัวประชาชน/)).toBeVisible();
  await expect(desk.getByText("ยังไม่มีคำตอบเรื่องเติมวงเงินจากกระทรวง")).toBeVisible();
  await expect(desk.getByText(/อำเภอแก้ไขแล้วรายงานใหม่/)).toBeVisible();
  await expectGoodPage(desk);
  await desk.getByRole("link", { name: "รับเรื่องร้องเรียน/สอบถาม" }).click();
  await desk.waitForURL("**/inquiries/new?*");
  await expect(desk.getByLabel("ผู้แจ้ง", { exact: true })).toHaveValue(new RegExp(line?.name ?? ""));
  await expect(desk.getByLabel("ยังไม่ได้รับวงเงิน")).toBeChecked();
});
