import { randomUUID } from "node:crypto";
import { programmeDate } from "@/server/clock";
import { snapshotArrays } from "@/server/daily/take";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";

/** The worker's task `daily`, at 16:30 in Thailand: the numbers of every district; a day already recorded stays. */
export async function runDaily(): Promise<number> {
  const { days, from, until } = snapshotArrays(await loadRuleSets(), [await programmeDate()]);
  if (days.length === 0) return 0;
  return withJobClient((client) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
      const { rows } = await client.query<{ taken: number }>(
        "SELECT app.take_snapshots($1::date[], $2::date[], $3::date[], 'timer') AS taken",
        [days, from, until],
      );
      return rows[0]?.taken ?? 0;
    }),
  );
}
