import { createHash } from "node:crypto";
import type { IsoMonth } from "@/domain/calendar";

import { Prisma } from "@/server/generated/prisma/client";
import type { Ask } from "@/server/rules/load";

/** The only role that adds entries (docs/decisions/0039). No officer's role may become it. */
const bookkeeper = "sukjai_bookkeeper";

/** The run that books, and its month. */
export type BookingRun = { id: string; month: IsoMonth };

/** Does something as the bookkeeper, then goes on in the role of a job. */
export async function asBookkeeper<Value>(ask: Ask, work: () => Promise<Value>): Promise<Value> {
  await ask(Prisma.sql`SELECT set_config('role', ${bookkeeper}, true)`);
  const value = await work();
  await ask(Prisma.sql`SELECT set_config('role', 'r_job', true)`);
  return value;
}

/**
 * Books one district in the caller's transaction: every month until the run's that is due and not booked, then the difference
 * of each that is booked otherwise than it is due now. It books stored decisions and computes nothing; the same again books
 * nothing. Returns how many entries of each kind.
 */
export async function bookDistrict(ask: Ask, run: BookingRun, districtCode: string) {
  return asBookkeeper(ask, async () => ({
    entitlements: await counted(ask(entitlementsSql(run, districtCode))),
    differences: await counted(ask(differencesSql(run, districtCode))),
  }));
}

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
          concat_ws(' ', holder_id, month, number, satang, decision_id), E'\n' ORDER BY holder_id, month, number), 'UTF8')), 'hex') AS sha256
      FROM ledger_entry WHERE run_id = ${runId}::uuid GROUP BY district_code ORDER BY district_code`),
  );
  const hash = createHash("sha256");
  for (const { district, sha256 } of districts) hash.update(`${district} ${sha256}\n`);
  return hash.digest("hex");
}
