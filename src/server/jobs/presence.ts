import { setTimeout } from "node:timers/promises";
import pg from "pg";

/** Whoever takes jobs from the queue holds this lock, shared, as long as its process lives. */
const presence = "hashtextextended('takes jobs from the queue', 0)";

/**
 * Says that this process takes jobs. If no other does, jobs and their queues that are locked belong to one that died, and are
 * free again: they would stay locked for hours.
 * @returns what ends it
 */
export async function takePart(jobUrl: string): Promise<() => Promise<void>> {
  let left = false;
  let client = await connect(jobUrl, again);
  const { rows } = await client.query<{ alone: boolean }>(
    `SELECT pg_try_advisory_lock(${presence}) AS alone`,
  );
  if (rows[0]?.alone) await freeAll(client);
  await client.query(`SELECT pg_advisory_lock_shared(${presence})`);
  if (rows[0]?.alone) await client.query(`SELECT pg_advisory_unlock(${presence})`);

  /** The database was started anew: nothing is freed now, for what is locked may be this process's own. */
  async function again(): Promise<void> {
    while (!left) {
      await setTimeout(1000);
      try {
        client = await connect(jobUrl, again);
        await client.query(`SELECT pg_advisory_lock_shared(${presence})`);
        return;
      } catch {
        // Not there yet.
      }
    }
  }

  return () => {
    left = true;
    return client.end();
  };
}

async function connect(jobUrl: string, lost: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: jobUrl, keepAlive: true });
  client.once("error", () => void lost());
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function freeAll(client: pg.Client): Promise<void> {
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
       SELECT locked_by FROM graphile_worker._private_jobs UNION SELECT locked_by FROM graphile_worker._private_job_queues
     ) locked WHERE locked_by IS NOT NULL HAVING count(*) > 0`,
  );
}
