import { randomUUID } from "node:crypto";
import { asJob, type JobClient } from "@/server/imports/job-connection";

/** Holders in one transaction: an officer at a desk never waits long for one of them, and a killed run loses little. */
const aChunk = 5000;

/**
 * Works out band, age class and cohort again for all holders with another rule set than the one in force on this day
 * (ISO). The trigger `app.keep_cohort` does it when the version is written. A killed run continues with the holders that
 * are left; holders locked by an officer's command come with the next run. Returns how many.
 */
export async function keepCohort(client: JobClient, today: string, chunk = aChunk) {
  let kept = 0;
  for (;;) {
    const people = await asJob(client, { jobId: randomUUID(), officerId: "" }, () =>
      keepChunk(client, today, chunk),
    );
    if (people === 0) return kept;
    kept += people;
  }
}

async function keepChunk(client: JobClient, today: string, chunk: number): Promise<number> {
  const { rows } = await client.query<{ rules_version: string }>(
    `UPDATE holder SET rules_version = (SELECT app.rules_on($1::date)) WHERE id = ANY (ARRAY(
       SELECT id FROM holder WHERE rules_version = ANY ((SELECT app.other_rules($1::date))::text[])
       LIMIT $2 FOR UPDATE SKIP LOCKED))
     RETURNING rules_version`,
    [today, chunk],
  );
  const [first] = rows;
  if (!first) return 0;
  await client.query("SELECT audit.append('cohort.keep', 'rule_set', $1, $2)", [
    first.rules_version,
    JSON.stringify({ people: rows.length }),
  ]);
  return rows.length;
}
