import { deepEqual, ok } from "node:assert/strict";
import { citations } from "@/domain/rules/citations";
import { decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import { interpretations } from "@/domain/rules/interpretations";
import type { Cited, ReasonCode, RuleSet, Source } from "@/domain/rules/rule-set";

/** A passage of the scanned papers, or the number of an entry of the register of interpretations. */
export type Clause = keyof typeof citations | number;

/**
 * What one clause says, as a test that quotes it: the words as printed, the same in English, and what a rule set must then
 * hold. The values are written here from the papers, never taken from the set.
 */
export type Statement = {
  clause: Clause;
  quote: string;
  says: string;
  /** Throws where the set says something else. */
  holds: (rules: RuleSet, its: Its) => void;
};

/** Checks that name the statement's own clause. */
type Its = {
  /** The value, from the first day of the measure on, resting on this clause. */
  value: <Value>(cited: Cited<Value>, value: NoInfer<Value>) => void;
  /** Reasons that rest on this clause. */
  reasons: (...codes: readonly ReasonCode[]) => void;
};

/** 1 - 28 ก.พ. 2561: every value of the set holds from the first of these days. */
const firstDay = "2018-02-01";

/** What a clause is in a rule set. */
export const sourceOf = (clause: Clause): Source =>
  typeof clause === "number" ? { interpretation: clause } : { citation: clause };

/** The words of a clause: the scan, or the reading in the register; empty where there is none. */
export function wordsOf(clause: Clause): string {
  if (typeof clause !== "number") return citations[clause].quote;
  return interpretations.find(({ number }) => number === clause)?.reading ?? "";
}

/** Throws where the set does not say what the statement says. */
export function check(statement: Statement, rules: RuleSet): void {
  const source = sourceOf(statement.clause);
  statement.holds(rules, {
    value: (cited, value) => deepEqual(cited, { value, since: firstDay, source }),
    reasons: (...codes) => {
      for (const code of codes) deepEqual(rules.reasons[code], source, code);
    },
  });
}

/** Whether the set says what the statement says. */
export function isTrueOf(statement: Statement, rules: RuleSet): boolean {
  try {
    check(statement, rules);
    return true;
  } catch {
    return false;
  }
}

const somebody: Facts = {
  incomeSatang: 0,
  birthDate: "1980-05-01",
  intentOn: "2018-02-12",
  assessedOn: null,
  targetGroup: "farmer",
  aoAgency: "BAAC",
};

/** The rules' answer to a holder of 37 without income who came on 12 February, but for what is said here. */
export const answer = (rules: RuleSet, facts: Partial<Facts> = {}) =>
  decide(rules, { ...somebody, ...facts });

/** The answer gives these reasons and none of those. */
export function gives(
  rules: RuleSet,
  facts: Partial<Facts>,
  codes: readonly ReasonCode[],
  never: readonly ReasonCode[] = [],
): void {
  const given = answer(rules, facts).reasons.map(({ code }) => code);
  for (const code of codes) ok(given.includes(code), `${code} is not given`);
  for (const code of never) ok(!given.includes(code), `${code} is given`);
}

/** Months and baht of the top-up: `10 x 200 from 2018-03`, or why there is none. */
export function months(rules: RuleSet, facts: Partial<Facts>): string {
  const { topUp } = answer(rules, facts);
  return "none" in topUp ? topUp.none : `${topUp.months} x ${topUp.monthly} from ${topUp.from}`;
}
