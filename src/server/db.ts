import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/server/generated/prisma/client";
import { env } from "./env";

/**
 * The application's connection (login `sukjai_app`, which may do nothing until it enters a role).
 * Only scope.ts, command.ts, session.ts and clock.ts touch it: everybody else is handed a transaction.
 */
function connect() {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_APP_URL,
      max: 10,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    }),
    transactionOptions: { maxWait: 5000, timeout: 15_000 },
  });
}

/** The connection itself: what signing in, which comes before any role, is handed by session.ts. */
export type Connection = ReturnType<typeof connect>;

declare global {
  var sukjaiDatabase: ReturnType<typeof connect> | undefined;
}

/** One client a process; kept over hot reloads in development. */
export function database(): ReturnType<typeof connect> {
  globalThis.sukjaiDatabase ??= connect();
  return globalThis.sukjaiDatabase;
}

/** A transaction as Prisma hands it out. */
export type Transaction = Parameters<Parameters<ReturnType<typeof connect>["$transaction"]>[0]>[0];
