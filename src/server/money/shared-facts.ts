import type { IsoDate } from "@/domain/calendar";
import type { SharedFacts } from "@/domain/money";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";
import { factsThen, type IncomesRow, incomesReader, type Then } from "./facts-then";

/** A row of the statement. */
export type SharedFactsRow = IncomesRow & {
  rules: number;
  yes_on: IsoDate;
  ends_on: IsoDate | null;
  people: string;
};

/**
 * One statement over all people that counts who share the facts from which a sum follows; the rules are asked outside
 * (`moneyTotals`).
 */
export function sharedFactsSql(sets: RuleSets, then: Then) {
  const { values, place, tables, joins, counted, income } = factsThen(sets, then);
  const inForce = place(sets.map(({ inForceFrom }) => inForceFrom));
  const firstYeses = sets.map((rules, at) => firstYes(rules, place, `first_${at + 1}`));
  const firstOfSet = sets.map((_, at) => `WHEN ${at + 1} THEN y.first_${at + 1}`).join(" ");
  const text = `
    WITH ${tables},
    yeses AS (
      SELECT f.holder_id, width_bucket(max(f.day), ${inForce}::date[]) AS rules, ${firstYeses.join(", ")}
      FROM forms f GROUP BY 1)
    SELECT greatest(y.rules, 1) - 1 AS rules, x.yes_on::text, e.ends_on::text, i.incomes, ${income} AS income, count(*)::text AS people
    FROM yeses y JOIN holder h ON h.id = y.holder_id
      CROSS JOIN LATERAL (SELECT CASE greatest(y.rules, 1) ${firstOfSet} END AS yes_on) x ${joins}
    WHERE x.yes_on IS NOT NULL AND ${counted}
    GROUP BY 1, 2, 3, 4, 5`;
  return { text, values };
}

/** The rows as the rules take them. */
export function readSharedFacts(sets: RuleSets, rows: readonly SharedFactsRow[]): SharedFacts[] {
  const incomesOf = incomesReader(sets);
  return rows.map((row) => ({
    rules: (sets[row.rules] ?? sets[0]).version,
    yesOn: row.yes_on,
    incomes: incomesOf(row),
    endsOn: row.ends_on,
    people: BigInt(row.people),
  }));
}

/** The first day of a yes that a set's trigger looks at, not before its measure. */
function firstYes({ topUp }: RuleSet, place: (value: unknown) => string, name: string): string {
  const { trigger, yesCountsFrom } = topUp;
  const form = { earliest: "", intent: "AND NOT f.told", assessment: "AND f.told" }[trigger.value];
  return `min(f.day) FILTER (WHERE f.day >= ${place(yesCountsFrom.value)}::date ${form}) AS ${name}`;
}
