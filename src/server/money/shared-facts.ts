import type { IsoDate } from "@/domain/calendar";
import { type Incomes, incomeCountsFromDay } from "@/domain/income-in-force";
import type { SharedFacts } from "@/domain/money";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { RuleSets } from "@/domain/rules/sets";

/** Of whom, and by what was recorded, confirmed, decided and imported until the end of which day. */
export type MoneyScope = { asOf: IsoDate; districtCode: string | null };

/** A row of the statement: an income is the number of limits below it, so that incomes of one band are one fact. */
export type SharedFactsRow = {
  rules: number;
  yes_on: IsoDate;
  ends_on: IsoDate | null;
  income: number;
  incomes: [kind: string, income: number, from: IsoDate | null, closedOn: IsoDate | null][] | null;
  people: string;
};

/**
 * One statement over all people that counts who share the facts from which a sum follows; the rules are asked outside
 * (`moneyTotals`). Nothing in it is a rule: dates and limits of the sets are its parameters. It reads what is kept with
 * its day, not the state of today (docs/decisions/0035).
 */
export function sharedFactsSql(sets: RuleSets, { asOf, districtCode }: MoneyScope) {
  const values: unknown[] = [asOf, incomeLimits(sets), sets.map(({ inForceFrom }) => inForceFrom)];
  const place = (value: unknown) => `$${values.push(value)}`;
  const district = districtCode === null ? null : `${place(districtCode)}::text`;
  const here = district ? "AND holder_id IN (SELECT id FROM people)" : "";
  const firstYeses = sets.map((rules, at) => firstYes(rules, place, `first_${at + 1}`));
  const firstOfSet = sets.map((_, at) => `WHEN ${at + 1} THEN y.first_${at + 1}`).join(" ");
  const text = `
    WITH ${district ? peopleOf(district) : movedSince},
    ends AS MATERIALIZED (${endsThen}),
    found_since AS MATERIALIZED (${foundSince}),
    registered AS MATERIALIZED (${registeredThen}),
    changing AS MATERIALIZED (${changingIncomes}),
    incomes AS MATERIALIZED (${incomesThen}),
    forms AS (
      SELECT holder_id, intent_on AS day, false AS told FROM intent WHERE answer = 'yes' AND ${countsThen} ${here}
      UNION ALL
      SELECT holder_id, interviewed_on, true FROM assessment WHERE answer = 'yes' AND ${countsThen} ${here}),
    yeses AS (
      SELECT f.holder_id, width_bucket(max(f.day), $3::date[]) AS rules, ${firstYeses.join(", ")}
      FROM forms f LEFT JOIN ends e ON e.holder_id = f.holder_id
        LEFT JOIN found_since s ON s.holder_id = f.holder_id AND s.came_on = f.day AND NOT f.told
      WHERE (e.died_on IS NULL OR f.day <= e.died_on) AND s.holder_id IS NULL
      GROUP BY 1)
    SELECT greatest(y.rules, 1) - 1 AS rules, x.yes_on::text, e.ends_on::text, i.incomes,
      CASE WHEN i.incomes IS NULL THEN ${limitsBelow("h.income_2559_satang")} END AS income, count(*)::text AS people
    FROM yeses y JOIN holder h ON h.id = y.holder_id
      CROSS JOIN LATERAL (SELECT CASE greatest(y.rules, 1) ${firstOfSet} END AS yes_on) x
      LEFT JOIN import_batch b ON b.id = h.created_batch_id
      LEFT JOIN registered r ON r.holder_id = h.id
      LEFT JOIN moved m ON m.holder_id = h.id
      LEFT JOIN incomes i ON i.holder_id = h.id
      LEFT JOIN ends e ON e.holder_id = h.id
    WHERE x.yes_on IS NOT NULL AND coalesce(r.counted, b.programme_on <= $1::date, true)
      ${district ? `AND coalesce(m.district_code, h.district_code) = ${district}` : ""}
    GROUP BY 1, 2, 3, 4, 5`;
  return { text, values };
}

/** The rows as the rules take them. */
export function readSharedFacts(sets: RuleSets, rows: readonly SharedFactsRow[]): SharedFacts[] {
  const limits = incomeLimits(sets);
  // Above the last limit every income is the same to the rules.
  const satangOf = (below: number) => limits[below] ?? (limits.at(-1) ?? 0) + 1;
  return rows.map((row) => ({
    rules: (sets[row.rules] ?? sets[0]).version,
    yesOn: row.yes_on,
    incomes: incomesOfRow(row, satangOf),
    endsOn: row.ends_on,
    people: BigInt(row.people),
  }));
}

/** The same as `incomesOf` of a holder: what was stated at a registration stands until a list brings one from the beginning. */
function incomesOfRow(row: SharedFactsRow, satangOf: (below: number) => number): Incomes {
  if (row.incomes === null)
    return {
      ministry: [{ satang: satangOf(row.income), countsFrom: null, batch: 1 }],
      corrected: [],
    };
  const of = (wanted: string) => (row.incomes ?? []).filter(([kind]) => kind === wanted);
  const listed = of("listed").map(([, income, countsFrom], at) => ({
    satang: satangOf(income),
    countsFrom,
    batch: at + 1,
  }));
  const stated = of("stated").map(([, income]) => ({
    satang: satangOf(income),
    countsFrom: null,
    batch: "stated" as const,
  }));
  const corrected = of("corrected").map(([, income, countsFrom, closedOn]) => ({
    satang: satangOf(income),
    countsFrom: countsFrom ?? "",
    endsOn: closedOn && incomeCountsFromDay(closedOn),
  }));
  const stands = listed.every(({ countsFrom }) => countsFrom !== null);
  return { ministry: stands ? [...stated, ...listed] : listed, corrected };
}

/** Every income at which a set decides otherwise than just above it, the lowest first. */
function incomeLimits(sets: RuleSets): number[] {
  const limits = sets.flatMap(({ incomeBands, incomeCeilingSatang }) => [
    incomeCeilingSatang.value,
    ...incomeBands.map(({ incomeUpToSatang }) => incomeUpToSatang.value),
  ]);
  return [...new Set(limits.filter((limit) => limit !== null))].sort((a, b) => a - b);
}

const limitsBelow = (satang: string) => `width_bucket(${satang} - 1, $2::int[])`;

/** The first day of a yes that a set's trigger looks at, not before its measure. */
function firstYes({ topUp }: RuleSet, place: (value: unknown) => string, name: string): string {
  const { trigger, yesCountsFrom } = topUp;
  const form = { earliest: "", intent: "AND NOT f.told", assessment: "AND f.told" }[trigger.value];
  return `min(f.day) FILTER (WHERE f.day >= ${place(yesCountsFrom.value)}::date ${form}) AS ${name}`;
}

/** Whether a form was recorded by the day, and confirmed where it has to be. */
const countsThen = `recorded_on <= $1::date AND (confirmation IS NULL OR (confirmation = 'confirmed' AND confirmed_on <= $1::date))`;

/** Where the register had somebody whom a later list has moved to another district. */
const movedSince = `moved AS MATERIALIZED (
  SELECT DISTINCT ON (c.holder_id) c.holder_id, c.before ->> 'district_code' AS district_code
  FROM import_change c JOIN import_batch b ON b.id = c.batch_id WHERE b.programme_on > $1::date
  ORDER BY c.holder_id, b.number)`;

const peopleOf = (district: string) => `${movedSince},
  people AS MATERIALIZED (
    SELECT id FROM holder WHERE district_code = ${district}
    UNION SELECT holder_id FROM moved WHERE district_code = ${district})`;

/** The deaths and cancelled cards that stood: a death once it was confirmed, a cancelled card as soon as it was recorded. */
const endsThen = `
  SELECT holder_id, min(departed_on) AS ends_on, min(departed_on) FILTER (WHERE kind = 'deceased') AS died_on
  FROM departure
  WHERE recorded_on <= $1::date AND NOT (confirmation = 'withdrawn' AND reviewed_on <= $1::date)
    AND CASE kind WHEN 'deceased' THEN confirmation IN ('confirmed', 'withdrawn') AND confirmed_on <= $1::date
      WHEN 'card_cancelled' THEN NOT (confirmation = 'rejected' AND confirmed_on <= $1::date) END
  GROUP BY 1`;

/** Whose form of a desk was then still that of a registration, which has no sum. */
const foundSince = `
  SELECT d.holder_id, r.came_on FROM registration_decision d JOIN registration r ON r.id = d.registration_id
  WHERE d.outcome = 'found' AND d.approval = 'approved' AND d.approved_on > $1::date AND r.holder_id IS NOT NULL`;

/** Who was registered, and whether a list or the Ministry's letter had them by then. */
const registeredThen = `
  SELECT r.holder_id, r.income_satang,
    EXISTS (SELECT FROM holder_income i JOIN import_batch b ON b.id = i.batch_id
      WHERE i.holder_id = r.holder_id AND b.programme_on <= $1::date)
    OR EXISTS (SELECT FROM registration_decision d
      WHERE d.registration_id = r.id AND d.outcome = 'confirmed' AND d.recorded_on <= $1::date) AS counted
  FROM registration r WHERE r.holder_id IS NOT NULL`;

const correctedThen = `c.field = 'income_2559' AND c.status IN ('approved', 'closed') AND c.decided_on <= $1::date`;

/** Who has or had any other income than the one with which a list brought them. */
const changingIncomes = `
  SELECT holder_id FROM holder_income WHERE counts_from IS NOT NULL
  UNION SELECT c.holder_id FROM correction c WHERE ${correctedThen}
  UNION SELECT holder_id FROM registered`;

/** Every income of theirs that was known, in the order in which it came. */
const incomesThen = `
  SELECT x.holder_id, jsonb_agg(jsonb_build_array(x.kind, ${limitsBelow("x.satang")}, x.counts_from, x.closed_on)
    ORDER BY x.kind, x.came) AS incomes
  FROM (
    SELECT i.holder_id, 'listed' AS kind, i.income_2559_satang AS satang, i.counts_from, NULL::date AS closed_on, b.number::numeric AS came
      FROM changing JOIN holder_income i USING (holder_id) JOIN import_batch b ON b.id = i.batch_id AND b.programme_on <= $1::date
    UNION ALL
    SELECT holder_id, 'stated', income_satang, NULL, NULL, 0 FROM registered WHERE income_satang IS NOT NULL
    UNION ALL
    SELECT c.holder_id, 'corrected', (c.new_value ->> 'satang')::int, c.counts_from, b.programme_on, extract(epoch FROM c.recorded_at)
      FROM correction c LEFT JOIN import_batch b ON b.id = c.closed_batch_id AND b.programme_on <= $1::date
      WHERE ${correctedThen}) x
  GROUP BY 1`;
