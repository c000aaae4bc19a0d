import { expect, type Page } from "@playwright/test";
import { demoToday } from "@tests/builders/demo-officers";
import { inOrderOfDay } from "@/domain/walk";
import { onDemoDatabase } from "./demo-database";
import { command, expectGoodPage, phone, test, visit } from "./support";

const login = "dopa.song";

type Row = {
  id: string;
  name: string;
  district_code: string;
  sub: string;
  moo: number;
  house: string;
};

/** Holders of the officer who wait for an interview and have no day yet. */
async function waiting(): Promise<Row[]> {
  const { rows } = await onDemoDatabase((client) =>
    client.query<Row>(
      `SELECT h.id, h.search_name AS name, h.district_code, h.visit_subdistrict_code AS sub, h.visit_moo AS moo,
         h.visit_house_no AS house
       FROM holder h JOIN officer o ON o.id = h.account_officer_id
       WHERE o.login = $1 AND h.state = 'assigned'
         AND NOT EXISTS (SELECT FROM absence a WHERE a.holder_id = h.id)
         AND NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id) ORDER BY h.id LIMIT 6`,
      [login],
    ),
  );
  return rows;
}

/** The officer's appointments of today, those of the demo included, in the order of the day. */
async function appointed(): Promise<string[]> {
  const { rows } = await onDemoDatabase((client) =>
    client.query<Row & { at: string | null }>(
      `SELECT h.id, h.search_name AS name, h.district_code, h.visit_subdistrict_code AS sub, h.visit_moo AS moo,
         h.visit_house_no AS house, a.meet_at AS at
       FROM appointment a JOIN holder h ON h.id = a.holder_id JOIN officer o ON o.id = h.account_officer_id
       WHERE o.login = $1 AND a.status = 'planned' AND a.meet_on = $2`,
      [login, demoToday],
    ),
  );
  const people = rows.map(({ id, name, sub, moo, house, at }) => ({
    id,
    subdistrictCode: sub,
    moo,
    houseNo: house,
    name,
    meetAt: at,
  }));
  return inOrderOfDay(people).map(({ id }) => id);
}

test("the day goes from house to house: one next house on every page, and after each record back to the day", async ({
  as,
}) => {
  const page = await as(login, phone);
  const people = await waiting();
  for (const { id: holderId } of people)
    await command(page, "makeAppointment", {
      holderId,
      meetOn: demoToday,
      meetAt: null,
      kind: "home",
      placeName: null,
    });
  const order = await appointed();
  expect(order).toEqual(expect.arrayContaining(people.map(({ id }) => id)));

  await visit(page, "/day");
  await expectGoodPage(page);
  expect((await idsOn(page)).filter((id) => order.includes(id))).toEqual(order);
  const next = await nextOn(page);
  for (const other of ["/", "/calendar"]) {
    await visit(page, other);
    expect(await nextOn(page), `the next house on ${other}`).toBe(next);
  }

  await visit(page, "/day");
  const row = page.getByRole("listitem").filter({ hasText: "บ้านต่อไป" });
  await expect(row.getByRole("link", { name: /^โทร/ })).toHaveAttribute("href", /^tel:0\d{8,9}$/);
  await row.getByRole("link", { name: "ไม่พบตัว" }).click();
  // The button has said it: one more press keeps it, and how exactly can still be chosen.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ไม่พบตัว");
  await expect(page.getByLabel("ไม่พบตัว ไม่อยู่บ้าน")).toBeChecked();
  await expect(page.getByRole("radio", { checked: false })).toHaveCount(4);
  await page.getByLabel("ไม่พบตัว ฝากข้อความไว้กับคนในบ้านหรือญาติ").check();
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await page.waitForURL("**/day?*");
  await expect(page.getByRole("status")).toContainText("สถานะ ไปพบแล้วไม่พบตัว");
  const after = await nextOn(page);
  expect(after).not.toBe(next);

  const second = page.getByRole("listitem").filter({ hasText: "บ้านต่อไป" });
  await second.getByRole("link", { name: "ไม่ให้สัมภาษณ์" }).click();
  await page.getByRole("radio", { name: "ไม่มีเวลา" }).check();
  await page.getByRole("button", { name: "บันทึกไม่ให้สัมภาษณ์" }).click();
  await page.waitForURL("**/day?*");
  await expect(page.getByText(/ไม่ให้สัมภาษณ์แล้ว มีผลเมื่ออำเภอยืนยัน/)).toBeVisible();

  const third = page
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="/holders/${order[3]}"]`) });
  await third.getByRole("link", { name: "เลื่อนนัด" }).click();
  await expect(page.getByLabel("นัดวันพบ")).toBeChecked();

  for (const sheet of ["/day/sheet", "/day/calls"]) {
    await visit(page, sheet);
    await expectGoodPage(page);
  }
});

/** The ids of the people of the day in the order of the page. */
async function idsOn(page: Page): Promise<string[]> {
  const links = await page
    .locator('main a[href^="/holders/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links.flatMap((href) => /^\/holders\/([^/?]+)$/.exec(href)?.[1] ?? []);
}

async function nextOn(page: Page): Promise<string> {
  const marked = page.getByRole("listitem").filter({ hasText: "บ้านต่อไป" });
  await expect(marked).toHaveCount(1);
  const href = await marked.locator('a[href^="/holders/"]').first().getAttribute("href");
  return href?.split("/").at(2) ?? "";
}
