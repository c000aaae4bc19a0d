import type { IsoDate } from "@/domain/calendar";

/** What decides since when somebody waits for an account officer. */
export type WaitingFacts = {
  /** When they came on the list, or were registered. */
  listedOn: IsoDate;
  mustReach: boolean;
  /** The day of their first yes that counts. */
  firstYesOn: IsoDate | null;
  /** When they were given to, or taken from, an account officer last. */
  assignedOn: IsoDate | null;
};

/**
 * Since when somebody who is to have an account officer and has none has waited for one: since the last of the days that made
 * them wait. Whoever must be reached waits from the list on; a volunteer only from the yes, for before it nobody was to come.
 */
export function waitingSince({
  listedOn,
  mustReach,
  firstYesOn,
  assignedOn,
}: WaitingFacts): IsoDate {
  return [listedOn, mustReach ? null : firstYesOn, assignedOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) as IsoDate;
}
