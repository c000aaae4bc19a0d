import { z } from "zod";
import { type IsoDate, workingDays } from "@/domain/calendar";
import { fieldDaysLeft } from "@/domain/caseload";
import type { TallyRow } from "@/domain/dashboard";
import { type PlanningGroup, planningGroups } from "@/domain/holder-filter";
import type { Period } from "@/domain/rules/rule-set";
import { tableOf } from "@/domain/tables";
import type { InterviewPart, WorkLeft } from "@/domain/work-left";

/** What the district assumes; both are whole people a day. */
export const planAssumptions = z.strictObject({
  interviewsADay: z.int({ error: "number" }).min(1, "number").max(50, "number"),
  deskCapacity: z.int({ error: "number" }).min(1, "number").max(1000, "number"),
});
export type PlanAssumptions = z.infer<typeof planAssumptions>;
/** About how long an interview takes. */
export const interviewMinutes = 20;
/** Proposed before a district has a plan of its own: the way to the next house takes as long as an interview. */
export const usualAssumptions: PlanAssumptions = { interviewsADay: 6, deskCapacity: 60 };

export type PlanFacts = {
  /** Holders who have not answered yet: they may come to a place. */
  awaited: number;
  /** The interviews left, each part named. */
  left: WorkLeft<InterviewPart>;
  /** Account officers whose codes are in force. */
  officers: number;
  /** The announced places with their days. */
  places: readonly { opensOn: IsoDate; closesOn: IsoDate }[];
  /** Today: a place is still open on it, an interview counts from the next day on. */
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
  /** Place-days that are missing at the assumed capacity; null once nobody can come to a place any more. */
  placeDaysMissing: number | null;
  fieldDays: number;
  /** Interviews a day, all officers together, rounded up; null without a day left. */
  perFieldDay: number | null;
  /** Null where no number of officers is enough: people are left and no day. */
  officersNeeded: number | null;
  officers: number;
  officersMissing: number | null;
};

/** A plan as it is kept. The interviews left have been in it since they are counted; before, only those to be met were. */
export type KeptPlan = PlanResult & {
  awaited: number;
  left?: WorkLeft<InterviewPart>;
  toMeet?: number;
};

/** What the people and the days ask for, and what of it is missing. Nothing is rounded in the plan's favour. */
export function planOutreach(assumptions: PlanAssumptions, facts: PlanFacts): PlanResult {
  const { awaited, left, officers, places, from, walkIn, homeVisits, holidays } = facts;
  const between = (first: IsoDate, last: IsoDate) =>
    workingDays(later(first, from), last, holidays).length;
  const placeDays = places.reduce(
    (sum, { opensOn, closesOn }) =>
      sum + between(later(opensOn, walkIn.from), earlier(closesOn, walkIn.until)),
    0,
  );
  const fieldDays = fieldDaysLeft(from, homeVisits, holidays);
  return {
    placeDays,
    perPlaceDay: shared(awaited, placeDays),
    placeDaysMissing:
      from > walkIn.until
        ? null
        : Math.max(0, Math.ceil(awaited / assumptions.deskCapacity) - placeDays),
    fieldDays,
    perFieldDay: shared(left.all, fieldDays),
    ...staffing(left.all, fieldDays, assumptions.interviewsADay, officers),
  };
}

/** How many account officers so many interviews need in so many days, and how many are missing. */
export function staffing(
  interviews: number,
  days: number,
  interviewsADay: number,
  officers: number,
): Pick<PlanResult, "officersNeeded" | "officers" | "officersMissing"> {
  const officersNeeded = shared(interviews, days * interviewsADay);
  return {
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
