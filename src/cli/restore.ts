import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { say } from "@/i18n/words";
import { env } from "@/server/env";
import {
  connectPrivileged,
  copyIn,
  copyOut,
  listTables,
  type Manifest,
  manifest,
  migrationsOf,
} from "./copy";
import { Fault } from "./fault";

export const usage = `Usage: sukjai restore FOLDER

Reads a backup into a database that is freshly migrated and empty, in one transaction: all of it or nothing.
What was read is digested again and compared with the backup before anything counts. The keys come with it:
into DATA_DIR/keys.json, or, where the keys are given in the environment, they must be those of the backup.
Sukjai must not be running.

The embedded server's superuser is used; on another server DATABASE_ADMIN_URL must name a superuser, or a
login with BYPASSRLS that may write all tables and set session_replication_role.`;

const keys = z.strictObject({ AUTH_SECRET: z.string(), ID_KEY: z.string(), INDEX_KEY: z.string() });
type Keys = z.output<typeof keys>;

/** `sukjai restore FOLDER`. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [given, ...rest] = args;
  if (!given || rest.length > 0 || given.startsWith("-"))
    throw new Fault("folderMissing", "Give one folder.");
  const folder = resolve(given);
  const kept = readJson(folder, "manifest.json", manifest);
  const newKeys = readJson(folder, "keys.json", keys);
  const takeKeys = keysToTake(newKeys);

  const client = await connectPrivileged();
  try {
    await refuseUnlessReady(client, kept);
    await client.query("BEGIN");
    await readTables(client, kept, folder);
    await client.query("COMMIT");
    takeKeys();
    const rows = kept.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `${say("console.restored")}: ${kept.madeAt} (${kept.tables.length} tables, ${rows} rows)\n`,
    );
    return 0;
  } finally {
    await client.end();
  }
}

function readJson<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): z.output<Schema> {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Fault("noBackup", `${path} does not exist.`, folder);
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new Fault("backupDamaged", `${path} cannot be read.`, path);
  }
}

/** Checks before anything is written that the keys can be put in place afterwards; returns the function that does it. */
function keysToTake(backup: Keys): () => void {
  const { AUTH_SECRET, ID_KEY, INDEX_KEY, DATA_DIR } = env();
  if (backup.ID_KEY === ID_KEY && backup.INDEX_KEY === INDEX_KEY) return () => {};
  const path = join(DATA_DIR, "keys.json");
  const own = existsSync(path)
    ? keys.safeParse(JSON.parse(readFileSync(path, "utf8"))).data
    : undefined;
  if (own?.ID_KEY !== ID_KEY || own.INDEX_KEY !== INDEX_KEY || own.AUTH_SECRET !== AUTH_SECRET)
    throw new Fault(
      "otherKeys",
      "Set ID_KEY, INDEX_KEY and AUTH_SECRET to those of the backup's keys.json.",
      "(ID_KEY, INDEX_KEY, AUTH_SECRET)",
    );
  return () => {
    writeFileSync(`${path}.new`, `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
}

async function refuseUnlessReady(client: Client, kept: Manifest): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() !== kept.migrations.join())
    throw new Fault(
      "otherVersion",
      "The backup was made by another version: its migrations differ.",
    );
  const names = (await listTables(client)).map(({ name, columns }) => `${name} ${columns}`);
  if (names.join() !== kept.tables.map(({ name, columns }) => `${name} ${columns}`).join())
    throw new Fault("otherVersion", "The backup was made by another version: its tables differ.");
  const { rows } = await client.query(`SELECT
    (SELECT count(*) FROM officer WHERE login <> 'console') + (SELECT count(*) FROM import_batch) + (SELECT count(*) FROM audit.event) AS found,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename IN ('sukjai_app', 'sukjai_job')) AS users`);
  if (Number(rows[0].found) > 0)
    throw new Fault("notEmpty", "The database already holds officers, imports or audit entries.");
  if (Number(rows[0].users) > 0) throw new Fault("inUse", "Sukjai is running; stop it first.");
}

/** Replaces every table; triggers and foreign keys are off meanwhile, because every row is copied as it was. */
async function readTables(client: Client, kept: Manifest, folder: string): Promise<void> {
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query("SET LOCAL statement_timeout = 0");
  for (const table of kept.tables) {
    await client.query(`DELETE FROM ${table.name}`);
    const read = await copyIn(client, table, join(folder, `${table.name}.copy.gz`)).catch(
      (error) => {
        throw new Fault("backupDamaged", `${table.name}: ${(error as Error).message}`, table.name);
      },
    );
    const stands = await copyOut(client, table);
    if (read.sha256 !== table.sha256 || stands.sha256 !== table.sha256)
      throw new Fault("backupDamaged", `${table.name} is not what was backed up.`, table.name);
  }
  for (const { name, last } of kept.sequences)
    if (last !== null) await client.query("SELECT setval($1::regclass, $2::bigint)", [name, last]);
}
