import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { placeOf, runningServer, urlOf } from "../../scripts/postgres.mjs";

/** Where the running product keeps its data. */
export function demoDataDir(): string {
  return resolve(process.env.E2E_DATA_DIR ?? ".build/e2e-data");
}

/** Runs SQL on the database of the running product, as its superuser: to plant what the demo lacks and to look. */
export async function onDemoDatabase<Value>(
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const dataDir = demoDataDir();
  const server = runningServer(placeOf(dataDir).cluster) as { port: number } | undefined;
  if (!server) throw new Error(`No database runs for ${dataDir}`);
  const { admin } = JSON.parse(readFileSync(join(dataDir, "logins.json"), "utf8")) as {
    admin: string;
  };
  const client = new pg.Client({ connectionString: urlOf("postgres", admin, server.port) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
