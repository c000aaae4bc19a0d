import { createReadStream } from "node:fs";
import { z } from "zod";
import { plainCell } from "@/domain/import/cells";
import type { SheetRow } from "@/domain/import/headings";

const unpackedRow = z.tuple([z.int(), z.int(), z.array(z.string())]).rest(z.int());

/** The rows of one sheet of an unpacked file, in order. A text file has one sheet, 0. */
export async function* unpackedRows(path: string, sheet: number): AsyncGenerator<SheetRow> {
  const begin = `[${sheet},`;
  for await (const lines of piecesOf(`${path}.rows`)) {
    for (const line of lines) {
      if (!line.startsWith(begin)) continue;
      const [, rowNumber, cells, hidden] = unpackedRow.parse(JSON.parse(line));
      yield { rowNumber, cells: cells.map(plainCell), ...(hidden ? { hidden: true } : {}) };
    }
  }
}

/** Between two pieces of so many bytes the database's answers are heard: it stores one chunk while the next is judged. */
const pieceBytes = 16 * 1024;

/** The lines of a file, as many at once as are read. Only a line feed ends one: a cell may hold every other line end. */
async function* piecesOf(path: string): AsyncGenerator<string[]> {
  let rest = "";
  for await (const text of createReadStream(path, {
    encoding: "utf8",
    highWaterMark: pieceBytes,
  })) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
}
