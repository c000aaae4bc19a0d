import { type IsoDate, workingDays } from "@/domain/calendar";
import type { Period } from "@/domain/rules/rule-set";
import { tableOf } from "@/domain/tables";

/** The states of "ทุกคน" (docs/forms.md 4) in the order of precedence: everyone is in the first that is true. */
export const coverageStates = [
  "deceased",
  "moved_away",
  "declined",
  "interviewed",
  "met_in_february",
  "refused_interview",
  "away",
  "attempted",
  "scheduled",
  "assigned",
  "unassigned",
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** พบแล้ว, ยังต้องพบ, พ้นจากการไปพบ. */
export const coverageBlocks = ["met", "to_meet", "released"] as const;
export type CoverageBlock = (typeof coverageBlocks)[number];

const blocks: Record<CoverageState, CoverageBlock> = {
  deceased: "released",
  moved_away: "released",
  declined: "met",
  interviewed: "met",
  met_in_february: "met",
  refused_interview: "to_meet",
  away: "to_meet",
  attempted: "to_meet",
  scheduled: "to_meet",
  assigned: "to_meet",
  unassigned: "to_meet",
};

export function blockOf(state: CoverageState): CoverageBlock {
  return blocks[state];
}

/** The states of a block, in the order in which pages show them. */
export function statesOf(block: CoverageBlock): CoverageState[] {
  return coverageStates.filter((state) => blocks[state] === block);
}

/**
 * The states of those who wait for an interview and can be found: met and waiting, or to be met in the area. Neither who
 * died, moved or is away, nor who has answered.
 */
export const interviewStates: readonly CoverageState[] = coverageStates.filter(
  (state) => state === "met_in_february" || (blocks[state] === "to_meet" && state !== "away"),
);

/**
 * What decides a holder's state. Only what counts is given: what waits for a confirmation is left out,
 * so that the person keeps the state of before.
 */
export type CoverageFacts = {
  deceased: boolean;
  movedAway: boolean;
  /** By the date on the form; of two of one day the interview is the later. */
  latestAnswer: { answer: "yes" | "no"; on: IsoDate; at: "desk" | "interview" } | null;
  /** An interview was submitted, whatever its answer. */
  interviewed: boolean;
  refusedInterview: boolean;
  away: boolean;
  attempted: boolean;
  scheduled: boolean;
  hasOfficer: boolean;
};

/**
 * What PostgreSQL computes, said in words: the product never calls this. The generated column `holder.state` holds the
 * state; `app.refresh_holder`, `app.answer_state_of` and `app.hindrance_of` (prisma/now) write what it is made of, and
 * tests/integration/coverage-state.test.ts compares both. A change of one needs a change of the other (docs/decisions/0008).
 *
 * The one state a holder is in. It never depends on today's date.
 * @param walkIn the window in which a holder's coming to the desk counts as met, by the rules of that day.
 */
export function coverageState(facts: CoverageFacts, walkIn: Period): CoverageState {
  return coverageStates.find((state) => holds[state](facts, walkIn)) ?? "unassigned";
}

const holds: Record<CoverageState, (facts: CoverageFacts, walkIn: Period) => boolean> = {
  deceased: (facts) => facts.deceased,
  moved_away: (facts) => facts.movedAway,
  declined: ({ latestAnswer }) => latestAnswer?.answer === "no",
  interviewed: ({ latestAnswer, interviewed }) => latestAnswer?.answer === "yes" && interviewed,
  met_in_february: ({ latestAnswer, interviewed }, walkIn) =>
    latestAnswer?.answer === "yes" &&
    latestAnswer.at === "desk" &&
    walkIn.from <= latestAnswer.on &&
    latestAnswer.on <= walkIn.until &&
    !interviewed,
  refused_interview: (facts) => facts.refusedInterview,
  away: (facts) => facts.away,
  attempted: (facts) => facts.attempted,
  scheduled: (facts) => facts.scheduled,
  assigned: (facts) => facts.hasOfficer,
  unassigned: () => true,
};

/** How many people are in each state, and in each block: the parts always sum up to the whole. */
export type Coverage = {
  total: number;
  states: Record<CoverageState, number>;
  blocks: Record<CoverageBlock, number>;
};

/** Adds up counted states; several rows of one state are summed. */
export function sumCoverage(rows: readonly { state: CoverageState; people: number }[]): Coverage {
  const coverage: Coverage = {
    total: 0,
    states: tableOf(coverageStates, () => 0),
    blocks: { met: 0, to_meet: 0, released: 0 },
  };
  for (const { state, people } of rows) {
    coverage.total += people;
    coverage.states[state] += people;
    coverage.blocks[blocks[state]] += people;
  }
  return coverage;
}

export type Pace = {
  /** Working days after today within the fieldwork. */
  daysLeft: number;
  /** People to meet on each of them, rounded up; null where people are left but no day. */
  neededPerDay: number | null;
  /** Working days that the average is taken over: five, fewer in the first week, 0 before the first. */
  recentDays: number;
  /** People met a day on those, rounded; null before the first. */
  recentPerDay: number | null;
  verdict: "done" | "on_plan" | "behind" | "not_begun" | "over";
};

const recentDays = 5;

/** The last working days of the fieldwork up to today, newest last: those whose average `pace` takes. */
export function recentWorkingDays(
  today: IsoDate,
  fieldwork: Period,
  holidays: readonly IsoDate[],
): IsoDate[] {
  const until = today < fieldwork.until ? today : fieldwork.until;
  return workingDays(fieldwork.from, until, holidays).slice(-recentDays);
}

/**
 * Whether everyone will be met in time. Today counts as over on both sides: it is not among the days left, and
 * those met today are among those met.
 * @param met people met on the days of `recentWorkingDays`, all together.
 */
export function pace({
  today,
  fieldwork,
  holidays,
  remaining,
  met,
}: {
  today: IsoDate;
  fieldwork: Period;
  holidays: readonly IsoDate[];
  remaining: number;
  met: number;
}): Pace {
  const days = workingDays(fieldwork.from, fieldwork.until, holidays);
  const daysLeft = days.filter((day) => day > today).length;
  const recentDays = recentWorkingDays(today, fieldwork, holidays).length;
  const recentPerDay = recentDays === 0 ? null : Math.round(met / recentDays);
  const known = { daysLeft, recentDays, recentPerDay };
  if (remaining === 0) return { ...known, neededPerDay: 0, verdict: "done" };
  if (daysLeft === 0) return { ...known, neededPerDay: null, verdict: "over" };

  const neededPerDay = Math.ceil(remaining / daysLeft);
  if (recentPerDay === null) return { ...known, neededPerDay, verdict: "not_begun" };
  const verdict = recentPerDay < neededPerDay ? "behind" : "on_plan";
  return { ...known, neededPerDay, verdict };
}
