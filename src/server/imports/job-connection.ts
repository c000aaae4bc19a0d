import pg from "pg";
import { decideNoted } from "@/server/entitlements/decide";
import { jobDatabaseUrl } from "@/server/env";
import { type Ask, holdRuleSets } from "@/server/rules/load";

/** The job login outside Prisma: COPY and merges of many rows at once. */
export type JobClient = pg.Client;

export async function withJobClient<Value>(work: (client: JobClient) => Promise<Value>) {
  const client = new pg.Client({ connectionString: jobDatabaseUrl(), keepAlive: true });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How a job's connection asks. */
export const askOn =
  (client: JobClient): Ask =>
  async ({ text, values }) =>
    (await client.query(text, values)).rows;

/** The officer for whom a job works, and the job as the request. */
export type JobActor = { jobId: string; officerId: string };

/**
 * One transaction as r_job; the audit names the officer who asked. Tried again if it lost a deadlock against an officer
 * at a desk.
 */
export async function asJob<Value>(
  client: JobClient,
  { jobId, officerId }: JobActor,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query("BEGIN");
      await client.query(
        `SELECT set_config('role', 'r_job', true), set_config('app.role', 'job', true),
           set_config('app.uid', $1, true), set_config('app.request_id', $2, true)`,
        [officerId, jobId],
      );
      const value = await work();
      await decideNoted(askOn(client), "r_job", await holdRuleSets(askOn(client)));
      await client.query("COMMIT");
      return value;
    } catch (error) {
      await client.query("ROLLBACK");
      const { code } = error as { code?: string };
      if (attempt >= 3 || (code !== "40P01" && code !== "40001")) throw error;
    }
  }
}

export async function appendJobAudit(
  client: JobClient,
  batchId: string,
  action: string,
  detail: Record<string, unknown>,
) {
  await client.query("SELECT audit.append($1, 'import_batch', $2, $3)", [
    action,
    batchId,
    JSON.stringify(detail),
  ]);
}
