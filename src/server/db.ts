import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/server/generated/prisma/client";
import { withCursors } from "./cursor";
import { env } from "./env";
import { statementName } from "./statement-names";

/**
 * The application's connection (login `sukjai_app`, which may do nothing until it enters a role).
 * Only scope.ts, command.ts, session.ts and clock.ts use it; all other code gets a transaction.
 */
function connect() {
  return new PrismaClient({
    adapter: withCursors(
      new PrismaPg(
        {
          connectionString: env().DATABASE_APP_URL,
          max: connectionsOf(env().WEB_PROCESSES),
          connectionTimeoutMillis: 5000,
          keepAlive: true,
          // Questions that do not wait for each other's answer are sent together.
          pipeline: true,
        },
        { statementNameGenerator: statementName },
      ),
    ),
    transactionOptions: { maxWait: 5000, timeout: 15_000 },
  });
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
