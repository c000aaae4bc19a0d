import type { AoAgency, Bank, ProjectAgency } from "@/domain/agencies";
import type { Cause } from "@/domain/assessment";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import type { CitationId } from "@/domain/rules/citations";
import type { GeneralReason } from "@/domain/rules/reasons";
import type { RuleWords } from "@/domain/rules/rule-words";

/** Where a letter that came later says something, with its words as the officer who recorded it copied them. */
export type LetterPassage = { number: string; on: IsoDate; at: string; words?: string };

/** What a value rests on: a passage of the papers, an entry of the register of interpretations, or a letter that came later. */
export type Source =
  | { citation: CitationId }
  | { interpretation: number }
  | { letter: LetterPassage };

/** Where a project is named: a passage of the papers, or of a letter. */
export type Printed = CitationId | { letter: LetterPassage };

/** A value of the law, with the day from which it holds and what it rests on. */
export type Cited<Value> = { value: Value; since: IsoDate; source: Source };

export const targetGroups = ["farmer", "employed", "self_employed", "not_working"] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** The stored code of an income band, an age class, a round or a reason: each belongs to a rule set. */
export type BandId = string;
export type AgeClass = string;
export type RoundId = string;
export type ReasonCode = string;

export type IncomeBand = {
  id: BandId;
  /** Highest yearly income of the band in satang; null where the band has no end. */
  incomeUpToSatang: Cited<number | null>;
  /** Baht a month. */
  monthlyTopUp: Cited<number>;
  /** What it paid in earlier months, the earliest first: where a letter changes an amount, months gone by keep theirs. */
  earlier?: readonly Cited<{ until: IsoMonth; monthly: number }>[];
  /** Why an income is in the band, what is said of one that is exactly its limit, and why it pays this amount. */
  reasons: { income: ReasonCode; exactly?: ReasonCode; topUp: ReasonCode };
};

export type AgeGroup = { id: AgeClass; reason: ReasonCode };

export type Period = { from: IsoDate; until: IsoDate };

/** 1 การมีงานทำ, 2 การฝึกอบรมอาชีพและการศึกษา, 3 การเข้าถึงแหล่งเงินทุนในระบบ, 4 การเข้าถึงสิ่งจำเป็นพื้นฐาน. */
export type Dimension = 1 | 2 | 3 | 4;

/** A heading of a set's printed menus, stored as it reads. */
export type Category = string;

/** Whether a text has the form of a project's code, `BAAC-01`; which ones there are a set says. */
export function isProjectCode(text: string): boolean {
  return /^[A-Z]{2,5}-\d{2}$/.test(text);
}

/** Whether a text has the form of a code of the lists of occupations and skills. */
export function isListCode(text: string): boolean {
  return /^[0-9A-Z]{1,10}$/.test(text);
}

/** A condition that the answers of the interview can meet. */
export const conditionIds = [
  "baacCustomer",
  "farmerRegistry",
  "outsideSocialSecurity",
  "informalDebt",
  "debt",
] as const;
export type ConditionId = (typeof conditionIds)[number];

export type Project = {
  /** The name as it should read. */
  name: string;
  dimension: Dimension;
  /** Who says that the project belongs to the dimension; `inferred` is ours. */
  dimensionSource: "letter" | "infographic" | "inferred";
  alternativeDimension?: Dimension;
  agencies: readonly ProjectAgency[];
  /** Whom the papers name beside them; answers no referrals. */
  beside?: string;
  /** The income bands it is open to. */
  bands: readonly BandId[];
  /** The words of its own name that say for whom it is. The papers print no other condition (annex 4 is not public). */
  forWhom?: string;
  /**
   * What the form asks once it is chosen (docs/forms.md 3.2), so that its agency can judge. That an agency asks for it is our
   * conjecture (register of interpretations, no. 26): no answer takes a project away, and no page calls it a condition.
   */
  conditions?: readonly ConditionId[];
  /** Its agency calls people up for a place or a course: somebody must be reachable. */
  callsPeopleUp?: true;
  /** Where the papers name it. */
  printed: readonly Printed[];
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
  printed: Printed;
};

/** How occupations are grouped where one is chosen; the words are in i18n (`assessment.field_*`). */
export const occupationFields = [
  "farm",
  "wage",
  "trade",
  "craft",
  "transport",
  "other",
  "none",
] as const;
export type OccupationField = (typeof occupationFields)[number];

/** An entry of the list of occupations (annex 5), by its code. `was`: codes of earlier lists that it stands for now. */
export type Occupation = {
  name: string;
  /** Under which heading it is chosen. */
  field: OccupationField;
  /** The programme's group of who does it on their own account. */
  group: TargetGroup;
  was?: readonly string[];
};

/** An entry of the list of skills and trainings (annex 6), likewise. */
export type Skill = { name: string; field: string; was?: readonly string[] };

export type FollowUpRound = Period & { id: RoundId };

/** A yes up to a day is due from an earlier month than the ordinary one: months that are given afterwards. */
export type Retroactive = { yesUntil: IsoDate; from: IsoMonth; reason: ReasonCode };

/** A sum that is due once, in one month, to whoever stands on the list that the letter gives; in baht. */
export type OneOff = {
  list: string;
  name: string;
  month: IsoMonth;
  baht: number;
  reason: ReasonCode;
};

/** The programme's rules as dated, cited data. Money is in satang where the name says so, else baht. */
export type RuleSet = {
  version: IsoDate;
  inForceFrom: IsoDate;
  source: Source;
  incomeBands: readonly [IncomeBand, ...IncomeBand[]];
  /** Above it nobody is a valid card holder. */
  incomeCeilingSatang: Cited<number>;
  overCeiling: ReasonCode;
  topUp: {
    trigger: Cited<"earliest" | "intent" | "assessment">;
    /** A yes before this day is ignored. */
    yesCountsFrom: Cited<IsoDate>;
    /** A yes after this day of a month counts as one of the next month; null: the whole month counts. */
    cutOffDay: Cited<number | null>;
    /** Months from the month of the yes to the first paid month. */
    monthsToFirst: Cited<number>;
    lastMonth: Cited<IsoMonth>;
    retroactive?: Cited<Retroactive>;
  };
  oneOffs?: readonly Cited<OneOff>[];
  mustReach: {
    incomeUpToSatang: Cited<number>;
    ageUpTo: Cited<number>;
    /** The day on which everyone's age is counted, for the whole round. */
    ageOn: Cited<IsoDate>;
    /** The classes of age: up to the limit, over it. Not known counts as up to it. */
    ages: { upTo: AgeGroup; over: AgeGroup };
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
  /** How many projects the papers speak of. */
  projectsAnnounced: Cited<number>;
  /** The headings of the printed menus, in the order of the catalogue. */
  categories: readonly Category[];
  menus: Readonly<Record<TargetGroup, readonly MenuRow[]>>;
  /** What a group's menu rests on, before what holds for every group. */
  menuReasons: Readonly<Record<TargetGroup, readonly ReasonCode[]>>;
  /** Projects that are in no printed menu and are offered to every group, in this order. */
  everyGroup: Cited<readonly string[]>;
  everyGroupReasons: readonly ReasonCode[];
  /** What the causes ask for: headings of the menus, or a dimension. */
  causes: Readonly<Record<Cause, Remedy>>;
  occupations: Cited<Readonly<Record<string, Occupation>>>;
  skills: Cited<Readonly<Record<string, Skill>>>;
  /** What every reason rests on. */
  reasons: Readonly<Record<GeneralReason, Source>> & Readonly<Record<ReasonCode, Source>>;
  words: RuleWords;
};

export type Remedy = { categories: readonly Category[]; dimension?: Dimension };

/** Whether officers of this agency sit in on interviews under this set, and so need nobody beside them. */
export function joinsInterviews(rules: RuleSet, agency: AoAgency): agency is Bank {
  return rules.coInterview.value.banks.some((bank) => bank === agency);
}
