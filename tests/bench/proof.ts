import type { JobClient } from "@/server/imports/job-connection";
import { differing } from "@/server/proof/certificate";
import { proveLedger } from "@/server/proof/keep";
import { took } from "./timing";

/** `sukjai prove ledger` over everybody: what it took, with how many something differs, and the baht that are due, in all and in each month. */
export async function measureProof(client: JobClient, progress: (text: string) => void) {
  const proven: Awaited<ReturnType<typeof proveLedger>>["certificates"] = [];
  const proof = await took(async () => {
    const { certificates } = await proveLedger(client, (people) => progress(`${people} proven`));
    proven.push(...certificates);
  });
  const certificates = proven.map(({ certificate }) => certificate);
  const months = new Map<string, bigint>();
  for (const { byMonth } of certificates)
    for (const [month, satang] of byMonth) months.set(month, (months.get(month) ?? 0n) + satang);
  return {
    took: proof,
    people: certificates.reduce((sum, { people }) => sum + people, 0),
    differing: certificates.reduce((sum, certificate) => sum + differing(certificate), 0),
    baht: inBaht(certificates.reduce((sum, { satang }) => sum + satang, 0n)),
    months: Object.fromEntries([...months].map(([month, satang]) => [month, inBaht(satang)])),
  };
}

const inBaht = (satang: bigint) => String(satang / 100n);
