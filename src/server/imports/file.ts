import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { FileFault } from "@/domain/import/reasons";

/** The whole file was refused; `detail` fills in the sentence of this code, for example with the place. */
export class FileRefused extends Error {
  constructor(
    readonly fault: FileFault,
    readonly detail: Readonly<Record<string, number>> = {},
  ) {
    super(fault);
  }
}

export type FileKind = "csv" | "xlsx";

/** Bytes. A larger workbook must be sent as CSV, which is read with flat memory. */
export const largestFile = { csv: 100 * 1024 * 1024, xlsx: 25 * 1024 * 1024 } as const;

const signatures: readonly { bytes: readonly number[]; fault: FileFault | "zip" }[] = [
  { bytes: [0x50, 0x4b], fault: "zip" },
  // The old Office container: .xls, and .xlsx with a password.
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
export async function kindOfFile(path: string, name: string): Promise<FileKind> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new FileRefused("FILE_GONE");
  if (size === 0) throw new FileRefused("FILE_EMPTY");
  const start = await firstBytes(path, 512);
  const kind = kindOfName(extname(name).toLowerCase());
  const fault = kind === "xlsx" ? await bookFault(path, start) : textFault(start);
  if (fault) throw new FileRefused(fault);
  if (size > largestFile[kind])
    throw new FileRefused(kind === "xlsx" ? "FILE_TOO_LARGE_XLSX" : "FILE_TOO_LARGE_CSV");
  return kind;
}

function kindOfName(ending: string): FileKind {
  const kind = kinds[ending] ?? "FILE_KIND";
  if (kind === "csv" || kind === "xlsx") return kind;
  throw new FileRefused(kind);
}

const kinds: Readonly<Record<string, FileKind | FileFault>> = {
  ".xlsx": "xlsx",
  ".csv": "csv",
  ".txt": "csv",
  ".tsv": "csv",
  ".xls": "FILE_XLS",
  ".xlsm": "FILE_MACRO",
  ".xlsb": "FILE_MACRO",
  ".ods": "FILE_ODS",
};

function signatureOf(start: Buffer) {
  return signatures.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte))?.fault;
}

/** Why bytes are no workbook, although the name says so; null where they are one. */
async function bookFault(path: string, start: Buffer): Promise<FileFault | null> {
  const found = signatureOf(start);
  // The first entry of an OpenDocument file says what it is.
  if (found === "zip")
    return start.includes("mimetypeapplication/vnd.oasis.opendocument") ? "FILE_ODS" : null;
  if (found === "FILE_XLS") return (await isEncrypted(path)) ? "FILE_ENCRYPTED" : "FILE_XLS";
  if (found) return found;
  if (looksLikeMarkup(start)) return "FILE_MARKUP";
  return start.includes(0) ? "FILE_DAMAGED" : "FILE_TEXT";
}

function textFault(start: Buffer): FileFault | null {
  const found = signatureOf(start);
  if (found) return found === "zip" ? "FILE_KIND" : found;
  return looksLikeMarkup(start) ? "FILE_MARKUP" : null;
}

/** A workbook with a password lies in the old container under this name; without it the container is an old .xls. */
async function isEncrypted(path: string): Promise<boolean> {
  const mark = Buffer.from("EncryptedPackage", "utf16le");
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes: Buffer = Buffer.concat([rest, chunk]);
    if (bytes.includes(mark)) return true;
    rest = bytes.subarray(-mark.length);
  }
  return false;
}

/** Old systems export HTML or XML tables under a spreadsheet's file name. */
function looksLikeMarkup(start: Buffer): boolean {
  return /^\uFEFF?\s*<(\?xml|!doctype|html|table|head|meta|style|body)/i.test(
    start.toString("utf8"),
  );
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
