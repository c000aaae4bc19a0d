import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AoAgency, aoAgencyCodes } from "@/domain/agencies";
import { addDays } from "@/domain/calendar";
import { type Decision, decide } from "@/domain/rules/decide";
import { type Facts, factsReader, satangOf } from "@/domain/rules/facts";
import { type ReasonCode, type TargetGroup, targetGroups } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";

const readFacts = factsReader([rules2018]);

const ordinary: Facts = {
  incomeSatang: 2_500_000,
  birthDate: "1980-05-01",
  intentOn: "2018-02-12",
  assessedOn: null,
  targetGroup: "farmer",
  aoAgency: "BAAC",
};

function decision(facts: Partial<Facts> = {}): Decision {
  return decide(rules2018, { ...ordinary, ...facts });
}

function codes(facts: Partial<Facts> = {}): ReasonCode[] {
  return decision(facts).reasons.map(({ code }) => code);
}

test("an ordinary holder, every part of the answer and its reasons", () => {
  const answer = decision();
  expect(answer).toMatchObject({
    band: "up_to_30000",
    topUp: { monthly: 200, from: "2018-03", until: "2018-12", months: 10, total: 2000 },
    outreach: "walk_in_done",
    coInterviewerRequired: false,
    coInterviewerAgency: null,
    rules: "2018-01-09",
  });
  expect(answer.menu).toHaveLength(14);
  expect(answer.reasons.map(({ code }) => code)).toEqual([
    "INCOME_UP_TO_30000",
    "YES_GIVEN",
    "FROM_NEXT_MONTH",
    "UNTIL_LAST_MONTH",
    "MONTHLY_200",
    "AGE_UP_TO_60",
    "AGE_COUNTED",
    "MUST_REACH",
    "WALK_IN_DONE",
    "CO_INTERVIEW",
    "AO_FROM_BANK",
    "MENU_FARMER",
    "MENU_CATEGORIES",
    "MENU_DIMENSION_4",
    "MENU_DIMENSION_4_FOR_ALL",
  ]);
  expect(answer.reasons[0]).toEqual({
    code: "INCOME_UP_TO_30000",
    clause: "หนังสือ มท ๐๘๑๐.๖/ว ๓๙๒ ลงวันที่ ๙ กุมภาพันธ์ ๒๕๖๑ ข้อ ๕ (๑)",
    quote: "ผู้มีบัตรสวัสดิการแห่งรัฐที่มีรายได้ไม่เกิน ๓๐,๐๐๐ บาท ในปี ๒๕๕๙",
  });
});

describe("the cases at the edges of docs/programme.md 4", () => {
  test.each([
    ["2018-02-28", 3_000_000, { from: "2018-03", months: 10, total: 2000 }],
    ["2018-03-01", 0, { from: "2018-04", months: 9, total: 1800 }],
    ["2018-11-30", 1000, { from: "2018-12", months: 1, total: 200 }],
    ["2018-12-01", 1000, { none: "SCHEME_ENDED" }],
    ["2018-01-31", 1000, { none: "BEFORE_WINDOW" }],
  ])("a yes on %s at %i satang", (intentOn, incomeSatang, topUp) => {
    expect(decision({ intentOn, incomeSatang }).topUp).toMatchObject(topUp);
  });
});

test.each([
  ["income of exactly 30,000", { incomeSatang: 3_000_000 }, ["INCOME_EXACTLY_30000"]],
  ["income over 30,000", { incomeSatang: 3_000_001 }, ["INCOME_OVER_30000", "MONTHLY_100"]],
  ["income over 100,000", { incomeSatang: 10_000_001 }, ["INCOME_OVER_100000", "VOLUNTARY"]],
  ["no yes", { intentOn: null }, ["NO_YES", "MANDATORY_VISIT"]],
  ["a yes too early", { intentOn: "2018-01-01" }, ["BEFORE_WINDOW", "MANDATORY_VISIT"]],
  ["a yes too late", { intentOn: "2018-12-01" }, ["SCHEME_ENDED"]],
  ["a yes in March", { intentOn: "2018-03-01" }, ["YES_AFTER_WALK_IN", "MANDATORY_VISIT"]],
  ["two yeses", { assessedOn: "2018-03-01" }, ["EARLIEST_YES", "WALK_IN_DONE"]],
  [
    "one of two too early",
    { intentOn: "2018-01-31", assessedOn: "2018-02-20" },
    ["YES_BEFORE_WINDOW_IGNORED", "WALK_IN_BY_INTERVIEW"],
  ],
  ["an unknown age", { birthDate: null }, ["AGE_UNKNOWN", "MUST_REACH"]],
  ["more than 60 years", { birthDate: "1950-01-01" }, ["AGE_OVER_60", "VOLUNTARY"]],
  ["an unknown agency", { aoAgency: null }, ["CO_INTERVIEW", "AO_AGENCY_UNKNOWN"]],
  ["no bank", { aoAgency: "CDD" }, ["AO_NOT_FROM_BANK", "CO_INTERVIEWER_BAAC"]],
  ["employed", { targetGroup: "employed" }, ["MENU_EMPLOYED", "MENU_CATEGORIES"]],
  ["self-employed", { targetGroup: "self_employed" }, ["MENU_SELF_EMPLOYED"]],
  ["not working", { targetGroup: "not_working" }, ["MENU_NOT_WORKING", "MENU_DIMENSION_4"]],
  ["no group", { targetGroup: null }, ["NO_TARGET_GROUP"]],
] as [string, Partial<Facts>, ReasonCode[]][])("%s gives its reasons", (_name, facts, expected) => {
  expect(codes(facts)).toEqual(expect.arrayContaining(expected));
});

test("a reason that does not hold is not given", () => {
  expect(codes()).not.toContain("EARLIEST_YES");
  expect(codes({ incomeSatang: 2_999_999 })).not.toContain("INCOME_EXACTLY_30000");
  expect(codes({ intentOn: "2018-02-28" })).not.toContain("YES_AFTER_WALK_IN");
  expect(codes({ assessedOn: "2018-02-20" })).not.toContain("WALK_IN_BY_INTERVIEW");
  expect(codes({ targetGroup: "not_working" })).not.toContain("MENU_CATEGORIES");
  expect(codes({ incomeSatang: 10_000_001 })).not.toContain("MONTHLY_100");
});

describe("the bank officer who joins", () => {
  const expected = (agency: AoAgency, group: TargetGroup | null) => {
    if (agency === "BAAC" || agency === "GSB") return [false, null];
    return [true, group === "farmer" ? "BAAC" : "GSB"];
  };

  test.each(aoAgencyCodes)("with an officer from %s", (aoAgency) => {
    for (const targetGroup of [...targetGroups, null]) {
      const answer = decision({ aoAgency, targetGroup });
      expect([answer.coInterviewerRequired, answer.coInterviewerAgency]).toEqual(
        expected(aoAgency, targetGroup),
      );
    }
  });

  test("is not known without the agency", () => {
    expect(decision({ aoAgency: null })).toMatchObject({
      coInterviewerRequired: null,
      coInterviewerAgency: null,
    });
  });
});

const anyDay = fc.integer({ min: -40_000, max: 1000 }).map((days) => addDays("2018-02-01", days));
const input = fc.record(
  {
    income2559: fc.integer({ min: 0, max: 20_000_000 }).map((satang) => satang / 100),
    birthDate: fc.option(fc.nat(40_000).map((days) => addDays("2018-02-01", -days))),
    intentOn: fc.option(anyDay),
    assessedOn: fc.option(anyDay),
    targetGroup: fc.option(fc.constantFrom(...targetGroups)),
    aoAgency: fc.option(fc.constantFrom(...aoAgencyCodes)),
    somethingElse: fc.anything(),
  },
  { requiredKeys: ["income2559"] },
);

describe("for all inputs", () => {
  test("a valid one is decided, and every reason is known and given once", () => {
    fc.assert(
      fc.property(input, (value) => {
        const read = readFacts(value);
        if (!read.ok) throw new Error(`refused: ${read.field}`);
        const answer = decide(rules2018, read.facts);
        const given = answer.reasons.map(({ code }) => code);
        expect(new Set(given).size).toBe(given.length);
        for (const code of given) expect(rules2018.reasons).toHaveProperty(code);
        expect(answer.outreach === "voluntary").toBe(given.includes("VOLUNTARY"));
        expect(answer.menu.length > 0).toBe(Boolean(value.targetGroup));
        const topUp = answer.topUp;
        if ("none" in topUp) expect(given).toContain(topUp.none);
        else expect(given).toContain(`MONTHLY_${topUp.monthly}`);
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever is sent, reading it answers and never throws", () => {
    const keys = ["income2559", "birthDate", "intentOn", "assessedOn", "targetGroup", "aoAgency"];
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...keys), fc.anything()),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const read = readFacts(value);
        if (!read.ok) expect([...keys, ""]).toContain(read.field);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("reading facts", () => {
  const bad: [unknown, string][] = [
    [{}, "income2559"],
    [{ income2559: null }, "income2559"],
    [{ income2559: "30000" }, "income2559"],
    [{ income2559: -0.01 }, "income2559"],
    [{ income2559: Number.NaN }, "income2559"],
    [{ income2559: Number.POSITIVE_INFINITY }, "income2559"],
    [{ income2559: 30000.001 }, "income2559"],
    [{ income2559: true }, "income2559"],
    [{ income2559: 1, birthDate: "2018-02-29" }, "birthDate"],
    [{ income2559: 1, birthDate: "2018-02-02" }, "birthDate"],
    [{ income2559: 1, birthDate: "2503-05-01" }, "birthDate"],
    [{ income2559: 1, birthDate: "" }, "birthDate"],
    [{ income2559: 1, birthDate: 19600501 }, "birthDate"],
    [{ income2559: 1, intentOn: "2018-2-1" }, "intentOn"],
    [{ income2559: 1, assessedOn: "2018-04-31" }, "assessedOn"],
    [{ income2559: 1, targetGroup: "Farmer" }, "targetGroup"],
    [{ income2559: 1, aoAgency: "DSD" }, "aoAgency"],
    [{ income2559: 1, aoAgency: "toString" }, "aoAgency"],
    [{ aoAgency: "x", birthDate: "x", income2559: -1 }, "income2559"],
    [{ aoAgency: "x", assessedOn: "x", income2559: 1 }, "assessedOn"],
  ];
  test.each(bad)("%j is refused at %s", (value, field) => {
    expect(readFacts(value)).toEqual({ ok: false, field });
  });

  test("what is missing is not known", () => {
    expect(readFacts({ income2559: 0, birthDate: undefined, other: 1 })).toEqual({
      ok: true,
      rules: rules2018,
      facts: {
        incomeSatang: 0,
        birthDate: null,
        intentOn: null,
        assessedOn: null,
        targetGroup: null,
        aoAgency: null,
      },
    });
  });

  test("the last possible birth date is the day on which ages are counted", () => {
    expect(readFacts({ income2559: 0, birthDate: "2018-02-01" }).ok).toBe(true);
  });

  test("every amount of baht and satang is read exactly", () => {
    expect(satangOf(30000.01)).toBe(3_000_001);
    expect(satangOf(0.07)).toBe(7);
    expect(Object.is(satangOf(-0), 0)).toBe(true);
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (satang) => {
        const written = `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, "0")}`;
        expect(satangOf(Number(written))).toBe(satang);
      }),
      { numRuns: 1000 },
    );
  });
});
