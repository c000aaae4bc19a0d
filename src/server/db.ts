import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapterFactory,
  Transaction as SqlTransaction,
} from "@prisma/driver-adapter-utils";
import { Client } from "pg";
import { PrismaClient } from "@/server/generated/prisma/client";
import { countingTogether } from "./counts";
import { openingCursors } from "./cursor";
import { env } from "./env";
import { statementName } from "./statement-names";

/**
 * The application's connection (login `sukjai_app`, which may do nothing until it enters a role).
 * Only scope.ts, command.ts, session.ts and clock.ts use it; all other code gets a transaction.
 */
function connect() {
  const client = new PrismaClient({
    adapter: inTransactions(
      new PrismaPg(
        {
          connectionString: env().DATABASE_APP_URL,
          max: connectionsOf(env().WEB_PROCESSES),
          connectionTimeoutMillis: 5000,
          keepAlive: true,
          // Questions that do not wait for each other's answer are sent together.
          pipeline: true,
          Client: ClientThatBegins,
        },
        { statementNameGenerator: statementName },
      ),
      (transaction) => countingTogether(openingCursors(transaction)),
    ),
    transactionOptions: { maxWait: 5000, timeout: 15_000 },
  });
  askSingly(client);
  return client;
}

/**
 * Nobody waits for the answer to BEGIN: what enters the role travels with it. Where it fails, so does all that follows on the
 * connection, which outside a transaction has no role and may do nothing.
 */
class ClientThatBegins extends Client {}
Reflect.set(ClientThatBegins.prototype, "query", function (this: Client, ...asked: unknown[]) {
  const answer: unknown = Reflect.apply(Client.prototype.query, this, asked);
  if (!isBegin(asked[0]) || !(answer instanceof Promise)) return answer;
  answer.catch(() => {});
  return Promise.resolve({ fields: [], rows: [], rowCount: 0 });
});

const isBegin = (asked: unknown) =>
  typeof asked === "object" && asked !== null && Reflect.get(asked, "text") === "BEGIN";

/**
 * Prisma gathers what is asked at the same moment in a transaction and awaits each answer before it sends the next. Without that `pg`
 * sends them together; what looks up rows by id is still gathered, for it becomes one statement. Nothing public of Prisma says so:
 * tests/integration/statements.test.ts holds it.
 */
function askSingly(client: object) {
  const { options } = Reflect.get(client, "_requestHandler").dataloader;
  const gather = options.batchBy;
  options.batchBy = (request: { transaction?: { kind: string; id: string } }) => {
    const batch = gather(request);
    return batch === `itx-${request.transaction?.id}` ? undefined : batch;
  };
}

/** The adapter with something of ours in each of its transactions. */
function inTransactions(
  factory: SqlDriverAdapterFactory,
  equip: (transaction: SqlTransaction) => SqlTransaction,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const driver = await factory.connect();
      const start = driver.startTransaction.bind(driver);
      driver.startTransaction = async (level) => equip(await start(level));
      return driver;
    },
  };
}

/** How many connections each of the web server's processes may hold: PostgreSQL takes a hundred, and the worker needs some. */
export function connectionsOf(processes = 1): number {
  return Math.max(2, Math.min(10, Math.floor(80 / processes)));
}

/** The connection itself: session.ts passes it to the sign-in, which happens before any role is entered. */
export type Connection = ReturnType<typeof connect>;

declare global {
  var sukjaiDatabase: ReturnType<typeof connect> | undefined;
}

/** One client per process; kept over hot reloads in development. */
export function database(): ReturnType<typeof connect> {
  globalThis.sukjaiDatabase ??= connect();
  return globalThis.sukjaiDatabase;
}

/** A transaction as Prisma hands it out. */
export type Transaction = Parameters<Parameters<ReturnType<typeof connect>["$transaction"]>[0]>[0];
