import { onceForEach } from "@/domain/rules/once-for-each";
import { type Occupation, occupationFields, type RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";

/** The code lists of a set: annex 5 and annex 6. */
export type CodeListName = "occupations" | "skills";

/** The codes of a list, in their order. */
export const codesIn = onceForEach((rules, list: CodeListName): readonly string[] =>
  Object.keys(rules[list].value).sort(),
);

/** The codes of a list under the headings by which one is looked for: occupations in the order of the headings, skills in that of their codes. */
export function codeGroups(rules: RuleSet, list: CodeListName) {
  const codes = codesIn(rules, list);
  const fieldOf = (code: string) => rules[list].value[code]?.field ?? "";
  const fields = list === "occupations" ? occupationFields : new Set(codes.map(fieldOf));
  return [...fields]
    .map((field) => ({ field, codes: codes.filter((code) => fieldOf(code) === field) }))
    .filter((group) => group.codes.length > 0);
}

/** What a set calls a code of its list; the code itself where the list has none such. */
export function codeNamed(rules: RuleSet, list: CodeListName, code: string): string {
  return rules[list].value[code]?.name ?? code;
}

/** An occupation by its code, as a set has it. */
export function occupationIn(rules: RuleSet, code: string | undefined): Occupation | undefined {
  return code === undefined ? undefined : rules.occupations.value[code];
}

/**
 * The code that stands in the list of one set for a code in the list of another; null where none does. A later list says
 * which old codes each of its own stands for (`was`); without that, a code stays itself only while its words stay.
 */
export function codeUnder(
  sets: RuleSets,
  list: CodeListName,
  code: string,
  { from, to }: { from: RuleSet; to: RuleSet },
): string | null {
  const [begin, end] = [sets.indexOf(from), sets.indexOf(to)];
  if (end < begin) return isSameIn(from, to, list, code) ? code : null;
  let [now, before]: [string | null, RuleSet] = [code, from];
  for (const after of sets.slice(begin + 1, end + 1)) {
    now = now && next(before, after, list, now);
    before = after;
  }
  return now;
}

function next(before: RuleSet, after: RuleSet, list: CodeListName, code: string): string | null {
  if (isSameIn(before, after, list, code)) return code;
  const entries = Object.entries(after[list].value);
  return entries.find(([, { was = [] }]) => was.includes(code))?.[0] ?? null;
}

function isSameIn(a: RuleSet, b: RuleSet, list: CodeListName, code: string): boolean {
  const [here, there] = [a[list].value[code], b[list].value[code]];
  return here !== undefined && here.name === there?.name;
}
