import { expect, type Page } from "@playwright/test";
import { expectGoodPage, phone, test, visit } from "./support";

/** What is asked of the office: corrections, inquiries, people on no list; in ร้องกวาง. */

// A form that is sent incomplete is refused, and the browser says so.
test.use({ expectedComplaints: [[/422/], { scope: "test" }] });

/** The address of somebody of the caseload, the nth of the list. */
async function somebody(page: Page, nth: number): Promise<string> {
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const link = page.getByRole("main").locator('a[href^="/holders/"]').nth(nth);
  return (await link.getAttribute("href")) ?? "";
}

test("a correction takes two people and says what changed", async ({ as }) => {
  const officer = await as("baac.rongkwang", phone);
  const file = await somebody(officer, 1);
  await visit(officer, `${file}/correction`);
  await expectGoodPage(officer);
  await officer.getByRole("radio", { name: /^รายได้ต่อปีตามรายชื่อ/ }).check();
  await officer.getByLabel("รายได้ปี 2559 (บาทต่อปี)").fill("52000");
  await officer.getByRole("button", { name: "ส่งคำขอ" }).click();
  await expect(officer.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await officer.getByLabel("หลักฐาน").fill("หนังสือรับรองเงินเดือน");
  await officer.getByLabel("เลขที่เอกสาร").fill("99/2561");
  await officer.getByRole("button", { name: "ส่งคำขอ" }).click();
  await officer.waitForURL(`**${file}?history=requests`);
  await expect(officer.getByText("รอพิจารณา").first()).toBeVisible();
  await expectGoodPage(officer);

  const secretary = await as("secretary.rongkwang");
  await visit(secretary, `${file}?history=requests`);
  const sum = secretary.locator("details", { hasText: "52,000 บาท" }).last();
  await expect(sum.getByText(/52,000 บาท/)).toBeHidden();
  await sum.locator("summary").click();
  await expect(sum.getByText(/52,000 บาท/)).toBeVisible();

  const treasury = await as("treasury");
  await visit(treasury, file);
  await treasury.getByRole("link", { name: "พิจารณาคำขอ" }).click();
  await expect(treasury.getByText("หนังสือรับรองเงินเดือน เลขที่ 99/2561")).toBeVisible();
  await expectGoodPage(treasury);
  await treasury.getByLabel("อนุมัติ", { exact: true }).check();
  await treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();
  await treasury.waitForURL("**/corrections");

  await visit(officer, "/notifications");
  await expectGoodPage(officer);
  await officer
    .getByRole("link", { name: /คำขอแก้ไขข้อมูลของท่านได้รับการพิจารณาแล้ว/ })
    .first()
    .click();
  await officer.waitForURL(`**${file}?history=requests`);
  await expect(officer.getByText(/จากเดือนละ 200 บาท เป็น 100 บาท ตั้งแต่ มี\.ค\. 61/)).toBeVisible();
});

test("an inquiry has an owner, a due day and an answer", async ({ as }) => {
  const desk = await as("desk1.rongkwang", phone);
  await visit(desk, "/inquiries/new");
  await expectGoodPage(desk);
  await desk.getByLabel("ยังไม่ได้รับวงเงิน").check();
  await desk.getByLabel("เรื่องที่สอบถามหรือร้องเรียน").fill("เงินเพิ่มเติมเดือนนี้ยังไม่เข้าบัตร");
  await desk.getByLabel("ผู้แจ้ง", { exact: true }).fill("นางแจ้ง เรื่อง");
  const owner = desk.getByLabel("ผู้รับผิดชอบตอบ");
  const secretaryName = await owner
    .locator("option")
    .filter({ hasText: "ปลัดอำเภอ" })
    .first()
    .getAttribute("value");
  await owner.selectOption(secretaryName ?? "");
  await desk.getByRole("button", { name: "บันทึกเรื่อง" }).click();
  await desk.waitForURL("**/inquiries");
  await expect(desk.getByText("เงินเพิ่มเติมเดือนนี้ยังไม่เข้าบัตร")).toBeVisible();
  await expectGoodPage(desk);

  const secretary = await as("secretary.rongkwang");
  await visit(secretary, "/inquiries?state=mine");
  await expectGoodPage(secretary);
  const line = secretary.getByRole("link", { name: /เงินเพิ่มเติมเดือนนี้ยังไม่เข้าบัตร/ });
  await expect(line).toContainText("15 วัน");
  await line.click();
  await expectGoodPage(secretary);
  await secretary.getByLabel("คำตอบ").fill("เงินเข้าบัตรทุกวันที่ 1 แจ้งผู้สอบถามแล้ว");
  await secretary.getByRole("button", { name: "บันทึกคำตอบและปิดเรื่อง" }).click();
  await secretary.waitForURL("**/inquiries");
  await visit(secretary, "/inquiries?state=answered");
  await expect(secretary.getByText("เงินเพิ่มเติมเดือนนี้ยังไม่เข้าบัตร")).toBeVisible();
  await visit(secretary, "/district");
  await expect(secretary.getByRole("heading", { name: "เรื่องสอบถาม/ร้องเรียน" })).toBeVisible();
});

test("somebody who was on no list gets his original day", async ({ as }) => {
  const officer = await as("cdd.rongkwang");
  const file = await somebody(officer, 4);
  await visit(officer, file);
  await officer.getByRole("button", { name: "แสดงเลข" }).click();
  const number = officer.getByText(/^\d-\d{4}-\d{5}-\d{2}-\d$/);
  const nationalId = (await number.textContent())?.replaceAll("-", "") ?? "";

  const treasury = await as("treasury");
  await visit(treasury, "/registrations?district=5402&state=waiting");
  await expectGoodPage(treasury);
  // The one who has waited longest: others of today are decided by other scenes meanwhile.
  const link = treasury.getByRole("main").locator('a[href^="/registrations/"]').last();
  const person = (await link.getAttribute("href")) ?? "";
  await visit(treasury, person);
  await expectGoodPage(treasury);
  await treasury.getByLabel(/พบในรายชื่อด้วยเลขอื่น/).check();
  await treasury.getByLabel("เลขประจำตัวประชาชนในรายชื่อ").fill(nationalId);
  await treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();
  await expect(treasury.getByText("ท่านเป็นผู้เสนอเรื่องนี้")).toBeVisible();

  const governor = await as("governor");
  await visit(governor, person);
  await expectGoodPage(governor);
  await governor.getByLabel("อนุมัติ", { exact: true }).check();
  await governor.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("ได้วันเดิมแล้ว");

  await visit(officer, file);
  await expect(officer.getByText("แสดงความประสงค์พัฒนาตนเอง").first()).toBeVisible();
  await expect(officer.getByText("มาพบแล้ว รอสัมภาษณ์").first()).toBeVisible();
});
