import { monthOf } from "@/domain/calendar";
import { type Incomes, incomesInForce } from "@/domain/income-in-force";
import { noTopUpOf } from "@/domain/registration";
import { type Decision, decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import { topUpOverMonths } from "@/domain/rules/top-up";
import { factsOf, type StoredForms } from "./facts";

/** The rules' decision about a person; no sum is due to who is neither on a list nor confirmed (docs/forms.md 2). */
export function decisionFor(rules: RuleSet, facts: Facts, { holder }: StoredForms): Decision {
  const decision = decide(rules, facts);
  const none = noTopUpOf(holder.standing);
  return none ? { ...decision, topUp: { none } } : decision;
}

/** What the rules say of a holder by the forms as they are stored today, and the months that each income pays. */
export function entitlementOf(rules: RuleSet, forms: StoredForms, incomes: Incomes) {
  const facts = factsOf(rules, forms);
  const inOrder = incomesInForce(incomes);
  const none = noTopUpOf(forms.holder.standing);
  return {
    /** The set that decides, for its words. */
    rules,
    facts,
    decision: decisionFor(rules, facts, forms),
    incomes: inOrder,
    topUp: none
      ? { parts: [], total: 0, none }
      : topUpOverMonths(
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
