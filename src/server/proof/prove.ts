import { availableParallelism } from "node:os";
import type { IsoMonth } from "@/domain/calendar";
import type { RuleSets } from "@/domain/rules/sets";
import { type JobClient, withJobClient } from "@/server/imports/job-connection";
import { clauseValues, dueByTheClauses } from "./clauses";

/**
 * What the proof finds wrong: a month that is due by the clauses and not by the decision, or the other way, or with another amount; the
 * same of what was booked; a yes that counts and has no decision; a yes that counts and is not on the Ministry's list; what is given once and
 * not booked to whom the checked list names, or booked to somebody else, or with another amount.
 */
export const proofFaults = ["due", "booked", "undecided", "unreported", "once"] as const;
export type ProofFault = (typeof proofFaults)[number];

/** What is wrong with one person; `month`, `expected` and `found` (satang) where it is an amount. */
export type FoundFault = {
  kind: ProofFault;
  province: string;
  district: string;
  holderId: string;
  month: IsoMonth | null;
  expected: string | null;
  found: string | null;
};

/** People of one statement, in the order of their ids: every table is read along its index, and nothing is held for long. */
const aPage = 100_000;
/** One for each core, up to these: pages need nothing of each other. */
const lanes = 4;

/** What a page of people comes to: who is due how much a month from which month to which, and to how many people of a province. */
export type ProvenPage = {
  sums: DueLine[];
  people: { province: string; people: number; months: number; digest: string }[];
  /** What the runs have booked, and people whose newest decision came after the last run began: the next one books it. */
  booked: { province: string; until: IsoMonth; satang: string; waiting: number }[];
  /** What is due once to the persons of each list. */
  once: { province: string; list: string; satang: string }[];
  faults: FoundFault[];
};

/** Satang of each of these months, of all people of a district and a band to whom the same months are due. */
export type DueLine = {
  province: string;
  district: string;
  band: string;
  from: IsoMonth;
  until: IsoMonth;
  satang: string;
};

/**
 * Reckons everybody once more and compares: with what is kept as due, with the decisions, with the Ministry's list. All pages see one
 * state of the register.
 */
export async function prove(
  client: JobClient,
  ruleSets: RuleSets,
  progress: (people: number) => void,
): Promise<ProvenPage[]> {
  const values = clauseValues(ruleSets);
  return asReader(client, async () => {
    const { rows } = await client.query<{ snapshot: string; ends: string[]; people: number }>(
      pagesSql,
      [aPage],
    );
    const [{ snapshot, ends, people } = { snapshot: "", ends: [], people: 0 }] = rows;
    const pages = ends.map((upTo, at) => ({ after: ends[at - 1] ?? beforeAll, upTo }));
    const proven: ProvenPage[] = [];
    const take = async (lane: JobClient) => {
      for (let page = pages.shift(); page; page = pages.shift()) {
        const { after, upTo } = page;
        const found = await lane.query<ProvenPage>(compareSql, [after, upTo, values]);
        proven.push(...found.rows);
        progress(Math.min(proven.length * aPage, people));
      }
    };
    const others = Math.min(availableParallelism(), lanes, pages.length) - 1;
    await Promise.all([
      take(client),
      ...Array.from({ length: others }, () =>
        withJobClient((lane) => asReader(lane, () => take(lane), snapshot)),
      ),
    ]);
    return proven;
  });
}

/** Reads one state of the register, changes nothing: the state that another transaction sees, or its own. */
async function asReader<Value>(client: JobClient, work: () => Promise<Value>, snapshot?: string) {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    if (snapshot) await client.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
    await client.query("SET LOCAL ROLE r_job; SET LOCAL work_mem = '128MB'");
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

const beforeAll = "00000000-0000-0000-0000-000000000000";

/** The last id of each page; and how the other lanes see the same state. */
const pagesSql = `
  SELECT pg_export_snapshot() AS snapshot, coalesce(max(place), 0)::int AS people,
    coalesce(array_agg(id::text ORDER BY id) FILTER (WHERE last OR place % $1 = 0), '{}') AS ends
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS place, lead(id) OVER (ORDER BY id) IS NULL AS last FROM holder) h`;

/** Who is a person of the proof has the province at hand. */
const provinceOf = (row: string) =>
  `coalesce(p.province_code, (SELECT h.province_code FROM holder h WHERE h.id = ${row}.holder_id))`;
const monthsIn = (first: string, last: string) =>
  `(12 * (extract(year FROM ${last}) - extract(year FROM ${first})) + extract(month FROM ${last}) - extract(month FROM ${first}) + 1)`;
const eachMonth =
  "CROSS JOIN generate_series(first_month::timestamp, last_month::timestamp, interval '1 month') month";

/**
 * Compared are lines, a first month to a last one with the same amount; only of whom they are not the same, each month by itself. A page
 * must not cost more where there are more people, so whoever is looked up outside it is looked up alone.
 */
const compareSql = `
  WITH ${dueByTheClauses},
  kept AS MATERIALIZED (
    SELECT holder_id, first_month, last_month, satang_a_month AS satang FROM entitlement WHERE holder_id > $1 AND holder_id <= $2),
  decided AS MATERIALIZED (
    SELECT DISTINCT ON (holder_id) holder_id, yes_on, none, recorded_at FROM entitlement_decision
    WHERE holder_id > $1 AND holder_id <= $2 ORDER BY holder_id, number DESC),
  runs AS MATERIALIZED (
    SELECT r.province_code, max(r.month) AS until, max(s.recorded_at) AS began, max(s.happened_on) AS began_on FROM month_run r
      JOIN month_run_step s ON s.run_id = r.id AND s.step = 'calculating'
    WHERE EXISTS (SELECT FROM month_run_step c WHERE c.run_id = r.id AND c.step = 'calculated') GROUP BY 1),
  -- One line where all entries are of one amount, none is a difference and no month is left out.
  in_ledger AS MATERIALIZED (
    SELECT l.holder_id, min(l.month) AS first_month, max(l.month) AS last_month, min(l.satang) AS satang, sum(l.satang) AS total,
      max(l.number) = 0 AND min(l.satang) = max(l.satang)
        AND count(*) = ${monthsIn("min(l.month)", "max(l.month)")} AS whole
    FROM ledger_entry l WHERE l.holder_id > $1 AND l.holder_id <= $2 AND l.benefit = 'top_up' GROUP BY 1),
  to_book AS MATERIALIZED (
    SELECT d.holder_id, d.first_month, least(d.last_month, r.until) AS last_month, d.satang FROM due d JOIN people p ON p.id = d.holder_id
      JOIN runs r ON r.province_code = p.province_code AND d.first_month <= r.until),
  waiting AS MATERIALIZED (
    SELECT d.holder_id, r.province_code FROM runs r JOIN (
      SELECT d.holder_id, d.recorded_at, ${provinceOf("d")} AS province_code FROM decided d LEFT JOIN people p ON p.id = d.holder_id) d
      ON r.province_code = d.province_code AND d.recorded_at > r.began),
  other_due AS MATERIALIZED (
    SELECT DISTINCT holder_id FROM due d FULL JOIN kept k USING (holder_id, first_month, last_month, satang)
    WHERE d.band IS NULL OR k IS NULL),
  other_booked AS MATERIALIZED (
    SELECT DISTINCT holder_id FROM to_book d FULL JOIN in_ledger k USING (holder_id, first_month, last_month, satang)
    WHERE d IS NULL OR k.whole IS NOT TRUE),
  once_booked AS MATERIALIZED (
    SELECT l.holder_id, min(l.province_code) AS province_code, l.benefit AS list, l.month, sum(l.satang) AS satang
    FROM ledger_entry l WHERE l.holder_id > $1 AND l.holder_id <= $2 AND l.benefit <> 'top_up' GROUP BY 1, 3, 4),
  -- A list that was checked after the last run began, and an end that came since, are for the next one.
  lists_waiting AS MATERIALIZED (
    SELECT l.province_code, l.list FROM one_off_list l JOIN one_off_list_step s ON s.list_id = l.id AND s.step = 'checked'
      JOIN runs r ON r.province_code = l.province_code AND s.taken_at > r.began),
  ends_changed AS MATERIALIZED (
    SELECT holder_id, max(greatest(recorded_on, confirmed_on, reviewed_on)) AS changed_on FROM departure
    WHERE holder_id > $1 AND holder_id <= $2 AND kind IN ('deceased', 'card_cancelled') GROUP BY 1),
  found AS (
    SELECT 'once' AS kind, holder_id, month::timestamp AS month, d.satang AS expected, nullif(k.satang, 0) AS found
      FROM (SELECT d.* FROM due_once d JOIN runs r ON r.province_code = d.province_code AND d.month <= r.until) d
        FULL JOIN once_booked k USING (holder_id, province_code, list, month)
        LEFT JOIN runs r USING (province_code)
      WHERE d.satang IS DISTINCT FROM nullif(k.satang, 0)
        AND NOT EXISTS (SELECT FROM lists_waiting w WHERE w.province_code = r.province_code AND w.list = coalesce(d.list, k.list))
        AND NOT EXISTS (SELECT FROM ends_changed c WHERE c.holder_id = coalesce(d.holder_id, k.holder_id) AND c.changed_on >= r.began_on)
    UNION ALL
    SELECT 'due' AS kind, holder_id, month, d.satang AS expected, k.satang AS found
      FROM (SELECT holder_id, month, satang FROM other_due JOIN due USING (holder_id) ${eachMonth}) d
        FULL JOIN (SELECT holder_id, month, sum(satang) AS satang FROM other_due JOIN kept USING (holder_id) ${eachMonth} GROUP BY 1, 2) k
        USING (holder_id, month) WHERE d.satang IS DISTINCT FROM k.satang
    UNION ALL
    SELECT 'booked', holder_id, month, d.satang, nullif(k.satang, 0)
      FROM (SELECT holder_id, month, satang FROM other_booked JOIN to_book USING (holder_id) ${eachMonth}) d
        FULL JOIN (SELECT o.holder_id, l.month, l.satang FROM other_booked o CROSS JOIN LATERAL (
          SELECT l.month::timestamp AS month, sum(l.satang) AS satang FROM ledger_entry l
          WHERE l.holder_id = o.holder_id AND l.benefit = 'top_up' GROUP BY 1) l) k
        USING (holder_id, month)
      WHERE d.satang IS DISTINCT FROM nullif(k.satang, 0) AND NOT EXISTS (SELECT FROM waiting w WHERE w.holder_id = coalesce(d.holder_id, k.holder_id))
    UNION ALL
    SELECT 'undecided', holder_id, NULL, NULL, NULL
      FROM spans s FULL JOIN decided d USING (holder_id) WHERE s.day <> d.yes_on OR d.yes_on IS NULL AND s.day IS NOT NULL
        OR s.day IS NULL AND d.none IS NULL
    UNION ALL
    SELECT 'unreported', s.holder_id, NULL, NULL, NULL FROM spans s
      WHERE NOT EXISTS (SELECT FROM ministry_entry m
        WHERE m.holder_id = s.holder_id AND m.kind = 'wish' AND m.stands AND m.occurred_on = s.day)),
  sums AS (
    SELECT p.province_code AS province, p.district_code AS district, d.band, to_char(d.first_month, 'YYYY-MM') AS "from",
      to_char(d.last_month, 'YYYY-MM') AS until, sum(d.satang)::text AS satang
    FROM due d JOIN people p ON p.id = d.holder_id GROUP BY p.province_code, p.district_code, d.band, d.first_month, d.last_month),
  persons AS (
    SELECT p.province_code AS province, count(DISTINCT d.holder_id)::int AS people,
      sum(${monthsIn("d.first_month", "d.last_month")})::int AS months,
      sum(hashtextextended(concat_ws(' ', d.holder_id, d.first_month, d.last_month, d.satang), 0)::numeric)::text AS digest
    FROM due d JOIN people p ON p.id = d.holder_id GROUP BY 1),
  once_sums AS (
    SELECT province_code AS province, list, sum(satang)::text AS satang FROM due_once GROUP BY 1, 2),
  booked AS (
    SELECT ${provinceOf("k")} AS province_code, sum(k.total) AS satang FROM in_ledger k LEFT JOIN people p ON p.id = k.holder_id GROUP BY 1)
  SELECT (SELECT coalesce(jsonb_agg(sums), '[]') FROM sums) AS sums, (SELECT coalesce(jsonb_agg(persons), '[]') FROM persons) AS people,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('province', r.province_code, 'until', to_char(r.until, 'YYYY-MM'),
        'satang', coalesce(b.satang, 0)::text,
        'waiting', (SELECT count(*)::int FROM waiting w WHERE w.province_code = r.province_code))), '[]')
      FROM runs r LEFT JOIN booked b USING (province_code)) AS booked,
    (SELECT coalesce(jsonb_agg(once_sums), '[]') FROM once_sums) AS once,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'holderId', f.holder_id, 'province', h.province_code,
        'district', h.district_code, 'month', to_char(f.month, 'YYYY-MM'), 'expected', f.expected::text, 'found', f.found::text)
        ORDER BY h.district_code, f.holder_id, f.month), '[]')
      FROM found f CROSS JOIN LATERAL (SELECT province_code, district_code FROM holder WHERE id = f.holder_id OFFSET 0) h) AS faults`;
