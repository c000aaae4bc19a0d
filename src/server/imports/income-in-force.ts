import type { JobClient } from "./job-connection";

/** A correction that an import has brought continues to decide until the income of that import counts. */
const broughtCorrection = `
  SELECT (c.new_value->>'satang')::int FROM correction c JOIN import_batch b ON b.id = c.closed_batch_id
  WHERE c.holder_id = w.id AND c.field = 'income_2559' AND c.status = 'closed' AND c.counts_from <= $1::date
    AND $1::date < date_trunc('month', b.programme_on) + interval '1 month'
  ORDER BY c.counts_from DESC, c.recorded_at DESC LIMIT 1`;
/** Otherwise the Ministry's newest income whose month has begun. */
const ministryIncome = `
  SELECT i.income_2559_satang FROM holder_income i JOIN import_batch b ON b.id = i.batch_id
  WHERE i.holder_id = w.id AND (i.counts_from IS NULL OR i.counts_from <= $1::date)
  ORDER BY i.counts_from DESC NULLS LAST, b.number DESC LIMIT 1`;

/**
 * Puts incomes in force whose month has begun by `today` (ISO); the cohort follows the income in force. Only holders with
 * a waiting change are read. Returns how many changed.
 */
export async function putIncomesInForce(client: JobClient, today: string): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE holder h SET earlier_income_satang = nullif(x.satang, h.income_2559_satang)
     FROM holder w CROSS JOIN LATERAL (SELECT coalesce((${broughtCorrection}), (${ministryIncome})) AS satang) x
     WHERE w.earlier_income_satang IS NOT NULL AND h.id = w.id AND x.satang <> h.earlier_income_satang`,
    [today],
  );
  return rowCount ?? 0;
}
