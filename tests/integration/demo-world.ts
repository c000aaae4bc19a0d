import pg from "pg";
import { run as loadDemo } from "@/cli/load-demo";
import type { Actor } from "@/domain/policy";
import { findOfficer } from "@/server/officers/queries";

/** The whole demo in this file's database, loaded as `npm start` does. */
export async function loadedDemo() {
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    if ((await loadDemo()) !== 0) throw new Error("The demo was not loaded.");
  } finally {
    process.stdout.write = write;
  }
}

export async function signedIn(login: string): Promise<Actor> {
  const actor = await findOfficer({ login });
  if (!actor) throw new Error(`No officer ${login}`);
  return actor;
}

/** SQL as the server's superuser: what row security hides from everybody else. */
export async function asSuperuser<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.ADMIN_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const facts = `district_code, subdistrict_code, account_officer_id, age_class, income_band, must_reach, state,
  latest_answer, interviewed, occupation_group`;

/** Counters that differ from a full count of the register, in both directions; both empty when right. */
export async function wrongCounters() {
  const counted = `SELECT district_code, subdistrict_code,
      coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, age_class, income_band,
      must_reach, state, coalesce(latest_answer, 'none') AS latest_answer, interviewed_on IS NOT NULL AS interviewed,
      occupation_group, count(*)::int AS people
    FROM holder WHERE counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
  const kept = `SELECT ${facts}, people FROM holder_tally`;
  return asSuperuser(`(${counted} EXCEPT ${kept}) UNION ALL (${kept} EXCEPT ${counted})`);
}
