import { randomUUID } from "node:crypto";
import { decideByVersion } from "@/server/entitlements/decide";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { holdRuleSets } from "@/server/rules/load";

/** Holders in one transaction: a killed run loses no more than these. */
const aChunk = 2000;

/**
 * Goes on with what the treasury began: everybody whose yes a version counts is decided again by it, some at a time in the order
 * of their ids. How far it came is kept in the same transaction, so a killed run goes on, and a second one waits. Returns how many it
 * looked at.
 */
export async function redetermine(client: JobClient, chunk = aChunk): Promise<number> {
  let looked = 0;
  for (;;) {
    const people = await asJob(client, { jobId: randomUUID(), officerId: "" }, () =>
      redetermineChunk(client, chunk),
    );
    if (people === null) return looked;
    looked += people;
  }
}

type Running = { id: string; version: string; reached: string | null };

/** Null where nothing is begun that is not done. */
async function redetermineChunk(client: JobClient, chunk: number): Promise<number | null> {
  const { rows } = await client.query<Running>(
    `SELECT r.rule_version_id AS id, v.version, r.reached FROM redetermination r JOIN rule_version v ON v.id = r.rule_version_id
     WHERE r.begun_on IS NOT NULL AND r.done_at IS NULL ORDER BY r.begun_on LIMIT 1 FOR UPDATE OF r SKIP LOCKED`,
  );
  const [running] = rows;
  if (!running) return null;
  const { rows: holders } = await client.query<{ id: string }>(
    "SELECT id FROM holder WHERE id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') AND first_yes_on IS NOT NULL ORDER BY id LIMIT $2",
    [running.reached, chunk],
  );
  const ids = holders.map(({ id }) => id);
  const ask = askOn(client);
  const ruleSets = await holdRuleSets(ask);
  const decided = await decideByVersion(ask, "r_job", { ruleSets, version: running.version }, ids);
  await client.query(
    `UPDATE redetermination SET reached = coalesce($2::uuid, reached), people = people + $3, done_at = CASE WHEN $4 THEN now() END
     WHERE rule_version_id = $1`,
    [running.id, ids.at(-1) ?? null, decided, ids.length < chunk],
  );
  if (ids.length < chunk)
    await client.query("SELECT audit.append('rules.redetermine', 'rule_version', $1, '{}')", [
      running.id,
    ]);
  return ids.length;
}
