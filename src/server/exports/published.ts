import type { PublishedNumbers } from "@/domain/published/numbers";
import { namesUnder } from "@/domain/rules/rule-words";
import { keysOf } from "@/domain/tables";
import { say } from "@/i18n/words";
import type { Published } from "@/server/published/queries";
import { type Cell, type ExportSheet, pagesOf } from "./columns";

/**
 * Every province of the country in a line, by code, and the sum that was published: numbers are numbers, what is withheld or not
 * known is said in words and never 0.
 */
export function publishedSheet({ rules, provinces, all }: Published): ExportSheet {
  const { young, old, low, high } = namesUnder(rules);
  const cell = (age: string, band: string) => say("nation.cell", { age, band });
  const columns: Partial<Record<keyof PublishedNumbers, string>> = {
    people: say("nation.col_people"),
    young: say("nation.col_age", { age: young }),
    old: say("nation.col_age", { age: old }),
    low: say("nation.col_income", { band: low }),
    high: say("nation.col_income", { band: high }),
    youngLow: cell(young, low),
    youngHigh: cell(young, high),
    oldLow: cell(old, low),
    oldHigh: cell(old, high),
    answered: say("nation.answered"),
    unanswered: say("nation.col_unanswered"),
  };
  const names = keysOf(columns);
  const numbersOf = (counts: PublishedNumbers | null): Cell[] =>
    names.map((name) =>
      counts ? (counts[name] ?? say("nation.withheld")) : say("nation.unknown"),
    );
  const known = provinces.filter(({ counts }) => counts);
  const lines: Cell[][] = provinces.map(({ code, name, counts, districts }) => [
    code,
    name,
    counts ? districts : say("nation.unknown"),
    ...numbersOf(counts),
  ]);
  const total: Cell[] = [
    say("exports.col_total"),
    say("nation.totalOf", { count: String(known.length) }),
    known.reduce((sum, { districts }) => sum + districts, 0),
    ...numbersOf(all),
  ];
  return {
    headers: [
      say("nation.col_code"),
      say("nation.province"),
      say("nation.col_districts"),
      ...Object.values(columns),
    ],
    total: lines.length + 1,
    titled: true,
    pages: pagesOf([...lines, total], (row) => row),
  };
}
