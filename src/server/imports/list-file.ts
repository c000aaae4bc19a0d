import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { headerSignature, looksLikeHeader } from "@/domain/import/columns";
import { isBlankRow } from "@/domain/import/row";
import { nationalIdFault } from "@/domain/national-id";
import { openCsv, type SheetRow } from "./csv";
import type { Encoding } from "./encoding";
import { FileRefused, kindOfFile } from "./file";
import { unpackedRows, unpackXlsx } from "./xlsx";

/** A list that can be read as often as needed: its header, and its data rows without the blank ones. */
export type ListFile = {
  encoding: Encoding | "xlsx";
  header: string[];
  signature: string;
  /** About how many data rows there are, for a progress bar; null if the file must be read to know it. */
  about: number | null;
  /** The non-blank rows below the header, in order. */
  rows: () => AsyncGenerator<SheetRow>;
};

/** Lines above the header (a letterhead, a title) that may come before it. */
const linesAboveHeader = 10;

/**
 * Opens a CSV or XLSX file. A workbook is first unpacked into a file beside it (`<path>.rows`).
 * @param name the file's own name, whose ending must agree with its content
 * @throws FileRefused
 */
export async function openListFile(path: string, name: string): Promise<ListFile> {
  const { encoding, lines, rows } = await openRows(path, name);
  const { header, rowNumber } = await findHeader(rows());
  return {
    encoding,
    header,
    signature: headerSignature(header),
    about: lines && lines - 1,
    async *rows() {
      for await (const row of rows())
        if (row.rowNumber > rowNumber && !isBlankRow(row.cells)) yield row;
    },
  };
}

async function openRows(path: string, name: string) {
  if ((await kindOfFile(path, name)) === "csv") return openCsv(path);
  // A workbook is unpacked once, under another name until it is complete.
  if (!existsSync(`${path}.rows`)) {
    await unpackXlsx(path, `${path}.rows.part`);
    await rename(`${path}.rows.part`, `${path}.rows`);
  }
  return { encoding: "xlsx" as const, lines: null, rows: () => unpackedRows(`${path}.rows`) };
}

/** The first line that looks like headings; if none does, the first line with text. */
async function findHeader(rows: AsyncGenerator<SheetRow>) {
  let first: { header: string[]; rowNumber: number } | null = null;
  let seen = 0;
  for await (const { cells, rowNumber } of rows) {
    if (isBlankRow(cells)) continue;
    if (looksLikeHeader(cells)) return { header: cells, rowNumber };
    first ??= { header: cells, rowNumber };
    seen += 1;
    if (seen >= linesAboveHeader) break;
  }
  if (!first) throw new FileRefused("FILE_EMPTY");
  if (first.header.some((cell) => nationalIdFault(cell) === null))
    throw new FileRefused("FILE_NO_HEADER");
  return first;
}
