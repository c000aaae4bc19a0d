import {
  type Coverage,
  type CoverageBlock,
  type CoverageState,
  sumCoverage,
} from "@/domain/caseload";
import type { AgeClass, BandId, RuleSet } from "@/domain/rules/rule-set";
import { interviewsLeft, withoutOfficer } from "@/domain/work-left";

/** How many holders share these facts: sums of the table `holder_tally`. */
export type TallyRow = {
  districtCode: string;
  /** An account officer cares for them. */
  hasOfficer: boolean;
  ageClass: AgeClass;
  incomeBand: BandId;
  mustReach: boolean;
  state: CoverageState;
  latestAnswer: "yes" | "no" | "none";
  interviewed: boolean;
  /** A yes of theirs counts, whatever they answered last. */
  saidYes: boolean;
  people: number;
};

export function sumPeople(
  rows: readonly TallyRow[],
  which: (row: TallyRow) => boolean = () => true,
): number {
  return rows.reduce((sum, row) => (which(row) ? sum + row.people : sum), 0);
}

/** The states of those who must be reached. */
export function coverageOf(rows: readonly TallyRow[]): Coverage {
  return sumCoverage(rows.filter(({ mustReach }) => mustReach));
}

/** The table of a rule set's age classes and income bands, with its sums. */
export function ageIncomeTable(rules: RuleSet, rows: readonly TallyRow[]) {
  const { upTo, over } = rules.mustReach.ages;
  const line = (ofAge: readonly TallyRow[]) => ({
    bands: rules.incomeBands.map(({ id: income }) => ({
      income,
      people: sumPeople(ofAge, ({ incomeBand }) => incomeBand === income),
    })),
    total: sumPeople(ofAge),
  });
  const lines = [upTo.id, over.id].map((age) => ({
    age,
    ...line(rows.filter(({ ageClass }) => ageClass === age)),
  }));
  return { lines, total: line(rows) };
}

export type AreaProgress = {
  code: string;
  mustReach: number;
  /** The blocks: their sum is `mustReach`. */
  blocks: Record<CoverageBlock, number>;
  /** Of `blocks.to_meet`: อยู่นอกพื้นที่. */
  away: number;
  interviewsLeft: number;
  withoutOfficer: number;
  /** Voluntary holders whose latest answer is yes: beside the cohort, never in it. */
  voluntaryYes: number;
  people: number;
};

/** The progress of each area (district or subdistrict), in order of code. */
export function progressByArea<Row extends TallyRow>(
  rows: readonly Row[],
  areaOf: (row: Row) => string,
): AreaProgress[] {
  const codes = [...new Set(rows.map(areaOf))].sort();
  return codes.map((code) => ({
    code,
    ...progressOf(rows.filter((row) => areaOf(row) === code)),
  }));
}

/** Areas of fewer people are not compared: one person would be a large share. */
export const fewestCompared = 20;

type Answering = Pick<AreaProgress, "code" | "mustReach" | "blocks">;

/** The people of an area's cohort who have not answered yet, of all who have not left. */
export function unanswered({ mustReach, blocks }: Omit<Answering, "code">) {
  return { people: blocks.met_waiting + blocks.to_meet, of: mustReach - blocks.released };
}

/**
 * The areas with people enough to compare, the largest share of the cohort without an answer first; of equal shares the one with
 * more people. Empty where nobody is behind another.
 */
export function areasBehind(areas: readonly Answering[]) {
  const compared = areas
    .map((area) => ({ code: area.code, ...unanswered(area) }))
    .filter(({ of }) => of >= fewestCompared);
  const share = ({ people, of }: { people: number; of: number }) => people / of;
  const sorted = compared.sort((a, b) => share(b) - share(a) || b.people - a.people);
  const [worst, best] = [sorted[0], sorted.at(-1)];
  return worst && best && share(worst) > share(best) ? sorted : [];
}

/** The area that is furthest behind; null where there is nothing to compare. */
export function worstArea(areas: readonly Answering[]): string | null {
  return areasBehind(areas)[0]?.code ?? null;
}

/** The same figures of all rows together. */
export function progressOf(rows: readonly TallyRow[]): Omit<AreaProgress, "code"> {
  const { total, blocks, states } = coverageOf(rows);
  return {
    mustReach: total,
    blocks,
    away: states.away,
    interviewsLeft: interviewsLeft(rows).all,
    withoutOfficer: withoutOfficer(rows).all,
    voluntaryYes: sumPeople(rows, (row) => !row.mustReach && row.latestAnswer === "yes"),
    people: sumPeople(rows),
  };
}

export type OfficerProgress = {
  officerId: string;
  /** Everybody they care for: the must-reach and the voluntary holders. */
  people: number;
  /** Interviews left with them. */
  left: number;
  interviewed: number;
};

/** What each account officer has, from the counters. */
export function progressByOfficer(
  rows: readonly (TallyRow & { officerId: string })[],
): Map<string, OfficerProgress> {
  const ids = new Set(rows.map(({ officerId }) => officerId));
  const of = (id: string) => rows.filter(({ officerId }) => officerId === id);
  return new Map([...ids].map((id) => [id, officerProgress(id, of(id))]));
}

/** What one account officer has: `rows` are theirs. */
export function officerProgress(officerId: string, rows: readonly TallyRow[]): OfficerProgress {
  return {
    officerId,
    people: sumPeople(rows),
    left: interviewsLeft(rows).all,
    interviewed: sumPeople(rows, ({ interviewed }) => interviewed),
  };
}

/** A share in words: one decimal below ten per cent, so that four of 218 are not "1 %"; "–" of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (part / whole) * 100;
  return `${share < 10 && share > 0 ? share.toFixed(1) : Math.round(share)}%`;
}

/** By how many percentage points a part is ahead of the whole: "+3.2", "-11.0"; null of nothing. */
export function shareDifference(part: Share, whole: Share): string | null {
  if (part.goal === 0 || whole.goal === 0) return null;
  const points = (part.answered / part.goal - whole.answered / whole.goal) * 100;
  const text = points.toFixed(1);
  return Number(text) < 0 ? text : `+${text.replace("-", "")}`;
}
type Share = { answered: number; goal: number };
