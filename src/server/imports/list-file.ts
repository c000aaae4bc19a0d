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
  /** The non-blank rows below the header, in order. */
  rows: () => AsyncGenerator<SheetRow>;
};

/** Lines above the header (a letterhead, a title) that are looked through for it. */
const linesAboveHeader = 10;

/**
 * Opens a CSV or XLSX file. A workbook is unpacked beside it first (`<path>.rows`).
 * @param name the file's own name, whose ending must agree with its content
 * @throws FileRefused
 */
export async function openListFile(path: string, name: string): Promise<ListFile> {
  const { encoding, rows } = await openRows(path, name);
  const { header, rowNumber } = await findHeader(rows());
  return {
    encoding,
    header,
    signature: headerSignature(header),
    async *rows() {
      for await (const row of rows())
        if (row.rowNumber > rowNumber && !isBlankRow(row.cells)) yield row;
    },
  };
}

async function openRows(path: string, name: string) {
  if ((await kindOfFile(path, name)) === "csv") return openCsv(path);
  await unpackXlsx(path, `${path}.rows`);
  return { encoding: "xlsx" as const, rows: () => unpackedRows(`${path}.rows`) };
}

/** The first line that reads like headings; where none does, the first line with text. */
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
