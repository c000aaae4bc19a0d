import { z } from "zod";
import {
  type ImportAnswers,
  importAnswers,
  type ReadingChoice,
  readingChoice,
} from "@/domain/import/answers";
import { type ColumnChoice, columnChoice } from "@/domain/import/columns";
import type { Judgement } from "@/domain/import/survey";
import { uploadPath } from "@/server/uploads/uploads";
import type { JobClient } from "./job-connection";
import { countsByCode, type Totals } from "./totals";

/** A batch as its job works with it. */
export type Batch = {
  id: string;
  provinceCode: string;
  /** The uploaded file. */
  path: string;
  fileName: string;
  status: string;
  columns: ColumnChoice | null;
  choice: ReadingChoice;
  answers: ImportAnswers;
  /** What the check found of whole columns; null before it. */
  judged: Judgement | null;
  /** Row number → subdistrict code. */
  areaChoices: Record<string, string>;
  /** Data rows already merged. */
  mergedRows: number;
  totals: Totals;
  officerId: string;
  runAt: Date | null;
  programmeOn: Date;
};

const order = z.enum(["day_first", "month_first"]);
const judgement = z.object({
  dates: z.object({ order: order.nullable(), serials: z.boolean() }),
  titlesRepeated: z.boolean(),
});

const stored = z.object({
  id: z.string(),
  province_code: z.string(),
  file_name: z.string(),
  status: z.string(),
  columns: columnChoice.nullable().catch(null),
  choice: readingChoice,
  answers: importAnswers,
  judged: judgement.nullable(),
  emptied: countsByCode,
  area_choices: z.record(z.string(), z.string()),
  merged_rows: z.int(),
  rows_in: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  reasons: countsByCode,
  mended: countsByCode,
  created_by_id: z.string(),
  run_at: z.date().nullable(),
  programme_on: z.date(),
});

/** The batch, locked if the caller will change its state. Throws if there is none. */
export async function loadBatch(client: JobClient, batchId: string, lock = false): Promise<Batch> {
  const { rows } = await client.query(
    `SELECT * FROM import_batch WHERE id = $1 ${lock ? "FOR UPDATE" : ""}`,
    [batchId],
  );
  const row = stored.parse(rows[0]);
  return {
    id: row.id,
    provinceCode: row.province_code,
    path: uploadPath(row.created_by_id, row.id),
    fileName: row.file_name,
    status: row.status,
    columns: row.columns,
    choice: row.choice,
    answers: row.answers,
    judged: row.judged,
    areaChoices: row.area_choices,
    mergedRows: row.merged_rows,
    totals: {
      rowsIn: row.rows_in,
      created: row.created,
      changed: row.changed,
      unchanged: row.unchanged,
      rejected: row.rejected,
      reasons: row.reasons,
      mended: row.mended,
      emptied: row.emptied,
    },
    officerId: row.created_by_id,
    runAt: row.run_at,
    programmeOn: row.programme_on,
  };
}

/** Deletes what an earlier check or run of the same batch has counted and stored. */
export async function clearBatch(client: JobClient, batchId: string): Promise<void> {
  for (const table of [
    "import_rejection",
    "import_mended",
    "staging.import_row",
    "staging.import_seen",
  ])
    await client.query(`DELETE FROM ${table} WHERE batch_id = $1`, [batchId]);
  await client.query(
    `UPDATE import_batch SET rows_in = 0, created = 0, changed = 0, unchanged = 0, rejected = 0, missing = 0,
       reasons = '{}', mended = '{}', emptied = '{}', merged_rows = 0, fault_at = NULL WHERE id = $1`,
    [batchId],
  );
}

export async function saveTotals(
  client: JobClient,
  batchId: string,
  totals: Totals,
  merged: boolean,
) {
  await client.query(
    `UPDATE import_batch SET rows_in = $2, created = $3, changed = $4, unchanged = $5, rejected = $6, reasons = $7,
       mended = $8, emptied = $9, merged_rows = CASE WHEN $10 THEN $2 ELSE 0 END WHERE id = $1`,
    [
      batchId,
      totals.rowsIn,
      totals.created,
      totals.changed,
      totals.unchanged,
      totals.rejected,
      JSON.stringify(totals.reasons),
      JSON.stringify(totals.mended),
      JSON.stringify(totals.emptied),
      merged,
    ],
  );
}
