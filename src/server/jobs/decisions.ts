import { randomUUID } from "node:crypto";
import { decideLeftOver } from "@/server/entitlements/decide";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { holdRuleSets } from "@/server/rules/load";

/** Yeses in one transaction: a killed run loses no more than these. */
const aChunk = 500;

/**
 * Decides the yeses that were stored before there were decisions, some hundred in a transaction; a killed run goes on with
 * those that are left, and a second one finds nothing to do. Returns how many.
 */
export async function decideLeft(client: JobClient, chunk = aChunk): Promise<number> {
  let decided = 0;
  for (;;) {
    const people = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () =>
      decideLeftOver(askOn(client), "r_job", await holdRuleSets(askOn(client)), chunk),
    );
    if (people === 0) return decided;
    decided += people;
  }
}
