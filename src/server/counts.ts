import type {
  SqlQuery,
  SqlResultSet,
  Transaction as SqlTransaction,
} from "@prisma/driver-adapter-utils";

/** What Prisma's `count` asks: one row with one number. */
const counting = /^SELECT COUNT\(\*\) AS "_count\$_all" FROM \(/;

type Waiting = {
  statement: SqlQuery;
  resolve: (answer: SqlResultSet) => void;
  reject: (error: unknown) => void;
};

/**
 * A transaction in which the counts that are asked at the same moment are one statement: a home page asks ten. Whatever changes
 * something, or ends the transaction, comes after the counts that were asked before it.
 */
export function countingTogether(transaction: SqlTransaction): SqlTransaction {
  const ask = transaction.queryRaw.bind(transaction);
  const change = transaction.executeRaw.bind(transaction);
  let waiting: Waiting[] = [];
  let asked = 0;

  /** Once nothing more comes: Prisma writes one statement in each turn of the loop. */
  function sendOnceQuiet(before: number, quiet = 0) {
    setImmediate(() => {
      if (waiting.length === 0) return;
      if (asked !== before) return sendOnceQuiet(asked);
      if (quiet < 2) return sendOnceQuiet(before, quiet + 1);
      send();
    });
  }
  function send() {
    // In one order, so that the same counts are the same statement.
    const sent = waiting.sort((a, b) => (a.statement.sql < b.statement.sql ? -1 : 1));
    waiting = [];
    if (sent.length === 0) return;
    ask(together(sent.map(({ statement }) => statement))).then(
      (answer) => {
        for (const [at, { resolve }] of sent.entries()) resolve(columnAt(answer, at));
      },
      (error) => {
        for (const { reject } of sent) reject(error);
      },
    );
  }
  transaction.queryRaw = (statement) => {
    asked += 1;
    if (!counting.test(statement.sql)) return ask(statement);
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) sendOnceQuiet(asked);
      waiting.push({ statement, resolve, reject });
    });
  };
  transaction.executeRaw = (statement) => {
    send();
    return change(statement);
  };
  return transaction;
}

/** One row with a column for each. */
function together(counts: readonly SqlQuery[]): SqlQuery {
  const args: unknown[] = [];
  const columns = counts.map(({ sql, args: own }) => {
    const before = args.length;
    args.push(...own);
    return `(${sql.replace(/\$(\d+)/g, (_, nth) => `$${Number(nth) + before}`)})`;
  });
  return {
    sql: `SELECT ${columns.join(", ")}`,
    args,
    argTypes: counts.flatMap(({ argTypes }) => argTypes),
  };
}

function columnAt({ columnNames, columnTypes, rows }: SqlResultSet, at: number): SqlResultSet {
  return {
    columnNames: columnNames.slice(at, at + 1),
    columnTypes: columnTypes.slice(at, at + 1),
    rows: rows.map((row) => row.slice(at, at + 1)),
  };
}
