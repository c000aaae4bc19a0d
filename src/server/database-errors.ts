import type { AsyncLocalStorage } from "node:async_hooks";
import { busyDigest } from "@/domain/result";

/** The SQLSTATE that Prisma's adapter passes on, else Prisma's own code. */
export function databaseCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, meta, cause } = error as {
    code?: string;
    meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string } } };
    cause?: { originalCode?: string };
  };
  return meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode ?? meta?.code ?? code;
}

/**
 * What passes when there is less to do, or when somebody has seen to it: no free connection, none at all (a database that
 * restarts), a lock or a statement that took too long, a deadlock, a full disk (PostgreSQL's 53100, the server's ENOSPC).
 */
const busy = new Set([
  ...["40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "53100", "53200", "53300"],
  ...["P1001", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOSPC"],
]);
/** The pool's own words: outside a transaction they come without a code. */
const noConnection = /timeout exceeded when trying to connect|^Connection terminated/;

/** Whether the database was too busy to answer, or not there: the same may be asked again in a moment. */
export function isBusy(error: unknown): boolean {
  const code = databaseCode(error);
  if (code !== undefined && busy.has(code)) return true;
  return error instanceof Error && noConnection.test(error.message);
}

declare global {
  /** What `scripts/edge.mjs` keeps of the request that is being answered: a page cannot say its own status. */
  var sukjaiAnswering: AsyncLocalStorage<{ busy: boolean }> | undefined;
}

/** Reads for a page: where the database was too busy the answer is 503 and the error says so to the page that shows it. */
export async function sayingBusy<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!isBusy(error)) throw error;
    const answering = globalThis.sukjaiAnswering?.getStore();
    if (answering) answering.busy = true;
    // Next passes only an error's digest to the browser.
    throw Object.assign(error as Error, { digest: busyDigest });
  }
}
