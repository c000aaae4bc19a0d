import { expect, type Locator, type Page } from "@playwright/test";

/** Options after which nothing else can be ticked. */
const alone = ["ไม่ประสงค์ตอบ", "ไม่มี", "ไม่ต้องการฝึก", "ไม่ว่างเลย"];

/** Waits for a question, presses the answers, and goes on where the form does not do so by itself. */
export async function answer(page: Page, question: string, ...choices: string[]) {
  const asked = await expectQuestion(page, question);
  let settled = false;
  for (const choice of choices) {
    const option = asked.getByLabel(choice, { exact: true });
    settled = alone.includes(choice) || (await option.getAttribute("type")) === "radio";
    await option.click();
  }
  if (!settled && (await isLast(page, asked))) await goOn(page);
}

/** The question as a part of its page: its heading, its answers. */
export async function expectQuestion(page: Page, question: string): Promise<Locator> {
  const asked = page.locator(`[data-question][aria-label="${question}"]`);
  await expect(asked).toBeVisible();
  return asked;
}

/** Whether no further question stands on the page. */
async function isLast(page: Page, asked: Locator): Promise<boolean> {
  const last = page.locator("[data-question]").last();
  return (await last.getAttribute("data-question")) === (await asked.getAttribute("data-question"));
}

/** The one main button, which names the next question. */
export async function goOn(page: Page) {
  await page.getByRole("button", { name: /^ต่อไป:/ }).click();
}

/** The first step of an ordinary interview, with what the list said left as it is. */
export async function walkOccupation(page: Page) {
  await answer(page, "ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่", "ดูบัตรประชาชนแล้ว ชื่อตรงกัน");
  await answer(page, "ใครเป็นผู้ให้ข้อมูล", "ผู้มีบัตร");
  await answer(page, "ยินดีให้สัมภาษณ์หรือไม่", "ยินดีให้สัมภาษณ์");
  await answer(page, "ทุกวันนี้ทำงานอะไรเป็นหลัก");
  await answer(page, "งานนั้นทำแบบไหน", "ทำของตนเอง ไม่มีลูกจ้าง");
  await answer(page, "ทำอะไรเป็นบ้าง", "ไม่ประสงค์ตอบ");
  await answer(page, "ที่ทำกินพอหรือไม่", "ไม่พอ");
  await answer(page, "ต้องดูแลใครอยู่บ้าง", "ผู้สูงอายุ");
  await answer(page, "มีข้อจำกัดในการทำงานหรือไม่", "ไม่มี");
  await expectQuestion(page, "ตอนนี้มีรายได้เดือนละประมาณเท่าไร");
  await page.getByLabel("รายได้ต่อเดือนโดยประมาณ (บาท)").fill("2,400");
  await goOn(page);
  await answer(page, "อยากทำอาชีพอะไร", "ทำอาชีพเดิม");
}

/** The second step: two causes, the market the heavier one. */
export async function walkCauses(page: Page) {
  await answer(page, "อะไรทำให้รายได้ไม่พอใช้", "ราคาผลผลิตตกต่ำ หรือไม่มีตลาดรองรับ", "ขาดทักษะ");
  await answer(page, "ข้อไหนหนักที่สุด", "ราคาผลผลิตตกต่ำ หรือไม่มีตลาดรองรับ");
}

/** The third step up to the projects. */
export async function walkDirection(page: Page) {
  await answer(page, "อยากฝึกอะไร", "ไม่ต้องการฝึก");
  await answer(page, "ว่างวันไหน", "วันเสาร์", "วันอาทิตย์");
  await answer(page, "เดินทางได้ไกลแค่ไหน", "ในอำเภอ");
}
