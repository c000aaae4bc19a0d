import type { IsoDate } from "@/domain/calendar";
import { type PlanningGroup, planningGroups } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { birthBetween, birthLimits, oneOffsBeside, type WhatIfFacts } from "@/domain/what-if";
import { factsThen, type IncomesRow, incomesReader, type Then } from "@/server/money/facts-then";

type WhatIfRow = IncomesRow & {
  group: string;
  /** How many limits of birth are reached; null: no birth date. */
  born: number | null;
  rules: number;
  now_intent: IsoDate | null;
  now_told: IsoDate | null;
  then_intent: IsoDate | null;
  then_told: IsoDate | null;
  ends_on: IsoDate | null;
  lists: string[] | null;
  districts: { district: string; people: number; one: string; ids?: string[] | null }[];
};

/**
 * One statement over everybody of an area that counts who shares the facts from which the rules answer, district by district, whether
 * they said yes or not; `ids`: one row for each of these people instead; `namedIn`: with the ids of those of
 * the province who share them.
 */
export function whatIfFacts(
  sets: RuleSets,
  draft: RuleSet,
  then: Then,
  { ids, namedIn = null }: { ids?: readonly string[]; namedIn?: string | null } = {},
) {
  const known: RuleSets = [...sets, draft];
  const { values, place, tables, joins, counted, district, income, theirs } = factsThen(known, {
    ...then,
    ids,
  });
  const lists = oneOffsBeside(sets, draft).drafted.map(({ list }) => list);
  // Where no letter gives anything once, no list is looked at.
  const once = lists.length > 0 ? listsThen(place(lists), theirs) : null;
  const born = birthLimits(known);
  const today = sets.indexOf(rulesOn(sets, then.asOf)) + 1;
  const inForce = `${place(sets.map(({ inForceFrom }) => inForceFrom))}::date[]`;
  const first = known.map((rules, at) => {
    const from = `${place(rules.topUp.yesCountsFrom.value)}::date`;
    return `min(f.day) FILTER (WHERE NOT f.told AND f.day >= ${from}) AS intent_${at + 1},
      min(f.day) FILTER (WHERE f.told AND f.day >= ${from}) AS told_${at + 1}`;
  });
  const ofSet = (name: string) =>
    `CASE x.rules ${sets.map((_, at) => `WHEN ${at + 1} THEN y.${name}_${at + 1}`).join(" ")} END`;
  const idsOfNamed =
    namedIn === null
      ? ""
      : `, array_agg(h.id) FILTER (WHERE left(${district}, 2) = ${place(namedIn)}) AS ids`;
  const text = `
    WITH ${tables},
    yeses AS (
      SELECT f.holder_id, greatest(width_bucket(max(f.day), ${inForce}), 1) AS rules, ${first.join(", ")} FROM forms f GROUP BY 1)
      ${once ? `, once AS MATERIALIZED (${once})` : ""}
    SELECT "group", born, rules, now_intent, now_told, then_intent, then_told, ends_on, incomes, income, lists,
      jsonb_agg(jsonb_build_object('district', district, 'people', people, 'one', one${idsOfNamed && ", 'ids', ids"})) AS districts
    FROM (SELECT ${district} AS district, h.occupation_group AS "group",
      width_bucket(coalesce(h.corrected_birth_date, h.birth_date), ${place(born)}::date[]) AS born, x.rules - 1 AS rules,
      ${ofSet("intent")}::text AS now_intent, ${ofSet("told")}::text AS now_told,
      y.intent_${known.length}::text AS then_intent, y.told_${known.length}::text AS then_told,
      e.ends_on::text, i.incomes, ${income} AS income, ${once ? "o.lists" : "NULL::text[]"} AS lists,
      count(*) AS people, any_value(h.id)::text AS one${idsOfNamed}
    FROM holder h LEFT JOIN yeses y ON y.holder_id = h.id
      CROSS JOIN LATERAL (SELECT coalesce(y.rules, ${today}) AS rules) x ${joins}
      ${once ? "LEFT JOIN once o ON o.holder_id = h.id" : ""}
    WHERE ${counted}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12${ids ? ", h.id" : ""}) shared
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
  const read = (rows: readonly WhatIfRow[]) => readFacts(sets, known, born, rows);
  return { text, values, read };
}

/** On which lists people stood that were checked by the day, the newest of each province; of those `lists`. */
const listsThen = (lists: string, theirs: string) => `
  SELECT p.holder_id, array_agg(l.list ORDER BY l.list) AS lists
  FROM one_off_person p JOIN (
    SELECT DISTINCT ON (l.province_code, l.list) l.id, l.list
    FROM one_off_list l JOIN one_off_list_step s ON s.list_id = l.id AND s.step = 'checked' AND s.taken_on <= $1::date
    WHERE l.list = ANY (${lists}::text[]) ORDER BY l.province_code, l.list, l.recorded_at DESC) l ON l.id = p.list_id
  WHERE true ${theirs} GROUP BY 1`;

function readFacts(
  sets: RuleSets,
  known: RuleSets,
  born: readonly IsoDate[],
  rows: readonly WhatIfRow[],
): WhatIfFacts[] {
  const incomesOf = incomesReader(known);
  return rows.flatMap((row) => {
    const facts = {
      group: groupNamed(row.group),
      birthDate: row.born === null ? null : birthBetween(born, row.born),
      rules: (sets[row.rules] ?? sets[0]).version,
      now: { intentOn: row.now_intent, assessedOn: row.now_told },
      drafted: { intentOn: row.then_intent, assessedOn: row.then_told },
      incomes: incomesOf(row),
      endsOn: row.ends_on,
      lists: row.lists ?? [],
    };
    return row.districts.map(({ district, people, one, ids }) => ({
      ...facts,
      ...{ district, people: BigInt(people), one, ids: ids ?? undefined },
    }));
  });
}

const groupNamed = (name: string): PlanningGroup =>
  planningGroups.find((group) => group === name) ?? "unknown";
