/**
 * `npm run test:mutants [-- --sample 40] [-- --only policy]`: removes each policy, grant, check and function right in
 * turn, in a copy of the template database, and runs the fast security tests. A mutant that no test notices is printed
 * as a survivor. A full run takes hours, so it is not part of `npm test`.
 *
 * `npm run test:mutants -- rules`: changes each constant of the first rule set in turn and asks the statements of the papers
 * (tests/rules) whether they notice. A mutant counts as killed only where a statement fails that quotes the clause which the
 * changed value names; for a value that names none (words, the order of headings) any statement does, since each quotes one.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { startTemplate } from "../tests/support/template.mjs";
import { PROJECT } from "./prepare.mjs";
import { runMain } from "./say.mjs";

const SUITE = ["rows", "writes", "tamper", "catalogue", "agreement"].map(
  (name) => `tests/security/${name}.test.ts`,
);
const PRISTINE = "sukjai_pristine";

/** Every kind of protection, as the statement that removes it; names come from the catalogue, quoted by it. */
const WALLS = {
  policy: `SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename) AS sql FROM pg_policies
    WHERE schemaname = 'public' ORDER BY 1`,
  row_security: `SELECT format('ALTER TABLE %s %s ROW LEVEL SECURITY', oid::regclass, verb) AS sql
    FROM pg_class, (VALUES ('DISABLE'), ('NO FORCE')) AS v (verb)
    WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  check: `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
  grant: `SELECT format('REVOKE %s ON %s FROM %s', privilege_type, c.oid::regclass, coalesce(r.rolname::text, 'PUBLIC')) AS sql
    FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner ORDER BY 1`,
  column_grant: `SELECT format('REVOKE %s (%I) ON %s FROM %I', privilege_type, t.attname, t.attrelid::regclass, r.rolname) AS sql
    FROM pg_attribute t, aclexplode(t.attacl) a JOIN pg_roles r ON r.oid = a.grantee
    WHERE t.attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace) ORDER BY 1`,
  function: `SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM %I', p.oid::regprocedure, r.rolname) AS sql
    FROM pg_proc p, aclexplode(p.proacl) a JOIN pg_roles r ON r.oid = a.grantee
    WHERE p.pronamespace IN ('app'::regnamespace, 'auth'::regnamespace, 'audit'::regnamespace) AND a.grantee <> p.proowner ORDER BY 1`,
  function_to_all: `SELECT format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', p.oid::regprocedure) AS sql FROM pg_proc p
    WHERE p.prosecdef AND p.pronamespace IN ('app'::regnamespace, 'auth'::regnamespace, 'audit'::regnamespace) ORDER BY 1`,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, only: { type: "string" }, list: { type: "boolean" } },
});

function on(environment, database) {
  const url = new URL(environment.ADMIN_URL);
  url.pathname = `/${database}`;
  return async (work) => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
}

async function listMutants(template) {
  const kinds = Object.entries(WALLS).filter(([kind]) => !values.only || kind === values.only);
  const all = [];
  await template(async (client) => {
    for (const [kind, query] of kinds)
      for (const { sql } of (await client.query(query)).rows) all.push({ kind, sql });
  });
  if (!values.sample) return all;
  // Evenly spread, so that every kind is in the sample.
  const step = Math.max(1, all.length / Number(values.sample));
  return Array.from(
    { length: Math.min(all.length, Number(values.sample)) },
    (_, nth) => all[Math.floor(nth * step)],
  );
}

/** Whether the tests notice. Only failed assertions count, so the suite must first pass without a mutant. */
function suiteFails(environment) {
  const { status } = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "integration",
      "--bail",
      "1",
      "--reporter",
      "dot",
      ...SUITE,
    ],
    {
      cwd: PROJECT,
      stdio: "ignore",
      env: { ...process.env, SUKJAI_TEMPLATE: JSON.stringify(environment) },
    },
  );
  return status !== 0;
}

async function renew(server) {
  await server(async (client) => {
    await client.query("DROP DATABASE sukjai WITH (FORCE)");
    await client.query(`CREATE DATABASE sukjai TEMPLATE ${PRISTINE} OWNER sukjai`);
  });
}

/** All of them in one process: a mutant takes a millisecond. */
async function mutateRules() {
  const { build } = await import("esbuild");
  const outfile = join(PROJECT, ".build/rule-mutants.mjs");
  await build({
    entryPoints: [join(PROJECT, "tests/rules/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  process.exitCode = spawnSync(process.execPath, [outfile], { stdio: "inherit" }).status ?? 1;
}

async function mutateWalls() {
  const { environment, stop } = await startTemplate();
  const server = on(environment, "postgres");
  const template = on(environment, "sukjai");
  try {
    const mutants = await listMutants(template);
    if (values.list) {
      for (const { kind, sql } of mutants) console.log(`${kind}\t${sql}`);
      return;
    }
    await server((client) =>
      client.query(`CREATE DATABASE ${PRISTINE} TEMPLATE sukjai OWNER sukjai`),
    );
    if (suiteFails(environment)) throw new Error("The security tests fail without any mutant.");
    const survivors = [];
    for (const [nth, { kind, sql }] of mutants.entries()) {
      await renew(server);
      await template((client) => client.query(sql));
      const killed = suiteFails(environment);
      if (!killed) survivors.push(sql);
      console.log(
        `${nth + 1}/${mutants.length} ${killed ? "killed  " : "SURVIVED"} ${kind}: ${sql}`,
      );
    }
    console.log(`\n${mutants.length - survivors.length} killed, ${survivors.length} survived`);
    if (survivors.length) process.exitCode = 1;
  } finally {
    await stop();
  }
}

await runMain(positionals[0] === "rules" ? mutateRules : mutateWalls);
