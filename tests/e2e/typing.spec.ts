import { expect, type Page } from "@playwright/test";
import { refusedRequest, test, visit } from "./support";

/** Digits and dates are read in one place, typed or pasted, in Thai or Arabic digits; no text is cut off. */
const ao = "gsb.mueang";

const mayPaste = { permissions: ["clipboard-read", "clipboard-write"] };

// A form that is refused is answered with 422, which the browser writes down.
test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

/** Pastes as a person does, from the clipboard and by the keyboard. */
async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

/** The form at the door of somebody who waits for an interview, and the choice of a meeting. */
async function openVisit(page: Page) {
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const href = await page
    .getByRole("main")
    .locator('a[href^="/holders/"]')
    .first()
    .getAttribute("href");
  await visit(page, `${href}/visit`);
  return { meeting: page.getByLabel("นัดวันพบ") };
}

/** The same with the day of a meeting asked for. */
async function openAppointment(page: Page) {
  const { meeting } = await openVisit(page);
  await meeting.check();
  const day = page.getByRole("group", { name: "วันที่นัด" });
  return { day, first: day.getByRole("spinbutton").first() };
}

test("a date is taken as it was copied or typed: B.E., two digits of its year, ISO, Thai months, Thai digits", async ({
  as,
}) => {
  const page = await as(ao, mayPaste);
  const { day, first } = await openAppointment(page);
  for (const written of [
    "15/03/2561",
    "๑๕/๓/๒๕๖๑",
    "15/3/61",
    "2018-03-15",
    "15032561",
    "15 มี.ค. 61",
    "วันพฤหัสบดีที่ ๑๕ มีนาคม พ.ศ. ๒๕๖๑",
  ]) {
    await first.click();
    await paste(page, "1/1/2561");
    await expect(day).toContainText("1/1/2561");
    await first.click();
    await paste(page, written);
    await expect(day, written).toContainText("15/3/2561");
  }
  await first.click();
  await page.keyboard.type("๑๖๐๓๒๕๖๑");
  await expect(day).toContainText("16/3/2561");
  await first.click();
  await page.keyboard.type("170361");
  await page.getByLabel("เวลา").focus();
  await expect(day).toContainText("17/3/2561");
});

test("a date is typed before its parts have come, and nothing of it is lost when they do", async ({
  as,
}) => {
  const page = await as(ao);
  let come = () => {};
  const comes = new Promise<void>((done) => {
    come = done;
  });
  const { meeting } = await openVisit(page);
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await comes;
    await route.continue();
  });
  await meeting.check();
  const line = page.getByRole("textbox", { name: "วันที่นัด" });
  await line.click();
  await page.keyboard.type("๑๕/๓/๖");
  const arrival = page.waitForResponse("**/_next/static/chunks/*.js");
  come();
  await (await arrival).finished();
  await page.keyboard.type("๑");
  await expect(line).toHaveValue("๑๕/๓/๖๑");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("group", { name: "วันที่นัด" })).toContainText("15/3/2561");
  await expect(page.getByLabel("เวลา")).toBeFocused();
});

test.describe("a telephone that lost its network", () => {
  test.use({ expectedComplaints: [[refusedRequest, /ERR_FAILED/], { scope: "test" }] });

  test("types a date on one line, and a text that is none is told of", async ({ as }) => {
    const page = await as(ao);
    const { meeting } = await openVisit(page);
    await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
    await meeting.check();
    const line = page.getByRole("textbox", { name: "วันที่นัด" });
    await line.fill("มะรืนนี้");
    await page.keyboard.press("Tab");
    await expect(page.getByText("อ่าน “มะรืนนี้” เป็นวันที่ไม่ได้")).toBeVisible();
    await page.unroute("**/_next/static/chunks/*.js");
    await page.getByRole("button", { name: "บันทึก", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "กรุณากรอกวันที่ให้ถูกต้อง" })).toBeVisible();
    await expect(line).toHaveValue("มะรืนนี้");
  });
});

test("what was written and is no date is said so, and never left out silently", async ({ as }) => {
  const page = await as(ao, mayPaste);
  const { day, first } = await openAppointment(page);
  await first.click();
  await paste(page, "มะรืนนี้");
  await expect(page.getByText("อ่าน “มะรืนนี้” เป็นวันที่ไม่ได้")).toBeVisible();
  await paste(page, "15/3/61");
  await expect(page.getByText("เป็นวันที่ไม่ได้")).toHaveCount(0);

  // An optional day, half typed: the form is refused, and not saved without the day.
  await page.getByLabel("ไปพบแล้ว").check();
  await page.getByLabel("ไม่พบตัว ไม่อยู่บ้าน").check();
  const next = page.getByRole("group", { name: "จะไปพบอีกวันที่" });
  await next.getByRole("spinbutton").first().click();
  await page.keyboard.type("15");
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "กรุณากรอกวันที่ให้ถูกต้อง" })).toBeVisible();
  await expect(day).toHaveCount(0);
});

test("the next meeting of an interview, half typed, is not forgotten", async ({ as }) => {
  const page = await as(ao);
  await visit(page, "/holders?cohort=must_reach&state=assigned");
  const person = page.getByRole("main").locator('a[href^="/holders/"]').nth(2);
  await visit(page, `${await person.getAttribute("href")}/assessment?q=nextContact`);
  const next = page.getByRole("group", { name: "วันที่นัด" });
  await next.getByRole("spinbutton").first().click();
  await page.keyboard.type("15");
  await page.getByRole("button", { name: /^ต่อไป/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "วันที่ไม่ถูกต้อง" })).toBeVisible();
  await expect(next).toContainText("15");
});

test("a text that is too long stays as it was pasted and says by how much", async ({ as }) => {
  const page = await as(ao, mayPaste);
  await openAppointment(page);
  await page.getByLabel("ไปพบแล้ว").check();
  const note = page.getByLabel("บันทึกเพิ่มเติม");
  await note.focus();
  await paste(page, "ก".repeat(350));
  await expect(note).toHaveValue("ก".repeat(350));
  await expect(page.getByText("ยาวเกิน 300 ตัวอักษร ตอนนี้มี 350 ตัวอักษร")).toBeVisible();
  await page.getByLabel("ไม่พบตัว ไม่อยู่บ้าน").check();
  await page.getByRole("button", { name: "บันทึก", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "ยาวเกิน 300 ตัวอักษร" })).toBeVisible();
  await expect(note).toHaveValue("ก".repeat(350));
  await note.fill("ก".repeat(300));
  await expect(page.getByText("ตอนนี้มี")).toHaveCount(0);
});

test("a moo in Thai digits narrows the list as one in Arabic digits does", async ({ as }) => {
  const page = await as(ao);
  await visit(page, "/holders?moo=๓");
  const thai = await page.getByRole("main").textContent();
  await visit(page, "/holders?moo=3");
  expect(await page.getByRole("main").textContent()).toBe(thai);
  expect(thai).toContain("หมู่ที่ 3");
});
