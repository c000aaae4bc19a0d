import fc from "fast-check";
import { expect, test } from "vitest";
import { toThaiDigits } from "@/domain/thai";
import { readPageNumber, readWholeNumber } from "@/domain/typed-numbers";

test.each([
  ["2400", 2_400],
  ["2,400", 2_400],
  ["๒๔๐๐", 2_400],
  ["๒,๔๐๐ บาท", 2_400],
  ["２４００", 2_400],
  [" 2 400 ", 2_400],
  ["2,400.00", 2_400],
  ["2,400.-", 2_400],
  ["฿2,400", 2_400],
  ["0", 0],
  ["2400.50", null],
  ["3,000.505", null],
  ["30.000", null],
  ["3,0", null],
  ["24,00", null],
  ["สองพัน", null],
  ["", null],
  ["-5", null],
  ["1e3", null],
])("%j is %s", (text, number) => {
  expect(readWholeNumber(text)).toBe(number);
});

test("every number is read back from each way of writing it", () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (number) => {
      const grouped = number.toLocaleString("en");
      for (const text of [String(number), grouped, grouped.replaceAll(",", " "), `${grouped}.00`])
        for (const written of [text, toThaiDigits(text), `${text} บาท`, ` ${text}\u200b`])
          expect(readWholeNumber(written)).toBe(number);
    }),
  );
});

test.each([
  ["3", 3],
  ["๓", 3],
  ["0", 1],
  ["9999999", 100_000],
  ["x", 1],
  [undefined, 1],
  [["2"], 1],
])("the page %j of an address is %s", (text, page) => {
  expect(readPageNumber(text)).toBe(page);
});
