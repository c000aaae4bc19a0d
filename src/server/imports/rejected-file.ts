import { stringify } from "csv-stringify/sync";
import { asTextCell } from "@/domain/formula";
import type { Scoped } from "@/server/scope";
import { type ImportBatch, listRejections } from "./queries";

/** Rows read and decrypted at a time: memory does not grow with the file. */
const rowsAPiece = 2000;

/**
 * The rows that could not be imported, as CSV in pieces: the file's own columns, the reason last. UTF-8 with a BOM for
 * Excel; text that begins like a formula is marked as text.
 */
export async function* rejectedFile(
  scope: Scoped,
  batch: ImportBatch,
  words: { heading: string; reason: (code: string) => string },
): AsyncGenerator<string> {
  const width = batch.header?.length ?? 0;
  yield `\uFEFF${line([...(batch.header ?? []), words.heading])}`;
  for (let after = 0; ; ) {
    const rows = await listRejections(scope, batch, { after, take: rowsAPiece });
    yield rows
      .map(({ cells, reason }) => {
        const padded = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill("")];
        return line([...padded, words.reason(reason)]);
      })
      .join("");
    after = rows.at(-1)?.rowNumber ?? after;
    if (rows.length < rowsAPiece) return;
  }
}

function line(cells: readonly string[]): string {
  return stringify([cells.map(asTextCell)], { quoted: true, record_delimiter: "windows" });
}
