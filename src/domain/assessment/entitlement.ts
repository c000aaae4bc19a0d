import { type IsoDate, type IsoMonth, monthOf, monthsBetween } from "@/domain/calendar";
import { type EntitlementEnd, lastMonths } from "@/domain/entitlement-end";
import { incomesInForce } from "@/domain/income-in-force";
import { noTopUpOf } from "@/domain/registration";
import { type Decision, decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { BeyondRules } from "@/domain/rules/rule-words";
import {
  countingYes,
  historyUntil,
  type TopUp,
  type TopUpHistory,
  topUpOverMonths,
} from "@/domain/rules/top-up";
import { factsOf, type StoredForms, yesAfterDeath } from "./facts";

/**
 * The rules' decision about a person by the facts of a form, and the sum that is due: month by month by the incomes as they
 * are known, as everywhere (docs/decisions/0021), and none but for a living holder of a list (docs/forms.md 2, 4).
 */
export function decisionFor(rules: RuleSet, facts: Facts, forms: StoredForms): Decision {
  return { ...decide(rules, facts), topUp: topUpOf(rules, sumsOf(rules, facts, forms)) };
}

/** The sum of a history as one top-up: with its parts where a changed income changes the amount, or leaves months out between. */
function topUpOf(rules: RuleSet, { none, parts, months, total }: Sums): TopUp {
  if (none) return { none };
  const paid = parts.flatMap(({ paid }) => (paid ? [paid] : []));
  const [first, last] = [paid[0], paid.at(-1)];
  if (!first || !last) return { none: rules.overCeiling };
  const whole = { ...first, until: last.until, months, total };
  const unbroken = monthsBetween(first.from, last.until) + 1 === months;
  const same = paid.every(({ monthly }) => monthly === first.monthly);
  return unbroken && same ? whole : { ...whole, parts: paid };
}

/** Why no sum is due whatever the rules say of the rest: who is on no list, and whose yes a death contradicts. */
function noSumOf(rules: RuleSet, facts: Facts, forms: StoredForms): BeyondRules | null {
  const none = noTopUpOf(forms.holder.standing);
  if (none || "on" in countingYes(rules, facts)) return none;
  const mark = yesAfterDeath(forms);
  return mark && (mark === "undecided" ? "YES_AFTER_DEATH" : "YES_VOID_BY_DEATH");
}

const endedFirst = {
  deceased: { settled: "DIED_BEFORE_FIRST_MONTH", held: "HELD_FOR_DEATH" },
  card_cancelled: { settled: "CANCELLED_BEFORE_FIRST_MONTH", held: "HELD_FOR_CANCELLATION" },
} as const satisfies Record<EntitlementEnd["kind"], Record<"settled" | "held", BeyondRules>>;

/** Why no month is due of those that would have been: by what is not settled where some are held, else by what is. */
function endedBefore(ends: readonly EntitlementEnd[], held: boolean): BeyondRules | null {
  const end = ends.find(({ settled }) => settled !== held);
  return end ? endedFirst[end.kind][held ? "held" : "settled"] : null;
}

/** Months that wait to be checked: not due while what ends the entitlement is not settled. */
export type HeldMonths = { after: IsoMonth; months: number; total: number };

type Sums = Pick<TopUpHistory, "parts" | "months" | "total"> & {
  none: TopUpHistory["none"] | BeyondRules;
  held: HeldMonths | null;
};

/** The months due and the months held: the last that is due is that of what ends it (register of interpretations, 25). */
function sumsBeside(ends: readonly EntitlementEnd[], history: TopUpHistory): Sums {
  const last = lastMonths(ends);
  if (!last || history.none) return { ...history, held: null };
  const due = historyUntil(history, last.due);
  const possible = last.possible === null ? history : historyUntil(history, last.possible);
  const months = possible.months - due.months;
  const held = months > 0 ? { after: last.due, months, total: possible.total - due.total } : null;
  const nothing = due.months === 0 && history.months > 0;
  return { ...due, none: nothing ? endedBefore(ends, held !== null) : null, held };
}

/** The months that each income pays to who gave these answers, and their sum. */
function sumsOf(rules: RuleSet, facts: Facts, forms: StoredForms): Sums {
  const none = noSumOf(rules, facts, forms);
  if (none) return { parts: [], months: 0, total: 0, none, held: null };
  const incomes = incomesInForce(forms.holder.incomes).map(({ satang, countsFrom }) => ({
    incomeSatang: satang,
    from: countsFrom && monthOf(countsFrom),
  }));
  return sumsBeside(forms.holder.ends, topUpOverMonths(rules, facts, incomes));
}

/** What the rules say of a holder today by the forms as they are stored, and the months that each income pays. */
export function entitlementOf(rules: RuleSet, forms: StoredForms, today: IsoDate) {
  const facts = factsOf(rules, forms, today);
  const { ends, incomes } = forms.holder;
  return {
    /** The set that decides, for its words. */
    rules,
    facts,
    decision: decisionFor(rules, facts, forms),
    incomes: incomesInForce(incomes),
    topUp: sumsOf(rules, facts, forms),
    ends,
    /** A yes that a death contradicts. */
    yesAfterDeath: yesAfterDeath(forms),
    /** A form waits for its confirmation: the answer may change. */
    somethingPending: [...forms.intents, ...forms.assessments].some(
      ({ confirmation }) => confirmation === "pending",
    ),
  };
}
export type Entitlement = ReturnType<typeof entitlementOf>;
