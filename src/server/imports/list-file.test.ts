import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it, test } from "vitest";
import { FileRefused } from "./file";
import { openListFile } from "./list-file";
import { unpack } from "./unpack";

const folder = mkdtempSync(join(tmpdir(), "sukjai-list-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bom = "\uFEFF";
const header = "เลขประจำตัวประชาชน,ชื่อ,นามสกุล,ตำบล,รายได้ปี 2559";

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${Math.random().toString(36).slice(2)}-${name}`);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(content: string | Uint8Array, name = "list.csv") {
  const list = await openListFile(file(name, content), name);
  const rows: { rowNumber: number; cells: string[] }[] = [];
  for await (const row of list.rows()) rows.push(row);
  return { ...list, rows };
}

async function faultOf(content: string | Uint8Array, name = "list.csv") {
  try {
    await rowsOf(content, name);
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
  return null;
}

/** Windows-874 has the Thai block at a fixed distance; nothing else but ASCII is used here. */
function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x0e00 + 0xa0;
    }),
  );
}

describe("a CSV file", () => {
  test.each([
    ["UTF-8 with its mark", `${bom}${header}\n1,คำแสน,วงศ์ใหญ่,น้ำชำ,0\n`, "utf-8"],
    ["UTF-8", `${header}\r\n1,คำแสน,วงศ์ใหญ่,น้ำชำ,0\r\n`, "utf-8"],
    ["Windows-874", windows874(`${header}\n1,คำแสน,วงศ์ใหญ่,น้ำชำ,0`), "windows-874"],
  ])("in %s is read", async (_, content, encoding) => {
    const list = await rowsOf(content);
    expect(list.reading.encoding).toBe(encoding);
    expect(list.header).toEqual(header.split(","));
    expect(list.rows).toEqual([{ rowNumber: 2, cells: ["1", "คำแสน", "วงศ์ใหญ่", "น้ำชำ", "0"] }]);
  });

  it("stays UTF-8 where a line does not decode, and only that line is damaged", async () => {
    const good = `${header}\n1,คำแสน,ก,ข,0\n2,บุญมี,ก,ข,0\n3,`;
    const bytes = Buffer.concat([
      Buffer.from(good),
      windows874("สมชาย"),
      Buffer.from(",ก,ข,0\n4,มี,ก,ข,0\n"),
    ]);
    const list = await rowsOf(bytes);
    expect(list.reading.encoding).toBe("utf-8");
    const damaged = list.rows.filter(({ cells }) => cells.join("").includes("\uFFFD"));
    expect(damaged.map(({ rowNumber }) => rowNumber)).toEqual([4]);
    expect(list.rows).toHaveLength(4);
    expect(damaged[0]?.cells.slice(2)).toEqual(["ก", "ข", "0"]);
  });

  it("is UTF-8 by its mark even where most lines do not decode", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${bom}${header}\n`),
      windows874("1,ก,ก,ก,0\n2,ก,ก,ก,0\n3,ก,ก,ก,0\n"),
    ]);
    const encodingOf = async (content: Uint8Array) => (await rowsOf(content)).reading.encoding;
    expect(await encodingOf(bytes)).toBe("utf-8");
    expect(await encodingOf(bytes.subarray(3))).toBe("windows-874");
  });

  test.each([[";"], ["\t"], [","]])("may be separated by '%s'", async (sign) => {
    const list = await rowsOf(
      `${header.replaceAll(",", sign)}\n${["1", "ก", "ข", "ค", "0"].join(sign)}\n`,
    );
    expect(list.rows).toEqual([{ rowNumber: 2, cells: ["1", "ก", "ข", "ค", "0"] }]);
  });

  it("may quote separators, quotes and line ends; blank rows are not counted", async () => {
    const list = await rowsOf(
      `${header}\n\n,,,,\n"1","คำ, แสน","ว""งศ์","น้ำ\nชำ",0\n \u200B,,,,\n2,a"b,c,d,0\n\n`,
    );
    expect(list.rows).toEqual([
      { rowNumber: 4, cells: ["1", "คำ, แสน", 'ว"งศ์', "น้ำ\nชำ", "0"] },
      { rowNumber: 6, cells: ["2", 'a"b', "c", "d", "0"] },
    ]);
  });

  it("may hold signs that other programs take for line ends", async () => {
    const odd = "ก\u2028ข\u2029ค\u0085ง\u000bจ";
    const list = await rowsOf(`${header}\n1,${odd},ว,น,0\n2,ก,ข,ค,0\n`);
    expect(list.rows.map(({ cells }) => cells[1])).toEqual([odd, "ก"]);
  });

  it("may have a title above its headings, and mixed line ends", async () => {
    const list = await rowsOf(`รายชื่อผู้มีบัตร จังหวัดแพร่,,,,\r\n\r\n${header}\n1,ก,ข,ค,0\r\n2,ก,ข,ค,0\n`);
    expect(list.rows.map(({ rowNumber }) => rowNumber)).toEqual([4, 5]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["FILE_EMPTY", "", "list.csv"],
    ["FILE_EMPTY", "\n \n", "list.csv"],
    ["FILE_QUOTE_OPEN", `${header}\n1,"ก,ข,ค,0\n${"2,ก,ข,ค,0\n".repeat(40_000)}`, "list.csv"],
    ["FILE_QUOTE_SWALLOWS", `${header}\n1,"ก,ข,ค,0\n2,ก",ข,ค,0\n`, "list.csv"],
    ["FILE_QUOTE_SWALLOWS", `${header}\n1,ก,ข,ค,"0\n2,ก,ข,ค,0"\n3,ก,ข,ค,0\n`, "list.csv"],
    ["FILE_QUOTE_SWALLOWS", `${header}\n1,ก,ข,ค,"0\n1000000000009",ก,ข,ค,0\n`, "list.csv"],
    ["FILE_QUOTE_OPEN", `${header}\n1,"ก,ข`, "list.csv"],
    ["FILE_TOO_WIDE", `${header}\n${"ก,".repeat(1000)}`, "list.csv"],
    ["FILE_ODS", header, "list.ods"],
    [
      "FILE_ODS",
      `PK\u0003\u0004${"\0".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`,
      "list.xlsx",
    ],
    ["FILE_MARKUP", "<html><table><tr><td>1</td></tr></table></html>", "list.xlsx"],
    ["FILE_NO_HEADER", "1000000000009,ก,ข,น้ำชำ,0\n", "list.csv"],
    ["FILE_UTF16", Buffer.from(`\uFEFF${header}`, "utf16le"), "list.csv"],
    ["FILE_KIND", Buffer.from(header, "utf16le"), "list.csv"],
    ["FILE_KIND", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "list.csv"],
    ["FILE_MARKUP", "<html><table><tr><td>1</td></tr></table></html>", "list.csv"],
    ["FILE_KIND", "%PDF-1.7", "list.csv"],
    ["FILE_KIND", "PK\u0003\u0004", "list.csv"],
    ["FILE_KIND", header, "list.zip"],
    ["FILE_KIND", header, "list"],
    ["FILE_XLS", header, "list.xls"],
    ["FILE_XLS", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "list.csv"],
    ["FILE_MACRO", header, "list.XLSM"],
    ["FILE_TEXT", header, "list.xlsx"],
    ["FILE_DAMAGED", Buffer.from([1, 0, 2, 3]), "list.xlsx"],
    ["FILE_XLS", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "list.xlsx"],
    [
      "FILE_ENCRYPTED",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "list.xlsx",
    ],
  ])("is refused with %s", async (fault, content, name) => {
    expect(await faultOf(content, name)).toBe(fault);
  });

  it("comes back as it was, whatever lies on the border of a chunk", async () => {
    const line = (number: number) =>
      `${number},${"ก".repeat(number % 7)}ผู้ดูแลน้ำ,"ที่, ${number}",ตำบล,0`;
    const lines = Array.from({ length: 60_000 }, (_, number) => line(number));
    const list = await rowsOf(`${header}\n${lines.join("\n")}\n`);
    expect(list.rows).toHaveLength(60_000);
    const wrong = list.rows.filter(
      ({ cells }, number) =>
        cells.join("|") !==
        line(number)
          .replaceAll('"', "")
          .replace(", ", "\u0000")
          .replaceAll(",", "|")
          .replace("\u0000", ", "),
    );
    expect(wrong).toEqual([]);
  });

  it("of any bytes is read, or refused by name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const content = Buffer.concat([Buffer.from(`${header}\n`), bytes]);
        const fault = await faultOf(content);
        expect(fault === null || fault.startsWith("FILE_")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

async function workbook(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "รายชื่อ", rows }] });
}

describe("a workbook", () => {
  it("gives the same rows as the CSV: IDs and dates as text, blank rows not counted", async () => {
    const content = await workbook([
      header.split(","),
      [1000000000010, "คำแสน", new Date("2018-01-27T00:00:00Z"), null, 30000.5],
      [null, null, null, null, null],
      ["๑", "ผู้ดูแล", null, "น้ำชำ", 0],
    ]);
    const list = await rowsOf(content, "list.xlsx");
    expect(list.reading.encoding).toBe("xlsx");
    expect(list.rows).toEqual([
      { rowNumber: 2, cells: ["1000000000010", "คำแสน", "2018-01-27", "", "30000.5"] },
      { rowNumber: 4, cells: ["๑", "ผู้ดูแล", "", "น้ำชำ", "0"] },
    ]);
  });

  it("of several megabytes comes back without a damaged letter", async () => {
    const rows = Array.from({ length: 30_000 }, (_, number) => [
      String(number),
      `ผู้ดูแลน้ำ${"ก".repeat(number % 5)}${number}`,
      "วงศ์ใหญ่",
      "น้ำชำ",
      number,
    ]);
    const list = await rowsOf(await workbook([header.split(","), ...rows]), "list.xlsx");
    expect(list.rows).toHaveLength(30_000);
    expect(list.rows.map(({ cells }) => cells.join("|"))).toEqual(rows.map((row) => row.join("|")));
  }, 60_000);

  it("that takes too long is stopped", async () => {
    const path = file("slow.xlsx", await workbook([header.split(",")]));
    await expect(unpack(path, { script: "xlsx-child.mjs" }, 20)).rejects.toMatchObject({
      fault: "FILE_TOO_SLOW",
    });
  });
});
