import { keysOf, tableOf } from "@/domain/tables";

/**
 * What is counted of the people of an area that may leave the province: each person in exactly one part. `answered` and `unanswered`
 * together are those up to 60 with an income up to 30,000 baht, as the rules in force name their first age class and first band.
 */
export const parts = ["answered", "unanswered", "youngHigh", "oldLow", "oldHigh"] as const;
export type PeoplePart = (typeof parts)[number];
export type People = Readonly<Record<PeoplePart, number>>;

/** Every number of an area, as a sum of parts: the programme's nine (docs/programme.md 8), and how many have answered. */
export const partsOfNumber = {
  people: parts,
  young: ["answered", "unanswered", "youngHigh"],
  old: ["oldLow", "oldHigh"],
  low: ["answered", "unanswered", "oldLow"],
  high: ["youngHigh", "oldHigh"],
  youngLow: ["answered", "unanswered"],
  youngHigh: ["youngHigh"],
  oldLow: ["oldLow"],
  oldHigh: ["oldHigh"],
  answered: ["answered"],
  unanswered: ["unanswered"],
} as const satisfies Record<string, readonly PeoplePart[]>;
export type PublishedNumber = keyof typeof partsOfNumber;

/** How much of an area is withheld; each step withholds what the steps before it do, and the next whole sum of it. */
export const depths = {
  nothing: 0,
  answers: 1,
  cells: 2,
  margins: 3,
  everything: 4,
} as const;
export type Depth = (typeof depths)[keyof typeof depths];

/** From which depth on a number is withheld. */
export const depthOf: Readonly<Record<PublishedNumber, Depth>> = {
  people: depths.everything,
  young: depths.margins,
  old: depths.margins,
  low: depths.margins,
  high: depths.margins,
  youngLow: depths.cells,
  youngHigh: depths.cells,
  oldLow: depths.cells,
  oldHigh: depths.cells,
  answered: depths.answers,
  unanswered: depths.answers,
};

/** A number of people, or null: withheld. */
export type PublishedNumbers = Record<PublishedNumber, number | null>;

/** The true numbers of these people. */
export function numbersOf(people: People): Record<PublishedNumber, number> {
  const sum = (of: readonly PeoplePart[]) => of.reduce((total, part) => total + people[part], 0);
  return tableOf(keysOf(partsOfNumber), (number) => sum(partsOfNumber[number]));
}
