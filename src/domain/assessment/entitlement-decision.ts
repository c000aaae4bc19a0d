import { type IsoDate, type IsoMonth, monthOf } from "@/domain/calendar";
import type { EntitlementEnd } from "@/domain/entitlement-end";
import { isCounted, type Standing } from "@/domain/registration";
import { reasonsOfSum } from "@/domain/rules/reasons";
import type { ReasonCode, RuleSet } from "@/domain/rules/rule-set";
import { amountsOf, countingYes, type NoTopUp } from "@/domain/rules/top-up";
import { type Entitlement, entitlementOf } from "./entitlement";
import type { StoredForms } from "./facts";

/** What a sum is decided from: days, numbers and codes that suffice to decide it again. */
export type DecisionFacts = {
  /** The income by which the yes is judged. */
  incomeSatang: number;
  intentOn: IsoDate | null;
  assessedOn: IsoDate | null;
  /** The incomes one after another, each with the month from which it decides; null: from the beginning. */
  incomes: { satang: number; from: IsoMonth | null }[];
  ends: EntitlementEnd[];
};

/** The months of one amount. */
export type DecidedPart = {
  firstMonth: IsoMonth;
  lastMonth: IsoMonth;
  months: number;
  satangAMonth: number;
};

/** What the rules say of a sum, as it is stored when a yes comes to count (docs/decisions/0033). */
export type EntitlementDecision = {
  /** Version of the rule set. */
  rules: IsoDate;
  facts: DecisionFacts;
  reasons: ReasonCode[];
  /** Why no month is due; null where some are. */
  none: NoTopUp | null;
  firstMonth: IsoMonth | null;
  lastMonth: IsoMonth | null;
  months: number;
  /** Of the first month. */
  satangAMonth: bigint | null;
  satang: bigint;
  /** Where a changed income changes the amount: the months of each. */
  parts: DecidedPart[] | null;
};

/** The decision on the sum by the forms as they are stored, judged on a day: that of the yes. */
export function decisionOfYes(
  rules: RuleSet,
  forms: StoredForms,
  yesOn: IsoDate,
): EntitlementDecision {
  return decisionIn(entitlementOf(rules, forms, yesOn));
}

/** The same decision once more, from its facts alone. */
export function decideAgain(
  rules: RuleSet,
  yesOn: IsoDate,
  { intentOn, assessedOn, incomes, ends }: DecisionFacts,
): EntitlementDecision {
  const yes = { answer: "yes", confirmation: null, afterDeath: null };
  const ministry = incomes.map(({ satang, from }, index) => ({
    satang,
    countsFrom: from && `${from}-01`,
    batch: index + 1,
  }));
  const forms: StoredForms = {
    holder: { incomes: { ministry, corrected: [] }, birthDate: null, standing: "listed", ends },
    intents: intentOn ? [{ ...yes, intentOn }] : [],
    assessments: assessedOn ? [{ ...yes, interviewedOn: assessedOn, targetGroup: null }] : [],
    aoAgency: null,
  };
  return decisionOfYes(rules, forms, yesOn);
}

function decisionIn({ rules, facts, decision, incomes, ends }: Entitlement): EntitlementDecision {
  const { incomeSatang, intentOn, assessedOn } = facts;
  return {
    rules: rules.version,
    facts: {
      incomeSatang,
      intentOn,
      assessedOn,
      incomes: incomes.map(({ satang, countsFrom }) => ({
        satang,
        from: countsFrom && monthOf(countsFrom),
      })),
      ends: ends.map(({ kind, on, settled }) => ({ kind, on, settled })),
    },
    reasons: reasonsOfSum(rules, decision.reasons).map(({ code }) => code),
    ...sumIn(decision.topUp),
  };
}

function sumIn(topUp: Entitlement["decision"]["topUp"]) {
  if ("none" in topUp)
    return {
      none: topUp.none,
      firstMonth: null,
      lastMonth: null,
      months: 0,
      satangAMonth: null,
      satang: 0n,
      parts: null,
    };
  const parts = amountsOf(topUp).map(({ from, until, months, monthly }) => ({
    firstMonth: from,
    lastMonth: until,
    months,
    satangAMonth: monthly * 100,
  }));
  return {
    none: null,
    firstMonth: topUp.from,
    lastMonth: topUp.until,
    months: topUp.months,
    satangAMonth: BigInt(topUp.monthly) * 100n,
    satang: BigInt(topUp.total) * 100n,
    parts: parts.length > 1 ? parts : null,
  };
}

/** Which fact of a stored decision is another one today. */
export const changedFacts = ["standing", "yes", "income", "end", "rules"] as const;
export type ChangedFact = (typeof changedFacts)[number];

/** A decision with the day of the yes that it rests on; null: none counted any more. */
export type DecidedBefore = EntitlementDecision & { yesOn: IsoDate | null };

/** Which facts have changed where the sum or the counting yes is another one than was decided; null: neither is. */
export function changesSince(
  before: DecidedBefore,
  decision: DecidedBefore,
  standing: Standing,
): ChangedFact[] | null {
  if (sumAsText(before) === sumAsText(decision) && before.yesOn === decision.yesOn) return null;
  const differs: Record<ChangedFact, boolean> = {
    standing: !isCounted(standing),
    yes: before.yesOn !== decision.yesOn,
    income: incomesAsText(before.facts) !== incomesAsText(decision.facts),
    end: endsAsText(before.facts) !== endsAsText(decision.facts),
    rules: before.rules !== decision.rules,
  };
  return changedFacts.filter((fact) => differs[fact]);
}

/** What today's reckoning says otherwise than the stored decision, and which facts have changed; null: the same sum. */
export function differenceOf(
  stored: DecidedBefore,
  today: Entitlement,
  standing: Standing,
): { decision: EntitlementDecision; changed: ChangedFact[] } | null {
  const decision = decisionIn(today);
  if (sumAsText(stored) === sumAsText(decision)) return null;
  const yes = countingYes(today.rules, today.facts);
  const yesOn = "on" in yes ? yes.on : null;
  return { decision, changed: changesSince(stored, { ...decision, yesOn }, standing) ?? [] };
}

const sumAsText = ({ none, firstMonth, lastMonth, months, satang, parts }: EntitlementDecision) =>
  [none, firstMonth, lastMonth, months, satang, partsAsText(parts)].join("|");
const partsAsText = (parts: EntitlementDecision["parts"]) =>
  parts?.map(({ firstMonth, satangAMonth }) => `${firstMonth} ${satangAMonth}`).join();
const incomesAsText = ({ incomes }: DecisionFacts) =>
  incomes.map(({ satang, from }) => `${satang} ${from}`).join("|");
const endsAsText = ({ ends }: DecisionFacts) =>
  ends.map(({ kind, on, settled }) => `${kind} ${on} ${settled}`).join("|");
