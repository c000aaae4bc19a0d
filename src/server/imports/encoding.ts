import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { Encoding } from "@/domain/import/answers";
import { FileRefused } from "./file";

const lineFeed = 0x0a;
/** Longer than any line of a list: a file without line ends must not be read into memory as a whole. */
const longestLine = 4 * 1024 * 1024;

/**
 * UTF-8 if the file has a byte order mark or most of its lines decode strictly, else Windows-874. Lines of ASCII alone say
 * nothing, be they commas by the hundred. One line that does not decode becomes TEXT_UNREADABLE and does not change the
 * encoding. `lines`: those with text.
 */
export async function encodingOf(path: string): Promise<{ encoding: Encoding; lines: number }> {
  const lines = { all: 0, utf8: 0, other: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let marked: boolean | null = null;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    marked ??= bytes.subarray(0, 3).equals(byteOrderMark);
    // A list in text never has a zero byte: this is a picture, a program, or UTF-16 without its mark.
    if (bytes.includes(0)) throw new FileRefused("FILE_KIND");
    const end = bytes.lastIndexOf(lineFeed) + 1;
    countLines(bytes.subarray(0, end), lines);
    rest = bytes.subarray(end);
    if (rest.length > longestLine) throw new FileRefused("FILE_DAMAGED");
  }
  countLines(rest, lines);
  const utf8 = marked || lines.utf8 >= lines.other;
  return { encoding: utf8 ? "utf-8" : "windows-874", lines: lines.all };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function countLines(bytes: Buffer, lines: { all: number; utf8: number; other: number }): void {
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, from);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, end);
    if (!isBlank(line)) lines.all += 1;
    if (!isAscii(line)) lines[isUtf8(line) ? "utf8" : "other"] += 1;
    from = end + 1;
  }
}

function isBlank(line: Buffer): boolean {
  return line.length === 0 || (line.length === 1 && line[0] === 0x0d);
}
