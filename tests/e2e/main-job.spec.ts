import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { streamXlsxRows } from "hucre/xlsx";
import { exportAs } from "./exports";
import {
  answer,
  expectQuestion,
  goOn,
  walkCauses,
  walkDirection,
  walkOccupation,
} from "./interview";
import {
  asUpload,
  expectEquation,
  fullName,
  listFile,
  newPerson,
  withUnknownColumn,
} from "./register";
import {
  expectGoodPage,
  expectNoSidewaysScroll,
  numberIn,
  phone,
  ready,
  test,
  visit,
} from "./support";

/**
 * The whole main job on a file of new people: import, intent, assignment, interview, rules,
 * the district's numbers, the province's export. One journey, since each officer takes over from the one before.
 */
test("a list becomes a plan, a sum and a line in the province's export", async ({ as }) => {
  test.slow();
  const person = newPerson();
  const others = Array.from({ length: 3 }, () => newPerson());
  const people = [person, ...others];
  const chief = await as("chief.long");
  const before = await figuresOf(chief);

  await test.step("the provincial officer imports the list", async () => {
    const page = await as("treasury");
    await importByScreens(page, withUnknownColumn(listFile(people)), people.length);
  });

  await test.step("the receiving officer records the intent by keyboard only", async () => {
    const page = await as("desk1.long");
    await recordIntentByKeyboard(page, person.nationalId, fullName(person));
  });

  await test.step("the secretary gives the subdistrict to an account officer who is no banker", async () => {
    const page = await as("secretary.long");
    await visit(page, "/assign");
    await page.getByRole("checkbox", { name: /ตำบลบ้านปิน/ }).check();
    await page.getByRole("radio", { name: /นางสาวจิราพร ขันมูล/ }).check();
    await page.getByRole("button", { name: "ตรวจก่อนมอบหมาย" }).click();
    const preview = page.getByRole("dialog");
    await expect(preview).toContainText("จะอยู่ในความรับผิดชอบของ นางสาวจิราพร ขันมูล");
    await preview.getByRole("button", { name: /^ยืนยันมอบหมาย/ }).click();
    await expect(page.getByText(/มอบหมาย \d+ คนให้ นางสาวจิราพร ขันมูล แล้ว$/)).toBeVisible();
  });

  await test.step("the account officer interviews on a phone", async () => {
    const page = await as("cdd.long", phone);
    await visit(page, "/search");
    await page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(person.nationalId);
    await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
    await page.getByRole("link", { name: fullName(person) }).click();
    await page.getByRole("link", { name: "เริ่มสัมภาษณ์" }).click();
    await expectQuestion(page, "ผู้ที่สัมภาษณ์คือบุคคลนี้ใช่หรือไม่");
    await ready(page);
    await interview(page);
  });

  await test.step("the case file shows the plan and how the sum is reckoned", async () => {
    const page = await as("cdd.long");
    await openCaseFile(page, person.nationalId, fullName(person));
    await expect(page.getByRole("heading", { name: "แผนรายบุคคล" })).toBeVisible();
    await expect(page.getByText("โครงการตลาดประชารัฐ").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "200 × 10 เดือน = 2,000 บาท" })).toBeVisible();
    await expect(page.getByText("วิธีคำนวณวงเงิน")).toBeVisible();
    await expect(page.getByText("ตามสิทธิที่คำนวณได้ (มิใช่ยอดที่ได้รับจริง)")).toBeVisible();
    await expect(page.locator("q").first()).not.toBeEmpty();
    await expect(page.getByText("สัมภาษณ์แล้ว ประสงค์ จัดทำแผน 1 โครงการ")).toBeVisible();
    await expectGoodPage(page);
  });

  await test.step("the chief's numbers have moved, and a number opens exactly those it counts", async () => {
    const after = await figuresOf(chief);
    expect(after.everyone).toBe(before.everyone + people.length);
    expect(after.interviewed).toBe(before.interviewed + 1);
    await chief.getByRole("link", { name: /^สัมภาษณ์แล้ว ประสงค์/ }).click();
    await expect(chief.getByRole("heading", { level: 1 })).toHaveText(
      `ผู้มีบัตร ${after.interviewed.toLocaleString("en-US")} คน`,
    );
    if (after.interviewed <= 50)
      await expect(chief.getByRole("table").locator("tbody tr")).toHaveCount(after.interviewed);
  });

  await test.step("the province exports the list, masked, as CSV and as XLSX", async () => {
    const page = await as("treasury");
    await visit(page, "/holders?district=5403&cohort=must_reach&state=interviewed");
    const listed = numberIn(await page.getByRole("heading", { level: 1 }).textContent());
    await page.getByRole("link", { name: "ส่งออกรายการนี้" }).click();
    const masked = person.nationalId.slice(-4).replace(/^(\d)(\d\d)(\d)$/, "x-xxxx-xxxx$1-$2-$3");

    const csv = await readFile(await exportAs(page, "csv"), "utf8");
    expect(csv).toContain("เลขประจำตัวประชาชน");
    expect(csv).toContain(person.lastName);
    expect(csv).toContain(masked);
    expect(csv).not.toContain(person.nationalId);

    const [header, ...rows] = await rowsOfWorkbook(await exportAs(page, "xlsx"));
    expect(header?.[0]).toBe("เลขประจำตัวประชาชน");
    expect(rows).toHaveLength(listed);
    expect(rows.find((row) => row.includes(person.lastName))?.[0]).toBe(masked);
  });
});

/** What the district's page says of everybody and of those who were interviewed. */
async function figuresOf(page: Page) {
  await visit(page, "/district");
  const everyone = page.getByRole("heading", { name: /กลุ่มเป้าหมาย/ });
  const interviewed = page.getByRole("listitem").filter({ hasText: /^สัมภาษณ์แล้ว ประสงค์/ });
  return {
    everyone: numberIn(await everyone.textContent()),
    interviewed: numberIn(await interviewed.textContent()),
  };
}

async function importByScreens(page: Page, file: Buffer, rows: number) {
  await visit(page, "/imports/new");
  await page.getByLabel("ไฟล์จากกระทรวงการคลัง").setInputFiles(asUpload("รายชื่อเพิ่ม.csv", file));
  await page.getByRole("button", { name: "ส่งไฟล์และตรวจ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("คอลัมน์ใดคือข้อมูลใด");
  await expect(page.getByLabel("เลขประจำตัวประชาชน")).toHaveValue("0");
  await ready(page);
  await page.getByRole("button", { name: "ตรวจรายชื่อ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `ตรวจแล้ว ${rows} แถว นำเข้าได้ ${rows} แถว`,
  );
  await expectEquation(page, { rows, created: rows });
  await page.getByRole("button", { name: `บันทึก ${rows} ราย` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `บันทึกแล้ว ${rows} ราย จาก ${rows} แถว`,
  );
}

/** From the empty box to the receipt without a mouse, with the keys that the page names. */
async function recordIntentByKeyboard(page: Page, nationalId: string, name: string) {
  const { keyboard } = page;
  await visit(page, "/desk");
  await expect(page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ")).toBeFocused();
  await keyboard.type(nationalId);
  await keyboard.press("Enter");
  await expect(page.getByRole("link", { name })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await ready(page);
  await expect(page.getByLabel("ถามปีเกิดและหมู่ที่แล้ว")).toBeFocused();
  await expect(page.getByText("18,000")).toHaveCount(0);
  // Identity; yes; both consents; no telephone, no other address, no other name; signature.
  for (const key of ["Space", "Enter", "1", "Enter", "1", "Enter", "1", "Enter"])
    await keyboard.press(key);
  for (let field = 0; field < 3; field += 1) await keyboard.press("Enter");
  await keyboard.press("1");
  await keyboard.press("Control+Enter");
  await expect(page.getByText("ใบรับเลขที่")).toBeVisible();
  await expect(page.getByRole("link", { name: "คนต่อไป" })).toBeFocused();
  await page.getByRole("link", { name: "พิมพ์ใบรับ" }).press("Enter");
  await expect(page.getByText("ใบรับนี้แสดงว่าอำเภอรับเรื่องไว้แล้ว ยังไม่ใช่หลักฐานว่าได้รับเงิน")).toHaveCount(2);
  // Both parts on one sheet of paper: nobody wants the half of a receipt.
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
}

async function interview(page: Page) {
  await walkOccupation(page);
  await walkCauses(page);
  await page.getByRole("button", { name: /ดูทั้งหมด/ }).click();
  await expect(page.getByRole("dialog")).toContainText("โครงการตลาดประชารัฐ");
  await page.getByRole("dialog").getByRole("button", { name: "ปิด" }).click();
  await walkDirection(page);
  await expectQuestion(page, "สนใจโครงการใดบ้าง");
  await page.getByRole("checkbox", { name: /โครงการตลาดประชารัฐ/ }).check();
  await expectNoSidewaysScroll(page);
  await goOn(page);
  await answer(page, "ตกลงทำโครงการใดบ้าง");
  await expect(page.getByText(/200 บาท × 10 เดือน\s*= 2,000 บาท/)).toBeVisible();
  await answer(page, "ฟังแล้ว ท่านอยากเข้าร่วมพัฒนาตนเองตามแผนนี้ไหม (ประสงค์ / ไม่ประสงค์)", "ประสงค์");
  await answer(page, "ให้เราส่งชื่อและเบอร์โทรของท่านให้หน่วยงานนี้ได้ไหม", "ยินยอม");
  await answer(page, "ลงชื่อและวันที่ในแบบ", "ลงลายมือชื่อ");
  // The officer's agency is not a bank, so the form asks for a bank's officer.
  await expect(page.getByText("ส่งแบบได้ แต่ระบบจะบันทึกคำเตือนว่าไม่มีผู้ร่วมสัมภาษณ์ไว้กับแบบนี้")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("radio", { name: /นายชาญชัย กันทะใจ/ }).check();
  await goOn(page);
  await answer(page, "นัดครั้งต่อไปเมื่อไร", "ไม่ประสงค์ตอบ");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ตอบครบแล้ว ส่งแบบประเมินได้");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "ส่งแบบประเมิน" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("สัมภาษณ์แล้ว ประสงค์พัฒนาตนเอง");
  await expectNoSidewaysScroll(page);
}

async function openCaseFile(page: Page, nationalId: string, name: string) {
  await visit(page, "/search");
  await page.getByLabel("เลขประจำตัวประชาชน ชื่อ หรือเลขที่ใบรับ").fill(nationalId);
  await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

async function rowsOfWorkbook(path: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(await readFile(path))) rows.push([...values]);
  return rows;
}
