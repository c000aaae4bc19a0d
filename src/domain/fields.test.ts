import fc from "fast-check";
import { expect, test } from "vitest";
import {
  optionalDay,
  optionalLongText,
  optionalName,
  optionalPhone,
  optionalText,
  optionalTime,
  requiredDay,
  requiredLongText,
  requiredName,
  requiredNumberOfPaper,
  requiredPhone,
  requiredText,
} from "@/domain/fields";
import { inquiryInput } from "@/domain/inquiry";
import { registrationInput } from "@/domain/registration-input";

const said = (
  schema: {
    safeParse: (value: unknown) => {
      success: boolean;
      data?: unknown;
      error?: { issues: { message: string }[] };
    };
  },
  value: unknown,
) => {
  const read = schema.safeParse(value);
  return read.success ? read.data : `refused: ${read.error?.issues[0]?.message}`;
};

test.each([
  ["2018-03-02", "2018-03-02"],
  ["๒/๓/๒๕๖๑", "2018-03-02"],
  ["2 มี.ค. 61", "2018-03-02"],
  ["15/3/", "refused: date"],
  ["เมื่อวาน", "refused: date"],
  ["", "refused: date"],
  [null, "refused: date"],
])("the day %j of a form is %s", (text, day) => {
  expect(said(requiredDay, text)).toBe(day);
});

test("a day that may be left out is refused where it was written and could not be read, never forgotten", () => {
  expect(said(optionalDay, null)).toBe(null);
  expect(said(optionalDay, "15/3/")).toBe("refused: date");
});

test.each([
  ["๐๘๑-๒๓๔ ๕๖๗๘", "0812345678"],
  ["+66 81 234 5678", "0812345678"],
  ["(054) 511-411", "054511411"],
  ["", null],
  ["0812345", "refused: phone"],
  ["081 234 5678 ต่อ 2", "refused: phone"],
])("the telephone %j is %s", (text, phone) => {
  expect(said(optionalPhone, text)).toBe(phone);
});

test("a telephone that is needed is asked for", () => {
  expect(said(requiredPhone, " ")).toBe("refused: phone");
});

test.each([
  ["๙.๓๐ น.", "09:30"],
  ["9:30", "09:30"],
  ["25:00", "refused: time"],
])("the time %j is %s", (text, time) => {
  expect(said(optionalTime, text)).toBe(time);
});

test("the number of a paper is the same in either digits", () => {
  expect(said(requiredNumberOfPaper(60), "พร ๐๐๑๘/ว ๑๒")).toBe("พร 0018/ว 12");
});

test("no field of text cuts: what is too long is refused with its length", () => {
  const fields = [requiredText, optionalText, requiredLongText, optionalLongText];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.integer({ min: 2, max: 400 }), (field, longest) => {
      expect(said(field(longest), "ก".repeat(longest))).toBe("ก".repeat(longest));
      expect(said(field(longest), "ก".repeat(longest + 1))).toBe(`refused: tooLong ${longest}`);
    }),
  );
});

test.each([
  ["ทำนา", "ทำนา"],
  ["ศาลา 5", "ศาลา 5"],
  ["2520", "refused: notWords"],
  ["๒๕๒๐", "refused: notWords"],
  ["- 12/3", "refused: notWords"],
  ["", "refused: missing"],
])("%j as a name or an occupation is %s", (text, name) => {
  expect(said(requiredName(80), text)).toBe(name);
  expect(said(optionalName(80), text)).toBe(text === "" ? null : name);
});

test("no form takes digits for somebody's title, name, occupation or relation", () => {
  const faultsOf = (schema: typeof registrationInput | typeof inquiryInput, typed: object) =>
    (schema.safeParse(typed).error?.issues ?? [])
      .filter(({ message }) => message === "notWords")
      .map(({ path }) => path[0]);
  const digits = { title: "11", firstName: "22", lastName: "33", occupation: "2520" };
  expect(faultsOf(registrationInput, digits)).toEqual(Object.keys(digits));
  expect(faultsOf(inquiryInput, { fromName: "081" })).toEqual(["fromName"]);
});
