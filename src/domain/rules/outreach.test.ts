import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, ageOn } from "@/domain/calendar";
import type { Facts } from "@/domain/rules/facts";
import { ageClassOf, isMustReach, outreachFor } from "@/domain/rules/outreach";
import { rules2018 } from "@/domain/rules/rules-2018";

const young = "1980-05-01";
const old = "1950-05-01";

function outreach(facts: Partial<Facts>) {
  return outreachFor(rules2018, { ...ordinary, ...facts });
}
const ordinary: Facts = {
  incomeSatang: 3_000_000,
  birthDate: young,
  intentOn: null,
  assessedOn: null,
  targetGroup: null,
  aoAgency: null,
};

describe("the table of docs/programme.md 5.3", () => {
  test.each([
    [true, true, "2018-02-10", "walk_in_done"],
    [true, true, null, "mandatory_visit"],
    [true, false, "2018-02-10", "voluntary"],
    [true, false, null, "voluntary"],
    [false, true, "2018-02-10", "voluntary"],
    [false, true, null, "voluntary"],
    [false, false, "2018-02-10", "voluntary"],
    [false, false, null, "voluntary"],
  ])("low income %s, not over 60 %s, yes on %s: %s", (low, notOld, intentOn, answer) => {
    const incomeSatang = low ? 3_000_000 : 3_000_001;
    const birthDate = notOld ? young : old;
    expect(outreach({ incomeSatang, birthDate, intentOn })).toBe(answer);
    expect(isMustReach(rules2018, { incomeSatang, birthDate })).toBe(low && notOld);
  });
});

test.each([
  ["2018-01-31", "mandatory_visit"],
  ["2018-02-01", "walk_in_done"],
  ["2018-02-28", "walk_in_done"],
  ["2018-03-01", "mandatory_visit"],
])("a yes on %s, at the desk or in an interview: %s", (date, answer) => {
  expect(outreach({ intentOn: date })).toBe(answer);
  expect(outreach({ assessedOn: date })).toBe(answer);
});

test.each([
  ["1957-02-01", "over_60"],
  ["1957-02-02", "up_to_60"],
  ["1957-03-01", "up_to_60"],
  ["1958-02-01", "up_to_60"],
  ["2018-02-01", "up_to_60"],
  [null, "unknown"],
])("born on %s: %s", (birthDate, ageClass) => {
  expect(ageClassOf(rules2018, birthDate)).toBe(ageClass);
});

test("nobody is lost for want of a birth date", () => {
  expect(outreach({ birthDate: null })).toBe("mandatory_visit");
  expect(outreach({ birthDate: null, incomeSatang: 3_000_001 })).toBe("voluntary");
});

test("61 years and no income is voluntary", () => {
  expect(outreach({ birthDate: "1957-01-31", incomeSatang: 0 })).toBe("voluntary");
});

test("for all birth dates, the class changes once, at 61 completed years", () => {
  fc.assert(
    fc.property(fc.nat(40_000), (days) => {
      const birthDate = addDays("2018-02-01", -days);
      const over = ageOn(birthDate, "2018-02-01") > 60;
      expect(ageClassOf(rules2018, birthDate)).toBe(over ? "over_60" : "up_to_60");
      expect(over).toBe(birthDate <= "1957-02-01");
    }),
  );
});
