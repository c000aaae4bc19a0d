import { type RoundTime, timeOfRound } from "@/domain/follow-up";
import type { FollowUpRound, RoundId, RuleSet } from "@/domain/rules/rule-set";
import { type RoundWords, roundNamed } from "@/domain/rules/rule-words";
import type { RuleSets } from "@/domain/rules/sets";

/** A round of follow-up as screens show it, with the time of what counts for it. */
export type NamedRound = FollowUpRound & {
  words: RoundWords;
  time: RoundTime;
};

/** The rounds of a set in their order, with their words. */
export function roundsOf(rules: RuleSet): NamedRound[] {
  const rounds = rules.followUpRounds.value;
  return rounds.map((round) => ({
    ...round,
    time: timeOfRound(round, rounds),
    words: roundNamed(rules, round.id),
  }));
}

/** A round by its stored id, as the newest set that has it knows it; undefined where none has. */
export function roundWithId(sets: RuleSets, id: RoundId): NamedRound | undefined {
  return sets.flatMap(roundsOf).findLast((round) => round.id === id);
}
