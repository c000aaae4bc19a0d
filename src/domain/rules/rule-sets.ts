import { rules2018 } from "@/domain/rules/rules-2018";
import type { RuleSets } from "@/domain/rules/sets";

/** The rule sets that are kept as code: a line a set, the earliest first. */
export const ruleSetsOfCode: RuleSets = [rules2018];
