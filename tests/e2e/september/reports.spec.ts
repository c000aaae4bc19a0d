import { expect } from "@playwright/test";
import { expectGoodPage, phone, refusedRequest, test, visit } from "../support";

// A form is first sent with something missing.
test.use({ expectedComplaints: [refusedRequest] });

test("governor 7 follows the results up and reports to the national sub-committee: dose beside results, a letter with its annex", async ({
  as,
}) => {
  const governor = await as("governor");
  await visit(governor, "/follow-ups");
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("รอบเดือนกันยายน");
  await expect(
    governor.getByRole("heading", { name: "ความถี่ในการติดตามและการเข้าร่วมจริง" }),
  ).toBeVisible();
  await expectGoodPage(governor);
  await governor.getByRole("rowheader", { name: "สูงเม่น" }).getByRole("link").click();
  await governor.waitForURL(/district=5404/);
  await expectGoodPage(governor);
  await visit(governor, "/province/daily");
  await expect(governor.getByRole("row").filter({ hasText: "สูงเม่น" })).toBeVisible();
  await expectGoodPage(governor);

  const treasury = await as("treasury");
  await visit(treasury, "/reports/new?month=2018-09");
  await treasury
    .getByLabel("ความเห็น ปัญหาอุปสรรค และข้อเสนอ")
    .fill("จังหวัดได้เร่งรัดอำเภอที่ยังติดตามไม่ครบ 3 แห่ง");
  await treasury.getByRole("button", { name: "บันทึกเป็นร่าง" }).click();
  await treasury.waitForURL("**/reports?month=2018-09");

  await visit(governor, "/reports");
  await expectGoodPage(governor);
  await governor
    .getByRole("link", { name: /กันยายน 2561/ })
    .filter({ hasText: "ร่าง" })
    .click();
  await governor.waitForURL(/reports\/[0-9a-f-]{36}/);
  await governor.getByRole("button", { name: "ลงนามหนังสือ" }).click();
  await expect(governor.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await governor.getByLabel("เลขที่หนังสือ").fill("พร 0023.3/1187");
  await expect(
    governor.getByText(/^ยังไม่ได้รับรายงานของเดือนกันยายน 2561 \d อำเภอ/).first(),
  ).toBeVisible();
  await governor.getByLabel(/^ทราบแล้ว ลงนามโดยไม่รอรายงาน/).check();
  await governor.getByRole("button", { name: "ลงนามหนังสือ" }).click();
  await expect(governor.getByText("ที่ พร ๐๐๒๓.๓/๑๑๘๗")).toBeVisible();
  await expect(governor.getByText("จังหวัดได้เร่งรัดอำเภอที่ยังติดตามไม่ครบ ๓ แห่ง")).toBeVisible();
  await expectGoodPage(governor);
  await governor.emulateMedia({ media: "print" });
  await expect(governor.getByRole("button", { name: "บันทึกว่าส่งแล้ว" })).toBeHidden();
  await expect(governor.getByRole("heading", { name: /^แบบรายงานผลการดำเนินการ/ })).toBeVisible();
  await governor.emulateMedia({ media: "screen" });

  await visit(treasury, new URL(governor.url()).pathname);
  await treasury.getByLabel("ระบบสารบรรณอิเล็กทรอนิกส์").check();
  await treasury.getByRole("button", { name: "บันทึกว่าส่งแล้ว" }).click();
  await expect(treasury.getByText("ส่งแล้ว 14 ก.ย. 61 ระบบสารบรรณอิเล็กทรอนิกส์")).toBeVisible();
});

test("in September the second round is there by itself, and June's is over: a result, and no work", async ({
  as,
}) => {
  const page = await as("doae.sungmen", phone);
  await visit(page, "/");
  const due = page.getByRole("link", { name: "ถึงรอบติดตาม (รอบ ก.ย.)" });
  await expect(due).toHaveAttribute("href", /round=september_open/);
  const closed = page.getByRole("link", { name: /รอบ มิ.ย. ปิดแล้ว ไม่ได้ติดตามในรอบ/ });
  await expect(closed).toHaveCount(1);
  await expect(closed).toHaveAttribute("href", /round=june_open/);
  await due.click();
  await page.waitForURL(/round=september_open/);
  await page
    .locator("main")
    .locator('a[href^="/holders/"]')
    .filter({ hasText: /^นา/ })
    .first()
    .click();
  await page.waitForURL(/\/holders\/[0-9a-f-]+$/);
  await expect(page.getByText("ปิดแล้ว ไม่ได้ติดตามในรอบ")).toBeVisible();
  await expect(page.getByText("ถึงรอบแล้ว")).toBeVisible();
  // Even if something else is more urgent, the contact of this round can be recorded from here.
  await page.getByRole("link", { name: "บันทึกการติดตาม" }).click();
  await page.waitForURL("**/contacts/new");
  await expectGoodPage(page);
});
