import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { plainCell } from "@/domain/import/cells";
import { headingIn, type SheetRow } from "@/domain/import/headings";
import { FileRefused } from "./file";

/** A sheet of a workbook: its rows with text, those of them that are hidden, and how many fields its headings name. */
export type SheetFound = {
  name: string;
  hidden: boolean;
  rows: number;
  hiddenRows: number;
  fields: number;
};

const unpackedSheets = z.array(
  z.object({ name: z.string(), hidden: z.boolean(), rows: z.int(), hiddenRows: z.int() }),
);
const unpackedRow = z.tuple([z.int(), z.int(), z.array(z.string())]).rest(z.int());

/**
 * The sheet of an unpacked workbook that is read: the chosen one, else the visible one whose headings name the most fields. A
 * hidden sheet is never read unasked.
 * @throws FileRefused where the chosen sheet is not in the workbook, or nothing is visible
 */
export async function openBook(path: string, chosen?: string) {
  const sheets = await sheetsOf(path);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const best = [...visible].sort((a, b) => b.fields - a.fields || filled(b) - filled(a))[0];
  const sheet = chosen === undefined ? best : sheets.find(({ name }) => name === chosen);
  if (!sheet) throw new FileRefused(chosen === undefined ? "FILE_EMPTY" : "FILE_SHEET_GONE");
  return { sheet, sheets, rows: () => rowsOf(path, sheets.indexOf(sheet)) };
}

const filled = ({ rows }: SheetFound) => Math.min(rows, 1);

async function sheetsOf(path: string): Promise<SheetFound[]> {
  const found = unpackedSheets.parse(JSON.parse(await readFile(`${path}.sheets`, "utf8")));
  const sheets: SheetFound[] = [];
  for (const [index, sheet] of found.entries()) {
    const first: SheetRow[] = [];
    for await (const row of rowsOf(path, index)) if (first.push(row) >= 15) break;
    sheets.push({ ...sheet, fields: headingIn(first)?.fields ?? 0 });
  }
  return sheets;
}

/** The rows of one sheet, in order. */
async function* rowsOf(path: string, index: number): AsyncGenerator<SheetRow> {
  const input = createReadStream(`${path}.rows`);
  const begin = `[${index},`;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (!line.startsWith(begin)) continue;
      const [, rowNumber, cells, hidden] = unpackedRow.parse(JSON.parse(line));
      yield { rowNumber, cells: cells.map(plainCell), ...(hidden ? { hidden: true } : {}) };
    }
  } finally {
    input.destroy();
  }
}
