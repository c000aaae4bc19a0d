import { expect, type Page } from "@playwright/test";
import { typeDay, visit } from "./support";

const scan = {
  name: "หนังสือ.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7 หนังสือกระทรวงการคลัง"),
};

/** A letter of the Ministry; days as they are typed, `ddmmyyyy` B.E. */
type Letter = { number: string; on: string; from: string; about: string };

/** From the scan of a letter to its draft, opened, which changes nothing yet. */
export async function draftOf(page: Page, { number, on, from, about }: Letter) {
  await visit(page, "/rules/new");
  await page.getByLabel(/ไฟล์สแกน/).setInputFiles(scan);
  await page.getByRole("button", { name: "เก็บไฟล์สแกน" }).click();
  await page.getByLabel("เลขที่หนังสือ").fill(number);
  await typeDay(page, "ลงวันที่", on);
  await typeDay(page, "มีผลใช้ตั้งแต่วันที่", from);
  await page.getByLabel("หนังสือว่าอย่างไร").fill(about);
  await page.getByRole("button", { name: "ตั้งร่าง" }).click();
  await page.getByRole("link", { name: about }).click();
  await expect(page.getByText("ยังไม่เปลี่ยนอะไรจากฉบับเดิม")).toBeVisible();
}

/** The last month of a draft that is open is June 2562, as point 2 of its letter says. */
export async function extendToJune(page: Page) {
  await page.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await page.getByLabel("เดือนสุดท้าย", { exact: true }).selectOption("2019-06");
  await page.getByLabel("อยู่ข้อใดของหนังสือ").fill("ข้อ 2");
  await page.getByRole("button", { name: "บันทึกเป็นร่างใหม่" }).first().click();
}

/** Its test case: who came in February has it for sixteen months. */
export async function addFebruaryCase(page: Page) {
  await page.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await page.getByRole("link", { name: "กรณีทดสอบ" }).click();
  await page
    .getByLabel("กรณีนี้ว่าอย่างไร")
    .fill("ผู้ที่มาแจ้งในเดือนกุมภาพันธ์ 2561 ได้รับถึงเดือนมิถุนายน 2562 รวม 16 เดือน");
  await page.getByLabel("รายได้ต่อปี (บาท)").fill("25,000");
  await typeDay(page, "วันที่ตอบว่าประสงค์ที่จุดรับแจ้ง (ไม่บังคับ)", "12022561");
  await page.getByLabel("ต้องได้เดือนละ (บาท)").fill("200");
  await page.getByLabel("ถึงเดือน").selectOption("2019-06");
  await page.getByLabel("รวม (บาท)", { exact: true }).fill("3,200");
  await page.getByRole("button", { name: "เพิ่มกรณีทดสอบ" }).click();
  await expect(page.getByText("ตอบตรง", { exact: true })).toBeVisible();
}
