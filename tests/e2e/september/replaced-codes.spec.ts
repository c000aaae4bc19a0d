import { expect, type Page } from "@playwright/test";
import { holderIdOf, importPeople, newPerson } from "../register";
import { command, expectGoodPage, phone, test, typeDay, visit } from "../support";

/** The Ministry's own code lists come by a letter: the form and its print follow them from their day on. */
const about = "บัญชีรหัสอาชีพและรหัสทักษะตามภาคผนวก 5 และ 6";
const letter = "หนังสือที่ กค 0402/ว 50 ลงวันที่ 10 กันยายน 2561";
const scan = { name: "หนังสือ.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
const person = newPerson({ subdistrictCode: "540408" });

/** The list of one of the two forms of codes, saved as another draft. */
async function replaceCodes(page: Page, list: string, lines: readonly string[]) {
  await page.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).click();
  await page.getByRole("link", { name: "รหัสอาชีพและทักษะ" }).click();
  const form = page.locator("form").filter({ has: page.locator(`[name="${list}-lines"]`) });
  await form.getByLabel("อยู่ข้อใดของหนังสือ").fill("สิ่งที่ส่งมาด้วย");
  await form.locator(`[name="${list}-lines"]`).fill(lines.join("\n"));
  await form.getByRole("button", { name: "บันทึกเป็นร่างใหม่" }).click();
  await page.waitForURL(/\/rules\/[0-9a-f-]{36}$/);
}

test("the annexes of the Ministry replace ours: recorded, checked, and offered in the interview and on paper", async ({
  as,
}) => {
  test.slow();
  const first = await as("treasury");
  await importPeople(first, [person]);
  const secretary = await as("secretary.sungmen");
  const holderId = await holderIdOf(secretary, person);
  await command(secretary, "assignHolder", { holderId, officerCode: "5404B001" });

  await visit(first, "/rules");
  await first.getByRole("link", { name: "บันทึกตามหนังสือกระทรวง" }).click();
  await first.getByLabel(/ไฟล์สแกน/).setInputFiles(scan);
  await first.getByRole("button", { name: "เก็บไฟล์สแกน" }).click();
  await first.getByLabel("เลขที่หนังสือ").fill("กค 0402/ว 50");
  await typeDay(first, "ลงวันที่", "10092561");
  await typeDay(first, "มีผลใช้ตั้งแต่วันที่", "14092561");
  await first.getByLabel("หนังสือว่าอย่างไร").fill(about);
  await first.getByRole("button", { name: "ตั้งร่าง" }).click();
  await first.getByRole("link", { name: about }).click();
  await replaceCodes(first, "occupations", [
    "01 | เกษตรกรผู้ปลูกพืช | เกษตรกร | farm | =6111 6112 6113 6114",
    "02 | ค้าขาย | ทำงานอิสระ | trade | =5211 5221 9520",
    "03 | รับจ้างทั่วไป | ทำงานอิสระ | wage | =9622",
    "00 | ไม่ได้ประกอบอาชีพ | ไม่ทำงาน | none | =9999",
  ]);
  await replaceCodes(first, "skills", [
    "A1 | การเพาะปลูก | เกษตร | =0801 0802",
    "B1 | ช่างก่อสร้าง | งานก่อสร้าง | =0101 0102",
  ]);
  const href = await first.getByRole("link", { name: "แก้ร่างตามหนังสือ" }).getAttribute("href");
  const draftId = href?.split("/")[2];
  const added = await command<{ ruleVersionId: string }>(first, "addRuleCase", {
    ...{ draftId, says: "ผู้ที่ยังไม่แสดงความประสงค์เป็นกลุ่มที่ต้องเข้าถึง", income: "25000" },
    outreach: "mandatory_visit",
  });
  await command(await as("treasury2"), "checkRules", { draftId: added.ruleVersionId });

  const officer = await as("baac.sungmen", phone);
  await visit(officer, `/holders/${holderId}/assessment?q=occupation`);
  await expectGoodPage(officer);
  const asked = officer.getByRole("group", { name: "ทุกวันนี้ทำงานอะไรเป็นหลัก" }).first();
  await officer.getByLabel("กรอกคำเพื่อค้นหา").fill("ปลูก");
  await expect(asked.getByRole("radio", { name: "เกษตรกรผู้ปลูกพืช" })).toBeVisible();
  await expect(asked.getByRole("radio", { name: "ทำนา ทำไร่ ปลูกผัก" })).toHaveCount(0);
  // Whoever keys a paper form has its code.
  await officer.getByLabel("กรอกคำเพื่อค้นหา").fill("๐๒");
  await asked.getByRole("radio", { name: "ค้าขาย" }).click();
  await expect(officer.getByRole("heading", { name: "งานนั้นทำแบบไหน" })).toBeVisible();

  await visit(officer, "/print/forms?subdistrict=540408&moo=4");
  await expect(officer.getByText(`รหัสอาชีพ (${letter} สิ่งที่ส่งมาด้วย)`).first()).toBeVisible();
  await expect(officer.getByText("การเพาะปลูก").first()).toBeVisible();
  await expect(officer.getByText("ช่างฉาบปูน")).toHaveCount(0);
});
