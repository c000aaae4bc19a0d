import { thaiMonths, thaiShortMonths } from "@/domain/thai-dates";

/** A piece of a line on paper; `keep`: never broken at the end of a line. */
export type PaperPiece = { text: string; keep: boolean };

const number = "[\\d๐-๙][\\d๐-๙,.]*";
const months = [...thaiMonths, ...thaiShortMonths.map((name) => name.replaceAll(".", "\\."))];
const units = "คน|ราย|แห่ง|ฉบับ|ชุด|บาท|เดือน|วัน|ครั้ง|ปี|ชั่วโมง|โครงการ|น\\.";
const given = "[ก-๎]{2,20}";

/**
 * What a line of a letter is never broken in: a day, a number with what it counts, a telephone, a file number, a person's
 * name, and words in which browsers see two (ผู้สูง/อายุ). In this order: the first that fits counts.
 */
const kept = [
  `(?:(?:ลง)?วันที่ )?[\\d๐-๙]{1,2}(?: [–-] [\\d๐-๙]{1,2})? (?:${months.join("|")})(?: พ\\.ศ\\.)?(?: ?[\\d๐-๙]{2,4})?`,
  `(?:${months.join("|")}) [\\d๐-๙]{4}`,
  `พ\\.ศ\\. [\\d๐-๙]{4}`,
  `(?:โทร\\. ?)?[0๐][\\d๐-๙]?-[\\d๐-๙-]{3,}(?: ต่อ [\\d๐-๙]+)?`,
  `โทร\\. ?[\\d๐-๙][\\d๐-๙-]+(?: ต่อ [\\d๐-๙]+)?`,
  `ที่ [ก-ฮ]{2} [\\d๐-๙.]+/(?:ว ?)?[\\d๐-๙]+`,
  `(?:จำนวน |เวลา |หมู่ที่ |บ้านเลขที่ |ข้อ |มาตรา |ฉบับที่ |ครั้งที่ )${number}(?: (?:${units})(?![ก-๎]))?`,
  `${number} (?:${units})(?![ก-๎])`,
  // A title and two names; longer runs without a space are sentences that begin like a title (นายอำเภอเป็นผู้กำหนด…).
  `(?:นางสาว|นาง|นาย)${given} ${given}(?![ก-๎])`,
  "[\\d๐-๙]+/[\\d๐-๙]+",
  // The name of a place; longer runs are sentences (อำเภอเป็นผู้กำหนดสถานที่).
  "(?:จังหวัด|อำเภอ|ตำบล)[ก-๎]{2,13}(?![ก-๎])",
  "(?:ปฏิบัติ|ชำนาญ)(?:งาน|การ)(?:พิเศษ)?",
  "ทีมหมอประชารัฐสุขใจ|ผู้มีบัตร|สวัสดิการแห่งรัฐ|ประชารัฐสุขใจ|ผู้สูงอายุ|พระราชบัญญัติ|ค่าใช้จ่าย|เจ้าหนี้|ประชาชน|เลื่อนนัด|ใกล้เคียง",
].join("|");

/** The text in pieces: those that stay on one line, and the rest between them. */
export function paperPieces(text: string): PaperPiece[] {
  const pieces: PaperPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(new RegExp(kept, "g"))) {
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), keep: false });
    pieces.push({ text: found[0], keep: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), keep: false });
  return pieces;
}

/** The same text for a word processor: spaces inside a kept piece do not break. */
export function withFixedSpaces(text: string): string {
  return paperPieces(text)
    .map(({ text: piece, keep }) => (keep ? piece.replaceAll(" ", "\u00a0") : piece))
    .join("");
}

/** Advance widths of Sarabun in hundredths of its size, by how wide a sign is; those above and below take no room. */
const signWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, 0],
  [/[ .,:;!il'|]/g, 25],
  [/[-()/[\]fjrt"เ]/g, 33],
  [/[โใไๅ]/g, 39],
  [/[ฌญฒณMWm@%]/g, 83],
  [/[พฟฑฬษทปนบ๐-๙]/g, 69],
];
const usualSign = 60;
/** How wide a text is, in hundredths of its size. */
function widthOf(text: string): number {
  let rest = text;
  let width = 0;
  for (const [signs, each] of signWidths) {
    const without = rest.replace(signs, "");
    width += (rest.length - without.length) * each;
    rest = without;
  }
  return width + rest.length * usualSign;
}
/** 160 mm of a page at 11.4 pt; a cell's lines and its room at both sides. */
const lineWidth = 3970;
const padding = 130;

const thaiWords = new Intl.Segmenter("th", { granularity: "word" });
/** A number or a telephone is one word; a run of Thai breaks between the words of the dictionary. */
const wordsOf = (text: string) =>
  text
    .split(" ")
    .flatMap((run) =>
      /^[\d๐-๙.,/()–-]+$/.test(run)
        ? [run]
        : [...thaiWords.segment(run)].map(({ segment }) => segment),
    );
const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
/** A cell or a part of a heading without a space is one word up to here: browsers see two in กาญจนา and ลำดับ. */
export const isOneWord = (text: string) => !text.includes(" ") && text.length <= 16;
const longestWord = (text: string) => (isOneWord(text) ? widthOf(text) : widest(wordsOf(text)));
/** Headings are bold. */
const bold = 1.06;

/** Days, telephones and numbers with what they count; a name may stand on two lines before one of them does. */
const isName = (piece: string) => /^(?:นาย|นาง)/.test(piece);

/** The widest piece that should not be broken, names counted or not. */
const longestPiece = (text: string, names: boolean) =>
  Math.max(
    0,
    ...paperPieces(text).map(({ text: piece, keep }) =>
      keep && (names || !isName(piece)) ? widthOf(piece) : longestWord(piece),
    ),
  );

/**
 * The width of each column of a table in per cent, so that no word breaks in one while another stands empty: as wide as its
 * longest cell; where the line has no room for that, as its longest piece and a share of what is left; without room for those,
 * names break before days and numbers do, and these before a word.
 */
export function columnWidths(head: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = head.map((title, column) => {
    const cells = [title, ...rows.map((row) => row[column] ?? "")];
    const least = widest(title.split(" ")) * bold;
    const measured = (of: (cell: string) => number) => Math.max(least, ...cells.map(of)) + padding;
    return [
      measured(longestWord),
      measured((cell) => longestPiece(cell, false)),
      measured((cell) => longestPiece(cell, true)),
      measured(widthOf),
    ];
  });
  const sums = [0, 1, 2, 3].map((step) =>
    columns.reduce((sum, each) => sum + (each[step] ?? 0), 0),
  );
  const fits = Math.max(
    0,
    sums.findLastIndex((sum) => sum <= lineWidth),
  );
  const wish = Math.min(3, fits + 1);
  const [least = 0, wished = 0] = [sums[fits], sums[wish]];
  const share = Math.max(0, lineWidth - least) / (wished - least || 1);
  const widths = columns.map((each) => {
    const [from = 0, to = 0] = [each[fits], each[wish]];
    return from + share * (to - from);
  });
  const total = widths.reduce((before, width) => before + width, 0);
  return widths.map((width) => Math.round((width / total) * 1000) / 10);
}
