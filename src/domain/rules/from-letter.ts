import type { IsoDate } from "@/domain/calendar";
import type { Cited, LetterPassage, RuleSet, Source } from "@/domain/rules/rule-set";
import { formatThaiDate } from "@/domain/thai-dates";

/** The letter from which a set is recorded. */
export type Letter = { number: string; on: IsoDate };

/** How a letter is named in words. */
export const letterNamed = ({ number, on }: Letter) =>
  `หนังสือที่ ${number} ลงวันที่ ${formatThaiDate(on)}`;

/** A passage of a letter as what a value rests on. */
export const passage = ({ number, on }: Letter, at: string): LetterPassage => ({ number, on, at });

/**
 * The set that begins with a letter: what it says of nothing else it takes over, each value with what it rested on. Its version
 * is the date of the letter, as that of the first is the day of the resolution.
 */
export function setFromLetter(base: RuleSet, letter: Letter, inForceFrom: IsoDate): RuleSet {
  const source: Source = { letter: passage(letter, "") };
  const named = letterNamed(letter);
  const papers = base.words.papers.filter(({ reference }) => reference !== named);
  const [first, ...others] = papers;
  const own = { from: letter.on, reference: named };
  return {
    ...base,
    version: letter.on,
    inForceFrom,
    source,
    words: {
      ...base.words,
      rules: `หลักเกณฑ์ตาม${named}`,
      papers: first ? [first, ...others, own] : [own],
    },
  };
}

/** The value with what it rests on: as it stood where the letter says the same, else by the letter. */
export function saying<Value>(
  before: Cited<Value> | undefined,
  value: Value,
  since: IsoDate,
  source: Source,
): Cited<Value> {
  return before && same(before.value, value) ? before : { value, since, source };
}

/** Whether two values of a set are the same as data, in whatever order their keys are. */
export const same = (a: unknown, b: unknown) => canonical(a) === canonical(b);

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
