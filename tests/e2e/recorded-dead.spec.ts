import { expect, type Page } from "@playwright/test";
import { command, expectGoodPage, phone, test, typeDay, visit } from "./support";

/** Who was recorded as dead and comes to the desk, and who moved within the province: nobody is lost. */

/** Somebody of the officer's whom nobody has met yet. */
async function ofCaseload(page: Page, nth: number): Promise<string> {
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const main = page.getByRole("main");
  const href = await main.locator('a[href^="/holders/"]').nth(nth).getAttribute("href");
  return href ?? "";
}

test("a yes of somebody recorded as dead is taken, and counts once the chief has withdrawn the death", async ({
  as,
}) => {
  const ao = await as("gsb.mueang");
  const file = await ofCaseload(ao, 6);
  const holderId = file.split("/").at(-1) ?? "";
  const death = { kind: "deceased", departedOn: "2018-02-05", source: "headman" };
  const { departureId } = await command<{ departureId: string }>(ao, "recordDeparture", {
    holderId,
    ...death,
    sourceDetail: "ผู้ใหญ่บ้านแจ้ง",
    presentAddress: null,
  });
  const secretary = await as("secretary.mueang");
  const confirmed = { kind: "departure", findingId: departureId, outcome: "confirmed", note: null };
  await command(secretary, "confirmFinding", confirmed);

  const desk = await as("desk1.mueang");
  await visit(desk, `/desk/holders/${holderId}`);
  await expect(desk.getByText("ระบบมีบันทึกว่าเสียชีวิตเมื่อ 5 กุมภาพันธ์ 2561")).toBeVisible();
  await expectGoodPage(desk);
  const name = (await desk.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await desk.getByRole("checkbox", { name: /ถามปีเกิดและหมู่ที่แล้ว/ }).check();
  await desk.getByRole("radio", { name: "ประสงค์", exact: true }).check();
  for (const consent of await desk.getByRole("radio", { name: "ยินยอม", exact: true }).all())
    await consent.check();
  await desk.getByRole("radio", { name: "ลงลายมือชื่อ" }).check();
  await desk.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
  await expect(desk.getByText(/^5401-\d{6}$/)).toBeVisible();

  await visit(ao, file);
  await expect(ao.getByText("รอตรวจสอบ: แจ้งหลังจากมีการบันทึกว่าเสียชีวิต").first()).toBeVisible();
  await expect(ao.getByText(/^รอตรวจสอบ: แจ้งประสงค์หลังจาก/)).toBeVisible();
  await expectGoodPage(ao);

  const chief = await as("chief.mueang");
  await visit(chief, "/district/confirmations?kind=after_death");
  await expectGoodPage(chief);
  const card = chief.getByRole("listitem").filter({ hasText: name });
  await card.getByLabel("ถอนการบันทึก").check();
  await card.getByLabel("ตรวจจากอะไร").fill("พบตัวพร้อมบัตรประชาชน");
  await card.getByRole("button", { name: "บันทึกผลการตรวจสอบ" }).click();
  await expect(card).toHaveCount(0);
  await visit(ao, file);
  await expect(ao.getByRole("heading", { name: /วงเงินเพิ่มเติม.*2,000/ })).toBeVisible();
  await expect(ao.getByText(/ถอนการบันทึกเมื่อ .*พบตัวพร้อมบัตรประชาชน/)).toBeVisible();
});

test("a move within the province asks the new district; the case stays with its officer until it answers", async ({
  as,
}) => {
  const page = await as("gsb.mueang", phone);
  const file = await ofCaseload(page, 7);
  await visit(page, `${file}/visit`);
  await page.getByLabel("เสียชีวิต หรือย้าย").check();
  await page.getByLabel("ย้าย", { exact: true }).check();
  await typeDay(page, "วันที่เสียชีวิตหรือย้าย", "20022561");
  await page.getByLabel("ทะเบียนบ้าน").check();
  await page.getByLabel("ชื่อผู้ให้ข้อมูล หรือเลขที่เอกสาร").fill("ทะเบียนบ้านเลขที่ 9");
  await page.getByLabel("อำเภออื่นในจังหวัดนี้").check();
  await page.getByLabel("อำเภอที่ย้ายไปอยู่").selectOption({ label: "ลอง" });
  await page.getByLabel("ที่อยู่ใหม่").fill("12 หมู่ 3 ต.ห้วยอ้อ");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(`**${file}?*`);
  await expect(page.getByText("มี AO แล้ว รอนัดหมาย").first()).toBeVisible();

  const other = await as("secretary.long");
  await visit(other, "/transfers");
  await expect(other.getByText(/ย้ายเมื่อวันที่ 20 กุมภาพันธ์ 2561: ทะเบียนบ้านเลขที่ 9/)).toBeVisible();
  await expectGoodPage(other);
});
