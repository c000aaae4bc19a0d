import { demoToday } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import { Client } from "pg";
import { assignCaseloads } from "@/cli/demo/caseloads";
import { type DemoHolder, openDesks, recordIntents } from "@/cli/demo/desks";
import { actorsOf } from "@/cli/demo/officers";
import { deskDays, fateOf } from "@/cli/demo/spread";
import type { Actor } from "@/domain/policy";

/** The demo's February in Phrae, on the holders that were imported: desks, intents, caseloads. */
export async function workInPhrae(
  adminUrl: string,
  actors: ReadonlyMap<string, Actor>,
): Promise<void> {
  const holders = await listHolders(adminUrl);
  for (const secretary of actorsOf(actors, { role: "district_secretary" })) {
    const districtCode = secretary.districtCode ?? "";
    const here = holders.filter((holder) => holder.districtCode === districtCode);
    const desks = await openDesks(secretary, demoToday);
    const receivers = actorsOf(actors, { role: "receiving_officer", districtCode });
    await recordIntents(receivers, desks, here, demoToday);
    await assignCaseloads(secretary, here);
  }
}

async function listHolders(adminUrl: string): Promise<DemoHolder[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT id, district_code, subdistrict_code, ministry_phone,
         must_reach
       FROM holder WHERE province_code = '54' ORDER BY subdistrict_code, search_name, national_id_last4`,
    );
    const random = seededRandom("bench fates");
    const days = deskDays(demoToday);
    return rows.map((row) => ({
      id: row.id,
      districtCode: row.district_code,
      subdistrictCode: row.subdistrict_code,
      mustReach: row.must_reach,
      phone: row.ministry_phone ?? "",
      fate: fateOf(random, row.must_reach, days),
    }));
  } finally {
    await client.end();
  }
}

/** Moves the programme's date, as the administrator of a demo does. */
export async function setProgrammeDate(adminUrl: string, date: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO setting (key, value) VALUES ('programme_on', to_jsonb($1::text))
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [date],
    );
  } finally {
    await client.end();
  }
}
