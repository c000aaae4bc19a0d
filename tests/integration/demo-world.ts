import pg from "pg";
import { run as loadDemo } from "@/cli/load-demo";
import type { Actor } from "@/domain/policy";
import { database } from "@/server/db";
import { findOfficer } from "@/server/officers/queries";

/** The demo of the whole run, which each file copies; whoever needs it first loads it. */
const SHARED = "demo";
/** Any number that no other lock of the server has. */
const LOADING = 2561;

/** The whole demo in this file's database, loaded as `npm start` does: once a run, then copied. */
export async function loadedDemo() {
  const own = new URL(process.env.ADMIN_URL ?? "").pathname.slice(1);
  const owner = new URL(process.env.DATABASE_URL ?? "").username;
  const client = new pg.Client({ connectionString: besideOwn() });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOADING]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [SHARED]);
    if (rowCount) {
      await database().$disconnect();
      await client.query(`DROP DATABASE ${own} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${own} TEMPLATE ${SHARED} OWNER ${owner}`);
    } else {
      await loadQuietly();
      await client.query(`CREATE DATABASE ${SHARED} TEMPLATE ${own} OWNER ${owner}`);
    }
  } finally {
    await client.end();
  }
}

/** A database cannot be copied over while one is connected to it. */
function besideOwn(): string {
  const address = new URL(process.env.ADMIN_URL ?? "");
  address.pathname = "/postgres";
  return address.href;
}

async function loadQuietly() {
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
  latest_answer, interviewed, said_yes, occupation_group`;

/** Counters that differ from a full count of the register, in both directions; both empty when right. */
export async function wrongCounters() {
  const counted = `SELECT district_code, subdistrict_code,
      coalesce(account_officer_id, '00000000-0000-0000-0000-000000000000') AS account_officer_id, age_class, income_band,
      must_reach, state, coalesce(latest_answer, 'none') AS latest_answer, interviewed_on IS NOT NULL AS interviewed,
      first_yes_on IS NOT NULL AS said_yes, occupation_group, count(*)::int AS people
    FROM holder WHERE counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
  const kept = `SELECT ${facts}, people FROM holder_tally`;
  return asSuperuser(`(${counted} EXCEPT ${kept}) UNION ALL (${kept} EXCEPT ${counted})`);
}
