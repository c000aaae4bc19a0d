// The reader of one text file: `node csv-child.mjs FILE [ENCODING]`. It sends the encoding and the first lines, and is told
// the separator: the headings by which it is guessed are the product's.
import { once } from "node:events";
import { readText } from "./csv-read.mjs";
import { rowWriter, runReader } from "./reader.mjs";

await runReader(() => {
  const [path = "", encoding] = process.argv.slice(2);
  return readText(path, { encoding, separatorOf, out: rowWriter(1) });
});

async function separatorOf(start) {
  process.send(start);
  const [{ separator }] = await once(process, "message");
  return separator;
}
