import type { PublishedNumber } from "./numbers";

/** The country's card holders by age and income, in people, as the programme's papers print them (docs/programme.md 8). */
export const programmeCells = {
  youngLow: 5_272_881,
  youngHigh: 2_573_145,
  oldLow: 3_075_811,
  oldHigh: 547_347,
} as const;

/** The nine numbers of that table. */
export const programmeNumbers = {
  ...programmeCells,
  young: programmeCells.youngLow + programmeCells.youngHigh,
  old: programmeCells.oldLow + programmeCells.oldHigh,
  low: programmeCells.youngLow + programmeCells.oldLow,
  high: programmeCells.youngHigh + programmeCells.oldHigh,
  people: Object.values(programmeCells).reduce((sum: number, people) => sum + people, 0),
} as const satisfies Partial<Record<PublishedNumber, number>>;
