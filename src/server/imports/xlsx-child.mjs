// The reader of one workbook, in a process of its own: `node xlsx-child.mjs FILE`. Writes one JSON line per row,
// [sheet, number, cells] and a fourth item 1 where the row is hidden, to stdout, and the sheets to file descriptor 3; a
// refusal is exit code 1 with its code and place on the last line of stderr.
import { writeSync } from "node:fs";
import { Refused } from "./refused.mjs";
import { readBook } from "./xlsx-book.mjs";
import { readSheet } from "./xlsx-sheet.mjs";
import { countUnpacked, entriesOf } from "./xlsx-zip.mjs";

const mostWritten = 400 * 1024 * 1024;
const pieceWritten = 256 * 1024;

async function main(path) {
  const entries = await entriesOf(path);
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject/i.test(name))) throw new Refused("FILE_MACRO");
  await countUnpacked(entries);
  const book = await readBook(entries);
  const out = writer(1);
  const sheets = [];
  for (const { name, hidden, path } of book.sheets) {
    const entry = path && entries.get(path);
    // A chart is a sheet without cells.
    if (!entry) continue;
    const index = sheets.length;
    const sheet = { name, hidden, rows: 0, hiddenRows: 0 };
    sheets.push(sheet);
    await readSheet(entry, book, (number, cells, isHidden) => {
      sheet.rows += 1;
      if (isHidden) sheet.hiddenRows += 1;
      out.line(isHidden ? [index, number, cells, 1] : [index, number, cells]);
    });
  }
  if (sheets.length === 0) throw new Refused("FILE_DAMAGED");
  out.flush();
  writeSync(3, JSON.stringify(sheets));
}

function writer(descriptor) {
  let written = 0;
  let lines = [];
  let waiting = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(""), "utf8");
    written += bytes.length;
    if (written > mostWritten) throw new Refused("FILE_UNPACKS_TOO_LARGE");
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    lines = [];
    waiting = 0;
  };
  const line = (value) => {
    const text = `${JSON.stringify(value)}\n`;
    lines.push(text);
    waiting += text.length;
    if (waiting >= pieceWritten) flush();
  };
  return { line, flush };
}

main(process.argv[2] ?? "").catch((error) => {
  const { message, detail } = error instanceof Refused ? error : new Refused("FILE_DAMAGED");
  process.stderr.write(`\n${JSON.stringify({ fault: message, detail })}\n`, () => process.exit(1));
});
