import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zip } from "@tests/builders/workbook";
import { afterAll, describe, expect, it, test } from "vitest";
import { FileRefused } from "./file";
import { openListFile } from "./list-file";
import { separatorOf } from "./separator";

/** Files that were made to do harm, or that no program would write: refused by name and place, in time. */
const folder = mkdtempSync(join(tmpdir(), "sukjai-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** How a file ends: its rows, or its refusal. */
async function outcomeOf(content: string | Uint8Array, name: string) {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  try {
    const rows: string[][] = [];
    for await (const { cells } of (await openListFile(path, name)).rows()) rows.push(cells);
    return rows;
  } catch (error) {
    if (error instanceof FileRefused) return { fault: error.fault, detail: error.detail };
    throw error;
  }
}

const office = "http://schemas.openxmlformats.org";
const main = `${office}/spreadsheetml/2006/main`;
const part = `${office}/officeDocument/2006/relationships`;
const xml = (text: string) => Buffer.from(`<?xml version="1.0"?>${text}`);
const relationships = (rows: string) =>
  xml(`<Relationships xmlns="${office}/package/2006/relationships">${rows}</Relationships>`);

/** A workbook of one sheet, from the XML of its parts. */
function book(sheet: Buffer, texts?: Buffer): Buffer {
  return zip([
    [
      "_rels/.rels",
      relationships(
        `<Relationship Id="rId1" Type="${part}/officeDocument" Target="xl/workbook.xml"/>`,
      ),
    ],
    [
      "xl/workbook.xml",
      xml(
        `<workbook xmlns="${main}" xmlns:r="${part}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relationships(
        `<Relationship Id="rId1" Type="${part}/worksheet" Target="worksheets/sheet1.xml"/>
         <Relationship Id="rId2" Type="${part}/sharedStrings" Target="sharedStrings.xml"/>`,
      ),
    ],
    ["xl/worksheets/sheet1.xml", sheet],
    ...(texts ? [["xl/sharedStrings.xml", texts] as const] : []),
  ]);
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string, doctype = "") =>
  xml(`${doctype}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`);
const headings = `<row r="1">${["ชื่อ", "นามสกุล", "ตำบล"].map(inline).join("")}</row>`;
const longest = 32_767;

describe("a workbook", () => {
  it("that unpacks to more than 600 MB is refused, whatever it says of itself", async () => {
    const content = Buffer.alloc(610 * 1024 * 1024, 0x20);
    const bomb = zip([["xl/worksheets/sheet1.xml", content]]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await outcomeOf(bomb, "bomb.xlsx")).toMatchObject({ fault: "FILE_UNPACKS_TOO_LARGE" });
  }, 60_000);

  it("of one giant cell is refused by its row, in seconds", async () => {
    const giant = Buffer.concat([
      xml(`<worksheet xmlns="${main}"><sheetData>${headings}<row r="2"><c t="str"><v>`),
      Buffer.alloc(290 * 1024 * 1024, 0x61),
      Buffer.from("</v></c></row></sheetData></worksheet>"),
    ]);
    const began = Date.now();
    expect(await outcomeOf(book(giant), "giant.xlsx")).toEqual({
      fault: "FILE_CELL_TOO_LONG",
      detail: { row: 2 },
    });
    expect(Date.now() - began).toBeLessThan(20_000);
  }, 60_000);

  test.each([
    ["one text", (text: string) => inline(text)],
    [
      "many runs",
      (text: string) =>
        `<c t="inlineStr"><is>${(text.match(/.{1,1000}/gs) ?? []).map((run) => `<r><t>${run}</t></r>`).join("")}</is></c>`,
    ],
  ])("may have a cell of 32,767 characters in %s, and not one more", async (_, cell) => {
    const full = "ก".repeat(longest);
    expect(
      await outcomeOf(book(sheetOf(`${headings}<row r="4">${cell(full)}</row>`)), "full.xlsx"),
    ).toEqual([[full]]);
    expect(
      await outcomeOf(book(sheetOf(`${headings}<row r="4">${cell(`${full}ก`)}</row>`)), "a.xlsx"),
    ).toEqual({ fault: "FILE_CELL_TOO_LONG", detail: { row: 4 } });
  });

  it("whose shared text is too long is refused where a cell shows it", async () => {
    const texts = (length: number) =>
      xml(`<sst xmlns="${main}"><si><t>${"ก".repeat(length)}</t></si></sst>`);
    const sheet = sheetOf(`${headings}<row r="3"><c t="s"><v>0</v></c></row>`);
    expect(await outcomeOf(book(sheet, texts(longest)), "a.xlsx")).toHaveLength(1);
    expect(await outcomeOf(book(sheet, texts(longest + 1)), "a.xlsx")).toEqual({
      fault: "FILE_CELL_TOO_LONG",
      detail: { row: 3 },
    });
    expect(await outcomeOf(book(sheet, texts(2_000_000)), "a.xlsx")).toMatchObject({
      fault: "FILE_CELL_TOO_LONG",
    });
  });

  it("with macros, too many entries, or no workbook inside is refused", async () => {
    const entry = (name: string) => [name, Buffer.from("x")] as const;
    const refused = (fault: string) => expect.objectContaining({ fault });
    expect(await outcomeOf(zip([entry("xl/vbaProject.bin")]), "a.xlsx")).toEqual(
      refused("FILE_MACRO"),
    );
    const many = Array.from({ length: 201 }, (_, number) => entry(`xl/${number}.xml`));
    expect(await outcomeOf(zip(many), "a.xlsx")).toEqual(refused("FILE_UNPACKS_TOO_LARGE"));
    expect(await outcomeOf(zip([entry("nested.zip")]), "a.xlsx")).toEqual(refused("FILE_DAMAGED"));
    expect(await outcomeOf("PK\u0003\u0004 and nothing more", "a.xlsx")).toEqual(
      refused("FILE_DAMAGED"),
    );
  });

  test.each([
    ["its end is missing", Buffer.from(`<worksheet xmlns="${main}"><sheetData>${headings}`)],
    ["a tag is closed by another", sheetOf(`<row r="1"><c></row></c>`)],
    ["it is no XML", Buffer.from("ก".repeat(10))],
  ])("is damaged where %s", async (_, sheet) => {
    expect(await outcomeOf(book(sheet), "a.xlsx")).toEqual({ fault: "FILE_DAMAGED", detail: {} });
  });

  it("may write its tags with a prefix, its texts as CDATA and its signs as references", async () => {
    const sheet = xml(
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1" hidden="false"><x:c r="A1" t="str"><x:v>ชื่อ</x:v></x:c></x:row>` +
        `<x:row><x:c t="str"><x:v><![CDATA[<ก> & ข]]> &#3588;&#xE07;&amp;amp;</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(await outcomeOf(book(sheet), "a.xlsx")).toEqual([["<ก> & ข คง&amp;"]]);
  });

  it("with an entity that repeats itself is no danger", async () => {
    const entities = Array.from(
      { length: 20 },
      (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};&e${n};">`,
    );
    const doctype = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join("")}]>`;
    const sheet = sheetOf(`<row r="1">${inline("&e20;")}</row>`, doctype);
    expect(await outcomeOf(book(sheet), "a.xlsx")).toMatchObject({ fault: "FILE_DAMAGED" });
  });
});

describe("a text file", () => {
  const header = "เลขประจำตัวประชาชน,ชื่อ,นามสกุล,ตำบล";
  const megabyte = 1024 * 1024;

  test.each<[string, string, object]>([
    [
      "a million commas on one line",
      ",".repeat(1_000_000),
      { fault: "FILE_LINE_TOO_LONG", detail: { row: 1, line: 1 } },
    ],
    [
      "thirty million commas on one line",
      `${header}\n1,ก,ข,ค\n${",".repeat(30 * megabyte)}`,
      { fault: "FILE_LINE_TOO_LONG", detail: { row: 3, line: 3 } },
    ],
    [
      "a line of letters without an end",
      `${header}\n${"ก".repeat(10 * megabyte)}`,
      { fault: "FILE_LINE_TOO_LONG", detail: { row: 2, line: 2 } },
    ],
    [
      "a cell of 32,768 characters",
      `${header}\n1,"ก\nข",ข,ค\n1,${"ก".repeat(longest + 1)},ข,ค\n`,
      { fault: "FILE_CELL_TOO_LONG", detail: { row: 3, line: 4 } },
    ],
    [
      "a quote that is never closed in 30 MB",
      `${header}\n1,"ก,ข,ค\n${"2,ก,ข,ค\n".repeat(3 * megabyte)}`,
      { fault: "FILE_QUOTE_OPEN", detail: { row: 2, line: 2 } },
    ],
    [
      "quotes that part lines of commas",
      `${header}\n${`${",".repeat(50_000)}"\n"`.repeat(200)}`,
      { fault: "FILE_QUOTE_OPEN", detail: { row: 2, line: 2 } },
    ],
  ])(
    "of %s is refused by its line, in seconds",
    async (_, content, refusal) => {
      const began = Date.now();
      expect(await outcomeOf(content, "a.csv")).toEqual(refusal);
      expect(Date.now() - began).toBeLessThan(20_000);
    },
    60_000,
  );

  it("may have a cell of 32,767 characters", async () => {
    const full = "ก".repeat(longest);
    expect(await outcomeOf(`${header}\n1,${full},ข,ค\n`, "a.csv")).toEqual([["1", full, "ข", "ค"]]);
  });

  it("may end its lines as an old Macintosh does, be it as long as it likes", async () => {
    const line = "1,ก,ข,ค";
    const content = `${header}\r${`${line}\r`.repeat(600_000)}`;
    const rows = await outcomeOf(content, "a.csv");
    expect(rows).toHaveLength(600_000);
  }, 60_000);
});

describe("the separator", () => {
  const signs = [",", ";", "\t", "|", '"', "ก", '",'];

  test.each(signs)("is found in time that grows with the text, in one of %j alone", (sign) => {
    const time = (length: number) => {
      const began = performance.now();
      separatorOf(sign.repeat(length));
      return performance.now() - began;
    };
    time(8 * 1024);
    const [short, long] = [time(16 * 1024), time(128 * 1024)];
    // Eight times the text: sixty-four times the time if it grew with the square.
    expect(long).toBeLessThan(Math.max(short, 20) * 30);
  });
});
