import { expect } from "@playwright/test";
import { demoToday } from "@tests/builders/demo-officers";
import { toThaiDigits } from "@/domain/thai";
import { onDemoDatabase } from "./demo-database";
import { expectExactCards } from "./home-cards";
import { command, expectGoodPage, officer, phone, test, visit } from "./support";

const people = [
  "governor",
  "treasury",
  "chief.denchai",
  "secretary.denchai",
  "desk1.denchai",
  "cdd.denchai",
  "agency.baac",
  "agency.dsd",
];

for (const login of people)
  test(`each number of the home page of ${login} opens exactly what it counts`, async ({ as }) => {
    expect((await expectExactCards(await as(login))).length).toBeGreaterThan(0);
  });

test("the administrator's home page has no number that opens nothing", async ({ as }) => {
  const page = await as("admin");
  await visit(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ผู้ใช้งานในระบบ \d+\sคน/);
  expect(await expectExactCards(page)).toEqual([]);
});

test("a chief short of account officers asks for them: home, district and plan name one shortage, the letters its number", async ({
  as,
}) => {
  const page = await as("chief.mueang");
  const shortage = /ต้องใช้ AO \d+\sคน มี \d+\sคน ขาด (\d+)\sคน/;
  const said = async (path: string) => {
    await visit(page, path);
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    return shortage.exec(title ?? "")?.[0] ?? title;
  };
  const onPlan = await said("/district/plan");
  const missing = shortage.exec(onPlan ?? "")?.[1];
  expect(Number(missing)).toBeGreaterThan(0);
  expect(await said("/district")).toBe(onPlan);
  // The bar has the whole name of who is signed in.
  const name = page.getByRole("banner").getByText(officer("chief.mueang").name, { exact: true });
  expect(await name.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
  expect(await said("/")).toBe(onPlan);

  await page.getByRole("link", { name: "เปิดแผนเพื่อขอ AO เพิ่ม" }).click();
  await page.waitForURL("**/district/plan");
  // Days at a place are shorter still in February: that way out stands beside the letters.
  await expect(page.getByRole("link", { name: /^ต้องเปิดเพิ่มอีก \d+ แห่งใน \d+ วัน$/ })).toBeVisible();
  // The letters together ask for what is missing, and none asks for nobody.
  const letters = page.getByRole("link", { name: /^หนังสือขอ \d+\sคน จาก / });
  await expect(letters).toHaveText([new RegExp(`^หนังสือขอ ${missing}\\sคน จาก ธ\\.ก\\.ส\\.$`)]);
  await page.getByLabel("ธ.ก.ส.", { exact: true }).fill(String(Number(missing) - 1));
  await expect(letters).toHaveCount(0);
  await page.getByLabel("ออมสิน", { exact: true }).fill("๑");
  await expect(letters).toHaveCount(2);
  await expectGoodPage(page);
  await letters.filter({ hasText: "ออมสิน" }).click();
  await expect(page.getByText(new RegExp(`AO เพิ่มจำนวน ${toThaiDigits("1")}\\sคน`))).toBeVisible();
});

test("an account officer's day begins with whom he has promised to meet today, in walking order", async ({
  as,
}) => {
  const page = await as("baac.denchai", phone);
  const { rows } = await onDemoDatabase((client) =>
    client.query<{ id: string; name: string }>(
      `SELECT h.id, h.first_name || ' ' || h.last_name AS name FROM holder h JOIN officer o ON o.id = h.account_officer_id
       WHERE o.login = 'baac.denchai' AND h.state = 'assigned' ORDER BY h.visit_subdistrict_code DESC, h.visit_moo DESC, h.id LIMIT 2`,
    ),
  );
  const [first, second] = rows as [(typeof rows)[number], (typeof rows)[number]];
  for (const [{ id }, meetAt] of [
    [second, "16:00"],
    [first, "08:00"],
  ] as const)
    await command(page, "makeAppointment", {
      holderId: id,
      meetOn: demoToday,
      meetAt,
      kind: "home",
      placeName: null,
    });

  await visit(page, "/");
  await expectGoodPage(page);
  const today = page.getByRole("heading", { level: 2, name: /^นัดวันนี้/ });
  await expect(today).toBeVisible();
  const promised = page.locator("div", { has: today }).last().getByRole("listitem");
  await expect(promised.filter({ hasText: "08.00 น. " })).toHaveCount(1);
  await expect(promised.filter({ hasText: "16.00 น. " })).toHaveCount(1);
  await expect(promised.filter({ hasText: "บ้านต่อไป" })).toHaveCount(1);
  const count = await promised.count();
  for (const { id } of [first, second])
    await expect(page.locator(`main a[href="/holders/${id}"]`)).toHaveCount(1);

  await today.getByRole("link").click();
  await page.waitForURL("**/day");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`วันนี้นัดไว้ ${count} ราย`);
  await expectGoodPage(page);
  await expectExactCards(page);
});
