import { expect, type Page } from "@playwright/test";
import { impossibleId } from "@tests/builders/people";
import { onDemoDatabase } from "./demo-database";
import {
  command,
  expectGoodPage,
  numberIn,
  officer,
  originOf,
  refusedRequest,
  test,
  typeDay,
  visit,
} from "./support";

/** The district's preparation: the duties 1–5 of the chief, and desk mode; in เด่นชัย. */
const chief = "chief.denchai";
const refused = [refusedRequest];

/** How many people an officer has; the telephone beside it is a link as well. */
const peopleLink = 'a:not([href^="tel:"])';

test("district chief 1 announces places and days: the notice of the district and a letter to each subdistrict", async ({
  as,
}) => {
  const page = await as(chief);
  await visit(page, "/desk/places");
  await page.getByLabel("ชื่อสถานที่").fill("ศาลาวัดบ่อแก้ว");
  await page.getByRole("button", { name: /ประกาศ/ }).click();
  await expect(page.getByRole("rowheader", { name: "ศาลาวัดบ่อแก้ว" })).toBeVisible();
  await expectGoodPage(page);

  await page.getByRole("link", { name: "พิมพ์ประกาศอำเภอ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("กำหนดสถานที่และวันรับแจ้ง");
  const row = page.getByRole("row").filter({ hasText: "ศาลาวัดบ่อแก้ว" });
  await expect(row).toContainText("๒๖ – ๒๘ กุมภาพันธ์ ๒๕๖๑");
  await expectGoodPage(page);
  // On paper nothing but the notice.
  await page.emulateMedia({ media: "print" });
  await expect(row).toBeVisible();
  await expect(page.getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });

  await visit(page, "/desk/places/letters");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("หนังสือถึง อปท. 5 ฉบับ");
  await expectGoodPage(page);
  await page.getByRole("link", { name: "เปิดหนังสือ แม่จั๊วะ" }).click();
  await expect(page.getByText("นายกองค์การบริหารส่วนตำบลแม่จั๊วะ").first()).toBeVisible();
  await expect(page.getByText("ที่ มท ๐๘๑๐.๖/ว ๓๙๒")).toBeVisible();
  await page.getByLabel("เรียน (ผู้รับหนังสือ)").fill("นายกเทศมนตรีตำบลแม่จั๊วะ");
  await page.getByRole("button", { name: "ยืนยันผู้รับหนังสือ" }).click();
  await expect(page.getByText("นายกเทศมนตรีตำบลแม่จั๊วะ").first()).toBeVisible();
  // Signed in the file: number and day are recorded, and the paper stays as it was signed.
  await page.getByLabel("เลขที่").fill("พร 0518/ว 12");
  await typeDay(page, "วันที่ลงนาม", "26022561");
  await page.getByRole("button", { name: "บันทึกการลงนาม" }).click();
  await expect(page.getByText("ที่ พร ๐๕๑๘/ว ๑๒")).toBeVisible();
  await expect(page.getByText("๒๖ กุมภาพันธ์ ๒๕๖๑")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "ทะเบียนหนังสือส่ง" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "ออกหนังสือ คำสั่ง และประกาศแล้ว 1 ฉบับ",
  );
  await expectGoodPage(page);
  await page.getByRole("link", { name: "เปิด พร 0518/ว 12" }).click();
  await expect(page.getByText("ที่ พร ๐๕๑๘/ว ๑๒")).toBeVisible();
  await expectGoodPage(page);
  await visit(page, "/desk/places/letters");
  await expect(page.getByRole("row").filter({ hasText: "พร 0518/ว 12" })).toContainText(
    "นายกเทศมนตรีตำบลแม่จั๊วะ",
  );
});

test("district chief 2 classifies, analyses and plans: each cell opens its list, the plan says who is missing", async ({
  as,
}) => {
  const page = await as(chief);
  await visit(page, "/district/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ต้องใช้ AO");
  await expectGoodPage(page);
  const cells = async () => {
    const texts = await page.getByRole("table").getByRole("row").allInnerTexts();
    return texts.map((text) =>
      text
        .split("\t")
        .slice(1)
        .map((cell) => (/\d/.test(cell) ? numberIn(cell) : 0)),
    );
  };
  const table = (await cells()).slice(1);
  const foot = table.at(-1) ?? [];
  for (const [column, whole] of foot.entries())
    expect(table.slice(0, -1).reduce((sum, line) => sum + (line[column] ?? 0), 0)).toBe(whole);
  const whole = foot.at(-1) ?? 0;
  expect(whole).toBeGreaterThan(500);

  // One cell of those who must be reached: the list counts exactly those.
  await page.getByRole("link", { name: /ไม่เกิน 60 ปี · ไม่เกิน 30,000/ }).click();
  await page.waitForURL(/age=up_to_60&income=up_to_30000/);
  const cell = page.getByRole("table").locator("tbody").getByRole("link").first();
  const narrowed = page.url();
  // Read again if another scene has registered or moved somebody in between.
  await expect(async () => {
    await visit(page, narrowed);
    const people = numberIn(await cell.textContent());
    await cell.click();
    await page.waitForURL(/\/holders\?/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      people.toLocaleString("en-US"),
      { timeout: 10_000 },
    );
  }).toPass({ timeout: 60_000 });

  await visit(page, "/district/plan");
  await page.getByLabel("AO หนึ่งคนสัมภาษณ์ได้วันละกี่คน").fill("๑");
  await expect(page.getByText("AO ที่ยังขาด")).toBeVisible();
  await page.getByLabel("หมายเหตุของแผน").fill("ขอ AO จาก ธ.ก.ส. สาขาเด่นชัยเพิ่ม");
  await page.getByRole("button", { name: "บันทึกเป็นแผนฉบับใหม่" }).click();
  const saved = page.getByText(/บันทึกแผนฉบับที่ \d+ แล้ว/);
  await expect(saved).toBeVisible();
  const version = numberIn(await saved.textContent());
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ขาด");
  // The list comes anew a moment after the form has said that it saved.
  await page.getByRole("link", { name: `ฉบับที่ ${version}`, exact: true }).click();
  await expect(page.getByText("ขอ AO จาก ธ.ก.ส. สาขาเด่นชัยเพิ่ม")).toBeVisible();
  await expectGoodPage(page);
});

test("district chief 3 sets methods and briefs the team: agenda, attendance sheet, who came", async ({
  as,
}) => {
  const page = await as(chief);
  await visit(page, "/district/briefings");
  await expectGoodPage(page);
  await page.getByLabel("สถานที่ประชุม").fill("หอประชุมอำเภอเด่นชัย");
  await page.getByLabel("เวลา").fill("๙.๓๐");
  await page.getByLabel("วิธีปฏิบัติงาน").fill("ลงพื้นที่ทีละหมู่บ้าน นัดผ่านผู้ใหญ่บ้าน");
  await page.getByLabel("ระเบียบวาระ").fill("ชี้แจงมาตรการ\nซักซ้อมแบบประเมิน");
  await page.getByRole("button", { name: "บันทึกการนัดประชุม" }).click();
  await page
    .getByRole("link", { name: /09\.30 น\. ณ หอประชุมอำเภอเด่นชัย/ })
    .first()
    .click();
  await expect(page.getByText("วาระที่ ๒")).toBeVisible();
  await expect(
    page.getByRole("row").filter({ hasText: officer("cdd.denchai").name }),
  ).toBeVisible();
  await expectGoodPage(page);
  await page.getByLabel(officer("cdd.denchai").name).check();
  await page.getByLabel(officer("desk1.denchai").name).check();
  await page.getByLabel("ผู้มาประชุมที่ไม่มีในรายชื่อ").fill("กำนันตำบลเด่นชัย");
  await page.getByRole("button", { name: "บันทึกผู้มาประชุม" }).click();
  await expect(page.getByRole("heading", { name: "ผู้มาประชุม 3 คน" })).toBeVisible();
  await visit(page, "/district/briefings");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ประชุมชี้แจงทีมแล้ว");
});

test.describe("sign-ins that are refused", () => {
  test.use({ expectedComplaints: refused });

  test("district chief 4 fixes AO codes: a pasted list, slips, the first sign-in, the end of a code with its handover", async ({
    as,
    openWindow,
  }) => {
    const page = await as(chief);
    await visit(page, "/district/officers");
    const list = page.getByLabel(/^รายชื่อ หนึ่งบรรทัด/);
    await list.fill(
      "นายสมบัติ ใจงาม – ธ.ก.ส. – 081-234-5678\nนางสาวพิมพ์ใจ ดีพร้อม\tพช.\t0898765432\nสมหญิง ไม่มีคำนำหน้า, อบต., 0811112222",
    );
    await expect(page.getByText("อ่านไม่ได้ 1 บรรทัด")).toBeVisible();
    await expect(page.getByText(/บรรทัดที่ 3: .* ไม่มีคำนำหน้า/)).toBeVisible();
    await expectGoodPage(page);
    await list.fill("นายสมบัติ ใจงาม – ธ.ก.ส. – 081-234-5678\nนางสาวพิมพ์ใจ ดีพร้อม\tพช.\t0898765432");
    await page.getByRole("button", { name: "ออกรหัส AO 2 คน" }).click();
    await page.waitForURL("**/district/officers/slips");
    await expectGoodPage(page);
    const slip = page.getByRole("listitem").filter({ hasText: "นายสมบัติ ใจงาม" });
    const [code, login, oneTime] = await slip.locator("dd").allInnerTexts();
    expect(code).toMatch(/^5405B\d{3}$/);

    const home = await openWindow({ viewport: { width: 360, height: 740 } });
    await enterFirst(home, { login: login ?? "", code: "AAAA-BBBB-CCCC" });
    await expect(home.getByText(/ไม่ถูกต้อง หรือใช้ไม่ได้แล้ว/)).toBeVisible();
    await expectGoodPage(home);
    await enterFirst(home, { login: login ?? "", code: oneTime ?? "" });
    await home.waitForURL((url) => url.pathname === "/");
    await expect(home.getByText(`AO ${code}`)).toBeAttached();
    const again = await openWindow();
    await enterFirst(again, { login: login ?? "", code: oneTime ?? "" });
    await expect(again.getByText(/ไม่ถูกต้อง หรือใช้ไม่ได้แล้ว/)).toBeVisible();

    // The end of a code: its people go to the new officer in the same act.
    await visit(page, "/district/officers");
    const ending = page.getByRole("row").filter({ hasText: officer("cdd.denchai").name });
    const people = numberIn(await ending.locator(peopleLink).first().textContent());
    await ending.getByRole("link", { name: /กำหนดวันสิ้นสุด/ }).click();
    await page.getByRole("button", { name: "บันทึกวันสิ้นสุด" }).click();
    await expect(page.getByText(/กรุณาเลือกผู้รับช่วงต่อ/).first()).toBeVisible();
    await expectGoodPage(page);
    await page.getByLabel("ผู้รับช่วงต่อ").selectOption(code ?? "");
    await page.getByRole("button", { name: "บันทึกวันสิ้นสุด" }).click();
    await page.waitForURL("**/district/officers");
    await expect(
      page.getByRole("row").filter({ hasText: "นายสมบัติ ใจงาม" }).locator(peopleLink).first(),
    ).toHaveText(people.toLocaleString("en-US"));
    await expect(ending).toContainText("สิ้นสุด 26 ก.พ. 61");
  });
});

async function enterFirst(page: Page, { login, code }: { login: string; code: string }) {
  const password = "ฝนตกที่บ้านนาเมื่อวานนี้";
  await visit(page, "/sign-in/first");
  await page.getByLabel("ชื่อผู้ใช้").fill(login);
  await page.getByLabel("รหัสใช้ครั้งเดียว").fill(code);
  await page.getByLabel("ตั้งรหัสผ่านใหม่").fill(password);
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(password);
  await page.getByRole("button", { name: "ตั้งรหัสผ่านและเข้าใช้" }).click();
}

test("district chief 5 names the receiving officers of each place: known ones and new ones, seen at the desk, by order", async ({
  as,
}) => {
  const page = await as(chief);
  await visit(page, "/district/receiving");
  await expectGoodPage(page);
  await page.getByLabel("หอประชุมที่ว่าการอำเภอเด่นชัย", { exact: true }).first().check();
  await page.getByLabel(officer("desk1.denchai").name).check();
  await page.getByLabel(officer("desk2.denchai").name).check();
  await page.getByRole("button", { name: "กำหนดเจ้าหน้าที่" }).click();
  await expect(
    page.getByRole("rowheader", { name: officer("desk2.denchai").name }).first(),
  ).toBeVisible();
  await page.getByLabel(/^รายชื่อ หนึ่งบรรทัด/).fill("นางอารี รับแจ้ง - อบต.ไทรย้อย - 0866667777");
  await page.getByRole("button", { name: "เพิ่มเจ้าหน้าที่ 1 คน" }).click();
  await page.waitForURL("**/district/officers/slips");
  await expect(page.getByRole("listitem").filter({ hasText: "นางอารี รับแจ้ง" })).toContainText(
    "desk5405.",
  );
  await visit(page, "/district/receiving/order");
  await expect(page.getByRole("row").filter({ hasText: "นางอารี รับแจ้ง" })).toContainText(
    "๒๘ กุมภาพันธ์ ๒๕๖๑",
  );
  await expectGoodPage(page);
  const desk = await as("desk1.denchai");
  await visit(desk, "/desk");
  await expect(desk.getByRole("heading", { name: "ผู้รับแจ้งวันนี้" })).toBeVisible();
  await expect(desk.getByText("นางอารี รับแจ้ง")).toBeVisible();
  await expectGoodPage(desk);
});

test.describe("desk mode", () => {
  test.use({ expectedComplaints: refused });

  test("desk mode: one computer, officers change by name and PIN, every record bears the officer, the end ends it", async ({
    as,
    openWindow,
  }) => {
    // A new sign-in: the officers who use the station end the session of the one who opened it.
    const computer = await as("secretary.denchai", { afresh: true });
    await visit(computer, "/desk/station");
    await expectGoodPage(computer);
    for (const box of await computer.getByRole("checkbox").all()) await box.uncheck();
    await computer.getByRole("button", { name: "ใช้เครื่องนี้ร่วมกัน" }).click();
    await expect(computer.getByRole("main").getByRole("alert")).toBeFocused();
    await expect(computer.getByRole("main").getByRole("alert")).toContainText("กรุณาเลือกผู้ใช้เครื่องนี้");
    const [first, second] = [officer("desk1.denchai").name, officer("desk2.denchai").name];
    await computer.getByRole("checkbox", { name: first }).check();
    await computer.getByRole("checkbox", { name: second }).check();
    await computer.getByRole("button", { name: "ใช้เครื่องนี้ร่วมกัน" }).click();
    await expect(computer.getByText("เครื่องนี้", { exact: true }).first()).toBeVisible();
    await expectGoodPage(computer);
    // One slip at a time: nobody's PIN is on the page of the station itself.
    const main = computer.getByRole("main");
    await expect(main.getByText(/^\d{6}$/)).toHaveCount(0);
    const pinOf = async (name: string) => {
      await main.getByRole("link", { name: `ใบ PIN ของ${name}` }).click();
      const slip = main.getByRole("region", { name: `ใบ PIN ของ${name}` });
      const pin = ((await slip.locator("strong").textContent()) ?? "").trim();
      expect(pin).toMatch(/^\d{6}$/);
      await expect(main.getByText(/^\d{6}$/)).toHaveCount(1);
      await expectGoodPage(computer);
      // Its address opens once: somebody else at this computer finds no PIN in the history.
      await computer.reload();
      await expect(main.getByText("ใบนี้เปิดได้ครั้งเดียว และเปิดไปแล้ว")).toBeVisible();
      await expect(main.getByText(/^\d{6}$/)).toHaveCount(0);
      await visit(computer, "/desk/station");
      await expect(slip).toHaveCount(0);
      return pin;
    };
    const pins = new Map([
      [first, await pinOf(first)],
      [second, await pinOf(second)],
    ]);
    await computer.getByRole("link", { name: "เริ่มใช้ที่เครื่องนี้" }).click();
    await computer.waitForURL("**/station");
    await expectGoodPage(computer);

    await switchTo(computer, first, "000000");
    await expect(computer.getByText(/PIN ไม่ถูกต้อง หรือใช้ที่เครื่องนี้ไม่ได้แล้ว/)).toBeVisible();
    await switchTo(computer, first, pins.get(first) ?? "");
    await computer.waitForURL("**/desk");
    await expect(computer.getByText(first).first()).toBeAttached();
    const deskId = await onDemoDatabase(
      async (client) =>
        (
          await client.query(
            "SELECT id FROM desk WHERE district_code = '5405' AND open_on = '2018-02-26' LIMIT 1",
          )
        ).rows[0]?.id as string,
    );
    const { registrationId } = await command<{ registrationId: string }>(
      computer,
      "registerHolder",
      {
        title: "นาย",
        firstName: "เดินทาง",
        lastName: "มาไกล",
        nationalId: impossibleId("1", 7_654_321),
        birthDate: "2512",
        subdistrictCode: "540501",
        moo: 1,
        houseNo: "1",
        phone: null,
        occupation: "ทำนา",
        incomeBaht: 20_000,
        cardShown: "both",
        deskId,
      },
    );
    const recorder = await onDemoDatabase(
      async (client) =>
        (
          await client.query(
            "SELECT o.name FROM registration u JOIN officer o ON o.id = u.recorded_by_id WHERE u.id = $1",
            [registrationId],
          )
        ).rows[0]?.name as string,
    );
    expect(recorder).toBe(first);
    // Nothing but the desk's work, and nothing on another computer.
    expect((await visit(computer, "/desk/station"))?.status()).toBe(404);
    const cookies = await computer.context().cookies();
    const elsewhere = await openWindow();
    await elsewhere
      .context()
      .addCookies(cookies.filter(({ name }) => !name.endsWith("sukjai.station")));
    await elsewhere.goto("/desk");
    await elsewhere.waitForURL("**/sign-in");

    await visit(computer, "/desk");
    await computer.getByRole("button", { name: "เปลี่ยนผู้ใช้" }).click();
    await computer.waitForURL("**/station");
    await switchTo(computer, second, pins.get(second) ?? "");
    await computer.waitForURL("**/desk");
    await expect(computer.getByText(second).first()).toBeAttached();

    const secretary = await as("secretary.denchai");
    await visit(secretary, "/desk/station");
    await secretary
      .getByRole("button", { name: /^เลิกใช้เครื่องร่วม/ })
      .first()
      .click();
    await expect(secretary.getByRole("heading", { level: 1 })).toHaveText("วันนี้ยังไม่มีเครื่องร่วม");
    await computer.goto("/desk");
    await computer.waitForURL("**/sign-in");
    const answer = await computer.request.post("/api/commands", {
      headers: { origin: await originOf(computer) },
      data: { name: "registerHolder", id: crypto.randomUUID(), input: {} },
    });
    expect(answer.status()).toBe(401);
  });
});

/** By keyboard alone: the number before the name, the PIN, Enter. */
async function switchTo(page: Page, name: string, pin: string) {
  await visit(page, "/station");
  const names = await page
    .getByRole("radio")
    .evaluateAll((radios) => radios.map((radio) => radio.closest("label")?.textContent ?? ""));
  const key = names.findIndex((each) => each.includes(name)) + 1;
  await page.keyboard.press(String(key));
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
}
