import { type IsoDate, workingDays } from "@/domain/calendar";
import type { Period } from "@/domain/rules/rule-set";
import { tableOf } from "@/domain/tables";

/** The states of "ทุกคน" (docs/forms.md 4) in the order of precedence: everyone is in the first that is true. */
export const coverageStates = [
  "deceased",
  "card_cancelled",
  "moved_away",
  "declined",
  "interviewed",
  "refused_twice",
  "met_in_february",
  "away",
  "refused_interview",
  "attempted",
  "scheduled",
  "assigned",
  "unassigned",
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** ได้คำตอบแล้ว, มาพบแล้ว รอสัมภาษณ์, ยังต้องพบ, พ้นจากการไปพบ. */
export const coverageBlocks = ["answered", "met_waiting", "to_meet", "released"] as const;
export type CoverageBlock = (typeof coverageBlocks)[number];

const blocks: Record<CoverageState, CoverageBlock> = {
  deceased: "released",
  card_cancelled: "released",
  moved_away: "released",
  declined: "answered",
  interviewed: "answered",
  refused_twice: "answered",
  met_in_february: "met_waiting",
  away: "to_meet",
  refused_interview: "to_meet",
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

/** The states of those who have not answered: a refusal at the door or an answer still changes them. */
export const unansweredStates: readonly CoverageState[] = [
  ...statesOf("met_waiting"),
  ...statesOf("to_meet"),
];

/**
 * What decides a holder's state. Only what counts is given: what waits for a confirmation is left out,
 * so that the person keeps the state of before.
 */
export type CoverageFacts = {
  deceased: boolean;
  cardCancelled: boolean;
  movedAway: boolean;
  /** By the date on the form; of two of one day the interview is the later. */
  latestAnswer: { answer: "yes" | "no"; on: IsoDate; at: "desk" | "interview" } | null;
  /** An interview was submitted, whatever its answer. */
  interviewed: boolean;
  /** The days of the refusals at the door. */
  refusals: readonly IsoDate[];
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
  card_cancelled: (facts) => facts.cardCancelled,
  moved_away: (facts) => facts.movedAway,
  declined: ({ latestAnswer }) => latestAnswer?.answer === "no",
  interviewed: ({ latestAnswer, interviewed }) => latestAnswer?.answer === "yes" && interviewed,
  refused_twice: ({ refusals, latestAnswer }) => {
    const [, second] = refusals;
    const last = refusals.toSorted().at(-1);
    // An answer of that day or later has taken the refusal back.
    return second !== undefined && (latestAnswer?.on ?? "") < (last ?? second);
  },
  met_in_february: ({ latestAnswer, interviewed }, walkIn) =>
    latestAnswer?.answer === "yes" &&
    latestAnswer.at === "desk" &&
    walkIn.from <= latestAnswer.on &&
    latestAnswer.on <= walkIn.until &&
    !interviewed,
  away: (facts) => facts.away,
  refused_interview: ({ refusals }) => refusals.length > 0,
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
    blocks: tableOf(coverageBlocks, () => 0),
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
  /** Interviews on each of them, rounded up; null where people are left but no day. */
  neededPerDay: number | null;
  /** Working days that the average is taken over: five, fewer in the first week, 0 before the first. */
  recentDays: number;
  /** People interviewed a day on those, rounded; null before the first. */
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

/** The working days after today within the fieldwork: every page that says how many are left counts these. */
export function fieldDaysLeft(
  today: IsoDate,
  fieldwork: Period,
  holidays: readonly IsoDate[],
): number {
  return workingDays(fieldwork.from, fieldwork.until, holidays).filter((day) => day > today).length;
}

/**
 * Whether everyone will be interviewed in time. Today counts as over on both sides: it is not among the days left, and
 * those interviewed today are among those interviewed.
 * @param remaining the interviews left (`interviewsLeft`).
 * @param interviewed people interviewed on the days of `recentWorkingDays`, all together.
 */
export function pace({
  today,
  fieldwork,
  holidays,
  remaining,
  interviewed,
}: {
  today: IsoDate;
  fieldwork: Period;
  holidays: readonly IsoDate[];
  remaining: number;
  interviewed: number;
}): Pace {
  const daysLeft = fieldDaysLeft(today, fieldwork, holidays);
  const recentDays = recentWorkingDays(today, fieldwork, holidays).length;
  const recentPerDay = recentDays === 0 ? null : Math.round(interviewed / recentDays);
  const known = { daysLeft, recentDays, recentPerDay };
  if (remaining === 0) return { ...known, neededPerDay: 0, verdict: "done" };
  if (daysLeft === 0) return { ...known, neededPerDay: null, verdict: "over" };

  const neededPerDay = Math.ceil(remaining / daysLeft);
  if (recentPerDay === null) return { ...known, neededPerDay, verdict: "not_begun" };
  const verdict = recentPerDay < neededPerDay ? "behind" : "on_plan";
  return { ...known, neededPerDay, verdict };
}
