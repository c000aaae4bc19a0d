import { writeXlsxStream } from "hucre/xlsx";
import type { Scoped } from "@/server/scope";
import { type ImportBatch, listRejections } from "./queries";

/** Rows read and decrypted at a time: memory does not grow with the file. */
const rowsAPiece = 2000;

/**
 * The rows that could not be imported, as a workbook in pieces: the file's own columns, the reason last. Every cell is text,
 * also while it is corrected, so that no spreadsheet shortens an ID or makes a date of a house; the file comes back as it is.
 */
export function rejectedFile(
  scope: Scoped,
  batch: ImportBatch,
  words: { sheet: string; heading: string; reason: (code: string) => string },
): ReadableStream<Uint8Array> {
  const headers = [...(batch.header ?? []), words.heading];
  return writeXlsxStream(rowsOf(scope, batch, headers.length - 1, words.reason), {
    name: words.sheet,
    columns: headers.map((header) => ({
      header: written(header),
      width: Math.max(14, header.length + 2),
      numFmt: "@",
    })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(
  scope: Scoped,
  batch: ImportBatch,
  width: number,
  reasonOf: (code: string) => string,
): AsyncGenerator<string[]> {
  for (let after = 0; ; ) {
    const rows = await listRejections(scope, batch, { after, take: rowsAPiece });
    for (const { cells, reason } of rows)
      yield [
        ...Array.from({ length: width }, (_, at) => written(cells[at] ?? "")),
        reasonOf(reason),
      ];
    after = rows.at(-1)?.rowNumber ?? after;
    if (rows.length < rowsAPiece) return;
  }
}

/** What XML cannot hold becomes the sign of a letter that cannot be read. */
function written(text: string): string {
  return text.replace(/[^\t\n\r -\uFFFD]/g, "\uFFFD").toWellFormed();
}
