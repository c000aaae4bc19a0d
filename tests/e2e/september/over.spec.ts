import { expect } from "@playwright/test";
import { expectGoodPage, phone, test, visit } from "../support";

/** What was for January, February and the home visits is over: it is said in the past and asked of nobody. */
test("in September nobody is asked to prepare February", async ({ as }) => {
  const governor = await as("governor");
  await visit(governor, "/province/readiness");
  await expectGoodPage(governor);
  await expect(governor.getByRole("heading", { level: 1 })).not.toContainText("พร้อมแล้ว");
  await expect(governor.getByText("ยังไม่ได้ซักซ้อมความเข้าใจกับทีม")).toHaveCount(0);
  const past = governor.getByRole("region", { name: "พ้นช่วงแล้ว ไม่มีบันทึกไว้" });
  await expect(past.getByText(/การซักซ้อมความเข้าใจกับทีม/).first()).toBeVisible();
  await expect(past.getByRole("link", { name: "ส่งข้อสั่งการ" })).toHaveCount(0);

  const chief = await as("chief.mueang");
  await visit(chief, "/assign");
  await expectGoodPage(chief);
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("ช่วงออกไปพบสิ้นสุดแล้ว");
  await expect(chief.locator("main form")).toHaveCount(0);
  await expect(chief.getByRole("link", { name: "เกลี่ยภาระงานของ AO" })).toHaveCount(0);
  await visit(chief, "/assign/balance");
  await expectGoodPage(chief);
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("ช่วงออกไปพบสิ้นสุดแล้ว");
  await expect(chief.getByRole("button", { name: /^ยืนยัน/ })).toHaveCount(0);
  await visit(chief, "/district/plan");
  await expectGoodPage(chief);
  await expect(chief.getByRole("button", { name: "บันทึกเป็นแผนฉบับใหม่" })).toHaveCount(0);
  await expect(chief.getByText("ปรับตัวเลขแล้วบันทึกเป็นแผนฉบับแรก")).toHaveCount(0);
  await visit(chief, "/district/supervision");
  await expectGoodPage(chief);
  await expect(chief.getByRole("link", { name: "เกลี่ยภาระงานของ AO" })).toHaveCount(0);

  const secretary = await as("secretary.mueang");
  for (const path of ["/desk/places", "/district/receiving", "/desk/station", "/desk"]) {
    await visit(secretary, path);
    await expectGoodPage(secretary);
    await expect(secretary.getByRole("link", { name: "ประกาศสถานที่" })).toHaveCount(0);
    await expect(secretary.getByRole("button", { name: /บันทึก|เปิด/ })).toHaveCount(0);
    await expect(secretary.getByText("รับแจ้งวันนี้ทั้งอำเภอ")).toHaveCount(0);
  }
  const officer = await as("cdd.mueang", phone);
  await visit(officer, "/calendar");
  await expectGoodPage(officer);
  await expect(officer.getByRole("heading", { name: "หมู่บ้านที่ยังไม่ได้วางแผน" })).toHaveCount(0);
  await visit(secretary, "/registrations/new");
  await expectGoodPage(secretary);
  await expect(secretary.locator("main form")).toHaveCount(0);
  await secretary.getByRole("link", { name: "รับเรื่องสอบถาม" }).click();
  await secretary.waitForURL("**/inquiries/new");
});

test("in September the treasury's first action is the month's, and a month never reported is named first", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/");
  await expect(treasury.getByRole("heading", { level: 1 })).toContainText("ยังไม่ได้ติดตาม");
  const action = treasury.getByRole("main").getByRole("link", { name: "ติดตามผล", exact: true });
  await expect(action.first()).toHaveAttribute("href", "/follow-ups");
  await expect(treasury.getByRole("link", { name: "นำเข้ารายชื่อ", exact: true })).toHaveCount(0);

  await visit(treasury, "/reports");
  await expectGoodPage(treasury);
  const months = treasury.getByRole("link", { name: /^จัดทำรายงานเดือน/ });
  await expect(months.first()).toHaveText("จัดทำรายงานเดือนกุมภาพันธ์ 2561");
  await months.last().click();
  await treasury.waitForURL("**/reports/new?month=2018-08");
  await expectGoodPage(treasury);
  // 31 August was a Friday: the last day whose numbers were kept, and nothing of September.
  await expect(treasury.getByRole("heading", { name: /^ตัวเลข ณ 31 สิงหาคม 2561/ })).toBeVisible();
  await expect(treasury.getByRole("cell", { name: "ไม่มีข้อมูล" })).toBeVisible();
});
