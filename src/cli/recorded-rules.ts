import { Client } from "pg";
import type { RuleSets } from "@/domain/rules/sets";
import { ownerDatabaseUrl } from "@/server/env";
import { askOn } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";

/** The rules of the code and those that this installation has recorded and checked. */
export async function readRecordedRules(): Promise<RuleSets> {
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    return await loadRuleSets(askOn(owner));
  } finally {
    await owner.end();
  }
}
