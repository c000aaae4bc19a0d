import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, inject } from "vitest";

/**
 * Gives each test file a database of its own: a copy of the migrated template, with areas and an empty queue.
 * It runs before the test file is loaded, so `env()` and `database()` meet this database and no other.
 */
declare module "vitest" {
  interface ProvidedContext {
    template: TestEnvironment;
  }
}

type TestEnvironment = Record<
  | "DATABASE_URL"
  | "DATABASE_APP_URL"
  | "DATABASE_JOB_URL"
  | "ADMIN_URL"
  | "DATA_DIR"
  | "PORT"
  | "PUBLIC_URL"
  | "AUTH_SECRET"
  | "ID_KEY"
  | "INDEX_KEY",
  string
>;

const template = inject("template");
const name = `test_${randomBytes(6).toString("hex")}`;

const isInUse = async () =>
  (await onServer(`SELECT FROM pg_stat_activity WHERE datname = '${name}'`)) > 0;

/** Runs a statement beside this file's database; returns how many rows it found. */
async function onServer(sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: elsewhere(template.ADMIN_URL, "postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

function elsewhere(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

await onServer(`CREATE DATABASE ${name} TEMPLATE sukjai OWNER sukjai`);
const own = Object.fromEntries(
  Object.entries(template).map(([key, value]) => [
    key,
    value.startsWith("postgresql://") ? elsewhere(value, name) : value,
  ]),
) as TestEnvironment;
Object.assign(process.env, own);

afterAll(async () => {
  // A pool that was ended may still be closing, and a client that is cut off then fails the run.
  for (let waited = 0; waited < 1000 && (await isInUse()); waited += 50) await sleep(50);
  // FORCE: connections that a test file left open end here.
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
});
