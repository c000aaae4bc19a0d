import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BankDay,
  type CoInterviewNeed,
  proposedBank,
  suggestCoInterviews,
} from "./co-interview";
import { ruleSetsOfCode } from "./rules/rule-sets";

const [rules] = ruleSetsOfCode;

const days = ["2018-03-05", "2018-03-06"] as const;
const need = fc
  .record({
    day: fc.constantFrom(...days),
    subdistrictCode: fc.constantFrom("540601", "540602"),
    moo: fc.integer({ min: 1, max: 4 }),
    people: fc.integer({ min: 1, max: 30 }),
    bank: fc.constantFrom("BAAC" as const, "GSB" as const),
  })
  .map(
    ({ moo, ...rest }): CoInterviewNeed => ({
      ...rest,
      key: `${rest.day} ${rest.subdistrictCode} ${moo}`,
    }),
  );
const needs = fc.uniqueArray(need, { selector: ({ key }) => key, maxLength: 12 });
const offered = fc.uniqueArray(
  fc
    .record({ officerId: fc.constantFrom("b1", "b2", "g1", "g2"), day: fc.constantFrom(...days) })
    .map(
      ({ officerId, day }): BankDay => ({
        officerId,
        day,
        bank: officerId.startsWith("b") ? "BAAC" : "GSB",
      }),
    ),
  { selector: ({ officerId, day }) => `${officerId} ${day}`, maxLength: 8 },
);

describe("the suggestion of co-interviewers", () => {
  it("sends nobody on a day he has not given, nor to two subdistricts on one", () => {
    fc.assert(
      fc.property(needs, offered, (villages, bankDays) => {
        const matches = suggestCoInterviews(villages, bankDays);
        const places = new Map<string, string>();
        for (const village of villages) {
          const officerId = matches.get(village.key);
          if (!officerId) continue;
          expect(
            bankDays.some((each) => each.officerId === officerId && each.day === village.day),
          ).toBe(true);
          const his = `${officerId} ${village.day}`;
          expect(places.get(his) ?? village.subdistrictCode).toBe(village.subdistrictCode);
          places.set(his, village.subdistrictCode);
        }
      }),
    );
  });

  it("leaves a village alone only where every officer of that day is elsewhere", () => {
    fc.assert(
      fc.property(needs, offered, (villages, bankDays) => {
        const matches = suggestCoInterviews(villages, bankDays);
        for (const village of villages.filter(({ key }) => !matches.has(key)))
          for (const { officerId } of bankDays.filter(({ day }) => day === village.day))
            expect(
              villages.some(
                (other) =>
                  other.day === village.day &&
                  other.subdistrictCode !== village.subdistrictCode &&
                  matches.get(other.key) === officerId,
              ),
            ).toBe(true);
      }),
    );
  });

  it("sends nobody elsewhere on a day on which he is matched already", () => {
    const village: CoInterviewNeed = {
      key: "v",
      day: days[0],
      subdistrictCode: "540601",
      people: 3,
      bank: "BAAC",
    };
    const given: BankDay[] = [{ officerId: "b1", bank: "BAAC", day: days[0] }];
    const taken = { officerId: "b1", day: days[0] };
    const elsewhere = suggestCoInterviews([village], given, [
      { ...taken, subdistrictCode: "540602" },
    ]);
    expect(elsewhere.size).toBe(0);
    const here = suggestCoInterviews([village], given, [{ ...taken, subdistrictCode: "540601" }]);
    expect(here.get("v")).toBe("b1");
  });

  it("takes the proposed bank before the other", () => {
    const village: CoInterviewNeed = {
      key: "v",
      day: days[0],
      subdistrictCode: "540601",
      people: 3,
      bank: "GSB",
    };
    const both: BankDay[] = [
      { officerId: "b1", bank: "BAAC", day: days[0] },
      { officerId: "g1", bank: "GSB", day: days[0] },
    ];
    expect(suggestCoInterviews([village], both).get("v")).toBe("g1");
    expect(suggestCoInterviews([village], both.slice(0, 1)).get("v")).toBe("b1");
  });
});

it.each([
  [["farmer", "farmer", "employed"], "BAAC"],
  [["farmer", "self_employed", "employed"], "GSB"],
  [["unknown"], "GSB"],
  [["farmer", "employed"], "BAAC"],
] as const)("for %j the rules propose %s", (groups, bank) => {
  expect(proposedBank(rules, groups)).toBe(bank);
});
