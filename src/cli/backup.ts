import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Client } from "pg";
import { say } from "@/i18n/words";
import { env } from "@/server/env";
import {
  connectPrivileged,
  copyOut,
  listTables,
  type Manifest,
  migrationsOf,
  sequencesOf,
} from "./copy";
import { Fault } from "./fault";

export const usage = `Usage: sukjai backup FOLDER

Writes the database (schemas public, app, auth, audit) and the keys into a new folder, as they stand at one
moment; people go on working meanwhile. Every table is one file with its SHA-256 in manifest.json.
Not kept: uploads, files of exports, and the queue of jobs.

The folder opens every national ID: its files are readable to you alone, keep it as safe as the keys.

Row security would hide rows from an ordinary login, so the embedded server's superuser is used; on another
server DATABASE_ADMIN_URL must name a superuser, or a login with BYPASSRLS that may read all tables.`;

/** `sukjai backup FOLDER`. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [given, ...rest] = args;
  if (!given || rest.length > 0 || given.startsWith("-"))
    throw new Fault("folderMissing", "Give one folder.");
  const folder = resolve(given);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Fault("folderTaken", `${folder} is not empty.`, folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);

  const client = await connectPrivileged();
  try {
    const manifest = await writeTables(client, folder);
    const { ID_KEY, INDEX_KEY, AUTH_SECRET } = env();
    writeFile(folder, "keys.json", { AUTH_SECRET, ID_KEY, INDEX_KEY });
    // Last: a folder without a manifest is not a complete backup.
    writeFile(folder, "manifest.json", manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `${say("console.backedUp")}: ${folder} (${manifest.tables.length} tables, ${rows} rows)\n`,
    );
    return 0;
  } finally {
    await client.end();
  }
}

function writeFile(folder: string, name: string, content: unknown) {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Everything in one snapshot. */
async function writeTables(client: Client, folder: string): Promise<Manifest> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const tables: Manifest["tables"] = [];
  for (const table of await listTables(client))
    tables.push({
      ...table,
      ...(await copyOut(client, table, join(folder, `${table.name}.copy.gz`))),
    });
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(client),
    tables,
    sequences: await sequencesOf(client),
  };
  await client.query("COMMIT");
  return manifest;
}
