// What the readers of files have in common. Each runs in a process of its own: rows go to stdout, one JSON line each
// ([sheet, number, cells], and a fourth item 1 where the row is hidden), what was found of the file goes to descriptor 3, and a
// refusal is exit code 1 with its code and place as JSON on the last line of stderr.
import { writeSync } from "node:fs";

/** A refusal by its code in src/domain/import/reasons.ts; `detail` is its place. */
export class Refused extends Error {
  constructor(code, detail = {}) {
    super(code);
    this.detail = detail;
  }
}

/** Characters of a cell are as many as a workbook's can hold, whatever kind the file is. */
export const most = { columns: 256, cell: 32_767 };

const mostWritten = 400 * 1024 * 1024;
const pieceWritten = 256 * 1024;

/** Writes rows to an open file. */
export function rowWriter(file) {
  let written = 0;
  let lines = [];
  let waiting = 0;
  const flush = () => {
    const bytes = Buffer.from(lines.join(""), "utf8");
    written += bytes.length;
    if (written > mostWritten) throw new Refused("FILE_UNPACKS_TOO_LARGE");
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    lines = [];
    waiting = 0;
  };
  const row = (value) => {
    const line = `${JSON.stringify(value)}\n`;
    lines.push(line);
    waiting += line.length;
    if (waiting >= pieceWritten) flush();
  };
  return { row, flush };
}

/** Runs a reader to its end; what it returns is what was found of the file. */
export async function runReader(read) {
  try {
    writeSync(3, JSON.stringify(await read()));
    process.disconnect?.();
  } catch (error) {
    const { message, detail } = error instanceof Refused ? error : new Refused("FILE_DAMAGED");
    const said = JSON.stringify({ fault: message, detail });
    process.stderr.write(`\n${said}\n`, () => process.exit(1));
  }
}
