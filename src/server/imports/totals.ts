import { z } from "zod";
import type { RejectionReason } from "@/domain/import/reasons";
import type { Repair } from "@/domain/import/repairs";

/** The result of a batch's rows so far: rowsIn = created + changed + unchanged + rejected, always. */
export type Totals = {
  rowsIn: number;
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  reasons: Record<string, number>;
  mended: Record<string, number>;
  /** Field → holders whose known value the file leaves empty in a column that it has. */
  emptied: Record<string, number>;
};

export const noTotals: Totals = {
  rowsIn: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  reasons: {},
  mended: {},
  emptied: {},
};

/** Counts by code, as a batch stores them. */
export const countsByCode = z.record(z.string(), z.int());

/** The totals after one more chunk. */
export function addChunk(
  totals: Totals,
  chunk: {
    counts: { created: number; changed: number; unchanged: number };
    reasons: readonly RejectionReason[];
    repairs: readonly Repair[];
    emptied: Readonly<Record<string, number>>;
  },
): Totals {
  const { created, changed, unchanged } = chunk.counts;
  return {
    rowsIn: totals.rowsIn + created + changed + unchanged + chunk.reasons.length,
    created: totals.created + created,
    changed: totals.changed + changed,
    unchanged: totals.unchanged + unchanged,
    rejected: totals.rejected + chunk.reasons.length,
    reasons: tallied(totals.reasons, chunk.reasons),
    mended: tallied(
      totals.mended,
      chunk.repairs.map(({ field }) => field),
    ),
    emptied: summed(totals.emptied, chunk.emptied),
  };
}

function summed(before: Record<string, number>, more: Readonly<Record<string, number>>) {
  const counts = { ...before };
  for (const [code, count] of Object.entries(more))
    if (count > 0) counts[code] = (counts[code] ?? 0) + count;
  return counts;
}

function tallied(before: Record<string, number>, codes: readonly string[]) {
  const counts = { ...before };
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
