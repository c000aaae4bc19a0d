import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlQuery, Transaction as SqlTransaction } from "@prisma/driver-adapter-utils";
import type { Transaction } from "./db";
import type { Scoped } from "./scope";

/**
 * Rows of a long list without an object of Prisma for each: Prisma writes the statement, with the conditions that lists have,
 * and a cursor in the same transaction (the same role, the same moment) gives its rows.
 */
type Opening = { transaction: SqlTransaction | null; statements: number };
const openings = new AsyncLocalStorage<Opening>();

/** A transaction that opens a cursor for what `streamRows` asks. */
export function openingCursors(transaction: SqlTransaction): SqlTransaction {
  const ask = transaction.queryRaw.bind(transaction);
  transaction.queryRaw = async (statement: SqlQuery) => {
    const cursor = openings.getStore();
    if (!cursor) return ask(statement);
    cursor.statements += 1;
    cursor.transaction = transaction;
    await transaction.executeRaw({ ...statement, sql: `DECLARE rows CURSOR FOR ${statement.sql}` });
    return { columnNames: [], columnTypes: [], rows: [] };
  };
  return transaction;
}

/** What a cursor yields for a field: a day is ISO already. */
type Read<Value> = Value extends Date ? string : Value;
export type ReadRow<Row> = { [Field in keyof Row]: Read<Row[Field]> };

/** Rows that are fetched at once, while those before are being worked on: more of them outlive a cleaning of the memory. */
const fetched = 100;

/** The rows of one query of plain columns, some at a time, however many there are; one such reading at a time. */
export async function* streamRows<Row extends object>(
  { tx }: Scoped,
  query: (tx: Transaction) => Promise<Row[]>,
): AsyncGenerator<ReadRow<Row>[]> {
  const cursor: Opening = { transaction: null, statements: 0 };
  // Awaited inside: a query of Prisma begins when it is awaited.
  await openings.run(cursor, async () => await query(tx));
  const { transaction, statements } = cursor;
  if (!transaction || statements !== 1) throw new Error("A cursor reads one statement.");
  const run = (sql: string) => transaction.queryRaw({ sql, args: [], argTypes: [] });
  for (let coming = run(`FETCH ${fetched} FROM rows`); ; ) {
    const { columnNames, rows } = await coming;
    const last = rows.length < fetched;
    // Asked for at once, so that PostgreSQL reads on while these rows are written.
    if (!last) coming = run(`FETCH ${fetched} FROM rows`);
    // A database that ends meanwhile is told where the rows are awaited; until then nobody listens, which would end the process.
    coming.catch(() => {});
    const names = columnNames.map(fieldOf);
    yield rows.map((values) => rowOf<Row>(names, values));
    if (last) break;
  }
  await run("CLOSE rows");
}

/** `national_id_last4` is the field `nationalIdLast4`. */
const fieldOf = (column: string) =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function rowOf<Row>(names: readonly string[], values: readonly unknown[]): ReadRow<Row> {
  const row: Record<string, unknown> = {};
  for (const [at, name] of names.entries()) row[name] = values[at];
  return row as ReadRow<Row>;
}
