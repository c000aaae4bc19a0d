import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { onDemoDatabase } from "../demo-database";
import { command, expectGoodPage, phone, refusedRequest, test, visit } from "../support";

// Who calculated a run may not check it: the attempt is refused.
test.use({ expectedComplaints: [refusedRequest] });

/** Somebody who is due something since March. */
async function someoneDue(): Promise<{ id: string; name: string }> {
  const { rows } = await onDemoDatabase((client) =>
    client.query<{ id: string; name: string }>(
      `SELECT h.id, h.title || h.first_name || ' ' || h.last_name AS name FROM entitlement e JOIN holder h ON h.id = e.holder_id
       WHERE e.province_code = '54' AND e.first_month = '2018-03-01' AND e.last
         AND NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id) ORDER BY h.id LIMIT 1`,
    ),
  );
  const [person] = rows;
  if (!person) throw new Error("Nobody of the demo is due anything in March");
  return person;
}

const state = (page: Page) => page.getByRole("heading", { level: 1 });

type Sent = { id: string; baht: string };

/** The lines of the file for the Ministry, as it is downloaded. */
async function sentLines(page: Page, ready: Locator): Promise<Sent[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), ready.click()]);
  const lines: Record<string, string>[] = parse(readFileSync(await download.path()), {
    bom: true,
    columns: true,
  });
  return lines.map((line) => ({
    id: line.เลขประจำตัวประชาชน ?? "",
    baht: line["จำนวนเงิน (บาท)"] ?? "",
  }));
}

/** Which columns an answer has, as the treasury records it. */
async function recordFormat(page: Page) {
  await visit(page, "/runs/answer-format");
  await expectGoodPage(page);
  await page.getByLabel("หัวคอลัมน์เลขประจำตัวประชาชน").fill("เลขประจำตัวประชาชน");
  await page.getByLabel(/^หัวคอลัมน์จำนวนเงิน/).fill("จำนวนเงิน");
  await page.getByLabel("หนังสือหรือที่มา").fill("หนังสือ กค 0402.5/90");
  await page.getByRole("button", { name: "ใช้รูปแบบนี้" }).click();
  await page.waitForURL("**/runs");
}

/** The Ministry's file: without the last of ours, and with another amount for the first. */
async function answerWith(page: Page, sent: readonly Sent[]) {
  const rows = sent.slice(0, -1).map(({ id, baht }, at) => [id, at === 0 ? "50" : baht]);
  const buffer = Buffer.from(stringify([["เลขประจำตัวประชาชน", "จำนวนเงิน"], ...rows]));
  const file = { name: "คำตอบงวดมีนาคม.csv", mimeType: "text/csv", buffer };
  await page.getByLabel(/^ไฟล์ของกระทรวงการคลัง/).setInputFiles(file);
  await page.getByRole("button", { name: "กระทบยอดกับไฟล์นี้" }).click();
}

/** From the list of runs to the run, calculated. */
async function calculate(page: Page, month: string) {
  await visit(page, "/runs");
  await expectGoodPage(page);
  await page.getByRole("button", { name: `คำนวณงวดเดือน${month}` }).click();
  await page.getByRole("link", { name: `งวดเดือน${month}` }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await expect(state(page)).toHaveText(`งวดเดือน${month}: รอสอบทาน`, { timeout: 90_000 });
  await expect(page.getByText("ตรงกับวงเงินตามสิทธิที่คำนวณได้ขณะนี้")).toBeVisible();
  await expectGoodPage(page);
}

/** Another officer checks and certifies it. */
async function certify(page: Page, path: string, month: string) {
  await visit(page, path);
  await page.getByRole("button", { name: "สอบทานแล้ว ถูกต้อง" }).click();
  await expect(state(page)).toHaveText(`งวดเดือน${month}: รอรับรองรายชื่อ`);
  await expectGoodPage(page);
  await page.getByRole("button", { name: /^รับรองรายชื่อ / }).click();
  await expect(state(page)).toHaveText(`งวดเดือน${month}: รอส่งข้อมูล`);
}

test("a month is calculated, checked and certified by another officer, and sent; a card that the Ministry cancelled afterwards is a difference in the next run, with how it came about", async ({
  as,
}) => {
  const person = await someoneDue();
  const treasury = await as("treasury");
  await calculate(treasury, "มีนาคม 2561");
  const path = new URL(treasury.url()).pathname;
  await expect(treasury.getByText(/^ผู้คำนวณสอบทานเองไม่ได้/)).toBeVisible();

  const second = await as("treasury2");
  await certify(second, path, "มีนาคม 2561");
  const governor = await as("governor", phone);
  await visit(governor, "/notifications");
  await governor.getByRole("link", { name: /รับรองรายชื่อของงวดแล้ว/ }).click();
  await governor.waitForURL(`**${path}`);
  await expectGoodPage(governor);

  await visit(treasury, path);
  await treasury.getByLabel("CSV (UTF-8)").first().check();
  await treasury.getByRole("button", { name: "สร้างไฟล์ส่งกระทรวงการคลัง" }).click();
  await expect(state(treasury)).toHaveText("งวดเดือนมีนาคม 2561: รอคำตอบกระทรวงการคลัง");
  const ready = treasury.getByRole("link", { name: "ดาวน์โหลด" });
  await expect(ready).toBeVisible({ timeout: 90_000 });
  await expectGoodPage(treasury);
  const sent = await sentLines(treasury, ready);

  // The Ministry answers with totals alone, and they are not ours.
  await treasury.getByText("กระทรวงแจ้งเฉพาะยอดรวม").click();
  await treasury.getByLabel("จำนวนคนที่เติมวงเงินแล้ว").fill("10");
  await treasury.getByLabel(/^จำนวนเงินรวม/).fill("2000");
  await treasury.getByRole("button", { name: "กระทบยอดด้วยยอดรวม" }).click();
  await expect(state(treasury)).toHaveText("งวดเดือนมีนาคม 2561: กระทบยอดแล้ว");
  await expect(treasury.getByText(/^ยอดไม่ตรงกัน/)).toBeVisible();
  await expectGoodPage(treasury);

  // Then with its file: one of ours is not in it, another has another amount.
  await recordFormat(treasury);
  await visit(treasury, path);
  await answerWith(treasury, sent);
  const differs = treasury.getByRole("link", { name: "ดูรายการที่ไม่ตรงกัน" });
  await expect(differs).toBeVisible({ timeout: 60_000 });
  await expectGoodPage(treasury);
  await differs.click();
  await treasury.waitForURL("**/answer");
  await expectGoodPage(treasury);
  const line = (outcome: string) => treasury.getByRole("row").filter({ hasText: outcome });
  await expect(line("ลงบัญชีแล้ว ไม่มีในไฟล์กระทรวง")).toHaveCount(1);
  await expect(line("จำนวนเงินไม่ตรงกัน")).toHaveCount(1);
  await line("จำนวนเงินไม่ตรงกัน").getByRole("link", { name: "เปิดเรื่องสอบถาม" }).click();
  await treasury.waitForURL("**/inquiries/new?*");

  const { departureId } = await command<{ departureId: string }>(treasury, "recordCancellation", {
    holderId: person.id,
    cancelledOn: "2018-02-15",
    source: "ministry_letter",
    number: "กค 0402.5/118",
    sourceOn: "2018-06-01",
  });
  await command(second, "confirmCancellation", { departureId, outcome: "confirmed", note: null });

  await calculate(second, "เมษายน 2561");
  await second.getByRole("link", { name: /^ดูทั้งหมด/ }).click();
  await second.waitForURL(/\/differences\?run=/);
  await expectGoodPage(second);
  await second.getByRole("link", { name: person.name }).click();
  await second.waitForURL(new RegExp(`/holders/${person.id}`));
  const ledger = second.locator("#ledger");
  await ledger.getByText("คิดมาอย่างไร").click();
  await expect(ledger.getByText("เสียชีวิตหรือบัตรถูกยกเลิก")).toBeVisible();
  await expectGoodPage(second);
});
