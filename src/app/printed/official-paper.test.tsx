import { inflateRawSync } from "node:zlib";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { OfficialPaper, PaperIssue } from "@/domain/official-paper";
import { chosen } from "@/i18n/chosen";
import { wordFile } from "@/server/papers/word/word-file";
import { OfficialPaperSheet } from "./official-paper";

const letter: OfficialPaper = {
  form: "letter",
  office: "ที่ว่าการอำเภอเมืองแพร่ จังหวัดแพร่",
  address: "ถนนไชยบูรณ์ พร 54000",
  subject: "ขอความร่วมมือประสานผู้มีบัตรสวัสดิการแห่งรัฐ",
  to: "ผู้ว่าราชการจังหวัดแพร่",
  reference: "หนังสือ ที่ มท 0810.6/ว 392 ลงวันที่ 9 กุมภาพันธ์ 2561",
  enclosed: ["บัญชีรายชื่อ จำนวน 1 ชุด"],
  body: [
    { kind: "text", text: "ด้วยมีผู้มีบัตร 3 ราย ไปอยู่กรุงเทพมหานคร" },
    { kind: "items", items: ["นายสันติ ถิ่นสุข", "นางสาวอรทัย เมืองพันธ์"] },
    { kind: "text", text: "จึงเรียนมาเพื่อโปรดพิจารณา" },
  ],
  signer: ["ปลัดอำเภอ ปฏิบัติราชการแทน", "นายอำเภอเมืองแพร่"],
  unit: "ที่ทำการปกครองอำเภอเมืองแพร่",
  phone: "054000000",
  annex: {
    title: "บัญชีรายชื่อแนบท้าย",
    blocks: [
      {
        kind: "table",
        caption: "บัญชีรายชื่อแนบท้าย",
        head: ["ลำดับ", "ชื่อ", "คาดว่าจะกลับ"],
        rows: [["1", "นายสันติ ถิ่นสุข", "12 เมษายน 2561"]],
      },
    ],
  },
};
const signed: PaperIssue = {
  number: "พร 0118/245",
  issuedOn: "2018-02-26",
  month: "2018-02",
  speed: "urgent",
  secrecy: "confidential",
  signedBy: "นางสาวพัชรินทร์ ใจมูล",
};
const draft: PaperIssue = { ...signed, number: null, issuedOn: null, signedBy: null };

/** One entry of a zip, by its central directory. */
function entryOf(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString("utf8");
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${name} is not in the file`);
}

const plain = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replace(/\s/g, "");

const pageOf = (paper: OfficialPaper, issue: PaperIssue, heading?: "h2") =>
  renderToStaticMarkup(
    <NextIntlClientProvider {...chosen}>
      <OfficialPaperSheet paper={paper} issue={issue} {...(heading && { heading })} />
    </NextIntlClientProvider>,
  );

function printedWords(paper: OfficialPaper, issue: PaperIssue): string {
  const page = pageOf(paper, issue);
  const text = page.slice(page.indexOf('<div data-official="'));
  return plain(
    text.replace(/<p data-screen-only.*?<\/p>/g, "").replace(/<caption.*?<\/caption>/g, ""),
  );
}

const documentOf = async (paper: OfficialPaper, issue: PaperIssue, foot: string[] = []) =>
  entryOf(await wordFile({ paper, issue }, foot), "word/document.xml");

describe("a paper as a Word file", () => {
  const notice: OfficialPaper = { ...letter, form: "notice", office: "อำเภอเมืองแพร่" };
  it.each([
    ["a signed letter with an annex", letter, signed],
    ["a draft of a letter", { ...letter, address: null, phone: null, annex: null }, draft],
    ["a memo", { ...letter, form: "memo", reference: null, enclosed: [] }, signed],
    ["a notice", { ...notice, annex: null }, draft],
    ["an order", { ...notice, form: "order", annex: null }, signed],
  ] as const)("has the words that the page prints: %s", async (_, paper, issue) => {
    const words = plain(await documentOf(paper as OfficialPaper, issue));
    expect(words).toBe(printedWords(paper as OfficialPaper, issue));
    expect(words).not.toMatch(/\d/);
  });

  it("is set as the regulation has it: 16 points of TH Sarabun, margins of 3 and 2 cm, room for the garuda", async () => {
    const file = await wordFile({ paper: letter, issue: signed });
    const text = entryOf(file, "word/document.xml");
    expect(text).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(text).toMatch(/<w:pgMar [^>]*w:right="1134"[^>]*w:left="1701"/);
    expect(text).toMatch(/<w:spacing w:line="1701" w:lineRule="exact"\/>/);
    expect(text).toMatch(/<w:pgNumType [^>]*w:fmt="thaiNumbers"/);
    const styles = entryOf(file, "word/styles.xml");
    expect(styles).toContain('w:cs="TH Sarabun New"');
    expect(styles).toMatch(/<w:szCs w:val="32"\/>/);
    // A day does not break.
    expect(text).toContain("ลงวันที่\u00a0๙\u00a0กุมภาพันธ์\u00a0๒๕๖๑");
  });

  it("keeps the digits of a link, which machines read", async () => {
    const link = "https://sukjai.example/answer/a1b2";
    expect(await documentOf(letter, signed, [link, "ลิงก์ใช้ตอบได้ถึงวันที่ 12 มีนาคม 2561"])).toContain(
      link,
    );
  });
});

it.each(["letter", "memo", "notice", "order"] as const)(
  "the subject of a paper is the headline of its page, or stands below that: %s",
  (form) => {
    const headings = (page: string) => page.match(/<h\d/g);
    const paper = { ...letter, form, annex: null };
    expect(headings(pageOf(paper, signed))).toEqual(["<h1"]);
    expect(headings(pageOf(paper, signed, "h2"))).toEqual(["<h2"]);
  },
);
