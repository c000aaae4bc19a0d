import { availableParallelism } from "node:os";
import { Client } from "pg";
import { say } from "@/i18n/words";
import { ownerDatabaseUrl } from "@/server/env";
import { Fault } from "./fault";

export const usage = `Usage: sukjai audit verify

Follows the 16 hash chains of the audit from their first row to their heads. Prints OK and the number of rows,
or the first faults (chain, position, what is wrong) and ends with 1. Needs DATABASE_URL, the owner's login.`;

const chains = 16;

/** How many faults are shown; one altered row is proof enough. */
const shown = 20;

/** `sukjai audit verify`. Returns the exit code: 1 where anything was altered. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "verify")
    throw new Fault("unknownCommand", `There is only "sukjai audit verify".`, args.join(" "));
  const owners = await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), chains) }, connect),
  );
  try {
    return await verify(owners);
  } finally {
    await Promise.all(owners.map((owner) => owner.end()));
  }
}

async function connect(): Promise<Client> {
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  return owner;
}

type Altered = { chain: number; seq: string; problem: string };

/**
 * Every number that a chain could have, also one that nobody gave, in a part for each session: the chains are 0 to 15.
 * Not a part for each chain, for every part reads the whole table.
 */
function partsFor(sessions: number) {
  const begins = (part: number) => Math.floor((chains * part) / sessions);
  return Array.from({ length: sessions }, (_, part) => ({
    first: part === 0 ? -32_768 : begins(part),
    last: part === sessions - 1 ? 32_767 : begins(part + 1) - 1,
  }));
}

/** The first faults of every chain. Chains do not depend on each other, so each part has a session of its own. */
async function findAltered(owners: readonly Client[]): Promise<Altered[]> {
  const found = await Promise.all(
    partsFor(owners.length).map(async ({ first, last }, at) => {
      const result = await owners[at]?.query<Altered>(
        "SELECT chain, seq, problem FROM audit.verify($1::smallint, $2::smallint) ORDER BY chain, seq LIMIT $3",
        [first, last, shown + 1],
      );
      return result?.rows ?? [];
    }),
  );
  // Parts are in the order of their chains.
  return found.flat();
}

async function verify(owners: readonly Client[]): Promise<number> {
  const [owner] = owners;
  const faults = await findAltered(owners);
  if (owner && faults.length === 0) {
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
