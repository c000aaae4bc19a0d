import { deflateRawSync } from "node:zlib";

/** A cell as a spreadsheet stores it: text, a number, a date's number with its format, or an error of a formula. */
export type BookCell =
  | string
  | number
  | { serial: number; format: string }
  | { error: string }
  | null;
export type BookSheet = {
  name: string;
  hidden?: boolean;
  rows: readonly (readonly BookCell[])[];
  /** Numbers of the rows that a filter hides, 1 for the first. */
  hiddenRows?: readonly number[];
  /** Rows below that only carry a format. */
  formattedRows?: number;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${text}`;

/** A workbook with what real ones have and our own writer does not make: formats, errors, hidden sheets and rows. */
export function bookOf(sheets: readonly BookSheet[]): Buffer {
  const formats: string[] = [];
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const bodies = sheets.map((sheet) => sheetXml(sheet, styleOf));
  const ids = sheets.map((_, index) => index + 1);
  return zip([
    [
      "_rels/.rels",
      `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packaged}">${ids
        .map(
          (id) =>
            `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", stylesXml(formats)],
    ...bodies.map((body, index) => [`xl/worksheets/sheet${index + 1}.xml`, body] as const),
  ]);
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`;
}

function sheetXml(
  { rows, hiddenRows = [], formattedRows = 0 }: BookSheet,
  styleOf: (format: string) => number,
) {
  const filled = rows.map((cells, index) => {
    const number = index + 1;
    const hidden = hiddenRows.includes(number) ? ' hidden="1"' : "";
    return `<row r="${number}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`, styleOf)).join("")}</row>`;
  });
  const empty = Array.from({ length: formattedRows }, (_, index) => {
    const number = rows.length + index + 1;
    return `<row r="${number}"><c r="A${number}" s="0"/><c r="B${number}" s="0"/></row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${filled.join("")}${empty.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: BookCell, ref: string, styleOf: (format: string) => number): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ("error" in cell)
    return `<c r="${ref}" t="e"><f>VLOOKUP(A1,B:C,2,0)</f><v>${escaped(cell.error)}</v></c>`;
  return `<c r="${ref}" s="${styleOf(cell.format)}"><v>${cell.serial}</v></c>`;
}

function letters(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? letters(before - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** A ZIP archive of these parts, a text as XML; what its directory says of their sizes unpacked is wrong. */
export function zip(
  parts: readonly (readonly [name: string, content: string | Uint8Array])[],
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(typeof content === "string" ? xml(content) : content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(record, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}
