import { describe, expect, test } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import {
  correctionCountsFrom,
  correctionInput,
  decidesAt,
  effectsOf,
  valueAsked,
} from "./correction";

const [rules] = ruleSetsOfCode;

const facts = { incomeSatang: 2_000_000, ageClass: "up_to_60", countsFrom: "2018-04-01" };

describe("what a corrected income changes", () => {
  test.each([
    { baht: 30_000, effects: ["nothing_but_amount"] },
    { baht: 30_001, effects: ["top_up", "cohort"] },
  ])("from 20,000 to $baht baht: $effects", ({ baht, effects }) => {
    const found = effectsOf(rules, "income_2559", { satang: baht * 100 }, facts);
    expect(found.map(({ what }) => what)).toEqual(effects);
  });

  test("takes somebody over the line out of the cohort and from 200 to 100 baht, from the month after", () => {
    expect(effectsOf(rules, "income_2559", { satang: 5_000_000 }, facts)).toEqual([
      { what: "top_up", from: 200, to: 100, month: "2018-04" },
      { what: "cohort", to: "voluntary", month: "2018-04" },
    ]);
  });

  test("leaves the duty to visit of somebody over 60 as it is", () => {
    const old = { ...facts, ageClass: "over_60" };
    expect(effectsOf(rules, "income_2559", { satang: 5_000_000 }, old)).toHaveLength(1);
  });
});

describe("a corrected birth date decides the cohort at once", () => {
  const decided = { ...facts, countsFrom: "2018-03-02" };
  test.each([
    { born: "1950-01-01", before: "up_to_60", effect: { what: "cohort", to: "voluntary" } },
    { born: "1960-05-01", before: "over_60", effect: { what: "cohort", to: "must_reach" } },
    { born: "1960-05-01", before: "up_to_60", effect: { what: "age_shown" } },
    { born: "1950-01-01", before: "over_60", effect: { what: "age_shown" } },
  ])("$born of somebody $before: $effect", ({ born, before, effect }) => {
    const found = effectsOf(
      rules,
      "birth_date",
      { birthDate: born },
      { ...decided, ageClass: before },
    );
    expect(found).toEqual([expect.objectContaining(effect)]);
  });
  test("and nobody's with a higher income", () => {
    const rich = { ...decided, ageClass: "over_60", incomeSatang: 5_000_000 };
    expect(effectsOf(rules, "birth_date", { birthDate: "1960-05-01" }, rich)).toEqual([
      { what: "age_shown" },
    ]);
  });
});

test.each([
  { field: "income_2559", on: "2018-03-01", from: "2018-04-01", at: "province" },
  { field: "income_2559", on: "2018-12-31", from: "2019-01-01", at: "province" },
  { field: "address", on: "2018-03-31", from: "2018-04-01", at: "district" },
  { field: "birth_date", on: "2018-03-02", from: "2018-03-02", at: "province" },
  { field: "name", on: "2018-03-02", from: "2018-03-02", at: "district" },
] as const)("$field decided on $on by the $at counts from $from", ({ field, on, from, at }) => {
  expect(correctionCountsFrom(field, on)).toBe(from);
  expect(decidesAt(field)).toBe(at);
});

describe("a request", () => {
  const proof = {
    holderId: "8a1f2c3e-0000-4000-8000-000000000001",
    evidence: "ทะเบียนบ้าน",
    evidenceNumber: "1/2561",
  };
  test("keeps an income in satang and nothing of the form beside it", () => {
    const input = correctionInput.parse({ ...proof, field: "income_2559", incomeBaht: 25_000 });
    expect(valueAsked(input)).toEqual({ satang: 2_500_000 });
  });
  test.each([
    { field: "income_2559", incomeBaht: -1 },
    { field: "birth_date", birthDate: "2018-02-30" },
    { field: "phone", phone: null },
    { field: "name", title: "นาง", firstName: "", lastName: null },
    { field: "occupation", occupation: "ทำนา", evidence: "" },
    { field: "national_id", value: "1" },
  ])("refuses %j", (asked) => {
    expect(correctionInput.safeParse({ ...proof, ...asked }).success).toBe(false);
  });
});
