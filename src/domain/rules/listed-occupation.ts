import { codeUnder } from "@/domain/rules/code-lists";
import { wordsOfLists2018 } from "@/domain/rules/codes-2018";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";

/** The code of an occupation as the Ministry's list writes it, in the list of a set; null where no code says it for certain. */
export function occupationListed(
  sets: RuleSets,
  rules: RuleSet,
  words: string | null,
): string | null {
  const code = words && wordsOfLists2018.find(([pattern]) => pattern.test(words))?.[1];
  return code ? codeUnder(sets, "occupations", code, { from: sets[0], to: rules }) : null;
}
