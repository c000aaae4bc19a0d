import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { demoOfficers } from "@tests/builders/demo-officers";
import { parse } from "csv-parse/sync";
import { expectGoodPage, phone, refusedRequest, test, visit } from "../support";

// A form is first sent with something missing.
test.use({ expectedComplaints: [refusedRequest] });

const ao = "baac.sungmen";

/** Answers for every project of the plan, the same answer for all. */
async function tellProjects(page: Page, state: string) {
  const projects = page.getByRole("group", { name: /ตอนนี้เป็นอย่างไร/ });
  for (const project of await projects.all()) await project.getByLabel(state).check();
}

/** The person on top of the list of the round, by the card of the home page. */
async function openDuePerson(page: Page, card: RegExp) {
  await visit(page, "/");
  await page.getByRole("link", { name: card }).click();
  await page.waitForURL(/round=\w+_open/);
  await expectGoodPage(page);
  await page
    .locator("main")
    .locator('a[href^="/holders/"]')
    .filter({ hasText: /^นา/ })
    .first()
    .click();
  await page.waitForURL(/\/holders\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

test("AO 5 reports every contact into the Ministry's database: the round of June, the income now, the sheet to key", async ({
  as,
}) => {
  const page = await as(ao, {
    ...phone,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const file = await openDuePerson(page, /ถึงรอบติดตาม/);
  await expect(page.getByText("ถึงรอบแล้ว")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "บันทึกการติดตาม" }).click();
  await page.waitForURL(`**${file}/contacts/new`);
  await expectGoodPage(page);

  await page.getByRole("button", { name: "บันทึกการติดตาม" }).click();
  await expect(page.getByText("กรุณาเลือกหนึ่งข้อ").first()).toBeVisible();
  await page.getByLabel("พบที่บ้าน").check();
  await tellProjects(page, "กำลังเข้าร่วม");
  await page.getByLabel("รายได้ต่อเดือนโดยประมาณตอนนี้").fill("3,700");
  await page.getByLabel("ได้แล้ว", { exact: true }).check();
  await page.getByLabel("ชั่วโมงที่อบรมแล้ว").fill("18");
  await page.getByLabel("อื่น ๆ").check();
  await page.getByLabel("เรื่องอื่นที่ติดขัด").fill("น้ำท่วมแปลง");
  // The phone reloads the page: nothing that was typed is lost.
  await expect(page.getByText(/^บันทึกร่างแล้ว/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("ใส่สิ่งที่กรอกค้างไว้ครั้งก่อนให้แล้ว")).toBeVisible();
  await expectGoodPage(page);
  await expect(page.getByLabel("เรื่องอื่นที่ติดขัด")).toHaveValue("น้ำท่วมแปลง");
  await expect(page.getByLabel("พบที่บ้าน")).toBeChecked();
  await page.getByRole("button", { name: "บันทึกการติดตาม" }).click();
  await page.waitForURL(`**${file}`);
  const income = page.locator("details", { hasText: "3,700 บาท/เดือน" }).last();
  await income.locator("summary").click();
  await expect(income.getByText("3,700 บาท/เดือน")).toBeVisible();
  await expect(page.getByText("ติดตามแล้ว 15 มิ.ย. 61").first()).toBeVisible();
  await expect(page.getByText("ติดตาม: พบที่บ้าน").first()).toBeVisible();

  await page.getByRole("link", { name: "เปิดแบบบันทึกข้อมูล" }).click();
  await page.waitForURL("**/ministry/*");
  await expectGoodPage(page);
  await expect(page.getByText("3700", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "คัดลอกทั้งแถว" }).click();
  await expect(page.getByText("คัดลอกแล้ว").first()).toBeVisible();
  const row = await page.evaluate(() => navigator.clipboard.readText());
  expect(row.split("\t")[0]).toMatch(/^\d{13}$/);
  expect(row).toContain("น้ำท่วมแปลง");
  const sheet = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /บันทึกเข้าระบบแล้ว/ }).click();
  await page.waitForURL((url) => url.pathname !== sheet);
  await visit(page, sheet);
  await page.getByText("ประวัติการรายงาน").click();
  await expect(page.getByText(/^รายงานแล้ว · 15 มิ.ย. 61 โดย/)).toBeVisible();

  await visit(page, "/follow-ups");
  await expectGoodPage(page);
  await page.getByRole("link", { name: /^[\d,]+\s*1 ครั้ง/ }).click();
  await page.waitForURL(/contacts=1/);
  await expect(page.locator(`main a[href="${file}"]`).first()).toBeVisible();
});

test("nobody answers: two taps from the day's row, still due, and the district sees who was tried", async ({
  as,
}) => {
  const page = await as(ao, phone);
  await visit(page, "/day");
  const rows = page.getByRole("listitem").filter({ hasText: "ติดต่อไม่ได้" });
  const row = rows.nth(1);
  const file = await row.locator('a[href^="/holders/"]').first().getAttribute("href");
  await row.getByRole("link", { name: "ติดต่อไม่ได้" }).click();
  await page.getByLabel("ไม่มีผู้รับสาย").check();
  // A call comes in and the phone drops the page: what was tapped is still there.
  await expect(page.getByText(/^บันทึกร่างแล้ว/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("ไม่มีผู้รับสาย")).toBeChecked();
  await expectGoodPage(page);
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(/\/day\?/);
  await expect(page.getByRole("status")).toContainText("ยังต้องติดตามในรอบนี้");
  const tried = page.getByRole("listitem").filter({ has: page.locator(`a[href="${file}"]`) });
  await expect(tried).toContainText("ติดต่อไม่ได้ 1 ครั้ง ล่าสุด 15 มิ.ย. 61");

  const chief = await as("chief.sungmen");
  await visit(chief, "/follow-ups");
  await chief.getByRole("link", { name: /^ติดต่อไม่ได้อย่างน้อยหนึ่งครั้ง/ }).click();
  await chief.waitForURL(/round=june_tried/);
  await expectGoodPage(chief);
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("1 คน");
  await chief.locator(`main a[href="${file}"]`).click();
  await expect(chief.getByText("ติดต่อไม่ได้: ไม่มีผู้รับสาย")).toBeVisible();
});

test("district chief 9 reports into the Ministry's database: what bounced goes back to the AO, the rest goes out as one numbered file", async ({
  as,
}) => {
  const chief = await as("chief.sungmen");
  await visit(chief, "/ministry");
  await expect(chief.getByRole("heading", { level: 1 })).toContainText(
    "รอรายงานเข้าฐานข้อมูลกระทรวงการคลัง",
  );
  await expectGoodPage(chief);
  // What an account officer did goes back to them; a wish is the district's own to report.
  await visit(chief, "/ministry?kind=interview");
  await chief
    .getByRole("link", { name: /^เปิดแบบบันทึกข้อมูล/ })
    .first()
    .click();
  await chief.waitForURL("**/ministry/*");
  const sheet = new URL(chief.url()).pathname;
  await chief.getByRole("button", { name: /บันทึกเข้าระบบแล้ว/ }).click();
  await chief.waitForURL((url) => url.pathname !== sheet);
  await visit(chief, sheet);
  await chief.getByLabel("เหตุผลที่ส่งกลับ").fill("รหัส AO ไม่ตรงทะเบียน");
  await chief.getByRole("button", { name: "บันทึกว่าส่งกลับให้แก้ไข" }).click();
  await expect(chief.getByText("กระทรวงการคลังส่งกลับให้แก้ไข: รหัส AO ไม่ตรงทะเบียน")).toBeVisible();
  await expectGoodPage(chief);
  await visit(chief, "/ministry?state=bounced");
  const bounced = chief.getByRole("row").filter({ has: chief.locator(`a[href="${sheet}"]`) });
  const name = await bounced.getByRole("cell").nth(2).locator("div").textContent();

  // Its account officer finds it on top of their day and sends it again.
  const his = demoOfficers.find((each) => each.name === name)?.login ?? "";
  const officer = await as(his, phone);
  await visit(officer, "/");
  await officer.getByRole("link", { name: /กระทรวงการคลังส่งกลับให้แก้ไข/ }).click();
  await officer.waitForURL(/state=bounced/);
  await expectGoodPage(officer);
  await visit(officer, sheet);
  await officer.getByRole("button", { name: "ข้อมูลถูกต้องแล้ว ส่งใหม่" }).click();
  await expect(officer.getByRole("button", { name: /บันทึกเข้าระบบแล้ว/ })).toBeVisible();

  await visit(chief, "/ministry");
  await chief.getByLabel("CSV (UTF-8)").first().check();
  await chief.getByRole("button", { name: /^สร้างไฟล์ / }).click();
  await expect(chief.getByText("ไม่มีรายการที่ต้องส่งเป็นไฟล์")).toBeVisible();
  await expectGoodPage(chief);
  const ready = chief.getByRole("link", { name: "ดาวน์โหลด" }).first();
  const [download] = await Promise.all([chief.waitForEvent("download"), ready.click()]);
  expect(download.suggestedFilename()).toMatch(/^รายงานกระทรวงการคลัง ไฟล์ที่ \d+ อำเภอสูงเม่น/);
  const [header = [], ...lines] = parse(readFileSync(await download.path()), {
    bom: true,
  }) as string[][];
  expect(header[0]).toBe("เลขประจำตัวประชาชน");
  expect(lines.length).toBeGreaterThan(10);
  expect(new Set(lines.map(([id]) => id)).size).toBeGreaterThan(10);
  await visit(chief, "/ministry?state=reported");
  await expect(chief.getByText(/ไฟล์ที่ \d/).first()).toBeVisible();

  // The field order that the treasury sets is for the whole province; this test only reads it.
  const treasury = await as("treasury");
  await visit(treasury, "/ministry?district=5404&state=reported");
  await expectGoodPage(treasury);
  await visit(treasury, "/ministry/fields");
  await expectGoodPage(treasury);
});
