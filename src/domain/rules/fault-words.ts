import type { IsoDate } from "@/domain/calendar";
import type { RuleSets } from "@/domain/rules/sets";

/** What the sentences about a wrong field say of the rules. */
export type FaultWords = { measureFrom: string; incomeCeiling: string; walkIn: string };

/** By set, the earliest first: handed to the browser in place of whole sets. */
export type FaultWordsBySet = readonly (FaultWords & { from: IsoDate })[];

export function faultWordsBySet(sets: RuleSets): FaultWordsBySet {
  const [first] = sets;
  return sets.map(({ inForceFrom, words }) => ({
    from: inForceFrom,
    measureFrom: first.words.yesCountsFrom.long,
    incomeCeiling: words.incomeCeiling,
    walkIn: words.walkIn.period,
  }));
}

/** Those of a day; before the first set the first holds. */
export function faultWordsOn(bySet: FaultWordsBySet, day: IsoDate): FaultWords | undefined {
  return bySet.findLast(({ from }) => from <= day) ?? bySet[0];
}
