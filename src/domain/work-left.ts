import { type CoverageState, statesOf } from "@/domain/caseload";
import { keysOf, tableOf } from "@/domain/tables";

/** What decides whether work with somebody is left: columns of the holder and of the counters alike. */
type WorkFacts = {
  mustReach: boolean;
  state: CoverageState;
  latestAnswer: "yes" | "no" | "none" | null;
};

/** Whom a part of the work takes: by cohort and state, and of the voluntary only those who said yes. */
export type WorkPart = { mustReach: boolean; states: readonly CoverageState[]; answer?: "yes" };

const waiting = statesOf("met_waiting");
const inArea = statesOf("to_meet").filter((state) => state !== "away");

/**
 * Interviews left (docs/forms.md 4): ยังต้องพบ in the area, มาพบแล้ว รอสัมภาษณ์, and volunteers who said yes and are not
 * interviewed. Neither who died, moved or is away, nor who has answered. Pace, plan, workload and lists count these.
 */
export const interviewParts = {
  in_area: { mustReach: true, states: inArea },
  met_waiting: { mustReach: true, states: waiting },
  voluntary: { mustReach: false, states: [...waiting, ...inArea], answer: "yes" },
} as const satisfies Record<string, WorkPart>;
export type InterviewPart = keyof typeof interviewParts;

/**
 * Who is to have an account officer: of the cohort, and of the volunteers who said yes, everybody who neither declined nor
 * left. Who was interviewed has a plan that somebody follows. "รอมอบหมาย AO" is those of them who have none.
 */
export const careParts = {
  to_meet: { mustReach: true, states: [...inArea, "away"] },
  met_waiting: { mustReach: true, states: waiting },
  interviewed: { mustReach: true, states: ["interviewed"] },
  voluntary: {
    mustReach: false,
    states: [...inArea, "away", ...waiting, "interviewed"],
    answer: "yes",
  },
} as const satisfies Record<string, WorkPart>;
export type CarePart = keyof typeof careParts;

/** Whether a part of the work is left with somebody. */
function isInPart({ mustReach, states, answer }: WorkPart, facts: WorkFacts): boolean {
  return (
    facts.mustReach === mustReach &&
    states.includes(facts.state) &&
    (!answer || facts.latestAnswer === answer)
  );
}

/** Work in its named parts; `all` is always their sum. */
export type WorkLeft<Part extends string> = { all: number; parts: Record<Part, number> };
type Counted = WorkFacts & { people: number };

function sumParts<Part extends string>(
  parts: Record<Part, WorkPart>,
  rows: readonly Counted[],
): WorkLeft<Part> {
  const sums = tableOf(keysOf(parts), (part) =>
    rows.reduce((sum, row) => (isInPart(parts[part], row) ? sum + row.people : sum), 0),
  );
  return { parts: sums, all: keysOf(sums).reduce((sum, part) => sum + sums[part], 0) };
}

/** The interviews left of counted holders. */
export function interviewsLeft(rows: readonly Counted[]): WorkLeft<InterviewPart> {
  return sumParts(interviewParts, rows);
}

/** Of counted holders, those who wait to be given to an account officer. */
export function withoutOfficer(
  rows: readonly (Counted & { hasOfficer: boolean })[],
): WorkLeft<CarePart> {
  return sumParts(
    careParts,
    rows.filter(({ hasOfficer }) => !hasOfficer),
  );
}
