// The ZIP archive of a workbook, for `xlsx-child.mjs`: its entries by the central directory, unpacked as a stream.
import { createInflateRaw } from "node:zlib";

/** A refusal by its code in src/domain/import/reasons.ts. */
export class Refused extends Error {}

const most = { entries: 200, unpackedBytes: 600 * 1024 * 1024, keptBytes: 200 * 1024 * 1024 };

/** The entries of a ZIP archive: name → method and compressed bytes. */
export function entriesOf(file) {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Refused("FILE_DAMAGED");
  const count = file.readUInt16LE(end + 10);
  if (count > most.entries) throw new Refused("FILE_UNPACKS_TOO_LARGE");
  const entries = new Map();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Refused("FILE_DAMAGED");
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const header = file.readUInt32LE(at + 42);
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    entries.set(name, { method: file.readUInt16LE(at + 10), packed });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The unpacked bytes of an entry, in pieces. */
export async function* unpacked({ method, packed }) {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw new Refused("FILE_DAMAGED");
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  yield* inflate;
}

/** The sizes that an archive gives may be false, so it is unpacked once only to be counted. */
export async function countUnpacked(entries) {
  let bytes = 0;
  for (const [name, entry] of entries) {
    let own = 0;
    for await (const chunk of unpacked(entry)) {
      bytes += chunk.length;
      own += chunk.length;
      // A sheet is read as a stream; the other parts are kept in memory.
      if (bytes > most.unpackedBytes || (own > most.keptBytes && !/worksheets\//.test(name)))
        throw new Refused("FILE_UNPACKS_TOO_LARGE");
    }
  }
}
