import { expect, test } from "vitest";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { entitlementOf } from "./entitlement";
import type { StoredForms } from "./facts";

const [rules] = ruleSetsOfCode;

const low = { satang: 2_400_000, countsFrom: null, batch: 1 };
const forms = (over: Partial<StoredForms> = {}): StoredForms => ({
  holder: { incomeInForceSatang: low.satang, birthDate: "1964-05-01", standing: "listed" },
  intents: [{ answer: "yes", intentOn: "2018-02-10", confirmation: null }],
  assessments: [],
  aoAgency: "BAAC",
  ...over,
});

test("one income pays all months, and the decision is made from the same facts", () => {
  const { facts, decision, topUp, somethingPending } = entitlementOf(rules, forms(), {
    ministry: [low],
    corrected: [],
  });
  expect(facts.intentOn).toBe("2018-02-10");
  expect(decision.topUp).toMatchObject({ monthly: 200, months: 10 });
  expect(topUp).toMatchObject({ months: 10, total: 2_000 });
  expect(somethingPending).toBe(false);
});

test("a corrected income pays the months from its day on", () => {
  const corrected = { satang: 4_000_000, countsFrom: "2018-06-01", endsOn: null };
  const { incomes, topUp } = entitlementOf(rules, forms(), {
    ministry: [low],
    corrected: [corrected],
  });
  expect(incomes).toEqual([low, { satang: 4_000_000, countsFrom: "2018-06-01", batch: null }]);
  expect(topUp.parts.map(({ paid }) => paid && [paid.monthly, paid.months])).toEqual([
    [200, 3],
    [100, 7],
  ]);
});

test("nobody is paid who has said yes nowhere; a form that waits for its confirmation is named", () => {
  const waiting = { answer: "yes", intentOn: "2018-02-10", confirmation: "pending" };
  const { topUp, somethingPending } = entitlementOf(rules, forms({ intents: [waiting] }), {
    ministry: [low],
    corrected: [],
  });
  expect(topUp).toMatchObject({ none: "NO_YES", total: 0 });
  expect(somethingPending).toBe(true);
});
