import { expect, type Page } from "@playwright/test";
import { expectGoodPage, phone, refusedRequest, test, typeDay, visit } from "./support";

/** What is typed in a short form is there again after the phone has killed the tab (docs/security.md 3.3). */

/** Whom no other scene of this officer works with. */
async function lastPerson(page: Page) {
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const href = await page.locator("main a[href^='/holders/']").last().getAttribute("href");
  if (!href) throw new Error("Nobody is assigned");
  return href;
}

const saved = (page: Page) => expect(page.getByText(/^บันทึกร่างแล้ว \d\d\.\d\d น\.$/)).toBeVisible();
const restored = (page: Page) => page.getByText("ใส่สิ่งที่กรอกค้างไว้ครั้งก่อนให้แล้ว");

test("a visit and an appointment that were typed outlive the tab, and end with the record", async ({
  as,
}) => {
  const first = await as("cdd.wangchin", phone);
  const form = `${await lastPerson(first)}/visit`;
  await visit(first, form);
  await first.getByRole("radio", { name: /^ไปพบแล้ว/ }).check();
  await first.getByRole("radio", { name: "ไม่อยู่บ้าน" }).check();
  await first.getByLabel(/^บันทึกเพิ่มเติม/).fill("เพื่อนบ้านว่าไปสวน กลับเย็น");
  await saved(first);
  await first.close();

  const page = await as("cdd.wangchin", phone);
  await visit(page, form);
  await expect(restored(page)).toBeVisible();
  await expect(page.getByLabel(/^บันทึกเพิ่มเติม/)).toHaveValue("เพื่อนบ้านว่าไปสวน กลับเย็น");
  await expect(page.getByRole("radio", { name: "ไม่อยู่บ้าน" })).toBeChecked();
  await expectGoodPage(page);
  // Begun anew, the form is as it was before, and so it stays.
  await page.getByRole("button", { name: "ล้างแล้วเริ่มใหม่" }).click();
  await expect(page.getByRole("radio", { name: "ไม่อยู่บ้าน" })).toBeHidden();
  await page.waitForResponse((response) => response.url().endsWith("/api/commands"));
  await visit(page, form);
  await expect(restored(page)).toBeHidden();

  await page.getByRole("radio", { name: /^นัดวันพบ/ }).check();
  await typeDay(page, "วันที่นัด", "03032561");
  await saved(page);
  await page.reload();
  await expect(restored(page)).toBeVisible();
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL(/saved=appoint/);
  await visit(page, form);
  await expect(restored(page)).toBeHidden();
});

test("the reason of a refusal that was typed outlives a reload", async ({ as }) => {
  const page = await as("cdd.wangchin", phone);
  await visit(page, `${await lastPerson(page)}/refusal`);
  await page.getByRole("radio", { name: "อื่น ๆ" }).check();
  await page.getByLabel("เหตุผลอื่น").fill("ต้องปรึกษาบุตรก่อน");
  await saved(page);
  await page.reload();
  await expect(restored(page)).toBeVisible();
  await expect(page.getByLabel("เหตุผลอื่น")).toHaveValue("ต้องปรึกษาบุตรก่อน");
  await expectGoodPage(page);
});

test.describe("a session that has ended", () => {
  // The server refuses what is sent while nobody is signed in.
  test.use({ expectedComplaints: [refusedRequest] });

  test("is told beside the form, which keeps what was typed until somebody has signed in again", async ({
    as,
  }) => {
    const page = await as("cdd.wangchin", { ...phone, afresh: true });
    await visit(page, `${await lastPerson(page)}/visit`);
    await page.getByRole("radio", { name: /^ไปพบแล้ว/ }).check();
    await page.getByRole("radio", { name: "ไม่อยู่บ้าน" }).check();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByLabel(/^บันทึกเพิ่มเติม/).fill("ฝากข้อความไว้กับลูก");
    await page.getByRole("button", { name: "บันทึก", exact: true }).click();
    const beside = page.getByRole("link", { name: "เข้าสู่ระบบในแท็บใหม่" });
    await expect(beside).toHaveAttribute("target", "_blank");
    await expect(page.getByLabel(/^บันทึกเพิ่มเติม/)).toHaveValue("ฝากข้อความไว้กับลูก");
    await expectGoodPage(page);
    // As after signing in beside it.
    await page.context().addCookies(cookies);
    await page.getByRole("button", { name: "บันทึก", exact: true }).click();
    await page.waitForURL(/saved=visit/);
    await expect(beside).toHaveCount(0);
  });
});
