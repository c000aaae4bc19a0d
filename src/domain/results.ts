import type { IsoDate } from "@/domain/calendar";
import { type Dose, meanIncomes } from "@/domain/follow-up";

/**
 * What came of the plans, the same on the page of follow-ups and in the annex of a report. A result is of those who were
 * asked; where nobody was, it is not known, and that is never 0.
 */

type Counted = {
  people: number;
  contacts: number;
  dose: Record<Dose, number>;
  jobs: number;
  loans: number;
  trained: number;
};
/** So many, of how many who were asked; null: nobody was. */
export type Known = { count: number; of: number } | null;

/** From how many answers on a rate is said; of fewer, the answers themselves. */
export const fewestForRate = 5;

/** Who was contacted at least once. */
const contacted = ({ people, dose }: Counted) => people - dose[0];

/** Work, loans and training: asked in every contact. */
export function resultsOf(sum: Counted): Record<"jobs" | "loans" | "trained", Known> {
  const asked = contacted(sum);
  const known = (count: number): Known => (asked === 0 ? null : { count, of: asked });
  return { jobs: known(sum.jobs), loans: known(sum.loans), trained: known(sum.trained) };
}

/** Whose income rose: of those who told it both times. */
export function incomeUpOf(sum: Parameters<typeof meanIncomes>[0] & { incomeUp: number }): Known {
  return meanIncomes(sum) && { count: sum.incomeUp, of: sum.incomePeople };
}

/** Whether a round is asked for yet: before its first day nobody is behind in it. */
export const hasBegun = (round: { from: IsoDate }, day: IsoDate): boolean => day >= round.from;
