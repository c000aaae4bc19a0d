import { reopenCorrected } from "@/server/corrections/in-force";
import type { JobClient } from "./job-connection";

/** The holders of a batch: those it created and those it changed. */
const touched = `SELECT id FROM holder WHERE created_batch_id = $1
  UNION SELECT holder_id FROM import_change WHERE batch_id = $1`;

/** Work on holders since the batch began to write: whatever an officer recorded, moves, lists of one-offs, and later imports. */
const acts = `
  SELECT acted AS holder_id FROM app.acted_since($2) AS acted
  UNION ALL SELECT holder_id FROM assignment WHERE created_at >= $2
  UNION ALL SELECT p.holder_id FROM one_off_list l JOIN one_off_person p ON p.list_id = l.id WHERE l.recorded_at >= $2
  UNION ALL SELECT c.holder_id FROM import_change c JOIN import_batch b ON b.id = c.batch_id
    WHERE c.batch_id <> $1 AND b.run_at >= $2`;

export type UndoneBatch = { batchId: string; runAt: Date };

/**
 * Undoes a whole batch in the caller's transaction: created holders are deleted, changed ones get their values back.
 * @returns the counts, or null if an officer has worked on one of its holders; then nothing was written.
 */
export async function undoBatch(client: JobClient, { batchId, runAt }: UndoneBatch) {
  // An officer's command waits for this lock, and then finds the holder deleted or as before.
  await client.query(`SELECT FROM holder WHERE id IN (${touched}) ORDER BY id FOR UPDATE`, [
    batchId,
  ]);
  const acted = await client.query(
    `SELECT FROM (${acts}) a WHERE a.holder_id IN (${touched}) LIMIT 1`,
    [batchId, runAt],
  );
  if (acted.rowCount) return null;
  await client.query("DELETE FROM import_missing WHERE batch_id = $1", [batchId]);
  await client.query("DELETE FROM holder_income WHERE batch_id = $1", [batchId]);
  const restored = await client.query(
    `UPDATE holder h SET title = b.title, first_name = b.first_name, last_name = b.last_name, birth_date = b.birth_date,
       birth_date_precision = b.birth_date_precision, district_code = b.district_code,
       subdistrict_code = b.subdistrict_code, moo = b.moo, house_no = b.house_no, ministry_phone = b.ministry_phone,
       ministry_occupation = b.ministry_occupation, income_2559_satang = b.income_2559_satang,
       search_name = b.search_name,
       earlier_income_satang = b.earlier_income_satang, changed_batch_id = b.changed_batch_id,
       -- Changes from before holders could be registered do not have it.
       standing = coalesce(b.standing, 'listed')
     FROM import_change c, jsonb_populate_record(NULL::holder, c.before) b
     WHERE c.batch_id = $1 AND h.id = c.holder_id`,
    [batchId],
  );
  await reopenCorrected(client, batchId);
  await client.query("DELETE FROM import_change WHERE batch_id = $1", [batchId]);
  const removed = await client.query("DELETE FROM holder WHERE created_batch_id = $1", [batchId]);
  return { removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}
