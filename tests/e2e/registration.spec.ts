import { expect, type Page } from "@playwright/test";
import { buildAnswers } from "@tests/builders/answers";
import { demoToday } from "@tests/builders/demo-officers";
import { fullName, newPerson } from "./register";
import { command, expectGoodPage, ready, test, visit } from "./support";

/** Who shows a card and is on no list: from the desk to the chief's numbers. */
const stranger = newPerson({ subdistrictCode: "540204", houseNo: "999/1" });

/** ทุกคน and those beside it, as the chief's page has them. */
async function numbersOf(chief: Page) {
  await visit(chief, "/district");
  const beside = chief.locator("dl > div").filter({ hasText: "รอจังหวัดยืนยัน" }).locator("dd");
  const awaiting = Number((await beside.textContent())?.replaceAll(",", ""));
  await visit(chief, "/holders?cohort=must_reach");
  const heading = await chief.getByRole("heading", { level: 1 }).textContent();
  return { awaiting, everyone: Number(heading?.replaceAll(",", "").match(/\d+/)?.[0]) };
}

test("a stranger with a card is registered, says yes, is interviewed, confirmed, and then counted", async ({
  as,
}) => {
  const chief = await as("chief.rongkwang");
  const before = await numbersOf(chief);

  const page = await as("desk1.rongkwang");
  await visit(page, "/desk");
  await page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(stranger.nationalId);
  await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
  await page.getByRole("button", { name: "ลงทะเบียนผู้มีบัตร" }).click();
  await expect(page.getByLabel("เลขประจำตัวประชาชน", { exact: true })).toHaveValue(
    stranger.nationalId,
  );
  await page.getByLabel("ชื่อ", { exact: true }).fill(stranger.firstName);
  await page.getByLabel(/^นามสกุล/).fill(stranger.lastName);
  await page.getByLabel("ตำบลตามทะเบียนบ้าน").selectOption(stranger.subdistrictCode);
  await page.getByLabel(/^หมู่ที่/).fill("4");
  await page.getByLabel(/^บ้านเลขที่/).fill(stranger.houseNo);
  await expectGoodPage(page);
  await page.getByRole("button", { name: "ตรวจรายชื่อ" }).click();
  await page.getByRole("button", { name: /ลงทะเบียนต่อ$/ }).click();
  await page.getByLabel("คำนำหน้าชื่อ").selectOption("นาง");
  await page.getByLabel("วันเดือนปีเกิด").fill("5 มี.ค. 2512");
  await page.getByLabel("อาชีพ").fill("ทำนา");
  await page.getByLabel(/^รายได้ปี 2559/).fill("18000");
  await page.getByRole("radio", { name: "ทั้งสองบัตร" }).check();
  await expectGoodPage(page);
  await page.getByRole("button", { name: "ลงทะเบียน", exact: true }).click();

  // The same visit goes on with the answer.
  await page.waitForURL("**/desk/holders/*");
  const holderId = page.url().split("/").at(-1) ?? "";
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(fullName(stranger));
  await page.getByLabel("ถามปีเกิดและหมู่ที่แล้ว").check();
  for (const choice of ["ประสงค์", "ลงลายมือชื่อ"])
    await page.getByRole("radio", { name: choice, exact: true }).check();
  for (const yes of await page.getByRole("radio", { name: "ยินยอม", exact: true }).all())
    await yes.check();
  await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
  await expect(page.getByText("ใบรับเลขที่")).toBeVisible();

  expect(await numbersOf(chief)).toEqual({ ...before, awaiting: before.awaiting + 1 });
  const secretary = await as("secretary.rongkwang");
  await command(secretary, "assignHolder", { holderId, officerCode: "5402C001" });
  const officer = await as("cdd.rongkwang");
  await visit(officer, `/holders/${holderId}`);
  await expectGoodPage(officer);
  await expect(officer.getByText("รอจังหวัดยืนยัน").first()).toBeVisible();
  await command(officer, "submitAssessment", {
    holderId,
    version: 0,
    answers: buildAnswers({ interviewedOn: demoToday }),
  });
  await visit(officer, `/holders/${holderId}`);
  await expect(officer.getByText("ยังไม่มีวงเงินที่ถึงกำหนด").first()).toBeVisible();

  const treasury = await as("treasury");
  await visit(treasury, `/registrations/${holderId}`);
  await expectGoodPage(treasury);
  await treasury.getByLabel("กระทรวงการคลังยืนยันว่าเป็นผู้มีบัตร").check();
  await treasury.getByLabel("หนังสือที่").fill("กค 0100/77");
  await treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();
  await expect(treasury.getByRole("heading", { level: 1 })).toContainText("กระทรวงยืนยันแล้ว");

  expect(await numbersOf(chief)).toEqual({
    awaiting: before.awaiting,
    everyone: before.everyone + 1,
  });
  await visit(officer, `/holders/${holderId}`);
  await expect(officer.getByText("ยังไม่มีวงเงินที่ถึงกำหนด")).toHaveCount(0);
});
