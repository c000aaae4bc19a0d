import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Encoding, ReadingChoice, Separator } from "@/domain/import/answers";
import { plainCell, withoutTail } from "@/domain/import/cells";
import type { SheetRow } from "@/domain/import/headings";
import { encodingOf } from "./encoding";
import { FileRefused } from "./file";
import { separatorOf } from "./separator";
import { type QuoteWatch, quoteWatch } from "./swallowed";

const mostColumns = 256;
/** Without a limit, a quote that is never closed would take in the rest of the file. */
const longestRecord = 256 * 1024;

type Opened = { encoding: Encoding; separator: Separator };

/** Encoding, separator, lines and rows of a CSV file; what is not chosen is worked out from its bytes. */
export async function openCsv(path: string, choice: ReadingChoice = {}) {
  const found = await encodingOf(path);
  const encoding = choice.encoding ?? found.encoding;
  const separator = choice.separator ?? separatorOf(await startOf(path, encoding));
  const opened = { encoding, separator };
  return { ...opened, lines: found.lines, rows: () => csvRows(path, opened) };
}

/**
 * The rows of a CSV file, also blank ones, with memory that does not grow. Every line of the file is in one of them.
 * @throws FileRefused where the quotes or the number of columns make no table.
 */
async function* csvRows(path: string, { encoding, separator }: Opened): AsyncGenerator<SheetRow> {
  const watch = quoteWatch(separator);
  const parser = Readable.from(watch.counted(decoded(path, encoding))).pipe(
    parse({
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRecord,
    }),
  );
  let rowNumber = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      yield { rowNumber, cells: cellsOf(record, rowNumber, watch) };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileRefused("FILE_QUOTE_OPEN", watch.place(rowNumber + 1));
    throw error;
  }
  watch.end(rowNumber);
}

function cellsOf(record: string[], rowNumber: number, watch: QuoteWatch): string[] {
  const cells = withoutTail(record);
  watch.record(record, cells.length, rowNumber);
  if (cells.length > mostColumns) throw new FileRefused("FILE_TOO_WIDE", { row: rowNumber });
  return cells.map(plainCell);
}

/** One decoder for the whole file: the bytes of a Thai letter may be split across two chunks. */
async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The first lines of a file, whole. */
async function startOf(path: string, encoding: Encoding): Promise<string> {
  let start = "";
  for await (const text of decoded(path, encoding)) {
    start += text;
    if (start.length > 64 * 1024) return start.slice(0, 64 * 1024).replace(/[^\n\r]*$/, "");
  }
  return start;
}
