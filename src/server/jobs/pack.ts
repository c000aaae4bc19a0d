import { type PackContents, type PackFile, packContents, packFiles, packJob } from "@/domain/pack";
import type { Actor } from "@/domain/policy";
import { mayEver } from "@/domain/policy";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { findOfficer } from "@/server/officers/queries";
import { packBrief } from "@/server/packs/brief";
import { type PackOrder, readPack } from "@/server/packs/contents";
import { writePackFile } from "@/server/packs/files";
import { packPages } from "@/server/packs/pages";
import { packWorkbook } from "@/server/packs/workbook";
import { scopedSnapshot } from "@/server/scope";

/** Reading the figures of a province takes a second or two; this limit is far above that. */
const longest = 600_000;

type Job = { id: string; packId: string; requestedById: string };

const makers: Record<PackFile, (pack: PackContents) => Promise<Uint8Array>> = {
  xlsx: packWorkbook,
  pdf: packPages,
  brief: packBrief,
};

/**
 * The worker's task `pack`: reads what the pack says in the rights that its requester has now, once, keeps it, and makes the files from what is
 * kept. A killed run goes on from there: what is kept is never read again.
 */
export async function runPack(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const job = await beginJob(client, jobId);
    if (!job) return;
    try {
      const contents = await contentsOf(client, job);
      if (!contents) return await fail(client, job, "NOT_ALLOWED");
      await tell(client, job, 1);
      for (const [at, file] of packFiles.entries()) {
        await writePackFile(job.packId, file, await makers[file](contents));
        await tell(client, job, at + 2);
      }
      await update(client, job, "status = 'done', finished_at = now()");
    } catch (error) {
      await fail(client, job, "UNEXPECTED");
      throw error;
    }
  });
}

async function beginJob(client: JobClient, jobId: string): Promise<Job | null> {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{ requestedById: string; input: unknown }>(
      `UPDATE job SET status = 'running', phase = 'running', progress = 0, total = $2, failure = NULL,
         started_at = coalesce(started_at, now())
       WHERE id = $1 AND kind = 'pack' AND status <> 'done' RETURNING requested_by_id AS "requestedById", input`,
      [jobId, 1 + packFiles.length],
    );
    const [row] = rows;
    return row
      ? { id: jobId, ...packJob.parse(row.input), requestedById: row.requestedById }
      : null;
  });
}

/** What the pack says: as it is kept, or read now and kept. Null where the requester may no longer have it. */
async function contentsOf(client: JobClient, job: Job): Promise<PackContents | null> {
  const kept = await keptOf(client, job);
  if (kept.contents) return packContents.parse(kept.contents);
  const actor = await findOfficer({ id: kept.order.requestedById });
  if (!actor || !mayEver(actor, "pack.make")) return null;
  const contents = await readFor(actor, kept.order);
  if (!contents) return null;
  // As it will be read again, so that the files of today and those made again have one source.
  const whole = packContents.parse(contents);
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query(
      "UPDATE pack SET contents = $2, day = $3, made_at = clock_timestamp(), failed_at = NULL WHERE id = $1 AND contents IS NULL",
      [job.packId, JSON.stringify(whole), whole.day],
    ),
  );
  return packContents.parse((await keptOf(client, job)).contents);
}

type Kept = {
  provinceCode: string;
  districtCode: string | null;
  kind: PackOrder["kind"];
  day: string;
  round: string | null;
  meetingOn: string | null;
  requestedById: string;
  contents: unknown;
};

async function keptOf(client: JobClient, job: Job) {
  const { rows } = await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query<Kept>(
      `SELECT province_code AS "provinceCode", district_code AS "districtCode", kind, day::text, round, meeting_on::text AS "meetingOn",
         requested_by_id AS "requestedById", contents FROM pack WHERE id = $1`,
      [job.packId],
    ),
  );
  const [row] = rows;
  if (!row) throw new Error("a pack that is not there");
  const { contents, ...order } = row;
  return { contents, order };
}

function readFor(actor: Actor, { day, meetingOn, ...order }: Omit<Kept, "contents">) {
  return scopedSnapshot(actor, longest, (scope) =>
    readPack(scope, {
      ...order,
      day: order.kind === "day" ? day : null,
      meetingOn,
      madeBy: meetingOn ? null : { name: actor.name, position: actor.position },
    }),
  );
}

async function update(client: JobClient, job: Job, changes: string, ...values: unknown[]) {
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query(`UPDATE job SET ${changes} WHERE id = $1`, [job.id, ...values]),
  );
}

const tell = (client: JobClient, job: Job, done: number) =>
  update(client, job, "progress = $2", done);

/** The pack says it as well: others of its area do not see the job. What is kept stays. */
async function fail(client: JobClient, job: Job, failure: string) {
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query(
      "UPDATE pack SET failed_at = clock_timestamp() WHERE id = $1 AND contents IS NULL",
      [job.packId],
    ),
  );
  await update(client, job, "status = 'failed', failure = $2, finished_at = now()", failure);
}
