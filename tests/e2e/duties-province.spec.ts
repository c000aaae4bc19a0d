import { expect, type Page } from "@playwright/test";
import { command, expectGoodPage, phone, refusedRequest, test, typeDay, visit } from "./support";

/** The governor, the provincial treasury, the district of ลอง and the agencies. */

// Forms are sent incomplete on purpose, to see what they say.
test.use({ expectedComplaints: [[refusedRequest], { scope: "test" }] });

/** Answers the decision on the page with a yes. */
async function approve(page: Page, label: string) {
  await page.getByLabel(label, { exact: true }).check();
}
const decide = (page: Page) => page.getByRole("button", { name: "บันทึกผลการพิจารณา" }).click();

test("governor 4 supervises: finds the district that lags, opens it, sends it an instruction, its chief acknowledges", async ({
  as,
}) => {
  const governor = await as("governor");
  await visit(governor, "/province");
  await governor
    .getByRole("navigation", { name: "งานของจังหวัด" })
    .getByRole("link", { name: "ความพร้อมรายอำเภอ" })
    .click();
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("พร้อม");
  await expectGoodPage(governor);
  const card = governor
    .getByRole("listitem")
    .filter({ has: governor.getByRole("heading", { name: "อำเภอลอง" }) });
  await expect(card.getByText("ยังไม่ได้แต่งตั้งทีม ปรจ.")).toBeVisible();
  await card.getByRole("link", { name: "อำเภอลอง" }).click();
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("อำเภอลอง");
  await visit(governor, "/province/readiness");
  await card.getByRole("link", { name: "ส่งข้อสั่งการถึงอำเภอ" }).click();
  await expect(governor.getByLabel("เรื่อง", { exact: true })).toHaveValue(/ขอให้อำเภอลองเสนอรายชื่อ/);
  await expect(governor.getByLabel("ลอง", { exact: true })).toBeChecked();
  await governor.getByLabel("เนื้อหา").fill("ขอให้เสนอรายชื่อคณะทำงานภายในวันที่ 28 กุมภาพันธ์ 2561");
  await expectGoodPage(governor);
  await governor.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await governor.waitForURL("**/announcements");
  await governor.getByRole("link", { name: /ขอให้อำเภอลองเสนอรายชื่อ/ }).click();
  await approve(governor, "แจ้งอำเภอ");
  await decide(governor);
  await expect(governor.getByText("ยังไม่รับทราบ 1 อำเภอ")).toBeVisible();

  const chief = await as("chief.long", phone);
  await visit(chief, "/announcements");
  await chief.getByRole("link", { name: /ขอให้อำเภอลองเสนอรายชื่อ/ }).click();
  await chief.getByRole("button", { name: "รับทราบ" }).click();
  await chief.waitForURL("**/announcements");
  const neighbour = await as("chief.sungmen");
  await visit(neighbour, "/announcements");
  await expect(neighbour.getByRole("link", { name: /ขอให้อำเภอลองเสนอรายชื่อ/ })).toHaveCount(0);
  await governor.reload();
  await expect(governor.getByText("รับทราบครบทุกอำเภอ")).toBeVisible();
});

test("governor 1 appoints the team of a district: the treasury prepares, the governor signs, the order prints, the district sees it", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/province/teams");
  await expectGoodPage(treasury);
  await treasury.getByRole("link", { name: "ลอง", exact: true }).click();
  await expect(treasury.getByRole("heading", { level: 1 })).toHaveText("อำเภอลอง ยังไม่มีทีม ปรจ.");
  await expectGoodPage(treasury);
  await treasury.getByLabel("ประธาน (นายอำเภอ) ชื่อและนามสกุล").fill("วิรัตน์ สิทธิวงศ์");
  const members = treasury.getByLabel("คณะทำงาน บรรทัดละหนึ่งคน");
  await members.fill(
    `${await members.inputValue()}\nนางสาวอรุณี ดีมาก, สาธารณสุขอำเภอลอง, กระทรวงสาธารณสุข`,
  );
  await treasury.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await expect(treasury.getByText("กรุณาใส่คำนำหน้าชื่อ").first()).toBeVisible();
  await treasury.getByLabel("ประธาน (นายอำเภอ) ชื่อและนามสกุล").fill("นายวิรัตน์ สิทธิวงศ์");
  await treasury.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await expect(treasury.getByRole("heading", { name: "คำสั่งที่รอแต่งตั้ง" })).toBeVisible();

  const chief = await as("chief.long");
  await visit(chief, "/province/teams/5403");
  await expect(chief.getByRole("heading", { level: 1 })).toHaveText("อำเภอลอง ยังไม่มีทีม ปรจ.");

  const governor = await as("governor");
  await visit(governor, "/province/decisions");
  await expectGoodPage(governor);
  await governor.getByRole("link", { name: /แต่งตั้งทีม ปรจ. อำเภอลอง/ }).click();
  await approve(governor, "แต่งตั้งตามนี้");
  await governor.getByLabel("คำสั่งจังหวัดที่").fill("214/2561");
  await decide(governor);
  await expect(governor.getByRole("heading", { level: 1 })).toContainText("ตามคำสั่งที่ 214/2561");

  await chief.reload();
  await expect(chief.getByRole("heading", { level: 1 })).toContainText("ตามคำสั่งที่ 214/2561");
  await expect(chief.getByRole("button", { name: "ส่งให้พิจารณา" })).toHaveCount(0);
  await expectGoodPage(chief);
  await chief.getByRole("link", { name: "เปิดคำสั่ง" }).first().click();
  await expect(chief.getByText("คำสั่งจังหวัดแพร่")).toBeVisible();
  await expect(chief.getByText("ที่ ๒๑๔/๒๕๖๑")).toBeVisible();
  await expect(chief.getByText("สั่ง ณ วันที่ ๒๖ กุมภาพันธ์ พ.ศ. ๒๕๖๑")).toBeVisible();
  await expect(chief.getByText("(นายไกรสร กองแก้ว)")).toBeVisible();
  await expect(chief.getByText("นางสาวอรุณี ดีมาก")).toBeVisible();
  await expectGoodPage(chief);
});

test("governor 2 receives the Ministry's data: what arrived, by which letter, when, from whom", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/imports/new");
  await expectGoodPage(treasury);
  await treasury.getByText(/การรับข้อมูลจากกระทรวงการคลัง/).click();
  await treasury.getByLabel("ไฟล์จากกระทรวงการคลัง").setInputFiles({
    name: "รายชื่อเพิ่มเติม.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("เลขประจำตัวประชาชน,ชื่อ,นามสกุล\n,,\n"),
  });
  await treasury.getByLabel("เลขที่หนังสือกระทรวง").fill("กค 0402.4/2210");
  await typeDay(treasury, "หนังสือลงวันที่", "20022561");
  await typeDay(treasury, "ได้รับเมื่อวันที่", "19022561");
  await treasury.getByLabel("รับจาก").fill("สำนักงานเศรษฐกิจการคลัง");
  await treasury.getByLabel("แฟลชไดรฟ์").check();
  await treasury.getByRole("button", { name: "ส่งไฟล์และตรวจ" }).click();
  await expect(treasury.getByText("วันที่ได้รับต้องไม่ก่อนวันที่ของหนังสือ").first()).toBeVisible();
  await typeDay(treasury, "ได้รับเมื่อวันที่", "23022561");
  await treasury.getByRole("button", { name: "ส่งไฟล์และตรวจ" }).click();
  await treasury.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(treasury.getByText("ที่ กค 0402.4/2210 ลงวันที่ 20 กุมภาพันธ์ 2561")).toBeVisible();

  const governor = await as("governor");
  await visit(governor, "/imports");
  await expectGoodPage(governor);
  const row = governor.getByRole("row").filter({ hasText: "กค 0402.4/2210" });
  await row.getByRole("link").click();
  await expect(governor.getByText("สำนักงานเศรษฐกิจการคลัง")).toBeVisible();
  await expect(governor.getByText("แฟลชไดรฟ์")).toBeVisible();
  await expect(governor.getByText(/บันทึกโดย นางกาญจนา เมืองวัง/)).toBeVisible();
  await expectGoodPage(governor);

  // Nobody waits for this file: the next import begins without it.
  await expect(treasury.getByRole("heading", { level: 1 })).not.toHaveText("กำลังตรวจ");
  const batchId = new URL(treasury.url()).pathname.split("/").at(-1);
  await command(treasury, "discardImport", { batchId });
});

test("governor 3 sets guidelines: a second version replaces the first, and the province sees who has read it", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/announcements");
  await expectGoodPage(treasury);
  await treasury.getByRole("link", { name: /แนวทางการไปพบและสัมภาษณ์/ }).click();
  await treasury.waitForURL(/announcements\/[0-9a-f-]{36}/);
  await expectGoodPage(treasury);
  const first = treasury.url();
  await treasury.getByRole("link", { name: "จัดเตรียมฉบับใหม่" }).click();
  await expect(treasury.getByRole("heading", { level: 1 })).toContainText("จัดเตรียมฉบับใหม่แทน");
  await expectGoodPage(treasury);
  await treasury.getByLabel("เนื้อหา").fill("ให้นัดผ่านผู้ใหญ่บ้านล่วงหน้าอย่างน้อยสองวัน");
  await treasury.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await treasury.waitForURL("**/announcements");

  // The provincial treasury has the governor's delegation order and issues it in the governor's name.
  await treasury.getByRole("link", { name: /แนวทางการไปพบและสัมภาษณ์.*ฉบับที่ 2/ }).click();
  await expect(treasury.getByLabel("ถอนเรื่อง")).toHaveCount(1);
  await approve(treasury, "แจ้งอำเภอ");
  await decide(treasury);
  await expect(treasury.getByText(/ปฏิบัติราชการแทนผู้ว่าราชการจังหวัด ตามคำสั่งที่ 87\/2561/)).toBeVisible();
  await expect(treasury.getByText("ยังไม่รับทราบ 8 อำเภอ")).toBeVisible();

  const chief = await as("chief.long", phone);
  await visit(chief, "/");
  await chief.getByRole("link", { name: /แนวทางที่ยังไม่ได้รับทราบ/ }).click();
  await expectGoodPage(chief);
  await chief.getByRole("link", { name: /แนวทางการไปพบและสัมภาษณ์.*ฉบับที่ 2/ }).click();
  await expectGoodPage(chief);
  await chief.getByRole("button", { name: "รับทราบ" }).click();
  await chief.waitForURL("**/announcements");

  await treasury.reload();
  await expect(treasury.getByText("ยังไม่รับทราบ 7 อำเภอ")).toBeVisible();
  await expect(treasury.getByText(/รับทราบโดย นายวิรัตน์ สิทธิวงศ์/)).toBeVisible();
  await visit(treasury, first);
  await expect(treasury.getByText("ฉบับนี้มีฉบับใหม่แทนแล้ว")).toBeVisible();
  await expect(treasury.getByText(/ล่วงหน้าอย่างน้อยหนึ่งวัน/)).toBeVisible();
});

test("governor 5 adjusts the steps to the place: a local setting with its reason, and the Ministry's extension through two persons", async ({
  as,
}) => {
  const treasury = await as("treasury");
  await visit(treasury, "/settings");
  await expectGoodPage(treasury);
  await treasury.getByRole("link", { name: /ตอบเรื่องสอบถามหรือร้องเรียนภายใน/ }).click();
  await expectGoodPage(treasury);
  await treasury.getByLabel("จำนวนวัน").fill("0");
  await treasury.getByLabel("เหตุผลที่ปรับ").fill("หมู่บ้านบนดอย หนังสือไปกลับใช้เวลาสองสัปดาห์");
  await treasury.getByRole("button", { name: "เสนอให้พิจารณา" }).click();
  await expect(treasury.getByText("กรุณากรอกจำนวนวัน ตั้งแต่ 1 ถึง 365").first()).toBeVisible();
  await treasury.getByLabel("จำนวนวัน").fill("๒๐");
  await treasury.getByLabel("ใช้กับ").selectOption({ label: "ลอง" });
  await treasury.getByRole("button", { name: "เสนอให้พิจารณา" }).click();
  await expect(treasury.getByText("รอพิจารณา").first()).toBeVisible();

  const governor = await as("governor");
  await visit(governor, "/");
  await governor.getByRole("link", { name: /เรื่องรอพิจารณา/ }).click();
  await governor.getByRole("link", { name: /ตอบเรื่องสอบถามหรือร้องเรียนภายใน/ }).click();
  await approve(governor, "อนุมัติ");
  await decide(governor);
  await expect(governor.getByText(/อำเภอลอง: 20 วัน/)).toBeVisible();
  await expectGoodPage(governor);

  await visit(treasury, "/settings/home_visits_until");
  await typeDay(treasury, "วันสุดท้าย", "31052561");
  await treasury.getByLabel("เหตุผลที่ปรับ").fill("กระทรวงการคลังขยายเวลาสัมภาษณ์");
  await typeDay(treasury, "เริ่มใช้วันที่", "20042561");
  await treasury.getByRole("button", { name: "เสนอให้พิจารณา" }).click();
  await expect(treasury.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await treasury.getByLabel("เลขที่หนังสือกระทรวงการคลัง").fill("กค 0402.4/ว 41");
  await typeDay(treasury, "ลงวันที่", "23022561");
  await treasury.getByRole("button", { name: "เสนอให้พิจารณา" }).click();
  // The officer who proposed it cannot decide it, even with an order.
  await expect(treasury.getByText(/ต้องให้อีกคนหนึ่งอนุมัติ/)).toBeVisible();
  await expect(treasury.getByLabel("อนุมัติ", { exact: true })).toHaveCount(0);
  await visit(governor, "/settings/home_visits_until");
  await approve(governor, "อนุมัติ");
  await decide(governor);
  await expect(governor.getByText("จะเป็น 31 พฤษภาคม 2561 ตั้งแต่ 20 เมษายน 2561")).toBeVisible();
  await expect(governor.getByText("ที่ กค 0402.4/ว 41 ลงวันที่ 23 กุมภาพันธ์ 2561")).toBeVisible();
  await expectGoodPage(governor);
});

test("governor 6 assigns and coordinates agencies: a task by letter, the agency's answer, what is late on his home", async ({
  as,
}) => {
  const subject = "ขอให้อบรมความรู้ทางการเงินในอำเภอลอง";
  const governor = await as("governor");
  await visit(governor, "/");
  await governor.getByRole("link", { name: /เรื่องที่มอบหมายหน่วยงาน ดำเนินการเกินกำหนด/ }).click();
  await expect(governor.getByText("เกิน 3 วัน")).toBeVisible();
  await expectGoodPage(governor);
  await governor.getByRole("link", { name: "มอบหมายหน่วยงาน" }).click();
  await expectGoodPage(governor);
  await governor.getByLabel("หน่วยงาน", { exact: true }).selectOption("BAAC");
  await governor.getByLabel("โครงการที่เกี่ยวข้อง").selectOption("DSD-01");
  await governor.getByLabel("เรื่อง", { exact: true }).fill(subject);
  await governor.getByLabel("สิ่งที่ขอให้ดำเนินการ").fill("จัดอบรมให้เกษตรกรลูกค้าที่ประสงค์ ตำบลละหนึ่งรุ่น");
  await typeDay(governor, "ขอให้แล้วเสร็จภายในวันที่", "16032561");
  await governor.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await expect(governor.getByText("โครงการนี้ไม่ใช่ของหน่วยงานที่เลือก").first()).toBeVisible();
  await governor.getByLabel("โครงการที่เกี่ยวข้อง").selectOption("BAAC-01");
  await governor.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await governor.waitForURL("**/province/agencies");
  await governor.getByRole("link", { name: new RegExp(subject) }).click();
  await approve(governor, "ลงนามและส่งหน่วยงาน");
  await governor.getByLabel("เลขที่หนังสือ").fill("พร 0023.3/455");
  await decide(governor);
  await expect(governor.getByText("ที่ พร ๐๐๒๓.๓/๔๕๕")).toBeVisible();
  await expect(governor.getByText(/ภายในวันที่ ๑๖ มีนาคม ๒๕๖๑/)).toBeVisible();
  await expectGoodPage(governor);

  const agency = await as("agency.baac", phone);
  await visit(agency, "/");
  await agency.getByRole("link", { name: /\d เรื่องที่จังหวัดมอบหมาย/ }).click();
  await expect(agency.getByRole("heading", { level: 1 })).toContainText("รอดำเนินการ");
  await expectGoodPage(agency);
  await agency.getByRole("link", { name: new RegExp(subject) }).click();
  await expectGoodPage(agency);
  await agency.getByLabel("ดำเนินการไม่ได้").check();
  await agency.getByRole("button", { name: "ส่งคำตอบ" }).click();
  // Above the form the sentence names its field.
  await expect(agency.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(agency.getByRole("main").getByRole("alert")).toContainText(
    "รายละเอียดหรือเหตุผล: กรุณากรอกข้อนี้",
  );
  await agency.getByLabel("รับดำเนินการ", { exact: true }).check();
  await agency.getByLabel("รายละเอียดหรือเหตุผล").fill("จัดรุ่นแรกวันที่ 10 มีนาคม ที่ตำบลหัวทุ่ง");
  await agency.getByRole("button", { name: "ส่งคำตอบ" }).click();
  await agency.waitForURL("**/agency/tasks");
  await governor.reload();
  await expect(governor.getByText("จัดรุ่นแรกวันที่ 10 มีนาคม ที่ตำบลหัวทุ่ง")).toBeVisible();
  const other = await as("agency.dsd");
  await visit(other, "/agency/tasks");
  await expect(other.getByRole("link", { name: new RegExp(subject) })).toHaveCount(0);
});

test("a paper signed in the file: staff record who signed in which capacity, the governor is told, the scan is kept with it", async ({
  as,
}) => {
  const subject = "ขอรายชื่อหลักสูตรที่เปิดในเดือนมีนาคม";
  const treasury = await as("treasury");
  await visit(treasury, "/province/agencies/new");
  await treasury.getByLabel("หน่วยงาน", { exact: true }).selectOption("DSD");
  await treasury.getByLabel("เรื่อง", { exact: true }).fill(subject);
  await treasury.getByLabel("สิ่งที่ขอให้ดำเนินการ").fill("แจ้งชื่อหลักสูตรและสถานที่ฝึก");
  await typeDay(treasury, "ขอให้แล้วเสร็จภายในวันที่", "16032561");
  await treasury.getByRole("button", { name: "ส่งให้พิจารณา" }).click();
  await treasury.waitForURL("**/province/agencies");
  await treasury.getByRole("link", { name: new RegExp(subject) }).click();
  await treasury.getByLabel("ลงนามในแฟ้มแล้ว").check();
  await expect(treasury.getByLabel("ชื่อผู้ลงนาม")).toHaveValue("นายไกรสร กองแก้ว");
  await treasury.getByLabel("เลขที่หนังสือ").fill("พร 0003/460");
  await treasury.getByLabel("ชื่อผู้ลงนาม").fill("นายโชคชัย อมรวัฒน์");
  await treasury.getByLabel("ลงนามในฐานะ").selectOption("acting");
  await typeDay(treasury, "ลงนามเมื่อวันที่", "23022561");
  await decide(treasury);
  // An empty field says what is missing, and nothing is lost.
  await expect(treasury.getByText("กรุณากรอกข้อนี้").first()).toBeVisible();
  await treasury.getByLabel("ตำแหน่งของผู้ลงนาม").fill("รองผู้ว่าราชการจังหวัด");
  await expectGoodPage(treasury);
  await decide(treasury);
  await expect(
    treasury.getByText("รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน", { exact: true }),
  ).toBeVisible();
  await expect(treasury.getByText("๒๓ กุมภาพันธ์ ๒๕๖๑", { exact: true })).toBeVisible();
  await expect(treasury.getByText(/ลงนามในแฟ้มเมื่อ 23 กุมภาพันธ์ 2561 บันทึกโดย/)).toBeVisible();

  await visit(treasury, "/papers");
  await treasury.getByRole("link", { name: "สำเนาที่ลงนาม พร 0003/460" }).click();
  await treasury.getByRole("button", { name: "เก็บสำเนา" }).click();
  await expect(treasury.getByText("กรุณาเลือกไฟล์")).toBeVisible();
  const file = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  await treasury.getByLabel(/ไฟล์ PDF หรือภาพ/).setInputFiles(file("a.pdf", "<svg/>"));
  await treasury.getByRole("button", { name: "เก็บสำเนา" }).click();
  await expect(treasury.getByText("ไฟล์นี้ไม่ใช่ PDF, PNG หรือ JPEG กรุณาเลือกไฟล์อื่น")).toBeVisible();
  await treasury.getByLabel(/ไฟล์ PDF หรือภาพ/).setInputFiles(file("a.pdf", "%PDF-1.4 signed"));
  await treasury.getByRole("button", { name: "เก็บสำเนา" }).click();
  await expect(treasury.getByText("เก็บสำเนาแล้ว")).toBeVisible();
  await expect(treasury.getByText(/เก็บโดย นางกาญจนา เมืองวัง/)).toBeVisible();
  await expectGoodPage(treasury);
  const link = treasury.getByRole("link", { name: "เปิดสำเนา" });
  const scan = await treasury.request.get((await link.getAttribute("href")) ?? "");
  expect(await scan.text()).toBe("%PDF-1.4 signed");

  const governor = await as("governor");
  await visit(governor, "/notifications");
  await governor
    .getByRole("link", { name: /ลงนามในแฟ้มแล้ว โปรดตรวจสอบ/ })
    .first()
    .click();
  await expect(governor.getByText(/นายโชคชัย อมรวัฒน์.*ลงนามในแฟ้มเมื่อ/)).toBeVisible();
});

test("the governor says who holds the post of a chief: the order has its kind, the secretary acts under it", async ({
  as,
}) => {
  const governor = await as("governor");
  await visit(governor, "/orders");
  await governor.getByText("แต่งตั้งผู้รักษาราชการแทนนายอำเภอ").click();
  const card = governor
    .locator("details")
    .filter({ has: governor.getByText("เมื่อไม่มีผู้ดำรงตำแหน่งนายอำเภอ") });
  const secretaryOf = card.getByRole("option", { name: /ปลัดอำเภอสอง/ });
  const choice = (await secretaryOf.getAttribute("value")) ?? "";
  await card.getByLabel("มอบให้").selectOption(choice);
  await card.getByLabel("คำสั่งที่").fill("301/2561");
  await card.getByRole("button", { name: "บันทึกคำสั่งนี้" }).click();
  await expect(governor.getByText("รักษาราชการแทนนายอำเภอ ตามคำสั่งที่ 301/2561")).toBeVisible();
  await expectGoodPage(governor);
  const secretary = await as("secretary.song");
  await visit(secretary, "/orders");
  await expect(secretary.getByText("รักษาราชการแทนนายอำเภอ ตามคำสั่งที่ 301/2561")).toBeVisible();
});
