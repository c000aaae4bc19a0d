import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Encoding, encodingOf } from "./encoding";
import { FileRefused } from "./file";

/** A row of the file: its number as a spreadsheet shows it, 1 for the first. */
export type SheetRow = { rowNumber: number; cells: string[] };

const mostColumns = 256;
/** Without a limit, a quote that is never closed would take in the rest of the file. */
const longestRecord = 256 * 1024;

/**
 * The rows of a CSV file, also blank ones, with memory that does not grow.
 * @throws FileRefused where the quotes or the number of columns make no table.
 */
export async function* csvRows(path: string, encoding: Encoding): AsyncGenerator<SheetRow> {
  const delimiter = await delimiterOf(path, encoding);
  const parser = Readable.from(decoded(path, encoding)).pipe(
    parse({
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRecord,
    }),
  );
  let rowNumber = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (cells.length > mostColumns) throw new FileRefused("FILE_TOO_WIDE", { row: rowNumber });
      yield { rowNumber, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused("FILE_QUOTE_OPEN", { row: rowNumber + 1 });
    throw error;
  }
}

/** Encoding, lines and rows of a CSV file. */
export async function openCsv(path: string) {
  const { encoding, lines } = await encodingOf(path);
  return { encoding, lines, rows: () => csvRows(path, encoding) };
}

/** One decoder for the whole file: the bytes of a Thai letter may be split across two chunks. */
async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Comma, semicolon or tab: the one that occurs most in the first line with text, outside quotes. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  let start = "";
  for await (const text of decoded(path, encoding)) {
    start += text;
    if (/\S[^\n]*\n/.test(start) || start.length > longestRecord) break;
  }
  const line = /\S[^\n\r]*/.exec(start)?.[0] ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (sign: string) => bare.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
