import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onDatabase } from "@tests/security/world";
import { expect, it } from "vitest";
import { HASHES, hashesOf, PICTURE, pictureOf } from "../../scripts/picture.mjs";

const again = "run `npm run db:picture` and commit prisma/now and prisma/migrations.sha256";

it("prisma/now shows the database as all migrations leave it", async () => {
  const now: Record<string, string> = await onDatabase(pictureOf);
  expect(readdirSync(PICTURE).sort(), again).toEqual(Object.keys(now).sort());
  for (const [file, text] of Object.entries(now))
    expect(readFileSync(join(PICTURE, file), "utf8"), `prisma/now/${file}: ${again}`).toBe(text);
});

it("tells who may see a holder in one place", async () => {
  const people = readFileSync(join(PICTURE, "people.sql"), "utf8");
  const holder = people.slice(
    people.indexOf("── public.holder\n"),
    people.indexOf("── public.holder_income"),
  );
  expect(holder).toContain("CREATE POLICY caseload_read ON holder FOR SELECT TO r_account_officer");
  expect(holder).toMatch(/GRANT SELECT ON holder TO .*r_district_chief/);
});

it("no migration that has landed is edited, and every one has its hash", () => {
  const kept = readFileSync(HASHES, "utf8");
  expect(hashesOf(), `A landed migration is never edited. If you added one: ${again}`).toBe(kept);
});
