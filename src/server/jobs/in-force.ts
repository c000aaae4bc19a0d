import { randomUUID } from "node:crypto";
import { programmeDate } from "@/server/clock";
import { putCorrectionsInForce } from "@/server/corrections/in-force";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { keepCohort } from "./cohort";
import { decideLeft } from "./decisions";
import { redetermine } from "./redetermination";

/**
 * The worker's task `in_force`: what changes with a new day or month. Incomes of the Ministry and approved corrections
 * decide from their month on; officers are notified of answers of agencies that are late since today; the cohort follows
 * the rule set in force; yeses that an older version stored get their decision; what the treasury began to decide again goes on. A second run finds nothing to do.
 */
export async function runInForce(): Promise<void> {
  const today = await programmeDate();
  await withJobClient(async (client) => {
    await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
      await putIncomesInForce(client, today);
      await putCorrectionsInForce(client, today);
      await client.query("SELECT app.tell_escalated($1::date)", [today]);
    });
    await keepCohort(client, today);
    await decideLeft(client);
    await redetermine(client);
  });
}
