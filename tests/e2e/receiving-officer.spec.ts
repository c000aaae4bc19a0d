import { expect, type Page } from "@playwright/test";
import { fullName, holderIdOf, importPeople, newPerson } from "./register";
import { command, expectGoodPage, ready, refusedRequest, test, visit } from "./support";

const here = { subdistrictCode: "540204" };
const neighbour = newPerson(here);
const twice = newPerson(here);
const onPaper = newPerson(here);
const fromElsewhere = newPerson({ subdistrictCode: "540703" });
const [kept, decided] = [newPerson(here), newPerson(here)];

test.beforeAll(async ({ as }) => {
  await importPeople(await as("treasury"), [
    neighbour,
    twice,
    onPaper,
    fromElsewhere,
    kept,
    decided,
  ]);
});

test.describe("at the desk", () => {
  test("a name is looked for in the own district only", async ({ as }) => {
    const page = await as("desk1.rongkwang");
    await visit(page, "/desk");
    await search(page, neighbour.lastName);
    await expect(page.getByRole("link", { name: fullName(neighbour) })).toBeVisible();
    await expectGoodPage(page);

    await search(page, fromElsewhere.lastName);
    await expect(page.getByText(`ไม่พบ “${fromElsewhere.lastName}”`)).toBeVisible();
    await expect(page.getByRole("button", { name: "ดูชื่อใกล้เคียง" })).toBeVisible();
  });

  test("the full number finds somebody of another district, with no more than is needed", async ({
    as,
  }) => {
    const page = await as("desk1.rongkwang");
    await visit(page, "/desk");
    await search(page, fromElsewhere.nationalId);
    const found = page.getByRole("link", { name: fullName(fromElsewhere) });
    await expect(found).toContainText("อยู่อำเภอวังชิ้น");
    await expect(found).toContainText("ยังไม่ได้แจ้ง");
    await expect(found).not.toContainText("แม่ป้าก");

    await found.click();
    await expect(page.getByText("ผู้มีบัตรของอำเภอวังชิ้น รับแจ้งที่นี่ได้")).toBeVisible();
    await ready(page);
    await fillIntent(page);
    await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    await expect(page.getByText("ใบรับเลขที่")).toBeVisible();

    // The case stays in the home district, whose desk sees the recorded answer.
    const home = await as("desk1.wangchin");
    await visit(home, "/desk");
    await search(home, fromElsewhere.lastName);
    await expect(home.getByRole("link", { name: fullName(fromElsewhere) })).toContainText(
      "แจ้งแล้ว ประสงค์",
    );
  });

  test("a number with a wrong last digit is told in one sentence", async ({ as }) => {
    const { nationalId } = newPerson();
    const wrong = `${nationalId.slice(0, 12)}${(Number(nationalId[12]) + 1) % 10}`;
    const page = await as("desk1.rongkwang");
    await visit(page, "/desk");
    await search(page, wrong);
    await expect(page.getByText("หลักสุดท้ายไม่ตรงกับหลักอื่น กรุณาอ่านจากบัตรอีกครั้ง")).toBeVisible();
    await search(page, wrong.slice(0, 11));
    await expect(page.getByText("ที่กรอกมี 11 หลัก")).toBeVisible();
  });

  test("pressing twice records one intent", async ({ as }) => {
    const page = await as("desk1.rongkwang");
    await visit(page, `/desk/holders/${await holderIdOf(page, twice)}`);
    await fillIntent(page);
    await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).dblclick();
    await expect(page.getByText("ใบรับเลขที่")).toBeVisible();
    await visit(page, "/desk/today");
    await expect(page.getByRole("row").filter({ hasText: fullName(twice) })).toHaveCount(1);
  });

  test("what is missing is said at the field and above the form", async ({ as }) => {
    const page = await as("desk1.rongkwang");
    await visit(page, `/desk/holders/${await holderIdOf(page, neighbour)}`);
    await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "กรุณาแก้ไข" });
    await expect(summary).toBeFocused();
    await expect(summary.getByText("กรุณาเลือกประสงค์หรือไม่ประสงค์")).toBeVisible();
    await expectGoodPage(page);
    // A no and a thumbprint ask for more: all of it in the same round, and no sentence twice without its question.
    await page.getByRole("radio", { name: "ไม่ประสงค์", exact: true }).check();
    await page.getByRole("radio", { name: /^พิมพ์ลายนิ้วมือ/ }).check();
    await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    const told = summary.getByRole("link");
    await expect(told).toHaveText([
      /^ยืนยันตัว: /,
      /^เหตุผลที่ไม่ประสงค์: /,
      /^ยินยอม ๑ การเงิน: /,
      /^ยินยอม ๒ ติดต่อกลับ: /,
      /^พยานคนที่ 1: /,
      /^พยานคนที่ 2: /,
    ]);
    await page.reload();
    await page.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    await summary.getByRole("link", { name: "กรุณาเลือกประสงค์หรือไม่ประสงค์" }).click();
    await expect(page.getByRole("radio", { name: "ประสงค์", exact: true })).toBeFocused();
  });
});

test("a late paper counts once somebody else has held it against the sheet", async ({ as }) => {
  const maker = await as("desk1.rongkwang");
  const paperNumber = `${onPaper.nationalId.slice(-6)}/2561`;
  await visit(maker, "/desk/papers");
  // The hint about the keys holds in the block that all papers share: the first field has the focus, Enter goes on.
  await expect(maker.getByRole("radio").first()).toBeFocused();
  await maker.getByRole("radio", { name: /หอประชุมที่ว่าการอำเภอร้องกวาง/ }).check();
  await maker.getByRole("spinbutton").first().click();
  await maker.keyboard.type("20022561");
  await maker.getByLabel("เลขประจำตัวประชาชน").fill(onPaper.nationalId);
  await maker.getByLabel("เลขประจำตัวประชาชน").press("Enter");
  await expect(maker.getByRole("status").filter({ hasText: fullName(onPaper) })).toBeVisible();
  await maker.getByLabel("เลขที่แบบ").fill(paperNumber);
  await inGroup(maker, "ความประสงค์", "ประสงค์");
  await inGroup(maker, "ยินยอม ๑ การเงิน", "ยินยอม");
  await inGroup(maker, "ยินยอม ๒ ติดต่อกลับ", "ยินยอม");
  await inGroup(maker, "ลงชื่อ", "ลงลายมือชื่อ");
  await maker.getByRole("button", { name: "บันทึกฉบับนี้" }).click();
  await expect(maker.getByText(/บันทึกแล้ว รอยืนยัน ใบรับ /)).toBeVisible();
  // The next line is ready for the next paper form.
  await expect(maker.getByRole("heading", { name: "ฉบับที่ 2" })).toBeVisible();

  const paper = (page: Page) =>
    page.getByRole("main").getByRole("row").filter({ hasText: paperNumber });
  await visit(maker, "/desk/confirmations");
  const own = maker.getByRole("region", { name: /^ท่านบันทึกเอง/ });
  await expect(own.getByRole("row").filter({ hasText: paperNumber })).toHaveCount(1);
  await expect(paper(maker).getByRole("button")).toHaveCount(0);
  await expect(paper(maker).getByRole("checkbox")).toHaveCount(0);

  const checker = await as("desk2.rongkwang");
  await visit(checker, "/desk/confirmations");
  await expectGoodPage(checker);
  await expect(paper(checker)).toContainText("20 ก.พ. 61");
  await paper(checker).getByRole("checkbox").check();
  await checker.getByRole("button", { name: "เทียบแล้วตรงกับแบบ ยืนยัน 1 ฉบับ" }).click();
  await expect(paper(checker)).toContainText("ยืนยันแล้ว แบบนี้มีผลตั้งแต่วันที่ในแบบ");

  const secretary = await as("secretary.rongkwang");
  await visit(secretary, `/holders/${await holderIdOf(secretary, onPaper)}`);
  await expect(secretary.getByText("มาพบแล้ว รอสัมภาษณ์").first()).toBeVisible();
  await expect(secretary.getByText("200 × 10 เดือน = 2,000 บาท").first()).toBeVisible();
});

test.describe("when the server refuses", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

  test("of several ticked papers, one that somebody else has decided meanwhile is named, and the others count", async ({
    as,
  }) => {
    const maker = await as("desk1.rongkwang");
    await visit(maker, "/desk/papers");
    const place = maker.getByRole("radio", { name: /หอประชุมที่ว่าการอำเภอร้องกวาง/ });
    const placeId = await place.inputValue();
    const secretary = await as("secretary.rongkwang");
    const numberOf = ({ nationalId }: typeof kept) => `${nationalId.slice(-6)}/2561`;
    const typed = async (person: typeof kept) =>
      command<{ intentId: string }>(maker, "recordPaper", {
        ...ordinaryYes,
        holderId: await holderIdOf(secretary, person),
        placeId,
        intentOn: "2018-02-20",
        paperNumber: numberOf(person),
        lateReason: "จากแบบกระดาษ",
      });
    await typed(kept);
    const { intentId } = await typed(decided);
    const checker = await as("desk2.rongkwang");
    await visit(checker, "/desk/confirmations");
    const rowOf = (person: typeof kept) =>
      checker.getByRole("row").filter({ hasText: numberOf(person) });
    for (const person of [kept, decided]) await rowOf(person).getByRole("checkbox").check();
    await command(secretary, "confirmPaper", { intentId, decision: "rejected", note: "ชื่อไม่ตรง" });
    await checker.getByRole("button", { name: "เทียบแล้วตรงกับแบบ ยืนยัน 2 ฉบับ" }).click();
    const told = checker.getByRole("alert").filter({ hasText: "ยืนยันแล้ว 1 ฉบับ ยืนยันไม่ได้ 1 ฉบับ" });
    await expect(told).toContainText(`${fullName(decided)}: มีผู้แก้ไข`);
    await expect(rowOf(kept)).toContainText("ยืนยันแล้ว");
    await expectGoodPage(checker);
  });

  test("the same paper cannot be typed by two officers", async ({ as }) => {
    const person = newPerson(here);
    await importPeople(await as("treasury"), [person]);
    const [first, second] = [await as("desk1.rongkwang"), await as("desk2.rongkwang")];
    for (const page of [first, second]) {
      await visit(page, `/desk/holders/${await holderIdOf(page, person)}`);
      await fillIntent(page);
    }
    await first.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    await expect(first.getByText("ใบรับเลขที่")).toBeVisible();
    await second.getByRole("button", { name: "บันทึกและออกใบรับ" }).click();
    await expect(second.getByText(/แจ้งว่าประสงค์ไว้แล้ว|บันทึกไว้แล้ว/)).toBeVisible();
  });
});

async function search(page: Page, words: string) {
  await page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(words);
  await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
}

async function inGroup(page: Page, group: string, choice: string) {
  await page
    .getByRole("group", { name: group, exact: true })
    .getByRole("radio", { name: choice, exact: true })
    .check();
}

/** An ordinary yes: both consents, signed. */
async function fillIntent(page: Page) {
  await page.getByLabel(/^ถามปีเกิดและหมู่ที่แล้ว|^ดูบัตรประชาชนตัวจริงแล้ว/).check();
  await inGroup(page, "ประสงค์พัฒนาตนเองหรือไม่", "ประสงค์");
  await inGroup(page, "๑ ยินยอมให้ตรวจสอบข้อมูลทางการเงินเพื่อติดตามผล", "ยินยอม");
  await inGroup(page, "๒ ยินยอมให้ใช้ข้อมูลติดต่อกลับ", "ยินยอม");
  await inGroup(page, "ผู้มีบัตรลงชื่ออย่างไร", "ลงลายมือชื่อ");
}

/** The same as a command takes it. */
const ordinaryYes = {
  answer: "yes",
  reason: null,
  consentFinancial: true,
  consentContact: true,
  consentVersion: "2018-02",
  phone: null,
  currentAddress: null,
  currentSubdistrictCode: null,
  nameOnCard: null,
  signedBy: "signature",
  witnesses: [],
  readAloud: false,
  proxy: null,
};
