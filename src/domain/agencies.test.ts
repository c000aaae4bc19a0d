import { expect, test } from "vitest";
import { aoAgencies, aoAgencyCodes, aoCodeOf, isAoCode } from "@/domain/agencies";

test("eight agencies, in the order of the papers, with their letters", () => {
  expect(aoAgencyCodes).toEqual(["BAAC", "GSB", "DOPA", "CDD", "DOAE", "MOL", "LAO", "OTHER"]);
  expect(aoAgencyCodes.map((code) => aoAgencies[code].letter).join("")).toBe("BGDCALOO");
});

test("an AO code is district, letter and running number", () => {
  expect(aoCodeOf("5401", "BAAC", 7)).toBe("5401B007");
  expect(isAoCode("5401B007")).toBe(true);
  for (const text of ["5401X007", "5401B000", "5401B07", "5401b007", "401B007"])
    expect(isAoCode(text)).toBe(false);
  for (const number of [0, 1000, 1.5, -1])
    expect(() => aoCodeOf("5401", "BAAC", number)).toThrow(RangeError);
  expect(() => aoCodeOf("54", "BAAC", 1)).toThrow(RangeError);
});
