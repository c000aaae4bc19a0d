import type { Client } from "pg";

/**
 * One transaction in which the owner sees and writes these tables: forced row security hides every row from the owner;
 * lifting it in the transaction shows nobody else anything.
 */
export async function withoutForce<Value>(
  owner: Client,
  tables: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  const force = (words: string) =>
    owner.query(tables.map((table) => `ALTER TABLE ${table} ${words}`).join("; "));
  await owner.query("BEGIN");
  try {
    await force("NO FORCE ROW LEVEL SECURITY");
    const value = await work();
    // What is deferred must be checked before the tables are changed again.
    await owner.query("SET CONSTRAINTS ALL IMMEDIATE");
    await force("FORCE ROW LEVEL SECURITY");
    await owner.query("COMMIT");
    return value;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}
