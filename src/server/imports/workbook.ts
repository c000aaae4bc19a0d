import { z } from "zod";
import { headingIn, type SheetRow } from "@/domain/import/headings";
import { FileRefused } from "./file";
import { unpackOnce } from "./unpack";
import { unpackedRows } from "./unpacked-rows";

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

/**
 * The sheet of a workbook that is read: the chosen one, else the visible one whose headings name the most fields. A
 * hidden sheet is never read unasked.
 * @throws FileRefused where the chosen sheet is not in the workbook, or nothing is visible
 */
export async function openBook(path: string, chosen?: string) {
  const sheets = await sheetsOf(path);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const best = [...visible].sort((a, b) => b.fields - a.fields || filled(b) - filled(a))[0];
  const sheet = chosen === undefined ? best : sheets.find(({ name }) => name === chosen);
  if (!sheet) throw new FileRefused(chosen === undefined ? "FILE_EMPTY" : "FILE_SHEET_GONE");
  return { sheet, sheets, lines: () => unpackedRows(path, sheets.indexOf(sheet)) };
}

const filled = ({ rows }: SheetFound) => Math.min(rows, 1);

async function sheetsOf(path: string): Promise<SheetFound[]> {
  const found = unpackedSheets.parse(await unpackOnce(path, { script: "xlsx-child.mjs" }));
  const sheets: SheetFound[] = [];
  for (const [index, sheet] of found.entries()) {
    const first: SheetRow[] = [];
    for await (const row of unpackedRows(path, index)) if (first.push(row) >= 15) break;
    sheets.push({ ...sheet, fields: headingIn(first)?.fields ?? 0 });
  }
  return sheets;
}
