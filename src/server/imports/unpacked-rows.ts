import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { plainCell } from "@/domain/import/cells";
import type { SheetRow } from "@/domain/import/headings";

const unpackedRow = z.tuple([z.int(), z.int(), z.array(z.string())]).rest(z.int());

/** The rows of one sheet of an unpacked file, in order. A text file has one sheet, 0. */
export async function* unpackedRows(path: string, sheet: number): AsyncGenerator<SheetRow> {
  const input = createReadStream(`${path}.rows`);
  const begin = `[${sheet},`;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (!line.startsWith(begin)) continue;
      const [, rowNumber, cells, hidden] = unpackedRow.parse(JSON.parse(line));
      yield { rowNumber, cells: cells.map(plainCell), ...(hidden ? { hidden: true } : {}) };
    }
  } finally {
    input.destroy();
  }
}
