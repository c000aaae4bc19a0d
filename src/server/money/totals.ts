import { randomUUID } from "node:crypto";
import { type MoneyTotals, moneyTotals } from "@/domain/money";
import { asJob, type JobClient } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import {
  type MoneyScope,
  readSharedFacts,
  type SharedFactsRow,
  sharedFactsSql,
} from "./shared-facts";

/** The sums of a country's or a district's people, worked out from what is kept with its day. */
export async function countMoney(client: JobClient, scope: MoneyScope): Promise<MoneyTotals> {
  const sets = await loadRuleSets();
  const { text, values } = sharedFactsSql(sets, scope);
  const rows = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
    await client.query(largeJoins);
    return (await client.query<SharedFactsRow>(text, values)).rows;
  });
  return moneyTotals(sets, scope.asOf, readSharedFacts(sets, rows));
}

/** A whole country is joined once: with the memory of a page PostgreSQL would write most of it to disk. */
const largeJoins = "SET LOCAL work_mem = '256MB'";
