import { expect, type Page } from "@playwright/test";
import {
  expectGoodPage,
  expectWholeHeadings,
  numberIn,
  officer,
  phone,
  ready,
  refusedRequest,
  test,
  typeDay,
  visit,
} from "./support";

// A bank's officer may not open the file of the person they sat with.
test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

/** The chief's work with caseloads: who visits whom, which bank's officer sits in, how the work goes; in สอง. */
const secretaryOf = "secretary.song";

/** Chooses the officer of that login and confirms; answers how many were moved. */
async function giveTo(page: Page, login: string): Promise<number> {
  await page.getByRole("radio", { name: new RegExp(officer(login).name) }).check();
  const confirm = page.getByRole("button", { name: /^ยืนยันมอบหมาย/ });
  const people = numberIn(await confirm.textContent());
  await confirm.click();
  await page.waitForURL("**/assign/moves");
  return people;
}

test("district chief 6 assigns those who visit in March and April: picked by hand, all of a list, and evened out", async ({
  as,
}) => {
  const page = await as(secretaryOf);
  await visit(page, "/assign");
  await expectGoodPage(page);
  const unassigned = numberIn(await page.getByRole("heading", { level: 1 }).textContent());
  await page.getByRole("link", { name: "เลือกตามหมู่บ้าน กลุ่มอาชีพ หรือเลือกรายคน" }).click();
  await page.waitForURL("**/holders?withoutOfficer=all");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `ผู้มีบัตร ${unassigned.toLocaleString("en-US")} คน`,
  );
  await expectGoodPage(page);
  await page.getByLabel("กลุ่มอาชีพ").selectOption({ label: "เกษตรกร" });
  await page.getByRole("button", { name: "แสดงรายการ" }).click();
  await page.waitForURL("**group=farmer**");
  const boxes = page.getByRole("checkbox");
  await boxes.nth(0).check();
  const picked = page.getByRole("region", { name: /^เลือกแล้ว/ });
  await expect(picked).toBeVisible();
  // Under another filter whoever was picked is out of sight, so nobody is picked.
  const farmers = page.url();
  await page
    .getByRole("link", { name: /^เลิกกรอง/ })
    .first()
    .click();
  await page.waitForURL((url) => url.href !== farmers);
  await expect(picked).toHaveCount(0);
  await page.goBack();
  await page.waitForURL(farmers);
  await expect(picked).toHaveCount(0);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "มอบหมาย 2 รายที่เลือก" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("มอบหมาย 2 คนให้ AO คนเดียว");
  await page.getByRole("radio").first().check();
  await expectGoodPage(page);
  expect(await giveTo(page, "cdd.song")).toBe(2);
  await expectGoodPage(page);

  // Back exactly as it was.
  const newest = page.getByRole("main").getByRole("listitem").first();
  await expect(newest).toContainText("มอบหมาย 2 คน");
  await newest.getByRole("button", { name: "ยกเลิกครั้งนี้" }).click();
  await page.getByRole("button", { name: "คืนทั้ง 2 คน" }).click();
  await expect(page.getByRole("heading", { name: "ยกเลิก คืนตามเดิม 2 คน" })).toBeVisible();

  // All that match, on all pages of the list.
  await visit(page, "/holders?cohort=must_reach&state=unassigned");
  const waiting = numberIn(await page.getByRole("heading", { level: 1 }).textContent());
  await page.getByRole("checkbox").first().check();
  await page
    .getByRole("link", { name: `ทั้งหมด ${waiting.toLocaleString("en-US")} รายที่ตรงเงื่อนไข` })
    .click();
  await page.waitForURL("**/assign/move?**");
  expect(await giveTo(page, "cdd.song")).toBe(waiting);
  await visit(page, "/holders?cohort=must_reach&state=unassigned");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ผู้มีบัตร 0 คน");

  const chief = await as("chief.song");
  await visit(chief, "/assign/balance");
  const { width = 0, height = 0 } = chief.viewportSize() ?? {};
  await chief.setViewportSize(phone.viewport);
  await expectGoodPage(chief);
  await expectWholeHeadings(chief);
  await chief.setViewportSize({ width, height });
  await expectGoodPage(chief);
  // Visible at once, even if the list of villages is long.
  await expect(chief.getByRole("button", { name: /^ยืนยันเกลี่ย/ })).toBeInViewport();
  await chief.getByRole("button", { name: /^ยืนยันเกลี่ย/ }).click();
  await chief.waitForURL("**/assign/moves");
  await expect(chief.getByRole("heading", { name: /^เกลี่ยภาระ/ }).first()).toBeVisible();
});

test("district chief 7 has an officer of a bank sit in: days given, matched by village and day, confirmed on his phone", async ({
  as,
}) => {
  const ao = await as("cdd.song", phone);
  await visit(ao, "/calendar");
  const village = ao.getByRole("region", { name: "หมู่บ้านที่ยังไม่ได้วางแผน" }).getByRole("link").first();
  const name = (await village.locator("strong").textContent()) ?? "";
  const address = new URL((await village.getAttribute("href")) ?? "", "http://x").searchParams;
  await village.click();
  await ready(ao);
  await typeDay(ao, "วันที่นัด", "26022561");
  await ao.getByRole("button", { name: /^เลือกทั้งหมู่บ้าน/ }).click();
  await ao.getByRole("button", { name: /^นัด \d+ ราย$/ }).click();
  await ao.waitForURL("**/calendar?planned=*");
  // Other villages may have appointments on that day too.
  const href = await ao
    .getByRole("region", { name: "26 กุมภาพันธ์ 2561" })
    .locator("div:has(> h3)")
    .filter({ hasText: name })
    .locator('a[href^="/holders/"]')
    .first()
    .getAttribute("href");

  const banker = await as("baac.song", phone);
  await visit(banker, "/");
  await banker.getByRole("link", { name: "ร่วมสัมภาษณ์", exact: true }).click();
  await banker.waitForURL("**/co-interviews");
  await typeDay(banker, "วันที่มาได้", "26022561");
  await banker.getByRole("button", { name: "แจ้งวันว่าง" }).click();
  await expect(banker.getByRole("listitem").filter({ hasText: "26 กุมภาพันธ์ 2561" })).toContainText(
    "สอง",
  );
  await expectGoodPage(banker);

  const chief = await as("chief.song");
  await visit(chief, "/district/co-interviews");
  await expectGoodPage(chief);
  const planned = chief
    .getByRole("region", { name: "26 กุมภาพันธ์ 2561" })
    .getByRole("listitem")
    .filter({ hasText: officer("cdd.song").name })
    .filter({
      hasText: new RegExp(`หมู่ที่ ${address.get("moo")} (ตำบล|ต\\.)${name.split("ตำบล")[1]}`),
    });
  // Others are matched already, so the heading alone would not prove that this one is.
  const matched = chief.waitForResponse("**/api/commands");
  await planned.first().getByRole("button", { name: "จับคู่" }).click();
  expect((await matched).ok()).toBe(true);
  await expect(
    chief.getByRole("heading", { name: "จับคู่แล้ว รอเจ้าหน้าที่ธนาคารยืนยันว่าร่วมสัมภาษณ์" }),
  ).toBeVisible();

  await banker.reload();
  const today = banker.getByRole("region", { name: "รอท่านยืนยัน 26 กุมภาพันธ์ 2561" });
  await expect(today.getByRole("listitem").first()).toBeVisible();
  await expectGoodPage(banker);
  await today.getByRole("button", { name: /^ร่วมสัมภาษณ์แล้วทั้ง/ }).click();
  await expect(today).toHaveCount(0);
  // The officer sees nothing of the person but the interview they sat in on.
  expect((await banker.goto(href ?? ""))?.status()).toBe(404);

  await visit(chief, href ?? "");
  await expect(chief.getByText(`ร่วมสัมภาษณ์: ${officer("baac.song").name}`)).toBeVisible();
});

test("district chief 8 supervises the account officers: figures that open their lists, a note that is acknowledged", async ({
  as,
}) => {
  const chief = await as("chief.song");
  await visit(chief, "/district");
  await chief.getByRole("link", { name: "กำกับดูแล AO" }).click();
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("เลยกำหนดนัดรวม");
  await expectGoodPage(chief);
  const { name } = officer("cdd.song");
  const row = chief.getByRole("row").filter({ hasText: name });
  const load = row.getByRole("link").nth(1);
  const people = numberIn(await load.textContent());
  await load.click();
  await expect(chief.getByRole("heading", { level: 1 })).toHaveText(
    `ผู้มีบัตร ${people.toLocaleString("en-US")} คน`,
  );
  await chief.goBack();
  await chief.getByRole("link", { name }).click();
  await expect(chief.getByRole("heading", { level: 1 })).toContainText(name);
  await expectGoodPage(chief);
  const words = "ขอให้เร่งนัดผู้มีบัตรหมู่ที่ 1 ให้แล้วเสร็จภายในสัปดาห์นี้";
  await chief.getByLabel("ข้อความ", { exact: true }).fill(words);
  await chief.getByRole("button", { name: "ส่งข้อความ" }).click();
  await expect(chief.getByRole("listitem").filter({ hasText: words })).toContainText("ยังไม่รับทราบ");

  const ao = await as("cdd.song", phone);
  await visit(ao, "/");
  await expectGoodPage(ao);
  const note = ao.getByRole("listitem").filter({ hasText: words });
  await note.getByRole("button", { name: "รับทราบ" }).click();
  await expect(note).toHaveCount(0);
  await chief.reload();
  await expect(chief.getByRole("listitem").filter({ hasText: words })).toContainText("รับทราบแล้ว");
});
