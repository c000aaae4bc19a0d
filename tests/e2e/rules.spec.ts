import { expect, type Page } from "@playwright/test";
import { addFebruaryCase, draftOf } from "./rule-letter";
import { expectGoodPage, phone, refusedRequest, test, visit } from "./support";

/** A letter of the Ministry becomes rules: recorded by one officer of the treasury, checked with the letter by another. */

// A form is sent incomplete on purpose, to see what it says.
test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

const about = "ขยายเวลาวงเงินเพิ่มเติมถึงเดือนมิถุนายน 2562";
const saved = (page: Page) => page.getByRole("button", { name: "บันทึกเป็นร่างใหม่" }).first();

test("from the letter to the day on which it holds: recorded, what it changes, checked by another officer", async ({
  as,
}) => {
  test.slow();
  const first = await as("treasury");
  await visit(first, "/rules");
  await expect(first.getByRole("heading", { name: "ฉบับที่มีผลใช้" })).toBeVisible();
  await expectGoodPage(first);
  await first.getByRole("link", { name: "บันทึกตามหนังสือกระทรวง" }).click();
  await expectGoodPage(first);
  await draftOf(first, { number: "กค ๐๔๐๒/ว ๑๒", on: "20022561", from: "01012562", about });

  await first.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await expectGoodPage(first);
  await first.getByLabel("เดือนสุดท้าย", { exact: true }).selectOption("2019-06");
  await saved(first).click();
  await expect(first.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await first.getByLabel("อยู่ข้อใดของหนังสือ").fill("ข้อ 2");
  await saved(first).click();
  const change = first.getByRole("row").filter({ hasText: "เดือนสุดท้าย" });
  await expect(change).toContainText("ธันวาคม 2561");
  await expect(change).toContainText("มิถุนายน 2562");
  await expect(change).toContainText("หนังสือที่ กค 0402/ว 12 ลงวันที่ 20 กุมภาพันธ์ 2561 ข้อ 2");
  await expect(first.getByText("ยังไม่มีกรณีทดสอบ ต้องมีอย่างน้อยหนึ่งกรณี")).toBeVisible();

  await addFebruaryCase(first);
  // Whoever recorded it does not check it.
  await expect(first.getByText("ท่านเป็นผู้บันทึกร่างนี้", { exact: false })).toBeVisible();
  await expect(first.getByRole("button", { name: /ตรงกับหนังสือ ให้มีผล/ })).toHaveCount(0);

  const second = await as("treasury2", phone);
  await visit(second, "/rules");
  await second.getByRole("link", { name: about }).click();
  await expect(second.getByRole("link", { name: "เปิดสแกนของหนังสือ" })).toBeVisible();
  await expectGoodPage(second);
  await second.getByRole("button", { name: "ตรงกับหนังสือ ให้มีผลใช้ตั้งแต่ 1 มกราคม 2562" }).click();
  await expect(second.getByText("ตรวจทานแล้ว รอวันมีผล")).toBeVisible();
  await expectGoodPage(second);

  // Everybody reads which rules hold and which are coming; nobody reads drafts but who answers for them.
  const chief = await as("chief.mueang", phone);
  await visit(chief, "/rules");
  await expect(chief.getByRole("listitem").filter({ hasText: about })).toContainText(
    "ตรวจทานแล้ว รอวันมีผล",
  );
  await expect(chief.getByText("ร่างที่รอตรวจทานกับหนังสือ")).toHaveCount(0);
  await expectGoodPage(chief);
});
