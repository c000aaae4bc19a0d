import { type IsoDate, monthOf } from "@/domain/calendar";
import { decide } from "@/domain/rules/decide";
import type { RuleSet } from "@/domain/rules/rule-set";
import { topUpOverMonths } from "@/domain/rules/top-up";
import { factsOf, type StoredForms } from "./facts";

/** An income of 2559 that decides, and from which day; null: from the beginning. */
export type DecidingIncome = {
  satang: number;
  countsFrom: IsoDate | null;
  /** The Ministry's batch that brought it; null: an approved correction. */
  batch: number | null;
};

/** What the rules say of a holder by the forms as they are stored today, and the months that each income pays. */
export function entitlementOf(
  rules: RuleSet,
  forms: StoredForms,
  incomes: readonly DecidingIncome[],
) {
  const facts = factsOf(rules, forms);
  const inOrder = [...incomes].sort((a, b) =>
    (a.countsFrom ?? "") < (b.countsFrom ?? "") ? -1 : 1,
  );
  return {
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
