import { randomUUID } from "node:crypto";
import { programmeDate } from "@/server/clock";
import { putCorrectionsInForce } from "@/server/corrections/in-force";
import { putIncomesInForce } from "@/server/imports/income-in-force";
import { asJob, withJobClient } from "@/server/imports/job-connection";
import { keepCohort } from "./cohort";

/**
 * The worker's task `in_force`: what a new day or month brings by itself. The Ministry's incomes and the approved
 * corrections decide from their month on; answers of agencies that are late since today are told; the cohort belongs to
 * the rule set that is in force. Run again it finds nothing to do.
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
  });
}
