import { createHash } from "node:crypto";

type Line = { entryId: string; rowValues: unknown };

/**
 * SHA-256 of a file's lines in their order: each entry with its values, keys sorted, so that values read from the database
 * have the same hash as when they were written. It shows later whether the record of a file is still what was sent.
 */
export function contentHash(lines: readonly Line[]): string {
  const hash = createHash("sha256");
  for (const { entryId, rowValues } of lines)
    hash.update(`${JSON.stringify([entryId, sorted(rowValues)])}\n`);
  return hash.digest("hex");
}

function sorted(values: unknown): [string, unknown][] {
  return Object.entries(values as object).sort(([a], [b]) => (a < b ? -1 : 1));
}
