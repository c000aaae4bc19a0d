import { demoToday } from "@tests/builders/demo-officers";
import type { Random } from "@tests/builders/random";
import { type IsoDate, workingDays } from "@/domain/calendar";
import { deskDays, fateOf } from "../spread";

/** Who has said yes: nobody; everyone in February; everyone who must be reached, in April. */
export const nationYes = ["none", "february", "must-reach-april"] as const;
/** `demo`: in the province with casework as in the demo's February, elsewhere nobody. */
export type NationYes = (typeof nationYes)[number] | "demo";

export type NationAnswer = { answer: "yes" | "no"; on: IsoDate };

const february = workingDays("2018-02-01", "2018-02-28", []);
const april = workingDays("2018-04-02", "2018-04-30", ["2018-04-06", "2018-04-13", "2018-04-16"]);
const demoDays = deskDays(demoToday);

/** The programme's date when everything has been loaded. */
export const nationToday: Record<NationYes, IsoDate> = {
  demo: demoToday,
  none: demoToday,
  february: "2018-02-28",
  "must-reach-april": "2018-04-30",
};

/** The answer that a holder gave; null: none yet. */
export function answerOf(
  yes: NationYes,
  random: Random,
  { mustReach, home }: { mustReach: boolean; home: boolean },
): NationAnswer | null {
  if (yes === "none") return null;
  if (yes === "february") return { answer: "yes", on: random.pick(february) };
  if (yes === "must-reach-april")
    return mustReach ? { answer: "yes", on: random.pick(april) } : null;
  const desk = home ? fateOf(random, mustReach, demoDays).desk : null;
  return desk && !desk.late ? { answer: desk.answer, on: desk.on } : null;
}
