import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findNeverAsked } from "./never-asked";

describe("what is never asked", () => {
  test.each([
    ["เลข 3-5401-00123-45-6", "national_id"],
    ["๓ ๕๔๐๑ ๐๐๑๒๓ ๔๕ ๖", "national_id"],
    ["3540100123456", "national_id"],
    ["โอนเข้า 123-4-56789-0", "account_number"],
    ["ธ.ก.ส. เลขที่บัญชี ถามเพิ่ม", "account_number"],
    ["PIN 1234", "pin"],
    ["รหัสบัตร ๑๒๓๔", "pin"],
    ["กู้จากเสี่ยชัย", "lender_name"],
    ["เจ้าหนี้ชื่อ นายดำ", "lender_name"],
    ["เป็นเบาหวานมาสิบปี", "disease"],
    ["ป่วยเป็นโรคไต", "disease"],
    ["นับถืออิสลาม", "religion"],
    ["หัวคะแนนของ อบต.", "politics"],
    ["มีคดีที่ศาล", "lawsuit"],
    ["ที่ ส.ป.ก. 4-01", "land_document"],
    ["โฉนดอยู่กับธนาคาร", "land_document"],
  ] as const)("is found in %s", (text, kind) => {
    expect(findNeverAsked(text)).toContain(kind);
  });

  test.each([
    "ไม่มีสัญญาณในหมู่บ้าน",
    "โทร 081-234-4471",
    "โทร 054 511 411",
    "เลขที่แบบ 125/2561",
    "ขายผลไม้ได้กิโลกรัมละ 12 บาท รวม 15,000 บาท",
    "ส่งลูกไปโรงเรียน",
    "ที่นาน้ำท่วม ๒ ปีติดกัน",
  ])("is not found in %s", (text) => {
    expect(findNeverAsked(text)).toEqual([]);
  });

  it("includes every number of thirteen digits, however it is grouped", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(digits, fc.constantFrom("", " ", "-"), (number, between) => {
        expect(findNeverAsked(`เลข ${number.join(between)} ครับ`)).toContain("national_id");
      }),
    );
  });
});
