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

const busy = new Set(["40001", "40P01", "55P03", "57014", "P2024", "P2028", "P2034"]);

/** Whether the database was too busy: no free connection, or a lock or a statement that took too long. */
export function isBusy(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== undefined && busy.has(code);
}
