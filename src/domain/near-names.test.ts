import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearNames } from "@/domain/near-names";

describe("the distance of two names", () => {
  test.each([
    ["", "", 0],
    ["คำ", "", 2],
    ["ลอง", "สอง", 1],
    ["คำปัน", "คำปั๋น", 1],
    ["กาญจนา", "กาจญนา", 1],
    ["บุญมี", "บุญมา", 1],
    ["สมชาย", "สมหญิง", 4],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  const name = fc.string({ unit: fc.constantFrom("ก", "ค", "ำ", "า", "่", "น"), maxLength: 8 });

  test("is the same both ways, nothing for the same name, and never more than the longer name", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  test("counts one for one sign added anywhere", () => {
    fc.assert(
      fc.property(name, fc.nat(8), (a, at) => {
        expect(editDistance(a, `${a.slice(0, at)}ฮ${a.slice(at)}`)).toBe(1);
      }),
    );
  });
});

describe("near names of a village", () => {
  const village = [
    { firstName: "คำปัน", lastName: "อินต๊ะวงศ์" },
    { firstName: "คำปั๋น", lastName: "อินต๊ะวงค์" },
    { firstName: "บุญมี", lastName: "เครือวัลย์" },
    { firstName: "แสงดาว", lastName: "ใจวงศ์" },
  ];
  const names = (words: string) => nearNames(words, village).map(({ firstName }) => firstName);

  test("the nearest comes first, a title before the name is left out", () => {
    expect(names("นางคำปัน อินต๊ะวงศ์")).toEqual(["คำปัน", "คำปั๋น"]);
    expect(names("คำปั๋น อินต๊ะวงค์")).toEqual(["คำปั๋น", "คำปัน"]);
  });
  test("a first name alone is compared with first names", () => {
    expect(names("บุญมา")).toEqual(["บุญมี"]);
  });
  test("what is not near is not offered", () => {
    expect(names("สมศักดิ์ แก้วมา")).toEqual([]);
    expect(names("ก")).toEqual([]);
  });
});
