import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { Client } from "pg";
import { officerNamed } from "@/cli/demo/officers";
import { saveAssessmentDraft } from "@/server/assessments/commands";
import { execute } from "@/server/command";

/** Officers who type at the same time: each saves the draft of one holder again and again, as the interview does. */
export async function measureDrafts(adminUrl: string, clients = 16, seconds = 5) {
  const officer = await officerNamed("baac.mueang");
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ id: string }>(
    `UPDATE holder SET account_officer_id = $1 WHERE id IN (SELECT id FROM holder WHERE district_code = '5401' ORDER BY id LIMIT $2)
     RETURNING id`,
    [officer.id, clients],
  );
  await admin.end();
  let saved = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    rows.map(async ({ id: holderId }) => {
      for (let version = 0; performance.now() < end; version += 1) {
        const answers = buildAnswers({ monthlyIncome: version });
        const result = await execute(saveAssessmentDraft, officer, {
          id: randomUUID(),
          input: { holderId, version, answers },
        });
        if (!result.ok) throw new Error(`A draft was refused: ${JSON.stringify(result)}`);
        saved += 1;
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  const took = (performance.now() - began) / 1000;
  return { clients, aSecond: Math.round(saved / took), nodeMs: (user + system) / 1000 / saved };
}
