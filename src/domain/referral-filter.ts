import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import type { Role } from "@/domain/policy";
import {
  isAnyLate,
  type LateKind,
  lateKinds,
  type ReferralState,
  referralStates,
} from "@/domain/referral";
import { type Dimension, isProjectCode } from "@/domain/rules/rule-set";
import { keysOf } from "@/domain/tables";

/** Which referrals a list shows; it lives in the address. What is left out does not narrow. */
export type ReferralFilter = {
  state?: ReferralState;
  /** Those whose day has passed, and how: see `LateKind`. */
  late?: LateKind;
  /** Sent and not answered, whether the day has passed or not. */
  answer?: "awaited";
  /** Taken up and not ended: accepted or in progress. */
  running?: "yes";
  /** Those whose holder has taken the consent back. */
  consent?: "withdrawn";
  project?: string;
  agency?: ProjectAgency;
  district?: string;
  /** All that was sent, whatever became of it. */
  sent?: "yes";
  /** By how many days ago it was sent. */
  sentAge?: SentAge;
  /** The dimension and the heading of the menu under which the project was chosen; `none`: under no heading. */
  dimension?: `${Dimension}`;
  category?: string;
};

/** Ages of what was sent, in days. */
export const sentAges = [
  { id: "to_7", from: 0, to: 7 },
  { id: "to_14", from: 8, to: 14 },
  { id: "to_30", from: 15, to: 30 },
  { id: "over_30", from: 31, to: 36_500 },
] as const;
export type SentAge = (typeof sentAges)[number]["id"];

/** The dimensions as an address names them. */
export const dimensionNamed: Record<`${Dimension}`, Dimension> = { 1: 1, 2: 2, 3: 3, 4: 4 };

/** Rows of a page of the list. */
export const referralsAPage = 50;

const agencies = projectAgencyCodes;
const readers: { [Key in keyof Required<ReferralFilter>]: (text: string) => ReferralFilter[Key] } =
  {
    state: (text) => referralStates.find((state) => state === text),
    late: (text) => lateKinds.find((kind) => kind === text),
    answer: (text) => (text === "awaited" ? text : undefined),
    running: (text) => (text === "yes" ? text : undefined),
    consent: (text) => (text === "withdrawn" ? text : undefined),
    project: (text) => (isProjectCode(text) ? text : undefined),
    agency: (text) => agencies.find((agency) => agency === text),
    district: (text) => (/^\d{4}$/.test(text) ? text : undefined),
    sent: (text) => (text === "yes" ? text : undefined),
    sentAge: (text) => sentAges.find(({ id }) => id === text)?.id,
    dimension: (text) => keysOf(dimensionNamed).find((dimension) => dimension === text),
    category: (text) => (text.length <= 100 ? text : undefined),
  };
const keys = keysOf(readers);

/** Reads a filter from an address or a command; what is not understood is left out. */
export function readReferralFilter(given: Record<string, unknown>): ReferralFilter {
  const entries = keys.flatMap((key) => {
    const value = given[key];
    const text = Array.isArray(value) ? value[0] : value;
    const read = typeof text === "string" ? readers[key](text) : undefined;
    return read === undefined ? [] : [[key, read]];
  });
  return Object.fromEntries(entries) as ReferralFilter;
}

/** The address of the list of exactly these referrals. */
export function referralsHref(filter: ReferralFilter, page = 1): string {
  const parts = keys.flatMap((key) =>
    filter[key] === undefined ? [] : [[key, String(filter[key])]],
  );
  if (page > 1) parts.push(["page", String(page)]);
  return parts.length === 0 ? "/referrals" : `/referrals?${new URLSearchParams(parts)}`;
}

/** Of whom the sentence over the whole list speaks (`referralHeadline`): of all that one of these filters takes. */
export function headlineFilters(
  role: Role,
  late: Record<LateKind, number>,
): readonly ReferralFilter[] {
  if (isAnyLate(late)) return lateKinds.map((kind) => ({ late: kind }));
  return role === "agency_officer" ? [{ answer: "awaited" }] : [{ state: "draft" }];
}
