import { monthOf } from "@/domain/calendar";
import { type Incomes, incomesInForce } from "@/domain/income-in-force";
import { decide } from "@/domain/rules/decide";
import type { RuleSet } from "@/domain/rules/rule-set";
import { topUpOverMonths } from "@/domain/rules/top-up";
import { factsOf, type StoredForms } from "./facts";

/** What the rules say of a holder by the forms as they are stored today, and the months that each income pays. */
export function entitlementOf(rules: RuleSet, forms: StoredForms, incomes: Incomes) {
  const facts = factsOf(rules, forms);
  const inOrder = incomesInForce(incomes);
  return {
    /** The set that decides, for its words. */
    rules,
    facts,
    decision: decide(rules, facts),
    incomes: inOrder,
    topUp: topUpOverMonths(
      rules,
      facts,
      inOrder.map(({ satang, countsFrom }) => ({
        incomeSatang: satang,
        from: countsFrom && monthOf(countsFrom),
      })),
    ),
    /** A form waits for its confirmation: the answer may change. */
    somethingPending: [...forms.intents, ...forms.assessments].some(
      ({ confirmation }) => confirmation === "pending",
    ),
  };
}
export type Entitlement = ReturnType<typeof entitlementOf>;
