import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorld } from "@tests/security/build-world";
import { enter } from "@tests/security/enter";
import { onDatabase, type World, who } from "@tests/security/world";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { run as backup } from "@/cli/backup";
import { database } from "@/server/db";
import { auditRead, scoped } from "@/server/scope";

let world: World;
const folder = join(mkdtempSync(join(tmpdir(), "sukjai-backup-")), "first");
const admin = process.env.ADMIN_URL as string;

beforeAll(async () => {
  world = await buildWorld();
  const chief = who(world, "district_chief", "5401");
  for (let turn = 0; turn < 20; turn += 1)
    await scoped(chief, async (scope) =>
      auditRead(scope, "holder.read", { type: "holder", id: randomUUID() }),
    );
  await onDatabase((client) =>
    client.query("INSERT INTO auth.attempt (login) VALUES ('a'), ('b')"),
  );
  await database().$disconnect();
  process.env.DATABASE_ADMIN_URL = admin;
});
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A freshly migrated, empty database beside this file's own. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().slice(0, 8)}`;
  await onDatabase((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE sukjai OWNER sukjai`),
  );
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

/** `sukjai restore` as a process of its own would see its environment. */
async function restoreInto(url: string, from = folder, changes: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ DATABASE_ADMIN_URL: url, ...changes }))
    vi.stubEnv(name, value);
  vi.resetModules();
  const { run } = await import("@/cli/restore");
  return run([from]);
}

type Digests = { tables: { name: string; rows: number; sha256: string }[] };
const digests = (path: string) =>
  (JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")) as Digests).tables;

describe("a backup", () => {
  it("holds every table and the keys, for its owner's eyes only", async () => {
    expect(await backup([folder])).toBe(0);
    const tables = digests(folder);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "public.holder",
        "auth.credential",
        "auth.session",
        "audit.event",
        "audit.head",
        "app.receipt_counter",
      ]),
    );
    expect(tables.find(({ name }) => name === "public.holder")?.rows).toBe(18);
    expect(tables.find(({ name }) => name === "audit.event")?.rows).toBe(20);
    expect(JSON.parse(readFileSync(join(folder, "keys.json"), "utf8"))).toMatchObject({
      ID_KEY: process.env.ID_KEY,
    });
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it("is refused into a folder that holds something, without a folder, and by a login that does not see all", async () => {
    await expect(backup([folder])).rejects.toThrow("is not empty");
    await expect(backup([])).rejects.toThrow("Give one folder");
    vi.stubEnv("DATABASE_ADMIN_URL", "");
    await expect(backup([`${folder}-other`])).rejects.toThrow("BYPASSRLS");
  });
});

describe("a restore", () => {
  it("gives back the same digests, an audit that verifies and walls that stand", async () => {
    const url = await emptyDatabase();
    expect(await restoreInto(url)).toBe(0);
    const again = `${folder}-again`;
    vi.stubEnv("DATABASE_ADMIN_URL", url);
    expect(await backup([again])).toBe(0);
    expect(digests(again)).toEqual(digests(folder));
    await onDatabase(async (client) => {
      expect((await client.query("SELECT * FROM audit.verify()")).rows).toEqual([]);
      const chief = who(world, "district_chief", "5401");
      expect((await enter(client, chief, "SELECT id FROM holder")).rows).toHaveLength(6);
      // Triggers are on again, and sequences continue from their last value.
      await expect(client.query("DELETE FROM audit.event")).rejects.toMatchObject({
        code: "42501",
      });
      const { rows } = await client.query(
        "INSERT INTO auth.attempt (login) VALUES ('c') RETURNING id",
      );
      expect(Number(rows[0].id)).toBe(3);
    }, url);
  });

  it("is refused into a database that holds anything, and leaves it as it is", async () => {
    await expect(restoreInto(admin)).rejects.toThrow("already holds");
  });

  it("is refused from a folder that is no backup, or of another version", async () => {
    const url = await emptyDatabase();
    await expect(restoreInto(url, tmpdir())).rejects.toThrow("does not exist");
    const other = `${folder}-older`;
    cpSync(folder, other, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(other, "manifest.json"), "utf8"));
    writeFileSync(
      join(other, "manifest.json"),
      JSON.stringify({ ...manifest, migrations: ["20170101000000_x 00"] }),
    );
    await expect(restoreInto(url, other)).rejects.toThrow("another version");
  });

  it("is refused, all of it, when one file was altered", async () => {
    const url = await emptyDatabase();
    const damaged = `${folder}-damaged`;
    cpSync(folder, damaged, { recursive: true });
    const { gzipSync, gunzipSync } = await import("node:zlib");
    const file = join(damaged, "public.holder.copy.gz");
    const text = gunzipSync(readFileSync(file)).toString("utf8");
    writeFileSync(file, gzipSync(text.replace("2000000", "2000001")));
    await expect(restoreInto(url, damaged)).rejects.toThrow(/public\.holder/);
    appendFileSync(file, "garbage");
    await expect(restoreInto(url, damaged)).rejects.toThrow();
    const left = await onDatabase(
      (client) => client.query("SELECT count(*)::int AS n FROM officer"),
      url,
    );
    expect(left.rows).toEqual([{ n: 1 }]);
  });

  it("brings its keys into DATA_DIR, and is refused where other keys are given", async () => {
    const key = (letter: string) => Buffer.from(letter.repeat(32)).toString("base64");
    const own = { AUTH_SECRET: key("x"), ID_KEY: key("y"), INDEX_KEY: key("z") };
    const place = mkdtempSync(join(tmpdir(), "sukjai-keys-"));
    const changes = { ...own, DATA_DIR: place };
    await expect(restoreInto(await emptyDatabase(), folder, changes)).rejects.toThrow("Set ID_KEY");
    writeFileSync(join(place, "keys.json"), JSON.stringify(own), { mode: 0o600 });
    expect(await restoreInto(await emptyDatabase(), folder, changes)).toBe(0);
    expect(JSON.parse(readFileSync(join(place, "keys.json"), "utf8"))).toEqual(
      JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")),
    );
    expect(statSync(join(place, "keys.json")).mode & 0o077).toBe(0);
  });
});
