import type { IsoDate } from "@/domain/calendar";
import { type Incomes, incomeCountsFromDay } from "@/domain/income-in-force";
import type { RuleSets } from "@/domain/rules/sets";

/** By what was recorded, confirmed, decided and imported until the end of which day, and where: the code of a province or a district; null: everywhere. */
export type Then = {
  asOf: IsoDate;
  area: string | null;
  /** Of everywhere: a part, or these people alone. */
  part?: Part;
  ids?: readonly string[];
};

/** Everybody in as many parts, a power of two, and one of them: a person is in the same one wherever something of them is kept. */
export type Part = { nth: number; of: number };

/** An income is the number of the sets' limits below it, so that incomes of one band are one fact; with changes, each of them. */
export type IncomesRow = {
  income: number;
  incomes: [kind: string, income: number, from: IsoDate | null, closedOn: IsoDate | null][] | null;
};

/**
 * The facts of people as they stood at the end of a day, from what is kept with its day (docs/decisions/0035): tables of a statement,
 * and how a holder `h` is joined with them. Nothing in it is a rule: limits of the sets are its parameters.
 */
export function factsThen(sets: RuleSets, { asOf, area, part, ids }: Then) {
  const values: unknown[] = [asOf, incomeLimits(sets)];
  const place = (value: unknown) => `$${values.push(value)}`;
  const here = area === null ? null : `${place(area)}::text`;
  const among = ids ? `= ANY (${place([...ids])}::uuid[])` : here && "IN (SELECT id FROM people)";
  const theirs = among ? `AND holder_id ${among}` : inPart("holder_id", part);
  return {
    values,
    place,
    /** The same people, of a table with a `holder_id`. */
    theirs,
    tables: `${here ? peopleOf(here) : movedSince},
    ends AS MATERIALIZED (${endsThen}),
    found_since AS MATERIALIZED (${foundSince}),
    registered AS MATERIALIZED (${registeredThen}),
    changing AS MATERIALIZED (${changingIncomes}),
    incomes AS MATERIALIZED (${incomesThen}),
    forms AS (
      SELECT f.holder_id, f.day, f.told
      FROM (
        SELECT holder_id, intent_on AS day, false AS told FROM intent WHERE answer = 'yes' AND ${countsThen} ${theirs}
        UNION ALL
        SELECT holder_id, interviewed_on, true FROM assessment WHERE answer = 'yes' AND ${countsThen} ${theirs}) f
        LEFT JOIN ends e ON e.holder_id = f.holder_id
        LEFT JOIN found_since s ON s.holder_id = f.holder_id AND s.came_on = f.day AND NOT f.told
      WHERE (e.died_on IS NULL OR f.day <= e.died_on) AND s.holder_id IS NULL)`,
    joins: `
      LEFT JOIN import_batch b ON b.id = h.created_batch_id
      LEFT JOIN registered r ON r.holder_id = h.id
      LEFT JOIN moved m ON m.holder_id = h.id
      LEFT JOIN incomes i ON i.holder_id = h.id
      LEFT JOIN ends e ON e.holder_id = h.id`,
    /** Who counted, and had this area in the register. */
    counted: `coalesce(r.counted, b.programme_on <= $1::date, true)${here ? ` AND ${within(district, here)}` : ""} ${among ? `AND h.id ${among}` : inPart("h.id", part)}`,
    district,
    income: `CASE WHEN i.incomes IS NULL THEN ${limitsBelow("h.income_2559_satang")} END`,
  };
}

const inPart = (id: string, part: Part | undefined) =>
  part ? `AND uuid_hash(${id}) & ${part.of - 1} = ${part.nth}` : "";

/**
 * A country is read in one pass. PostgreSQL cannot know how many people the grouped forms belong to, takes them for a few, and
 * would look each up by itself (30 seconds instead of 10 at a million people).
 */
export const joinsOfAll =
  "SET LOCAL work_mem = '256MB'; SET LOCAL enable_nestloop = off; SET LOCAL enable_sort = off";

const district = "coalesce(m.district_code, h.district_code)";

/** How the rows' incomes are read. */
export function incomesReader(sets: RuleSets): (row: IncomesRow) => Incomes {
  const limits = incomeLimits(sets);
  // Above the last limit every income is the same to the rules.
  const satangOf = (below: number) => limits[below] ?? (limits.at(-1) ?? 0) + 1;
  return (row) => incomesOfRow(row, satangOf);
}

/** The same as `incomesOf` of a holder: what was stated at a registration stands until a list brings one from the beginning. */
function incomesOfRow(row: IncomesRow, satangOf: (below: number) => number): Incomes {
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
  const limits = sets.flatMap(({ incomeBands, incomeCeilingSatang, mustReach }) => [
    incomeCeilingSatang.value,
    mustReach.incomeUpToSatang.value,
    ...incomeBands.map(({ incomeUpToSatang }) => incomeUpToSatang.value),
  ]);
  return [...new Set(limits.filter((limit) => limit !== null))].sort((a, b) => a - b);
}

const limitsBelow = (satang: string) => `width_bucket(${satang} - 1, $2::int[])`;

/** Whether a form was recorded by the day, and confirmed where it has to be. */
const countsThen = `recorded_on <= $1::date AND (confirmation IS NULL OR (confirmation = 'confirmed' AND confirmed_on <= $1::date))`;

/** Where the register had somebody whom a later list has moved to another district. */
const movedSince = `moved AS MATERIALIZED (
  SELECT DISTINCT ON (c.holder_id) c.holder_id, c.before ->> 'district_code' AS district_code
  FROM import_change c JOIN import_batch b ON b.id = c.batch_id WHERE b.programme_on > $1::date
  ORDER BY c.holder_id, b.number)`;

const peopleOf = (area: string) => `${movedSince},
  people AS MATERIALIZED (
    SELECT id FROM holder WHERE district_code = ${area} OR province_code = ${area}
    UNION SELECT holder_id FROM moved WHERE ${within("district_code", area)})`;

/** The code of a district begins with that of its province. */
const within = (column: string, area: string) => `left(${column}, length(${area})) = ${area}`;

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
