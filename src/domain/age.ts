import { ageOn, type IsoDate } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";

/** The birth dates that are stored of a holder: the Ministry's, and what stands instead of it. */
export type Births = { birthDate: IsoDate | null; correctedBirthDate: IsoDate | null };

/** The birth date that stands. */
export function bornOn({ birthDate, correctedBirthDate }: Births): IsoDate | null {
  return correctedBirthDate ?? birthDate;
}

/**
 * What a page shows as อายุ: completed years today, as the holder says it and the card shows it; null where nobody knows. The
 * age by which the programme decides is that of its own day: it is shown only with that day (`ageInRound`).
 */
export function ageToday(births: Births, today: IsoDate): number | null {
  const born = bornOn(births);
  return born === null ? null : ageOn(born, today);
}

/** The age on the day on which the rules count it (docs/programme.md 5.2), shown with that day; null where nobody knows. */
export function ageCounted(births: Births, { mustReach }: RuleSet): number | null {
  return ageToday(births, mustReach.ageOn.value);
}
