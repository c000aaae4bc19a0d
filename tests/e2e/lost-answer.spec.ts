import { expect, type Page } from "@playwright/test";
import { expectAccessible, refusedRequest, test, visit } from "./support";

test.use({
  expectedComplaints: [[refusedRequest, /ERR_CONNECTION_RESET/], { scope: "test" }],
});

/** The next command arrives at the server, and its answer never comes back. */
async function loseNextAnswer(page: Page) {
  await page.route(
    "**/api/commands",
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
}

test("a text edited after its answer was lost is not recorded twice, and the person is asked", async ({
  as,
}) => {
  const chief = await as("chief.long");
  await visit(chief, "/district/supervision");
  await chief.locator("main a[href^='/district/officers/']").first().click();
  const words = chief.getByLabel("ข้อความ", { exact: true });
  const send = chief.getByRole("button", { name: "ส่งข้อความ" });
  const question = chief.getByRole("dialog", { name: "การส่งครั้งก่อนบันทึกไว้แล้ว" });
  const notes = (text: string) => chief.locator("li").filter({ hasText: text });

  await words.fill("ไปพบบ้านหมู่ 3 ก่อน");
  await loseNextAnswer(chief);
  await send.click();
  await expect(chief.getByText("ยังไม่ทราบว่าบันทึกแล้วหรือไม่")).toBeVisible();

  await words.fill("ไปพบบ้านหมู่ 4 ก่อน");
  await send.click();
  await expect(question).toContainText("ส่วนที่แก้ไขหลังจากนั้นยังไม่ได้บันทึก");
  await expectAccessible(chief);
  await question.getByRole("button", { name: "ปิด" }).click();
  await expect(words).toHaveValue("ไปพบบ้านหมู่ 4 ก่อน");

  await send.click();
  await question.getByRole("button", { name: "ใช้ตามที่บันทึกไว้แล้ว" }).click();
  await expect(words).toHaveValue("");
  await expect(notes("ไปพบบ้านหมู่ 3 ก่อน")).toHaveCount(1);
  await expect(notes("ไปพบบ้านหมู่ 4 ก่อน")).toHaveCount(0);
});
