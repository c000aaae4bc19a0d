import { randomUUID } from "node:crypto";
import { asJob, askOn, type JobClient } from "@/server/imports/job-connection";
import { loadRuleSets } from "@/server/rules/load";
import { certificatesOf, differing, sealed } from "./certificate";
import { prove } from "./prove";

/** Proves everybody's months and keeps a certificate for each province. Returns them, and what was found wrong. */
export async function proveLedger(client: JobClient, progress: (people: number) => void) {
  const ruleSets = await loadRuleSets(askOn(client));
  const pages = await prove(client, ruleSets, progress);
  const certificates = await asJob(client, { jobId: randomUUID(), officerId: "" }, async () => {
    const { rows } = await client.query<{ today: string }>(
      "SELECT app.programme_today()::text AS today",
    );
    const provenOn = rows[0]?.today ?? "";
    const rules = ruleSets.map(({ version }) => version);
    const all = certificatesOf(pages, { provenOn, rules }).map((certificate) => ({
      certificate,
      ...sealed(certificate),
    }));
    for (const { certificate, text, sha256 } of all) {
      const { province, people, satang } = certificate;
      await client.query(
        `INSERT INTO ledger_proof (id, province_code, proven_on, people, differing, satang, certificate, sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [randomUUID(), province, provenOn, people, differing(certificate), satang, text, sha256],
      );
    }
    return all;
  });
  return { certificates, faults: pages.flatMap(({ faults }) => faults) };
}
