import { tidyThai, toArabicDigits } from "@/domain/thai";

/**
 * A whole number as people type or paste it: Thai digits, commas or spaces between thousands, satang that are nothing
 * (`3,000.00`), `บาท` or `฿`. Null where it is none, or could be read in two ways (`30.000`).
 */
export function readWholeNumber(text: string): number | null {
  const plain = toArabicDigits(tidyThai(text))
    .replace(/^฿ ?|(?: ?บาท| ?฿)$/g, "")
    .replace(/\.(?:0{1,2}|-)$/, "");
  if (!/^(?:\d{1,15}|\d{1,3}(?:[, ]\d{3}){1,4})$/.test(plain)) return null;
  return Number(plain.replace(/\D/g, ""));
}

/** The number of a page in an address; the first where none is meant. */
export function readPageNumber(text: unknown): number {
  const number = typeof text === "string" ? readWholeNumber(text) : null;
  return Math.min(Math.max(number ?? 1, 1), 100_000);
}
