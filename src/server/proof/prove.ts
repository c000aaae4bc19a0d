import type { IsoMonth } from "@/domain/calendar";
import type { RuleSets } from "@/domain/rules/sets";
import type { JobClient } from "@/server/imports/job-connection";
import { clauseValues, dueByTheClauses } from "./clauses";

/**
 * What the proof finds wrong: a month that is due by the clauses and not by the decision, or the other way, or with another amount; the
 * same of what was booked; a yes that counts and has no decision; a yes that counts and is not on the Ministry's list.
 */
export const proofFaults = ["due", "booked", "undecided", "unreported"] as const;
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
const aPage = 50_000;

type PageRow = { last: string | null; people: number };

/** What a page of people comes to: satang by district, band and month, and to how many people of a province something is due. */
export type ProvenPage = {
  sums: { province: string; district: string; band: string; month: IsoMonth; satang: string }[];
  people: { province: string; people: number; months: number; digest: string }[];
  /** What the runs have booked, and people whose newest decision came after the last run began: the next one books it. */
  booked: { province: string; until: IsoMonth; satang: string; waiting: number }[];
  faults: FoundFault[];
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
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await client.query("SET LOCAL ROLE r_job; SET LOCAL work_mem = '128MB'");
    const proven: ProvenPage[] = [];
    let last = "00000000-0000-0000-0000-000000000000";
    for (let done = 0; ; ) {
      const page = await client.query<PageRow>(pageSql, [last, aPage]);
      const { last: upTo, people } = page.rows[0] ?? { last: null, people: 0 };
      if (upTo === null) return proven;
      const { rows } = await client.query<ProvenPage>(compareSql, [last, upTo, values]);
      proven.push(...rows);
      last = upTo;
      done += people;
      progress(done);
    }
  } finally {
    await client.query("ROLLBACK");
  }
}

const pageSql = `
  WITH page AS (SELECT id FROM holder WHERE id > $1 ORDER BY id LIMIT $2)
  SELECT (SELECT id::text FROM page ORDER BY id DESC LIMIT 1) AS last, count(*)::int AS people FROM page`;

const compareSql = `
  WITH ${dueByTheClauses},
  kept AS MATERIALIZED (
    SELECT e.holder_id, month::date AS month, sum(e.satang_a_month) AS satang
    FROM entitlement e CROSS JOIN generate_series(e.first_month, e.last_month, interval '1 month') month
    WHERE e.holder_id > $1 AND e.holder_id <= $2 GROUP BY 1, 2),
  decided AS MATERIALIZED (
    SELECT DISTINCT ON (holder_id) holder_id, yes_on, none, recorded_at FROM entitlement_decision
    WHERE holder_id > $1 AND holder_id <= $2 ORDER BY holder_id, number DESC),
  runs AS MATERIALIZED (
    SELECT r.province_code, max(r.month) AS until, max(s.recorded_at) AS began FROM month_run r
      JOIN month_run_step s ON s.run_id = r.id AND s.step = 'calculating'
    WHERE EXISTS (SELECT FROM month_run_step c WHERE c.run_id = r.id AND c.step = 'calculated') GROUP BY 1),
  in_ledger AS MATERIALIZED (
    SELECT holder_id, month, sum(satang) AS satang FROM ledger_entry
    WHERE holder_id > $1 AND holder_id <= $2 AND benefit = 'top_up' GROUP BY 1, 2),
  to_book AS (
    SELECT d.holder_id, d.month, d.satang FROM due d JOIN people p ON p.id = d.holder_id
      JOIN runs r ON r.province_code = p.province_code AND d.month <= r.until),
  waiting AS MATERIALIZED (
    SELECT d.holder_id, h.province_code FROM decided d JOIN holder h ON h.id = d.holder_id
      JOIN runs r ON r.province_code = h.province_code AND d.recorded_at > r.began),
  found AS (
    SELECT 'due' AS kind, holder_id, month, d.satang AS expected, k.satang AS found
      FROM due d FULL JOIN kept k USING (holder_id, month) WHERE d.satang IS DISTINCT FROM k.satang
    UNION ALL
    SELECT 'booked', holder_id, month, d.satang, nullif(k.satang, 0)
      FROM to_book d FULL JOIN in_ledger k USING (holder_id, month)
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
    SELECT p.province_code AS province, p.district_code AS district, d.band, to_char(d.month, 'YYYY-MM') AS month, sum(d.satang)::text AS satang
    FROM due d JOIN people p ON p.id = d.holder_id GROUP BY 1, 2, 3, 4),
  persons AS (
    SELECT p.province_code AS province, count(DISTINCT d.holder_id)::int AS people, count(*)::int AS months,
      sum(hashtextextended(concat_ws(' ', d.holder_id, d.month, d.satang), 0)::numeric)::text AS digest
    FROM due d JOIN people p ON p.id = d.holder_id GROUP BY 1)
  SELECT (SELECT coalesce(jsonb_agg(sums), '[]') FROM sums) AS sums, (SELECT coalesce(jsonb_agg(persons), '[]') FROM persons) AS people,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('province', r.province_code, 'until', to_char(r.until, 'YYYY-MM'),
        'satang', (SELECT coalesce(sum(k.satang), 0)::text FROM in_ledger k JOIN holder h ON h.id = k.holder_id AND h.province_code = r.province_code),
        'waiting', (SELECT count(*)::int FROM waiting w WHERE w.province_code = r.province_code))), '[]') FROM runs r) AS booked,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'holderId', f.holder_id, 'province', h.province_code,
        'district', h.district_code, 'month', to_char(f.month, 'YYYY-MM'), 'expected', f.expected::text, 'found', f.found::text)
        ORDER BY h.district_code, f.holder_id, f.month), '[]')
      FROM found f JOIN holder h ON h.id = f.holder_id) AS faults`;
