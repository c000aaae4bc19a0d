import { normalizeThai, toArabicDigits } from "@/domain/thai";

export type NationalIdFault = "ID_MISSING" | "ID_DAMAGED" | "ID_CHECK_DIGIT";

/**
 * The number without spaces, hyphens and dots, Thai digits read, and without what protects it from a spreadsheet (`="…"`, an
 * apostrophe, `.0`): the check digit proves what is left. Other characters stay.
 */
export function normalizeNationalId(text: string): string {
  const plain = toArabicDigits(normalizeThai(text)).replace(/[\s\-\u2010-\u2015\u2212]/g, "");
  if (/^\d*$/.test(plain)) return plain;
  return plain
    .replace(/^='?"?(\d{13})"?$/, "$1")
    .replace(/^['’‘`](\d{13})$/, "$1")
    .replace(/^(\d{13})\.0+$/, "$1")
    .replace(/^(\d)\.(\d{4})\.(\d{5})\.(\d{2})\.(\d)$/, "$1$2$3$4$5");
}

/**
 * What is wrong with a number as typed, or null. The first digit is not judged: the Ministry's list
 * is the authority on who exists (docs/programme.md 7.1).
 */
export function nationalIdFault(text: string): NationalIdFault | null {
  const digits = normalizeNationalId(text);
  if (digits === "") return "ID_MISSING";
  if (!/^\d{13}$/.test(digits)) return "ID_DAMAGED";
  if (digits.endsWith(nationalIdCheckDigit(digits))) return null;
  // 3.00007E+12 made a number again: its last digits are gone, which no check digit would bring back.
  return /0{6}$/.test(digits) ? "ID_DAMAGED" : "ID_CHECK_DIGIT";
}

/** The one number whose check digit is right in a text with other words, as a row pasted from a list has it; else null. */
export function nationalIdWithin(text: string): string | null {
  const plain = toArabicDigits(normalizeThai(text));
  const found =
    plain.match(/(?<![\d-])(?:\d{13}|\d[- ]\d{4}[- ]\d{5}[- ]\d{2}[- ]\d)(?![\d-])/g) ?? [];
  const right = new Set(
    found.map(normalizeNationalId).filter((id) => nationalIdFault(id) === null),
  );
  const [only = null] = right;
  return right.size === 1 ? only : null;
}

/** The thirteenth digit of a number, from its first twelve. */
export function nationalIdCheckDigit(digits: string): string {
  if (!/^\d{12}/.test(digits)) throw new RangeError("A check digit needs twelve digits");
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += Number(digits[i]) * (13 - i);
  return String((11 - (sum % 11)) % 10);
}

/** `1-2345-67890-12-1` of thirteen digits. */
export function formatNationalId(digits: string): string {
  return digits.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, "$1-$2-$3-$4-$5");
}

/** `x-xxxx-xxxx1-23-4` from the last four digits, the only ones a list needs to know. */
export function maskNationalId(lastFour: string): string {
  if (!/^\d{4}$/.test(lastFour)) throw new RangeError("A mask is made from the last four digits");
  return `x-xxxx-xxxx${lastFour[0]}-${lastFour.slice(1, 3)}-${lastFour[3]}`;
}
