import { expect, type Locator, type Page } from "@playwright/test";
import { buildAnswers } from "@tests/builders/answers";
import type { SyntheticPerson } from "@tests/builders/people";
import type { Answers } from "@/domain/assessment";
import { answer, expectQuestion, goOn } from "./interview";
import { fullName, holderIdOf, importPeople, newPerson } from "./register";
import {
  command,
  expectAccessible,
  expectGoodPage,
  lostConnection,
  phone,
  test,
  visit,
} from "./support";

const here = { subdistrictCode: "540408" };
const resumed = newPerson(here);
const cutOff = newPerson(here);
const refusing = newPerson(here);
const choosy = newPerson(here);
const byKeyboard = newPerson(here);
const byNumbers = newPerson(here);
const onPaper = newPerson(here);
const people = [onPaper, resumed, cutOff, refusing, choosy, byKeyboard, byNumbers];

test.beforeAll(async ({ as }) => {
  await importPeople(await as("treasury"), people);
  const secretary = await as("secretary.sungmen");
  for (const person of people)
    await command(secretary, "assignHolder", {
      holderId: await holderIdOf(secretary, person),
      officerCode: "5404C001",
    });
});

test("an interview is saved while typing and goes on in another device", async ({ as }) => {
  const laptop = await as("cdd.sungmen");
  const form = await formOf(laptop, resumed);
  await visit(laptop, form);
  await answer(laptop, "ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่", "ดูบัตรประชาชนแล้ว ชื่อตรงกัน");
  await answer(laptop, "ใครเป็นผู้ให้ข้อมูล", "ญาติ");
  await expectSaved(laptop);

  const telephone = await as("cdd.sungmen", phone);
  await visit(telephone, form);
  await expectQuestion(telephone, "ยินดีให้สัมภาษณ์หรือไม่");
  await telephone.getByRole("button", { name: "ย้อนกลับ" }).click();
  await expectQuestion(telephone, "ใครเป็นผู้ให้ข้อมูล");
  await expect(telephone.getByRole("radio", { name: "ญาติ" })).toBeChecked();

  await visit(telephone, "/");
  await telephone.getByRole("link", { name: /แบบประเมินที่ยังทำไม่เสร็จ/ }).click();
  await expect(telephone.getByRole("link", { name: fullName(resumed) })).toBeVisible();
});

test.describe("without a connection", () => {
  test.use({ expectedComplaints: [[lostConnection], { scope: "test" }] });

  test("what is not saved is said, and saved when the line is back", async ({ as }) => {
    const page = await as("cdd.sungmen", phone);
    const form = await formOf(page, cutOff);
    await visit(page, form);
    await page.context().setOffline(true);
    await answer(page, "ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่", "ผู้ใหญ่บ้านหรือกำนันยืนยัน");
    await expect(page.getByText("ยังไม่ได้บันทึก กรุณาอย่าปิดหน้านี้")).toBeVisible();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await expectSaved(page);

    await visit(page, `${form}?q=identity`);
    const saved = page.getByRole("radio", { name: "ผู้ใหญ่บ้านหรือกำนันยืนยัน" });
    await expect(saved).toBeChecked();

    // Back leaves what stands open in front of the page, too.
    await page.getByRole("button", { name: /^ต่อไป: / }).click();
    await page.waitForURL(/q=respondent/);
    await page.getByRole("button", { name: "ดูทั้งหมด" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(saved).toBeVisible();
  });
});

test("a refusal at the door takes a reason and a press, and leaves the state as it was", async ({
  as,
}) => {
  const page = await as("cdd.sungmen", phone);
  await visit(page, `/holders/${await holderIdOf(page, refusing)}`);
  await page.getByRole("link", { name: "ไม่ให้สัมภาษณ์" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ไม่ให้สัมภาษณ์");
  await page.getByRole("radio", { name: "ไม่มีเวลา" }).check();
  await expectGoodPage(page);
  await page.getByRole("button", { name: "บันทึกไม่ให้สัมภาษณ์" }).click();
  await expect(page.getByText("ไม่ให้สัมภาษณ์ รออำเภอยืนยัน").first()).toBeVisible();
  await expect(
    page.getByRole("definition").filter({ hasText: /^มี AO แล้ว รอนัดหมาย/ }),
  ).toBeVisible();
});

test("a project outside the menu needs a reason", async ({ as }) => {
  const page = await as("cdd.sungmen");
  const form = await formOf(page, choosy);
  await saveDraft(page, choosy, buildAnswers({ interviewedOn: "2018-02-26", projects: [] }));
  await visit(page, `${form}?q=plan`);
  await page
    .locator("form")
    .getByText(/^โครงการนอกเมนู/)
    .click();
  await page.getByRole("button", { name: "เลือก สินเชื่อ Street Food" }).click();
  await expect(page.getByText("1. สินเชื่อ Street Food")).toBeVisible();
  await goOn(page);
  await expect(page.getByText("กรุณาระบุเหตุผลของโครงการนอกเมนู").first()).toBeVisible();
  await page.getByLabel("เหตุผลที่เลือกโครงการนอกเมนู").fill("ขายอาหารที่ตลาดทุกเย็นอยู่แล้ว");
  await goOn(page);
  await expectQuestion(page, "ฟังแล้ว ท่านอยากเข้าร่วมพัฒนาตนเองตามแผนนี้ไหม (ประสงค์ / ไม่ประสงค์)");
  await expectSaved(page);
});

test("every question can be answered without a mouse", async ({ as }) => {
  const page = await as("cdd.sungmen");
  await visit(page, await formOf(page, byKeyboard));
  const asked: string[] = [];
  const heading = page.getByRole("heading", { level: 1 });
  while (!(await heading.textContent())?.startsWith("ตอบครบแล้ว")) {
    const questions = page.locator("[data-question]");
    const first = (await questions.first().getAttribute("data-question")) ?? "";
    expect(asked, "no question stands still").not.toContain(first);
    for (let nth = 0; nth < (await questions.count()); nth += 1) {
      asked.push((await questions.nth(nth).getAttribute("data-question")) ?? "");
      await answerByKeyboard(page, questions.nth(nth));
    }
    await tabTo(page, page.getByRole("button", { name: /^ต่อไป:/ }));
    await page.keyboard.press("Enter");
    await expect(page.locator(`[data-question="${first}"]`)).toHaveCount(0);
    await expect(heading).toBeFocused();
  }
  expect(asked).toContain("wish");
  expect(asked.length).toBeGreaterThanOrEqual(18);
});

test("number keys answer, and a page that has all its answers turns by itself", async ({ as }) => {
  const page = await as("cdd.sungmen");
  await visit(page, await formOf(page, byNumbers));
  await expectQuestion(page, "ยินดีให้สัมภาษณ์หรือไม่");
  for (const key of ["1", "1", "1"]) await page.keyboard.press(key);
  await expectQuestion(page, "ทุกวันนี้ทำงานอะไรเป็นหลัก");
  await page.keyboard.press("0");
  const status = await expectQuestion(page, "งานนั้นทำแบบไหน");
  await page.keyboard.press("1");
  await expectQuestion(page, "ทำอะไรเป็นบ้าง");
  await page.getByRole("button", { name: "เลิกทำ: ทำของตนเอง ไม่มีลูกจ้าง" }).click();
  await expect(status.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("a paper form is keyed on one page in its order, by keys alone", async ({ as }) => {
  const page = await as("cdd.sungmen");
  const { keyboard } = page;
  await visit(page, `${await formOf(page, onPaper)}?from=paper`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("บันทึกจากแบบกระดาษ");
  const question = (id: string) => page.locator(`[data-question="${id}"]`);
  for (const key of ["1", "1", "1"]) await keyboard.press(key);
  // The list of occupations is searched; the first that is found is taken, the next Enter goes on.
  await keyboard.type("เลี้ยงไก่");
  await keyboard.press("Enter");
  await expect(question("occupation").getByText("เลือกแล้ว: เลี้ยงไก่ เป็ด")).toBeVisible();
  await keyboard.press("Enter");
  await keyboard.press("1");
  await expect(question("occupationStatus").getByRole("radio").first()).toBeChecked();
  await expect(question("skills").getByRole("textbox")).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.press("2");
  await keyboard.press("2");
  await keyboard.press("Enter");
  await keyboard.press("2");
  await keyboard.type("2400");
  await expect(question("land").getByRole("radio").nth(1)).toBeChecked();
  await expect(question("dependants").getByRole("checkbox").nth(1)).toBeChecked();
  await expect(question("workLimit").getByRole("radio").nth(1)).toBeChecked();
  await expect(question("monthlyIncome").getByRole("textbox")).toHaveValue("2400");
  await expectSaved(page);
  await expectAccessible(page);
});

/** Chooses the first option with the keys of every browser, or "ไม่ประสงค์ตอบ" where there is a list. */
async function answerByKeyboard(page: Page, question: Locator) {
  const withheld = question.getByRole("checkbox", { name: "ไม่ประสงค์ตอบ" });
  const radios = question.getByRole("radio").filter({ visible: true });
  const answered = (await question.getByRole("radio", { checked: true }).count()) > 0;
  const target = (await radios.count()) > 0 ? radios.first() : withheld;
  if (answered || (await target.count()) === 0) return;
  await tabTo(page, target);
  await page.keyboard.press("Space");
  await expect(target).toBeChecked();
}

async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${target}`);
}

async function formOf(page: Page, person: SyntheticPerson) {
  return `/holders/${await holderIdOf(page, person)}/assessment`;
}

async function saveDraft(page: Page, person: SyntheticPerson, answers: Answers) {
  const holderId = await holderIdOf(page, person);
  await command(page, "saveAssessmentDraft", { holderId, version: 0, answers });
}

async function expectSaved(page: Page) {
  await expect(page.getByText(/^บันทึกร่างแล้ว \d\d\.\d\d น\.$/)).toBeVisible();
}
