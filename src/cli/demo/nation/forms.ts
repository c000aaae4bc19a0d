import type { AoAgency } from "@/domain/agencies";
import type { StoredForms } from "@/domain/assessment/facts";
import type { IsoDate } from "@/domain/calendar";
import { storedForms } from "@/server/assessments/stored";

/** The forms of a person of the nation after the answer at the desk: a yes of this day, or none. */
export function formsOfYes(
  person: { satang: number; birthDate: IsoDate | null; yesOn: IsoDate | null },
  agency: AoAgency | null,
): StoredForms {
  const { satang, birthDate, yesOn } = person;
  return storedForms(
    {
      intents: yesOn
        ? [{ answer: "yes", intentOn: yesOn, confirmation: null, afterDeath: null }]
        : [],
      assessments: [],
      incomes: { ministry: [{ satang, countsFrom: null, batch: 1 }], corrected: [] },
      birthDate,
      standing: "listed",
      departures: [],
    },
    agency,
  );
}
