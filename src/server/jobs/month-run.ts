import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type IsoMonth, monthOf } from "@/domain/calendar";
import type { RunBlock } from "@/domain/month-run";
import { oneOffsUntil } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { asJob, askOn, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { bookDistrict, countNotDecided, hashOfRun } from "@/server/ledger/book";
import { loadRuleSets } from "@/server/rules/load";
import { answerInput, takeAnswer } from "./run-answer";

/** What the job of a run is for. */
const monthRunInput = z.object({ runId: z.uuid(), answer: answerInput.optional() });

type Work = {
  client: JobClient;
  actor: { jobId: string; officerId: string };
  run: { id: string; month: IsoMonth; provinceCode: string };
  /** The Ministry's file to compare with what the run booked; else the run is to be booked. */
  answer?: z.infer<typeof answerInput>;
};

/**
 * The worker's task `month_run`: books the run district by district, each in a transaction, and says what it has booked. A
 * killed run goes on with what is left, for what is booked is not booked twice. It stops where somebody is not decided yet.
 */
export async function runMonth(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const work = await beginJob(client, jobId);
    if (!work) return;
    const { actor, run } = work;
    // Two runs of a province never book at the same time.
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [
      `month run ${run.provinceCode}`,
    ]);
    if (work.answer) return takeAnswer(work, work.answer);
    try {
      const people = await asJob(client, actor, () =>
        countNotDecided(askOn(client), run.provinceCode),
      );
      if (people > 0) await stop(work, "undecided", people);
      else await book(work);
      // What was booked is reckoned once more.
      await client.query("SELECT graphile_worker.add_job('prove', job_key => 'prove')");
    } catch (error) {
      await stop(work, "unexpected", null);
      throw error;
    }
  });
}

/** The run of a job that is still to be done; a job that may not, or has nothing to do, is ended. */
async function beginJob(client: JobClient, jobId: string): Promise<Work | null> {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{
      input: unknown;
      officerId: string;
      provinceCode: string;
      allowed: boolean;
    }>(
      `SELECT j.input, j.requested_by_id AS "officerId", j.province_code AS "provinceCode",
         o.status = 'active' AND o.role = 'provincial_officer' AND o.province_code = j.province_code AS allowed
       FROM job j JOIN officer o ON o.id = j.requested_by_id
       WHERE j.id = $1 AND j.kind = 'month_run' AND j.status IN ('queued', 'running') FOR UPDATE OF j`,
      [jobId],
    );
    const [job] = rows;
    if (!job) return null;
    const { runId, answer } = monthRunInput.parse(job.input);
    const found = await client.query<{ month: string; step: string }>(
      "SELECT month::text, step FROM month_run WHERE id = $1",
      [runId],
    );
    const [run] = found.rows;
    const todo = job.allowed && run && (answer || run.step === "calculating");
    await client.query(
      `UPDATE job SET status = $2, failure = $3, started_at = coalesce(started_at, now()),
         finished_at = CASE WHEN $2 = 'running' THEN NULL ELSE now() END WHERE id = $1`,
      [
        jobId,
        todo ? "running" : job.allowed ? "done" : "failed",
        job.allowed ? null : "NOT_ALLOWED",
      ],
    );
    if (!todo) return null;
    return {
      client,
      actor: { jobId, officerId: job.officerId },
      run: { id: runId, month: monthOf(run.month), provinceCode: job.provinceCode },
      answer,
    };
  });
}

async function book(work: Work) {
  const { client, actor, run } = work;
  const { rows: districts } = await client.query<{ code: string }>(
    "SELECT code FROM district WHERE province_code = $1 ORDER BY code",
    [run.provinceCode],
  );
  const oneOffs = oneOffsUntil(await loadRuleSets(askOn(client)), run.month);
  const booked = { entitlements: 0, differences: 0 };
  for (const [index, { code }] of districts.entries())
    await asJob(client, actor, async () => {
      const of = await bookDistrict(askOn(client), { ...run, oneOffs }, code);
      booked.entitlements += of.entitlements;
      booked.differences += of.differences;
      await client.query("UPDATE job SET progress = $2, total = $3 WHERE id = $1", [
        actor.jobId,
        index + 1,
        districts.length,
      ]);
    });
  await asJob(client, actor, async () => {
    const sha256 = await hashOfRun(askOn(client), run.id);
    await addStep(work, "calculated", { sha256 });
    await client.query(
      "UPDATE job SET status = 'done', result = $2, finished_at = now() WHERE id = $1",
      [actor.jobId, JSON.stringify(booked)],
    );
    await client.query("SELECT audit.append('run.prepare', 'month_run', $1, $2)", [
      run.id,
      JSON.stringify({ ...booked, sha256 }),
    ]);
  });
}

async function stop(work: Work, blockedBy: RunBlock, people: number | null) {
  await asJob(work.client, work.actor, async () => {
    await addStep(work, "stopped", { blockedBy, people });
    await work.client.query(
      "UPDATE job SET status = 'failed', failure = $2, finished_at = now() WHERE id = $1",
      [work.actor.jobId, blockedBy.toUpperCase()],
    );
  });
}

type Said = { sha256?: string; blockedBy?: RunBlock; people?: number | null };

async function addStep({ client, actor, run }: Work, step: "calculated" | "stopped", said: Said) {
  await client.query(
    `INSERT INTO month_run_step (id, run_id, province_code, step, blocked_by, people, content_sha256, happened_on, recorded_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      randomUUID(),
      run.id,
      run.provinceCode,
      step,
      said.blockedBy ?? null,
      said.people ?? null,
      said.sha256 ?? null,
      await programmeDate(),
      actor.officerId,
    ],
  );
}
