import { createHmac } from "node:crypto";
import type { SheetRow } from "@/domain/import/headings";
import type { RejectionReason } from "@/domain/import/reasons";
import type { Repair } from "@/domain/import/repairs";
import type { RowAnswer } from "@/domain/import/row";
import { incomeCountsFromDay } from "@/domain/income-in-force";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import { fromDateColumn } from "@/server/clock";
import { closeCorrected } from "@/server/corrections/in-force";
import { env } from "@/server/env";
import { type Batch, saveTotals } from "./batch";
import { fillFromRegister } from "./fill";
import { appendJobAudit, asJob, type JobActor, type JobClient } from "./job-connection";
import { closeChunk, countChunk, mergeChunk, takeOutForeign } from "./merge";
import { seal } from "./sealed";
import { copyToStaging, stagedHolder, stagedRejection } from "./staging";
import { addChunk, type Totals } from "./totals";

/** Rows in one transaction: the progress moves about every second, and a run that is killed loses no more than this. */
export const rowsPerChunk = 5000;
/** At most this many repaired rows are listed one by one; beyond it only their number is kept. */
const mendedListed = 1000;

type Rejected = {
  rowNumber: number;
  cells: string[];
  reason: RejectionReason;
  candidates: string[];
};

/** Rows that were judged and will be written to the database. */
export type Chunk = {
  rows: Map<number, string[]>;
  lines: string[];
  rejected: Rejected[];
  mended: { rowNumber: number; repairs: Repair[] }[];
};

export function emptyChunk(): Chunk {
  return { rows: new Map(), lines: [], rejected: [], mended: [] };
}

/** Adds a judged row. `idCell` is the cell of its national ID. */
export function addRow(
  chunk: Chunk,
  batchId: string,
  { rowNumber, cells }: SheetRow,
  answer: RowAnswer,
  idCell: string,
): void {
  chunk.rows.set(rowNumber, cells);
  if (answer.ok) {
    chunk.lines.push(stagedHolder(batchId, rowNumber, answer.holder));
    if (answer.repairs.length > 0) chunk.mended.push({ rowNumber, repairs: answer.repairs });
    return;
  }
  const { reason, candidates = [] } = answer;
  chunk.rejected.push({ rowNumber, cells, reason, candidates });
  // The row before it counts, so a duplicate adds no holder to those in the file.
  if (reason !== "DUPLICATE_IN_FILE" && nationalIdFault(idCell) === null)
    chunk.lines.push(stagedRejection(batchId, rowNumber, normalizeNationalId(idCell)));
}

/**
 * Stores a chunk in one transaction: merges it (or only counts what merging would do), keeps its rejected and repaired
 * rows, the totals, the progress and, if rows were merged, one audit entry with the counts and a keyed hash.
 */
export async function storeChunk(
  client: JobClient,
  actor: JobActor,
  batch: Batch,
  chunk: Chunk,
  before: Totals,
  write: boolean,
): Promise<Totals> {
  const staged = {
    batchId: batch.id,
    provinceCode: batch.provinceCode,
    countsFrom: incomeCountsFromDay(fromDateColumn(batch.programmeOn)),
  };
  return asJob(client, actor, async () => {
    await copyToStaging(client, chunk.lines);
    const foreign = await takeOutForeign(client, staged);
    const rejected = [...chunk.rejected, ...foreign.map((row) => outOfScope(chunk, row))];
    const mended = chunk.mended.filter(({ rowNumber }) => !foreign.includes(rowNumber));
    const emptied = await fillFromRegister(client, batch);
    const counts = write ? await mergeChunk(client, staged) : await countChunk(client, staged);
    if (write && counts.changed > 0) await closeCorrected(client, batch.id);
    await closeChunk(client, staged);
    await keepRejected(client, batch, rejected);
    const listed = Object.values(before.mended).reduce((sum, rows) => sum + rows, 0);
    await keepMended(client, batch, mended.slice(0, Math.max(0, mendedListed - listed)));

    const reasons = rejected.map(({ reason }) => reason);
    const totals = addChunk(before, {
      counts,
      reasons,
      repairs: mended.flatMap(({ repairs }) => repairs),
      emptied,
    });
    await saveTotals(client, batch.id, totals, write);
    await client.query("UPDATE job SET progress = $2 WHERE id = $1", [actor.jobId, totals.rowsIn]);
    if (write)
      await appendJobAudit(client, batch.id, "import.run", {
        from: before.rowsIn + 1,
        rows: chunk.rows.size,
        ...counts,
        rejected: rejected.length,
        hash: hashOf(chunk),
      });
    return totals;
  });
}

function outOfScope(chunk: Chunk, rowNumber: number): Rejected {
  const cells = chunk.rows.get(rowNumber) ?? [];
  return { rowNumber, cells, reason: "AREA_OUT_OF_SCOPE", candidates: [] };
}

async function keepRejected(client: JobClient, batch: Batch, rows: readonly Rejected[]) {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO import_rejection (batch_id, row_number, province_code, reason, cells_enc, candidates)
     SELECT $1, row_number, $2, reason, cells_enc, string_to_array(candidates, ',')
     FROM unnest($3::int[], $4::text[], $5::bytea[], $6::text[]) AS r (row_number, reason, cells_enc, candidates)`,
    [
      batch.id,
      batch.provinceCode,
      rows.map(({ rowNumber }) => rowNumber),
      rows.map(({ reason }) => reason),
      rows.map(({ rowNumber, cells }) => seal(cells, batch.id, rowNumber)),
      rows.map(({ candidates }) => candidates.join(",")),
    ],
  );
}

async function keepMended(client: JobClient, batch: Batch, rows: Chunk["mended"]) {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO import_mended (batch_id, row_number, province_code, repairs_enc)
     SELECT $1, row_number, $2, repairs_enc FROM unnest($3::int[], $4::bytea[]) AS r (row_number, repairs_enc)`,
    [
      batch.id,
      batch.provinceCode,
      rows.map(({ rowNumber }) => rowNumber),
      rows.map(({ rowNumber, repairs }) => seal(repairs, batch.id, rowNumber)),
    ],
  );
}

/** Keyed, so that the hash of a chunk with one row does not show whose row it was. */
function hashOf(chunk: Chunk): string {
  const hash = createHmac("sha256", Buffer.from(env().INDEX_KEY, "base64"));
  for (const [rowNumber, cells] of chunk.rows) hash.update(JSON.stringify([rowNumber, cells]));
  return hash.digest("hex");
}
