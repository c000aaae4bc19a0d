import { expect, type Page } from "@playwright/test";
import { buildAnswers } from "@tests/builders/answers";
import { demoToday } from "@tests/builders/demo-officers";
import { fullName, importPeople, newPerson } from "./register";
import { command, expectGoodPage, phone, ready, refusedRequest, test, visit } from "./support";

/** No other scene changes who is counted there. */
const quiet = "540205";

/** Who shows a card and is on no list: from the desk to the chief's numbers. */
const stranger = newPerson({ subdistrictCode: quiet, houseNo: "999/1" });

/** Those beside ทุกคน as the chief's page has them, and ทุกคน of the stranger's subdistrict. */
async function numbersOf(chief: Page) {
  await visit(chief, "/district");
  const beside = chief.locator("dl > div").filter({ hasText: "รอจังหวัดยืนยัน" }).locator("dd");
  const awaiting = Number((await beside.textContent())?.replaceAll(",", ""));
  await visit(chief, `/holders?cohort=must_reach&subdistrict=${stranger.subdistrictCode}`);
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
  // One thing at a time, and called what it is.
  await expect(page.getByRole("heading", { name: "ค้นหาผู้มีบัตร" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "ลงทะเบียนผู้มีบัตร" })).toBeVisible();
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

test.describe("what is missing is said", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });
  test("who registered somebody does not confirm them; a refusal keeps its reason and prints the letter", async ({
    as,
  }) => {
    const refused = newPerson({ subdistrictCode: "540201", houseNo: "998" });
    const treasury = await as("treasury", phone);
    const { registrationId } = await command<{ registrationId: string }>(
      treasury,
      "registerHolder",
      {
        nationalId: refused.nationalId,
        title: "นาง",
        firstName: refused.firstName,
        lastName: "ณ ท่าวังผาเวียงสาสุริยพงษ์พิทักษ์",
        birthDate: "5 มี.ค. 2512",
        subdistrictCode: refused.subdistrictCode,
        moo: 4,
        houseNo: refused.houseNo,
        phone: null,
        occupation: "ทำนา",
        incomeBaht: 18_000,
        cardShown: "id_card",
        deskId: null,
      },
    );
    await visit(treasury, `/registrations/${registrationId}`);
    await expectGoodPage(treasury);
    await expect(treasury.getByText(/ท่านเป็นผู้ลงทะเบียนรายนี้/)).toBeVisible();
    await expect(treasury.getByLabel("กระทรวงการคลังยืนยันว่าเป็นผู้มีบัตร")).toHaveCount(0);
    await treasury.getByRole("radio", { name: "ไม่เป็นผู้มีบัตร" }).check();
    await treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();
    await expect(treasury.getByRole("link", { name: "เหตุผล: กรุณากรอกข้อนี้" })).toBeVisible();
    await treasury.getByLabel("เหตุผล").fill("ไม่มีชื่อในทะเบียนของกระทรวงการคลัง");
    await treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();
    // The letter below has a heading of its own, of the second level.
    await expect(treasury.getByRole("heading", { level: 1 })).toContainText("ไม่เป็นผู้มีบัตร");
    const letter = treasury.getByRole("region", { name: "หนังสือตอบ" });
    await expect(letter).toContainText("เนื่องจากไม่มีชื่อในทะเบียนของกระทรวงการคลัง");
    await expect(treasury.getByRole("button", { name: "บันทึกผลการพิจารณา" })).toBeHidden();
    await expectGoodPage(treasury);
    await treasury.emulateMedia({ media: "print" });
    await expect(treasury.getByText("การพิจารณา", { exact: true })).toBeHidden();
    await expect(letter).toBeVisible();

    const secretary = await as("secretary.rongkwang");
    await visit(secretary, "/notifications");
    const told = secretary.locator(`a[href="/registrations/${registrationId}"]`).first();
    await expect(told).toBeVisible();
    await visit(secretary, `/registrations/${registrationId}`);
    await expectGoodPage(secretary);
    await expect(secretary.getByText("ไม่มีชื่อในทะเบียนของกระทรวงการคลัง")).toBeVisible();
  });
});

test("the secretary registers at the office by keys alone, near names and the household first", async ({
  as,
}) => {
  const neighbour = newPerson({ subdistrictCode: "540204", houseNo: "997" });
  const person = newPerson({ subdistrictCode: "540204", houseNo: "997", firstName: "บุญเรียน" });
  await importPeople(await as("treasury"), [neighbour]);
  const page = await as("secretary.rongkwang", phone);
  await visit(page, "/registrations/new");
  await page.getByLabel("เลขประจำตัวประชาชน", { exact: true }).focus();
  const keys = async (text: string) => {
    await page.keyboard.insertText(text);
    await page.keyboard.press("Tab");
  };
  for (const text of [person.nationalId, person.firstName, person.lastName]) await keys(text);
  // The own district's subdistricts come first: a few presses, however many the province has.
  const place = page.getByLabel("ตำบลตามทะเบียนบ้าน");
  for (let presses = 0; presses < 5; presses += 1)
    if ((await place.inputValue()) !== person.subdistrictCode)
      await page.keyboard.press("ArrowDown");
  await expect(place).toHaveValue(person.subdistrictCode);
  await page.keyboard.press("Tab");
  await keys("๔");
  await keys(person.houseNo);
  await page.keyboard.press("ControlOrMeta+Enter");
  const near = page.getByRole("listitem").filter({ hasText: fullName(neighbour) });
  await expect(near).toContainText("บ้านเดียวกัน");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "ไม่ใช่คนเหล่านี้ ลงทะเบียนต่อ" }).press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("เลขประจำตัวประชาชน", { exact: true })).toBeFocused();
  await expectGoodPage(page);
  await register(page);
  await answerYes(page);
});

test("the province registers at its office: answer, consents, signature and receipt in the same visit", async ({
  as,
}) => {
  const person = newPerson({ subdistrictCode: "540201", houseNo: "996" });
  const page = await as("treasury");
  await visit(page, "/registrations/new");
  await page.getByLabel("เลขประจำตัวประชาชน", { exact: true }).fill(person.nationalId);
  await page.getByLabel("ชื่อ", { exact: true }).fill(person.firstName);
  await page.getByLabel(/^นามสกุล/).fill(person.lastName);
  await page.getByRole("button", { name: "ตรวจรายชื่อ" }).click();
  // From a list one chooses.
  await expect(page.getByText("กรุณาเลือกหนึ่งข้อ")).toBeVisible();
  await page.getByLabel("ตำบลตามทะเบียนบ้าน").selectOption(person.subdistrictCode);
  await page.getByRole("button", { name: "ตรวจรายชื่อ" }).click();
  await page.getByRole("button", { name: /ลงทะเบียนต่อ$/ }).click();
  await register(page);
  await answerYes(page);
  // The receipt, and from there to the next person, not to a desk that the province does not have.
  await page.getByRole("link", { name: "พิมพ์ใบรับ" }).click();
  await page.waitForURL("**/desk/receipts/*");
  await expect(page.getByText(fullName(person)).first()).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "คนต่อไป" }).click();
  await page.waitForURL("**/registrations/new");
});

/** The rest of the form that the search opened. */
async function register(page: Page) {
  await page.getByLabel("คำนำหน้าชื่อ").selectOption("นาง");
  await page.getByLabel("วันเดือนปีเกิด").fill("5 มี.ค. 2512");
  await page.getByLabel("อาชีพ").fill("ทำนา");
  await page.getByLabel(/^รายได้ปี 2559/).fill("18000");
  await page.getByRole("radio", { name: "ทั้งสองบัตร" }).check();
  await page.getByRole("button", { name: "ลงทะเบียน", exact: true }).click();
  await page.waitForURL("**/registrations/*/answer");
  await ready(page);
  await expect(page.getByText("ลงทะเบียนแล้ว ใบรับเลขที่")).toBeVisible();
  await expectGoodPage(page);
}

/** The desk's own form, by whoever has just registered the person. */
async function answerYes(page: Page) {
  await page.getByLabel("ถามปีเกิดและหมู่ที่แล้ว").check();
  for (const choice of ["ประสงค์", "ลงลายมือชื่อ"])
    await page.getByRole("radio", { name: choice, exact: true }).check();
  for (const yes of await page.getByRole("radio", { name: "ยินยอม", exact: true }).all())
    await yes.check();
  await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
  await expect(page.getByText("ใบรับเลขที่", { exact: true })).toBeVisible();
  await expectGoodPage(page);
}
