import { z } from "zod";
import { type IsoDate, workingDays } from "@/domain/calendar";
import { fieldDaysLeft } from "@/domain/caseload";
import type { TallyRow } from "@/domain/dashboard";
import { type PlanningGroup, planningGroups } from "@/domain/holder-filter";
import type { Period } from "@/domain/rules/rule-set";
import { largestFirst } from "@/domain/table-order";
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

/** An account officer with codes in several districts. */
export type SharedOfficer = { name: string; districts: number };

/**
 * The part of an account officer's day that a district may plan with: whole for one of one district, in equal parts for one
 * of several. Equal, and not by their people: the plan comes before people are given out, and a district's plan may not
 * change because another gave somebody away. So the plans together never promise more than there are officers.
 */
export function partOfDay(districts: number): number {
  return 1 / districts;
}

/** A district's account officers as its plan counts them, to two decimals. @param districts of each, in how many they work */
export function officersCounted(districts: readonly number[]): number {
  return hundredths(districts.reduce((sum, each) => sum + partOfDay(each), 0));
}

/** Thirds of a day add up to a whole one. */
export const hundredths = (number: number) => Math.round(number * 100) / 100;

export type PlanFacts = {
  /** Holders who have not answered yet: they may come to a place. */
  awaited: number;
  /** The interviews left, each part named. */
  left: WorkLeft<InterviewPart>;
  /** Account officers whose codes are in force, one of several districts for their part of a day. */
  officers: number;
  /** Those of them who work in several districts. */
  shared: readonly SharedOfficer[];
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
  /** Not in a plan kept before a day was divided: there everybody counted whole. */
  shared?: readonly SharedOfficer[];
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

/**
 * Missing place-days as places to open: so many more on each working day that is left. Null where nothing is missing, or
 * no day is left to open a place on.
 */
export function placesToOpen(
  missing: number | null,
  { from, walkIn, holidays }: Pick<PlanFacts, "from" | "walkIn" | "holidays">,
): { places: number; days: number } | null {
  const days = workingDays(later(walkIn.from, from), walkIn.until, holidays).length;
  return missing && days > 0 ? { places: Math.ceil(missing / days), days } : null;
}

export type Staffing = Pick<PlanResult, "officersNeeded" | "officers" | "officersMissing">;

/**
 * How many account officers so many interviews need in so many days, and how many are missing: whole ones, for nobody can
 * ask an agency for a part of an officer.
 */
export function staffing(
  interviews: number,
  days: number,
  interviewsADay: number,
  officers: number,
): Staffing {
  const officersNeeded = shared(interviews, days * interviewsADay);
  return {
    officersNeeded,
    officers,
    officersMissing:
      officersNeeded === null ? null : Math.max(0, Math.ceil(officersNeeded - officers)),
  };
}

/** The staffing of several districts added up; null where it cannot be said of one of them. */
export function staffingOfAll(districts: readonly Staffing[]): Staffing {
  return {
    officersNeeded: addUp(districts.map(({ officersNeeded }) => officersNeeded)),
    officers: hundredths(districts.reduce((sum, { officers }) => sum + officers, 0)),
    officersMissing: addUp(districts.map(({ officersMissing }) => officersMissing)),
  };
}

const addUp = (numbers: readonly (number | null)[]) =>
  numbers.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);

/** By which column the districts' staffing is ordered. */
export const staffSorts = ["missing", "needed", "officers"] as const;
export type StaffSort = (typeof staffSorts)[number];

const staffFigures: Record<StaffSort, (row: Staffing) => number> = {
  // Where nobody can say how many are enough, nothing is missed more.
  missing: ({ officersMissing }) => officersMissing ?? Number.POSITIVE_INFINITY,
  needed: ({ officersNeeded }) => officersNeeded ?? Number.POSITIVE_INFINITY,
  officers: ({ officers }) => officers,
};

/** The districts in that order; without one as they came. */
export const sortStaffing = <Row extends Staffing>(
  rows: readonly Row[],
  sort: StaffSort | undefined,
): Row[] => largestFirst(rows, sort && staffFigures[sort]);

const later = (a: IsoDate, b: IsoDate) => (a < b ? b : a);
const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

function shared(people: number, among: number): number | null {
  if (people === 0) return 0;
  return among === 0 ? null : Math.ceil(people / among);
}

/** A counter that knows the occupation group too. */
export type GroupedTally = Pick<TallyRow, "ageClass" | "incomeBand" | "people"> & {
  subdistrictCode: string;
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
