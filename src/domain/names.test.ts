import fc from "fast-check";
import { expect, test } from "vitest";
import {
  nameQueryKey,
  nameSearchKey,
  nameTitles,
  readTitle,
  splitFullName,
  splitTitle,
  surnameLast,
} from "@/domain/names";

test.each([
  ["นายสมชาย ใจดี", "นาย", "สมชาย", "ใจดี"],
  ["นาย สมชาย  ใจดี", "นาย", "สมชาย", "ใจดี"],
  ["นางสาวสมศรี ใจดี", "นางสาว", "สมศรี", "ใจดี"],
  ["น.ส.สมศรี ใจดี", "นางสาว", "สมศรี", "ใจดี"],
  ["น.ส. สมศรี ใจดี", "นางสาว", "สมศรี", "ใจดี"],
  ["นส.สมศรี ใจดี", "นางสาว", "สมศรี", "ใจดี"],
  ["นางสมศรี ใจดี", "นาง", "สมศรี", "ใจดี"],
  ["ด.ช.ก้อง ใจดี", "ด.ช.", "ก้อง", "ใจดี"],
  ["เด็กหญิงแก้ว ใจดี", "ด.ญ.", "แก้ว", "ใจดี"],
  ["ว่าที่ ร.ต.สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย", "ใจดี"],
  ["ว่าที่ร.ต. สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย", "ใจดี"],
  ["ว่าที่ ร.ต.หญิง สมศรี ใจดี", "ว่าที่ ร.ต.หญิง", "สมศรี", "ใจดี"],
  ["ว่าที่ ร.ต.หญิงสมศรี ใจดี", "ว่าที่ ร.ต.หญิง", "สมศรี", "ใจดี"],
  ["ว่าที่ร้อยตรีหญิงสมศรี ใจดี", "ว่าที่ ร.ต.หญิง", "สมศรี", "ใจดี"],
  ["ม.ล.ปนัดดา ณ เชียงใหม่", "ม.ล.", "ปนัดดา", "ณ เชียงใหม่"],
  ["พระมหาสมชาย ใจดี", "พระมหา", "สมชาย", "ใจดี"],
  ["พระสมชาย", "พระ", "สมชาย", ""],
  ["จ.ส.อ.สมชาย ใจดี", "จ.ส.อ.", "สมชาย", "ใจดี"],
  ["สมชาย ใจดี", "", "สมชาย", "ใจดี"],
  ["สมชาย", "", "สมชาย", ""],
  ["นายิกา ใจดี", "", "นายิกา", "ใจดี"],
  ["", "", "", ""],
])("%j", (text, title, firstName, lastName) => {
  expect(splitFullName(text)).toEqual({ title, firstName, lastName });
});

test("a title alone is a name, not a title", () => {
  expect(splitTitle("นาง")).toEqual({ title: "", rest: "นาง" });
});

test.each([
  ["น.ส.", "นางสาว"],
  ["นส", "นางสาว"],
  ["น.ส", "นางสาว"],
  [" นางสาว ", "นางสาว"],
  ["ว่าที่ ร.ต. หญิง", "ว่าที่ ร.ต.หญิง"],
  ["ว่าที่ร.ต", "ว่าที่ ร.ต."],
  ["ผศ.", "ผศ."],
  ["", ""],
])("the title %j is %j", (text, title) => {
  expect(readTitle(text)).toBe(title);
});

test("every title is found again before a name, glued or not", () => {
  for (const title of nameTitles) {
    expect(splitFullName(`${title}สมใจ ใจดี`)).toMatchObject({ title, firstName: "สมใจ" });
    expect(splitFullName(`${title} สมใจ ใจดี`)).toMatchObject({ title, firstName: "สมใจ" });
  }
});

test("what is typed finds what is stored, with or without title and spaces", () => {
  const stored = nameSearchKey("น้ำฝน", "ณ เชียงใหม่");
  for (const typed of [
    "น้ำฝน ณ เชียงใหม่",
    "นางสาวน้ำฝน",
    "น.ส. น้\u0e4d\u0e32ฝน  ณเชียงใหม่",
    "ฝน ณ เชียงใหม่",
  ])
    expect(stored).toContain(nameQueryKey(typed));
  expect(nameSearchKey("John", "O'Neil")).toBe("johnoneil");
});

test("splitting loses no letter of the name", () => {
  const word = fc.string({ unit: fc.constantFrom(..."กขคงจฉชาิีุเแ"), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...nameTitles, ""), word, word, (title, first, last) => {
      const read = splitFullName(`${title} ก${first} ก${last}`);
      const tidy = splitFullName(`ก${first} ก${last}`);
      expect(read).toEqual({ ...tidy, title });
    }),
  );
});

test.each([
  ["ยะปา สมชาย", "สมชาย ยะปา"],
  ["ยะปา, นายสมชาย", "นายสมชาย ยะปา"],
  ["ณ น่าน สมชาย", "สมชาย ณ น่าน"],
  ["นาย ยะปา\tสมชาย", "สมชาย ยะปา"],
  ["สมชาย", null],
  ["", null],
])("%j with its surname last is %j", (text, turned) => {
  expect(surnameLast(text)).toBe(turned);
});
