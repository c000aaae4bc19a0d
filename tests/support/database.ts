import { randomBytes } from "node:crypto";
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

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: elsewhere(template.ADMIN_URL, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
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
  // FORCE: connections that a test file left open end here.
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
});
