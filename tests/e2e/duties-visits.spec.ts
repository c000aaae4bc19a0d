import { expect, type Page } from "@playwright/test";
import { expectGoodPage, phone, test, typeDay, visit } from "./support";

/** The account officer's calendar, visits and their reports; in เมืองแพร่. */
const ao = "gsb.mueang";

/** Opens the file of a holder of the caseload who waits for an appointment, and returns its address. */
async function openSomebody(page: Page, nth: number): Promise<string> {
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const href = await page
    .getByRole("main")
    .locator('a[href^="/holders/"]')
    .nth(nth)
    .getAttribute("href");
  await visit(page, href ?? "");
  return href ?? "";
}

/** The state of "ทุกคน" as the case file says it. */
async function expectState(page: Page, state: string) {
  await expect(
    page.getByRole("definition").filter({ hasText: new RegExp(`^${state}`) }),
  ).toBeVisible();
}

test("AO 1 plans interviews in a calendar: a whole village on a day, and prints the call sheet", async ({
  as,
}) => {
  const page = await as(ao, phone);
  await visit(page, "/calendar");
  await expectGoodPage(page);
  const villages = page.getByRole("region", { name: "หมู่บ้านที่ยังไม่ได้วางแผน" }).getByRole("link");
  const name = (await villages.first().locator("strong").textContent()) ?? "";
  const people = (await villages.first().locator("span").textContent()) ?? "";
  await villages.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("วางแผนวันลงพื้นที่");
  await expectGoodPage(page);
  // As many as fit in a day are chosen; the whole village is said to be too much where it is.
  const count = Number(people.match(/\d+/)?.[0]);
  const chosen = page.getByRole("checkbox", { checked: true });
  await expect(chosen).toHaveCount(Math.min(count, 6));
  await page.getByRole("button", { name: `เลือกทั้งหมู่บ้าน ${people}` }).click();
  await expect(chosen).toHaveCount(count);
  await expect(page.getByText("อาจไม่ทันในวันเดียว")).toHaveCount(count > 6 ? 1 : 0);
  await page.getByRole("button", { name: `นัด ${people}`, exact: true }).click();
  await page.waitForURL("**/calendar?planned=*");
  await expect(page.getByRole("status")).toContainText(`นัดแล้ว ${people}`);
  const day = page.getByRole("region", { name: "27 กุมภาพันธ์ 2561" });
  await expect(day.getByRole("heading", { level: 3 }).filter({ hasText: name })).toContainText(
    people,
  );
  await day.getByRole("link", { name: "พิมพ์บัญชีนัดพบ" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("บัญชีนัดพบผู้มีบัตรสวัสดิการแห่งรัฐ");
  await expect(page.getByRole("row")).not.toHaveCount(1);
  await expect(page.getByText(/\d-\d{4}-\d{5}|x-xxxx/)).toHaveCount(0);
  await expectGoodPage(page);
});

test("AO 3 interviews those assigned: the visit that found nobody, the next day to meet, the slip for the holder", async ({
  as,
}) => {
  const page = await as(ao, phone);
  const file = await openSomebody(page, 0);
  await page.getByRole("link", { name: "บันทึกการไปพบหรือนัด" }).click();
  await expectGoodPage(page);
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(page.getByText("กรุณาเลือกหนึ่งข้อ").first()).toBeVisible();
  await page.getByLabel("ไปพบแล้ว").check();
  await page.getByLabel("ไม่พบตัว ไม่อยู่บ้าน").check();
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(`**${file}?*`);
  await expectState(page, "ไปพบแล้วไม่พบตัว");

  await visit(page, `${file}/visit`);
  await page.getByLabel("นัดวันพบ").check();
  // A public holiday is no mistake: whoever plans for it is told.
  const holiday = page.getByText("วันที่เลือกเป็นวันหยุดราชการ");
  await typeDay(page, "วันที่นัด", "01032561");
  await expect(holiday).toBeVisible();
  await typeDay(page, "วันที่นัด", "27022561");
  await expect(holiday).toHaveCount(0);
  await page.getByLabel("เวลา").fill("๙.๓๐");
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(`**${file}?*`);
  await expectState(page, "นัดแล้ว");
  await visit(page, `${file}/appointment`);
  await expect(page.getByText("27 กุมภาพันธ์ 2561 เวลา 09.30 น.")).toBeVisible();
  await expectGoodPage(page);
  await visit(page, "/calendar");
  await expect(page.getByText("09.30").first()).toBeVisible();
});

test("AO 4 records each result: who is away keeps province and telephone, a death waits for the district", async ({
  as,
}) => {
  const page = await as(ao, phone);
  const away = await openSomebody(page, 1);
  await visit(page, `${away}/visit`);
  await page.getByLabel("อยู่นอกพื้นที่").check();
  await page.getByLabel("จังหวัดที่ไปอยู่").selectOption({ label: "ชลบุรี" });
  await page.getByLabel("โทรศัพท์ที่ติดต่อได้").fill("081-234-5678");
  await page.getByLabel("ญาติ").check();
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(`**${away}?*`);
  await expect(page.getByText("08-1234-5678")).toBeVisible();

  const dead = await openSomebody(page, 2);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await visit(page, `${dead}/visit`);
  await page.getByLabel("เสียชีวิต หรือย้าย").check();
  await page.getByLabel("เสียชีวิต", { exact: true }).check();
  await typeDay(page, "วันที่เสียชีวิตหรือย้าย", "10022561");
  await page.getByLabel("มรณบัตร").check();
  await page.getByLabel("ชื่อผู้ให้ข้อมูล หรือเลขที่เอกสาร").fill("มรณบัตรเลขที่ 12/2561");
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(`**${dead}?*`);
  await expectState(page, "มี AO แล้ว รอนัดหมาย");

  const secretary = await as("secretary.mueang");
  await visit(secretary, "/district/confirmations");
  await expectGoodPage(secretary);
  const card = secretary.getByRole("listitem").filter({ hasText: name });
  await card.getByLabel("ยืนยัน", { exact: true }).check();
  await card.getByRole("button", { name: "บันทึกผลการตรวจสอบ" }).click();
  await expect(card).toHaveCount(0);
  await page.reload();
  await expectState(page, "เสียชีวิต");

  await visit(secretary, "/district/away");
  await expectGoodPage(secretary);
  await secretary.getByRole("link", { name: /ชลบุรี/ }).click();
  // A district writes to its own governor, who asks the other province; the people are in the enclosure.
  await expect(secretary.getByText("ผู้ว่าราชการจังหวัดแพร่").first()).toBeVisible();
  await expect(secretary.getByText(/ประสานจังหวัดชลบุรี/)).toBeVisible();
  await expect(secretary.getByText("๐๘-๑๒๓๔-๕๖๗๘").first()).toBeVisible();
  await expectGoodPage(secretary);
});
