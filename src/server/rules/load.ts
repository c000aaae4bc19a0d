import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";

/** The rule sets that this installation knows, the earliest first: today those of the code. */
export async function loadRuleSets(): Promise<RuleSets> {
  return ruleSetsOfCode;
}
