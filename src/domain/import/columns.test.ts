import { describe, expect, it, test } from "vitest";
import { guessColumns, headerSignature, looksLikeHeader, missingFields } from "./columns";

const usual =
  "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเดือนปีเกิด,บ้านเลขที่,หมู่ที่,ตำบล,อำเภอ,จังหวัด,โทรศัพท์,รายได้ปี 2559,อาชีพ";

describe("the meaning of columns is guessed from their headings", () => {
  it("for the usual columns, in any order", () => {
    const names = usual.split(",");
    const expected = {
      nationalId: 0,
      title: 1,
      firstName: 2,
      lastName: 3,
      birthDate: 4,
      houseNo: 5,
      villageNo: 6,
      subdistrict: 7,
      district: 8,
      province: 9,
      phone: 10,
      income: 11,
      occupation: 12,
    };
    expect(guessColumns(names)).toEqual(expected);
    const turned = Object.fromEntries(
      Object.entries(expected).map(([field, column]) => [field, 12 - column]),
    );
    expect(guessColumns(names.reverse())).toEqual(turned);
  });

  it("for English headings", () => {
    const header =
      "National ID,Title,First Name,Last Name,Date of Birth,House No.,Moo,Sub-district,District,Province,Phone Number,Income 2559,Occupation";
    const guess = guessColumns(header.split(","));
    expect(Object.values(guess).sort((a, b) => a - b)).toEqual([...Array(13).keys()]);
    expect(guess).toMatchObject({
      nationalId: 0,
      subdistrict: 7,
      district: 8,
      phone: 10,
      income: 11,
    });
    expect(guessColumns(["citizen_id", "fullName", "tambon_code", "incomeBaht"])).toEqual({
      nationalId: 0,
      fullName: 1,
      subdistrict: 2,
      income: 3,
    });
  });

  test.each([
    [
      "ที่,เลขบัตรประชาชน,ชื่อ-สกุล,ต.,อ.,รายได้ (บาท/ปี)",
      { nationalId: 1, fullName: 2, subdistrict: 3, district: 4, income: 5 },
    ],
    ["ชื่อ,ชื่อสกุล", { firstName: 0, lastName: 1 }],
    ["ชื่อ,ชื่อ - สกุล,นามสกุล", { firstName: 0, lastName: 2 }],
    ["ชื่อ", { fullName: 0 }],
    ["ชื่อสกุล", { fullName: 0 }],
    ["คํานําหน้าชื่อ,ชื่อตัว,นามสกุล,ว/ด/ป เกิด", { title: 0, firstName: 1, lastName: 2, birthDate: 3 }],
    ["ตำบล,รหัสตำบล", { subdistrict: 1 }],
    ["รายได้ต่อเดือน,รายได้ปี ๒๕๕๙", { income: 1 }],
    ["จังหวัดที่เกิด,จังหวัด", { province: 1 }],
  ])("%s", (header, expected) => {
    expect(guessColumns(header.split(","))).toEqual(expected);
  });

  it("says which fields are still needed", () => {
    expect(missingFields(guessColumns(usual.split(",")))).toEqual([]);
    expect(missingFields({ nationalId: 0 })).toEqual(["income", "subdistrict", "fullName"]);
  });

  it("knows a heading from a title and from a row", () => {
    expect(looksLikeHeader(usual.split(","))).toBe(true);
    expect(looksLikeHeader(["รายชื่อผู้มีบัตรสวัสดิการแห่งรัฐ จังหวัดแพร่"])).toBe(false);
    expect(looksLikeHeader(["1000000000019", "นาย", "คำแสน", "วงศ์ใหญ่", "2503"])).toBe(false);
  });

  it("remembers headings whatever their spaces and signs", () => {
    expect(headerSignature(["รายได้ปี 2559", "ตําบล"])).toBe(
      headerSignature(["รายได้ ปี ๒๕๕๙ ", "ตำบล"]),
    );
    expect(headerSignature(["ตำบล", "อำเภอ"])).not.toBe(headerSignature(["อำเภอ", "ตำบล"]));
  });
});
