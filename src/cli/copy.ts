import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { Fault } from "./fault";

/** The embedded server has no pg_dump: tables are copied as text, ordered by key, so that equal tables give equal bytes. */
const table = z.strictObject({
  /** `schema.table`. */
  name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
  key: z.array(z.string().regex(/^[a-z0-9_]+$/)),
});
export type Table = z.output<typeof table>;

/** What a backup has, and the digest of each table's text. */
export const manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(table.extend({ rows: z.int(), sha256: z.string() })),
  sequences: z.array(
    z.strictObject({ name: z.string().regex(/^[a-z_.]+$/), last: z.string().nullable() }),
  ),
});
export type Manifest = z.output<typeof manifest>;

/** A connection that sees every row; refuses a login that row security limits. */
export async function connectPrivileged(): Promise<Client> {
  const client = new Client({
    connectionString: process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL,
  });
  await client.connect();
  const { rows } = await client.query(
    "SELECT rolsuper OR rolbypassrls AS right FROM pg_roles WHERE rolname = current_user",
  );
  // Equal rows must give equal text, whatever the server's own settings are.
  await client.query("SET timezone = 'UTC'; SET datestyle = 'ISO'; SET extra_float_digits = 1");
  if (rows[0]?.right) return client;
  await client.end();
  throw new Fault(
    "notPrivileged",
    "Set DATABASE_ADMIN_URL to a superuser, or to a login with BYPASSRLS that may read and write all tables.",
    "(DATABASE_ADMIN_URL)",
  );
}

/** Every table of a backup and its columns, without generated ones; Prisma's list of migrations is compared, not copied. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT n.nspname || '.' || c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'app', 'auth', 'audit') AND c.relname <> '_prisma_migrations'
    ORDER BY 1`);
  return rows;
}

export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name || ' ' || checksum AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

export async function sequencesOf(client: Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT schemaname || '.' || sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'app', 'auth', 'audit') ORDER BY 1`,
  );
  return rows;
}

const quoted = (columns: readonly string[]) => columns.map((name) => `"${name}"`).join(", ");

/** Counts lines and hashes the text that flows through: a COPY has one row per line. */
function digestOf() {
  const hash = createHash("sha256");
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === 0x0a) rows += 1;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ rows, sha256: hash.digest("hex") }) };
}

/** Writes a table into a compressed file; without a file it only returns the digest. */
export async function copyOut(client: Client, { name, columns, key }: Table, path?: string) {
  const sql = `COPY (SELECT ${quoted(columns)} FROM ${name} ORDER BY ${quoted(key)}) TO STDOUT`;
  const digest = digestOf();
  const source = client.query(copyTo(sql));
  if (path)
    await pipeline(
      source,
      digest.stream,
      createGzip({ level: 1 }),
      createWriteStream(path, { mode: 0o600 }),
    );
  else await pipeline(source, digest.stream, nowhere());
  return digest.result();
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Reads a file of `copyOut` into a table; returns the digest of the file's text. */
export async function copyIn(client: Client, { name, columns }: Table, path: string) {
  const digest = digestOf();
  const sink = client.query(copyFrom(`COPY ${name} (${quoted(columns)}) FROM STDIN`));
  await pipeline(createReadStream(path), createGunzip(), digest.stream, sink);
  return digest.result();
}
