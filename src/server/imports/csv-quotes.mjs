// Watches the quotes of a text file, for `csv-child.mjs`.
import { Refused } from "./reader.mjs";

const lineEnd = /\r\n|\n|\r/g;
/** Thirteen digits, however they are parted. */
const idLike = /(?<!\d)\d(?:[\s-]?\d){12}(?!\d)/;

/**
 * Watches that no quote takes a line into a cell: lines in = lines judged. A cell may hold line ends (an address in two lines),
 * but not somebody's ID behind one, not as many separators as a row has, and no row may be longer than the others for it.
 */
export function quoteWatch(separator) {
  let linesIn = 0;
  let linesRead = 0;
  let width = 0;

  /** Passes the text on and counts its lines; a line end may be split across two pieces. */
  async function* counted(texts) {
    let last = "";
    for await (const text of texts) {
      if (text === "") continue;
      const joined = last === "\r" && text.startsWith("\n") ? text.slice(1) : text;
      linesIn += joined.match(lineEnd)?.length ?? 0;
      last = text.slice(-1);
      yield text;
    }
    if (last !== "" && last !== "\n" && last !== "\r") linesIn += 1;
  }

  const place = (row) => ({ row, line: linesRead + 1 });

  function record(cells, filled, row) {
    const breaks = cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    if (breaks > 0 && cells.some((cell) => swallows(cell, filled)))
      throw new Refused("FILE_QUOTE_SWALLOWS", place(row));
    linesRead += 1 + breaks;
    if (filled >= 3) width = Math.max(width, filled);
  }

  function swallows(cell, filled) {
    if (breaksIn(cell) === 0) return false;
    // The headings themselves may swallow the first person; before them no width is known.
    if (width > 0 && filled > width) return true;
    return idLike.test(cell) || cell.split(separator).length >= Math.max(width, 4);
  }

  /** The whole file is read: is every line of it in a row? */
  function end(row) {
    if (linesRead !== linesIn) throw new Refused("FILE_LINES_LOST", place(row));
  }

  return { counted, place, record, end };
}

function breaksIn(cell) {
  if (!cell.includes("\n") && !cell.includes("\r")) return 0;
  return cell.match(lineEnd)?.length ?? 0;
}
