import { expect, type Page } from "@playwright/test";
import {
  expectGoodPage,
  expectWholeHeadings,
  officer,
  phone,
  refusedRequest,
  test,
  visit,
} from "../support";

// A form is first sent with something missing.
test.use({ expectedComplaints: [refusedRequest] });

test("AO 6 reports to the head of the district's team, who sees who has not and reads it", async ({
  as,
}) => {
  const page = await as("cdd.sungmen", phone);
  await visit(page, "/duties");
  await page
    .getByRole("link", { name: "รายงานผลการดำเนินการให้คณะระดับอำเภอของทีม ปรจ. ทราบเป็นระยะ" })
    .click();
  await page.waitForURL("**/reports");
  // The month that has ended is due; that of June runs and may be reported all the same.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "เดือนพฤษภาคม 2561: ยังไม่ได้ส่งรายงาน",
  );
  await expectGoodPage(page);
  await page.getByRole("link", { name: "มิถุนายน 2561", exact: true }).click();
  await page.waitForURL(/month=2018-06/);
  await expectGoodPage(page);
  await page.getByRole("link", { name: "จัดทำรายงาน", exact: true }).click();
  await page.waitForURL(/reports\/new/);
  await expectGoodPage(page);
  await expectWholeHeadings(page);
  await page.getByRole("button", { name: "ส่งรายงานให้อำเภอ" }).click();
  await expect(page.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await page.getByLabel("ความเห็น ปัญหาอุปสรรค และข้อเสนอ").fill("กลุ่มทอผ้าเริ่มมีรายได้");
  await page.getByRole("button", { name: "ส่งรายงานให้อำเภอ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("เดือนมิถุนายน 2561: ส่งรายงานแล้ว");

  const chief = await as("chief.sungmen");
  await visit(chief, "/");
  // Many things wait for a chief in June: less urgent ones are folded away below.
  const toRead = chief.getByRole("link", { name: /รายงานรอรับทราบ/ });
  if (!(await toRead.isVisible())) await chief.locator("main summary").first().click();
  await toRead.click();
  await chief.waitForURL(/\/reports\?waiting=1$/);
  await expect(chief.getByRole("link", { name: officer("cdd.sungmen").name })).toBeVisible();
  await expectGoodPage(chief);
  await chief.getByRole("link", { name: "ดูทั้งหมด" }).click();
  await chief.waitForURL(/\/reports$/);
  await chief.getByRole("link", { name: "มิถุนายน 2561", exact: true }).click();
  await chief.waitForURL(/month=2018-06/);
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("ยังไม่ได้รับรายงาน");
  await expect(chief.getByText(officer("doae.sungmen").name)).toBeVisible();
  await expectGoodPage(chief);
  await chief.getByRole("link", { name: officer("cdd.sungmen").name }).click();
  await chief.waitForURL(/reports\/[0-9a-f-]{36}/);
  await expect(chief.getByText("กลุ่มทอผ้าเริ่มมีรายได้")).toBeVisible();
  await expect(chief.getByRole("cell", { name: /^ผู้มีแผนรายบุคคลที่ติดตาม/ })).toBeVisible();
  await expectGoodPage(chief);
  await chief.getByLabel("รับทราบ", { exact: true }).check();
  await chief.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(chief.getByText(/^รับทราบโดย /)).toBeVisible();
});

test("district chief 10 reports to the provincial sub-committee: staff prepare, the chief signs, the governor reads", async ({
  as,
}) => {
  const secretary = await as("secretary.sungmen");
  await visit(secretary, "/reports/new?month=2018-06");
  await secretary.getByLabel("ความเห็น ปัญหาอุปสรรค และข้อเสนอ").fill("ขอให้ ธ.ก.ส. เร่งตอบ 12 ราย");
  await secretary.getByRole("button", { name: "บันทึกเป็นร่าง" }).click();
  await secretary.waitForURL("**/reports?month=2018-06");

  const chief = await as("chief.sungmen");
  await visit(chief, "/");
  const toSign = chief.getByRole("link", { name: "1 รายงานรอท่านลงนาม" });
  if (!(await toSign.isVisible())) await chief.locator("main summary").first().click();
  await toSign.click();
  await chief.waitForURL(/\/reports\?waiting=sign$/);
  await expect(chief.getByRole("heading", { level: 1 })).toHaveText("รายงานรอท่านลงนาม 1 ฉบับ");
  await expectGoodPage(chief);
  await chief
    .getByRole("link", { name: /มิถุนายน 2561/ })
    .filter({ hasText: "ร่าง" })
    .click();
  await chief.waitForURL(/reports\/[0-9a-f-]{36}/);
  await expectGoodPage(chief);
  await chief.getByLabel("เลขที่หนังสือ").fill("พร 0418/77");
  await chief.getByRole("button", { name: "ลงนามและส่งให้จังหวัด" }).click();
  await expect(chief.getByText(/^ลงนามโดย นายสุรพล จินะวงศ์/)).toBeVisible();
  const report = new URL(chief.url()).pathname;
  await chief.emulateMedia({ media: "print" });
  await expect(chief.getByText("ขอให้ ธ.ก.ส. เร่งตอบ ๑๒ ราย")).toBeVisible();

  const governor = await as("governor");
  await visit(governor, "/reports?month=2018-06");
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("ยังไม่ได้รับรายงาน");
  await expectGoodPage(governor);
  await governor.getByRole("link", { name: /สูงเม่น/ }).click();
  await governor.waitForURL(`**${report}`);
  await governor.getByLabel("รับทราบ", { exact: true }).check();
  await governor.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(governor.getByText(/^รับทราบโดย /)).toBeVisible();

  await visit(chief, "/district/daily");
  await expect(chief.getByRole("heading", { level: 1 })).toHaveText(
    /^อ\.สูงเม่น ณ 14 มิ\.ย\. 2561 เวลา 16\.30 น\. ได้คำตอบแล้ว [\d,]+ จาก [\d,]+ คน \([+-]\d+[^)]*\) มาพบแล้วรอสัมภาษณ์ [\d,]+ ยังต้องพบ [\d,]+ พ้นจากการไปพบ \d+$/,
  );
  await expectGoodPage(chief);
  await expectShortDays(chief);
});

/** On a phone the week that runs, the earlier ones folded; on paper every day in one table. */
async function expectShortDays(page: Page) {
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(phone.viewport);
  await expectGoodPage(page);
  await expect(page.getByRole("table")).toHaveCount(1);
  expect(await page.getByRole("rowheader").count()).toBeLessThanOrEqual(5);
  const [earlier] = await page.getByText(/^สัปดาห์ /).all();
  await earlier?.click();
  await expect(page.getByRole("table")).toHaveCount(2);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table")).toHaveCount(1);
  expect(await page.getByRole("rowheader").count()).toBeGreaterThan(10);
  const row = await page.getByRole("row").nth(5).boundingBox();
  expect(row?.height, "forty days on a sheet of 1,040 pixels").toBeLessThanOrEqual(26);
}
