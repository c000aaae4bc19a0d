import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onDatabase } from "@tests/security/world";
import { migrate } from "../../scripts/prepare.mjs";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const migrations = here("../../prisma/migrations");

/** The backups that tests/fixtures/make.sh made. */
export const fixtures = ["casework", "everything"] as const;
export type Fixture = (typeof fixtures)[number];

/** The migrations of a fixture as its manifest lists them: `name checksum`. */
type Manifest = { migrations: string[]; tables: { name: string; rows: number }[] };

export function unpackFixture(name: Fixture) {
  const folder = mkdtempSync(join(tmpdir(), `sukjai-${name}-`));
  execFileSync("tar", ["-xf", here(`../fixtures/${name}.tar`), "-C", folder]);
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  return {
    folder,
    keys: read("keys.json") as Record<string, string>,
    manifest: read("manifest.json") as Manifest,
  };
}

/** This server's address of another database. */
function at(url: string | undefined, database: string): string {
  const address = new URL(url ?? "");
  address.pathname = `/${database}`;
  return address.href;
}

/** An empty database beside this file's own; its addresses by the names of the environment. */
export async function newDatabase() {
  const name = `upgrade_${randomUUID().slice(0, 8)}`;
  await onDatabase((client) => client.query(`CREATE DATABASE ${name} OWNER sukjai`));
  const { ADMIN_URL, DATABASE_URL, DATABASE_APP_URL, DATABASE_JOB_URL } = process.env;
  return {
    ADMIN_URL: at(ADMIN_URL, name),
    DATABASE_URL: at(DATABASE_URL, name),
    DATABASE_APP_URL: at(DATABASE_APP_URL, name),
    DATABASE_JOB_URL: at(DATABASE_JOB_URL, name),
    drop: () => onDatabase((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/**
 * Brings an empty database to an earlier state: these migrations and no other, kept in Prisma's own table as Prisma
 * keeps them, so that it applies only the later ones afterwards.
 * @param textOf another text than today's of a migration that was edited.
 */
export async function migrateTo(
  ownerUrl: string,
  names: readonly string[],
  textOf: (name: string) => string = textOfMigration,
): Promise<void> {
  await onDatabase(async (client) => {
    await client.query(`CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
      finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    for (const name of names) {
      const text = textOf(name);
      await client.query(text);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES ($1, $2, clock_timestamp(), $3, 1)`,
        [randomUUID(), createHash("sha256").update(text).digest("hex"), name],
      );
    }
  }, ownerUrl);
}

/** All migrations of this version, in their order. */
export const migrationNames = () =>
  readdirSync(migrations)
    .filter((name) => /^\d/.test(name))
    .sort();

export const textOfMigration = (name: string) =>
  readFileSync(join(migrations, name, "migration.sql"), "utf8");

/** Applies every migration that the database has not seen, as `npm start` does. */
export const upgrade = (ownerUrl: string, applied: readonly string[]) => migrate(ownerUrl, applied);

/** Of each table how many rows, and of each of its columns a digest of all values in the order of the key. */
export type Contents = Record<string, { rows: number; columns: Record<string, string> }>;

export function contentsOf(url: string): Promise<Contents> {
  return onDatabase(async (client) => {
    await client.query("SET timezone = 'UTC'; SET datestyle = 'ISO'; SET extra_float_digits = 1");
    const tables = await client.query<{ name: string; columns: string[]; key: string[] }>(`
      SELECT n.nspname || '.' || c.relname AS name,
        array_agg(a.attname::text ORDER BY a.attname) AS columns,
        (SELECT array_agg(quote_ident(k.attname) || '::text' ORDER BY k.attnum) FROM pg_index i
          JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
          WHERE i.indrelid = c.oid AND i.indisprimary) AS key
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'app', 'auth', 'audit') AND c.relname <> '_prisma_migrations'
      GROUP BY c.oid, n.nspname, c.relname ORDER BY 1`);
    const contents: Contents = {};
    for (const { name, columns, key } of tables.rows) {
      const digests = columns.map(
        (column) =>
          `md5(string_agg(coalesce("${column}"::text, E'\\x01'), E'\\n' ORDER BY ${key.join(", ")})) AS "${column}"`,
      );
      const { rows } = await client.query(
        `SELECT count(*)::int AS "the rows", ${digests.join(", ")} FROM ${name}`,
      );
      const { "the rows": count, ...of } = rows[0];
      contents[name] = { rows: count, columns: of };
    }
    return contents;
  }, url);
}

/** The differences to `before`: a table or column that is gone, another number of rows, other values. */
export function lossesBetween(before: Contents, after: Contents): string[] {
  return Object.entries(before).flatMap(([table, was]) => {
    const is = after[table];
    if (!is) return [`${table} is gone`];
    if (is.rows !== was.rows) return [`${table}: ${was.rows} rows became ${is.rows}`];
    return Object.entries(was.columns).flatMap(([column, digest]) => {
      const now = is.columns[column];
      if (now === undefined) return [`${table}.${column} is gone`];
      return now === digest ? [] : [`${table}.${column} has other values`];
    });
  });
}
