import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { streamXlsxRows } from "hucre/xlsx";
import type { ExportFormat, ExportList } from "@/domain/export-order";
import type { HolderFilter } from "@/domain/holder-filter";
import type { Actor } from "@/domain/policy";
import { execute } from "@/server/command";
import type { Cell, ExportSheet } from "@/server/exports/columns";
import { requestExport } from "@/server/exports/commands";
import { exportPath } from "@/server/exports/files";
import { runExport } from "@/server/jobs/export";

type Order = {
  list: ExportList;
  format: ExportFormat;
  filter: HolderFilter;
  view: Record<string, string>;
  reason: string;
};

/** An order as the page sends it. */
export const order = (over: Partial<Order> = {}) => ({
  list: over.list ?? "holders",
  format: over.format ?? "csv",
  filter: over.filter ?? {},
  view: over.view ?? {},
  unmasked: over.reason !== undefined,
  reason: over.reason ?? null,
});

/** Orders a file and lets the worker's task write it. */
export async function made(actor: Actor, over: Partial<Order> = {}) {
  const ordered = await execute(requestExport, actor, { id: randomUUID(), input: order(over) });
  if (!ordered.ok) throw new Error(JSON.stringify(ordered));
  await runExport(ordered.value.jobId);
  return ordered.value.jobId;
}

/** The rows of a file, its header first. */
export async function csvOf(jobId: string): Promise<string[][]> {
  return parse(await readFile(exportPath(jobId, "csv")), { bom: true });
}

/** The same of a workbook. */
export async function xlsxOf(jobId: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  const bytes = new Uint8Array(await readFile(exportPath(jobId, "xlsx")));
  for await (const row of streamXlsxRows(bytes)) rows.push(row.values);
  return rows;
}

/** The rows that a sheet gives. */
export async function rowsOf({ pages }: ExportSheet): Promise<Cell[][]> {
  const all: Cell[][] = [];
  for await (const rows of pages) all.push(...rows);
  return all;
}
