/**
 * Thai text and numbers in one form: NFC (never NFKC, which splits ำ), no zero-width characters,
 * "ํา" typed as two signs becomes ำ, and two เ become แ (docs/programme.md 7.3).
 */
export function normalizeThai(text: string): string {
  // Nearly every cell of a list is in this form already.
  if (!mayChange.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(/[\uF700-\uF71A]/g, (sign) => ordinaryLetter[sign.charCodeAt(0) - 0xf700] ?? sign)
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, "$1\u0E33")
    .replace(/([\u0E48-\u0E4B])\u0E4D\u0E32/g, "$1\u0E33")
    .replace(/\u0E40{2}/g, "\u0E41")
    .normalize("NFC");
}

/** Old fonts kept their shifted vowels and tone marks at U+F700 to U+F71A: the ordinary letter of each, in that order. */
const ordinaryLetter =
  "ฐ\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

/**
 * A letter that is neither ASCII nor Thai, a nikhahit, two เ, or marks in another order than NFC's (vowels
 * below come before tone marks).
 */
const mayChange =
  /[^\t\n\r -~\u0E01-\u0E4C\u0E4E-\u0E5B]|\u0E40{2}|[\u0E48-\u0E4B][\u0E38-\u0E3A]|[\u0E38\u0E39]\u0E3A/;

/** `normalizeThai` with one space between words and none at the ends. */
export function tidyThai(text: string): string {
  return normalizeThai(text).replace(/\s+/g, " ").trim();
}

export function toThaiDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** Thai and full-width digits as 0 to 9: every number that people type or paste is read through this. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙０-９]/g, (digit) => String(digit.charCodeAt(0) % 16));
}
