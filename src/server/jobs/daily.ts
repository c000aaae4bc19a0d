import { randomUUID } from "node:crypto";
import { programmeDate } from "@/server/clock";
import { snapshotDays } from "@/server/daily/take";
import { database } from "@/server/db";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { askIn, loadRuleSets } from "@/server/rules/load";

/** The worker's task `daily`, at 16:30 in Thailand: the numbers of every district; a day already recorded stays. */
export async function runDaily(): Promise<number> {
  const days = snapshotDays(await loadRuleSets(askIn(database())), [await programmeDate()]);
  if (days.length === 0) return 0;
  return withJobClient((client) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
      const { rows } = await client.query<{ taken: number }>(
        "SELECT app.take_snapshots($1::date[], 'timer') AS taken",
        [days],
      );
      return rows[0]?.taken ?? 0;
    }),
  );
}
