import type { IsoDate } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";

/** Every rule set that is known, the earliest first. */
export type RuleSets = readonly [RuleSet, ...RuleSet[]];

/** The set in force on a day; before the first set the first holds. */
export function rulesOn(sets: RuleSets, day: IsoDate): RuleSet {
  return sets.findLast((set) => set.inForceFrom <= day) ?? sets[0];
}

/** The set by which something was decided; throws RangeError where no set has this version. */
export function rulesOfVersion(sets: RuleSets, version: string): RuleSet {
  const rules = sets.find((set) => set.version === version);
  if (!rules) throw new RangeError(`No rule set ${version}`);
  return rules;
}
