import fc from "fast-check";
import { expect, it } from "vitest";
import { monthsBetween } from "@/domain/calendar";
import type { Incomes } from "@/domain/income-in-force";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { entitlementOf } from "./entitlement";
import { changedFacts, decideAgain, decisionOfYes, differenceOf } from "./entitlement-decision";
import type { StoredForms } from "./facts";

const [rules] = ruleSetsOfCode;
const yes = { answer: "yes", confirmation: null, afterDeath: null };

/** A yes of a day at a desk, and what else the sum depends on. */
function formsOf(intentOn: string, over: Partial<StoredForms["holder"]> = {}): StoredForms {
  return {
    holder: {
      incomes: incomes([[2_000_000, null]]),
      birthDate: null,
      standing: "listed",
      ends: [],
      ...over,
    },
    intents: [{ ...yes, intentOn }],
    assessments: [],
    aoAgency: null,
  };
}

function incomes(given: readonly (readonly [number, string | null])[]): Incomes {
  const ministry = given.map(([satang, countsFrom], index) => ({
    satang,
    countsFrom,
    batch: index + 1,
  }));
  return { ministry, corrected: [] };
}

const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, "0"));
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([in2018, on]) => `2018-${in2018}-${String(on).padStart(2, "0")}`);
const satang = fc.constantFrom(0, 2_999_999, 3_000_000, 3_000_001, 10_000_000, 10_000_001);
const anyForms = fc.record({
  intentOn: day,
  assessedOn: fc.option(day),
  first: satang,
  later: fc.array(fc.tuple(satang, month), { maxLength: 3 }),
  ends: fc.array(
    fc.record({
      kind: fc.constantFrom("deceased" as const, "card_cancelled" as const),
      on: day,
      settled: fc.boolean(),
    }),
    { maxLength: 1 },
  ),
});

it("is given again by its own facts, whatever they are", () => {
  fc.assert(
    fc.property(anyForms, ({ intentOn, assessedOn, first, later, ends }) => {
      const changes = later.map(([amount, in2018]) => [amount, `2018-${in2018}-01`] as const);
      const forms = formsOf(intentOn, { incomes: incomes([[first, null], ...changes]), ends });
      const told = assessedOn ? [{ ...yes, interviewedOn: assessedOn, targetGroup: "farmer" }] : [];
      const on = [intentOn, assessedOn ?? intentOn].sort()[0] ?? intentOn;
      const decision = decisionOfYes(rules, { ...forms, assessments: told }, on);
      expect(decideAgain(rules, on, decision.facts)).toEqual(decision);
      // What is stored is JSON.
      const read = JSON.parse(JSON.stringify(decision.facts));
      expect(decideAgain(rules, on, read)).toEqual(decision);
      const whole = decision.parts ?? [];
      if (decision.parts)
        expect(whole.reduce((sum, part) => sum + part.months * part.satangAMonth, 0)).toBe(
          Number(decision.satang),
        );
      else {
        // One amount from the first month to the last, with none left out between.
        const { firstMonth, lastMonth, months } = decision;
        expect(firstMonth && lastMonth ? monthsBetween(firstMonth, lastMonth) + 1 : 0).toBe(months);
        expect(BigInt(decision.months) * (decision.satangAMonth ?? 0n)).toBe(decision.satang);
      }
    }),
    { numRuns: 1000 },
  );
});

it("differs from today's reckoning for a reason that it names", () => {
  const on = "2018-02-20";
  const stored = { ...decisionOfYes(rules, formsOf(on), on), yesOn: on };
  const today = (forms: StoredForms) => entitlementOf(rules, forms, "2018-06-01");
  expect(differenceOf(stored, today(formsOf(on)), "listed")).toBeNull();
  const ends = [{ kind: "deceased" as const, on: "2018-05-02", settled: true }];
  const richer = incomes([
    [2_000_000, null],
    [4_000_000, "2018-06-01"],
  ]);
  const cases: [StoredForms, "listed" | "awaiting", string[]][] = [
    [formsOf(on, { incomes: richer }), "listed", ["income"]],
    [formsOf(on, { ends }), "listed", ["end"]],
    [formsOf(on, { standing: "awaiting" }), "awaiting", ["standing"]],
    [formsOf("2018-03-05"), "listed", ["yes"]],
    [{ ...formsOf(on), intents: [] }, "listed", ["yes"]],
    [formsOf(on, { incomes: richer, ends }), "listed", ["income", "end"]],
  ];
  for (const [forms, standing, changed] of cases)
    expect(differenceOf(stored, today(forms), standing)?.changed).toEqual(changed);
  const other = { ...rules, version: "2019-01-01", topUp: { ...rules.topUp } };
  other.topUp.lastMonth = { ...rules.topUp.lastMonth, value: "2019-06" };
  const longer = differenceOf(stored, entitlementOf(other, formsOf(on), "2019-02-01"), "listed");
  expect(longer).toMatchObject({ decision: { satang: 320_000n }, changed: ["rules"] });
  // A sum never differs without a reason.
  expect(changedFacts).toHaveLength(5);
});
