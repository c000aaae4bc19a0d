import type { JobClient } from "./job-connection";

/**
 * Puts incomes in force whose month has begun by `today` (ISO): cohort and table follow the income in force (decision
 * A8). Only holders with a change that waits are looked at. Returns how many changed.
 */
export async function putIncomesInForce(client: JobClient, today: string): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE holder h SET earlier_income_satang = nullif(x.income_2559_satang, h.income_2559_satang),
       income_band = CASE WHEN coalesce(h.corrected_income_satang, x.income_2559_satang) <= 3000000 THEN 'up_to_30000' ELSE 'over_30000' END
     FROM holder w CROSS JOIN LATERAL (
       SELECT i.income_2559_satang FROM holder_income i JOIN import_batch b ON b.id = i.batch_id
       WHERE i.holder_id = w.id AND (i.counts_from IS NULL OR i.counts_from <= $1::date)
       ORDER BY i.counts_from DESC NULLS LAST, b.number DESC LIMIT 1) x
     WHERE w.earlier_income_satang IS NOT NULL AND h.id = w.id AND x.income_2559_satang <> h.earlier_income_satang`,
    [today],
  );
  return rowCount ?? 0;
}
