import { blockOf, type Coverage, type CoverageState, sumCoverage } from "@/domain/caseload";
import type { AgeClass, BandId, RuleSet } from "@/domain/rules/rule-set";

/** One counter: how many holders share these facts (the rows of the table `holder_tally`). */
export type TallyRow = {
  districtCode: string;
  subdistrictCode: string;
  /** Null where nobody cares for them. */
  accountOfficerId: string | null;
  ageClass: AgeClass;
  incomeBand: BandId;
  mustReach: boolean;
  state: CoverageState;
  latestAnswer: "yes" | "no" | "none";
  interviewed: boolean;
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
  met: number;
  toMeet: number;
  unassigned: number;
  /** Voluntary holders whose latest answer is yes: beside the cohort, never in it. */
  voluntaryYes: number;
  people: number;
};

/** The progress of each area (district or subdistrict), in order of code. */
export function progressByArea(
  rows: readonly TallyRow[],
  level: "districtCode" | "subdistrictCode",
): AreaProgress[] {
  const codes = [...new Set(rows.map((row) => row[level]))].sort();
  return codes.map((code) => ({
    code,
    ...progressOf(rows.filter((row) => row[level] === code)),
  }));
}

/** The same figures of all rows together. */
export function progressOf(rows: readonly TallyRow[]): Omit<AreaProgress, "code"> {
  const reach = rows.filter(({ mustReach }) => mustReach);
  return {
    mustReach: sumPeople(reach),
    met: sumPeople(reach, ({ state }) => blockOf(state) === "met"),
    toMeet: sumPeople(reach, ({ state }) => blockOf(state) === "to_meet"),
    unassigned: sumPeople(reach, ({ state }) => state === "unassigned"),
    voluntaryYes: sumPeople(rows, (row) => !row.mustReach && row.latestAnswer === "yes"),
    people: sumPeople(rows),
  };
}

export type OfficerProgress = {
  officerId: string;
  /** Everybody they care for: the must-reach and the voluntary holders. */
  people: number;
  toMeet: number;
  interviewed: number;
};

export function progressByOfficer(rows: readonly TallyRow[]): Map<string, OfficerProgress> {
  const officers = new Map<string, OfficerProgress>();
  for (const row of rows) {
    const officerId = row.accountOfficerId;
    if (!officerId) continue;
    const sum = officers.get(officerId) ?? { officerId, people: 0, toMeet: 0, interviewed: 0 };
    sum.people += row.people;
    if (row.mustReach && blockOf(row.state) === "to_meet") sum.toMeet += row.people;
    if (row.interviewed) sum.interviewed += row.people;
    officers.set(officerId, sum);
  }
  return officers;
}
