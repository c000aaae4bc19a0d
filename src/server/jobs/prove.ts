import { withJobClient } from "@/server/imports/job-connection";
import { proveLedger } from "@/server/proof/keep";

/** The worker's task `prove`, each night: everybody's months reckoned once more, and a certificate for each province. */
export async function runProof(): Promise<void> {
  await withJobClient((client) => proveLedger(client, () => undefined));
}
