import type { FollowUpRound, RoundId, RuleSet } from "@/domain/rules/rule-set";
import { type RoundWords, roundNamed } from "@/domain/rules/rule-words";
import type { RuleSets } from "@/domain/rules/sets";

/** A round of follow-up as screens show it. */
export type NamedRound = FollowUpRound & { words: RoundWords };

/** The rounds of a set in their order, with their words. */
export function roundsOf(rules: RuleSet): NamedRound[] {
  return rules.followUpRounds.value.map((round) => ({
    ...round,
    words: roundNamed(rules, round.id),
  }));
}

/** A round by its stored id, as the newest set that has it knows it; undefined where none has. */
export function roundWithId(sets: RuleSets, id: RoundId): NamedRound | undefined {
  return sets.flatMap(roundsOf).findLast((round) => round.id === id);
}
