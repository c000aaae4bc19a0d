import type { Encoding, ReadingChoice, Separator } from "@/domain/import/answers";
import { fieldsNamed, headerSignature } from "@/domain/import/columns";
import { type Heading, hasId, headingIn, type SheetRow } from "@/domain/import/headings";
import { isBlankRow } from "@/domain/import/row";
import { openCsv } from "./csv";
import { FileRefused, kindOfFile } from "./file";
import { openBook, type SheetFound } from "./workbook";

/** How a file was read, as the screen names it. */
export type Reading = {
  encoding: Encoding | "xlsx";
  separator: Separator | null;
  /** The sheet that was read and all of the workbook; null in a text file. */
  sheet: string | null;
  sheets: SheetFound[];
  /** Rows with text that a filter or a hand has hidden. They are read all the same. */
  hiddenRows: number;
};

/** A list that can be read as often as needed: its header, and its data rows without the blank ones. */
export type ListFile = {
  reading: Reading;
  header: string[];
  signature: string;
  /** About how many data rows there are, for a progress bar. */
  about: number;
  /** The non-blank rows below the header, in order. */
  rows: () => AsyncGenerator<SheetRow>;
};

/** Lines above the header (a letterhead, a title) that may come before it. */
const linesAboveHeader = 15;

/**
 * Opens a CSV or XLSX file. Its rows are first unpacked into a file beside it (`<path>.rows`), in a process of its own.
 * @param name the file's own name, whose ending must agree with its content
 * @param choice sheet, encoding and separator as an officer chose them; otherwise the file shows them
 * @throws FileRefused
 */
export async function openListFile(
  path: string,
  name: string,
  choice: ReadingChoice = {},
): Promise<ListFile> {
  const { reading, filled, rows } = await openRows(path, name, choice);
  const { cells, rowNumber } = await findHeader(rows());
  if (reading.separator && cells.some((cell) => holdsHeadings(cell, reading.separator ?? "")))
    throw new FileRefused("FILE_QUOTE_SWALLOWS", { row: rowNumber });
  return {
    reading,
    header: cells,
    signature: headerSignature(cells),
    about: Math.max(filled - 1, 1),
    async *rows() {
      for await (const row of rows())
        if (row.rowNumber > rowNumber && !isBlankRow(row.cells)) yield row;
    },
  };
}

/** A quote has made one heading of several: every column behind it would hold what its neighbour is called. */
function holdsHeadings(cell: string, separator: string): boolean {
  return cell.split(separator).filter((part) => fieldsNamed([part]) > 0).length > 1;
}

async function openRows(path: string, name: string, choice: ReadingChoice) {
  if ((await kindOfFile(path, name)) === "csv") {
    const { encoding, separator, rows, lines } = await openCsv(path, choice);
    const reading: Reading = { encoding, separator, sheet: null, sheets: [], hiddenRows: 0 };
    return { reading, filled: rows, rows: lines };
  }
  const { sheet, sheets, lines } = await openBook(path, choice.sheet);
  const reading: Reading = {
    encoding: "xlsx",
    separator: null,
    sheet: sheet.name,
    sheets,
    hiddenRows: sheet.hiddenRows,
  };
  return { reading, filled: sheet.rows, rows: lines };
}

/** The headings among the first lines; if none look like it, the first line with text. */
async function findHeader(rows: AsyncGenerator<SheetRow>): Promise<Omit<Heading, "fields">> {
  const first: SheetRow[] = [];
  for await (const row of rows) {
    if (isBlankRow(row.cells)) continue;
    if (first.push(row) >= linesAboveHeader) break;
  }
  const heading = headingIn(first) ?? first[0];
  if (!heading) throw new FileRefused("FILE_EMPTY");
  if (hasId(heading.cells)) throw new FileRefused("FILE_NO_HEADER");
  return heading;
}
