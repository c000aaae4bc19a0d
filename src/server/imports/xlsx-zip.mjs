// The ZIP archive of a workbook, for `xlsx-child.mjs`: yauzl reads it; how much may be in it is ours.
import { createInflateRaw } from "node:zlib";
import { openPromise } from "yauzl";
import { Refused } from "./reader.mjs";

const most = { entries: 200, unpackedBytes: 600 * 1024 * 1024, keptBytes: 200 * 1024 * 1024 };
/** Fewer, larger pieces than the library's own of 16 KB: a third of the time. */
const pieceBytes = 256 * 1024;
const methods = { stored: 0, deflated: 8 };

/** The entries of an archive by their names. */
export async function entriesOf(path) {
  // The sizes that an archive gives may be false either way, so `countUnpacked` counts.
  const archive = await openPromise(path, { autoClose: false, validateEntrySizes: false });
  if (archive.entryCount > most.entries) throw new Refused("FILE_UNPACKS_TOO_LARGE");
  const entries = new Map();
  for await (const entry of archive.eachEntry()) entries.set(entry.fileName, { archive, entry });
  return entries;
}

/** The unpacked bytes of an entry, in pieces. */
export async function* unpacked({ archive, entry }) {
  const { compressionMethod: method } = entry;
  if (entry.isEncrypted() || !Object.values(methods).includes(method))
    throw new Refused("FILE_DAMAGED");
  const packed = await archive.openReadStreamPromise(entry, { decodeFileData: false });
  if (method === methods.stored) return yield* packed;
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  packed.once("error", (error) => inflate.destroy(error));
  yield* packed.pipe(inflate);
}

/** Unpacks all once, only to count. */
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
