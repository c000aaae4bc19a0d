import { demoProvince } from "@tests/builders/demo-officers";
import { nobody, signIn } from "@tests/support/http";
import { Client } from "pg";
import type { Role } from "@/domain/policy";
import { measurePage, type Page } from "./page-load";

/**
 * The pages of heads, with one reader and with thirty at once, beside a bare page of the same server; the figures as one line of
 * JSON. A reader goes from one page to itself again.
 */
const [base = ""] = process.argv.slice(2);
const seconds = 5;
const readers = [1, 30];

async function query<Row extends object>(sql: string, values: readonly unknown[] = []) {
  const client = new Client({ connectionString: process.env.ADMIN_URL });
  await client.connect();
  const { rows } = await client.query<Row>(sql, [...values]);
  await client.end();
  return rows;
}

/** The officers of a role in the province with casework, else of the country, each signed in. */
async function signedIn(role: Role) {
  const rows = await query<{ login: string }>(
    `SELECT login FROM officer WHERE role = $1 AND status = 'active' AND coalesce(province_code, $2) = $2 ORDER BY login LIMIT 8`,
    [role, demoProvince],
  );
  const visitors = [];
  for (const { login } of rows) visitors.push(await signIn(base, login));
  return visitors;
}

const [chiefs, governors, national] = [
  await signedIn("district_chief"),
  await signedIn("governor"),
  await signedIn("national_reader"),
];
const pages: Page[] = [
  {
    name: "a bare page of the same server",
    visitors: [nobody],
    path: () => "/nowhere",
    status: 404,
  },
  ...[
    "/",
    "/district",
    "/figures/trend",
    "/figures/compare",
    "/figures/map",
    "/figures/funnel",
    "/figures/take-up",
  ].map((path) => ({
    name: `chief: ${path}`,
    visitors: chiefs,
    path: () => path,
  })),
  ...[
    "/",
    "/province",
    "/figures/trend",
    "/figures/compare",
    "/figures/map",
    "/figures/funnel",
    "/figures/take-up",
  ].map((path) => ({
    name: `governor: ${path}`,
    visitors: governors,
    path: () => path,
  })),
  { name: "national reader: /nation", visitors: national, path: () => "/nation" },
];

const [counted] = await query<{ holders: number; here: number }>(
  `SELECT sum(people)::int AS holders, sum(people) FILTER (WHERE province_code = $1)::int AS here FROM holder_tally`,
  [demoProvince],
);
const measured = [];
for (const page of pages) {
  process.stderr.write(`  ${page.name}\n`);
  await measurePage(page, 8, 2);
  const runs = [];
  for (const many of readers) runs.push(await measurePage(page, many, seconds));
  measured.push({ name: page.name, runs });
}
process.stdout.write(`${JSON.stringify({ ...counted, measured })}\n`);
