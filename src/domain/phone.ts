import { tidyThai, toArabicDigits } from "@/domain/thai";

/**
 * The digits of a telephone number as people write them: Thai digits, spaces, hyphens, dots and brackets, +66 for the 0.
 * Whatever else stands in the text stays, so that `isPhone` refuses it.
 */
export function phoneDigits(text: string): string {
  return toArabicDigits(tidyThai(text))
    .replace(/[\s\-\u2010-\u2015\u2212().]/g, "")
    .replace(/^\+?66(?=\d{8,9}$)/, "0");
}

/** The telephones that are stored of a holder. */
export type Phones = {
  /** What the holder, or whoever told of them, said last: at a desk, at an interview, when they went away. */
  phone: string | null;
  /** The Ministry's, as the office has corrected it. */
  correctedPhone: string | null;
  ministryPhone: string | null;
};

/**
 * A holder's telephone, wherever one is shown, dialled, exported or reported. What was said last is the newest; a correction
 * replaces what the Ministry's list says, which only its own column and the page of the correction go on showing (0021).
 */
export function phoneOf({ phone, correctedPhone, ministryPhone }: Phones): string | null {
  return phone ?? correctedPhone ?? ministryPhone;
}

/** Nine digits of a landline, ten of a mobile number. */
export function isPhone(digits: string): boolean {
  return /^0\d{8,9}$/.test(digits);
}

/** The digits where a text is one telephone number; any other (`0-5553-4119 ต่อ 304`) as it was written. */
export function tidyPhone(text: string): string {
  const digits = phoneDigits(text);
  return isPhone(digits) ? digits : toArabicDigits(tidyThai(text));
}

/** `0600000101` as `06-0000-0101`, `055534119` as `0-5553-4119`, as official letters write them; anything else stays. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(0\d?)(\d{4})(\d{4})$/, "$1-$2-$3");
}

/** The address that dials a number as it is written: "081-234 5678 ต่อ 12" dials the number and then 12. */
export function phoneAddress(phone: string): string {
  const [main = "", extension] = toArabicDigits(phone).split(/ต่อ|ext\.?|#/i);
  const dialled = main.replace(/[^\d+]/g, "");
  const more = extension?.replace(/\D/g, "");
  return `tel:${dialled}${more ? `,${more}` : ""}`;
}
