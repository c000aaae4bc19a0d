import { expect, type Page } from "@playwright/test";
import { onDemoDatabase } from "../demo-database";
import { addFebruaryCase, draftOf, extendToJune } from "../rule-letter";
import { expectGoodPage, numberIn, test, visit } from "../support";

/** A letter that holds from a day before it came, until each has been told on paper what changes. */

const about = "ขยายเวลาวงเงินเพิ่มเติมถึงเดือนมิถุนายน 2562 ตั้งแต่ต้นเดือนธันวาคม";
const gained = (page: Page) =>
  page.locator("dl > div").filter({ hasText: "ได้เพิ่ม" }).locator("dd").first();

/** Counts what the version would change; how many gain. */
async function compare(page: Page, path: string): Promise<number> {
  await visit(page, `${path}/what-if`);
  await page.getByRole("button", { name: "คำนวณ", exact: true }).click();
  await expect(gained(page)).toBeVisible({ timeout: 60_000 });
  await expectGoodPage(page);
  return numberIn(await gained(page).textContent());
}

/** The worker comes each minute; here at once. */
const workerComes = () =>
  onDemoDatabase((client) => client.query("SELECT graphile_worker.add_job('in_force')"));

test("in force before it came: counted, named once it is checked, decided again by two, told on paper", async ({
  as,
}) => {
  test.slow();
  const first = await as("treasury");
  await draftOf(first, { number: "กค 0402/ว 88", on: "10122561", from: "01122561", about });
  await extendToJune(first);
  await addFebruaryCase(first);
  const draft = new URL(first.url()).pathname;
  // A draft is counts alone.
  const people = await compare(first, draft);
  expect(people).toBeGreaterThan(100);
  await expect(gained(first).getByRole("link")).toHaveCount(0);

  const second = await as("treasury2");
  await visit(second, draft);
  await second.getByRole("button", { name: "ตรงกับหนังสือ ให้มีผลใช้ตั้งแต่ 1 ธันวาคม 2561" }).click();
  await expect(second.getByText("ใช้อยู่", { exact: true })).toBeVisible();

  const governor = await as("governor");
  expect(await compare(governor, draft)).toBe(people);
  await gained(governor).getByRole("link").click();
  await governor.waitForURL("**/what-if/people?change=gain");
  await expect(governor.getByRole("link", { name: /^ได้เพิ่ม/ })).toContainText(
    people.toLocaleString("en-US"),
  );
  await expect(governor.getByRole("row")).toHaveCount(51);
  await expectGoodPage(governor);
  await governor.getByRole("link", { name: "หน้าถัดไป" }).click();
  await governor.waitForURL("**&after=*");
  await expect(governor.getByRole("row")).toHaveCount(51);

  await visit(first, draft);
  await first.getByRole("button", { name: "ขอให้คำนวณใหม่" }).click();
  await expect(first.getByText("ท่านเป็นผู้ขอ", { exact: false })).toBeVisible();
  await visit(second, draft);
  await second.getByRole("button", { name: "เริ่มคำนวณใหม่" }).click();
  await expect(second.getByText(/^กำลังคำนวณ/)).toBeVisible();
  await workerComes();
  await expect(async () => {
    await visit(second, draft);
    await expect(second.getByText(/^เสร็จแล้ว คำนวณใหม่/)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 90_000 });
  await expectGoodPage(second);

  await second.getByRole("link", { name: "ผู้ที่วงเงินเปลี่ยนตามหนังสือ" }).click();
  await second.waitForURL("**/people");
  await expectGoodPage(second);
  const [name = ""] = await second.getByRole("rowheader").first().allTextContents();
  await second.emulateMedia({ media: "print" });
  await expect(second.getByText(`${name} บ้านเลขที่`)).toBeVisible();
  await expect(second.getByText(/เปลี่ยนเป็น [๐-๙,]+ บาท ถึงเดือนมิถุนายน ๒๕๖๒/).first()).toBeVisible();
});
