import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";

/** The rule sets of this installation, the earliest first: today those in the code. */
export async function loadRuleSets(): Promise<RuleSets> {
  return ruleSetsOfCode;
}
