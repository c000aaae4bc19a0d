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
  `โทร\\. ?[\\d๐-๙][\\d๐-๙-]+(?: ต่อ [\\d๐-๙]+)?`,
  `ที่ [ก-ฮ]{2} [\\d๐-๙.]+/(?:ว ?)?[\\d๐-๙]+`,
  `(?:จำนวน |เวลา |หมู่ที่ |บ้านเลขที่ |ข้อ |มาตรา |ฉบับที่ |ครั้งที่ )${number}(?: (?:${units})(?![ก-๎]))?`,
  `${number} (?:${units})(?![ก-๎])`,
  // A title and two names; longer runs without a space are sentences that begin like a title (นายอำเภอเป็นผู้กำหนด…).
  `(?:นางสาว|นาง|นาย)${given} ${given}(?![ก-๎])`,
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

/** How many signs stand beside each other: vowels and tone marks above and below take no room. */
const widthOf = (text: string) => text.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, "").length;
const lineWidth = 66;
const padding = 4;

/** A run of Thai breaks between its words; one of more than 9 signs is rare. */
const longestWord = (text: string) =>
  Math.max(0, ...text.split(" ").map((word) => Math.min(widthOf(word), 9)));

/** The widest piece that should not be broken. */
const longestPiece = (text: string) =>
  Math.max(
    0,
    ...paperPieces(text).map(({ text: piece, keep }) =>
      keep ? widthOf(piece) : longestWord(piece),
    ),
  );

/**
 * The width of each column of a table in per cent, so that neither a day nor a name breaks in one while another stands
 * empty: its longest cell; where the line has no room for that, its longest piece and a share of what is left; where it has
 * no room for those either, its longest word and a share.
 */
export function columnWidths(head: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = head.map((title, column) => {
    const cells = [title, ...rows.map((row) => row[column] ?? "")];
    const heads = title.split(" ").map(widthOf);
    return {
      word: Math.max(...cells.map(longestWord), ...heads) + padding,
      piece: Math.max(...cells.map(longestPiece), ...heads) + padding,
      all: Math.max(...cells.map(widthOf)) + padding,
    };
  });
  type Measure = "word" | "piece" | "all";
  const sum = (of: Measure) => columns.reduce((total, column) => total + column[of], 0);
  const between = (least: Measure, wish: Measure) => {
    const share = Math.max(0, lineWidth - sum(least)) / (sum(wish) - sum(least) || 1);
    return columns.map((column) => column[least] + share * (column[wish] - column[least]));
  };
  const widths =
    sum("all") <= lineWidth
      ? columns.map(({ all }) => all)
      : sum("piece") <= lineWidth
        ? between("piece", "all")
        : between("word", "piece");
  const total = widths.reduce((before, width) => before + width, 0);
  return widths.map((width) => Math.round((width / total) * 1000) / 10);
}
