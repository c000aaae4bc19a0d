import {
  mayExport,
  type WrittenList,
  type WrittenOrder,
  writtenOrder,
} from "@/domain/export-order";
import { type Actor, mayEver } from "@/domain/policy";
import { say } from "@/i18n/words";
import type { Cell, ExportSheet, SheetMaker } from "@/server/exports/columns";
import { deleteOldExports, hoursKept, writeExport } from "@/server/exports/files";
import { holdersSheet } from "@/server/exports/holders";
import { ministrySheet } from "@/server/exports/ministry";
import { monthRunSheet } from "@/server/exports/month-run";
import { nameOfExport } from "@/server/exports/name";
import {
  ageIncomeSheet,
  areasSheet,
  officersSheet,
  registrationsSheet,
} from "@/server/exports/tables";
import { worklistSheets } from "@/server/exports/worklists";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { findOfficer } from "@/server/officers/queries";
import { auditRead, scoped, scopedSnapshot } from "@/server/scope";

const makers: Record<WrittenList, SheetMaker> = {
  holders: holdersSheet,
  areas: areasSheet,
  officers: officersSheet,
  age_income: ageIncomeSheet,
  registrations: registrationsSheet,
  ministry: ministrySheet,
  month_run: monthRunSheet,
  ...worklistSheets,
};

/** A file of 1,000,000 rows takes a minute or two; this limit is far above that. */
const longest = 3_600_000;

/**
 * The worker's task `export`: reads on the app login in the requester's role, whose rights are looked up again, and
 * writes the file. The counters, the rows and the audit are of one moment.
 */
export async function runExport(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const job = await beginJob(client, jobId);
    if (!job) return;
    await deleteOldExports();
    const actor = await findOfficer({ id: job.requestedById });
    const order = writtenOrder.safeParse(job.input);
    if (!actor || !order.success || !mayExport(actor, order.data.list))
      return update(client, job, "status = 'failed', failure = 'NOT_ALLOWED', finished_at = now()");
    try {
      const result = await writeFile(client, job, actor, order.data);
      await update(
        client,
        job,
        `status = 'done', result = $2, finished_at = now(), expires_at = now() + interval '${hoursKept} hours'`,
        JSON.stringify(result),
      );
    } catch (error) {
      await update(client, job, "status = 'failed', failure = 'UNEXPECTED', finished_at = now()");
      throw error;
    }
  });
}

type Job = { id: string; requestedById: string; input: unknown };

async function beginJob(client: JobClient, jobId: string): Promise<Job | null> {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{ requested_by_id: string; input: unknown }>(
      `UPDATE job SET status = 'running', phase = 'running', progress = 0, failure = NULL,
         started_at = coalesce(started_at, now())
       WHERE id = $1 AND kind = 'export' AND status <> 'done' RETURNING requested_by_id, input`,
      [jobId],
    );
    const [row] = rows;
    return row ? { id: jobId, requestedById: row.requested_by_id, input: row.input } : null;
  });
}

async function update(client: JobClient, job: Job, changes: string, ...values: unknown[]) {
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query(`UPDATE job SET ${changes} WHERE id = $1`, [job.id, ...values]),
  );
}

async function writeFile(client: JobClient, job: Job, actor: Actor, order: WrittenOrder) {
  // An officer who may no longer see full IDs gets masked ones, whatever was ordered.
  const allowed = { ...order, unmasked: order.unmasked && mayEver(actor, "export.unmask") };
  const written = await scopedSnapshot(actor, longest, async (scope) => {
    const { fileName, ...names } = await nameOfExport(scope, allowed);
    const sheet = await makers[order.list](scope, allowed);
    await update(client, job, "total = $2", sheet.total);
    const counted = countRows(sheet, (rows) => update(client, job, "progress = $2", rows));
    const { bytes } = await writeExport(counted.sheet, {
      jobId: job.id,
      format: order.format,
      names,
    });
    return { fileName, rows: counted.rows(), bytes };
  });
  // Not in the snapshot: it cannot follow audit entries written since. Before this entry nobody can download the file.
  await scoped(actor, async (scope) =>
    auditRead(
      scope,
      actionOf(allowed),
      { type: "export", id: job.id },
      {
        list: order.list,
        rows: written.rows,
        bytes: written.bytes,
        file: allowed.file ?? null,
        unmasked: allowed.unmasked,
        reason: allowed.unmasked ? (order.reason ?? null) : null,
      },
    ),
  );
  return { ...written, unmasked: allowed.unmasked };
}

/** The audit's action for a file: the files for the Ministry have their own, because they always have full IDs. */
function actionOf({ list, unmasked }: WrittenOrder) {
  if (list === "ministry") return "ministry.send";
  if (list === "month_run") return "run.send";
  return unmasked ? "export.unmask" : "export.request";
}

/** How often a running job says how far it is, in milliseconds: whoever waits asks about as often. */
const told = 500;

/** Counts the rows as they pass and says so now and then; a file that has not all that was counted ends with that. */
function countRows(sheet: ExportSheet, tell: (rows: number) => Promise<void>) {
  let passed = 0;
  async function* pages(): AsyncGenerator<readonly Cell[][]> {
    let last = Date.now();
    for await (const rows of sheet.pages) {
      yield rows;
      passed += rows.length;
      if (Date.now() - last < told) continue;
      last = Date.now();
      await tell(passed);
    }
    await tell(passed);
    if (passed !== sheet.total)
      yield [[say("exports.partial", { rows: passed, all: sheet.total })]];
  }
  return { sheet: { ...sheet, pages: pages() }, rows: () => passed };
}
