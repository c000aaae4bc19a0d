import { expect, type Page } from "@playwright/test";
import { expectAccessible, phone, refusedRequest, test, visit } from "./support";

test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

test("two devices that changed one draft show both, and the officer says which goes on", async ({
  as,
}) => {
  const laptop = await as("baac.wangchin");
  await visit(laptop, "/holders?cohort=must_reach&state=assigned");
  const person = await laptop.locator("main a[href^='/holders/']").last().getAttribute("href");
  const form = `${person}/assessment?q=identity`;
  const telephone = await as("baac.wangchin", phone);
  await visit(laptop, form);
  await visit(telephone, form);

  await tick(laptop, "ดูบัตรประชาชนแล้ว ชื่อตรงกัน");
  await expectSaved(laptop);
  await tick(telephone, "ผู้ใหญ่บ้านหรือกำนันยืนยัน");
  const both = telephone.getByRole("alertdialog");
  await expect(both).toContainText("มีร่างที่ใหม่กว่าจากเครื่องอื่น");
  await expect(both.getByRole("row", { name: /ยืนยันตัวผู้มีบัตร/ })).toContainText(
    "ผู้ใหญ่บ้านหรือกำนันยืนยันดูบัตรประชาชนแล้ว ชื่อตรงกัน",
  );
  await expectAccessible(telephone);
  await both.getByRole("button", { name: "ใช้ฉบับในเครื่องนี้" }).click();
  await expectSaved(telephone);

  await tick(laptop, "ถามปีเกิดและหมู่ที่แล้ว ตรงกัน");
  await laptop.getByRole("alertdialog").getByRole("button", { name: "ใช้ฉบับที่บันทึกไว้" }).click();
  await expect(laptop.getByRole("radio", { name: "ผู้ใหญ่บ้านหรือกำนันยืนยัน" })).toBeChecked();
  await visit(laptop, form);
  await expect(laptop.getByRole("radio", { name: "ผู้ใหญ่บ้านหรือกำนันยืนยัน" })).toBeChecked();
});

async function tick(page: Page, choice: string) {
  await page.getByRole("radio", { name: choice }).click();
}

async function expectSaved(page: Page) {
  await expect(page.getByText(/^บันทึกร่างแล้ว \d\d\.\d\d น\.$/)).toBeVisible();
}
