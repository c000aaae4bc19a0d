import { type HolderFilter, roundAsked } from "@/domain/holder-filter";
import { roundWithId } from "@/domain/rules/rounds";
import type { RuleWords } from "@/domain/rules/rule-words";
import type { RuleSets } from "@/domain/rules/sets";
import type { Scoped } from "@/server/scope";

/** The names for the codes of a filter, for the words that say what a list shows. */
export async function getFilterNames({ tx, ruleSets }: Scoped, filter: HolderFilter) {
  const district = filter.district
    ? await tx.district.findUnique({ where: { code: filter.district } })
    : null;
  const subdistrict = filter.subdistrict
    ? await tx.subdistrict.findUnique({ where: { code: filter.subdistrict } })
    : null;
  const officer =
    filter.officer && filter.officer !== "none"
      ? await tx.officer.findUnique({ where: { id: filter.officer }, select: { name: true } })
      : null;
  return {
    district: district?.name ?? null,
    subdistrict: subdistrict?.name ?? null,
    officer: officer?.name ?? null,
    ...wordsOfRules(ruleSets, filter),
  };
}

/** The names of a filter's ids in the newest rule set that has the id; null where none has it. */
function wordsOfRules(ruleSets: RuleSets, { income, age, round }: HolderFilter) {
  const newest = (wordOf: (words: RuleWords) => string | undefined) =>
    ruleSets.flatMap(({ words }) => wordOf(words) ?? []).at(-1) ?? null;
  return {
    income: income ? newest(({ bands }) => bands[income]) : null,
    age: age ? newest(({ ages }) => ages[age]) : null,
    round: (round && roundWithId(ruleSets, roundAsked(round).id)?.words.short) ?? null,
  };
}
export type FilterNames = Awaited<ReturnType<typeof getFilterNames>>;
