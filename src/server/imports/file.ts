import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { FileFault } from "@/domain/import/reasons";

/** The whole file was refused; `detail` fills in the sentence of this code, for example with the place. */
export class FileRefused extends Error {
  constructor(
    readonly fault: FileFault,
    readonly detail: Record<string, number> = {},
  ) {
    super(fault);
  }
}

export type FileKind = "csv" | "xlsx";

/** Bytes. A larger workbook must be sent as CSV, which is read with flat memory. */
export const largestFile = { csv: 100 * 1024 * 1024, xlsx: 25 * 1024 * 1024 } as const;

const signatures: readonly { bytes: readonly number[]; fault: FileFault | "zip" }[] = [
  { bytes: [0x50, 0x4b], fault: "zip" },
  // The old Office container: .xls, and workbooks with a password.
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], fault: "FILE_XLS" },
  { bytes: [0xff, 0xfe], fault: "FILE_UTF16" },
  { bytes: [0xfe, 0xff], fault: "FILE_UTF16" },
  { bytes: [0x25, 0x50, 0x44, 0x46], fault: "FILE_KIND" },
  // Pictures: PNG, JPEG.
  { bytes: [0x89, 0x50, 0x4e, 0x47], fault: "FILE_KIND" },
  { bytes: [0xff, 0xd8, 0xff], fault: "FILE_KIND" },
];

/**
 * The kind of a file, by its name and its first bytes, which must agree.
 * @throws FileRefused for every other kind, an empty file and one over the limit.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a flat table of file kinds and what refuses each
export async function kindOfFile(path: string, name: string): Promise<FileKind> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new FileRefused("FILE_GONE");
  if (size === 0) throw new FileRefused("FILE_EMPTY");
  const start = await firstBytes(path, 512);
  const found = signatures.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  switch (extname(name).toLowerCase()) {
    case ".xlsx":
      if (found?.fault === "FILE_XLS") throw new FileRefused("FILE_ENCRYPTED");
      if (found?.fault !== "zip") throw new FileRefused("FILE_DAMAGED");
      if (size > largestFile.xlsx) throw new FileRefused("FILE_TOO_LARGE_XLSX");
      return "xlsx";
    case ".csv":
      if (found) throw new FileRefused(found.fault === "zip" ? "FILE_KIND" : found.fault);
      if (looksLikeMarkup(start)) throw new FileRefused("FILE_KIND");
      if (size > largestFile.csv) throw new FileRefused("FILE_TOO_LARGE_CSV");
      return "csv";
    case ".xls":
      throw new FileRefused("FILE_XLS");
    case ".xlsm":
    case ".xlsb":
      throw new FileRefused("FILE_MACRO");
    default:
      throw new FileRefused("FILE_KIND");
  }
}

/** Old systems export HTML or XML tables under a spreadsheet's file name. */
function looksLikeMarkup(start: Buffer): boolean {
  return /^\uFEFF?\s*<(\?xml|!doctype|html|table|head|meta)/i.test(start.toString("utf8"));
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
