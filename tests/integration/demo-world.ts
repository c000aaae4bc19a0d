import pg from "pg";
import { run as loadDemo } from "@/cli/load-demo";
import type { Actor } from "@/domain/policy";
import { database } from "@/server/db";
import { findOfficer } from "@/server/officers/queries";
import { proveCounters } from "@/server/proof/counters";

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

/** What the counters have otherwise than a recount from the facts; empty when all are right. */
export async function wrongCounters(url = process.env.DATABASE_URL) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return (await proveCounters(owner)).flatMap(({ differences }) => differences);
  } finally {
    await owner.end();
  }
}
