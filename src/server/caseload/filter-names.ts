import { hasEnded } from "@/domain/follow-up";
import { type HolderFilter, roundAsked } from "@/domain/holder-filter";
import { roundWithId } from "@/domain/rules/rounds";
import type { RuleWords } from "@/domain/rules/rule-words";
import { everyProject, type RuleSets } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** The names for the codes of a filter, for the words that say what a list shows. */
export async function getFilterNames({ tx, ruleSets }: Scoped, filter: HolderFilter) {
  const round = filter.round && roundWithId(ruleSets, roundAsked(filter.round).id);
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
    round: round?.words.short ?? null,
    project: filter.chosen ? (everyProject(ruleSets)[filter.chosen]?.name ?? null) : null,
    roundEnded: round ? hasEnded(round, await programmeDate(tx)) : false,
    ...wordsOfRules(ruleSets, filter),
  };
}

/** The names of a filter's ids in the newest rule set that has the id; null where none has it. */
function wordsOfRules(ruleSets: RuleSets, { income, age }: HolderFilter) {
  const newest = (wordOf: (words: RuleWords) => string | undefined) =>
    ruleSets.flatMap(({ words }) => wordOf(words) ?? []).at(-1) ?? null;
  return {
    income: income ? newest(({ bands }) => bands[income]) : null,
    age: age ? newest(({ ages }) => ages[age]) : null,
  };
}
export type FilterNames = Awaited<ReturnType<typeof getFilterNames>>;
