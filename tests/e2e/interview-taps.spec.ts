import { expect, type Locator, type Page } from "@playwright/test";
import { expectQuestion } from "./interview";
import { fullName, holderIdOf, importPeople, newPerson } from "./register";
import { command, expectGoodPage, ready, test, visit } from "./support";

/** The phone that was measured in the field. */
const small = { viewport: { width: 360, height: 780 }, hasTouch: true };

const person = newPerson({ subdistrictCode: "540408" });

test.beforeAll(async ({ as }) => {
  await importPeople(await as("treasury"), [person]);
  const secretary = await as("secretary.sungmen");
  await command(secretary, "assignHolder", {
    holderId: await holderIdOf(secretary, person),
    officerCode: "5404B001",
  });
});

test("from the day to a submitted interview with debt and two projects: 40 taps at most, and the question has the screen", async ({
  as,
}) => {
  const page = await as("baac.sungmen", small);
  const holderId = await holderIdOf(page, person);
  await command(page, "makeAppointment", {
    holderId,
    meetOn: "2018-02-26",
    meetAt: null,
    kind: "home",
    placeName: null,
  });
  await visit(page, "/day");
  const { tap, taps } = counting(page);

  await tap(page.locator(`a[href="/holders/${holderId}/assessment"]`));
  await page.waitForURL("**/assessment");
  await ready(page);
  await pick("ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่", "ดูบัตรประชาชนแล้ว ชื่อตรงกัน");
  await pick("ใครเป็นผู้ให้ข้อมูล", "ผู้มีบัตร");
  await pick("ยินดีให้สัมภาษณ์หรือไม่", "ยินดีให้สัมภาษณ์");
  await pick("ทุกวันนี้ทำงานอะไรเป็นหลัก");
  await goOn();
  await pick("งานนั้นทำแบบไหน", "ทำของตนเอง ไม่มีลูกจ้าง");
  const skills = await asked("ทำอะไรเป็นบ้าง");
  await page.getByLabel("กรอกคำเพื่อค้นหา").fill("ปลูกข้าว");
  await tap(skills.getByLabel("ปลูกข้าว", { exact: true }));
  await goOn();
  await pick("ที่ทำกินพอหรือไม่", "ไม่พอ");
  await pick("ต้องดูแลใครอยู่บ้าง", "ผู้สูงอายุ");
  await goOn();
  await pick("มีข้อจำกัดในการทำงานหรือไม่", "ไม่มี");
  await asked("ตอนนี้มีรายได้เดือนละประมาณเท่าไร");
  await page.getByLabel("รายได้ต่อเดือนโดยประมาณ (บาท)").fill("2,400");
  await goOn();
  await pick("อยากทำอาชีพอะไร", "ทำอาชีพเดิม");
  await pick("อะไรทำให้รายได้ไม่พอใช้", "ราคาผลผลิตตกต่ำ หรือไม่มีตลาดรองรับ", "มีหนี้สิน ภาระหนี้สูง", "ขาดเงินทุน");
  await goOn();
  await pick("ข้อไหนหนักที่สุด", "มีหนี้สิน ภาระหนี้สูง");
  const debt = await asked("เป็นหนี้ในระบบหรือนอกระบบ");
  await expectAboveBar(page, debt.getByRole("radio").nth(1));
  await pick("เป็นหนี้ในระบบหรือนอกระบบ", "นอกระบบ");
  await pick("หนี้เป็นภาระมากเพียงใด", "ผ่อนได้แต่เหลือไม่พอใช้");
  await pick("อยากฝึกอะไร", "ไม่ต้องการฝึก");
  await pick("ว่างวันไหน", "วันเสาร์", "วันอาทิตย์");
  await goOn();
  await pick("เดินทางได้ไกลแค่ไหน", "ในอำเภอ");
  const menu = await asked("สนใจโครงการใดบ้าง");
  const recommended = menu.getByRole("region", { name: /^โครงการที่แนะนำ/ }).getByRole("checkbox");
  await expect(menu.getByRole("checkbox").first()).toHaveAttribute(
    "id",
    (await recommended.first().getAttribute("id")) ?? "",
  );
  await expectAboveBar(page, recommended.first());
  await tap(recommended.first());
  await tap(recommended.nth(1));
  await goOn();
  // The two that the main cause recommends are the bank's, which asks whether one is its customer.
  await pick("เป็นลูกค้า ธ.ก.ส. หรือไม่", "เป็น");
  await asked("ตกลงทำโครงการใดบ้าง");
  await goOn();
  await pick("ฟังแล้ว ท่านอยากเข้าร่วมพัฒนาตนเองตามแผนนี้ไหม (ประสงค์ / ไม่ประสงค์)", "ประสงค์");
  await pick("ให้เราส่งชื่อและเบอร์โทรของท่านให้หน่วยงานนี้ได้ไหม", "ยินยอม");
  await pick("ลงชื่อและวันที่ในแบบ", "ลงลายมือชื่อ");
  await asked("นัดครั้งต่อไปเมื่อไร");
  await tap(page.getByRole("button", { name: /^อีก 14 วัน/ }));
  await goOn();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ตอบครบแล้ว ส่งแบบประเมินได้");
  await tap(page.getByRole("button", { name: "ส่งแบบประเมิน" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("สัมภาษณ์แล้ว ประสงค์พัฒนาตนเอง");
  expect(taps()).toBeLessThanOrEqual(40);

  await expectGoodPage(page);
  await expect(page.getByRole("link", { name: "พิมพ์แผน" })).toBeVisible();
  await expect(page.getByRole("link", { name: "ส่งต่อ 2 โครงการ" })).toBeVisible();
  await page.getByRole("link", { name: "บ้านต่อไป" }).click();
  await page.waitForURL("**/day");
  await expect(page.getByRole("link", { name: fullName(person) })).toHaveCount(0);

  async function asked(question: string) {
    const found = await expectQuestion(page, question);
    await expectQuestionHasTheScreen(page);
    return found;
  }
  async function pick(question: string, ...answers: string[]) {
    const found = await asked(question);
    for (const answer of answers) await tap(found.getByLabel(answer, { exact: true }));
  }
  function goOn() {
    return tap(page.getByRole("button", { name: /^ต่อไป:/ }));
  }
});

test("an answer that the officer did not mean is taken back with one press, and what stood there stands again", async ({
  as,
}) => {
  const page = await as("baac.sungmen", small);
  const other = newPerson({ subdistrictCode: "540408" });
  await importPeople(await as("treasury"), [other]);
  const secretary = await as("secretary.sungmen");
  const holderId = await holderIdOf(secretary, other);
  await command(secretary, "assignHolder", { holderId, officerCode: "5404B001" });
  await visit(page, `/holders/${holderId}/assessment?q=respondent`);
  const question = await expectQuestion(page, "ใครเป็นผู้ให้ข้อมูล");
  await question.getByLabel("ญาติ", { exact: true }).click();
  await expectQuestion(page, "ยินดีให้สัมภาษณ์หรือไม่");
  await page.getByRole("button", { name: "เลิกทำ: ญาติ" }).click();
  await expectQuestion(page, "ใครเป็นผู้ให้ข้อมูล");
  await expect(question.getByRole("radio", { checked: true })).toHaveCount(0);

  // What an answer opens is seen without a search.
  await visit(page, `/holders/${holderId}/assessment?q=wish`);
  const wish = await expectQuestion(
    page,
    "ฟังแล้ว ท่านอยากเข้าร่วมพัฒนาตนเองตามแผนนี้ไหม (ประสงค์ / ไม่ประสงค์)",
  );
  await wish.getByLabel("ไม่ประสงค์", { exact: true }).click();
  await expectAboveBar(page, wish.getByRole("radio", { name: "มีงานหรือรายได้พออยู่แล้ว" }));
  await visit(page, `/holders/${holderId}/visit`);
  await page.getByLabel("ไปพบแล้ว").check();
  await expectAboveBar(page, page.getByRole("radio", { name: "พบตัว ยังไม่ได้สัมภาษณ์", exact: true }));
});

test("a press of ต่อไป that was meant for the answered question passes over no other, by hand or by key", async ({
  as,
}) => {
  const page = await as("baac.sungmen", small);
  const other = newPerson({ subdistrictCode: "540408" });
  await importPeople(await as("treasury"), [other]);
  const secretary = await as("secretary.sungmen");
  const holderId = await holderIdOf(secretary, other);
  await command(secretary, "assignHolder", { holderId, officerCode: "5404B001" });
  const address = `/holders/${holderId}/assessment?q=willing`;
  const next = page.getByRole("button", { name: /^ต่อไป:/ });

  await visit(page, address);
  const willing = await expectQuestion(page, "ยินดีให้สัมภาษณ์หรือไม่");
  const button = await next.boundingBox();
  const [x, y] = [(button?.x ?? 0) + 20, (button?.y ?? 0) + 20];
  await willing.getByLabel("ยินดีให้สัมภาษณ์", { exact: true }).click();
  // The list names an occupation, so that nothing but the rest keeps the next page.
  await page.waitForURL(/q=occupation$/);
  await page.waitForTimeout(500);
  await page.mouse.click(x, y);
  await page.waitForTimeout(200);
  await expect(page).toHaveURL(/q=occupation$/);

  await visit(page, address);
  await expectQuestion(page, "ยินดีให้สัมภาษณ์หรือไม่");
  await next.focus();
  await page.keyboard.press("1");
  await page.waitForURL(/q=occupation$/);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  await expect(page).toHaveURL(/q=occupation$/);
  await next.click();
  await page.waitForURL(/q=occupationStatus$/);
});

function counting(page: Page) {
  let count = 0;
  return {
    taps: () => count,
    tap: async (target: Locator) => {
      count += 1;
      await target.scrollIntoViewIfNeeded();
      await target.click();
      await page.evaluate(() => new Promise(requestAnimationFrame));
    },
  };
}

/** From the question's heading to the bar at the bottom: at least 60 % of the height; and no links of other pages. */
async function expectQuestionHasTheScreen(page: Page) {
  const { height = 0 } = page.viewportSize() ?? {};
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  const bar = await page.locator("[data-actions]").boundingBox();
  expect(heading && bar, "heading and bar").toBeTruthy();
  const share = ((bar?.y ?? 0) - (heading?.y ?? 0)) / height;
  const url = page.url().replace(/^.*q=/, "");
  expect(share, `the question's share of the screen at ${url}`).toBeGreaterThanOrEqual(0.6);
  await expect(page.locator("nav[data-links]")).toBeHidden();
}

/** Something is seen above the bar that covers the bottom. */
async function expectAboveBar(page: Page, target: Locator) {
  await expect(async () => {
    const box = await target.boundingBox();
    const bar = await page.locator("[data-actions]").last().boundingBox();
    expect(box, "is on the page").toBeTruthy();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }).toPass({ timeout: 5_000 });
}
