// The encoding of a text file, for `csv-child.mjs`.
import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { Refused } from "./reader.mjs";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** A line without an end is judged in pieces of this length; its row is refused. */
const longestLine = 1024 * 1024;

/**
 * UTF-8 if the file has a byte order mark or most of its lines decode strictly, else Windows-874. Lines of ASCII alone say
 * nothing, be they commas by the hundred. One line that does not decode becomes TEXT_UNREADABLE and does not change the
 * encoding.
 */
export async function encodingOf(path) {
  const lines = { utf8: 0, other: 0 };
  let rest = Buffer.alloc(0);
  let marked = null;
  let lineEnd = lineFeed;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (marked === null) {
      marked = bytes.subarray(0, 3).equals(byteOrderMark);
      if (!bytes.includes(lineFeed)) lineEnd = carriageReturn;
    }
    // A list in text never has a zero byte: this is a picture, a program, or UTF-16 without its mark.
    if (chunk.includes(0)) throw new Refused("FILE_KIND");
    const end = bytes.length > longestLine ? bytes.length : bytes.lastIndexOf(lineEnd) + 1;
    countLines(bytes.subarray(0, end), lineEnd, lines);
    rest = bytes.subarray(end);
  }
  countLines(rest, lineEnd, lines);
  return marked || lines.utf8 >= lines.other ? "utf-8" : "windows-874";
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function countLines(bytes, lineEnd, lines) {
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, from);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, end);
    if (!isAscii(line)) lines[isUtf8(line) ? "utf8" : "other"] += 1;
    from = end + 1;
  }
}
