import { randomUUID } from "node:crypto";
import { programmeDate } from "@/server/clock";
import { putCorrectionsInForce } from "@/server/corrections/in-force";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, withJobClient } from "@/server/imports/job-connection";

/**
 * The worker's task `in_force`: what counts from a month that has begun decides from now on, the Ministry's incomes and
 * the approved corrections. Run again it finds nothing to do.
 */
export async function runInForce(): Promise<void> {
  const today = await programmeDate();
  await withJobClient((client) =>
    asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
      await putIncomesInForce(client, today);
      await putCorrectionsInForce(client, today);
    }),
  );
}
