import { expect, type Page } from "@playwright/test";
import { buildAnswers } from "@tests/builders/answers";
import { demoToday } from "@tests/builders/demo-officers";
import { onDemoDatabase } from "./demo-database";
import { command, expectGoodPage, phone, refusedRequest, test, visit } from "./support";

/** District 5407 alone: its account officer, its secretary, the bank's office in the province. */
const ao = "baac.wangchin";

/** A holder who came in February and is interviewed now; the projects are a course on loans and a market stall. */
async function interviewSomebody(page: Page): Promise<{ id: string; name: string }> {
  const found = await onDemoDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT h.id, h.title || h.first_name || ' ' || h.last_name AS name FROM holder h
       JOIN officer o ON o.id = h.account_officer_id
       WHERE o.login = $1 AND h.latest_answer = 'yes' AND h.interviewed_on IS NULL AND h.departure IS NULL
         AND NOT EXISTS (SELECT FROM assessment a WHERE a.holder_id = h.id)
         AND NOT EXISTS (SELECT FROM assessment_draft d WHERE d.holder_id = h.id) ORDER BY h.id LIMIT 1`,
      [ao],
    );
    return rows[0];
  });
  const answers = buildAnswers({
    interviewedOn: demoToday,
    projects: [{ project: "BAAC-01" }, { project: "MKT-01" }],
    baacCustomer: "yes",
  });
  await command(page, "submitAssessment", { holderId: found.id, version: 0, answers });
  return found;
}

/** Opens the person's referrals by the case file's one main action and sends them all. */
async function sendAll(page: Page, holderId: string) {
  await visit(page, `/holders/${holderId}`);
  await expectGoodPage(page);
  await page.getByRole("link", { name: "ส่งต่อ", exact: true }).click();
  await page.waitForURL(`**/holders/${holderId}/referrals`);
  await expect(page.getByText("ตรวจสอบเงื่อนไขกับหน่วยงานก่อนส่งต่อ")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("button", { name: /^ส่งต่อ \d+ โครงการ( \d+ เรื่อง)?$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ส่งต่อครบแล้ว \d+\sโครงการ/);
  await expect(page.getByText("รอคำตอบ").first()).toBeVisible();
}

test("AO 2 understands the measure: every project with its group, category, conditions, source and whom to call", async ({
  as,
}) => {
  const page = await as(ao, phone);
  await visit(page, "/catalogue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "28 จากกว่า 34 โครงการที่มีชื่อในเอกสาร",
  );
  await expectGoodPage(page);
  await page.getByRole("navigation", { name: "กลุ่มอาชีพ" }).getByText("เกษตรกร").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("14 โครงการตรงกับที่เลือก");
  await page.getByText("หมวดในเมนู", { exact: true }).first().click();
  await page.getByRole("link", { name: "หาตลาดให้" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 โครงการตรงกับที่เลือก");
  await page.getByText("ที่มาในเอกสาร").click();
  await expect(page.getByText("ตลาดประชารัฐ", { exact: false }).first()).toBeVisible();
  await expectGoodPage(page);

  await visit(page, "/catalogue?agency=BAAC");
  await expect(page.getByText("เป็นลูกค้า ธ.ก.ส.").first()).toBeVisible();
  // One contact a project: where the province has named the office, it is that.
  await expect(page.getByText("ติดต่อ ธ.ก.ส. สาขาแพร่").first()).toBeVisible();
  await expect(page.getByText("นางสาวรัชนี ทองวงศ์")).toHaveCount(0);
  await expectGoodPage(page);
});

test.describe("an agency", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

  test("agency answers what was sent to it, many at once, with its reason, and the account officer reads it in the file", async ({
    as,
  }) => {
    const officer = await as(ao, phone);
    const person = await interviewSomebody(officer);
    await sendAll(officer, person.id);

    const agency = await as("agency.baac");
    await visit(agency, "/");
    await expect(agency.getByRole("heading", { level: 1 })).toHaveText(
      /ธ\.ก\.ส\.: รอคำตอบ \d+\sเรื่อง/,
    );
    await expectGoodPage(agency);
    await agency.getByRole("link", { name: "ตอบผลการส่งต่อ" }).click();
    await agency.waitForURL("**/referrals");
    await visit(agency, "/referrals?state=sent&district=5407");
    await expectGoodPage(agency);
    const row = agency.getByRole("listitem").filter({ hasText: person.name }).first();
    await row.getByRole("checkbox").check();
    await agency.getByLabel("ไม่รับ", { exact: false }).check();
    await agency.getByRole("button", { name: "บันทึกผล" }).click();
    await expect(agency.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
    await agency.getByLabel("เหตุผลที่ไม่รับ").fill("ยังไม่เป็นลูกค้า ธ.ก.ส.");
    await agency.getByRole("button", { name: "บันทึกผล" }).click();
    await expect(agency.getByText("บันทึกผลแล้ว 1 รายการ")).toBeVisible();

    await visit(officer, `/holders/${person.id}/referrals`);
    await expect(officer.getByText("หน่วยงานไม่รับ").first()).toBeVisible();
    await expect(officer.getByText("“ยังไม่เป็นลูกค้า ธ.ก.ส.”")).toBeVisible();
    await visit(officer, `/holders/${person.id}?history=referrals`);
    await expect(officer.getByText(/^ไม่รับ: /)).toBeVisible();
    await expectGoodPage(officer);
    await visit(officer, `/holders/${person.id}/plan`);
    await expect(officer.getByRole("heading", { level: 1 })).toHaveText("แผนพัฒนารายบุคคล ฉบับที่ 1");
    await expectGoodPage(officer);

    await visit(agency, "/referrals?state=sent&district=5407");
    const waiting = agency.getByLabel(/^ทั้งหมด \d+ รายการที่ตรงเงื่อนไข$/);
    if (await waiting.isVisible()) {
      await waiting.check();
      await agency.getByLabel("ตอบรับ", { exact: false }).check();
      await agency.getByRole("button", { name: "บันทึกผล" }).click();
      await expect(agency.getByText("ไม่มีรายการที่ตรงเงื่อนไข")).toBeVisible();
    }
    await visit(agency, "/referrals/places");
    await expectGoodPage(agency);
  });

  test("one without an account answers by a link that shows that person, once", async ({
    as,
    openWindow,
  }) => {
    const officer = await as(ao, phone);
    const person = await interviewSomebody(officer);
    await sendAll(officer, person.id);

    const secretary = await as("secretary.wangchin");
    await visit(secretary, `/holders/${person.id}/referrals`);
    const card = secretary.locator("section").filter({ hasText: "กรมการค้าภายใน" });
    await card.locator("summary").filter({ hasText: "ออกหนังสือ" }).click();
    await card.getByRole("button", { name: "ออกหนังสือพร้อมลิงก์ตอบครั้งเดียว" }).click();
    await card.getByRole("link", { name: /เปิดหนังสือ/ }).click();
    const address = secretary.getByText(/\/answer\/[\w-]{43}$/);
    await expect(address).toBeVisible();
    await expectGoodPage(secretary);
    const path = new URL((await address.textContent()) ?? "").pathname;

    const outside = await openWindow(phone);
    await visit(outside, path);
    await expect(outside.getByText(person.name)).toBeVisible();
    await expectGoodPage(outside);
    await outside.getByLabel("ตอบรับ", { exact: false }).check();
    await outside.getByRole("button", { name: "ส่งคำตอบ" }).click();
    await expect(outside.getByText("บันทึกคำตอบแล้ว")).toBeVisible();
    expect((await outside.goto(path))?.status()).toBe(404);
    await expect(outside.getByText(person.name)).toHaveCount(0);
    expect((await outside.goto(`/answer/${"x".repeat(43)}`))?.status()).toBe(404);

    await visit(officer, `/holders/${person.id}?history=referrals`);
    await expect(officer.getByText("หน่วยงานตอบทางลิงก์ครั้งเดียว")).toBeVisible();
  });
});
