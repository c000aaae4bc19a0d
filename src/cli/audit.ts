import { Client } from "pg";
import { say } from "@/i18n/words";
import { ownerDatabaseUrl } from "@/server/env";
import { Fault } from "./fault";

export const usage = `Usage: sukjai audit verify

Follows the 16 hash chains of the audit from their first row to their heads. Prints OK and the number of rows,
or the first faults (chain, position, what is wrong) and ends with 1. Needs DATABASE_URL, the owner's login.`;

/** How many faults are shown; one altered row is proof enough. */
const shown = 20;

/** `sukjai audit verify`. Returns the exit code: 1 where anything was altered. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "verify")
    throw new Fault("unknownCommand", `There is only "sukjai audit verify".`, args.join(" "));
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    return await verify(owner);
  } finally {
    await owner.end();
  }
}

async function verify(owner: Client): Promise<number> {
  const { rows: faults } = await owner.query<{ chain: number; seq: string; problem: string }>(
    "SELECT chain, seq, problem FROM audit.verify() ORDER BY chain, seq LIMIT $1",
    [shown + 1],
  );
  if (faults.length === 0) {
    process.stdout.write(`OK ${await countEvents(owner)} ${say("console.auditRight")}\n`);
    return 0;
  }
  process.stderr.write(`${say("console.auditWrong")}\nThe audit has been altered:\n`);
  for (const { chain, seq, problem } of faults.slice(0, shown))
    process.stdout.write(`chain ${chain} position ${seq}: ${problem}\n`);
  if (faults.length > shown) process.stdout.write("…\n");
  return 1;
}

/** Only the audit's own role can read its tables; the owner may enter that role. */
async function countEvents(owner: Client): Promise<string> {
  await owner.query("BEGIN");
  await owner.query("SET LOCAL ROLE sukjai_audit");
  const { rows } = await owner.query<{ rows: string }>(
    "SELECT coalesce(sum(seq), 0) AS rows FROM audit.head",
  );
  await owner.query("ROLLBACK");
  return rows[0]?.rows ?? "0";
}
