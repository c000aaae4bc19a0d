// Reads a text file into rows, for `csv-child.mjs` and, where the file is small, in the process that asks. Every step takes time
// and memory by the length of the file alone, or by that of a line.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { encodingOf } from "./csv-encoding.mjs";
import { quoteWatch } from "./csv-quotes.mjs";
import { most, Refused } from "./reader.mjs";

/** So many characters without a row are none: one line that never ends, or a quote that is never closed. */
const longestRow = 256 * 1024;
const startLength = 64 * 1024;

/**
 * Writes the rows of a file to `out`. `separatorOf` says what parts its cells by its encoding and its first lines.
 * @returns its encoding, its separator and how many rows it has
 */
export async function readText(path, { encoding: chosen, separatorOf, out }) {
  const encoding = chosen ?? (await encodingOf(path));
  const separator = await separatorOf({ encoding, start: await startOf(path, encoding) });
  return { encoding, separator, rows: await readRows(path, { encoding, separator, out }) };
}

async function readRows(path, { encoding, separator, out }) {
  const watch = quoteWatch(separator);
  const seen = { rowNumber: 0, rows: 0 };
  const keep = (record) => {
    seen.rowNumber += 1;
    const cells = withoutTail(record);
    const tooLong = cells.some(({ length }) => length > most.cell) && watch.place(seen.rowNumber);
    watch.record(record, cells.length, seen.rowNumber);
    if (cells.length > most.columns) throw new Refused("FILE_TOO_WIDE", { row: seen.rowNumber });
    if (tooLong) throw new Refused("FILE_CELL_TOO_LONG", tooLong);
    if (cells.length === 0) return null;
    seen.rows += 1;
    out.row([0, seen.rowNumber, cells]);
    // The parser keeps nothing.
    return null;
  };
  const parser = parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    on_record: keep,
  }).resume();
  try {
    const texts = withRows(watch.counted(decoded(path, encoding)), seen, watch);
    await pipeline(Readable.from(texts), parser);
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refused("FILE_QUOTE_OPEN", watch.place(seen.rowNumber + 1));
    throw error;
  }
  watch.end(seen.rowNumber);
  out.flush();
  return seen.rows;
}

/** Passes the text on as long as rows come out of it. */
async function* withRows(texts, seen, watch) {
  let since = 0;
  let lines = false;
  let before = 0;
  for await (const text of texts) {
    if (seen.rowNumber > before) [since, lines, before] = [0, false, seen.rowNumber];
    since += text.length;
    lines ||= /[\r\n]/.test(text);
    if (since > longestRow)
      throw new Refused(
        lines ? "FILE_QUOTE_OPEN" : "FILE_LINE_TOO_LONG",
        watch.place(seen.rowNumber + 1),
      );
    yield text;
  }
}

/** The cells without the empty ones at their end, which a formatted sheet has by the hundred. */
function withoutTail(cells) {
  let length = cells.length;
  while (length > 0 && cells[length - 1].trim() === "") length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** One decoder for the whole file: the bytes of a Thai letter may be split across two chunks. */
async function* decoded(path, encoding) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The first lines of a file, whole. */
async function startOf(path, encoding) {
  let start = "";
  for await (const text of decoded(path, encoding)) {
    start += text;
    if (start.length <= startLength) continue;
    start = start.slice(0, startLength);
    return start.slice(0, Math.max(start.lastIndexOf("\n"), start.lastIndexOf("\r")) + 1);
  }
  return start;
}
