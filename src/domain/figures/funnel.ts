import type { FigureArea } from "@/domain/figures/area";
import { tableOf } from "@/domain/tables";

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
export function atOrBeyond(step: FunnelStep): readonly FunnelStep[] {
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

/** Whom a funnel is of. */
export const funnelCohorts = ["must_reach", "voluntary", "all"] as const;
export type FunnelCohort = (typeof funnelCohorts)[number];

/** By what a funnel is told apart: keys of the list's filter. A province by its districts, a district by its subdistricts. */
export type FunnelPart = "age" | "group" | "sex" | "district" | "subdistrict";

export const partsOfFunnel = (area: FigureArea): readonly FunnelPart[] => [
  "age",
  "group",
  "districtCode" in area ? "subdistrict" : "district",
  "sex",
];

/** People who stand at one step, from the counters; `part` tells them apart where that is asked. */
export type FunnelRow = {
  part: string;
  furthest: FunnelStep;
  leftBy: LeftBy | "none";
  people: number;
};
/** How many came to a step so many days after the one before. */
export type FunnelDaysRow = { step: FunnelStep; days: number; people: number };

export type FunnelStage = {
  step: FunnelStep;
  /** Who came to this step or further. */
  people: number;
  /** Who stands here and goes no further, by the reason. */
  left: Record<LeftBy, number>;
  /** Days since the step before, of so many of whom both days are known; null: of nobody. */
  days: { median: number; people: number } | null;
};

/** The stages of a funnel, the list first. */
export function funnelOf(
  rows: readonly FunnelRow[],
  days: readonly FunnelDaysRow[] = [],
): FunnelStage[] {
  const sum = (of: (row: FunnelRow) => boolean) =>
    rows.reduce((all, row) => all + (of(row) ? row.people : 0), 0);
  return funnelSteps.map((step) => ({
    step,
    people: sum(({ furthest }) => atOrBeyond(step).includes(furthest)),
    left: tableOf(leftBys, (reason) =>
      sum(({ furthest, leftBy }) => furthest === step && leftBy === reason),
    ),
    days: medianOf(days.filter((row) => row.step === step)),
  }));
}

/** The median of counted days: of an even number the mean of the two in the middle. */
export function medianOf(rows: readonly { days: number; people: number }[]): FunnelStage["days"] {
  const sorted = rows.toSorted((one, other) => one.days - other.days);
  const people = sorted.reduce((sum, row) => sum + row.people, 0);
  if (people === 0) return null;
  const at = (place: number) => {
    let before = 0;
    for (const row of sorted) {
      before += row.people;
      if (place < before) return row.days;
    }
    return 0;
  };
  const median = (at(Math.floor((people - 1) / 2)) + at(Math.floor(people / 2))) / 2;
  return { median, people };
}

/** The funnel of each part, the parts in the order of their codes. */
export function funnelsByPart(
  rows: readonly FunnelRow[],
): { part: string; stages: FunnelStage[] }[] {
  const parts = [...new Set(rows.map(({ part }) => part))].sort();
  return parts.map((part) => ({
    part,
    stages: funnelOf(rows.filter((row) => row.part === part)),
  }));
}

/** The stage of the list: everybody of the cohort. */
export const wholeOf = (stages: readonly FunnelStage[]): number => stages[0]?.people ?? 0;
