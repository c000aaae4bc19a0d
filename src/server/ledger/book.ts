import { createHash } from "node:crypto";
import type { IsoMonth } from "@/domain/calendar";
import type { OneOffGiven } from "@/domain/rules/sets";
import { Prisma } from "@/server/generated/prisma/client";
import type { Ask } from "@/server/rules/load";

/** The only role that adds entries (docs/decisions/0039). No officer's role may become it. */
const bookkeeper = "sukjai_bookkeeper";

/** The run that books, its month, and what letters give once until then. */
export type BookingRun = { id: string; month: IsoMonth; oneOffs: readonly OneOffGiven[] };

/** Does something as the bookkeeper, then goes on in the role of a job. */
export async function asBookkeeper<Value>(ask: Ask, work: () => Promise<Value>): Promise<Value> {
  await ask(Prisma.sql`SELECT set_config('role', ${bookkeeper}, true)`);
  const value = await work();
  await ask(Prisma.sql`SELECT set_config('role', 'r_job', true)`);
  return value;
}

/**
 * Books one district in the caller's transaction: every month until the run's that is due and not booked, then the difference
 * of each that is booked otherwise than it is due now; and what letters give once, to the persons of the checked lists. It
 * books stored decisions and lists and computes nothing; the same again books nothing. Returns how many entries of each kind.
 */
export async function bookDistrict(ask: Ask, run: BookingRun, districtCode: string) {
  return asBookkeeper(ask, async () => {
    const entitlements = await counted(ask(entitlementsSql(run, districtCode)));
    const differences = await counted(ask(differencesSql(run, districtCode)));
    const [once] = run.oneOffs.length > 0 ? await ask<Once>(oneOffsSql(run, districtCode)) : [];
    return {
      entitlements: entitlements + (once?.entitlements ?? 0),
      differences: differences + (once?.differences ?? 0),
    };
  });
}
type Once = { entitlements: number; differences: number };

const counted = async (asked: Promise<{ entries: number }[]>) => (await asked)[0]?.entries ?? 0;

/** The columns of an entry, in the order of both statements. */
const columns = Prisma.sql`holder_id, month, benefit, kind, number, satang, decision_id, rules_version, run_id, province_code, district_code`;

/** What is booked already the key leaves out: a join with the ledger would read all of it for each district. */
const entitlementsSql = (run: BookingRun, districtCode: string) => Prisma.sql`
  WITH booked AS (
    INSERT INTO ledger_entry (${columns})
    SELECT e.holder_id, m.month, 'top_up', 'entitlement', 0, e.satang_a_month, e.decision_id, d.rules_version, ${run.id}::uuid,
      e.province_code, e.district_code
    FROM entitlement e
      JOIN entitlement_decision d ON d.id = e.decision_id
      CROSS JOIN LATERAL (
        SELECT month::date FROM generate_series(e.first_month::timestamp, least(e.last_month, ${lastOf(run)}::date), interval '1 month') month) m
    WHERE e.district_code = ${districtCode} AND e.first_month <= ${lastOf(run)}::date
    ORDER BY e.holder_id, m.month
    ON CONFLICT DO NOTHING
    RETURNING 1)
  SELECT count(*)::int AS entries FROM booked`;

/** Only whom a later decision has can be booked otherwise than is due. */
const differencesSql = (run: BookingRun, districtCode: string) => Prisma.sql`
  WITH decided_again AS (
    SELECT h.id, h.province_code, h.district_code
    FROM holder h JOIN entitlement_decision d ON d.holder_id = h.id
    WHERE h.district_code = ${districtCode}
    GROUP BY h.id HAVING count(*) > 1),
  of_months AS (
    SELECT p.id, p.province_code, p.district_code, l.month, sum(l.satang) AS satang, max(l.number) AS number
    FROM decided_again p JOIN ledger_entry l ON l.holder_id = p.id AND l.benefit = 'top_up' AND l.month <= ${lastOf(run)}::date
    GROUP BY 1, 2, 3, 4),
  booked AS (
    INSERT INTO ledger_entry (${columns})
    SELECT o.id, o.month, 'top_up', 'difference', o.number + 1, coalesce(e.satang_a_month, 0) - o.satang, newest.id, newest.rules_version,
      ${run.id}::uuid, o.province_code, o.district_code
    FROM of_months o
      LEFT JOIN entitlement e ON e.holder_id = o.id AND o.month BETWEEN e.first_month AND e.last_month
      CROSS JOIN LATERAL (
        SELECT d.id, d.rules_version FROM entitlement_decision d WHERE d.holder_id = o.id ORDER BY d.number DESC LIMIT 1) newest
    WHERE coalesce(e.satang_a_month, 0) <> o.satang
    ORDER BY o.id, o.month
    ON CONFLICT DO NOTHING
    RETURNING 1)
  SELECT count(*)::int AS entries FROM booked`;

/**
 * What is given once to the persons of the newest checked list of each, but to whom a death or a cancelled card ended it before
 * its month; and the difference where something else is booked. Few people have either, so both are one statement.
 */
const oneOffsSql = (run: BookingRun, districtCode: string) => Prisma.sql`
  WITH given AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${termsOf(run)}::jsonb) AS g (list text, month date, satang bigint, rules text)),
  lists AS MATERIALIZED (
    SELECT DISTINCT ON (l.list) l.list, l.id FROM one_off_list l
      JOIN one_off_list_step s ON s.list_id = l.id AND s.step = 'checked'
      JOIN month_run r ON r.id = ${run.id}::uuid AND r.province_code = l.province_code
    ORDER BY l.list, l.recorded_at DESC),
  here AS MATERIALIZED (SELECT id, province_code, district_code FROM holder WHERE district_code = ${districtCode}),
  due AS (
    SELECT h.id, g.list, g.month, g.satang
    FROM here h JOIN one_off_person p ON p.holder_id = h.id JOIN lists ON lists.id = p.list_id JOIN given g USING (list)
    WHERE NOT EXISTS (SELECT FROM departure d WHERE d.holder_id = h.id AND d.departed_on < g.month
      AND (d.kind = 'deceased' AND d.confirmation = 'confirmed' OR d.kind = 'card_cancelled' AND d.confirmation IN ('pending', 'confirmed')))),
  in_ledger AS (
    SELECT l.holder_id AS id, l.benefit AS list, l.month, sum(l.satang) AS satang, max(l.number) AS number
    FROM here h JOIN ledger_entry l ON l.holder_id = h.id AND l.benefit <> 'top_up' GROUP BY 1, 2, 3),
  booked AS (
    INSERT INTO ledger_entry (${columns}, one_off_list_id)
    SELECT o.id, o.month, o.list, CASE WHEN o.number IS NULL THEN 'entitlement' ELSE 'difference' END, coalesce(o.number + 1, 0),
      o.satang, NULL, g.rules, ${run.id}::uuid, h.province_code, h.district_code, lists.id
    FROM (
      SELECT id, list, month, coalesce(due.satang, 0) - coalesce(in_ledger.satang, 0) AS satang, number
      FROM due FULL JOIN in_ledger USING (id, list, month)) o
      JOIN here h USING (id) JOIN given g USING (list) JOIN lists USING (list)
    WHERE o.satang <> 0
    ORDER BY o.id, o.month
    ON CONFLICT DO NOTHING
    RETURNING kind)
  SELECT count(*) FILTER (WHERE kind = 'entitlement')::int AS entitlements, count(*) FILTER (WHERE kind = 'difference')::int AS differences
  FROM booked`;

const termsOf = ({ oneOffs }: BookingRun) =>
  JSON.stringify(
    oneOffs.map(({ list, month, baht, rules }) => ({
      ...{ list, rules },
      ...{ month: `${month}-01`, satang: baht * 100 },
    })),
  );

const lastOf = ({ month }: BookingRun) => `${month}-01`;

/**
 * How many people of a province have a yes that counts and no decision of it yet: those who are noted, and those whom nobody
 * noted. A run waits for them.
 */
export async function countNotDecided(ask: Ask, provinceCode: string): Promise<number> {
  const [row] = await asBookkeeper(ask, () =>
    ask<{ people: number }>(Prisma.sql`
      SELECT ((SELECT count(*) FROM app.undecided u JOIN holder h ON h.id = u.holder_id WHERE h.province_code = ${provinceCode})
        + (SELECT count(*) FROM holder h
          WHERE h.province_code = ${provinceCode} AND h.counted AND h.first_yes_on IS NOT NULL
            AND NOT EXISTS (SELECT FROM app.undecided u WHERE u.holder_id = h.id)
            AND NOT EXISTS (SELECT FROM entitlement_decision d WHERE d.holder_id = h.id AND d.yes_on = h.first_yes_on)))::int AS people`),
  );
  return row?.people ?? 0;
}

/** SHA-256 of everything that a run has booked, district by district in the order of holders, months and numbers. */
export async function hashOfRun(ask: Ask, runId: string): Promise<string> {
  const districts = await asBookkeeper(ask, () =>
    ask<{ district: string; sha256: string }>(Prisma.sql`
      SELECT district_code AS district, encode(sha256(convert_to(string_agg(
          concat_ws(' ', holder_id, month, number, satang, decision_id, nullif(benefit, 'top_up'), one_off_list_id), E'\n'
          ORDER BY holder_id, month, benefit <> 'top_up', benefit, number), 'UTF8')), 'hex') AS sha256
      FROM ledger_entry WHERE run_id = ${runId}::uuid GROUP BY district_code ORDER BY district_code`),
  );
  const hash = createHash("sha256");
  for (const { district, sha256 } of districts) hash.update(`${district} ${sha256}\n`);
  return hash.digest("hex");
}
