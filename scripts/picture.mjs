/**
 * `npm run db:picture`: writes the database as all migrations leave it into prisma/now, one file per subject, and the
 * SHA-256 of every migration into prisma/migrations.sha256. Tests compare both; the product never reads them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { functionsSql, relationsSql, rolesSql } from "./picture-queries.mjs";
import { fail, runMain, step } from "./say.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
export const PICTURE = join(PROJECT, "prisma/now");
export const HASHES = join(PROJECT, "prisma/migrations.sha256");
const MIGRATIONS = join(PROJECT, "prisma/migrations");

/** What Prisma's schema says of each table: the file that has it (the subject), and what the table is for. */
function modelsOfSchema() {
  const folder = join(PROJECT, "prisma/schema");
  const models = new Map();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, comment, body] of text.matchAll(
      /((?:^\/\/\/.*\n)*)^model \w+ \{\n([\s\S]*?)^\}/gm,
    )) {
      const table = body.match(/@@map\("(\w+)"\)/)?.[1];
      models.set(`public.${table}`, {
        subject: file.replace(".prisma", ""),
        comment: comment.replaceAll("///", "--"),
      });
    }
  }
  return models;
}

/**
 * The database behind a connection (a superuser's, or its owner's) as text: `{ "people.sql": … }`. A table is in the file
 * of its subject, a trigger function beside the tables that call it, every other function in a file for its schema.
 * @param client a connected client of `pg`.
 */
export async function pictureOf(client) {
  await client.query("SET search_path = public, pg_catalog");
  const models = modelsOfSchema();
  const parts = new Map();
  const put = (subject, text) => parts.set(subject, [...(parts.get(subject) ?? []), text]);

  put("roles", (await client.query(rolesSql)).rows.map(({ line }) => line).join("\n"));
  const subjectOf = (table) => models.get(table)?.subject ?? table.split(".")[0];
  for (const { name, text } of (await client.query(relationsSql)).rows)
    put(subjectOf(name), `-- ── ${name}\n${models.get(name)?.comment ?? ""}${text}`);
  for (const { schema, name, tables, text } of (await client.query(functionsSql)).rows) {
    const subjects = new Set((tables ?? []).map(subjectOf));
    put(subjects.size === 1 ? [...subjects][0] : schema, `-- ── ${name}\n${text}`);
  }
  return Object.fromEntries(
    [...parts]
      .sort()
      .map(([subject, texts]) => [`${subject}.sql`, `${HEAD}${plain(texts.join("\n\n"))}\n`]),
  );
}

/** PostgreSQL prints `(SELECT app.uid())` with an alias: this gives it back as it was written. */
const plain = (text) => text.replaceAll(/\( SELECT app\.(\w+)\(\) AS \1\)/g, "(SELECT app.$1())");

const HEAD =
  "-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.\n\n";

/** One line a migration, in the form that `sha256sum --check` reads. */
export const hashesOf = () =>
  readdirSync(MIGRATIONS)
    .filter((name) => /^\d/.test(name))
    .sort()
    .map((name) => `${name}/migration.sql`)
    .map(
      (path) =>
        `${createHash("sha256")
          .update(readFileSync(join(MIGRATIONS, path)))
          .digest("hex")}  ${path}\n`,
    )
    .join("");

/** Refuses to replace the hash of a migration that has one: some database may have applied it already. */
function refuseEdited() {
  const now = hashesOf();
  const kept = existsSync(HASHES) ? readFileSync(HASHES, "utf8") : "";
  const edited = kept.split("\n").filter((line) => line && !now.includes(line));
  if (edited.length)
    fail(
      `แก้ migration ที่เผยแพร่แล้วไม่ได้: ${edited.join(", ")}`,
      `A landed migration was edited or removed; write a new one:\n${edited.join("\n")}`,
    );
}

async function main() {
  const { default: pg } = await import("pg");
  const { startTemplate } = await import("../tests/support/template.mjs");
  refuseEdited();
  const { environment, stop } = await step("ฐานข้อมูลจาก migrations ทั้งหมด", startTemplate);
  const client = new pg.Client({ connectionString: environment.ADMIN_URL });
  try {
    await client.connect();
    const picture = await pictureOf(client);
    rmSync(PICTURE, { recursive: true, force: true });
    mkdirSync(PICTURE);
    for (const [file, text] of Object.entries(picture)) writeFileSync(join(PICTURE, file), text);
    // Only now: a migration that fails may still be mended.
    writeFileSync(HASHES, hashesOf());
  } finally {
    await client.end();
    await stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(main);
