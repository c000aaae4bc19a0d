import { Client } from "pg";
import { ownerDatabaseUrl } from "@/server/env";
import { withJobClient } from "@/server/imports/job-connection";
import { differing } from "@/server/proof/certificate";
import { proveCounters } from "@/server/proof/counters";
import { proveLedger } from "@/server/proof/keep";
import { Fault } from "./fault";

export const usage = `Usage: sukjai prove ledger
       sukjai prove counters

ledger: reckons every month of everybody once more, in SQL written from the clauses, and compares it with what the decisions say is due, with
the decisions of every counting yes and with the Ministry's list. Keeps a certificate for each province and prints it, a line each, with its
SHA-256. Then the first people with whom something is wrong, a line each, and the code 1; 0: nothing differs.
Needs DATABASE_JOB_URL, the login of the jobs.

counters: counts everything that pages show as a number once more from the facts. Prints a line for each counter, its rows and how many of
them differ, then the first differences, a line each, and the code 1; 0: nothing differs. Needs DATABASE_URL, the owner's login.`;

/** How many faults are printed. */
const shown = 20;

/** `sukjai prove`. Returns the exit code: 1 where anything differs. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === "ledger") return ledger();
  if (args.length === 1 && args[0] === "counters") return countersAgain();
  throw new Fault(
    "unknownCommand",
    `There are only "sukjai prove ledger" and "sukjai prove counters".`,
    args.join(" "),
  );
}

async function ledger(): Promise<number> {
  const { certificates, faults } = await withJobClient((client) =>
    proveLedger(client, (people) => process.stderr.write(`${people} people\n`)),
  );
  for (const { text, sha256 } of certificates) process.stdout.write(`${sha256} ${text}\n`);
  printFirst(faults);
  return certificates.some(({ certificate }) => differing(certificate) > 0) ? 1 : 0;
}

async function countersAgain(): Promise<number> {
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    const proven = await proveCounters(owner);
    for (const { counter, rows, differences } of proven)
      process.stdout.write(`${counter}: ${rows} rows, ${differences.length} differ\n`);
    const all = proven.flatMap(({ differences }) => differences);
    printFirst(all);
    return all.length > 0 ? 1 : 0;
  } finally {
    await owner.end();
  }
}

function printFirst(faults: readonly unknown[]) {
  for (const fault of faults.slice(0, shown)) process.stdout.write(`${JSON.stringify(fault)}\n`);
  if (faults.length > shown) process.stdout.write("…\n");
}
