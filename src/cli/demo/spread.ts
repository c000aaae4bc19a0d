import type { Random } from "@tests/builders/random";
import { type IsoDate, workingDays } from "@/domain/calendar";

/** What February brings a holder of the demo. Dates are the dates on the forms. */
export type Fate = {
  /** The answer at the desk; `late`: its form was typed today and still waits for a second officer. */
  desk: { answer: "yes" | "no"; on: IsoDate; late: boolean } | null;
  /** The answer at the end of an interview. */
  interview: { answer: "yes" | "no"; on: IsoDate } | null;
};

/** The desks of February so far: its working days up to the demo's first day. */
export function deskDays(today: IsoDate): IsoDate[] {
  return workingDays("2018-02-01", today, []);
}

/**
 * What happened to a holder by the end of February: of those who must be reached about two in five came, of the others
 * one in five; some were interviewed already, and in both groups some said no.
 */
export function fateOf(random: Random, mustReach: boolean, days: readonly IsoDate[]): Fate {
  const today = days.at(-1) ?? "";
  const came = random.chance(mustReach ? 0.42 : 0.19);
  const on = random.pick(days);
  const late = came && on < today && random.chance(0.006);
  const answer = random.chance(mustReach ? 0.07 : 0.11) ? "no" : "yes";
  const visitsFrom = days.filter((day) => day >= "2018-02-13");
  const visited = random.chance(!mustReach ? 0.015 : came ? 0.07 : 0.035);
  const visit = random.pick(visitsFrom);
  const desk = came ? ({ answer, on, late } as const) : null;
  if (!visited || !mayBeMet(desk, visit)) return { desk, interview: null };
  return { desk, interview: { answer: random.chance(0.17) ? "no" : "yes", on: visit } };
}

/** Nobody is interviewed before coming to the desk, after a no there, or while the form is still to be confirmed. */
function mayBeMet(desk: Fate["desk"], visit: IsoDate): boolean {
  return desk === null || (!desk.late && desk.answer === "yes" && desk.on < visit);
}
