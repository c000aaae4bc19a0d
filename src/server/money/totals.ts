import { randomUUID } from "node:crypto";
import { type MoneyTotals, moneyTotals } from "@/domain/money";
import { versionDeciding } from "@/domain/rules/sets";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import { joinsOfAll, type Then } from "./facts-then";
import { readSharedFacts, type SharedFactsRow, sharedFactsSql } from "./shared-facts";

/** The sums of a country's or a district's people, worked out from what is kept with its day. */
export async function countMoney(client: JobClient, then: Then): Promise<MoneyTotals> {
  const sets = await loadRuleSets(askOn(client));
  const { text, values } = sharedFactsSql(sets, then);
  const { rows, again } = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
    if (then.area === null) await client.query(joinsOfAll);
    return {
      rows: (await client.query<SharedFactsRow>(text, values)).rows,
      again: await decidedAgainBy(client, then.asOf),
    };
  });
  const facts = readSharedFacts(sets, rows).map((each) => ({
    ...each,
    rules: versionDeciding(sets, again, each.rules, each.yesOn),
  }));
  return moneyTotals(sets, then.asOf, facts);
}

/** The versions by which the treasury had begun, by the end of that day, to decide people again. */
async function decidedAgainBy(client: JobClient, asOf: string): Promise<string[]> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT v.version FROM redetermination r JOIN rule_version v ON v.id = r.rule_version_id WHERE r.begun_on <= $1::date",
    [asOf],
  );
  return rows.map(({ version }) => version);
}
