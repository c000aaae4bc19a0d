import { describe, expect, it } from "vitest";
import { roles } from "@/domain/policy";
import { onDatabase } from "./world";

const rows = async (sql: string, url?: string) =>
  onDatabase(async (client) => (await client.query(sql)).rows, url);

/** Tables without row security: reference data that everybody may read. Reviewed; a new one needs a reason here. */
const open = ["province", "district", "subdistrict", "_prisma_migrations"];

describe("the catalogue (docs/security.md 1.1; every row is a fault)", () => {
  it("has row security, forced, with a policy, on every table but the reviewed ones, and no runtime owner", async () => {
    const faults = await rows(`
      WITH t AS (SELECT c.oid, c.relname, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public')
      SELECT 'no row security' AS fault, relname FROM t WHERE NOT rls AND relname <> ALL ('{${open.join(",")}}')
      UNION ALL SELECT 'row security on a reviewed table', relname FROM t WHERE rls AND relname = ANY ('{${open.join(",")}}')
      UNION ALL SELECT 'not forced', relname FROM t WHERE rls AND NOT forced
      UNION ALL SELECT 'no policy', relname FROM t WHERE rls AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid)
      UNION ALL SELECT 'owned by a runtime role', relname FROM t WHERE owner ~ '^(sukjai_|r_)'`);
    expect(faults).toEqual([]);
  });

  it("gives no runtime role a power of its own", async () => {
    const powerful = await rows(`SELECT rolname FROM pg_roles WHERE rolname ~ '^(sukjai_|r_)'
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`);
    expect(powerful).toEqual([]);
    const logins = await rows(
      "SELECT rolname FROM pg_roles WHERE rolname ~ '^(sukjai_|r_)' AND rolcanlogin ORDER BY 1",
    );
    expect(logins).toEqual([{ rolname: "sukjai_app" }, { rolname: "sukjai_job" }]);
  });

  it("lets the application's login become each role of the policy and the decider, nothing else, and inherit nothing", async () => {
    const memberships =
      await rows(`SELECT r.rolname AS role, m.set_option, m.inherit_option, m.admin_option
      FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
      WHERE u.rolname = 'sukjai_app' ORDER BY 1`);
    expect(memberships).toEqual(
      [...[...roles, "link_bearer"].map((role) => `r_${role}`), "sukjai_decider"]
        .sort()
        .map((role) => ({ role, set_option: true, inherit_option: false, admin_option: false })),
    );
    const job =
      await rows(`SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
      JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = 'sukjai_job'`);
    expect(job.map(({ rolname }) => rolname).sort()).toEqual([
      "r_job",
      "sukjai_bookkeeper",
      "sukjai_decider",
    ]);
    // So no officer's role reads what the decider reads, a desk's least of all: it becomes nobody.
    const between = await rows(
      `SELECT u.rolname FROM pg_auth_members m JOIN pg_roles u ON u.oid = m.member WHERE u.rolname ~ '^r_'`,
    );
    expect(between).toEqual([]);
  });

  it("pins the search path of every function that runs with its owner's rights", async () => {
    const loose =
      await rows(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname IN ('app', 'auth', 'audit', 'public')
      AND NOT EXISTS (SELECT FROM unnest(coalesce(p.proconfig, '{}')) x WHERE x LIKE 'search_path=%')`);
    expect(loose).toEqual([]);
  });

  it("lets PUBLIC call only the four functions that say who asks", async () => {
    const callable =
      await rows(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('app', 'auth', 'audit') AND has_function_privilege('public', p.oid, 'EXECUTE') ORDER BY 1`);
    expect(callable.map(({ name }) => name)).toEqual([
      "app.agency()",
      "app.district()",
      "app.province()",
      "app.uid()",
    ]);
  });

  it("has only views that run with the caller's rights", async () => {
    const views =
      await rows(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND n.nspname IN ('public', 'app') AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`);
    expect(views).toEqual([]);
  });

  it("lets no runtime role create anything, nor read the tables of sign-in, audit, receipts or the queue", async () => {
    const faults = await rows(`
      SELECT 'creates in ' || n.nspname AS fault, r.rolname FROM pg_namespace n, pg_roles r
        WHERE n.nspname IN ('public', 'app', 'auth', 'audit', 'graphile_worker') AND r.rolname ~ '^(r_|sukjai_app)' AND has_schema_privilege(r.rolname, n.oid, 'CREATE')
      UNION ALL SELECT c.oid::regclass::text, r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
        WHERE c.relkind IN ('r', 'p', 'S') AND n.nspname IN ('app', 'auth', 'audit', 'graphile_worker') AND r.rolname ~ '^(r_|sukjai_app)'
        AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(r.rolname, c.oid, 'USAGE')
          ELSE has_table_privilege(r.rolname, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES') END`);
    expect(faults).toEqual([]);
  });

  it("has the check of two people on everything that is confirmed", async () => {
    const confirmed = await rows(`SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name ~ '^(confirmed|approved)_by_id$' ORDER BY 1`);
    expect(confirmed.map(({ name }) => name)).toEqual([
      "assessment",
      "departure",
      "intent",
      "interview_refusal",
      "registration_decision",
    ]);
    for (const { name } of confirmed) {
      const checks = await rows(
        `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c' AND conrelid = '${name}'::regclass`,
      );
      expect(
        checks.some(({ text }) => /\((confirmed|approved)_by_id <> recorded_by_id\)/.test(text)),
        name,
      ).toBe(true);
    }
    const [correction] = await rows(
      "SELECT 1 FROM pg_constraint WHERE conrelid = 'correction'::regclass AND pg_get_constraintdef(oid) = 'CHECK ((decided_by_id <> requested_by_id))'",
    );
    expect(correction).toBeDefined();
  });
});
