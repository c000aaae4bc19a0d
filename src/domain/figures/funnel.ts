/**
 * The funnel of a cohort: how many people have come how far, from the list to an income above the line. PostgreSQL keeps each person's
 * furthest step (`app.journeys`, decision 0051); this says what is made of the counters.
 *
 * One rule of steps: a person stands once, at the furthest step that anything recorded tells of, and is counted in that step and in all
 * before it, also in one that was skipped (who takes part in a project without having been sent to an agency). The days from one step
 * to the next are known only of who has a day of both, in this order.
 */
export const funnelSteps = [
  "listed",
  "met",
  "interviewed",
  "willing",
  "planned",
  "referred",
  "accepted",
  "started",
  "completed",
  "above_line",
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** Steps in which people stand who have reached this one. */
export function stepsFrom(step: FunnelStep): readonly FunnelStep[] {
  return funnelSteps.slice(funnelSteps.indexOf(step));
}

/** Why somebody goes no further, by the state of `domain/caseload`. */
export const leftBys = [
  "declined",
  "away",
  "refused",
  "deceased",
  "moved_away",
  "card_cancelled",
] as const;
export type LeftBy = (typeof leftBys)[number];

/** As the title tells it: นาย, นาง and นางสาว; of a rank, a monk or an unknown title it is not known. */
export const sexes = ["female", "male", "unknown"] as const;
export type Sex = (typeof sexes)[number];
