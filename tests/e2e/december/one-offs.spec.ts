import { expect, type Page } from "@playwright/test";
import { onDemoDatabase } from "../demo-database";
import { draftOf } from "../rule-letter";
import { expectGoodPage, test, visit } from "../support";

/** What a letter gives once: from the letter to the list of persons. The run that books it: one-offs.test.ts. */

const about = "เงินช่วยเหลือครั้งเดียวตามบัญชีรายชื่อ";

/** Two people to whom something is due, and nobody has left. */
async function twoDue() {
  const { rows } = await onDemoDatabase((client) =>
    client.query<{ id: string }>(
      `SELECT h.id FROM entitlement e JOIN holder h ON h.id = e.holder_id
       WHERE e.province_code = '54' AND e.first_month = '2018-03-01' AND e.last
         AND NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id) ORDER BY h.id DESC LIMIT 2`,
    ),
  );
  return rows;
}

async function nationalIdOf(page: Page, holderId: string): Promise<string> {
  const answer = await page.request.get(`/api/holders/${holderId}/national-id`);
  return ((await answer.json()) as { value: string }).value;
}

/** The sum of the letter and its test case, on a draft that is open. */
async function giveOnce(page: Page) {
  await page.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await page.getByRole("link", { name: "เงินครั้งเดียว" }).click();
  await page.getByLabel("ชื่อของเงิน").fill("เงินช่วยเหลือค่าเดินทาง");
  await page.getByLabel("อยู่ข้อใดของหนังสือ").fill("ข้อ 2");
  await page.getByLabel("เดือนที่ได้รับ").selectOption("2018-03");
  await page.getByLabel("จำนวนเงิน (บาท)").fill("500");
  await page.getByRole("button", { name: "บันทึกเป็นร่างใหม่" }).click();
  await page.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await page.getByRole("link", { name: "กรณีทดสอบ" }).click();
  await page.getByLabel("กรณีนี้ว่าอย่างไร").fill("ผู้ที่มีชื่อในบัญชีแนบหนังสือได้รับ 500 บาทครั้งเดียว");
  await page.getByLabel("รายได้ต่อปี (บาท)").fill("25,000");
  await page.getByLabel("อยู่ในบัญชี (ไม่บังคับ)").selectOption({ label: "เงินช่วยเหลือค่าเดินทาง" });
  await page.getByLabel("เงินครั้งเดียวรวม (บาท)").fill("500");
  await page.getByRole("button", { name: "เพิ่มกรณีทดสอบ" }).click();
  await expect(page.getByText("ตอบตรง", { exact: true })).toBeVisible();
}

/** Sends a list to be looked at, then keeps it. */
async function sendList(page: Page, ids: readonly string[]) {
  const lines = ["เลขประจำตัวประชาชน", ...ids, ids[0], "1234567890123"];
  const buffer = Buffer.from(lines.join("\n"));
  const file = { name: "บัญชีแนบ.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("ไฟล์บัญชีรายชื่อ (CSV หรือ XLSX)").setInputFiles(file);
  await page.getByRole("button", { name: "อ่านไฟล์" }).click();
  const keep = page.getByRole("button", { name: "บันทึกบัญชี 2 คน" });
  await expect(keep).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("ซ้ำคนเดิม")).toBeVisible();
  await expectGoodPage(page);
  await keep.click();
  await expect(page.getByText("รอตรวจทาน", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expectGoodPage(page);
}

test("a letter gives something once to a list: its file is sent, looked at and kept, and waits for another officer", async ({
  as,
}) => {
  test.slow();
  const people = await twoDue();
  const first = await as("treasury");
  await draftOf(first, { number: "กค 0402/ว 92", on: "10112561", from: "15112561", about });
  await giveOnce(first);
  const version = new URL(first.url()).pathname;
  const second = await as("treasury2");
  await visit(second, version);
  await second.getByRole("button", { name: /^ตรงกับหนังสือ/ }).click();
  await second.getByRole("link", { name: /ยังไม่มีรายชื่อ/ }).click();
  await second.waitForURL("**/rules/lists/once_2018_11_10_1");
  await expectGoodPage(second);

  const ids = await Promise.all(people.map(({ id }) => nationalIdOf(second, id)));
  await sendList(second, ids);
  await expect(second.getByText("ผู้บันทึกตรวจทานเองไม่ได้")).toBeVisible();
});
