import { withJobClient } from "@/server/imports/job-connection";
import { differing } from "@/server/proof/certificate";
import { proveLedger } from "@/server/proof/keep";
import { Fault } from "./fault";

export const usage = `Usage: sukjai prove ledger

Reckons every month of everybody once more, in SQL written from the clauses, and compares it with what the decisions say is due, with the decisions
of every counting yes and with the Ministry's list. Keeps a certificate for each province and prints it, a line each, with its SHA-256.
Then the first people with whom something is wrong, a line each, and the code 1; 0: nothing differs.
Needs DATABASE_JOB_URL, the login of the jobs.`;

/** How many faults are printed. */
const shown = 20;

/** `sukjai prove ledger`. Returns the exit code: 1 where anything differs. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "ledger")
    throw new Fault("unknownCommand", `There is only "sukjai prove ledger".`, args.join(" "));
  const { certificates, faults } = await withJobClient((client) =>
    proveLedger(client, (people) => process.stderr.write(`${people} people\n`)),
  );
  for (const { text, sha256 } of certificates) process.stdout.write(`${sha256} ${text}\n`);
  for (const fault of faults.slice(0, shown)) process.stdout.write(`${JSON.stringify(fault)}\n`);
  if (faults.length > shown) process.stdout.write("…\n");
  return certificates.some(({ certificate }) => differing(certificate) > 0) ? 1 : 0;
}
