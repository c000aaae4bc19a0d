import { expect, type Page } from "@playwright/test";
import { demoOfficers } from "@tests/builders/demo-officers";
import { onDemoDatabase } from "../demo-database";
import { expectGoodPage, numberIn, phone, refusedRequest, test, visit } from "../support";

// An officer who may not see the person gets "not found".
test.use({ expectedComplaints: [refusedRequest] });

type Late = { id: string; holder: string; name: string; officer: string; district: string };

/**
 * A referral that an agency with an account has not answered by 14 March, whose account officer can sign in. The scenes
 * of February add officers, and give them people, whom the demo's sign-in page does not know.
 */
async function lateReferral(): Promise<Late> {
  const { rows } = await onDemoDatabase((client) =>
    client.query<Late>(
      `SELECT r.id, r.holder_id AS holder, r.holder_name AS name, o.login AS officer, r.district_code AS district
       FROM referral r JOIN holder h ON h.id = r.holder_id JOIN officer o ON o.id = h.account_officer_id
       WHERE r.state = 'sent' AND r.next_on < '2018-03-14' AND r.agency = 'DSD' AND o.district_code = r.district_code
         AND o.login = ANY ($1)
       ORDER BY r.id LIMIT 1`,
      [demoOfficers.map(({ login }) => login)],
    ),
  );
  const [late] = rows;
  if (!late) throw new Error("The demo has no answer that is late on 14 March");
  return late;
}
const loginOf = (role: string, district: string) =>
  demoOfficers.find((each) => each.role === role && each.districtCode === district)?.login ?? "";

const card = /หน่วยงานยังไม่ตอบเกินกำหนด/;
const told = "หน่วยงานยังไม่ได้ตอบเรื่องส่งต่อ เกินกำหนดแล้ว";

/** The number on the home page, and the list that it opens: as many, the person among them. */
async function openLate(page: Page, { name }: Late): Promise<number> {
  await visit(page, "/");
  const door = page.getByRole("link", { name: card });
  const count = Number(/\d+/.exec((await door.textContent()) ?? "")?.[0]);
  await door.click();
  await page.waitForURL("**/referrals?late=unanswered");
  // The states are parts of the list; lateness cuts across them and is counted apart.
  const states = page.getByRole("navigation", { name: "สถานะ", exact: true }).locator(".figures");
  const [all = 0, ...parts] = (await states.allTextContents()).map(numberIn);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  await expect(page.getByText(`${count} รายการที่ตรงเงื่อนไข`, { exact: true })).toBeVisible();
  await expect(page.getByText(name).first()).toBeVisible();
  await expectGoodPage(page);
  return count;
}

/** The bell shows it; the worker checks every minute. */
async function expectTold(page: Page, line: string) {
  await expect
    .poll(
      async () => {
        await visit(page, "/notifications");
        return page.getByRole("link", { name: line }).count();
      },
      { intervals: [2_000, 5_000], timeout: 90_000 },
    )
    .toBe(1);
  await expectGoodPage(page);
}

test("a referral that nobody has answered in time comes to the district chief and the account officer, and to nobody else", async ({
  as,
}) => {
  const late = await lateReferral();
  const chief = await as(loginOf("district_chief", late.district));
  const before = await openLate(chief, late);
  await expectTold(chief, told);

  const officer = await as(late.officer, phone);
  await openLate(officer, late);
  await expectTold(officer, told);

  const agency = await as("agency.dsd");
  await visit(agency, "/");
  await expect(agency.getByRole("heading", { level: 1 })).toHaveText(/รอคำตอบ \d+\sเรื่อง/);
  await openLate(agency, late);

  const elsewhere = demoOfficers.find(
    ({ role, districtCode }) => role === "district_chief" && districtCode !== late.district,
  );
  const neighbour = await as(elsewhere?.login ?? "");
  await visit(neighbour, "/referrals?state=escalated");
  await expect(neighbour.getByText(late.name)).toHaveCount(0);
  expect((await neighbour.goto(`/holders/${late.holder}/referrals`))?.status()).toBe(404);

  // The chief asks again: the agency has until another day, and it is no longer late.
  await visit(chief, `/holders/${late.holder}/referrals`);
  const asked = chief.locator("section").filter({ hasText: "กรมพัฒนาฝีมือแรงงาน" });
  await expect(asked.getByText(/^หน่วยงานยังไม่ตอบ เกิน \d+ วัน$/)).toBeVisible();
  await asked.locator("summary").filter({ hasText: "ทวงถามหน่วยงาน" }).click();
  await asked.getByRole("button", { name: "ทวงถามหน่วยงาน" }).click();
  await expect(asked.getByText("รอคำตอบ")).toBeVisible();
  await visit(chief, "/referrals?state=escalated");
  await expect(chief.getByText(`${before - 1} รายการที่ตรงเงื่อนไข`)).toBeVisible();
  await expectTold(agency, "อำเภอทวงถามเรื่องส่งต่อที่หน่วยงานของท่านยังไม่ได้ตอบ");
});
