import { z } from "zod";
import { type IsoDate, workingDays } from "@/domain/calendar";
import type { TallyRow } from "@/domain/dashboard";
import { type PlanningGroup, planningGroups } from "@/domain/holder-filter";
import type { Period } from "@/domain/rules/rule-set";
import { tableOf } from "@/domain/tables";

/** What the district assumes; both are whole people a day. */
export const planAssumptions = z.strictObject({
  interviewsADay: z.int({ error: "number" }).min(1, "number").max(50, "number"),
  deskCapacity: z.int({ error: "number" }).min(1, "number").max(1000, "number"),
});
export type PlanAssumptions = z.infer<typeof planAssumptions>;
/** Proposed before a district has a plan of its own: an interview takes 20 minutes and the way to the next house as long. */
export const usualAssumptions: PlanAssumptions = { interviewsADay: 6, deskCapacity: 60 };

export type PlanFacts = {
  /** Holders who have not answered yet: they may come to a place. */
  awaited: number;
  /** Of the cohort: those still to be met at home. */
  toMeet: number;
  /** Account officers whose codes are in force. */
  officers: number;
  /** The announced places with their days. */
  places: readonly { opensOn: IsoDate; closesOn: IsoDate }[];
  /** The first day that can still be used. */
  from: IsoDate;
  walkIn: Period;
  homeVisits: Period;
  holidays: readonly IsoDate[];
};

export type PlanResult = {
  /** Working days on which each place is open, all places together. */
  placeDays: number;
  /** People a place a day, rounded up; null where people are awaited but no place is open any more. */
  perPlaceDay: number | null;
  /** Place-days that are missing at the assumed capacity. */
  placeDaysMissing: number;
  fieldDays: number;
  /** People to meet a day, all officers together, rounded up; null without a day left. */
  perFieldDay: number | null;
  /** Null where no number of officers is enough: people are left and no day. */
  officersNeeded: number | null;
  officers: number;
  officersMissing: number | null;
};

/** What the people and the days ask for, and what of it is missing. Nothing is rounded in the plan's favour. */
export function planOutreach(assumptions: PlanAssumptions, facts: PlanFacts): PlanResult {
  const { awaited, toMeet, officers, places, from, walkIn, homeVisits, holidays } = facts;
  const between = (first: IsoDate, last: IsoDate) =>
    workingDays(later(first, from), last, holidays).length;
  const placeDays = places.reduce(
    (sum, { opensOn, closesOn }) =>
      sum + between(later(opensOn, walkIn.from), earlier(closesOn, walkIn.until)),
    0,
  );
  const fieldDays = between(homeVisits.from, homeVisits.until);
  const officersNeeded = shared(toMeet, fieldDays * assumptions.interviewsADay);
  return {
    placeDays,
    perPlaceDay: shared(awaited, placeDays),
    placeDaysMissing: Math.max(0, Math.ceil(awaited / assumptions.deskCapacity) - placeDays),
    fieldDays,
    perFieldDay: shared(toMeet, fieldDays),
    officersNeeded,
    officers,
    officersMissing: officersNeeded === null ? null : Math.max(0, officersNeeded - officers),
  };
}

const later = (a: IsoDate, b: IsoDate) => (a < b ? b : a);
const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

function shared(people: number, among: number): number | null {
  if (people === 0) return 0;
  return among === 0 ? null : Math.ceil(people / among);
}

/** A counter that knows the occupation group too. */
export type GroupedTally = Pick<
  TallyRow,
  "subdistrictCode" | "ageClass" | "incomeBand" | "people"
> & {
  occupationGroup: PlanningGroup;
};
export type PlanCut = { age?: GroupedTally["ageClass"]; income?: GroupedTally["incomeBand"] };
export type GroupCounts = Record<PlanningGroup, number> & { total: number };

/** Subdistricts by occupation group within one cut of age and income; the sums are of these cells alone. */
export function classify(rows: readonly GroupedTally[], cut: PlanCut) {
  const within = rows.filter(
    ({ ageClass, incomeBand }) =>
      (!cut.age || cut.age === ageClass) && (!cut.income || cut.income === incomeBand),
  );
  const codes = [...new Set(rows.map(({ subdistrictCode }) => subdistrictCode))].sort();
  const lines = codes.map((code) => ({
    code,
    ...countGroups(within.filter(({ subdistrictCode }) => subdistrictCode === code)),
  }));
  return { lines, total: countGroups(within) };
}

function countGroups(rows: readonly GroupedTally[]): GroupCounts {
  const counts = { ...tableOf(planningGroups, () => 0), total: 0 };
  for (const { occupationGroup, people } of rows) {
    counts[occupationGroup] += people;
    counts.total += people;
  }
  return counts;
}
