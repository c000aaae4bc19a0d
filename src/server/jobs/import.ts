import { z } from "zod";
import { buildAreaIndex } from "@/domain/import/areas";
import { columnChoice, guessColumns, missingFields } from "@/domain/import/columns";
import { type RowContext, readRow } from "@/domain/import/row";
import { emptySurvey, type Judgement, judge, surveyRow } from "@/domain/import/survey";
import { rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { questionList } from "@/server/imports/asked";
import { type Batch, clearBatch, loadBatch } from "@/server/imports/batch";
import { addRow, emptyChunk, rowsPerChunk, storeChunk } from "@/server/imports/chunks";
import { FileRefused } from "@/server/imports/file";
import {
  appendJobAudit,
  asJob,
  askOn,
  type JobActor,
  type JobClient,
  withJobClient,
} from "@/server/imports/job-connection";
import { type ListFile, openListFile } from "@/server/imports/list-file";
import { closeFile } from "@/server/imports/merge";
import { noTotals, type Totals } from "@/server/imports/totals";
import { undoBatch } from "@/server/imports/undo";
import { loadRuleSets } from "@/server/rules/load";
import { deleteOldUploads, deleteUpload, keepSample } from "@/server/uploads/uploads";

/** What an import's job must do; `open` continues with `check` if the columns are remembered. */
export const importJobInput = z.object({
  batchId: z.uuid(),
  mode: z.enum(["open", "check", "run", "undo"]),
});
type Mode = z.infer<typeof importJobInput>["mode"];

type Work = { client: JobClient; actor: JobActor; batch: Batch };

/**
 * The worker's task `import`. A refused file ends the job with its code; any other error is thrown, so that the queue
 * tries again: a run continues after the last chunk that was merged.
 */
export async function runImport(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const job = await beginJob(client, jobId);
    if (!job) return;
    const actor = { jobId, officerId: job.officerId };
    // Two imports never write to one province at the same time; files are read and compared beside them.
    if (job.mode === "run" || job.mode === "undo")
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [
        `import ${job.provinceCode}`,
      ]);
    const batch = await asJob(client, actor, () => loadBatch(client, job.batchId));
    try {
      await works[job.mode]({ client, actor, batch });
    } catch (error) {
      const refused = error instanceof FileRefused;
      await failJob({ client, actor, batch }, refused ? error : null, job.mode);
      if (!refused) throw error;
    }
  });
}

const works: Record<Mode, (work: Work) => Promise<void>> = {
  open: openFile,
  check: checkFile,
  run: mergeFile,
  undo: undoFile,
};

/** Marks the job as running; null if it has already ended, or if its officer may no longer ask for it. */
async function beginJob(client: JobClient, jobId: string) {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{
      input: unknown;
      requested_by_id: string;
      province_code: string;
      allowed: boolean;
    }>(
      `SELECT j.input, j.requested_by_id, j.province_code,
         o.status = 'active' AND o.role = 'provincial_officer' AND o.province_code = j.province_code AS allowed
       FROM job j JOIN officer o ON o.id = j.requested_by_id
       WHERE j.id = $1 AND j.kind = 'import' AND j.status <> 'done' FOR UPDATE OF j`,
      [jobId],
    );
    const [job] = rows;
    if (!job) return null;
    await client.query(
      `UPDATE job SET status = CASE WHEN $2 THEN 'running' ELSE 'failed' END,
         failure = CASE WHEN $2 THEN NULL ELSE 'NOT_ALLOWED' END, started_at = coalesce(started_at, now()) WHERE id = $1`,
      [jobId, job.allowed],
    );
    const { batchId, mode } = importJobInput.parse(job.input);
    if (!job.allowed) {
      // Another officer of the province may continue it, or undo it.
      await client.query("UPDATE import_batch SET status = 'failed' WHERE id = $1", [batchId]);
      return null;
    }
    return { batchId, mode, officerId: job.requested_by_id, provinceCode: job.province_code };
  });
}

async function failJob({ client, actor, batch }: Work, refused: FileRefused | null, mode: Mode) {
  await asJob(client, actor, async () => {
    await endJob(client, actor, "failed", refused?.fault ?? "UNEXPECTED");
    // An undo that was refused leaves the batch unchanged.
    if (mode === "undo") await leaveAsItWas(client, batch.id);
    else
      await client.query("UPDATE import_batch SET status = 'failed', fault_at = $2 WHERE id = $1", [
        batch.id,
        refused && JSON.stringify(refused.detail),
      ]);
  });
}

async function leaveAsItWas(client: JobClient, batchId: string) {
  await client.query(
    "UPDATE import_batch SET status = CASE WHEN finished_at IS NULL THEN 'failed' ELSE 'done' END WHERE id = $1",
    [batchId],
  );
}

async function endJob(
  client: JobClient,
  { jobId }: JobActor,
  status: "done" | "failed",
  failure: string | null = null,
) {
  await client.query(
    "UPDATE job SET status = $2, phase = $2, failure = $3, finished_at = now() WHERE id = $1",
    [jobId, status, failure],
  );
}

async function setPhase({ client, actor }: Work, phase: string, total: number | null) {
  await asJob(client, actor, () =>
    client.query("UPDATE job SET phase = $2, total = $3 WHERE id = $1", [
      actor.jobId,
      phase,
      total,
    ]),
  );
}

/** Reads headings and first rows; asks for the columns, or takes those chosen for the same headings before. */
async function openFile(work: Work) {
  const { client, actor, batch } = work;
  await setPhase(work, "opening", null);
  await deleteOldUploads();
  const list = await openListFile(batch.path, batch.fileName, batch.choice);
  const sample: string[][] = [];
  for await (const { cells } of list.rows()) if (sample.push(cells) === 3) break;
  await keepSample(batch.path, sample);

  const columns = await asJob(client, actor, async () => {
    await deleteOldRows(client);
    const { rows } = await client.query<{ columns: unknown }>(
      "SELECT columns FROM import_columns WHERE province_code = $1 AND signature = $2",
      [batch.provinceCode, list.signature],
    );
    const remembered = columnChoice.safeParse(rows[0]?.columns).data;
    const known = remembered && missingFields(remembered).length === 0 ? remembered : null;
    await client.query(
      `UPDATE import_batch SET header = $2, encoding = $3, columns = $4, status = $5, reading = $6, fault_at = NULL
       WHERE id = $1`,
      [
        batch.id,
        JSON.stringify(list.header),
        list.reading.encoding,
        JSON.stringify(known ?? guessColumns(list.header)),
        known ? "checking" : "uploaded",
        JSON.stringify(list.reading),
      ],
    );
    if (!known) await endJob(client, actor, "done");
    return known;
  });
  if (columns) await checkFile({ ...work, batch: { ...batch, columns } }, list);
}

/** Rejected and repaired rows are kept for 30 days. */
async function deleteOldRows(client: JobClient) {
  for (const table of ["import_rejection", "import_mended"])
    await client.query(
      `DELETE FROM ${table} r USING import_batch b WHERE b.id = r.batch_id AND b.created_at < now() - interval '30 days'`,
    );
}

/** The dry run: every row is judged and compared, and nothing is written to a holder. */
async function checkFile(work: Work, opened?: ListFile) {
  const { client, actor, batch } = work;
  const list = opened ?? (await openListFile(batch.path, batch.fileName, batch.choice));
  await setPhase(work, "checking", list.about);
  const judged = await judgeColumns(list, batch);
  await asJob(client, actor, () => clearBatch(client, batch.id));
  const questions = questionList();
  await readRows(work, list, { ...batch, judged, mergedRows: 0 }, noTotals, false, questions);
  await asJob(client, actor, async () => {
    const missing = await closeFile(
      client,
      { batchId: batch.id, provinceCode: batch.provinceCode },
      false,
    );
    await client.query(
      "UPDATE import_batch SET status = 'checked', missing = $2, judged = $3, asked = $4 WHERE id = $1",
      [batch.id, missing, JSON.stringify(judged), JSON.stringify(questions.found())],
    );
    await endJob(client, actor, "done");
  });
}

/** What whole columns show is found before any row is judged by it. */
async function judgeColumns(list: ListFile, { columns, answers }: Batch): Promise<Judgement> {
  const survey = emptySurvey();
  for await (const { cells } of list.rows()) surveyRow(survey, cells, columns ?? {});
  return judge(survey, answers);
}

async function mergeFile(work: Work) {
  const { client, actor } = work;
  const list = await openListFile(work.batch.path, work.batch.fileName, work.batch.choice);
  await setPhase(work, "merging", work.batch.totals.rowsIn || list.about);
  const today = await programmeDate();
  const batch = await asJob(client, actor, async () => {
    if (work.batch.runAt === null) await clearBatch(client, work.batch.id);
    await client.query(
      `UPDATE import_batch SET programme_on = CASE WHEN run_at IS NULL THEN $2::date ELSE programme_on END,
         run_at = coalesce(run_at, now()) WHERE id = $1`,
      [work.batch.id, today],
    );
    return loadBatch(client, work.batch.id);
  });
  const totals = await readRows(work, list, batch, batch.totals, true);
  await asJob(client, actor, async () => {
    const missing = await closeFile(
      client,
      { batchId: batch.id, provinceCode: batch.provinceCode },
      true,
    );
    await client.query(
      "UPDATE import_batch SET status = 'done', missing = $2, finished_at = now() WHERE id = $1",
      [batch.id, missing],
    );
    const { reasons, mended, emptied, ...counts } = totals;
    await appendJobAudit(client, batch.id, "import.run", { ...counts, missing, finished: true });
    await tellFound(client, batch.provinceCode, today);
    await tellListed(client, batch.id, today);
    await endJob(client, actor, "done");
  });
  await deleteUpload(batch.officerId, batch.id);
}

/** Judges all rows in order and stores them in chunks; rows that an earlier run has merged are only judged. */
async function readRows(
  { client, actor }: Work,
  list: ListFile,
  batch: Batch,
  before: Totals,
  write: boolean,
  questions = questionList(),
): Promise<Totals> {
  const columns = batch.columns ?? {};
  const context: RowContext = {
    rules: rulesOn(await loadRuleSets(askOn(client)), fromDateColumn(batch.programmeOn)),
    columns,
    areas: buildAreaIndex(await asJob(client, actor, () => readAreas(client))),
    provinceCode: batch.provinceCode,
    seen: new Set(),
    answers: batch.answers,
    ...(batch.judged && { judged: batch.judged }),
  };
  let chunk = emptyChunk();
  let place = 0;
  // While the database stores one chunk, the next one is judged: two processes, so both work at the same time.
  let stored = Promise.resolve(before);
  try {
    for await (const row of list.rows()) {
      place += 1;
      context.chosenArea = batch.areaChoices[row.rowNumber];
      const answer = readRow(row.cells, context);
      questions.add(answer, row.cells[columns.income ?? -1] ?? "");
      if (place <= batch.mergedRows) continue;
      addRow(chunk, batch.id, row, answer, row.cells[columns.nationalId ?? -1] ?? "");
      if (chunk.rows.size < rowsPerChunk) continue;
      stored = storeChunk(client, actor, batch, chunk, await stored, write);
      stored.catch(() => {}); // the next await throws it
      chunk = emptyChunk();
    }
    if (chunk.rows.size > 0) stored = storeChunk(client, actor, batch, chunk, await stored, write);
    return await stored;
  } finally {
    // After any end of the loop: the connection may not be used before it is free.
    await stored.catch(() => {});
  }
}

async function readAreas(client: JobClient) {
  const { rows } = await client.query<{ code: string; name: string }>(
    "SELECT code, name FROM province UNION ALL SELECT code, name FROM district UNION ALL SELECT code, name FROM subdistrict",
  );
  return rows;
}

/** Notifies the province's office that people who were carried over from no list are on it now: once for all of them. */
async function tellFound(client: JobClient, provinceCode: string, today: string) {
  await client.query(
    `INSERT INTO notification (id, officer_id, province_code, kind, href, happened_on)
     SELECT gen_random_uuid(), o.id, $1, 'registration_found', '/registrations?state=waiting', $2::date FROM officer o
     WHERE o.role = 'provincial_officer' AND o.province_code = $1 AND o.status = 'active' AND EXISTS (
       SELECT FROM registration u JOIN holder h ON h.national_id_index = u.national_id_index
       WHERE u.province_code = $1 AND u.holder_id IS NULL AND h.counted AND NOT EXISTS (SELECT FROM registration_decision d
         WHERE d.registration_id = u.id AND d.approval IN ('pending', 'approved')))
     ON CONFLICT DO NOTHING`,
    [provinceCode, today],
  );
}

/** Notifies who registered somebody that the list has them now: they count, and sums are due. */
async function tellListed(client: JobClient, batchId: string, today: string) {
  await client.query(
    `INSERT INTO notification (id, officer_id, province_code, kind, href, holder_id, happened_on)
     SELECT gen_random_uuid(), r.recorded_by_id, r.province_code, 'registration_decided', '/registrations/' || r.id, c.holder_id, $2::date
     FROM import_change c JOIN registration r ON r.holder_id = c.holder_id JOIN officer o ON o.id = r.recorded_by_id
     WHERE c.batch_id = $1 AND c.before ->> 'standing' <> 'listed' AND o.status = 'active'
     ON CONFLICT DO NOTHING`,
    [batchId, today],
  );
}

async function undoFile(work: Work) {
  const { client, actor, batch } = work;
  await setPhase(work, "undoing", null);
  await asJob(client, actor, async () => {
    const { runAt, status } = await loadBatch(client, batch.id, true);
    if (!runAt || status !== "undoing") return endJob(client, actor, "done");
    const undone = await undoBatch(client, { batchId: batch.id, runAt });
    if (!undone) {
      await leaveAsItWas(client, batch.id);
      return endJob(client, actor, "failed", "ACTED_ON");
    }
    await client.query(
      "UPDATE import_batch SET status = 'undone', undone_at = now() WHERE id = $1",
      [batch.id],
    );
    await appendJobAudit(client, batch.id, "import.run", { undone: true, ...undone });
    return endJob(client, actor, "done");
  });
}
