import { type IsoDate, type IsoMonth, isIsoDate, isIsoMonth } from "@/domain/calendar";
import {
  type CoverageBlock,
  type CoverageState,
  coverageBlocks,
  coverageStates,
} from "@/domain/caseload";
import {
  type FunnelStep,
  funnelSteps,
  type LeftBy,
  leftBys,
  type Sex,
  sexes,
} from "@/domain/figures/funnel";
import { type MinistryState, ministryStates } from "@/domain/ministry";
import { besideStandings, isCounted, type Standing, standings } from "@/domain/registration";
import { type AgeClass, type BandId, isProjectCode, type RoundId } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";
import { readWholeNumber } from "@/domain/typed-numbers";
import { type CarePart, careParts, type InterviewPart, interviewParts } from "@/domain/work-left";

/**
 * Which holders a list shows; it lives in the address, so that every number can be a door to exactly
 * those it counted. What is left out does not narrow.
 */
export type HolderFilter = {
  district?: string;
  subdistrict?: string;
  moo?: number;
  /** Who must be reached, or the voluntary. */
  cohort?: "must_reach" | "voluntary";
  /** Beside ทุกคน: registered and not confirmed. Without it a list shows those who are counted. */
  standing?: (typeof besideStandings)[number];
  /** An age class and an income band: ids of a rule set. An id of none is nobody's. */
  age?: AgeClass;
  income?: BandId;
  /** What an interview found, else the Ministry's word, read for planning. */
  group?: PlanningGroup;
  sex?: Sex;
  state?: CoverageState;
  /** A block, or the two of those who have not answered yet. */
  block?: FilterBlock;
  /** Interviews left (`domain/work-left`): all, or one part. */
  interview?: InterviewPart | "all";
  /** Who waits to be given to an account officer: all, or one part. */
  withoutOfficer?: CarePart | "all";
  /** Id of an account officer; `none`: nobody yet. */
  officer?: string;
  /** The latest counted answer. */
  answer?: "yes" | "no" | "none";
  interviewed?: "yes" | "no";
  /** Own drafts that are not finished. */
  draft?: "own";
  /** Assessments that wait for a second officer. */
  assessment?: "pending";
  /** Still to be met, and refused at the door: a refusal that waits for the secretary changes no state. */
  refusal?: "pending";
  /** A cancelled card that another person recorded and the reader may confirm. */
  cancellation?: "to_confirm";
  /** With an agreed plan that is followed up. */
  plan?: "active";
  /** By the number of contacts after the interview; 3: three and more. */
  contacts?: (typeof contactCounts)[number];
  /** A round that asks for them: without its contact, with it, or tried in vain. */
  round?: RoundFilter;
  /** Whose plan has this project. */
  chosen?: string;
  /** Truly takes part in a project of the plan, or has finished one. */
  takenUp?: "yes";
  /** The result of the plan, as the holder said. */
  result?: (typeof resultFilters)[number];
  /** An interview or contact on its way into the Ministry's database. */
  ministry?: MinistryState;
  /** A planned appointment before this day: on today's date, those that are overdue. */
  meetBefore?: IsoDate;
  /** Waits for an account officer since this day or longer. */
  unassignedSince?: IsoDate;
  /** To whom something is due by the rules: baht of their last month, or any. */
  rate?: `${number}` | "any";
  /** To whom something is due in this month. */
  dueIn?: IsoMonth;
  /** To whom something is due by a yes of this month. */
  yesMonth?: IsoMonth;
  /** No yes that counts, and it may still be said (`mayStillSayYes`). */
  saidYes?: "no";
  /** Has come to this step of the funnel, or further. */
  reached?: FunnelStep;
  /** Stands at this step of the funnel. */
  furthest?: FunnelStep;
  /** Why they go no further. */
  leftBy?: LeftBy;
};

const filterBlocks = [...coverageBlocks, "unanswered"] as const;
export type FilterBlock = CoverageBlock | "unanswered";

export type HolderFilterKey = keyof HolderFilter;
/** What a key asks for, where it narrows. */
export type FilterValue<Key extends HolderFilterKey> = Required<HolderFilter>[Key];

/** `tried`: open, and the officer has tried in vain to reach them. */
const roundProgress = ["open", "done", "tried"] as const;
export type RoundProgress = (typeof roundProgress)[number];
/** A round of a rule set, and how far it is: `june_open`. */
export type RoundFilter = `${RoundId}_${RoundProgress}`;

const isRoundFilter = (text: string): text is RoundFilter =>
  /^[a-z0-9_]{1,40}_(open|done|tried)$/.test(text);

/** What a filter asks of which round. */
export function roundAsked(filter: RoundFilter): { id: RoundId; progress: RoundProgress } {
  const progress = roundProgress.find((each) => filter.endsWith(`_${each}`)) ?? "open";
  return { id: filter.slice(0, -progress.length - 1), progress };
}

/** Occupation groups as planning counts them: with those nobody knows. */
export const planningGroups = [
  "farmer",
  "employed",
  "self_employed",
  "not_working",
  "unknown",
] as const;
export type PlanningGroup = (typeof planningGroups)[number];

const contactCounts = ["0", "1", "2", "3"] as const;
const resultFilters = ["job", "loan", "training", "income_up", "income_told"] as const;

/** Rows of a page of the list. */
export const holdersAPage = 50;

/** How the list may be ordered; `house` is the walking order, for an account officer's own people. */
export const holderSorts = ["name", "house", "age", "area", "state", "officer"] as const;
export type HolderSort = (typeof holderSorts)[number];

export function readHolderSort(given: unknown): HolderSort {
  return holderSorts.find((sort) => sort === given) ?? "name";
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ruleId = /^[a-z0-9_]{1,40}$/;
const oneOf =
  <Code extends string>(codes: readonly Code[]) =>
  (text: string): Code | undefined =>
    codes.find((code) => code === text);
const isRate = (text: string): text is `${number}` => /^[1-9]\d{0,4}$/.test(text);
const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

const readers: { [Key in HolderFilterKey]: (text: string) => HolderFilter[Key] } = {
  district: matching(/^\d{4}$/),
  subdistrict: matching(/^\d{6}$/),
  moo: (text) => {
    const moo = readWholeNumber(text);
    return moo !== null && moo <= 999 ? moo : undefined;
  },
  cohort: oneOf(["must_reach", "voluntary"] as const),
  standing: oneOf(besideStandings),
  age: matching(ruleId),
  income: matching(ruleId),
  group: oneOf(planningGroups),
  sex: oneOf(sexes),
  state: oneOf(coverageStates),
  block: oneOf(filterBlocks),
  interview: oneOf(["all", ...keysOf(interviewParts)] as const),
  withoutOfficer: oneOf(["all", ...keysOf(careParts)] as const),
  officer: (text) => (text === "none" || uuid.test(text) ? text.toLowerCase() : undefined),
  answer: oneOf(["yes", "no", "none"] as const),
  interviewed: oneOf(["yes", "no"] as const),
  draft: oneOf(["own"] as const),
  assessment: oneOf(["pending"] as const),
  refusal: oneOf(["pending"] as const),
  cancellation: oneOf(["to_confirm"] as const),
  plan: oneOf(["active"] as const),
  contacts: oneOf(contactCounts),
  round: (text) => (isRoundFilter(text) ? text : undefined),
  chosen: (text) => (isProjectCode(text) ? text : undefined),
  takenUp: oneOf(["yes"] as const),
  result: oneOf(resultFilters),
  ministry: oneOf(ministryStates),
  meetBefore: (text) => (isIsoDate(text) ? text : undefined),
  unassignedSince: (text) => (isIsoDate(text) ? text : undefined),
  rate: (text) => (text === "any" || isRate(text) ? text : undefined),
  dueIn: (text) => (isIsoMonth(text) ? text : undefined),
  yesMonth: (text) => (isIsoMonth(text) ? text : undefined),
  saidYes: oneOf(["no"] as const),
  reached: oneOf(funnelSteps),
  furthest: oneOf(funnelSteps),
  leftBy: oneOf(leftBys),
};
export const holderFilterKeys = keysOf(readers);

/** What `tell` answers for each key that narrows, in the order of the keys. */
export function eachAsked<Told>(
  filter: HolderFilter,
  tell: <Key extends HolderFilterKey>(key: Key, value: FilterValue<Key>) => Told,
): Told[] {
  const ofKey = <Key extends HolderFilterKey>(key: Key) => {
    const value = filter[key];
    return value === undefined ? [] : [tell(key, value as FilterValue<Key>)];
  };
  return holderFilterKeys.flatMap((key) => ofKey(key));
}

/** Reads a filter from an address or a stored job; what is not understood is left out. */
export function readHolderFilter(given: Record<string, unknown>): HolderFilter {
  const entries = holderFilterKeys.flatMap((key) => {
    const value = given[key];
    const text = Array.isArray(value) ? value[0] : value;
    const read =
      typeof text === "string" || typeof text === "number" ? readers[key](String(text)) : undefined;
    return read === undefined ? [] : [[key, read]];
  });
  return Object.fromEntries(entries) as HolderFilter;
}

/** `?state=assigned&officer=…`; "" where nothing narrows. */
export function holderQuery(filter: HolderFilter): string {
  const parts = eachAsked(filter, (key, value) => [key, String(value)]);
  return parts.length === 0 ? "" : `?${new URLSearchParams(parts).toString()}`;
}

/**
 * Whether an address of a page that moves people means those picked in the browser: it says so, or it names nobody. A cut
 * address must not mean everybody, who are named by `?everybody=1`.
 */
export function meansPicked(given: Record<string, unknown>): boolean {
  const named = holderQuery(readHolderFilter(given)) !== "" || given.everybody === "1";
  return given.picked === "1" || !named;
}

/** The address of the list of exactly these holders. */
export function holdersHref(filter: HolderFilter, sort: HolderSort = "name"): string {
  const query = holderQuery(filter);
  return sort === "name" ? `/holders${query}` : `/holders${query}${query ? "&" : "?"}sort=${sort}`;
}

const counted = standings.filter(isCounted);
const worked: readonly Standing[] = [...counted, "awaiting"];

/**
 * Whom a list shows: those who are counted, so that it has as many lines as the number that leads to it. What an officer has
 * at hand (drafts, appointments, forms to confirm) is shown of who awaits the Ministry's answer as well.
 */
export function standingsShown(filter: HolderFilter): readonly Standing[] {
  if (filter.standing) return [filter.standing];
  return filter.draft || filter.meetBefore || filter.assessment ? worked : counted;
}

/** Whether a filter asks for sums: whoever may not see one is not asked for by it. */
export function asksForSums({ rate, dueIn, yesMonth }: HolderFilter): boolean {
  return Boolean(rate || dueIn || yesMonth);
}

/** Whether a filter asks for steps of the funnel. */
export function asksForSteps({ reached, furthest, leftBy }: HolderFilter): boolean {
  return Boolean(reached || furthest || leftBy);
}

/** Whether a filter asks for plans that are followed up. */
export function asksForPlans(filter: HolderFilter): boolean {
  const { plan, contacts, round, chosen, takenUp, result } = filter;
  return Boolean(plan || contacts || round || chosen || takenUp || result);
}
