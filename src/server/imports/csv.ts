import { z } from "zod";
import { encodings, type ReadingChoice, separators } from "@/domain/import/answers";
import { readText } from "./csv-read.mjs";
import { separatorOf } from "./separator";
import { unpackOnce } from "./unpack";
import { unpackedRows } from "./unpacked-rows";

const found = z.object({
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  rows: z.int(),
});
const started = z.object({ encoding: z.enum(encodings), start: z.string() });

/**
 * Encoding, separator and rows of a text file; what is not chosen is worked out from its bytes. Every line of the file is in
 * one of its rows.
 * @throws FileRefused where the quotes or the number of columns make no table
 */
export async function openCsv(path: string, { encoding, separator }: ReadingChoice = {}) {
  const partedBy = (said: unknown) => separator ?? separatorOf(started.parse(said).start);
  const read = await unpackOnce(path, {
    script: "csv-child.mjs",
    choice: [encoding ?? "", separator ?? ""],
    args: encoding ? [encoding] : [],
    answer: (said) => ({ separator: partedBy(said) }),
    here: (out) => readText(path, { encoding, separatorOf: partedBy, out }),
  });
  return { ...found.parse(read), lines: () => unpackedRows(path, 0) };
}
