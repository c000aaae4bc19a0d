import { type IsoMonth, monthOf } from "@/domain/calendar";
import type { Death } from "@/domain/death";
import { type Incomes, incomesInForce } from "@/domain/income-in-force";
import { noTopUpOf } from "@/domain/registration";
import { type Decision, decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { BeyondRules } from "@/domain/rules/rule-words";
import {
  countingYes,
  historyUntil,
  paidUntil,
  type TopUp,
  type TopUpHistory,
  topUpOverMonths,
} from "@/domain/rules/top-up";
import { factsOf, type StoredForms, yesAfterDeath } from "./facts";

/** The rules' decision about a person, and what stands over it: no sum but for a living holder of a list (docs/forms.md 2, 4). */
export function decisionFor(rules: RuleSet, facts: Facts, forms: StoredForms): Decision {
  const decision = decide(rules, facts);
  const none = noSumOf(rules, facts, forms);
  return { ...decision, topUp: none ? { none } : alive(decision.topUp, forms.holder.death) };
}

/** Why no sum is due whatever the rules say of the rest: who is on no list, and whose yes a death contradicts. */
function noSumOf(rules: RuleSet, facts: Facts, forms: StoredForms): BeyondRules | null {
  const none = noTopUpOf(forms.holder.standing);
  if (none || "on" in countingYes(rules, facts)) return none;
  const mark = yesAfterDeath(forms);
  return mark && (mark === "undecided" ? "YES_AFTER_DEATH" : "YES_VOID_BY_DEATH");
}

/** The last month that may be due is that of the death (register of interpretations, 25). */
function alive(topUp: TopUp, death: Death | null): TopUp {
  if (!death || "none" in topUp) return topUp;
  return paidUntil(topUp, monthOf(death.on)) ?? { none: diedFirst(death) };
}

const diedFirst = ({ proven }: Death): BeyondRules =>
  proven ? "DIED_BEFORE_FIRST_MONTH" : "HELD_FOR_DEATH";

/** Months that wait to be checked: not due while a death rests on a word only. */
export type HeldMonths = { after: IsoMonth; months: number; total: number };

type Sums = Pick<TopUpHistory, "parts" | "total"> & {
  none: TopUpHistory["none"] | BeyondRules;
  held: HeldMonths | null;
};

/** The months due and the months held, beside a death. */
function sumsBeside(death: Death | null, history: TopUpHistory): Sums {
  if (!death || history.none) return { ...history, held: null };
  const last = monthOf(death.on);
  const due = historyUntil(history, last);
  const months = history.months - due.months;
  const held =
    months > 0 && !death.proven ? { after: last, months, total: history.total - due.total } : null;
  return { ...due, none: months > 0 && due.months === 0 ? diedFirst(death) : null, held };
}

/** What the rules say of a holder by the forms as they are stored today, and the months that each income pays. */
export function entitlementOf(rules: RuleSet, forms: StoredForms, incomes: Incomes) {
  const facts = factsOf(rules, forms);
  const inOrder = incomesInForce(incomes);
  const none = noSumOf(rules, facts, forms);
  const history = topUpOverMonths(
    rules,
    facts,
    inOrder.map(({ satang, countsFrom }) => ({
      incomeSatang: satang,
      from: countsFrom && monthOf(countsFrom),
    })),
  );
  const { death } = forms.holder;
  const topUp: Sums = none ? { parts: [], total: 0, none, held: null } : sumsBeside(death, history);
  return {
    /** The set that decides, for its words. */
    rules,
    facts,
    decision: decisionFor(rules, facts, forms),
    incomes: inOrder,
    topUp,
    death,
    /** A yes that a death contradicts. */
    yesAfterDeath: yesAfterDeath(forms),
    /** A form waits for its confirmation: the answer may change. */
    somethingPending: [...forms.intents, ...forms.assessments].some(
      ({ confirmation }) => confirmation === "pending",
    ),
  };
}
export type Entitlement = ReturnType<typeof entitlementOf>;
