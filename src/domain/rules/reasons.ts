import { citations } from "@/domain/rules/citations";
import { registerClause } from "@/domain/rules/interpretations";
import { onceForEach } from "@/domain/rules/once-for-each";
import type { LetterPassage, Printed, ReasonCode, RuleSet, Source } from "@/domain/rules/rule-set";
import { formatThaiDate } from "@/domain/thai-dates";

/** The reasons that every rule set can give; a set adds those that name its amounts, its ages and its menus. */
export const generalReasons = [
  "YES_GIVEN",
  "NO_YES",
  "EARLIEST_YES",
  "YES_BEFORE_WINDOW_IGNORED",
  "BEFORE_WINDOW",
  "YES_AFTER_WALK_IN",
  "FROM_NEXT_MONTH",
  "UNTIL_LAST_MONTH",
  "SCHEME_ENDED",
  "AGE_COUNTED",
  "AGE_UNKNOWN",
  "MUST_REACH",
  "MANDATORY_VISIT",
  "WALK_IN_DONE",
  "WALK_IN_BY_INTERVIEW",
  "VOLUNTARY",
  "CO_INTERVIEW",
  "AO_AGENCY_UNKNOWN",
  "AO_FROM_BANK",
  "AO_NOT_FROM_BANK",
  "CO_INTERVIEWER_BAAC",
  "CO_INTERVIEWER_GSB",
  "NO_TARGET_GROUP",
] as const;
export type GeneralReason = (typeof generalReasons)[number];

/** Why a part of the decision is as it is: the clause, and its exact words as scanned. */
export type Reason = Readonly<{ code: ReasonCode; clause: string; quote: string | null }>;

/** A reason with the words it rests on; throws RangeError where the set has none of this code. */
export const reasonFor = onceForEach(
  (rules, code: ReasonCode): Reason => ({ code, ...quoted(sourceOf(rules, code)) }),
);

function sourceOf(rules: RuleSet, code: ReasonCode): Source {
  const source = Object.hasOwn(rules.reasons, code) ? rules.reasons[code] : undefined;
  if (!source) throw new RangeError(`No reason ${code}`);
  return source;
}

/** The corrected reading of what a reason quotes, where the scan is damaged. */
export function readingOf(rules: RuleSet, code: ReasonCode): string | undefined {
  const source = sourceOf(rules, code);
  return "citation" in source ? citations[source.citation].reading : undefined;
}

/** The reason for the monthly amount, where one is paid. */
export function amountReason(rules: RuleSet, reasons: readonly Reason[]): Reason | undefined {
  const codes = rules.incomeBands.map((band) => band.reasons.topUp);
  return reasons.find(({ code }) => codes.includes(code));
}

/** The reasons that carry the sum; the others belong to the interview. */
export function reasonsOfSum(rules: RuleSet, reasons: readonly Reason[]): Reason[] {
  const ofBands = rules.incomeBands.flatMap(({ reasons: own }) => Object.values(own));
  const ofLetter = [
    ...(rules.topUp.retroactive ? [rules.topUp.retroactive.value.reason] : []),
    ...(rules.oneOffs ?? []).map(({ value }) => value.reason),
  ];
  const codes = new Set<ReasonCode>([...sumReasons, ...ofBands, ...ofLetter, rules.overCeiling]);
  return reasons.filter(({ code }) => codes.has(code));
}

const sumReasons: GeneralReason[] = [
  "NO_YES",
  "BEFORE_WINDOW",
  "SCHEME_ENDED",
  "EARLIEST_YES",
  "YES_BEFORE_WINDOW_IGNORED",
  "YES_AFTER_WALK_IN",
  "FROM_NEXT_MONTH",
  "UNTIL_LAST_MONTH",
];

/** A passage as it stands: where it is, its words, and the corrected reading where the scan is damaged. */
export type Passage = { clause: string; quote: string | null; reading?: string };

/** Where a project is named, in words. */
export function passageOf(printed: Printed): Passage {
  return typeof printed === "string" ? citations[printed] : passageOfLetter(printed.letter);
}

function passageOfLetter({ number, on, at, words }: LetterPassage): Passage {
  const clause = `หนังสือที่ ${number} ลงวันที่ ${formatThaiDate(on)} ${at}`.trim();
  return { clause, quote: words ?? null };
}

/** Clause and exact words of a source; a reading has no words of its own. */
export function quoted(source: Source): { clause: string; quote: string | null } {
  if ("interpretation" in source)
    return { clause: registerClause(source.interpretation), quote: null };
  if ("letter" in source) return passageOfLetter(source.letter);
  const { clause, quote } = citations[source.citation];
  return { clause, quote };
}
