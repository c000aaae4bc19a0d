import { expect, type Page } from "@playwright/test";

/** One question a page: waits for it, ticks the answers, goes on. */
export async function answer(page: Page, question: string, ...choices: string[]) {
  await expectQuestion(page, question);
  for (const choice of choices) await page.getByLabel(choice, { exact: true }).check();
  await goOn(page);
}

export async function expectQuestion(page: Page, question: string) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question);
}

/** The one main button, which names the next question. */
export async function goOn(page: Page) {
  await page.getByRole("button", { name: /^ต่อไป:/ }).click();
}

/** The first step of an ordinary interview, with what the list said left as it is. */
export async function walkOccupation(page: Page) {
  await answer(page, "ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่", "ดูบัตรประชาชนแล้ว ชื่อตรงกัน");
  await answer(page, "ใครเป็นผู้ให้ข้อมูล", "เจ้าตัว");
  await answer(page, "ยินดีให้สัมภาษณ์หรือไม่", "ยินดีให้สัมภาษณ์");
  await expectQuestion(page, "ทุกวันนี้ทำงานอะไรเป็นหลัก");
  await goOn(page);
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
