import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatNationalId,
  maskNationalId,
  nationalIdCheckDigit,
  nationalIdFault,
  nationalIdWithin,
  normalizeNationalId,
} from "@/domain/national-id";
import { toThaiDigits } from "@/domain/thai";

const twelve = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 12, maxLength: 12 });
const validId = twelve.map((digits) => digits + nationalIdCheckDigit(digits));

test.each([
  ["1234567890121", null],
  ["1-2345-67890-12-1", null],
  ["1 2345 67890 12 1", null],
  ["๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", null],
  ["1–2345–67890–12–1", null],
  ["1234567890122", "ID_CHECK_DIGIT"],
  ["1.23457E+12", "ID_DAMAGED"],
  ["123456789012", "ID_DAMAGED"],
  ["12345678901211", "ID_DAMAGED"],
  ["'1234567890121", null],
  ['="1234567890121"', null],
  ["1234567890121.0", null],
  ["1.2345.67890.12.1", null],
  ["１２３４５６７８９０１２１", null],
  ["1234567890122.0", "ID_CHECK_DIGIT"],
  ["'123456789012", "ID_DAMAGED"],
  ["1234567000000", "ID_DAMAGED"],
  ["", "ID_MISSING"],
  [" - ", "ID_MISSING"],
])("%j: %s", (text, fault) => {
  expect(nationalIdFault(text)).toBe(fault);
});

test.each([
  ["000000000000", 0, "1"],
  ["000000000006", 1, "0"],
  ["000000000005", 10, "1"],
  ["123456789012", 0, "1"],
])("the check digit of %s, remainder %i, is %s", (digits, _remainder, check) => {
  expect(nationalIdCheckDigit(digits)).toBe(check);
});

test("every number with its check digit passes, however it is written", () => {
  fc.assert(
    fc.property(validId, (id) => {
      for (const text of [id, formatNationalId(id), toThaiDigits(formatNationalId(id))]) {
        expect(normalizeNationalId(text)).toBe(id);
        expect(nationalIdFault(text)).toBeNull();
      }
    }),
  );
});

test("every other last digit is found", () => {
  fc.assert(
    fc.property(validId, fc.integer({ min: 1, max: 9 }), (id, step) => {
      fc.pre(!id.startsWith("000000", 6));
      const wrong = `${id.slice(0, 12)}${(Number(id[12]) + step) % 10}`;
      expect(nationalIdFault(wrong)).toBe("ID_CHECK_DIGIT");
    }),
  );
});

test("shown in groups, masked from the last four", () => {
  expect(formatNationalId("1234567890121")).toBe("1-2345-67890-12-1");
  expect(maskNationalId("1234")).toBe("x-xxxx-xxxx1-23-4");
  expect(() => maskNationalId("1234567890121")).toThrow(RangeError);
});

test.each([
  ["1\t1234567890121\tนายสมชาย\tยะปา", "1234567890121"],
  ["๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ นายสมชาย ยะปา", "1234567890121"],
  ["นายสมชาย 1 2345 67890 12 1", "1234567890121"],
  ["1234567890121 1234567890121", "1234567890121"],
  ["1234567890122 นายสมชาย", null],
  ["12345678901210 นายสมชาย", null],
  ["นายสมชาย ยะปา", null],
])("in %j the number is %s", (text, id) => {
  expect(nationalIdWithin(text)).toBe(id);
});
