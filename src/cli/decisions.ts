import { Client } from "pg";
import { say } from "@/i18n/words";
import { decideAllAgain, findUndecided } from "@/server/entitlements/proof";
import { ownerDatabaseUrl } from "@/server/env";
import { askOn } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import { Fault } from "./fault";

export const usage = `Usage: sukjai decisions verify

Whether every counting yes has its decision, and whether every decision is what its own facts give by the rules that it
names. Prints OK and the number of decisions, or the first faults and ends with 1. Needs DATABASE_URL, the owner's login.`;

/** How many faults are shown. */
const shown = 20;

/** `sukjai decisions verify`. Returns the exit code: 1 where a decision is missing or wrong. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "verify")
    throw new Fault("unknownCommand", `There is only "sukjai decisions verify".`, args.join(" "));
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    return await verify(owner);
  } finally {
    await owner.end();
  }
}

async function verify(owner: Client): Promise<number> {
  const missing = await findUndecided(owner, shown + 1);
  const { decisions, wrong } = await decideAllAgain(owner, await loadRuleSets(askOn(owner)));
  if (missing.length === 0 && wrong.length === 0) {
    process.stdout.write(`OK ${decisions} ${say("console.decisionsRight")}\n`);
    return 0;
  }
  const faults = [
    ...missing.map(({ id, district, yesOn }) => `no decision: ${district} ${id} ${yesOn}`),
    ...wrong.map(({ id, holderId }) => `wrong: ${id} of ${holderId}`),
  ];
  process.stderr.write(`${say("console.decisionsWrong")}\n`);
  process.stdout.write(`${faults.slice(0, shown).join("\n")}\n`);
  if (faults.length > shown) process.stdout.write("…\n");
  return 1;
}
