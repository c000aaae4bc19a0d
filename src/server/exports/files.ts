import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeXlsxStream } from "hucre/xlsx";
import type { ExportFormat } from "@/domain/export-order";
import { asTextCell } from "@/domain/formula";
import { env } from "@/server/env";
import type { Cell, ExportSheet } from "./columns";

/** How long a file can be downloaded, in hours. */
export const hoursKept = 24;

/** `DATA_DIR/exports/<job>.<format>`, readable only by the system account of server and worker. */
export function exportPath(jobId: string, format: ExportFormat): string {
  return join(folder(), `${jobId}.${format}`);
}

function folder(): string {
  return join(env().DATA_DIR, "exports");
}

/** What a workbook is called: the name of its sheet, and the line above a table. */
type Names = { title: string; heading: string };

/** Writes the sheet under a temporary name first, so that an existing file is always complete. */
export async function writeExport(
  sheet: ExportSheet,
  { jobId, format, names }: { jobId: string; format: ExportFormat; names: Names },
): Promise<{ bytes: number }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const path = exportPath(jobId, format);
  const begun = createWriteStream(`${path}.part`, { mode: 0o600 });
  if (format === "xlsx") await pipeline(Readable.from(workbook(sheet, names)), begun);
  else await pipeline(Readable.from(csvPortions(sheet)), begun);
  await rename(`${path}.part`, path);
  return { bytes: (await stat(path)).size };
}

/** A sheet as a workbook. Text cells are written as text: Excel must not calculate them, or drop the zeros of an ID. */
export function workbook(
  { headers, pages, titled }: ExportSheet,
  names: Names,
): AsyncIterable<Uint8Array> {
  const width = (header: string) => Math.max(12, header.length + 2);
  const asOf = names.title;
  const above: Cell[][] = titled ? [[names.heading], [asOf], headers] : [];
  return writeXlsxStream(rowsOf(above, pages), {
    name: asOf,
    columns: headers.map((header) => ({ width: width(header), ...(!titled && { header }) })),
    freezePane: { rows: Math.max(1, above.length) },
  }) as unknown as AsyncIterable<Uint8Array>;
}

async function* rowsOf(above: readonly Cell[][], pages: ExportSheet["pages"]) {
  yield* above;
  for await (const rows of pages) yield* rows;
}

/** What is written to the disk at once, in letters. */
const portion = 200_000;

/** UTF-8 with a BOM for Excel; text that begins like a formula is marked as text. */
async function* csvPortions({ headers, pages }: ExportSheet) {
  let text = `\ufeff${csvLine(headers)}`;
  for await (const rows of pages) {
    for (const row of rows) text += csvLine(row);
    if (text.length < portion) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** Every text is in quotation marks, so that nothing in it needs a rule of its own. */
function csvLine(row: readonly Cell[]): string {
  let line = "";
  for (const [at, cell] of row.entries()) {
    if (at > 0) line += ",";
    if (typeof cell === "string") line += `"${asTextCell(cell).replaceAll('"', '""')}"`;
    else if (cell !== null) line += cell;
  }
  return `${line}\r\n`;
}

/** Deletes files that can no longer be downloaded. */
export async function deleteOldExports(): Promise<void> {
  const limit = Date.now() - hoursKept * 3_600_000;
  const names = await readdir(folder()).catch(() => []);
  for (const name of names) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < limit) await rm(path, { force: true });
  }
}
