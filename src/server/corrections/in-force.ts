import type { JobClient } from "@/server/imports/job-connection";

/**
 * Puts approved corrections in force whose month has begun by `today` (ISO); triggers then derive the income band and the
 * address for visits. Returns how many.
 */
export async function putCorrectionsInForce(client: JobClient, today: string): Promise<number> {
  const { rowCount } = await client.query(
    "UPDATE correction SET in_force = true WHERE status = 'approved' AND NOT in_force AND counts_from <= $1::date",
    [today],
  );
  return rowCount ?? 0;
}

/** The Ministry's value of a holder in the form of a correction's value, field by field. */
const ministryValue = `CASE c.field
  WHEN 'name' THEN jsonb_build_object('title', h.title, 'firstName', h.first_name, 'lastName', h.last_name)
  WHEN 'birth_date' THEN jsonb_build_object('birthDate', h.birth_date::text)
  WHEN 'address' THEN jsonb_build_object('subdistrictCode', h.subdistrict_code, 'moo', h.moo, 'houseNo', h.house_no)
  WHEN 'income_2559' THEN jsonb_build_object('satang', h.income_2559_satang)
  WHEN 'phone' THEN jsonb_build_object('phone', h.ministry_phone)
  WHEN 'occupation' THEN jsonb_build_object('occupation', h.ministry_occupation) END`;

/**
 * Closes the corrections whose value a batch has just brought, with the earlier ones that they replaced: from now on the
 * Ministry's value decides. An income that decided as a correction continues to decide without a gap.
 */
export async function closeCorrected(client: JobClient, batchId: string): Promise<number> {
  const brought = `FROM correction c JOIN holder h ON h.id = c.holder_id
    WHERE c.status = 'approved' AND h.changed_batch_id = $1
      AND jsonb_strip_nulls(c.new_value) = jsonb_strip_nulls(${ministryValue})`;
  await client.query(
    `UPDATE holder x SET earlier_income_satang = NULL
     WHERE x.earlier_income_satang IS NOT NULL AND x.id IN (SELECT h.id ${brought} AND c.field = 'income_2559' AND c.in_force)`,
    [batchId],
  );
  const { rowCount } = await client.query(
    `UPDATE correction o SET status = 'closed', in_force = false, closed_batch_id = $1
     WHERE o.status = 'approved' AND EXISTS (SELECT ${brought} AND c.holder_id = o.holder_id AND c.field = o.field
       AND (c.counts_from, c.recorded_at) >= (o.counts_from, o.recorded_at))`,
    [batchId],
  );
  return rowCount ?? 0;
}

/** When a batch is undone, opens the corrections again that it had closed; the worker puts in force what is due. */
export async function reopenCorrected(client: JobClient, batchId: string): Promise<void> {
  await client.query(
    `UPDATE correction SET status = 'approved', closed_batch_id = NULL, in_force = true
     WHERE closed_batch_id = $1 AND counts_from <= (SELECT programme_on FROM import_batch WHERE id = $1)`,
    [batchId],
  );
  await client.query(
    "UPDATE correction SET status = 'approved', closed_batch_id = NULL WHERE closed_batch_id = $1",
    [batchId],
  );
}
