import type { z } from "zod";
import type { Actor } from "@/domain/policy";
import { CannotEvaluate, type WhatIf, wholeRegister } from "@/domain/what-if";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { findOfficer } from "@/server/officers/queries";
import { draftRules } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { compareDraft, provincesWithList } from "@/server/what-if/compare";
import { mayCompare, namesPeople, whatIfInput } from "@/server/what-if/order";
import { keepWhatIfPeople } from "@/server/what-if/people";
import { keepWhatIf, type keptFailure } from "@/server/what-if/result";

type Job = { id: string; requestedById: string; input: unknown };

/**
 * The worker's task `what_if`: what a version would change over an area, as counts, and by name once it is checked. Whether the officer may still ask is looked
 * up again. Where a rule cannot be evaluated for somebody it fails, and says of whom only what the officer may see.
 */
export async function runWhatIf(jobId: string): Promise<void> {
  await withJobClient(async (client) => {
    const job = await beginJob(client, jobId);
    if (!job) return;
    const actor = await findOfficer({ id: job.requestedById });
    const order = whatIfInput.safeParse(job.input);
    const known = actor && order.success ? await knownTo(actor, order.data) : null;
    if (!actor || !order.success || !known) return fail(client, job, "NOT_ALLOWED");
    const { asOf, area } = order.data;
    const then = { asOf, area: area === wholeRegister ? null : area };
    try {
      const { sets, draft, namedIn } = known;
      const told = (done: number, of: number) =>
        update(client, job, "progress = $2, total = $3", done, of);
      const found = await compareDraft(client, sets, draft, then, told, namedIn);
      const lists = found.once.map(({ given }) => given.list);
      const provinces = await provincesWithList(client, lists, then);
      await keep(client, job, found, { namedIn, provinces });
    } catch (error) {
      if (!(error instanceof CannotEvaluate)) {
        await fail(client, job, "UNEXPECTED");
        throw error;
      }
      await fail(client, job, "CANNOT_EVALUATE", await saidOf(actor, error));
    }
  });
}

async function beginJob(client: JobClient, jobId: string): Promise<Job | null> {
  return asJob(client, { jobId, officerId: "" }, async () => {
    const { rows } = await client.query<{ requestedById: string; input: unknown }>(
      `UPDATE job SET status = 'running', progress = 0, failure = NULL, started_at = coalesce(started_at, now())
       WHERE id = $1 AND kind = 'what_if' AND status <> 'done' RETURNING requested_by_id AS "requestedById", input`,
      [jobId],
    );
    return rows[0] ? { id: jobId, ...rows[0] } : null;
  });
}

/** The counts and the people by name, both or none. */
async function keep(
  client: JobClient,
  job: Job,
  found: WhatIf,
  { namedIn, provinces }: { namedIn: string | null; provinces: ReadonlyMap<string, number> },
) {
  const result = JSON.stringify(keepWhatIf(found, namedIn !== null, provinces));
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, async () => {
    if (namedIn) await keepWhatIfPeople(client, { jobId: job.id, provinceCode: namedIn }, found);
    await client.query(
      "UPDATE job SET status = 'done', result = $2, finished_at = now() WHERE id = $1",
      [job.id, result],
    );
  });
}

async function update(client: JobClient, job: Job, changes: string, ...values: unknown[]) {
  await asJob(client, { jobId: job.id, officerId: job.requestedById }, () =>
    client.query(`UPDATE job SET ${changes} WHERE id = $1`, [job.id, ...values]),
  );
}

type Failure = z.output<typeof keptFailure>;

const fail = (client: JobClient, job: Job, failure: string, said: Failure | null = null) =>
  update(
    client,
    job,
    "status = 'failed', failure = $2, result = $3, finished_at = now()",
    failure,
    said && JSON.stringify(said),
  );

/**
 * The sets in force and the version, as far as the officer may read them and compare, and the province whose people are named:
 * the officer's own, once the version is checked with its letter.
 */
async function knownTo(actor: Actor, order: z.output<typeof whatIfInput>) {
  return scoped(actor, async (scope) => {
    const draft = await draftRules(scope, order.ruleVersionId);
    if (!draft || !(await mayCompare(scope, order))) return null;
    const named = await namesPeople(scope, order.ruleVersionId);
    return { draft, sets: scope.ruleSets, namedIn: named ? actor.provinceCode : null };
  });
}

async function saidOf(actor: Actor, { facts }: CannotEvaluate): Promise<Failure> {
  const seen = await scoped(actor, ({ tx }) =>
    tx.holder.findUnique({ where: { id: facts.one }, select: { id: true } }),
  );
  return { provinceCode: facts.district.slice(0, 2), holderId: seen?.id ?? null };
}
