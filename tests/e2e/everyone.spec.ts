import { expect } from "@playwright/test";
import { demoPassword } from "@/domain/demo";
import { roles } from "@/domain/policy";
import { expectGoodPage, officer, phone, refusedRequest, test, visit } from "./support";

// No test here depends on another: both workers take tests from this file.
test.describe.configure({ mode: "parallel" });

/** One officer of each role, and the pages they reach besides their navigation. */
const staff = [
  { login: "governor", also: ["/search"] },
  { login: "treasury", also: ["/search", "/exports", "/imports/new", "/registrations"] },
  { login: "chief.mueang", also: ["/assign", "/desk/places", "/exports", "/registrations"] },
  { login: "secretary.mueang", also: ["/assign", "/desk/confirmations"] },
  { login: "desk1.mueang", also: ["/desk/papers", "/desk/today", "/desk/confirmations"] },
  { login: "gsb.mueang", also: ["/search"] },
  { login: "agency.dsd", also: [] },
  { login: "admin", also: ["/clock", "/area-maps"] },
  { login: "nation", also: ["/nation?province=54"] },
] as const;

/** Pages that are long and the same for everybody: only the agency's officer opens them. */
const shared = ["/catalogue", "/interpretations"];

test("every role is walked below", () => {
  expect(staff.map(({ login }) => officer(login).role)).toEqual([...roles]);
});

for (const { login, also } of staff)
  test(`${login}: home and every page of the navigation are good at 1280 and 360 pixels`, async ({
    as,
  }) => {
    test.slow();
    const page = await as(login);
    await visit(page, "/");
    const links = await page
      .getByRole("navigation", { name: "เมนูหลัก" })
      .getByRole("link")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const path of new Set(["/", ...links, ...also])) {
      if (shared.includes(path) && !login.startsWith("agency.")) continue;
      await page.setViewportSize({ width: 1280, height: 900 });
      const answer = await visit(page, path);
      expect(answer?.status(), path).toBe(200);
      await expectGoodPage(page);
      await page.setViewportSize(phone.viewport);
      await expectGoodPage(page);
    }
  });

test.describe("signing in and out", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

  test("the sign-in page is good at both widths", async ({ openWindow }) => {
    const page = await openWindow();
    await visit(page, "/sign-in");
    await expect(page.getByRole("heading", { name: "ระบบสาธิต" })).toBeVisible();
    await expectGoodPage(page);
    await page.setViewportSize(phone.viewport);
    await expectGoodPage(page);
  });

  test("who signs out is out, whatever he still has open", async ({ as }) => {
    const page = await as("chief.mueang", { afresh: true });
    const cookies = await page.context().cookies();
    await page.getByRole("button", { name: "ออกจากระบบ" }).click();
    await page.waitForURL("**/sign-in");
    await page.context().addCookies(cookies);
    await page.goto("/holders");
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test("a wrong password is told without saying which of the two was wrong", async ({
    openWindow,
  }) => {
    const page = await openWindow();
    await visit(page, "/sign-in");
    await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
    await expect(page.getByText("กรุณากรอกชื่อผู้ใช้")).toBeVisible();
    for (const login of ["governor", "ไม่มีผู้ใช้นี้"]) {
      await page.getByLabel("ชื่อผู้ใช้").fill(login);
      await page.getByLabel("รหัสผ่าน", { exact: true }).fill("ไม่ใช่รหัสผ่านของใคร");
      await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
      await expect(page.getByText("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง")).toBeVisible();
      await expect(page.getByLabel("รหัสผ่าน", { exact: true })).toHaveValue("");
    }
    // A good sign-in, so that this test's failures never add up to a lock.
    await page.getByLabel("ชื่อผู้ใช้").fill("governor");
    await page.getByLabel("รหัสผ่าน", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/");
  });

  test("after five wrong passwords the right one has to wait", async ({ openWindow }) => {
    const page = await openWindow();
    const { login } = officer("desk2.nongmuangkhai");
    await visit(page, "/sign-in");
    for (const password of ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", demoPassword]) {
      await page.getByLabel("ชื่อผู้ใช้").fill(login);
      await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
      const answered = page.waitForResponse(/callback\/credentials/);
      await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click();
      await answered;
      // The form has handled the answer and is ready for the next try.
      await expect(page.getByLabel("รหัสผ่าน", { exact: true })).toHaveValue("");
    }
    await expect(page.getByText("ระบบพักการเข้าใช้ชื่อนี้ 15 นาที")).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test("big text stays on, and still fits a phone", async ({ as }) => {
  const page = await as("baac.mueang");
  await visit(page, "/");
  const size = () =>
    page.getByRole("heading", { level: 1 }).evaluate((found) => getComputedStyle(found).fontSize);
  const before = Number.parseFloat(await size());
  await page.getByRole("button", { name: "ตัวอักษรใหญ่" }).click();
  await visit(page, "/holders");
  await expect(page.getByRole("button", { name: "ตัวอักษรใหญ่" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(Number.parseFloat(await size())).toBeGreaterThan(before);
  await page.setViewportSize(phone.viewport);
  await expectGoodPage(page);
});

test.describe("what is not there", () => {
  test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

  test("the demo's clock is the administrator's, and never goes back", async ({ as }) => {
    const chief = await as("chief.mueang");
    expect((await chief.goto("/clock"))?.status()).toBe(404);

    const page = await as("admin");
    await visit(page, "/clock");
    await page.getByRole("spinbutton").first().click();
    await page.keyboard.type("01022561");
    await page.getByRole("button", { name: "เลื่อนวันที่", exact: true }).click();
    await expect(page.getByText("เลือกวันที่หลังวันปัจจุบันของระบบสาธิต")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^วันที่ของระบบสาธิต:/);
  });

  test("an address that does not exist says so and shows the way home", async ({ as }) => {
    const page = await as("chief.mueang");
    const answer = await page.goto("/holders/00000000-0000-4000-8000-000000000000");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ไม่พบหน้าที่ต้องการ");
    await page.getByRole("link", { name: "กลับหน้าแรก" }).click();
    await expect(page).toHaveURL(/\/$/);
  });
});

test("the first press of Tab leads past the frame to the content", async ({ as }) => {
  const page = await as("chief.mueang");
  await visit(page, "/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "ข้ามไปยังเนื้อหา" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});
