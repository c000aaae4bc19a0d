import { ageOn, type IsoDate } from "@/domain/calendar";
import type { Facts } from "@/domain/rules/facts";
import type { AgeClass, Period, RuleSet } from "@/domain/rules/rule-set";

export type Outreach = "mandatory_visit" | "walk_in_done" | "voluntary";

/** The age class of the round, on the day on which the set counts ages; `unknown` without a birth date. */
export function ageClassOf(rules: RuleSet, birthDate: IsoDate | null): AgeClass {
  if (birthDate === null) return "unknown";
  const age = ageOn(birthDate, rules.mustReach.ageOn.value);
  const { upTo, over } = rules.mustReach.ages;
  return age <= rules.mustReach.ageUpTo.value ? upTo.id : over.id;
}

/**
 * The cohort "ทุกคน": low income and not known to be over the age, walk-ins included. PostgreSQL keeps the same in
 * `holder.must_reach` (`app.cohort_of`), which lists, counters and pages read.
 */
export function isMustReach(
  rules: RuleSet,
  { incomeSatang, birthDate }: Pick<Facts, "incomeSatang" | "birthDate">,
): boolean {
  return isReached(rules, incomeSatang, ageClassOf(rules, birthDate));
}

/** The same of an age class that was worked out before. */
export function isReached(rules: RuleSet, incomeSatang: number, ageClass: string): boolean {
  const { incomeUpToSatang, ages } = rules.mustReach;
  return incomeSatang <= incomeUpToSatang.value && ageClass !== ages.over.id;
}

/** Whether a team must visit at home, need not because the yes was given in time, or may. */
export function outreachFor(rules: RuleSet, facts: Facts): Outreach {
  if (!isMustReach(rules, facts)) return "voluntary";
  const walkIn = rules.walkIn.value;
  return isIn(walkIn, facts.intentOn) || isIn(walkIn, facts.assessedOn)
    ? "walk_in_done"
    : "mandatory_visit";
}

export function isIn(period: Period, date: IsoDate | null): boolean {
  return date !== null && date >= period.from && date <= period.until;
}
