// The reader of one workbook: `node xlsx-child.mjs FILE`. What it found are the sheets.
import { Refused, rowWriter, runReader } from "./reader.mjs";
import { readBook } from "./xlsx-book.mjs";
import { readSheet } from "./xlsx-sheet.mjs";
import { countUnpacked, entriesOf } from "./xlsx-zip.mjs";

await runReader(async () => {
  const entries = await entriesOf(process.argv[2] ?? "");
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject/i.test(name))) throw new Refused("FILE_MACRO");
  await countUnpacked(entries);
  const book = await readBook(entries);
  const out = rowWriter(1);
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
      out.row(isHidden ? [index, number, cells, 1] : [index, number, cells]);
    });
  }
  if (sheets.length === 0) throw new Refused("FILE_DAMAGED");
  out.flush();
  return sheets;
});
