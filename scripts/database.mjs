/**
 * The database as an installation needs it: embedded or at DATABASE_URL, migrated, its logins given passwords, its
 * keys checked. The result is the environment for the server, the worker and the command line.
 */
import { statfsSync } from "node:fs";
import { keyCheckOf, keysOf, makeDataFolder, passwordsOf } from "./keys.mjs";
import { startPostgres } from "./postgres.mjs";
import { migrate } from "./prepare.mjs";
import { fail } from "./say.mjs";

const LEAST_FREE_BYTES = 300 * 1024 * 1024;

/** Refuses a folder on a full disk, before anything is half written. */
export function checkRoom(dataDir) {
  makeDataFolder(dataDir);
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES)
    fail(
      `เนื้อที่ดิสก์เต็ม: โฟลเดอร์ ${dataDir} เหลือน้อยกว่า 300 MB`,
      `The disk is full: less than 300 MB are free at ${dataDir}.`,
    );
}

const SENTENCES = {
  ECONNREFUSED: ["ไม่มีฐานข้อมูลตอบที่ DATABASE_URL", "No database answers at DATABASE_URL."],
  ENOTFOUND: ["ไม่พบเครื่องตามชื่อใน DATABASE_URL", "The host in DATABASE_URL cannot be found."],
  ETIMEDOUT: ["ฐานข้อมูลที่ DATABASE_URL ไม่ตอบ", "The database at DATABASE_URL does not answer."],
  "28P01": ["รหัสผ่านใน DATABASE_URL ไม่ถูกต้อง", "The password in DATABASE_URL is wrong."],
  28000: ["ฐานข้อมูลไม่รับผู้ใช้ใน DATABASE_URL", "The database refuses the user in DATABASE_URL."],
  "3D000": ["ไม่มีฐานข้อมูลตามชื่อใน DATABASE_URL", "The database named in DATABASE_URL does not exist."],
};

async function connect(url) {
  const { default: pg } = await import("pg");
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
  } catch (error) {
    const [thai, english] = SENTENCES[error.code ?? error.errors?.[0]?.code] ?? [
      "DATABASE_URL ใช้ไม่ได้",
      `DATABASE_URL cannot be used: ${error.message}.`,
    ];
    fail(thai, english);
  }
  return client;
}

async function appliedMigrations(client) {
  const { rows } = await client.query(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!rows[0].there) return [];
  const done = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return done.rows.map((row) => row.migration_name);
}

/** A wrong index key would find no holder and import all of them again, so it is refused before anything is served. */
async function checkKeys(client, keys) {
  const check = keyCheckOf(keys);
  const { rows } = await client.query("SELECT value FROM setting WHERE key = 'key_check'");
  if (rows.length === 0)
    await client.query(
      "INSERT INTO setting (key, value) VALUES ('key_check', to_jsonb($1::text))",
      [check],
    );
  else if (rows[0].value !== check)
    fail(
      "กุญแจ (ID_KEY หรือ INDEX_KEY) ไม่ใช่ชุดที่ใช้กับฐานข้อมูลนี้",
      "ID_KEY or INDEX_KEY is not the one that this database was made with.",
    );
}

function loginUrl(ownerUrl, login, password) {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password;
  return url.href;
}

/** Runtime logins without a given password get the ones that we keep. */
async function openLogins(client, ownerUrl, passwords) {
  const given = { app: process.env.DATABASE_APP_URL, job: process.env.DATABASE_JOB_URL };
  const urls = {};
  for (const [name, url] of Object.entries(given)) {
    urls[name] = url ?? loginUrl(ownerUrl, `sukjai_${name}`, passwords[name]);
    if (!url) await client.query(`ALTER ROLE sukjai_${name} PASSWORD '${passwords[name]}'`);
  }
  return urls;
}

/**
 * Opens the database and brings it up to date.
 * @param settings server settings of an embedded database (tests turn fsync off).
 * @returns `environment` for the other processes, and `server` (undefined with DATABASE_URL).
 */
export async function openDatabase({ dataDir, port, settings, watch = (_title, run) => run() }) {
  const embedded = !process.env.DATABASE_URL;
  checkRoom(dataDir);
  const keys = keysOf(dataDir, { embedded });
  const passwords = passwordsOf(dataDir);
  const server = embedded
    ? await watch("เริ่มฐานข้อมูล PostgreSQL", () => startPostgres({ dataDir, passwords, settings }))
    : undefined;
  try {
    const ownerUrl = server?.url ?? process.env.DATABASE_URL;
    const client = await connect(ownerUrl);
    try {
      const applied = await appliedMigrations(client);
      await watch("ปรับโครงสร้างฐานข้อมูล", () => migrate(ownerUrl, applied));
      await checkKeys(client, keys);
      const urls = await openLogins(client, ownerUrl, passwords);
      const publicUrl = process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`;
      const environment = {
        ...keys,
        DATABASE_URL: ownerUrl,
        DATABASE_APP_URL: urls.app,
        DATABASE_JOB_URL: urls.job,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        NEXTAUTH_URL: publicUrl,
      };
      return { environment, server, embedded };
    } finally {
      await client.end();
    }
  } catch (error) {
    if (server?.started) await server.stop();
    throw error;
  }
}

/** Creates or updates the queue's own tables. */
export async function openQueue({ DATABASE_JOB_URL }) {
  const { runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: DATABASE_JOB_URL, schema: "graphile_worker" });
}

/** Whether the demo has been loaded into this database. */
export async function hasDemo({ DATABASE_URL }) {
  const client = await connect(DATABASE_URL);
  try {
    return (await client.query("SELECT FROM setting WHERE key = 'demo'")).rowCount > 0;
  } finally {
    await client.end();
  }
}

/** The demo's sign-ins, as its sign-in page lists them. */
export async function demoSignIns({ DATABASE_APP_URL }) {
  const client = await connect(DATABASE_APP_URL);
  try {
    return (await client.query("SELECT login, name, role, agency FROM auth.demo_sign_ins()")).rows;
  } finally {
    await client.end();
  }
}
