import type { AoAgency, Bank, ProjectAgency } from "@/domain/agencies";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import type { CitationId } from "@/domain/rules/citations";

/** What a value rests on: a passage of the papers, or an entry of the register of interpretations. */
export type Source = { citation: CitationId } | { interpretation: number };

/** A value of the law, with the day from which it holds and what it rests on. */
export type Cited<Value> = { value: Value; since: IsoDate; source: Source };

export const targetGroups = ["farmer", "employed", "self_employed", "not_working"] as const;
export type TargetGroup = (typeof targetGroups)[number];

export type BandId = "up_to_30000" | "over_30000";

export type IncomeBand = {
  id: BandId;
  /** Highest yearly income of the band in satang; null where the band has no end. */
  incomeUpToSatang: Cited<number | null>;
  /** Baht a month. */
  monthlyTopUp: Cited<number>;
};

export type Period = { from: IsoDate; until: IsoDate };

/** 1 การมีงานทำ, 2 การฝึกอบรมอาชีพและการศึกษา, 3 การเข้าถึงแหล่งเงินทุนในระบบ, 4 การเข้าถึงสิ่งจำเป็นพื้นฐาน. */
export type Dimension = 1 | 2 | 3 | 4;

/** The headings of the printed menus. */
export const categories = [
  "เพิ่มทักษะฝีมือ",
  "เพิ่มพูนศักยภาพ",
  "หางานให้",
  "หาโอกาสทางธุรกิจให้",
  "หาสินเชื่อให้",
  "ลดภาระ",
  "หาตลาดให้",
] as const;
export type Category = (typeof categories)[number];

export type Project = {
  /** The name as it should read. */
  name: string;
  dimension: Dimension;
  /** Who says that the project belongs to the dimension; `inferred` is ours. */
  dimensionSource: "letter" | "infographic" | "inferred";
  alternativeDimension?: Dimension;
  agencies: readonly ProjectAgency[];
  /** The income bands it is open to. */
  bands: readonly BandId[];
  /** Where the papers name it. */
  printed: readonly CitationId[];
  /** What an officer should know about the reading of the name. */
  note?: string;
};

/** A line of a group's printed menu. */
export type MenuRow<Code extends string = string> = {
  project: Code;
  category: Category;
  alternative?: Category;
  /** How sure the category is: the papers print headings and lines in two columns. */
  confidence: "high" | "medium" | "low";
  printed: CitationId;
};

/** The stored codes of the rounds of follow-up. */
export type RoundId = "june" | "september";
export type FollowUpRound = Period & { id: RoundId };

/** The programme's rules as dated, cited data. Money is in satang where the name says so, else baht. */
export type RuleSet = {
  version: IsoDate;
  inForceFrom: IsoDate;
  source: CitationId;
  incomeBands: readonly [IncomeBand, ...IncomeBand[]];
  /** Above it nobody is a valid card holder. */
  incomeCeilingSatang: Cited<number>;
  topUp: {
    trigger: Cited<"earliest" | "intent" | "assessment">;
    /** A yes before this day is ignored. */
    yesCountsFrom: Cited<IsoDate>;
    /** Months from the month of the yes to the first paid month. */
    monthsToFirst: Cited<number>;
    lastMonth: Cited<IsoMonth>;
  };
  mustReach: {
    incomeUpToSatang: Cited<number>;
    ageUpTo: Cited<number>;
    /** The day on which everyone's age is counted, for the whole round. */
    ageOn: Cited<IsoDate>;
  };
  walkIn: Cited<Period>;
  homeVisits: Cited<Period>;
  /** Days within the home visits on which no office works. */
  fieldworkHolidays: Cited<readonly IsoDate[]>;
  /** In which months everybody with a plan is contacted and reported at least once; in order. */
  followUpRounds: Cited<readonly FollowUpRound[]>;
  coInterview: Cited<{
    banks: readonly Bank[];
    proposedFor: Readonly<Record<TargetGroup | "unknown", Bank>>;
  }>;
  projects: Readonly<Record<string, Project>>;
  menus: Readonly<Record<TargetGroup, readonly MenuRow[]>>;
  /** Projects that stand in no printed menu and are offered to every group, in this order. */
  everyGroup: Cited<readonly string[]>;
};

export function isBank(rules: RuleSet, agency: AoAgency): agency is Bank {
  return rules.coInterview.value.banks.some((bank) => bank === agency);
}
