import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeThai, tidyThai, toArabicDigits, toThaiDigits } from "@/domain/thai";

const thaiText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x0e01, max: 0x0e3a }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x0e3f, max: 0x0e5b }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(" ", "\u200b", "\ufeff", "é", "e\u0301", "1"),
  ),
});

test.each([
  ["น้ำชำ", "น้ำชำ"],
  ["น้\u0e4d\u0e32ช\u0e4d\u0e32", "น้ำชำ"],
  ["น\u0e4d\u0e49\u0e32", "น้ำ"],
  ["เเพร่", "แพร่"],
  ["แม่\u200bคำ\ufeffมี", "แม่คำมี"],
  ["e\u0301", "é"],
])("%j is written %j", (typed, written) => {
  expect(normalizeThai(typed)).toBe(written);
});

test("ำ stays one letter, as NFKC would not leave it", () => {
  expect(normalizeThai("ำ")).toBe("\u0e33");
});

test("normalising again changes nothing", () => {
  fc.assert(
    fc.property(thaiText, (text) => {
      const once = tidyThai(text);
      expect(tidyThai(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test("text that is left alone as it is would not have been changed", () => {
  fc.assert(
    fc.property(thaiText, (text) => {
      // A zero-width space is always taken out, so this text is never left alone.
      expect(normalizeThai(text)).toBe(normalizeThai(`${text}\u200b`));
    }),
    { numRuns: 5000 },
  );
});

test("one space stays between words and none at the ends", () => {
  expect(tidyThai("  สมชาย\u00a0 \tใจดี\n")).toBe("สมชาย ใจดี");
});

test("Thai digits and back", () => {
  expect(toThaiDigits("2 มี.ค. 2561")).toBe("๒ มี.ค. ๒๕๖๑");
  expect(toArabicDigits("๐๑๒๓๔๕๖๗๘๙")).toBe("0123456789");
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(toArabicDigits(toThaiDigits(String(number)))).toBe(String(number));
    }),
  );
});
