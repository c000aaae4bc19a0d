import { tidyThai } from "@/domain/thai";

/** What clerks, spreadsheets and databases write where there is nothing; lower case, without spaces, dots and brackets. */
const words = new Set(
  [
    "ไม่มี ไม่มีข้อมูล ไม่ระบุ ไม่ทราบ ไม่ปรากฏ ไม่พบ ไม่พบข้อมูล ไม่แจ้ง ไม่ได้ระบุ ว่าง ว่างเปล่า",
    "ไม่มีนามสกุล ไม่มีชื่อสกุล ไม่มีสกุล ไม่มีเบอร์ ไม่มีเบอร์โทร ไม่มีเบอร์โทรศัพท์ ไม่มีโทรศัพท์ ไม่มีเลขที่ ไม่มีบ้านเลขที่ ไม่มีอาชีพ",
    "null nil none nan na n/a undefined blank empty unknown missing",
  ]
    .join(" ")
    .split(" "),
);
/** The error of a formula, as every language of a spreadsheet begins it. */
const formulaError = /^#[\p{L}\p{N}/]+[!?]?$/u;

/**
 * Whether a cell says that there is nothing: blank, a dash or dots, an error cell (#N/A), a database's NULL, or a word for it.
 * One list for every column of a file.
 */
export function saysNothing(text: string): boolean {
  if (!/[\p{L}\p{N}\uFFFD]/u.test(text)) return true;
  // Nearly every cell ends here: a word for nothing begins in one of these ways.
  if (!/^[\s(#.\-\u200B]*(?:ไม่|ว่าง|#|[nNuUbBeEmM])/u.test(text)) return false;
  const tidy = tidyThai(text);
  if (formulaError.test(tidy)) return true;
  return words.has(tidy.toLowerCase().replace(/[\s.()]/g, ""));
}

/** The same where a number 0 is what a look-up left behind: names, telephones, houses, occupations. */
export function saysNothingOrZero(text: string): boolean {
  return saysNothing(text) || /^\s*[0๐]+(?:\.0+)?\s*$/.test(text);
}

/** The text of a cell, tidy, or null where it says that there is nothing. */
export function textOrNull(text: string): string | null {
  return saysNothingOrZero(text) ? null : tidyThai(text);
}
