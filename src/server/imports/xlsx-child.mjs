// The reader of one workbook, in a process of its own: `node xlsx-child.mjs FILE`. Writes one JSON line per row,
// [number, cells], to stdout; a refusal is exit code 1 with its code on the last line of stderr.
import { readFileSync, writeSync } from "node:fs";
import { createInflateRaw } from "node:zlib";
import { streamXlsxRows } from "hucre/xlsx";

const most = {
  entries: 200,
  unpackedBytes: 300 * 1024 * 1024,
  rows: 200_000,
  columns: 256,
  writtenBytes: 400 * 1024 * 1024,
};

class Refused extends Error {}

/** The entries of a ZIP archive by its central directory: name, method, compressed bytes. */
function entriesOf(file) {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Refused("FILE_DAMAGED");
  const count = file.readUInt16LE(end + 10);
  if (count > most.entries) throw new Refused("FILE_UNPACKS_TOO_LARGE");
  const entries = [];
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Refused("FILE_DAMAGED");
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const header = file.readUInt32LE(at + 42);
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    entries.push({ name, method: file.readUInt16LE(at + 10), packed });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The sizes that an archive gives may be false, so it is unpacked once only to be counted. */
async function countUnpacked(entries) {
  let bytes = 0;
  for (const { method, packed } of entries) {
    if (method === 0) bytes += packed.length;
    else if (method !== 8) throw new Refused("FILE_DAMAGED");
    else {
      const inflate = createInflateRaw();
      inflate.end(packed);
      for await (const chunk of inflate) {
        bytes += chunk.length;
        if (bytes > most.unpackedBytes) throw new Refused("FILE_UNPACKS_TOO_LARGE");
      }
    }
  }
  if (bytes > most.unpackedBytes) throw new Refused("FILE_UNPACKS_TOO_LARGE");
}

/** Text of a cell; a date is `2018-01-27`, as the code that reads birth dates and house numbers expects. */
function textOf(value) {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    const iso = Number.isNaN(value.getTime()) ? "" : value.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
  }
  if (typeof value === "object") return "text" in value ? String(value.text) : "";
  return String(value);
}

async function main(path) {
  const file = readFileSync(path);
  const entries = entriesOf(file);
  if (entries.some(({ name }) => /vbaProject/i.test(name))) throw new Refused("FILE_MACRO");
  await countUnpacked(entries);
  let written = 0;
  let rows = 0;
  let lines = [];
  const flush = () => {
    const bytes = Buffer.from(lines.join(""), "utf8");
    written += bytes.length;
    if (written > most.writtenBytes) throw new Refused("FILE_UNPACKS_TOO_LARGE");
    for (let done = 0; done < bytes.length; ) done += writeSync(1, bytes, done);
    lines = [];
  };
  for await (const { index, values } of streamXlsxRows(file)) {
    rows += 1;
    if (rows > most.rows) throw new Refused("FILE_TOO_MANY_ROWS");
    if (values.length > most.columns) throw new Refused("FILE_TOO_WIDE");
    lines.push(`${JSON.stringify([index + 1, values.map(textOf)])}\n`);
    if (lines.length >= 500) flush();
  }
  flush();
}

main(process.argv[2] ?? "").catch((error) => {
  const encrypted = error?.name === "EncryptedFileError";
  const code =
    error instanceof Refused ? error.message : encrypted ? "FILE_ENCRYPTED" : "FILE_DAMAGED";
  process.stderr.write(`\n${code}\n`, () => process.exit(1));
});
