import type { Client } from "pg";
import { withoutForce } from "./without-force";

/**
 * What makes many rows slow: indexes, foreign keys and triggers of each row are taken away while the rows come, and put
 * back afterwards, which checks all of them at once. The counters' triggers, one for each statement, stay.
 */
export const filledTables = [
  "holder",
  "holder_income",
  "intent",
  "entitlement_decision",
  "ministry_entry",
  "journey",
] as const;

/** Those, and what their statements' triggers fill. */
const setAsideTables = [...filledTables, "entitlement"] as const;

/** What puts a table back: each statement may be sent again after a run that was cut off. */
export type PutBack = {
  indexes: string[];
  constraints: string[];
  /** The other tables that the constraints point to. */
  pointedTo: string[];
  others: string[];
};

type Named = { table: string; name: string; definition: string };

/** Takes them away in the caller's transaction, and returns how to put them back. */
export async function setAside(owner: Client): Promise<PutBack> {
  const tables = [[...setAsideTables]];
  const { rows: indexes } = await owner.query<Named>(
    `SELECT c.relname AS table, x.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 2`,
    tables,
  );
  const { rows: keys } = await owner.query<Named & { pointed_to: string; hidden: boolean }>(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition, r.relname AS pointed_to,
       r.relrowsecurity AND NOT r.relname = ANY ($1) AS hidden
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND k.contype = 'f' ORDER BY 2`,
    tables,
  );
  const { rows: triggers } = await owner.query<Named>(
    `SELECT c.relname AS table, t.tgname AS name, '' AS definition FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND NOT t.tgisinternal
       AND t.tgtype & 1 = 1 AND t.tgenabled = 'O' ORDER BY 2`,
    tables,
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  for (const { table, name } of keys)
    await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table, name } of triggers)
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  // COPY knows no row security, and forced it holds for the owner too. No other login is given anything.
  for (const table of setAsideTables)
    await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  return {
    indexes: indexes.map(({ definition }) =>
      definition.replace(/ INDEX (?=\S+ ON )/, " INDEX IF NOT EXISTS "),
    ),
    constraints: keys.map(
      ({ table, name, definition }) =>
        `DO $$ BEGIN ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition};
         EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    ),
    pointedTo: [...new Set(keys.filter(({ hidden }) => hidden).map((key) => key.pointed_to))],
    others: [
      ...triggers.map(({ table, name }) => `ALTER TABLE ${table} ENABLE TRIGGER ${name}`),
      ...setAsideTables.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`),
    ],
  };
}

/** Puts everything back, indexes on all connections at a time; the rows are checked by the database. */
export async function putBack(
  owners: readonly Client[],
  { indexes, constraints, pointedTo, others }: PutBack,
  progress: (text: string) => void,
) {
  const waiting = [...indexes];
  await Promise.all(
    owners.map(async (owner) => {
      await owner.query("SET maintenance_work_mem = '512MB'");
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await owner.query(next);
        progress(`${indexes.length - waiting.length} of ${indexes.length} indexes`);
      }
    }),
  );
  const [owner] = owners;
  if (!owner) return;
  // Where row security is forced, their check would see no row: of these tables last of all.
  await withoutForce(owner, pointedTo, async () => {
    for (const statement of constraints) await owner.query(statement);
  });
  for (const statement of others) await owner.query(statement);
  for (const table of setAsideTables) await owner.query(`ANALYZE ${table}`);
}
