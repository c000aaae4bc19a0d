import { expect, it } from "vitest";
import { database } from "@/server/db";
import { jobDatabaseUrl } from "@/server/env";
import { installQueue } from "@/server/jobs/queue";

it("is a server that sorts Thai by the dictionary and finds parts of Thai words", async () => {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM (VALUES ('ขวัญ'), ('เกษม'), ('แก้ว'), ('กมล')) AS people (name) ORDER BY name`;
  expect(rows.map(({ name }) => name)).toEqual(["กมล", "เกษม", "แก้ว", "ขวัญ"]);

  const [part] = await database().$queryRaw<{ trigrams: number }[]>`
    SELECT cardinality(show_trgm('สมชาย')) AS trigrams`;
  expect(part?.trigrams).toBeGreaterThan(0);
});

it("is entered as a login that is neither superuser nor owner", async () => {
  const [login] = await database().$queryRaw<Record<string, unknown>[]>`
    SELECT current_user::text AS name, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user`;
  expect(login).toEqual({
    name: "sukjai_app",
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
  });
});

it("installs the queue as often as it is asked", async () => {
  await installQueue(jobDatabaseUrl());
  await installQueue(jobDatabaseUrl());
});

it("holds the areas of the country", async () => {
  const districts = await database().district.count({ where: { provinceCode: "54" } });
  expect(districts).toBe(8);
});
